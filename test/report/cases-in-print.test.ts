import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Report, createSide, printedOrderRule } from "@unmask/core";
import { layLaw } from "@unmask/corridor";
import { setReport } from "../../fittings/node/src/typst.ts";
import { caseJsonLd } from "../../packages/pack/src/case-jsonld/case-jsonld.ts";
import { caseOfPack } from "../../packages/pack/src/case-jsonld/case-of-pack.ts";
import { packActsOf } from "../../packages/pack/src/pack-acts.ts";
import { type ReportDocument, printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { reportToJson } from "../../packages/pack/src/report/report-json.ts";
import { countsIn, gradeOf, namesIn, withoutQuotes } from "../cases/reader.ts";
import { unsaidIn } from "../house/unsaid.ts";
import { caseReports } from "./case-papers.ts";

/** The papers of each invented case as somebody at a desk gets them. */

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const folder = mkdtempSync(join(tmpdir(), "unmask-cases-in-print-"));
const mostPages = 8;

describe.each(caseReports)("the $name", ({ name, report: makeReport }) => {
  const file = join(folder, `${name}.pdf`);
  const chronologyFile = join(folder, `${name} chronology.pdf`);
  let report: Report;
  let pdf: Uint8Array;
  let chronologyPdf: Uint8Array;
  let words: string;
  /** The words of the printed chronology. */
  let days: string;
  let chronology: string;
  let chronologyDocument: ReportDocument;
  let reportData: string;

  beforeAll(async () => {
    report = await makeReport();
    const papers = printedPapers(report, { signerKey, engine: "pdf-a", law: layLaw(report) });
    const set = await setReport(papers.report);
    if (!set.ok) throw new Error(set.error.says);
    pdf = set.value;
    writeFileSync(file, pdf);
    words = outputOf("pdftotext", file, "-").replace(/\s+/g, " ");
    chronologyDocument = papers.chronology;
    chronology = dataOf(papers.chronology);
    const ofDays = await setReport(papers.chronology);
    if (!ofDays.ok) throw new Error(ofDays.error.says);
    chronologyPdf = ofDays.value;
    writeFileSync(chronologyFile, chronologyPdf);
    days = outputOf("pdftotext", chronologyFile, "-").replace(/\s+/g, " ");
    reportData = dataOf(papers.report);
  }, 60_000);

  test("has a report of eight pages at most, tagged, that claims PDF/A-2a", () => {
    const info = outputOf("pdfinfo", file);
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeLessThanOrEqual(mostPages);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(outputOf("pdfinfo", "-meta", file)).toMatch(/pdfaid:part>2</);
  });

  test("has the parts in their order, and says of what nobody asked that it was not asked, and of what is empty that nothing was said", () => {
    const parts = [
      "Account and schedule of material",
      report.cover === undefined
        ? "Danger now. Not asked."
        : "Danger now. Asked on 26 November 2026, 11:40, 20 minutes before this report: not this minute, but afraid.",
      "What is asked",
      "Acts in person, and into home and accounts",
      "The pattern Counts",
      report.cover === undefined ? "What it has done Nothing was said." : "What it has done In the words of",
      "Numbers and accounts",
      "Exhibits",
      "Coverage and doubt What",
      "How to check this without trusting anybody",
      "Beside the law, for the reader to decide",
    ];
    const places = parts.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("holds every text of theirs, whole, where there are few of them", () => {
    const sideOf = createSide(report.timeline, report.statement);
    const texts = report.timeline.acts.filter((act) => sideOf(act).endsWith("theirs") && act.text !== null).map(({ text }) => text ?? "");
    if (texts.length <= 20) for (const text of texts) expect(words).toContain(text.replace(/\s+/g, " "));
    else expect(name).not.toBe("few");
  });

  test("holds nothing that would copy out wrongly: no invisible break, no count of seconds, no doubled stop", () => {
    for (const text of [words, chronology]) {
      expect(text).not.toContain("\u200b");
      expect(text).not.toMatch(/wrote \d{9,}/);
      expect(text).not.toMatch(/[a-z]\.\.(?!\.)/);
    }
  });

  test("has no word over another, in either paper", () => {
    for (const paper of [file, chronologyFile]) expect(wordsOverWords(paper)).toEqual([]);
  });

  test("says you and them to nobody in either paper, and sums up no rare kind as other things", () => {
    for (const paper of [words, days]) {
      // The name of a file is not ours.
      const ours = withoutQuotes(paper).replaceAll("One of your staff", "");
      expect(ours.match(/.{20}\b([Yy]ou|[Yy]ours?|[Tt]hem|[Tt]heirs|[Oo]ther things)\b.{20}/g)).toBeNull();
    }
    const ours = oursIn(JSON.parse(chronology));
    expect(ours.length).toBeGreaterThan(3 * report.timeline.acts.length);
    for (const text of ours) expect(withoutQuotes(text)).not.toMatch(/\b(you|yours?|them|theirs|other things)\b/i);
  });

  test("lines and titles can be read at the age of twelve, and are one breath each", () => {
    const { statement, findings } = report;
    const texts = findings.flatMap(({ line, drawing }) => [line, ...(drawing ? [drawing.title] : [])]);
    for (const text of texts) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(25);
    expect(gradeOf(texts, namesIn(statement))).toBeLessThanOrEqual(7);
  });

  test("no count is stated twice on the first page", () => {
    const { first } = JSON.parse(reportData);
    const said: readonly string[] = [...first.lines, ...first.counts].map(({ line }) => textOf(line));
    const counts = [...said, textOf(first.counted)].flatMap((line) => figuresIn(line, report.statement));
    expect(counts.toSorted()).toEqual([...new Set(counts)].toSorted());
  });

  test("nothing says that an offence was committed", () => {
    for (const { line, says, drawing } of report.findings)
      for (const text of [line, drawing?.title ?? "", ...(says.includes("course of conduct") ? [] : [says])])
        expect(withoutQuotes(text)).not.toMatch(/\b(offences?|crimes?|guilty|breach\w*|broke|stalk\w*|harass\w*|illegal\w*|committed)\b/i);
  });

  test("no print and no file of it says that an offence was committed, calls somebody a name or gives a likelihood, but in somebody’s own words", () => {
    const acts = packActsOf(report);
    const theirs = report.timeline.acts.flatMap(({ text }) =>
      text === null || unsaidIn(text).length === 0 ? [] : text.replace(/\s+/g, " "),
    );
    const ours = (text: string): string => theirs.reduce((rest, one) => rest.replaceAll(one, ""), text);
    const files = [reportToJson(report, acts), [...caseJsonLd(caseOfPack(report, acts), new Uint8Array(8))].join("")];
    for (const text of [words, days, dataOf(chronologyDocument), reportData, ...files]) {
      expect(text.length).toBeGreaterThan(1_000);
      expect(unsaidIn(ours(text))).toEqual([]);
    }
    expect(unsaidIn(ours(`${words} It is a stalker.`))).toHaveLength(1);
  });

  test("a section of law is named with its Act where a paper first names one", () => {
    for (const paper of [words, days]) {
      const [first = paper] = withoutQuotes(paper).split(/\bs\d+[A-Z]?\b/);
      expect(first.slice(-60)).toMatch(/\b[A-Z][a-z]+ Act \d{4} $/);
    }
  });

  test("the first two pages hold every line that is no count, in the printed order, and the first all where nothing was asked", () => {
    const page = outputOf("pdftotext", "-l", report.cover === undefined ? "1" : "2", file, "-").replace(/\s+/g, " ");
    // Where a line has no room for the words of its act, they, or where they stand, are in their place.
    const { lines }: { lines: readonly { line: Words; full: { before: Words } | null }[] } = JSON.parse(reportData).first;
    const places = lines.map(({ line, full }) => page.indexOf(textOf(full?.before ?? line)));
    expect(places).toHaveLength(report.findings.filter(({ standing }) => standing !== "count").length);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(words).toContain(printedOrderRule);
  });

  test("what one camera saw of nobody known, more than three times, is one row, so that every act near somebody has room", () => {
    const { total, rows }: { total: number; rows: readonly { number: string; kind: string; acts: number }[] } = JSON.parse(reportData).near;
    const counted = rows.filter(({ acts }) => acts > 1);
    expect(counted.map(({ number, kind }) => `${number}: ${kind}`)).toEqual(countedByCase[name] ?? []);
    expect(rows.reduce((sum, { acts }) => sum + acts, 0)).toBe(total);
    if (counted.length > 0) expect(words).toMatch(new RegExp(`All ${total}, in order of time; the program left none out\\.`));
  });

  test("both papers have the same bytes when they are made a second time", async () => {
    const again = printedPapers(await makeReport(), { signerKey, engine: "pdf-a", law: layLaw(report) });
    const set = await setReport(again.report);
    expect(set.ok && Buffer.from(set.value).equals(Buffer.from(pdf))).toBe(true);
    const second = await setReport(again.chronology);
    expect(second.ok && Buffer.from(second.value).equals(Buffer.from(chronologyPdf))).toBe(true);
  }, 120_000);

  test("names each act near somebody by the number that it has in the chronology", () => {
    const rows: readonly [mark: string, number: number][] = JSON.parse(chronology).chronology.days.flatMap(
      ({ rows: all }: { rows: object[] }) => all,
    );
    expect(rows.map(([, number]) => number)).toEqual(report.timeline.acts.map((_, i) => i + 1));
  });
});

/** What a camera saw of nobody known, counted in one row of the table of acts near somebody. */
const countedByCase: Readonly<Record<string, readonly string[]>> = {
  few: ["8 acts: Visit, eight times"],
  "sample case": ["55 acts: Visit, 55 times"],
};

interface PlacedWord {
  readonly word: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Words of one page that share more than a point of width and most of their height. */
function wordsOverWords(file: string): readonly string[] {
  const pages = outputOf("pdftotext", "-bbox", file, "-").split("<page ").slice(1);
  return pages.flatMap((page, i) => {
    const placed = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)]
      .map(([, left, top, right, bottom, word = ""]): PlacedWord => {
        return { word, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
      })
      .sort((a, b) => a.top - b.top);
    return placed.flatMap((one, j) => {
      const below = placed.slice(j + 1).filter(({ top }) => top < one.bottom);
      return below.filter((other) => lieOver(one, other)).map((other) => `page ${i + 1}: ${one.word} / ${other.word}`);
    });
  });
}

function lieOver(a: PlacedWord, b: PlacedWord): boolean {
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && height > 0.6 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

const dataOf = ({ files }: ReportDocument): string => new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes);

/** A text as the typesetter gets it: whole, or in the parts between which a line may break. */
interface Words {
  readonly words: string | readonly string[];
}

function textOf({ words }: Words): string {
  return typeof words === "string" ? words : words.join("");
}

/** The texts of a paper that are ours: without the words of acts, and without the rows of exhibits and people, which name what others named. */
function oursIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(data).flatMap(([part, value]) => (part === "schedule" || part === "people" ? [] : textsOf(value)));
}

/** The words of an act stand in its row under "text". */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "text" && "row" in value ? [] : textsOf(one)));
}

