import type { Flag } from "@unmask/core";

/**
 * Whether a record stands where its time says. A file runs forward, so of two headers out of time one was written late, typed by hand, or
 * begins a second export in the same file.
 */

/** Headers in a row that go back before they count as a new beginning and no longer as forged, unless the file goes on as before. */
const mostForgedInRow = 3;
/** Lines that are looked ahead for how the file goes on: headers typed in a row inside one message leap ahead, or go back, together. */
const mostAhead = 16;
/** Lines that must be known behind one that is placed. */
export const linesAhead: number = mostAhead + 2;

/** The instants that a record can mean, and how far it is to be trusted. */
export interface Placed {
  readonly is: "act" | "notice";
  readonly when: { readonly earliest: number; readonly latest: number };
  /** Its header is odd, whatever its time: nothing is measured by it. */
  readonly odd: boolean;
  /** Its date is far off: nothing is measured by it. */
  readonly far: boolean;
  /** It is not measured by what stands above it: another export begins. */
  readonly beginsAnew: boolean;
}

/** A line without a time: it is passed over. */
interface Timeless {
  readonly is: "blank" | "unread";
}

/** Places the lines of one file one after another. */
export interface Sequence {
  /** Flags for line `i`; at least `linesAhead` lines stand behind it, but at the end of the file. Every line is placed, in order. */
  place(lines: readonly (Placed | Timeless)[], i: number): readonly Flag[];
}

const none: readonly Flag[] = [];
const outOfOrder: readonly Flag[] = ["out-of-order"];
const forged: readonly Flag[] = ["forged-header"];
const forgedOutOfOrder: readonly Flag[] = ["forged-header", "out-of-order"];

/**
 * Starts at the first record.
 *
 * A record before the one above it goes back. A record after both that follow it, or after both that follow a run of such records, where those
 * fit the one above, leaps ahead: then it is the odd one, and those that follow are not measured by it.
 */
export function createSequence(): Sequence {
  let above: Placed | undefined;
  let latestTrusted = Number.NEGATIVE_INFINITY;
  let backInRow = 0;
  /** So many lines behind the one at hand go forward; kept from line to line, so that each is looked at once. */
  let forwardFor = 0;

  function lookAhead(lines: readonly (Placed | Timeless)[], i: number): void {
    forwardFor = Math.max(0, forwardFor - 1);
    while (forwardFor < mostAhead && i + forwardFor + 1 < lines.length && !stepsBack(lines, i + forwardFor + 1)) forwardFor++;
  }

  return {
    place(lines, i) {
      lookAhead(lines, i);
      const record = lines[i];
      if (!record || !isPlaced(record)) return none;
      let odd = false;
      if (above && !record.beginsAnew) {
        const back = record.when.latest < above.when.earliest;
        backInRow = back ? backInRow + 1 : 0;
        odd = back
          ? backInRow <= mostForgedInRow || (backInRow <= mostAhead && returnsTo(above, lines, i))
          : forwardFor < mostAhead && leaps(record, above, lines, i + forwardFor + 1);
      }
      const doubtful = odd || record.odd || record.far;
      if (!doubtful) above = record;
      const late = record.when.latest < latestTrusted;
      if (!doubtful && record.is === "act" && record.when.earliest > latestTrusted) latestTrusted = record.when.earliest;
      if (odd) return late ? forgedOutOfOrder : forged;
      return late ? outOfOrder : none;
    },
  };
}

/** Whether a line has a time. */
function isPlaced(line: Placed | Timeless): line is Placed {
  return line.is === "act" || line.is === "notice";
}

/** Whether line `i` is before the last above it that has a time. */
function stepsBack(lines: readonly (Placed | Timeless)[], i: number): boolean {
  const line = lines[i];
  if (!line || !isPlaced(line)) return false;
  for (let before = i - 1; before >= 0; before--) {
    const earlier = lines[before];
    if (earlier && isPlaced(earlier)) return line.when.latest < earlier.when.earliest;
  }
  return false;
}

/** Whether two lines from `backAt` on are before the record and fit the one above it. */
function leaps(record: Placed, above: Placed, lines: readonly (Placed | Timeless)[], backAt: number): boolean {
  const first = placedFrom(lines, backAt);
  const second = placedFrom(lines, first + 1);
  const [next, afterNext] = [lines[first], lines[second]];
  if (!next || !afterNext || !isPlaced(next) || !isPlaced(afterNext)) return false;
  return next.when.latest < record.when.earliest && afterNext.when.latest < record.when.earliest && next.when.latest >= above.when.earliest;
}

/** Whether the file goes on soon where it was above. */
function returnsTo(above: Placed, lines: readonly (Placed | Timeless)[], i: number): boolean {
  for (let k = i + 1; k <= i + mostAhead; k++) {
    const line = lines[k];
    if (line && isPlaced(line) && line.when.latest >= above.when.earliest) return true;
  }
  return false;
}

function placedFrom(lines: readonly (Placed | Timeless)[], from: number): number {
  let at = from;
  for (let line = lines[at]; line && !isPlaced(line); line = lines[at]) at++;
  return at;
}
