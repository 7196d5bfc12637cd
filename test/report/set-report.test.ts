import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { setReport } from "../../fittings/node/src/typst.ts";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import { type ReportDocument, printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { packPdf } from "../../packages/pack/src/report/pack-pdf.ts";
import { sampleReport, sampleTimeline, statement } from "./sample-report.ts";

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const folder = mkdtempSync(join(tmpdir(), "unmask-set-report-"));
const file = join(folder, "report.pdf");
const chronologyFile = join(folder, "chronology.pdf");
let pdf: Uint8Array;
let words: string;
let chronologyWords: string;

function textOf(path: string): string {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}

async function setSample(document: ReportDocument): Promise<Uint8Array> {
  const result = await setReport(document);
  if (!result.ok) throw new Error(result.error.says);
  return result.value;
}

const timeline = sampleTimeline(400);
const voice = printVoice(statement);
const findings = illustrate(findAll(timeline, statement, { voice }), timeline, { statement, size: drawingSizes.print, voice });
const { report: document, chronology } = printedPapers(sampleReport(timeline, findings), { signerKey, engine: "pdf-a" });

beforeAll(async () => {
  pdf = await setSample(document);
  writeFileSync(file, pdf);
  writeFileSync(chronologyFile, await setSample(chronology));
  words = textOf(file);
  chronologyWords = textOf(chronologyFile);
});

test.each([
  ["report", file, "Account and schedule of material"],
  ["chronology", chronologyFile, "Chronology and annexes"],
])("the %s is a tagged A4 document that claims PDF/A-2a", (_, file, title) => {
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Page size:.*A4/);
  expect(info).toMatch(new RegExp(`Title:\\s+${title} — not a witness statement`));
  const meta = execFileSync("pdfinfo", ["-meta", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(meta).toMatch(/pdfaid:part>2</);
  expect(meta).toMatch(/pdfaid:conformance>A</);
});

test("words in every script can be copied out of the chronology", () => {
  const plain = chronologyWords.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b]/g, "").replace(/\s+/g, " ");
  const written = [
    "awake",
    "আমি",
    "জানি",
    "Ξέρω",
    "Я знаю",
    "我知道",
    "ਪਤਾ",
    "ક્યાં",
    "कहाँ",
    "இருக்கிறாய்",
    "ฉันรู้",
    "안 받아",
    "電話",
    "👍🏽",
    "👩‍👩‍👧",
  ];
  for (const word of written) expect.soft(plain).toContain(word);
  for (const word of ["سلام", "لماذا", "تمہارا", "שלום"]) expect(plain).toMatch(new RegExp(`${word}|${[...word].reverse().join("")}`));
});

test("words from right to left begin on the first line of their row, and a row in another script says that it is not translated", () => {
  const [days = ""] = chronologyWords.split("What it has done");
  const lines = days.split("\n");
  const rows = lines.flatMap((line, i) => (/, by .*: “.*[\u0590-\u06ff]/.test(line) ? [`${line} ${lines[i + 1]} ${lines[i + 2]}`] : []));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toContain("not translated");
  expect(lines.filter((line) => /^\s*[^\w\s]*[\u0590-\u06ff]/.test(line))).toEqual([]);
  expect(chronologyWords).toMatch(/Times are Europe\/London; where only a span/);
});

test("every picture is on the page, in ink and with its labels, and says in words what it shows", () => {
  const pictures = findings.flatMap(({ drawing }) => drawing ?? []);
  expect(pictures.length).toBeGreaterThan(2);
  const flat = `${words} ${chronologyWords}`.replace(/\s+/g, " ");
  for (const label of ["20 Sep: blocked", "midnight", "told to stop"]) expect.soft(flat).toContain(label);
  const figuresIn = (paper: string): number =>
    execFileSync("pdfinfo", ["-struct", paper], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).match(/Figure/g)?.length ?? 0;
  // The report shows those that it has room for; the chronology shows all.
  expect(figuresIn(chronologyFile)).toBe(pictures.length);
  expect(figuresIn(file)).toBeGreaterThan(2);
  // The grey of an act by day is used for nothing else: #919191.
  const pages = execFileSync("pdftoppm", ["-gray", "-r", "50", "-f", "3", "-l", "6", file], {
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(pages.filter((grey) => grey === 0x91).length).toBeGreaterThan(500);
});

test("markup in a message is printed, not obeyed", () => {
  expect(chronologyWords.replace(/\s+/g, " ")).toContain("*Zoë* #x $y$ [z] <l> @r \\ `raw` // no _markup_");
});

test("what cannot be printed is printed as its code", () => {
  expect(chronologyWords.replace(/\s+/g, " ")).toContain(
    "control [U+0000] private [U+E000] half [U+D83D] override [U+202E]evil[U+202C] bom [U+FEFF]",
  );
});

test.each([
  ["report", file],
  ["chronology", chronologyFile],
])("the %s packed for the pack shows and says the same in less than six tenths of the bytes", (_, whole) => {
  const packed = `${whole}.packed.pdf`;
  const before = readFileSync(whole);
  writeFileSync(packed, packPdf(before));
  expect(readFileSync(packed).length).toBeLessThan(before.length * 0.6);
  const run = (tool: string, words: readonly string[]): Buffer =>
    execFileSync(tool, words, { maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] });
  for (const [tool = "", ...options] of [["pdftotext", "-layout"], ["pdfinfo", "-struct"], ["pdfinfo", "-meta"], ["pdffonts"]]) {
    const end = tool === "pdftotext" ? ["-"] : [];
    const [one, other] = [whole, packed].map((path) => run(tool, [...options, path, ...end]));
    expect.soft(other?.equals(one ?? Buffer.of()), tool).toBe(true);
  }
  const [one, other] = [whole, packed].map((path) => run("pdftoppm", ["-r", "30", "-l", "8", path]));
  expect(other?.equals(one ?? Buffer.of())).toBe(true);
});

test("the same report gives the same bytes", async () => {
  const again = await setSample(document);
  expect(createHash("sha256").update(again).digest("hex")).toBe(createHash("sha256").update(pdf).digest("hex"));
});

test("a report that cannot be set says which act, and never quotes it", async () => {
  const data = chronology.files.find(({ path }) => path === "/data.json");
  // Findings quote it too, and stand before the rows.
  const [beforeRow = "", ...rest] = new TextDecoder().decode(data?.bytes).split(/(?=I know you’re awake)/);
  const row = rest.pop()?.replace("I know", "I know \u{E123}\u{E124}") ?? "";
  const broken = [beforeRow, ...rest, row].join("");
  const files = chronology.files.map((one) => (one.path === "/data.json" ? { ...one, bytes: new TextEncoder().encode(broken) } : one));
  const result = await setReport({ ...chronology, files });
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.error.says).toMatch(/^the report could not be set \(row \d+\)$/);
});
