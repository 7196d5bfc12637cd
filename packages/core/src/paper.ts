import type { Instant } from "./instant.ts";

/**
 * A printed paper as data: words and blocks, nothing of how they are set. Rooms make it, ports set it as PDF and as a word processor's file, and both say
 * the same because they set the same. What somebody wrote stands in it as it was written; whoever sets it makes it printable.
 */
export interface Paper {
  /** Of the file, and the first words of a reader's window. */
  readonly title: string;
  /** The document's date, so that the same paper gives the same bytes. */
  readonly made: Instant;
  /** On every page: a mark in a box where there is one, what stands beside it, and what stands at the right. */
  readonly head: { readonly mark?: string; readonly left?: string; readonly right: string };
  /** On every page, before its number. */
  readonly foot: { readonly left: string; readonly middle: string };
  /** The two lines over the first page. */
  readonly front: readonly [first: string, second: string];
  readonly blocks: readonly PaperBlock[];
}

/** How a run of words looks. `quoted`: words of somebody, set between our quotation marks; `code`: of a hash. */
export type PaperLook = "strong" | "slanted" | "code" | "quoted";

/** A run of words with a look of its own. */
export interface PaperRun {
  readonly says: string;
  readonly look: PaperLook;
}

/** Words of a paragraph or of a cell, run after run. A line break is a line break. */
export type PaperWords = string | readonly (string | PaperRun)[];

/** A column of a table. */
export interface PaperColumn {
  readonly head: string;
  /** In mm; absent: what the others leave. One column has none. */
  readonly width?: number;
}

/** A row of a table: what stands beside it in the margin, and a cell for each column. */
export interface PaperRow {
  readonly margin?: string;
  readonly cells: readonly PaperWords[];
  /** It is filled in by hand, and has room for it. */
  readonly byHand?: true;
}

/** One block of a paper. */
export type PaperBlock =
  /** `under`: small words under a heading of the first level. */
  | { readonly block: "heading"; readonly level: 1 | 2 | 3; readonly says: string; readonly under?: PaperWords; readonly newPage?: true }
  | { readonly block: "text"; readonly words: PaperWords; readonly look: "body" | "small" | "boxed" }
  /** Names with what they are, in two columns; `ruled` under a line each. */
  | { readonly block: "facts"; readonly rows: readonly { readonly name: string; readonly words: PaperWords }[]; readonly ruled?: true }
  /** `margin`: the head over what stands in the margin, where something does. */
  | {
      readonly block: "table";
      readonly margin?: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly PaperRow[];
    }
  /** Numbered: by their place, or by numbers of their own. */
  | { readonly block: "steps"; readonly items: readonly { readonly number: number; readonly words: PaperWords }[] }
  /** Lines to sign on, side by side, with what stands under each. */
  | { readonly block: "signatures"; readonly under: readonly PaperWords[] };

/** All words of a paper in the order in which they are read, a block or a cell each: what is searched, counted and compared. Head and foot come first. */
export function wordsOfPaper({ head, foot, front, blocks }: Paper): readonly string[] {
  const around = [head.mark ?? "", head.left ?? "", head.right, foot.left, foot.middle];
  return [...around.filter((one) => one !== ""), ...front, ...blocks.flatMap(wordsOfBlock)];
}

function wordsOfBlock(one: PaperBlock): readonly string[] {
  switch (one.block) {
    case "heading":
      return [one.says, ...(one.under === undefined ? [] : [plainWords(one.under)])];
    case "text":
      return [plainWords(one.words)];
    case "facts":
      return one.rows.flatMap(({ name, words }) => [name, plainWords(words)]);
    case "table":
      return [
        ...(one.margin === undefined ? [] : [one.margin]),
        ...one.columns.map(({ head }) => head),
        ...one.rows.flatMap(({ margin, cells }) => [...(margin === undefined ? [] : [margin]), ...cells.map(plainWords)]),
      ];
    case "steps":
      return one.items.flatMap(({ number, words }) => [String(number), plainWords(words)]);
    case "signatures":
      return one.under.map(plainWords);
  }
}

/** The words without their looks, quotation marks set. */
export function plainWords(words: PaperWords): string {
  if (typeof words === "string") return words;
  return words.map((run) => (typeof run === "string" ? run : run.look === "quoted" ? `“${run.says}”` : run.says)).join("");
}
