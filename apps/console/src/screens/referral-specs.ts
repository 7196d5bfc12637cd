import type { Referral } from "../desk/referral.ts";
import { type WriteSpec, waysToKnow } from "../parts/written-fields.ts";

/** Small forms of one referral. Each says what it changes before it is written. */

const channels = [
  { value: "call", says: "call" },
  { value: "text", says: "text" },
  { value: "email", says: "e-mail" },
  { value: "in-person", says: "in person" },
  { value: "through-another", says: "through somebody else" },
];

/** The person takes it back. It needs no reason and waits for nothing. */
export function withdrawSpec({ referral, name }: Pick<Referral, "referral" | "name">): WriteSpec {
  return {
    name: `referral-withdraw ${referral}`,
    path: "referrals/withdraw",
    letter: "w",
    button: "Taken back",
    verb: "Write that it is taken back",
    fields: [
      { key: "inHerWords", asks: "In the person’s words. Nobody need say why", as: "words" },
      { key: "knowing", asks: "How is it known?", as: "choice", options: waysToKnow.slice(0, 2) },
    ],
    changes: `From this minute nothing new goes to ${name}. What went is listed and cannot be called back.`,
    sends: (answers) => ({ referral, ...answers }),
  };
}

/** What the service said. */
export function answerSpec({ referral }: Pick<Referral, "referral">): WriteSpec {
  return {
    name: `referral-answer ${referral}`,
    path: "referrals/answer",
    letter: "a",
    button: "The service answered",
    verb: "Write the answer",
    fields: [
      {
        key: "answer",
        asks: "What did it say?",
        as: "choice",
        options: [
          { value: "accepted", says: "it takes it" },
          { value: "declined", says: "it declines" },
        ],
      },
      { key: "why", asks: "Why does it decline?", as: "words", isAsked: ({ answer }) => answer === "declined" },
      { key: "says", asks: "What else", as: "words", isOptional: true },
    ],
    changes: "After it declined nothing more goes there, until the person agrees anew.",
    sends: (answers) => ({ referral, ...answers }),
  };
}

/** Somebody was in touch. */
export function contactMadeSpec({ referral, name }: Pick<Referral, "referral" | "name">): WriteSpec {
  return {
    name: `referral-contact ${referral}`,
    path: "referrals/contact",
    letter: "t",
    button: "They were in touch",
    verb: "Write the contact",
    fields: [
      {
        key: "who",
        asks: "Who reached the person?",
        as: "choice",
        options: [
          { value: "service", says: name },
          { value: "us", says: "we did, in its place" },
        ],
      },
      { key: "channel", asks: "How?", as: "choice", options: channels },
      { key: "says", asks: "What was said of it", as: "words", isOptional: true },
    ],
    changes: "The first contact ends the Code’s clock for this referral.",
    sends: (answers) => ({ referral, ...answers }),
  };
}
