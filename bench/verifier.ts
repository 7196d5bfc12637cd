/**
 * A sealed pack of 1 GB, checked by the built `verify.html` in Chromium from the disk: opened twice over, hashed with SHA-256 and SHA-512, every
 * seal checked, nothing put aside. Bar: 600 MB at the peak of the page's own process (resident, the browser's code in it included). Beside it
 * the CLI on the same file; a tenth of the size shows what grows.
 *
 *     npx tsx bench/verifier.ts
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { reveal } from "@unmask/core";
import { createIdentity, recipientOf } from "@unmask/seal";
import { chromium } from "playwright-core";
import { bundleProgram } from "./child-program.ts";

const memoryBar = 600;
/** Files of originals that the program of `pack.ts` takes up. */
const originals = 4;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = pathToFileURL(here("../apps/verifier/dist/verify.html")).href;

execFileSync(process.execPath, [here("../house/build.mjs")], { stdio: "inherit" });
const folder = mkdtempSync(join(tmpdir(), "verifier-bench-"));
let missed = false;
try {
  const program = await bundleProgram(here("pack.ts"), folder);
  for (const { acts, bytes } of [
    { acts: 10_000, bytes: 100e6 },
    { acts: 100_000, bytes: 1e9 },
  ]) {
    const identity = await createIdentity();
    for (let i = 0; i < originals; i++) writeFileSync(join(folder, `${i}.bin`), randomBytes(bytes / originals));
    writeFileSync(join(folder, "key.txt"), reveal(identity));
    writeFileSync(join(folder, "recipient.txt"), await recipientOf(identity));
    execFileSync(process.execPath, [program, "pack", folder, String(acts)]);
    const size = statSync(join(folder, "pack.age")).size / 1e6;
    const ours = await checkInPage(reveal(identity));
    const cli = checkByCommand();
    console.log(`${acts.toLocaleString("en")} acts, a sealed file of ${size.toFixed(0)} MB`);
    console.log(
      `  the page           ${ours.seconds.toFixed(1)} s   ${(size / ours.seconds).toFixed(0)} MB/s   ${ours.peakMb.toFixed(0)} MB at the peak (bar ${memoryBar})`,
    );
    console.log(`  unmask verify      ${cli.toFixed(1)} s   ${(size / cli).toFixed(0)} MB/s`);
    console.log(`  ratio              ${(cli / ours.seconds).toFixed(2)} of the CLI`);
    missed ||= ours.peakMb > memoryBar;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed ? 1 : 0);

async function checkInPage(identity: string): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  try {
    const tab = await browser.newPage();
    await tab.goto(page);
    await tab.getByLabel("A sealed file (.age), or a tar").setInputFiles(join(folder, "pack.age"));
    await tab.getByLabel("Your own key, for a sealed file", { exact: true }).fill(identity);
    const started = performance.now();
    await tab.getByRole("button", { name: "Check this pack" }).click();
    await tab.getByRole("heading", { name: "What this shows" }).waitFor({ timeout: 1_200_000 });
    const seconds = (performance.now() - started) / 1000;
    const headline = (await tab.locator("h1").textContent()) ?? "";
    if (!headline.startsWith("Nothing is altered.")) throw new Error(`the pack does not verify: ${headline}`);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => peakOf(id));
    return { seconds, peakMb: peaks.reduce((most, one) => Math.max(most, one), 0) };
  } finally {
    await browser.close();
  }
}

/** Most memory that a process ever held, in MB. */
function peakOf(id: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) / 1024;
}

/** Seconds that the built CLI takes; the signer is a stranger to both. */
function checkByCommand(): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [
    here("../apps/cli/bin/unmask.js"),
    "verify",
    join(folder, "pack.age"),
    "-i",
    join(folder, "key.txt"),
  ]);
  if (status !== 3) throw new Error("the CLI does not verify the pack");
  return (performance.now() - started) / 1000;
}
