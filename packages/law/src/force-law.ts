import {
  type ReadValue,
  type Result,
  type WaitingKind,
  count,
  failed,
  fault,
  lineFromJson,
  list,
  object,
  ok,
  oneOf,
  orNull,
  parseCivilDay,
  parsed,
  readStrictly,
  waitingKinds,
} from "@unmask/core";
import { openQuestions } from "./open-questions.ts";

/**
 * What a force confirmed of the questions that no source answers, and what it set where only a force can: rows with the day from which each holds, in the
 * order in which they were written. None is ever changed: another one takes its place from its own day on.
 */

/** UTF-16 units of the words of an answer: a longer one is kept as a paper and named here. */
const longestAnswer = 4_000;

/** Days of a setting, and how many days a list of them holds: more would be a mistake of typing. */
const mostDays = 3_650;
const mostLookAheads = 12;
/** Hours in which something is read, at the most, and how many times of all teams one row holds. */
const mostHours = 2_000;
const mostReadingTimes = 400;

/** What a row says, by how its question is answered. */
export type ForceLawValue =
  /** What is shipped holds again, as if nobody had answered. */
  | { readonly kind: "as-shipped" }
  /** The answer stands in its words alone: a person reads it, and nothing is worked out from it. */
  | { readonly kind: "words" }
  | { readonly kind: "days"; readonly days: number }
  /** Days before an end, the longest first. */
  | { readonly kind: "look-ahead"; readonly days: readonly number[] }
  /** Within how many hours another reads what waits for a second person, of each kind for one team or, without one, for all. */
  | { readonly kind: "reading-times"; readonly times: readonly SetReadingTime[] }
  /** A way to an order that began on a day; `applicant`: the force that keeps such an order’s register, in the force’s words. */
  | { readonly kind: "route"; readonly began: string; readonly applicant: string };

/** One time of them. */
export interface SetReadingTime {
  readonly kind: WaitingKind;
  readonly team: string | null;
  readonly hours: number;
}

/** One row as somebody writes it. */
export interface ForceLawEntry {
  /** Jurisdiction and id of the question: "EW/appeal-limit". */
  readonly about: string;
  /** Civil day from which it holds. */
  readonly from: string;
  readonly value: ForceLawValue;
  /** The answer and where it stands, in the words of who confirmed it. */
  readonly says: string;
  /** Who confirmed it: a person of the force or its solicitor, by name and office. */
  readonly confirmedBy: string;
  /** Civil day on which they did. */
  readonly confirmedOn: string;
}

/** One row as it is kept. */
export interface ForceLawRow extends ForceLawEntry {
  /** From 1, in the order of writing. */
  readonly number: number;
}

/** What a force goes by on one day. */
export interface ForceLaw {
  /** Days after a report by which it is answered whether an order is considered; null: no setting, and no clock. */
  readonly considerOrderDays: number | null;
  /** Days before the last day of an order on which it is looked at again, the longest first. */
  readonly lookAheadDays: readonly number[];
  /** Hours within which another reads what waits for a second person, where the force set them. */
  readonly readingTimes: readonly SetReadingTime[];
  /** Days after an order was made or changed, and after a breach was found, by which whoever is protected is told; null: no setting, and no clock. */
  readonly tellOfOrderDays: number | null;
  readonly tellOfBreachDays: number | null;
  /** Civil day since which a court can make an order without an application, and the force that keeps it then; null: off. */
  readonly ownMotionFrom: string | null;
  readonly ownMotionApplicant: string | null;
  /** By "EW/appeal-limit": the row that answers it. A question without one is open. */
  readonly answers: ReadonlyMap<string, ForceLawRow>;
  /** Which rows count, in one text: where it is another, whatever was worked out by them is worked out anew. */
  readonly version: string;
}

/** Days before an end that we propose where the force set none: no source names any. */
const proposedLookAhead: readonly number[] = [180, 90, 30];

const civilDay: ReadValue<string> = parsed(
  (written) => (parseCivilDay(written) === undefined ? undefined : written),
  "civil day written like 2026-11-27",
);

const kinds = ["as-shipped", "words", "days", "look-ahead", "reading-times", "route"] as const;

const setReadingTime: ReadValue<SetReadingTime> = object(({ must }) => ({
  kind: must("kind", oneOf(waitingKinds)),
  team: must("team", orNull(lineFromJson)),
  hours: must("hours", count),
}));

/** Reads a value. */
export const forceLawValueFromJson: ReadValue<ForceLawValue> = object(({ must }): ForceLawValue => {
  const kind: ForceLawValue["kind"] = must("kind", oneOf(kinds));
  switch (kind) {
    case "days":
      return { kind, days: must("days", count) };
    case "look-ahead":
      return { kind, days: must("days", list(count)) };
    case "reading-times":
      return { kind, times: must("times", list(setReadingTime)) };
    case "route":
      return { kind, began: must("began", civilDay), applicant: must("applicant", lineFromJson) };
    default:
      return { kind };
  }
});

