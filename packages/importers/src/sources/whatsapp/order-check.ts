import type { Flag, When } from "@unmask/core";

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

/** What is known of a line beside its time: bits that are added up, because a million lines would be a million objects. */
export const trait = {
  none: 0,
  /** Somebody did it; a line without is the app's. */
  act: 1,
  /** Its header is odd, whatever its time: nothing is measured by it. */
  odd: 2,
  /** Its date is far off: nothing is measured by it. */
  far: 4,
  /** It is not measured by what stands above it: another export begins. */
  beginsAnew: 8,
  /** It has no time and is passed over. */
  timeless: 16,
} as const;

/** Places the lines of one file one after another. */
export interface OrderCheck {
  /** Takes the next line: the instants that it can mean, undefined where it has none, and its traits. */
  add(when: Pick<When, "earliest" | "latest"> | undefined, traits: number): void;
  /**
   * Flags for line `i` of those held. At least `linesAhead` lines are held behind it, but at the end of the file; every line is placed once,
   * in order.
   */
  place(i: number): readonly Flag[];
  /** Lets the first lines go, which were placed. */
  drop(count: number): void;
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
export function createOrderCheck(): OrderCheck {
  /** The lines held, column by column. Lists of numbers hold them unboxed. */
  const traitsOf: number[] = [];
  const earliest: number[] = [];
  const latest: number[] = [];
  /** Instants at which lines began. In one object, because the engine makes a new object of each such number that stands alone. */
  const began = {
    /** The last line that was placed and is trusted. */
    above: Number.NEGATIVE_INFINITY,
    /** The latest act that was placed and is trusted. */
    latest: Number.NEGATIVE_INFINITY,
  };
  let backInRow = 0;
  /** So many lines behind the one at hand go forward; kept from line to line, so that each is looked at once. */
  let forwardFor = 0;

  function isPlaced(i: number): boolean {
    return i < traitsOf.length && ((traitsOf[i] ?? 0) & trait.timeless) === 0;
  }

  function lookAhead(i: number): void {
    forwardFor = Math.max(0, forwardFor - 1);
    while (forwardFor < mostAhead && i + forwardFor + 1 < traitsOf.length && !stepsBack(i + forwardFor + 1)) forwardFor++;
  }

  /** Whether line `i` is before the last above it that has a time. */
  function stepsBack(i: number): boolean {
    if (!isPlaced(i)) return false;
    let before = i - 1;
    while (before >= 0 && !isPlaced(before)) before--;
    return before >= 0 && ends(i) < begins(before);
  }

  /** Whether two lines from `backAt` on are before line `i` and fit the one above it. */
  function leaps(i: number, backAt: number): boolean {
    const next = placedFrom(backAt);
    const afterNext = placedFrom(next + 1);
    if (afterNext >= traitsOf.length) return false;
    return ends(next) < begins(i) && ends(afterNext) < begins(i) && ends(next) >= began.above;
  }

  /** Whether the file goes on soon where it was above. */
  function returnsTo(i: number): boolean {
    for (let k = i + 1; k <= i + mostAhead; k++) if (isPlaced(k) && ends(k) >= began.above) return true;
    return false;
  }

  function placedFrom(from: number): number {
    let at = from;
    while (at < traitsOf.length && !isPlaced(at)) at++;
    return at;
  }

  function begins(i: number): number {
    return earliest[i] ?? 0;
  }

  function ends(i: number): number {
    return latest[i] ?? 0;
  }

  return {
    add(when, traits) {
      traitsOf.push(when ? traits : trait.timeless);
      earliest.push(when ? when.earliest : Number.NaN);
      latest.push(when ? when.latest : Number.NaN);
    },
    place(i) {
      lookAhead(i);
      if (!isPlaced(i)) return none;
      const traits = traitsOf[i] ?? 0;
      let odd = false;
      if (began.above !== Number.NEGATIVE_INFINITY && (traits & trait.beginsAnew) === 0) {
        const back = ends(i) < began.above;
        backInRow = back ? backInRow + 1 : 0;
        odd = back
          ? backInRow <= mostForgedInRow || (backInRow <= mostAhead && returnsTo(i))
          : forwardFor < mostAhead && leaps(i, i + forwardFor + 1);
      }
      const doubtful = odd || (traits & (trait.odd | trait.far)) !== 0;
      if (!doubtful) began.above = begins(i);
      const late = ends(i) < began.latest;
      if (!doubtful && (traits & trait.act) !== 0 && begins(i) > began.latest) began.latest = begins(i);
      if (odd || (traits & trait.odd) !== 0) return late ? forgedOutOfOrder : forged;
      return late ? outOfOrder : none;
    },
    drop(count) {
      traitsOf.splice(0, count);
      earliest.splice(0, count);
      latest.splice(0, count);
    },
  };
}
