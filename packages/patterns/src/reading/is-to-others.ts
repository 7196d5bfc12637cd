import { type Act, type Statement, type Timeline, createNamedTo } from "@unmask/core";
import { openNamesOfHers } from "./open-names-of-hers.ts";
import { isOwnWord } from "./own-words.ts";

/** Makes a question, asked once while an act is placed: did something go to somebody, and neither to her, to a name that could be hers, nor to a group? An address of hers that nobody named is somebody else's. */
export function createIsToOthers(timeline: Timeline, statement: Statement): (act: Pick<Act, "to">) => boolean {
  const named = createNamedTo(statement);
  const open = openNamesOfHers(timeline, statement);
  return ({ to }) =>
    to.length > 0 &&
    !to.some((one) => one.kind === "group" || one.kind === "owner" || named(one) === "hers" || open.has(one.normal) || isOwnWord(one));
}
