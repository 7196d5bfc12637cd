import { dayNumber, dayWritten } from "../register/day-number.ts";
import type { LookAheadFacts } from "./look-ahead-facts.ts";
import { lookAheadOn } from "./look-ahead-orders.ts";
import { isRenewalOpen } from "./look-ahead-ours.ts";
import { isLive, placeOfRow, rowsOf } from "./look-ahead.ts";
import type { LookAheadRow, Looking } from "./look-ahead-row.ts";

/**
 * Which lines an order has on which days, so that a list of many orders is found, counted and cut into pages without working out one of them. A line is the
 * same from one day to another: those days are kept with it, and nothing here depends on the day on which it is worked out.
 */

/** A line, without its words. */
export interface LookAheadLine extends Pick<LookAheadRow, "shown" | "group" | "kind" | "day"> {
  /** Where it stands in the list. */
  readonly place: string;
  /** First and last day on which somebody who looks finds it; "" and a day that never comes: always. */
  readonly from: string;
  readonly through: string;
  /** The end of an order of ours: whether it is renewed is not decided. */
  readonly isOpen: boolean;
  /** Of an order that a court made for us and that lives: not of an application, of one that is over, nor of another force's. */
  readonly isMade: boolean;
}

/** Later than any day of an order: texts of days are compared. */
const never = "9999-12-31";

/** Every line that these orders ever have. `endedDays`: for how many days what ended stays in sight. */
export function lookAheadLines(orders: readonly LookAheadFacts[], endedDays: number): readonly LookAheadLine[] {
  return orders.flatMap((facts) => linesOf(facts, endedDays));
}

function linesOf(facts: LookAheadFacts, endedDays: number): readonly LookAheadLine[] {
  const looking: Omit<Looking, "today"> = {
    ...{ days: 0, to: never, reminderDays: [], endedDays },
    // No section changes whether there is a line.
    ...{ sectionOf: () => "", leastBindsEach: () => false },
  };
  const lines: LookAheadLine[] = [];
  let standing = new Map<string, LookAheadLine>();
  const turns = turningDays(facts, endedDays);
  // Before the first of them nothing has changed yet.
  const looks = [
    { from: "", today: dayWritten((turns[0] ?? 1) - 1) },
    ...turns.map((day) => ({ from: dayWritten(day), today: dayWritten(day) })),
  ];
  for (const { from, today } of looks) {
    const next = new Map<string, LookAheadLine>();
    const isMade = isMadeAndLives(facts, today);
    for (const row of rowsOf(lookAheadOn(facts, undefined, today), { ...looking, today })) {
      const known = [row.group, row.kind, row.day, row.shown, isMade].join(" ");
      // Two court days of one day are two lines.
      const key = nthKey(known, next);
      next.set(key, standing.get(key) ?? lineOf(row, facts, { from, isMade }));
    }
    const through = from === "" ? "" : dayWritten(dayNumber(from) - 1);
    for (const [key, line] of standing) if (!next.has(key)) lines.push({ ...line, through });
    standing = next;
  }
  return [...lines, ...standing.values()];
}

/** A day in court goes on behind the end of its order, and counts that order no longer. */
function isMadeAndLives(facts: LookAheadFacts, today: string): boolean {
  return facts.isOnlyAsked !== true && facts.theirs === undefined && isLive(facts, today);
}

function lineOf(row: LookAheadRow, { renewal }: LookAheadFacts, { from, isMade }: Pick<LookAheadLine, "from" | "isMade">): LookAheadLine {
  const { shown, group, kind, day } = row;
  const isOpen = group === "ahead" && kind === "order-ends" && isRenewalOpen(renewal);
  return { shown, group, kind, day, place: placeOfRow(row), from, through: never, isOpen, isMade };
}

function nthKey(known: string, taken: ReadonlyMap<string, unknown>): string {
  let nth = 0;
  while (taken.has(`${known} ${nth}`)) nth += 1;
  return `${known} ${nth}`;
}

/** Days from which on something is otherwise than on the day before, in order: a day of the order itself, the one after it, and the one that ends its being kept in sight. */
function turningDays({ lastDay, ended, ownEnds, courtDays, otherRegisters }: LookAheadFacts, endedDays: number): readonly number[] {
  const days = [
    ...[lastDay, ended?.day].flatMap((day) => turnsOf(day, [0, 1, endedDays + 1])),
    ...ownEnds.flatMap((one) => [...turnsOf(one.lastDay, [1]), ...turnsOf(one.to, [0])]),
    ...courtDays.flatMap(({ day }) => turnsOf(day, [1])),
    ...otherRegisters.flatMap(({ from, to }) => [...turnsOf(from, [0]), ...turnsOf(to, [1])]),
  ];
  return [...new Set(days)].filter((day) => day <= dayNumber(never)).toSorted((one, other) => one - other);
}

function turnsOf(day: string | null | undefined, after: readonly number[]): readonly number[] {
  return typeof day === "string" ? after.map((days) => dayNumber(day) + days) : [];
}
