import { type Instant, type LawWithActs, type Report, utcMsToWall, wallMsAt } from "@unmask/core";
import type { Picture } from "@unmask/formats";
import { initialsOf, namesInPrint, sayMoment } from "@unmask/words";
import { chronologySection, rowMark } from "./chronology.ts";
import { type Disclosed, discloseActs, reportAsShown } from "./disclosed-acts.ts";
import { createAgreedContact } from "./agreed-acts.ts";
import { createAnswered } from "./answered.ts";
import { answersTemplate } from "./answers-template.ts";
import { sayAddressee, sayChanges, wholeAnswers } from "./cover-section.ts";
import { fearedWhole } from "./feared-whole.ts";
import { firstPage } from "./first-page.ts";
import { type FontNeed, familiesFor } from "./fonts.ts";
import { chronologyTemplate } from "./chronology-template.ts";
import { doubtSection } from "./doubt-section.ts";
import { findingsSection } from "./findings-section.ts";
import { lawSection } from "./law-section.ts";
import { type FoundPictures, picturesAnnex } from "./pictures-annex.ts";
import { lawTemplate } from "./law-template.ts";
import { nearSection } from "./near-section.ts";
import { pageTemplate } from "./page-template.ts";
import { peopleSection } from "./people-section.ts";
import { toPrintable } from "./printable.ts";
import { reportTemplate } from "./report-template.ts";
import { scheduleSection } from "./schedule-section.ts";
import { type Words, wordsOf } from "./words.ts";
import { ownSection } from "./own-section.ts";
import { changesInEntries } from "./told-in-entries.ts";
import { wroteSection } from "./wrote-section.ts";

/**
 * The printed report: a Typst document whose words are data. Nothing that anybody wrote is ever put into markup: it goes through `json()`
 * and is printed as a string. See `../../../../docs/formats/report.md`.
 */
export interface ReportDocument {
  /** Path of the main file among `files`. */
  readonly main: string;
  readonly files: readonly ReportFile[];
  /** The font files to hand in, in order. No other font may be used. */
  readonly fonts: readonly FontNeed[];
  /** What the engine is asked to claim: PDF/A-2a, or nothing. */
  readonly standard: "a-2a" | undefined;
}

/** One file of the document; `path` starts with "/". */
export interface ReportFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Beside the report itself. */
export interface ReportOptions {
  /** Public key of the signer in minisign's form, one line. */
  readonly signerKey: string;
  /** "pdf-a": the engine can write PDF/A-2a. "plain": it cannot (the browser's), nothing is claimed and fewer rows are printed. */
  readonly engine: "pdf-a" | "plain";
  /** The acts laid beside the law; absent: there is no page of it. */
  readonly law?: LawWithActs;
  /** Whether a contact sheet is sealed beside the pack: page 1 says that it is there, and nothing of it. */
  readonly isReachSealed?: boolean;
  /** What was found of the pictures that `seekPictures` names; absent where none could be gathered: the annex says so. */
  readonly pictures?: FoundPictures | undefined;
}

/**
 * Rows of the chronology: all acts where they fit, else this many chosen ones. A row costs the typesetter about 18 kB (measured), and the
 * acts themselves are in memory beside it: a report of a million acts would take down the machine, one of 10,000 her phone.
 */
const rowsByEngine = { "pdf-a": { all: 10_000, chosen: 2_500 }, plain: { all: 3_000, chosen: 3_000 } } as const;

/** The two papers of a report. */
export interface PrintedPapers {
  /** At most eight pages that stand alone. */
  readonly report: ReportDocument;
  /** The acts by day, with annexes. */
  readonly chronology: ReportDocument;
}

/** Characters of her own words that the report prints; the chronology has them whole. */
const longestImpact = 1_400;

/** Makes both papers of a report. The same report and options give the same bytes. */
export function printedPapers(whole: Report, options: ReportOptions): PrintedPapers {
  // How many are not shown is told; of the acts themselves no section knows.
  const disclosed = discloseActs(whole);
  const report = reportAsShown(whole);
  const shared = sharedData(report, { options, disclosed });
  const { signerKey, engine, law } = options;
  const isAgreed = createAgreedContact(report);
  const sayAnswered = createAnswered(report, disclosed);
  const annex = picturesAnnex(report, disclosed.acts, options.pictures);
  const main = "/report.typ";
  return {
    report: documentOf(
      {
        ...shared,
        title: "Account and schedule of material — not a witness statement",
        first: firstPage(report, disclosed, sayAnswered),
        near: nearSection(report, disclosed),
        own: ownSection(report, disclosed),
        wrote: wroteSection(report, disclosed, sayAnswered),
        impact: impactOf(report, disclosed, longestImpact),
        agreed: disclosed.acts.filter(({ act }) => isAgreed(act)).length,
        law: law && law.orders.length + law.offences.length > 0 ? lawSection(law, report, disclosed) : null,
        initials: initialsOf(report.statement.me.label),
        isReachSealed: options.isReachSealed ?? false,
        signerKey,
      },
      { main, template: pageTemplate + reportTemplate + (law ? lawTemplate : ""), engine },
    ),
    chronology: documentOf(
      {
        ...shared,
        title: "Chronology and annexes — not a witness statement",
        chronology: chronologySection(report, disclosed, rowsFor(disclosed.acts.length, engine)),
        impact: impactOf(report, disclosed),
        answers: wholeAnswers(report.cover, {
          names: namesInPrint(report.statement),
          made: utcMsToWall(wallMsAt(report.statement.zone, report.madeAt)),
        }),
        feared: fearedWhole(report, disclosed),
        pictures: annex.section,
      },
      { main, template: pageTemplate + chronologyTemplate + answersTemplate, engine, files: annex.files },
    ),
  };
}

