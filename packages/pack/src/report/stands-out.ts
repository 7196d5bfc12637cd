import type { Finding, Report, Side } from "@unmask/core";
import { createSide } from "@unmask/core";
import { type Disclosed, exhibitsOfActs } from "./disclosed-acts.ts";
import { initialsOf, namesInPrint } from "@unmask/words";
import { firstSentence } from "./first-sentence.ts";
import { type Words, wordsOf } from "./words.ts";

/** One line of what stands out: what happened, in which exhibits, and by whom, as far as it is known. */
export interface StandingOut {
  readonly line: Words;
  readonly exhibits: string;
  readonly who: Words;
}

/** Lines of it on the first page. */
const mostLines = 10;

/** Patterns that are counts alone: what is counted stands under the lines, once. */
const counts: ReadonlySet<string> = new Set(["frequency"]);

/** What stands out, in the order of the findings, and how many lines more there are. */
export function whatStandsOut(report: Report, disclosed: Disclosed): { lines: readonly StandingOut[]; more: number } {
  const told = report.findings.filter(({ pattern }) => !counts.has(pattern));
  const whoOf = createWhoColumn(report, disclosed);
  return {
    lines: told.slice(0, mostLines).map((finding) => ({
      line: wordsOf(firstSentence(finding.says)),
      exhibits: exhibitsOfActs(finding.acts, disclosed),
      who: wordsOf(whoOf(finding)),
    })),
    more: Math.max(0, told.length - mostLines),
  };
}

/** Whose the acts of a finding are: what she says, as she says it, where all are of one side. */
function createWhoColumn({ timeline, statement }: Report, { byId }: Disclosed): (finding: Finding) => string {
  const sideOf = createSide(timeline, statement);
  const { me } = namesInPrint(statement);
  const wordsBySide: Readonly<Record<Side, string>> = {
    theirs: `${initialsOf(statement.me.label)} says so`,
    "perhaps theirs": `${initialsOf(statement.me.label)} is not sure`,
    withheld: "not known",
    "hers to them": `by ${me}`,
    "hers to others": `by ${me}`,
    others: "not known",
  };
  return ({ acts }) => {
    const said = new Set(acts.flatMap((id) => byId.get(id) ?? []).map(({ act }) => wordsBySide[sideOf(act)]));
    const [only] = said;
    return said.size === 1 && only !== undefined ? only : "see each act";
  };
}
