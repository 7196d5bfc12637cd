import type { Chosen, OptionId, QuestionId, SelfCheck } from "./questions.ts";

/** The four words that the police go by (College of Policing), in their order. */
export const fourWords = ["fixated", "obsessive", "unwanted", "repeated"] as const;

/** One of the four. */
export type FourWord = (typeof fourWords)[number];

/** What she could do next, in this order, whatever she answered. */
export const nextSteps = ["talk", "write", "police", "accounts"] as const;

/** One thing to do next. */
export type NextStep = (typeof nextSteps)[number];

/** What is shown for what she answered. Nothing in it is counted or weighed. */
export interface Shown {
  /** The paragraph about danger stands before everything else. */
  readonly isDangerFirst: boolean;
  readonly head: "all" | "some" | "cannot tell";
  /** What she said that fits each word; with nothing: “You didn’t say anything about this”, never “no”. */
  readonly said: Readonly<Record<FourWord, readonly Chosen[]>>;
  /** What she wrote herself, which stands with what is unwanted; empty: nothing. */
  readonly words: string;
  readonly isOnceOnly: boolean;
  readonly didThreatenThemselves: boolean;
  /** What could change it: these by name. */
  readonly unsure: readonly QuestionId[];
  readonly open: readonly QuestionId[];
}

/** The questions whose answers can fit a word. */
export const questionsOf: Readonly<Record<FourWord, readonly QuestionId[]>> = {
  fixated: ["since", "reach", "know"],
  obsessive: ["then", "reach", "often"],
  unwanted: ["told", "effect"],
  repeated: ["often", "reach"],
};

/** Whether one answer can fit a word by itself. Two ways to reach her are repeated together, and neither of them alone. */
export function canFit(word: FourWord, option: OptionId): boolean {
  if (!questionsOf[word].some((question) => isOf(question, option))) return false;
  switch (word) {
    case "fixated":
      return true;
    // What came once brings nothing either, but it does not go on.
    case "obsessive":
      return option !== "then.stopped" && option !== "often.once" && (!isOf("reach", option) || option === "reach.accounts");
    case "unwanted":
      return option !== "effect.none";
    case "repeated":
      return option !== "often.once";
  }
}

/** From what she answered to what is shown. */
export function four({ chosen, unsure, open, words }: SelfCheck): Shown {
  const has = (...options: readonly OptionId[]): boolean => chosen.some(({ option }) => options.includes(option));
  const ways = chosen.filter(({ option }) => isOf("reach", option));
  const fitting = (word: FourWord): readonly Chosen[] => chosen.filter(({ option }) => canFit(word, option));
  const said = {
    fixated: fitting("fixated"),
    obsessive: fitting("obsessive"),
    unwanted: fitting("unwanted"),
    repeated: fitting("repeated").filter(({ option }) => !isOf("reach", option) || ways.length > 1),
  };
  const written = words.trim();
  const fits = fourWords.filter((word) => said[word].length > 0 || (word === "unwanted" && written !== "")).length;
  return {
    isDangerFirst:
      has("danger.yes", "damage.got-into", "effect.hurt-once", "effect.hurt-more") ||
      has("threat.you", "threat.close", "threat.animal", "threat.themselves") ||
      (has("reach.outside") && has("then.worse")),
    head: fits === fourWords.length ? "all" : fits > 1 ? "some" : "cannot tell",
    said,
    words: written,
    isOnceOnly: has("often.once") && said.repeated.length === 0,
    didThreatenThemselves: has("threat.themselves"),
    unsure,
    open,
  };
}

/** Whether an answer belongs to a question. */
export function isOf(question: QuestionId, option: OptionId): boolean {
  return option.startsWith(`${question}.`);
}
