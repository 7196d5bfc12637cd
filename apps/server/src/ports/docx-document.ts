import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  type ITableCellOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Paper, PaperBlock, PaperLook, PaperRow, PaperWords } from "@unmask/core";
import { isRightToLeft, toPrintable } from "@unmask/pack";

/** A paper as a document of a word processor (ECMA-376), with the words of its PDF. Headings are heading styles; the first row of a table is its head. */
export function docxDocument(paper: Paper): Document {
  return new Document({
    title: printed(paper.title),
    creator: printed(paper.foot.middle),
    description: printed(paper.foot.left),
    styles,
    sections: [
      {
        properties: page,
        headers: { default: new Header({ children: [headOf(paper)] }) },
        footers: { default: new Footer({ children: [footOf(paper)] }) },
        children: [...frontOf(paper), ...paper.blocks.flatMap((one, i) => blockOf(one, paper.blocks[i + 1]?.block === "signatures"))],
      },
    ],
  });
}

/** Twentieths of a point in a millimetre. */
const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

/** A4, with the margins of the PDF: words in 153 mm, exhibits in the margin left of them. */
const column = 153;
const gutter = 25;
const page: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(210), height: twips(297) },
    margin: { left: twips(34), right: twips(210 - 34 - column), top: twips(24), bottom: twips(23), header: twips(9), footer: twips(10) },
  },
};

/** Faces that every word processor has or has one like; letters of other scripts take the reader's own. */
const faces = { ascii: "Georgia", hAnsi: "Georgia", cs: "Times New Roman" };
const grey = "464646";
const pale = "969696";
const inHeading = (size: number, before: number): object => ({
  run: { size, bold: true, color: "000000", font: faces },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});
const styles: IStylesOptions = {
  default: {
    document: { run: { font: faces, size: 20, language: { value: "en-GB" } }, paragraph: { spacing: { line: 264, after: 100 } } },
    title: { run: { size: 36, bold: true, font: faces }, paragraph: { spacing: { after: 0 } } },
    heading1: inHeading(30, 240),
    heading2: inHeading(23, 280),
    heading3: inHeading(20, 200),
  },
  paragraphStyles: [
    { id: "Subtitle", name: "Subtitle", basedOn: "Normal", run: { size: 36 }, paragraph: { spacing: { after: 200 } } },
    { id: "SmallText", name: "Small text", basedOn: "Normal", run: { size: 17, color: grey } },
    { id: "RunningText", name: "Running text", basedOn: "Normal", run: { size: 16 }, paragraph: { spacing: { after: 0 } } },
    { id: "TableText", name: "Table text", basedOn: "Normal", run: { size: 18 }, paragraph: { spacing: { line: 250, after: 0 } } },
    { id: "MarginText", name: "Margin text", basedOn: "TableText", run: { size: 16, bold: true } },
  ],
};

const line = { style: BorderStyle.SINGLE, size: 4, color: pale, space: 4 };
const strongLine = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 6 };
const noLine = { style: BorderStyle.NONE, size: 0, color: "auto" };

function headOf({ head }: Paper): Paragraph {
  const mark = printed(head.mark ?? "");
  const boxed = new TextRun({ text: ` ${mark} `, bold: true, border: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } });
  return new Paragraph({
    style: "RunningText",
    tabStops: [{ type: TabStopType.RIGHT, position: twips(column) }],
    children: [...(mark === "" ? [] : [boxed]), ...runsOf(head.left ?? ""), tab(), ...runsOf(head.right)],
  });
}

function footOf({ foot }: Paper): Paragraph {
  return new Paragraph({
    style: "RunningText",
    border: { top: { ...line, space: 6 } },
    tabStops: [
      { type: TabStopType.CENTER, position: twips(column / 2) },
      { type: TabStopType.RIGHT, position: twips(column) },
    ],
    children: [
      ...runsOf(foot.left),
      tab(),
      ...runsOf(foot.middle),
      tab(),
      new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
    ],
  });
}

function frontOf({ front: [first, second] }: Paper): readonly Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(first) }),
    new Paragraph({ style: "Subtitle", border: { bottom: strongLine }, children: runsOf(second) }),
  ];
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** `isSigned`: lines to sign on follow, and what stands before them last stays on their page, so that no page holds them alone. */
function blockOf(one: PaperBlock, isSigned: boolean): readonly (Paragraph | Table)[] {
  switch (one.block) {
    case "heading":
      return headingOf(one);
    case "text":
      return [
        new Paragraph({
          children: runsOf(one.words),
          ...(isSigned && { keepNext: true }),
          ...(one.look === "small" && { style: "SmallText" }),
          ...(one.look === "boxed" && { border: { top: strongLine, bottom: strongLine, left: strongLine, right: strongLine } }),
        }),
      ];
    case "facts":
      return one.rows.map(({ name, words }) =>
        hanging([...runsOf([{ says: name, look: "slanted" }]), tab(), ...runsOf(words)], one.ruled ? 47 : 32, { isRuled: one.ruled }),
      );
    case "table":
      return [tableOf(one), new Paragraph({ style: "RunningText", children: [] })];
    case "steps":
      return one.items.map(({ number, words }) =>
        hanging([...runsOf([{ says: String(number), look: "strong" }]), tab(), ...runsOf(words)], 8, {
          keepNext: isSigned,
        }),
      );
    case "signatures":
      return one.under.map(
        (words, i) =>
          new Paragraph({
            style: "SmallText",
            ...(i < one.under.length - 1 && { keepNext: true }),
            spacing: { before: twips(18) },
            border: { top: strongLine },
            children: runsOf(words),
          }),
      );
  }
}

