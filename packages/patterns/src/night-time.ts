import { type Finding, type Statement, type Timeline, civilFromDays } from "@unmask/core";
import { sayCount, sayDay, sayMonth, sayNotKnown, sayNumber, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, isAboutEven, sayBeside, sayBesideAgreed, sayEven, sayEvenRule, sayNotThese } from "./reading/beside-theirs.ts";
import { nightFrom, nightUntil } from "./reading/night.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Fewer than this is a late evening, not a habit. */
const nightLeast = 3;

/** What came between midnight and 5 where she is, beside what she sent then. */
export const nightTime: Pattern = spoken({
  id: "night-time",
  looksFor: "How much of it came between midnight and 5 in the morning where you are, and how much of what you sent.",
  find(timeline, statement) {
    const { theirs } = actsByWhose(timeline, statement);
    const nights = theirs.filter(({ night }) => night === "yes");
    return nights.length < nightLeast ? [] : [finding(nights, timeline, statement)];
  },
});

function finding(nights: readonly PlacedAct[], timeline: Timeline, statement: Statement): MarkedFinding {
  const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
  const { perhaps, unnamed, notThese, agreed } = besideTheirs(timeline, statement);
  const sent = isHerSideKnown ? hers.filter(isSent) : undefined;
  const open = theirs.filter(({ night }) => night === "perhaps").length;
  const countByDay = new Map<number, number>();
  for (const { day } of nights) countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
  const most = [...countByDay].reduce((a, b) => (b[1] > a[1] ? b : a));
  const isMost = most[1] > 1 && [...countByDay.values()].filter((count) => count === most[1]).length === 1;
  const came = `${sayNumber(nights.length)} came between midnight and 5`;
  // Where something else of hers is counted, what was agreed matters at night alone.
  const besideAgreed = sayBesideAgreed(sent?.length === 0 ? agreed : agreed.filter(({ night }) => night !== "no"));
  const hersThen = sayHersThen(nights.length, theirs.length, { sent, besideAgreed, isMost });
  return {
    pattern: nightTime.id,
    standing: "count",
    line: isMost
      ? lineOf(`${came}, the most on ${sayDay(most[0])}; ${hersThen}.`, `${came}; ${hersThen}.`)
      : lineOf(`${came}; ${hersThen}.`),
    says: [
      `${sayNumber(nights.length)} of ${sayCount(theirs.length, "act")} came between midnight and 5, in ${sayCount(countByDay.size, "night")}${sayHers(nights.length, theirs.length, { sent, besideAgreed })}.`,
      ...(isMost ? [`The most in one night is ${sayNumber(most[1])}, on ${sayDay(most[0])}.`] : []),
      ...sayBeside({ perhaps: countNights(perhaps), unnamed: countNights(unnamed) }),
    ].join(" "),
    acts: idsOf(nights),
    how:
      `An act is counted when every time it can mean lies from ${nightFrom}${nightFrom}:00 to before 0${nightUntil}:00 in ${statement.zone.name}. ` +
      `A night belongs to the day that it ends in. What ${marks.you} sent is counted the same way. ${sayEvenRule("both the number at night and its share of all")}`,
    couldChange: [
      ...sayNotThese(countNights(notThese)),
      ...(open > 0 ? [`${sayCount(open, "act")} may have come at night too; the record leaves more than one hour open.`] : []),
      ...sayAbsences(timeline, statement, nights),
    ],
    table: tableOf({ theirs, sent, perhaps, unnamed }),
  };
}

interface Hers {
  readonly sent: readonly PlacedAct[] | undefined;
  readonly besideAgreed: string;
  /** One night with most of theirs is named before hers. */
  readonly isMost: boolean;
}

/** Hers beside theirs: the number and all that she sent, so that both can be compared. */
function sayHers(nights: number, all: number, { sent, besideAgreed }: Omit<Hers, "isMost">): string {
  if (sent === undefined) return `; what ${marks.you} sent then is not known`;
  if (sent.length === 0) return `; ${besideAgreed}the files show nothing that ${marks.you} sent`;
  return `; ${besideAgreed}of ${sayNumber(sent.length)} that ${marks.you} sent, ${sayNumber(countNights(sent))}${sayEven(isEvenAtNight(nights, all, sent))}`;
}

