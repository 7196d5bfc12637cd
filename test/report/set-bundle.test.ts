import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acknowledgementOf, bundleOf, daySheetOf } from "@unmask/case";
import { type Paper, type Source, wordsOfPaper } from "@unmask/core";
import { walk } from "@unmask/formats";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPaperFiles } from "../../apps/server/src/ports/paper-files.ts";
import { createSha256 } from "../../fittings/node/src/hashes.ts";
import { unsaidIn } from "../house/unsaid.ts";
import { hostileBundle, sampleBundle } from "./sample-bundle.ts";
import { sampleAcknowledgement, sampleDaySheet } from "./sample-papers.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-set-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = createPaperFiles();

/** A paper in both forms: the place of its PDF, and the parts of its DOCX by their paths. */
interface Made {
  readonly paper: Paper;
  readonly pdf: string;
  readonly pdfSha256: string;
  readonly docx: Uint8Array;
  readonly parts: ReadonlyMap<string, string>;
}

async function make(name: string, paper: Paper): Promise<Made> {
  const made = await files.make(paper, ["pdf", "docx"]);
  if (!made.ok) throw new Error(made.error);
  const [pdf, docx] = [made.value.get("pdf"), made.value.get("docx")];
  if (!pdf || !docx) throw new Error("one form is missing");
  for (const { bytes, sha256 } of [pdf, docx]) expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  const place = join(folder, `${name}.pdf`);
  writeFileSync(place, pdf.bytes);
  return { paper, pdf: place, pdfSha256: pdf.sha256, docx: docx.bytes, parts: await partsOf(docx.bytes) };
}

/** The members of the zip, by our own reader, each a text. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const source: Source = { name: "bundle.zip", size: bytes.length, read: async (start, end) => new Uint8Array(bytes.subarray(start, end)) };
  const parts = new Map<string, string>();
  for await (const found of walk([source], { createHasher: createSha256 })) {
    if ("unread" in found) throw new Error("a part that cannot be read");
    if ("leaf" in found)
      parts.set(
        found.leaf.source.name,
        new TextDecoder("utf-8", { fatal: true }).decode(await found.leaf.source.read(0, found.leaf.source.size)),
      );
  }
  return parts;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly around: readonly string[];
}

/** Reads XML strictly; whatever is not well-formed throws. */
function readXml(
  xml: string,
  onOpen: (element: Element) => void = () => undefined,
  onText: (text: string) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  const open: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    onOpen({ name, attributes: attributes as Record<string, string>, around: [...open] });
    open.push(name);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    if (open.at(-1) === "w:t") onText(text);
  });
  parser.write(xml).close();
}

const tool = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] });

/** Letters alone: where a line is broken is no word, and marks of a side are for the reader. */
const letters = (text: string): string => text.replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, "");

/** Words in the order of the PDF's tags. */
function pdfWords(place: string): string {
  const lines = tool("pdfinfo", "-struct-text", place).split("\n");
  return lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []).join("");
}

function docxWords(parts: ReadonlyMap<string, string>, part = "word/document.xml"): string {
  const words: string[] = [];
  readXml(parts.get(part) ?? "", undefined, (text) => words.push(text));
  return words.join("");
}

let bundle: Made;
let hostile: Made;
let acknowledgement: Made;
let sheet: Made;
beforeAll(async () => {
  bundle = await make("bundle", bundleOf(sampleBundle).paper);
  hostile = await make("hostile", bundleOf(hostileBundle).paper);
  acknowledgement = await make("acknowledgement", acknowledgementOf(sampleAcknowledgement).paper);
  sheet = await make("sheet", daySheetOf(sampleDaySheet));
});

const all = (): readonly (readonly [name: string, made: Made])[] => [
  ["bundle", bundle],
  ["hostile", hostile],
  ["acknowledgement", acknowledgement],
  ["sheet", sheet],
];

test("each paper is a tagged A4 PDF that claims PDF/A-2a, with its headings and heads of tables", () => {
  for (const [name, { pdf, paper }] of all()) {
    const info = tool("pdfinfo", pdf);
    expect.soft(info, name).toMatch(/Tagged:\s+yes/);
    expect.soft(info, name).toMatch(/Page size:.*A4/);
    expect.soft(info, name).toContain(paper.title);
    const meta = tool("pdfinfo", "-meta", pdf);
    expect.soft(meta, name).toMatch(/pdfaid:part>2</);
    expect.soft(meta, name).toMatch(/pdfaid:conformance>A</);
    const tags = tool("pdfinfo", "-struct", pdf);
    expect.soft(tags.match(/^\s*H\d /gm)?.length, name).toBe(paper.blocks.filter(({ block }) => block === "heading").length);
    expect.soft(tags.match(/^\s*THead/gm)?.length, name).toBe(paper.blocks.filter(({ block }) => block === "table").length);
  }
});

