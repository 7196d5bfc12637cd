import { type Act, type Statement, createNamedTo } from "@unmask/core";
import { isOwnWord } from "./own-words.ts";

/** Makes a question, asked once while an act is placed: did something go to somebody, and neither to her nor to a group? An address of hers that nobody named is somebody else's. */
export function createIsToOthers(statement: Statement): (act: Pick<Act, "to">) => boolean {
  const named = createNamedTo(statement);
  return ({ to }) =>
    to.length > 0 && !to.some((one) => one.kind === "group" || one.kind === "owner" || named(one) === "hers" || isOwnWord(one));
}
