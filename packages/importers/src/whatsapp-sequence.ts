import type { Flag } from "@unmask/core";

/**
 * Whether a record stands where its time says. A file runs forward, so of two headers out of time one was written late, typed by hand, or
 * begins a second export in the same file.
 */

/** Headers in a row that go back before they count as a new beginning and no longer as forged. */
const mostForgedInRow = 3;

/** The instants that a record can mean, and how far it is to be trusted. */
export interface Placed {
  readonly is: "act" | "notice";
  readonly earliest: number;
  readonly latest: number;
  /** Its header is odd, whatever its time: nothing is measured by it. */
  readonly odd: boolean;
  /** Its date is far off: nothing is measured by it. */
  readonly far: boolean;
  /** It is not measured by what stands above it: another export begins. */
  readonly beginsAnew: boolean;
}

/** Places the records of one file one after another. */
export interface Sequence {
  /** Flags for a record, given the two that follow it (none at the end of the file). */
  place(record: Placed, next: Placed | undefined, afterNext: Placed | undefined): readonly Flag[];
}

const none: readonly Flag[] = [];
const outOfOrder: readonly Flag[] = ["out-of-order"];
const forged: readonly Flag[] = ["forged-header"];
const forgedOutOfOrder: readonly Flag[] = ["forged-header", "out-of-order"];

/**
 * Starts at the first record.
 *
 * A record before the one above it goes back. A record after both that follow it, where those fit the one above, leaps ahead: then it is the
 * odd one, and those that follow are not measured by it.
 */
export function createSequence(): Sequence {
  let above: Placed | undefined;
  let latestTrusted = Number.NEGATIVE_INFINITY;
  let backInRow = 0;
  return {
    place(record, next, afterNext) {
      let odd = false;
      if (above && !record.beginsAnew) {
        const back = record.latest < above.earliest;
        const leap =
          next !== undefined &&
          afterNext !== undefined &&
          next.latest < record.earliest &&
          afterNext.latest < record.earliest &&
          next.latest >= above.earliest;
        backInRow = back ? backInRow + 1 : 0;
        odd = (back && backInRow <= mostForgedInRow) || leap;
      }
      const doubtful = odd || record.odd || record.far;
      if (!doubtful) above = record;
      const late = record.latest < latestTrusted;
      if (!doubtful && record.is === "act" && record.earliest > latestTrusted) latestTrusted = record.earliest;
      if (odd) return late ? forgedOutOfOrder : forged;
      return late ? outOfOrder : none;
    },
  };
}
