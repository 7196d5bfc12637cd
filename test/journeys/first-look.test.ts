import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Serving, openApp, patience, startServing } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";
import { storedBy } from "./stored.ts";
import { type Wire, layWire } from "./wire.ts";

/** What looking at the first screen may bring over the network. Bytes, heads of answers included. */
const firstScreenAtMost = 60_000;
/** What is fetched when she goes on: the app itself, its workers, the typesetter and its fonts. */
const notFirst = /main-|worker|typst|fonts|\.ttf|\.wasm/;
/** What looking at it may store. Bytes. */
const shellAtMost = 2_000_000;
/** What the app may leave behind. Bytes. */
const appAtMost = 6_000_000;

const stage = setStage();
let serving: Serving;
let wire: Wire;

beforeAll(async () => {
  serving = await startServing();
});
afterAll(() => serving.close());

it("brings no more than 60 KB for the first question, stores less than 2 MB, and fetches nothing else before she goes on into the app", async () => {
  wire = await layWire(serving.address);
  const { page, context, wrong } = await openApp(stage.browser(), wire.address);
  await shellIsStored(page);
  await steps.press(page, "Begin");
  await steps.press(page, "Go on to the questions");
  await steps.seeHeading(page, "Is anybody in danger right now?");
  await page.waitForTimeout(2_000);
  const { files, bytes } = await storedBy(page);
  console.log(
    `first question: ${wire.bytes()} bytes on the wire, ${wire.asked().length} requests; ${files.length} files of ${bytes} bytes stored`,
  );
  expect(wire.bytes()).toBeLessThanOrEqual(firstScreenAtMost);
  // Each once for the page and once, by its tag, for the store.
  expect(wire.asked().length).toBeLessThanOrEqual(24);
  expect(wire.asked().filter((path) => notFirst.test(path))).toEqual([]);
  expect(files.filter((path) => notFirst.test(path))).toEqual([]);
  expect(bytes).toBeLessThan(shellAtMost);
  expect(wrong).toEqual([]);
  await context.close();
  await wire.cut();
});

it("shows the first screen without a network from then on, and says what to do when the rest was never fetched", async () => {
  wire = await layWire(serving.address);
  const { page, context } = await openApp(stage.browser(), wire.address);
  await shellIsStored(page);
  await wire.cut();
  await context.setOffline(true);
  await page.reload();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.askForHelp(page);
  // It says that nothing is needed to report, and promises nothing of what the police do.
  await page.getByText("You need no proof and no timeline to report it.").waitFor();
  expect(await page.getByText("officers").count()).toBe(0);
  await steps.press(page, "Go back to where I was");
  await steps.press(page, "I have been here before");
  await steps.seeHeading(page, "The rest of these pages could not be fetched");
  await steps.press(page, "Try again");
  await steps.seeHeading(page, "The rest of these pages could not be fetched");
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.getByRole("textbox", { name: "New note" }).waitFor();
  await context.close();
});

it("stores the rest of the app when she goes on, at most 6 MB altogether, and no typesetter", async () => {
  const { page, context } = await openApp(stage.browser(), serving.address);
  await steps.goToFiles(page);
  await appIsStored(page);
  const { files, bytes } = await storedBy(page);
  console.log(`app: ${files.length} files of ${bytes} bytes stored`);
  expect(bytes).toBeLessThanOrEqual(appAtMost);
  expect(files.filter((path) => /\.ttf|\.wasm/.test(path))).toEqual([]);
  await context.close();
});

it("removes all that it has stored when she asks for it, says what is lost before, and leaves what is not its own", async () => {
  const { page, context, wrong } = await openApp(stage.browser(), serving.address);
  await steps.goToFiles(page);
  await appIsStored(page);
  await page.evaluate(async () => {
    await (await caches.open("of somebody else")).put("/theirs", new Response("theirs"));
  });
  expect(await isInOwnCache(page)).toBe(true);
  await steps.goBackFromFiles(page);
  await steps.press(page, "Remove them");
  await steps.seeHeading(page, "Remove the app’s own files from this browser");
  await page.getByText(/no longer opens without a network/).waitFor();
  await steps.press(page, "Remove them");
  await steps.seeHeading(page, "The app’s own files are removed");
  expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([
    ["of somebody else"],
    0,
  ]);
  expect(await isInOwnCache(page)).toBe(false);
  expect(wrong.filter((says) => !/ERR_CACHE_MISS|ERR_FAILED/.test(says))).toEqual([]);
  await context.close();
});

/** Whether the browser's own cache holds the script of the first page, once the service worker's store is gone. */
function isInOwnCache(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const script = document.querySelector<HTMLScriptElement>("script[src]")?.src ?? "";
    for (const name of await caches.keys()) if (name.startsWith("notes-")) await caches.delete(name);
    const kept = await fetch(script, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
    return kept?.ok === true;
  });
}

async function shellIsStored(page: Page): Promise<void> {
  await steps.seeHeading(page, "Is anyone in danger now?");
  await page.evaluate(() => navigator.serviceWorker.ready);
}

async function appIsStored(page: Page): Promise<void> {
  await expect
    .poll(async () => (await storedBy(page)).files.filter((path) => path.includes("worker")).length, { timeout: patience })
    .toBe(2);
}
