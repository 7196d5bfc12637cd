import { type QueueGroup, queueGroups } from "@unmask/case";
import type { ReportDecision } from "../desk/report-done.ts";
import type { WriteSpec } from "../parts/written-fields.ts";

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
