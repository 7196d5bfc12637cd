import { type PlacedStop, type Statement, type Timeline, placeStops } from "@unmask/core";
import { memoize } from "./memoize.ts";

/** Her stops in order of time, each with its place: one that is an act is looked for in the whole timeline, once. */
export const herStops: (timeline: Timeline, statement: Statement) => readonly PlacedStop[] = memoize(placeStops);
