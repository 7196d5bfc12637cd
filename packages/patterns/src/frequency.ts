import {
  type CivilDay,
  type Finding,
  type Identity,
  type Statement,
  type Timeline,
  civilFromDays,
  isDevice,
  isNumberWithheld,
} from "@unmask/core";
import {
  sayBetween,
  sayCount,
  sayDay,
  sayFirst,
  sayIdentities,
  sayKinds,
  sayList,
  sayMonth,
  sayNotKnown,
  sayNumber,
  marks,
} from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, sayBesideAgreed } from "./reading/beside-theirs.ts";
import type { Pattern } from "./pattern.ts";
import { isOfOpenDate } from "./reading/doubt.ts";
import { isToGroup, sayGroups } from "./reading/groups.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { type ActsByWhose, actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** How much there is: how many acts, of what kind, from whom, on how many days, and what she wrote herself. */
export const frequency: Pattern = spoken({
  id: "frequency",
  looksFor: "How many things they did, from which day to which, and on how many days.",
  find(timeline, statement) {
    const { theirs } = actsByWhose(timeline, statement);
    return theirs.length === 0 ? [] : [howMuch(timeline, statement)];
  },
});

function howMuch(timeline: Timeline, statement: Statement): MarkedFinding {
  const { theirs, hers, isHerSideKnown, far, undated } = actsByWhose(timeline, statement);
  const placed = theirs.filter(({ isStretch }) => !isStretch);
  const sent = isHerSideKnown ? hers.filter(isSent) : undefined;
  const countByDay = new Map<number, number>();
  for (const { day } of placed) countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
  const busiest = [...countByDay].reduce<readonly [number, number] | undefined>(
    (most, one) => (most && most[1] >= one[1] ? most : one),
    undefined,
  );
  const toOthers = theirs.reduce((sum, { isToOthers }) => (isToOthers ? sum + 1 : sum), 0);
  const nights = placed.filter(({ night }) => night === "yes").length;
  const isOrderOpen = theirs.some(({ doubts, act }) => isOfOpenDate(doubts) && act.flags.includes("date-order-assumed"));
  return {
    pattern: frequency.id,
    standing: "count",
    line: lineOf(
      `${sayCount(theirs.length, "act")} by ${marks.them}, ${sayDaysOf(theirs)}${countByDay.size > 1 ? `, on ${sayCount(countByDay.size, "day")}` : ""}${isOrderOpen ? ", as read day first" : ""}.`,
    ),
    says: [
      sayTotal(theirs),
      ...(busiest && busiest[1] > 1
        ? [
            `The acts came on ${sayCount(countByDay.size, "day")}; the most in one day is ${sayNumber(busiest[1])}, on ${sayDay(busiest[0])}.`,
          ]
        : []),
      ...sayTheirGroups(timeline, theirs),
      ...(toOthers > 0 ? [`Of these, ${sayNumber(toOthers)} went to other people.`] : []),
      saySent(timeline, sent, sayBesideAgreed(besideTheirs(timeline, statement).agreed) !== ""),
      ...(nights > 0 ? [`${sayNumber(nights)} came between midnight and 5.`] : []),
    ].join(" "),
    acts: idsOf(theirs),
    how: `Every act is counted once whose number or account ${marks.you} said is ${marks.theirs}, on the day it happened in ${statement.zone.name}. An act that stands in two files is one act.`,
    couldChange: sayAbsences(timeline, statement, theirs),
    table: tableOf(placed, { sent, far, undated, toOthers, stretches: theirs.length - placed.length }),
  };
}

/** What went to a group was not sent to her alone. */
function sayTheirGroups(timeline: Timeline, theirs: readonly PlacedAct[]): readonly string[] {
  const grouped = theirs.filter(isToGroup);
  return grouped.length === 0 ? [] : [`Of these, ${sayNumber(grouped.length)} went to ${sayGroups(timeline, grouped)}.`];
}

