import type { WriteSpec } from "../../parts/written-fields.ts";
import type { KeptRow } from "../../desk/retention.ts";

/** What can be decided about one case or report, each with what it changes. Which of them stand open goes by what was decided. */

const decision = (kind: string, body: object): object => ({ decision: { kind, body } });

/** One of the questions was asked of somebody. */
function askedSpec({ answers }: Pick<KeptRow, "answers">): WriteSpec {
  return {
    name: "asked",
    path: "retention",
    letter: "a",
    button: "Write an answer",
    verb: "Write it",
    fields: [
      {
        key: "question",
        asks: "Which question",
        as: "choice",
        options: answers
          .filter(({ from }) => from !== "worked-out" || from === null)
          .map(({ question, asks }) => ({ value: question, says: asks })),
      },
      {
        key: "answer",
        asks: "What was answered",
        as: "choice",
        options: [
          { value: "no", says: "no" },
          { value: "yes", says: "yes: it stays" },
        ],
      },
      { key: "says", asks: "Whom you asked, when and how", as: "words" },
    ],
    changes: ({ answer }) =>
      answer === "yes" ? "It stays, and a proposal to erase it ends." : "The newest answer holds; each stays to be read.",
    sends: ({ question, answer, says }) => decision("asked", { question, answer, says }),
  };
}

const holdSpec: WriteSpec = {
  name: "hold",
  path: "retention",
  letter: "h",
  button: "Hold, because",
  verb: "Hold it",
  fields: [
    { key: "reason", asks: "Why it must stay", as: "words" },
    { key: "until", asks: "Until which day; then it is looked at again", as: "day" },
  ],
  changes: "Nothing of it may go before the day after. A hold without a day cannot be saved. A proposal to erase it ends.",
  sends: ({ reason, until }) => decision("held", { reason, until }),
};

const holdEndsSpec: WriteSpec = {
  name: "hold-ends",
  path: "retention",
  letter: "n",
  button: "The hold ends",
  verb: "End it",
  fields: [{ key: "reason", asks: "Why it need not stay any more", as: "words" }],
  changes: "The hold ends now. Nothing is erased by that.",
  sends: ({ reason }) => decision("hold-ended", { reason }),
};

const proposeSpec: WriteSpec = {
  name: "propose",
  path: "retention",
  letter: "e",
  button: "Propose to erase it",
  verb: "Propose it",
  fields: [
    { key: "reason", asks: "Why it can go", as: "words" },
    { key: "asked", asks: "Does the person it is about ask for it? Then its review need not have come.", as: "yes-no" },
  ],
  changes: "Nothing goes yet: another supervisor of it must agree.",
  sends: ({ reason, asked }) => decision("erase-proposed", { reason, asked }),
};

const agreeSpec: WriteSpec = {
  name: "agree",
  path: "retention",
  letter: "e",
  button: "Agree to erase it",
  verb: "Agree",
  fields: [
    {
      key: "read",
      asks: "You read the five answers, and what goes and what stays",
      as: "choice",
      options: [{ value: "read", says: "yes, I read them" }],
    },
  ],
  changes: "The next run of the command erases it, and then nobody can bring it back. Until that run it can be taken back.",
  sends: () => decision("erase-agreed", {}),
};

const takeBackSpec: WriteSpec = {
  name: "take-back",
  path: "retention",
  letter: "b",
  button: "Take it back",
  verb: "Take it back",
  fields: [{ key: "reason", asks: "Why it does not go now", as: "words" }],
  changes: "Nothing goes. It can be proposed again.",
  sends: ({ reason }) => decision("taken-back", { reason }),
};

/** What this officer can write of it now. */
export function openSpecs(row: KeptRow, me: string): readonly WriteSpec[] {
  const { proposed, agreed, isHeld, stays, due, answers } = row;
  // Its review need not have come where the person asks for it: the form asks that.
  const canPropose = proposed === null && !isHeld && due !== null && answers.every(({ answer }) => answer === "no");
  return [
    ...(canPropose ? [proposeSpec] : []),
    ...(proposed !== null && agreed === null && proposed.id !== me && stays.length === 0 ? [agreeSpec] : []),
    ...(proposed === null ? [] : [takeBackSpec]),
    askedSpec(row),
    holdSpec,
    ...(isHeld ? [holdEndsSpec] : []),
  ];
}

/** Why the button that erases is not there, in sentences; empty where it is. */
export function whyNoErasing({ proposed, agreed, stays, mayDecide }: KeptRow, me: string): readonly string[] {
  if (!mayDecide) return ["You are not on this case: a supervisor who is on it decides. A supervisor can put you on it, at the case."];
  if (agreed !== null) return ["Two people agreed. The command “unmask force retention” erases it, with the server stopped."];
  if (stays.length > 0) return [...stays, ...(proposed === null ? ["Nobody has proposed it."] : [])];
  return proposed?.id === me ? ["You proposed this yourself, so another supervisor of it must agree."] : [];
}
