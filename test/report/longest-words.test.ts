import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { layLaw } from "@unmask/corridor";
import { setReport } from "../../fittings/node/src/typst.ts";
import { printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { type OtherWords, caseReports } from "./case-papers.ts";

/** The longest words that a statement and a cover may hold, on paper. */

const folder = mkdtempSync(join(tmpdir(), "unmask-longest-words-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const most = (words: string, longest: number): string => words.repeat(longest).slice(0, longest).trim();

const labels = [
  ["few", "in Latin", most("Maximiliana Featherstonehaugh ", 1_000)],
  ["few", "in Latin, in one piece", "W".repeat(1_000)],
  ["few", "in Arabic", most("عبد الرحمن بن الحسين ", 1_000)],
  ["few", "in Arabic, in one piece", "ض".repeat(1_000)],
  ["sample case", "in Latin, in one piece", "W".repeat(1_000)],
] as const;

async function printed(name: string, other: OtherWords): Promise<{ readonly report: string; readonly chronology: string }> {
  const report = await caseReports.find((one) => one.name === name)?.report(other);
  if (!report) throw new Error("no such case");
  const papers = printedPapers(report, { signerKey: "RWQf6LRCGA9i", engine: "pdf-a", law: layLaw(report) });
  const [account, chronology] = await Promise.all(
    [papers.report, papers.chronology].map(async (paper, i) => {
      const set = await setReport(paper);
      if (!set.ok) throw new Error(set.error.says);
      const file = join(folder, `${i}.pdf`);
      writeFileSync(file, set.value);
      return file;
    }),
  );
  return { report: account ?? "", chronology: chronology ?? "" };
}

const output = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

test.each(labels)(
  "the report of the %s stays within eight pages when both are called by a thousand characters %s",
  async (name, _, label) => {
    const { report } = await printed(name, { label });
    expect(Number(/Pages:\s+(\d+)/.exec(output("pdfinfo", report))?.[1])).toBeLessThanOrEqual(8);
  },
  120_000,
);

test("what is lost in time is on page one however long its words are, and whole where the chronology ends", async () => {
  const words = (begin: string): string => `${begin} ${most("and much more was said of it ", 880)} ${begin.toLowerCase()}0`;
  const lost = [1, 2].map((day) => ({
    what: words("WHAT"),
    where: { says: words("WHERE") },
    first: { year: 2026, month: 11, day },
    kept: { days: 30, by: "her", says: words("WHY") } as const,
  }));
  const { report, chronology } = await printed("few", { lost });
  const page = output("pdftotext", "-l", "1", report, "-").replace(/\s+/g, " ");
  for (const begin of ["Tue 1 Dec 2026", "WHAT and", "Where it lies: WHERE and", "“WHY and"]) expect.soft(page).toContain(begin);
  expect(page).not.toMatch(/wh[a-z]+0/);
  const annex = output("pdftotext", chronology, "-").replace(/\s+/g, " ");
  for (const end of ["what0", "where0", "why0"]) expect.soft(annex.split(end)).toHaveLength(3);
  expect(Number(/Pages:\s+(\d+)/.exec(output("pdfinfo", report))?.[1])).toBeLessThanOrEqual(8);
}, 120_000);

test("nine dates on which evidence is lost all stand on page one where what stands out leaves room for them", async () => {
  const lost = Array.from({ length: 9 }, (_, i) => ({
    what: `recording ${i + 1}`,
    first: { year: 2026, month: 11, day: i + 1 },
    kept: { days: 60, by: "her" } as const,
  }));
  const { report } = await printed("couple", { lost });
  const page = output("pdftotext", "-l", "1", report, "-").replace(/\s+/g, " ");
  for (const { what } of lost) expect.soft(page).toContain(what);
  expect(page).not.toMatch(/\d more at the end of the chronology/);
  expect(Number(/Pages:\s+(\d+)/.exec(output("pdfinfo", report))?.[1])).toBeLessThanOrEqual(8);
}, 120_000);
