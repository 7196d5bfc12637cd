import { type OrderState, asksInTheWay, promptInWords } from "@unmask/case";
import { sayList } from "@unmask/words";

/** Religion, work and education in words: whether a condition gets in their way. A yes stops nothing, and whoever decides reads it. */

/** What an order has to leave alone as far as it can, in the order in which it is asked. */
export const promptsInOrder = ["religion", "work", "education"] as const;

/** The answers, as they are offered and shown. */
export const wayAnswers = [
  { value: "yes", says: "yes, a condition gets in the way" },
  { value: "no", says: "no" },
  { value: "not-known", says: "asked, and not known" },
] as const;

/** One of the three as it stands. */
export interface PromptRow {
  readonly prompt: (typeof promptsInOrder)[number];
  readonly asks: string;
  /** "nobody asked" too. */
  readonly answer: string;
  readonly isMind: boolean;
  readonly written?: OrderState["draft"]["prompts"][number];
}

type Asked = { readonly prompts: OrderState["draft"]["prompts"] };

/** All three, each with its question; what nobody asked, what is in the way and what is not known is to be minded. */
export function promptRows({ prompts }: Asked): readonly PromptRow[] {
  return promptsInOrder.map((prompt) => {
    const written = prompts.find((one) => one.prompt === prompt);
    const answer = wayAnswers.find(({ value }) => value === written?.answer)?.says ?? "nobody asked";
    return { prompt, asks: asksInTheWay(prompt), answer, isMind: written?.answer !== "no", ...(written && { written }) };
  });
}

/** "A condition gets in the way of times of work.", "" where nobody said so. */
export function sayInTheWay({ prompts }: Asked): string {
  const met = promptsInOrder.filter((prompt) => prompts.some((one) => one.prompt === prompt && one.answer === "yes"));
  return met.length === 0 ? "" : `A condition gets in the way of ${sayList(met.map((prompt) => promptInWords[prompt]))}.`;
}

/** The line of the index. */
export function noteOfPrompts({ prompts }: Asked, section: string): { readonly says: string; readonly isMind?: boolean } {
  const left = promptsInOrder.length - prompts.length;
  if (left > 0) return { says: `${left} not asked`, isMind: true };
  const met = prompts.filter(({ answer }) => answer === "yes").length;
  return met === 0 ? { says: `all asked, ${section}` } : { says: `all asked, ${met} in the way, ${section}`, isMind: true };
}
