import { answersToPrompt } from "../desk/assess.ts";
import type { CasePage } from "../desk/case-page.ts";
import { type WriteSpec, waysToKnow, yesNo } from "../parts/written-fields.ts";

/** Small forms that only a case has. Each says what it changes before it is written. */

/** A fact: read from a record. */
export const factSpec: WriteSpec = {
  name: "fact",
  path: "facts",
  letter: "f",
  button: "Write a fact",
  verb: "Write the fact",
  fields: [
    { key: "says", asks: "What was read?", as: "words" },
    { key: "source", asks: "From which record?", as: "line", hint: "So that another can find it: “custody record 3310”." },
  ],
  changes: "It stands among the facts. What somebody says is an account, also where you believe it.",
};

/** An account: somebody says so. */
export const accountSpec: WriteSpec = {
  name: "account",
  path: "accounts",
  letter: "a",
  button: "Write an account",
  verb: "Write the account",
  fields: [
    { key: "says", asks: "What was said, in their words?", as: "words" },
    { key: "source", asks: "By whom, to whom and when?", as: "line" },
  ],
  changes: "It stands among the accounts, in the words that were used.",
};

/** A conclusion: what it rests on, and what could change it. */
export function inferenceSpec({ facts, accounts }: Pick<CasePage, "facts" | "accounts">): WriteSpec {
  return {
    name: "inference",
    path: "inferences",
    letter: "c",
    button: "Write a conclusion",
    verb: "Write the conclusion",
    fields: [
      { key: "says", asks: "What do you conclude?", as: "words" },
      {
        key: "rests",
        asks: "Which facts and accounts does it rest on?",
        as: "ticks",
        isNumber: true,
        options: [...facts, ...accounts].map(({ number, says }) => ({ value: String(number), says })),
        hint: "No fact or account is written yet: write one first, then conclude.",
      },
      { key: "couldChange", asks: "What could change it?", as: "words" },
    ],
    changes: "It stands apart from facts and accounts, as worked out, with what could change it.",
  };
}

/** Somebody is there. */
export const dangerMetSpec: WriteSpec = {
  name: "danger-met",
  path: "danger/met",
  letter: "m",
  button: "Somebody is there",
  verb: "Write who is there",
  fields: [
    { key: "says", asks: "Who is there, and since when?", as: "words" },
    { key: "log", asks: "Number of the log", as: "line", isOptional: true },
  ],
  changes: "The danger stands until it is ended; every list says that somebody is there.",
};

/** The danger is over for now. */
export const dangerEndedSpec: WriteSpec = {
  name: "danger-over",
  path: "danger/end",
  letter: "o",
  button: "It is over for now",
  verb: "End the danger",
  fields: [{ key: "words", asks: "Why is it over, and how do you know?", as: "words" }],
  changes: "The danger leaves every list. It can be raised again at any time.",
};

/** What one answer to a risk prompt rests on. */
export function groundSpec({ risk }: Pick<CasePage, "risk">): WriteSpec {
  return {
    name: "ground",
    path: "risk",
    letter: "w",
    button: "Say what an answer rests on",
    verb: "Write the answer",
    fields: [
      { key: "prompt", asks: "Which question?", as: "choice", options: risk.prompts.map(({ id, asks }) => ({ value: id, says: asks })) },
      {
        key: "answer",
        asks: "Its answer",
        as: "choice",
        options: answersToPrompt.map((value) => ({ value, says: value.replace("-", " ") })),
      },
      { key: "says", asks: "What does it rest on?", as: "words" },
      { key: "knowing", asks: "How is it known?", as: "choice", options: waysToKnow },
    ],
    changes: "The answer stands with what it rests on; the other questions keep theirs.",
    sends: ({ prompt, answer, says, knowing }) => ({ prompts: [{ prompt, answer, ground: { says, knowing } }] }),
  };
}

/** One more report in this case. */
export const reportAddedSpec: WriteSpec = {
  name: "report-add",
  path: "reports/add",
  letter: "p",
  button: "Add a report",
  verb: "Add it",
  fields: [{ key: "report", asks: "Which report? Its number, as R-2100", as: "line" }],
  changes:
    "It leaves the queue and is read here, by whoever is on this case. The risk prompts are asked again; a closed case opens. A report that stands in another case is taken out there first.",
};

/** A report leaves this case. */
export function reportRemovedSpec({ reports }: Pick<CasePage, "reports">): WriteSpec {
  return {
    name: "report-remove",
    path: "reports/remove",
    letter: "x",
    button: "Take a report out",
    verb: "Take it out",
    fields: [
      {
        key: "report",
        asks: "Which?",
        as: "choice",
        options: reports.map(({ report, name }) => ({ value: report, says: name === undefined ? report : `${report}, ${name}` })),
      },
      { key: "words", asks: "Why does it not belong to this case?", as: "words" },
    ],
    changes:
      "It waits in the queue again, for everybody who sees the queue. Whoever is on this case and does not see the queue cannot open it any more. What was written from it stays.",
  };
}

/** A log or a recorded crime, for the timeline of the case. */
export const recordSpec: WriteSpec = {
  name: "record",
  path: "records",
  letter: "l",
  button: "Type in a log or a recorded crime",
  verb: "Put it on the timeline",
  fields: [
    {
      key: "of",
      asks: "What is it?",
      as: "choice",
      options: [
        { value: "log", says: "a log: 999, 101, a desk, another agency" },
        { value: "crime", says: "a recorded crime" },
      ],
    },
    { key: "record", asks: "Its number", as: "line" },
    { key: "agency", asks: "Whose record is it?", as: "line", hint: "“Northshire Police”, “Southmere Council, housing”." },
    { key: "day", asks: "On which day was it?", as: "day" },
    { key: "at", asks: "At which minute", as: "minute", isOptional: true },
    { key: "says", asks: "What does it say?", as: "words" },
    { key: "as", asks: "What is it recorded as?", as: "line", isAsked: ({ of }) => of === "crime" },
    {
      key: "stalking",
      asks: "Is it recorded as stalking?",
      as: "choice",
      options: [...yesNo, { value: "not-known", says: "not known" }],
      isAsked: ({ of }) => of === "crime",
    },
  ],
  changes: ({ of, stalking }) =>
    `It stands on the timeline beside the acts of the reports, and the risk prompts are asked again.${
      of === "crime" && stalking !== "yes" ? " A crime that is not recorded as stalking asks why, among the decisions." : ""
    }`,
};

/** Something is recorded elsewhere as another thing than stalking. */
export const recordedElsewhereSpec: WriteSpec = {
  name: "elsewhere",
  path: "decisions/recorded-elsewhere",
  letter: "w",
  button: "It is recorded as something else",
  verb: "Write the record",
  fields: [
    { key: "record", asks: "Number of the record, and where it stands", as: "line" },
    { key: "as", asks: "What is it recorded as?", as: "line", hint: "“Criminal damage”, “malicious communications”." },
    { key: "writtenBy", asks: "Who wrote it", as: "line", isOptional: true },
    { key: "says", asks: "What it says", as: "words", isOptional: true },
  ],
  changes: "It asks “why not stalking?” with a day by which somebody answers. The record itself stays as it is.",
};
