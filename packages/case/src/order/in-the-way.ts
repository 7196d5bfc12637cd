import type { OrderPrompt } from "../event/of-application.ts";

/** Of what an order has to leave alone as far as it can: "religious beliefs". */
export const promptInWords: Readonly<Record<OrderPrompt, string>> = {
  religion: "religious beliefs",
  work: "times of work",
  education: "times of education",
};

/** The question as it is asked and printed: a yes says that something is in the way, and cannot be read as that all is well. */
export function asksInTheWay(prompt: OrderPrompt): string {
  return `Does a condition get in the way of ${promptInWords[prompt]}?`;
}
