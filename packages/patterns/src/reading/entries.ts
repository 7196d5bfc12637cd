import type { Statement, Timeline } from "@unmask/core";
import { withoutMarks, withoutQuotationMarks, sayBriefly } from "@unmask/words";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";

/** Characters of her words in a cell: whole up to here. A text has at most 20,000, and several lines can be added to it. */
const longestWords = 600;

/** An entry of her journal, with its place on her calendar. */
export interface PlacedEntry {
  readonly one: PlacedAct;
  readonly entry: NonNullable<PlacedAct["act"]["entry"]>;
}

/**
 * The entries of her journal that tell of them, of somebody who is perhaps them, or of nobody named. What is by somebody else, was agreed or is "not
 * this one" is none of these.
 */
export function entriesOf(timeline: Timeline, statement: Statement): readonly PlacedEntry[] {
  if (!placedActs(timeline, statement).some(({ act }) => act.entry !== undefined)) return [];
  return actsOfAnyStep(timeline, statement).flatMap((one) =>
    one.act.entry === undefined || one.whose === "other" ? [] : [{ one, entry: one.act.entry }],
  );
}

/** Her words in a cell, as a quotation. */
export function quoteHers(words: string): string {
  return `“${withoutQuotationMarks(withoutMarks(sayBriefly(words, longestWords)))}”`;
}

/** The one day on which it was; undefined where it can have been on several. */
export function dayOf({ isStretch, isFar, firstDay, lastDay }: PlacedAct): number | undefined {
  return isStretch || isFar || firstDay !== lastDay ? undefined : firstDay;
}
