import { type Finding, type Statement, type Timeline, civilFromDays } from "@unmask/core";
import { sayCount, sayDay, sayMonth, sayNumber } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { nightFrom, nightUntil } from "./reading/night.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";

/** Fewer than this is a late evening, not a habit. */
const nightLeast = 3;

/** What came between midnight and 5 where she is. */
export const nightTime: Pattern = {
  id: "night-time",
  looksFor: "How much of it came between midnight and 5 in the morning where you are.",
  find(timeline, statement) {
    const { theirs } = actsByWhose(timeline, statement);
    const nights = theirs.filter(({ night }) => night === "yes");
    return nights.length < nightLeast ? [] : [finding(nights, timeline, statement)];
  },
};

function finding(nights: readonly PlacedAct[], timeline: Timeline, statement: Statement): Finding {
  const { theirs } = actsByWhose(timeline, statement);
  const perhaps = theirs.filter(({ night }) => night === "perhaps").length;
  const countByDay = new Map<number, number>();
  for (const { day } of nights) countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
  const most = [...countByDay].reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    pattern: nightTime.id,
    standing: "count",
    line: lineOf(`${sayNumber(nights.length)} came between midnight and 5, the most on ${sayDay(most[0])}.`),
    says:
      `${sayNumber(nights.length)} of ${sayCount(theirs.length, "act")} came between midnight and 5, in ${sayCount(countByDay.size, "night")}. ` +
      `The most in one night is ${sayNumber(most[1])}, on ${sayDay(most[0])}.`,
    acts: idsOf(nights),
    how:
      `An act is counted when every time it can mean lies from ${nightFrom}${nightFrom}:00 to before 0${nightUntil}:00 in ${statement.zone.name}. ` +
      "A night belongs to the day that it ends in.",
    couldChange: [
      ...(perhaps > 0 ? [`${sayCount(perhaps, "act")} may have come at night too; the record leaves more than one hour open.`] : []),
      ...sayAbsences(timeline, statement, nights),
    ],
    table: tableOf(theirs),
  };
}

function tableOf(theirs: readonly PlacedAct[]): Finding["table"] {
  const rowByMonth = new Map<number, { all: number; readonly nights: Map<number, number>; readonly hours: number[] }>();
  for (const { day, hour, night } of theirs) {
    const { year, month } = civilFromDays(day);
    const key = year * 12 + month - 1;
    let row = rowByMonth.get(key);
    if (!row) rowByMonth.set(key, (row = { all: 0, nights: new Map(), hours: [0, 0, 0, 0, 0] }));
    row.all++;
    if (night !== "yes") continue;
    row.nights.set(day, (row.nights.get(day) ?? 0) + 1);
    if (hour !== undefined) row.hours[hour] = (row.hours[hour] ?? 0) + 1;
  }
  const hourColumns = ["From 00:00", "From 01:00", "From 02:00", "From 03:00", "From 04:00"];
  return {
    columns: ["Month", "Theirs", "Between midnight and 5", "Nights with one", "Most in one night", ...hourColumns],
    rows: [...rowByMonth]
      .sort(([a], [b]) => a - b)
      .map(([key, { all, nights, hours }]) => {
        const counts = [...nights.values()];
        const sum = counts.reduce((total, count) => total + count, 0);
        // bounded: the nights of one month.
        return [sayMonth(Math.floor(key / 12), (key % 12) + 1), all, sum, nights.size, Math.max(0, ...counts), ...hours];
      }),
  };
}