function saySent(timeline: Timeline, sent: readonly PlacedAct[] | undefined, isAgreed: boolean): string {
  const { You, you, them } = marks;
  if (sent === undefined) return `What ${you} sent ${them} is not known.`;
  const grouped = sent.filter(isToGroup);
  const alone = sent.length - grouped.length;
  const head = isAgreed ? `Beside what was agreed, ${you}` : You;
  const toGroup = grouped.length === 0 ? "" : `${sayNumber(grouped.length)} to ${sayGroups(timeline, grouped)}`;
  if (alone === 0) {
    return toGroup === ""
      ? `${isAgreed ? "Beside what was agreed, the" : "The"} files show nothing that ${you} sent ${them}.`
      : `${head} sent ${toGroup}, and the files show nothing to ${them} alone.`;
  }
  return toGroup === "" ? `${head} sent ${them} ${sayNumber(alone)}.` : `${head} sent ${them} ${sayNumber(alone)}, and ${toGroup}.`;
}

function sayDaysOf(theirs: readonly PlacedAct[]): string {
  const first = theirs[0]?.day ?? 0;
  return sayBetween(
    first,
    theirs.reduce((most, { day }) => Math.max(most, day), first),
  );
}

/** The camera at the door writes under a name of its own, which is no person's. */
const device: Identity = { kind: "device", wrote: "", normal: "device" };

function sayTotal(theirs: readonly PlacedAct[]): string {
  const when = sayDaysOf(theirs);
  const kinds = new Set(theirs.map(({ kind }) => kind));
  const what = kinds.size === 1 ? `${sayKinds(theirs)},` : `${sayCount(theirs.length, "act")}: ${sayKinds(theirs)},`;
  const verb = theirs.length === 1 ? "was" : "were";
  // What a camera saw, or a brick through a window, came by no number.
  const named = theirs.flatMap(({ act, from }) =>
    from.kind !== "withheld" || isNumberWithheld(act) ? [from.kind === "name" && isDevice(act) ? device : from] : [],
  );
  const unnamed = theirs.length - named.length;
  const whom = [
    ...(named.length > 0 ? [sayIdentities(named)] : []),
    ...(unnamed > 0 ? [`nobody whom the files name (${sayNumber(unnamed)})`] : []),
  ];
  return `${sayFirst(when)} there ${verb} ${what} from ${sayList(whom)}.`;
}

interface MonthRow {
  count: number;
  readonly days: Map<number, number>;
  night: number;
  hers: number;
}

function tableOf(
  placed: readonly PlacedAct[],
  {
    sent,
    far,
    undated,
    toOthers,
    stretches,
  }: { readonly sent: readonly PlacedAct[] | undefined; readonly toOthers: number; readonly stretches: number } & Pick<
    ActsByWhose,
    "far" | "undated"
  >,
): Finding["table"] {
  const rowByMonth = new Map<number, MonthRow>();
  const rowOf = (day: number): MonthRow => {
    const { year, month }: CivilDay = civilFromDays(day);
    const key = year * 12 + month - 1;
    let row = rowByMonth.get(key);
    if (!row) rowByMonth.set(key, (row = { count: 0, days: new Map(), night: 0, hers: 0 }));
    return row;
  };
  for (const { day, night } of placed) {
    const row = rowOf(day);
    row.count++;
    row.days.set(day, (row.days.get(day) ?? 0) + 1);
    if (night === "yes") row.night++;
  }
  for (const { day } of sent ?? []) rowOf(day).hers++;
  const sayHers = (count: number): number | string => (sent ? count : sayNotKnown());
  const rows = [...rowByMonth]
    .sort(([a], [b]) => a - b)
    .map(([key, { count, days, night, hers: mine }]) => [
      sayMonth(Math.floor(key / 12), (key % 12) + 1),
      count,
      days.size,
      Math.max(0, ...days.values()), // bounded: the days of one month.
      night,
      sayHers(mine),
    ]);
  return {
    columns: ["Month", marks.Theirs, "Days with one", "Most in one day", "Between midnight and 5", `${marks.You} sent`],
    rows: [
      ...rows,
      ...(toOthers > 0 ? [["Of these, to other people", toOthers, 0, 0, 0, sayHers(0)]] : []),
      ...(stretches > 0 ? [["On one of several days", stretches, 0, 0, 0, sayHers(0)]] : []),
      ...(undated.length > 0 ? [["Time not known, not counted", undated.length, 0, 0, 0, sayHers(0)]] : []),
      ...(far.length > 0 ? [["Dated before 1990 or after the import, not counted", far.length, 0, 0, 0, sayHers(0)]] : []),
    ],
  };
}
