import { type Act, type Report, createAgreed, createSide } from "@unmask/core";

/** Makes a question: is an act contact between the two that she says was agreed? It is counted apart wherever acts are counted or shown. */
export function createAgreedContact({ timeline, statement }: Pick<Report, "timeline" | "statement">): (act: Act) => boolean {
  if ((statement.agreed ?? []).length === 0) return () => false;
  const sideOf = createSide(timeline, statement);
  const isAgreed = createAgreed(timeline, statement);
  return (act) => {
    const side = sideOf(act);
    return (side === "theirs" || side === "perhaps theirs" || side === "hers to them") && isAgreed(act, side === "hers to them");
  };
}
