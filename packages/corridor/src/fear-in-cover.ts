import type { Feared, Statement, ToldCover } from "@unmask/core";

/**
 * What she stated, with the days of which she was asked in the cover, and with her answer there that she is or was afraid of violence: then no words of a threat are taken for a jest. Not sure is
 * afraid, and so is an entry about an act that does not go, whatever she answered: the pack tells its number alone, and is read the same again.
 */
export function withFear(statement: Statement, cover: ToldCover | undefined, isThere: (act: string) => boolean = () => true): Statement {
  const { danger, feared, fearedLeftOut = 0 } = cover ?? {};
  const isNow = danger?.answer === "yes" || danger?.answer === "afraid";
  const isOfFear = (one: Feared): boolean => one.answer !== "no" || ("act" in one && !isThere(one.act));
  const isAfraid = isNow || fearedLeftOut > 0 || (typeof feared === "object" && feared.some(isOfFear));
  const told = typeof feared === "object" ? { ...statement, feared } : statement;
  return isAfraid ? { ...told, isAfraid } : told;
}