/** The figures alone: a number that stands twice is one too many, whatever is counted. Small ones are told apart by what they count. */
function figuresIn(line: string, statement: Report["statement"]): readonly string[] {
  return countsIn(line, statement).map((count) => (/^\d{1,2}\b/.test(count) ? count : (count.split(" ")[0] ?? "")));
}

function outputOf(...[command = "", ...args]: string[]): string {
  return execFileSync(command, args, { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });
}

test("page one of the sample case says the stop with its words, what came after, the doorstep, the withheld calls and the birthday", () => {
  const page = outputOf("pdftotext", "-l", "1", join(folder, "sample case.pdf"), "-").replace(/\s+/g, " ");
  expect(page).toMatch(/12 August 2025, 10:00: “Do not contact me again, in any way\.” Then [\d,]+ acts came; Hannah Reyes sent \d+\./);
  for (const words of [
    "A letter through the door, no stamp.",
    "pushed under the door",
    "489 calls from a withheld number",
    "26 September (birthday)",
  ])
    expect(page).toContain(words);
});

test("where page 1 has room, the few words that somebody wrote stand on it, the threat among them", async () => {
  const few = await caseReports.find(({ name }) => name === "few")?.report();
  if (few === undefined) throw new Error("the case is gone");
  const { cover: _, ...rest } = few;
  const set = await setReport(printedPapers({ ...rest, findings: [] }, { signerKey, engine: "pdf-a" }).report);
  if (!set.ok) throw new Error(set.error.says);
  const file = join(folder, "few words.pdf");
  writeFileSync(file, set.value);
  const page = outputOf("pdftotext", "-l", "1", file, "-").replace(/\s+/g, " ");
  expect(page).toContain("All that Terry Quill wrote, in order of time");
  expect(page).toContain("“You will be mine or you will be in the ground.”");
}, 60_000);

