import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOf } from "@unmask/case";
import { createPaperFiles } from "../apps/server/src/ports/paper-files.ts";
import { keepHeapSmall } from "../fittings/node/src/memory.ts";
import { longBundle } from "../test/report/sample-bundle.ts";
import { bundleProgram } from "./child-program.ts";

/**
 * Time and peak memory of a draft application whose chronology has 100, 1,000 and 3,000 acts in every script, as PDF, as DOCX, and both one after the other.
 * Each is a plain program of its own, because memory only grows and a loader takes 75 MB. Bars for both together: 20 s and 600 MB.
 */

const mostSeconds = 20;
const mostMegabytes = 600;

const [, , acts, files] = process.argv;
if (acts !== undefined) await makeOne(Number(acts), files ?? "");
else await makeAll();

async function makeAll(): Promise<void> {
  // Within the project, because the typesetter, its fonts and packages are found from here.
  const folder = mkdtempSync(fileURLToPath(new URL("../node_modules/.bench-bundle-", import.meta.url)));
  try {
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    const program = await bundleProgram(fileURLToPath(import.meta.url), folder);
    await bundleProgram(fileURLToPath(new URL("../fittings/node/src/typst-worker.ts", import.meta.url)), folder, "typst-worker.js");
    await bundleProgram(fileURLToPath(new URL("../apps/server/src/ports/docx-worker.ts", import.meta.url)), folder, "docx-worker.js");
    for (const count of [100, 1_000, 3_000]) {
      for (const files of ["pdf", "docx", "docx and pdf"]) {
        const { status } = spawnSync(process.execPath, [program, String(count), files], { stdio: "inherit" });
        if (status !== 0) process.exitCode = 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeOne(count: number, files: string): Promise<void> {
  const source = longBundle(count);
  keepHeapSmall();
  const began = performance.now();
  const { paper } = bundleOf(source);
  const written = performance.now();
  const made = await createPaperFiles().make(
    paper,
    (["pdf", "docx"] as const).filter((form) => files.includes(form)),
  );
  if (!made.ok) throw new Error(made.error);
  const seconds = (performance.now() - began) / 1000;
  const peak = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const pdf = made.value.get("pdf");
  const pages =
    pdf &&
    /Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", ["-"], { input: pdf.bytes, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] }))?.[1];
  const sizes = [...made.value].map(([form, { bytes }]) => `${form} ${(bytes.length / 1e6).toFixed(2)} MB`);
  console.log(
    `${files}, ${count} acts: written in ${((written - began) / 1000).toFixed(1)} s, made in ${seconds.toFixed(1)} s (bar ${mostSeconds}); ${sizes.join(", ")}${pages === undefined ? "" : `, ${pages} pages`}; ${peak} MB at the peak (bar ${mostMegabytes})`,
  );
  if (seconds > mostSeconds || peak > mostMegabytes) process.exitCode = 1;
}
