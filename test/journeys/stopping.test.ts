import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const scratch = scratchFolder();
/** So many that reading takes long enough to be stopped on the way. */
const files = 12;
const messagesInFile = 120_000;
const stage = setStage();

beforeAll(async () => {
  for (let i = 0; i < files; i++) await writeChat(join(scratch.path, `WhatsApp Chat with Number ${i}.txt`), 2024 + (i % 2), i);
});
afterAll(scratch.remove);

it("keeps what was read when she stops, says what was not reached, and goes on with it", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  await page.reload();
  await steps.goToFiles(page);
  await page.getByLabel("Choose a folder").setInputFiles(scratch.path);
  await steps.press(page, "Go on");
  await steps.press(page, "Read my files");
  await page.getByRole("button", { name: /^Stop here, keep the [\d,]+$/ }).waitFor();
  expect(await runAxe(page)).toEqual([]);
  // Marks on a line show what has come so far.
  expect(await page.locator("main svg rect").count()).toBeGreaterThan(1);
  await steps.press(page, /^Stop here, keep the [\d,]+$/);
  await steps.seeHeading(page, /^[\d,]+ acts to look at$/);
  await page.getByText(/You stopped. What was read is kept/).waitFor();
  const acts = Number((await page.locator("h1").innerText()).replace(/\D/g, ""));
  expect(acts).toBeGreaterThan(0);
  expect(acts).toBeLessThan(files * messagesInFile);
  await steps.press(page, "Say who is who");
  await page.getByRole("group").filter({ hasText: "Sam Okafor" }).getByRole("radio", { name: "Them" }).check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await steps.seeHeading(page, /acts of theirs/);
  expect(wrong).toEqual([]);
  await context.close();
});

it("lets go of a reading that she turns her back on, and reads anew when she comes back", async () => {
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  await page.getByLabel("Choose files").setInputFiles(join(scratch.path, "WhatsApp Chat with Number 0.txt"));
  await steps.press(page, "Go on");
  await steps.press(page, "Read my files");
  await page.getByRole("button", { name: "Back" }).click();
  await steps.seeHeading(page, "Which clock did these phones show?");
  await steps.press(page, "Read my files");
  await steps.seeHeading(page, `${messagesInFile.toLocaleString("en-GB")} acts to look at`);
  await context.close();
});

/** A chat of many short messages, each of its own minute. */
async function writeChat(path: string, year: number, seed: number): Promise<void> {
  const out = createWriteStream(path);
  const two = (value: number): string => String(value).padStart(2, "0");
  const start = Date.UTC(year, 0, 13);
  for (let i = 0; i < messagesInFile; i++) {
    const at = new Date(start + i * 240_000 + seed * 60_000);
    const stamp = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
    if (!out.write(`${stamp} - Sam Okafor: answer me ${seed} ${i}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