test("a text on page 1 that is cut, and where it stands in full, are sentences of their own before whose it may be", async () => {
  const few = await caseReports.find(({ name }) => name === "few")?.report();
  if (few === undefined) throw new Error("the case is gone");
  const long = `I know. ${Array<string>(7).fill("you will see me at the gate and at the desk").join(" ")}.`;
  const [model] = few.findings;
  const nine = few.timeline.acts[8];
  if (model === undefined || nine === undefined) throw new Error("the case is gone");
  const acts = few.timeline.acts.map((act) => (act === nine ? { ...act, text: long } : act));
  const last = { ...model, standing: "last act" as const, acts: [nine.id] };
  const line = "27 June 2026: message, 79 words, in full below. Perhaps Terry Quill.";
  const { cover: _, ...uncovered } = few;
  const rest = { ...uncovered, timeline: { ...few.timeline, acts } };
  const file = join(folder, "cut words.pdf");
  for (const findings of [[], [{ ...last, line }]]) {
    const set = await setReport(printedPapers({ ...rest, findings }, { signerKey, engine: "pdf-a" }).report);
    if (!set.ok) throw new Error(set.error.says);
    writeFileSync(file, set.value);
    const page = outputOf("pdftotext", "-l", "1", file, "-").replace(/\s+/g, " ");
    expect(page).toMatch(/“I know\. …” \(77 words more\)\. In full: no\. 9, page 2\. Perhaps (by )?Terry Quill\./);
    expect(page).toContain("“i can wait all night. i have done it before”. Perhaps by Terry Quill.");
  }
}, 60_000);

