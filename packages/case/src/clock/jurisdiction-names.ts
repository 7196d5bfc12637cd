/** What the law of a place is called in words, by the code of a letter. */
export const jurisdictionNames = { EW: "England and Wales", NI: "Northern Ireland", SCO: "Scotland" } as const;
