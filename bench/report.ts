import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fstatSync, mkdtempSync, openSync, readSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Exhibit, type Source, parseSha256 } from "@unmask/core";
import { drawingSizes, findAll, forget, illustrate } from "@unmask/patterns";
import { printedPapers } from "@unmask/pack";
import { gatherPictures } from "../packages/corridor/src/gather-pictures.ts";
import { createHashByName } from "../fittings/node/src/hashes.ts";
import { keepHeapSmall } from "../fittings/node/src/memory.ts";
import { setReport } from "../fittings/node/src/typst.ts";
import { sampleReport, sampleTimeline, statement } from "../test/report/sample-report.ts";
import { bundleProgram } from "./child-program.ts";
import { makePhotograph, makeScreenshot } from "./make-picture.ts";

/**
 * Time and peak memory of both printed papers: 1,000 and 10,000 acts, and 100,000 of which 10,000 are at hand and 2,500 printed; then with twelve
 * photographs and twelve screenshots as phones write them, of which the annex takes what its bounds hold. Each is a plain program of its own, as it is
 * built for a person, because memory only grows and a loader takes 75 MB. Bars: 600 MB for the whole process, acts included
 * (DESIGN.md §8), and eight pages of report.
 */

const signerKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const mostMegabytes = 600;
const mostPages = 8;
const picturesOfAReport = 12;

type Pictures = "none" | "photographs" | "screenshots";

const [, , acts, pictures] = process.argv;
if (acts !== undefined) await setOne(Number(acts), pictures === "photographs" || pictures === "screenshots" ? pictures : "none");
else await setAll();

async function setAll(): Promise<void> {
  // Within the project, because the typesetter and its fonts are found from here.
  const folder = mkdtempSync(fileURLToPath(new URL("../node_modules/.bench-report-", import.meta.url)));
  try {
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    await bundleProgram(fileURLToPath(new URL("../fittings/node/src/typst-worker.ts", import.meta.url)), folder, "typst-worker.js");
    for (let i = 0; i < picturesOfAReport; i++) {
      writeFileSync(join(folder, `photograph ${i}.jpg`), makePhotograph({ width: 4000, height: 3000, seed: i }));
      writeFileSync(join(folder, `screenshot ${i}.png`), makeScreenshot({ width: 1170, height: 2532, seed: i }));
    }
    const jobs: readonly (readonly [acts: number, pictures: Pictures])[] = [
      [1_000, "none"],
      [10_000, "none"],
      [100_000, "none"],
      ...(["photographs", "screenshots"] as const).flatMap((kind) => [2_500, 10_000, 100_000].map((count) => [count, kind] as const)),
    ];
    for (const [count, kind] of jobs) {
      const { status } = spawnSync(process.execPath, [program, String(count), kind], { stdio: "inherit" });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setOne(count: number, kind: Pictures): Promise<void> {
  const timeline = sampleTimeline(count, { days: 900 });
  keepHeapSmall();
  const began = performance.now();
  const findings = illustrate(findAll(timeline, statement), timeline, { statement, size: drawingSizes.print });
  forget(timeline);
  const found = performance.now();
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const originals = readdirSync(folder)
    .filter((name) => name.startsWith(kind.slice(0, -1)))
    .map((name, i) => handedOver(folder, name, i + 20));
  const report = sampleReport(timeline, findings);
  const exhibits = [...report.exhibits, ...originals.map(({ exhibit }) => exhibit)];
  const shown = await gatherPictures({ ...report, exhibits }, originals, { createHash: createHashByName, engine: "pdf-a" });
  const papers = printedPapers({ ...report, exhibits }, { signerKey, engine: "pdf-a", pictures: shown });
  const written = performance.now();
  const before = Math.round(process.memoryUsage().rss / 1e6);
  const first = await setReport(papers.report);
  const second = await setReport(papers.chronology);
  if (!first.ok || !second.ok) throw new Error("the papers could not be set");
  const peak = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const info = execFileSync("pdfinfo", ["-"], { input: first.value, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  const printed = [...shown.values()].filter((one) => !("not" in one)).length;
  console.log(
    `report of ${count} acts${kind === "none" ? "" : ` and ${picturesOfAReport} ${kind}, ${printed} of them printed`}: ` +
      `found in ${seconds(found - began)}, written in ${seconds(written - found)}, set in ${seconds(performance.now() - written)}; ` +
      `${pages} pages and a chronology, ${((first.value.length + second.value.length) / 1e6).toFixed(1)} MB; ${before} MB before setting, ${peak} MB at the peak (bar ${mostMegabytes})`,
  );
  if (peak > mostMegabytes || !(pages <= mostPages)) process.exitCode = 1;
}

/** A picture handed over by itself, read from the disk whenever it is asked for. */
function handedOver(folder: string, name: string, nth: number): { exhibit: Exhibit; source: Source; sha256: Exhibit["sha256"] } {
  const file = openSync(join(folder, name), "r");
  const size = fstatSync(file).size;
  const read = (start: number, end: number): Uint8Array => {
    const bytes = new Uint8Array(Math.min(end, size) - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes;
  };
  const sha256 = parseSha256(createHash("sha256").update(read(0, size)).digest("hex"));
  if (sha256 === undefined) throw new Error("a hash that is none");
  return {
    sha256,
    source: { name, size, read: async (start, end) => read(start, end) },
    exhibit: { number: `ME/${nth}`, path: `data/originals/00${nth}.${name.slice(-3)}`, name, sha256, size, withheld: false },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
