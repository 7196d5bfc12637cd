import { jurisdictionNames, waitingRules } from "@unmask/case";
import { type Result, failed, ok, readStrictly, waitingKinds } from "@unmask/core";
import { type ForceLawEntry, forceLawEntryFromJson, whyNotConfirmed } from "@unmask/law";
import { sayList } from "@unmask/words";
import type { QuestionToConfirm } from "../desk/to-confirm.ts";
import type { WriteSpec, WrittenValues } from "../parts/written-fields.ts";

/** The form of a confirmation, and the row that its answers make. */
export function confirmSpec(questions: readonly QuestionToConfirm[]): WriteSpec {
  const kindOf = ({ about, what }: WrittenValues): string | undefined =>
    what === "answer" ? questions.find((one) => one.about === about)?.answeredBy : undefined;
  return {
    name: "confirm",
    path: "to-confirm",
    letter: "c",
    button: "Write a confirmation",
    verb: "Write it",
    changes: "A row is added, which holds from its day on. None is ever changed: what held before stands under it.",
    fields: [
      {
        key: "about",
        asks: "Which question",
        as: "choice",
        options: questions.map(({ about, jurisdiction, question }) => ({
          value: about,
          says: `${jurisdictionNames[jurisdiction]}: ${question}`,
        })),
      },
      {
        key: "what",
        asks: "What holds",
        as: "choice",
        options: [
          { value: "answer", says: "what was confirmed" },
          { value: "as-shipped", says: "what is shipped, again" },
        ],
      },
      { key: "days", asks: "Days", as: "line", isAsked: (values) => kindOf(values) === "days" },
      {
        key: "ahead",
        asks: "Days before the last day, the longest first",
        as: "line",
        hint: "with a blank between two",
        isAsked: (values) => kindOf(values) === "look-ahead",
      },
      {
        key: "times",
        asks: "Hours, one time a line, as “Service: 12” or for a team “Service, Protecting north: 6”",
        as: "words",
        hint: `${sayList(waitingKinds.map((kind) => waitingRules[kind].says))}. What is not named stays as proposed.`,
        isAsked: (values) => kindOf(values) === "reading-times",
      },
      { key: "began", asks: "Began on", as: "day", isAsked: (values) => kindOf(values) === "route" },
      { key: "applicant", asks: "Which force keeps such an order", as: "line", isAsked: (values) => kindOf(values) === "route" },
      { key: "says", asks: "What was confirmed, and where it stands", as: "words" },
      { key: "confirmedBy", asks: "Who confirmed it: name and office", as: "line" },
      { key: "confirmedOn", asks: "On which day", as: "day" },
      { key: "from", asks: "Holds from", as: "day" },
    ],
    sends: (answers) => ({ entry: entryOfAnswers(answers, kindOf) }),
  };
}

function entryOfAnswers(answers: Readonly<Record<string, unknown>>, kindOf: (values: WrittenValues) => string | undefined): object {
  const said = (key: string): string => {
    const answer = answers[key];
    return typeof answer === "string" ? answer : "";
  };
  const { about, says, confirmedBy, confirmedOn, from } = answers;
  const entry = { about, says, confirmedBy, confirmedOn, from };
  const kind = kindOf({ about: said("about"), what: said("what") });
  switch (kind) {
    case undefined:
      return { ...entry, value: { kind: "as-shipped" } };
    case "days":
      return { ...entry, value: { kind, days: numberOf(said("days")) } };
    case "look-ahead":
      return {
        ...entry,
        value: {
          kind,
          days: said("ahead")
            .split(/[\s,]+/)
            .filter((one) => one !== "")
            .map(numberOf),
        },
      };
    case "reading-times":
      return {
        ...entry,
        value: {
          kind,
          times: said("times")
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map(timeOf),
        },
      };
    case "route":
      return { ...entry, value: { kind, began: answers["began"], applicant: answers["applicant"] } };
    default:
      return { ...entry, value: { kind } };
  }
}

/** "Service, Protecting north: 6". What is none of the kinds stays as it was typed, which nobody takes for one. */
function timeOf(line: string): object {
  const [, named = "", hours = ""] = /^(.*):([^:]*)$/.exec(line) ?? [];
  const [what = "", ...team] = named.split(",");
  const kind = waitingKinds.find((one) => waitingRules[one].says.toLowerCase() === what.trim().toLowerCase());
  return { kind: kind ?? line, team: team.length === 0 ? null : team.join(",").trim(), hours: numberOf(hours.replace(/hours?\s*$/, "")) };
}

/** A number as it was typed; words stay words, which nobody takes for a number of days. */
function numberOf(typed: string): unknown {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : typed;
}

/** Whether a row can be sent on a day; the error says what is wrong with it, in words for whoever filled it in. */
export function checkedEntry(body: object, today: string): Result<ForceLawEntry, string> {
  const { entry }: { readonly entry?: unknown } = body;
  const read = readStrictly(entry, "entry", forceLawEntryFromJson);
  if (!read.ok)
    return failed(
      "Not written: give days and hours as whole numbers, each time by a name of the list, and each answer in one line but what was confirmed.",
    );
  const can = whyNotConfirmed(read.value, today);
  return can.ok ? ok(read.value) : failed(`Not written. ${can.error}`);
}
