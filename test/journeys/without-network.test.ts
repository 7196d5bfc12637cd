import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, scratchFolder, startBrowser, startServing } from "./browser.ts";
import * as steps from "./steps.ts";
import { appIsStored } from "./stored.ts";

const expected = steps.readExpected();
const cli = fileURLToPath(new URL("../../apps/cli/bin/unmask.js", import.meta.url));
const scratch = scratchFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

it("does all of it without a network once a report was made with one: reads, finds, makes a pack that verifies, and leaves", async () => {
  const serving = await startServing();
  const { page, context, wrong } = await openApp(browser, serving.address);
  await steps.walkToTimeline(page, expected);
  await steps.makePack(page);
  await appIsStored(page);
  await serving.close();
  await context.setOffline(true);
  await steps.press(page, "Make another");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
  const { pack, pub, key } = await steps.savePack(page, scratch.path);
  expect(spawnSync("node", [cli, "verify", pack, "-i", key, "--signer", pub]).status).toBe(0);
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  await page.getByRole("textbox", { name: "New note" }).waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("opens, reads and finds without a network once she has gone on with one, and says what the report still needs", async () => {
  const serving = await startServing();
  const { page, context } = await openApp(browser, serving.address);
  await steps.goToFiles(page);
  await appIsStored(page);
  await serving.close();
  await context.setOffline(true);
  await page.reload();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.walkToTimeline(page, expected);
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await page.getByText(/the typesetter of the report is fetched from the address of this page: about 10 MB, which take 31 MB/).waitFor();
  await steps.press(page, "Make it");
  await page
    .getByRole("alert")
    .getByText(/could not be loaded; it comes from the address of this page/)
    .waitFor();
  await context.close();
});
