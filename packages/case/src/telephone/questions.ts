import type { BodyOf } from "../event.ts";

/** One question while somebody is on the line. */
export interface TelephoneQuestion {
  readonly id: string;
  readonly asks: string;
  /** Answers that are one key; without them it is words. */
  readonly choices?: readonly string[];
}

const yesNo = ["Yes", "No"] as const;

/** In this order: what keeps the person alive, then what is known, then what helps a court. Our own design. */
export const telephoneQuestions: readonly TelephoneQuestion[] = [
  { id: "speak-freely", asks: "Can you speak freely?", choices: [...yesNo, "Only yes and no"] },
  { id: "where-now", asks: "Where is the other person now?" },
  { id: "alone", asks: "Are you alone? Is anybody under 18 there?", choices: ["Alone", "Children", "Others"] },
  { id: "afraid", asks: "Are you afraid of violence?", choices: yesNo },
  { id: "weapon", asks: "Is there a weapon, or was one spoken of?", choices: yesNo },
  { id: "for-whom", asks: "For whom do you ring?", choices: ["Myself", "Another", "Saw it", "A child"] },
  { id: "name", asks: "Your name, as we may use it" },
  { id: "who", asks: "Who is it? How do you know?" },
  { id: "accounts", asks: "Numbers, names, accounts" },
  { id: "what-when", asks: "What came, when, how often?" },
  { id: "told-to-stop", asks: "Was the other person told to stop? Blocked? When?" },
  { id: "order", asks: "Is there an order, bail or a court about it?" },
  { id: "changed", asks: "What has changed for you: sleep, work, the way home?" },
];

/** One question as it is kept. */
type Kept = BodyOf<"report-typed">["questions"][number];

/** Every question, in order: what nobody asked stands as not asked, and is never a no. */
export function everyQuestion(kept: readonly Kept[]): readonly Kept[] {
  const byId = new Map(kept.map((one) => [one.question, one]));
  return telephoneQuestions.map(({ id }) => byId.get(id) ?? { question: id, state: "not-asked" });
}

/** "4 not asked": for the row, the print and the counts. Empty where everything was. */
export function notAskedInWords(kept: readonly Kept[]): string {
  const open = everyQuestion(kept).filter(({ state }) => state === "not-asked").length;
  return open === 0 ? "" : `${open} not asked`;
}
