import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layLaw } from "@unmask/corridor";
import { expect, test } from "vitest";
import { setReport } from "../../fittings/node/src/typst.ts";
import { printedPapers } from "../../packages/pack/src/report/report-document.ts";
import { longestReport } from "./longest-report.ts";
import { sampleTimeline } from "./sample-report.ts";

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

test("a report in which everything is answered at its longest, in wide letters and from right to left, has eight pages at most, the courts and the warning of time on the last", async () => {
  const report = longestReport(sampleTimeline(400));
  const set = await setReport(printedPapers(report, { signerKey, engine: "pdf-a", law: layLaw(report) }).report);
  if (!set.ok) throw new Error(set.error.says);
  const file = join(mkdtempSync(join(tmpdir(), "unmask-longest-")), "report.pdf");
  writeFileSync(file, set.value);
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeLessThanOrEqual(8);
  // Somebody who answered much is told no less of the courts, and of how short the time can be.
  const law = execFileSync("pdftotext", ["-f", "8", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  for (const said of [
    ...report.statement.jurisdiction.offences.map(({ id, trial }) => `(${id}). ${trial.says}`),
    "This paper does not know within which time each must be charged; it can be short: ask at once.",
  ])
    expect(law).toContain(said.replace(/\.$/, ""));
  expect(law).toMatch(/Days on which Maya Ellis feared violence:.{0,400}? \d+ (more )?(below|in the chronology)\./);
  expect(law).not.toContain("not fit this page");
}, 60_000);