function headingOf({ level, says, under, newPage }: Extract<PaperBlock, { block: "heading" }>): readonly Paragraph[] {
  const ruled = level === 1 ? { border: { bottom: strongLine } } : {};
  return [
    new Paragraph({
      heading: headingLevels[level],
      pageBreakBefore: newPage === true,
      children: runsOf(says),
      ...(under === undefined && ruled),
    }),
    ...(under === undefined ? [] : [new Paragraph({ style: "SmallText", keepNext: true, children: runsOf(under), ...ruled })]),
  ];
}

/** A paragraph whose lines after the first begin so many millimetres further in, where the words behind the tab stand. */
function hanging(
  children: readonly TextRun[],
  mm: number,
  { isRuled = false, keepNext = false }: { readonly isRuled?: boolean | undefined; readonly keepNext?: boolean },
): Paragraph {
  return new Paragraph({
    children,
    ...(keepNext && { keepNext, keepLines: true }),
    indent: { left: twips(mm), hanging: twips(mm) },
    tabStops: [{ type: TabStopType.LEFT, position: twips(mm) }],
    ...(isRuled && { border: { bottom: line } }),
  });
}

type TableBlock = Extract<PaperBlock, { block: "table" }>;

function tableOf({ margin, columns, rows }: TableBlock): Table {
  const taken = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const own = columns.map(({ width = column - taken }) => twips(width));
  const besides = margin === undefined ? [] : [marginCell([{ says: margin, look: "slanted" }])];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [...besides, ...columns.map(({ head: says }) => cellOf([{ says, look: "slanted" }], headCell))],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: margin === undefined ? own : [twips(gutter), ...own],
    width: { size: twips(column + (margin === undefined ? 0 : gutter)), type: WidthType.DXA },
    indent: { size: margin === undefined ? 0 : -twips(gutter), type: WidthType.DXA },
    // For the whole table and not for each cell: a cell of its own look costs as much memory as its words.
    margins: inset,
    borders: { top: noLine, bottom: rowLine, left: noLine, right: noLine, insideHorizontal: rowLine, insideVertical: noLine },
    rows: [head, ...rows.map((row) => rowOf(row, margin !== undefined))],
  });
}

/** Room for a hand. */
const heightByHand = { value: twips(11), rule: HeightRule.ATLEAST };

function rowOf({ margin = "", cells, byHand }: PaperRow, hasMargin: boolean): TableRow {
  return new TableRow({
    ...(byHand && { height: heightByHand }),
    children: [...(hasMargin ? [marginCell(margin)] : []), ...cells.map((words) => cellOf(words, bodyCell))],
  });
}

type CellLook = Omit<ITableCellOptions, "children">;
const inset = { top: 60, bottom: 60, left: 0, right: 120 };
const rowLine = { style: BorderStyle.SINGLE, size: 4, color: pale };
const bodyCell: CellLook = {};
const headCell: CellLook = {
  verticalAlign: VerticalAlignTable.BOTTOM,
  borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: "000000" } },
};
const marginLook: CellLook = { borders: { top: noLine, bottom: noLine } };

function cellOf(words: PaperWords, look: CellLook): TableCell {
  return new TableCell({ ...look, children: [new Paragraph({ style: "TableText", children: runsOf(words) })] });
}

function marginCell(words: PaperWords): TableCell {
  const paragraph = new Paragraph({ style: "MarginText", alignment: AlignmentType.RIGHT, children: runsOf(words) });
  return new TableCell({ ...marginLook, children: [paragraph] });
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** As in the PDF: what no face draws, controls and what would turn the line round come out as their codes. */
function printed(text: string): string {
  return toPrintable(text);
}

function runsOf(words: PaperWords): readonly TextRun[] {
  if (typeof words === "string") return runOf(words);
  return words.flatMap((run) => {
    if (typeof run === "string") return runOf(run);
    return run.look === "quoted" ? [...runOf("“"), ...runOf(run.says), ...runOf("”")] : runOf(run.says, run.look);
  });
}

/** A run for each line. Words that begin from right to left are a run of that side. */
function runOf(text: string, look?: PaperLook): readonly TextRun[] {
  const rightToLeft = isRightToLeft(text);
  return printed(text)
    .split("\n")
    .map(
      (one, i) =>
        new TextRun({
          text: one,
          ...(i > 0 && { break: 1 }),
          ...(look === "strong" && { bold: true }),
          ...(look === "slanted" && { italics: true }),
          ...(look === "code" && { font: "Consolas", size: 16 }),
          ...(rightToLeft && { rightToLeft }),
        }),
    );
}
