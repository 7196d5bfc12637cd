import { type assessmentOf, heldFor } from "@unmask/case";

/** A risk prompt as a page shows it: its newest answer with what that rests on, and what these reports hold about it. There is no number in it. */
export function promptShown(
  { prompt, answered }: ReturnType<typeof assessmentOf>["rows"][number],
  holders: readonly Parameters<typeof heldFor>[1][],
) {
  return {
    id: prompt.id,
    asks: prompt.asks,
    ...(answered && { answer: answered.answer }),
    ...(answered?.ground && { ground: { says: answered.ground.says, how: answered.ground.knowing } }),
    held: holders.flatMap((one) => heldFor(prompt.id, one)).map(({ says, knowing, from }) => ({ says, how: knowing, from })),
  };
}