test("each part of the DOCX is well-formed, its headings are heading styles, and the first row of each table is marked as its head", () => {
  for (const [name, { parts, paper }] of all()) {
    expect(parts.size, name).toBeGreaterThan(8);
    for (const xml of parts.values()) readXml(xml);
    const styles: string[] = [];
    let tables = 0;
    let heads = 0;
    readXml(parts.get("word/document.xml") ?? "", ({ name: tag, attributes, around }) => {
      if (tag === "w:pStyle" && /^Heading\d$/.test(attributes["w:val"] ?? "")) styles.push(attributes["w:val"] ?? "");
      if (tag === "w:tbl") tables++;
      if (tag === "w:tblHeader" && around.at(-1) === "w:trPr" && !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "")) heads++;
    });
    const headings = paper.blocks.flatMap((one) => (one.block === "heading" ? [`Heading${one.level}`] : []));
    expect(styles, name).toEqual(headings);
    expect(tables, name).toBe(paper.blocks.filter(({ block }) => block === "table").length);
    expect(heads, name).toBe(tables);
    expect(parts.get("word/styles.xml"), name).toContain(`w:styleId="Heading1"`);
  }
});

test("the DOCX says what the PDF says, word after word", () => {
  for (const [name, { parts, pdf }] of all()) {
    // Of a page with words from right to left the tool loses words when it reads by tags; the next test reads such a paper by its pages.
    if (name === "hostile") continue;
    const [one, other] = [letters(docxWords(parts)), letters(pdfWords(pdf))];
    expect(one.length, name).toBeGreaterThan(500);
    expect(other === one, name).toBe(true);
  }
});

test("words of every script are in both files, and what turns a line round, a control and half a character are their codes", () => {
  const [one, other] = [letters(docxWords(hostile.parts)), letters(tool("pdftotext", hostile.pdf, "-"))];
  const both = (words: string): readonly boolean[] => [one, other].map((said) => said.includes(letters(words)));
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
  for (const words of written) expect.soft(both(words), words).toEqual([true, true]);
  for (const word of ["سلام", "لماذا", "تمہارا", "שלום"]) {
    expect.soft(one.includes(word), word).toBe(true);
    expect.soft(new RegExp(`${word}|${[...word].reverse().join("")}`).test(other), word).toBe(true);
  }
  expect(both("“*Zoë* #x $y$ [z] <l> @r \\ `raw` // no _markup_ = here ~”")).toEqual([true, true]);
  expect(both("control [U+0000] private [U+E000] half [U+D83D] override [U+202E]evil[U+202C] bom [U+FEFF]")).toEqual([true, true]);
  expect(both("line one / line two / line three")).toEqual([true, true]);
  expect(both(`https://example.com/${"a".repeat(300)}`)).toEqual([true, true]);
  // Words that are read from right to left are a run of that side.
  let sides = 0;
  readXml(hostile.parts.get("word/document.xml") ?? "", ({ name }) => {
    if (name === "w:rtl") sides++;
  });
  expect(sides).toBe(4);
});

test("every page of the draft says that it is one, who wrote it and when", () => {
  for (const { pdf, parts } of [bundle, hostile]) {
    const pages = tool("pdftotext", "-layout", pdf, "-").split("\f").slice(0, -1);
    // Seven parts, of which each but the last begins a page.
    expect(pages.length).toBeGreaterThan(6);
    for (const [i, page] of pages.entries()) {
      const says = page.replace(/\s+/g, " ");
      expect(says).toContain("DRAFT 4, not lodged Written by Dilys Parry, SPO coordinator, Thursday 15 October 2026, 15:40");
      expect(says).toContain(`Draft application, Gary Slade, not lodged D-17, draft 4, Northshire Police Page ${i + 1} of ${pages.length}`);
    }
    expect(docxWords(parts, "word/header1.xml")).toContain("DRAFT 4, not lodged");
    expect(docxWords(parts, "word/header1.xml")).toContain("Written by Dilys Parry, SPO coordinator, Thursday 15 October 2026, 15:40");
    expect(docxWords(parts, "word/footer1.xml")).toContain("Draft application, Gary Slade, not lodged");
    let sections = 0;
    readXml(parts.get("word/document.xml") ?? "", ({ name, around }) => {
      if (name === "w:headerReference" && around.at(-1) === "w:sectPr") sections++;
      // A first page of its own would have another head.
      expect(name).not.toBe("w:titlePg");
    });
    expect(sections).toBe(1);
  }
});

test("where she lives, sleeps and is reached is in no byte of either file", () => {
  for (const [name, { pdf, parts }] of all()) {
    const said = [tool("pdftotext", pdf, "-"), tool("pdfinfo", pdf), ...parts.values()]
      .join("\n")
      .toLowerCase()
      .replace(/[\s\-.,]/g, "");
    for (const canary of ["milllane", "07700900412", "nadiak@", "fallowstreet", "rosecottage"])
      expect(said, `${name} ${canary}`).not.toContain(canary);
  }
});

