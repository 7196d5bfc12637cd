import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "@unmask/core";
import { setReport } from "../../fittings/node/src/typst.ts";
import { printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { caseReports } from "./case-papers.ts";

/** The papers of each invented case as somebody at a desk gets them. */

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const folder = mkdtempSync(join(tmpdir(), "unmask-cases-in-print-"));
const mostPages = 8;

describe.each(caseReports)("the $name", ({ name, report: makeReport }) => {
  const file = join(folder, `${name}.pdf`);
  let report: Report;
  let words: string;
  let chronology: string;

  beforeAll(async () => {
    report = await makeReport();
    const papers = printedPapers(report, { signerKey, engine: "pdf-a" });
    const set = await setReport(papers.report);
    if (!set.ok) throw new Error(set.error.says);
    writeFileSync(file, set.value);
    words = outputOf("pdftotext", file, "-").replace(/\s+/g, " ");
    chronology = new TextDecoder().decode(papers.chronology.files.find(({ path }) => path === "/data.json")?.bytes);
  }, 60_000);

  test("has a report of eight pages at most, tagged, that claims PDF/A-2a", () => {
    const info = outputOf("pdfinfo", file);
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeLessThanOrEqual(mostPages);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(outputOf("pdfinfo", "-meta", file)).toMatch(/pdfaid:part>2</);
  });

  test("has the parts in their order, and says of what nobody asked that it was not asked", () => {
    const parts = [
      "Account and schedule of material",
      "Danger now. Not asked.",
      "What is asked",
      "Acts in person, and into home and accounts",
      "The pattern Counts",
      "What it has done Not asked.",
      "Numbers and accounts",
      "Exhibits",
      "Coverage and doubt What",
      "How to check this without trusting anybody",
    ];
    const places = parts.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("holds nothing that would copy out wrongly: no invisible break, no count of seconds, no doubled stop", () => {
    for (const text of [words, chronology]) {
      expect(text).not.toContain("\u200b");
      expect(text).not.toMatch(/wrote \d{9,}/);
      expect(text).not.toMatch(/[a-z]\.\.(?!\.)/);
    }
  });

  test("says you and them to nobody, and sums up no rare kind as other things", () => {
    const ours = words.replace(/“[^”]*”/g, "");
    // The name of a file is not ours.
    const found = ours.replaceAll("One of your staff", "").match(/.{20}\b([Yy]ou|[Yy]ours?|[Tt]hem|other things)\b.{20}/g);
    expect(found).toBeNull();
  });

  test("names each act near somebody by the number that it has in the chronology", () => {
    const rows: readonly { row: number }[] = JSON.parse(chronology).chronology.days.flatMap(({ rows: all }: { rows: object[] }) => all);
    expect(rows.map(({ row }) => row)).toEqual(report.timeline.acts.map((_, i) => i + 1));
  });
});

function outputOf(...[command = "", ...args]: string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
