import type { Drawing, Finding, Report } from "@unmask/core";
import type { Disclosed } from "./disclosed-acts.ts";
import { marginOf } from "./first-page.ts";
import { countWords } from "./number-words.ts";
import { wordsOf } from "./words.ts";

/** The findings: each as a sentence, then as a picture, then how it was worked out and what could change it. */
export function patternSection({ findings, statement }: Report, disclosed: Disclosed): object {
  return {
    you: statement.me.label,
    them: statement.them.label,
    findings: findings.map((finding) => findingForm(finding, disclosed)),
  };
}

function findingForm(finding: Finding, disclosed: Disclosed): object {
  const { says, acts, how, couldChange, drawing, table, rule } = finding;
  const unseen = acts.filter((id) => !disclosed.byId.has(id)).length;
  return {
    exhibits: marginOf(acts, disclosed),
    says: wordsOf(says),
    how: wordsOf(how),
    couldChange: [
      ...couldChange,
      ...(unseen > 0 ? [`${countWords(unseen, "act")} of it stand only in files that are held back.`] : []),
    ].map((text) => wordsOf(text)),
    acts: countWords(acts.length, "act"),
    hasTable: table.rows.length > 0,
    drawing: drawing === undefined ? null : drawingForm(drawing),
    rule: rule === undefined ? null : wordsOf(`${rule.says} (${rule.section}; checked ${rule.checkedOn})`),
  };
}

/** The picture as the template draws it. Its title is said by the finding unless it is another sentence. */
function drawingForm({ title, alt, width, height, shapes, note }: Drawing): object {
  return { title, alt: `${title} ${alt}`, width, height, shapes, note };
}
