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

/** What is known at the line at hand. */
interface Order {
  /** The lines held, column by column: how many, and what is known of each. */
  held: number;
  traitsOf: Uint8Array;
  earliest: Float64Array;
  latest: Float64Array;
  /** Where the last line that was placed and is trusted began. */
  above: number;
  /** Where the latest act that was placed and is trusted began. */
  latestAct: number;
  backInRow: number;
  /** So many lines behind the one at hand go forward; kept from line to line, so that each is looked at once. */
  forwardFor: number;
}

/**
 * Starts at the first record.
 *
 * A record before the one above it goes back. A record after both that follow it, or after both that follow a run of such records, where those
 * fit the one above, leaps ahead: then it is the odd one, and those that follow are not measured by it.
 */
export function createOrderCheck(): OrderCheck {
  const order: Order = {
    held: 0,
    traitsOf: new Uint8Array(firstCapacity),
    earliest: new Float64Array(firstCapacity),
    latest: new Float64Array(firstCapacity),
    above: Number.NEGATIVE_INFINITY,
    latestAct: Number.NEGATIVE_INFINITY,
    backInRow: 0,
    forwardFor: 0,
  };
  return {
    add(when, traits) {
      if (order.held === order.traitsOf.length) makeRoom(order);
      order.traitsOf[order.held] = when ? traits : trait.timeless;
      order.earliest[order.held] = when ? when.earliest : Number.NaN;
      order.latest[order.held] = when ? when.latest : Number.NaN;
      order.held++;
    },
    place: (i) => place(order, i),
    drop(count) {
      for (const column of [order.traitsOf, order.earliest, order.latest]) column.copyWithin(0, count, order.held);
      order.held -= count;
    },
  };
}

/** Lines that there is room for at first; a batch seldom has more. */
const firstCapacity = 1024;

function makeRoom(order: Order): void {
  const { traitsOf, earliest, latest, held } = order;
  order.traitsOf = new Uint8Array(2 * held);
  order.traitsOf.set(traitsOf);
  order.earliest = new Float64Array(2 * held);
  order.earliest.set(earliest);
  order.latest = new Float64Array(2 * held);
  order.latest.set(latest);
}

function place(order: Order, i: number): readonly Flag[] {
  lookAhead(order, i);
  if (!isPlaced(order, i)) return none;
  const traits = order.traitsOf[i] ?? 0;
  const odd = isOutOfTime(order, i, traits);
  const doubtful = odd || (traits & (trait.odd | trait.far)) !== 0;
  if (!doubtful) order.above = begins(order, i);
  const late = ends(order, i) < order.latestAct;
  if (!doubtful && (traits & trait.act) !== 0 && begins(order, i) > order.latestAct) order.latestAct = begins(order, i);
  if (odd || (traits & trait.odd) !== 0) return late ? forgedOutOfOrder : forged;
  return late ? outOfOrder : none;
}

/** Whether line `i` goes back or leaps ahead. */
function isOutOfTime(order: Order, i: number, traits: number): boolean {
  if (order.above === Number.NEGATIVE_INFINITY || (traits & trait.beginsAnew) !== 0) return false;
  const back = ends(order, i) < order.above;
  order.backInRow = back ? order.backInRow + 1 : 0;
  if (back) return order.backInRow <= mostForgedInRow || (order.backInRow <= mostAhead && returnsTo(order, i));
  return order.forwardFor < mostAhead && leaps(order, i, i + order.forwardFor + 1);
}

function isPlaced({ traitsOf, held }: Order, i: number): boolean {
  return i < held && ((traitsOf[i] ?? 0) & trait.timeless) === 0;
}

function lookAhead(order: Order, i: number): void {
  let ahead = Math.max(0, order.forwardFor - 1);
  while (ahead < mostAhead && i + ahead + 1 < order.held && !stepsBack(order, i + ahead + 1)) ahead++;
  order.forwardFor = ahead;
}

/** Whether line `i` is before the last above it that has a time. */
function stepsBack(order: Order, i: number): boolean {
  if (!isPlaced(order, i)) return false;
  let before = i - 1;
  while (before >= 0 && !isPlaced(order, before)) before--;
  return before >= 0 && ends(order, i) < begins(order, before);
}

/** Whether two lines from `backAt` on are before line `i` and fit the one above it. */
function leaps(order: Order, i: number, backAt: number): boolean {
  const next = placedFrom(order, backAt);
  const afterNext = placedFrom(order, next + 1);
  if (afterNext >= order.held) return false;
  const start = begins(order, i);
  return ends(order, next) < start && ends(order, afterNext) < start && ends(order, next) >= order.above;
}

/** Whether the file goes on soon where it was above. */
function returnsTo(order: Order, i: number): boolean {
  for (let k = i + 1; k <= i + mostAhead; k++) if (isPlaced(order, k) && ends(order, k) >= order.above) return true;
  return false;
}

function placedFrom(order: Order, from: number): number {
  let at = from;
  while (at < order.held && !isPlaced(order, at)) at++;
  return at;
}

function begins({ earliest }: Order, i: number): number {
  return earliest[i] ?? 0;
}

function ends({ latest }: Order, i: number): number {
  return latest[i] ?? 0;
}
