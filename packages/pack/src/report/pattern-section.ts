import type { Drawing, Finding, Report } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { Disclosed } from "./disclosed-acts.ts";
import { printDrawing } from "./drawing-svg.ts";
import { marginOf } from "./first-page.ts";
import { wordsOf } from "./words.ts";

/** What could change this many findings or more is said once for all of them. */
const saidOnceFrom = 3;

/** The findings: each as a sentence, then as a picture, then how it was worked out and what could change it. */
export function patternSection({ findings, statement }: Report, disclosed: Disclosed): object {
  const common = commonDoubts(findings);
  return {
    you: statement.me.label,
    them: statement.them.label,
    common: common.map(({ says, numbers }) => wordsOf(numbers.length === findings.length ? says : `${says} (${numbers.join(", ")})`)),
    findings: findings.map((finding) => findingForm(finding, { disclosed, saidOnce: new Set(common.map(({ says }) => says)) })),
  };
}

/** Sentences that stand under many findings, with the numbers of those. */
function commonDoubts(findings: readonly Finding[]): readonly { says: string; numbers: readonly number[] }[] {
  const numbersBySentence = new Map<string, number[]>();
  for (const [i, { couldChange }] of findings.entries()) {
    for (const says of new Set(couldChange)) numbersBySentence.set(says, [...(numbersBySentence.get(says) ?? []), i + 1]);
  }
  return [...numbersBySentence].filter(([, numbers]) => numbers.length >= saidOnceFrom).map(([says, numbers]) => ({ says, numbers }));
}

function findingForm(finding: Finding, { disclosed, saidOnce }: { disclosed: Disclosed; saidOnce: ReadonlySet<string> }): object {
  const { says, acts, how, couldChange, drawing, table, rule } = finding;
  const unseen = acts.filter((id) => !disclosed.byId.has(id)).length;
  const own = couldChange.filter((sentence) => !saidOnce.has(sentence));
  const doubts = unseen > 0 ? [...own, `${sayCount(unseen, "act")} of it stand only in files that are held back.`] : own;
  return {
    exhibits: marginOf(acts, disclosed),
    says: wordsOf(says),
    how: wordsOf(how),
    couldChange: doubts.map((text) => wordsOf(text)),
    refersToCommon: own.length < couldChange.length,
    acts: sayCount(acts.length, "act"),
    hasTable: table.rows.length > 0,
    drawing: drawing === undefined ? null : drawingForm(drawing),
    rule: rule === undefined ? null : wordsOf(`${rule.says} (${rule.section}; checked ${rule.checkedOn})`),
  };
}

/** The picture as the template draws it. */
function drawingForm(drawing: Drawing): object {
  const { title, alt, width, height, note } = drawing;
  return { title, alt: `${title} ${alt}`, width, height, ...printDrawing(drawing), note };
}
