import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Contact, type Instant, parseCover, parseZone } from "@unmask/core";
import { type ReportDocument, contactDocument } from "@unmask/pack";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setReport } from "../../fittings/node/src/typst.ts";
import { project } from "../cli/run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-set-contact-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function contactOf(document: unknown): Contact {
  const read = parseCover(JSON.stringify(document));
  if (!read.ok || !read.value.contact) throw new Error(read.ok ? "no contact" : read.error);
  return read.value.contact;
}

const filled = (fields: object): Contact => contactOf({ version: 1, contact: { filledIn: "2026-10-04T20:36", ...fields } });

function sheet(contact: Contact): ReportDocument {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("no zone");
  const people = { me: { label: "Nadia Khan" }, them: { label: "Gary Slade" } };
  return contactDocument({ contact, ...people, zone, madeAt: Date.UTC(2026, 9, 4, 19, 40) as Instant }, { engine: "pdf-a" });
}

/** Sets a sheet and gives the place of its PDF. */
async function setSheet(name: string, contact: Contact): Promise<string> {
  const result = await setReport(sheet(contact));
  if (!result.ok) throw new Error(result.error.says);
  const place = join(folder, `${name}.pdf`);
  writeFileSync(place, result.value);
  return place;
}

const tool = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const flat = (text: string): string => text.replace(/[\u200b\u200e\u200f]/g, "").replace(/\s+/g, " ");
const hashOf = (place: string): string => createHash("sha256").update(readFileSync(place)).digest("hex");

const { documents } = JSON.parse(readFileSync(join(project, "docs/formats/vectors/cover.json"), "utf8")) as {
  documents: { document: unknown }[];
};
const whole = contactOf(documents[0]?.document);
let file = "";
beforeAll(async () => {
  file = await setSheet("whole", whole);
});

test("the contact sheet is one tagged page of A4 that claims PDF/A-2a, and its hours are a picture with words", () => {
  const info = tool("pdfinfo", file);
  expect(info).toMatch(/Pages:\s+1\n/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Page size:.*A4/);
  expect(info).toMatch(/Title:\s+How and when it is safe to reach Nadia Khan/);
  const meta = tool("pdfinfo", "-meta", file);
  expect(meta).toMatch(/pdfaid:part>2</);
  expect(meta).toMatch(/pdfaid:conformance>A</);
  expect(tool("pdfinfo", "-struct", file).match(/Figure/g)).toHaveLength(1);
});

test("its first words after the heading are the whole sheet", () => {
  const [, after = ""] = flat(tool("pdftotext", file, "-")).split("How and when it is safe to reach Nadia Khan ");
  expect(after).toMatch(/^Text 07700 900412, Monday to Friday between 09:00 and 16:00\. Begin with: “Your books are in\.”/);
});

test("below the cut nothing says what it is about", () => {
  const height = 842;
  const box = (y: number, tall: number): string =>
    flat(tool("pdftotext", "-x", "0", "-y", String(y), "-W", "595", "-H", String(tall), file, "-")).trim();
  // The cut is at 245 mm; all that is under it are three names of empty lines.
  expect(box(696, height - 696)).toBe("Given to When Reference");
  expect(box(0, 696)).toContain("Until");
});

test("the hours are drawn: black, hatched and white", () => {
  const picture = execFileSync("pdftoppm", ["-gray", "-r", "72", file], { stdio: ["ignore", "pipe", "ignore"] });
  const [head = "", width = "", height = ""] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString("latin1")) ?? [];
  const pixels = picture.subarray(head.length);
  expect(pixels.length).toBe(Number(width) * Number(height));
  const darkness = (left: number, right: number): number => {
    // The bar of Monday, as high as a line of text.
    const rows = [164, 166, 168, 170, 172, 174];
    const values = rows.flatMap((y) => Array.from({ length: right - left }, (_, x) => 255 - (pixels[y * Number(width) + left + x] ?? 255)));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  expect(darkness(320, 390)).toBeGreaterThan(230);
  expect(darkness(440, 505)).toBeGreaterThan(20);
  expect(darkness(440, 505)).toBeLessThan(140);
  expect(darkness(180, 290)).toBeLessThan(5);
});

test("the same sheet gives the same bytes", async () => {
  expect(hashOf(await setSheet("again", whole))).toBe(hashOf(file));
});

test("what she wrote is printed in every script and never obeyed", async () => {
  const place = await setSheet("scripts", filled({ never: ["*Zoë* #x $y$ [z] <l> `raw`", "לא לצלצל", "不要打电话", "\u202Eevil"] }));
  const text = flat(tool("pdftotext", place, "-"));
  for (const words of ["*Zoë* #x $y$ [z] <l> `raw`", "不要打电话", "[U+202E]evil"]) expect(text).toContain(words);
  expect(text).toMatch(/לא|אל/);
});

test("as much as a sheet may hold is one page where its letters are of common width, and is never cut", async () => {
  const sentence = "Please do not come to the flat unless I have said on which day, and never ask a neighbour about me. ";
  const much = filled({ never: Array.from({ length: 9 }, () => sentence.repeat(3).slice(0, 299)) });
  expect(tool("pdfinfo", await setSheet("much", much))).toMatch(/Pages:\s+1\n/);
  const wide = await setSheet("wide", filled({ never: Array.from({ length: 9 }, () => "@".repeat(300)) }));
  expect(tool("pdfinfo", wide)).toMatch(/Pages:\s+2\n/);
  expect(tool("pdftotext", wide, "-").match(/@/g)?.length).toBe(2_700);
  expect(flat(tool("pdftotext", wide, "-"))).toContain("page 2 of 2");
});
