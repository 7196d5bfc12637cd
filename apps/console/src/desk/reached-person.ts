import { type ReadValue, count, list, object, text } from "@unmask/core";
import { type Fact, fact } from "./preview.ts";

/** How one person is reached, by the report that holds it: each of several that are read as one keeps its own way. */
export interface ReachedPerson {
  readonly report: string;
  readonly name: string;
  /** Number of the last event of that report that this was read from. */
  readonly saw: number;
  /** The way that stands, "call, 07700 900752"; absent where none does. */
  readonly way?: string;
  readonly reach: readonly Fact[];
}

/** Reads one. */
export const reachedPerson: ReadValue<ReachedPerson> = object(({ must, may }) => ({
  report: must("report", text),
  name: must("name", text),
  saw: must("saw", count),
  ...may("way", text),
  reach: must("reach", list(fact)),
}));
