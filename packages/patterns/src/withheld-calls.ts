import { type Finding, type Statement, type Timeline, civilFromDays, later, msPerMinute } from "@unmask/core";
import { sayBetween, sayFirst, sayMonth, sayNumber, sayThereWere, marks } from "@unmask/words";
import { firstFrom } from "./reading/acts-within.ts";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** One withheld call is a surgery or a school. */
const callsLeast = 3;
/** How near to an act of theirs a call counts as near it. */
const nearMinutes = 10;

/** Calls of which the number was withheld. Whose they are is not in the file; they are counted apart and never added to theirs. */
export const withheldCalls: Pattern = spoken({
  id: "withheld-calls",
  looksFor: "Calls of which the number was withheld: how many, when, and how near to what they did.",
  find(timeline, statement) {
    const calls = withheldCallsOf(timeline, statement);
    return calls.length < callsLeast ? [] : [finding(calls, timeline, statement)];
  },
});

function withheldCallsOf(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  const { theirs, others } = actsByWhose(timeline, statement);
  const isWithheld = (one: PlacedAct): boolean => (one.kind === "call" || one.kind === "voicemail") && !isKnown(one) && !one.isFar;
  return [...theirs.filter(isWithheld), ...others.filter(isWithheld)].sort(
    (a, b) => a.earliest - b.earliest || a.latest - b.latest || (a.id < b.id ? -1 : 1),
  );
}

function finding(calls: readonly PlacedAct[], timeline: Timeline, statement: Statement): MarkedFinding {
  const { theirs } = actsByWhose(timeline, statement);
  const near = new Set(calls.filter(createNear(theirs)));
  const nights = calls.filter(({ night }) => night === "yes").length;
  const taken = calls.filter(({ isTaken }) => isTaken).length;
  const first = calls[0]?.day ?? 0;
  return {
    pattern: withheldCalls.id,
    standing: "count",
    line: lineOf(
      `${sayNumber(calls.length)} calls from a withheld number, ${sayBetween(first, calls.at(-1)?.day ?? first)}. Who called is not known.`,
    ),
    says:
      `${sayFirst(sayBetween(first, calls.at(-1)?.day ?? first))} ${sayThereWere(calls.length, "call")} from a withheld number. ` +
      `${sayNone(taken)} ${taken === 1 ? "was" : "were"} answered; ${sayNone(nights).toLowerCase()} came between midnight and 5; ` +
      `${sayNone(near.size).toLowerCase()} came within ${nearMinutes} minutes of something that ${marks.you} said is ${marks.theirs}.`,
    acts: idsOf(calls),
    how:
      `Every call or voicemail of which the file shows no number is counted, ${callsLeast} or more. ` +
      `Near means that an act of ${marks.theirs} with a known number or account begins within ${nearMinutes} minutes before or after it.`,
    couldChange: [
      "The file does not show who called. A hospital, a school or a surgery can withhold its number too.",
      "The phone company may hold the number. Whether it does and for how long is not known here: ask early.",
      ...sayAbsences(timeline, statement, calls),
    ],
    table: tableOf(calls, near),
  };
}

function sayNone(count: number): string {
  return count === 0 ? "None" : sayNumber(count);
}

/**
 * Makes a question: does an act of theirs with a known number or account begin near a call? To be asked of one call after the other in order of
 * time, so that no act of theirs is looked at twice.
 */
function createNear(theirs: readonly PlacedAct[]): (call: PlacedAct) => boolean {
  const reach = nearMinutes * msPerMinute;
  let next = 0;
  return ({ earliest, latest }) => {
    next = Math.max(next, firstFrom(theirs, later(earliest, -reach)));
    for (let one = theirs[next]; one && !isKnown(one); one = theirs[next]) next++;
    return (theirs[next]?.earliest ?? Infinity) <= latest + reach;
  };
}

function isKnown({ from, act: { flags } }: PlacedAct): boolean {
  return from.kind !== "withheld" && !flags.includes("withheld-number");
}

function tableOf(calls: readonly PlacedAct[], near: ReadonlySet<PlacedAct>): Finding["table"] {
  const rowByMonth = new Map<number, [number, number, number, number]>();
  for (const call of calls) {
    const { year, month } = civilFromDays(call.day);
    const key = year * 12 + month - 1;
    const row = rowByMonth.get(key) ?? [0, 0, 0, 0];
    row[0]++;
    if (call.isTaken) row[1]++;
    if (call.night === "yes") row[2]++;
    if (near.has(call)) row[3]++;
    rowByMonth.set(key, row);
  }
  return {
    columns: [
      "Month",
      "Withheld calls",
      "Answered",
      "Between midnight and 5",
      `Within ${nearMinutes} minutes of an act of ${marks.theirs}`,
    ],
    rows: [...rowByMonth].sort(([a], [b]) => a - b).map(([key, counts]) => [sayMonth(Math.floor(key / 12), (key % 12) + 1), ...counts]),
  };
}
