import { type CivilDay, type Finding, type Statement, type Timeline, daysFromCivil, type LaneId } from "@unmask/core";
import { sayCount, sayDay, sayFewOf, sayIdentity, sayKinds, sayLaneLabel, sayList, sayNumber } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";

/** Acts that came after she told them to stop, after she blocked them, or after an order was served. The days are hers. */
export const contactAfterStop: Pattern = {
  id: "contact-after-stop",
  looksFor: "What came after you told them to stop, after you blocked them, or after an order was served on them.",
  find(timeline, statement) {
    return stopsOf(statement).flatMap((stop) => findingOf(stop, timeline, statement));
  },
};

interface Stop {
  /** "You told them to stop on 14 September 2025." */
  readonly says: string;
  /** "telling them to stop", for the sentence on the day itself. */
  readonly what: string;
  readonly days: readonly number[];
}

function stopsOf({ toldToStop, blocked, orderServed }: Statement): readonly Stop[] {
  const daysOf = (days: readonly (CivilDay | undefined)[]): number[] =>
    [...new Set(days.flatMap((day) => (day ? [daysFromCivil(day)] : [])))].sort((a, b) => a - b);
  const blocks = daysOf(blocked);
  const stops = [
    { says: "An order was served on them", what: "the order", days: daysOf([orderServed]) },
    { says: "You told them to stop", what: "your telling them", days: daysOf([toldToStop]) },
    { says: "You blocked a number or an account", what: "the block", days: blocks },
  ];
  return stops
    .filter(({ days }) => days.length > 0)
    .map((stop) => ({ ...stop, says: `${stop.says} on ${sayList(stop.days.map((day) => sayDay(day)))}.` }));
}

function findingOf({ says, what, days }: Stop, timeline: Timeline, statement: Statement): readonly Finding[] {
  const { theirs } = actsByWhose(timeline, statement);
  const [first] = days;
  if (first === undefined) return [];
  const after: PlacedAct[] = [];
  const before = new Set<string>();
  let sameDay = 0;
  let perhaps = 0;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (const one of theirs) {
    if (one.firstDay > first) {
      after.push(one);
      firstDay = Math.min(firstDay, one.day);
      lastDay = Math.max(lastDay, one.day);
      continue;
    }
    before.add(one.act.from.normal);
    if (one.lastDay > first) perhaps++;
    else if (one.firstDay === first) sameDay++;
  }
  if (after.length === 0) return [];
  const isFresh = ({ act }: PlacedAct): boolean => before.size > 0 && !before.has(act.from.normal);
  return [
    {
      pattern: contactAfterStop.id,
      says:
        `${says} ${sayCount(after.length, "act")} came after ${days.length === 1 ? "that day" : `${sayDay(first)}`}: ${sayKinds(after)}. ` +
        (firstDay === lastDay
          ? `${after.length === 1 ? "It" : "They"} came on ${sayDay(firstDay)}.`
          : `The first came on ${sayDay(firstDay)}, the last on ${sayDay(lastDay)}.${sayFresh(after, isFresh)}`),
      acts: idsOf(after),
      how: `An act is counted when every day it can mean lies after ${sayDay(first)}, the day that you gave. What came on the day itself is not counted, because the hour is not known.`,
      couldChange: [
        ...(sameDay > 0 ? [`${sayCount(sameDay, "act")} came on the day itself; whether before or after ${what} is not known.`] : []),
        ...(perhaps > 0 ? [`${sayCount(perhaps, "act")} may have come after it; the record leaves more than one day open.`] : []),
        ...sayAbsences(timeline, statement, after),
      ],
      table: tableOf(days, after, isFresh),
    },
  ];
}

/** Acts by a number or account that had not been used up to the first day; none when nothing at all had been used. */
function sayFresh(after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): string {
  const fresh = after.filter(isFresh);
  if (fresh.length === 0) return "";
  const normals = new Set(fresh.map(({ act }) => act.from.normal));
  return ` ${sayNumber(fresh.length)} came by ${sayFewOf(normals.size, "number or account", "numbers or accounts")} not seen until then.`;
}

/** One row a day that she gave and a way: how many came from that day to the next day that she gave. */
function tableOf(days: readonly number[], after: readonly PlacedAct[], isFresh: (one: PlacedAct) => boolean): Finding["table"] {
  const rows = days.flatMap((day, i) => {
    const until = days[i + 1] ?? Infinity;
    const rowByWay = new Map<LaneId, Map<string, { readonly one: PlacedAct; last: PlacedAct; count: number }>>();
    for (const one of after) {
      if (one.firstDay <= day || one.firstDay > until) continue;
      let rowByNormal = rowByWay.get(one.lane);
      if (!rowByNormal) rowByWay.set(one.lane, (rowByNormal = new Map()));
      const row = rowByNormal.get(one.act.from.normal);
      if (!row) rowByNormal.set(one.act.from.normal, { one, last: one, count: 1 });
      else {
        row.count++;
        row.last = one;
      }
    }
    return [...rowByWay.values()].flatMap((rowByNormal) =>
      [...rowByNormal.values()].map(({ one, last, count }) => [
        sayDay(day),
        sayLaneLabel(one.lane),
        sayIdentity(one.act.from),
        count,
        isFresh(one) ? count : 0,
        sayDay(one.day),
        sayDay(last.day),
      ]),
    );
  });
  return { columns: ["After", "By", "From", "Acts", "Not seen until then", "First", "Last"], rows };
}
