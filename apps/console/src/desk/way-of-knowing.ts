/** The three ways of knowing: read from bytes, somebody says so, worked out. A screen that loses them is wrong. */
export const waysOfKnowing = ["record", "account", "worked-out"] as const;
export type WayOfKnowing = (typeof waysOfKnowing)[number];
