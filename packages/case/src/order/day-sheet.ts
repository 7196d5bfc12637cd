import type { Table } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { lookAheadTable } from "./look-ahead-drawing.ts";
import type { LookAhead } from "./look-ahead.ts";
import type { LookAheadRow } from "./look-ahead-row.ts";

/** The look-ahead as a sheet for one day, to be printed: what is today first, then the week, then what is left. Every line stands in one part of it. */

/** Days of a week after today. */
const week = 7;

/** A sheet. */
export interface DaySheet {
  readonly title: string;
  /** The finding of the list. */
  readonly says: string;
  readonly parts: readonly { readonly title: string; readonly table: Table }[];
  /** What the sheet does not hold. */
  readonly note: string;
}

/** Makes it; a part without lines is left out. */
export function daySheet({ rows, to, says, live, later }: LookAhead, today: string): DaySheet {
  const inWeek = dayWritten(dayNumber(today) + week);
  const isAhead = ({ group }: LookAheadRow): boolean => group === "ahead" || group === "not-ours";
  const isToday = (row: LookAheadRow): boolean => isAhead(row) && (row.day === today || row.reminders.some(({ day }) => day === today));
  const isInWeek = (row: LookAheadRow): boolean => isAhead(row) && !isToday(row) && row.day !== null && row.day <= inWeek;
  const isLeft = (row: LookAheadRow): boolean => !isToday(row) && !isInWeek(row);
  const parts: readonly (readonly [string, (row: LookAheadRow) => boolean])[] = [
    ["Today: court days, ends, and ends of which somebody is reminded today", isToday],
    [`Up to ${words(inWeek)}`, isInWeek],
    [`Up to ${words(to)}`, (row) => row.group === "ahead" && isLeft(row)],
    ["Not made for us: typed in from copies", (row) => row.group === "not-ours" && isLeft(row)],
    ["Ended: not to be served or renewed", ({ group }) => group === "ended"],
    ["No such order", ({ group }) => group === "no-order"],
  ];
  return {
    title: `Ends and court days, ${words(today)}`,
    says,
    parts: parts.flatMap(([title, is]) => {
      const some = rows.filter(is);
      return some.length === 0 ? [] : [{ title, table: lookAheadTable(some) }];
    }),
    note: `${later} of our ${live} live orders end later or run until further order. Court days are what a person typed.`,
  };
}

function words(day: string): string {
  return dayInWords(dayNumber(day));
}
