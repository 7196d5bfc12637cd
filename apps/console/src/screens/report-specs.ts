import { type QueueGroup, queueGroups } from "@unmask/case";
import { type ReportDecision, contactWays } from "../desk/report-done.ts";
import type { ReachedPerson } from "../desk/reached-person.ts";
import type { Chosen, WriteSpec, WrittenValues } from "../parts/written-fields.ts";
import { contactWayInWords } from "./report-words.ts";

/** Small forms that only a report has. */

/** The groups of the queue, in words. */
export const groupInWords: Readonly<Record<QueueGroup, string>> = {
  danger: "Danger now",
  breach: "Breach of an order",
  repeat: "More than one report",
  first: "First report",
};

/** It is with nobody again. */
export const giveBackSpec: WriteSpec = {
  name: "give-back",
  path: "give-back",
  letter: "v",
  button: "Give it back",
  verb: "Give it back",
  fields: [{ key: "words", asks: "Why, and what must the next one know?", as: "words" }],
  changes: "It is with nobody again and waits in the queue with its first time. What was written stays.",
};

/** Into another group of the queue than the force’s rule puts it. */
export const groupSpec: WriteSpec = {
  name: "group",
  path: "group",
  letter: "g",
  button: "Put it into another group",
  verb: "Put it there",
  fields: [
    {
      key: "group",
      asks: "Into which group of the queue?",
      as: "choice",
      options: queueGroups.map((value) => ({ value, says: groupInWords[value] })),
    },
    { key: "words", asks: "Why, against the force’s rule?", as: "words" },
  ],
  changes:
    "Its row says that it was put there by hand, by whom and why. It stays there until somebody puts it elsewhere. While its danger stands it stays in “Danger now”.",
};

/** A second person reads a decision. */
export function readingSpec({ number, says }: ReportDecision): WriteSpec {
  return {
    name: `reading-${number}`,
    path: "decisions/read",
    letter: "r",
    button: "Read the decision as the second person",
    verb: "Write that it was read",
    fields: [
      { key: "agrees", asks: `“${says}”, against the rule. Do you agree?`, as: "yes-no" },
      { key: "says", asks: "Your words, needed where you do not agree", as: "words", isAsked: ({ agrees }) => agrees === "no" },
    ],
    changes:
      "The decision stands as it was written, with who read it. Where you do not agree, the report waits in the queue to be decided anew.",
    sends: (answers) => ({ ...answers, decision: number }),
  };
}

const isReplaced = ({ outcome }: WrittenValues): boolean => outcome === "replaced";

/** Of one person the way that stands; of two ways the one that an answer named and nobody has read, and the one before it; without the first only one was said. */
interface WaysSaid {
  readonly way?: string;
  readonly named?: string;
  readonly before?: string;
}

/** The ways as they stand at the head of the page. */
function waysSaid({ way, reach }: Pick<ReachedPerson, "way" | "reach">): WaysSaid {
  const strongOf = (label: string): string | undefined => reach.find((one) => one.label === label)?.strong;
  const [named, before] = [strongOf("Named in an answer"), strongOf("Named before")];
  return { ...(way !== undefined && { way }), ...(named !== undefined && { named }), ...(before !== undefined && { before }) };
}

/** Which way holds, each by its own number: “the way that was said” can mean either of two. */
function waysToHold({ way, named, before }: WaysSaid): readonly Chosen[] {
  if (named === undefined) return [{ value: "stands", says: `${way ?? "the way that was said"} still holds` }];
  return [
    ...(before === undefined
      ? []
      : [{ value: "former-stands", says: `${before} holds, as it was said before; ${named}, named in an answer, is not theirs` }]),
    { value: "stands", says: `${named} is theirs, and holds from now on${before === undefined ? "" : `; ${before} does not`}` },
  ];
}

/**
 * What one person wrote or said was read for how that person is reached: whose way it is and its number stand in the form, since beside it can stand
 * the way of another. All up to the number that was seen counts as read.
 */
export function contactReadSpec(person: ReachedPerson, letter: string): WriteSpec {
  const { report, name, saw: through } = person;
  const ways = waysSaid(person);
  const now = ways.before === undefined ? ways.way : `${ways.way} and ${ways.before}`;
  return {
    // What is typed for one is not shown for another.
    name: `contact-read ${report}`,
    path: "contact-read",
    letter,
    button: `How they are reached: ${name}, ${report}`,
    verb: `Write how ${report} is reached`,
    fields: [
      {
        key: "outcome",
        asks: `By all that ${report} wrote and said until now`,
        as: "choice",
        options: [
          ...waysToHold(ways),
          { value: "replaced", says: now === undefined ? "another way takes its place" : `another way takes the place of ${now}` },
          {
            value: "none-left",
            says: now === undefined ? "no way of theirs may be used any more" : `no way of theirs may be used any more, ${now} among them`,
          },
        ],
      },
      {
        key: "channel",
        asks: "By which way?",
        as: "choice",
        options: contactWays.map((value) => ({ value, says: contactWayInWords[value] })),
        isAsked: isReplaced,
      },
      { key: "address", asks: "Number or address", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "hours", asks: "Hours that are safe", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "voicemail", asks: "Voicemail: yes, no, or their words", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "codeWord", asks: "What to say first", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "says", asks: "By which words of theirs", as: "words", isOptional: true },
    ],
    changes: `It changes how ${name}, ${report}, is reached${now === undefined ? "" : ` (${now})`}, and nobody else. What they wrote until now no longer stands against the way. A way that is replaced is struck and kept, and no notice goes by it any more.`,
    sends: ({ outcome, says, ...way }) => ({
      through,
      outcome,
      ...(outcome === "replaced" && { contact: way }),
      ...(says !== undefined && { says }),
    }),
  };
}
