import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, scratchFolder, startBrowser, startServing } from "./browser.ts";
import { addEntry, makeNotes } from "./notes-of-hers.ts";
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

/** What stores the app comes up so long behind the page: she is in the app before it. Milliseconds. */
const comesUpLate = 700;

/** A slow network: what stores the app comes up while the worker is on its way, which is then passed over for as long as it lives. */
async function overSlowNetwork(context: BrowserContext): Promise<void> {
  await context.addInitScript((late) => {
    // An empty window has none.
    if (!("serviceWorker" in navigator)) return;
    const container = ServiceWorkerContainer.prototype;
    const { register } = container;
    container.register = async function (...given) {
      await new Promise((end) => setTimeout(end, late));
      return register.apply(this, given);
    };
  }, comesUpLate);
  await context.route("**/engine-worker-*.js", async (route) => {
    await context.pages()[0]?.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await route.continue();
  });
}

it("does all that needs no network in her first visit, without loading the page again, when the network goes as soon as its parts are stored", async () => {
  const serving = await startServing();
  const { page, context, wrong } = await openApp(browser, serving.address, {}, overSlowNetwork);
  await steps.goToFiles(page);
  await appIsStored(page);
  await steps.goBackFromFiles(page);
  await steps.seeHeading(page, "Is anyone in danger now?");
  await serving.close();
  await context.setOffline(true);
  await makeNotes(page);
  await addEntry(page, "He was at the bus stop.");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "Bring in messages");
  await steps.bringInSampleCase(page, expected);
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await page.getByText(/the typesetter of the report is fetched from the address of this page/).waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});
