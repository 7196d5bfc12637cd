import type { PromptAnswer } from "../fold/both-state.ts";

/** One question about danger, in our own words. */
export interface Prompt {
  readonly id: string;
  readonly asks: string;
}

/** What is asked of every report, at each new event again. Our own design; no licensed instrument's words, order or total. */
export const prompts: readonly Prompt[] = [
  { id: "afraid-of-violence", asks: "Is the person afraid of violence?" },
  { id: "came-near", asks: "Has somebody come to where the person lives, works or travels?" },
  { id: "damage", asks: "Was something of the person’s damaged or tampered with?" },
  { id: "threat", asks: "Was anything said that can be read as a threat?" },
  { id: "graver", asks: "Is it getting nearer, or graver?" },
  { id: "hurt-or-weapon", asks: "Has anybody been hurt, or is there a weapon?" },
  { id: "order-or-bail", asks: "Does an order or bail bind the other person now?" },
  { id: "others-drawn-in", asks: "Are other people drawn in?" },
  { id: "alone", asks: "Is the person alone, or going back alone?" },
];

/** Prompts that nobody has answered. "Not known" is an answer. */
export function openPrompts(answered: Readonly<Record<string, PromptAnswer>>): readonly string[] {
  return prompts.map(({ id }) => id).filter((id) => !Object.hasOwn(answered, id));
}
