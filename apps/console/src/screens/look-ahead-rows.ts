import { type LookAhead, type LookAheadGroup, type LookAheadRow, lookAheadDrawing, lookAheadGroups } from "@unmask/case";
import { type Instant, type Table, civilFromDays, civilToIso, dayIn, daysFromCivil, parseCivilDay } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { sayCount, sayNumber } from "@unmask/words";
import type { LookAheadAnswer } from "../desk/look-ahead.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { zone } from "../parts/say-when.ts";

/** The look-ahead as it is drawn and grouped. */

/** Rows under one head; each head says its rule. */
export interface RowsUnder {
  readonly group: LookAheadGroup;
  readonly name: string;
  readonly says: string;
  readonly rows: readonly LookAheadRow[];
}

const headOf: Readonly<Record<LookAheadGroup, readonly [name: string, says: string]>> = {
  ahead: ["Ahead", "next first; an order lives through its last day and is over from 00:00 of the next"],
  ended: ["Ended lately", "kept in sight so that nobody serves or renews what is over"],
  "not-ours": ["Not made for us", "typed in from copies; shown because they bind somebody here"],
  "no-order": ["Where there is no such order", "refused here, with what exists there"],
};

/** The heads that have rows, in their order; each row keeps its number in the whole list. */
export function rowsUnder(rows: readonly LookAheadRow[]): readonly RowsUnder[] {
  return lookAheadGroups.flatMap((group) => {
    const [name, says] = headOf[group];
    const under = rows.filter((one) => one.group === group);
    return under.length === 0 ? [] : [{ group, name, says, rows: under }];
  });
}

/** The line of time, for a narrow and a wide page, and the same as a table. While lines are missing it goes as far as those that are there. */
export function aheadDrawn(
  shown: LookAhead & Pick<LookAheadAnswer, "next" | "reminderDays">,
  now: Instant,
): { readonly drawing: ShownDrawing; readonly table: Table } {
  const from = dayIn(zone, now);
  const today = civilToIso(civilFromDays(from));
  const drawn = { ...shown, to: drawnTo(shown) };
  const last = parseCivilDay(drawn.to);
  // A line at the end of the drawing would be its edge.
  const length = last === undefined ? 0 : daysFromCivil(last) - from;
  const draw = (width: number) =>
    lookAheadDrawing(drawn, today, { width, reminderDays: shown.reminderDays.filter((days) => days < length) });
  const { drawing, table } = draw(860);
  return { drawing: { phone: draw(350).drawing, desktop: drawing }, table };
}

/** The table for a file: beside each day in words stands the day by which a program sorts. */
export function aheadForFile({ columns, rows }: Table, days: readonly Pick<LookAheadRow, "day">[]): Table {
  return { columns: [...columns, "Day (ISO 8601)"], rows: rows.map((row, i) => [...row, days[i]?.day ?? ""]) };
}

function drawnTo({ rows, to, next }: LookAhead & Pick<LookAheadAnswer, "next">): string {
  const last = rows.at(-1);
  // Behind the last line that is ahead nothing is missing on the line of time but what others made.
  return next === undefined || last?.group !== "ahead" ? to : (last.day ?? to);
}

/** How much of the list is on the screen; "" where all of it is. */
export function sayLines({ rows, many, next }: Pick<LookAheadAnswer, "rows" | "many" | "next">): string {
  const last = rows.at(-1);
  if (next === undefined || last === undefined) return "";
  const far = last.group === "ahead" && last.day !== null ? `, as far as ${sayCivilDay(last.day)}` : "";
  return `The first ${sayCount(rows.length, "line")} of ${sayNumber(many)}${far}.`;
}

/** What stands under the list: what has no row. */
export function sayLater({ live, later, to }: LookAhead): string {
  const all = live === 1 ? "Our one live order" : `All of our ${sayNumber(live)} live orders`;
  if (live === 0) return "No order of ours lives.";
  if (later === 0) return `${all} ${live === 1 ? "is" : "are"} here.`;
  const which = later === live ? all : `${sayNumber(later)} more of our ${sayNumber(live)} live orders`;
  return `${which} ${later === 1 ? `ends after ${sayCivilDay(to)}, or runs` : `end after ${sayCivilDay(to)}, or run`} until further order.`;
}
