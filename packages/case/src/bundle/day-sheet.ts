import { type Instant, type Paper, type PaperBlock, type PaperLaw, type PaperWords, type Zone, dayIn } from "@unmask/core";
import { sayCount, sayMoment, sayRange, sayShortDay, sayWeekday } from "@unmask/words";
import type { PaperTemplate } from "./paper-template.ts";
import { createPen } from "./pen.ts";
import { createSayWords, together } from "./say-words.ts";
import { type Letter, dayOf, heading, sayCivilWeekday, text } from "./writing.ts";

/** One thing that has a day: an end, a court day, a notice, a review. */
export interface DaySheetRow {
  readonly day: string;
  /** The first day after it: from its beginning it is past, or over. Absent where nothing of it can be late. */
  readonly past?: string;
  /** Minute on the wall. */
  readonly at?: string;
  readonly what: string;
  readonly order: string;
  /** Whom the order binds. */
  readonly subject: string;
  readonly section?: string;
  /** The Act of its sections, where it is not the one that the sheet names. */
  readonly act?: string;
  readonly why: string;
  /** False: of another force, or watched by somebody else. */
  readonly ours: boolean;
  /** Undecided: a duty that the law or the facts leave open. Not decided: whether an order is renewed. Absent: neither. */
  readonly open?: "undecided" | "not-decided";
}

/** What the printed day sheet is made of (docs/formats/bundle.md). */
export interface DaySheetSource {
  readonly force: string;
  readonly writer: string;
  readonly made: Instant;
  readonly zone: Zone;
  /** First and last day looked at. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly DaySheetRow[];
  /** What ended before the first day, in so many days. */
  readonly ended: { readonly days: number; readonly rows: readonly DaySheetRow[] };
  readonly law: PaperLaw;
  readonly template: PaperTemplate;
  readonly withheld: readonly (readonly string[])[];
}

/** Makes the day sheet: what is past its day first, then what is undecided and would be, then day by day, then what ended. The same source gives the same paper. */
export function daySheetOf(source: DaySheetSource): Paper {
  const words = createSayWords(source.template, source.law);
  const letter: Letter = { ...words, pen: createPen(source.withheld) };
  const { say, plain, pen } = letter;
  const inOrder = [...source.rows].sort((a, b) => byText(`${a.day} ${a.at ?? ""}`, `${b.day} ${b.at ?? ""}`));
  const late = inOrder.filter(({ day }) => day < source.from);
  const days = [...new Set(inOrder.filter(({ day }) => day >= source.from).map(({ day }) => day))];
  return {
    title: `${plain("sheet-title")}, ${sayWeekday(dayIn(source.zone, source.made))}`,
    made: source.made,
    head: {
      left: pen.name(source.force),
      right: plain("sheet-printed", { writer: pen.name(source.writer), moment: sayMoment(source.made, source.zone) }),
    },
    foot: { left: plain("sheet-foot", { day: sayCivilWeekday(source.from, letter) }), middle: plain("sheet-foot-middle") },
    front: [plain("sheet-title"), plain("sheet-title-under", { force: pen.name(source.force), span: spanOf(source) })],
    blocks: [
      text(say("sheet-under", { act: source.law.act }), "small"),
      ...(inOrder.length === 0 ? [text(say("sheet-none"))] : []),
      ...part(
        plain("sheet-late"),
        late.filter(({ open }) => open !== "undecided"),
        letter,
        true,
      ),
      // Nobody knows that it is late.
      ...part(
        plain("sheet-open"),
        late.filter(({ open }) => open === "undecided"),
        letter,
        true,
      ),
      ...days.flatMap((day) =>
        part(
          sayCivilWeekday(day, letter),
          inOrder.filter((row) => row.day === day),
          letter,
        ),
      ),
      ...part(plain("sheet-ended", { days: sayCount(source.ended.days, "day") }), source.ended.rows, letter, true),
    ],
  };
}

function spanOf({ from, to }: DaySheetSource): string {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === undefined || last === undefined ? `${from} – ${to}` : sayRange(first, last);
}

/** `isDated`: its rows are of several days, and each says which. */
function part(title: string, rows: readonly DaySheetRow[], letter: Letter, isDated = false): readonly PaperBlock[] {
  const { plain } = letter;
  if (rows.length === 0) return [];
  return [
    heading(2, title),
    {
      block: "table",
      columns: [
        { head: plain("sheet-head-what"), width: 36 },
        { head: plain("sheet-head-order"), width: 30 },
        { head: plain("sheet-head-why") },
        { head: plain("sheet-head-past"), width: 30 },
        { head: plain("sheet-head-hand"), width: 22 },
      ],
      rows: rows.map((row) => ({
        cells: [whatOf(row, letter, isDated), orderOf(row, letter), whyOf(row, letter), pastOf(row), ""],
      })),
    },
  ];
}

function whatOf({ day, at, what, open }: DaySheetRow, letter: Letter, isDated: boolean): PaperWords {
  const { plain, pen } = letter;
  const when = [...(isDated ? [sayCivilWeekday(day, letter)] : []), ...(at === undefined ? [] : [pen.name(at)])].join(", ");
  const says: PaperWords = [...(when === "" ? [] : [`${when}\n`]), { says: pen.prose(what), look: "strong" }];
  return open === undefined ? says : [...says, `\n${plain(`sheet-${open}`)}`];
}

/** The short form: its column is narrow, and the day itself stands above with its weekday whole. */
function pastOf({ past }: DaySheetRow): string {
  const day = past === undefined ? undefined : dayOf(past);
  return day === undefined ? "" : sayShortDay(day);
}

/** A section of another Act is never read as one of the Act that the sheet names. */
function whyOf({ section, act, why }: DaySheetRow, { pen }: Letter): string {
  const rule = [section, act].flatMap((one) => (one === undefined ? [] : [pen.prose(one)])).join(", ");
  return [rule, pen.prose(why)].filter((one) => one !== "").join(": ");
}

function orderOf({ order, subject, ours }: DaySheetRow, { plain, pen }: Letter): PaperWords {
  return together([[`${pen.name(order)}\n${pen.name(subject)}`], ours ? "" : [{ says: `(${plain("sheet-not-ours")})`, look: "slanted" }]]);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
