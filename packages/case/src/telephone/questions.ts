import type { BodyOf } from "../event.ts";

/** One question while somebody is on the line. */
export interface TelephoneQuestion {
  readonly id: string;
  /** What stands before its answer on the report. */
  readonly short: string;
  readonly asks: string;
  /** Answers that are one key; without them it is words. */
  readonly choices?: readonly string[];
}

const yesNo = ["Yes", "No"] as const;

/** In this order: what keeps the person alive, then what is known, then what helps a court. Our own design. */
export const telephoneQuestions: readonly TelephoneQuestion[] = [
  { id: "speak-freely", short: "Can speak", asks: "Can you speak freely?", choices: [...yesNo, "Only yes and no"] },
  { id: "where-now", short: "Other person", asks: "Where is the other person now?" },
  { id: "alone", short: "There", asks: "Are you alone? Is anybody under 18 there?", choices: ["Alone", "Children", "Others"] },
  { id: "afraid", short: "Afraid", asks: "Are you afraid of violence?", choices: yesNo },
  { id: "weapon", short: "Weapon", asks: "Is there a weapon, or was one spoken of?", choices: yesNo },
  { id: "for-whom", short: "For whom", asks: "For whom do you ring?", choices: ["Myself", "Another", "Saw it", "A child"] },
  { id: "name", short: "Name", asks: "Your name, as we may use it" },
  { id: "who", short: "Who it is", asks: "Who is it? How do you know?" },
  { id: "accounts", short: "Accounts", asks: "Numbers, names, accounts" },
  { id: "what-when", short: "What came", asks: "What came, when, how often?" },
  { id: "told-to-stop", short: "Told to stop", asks: "Was the other person told to stop? Blocked? When?" },
  { id: "order", short: "Order", asks: "Is there an order, bail or a court about it?" },
  { id: "changed", short: "What changed", asks: "What has changed for you: sleep, work, the way home?" },
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
