import { type LossParty, type LossWords, lossParties } from "@unmask/case";
import { hoursToTellOfLoss } from "@unmask/law";
import type { WriteSpec, WrittenField, WrittenValues } from "../../parts/written-fields.ts";
import { partyInWords } from "./loss-words.ts";

/** What is written of a loss, each with what it changes. */

type Answers = Readonly<Record<string, unknown>>;

const decision = (kind: string, body: object): object => ({ decision: { kind, body } });
const parties = lossParties.map((value) => ({ value, says: partyInWords[value] }));
const asText = (value: unknown): string | null => (typeof value === "string" ? value : null);

const known: readonly WrittenField[] = [
  { key: "what", asks: "What was lost, taken, changed or seen", as: "words", hint: "No name, no number, nothing of what evidence says." },
  { key: "happenedDay", asks: "Happened on", as: "day", isOptional: true, hint: "Blank where nobody knows." },
  { key: "happenedAt", asks: "Happened at", as: "minute", isOptional: true, isAsked: ({ happenedDay }) => (happenedDay ?? "") !== "" },
  { key: "awareDay", asks: "The force became aware on", as: "day" },
  {
    key: "awareAt",
    asks: "The force became aware at",
    as: "minute",
    hint: `${hoursToTellOfLoss} hours run from this minute, on the clock in London; of the hour that it shows twice the earlier is meant.`,
  },
  { key: "people", asks: "How many people it is about", as: "line", isOptional: true, hint: "A number; blank where it is not known." },
  { key: "likely", asks: "What is likely to follow for them", as: "words" },
];

const peopleLack = ({ people }: WrittenValues): string | undefined =>
  /^\d{0,8}$/.test((people ?? "").trim()) ? undefined : "Write how many people it is about as a number, or leave it blank.";

function wordsOf(answers: Answers): object {
  const { what, likely, awareDay, awareAt } = answers;
  const [day, people] = [asText(answers["happenedDay"]), asText(answers["people"])];
  return {
    happened: day === null ? null : { day, at: asText(answers["happenedAt"]) },
    aware: { day: awareDay, at: awareAt },
    what,
    people: people === null ? null : Number(people),
    likely,
  };
}

/** A loss is recorded. */
export const recordSpec: WriteSpec = {
  name: "record-loss",
  path: "losses",
  letter: "l",
  button: "Record a loss",
  verb: "Record it",
  fields: known,
  lacks: peopleLack,
  changes: `It gets the next number, and its ${hoursToTellOfLoss} hours are shown. Nobody is told by that: whom to tell, an officer decides.`,
  sends: (answers) => decision("recorded", wordsOf(answers)),
};

function describeSpec({ what, happened, aware, people, likely }: LossWords): WriteSpec {
  return {
    name: "describe-loss",
    path: "",
    letter: "d",
    button: "More is known",
    verb: "Write it",
    fields: [...known, { key: "why", asks: "What is new, and how it was found out", as: "words" }],
    standing: {
      what,
      happenedDay: happened?.day ?? "",
      happenedAt: happened?.at ?? "",
      awareDay: aware.day,
      awareAt: aware.at,
      people: people === null ? "" : String(people),
      likely,
    },
    lacks: peopleLack,
    changes: `This holds from now on, with its ${hoursToTellOfLoss} hours; what was written before stands under it.`,
    sends: (answers) => decision("described-again", { ...wordsOf(answers), why: answers["why"] }),
  };
}

const decideSpec: WriteSpec = {
  name: "decide-loss",
  path: "",
  letter: "w",
  button: "Decide whether to tell",
  verb: "Decide",
  fields: [
    { key: "whom", asks: "Whom", as: "choice", options: parties },
    {
      key: "answer",
      asks: "You decide",
      as: "choice",
      options: [
        { value: "tell", says: "to tell" },
        { value: "not-tell", says: "not to tell" },
      ],
    },
    { key: "reason", asks: "Why", as: "words" },
  ],
  changes: "Your decision stands with its reason and your name; the newest holds. Nothing is sent from here.",
  sends: ({ whom, answer, reason }) => decision("decided", { whom, answer, reason }),
};

function toldSpec(isCommissionerTold: boolean): WriteSpec {
  return {
    name: "told-loss",
    path: "",
    letter: "o",
    button: "Somebody was told",
    verb: "Write it",
    fields: [
      { key: "whom", asks: "Who was told", as: "choice", options: parties },
      { key: "day", asks: "Told on", as: "day" },
      { key: "at", asks: "Told at", as: "minute" },
      { key: "says", asks: "How, and what was said", as: "words" },
      {
        key: "late",
        asks: `Why it was late, where the ${hoursToTellOfLoss} hours had ended`,
        as: "words",
        isOptional: true,
        isAsked: ({ whom }) => whom === ("commissioner" satisfies LossParty) && !isCommissionerTold,
      },
    ],
    changes: "It is written that they were told. Nothing is sent from here.",
    sends: ({ whom, day, at, says, late }) => decision("told", { whom, when: { day, at }, says, late: asText(late) }),
  };
}

/** What can be written of one that was recorded. */
export function lossSpecs(words: LossWords, isCommissionerTold: boolean): readonly WriteSpec[] {
  return [decideSpec, toldSpec(isCommissionerTold), describeSpec(words)];
}