test("what his words answered stands beside them on both pages where there is room, and in no number of his", async () => {
  const few = await caseReports.find(({ name }) => name === "few")?.report();
  if (few === undefined) throw new Error("the case is gone");
  const { cover: _, ...uncovered } = few;
  const [, hers, his] = few.timeline.acts;
  const last = few.findings.find(({ standing }) => standing === "last act");
  if (hers === undefined || his === undefined || last === undefined) throw new Error("the case is gone");
  const quoting = { ...last, acts: [his.id], line: "Last act by Terry Quill: “you don’t get to decide that”." };
  const file = join(folder, "answered.pdf");
  for (const [findings, beside] of [
    [[], "(no. 3): “you don’t get to decide that”. After IV’s “Please leave me alone, Terry."],
    [[quoting], "“you don’t get to decide that”. After IV’s “Please leave me alone, Terry."],
  ] as const) {
    const papers = printedPapers({ ...uncovered, findings }, { signerKey, engine: "pdf-a" });
    const set = await setReport(papers.report);
    if (!set.ok) throw new Error(set.error.says);
    writeFileSync(file, set.value);
    const [first = "", second = ""] = outputOf("pdftotext", file, "-")
      .split("\f")
      .map((page) => page.replace(/\s+/g, " "));
    expect(first).toContain(beside);
    expect(first).toContain("Page 1 of");
    expect(second).toMatch(/“you don’t get to decide that” WhatsApp, after .*IV’s “Please leave me alone, Terry\./);
    expect(second).toContain("All 6 with words, of these 3 perhaps, in order of time. “after”: what Imogen Vance wrote before it.");
  }
}, 60_000);

test("beside the law the dates of both limbs stand however full the page is, and a day of which she was not sure empties neither", async () => {
  const few = await caseReports.find(({ name }) => name === "few")?.report();
  if (few === undefined) throw new Error("the case is gone");
  const law = layLaw(few);
  const file = join(folder, "full law.pdf");
  for (const more of [3, 6]) {
    const orders = law.orders.map((one) => ({
      ...one,
      order: {
        ...one.order,
        rules: [...one.order.rules, ...one.order.rules.slice(0, 1).flatMap((rule) => Array<typeof rule>(more).fill(rule))],
      },
    }));
    const set = await setReport(printedPapers(few, { signerKey, engine: "pdf-a", law: { ...law, orders } }).report);
    if (!set.ok) throw new Error(set.error.says);
    writeFileSync(file, set.value);
    const text = outputOf("pdftotext", file, "-").replace(/\s+/g, " ");
    const limbs = text.slice(text.indexOf("Either (i)"));
    expect(limbs, String(more)).toMatch(/feared violence:.*8 June 2026.*12 September 2026.*Or \(ii\).*13 September 2026.*5 October 2026/);
    expect(limbs).not.toContain("fit this page");
  }
}, 60_000);