test("the same paper gives the same PDF, and a DOCX that says the same under another hash", async () => {
  // The clock of its parts tells seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const again = await make("again", bundleOf(sampleBundle).paper);
  expect(again.pdfSha256).toBe(bundle.pdfSha256);
  expect(docxWords(again.parts)).toBe(docxWords(bundle.parts));
  expect(Buffer.from(again.docx).equals(Buffer.from(bundle.docx))).toBe(false);
});

test("what a court reads first is one page: about whom, what is asked, the facts, and how it is read", () => {
  const [first = ""] = tool("pdftotext", "-layout", bundle.pdf, "-").split("\f");
  for (const says of ["Application for a", "The facts in 10 lines", "How to read this", "text as at 7 February 2023."])
    expect(first).toContain(says);
});

test("long names make the first page smaller, and no second one: all that is said of how it is read stays on it", async () => {
  const long = "Bartholomew Maximilian Featherstonehaugh-Cholmondeley of Upper Wallop";
  const { subject, protects, chronology } = sampleBundle;
  const { pdf } = await make(
    "long-names",
    bundleOf({
      ...sampleBundle,
      subject: { ...subject, name: long, otherNames: [`${long} junior`, `${long} the younger`] },
      protects: protects.map((one) => ({ ...one, name: `${one.name} ${long}` })),
      chronology: chronology.map((one) => ({ ...one, surer: "Imogen Vance-Featherstone" })),
    }).paper,
  );
  const [first = "", second = ""] = tool("pdftotext", "-layout", pdf, "-").split("\f");
  for (const says of ["Application for a", "junior", "The facts in 10 lines", "How to read this", "text as at 7 February 2023."])
    expect(first).toContain(says);
  expect(second).toContain("2 The three criteria");
});

test("lines to sign on stand with what is signed: no page holds them alone, however long what stands before them is", async () => {
  const { subject } = sampleBundle;
  const [where, knowing] = ["41 Tanyard Close, Northmere, by the gate behind the boat yard. ", "record"] as const;
  for (const lines of [1, 4, 8, 12, 16]) {
    const home = { says: where.repeat(lines), knowing };
    const { pdf, parts } =
      lines === 1 ? bundle : await make(`signed-${lines}`, bundleOf({ ...sampleBundle, subject: { ...subject, home } }).paper);
    const pages = tool("pdftotext", "-layout", pdf, "-").split("\f").slice(0, -1);
    const signed = pages.filter((page) => /Confirmed by somebody else/.test(page));
    expect(signed.length, `${lines}`).toBe(1);
    expect(signed[0], `${lines}`).toMatch(/Nothing of a protected person/);
    expect(pages.at(-1), `${lines}`).toBe(signed[0]);
    // All that is said to whoever is served stands where it is signed.
    expect(signed[0], `${lines}`).toMatch(/What is said with it\s+1 Each prohibition/);
    const kept: boolean[] = [];
    const words: string[] = [];
    readXml(
      parts.get("word/document.xml") ?? "",
      ({ name, around }) => {
        if (name === "w:p") {
          kept.push(false);
          words.push("");
        }
        if (name === "w:keepNext" && around.at(-1) === "w:pPr") kept[kept.length - 1] = true;
      },
      (text) => words.push(`${words.pop() ?? ""}${text}`),
    );
    const at = words.findIndex((says) => says.includes("Nothing of a protected person"));
    expect(kept.slice(at, at + 3), `${lines}`).toEqual([true, true, false]);
  }
});

test("the acknowledgement is one page", () => {
  expect(tool("pdfinfo", acknowledgement.pdf)).toMatch(/Pages:\s+1\n/);
  expect(wordsOfPaper(acknowledgement.paper).join()).toContain("You need not sign");
});

test("no paper of an order says that an offence was committed, calls somebody a name or gives a likelihood, in either form", () => {
  for (const [name, { pdf, parts, paper }] of all()) {
    const said = [tool("pdftotext", pdf, "-"), docxWords(parts), wordsOfPaper(paper).join(" ")];
    for (const text of said) {
      expect([name, text.length > 200]).toEqual([name, true]);
      expect([name, unsaidIn(text.replace(/\s+/g, " "))]).toEqual([name, []]);
    }
  }
  // A word that is planted in a paper is found in both of its forms.
  const planted = { ...sampleDaySheet, rows: sampleDaySheet.rows.map((row) => ({ ...row, why: "an offence was committed" })) };
  expect(unsaidIn(wordsOfPaper(daySheetOf(planted)).join(" "))).not.toEqual([]);
});
