import type { Paper, PaperBlock, PaperRow, PaperWords } from "@unmask/core";
import { blocksTemplate, wordsTemplate } from "./page-template.ts";
import { paperTemplate } from "./paper-template.ts";
import { type ReportDocument, documentOf, utcPartsOf } from "./report-document.ts";
import { type Words, wordsOf } from "./words.ts";

/** Characters of one cell from which a table's rows may be parted between two pages: one higher than a page would lose its end. */
const longestWhole = 1_200;

/**
 * A paper of blocks, ready for the typesetter of the report, with its faces and its claim of PDF/A-2a. Every word is data. The same paper gives the
 * same bytes.
 */
export function paperDocument(paper: Paper): ReportDocument {
  const { title, made, head, foot, front, blocks } = paper;
  const data = {
    title,
    date: utcPartsOf(made),
    head: { mark: orNone(head.mark), left: orNone(head.left), right: said(head.right) },
    foot: { left: said(foot.left), middle: said(foot.middle) },
    front: front.map(said),
    blocks: blocks.map(blockData),
  };
  return documentOf(data, { main: "/paper.typ", template: wordsTemplate + blocksTemplate + paperTemplate, engine: "pdf-a" });
}

/** Words as the template takes them: a string, words with a side, or a list of both and of such with a look. */
type Said = string | Words | readonly Piece[];
type Piece = string | Words | readonly [look: string, words: string | Words];

function blockData(one: PaperBlock): object {
  switch (one.block) {
    case "heading":
      return { ...one, says: said(one.says), newPage: one.newPage ?? false, under: orNone(one.under) };
    case "text":
      return { block: one.block, look: one.look, says: said(one.words) };
    case "facts":
      return { ...one, ruled: one.ruled ?? false, rows: one.rows.map((row) => ({ name: said(row.name), says: said(row.words) })) };
    case "table":
      return {
        block: one.block,
        margin: orNone(one.margin),
        columns: one.columns.map(({ head, width }) => ({ head: said(head), width: width ?? null })),
        breakable: one.rows.some(({ cells }) => cells.some((cell) => lengthOf(cell) > longestWhole)),
        rows: one.rows.map(rowData),
      };
    case "steps":
      return { ...one, items: one.items.map(({ number, words }) => ({ number, says: said(words) })) };
    case "signatures":
      return { ...one, under: one.under.map(said) };
  }
}

function rowData({ margin, cells, byHand }: PaperRow): object {
  return { margin: orNone(margin), cells: cells.map(said), byHand: byHand === true };
}

function orNone(words: PaperWords | undefined): Said | null {
  return words === undefined ? null : said(words);
}

function said(words: PaperWords): Said {
  if (typeof words === "string") return side(words);
  return words.flatMap((run): readonly Piece[] => {
    if (typeof run === "string") return [side(run)];
    return run.look === "quoted" ? ["“", side(run.says), "”"] : [[run.look, side(run.says)]];
  });
}

/** A string where it is one piece from left to right: a number of small objects less for each row. */
function side(text: string): string | Words {
  const words = wordsOf(text);
  return typeof words.words === "string" && !words.rightToLeft ? words.words : words;
}

function lengthOf(words: PaperWords): number {
  return typeof words === "string" ? words.length : words.reduce((sum, run) => sum + (typeof run === "string" ? run : run.says).length, 0);
}
