import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { printedPapers } from "@unmask/pack";
import { setReport } from "../fittings/node/src/typst.ts";
import { sampleReport, sampleTimeline, statement } from "../test/report/sample-report.ts";

/**
 * Time and peak memory of both printed papers: 1,000 and 10,000 acts, and 100,000 of which 10,000 are printed. Each in a process of its own,
 * because memory only grows. Bar: 100,000 acts in 600 MB for the whole process, acts included (DESIGN.md §8).
 */

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const mostMegabytes = 600;

const count = Number(process.argv[2] ?? 0);
if (count > 0) await setOne(count);
else {
  for (const acts of [1_000, 10_000, 100_000]) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), String(acts)], {
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
}

async function setOne(acts: number): Promise<void> {
  const timeline = sampleTimeline(acts, { days: 900 });
  const began = performance.now();
  const findings = illustrate(findAll(timeline, statement), timeline, { statement, size: drawingSizes.print });
  const found = performance.now();
  const papers = printedPapers(sampleReport(timeline, findings), { signerKey, engine: "pdf-a" });
  const written = performance.now();
  const before = Math.round(process.memoryUsage().rss / 1e6);
  const report = await setReport(papers.report);
  const result = await setReport(papers.chronology);
  if (!report.ok || !result.ok) throw new Error("the papers could not be set");
  const peak = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  console.log(
    `report of ${acts} acts: found in ${seconds(found - began)}, written in ${seconds(written - found)}, set in ${seconds(performance.now() - written)}; ` +
      `${((report.value.length + result.value.length) / 1e6).toFixed(1)} MB; ${before} MB before setting, ${peak} MB at the peak (bar ${mostMegabytes})`,
  );
  if (peak > mostMegabytes) process.exitCode = 1;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
