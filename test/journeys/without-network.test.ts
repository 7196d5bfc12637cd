import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, patience, scratchFolder, startBrowser, startServing } from "./browser.ts";
import * as steps from "./steps.ts";

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

it("does all of it without a network, once it was loaded: reads, finds, makes a pack that verifies, and leaves", async () => {
  const serving = await startServing();
  const { page, context, wrong } = await openApp(browser, serving.address);
  await allIsStored(page);
  await serving.close();
  await context.setOffline(true);
  await page.reload();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.walkToTimeline(page, expected);
  await steps.makePack(page);
  const { pack, pub, key } = await steps.savePack(page, scratch.path);
  expect(spawnSync("node", [cli, "verify", pack, "-i", key, "--signer", pub]).status).toBe(0);
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  await page.getByRole("textbox", { name: "Notes" }).waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

/** The service worker is ready, and has stored the typesetter and its fonts too. */
async function allIsStored(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const isStored = (): Promise<boolean> =>
    page.evaluate(async () => {
      const listed = /const heavyFiles = (\[.*\]);/.exec(await (await fetch("/sw.js")).text())?.[1] ?? "[]";
      const stored = await Promise.all(JSON.parse(listed).map((file: string) => caches.match(file)));
      return stored.length > 0 && stored.every((one) => one !== undefined);
    });
  await expect.poll(isStored, { timeout: patience, interval: 500 }).toBe(true);
}