/** Reads what somebody writes; whether it answers its question is asked by `whyNotConfirmed`. */
export const forceLawEntryFromJson: ReadValue<ForceLawEntry> = object(({ must }): ForceLawEntry => ({
  about: must("about", lineFromJson),
  from: must("from", civilDay),
  value: must("value", forceLawValueFromJson),
  says: must("says", answerWords),
  confirmedBy: must("confirmedBy", lineFromJson),
  confirmedOn: must("confirmedOn", civilDay),
}));

const answerWords: ReadValue<string> = (value, path) => {
  if (typeof value !== "string" || value.trim() === "") return fault(path, "holds no words");
  return value.length <= longestAnswer ? value.trim() : fault(path, `is longer than ${longestAnswer} letters`);
};

/** A row’s value as it is kept, in one line. */
export function forceLawValueToJson(value: ForceLawValue): string {
  return JSON.stringify(value);
}

/** Reads it again. */
export function readForceLawValue(json: string): Result<ForceLawValue, string> {
  try {
    return readStrictly(JSON.parse(json), "value", forceLawValueFromJson);
  } catch (error) {
    if (error instanceof SyntaxError) return failed("the value is no JSON");
    throw error;
  }
}

/**
 * What holds on a civil day: of each question the row with the newest day that has come, and of two of one day the one that was written later. A row of
 * an older day that is written afterwards changes nothing of what a newer one says.
 */
export function lawInForce(rows: readonly ForceLawRow[], day: string): ForceLaw {
  const newest = new Map<string, ForceLawRow>();
  for (const row of rows) {
    const before = newest.get(row.about);
    const isNewer = before === undefined || row.from > before.from || (row.from === before.from && row.number > before.number);
    if (row.from <= day && isNewer) newest.set(row.about, row);
  }
  const answers = new Map([...newest].filter(([, { value }]) => value.kind !== "as-shipped"));
  const valueOf = (id: string): ForceLawValue | undefined => answers.get(`EW/${id}`)?.value;
  const daysOf = (id: string): number | null => {
    const value = valueOf(id);
    return value?.kind === "days" ? value.days : null;
  };
  const [ahead, times, route] = [valueOf("look-ahead"), valueOf("reading-times"), valueOf("cpa2026_spo")];
  const numbers = [...answers.values()].map(({ number }) => number).sort((one, other) => one - other);
  return {
    considerOrderDays: daysOf("consider-order"),
    lookAheadDays: ahead?.kind === "look-ahead" ? ahead.days : proposedLookAhead,
    readingTimes: times?.kind === "reading-times" ? times.times : [],
    tellOfOrderDays: daysOf("tell-of-order"),
    tellOfBreachDays: daysOf("tell-of-breach"),
    ownMotionFrom: route?.kind === "route" ? route.began : null,
    ownMotionApplicant: route?.kind === "route" ? route.applicant : null,
    answers,
    version: numbers.length === 0 ? "as shipped" : `rows ${numbers.join(" ")}`,
  };
}

/** Whether a row can be taken on a day; the error says what is wrong, for whoever writes it. Nobody confirms tomorrow; what holds can begin then. */
export function whyNotConfirmed({ about, confirmedOn, value, from }: ForceLawEntry, today: string): Result<undefined, string> {
  const question = openQuestions().find(({ jurisdiction, id }) => `${jurisdiction}/${id}` === about);
  if (question === undefined) return failed("There is no such question.");
  if (value.kind !== "as-shipped" && value.kind !== question.answeredBy) return failed("That does not answer this question.");
  if (value.kind === "days" && !isNumberOfDays(value.days)) return failed(`Give 1 to ${mostDays} days.`);
  if (value.kind === "look-ahead") {
    const { days } = value;
    if (days.length === 0 || days.length > mostLookAheads) return failed(`Give 1 to ${mostLookAheads} numbers of days.`);
    if (!days.every(isNumberOfDays)) return failed(`Give 1 to ${mostDays} days, each.`);
    if (days.some((one, i) => i > 0 && one >= (days[i - 1] ?? 0))) return failed("Give the longest first, and none twice.");
  }
  if (value.kind === "reading-times") {
    const { times } = value;
    if (times.length === 0 || times.length > mostReadingTimes) return failed(`Give 1 to ${mostReadingTimes} times.`);
    if (times.some(({ hours }) => hours < 1 || hours > mostHours)) return failed(`Give 1 to ${mostHours} hours, each.`);
    if (new Set(times.map(({ kind, team }) => `${kind} ${team ?? ""}`)).size < times.length) return failed("Give each once for a team.");
  }
  if (confirmedOn > today) return failed("It cannot have been confirmed on a day that has not come.");
  if (value.kind === "route" && value.began > from) return failed("It cannot hold before the day on which it began.");
  return ok(undefined);
}

function isNumberOfDays(days: number): boolean {
  return days >= 1 && days <= mostDays;
}
