import type { Drawing, Finding, Report, Table } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import { type Disclosed, exhibitsOfActs } from "./disclosed-acts.ts";
import { printDrawing } from "./drawing-svg.ts";
import { onOneLine, wordsOf } from "./words.ts";

/** What could change this many findings or more is said once for all of them, in the table of doubt. */
const saidOnceFrom = 3;

/** Rows of one table, and of all: a table costs the typesetter about 100 kB a row, and ten years have 3,650 days. */
const mostRows = 60;
const mostCells = 2_400;
/** Columns that stand beside each other without running into one another. */
const mostColumns = 9;

/** What the report itself prints of the doubts about one finding: the chronology has all of them. */
const mostDoubts = 2;
const longestDoubt = 200;

/** A doubt that stands under many findings, with their numbers. */
export interface CommonDoubt {
  readonly says: string;
  /** From 1, in the order of the findings. */
  readonly numbers: readonly number[];
}

/** Sentences that stand under many findings. */
export function commonDoubts(findings: readonly Finding[]): readonly CommonDoubt[] {
  const numbersBySentence = new Map<string, number[]>();
  for (const [i, { couldChange }] of findings.entries()) {
    for (const says of new Set(couldChange)) {
      const numbers = numbersBySentence.get(says);
      if (numbers === undefined) numbersBySentence.set(says, [i + 1]);
      else numbers.push(i + 1);
    }
  }
  return [...numbersBySentence].filter(([, numbers]) => numbers.length >= saidOnceFrom).map(([says, numbers]) => ({ says, numbers }));
}

/** The findings, for both papers: the sentence, the picture, how it was worked out, what could change it alone, the table. */
export function findingsSection({ findings }: Report, disclosed: Disclosed): readonly object[] {
  const saidOnce = new Set(commonDoubts(findings).map(({ says }) => says));
  let cells = mostCells;
  return findings.map((finding) => {
    const { columns, rows } = finding.table;
    const printed = Math.min(rows.length, mostRows, Math.max(1, Math.floor(cells / Math.max(1, columns.length))));
    cells -= printed * columns.length;
    return findingForm(finding, { disclosed, saidOnce, rows: printed });
  });
}

function findingForm(
  { standing, says, acts, how, couldChange, drawing, table, rule }: Finding,
  { disclosed, saidOnce, rows }: { disclosed: Disclosed; saidOnce: ReadonlySet<string>; rows: number },
): object {
  const unseen = acts.filter((id) => !disclosed.byId.has(id)).length;
  const [only] = acts;
  const own = couldChange.filter((sentence) => !saidOnce.has(sentence));
  const doubts = unseen > 0 ? [...own, `${sayCount(unseen, "act")} of it stand only in files that are held back.`] : own;
  return {
    exhibits: exhibitsOfActs(acts, disclosed),
    says: wordsOf(onOneLine(says)),
    how: wordsOf(how),
    couldChange: doubts.map((text) => wordsOf(text)),
    shortDoubts: doubts
      .filter(({ length }) => length <= longestDoubt)
      .slice(0, mostDoubts)
      .map((text) => wordsOf(text)),
    acts: sayCount(acts.length, "act"),
    // A single act near her stands whole in the table of such acts, and is not told a second time.
    near: standing === "near her" && acts.length === 1 && only !== undefined ? (disclosed.byId.get(only)?.number ?? null) : null,
    drawing: drawing === undefined ? null : drawingForm(drawing),
    rule: rule === undefined ? null : wordsOf(`${rule.says} (${rule.section}; checked ${rule.checkedOn})`),
    table: table.rows.length === 0 ? null : tableForm(table, rows),
  };
}

/** The picture as the template draws it. */
function drawingForm(drawing: Drawing): object {
  const { title, alt, width, height, note } = drawing;
  return { title, alt: `${title} ${alt}`, width, height, ...printDrawing(drawing), note };
}

/** `parts`: the columns that stand beside each other; each part begins with the first column. */
function tableForm({ columns, rows }: Table, printed: number): object {
  const parts: number[][] = [];
  for (let from = 1; from < columns.length || parts.length === 0; from += mostColumns - 1) {
    const last = Math.min(columns.length, from + mostColumns - 1);
    parts.push([0, ...Array.from({ length: Math.max(0, last - from) }, (_, i) => from + i)]);
  }
  return {
    columns: columns.map((name) => wordsOf(name)),
    numeric: columns.map((_, i) => rows.every((row) => typeof row[i] === "number")),
    rows: rows.slice(0, printed).map((row) => row.map((cell) => wordsOf(typeof cell === "number" ? sayNumber(cell) : onOneLine(cell)))),
    parts,
    more: rows.length - printed,
  };
}
