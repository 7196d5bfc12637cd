import type { Act, ActId, SourceSpan } from "./act.ts";

/** An act as it stands on the timeline, and the orders in which acts and places stand. */

/** An act on the timeline: the best-graded record leads, all places where it stands are kept. */
export interface TimelineAct extends Act {
  /** Every span that holds it, the leading one first, then by hash and position. */
  readonly sources: readonly SourceSpan[];
  /** Ids that exports of other makes give the same act (`pairTwins`), in order of text; the leading record's own is `id`. */
  readonly alsoIds?: readonly ActId[];
  /**
   * The records that are one act, each as its own export has it, the leading one first: what the act is made of again where one of the files
   * is held back. Absent where there is one record, and in an act that was read back from a pack.
   */
  readonly records?: readonly TimelineAct[];
  /** The other record of the same thing with other words (edited, deleted), when the sources show one. */
  readonly versionOf?: ActId;
}

/** Orders records by time, then id, so that every machine agrees; the line of time itself stands in `createOrderOfTime`. */
export function inOrderOfTime(a: Act, b: Act): number {
  return (
    a.when.earliest - b.when.earliest || a.when.latest - b.when.latest || compareText(a.id, b.id) || inOrderOfSource(a.source, b.source)
  );
}

/** By hash, then position, then name. */
export function inOrderOfSource(a: SourceSpan, b: SourceSpan): number {
  return compareText(a.sha256, b.sha256) || a.start - b.start || a.end - b.end || compareText(a.name, b.name);
}

/** By UTF-16 units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