/** A paper of one picture, by which is found out whether the typesetter can read it. */
export function pictureAlone({ format, bytes }: Picture, engine: ReportOptions["engine"]): ReportDocument {
  const main = "/report.typ";
  const markup = `#set document(title: "Picture", date: datetime(year: 2000, month: 1, day: 1))\n#image("/pictures/1.${format}", format: "${format}", width: 40mm, height: 40mm, fit: "contain", alt: "Picture")\n`;
  return {
    main,
    files: [
      { path: main, bytes: new TextEncoder().encode(markup) },
      { path: `/pictures/1.${format}`, bytes },
    ],
    fonts: [],
    standard: engine === "pdf-a" ? "a-2a" : undefined,
  };
}

/** What a document is set with. */
export interface Setting extends Pick<ReportDocument, "main">, Pick<ReportOptions, "engine"> {
  /** Typst markup, in which no word of hers stands. */
  readonly template: string;
  /** Files that the template shows, beside data and markup. */
  readonly files?: readonly ReportFile[];
}

/** Puts data and template together: every string made printable, and every font named that they need. */
export function documentOf(data: object, { main, template, engine, files = [] }: Setting): ReportDocument {
  const json = JSON.stringify(printableData(data));
  const chain = familiesFor(json);
  const encoder = new TextEncoder();
  return {
    main,
    files: [
      {
        path: main,
        bytes: encoder.encode(
          templateWithFonts(
            chain.map(({ family }) => family),
            template,
          ),
        ),
      },
      { path: "/data.json", bytes: encoder.encode(json) },
      ...files,
    ],
    fonts: chain.flatMap(({ family, files }) => files.map((file) => ({ family, file }))),
    standard: engine === "pdf-a" ? "a-2a" : undefined,
  };
}

/**
 * Where the typesetter failed: the number of the chronology's row that holds what its message quotes. The message itself quotes a person's
 * words and must be thrown away. Undefined when no row holds it.
 */
export function rowOfFailure({ files }: ReportDocument, message: string): number | undefined {
  const quoted = /`\\*"(.+?)\\*"`/su.exec(message)?.[1];
  const data = files.find(({ path }) => path === "/data.json");
  if (quoted === undefined || !data) return undefined;
  // The typesetter writes characters without a form as \u{e123}, and that within a quotation of its own.
  const text = quoted.replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const needle = JSON.stringify(text).slice(1, -1);
  const row = new TextDecoder()
    .decode(data.bytes)
    .split(`["${rowMark}",`)
    .slice(1)
    .find((text) => text.includes(needle));
  return row === undefined ? undefined : Number.parseInt(row, 10);
}

/** What stands in both papers. */
function sharedData(report: Report, { options, disclosed }: { options: ReportOptions; disclosed: Disclosed }): object {
  const { statement, madeAt, id } = report;
  const { me, them } = namesInPrint(statement);
  return {
    date: utcPartsOf(madeAt),
    who: wordsOf(me),
    them: wordsOf(them),
    to: sayAddressee(report.cover),
    packId: id,
    made: sayMoment(madeAt, statement.zone),
    findings: findingsSection(report, disclosed),
    schedule: scheduleSection(report, disclosed),
    doubt: doubtSection(report, disclosed),
    people: peopleSection(report, disclosed),
    claims: options.engine === "pdf-a",
  };
}

/** The parts of an instant in UTC, as a document's date. */
export function utcPartsOf(instant: Instant): object {
  const { year, month, day, hour, minute, second } = utcMsToWall(instant);
  return { year, month, day, hour, minute, second };
}

function rowsFor(acts: number, engine: ReportOptions["engine"]): number {
  const { all, chosen } = rowsByEngine[engine];
  return acts <= all ? all : chosen;
}

/** What changed, by the cover and by her journal, and her own words, paragraph by paragraph, up to so many characters in all; null where nothing was said. */
function impactOf(report: Report, disclosed: Disclosed, most: number = Infinity): readonly Words[] | null {
  const { impact = "", cover } = report;
  const paragraphs = [...sayChanges(cover?.changed), ...changesInEntries(report, disclosed), ...impact.split(/\n\s*\n/)].filter(
    (paragraph) => paragraph.trim() !== "",
  );
  let room = most;
  const printed = paragraphs.flatMap((paragraph) => {
    if (room <= 0) return [];
    const words = wordsOf(paragraph.trim(), room, "the chronology");
    room -= paragraph.length;
    return [words];
  });
  return paragraphs.length === 0 ? null : printed;
}

/** Makes every string printable, wherever it came from, so that none can be forgotten. `Words` are printable already. */
function printableData(value: unknown): unknown {
  if (typeof value === "string") return toPrintable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (typeof value !== "object" || value === null || "words" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableData(inner)]));
}

/** Names the whole chain of fonts in the template. Family names are ours: no word of hers comes near the markup. */
function templateWithFonts(names: readonly string[], template: string): string {
  const list = (chain: readonly string[]): string => chain.map((name) => `${JSON.stringify(name)},`).join(" ");
  const monoFirst = [...names.slice(-1), ...names.slice(0, -1)];
  return `#let serif-chain = (${list(names)})\n#let mono-chain = (${list(monoFirst)})\n${template}`;
}
