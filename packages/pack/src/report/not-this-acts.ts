import type { ActId, Report } from "@unmask/core";
import { initialsOf, namesInPrint, sayBriefly, sayCount, sayNumber, withoutQuotationMarks } from "@unmask/words";
import type { Disclosed } from "./disclosed-acts.ts";

/** Acts that are told one by one; the pack's statement holds all. */
const mostTold = 40;
/** Characters of why she said so. */
const longestReason = 120;

/** The acts of which she said "not this one" of every finding. */
export function refusedActs({ statement: { notThis = [] } }: Pick<Report, "statement">): ReadonlySet<ActId> {
  return new Set(notThis.flatMap(({ act, finding }) => (finding === undefined ? [act] : [])));
}

/** Makes a question: what stands beside an act of which she said "not this one" of every finding; nothing beside others. */
export function createNotThisNote({ statement }: Pick<Report, "statement">): (act: ActId) => string {
  const refused = refusedActs({ statement });
  const { me } = statement;
  return (act) => (refused.has(act) ? `“not this one”, ${initialsOf(me.label)} says` : "");
}

/** Of which acts she said "not this one", by their numbers, of which finding, and why in her words; nothing where she said so of none. */
export function sayNotThis({ statement }: Pick<Report, "statement">, { acts }: Pick<Disclosed, "acts">): string {
  const numberById = new Map(acts.map(({ act, number }) => [act.id, number]));
  const told = (statement.notThis ?? [])
    .flatMap(({ act, finding, says }) => {
      const number = numberById.get(act);
      if (number === undefined) return [];
      const of = finding === undefined ? "" : `, for “${finding}” alone`;
      const why = says === undefined ? "" : `: “${withoutQuotationMarks(sayBriefly(says, longestReason))}”`;
      return [{ number, says: `no. ${sayNumber(number)}${of}${why}` }];
    })
    .sort((a, b) => a.number - b.number);
  if (told.length === 0) return "";
  const count = new Set(told.map(({ number }) => number)).size;
  const rest = told.length - mostTold;
  const list = [
    ...told.slice(0, mostTold).map(({ says }) => says),
    ...(rest > 0 ? [`and ${sayNumber(rest)} more, listed in the pack`] : []),
  ];
  return `${namesInPrint(statement).me} said “not this one” of ${sayCount(count, "act")}: ${list.join("; ")}. ${count === 1 ? "It is" : "They are"} in no count of the findings of which that was said.`;
}