/** The same in a line: a count of theirs never stands without hers. */
function sayHersThen(nights: number, all: number, { sent, besideAgreed, isMost }: Hers): string {
  // "Then" behind a day would be of that day.
  const then = isMost ? "in those hours" : "then";
  if (sent === undefined) return `what ${marks.you} sent ${then} is not known`;
  if (sent.length === 0) return `${besideAgreed}the files show nothing that ${marks.you} sent`;
  const hers = countNights(sent);
  return `${besideAgreed}${marks.you} sent ${hers === 0 ? "none" : sayNumber(hers)} ${then}${sayEven(isEvenAtNight(nights, all, sent))}`;
}

function isEvenAtNight(nights: number, all: number, sent: readonly PlacedAct[]): boolean {
  const hers = countNights(sent);
  return isAboutEven(nights, hers) && isAboutEven(nights / all, hers / sent.length);
}

function countNights(acts: readonly PlacedAct[]): number {
  return acts.reduce((sum, { night }) => (night === "yes" ? sum + 1 : sum), 0);
}

interface Row {
  all: number;
  readonly nights: Map<number, number>;
  readonly hours: number[];
}

function addTo(row: Row, { day, hour, night }: PlacedAct): Row {
  row.all++;
  if (night !== "yes") return row;
  row.nights.set(day, (row.nights.get(day) ?? 0) + 1);
  if (hour !== undefined) row.hours[hour] = (row.hours[hour] ?? 0) + 1;
  return row;
}

function emptyRow(): Row {
  return { all: 0, nights: new Map(), hours: [0, 0, 0, 0, 0] };
}

interface Sides {
  readonly theirs: readonly PlacedAct[];
  readonly sent: readonly PlacedAct[] | undefined;
  readonly perhaps: readonly PlacedAct[];
  readonly unnamed: readonly PlacedAct[];
}

function tableOf({ theirs, sent, perhaps, unnamed }: Sides): Finding["table"] {
  const rowByMonth = new Map<number, Row>();
  for (const one of theirs) {
    const { year, month } = civilFromDays(one.day);
    const key = year * 12 + month - 1;
    rowByMonth.set(key, addTo(rowByMonth.get(key) ?? emptyRow(), one));
  }
  const hourColumns = ["From 00:00", "From 01:00", "From 02:00", "From 03:00", "From 04:00"];
  const wholeRow = (label: string, acts: readonly PlacedAct[]): (string | number)[] => cellsOf(label, acts.reduce(addTo, emptyRow()));
  return {
    columns: ["Month, or whose", "Acts", "Between midnight and 5", "Nights with one", "Most in one night", ...hourColumns],
    rows: [
      ...[...rowByMonth]
        .sort(([a], [b]) => a - b)
        .map(([key, row]) => cellsOf(`${marks.Theirs}, ${sayMonth(Math.floor(key / 12), (key % 12) + 1)}`, row)),
      wholeRow(`${marks.Theirs}, all`, theirs),
      sent ? wholeRow(`${marks.You} sent, all`, sent) : [`${marks.You} sent, all`, ...Array.from({ length: 9 }, () => sayNotKnown())],
      ...(countNights(perhaps) > 0 ? [wholeRow(`Perhaps ${marks.theirs}, all`, perhaps)] : []),
      ...(countNights(unnamed) > 0 ? [wholeRow("Nobody named, all", unnamed)] : []),
    ],
  };
}

function cellsOf(label: string, { all, nights, hours }: Row): (string | number)[] {
  const counts = [...nights.values()];
  const sum = counts.reduce((total, count) => total + count, 0);
  // bounded: the nights of one row, and the hours of a night.
  return [label, all, sum, counts.length, counts.reduce((most, count) => Math.max(most, count), 0), ...hours];
}
