import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { type Serving, asInstalled, patience, scratchFolder, startServing, startingOptions } from "./browser.ts";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { keepNotes, passphrase, second } from "./kept-notes.ts";
import { filesHolding, findInStorage } from "./left-behind.ts";
import * as steps from "./steps.ts";

const weather = "https://www.bbc.co.uk/weather";
/** Words that nobody finds while her notes are locked. */
const note = "White van at the end of the road again, KX19 engine on";
const scratch = scratchFolder();
let serving: Serving;

beforeAll(async () => {
  serving = await startServing();
});
afterAll(async () => {
  await serving.close();
  scratch.remove();
});

it("keeps what is written while it is locked, and nobody finds it before it is opened: not in the page, its storage or the profile", async () => {
  const { context, page, profile, wrong } = await openNotes("locked");
  await keepNotes(context, serving.address);
  await page.reload();
  await page.getByText("Locked", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  await typeInto(page, "New note", note);
  await pressOn(page, "Another time");
  await page.keyboard.insertText("after the nine o’clock news");
  await pressOn(page, "Save");
  await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
  await page.getByText("It is locked now. It can’t be read or changed here.").waitFor();
  expect(await page.getByRole("textbox", { name: "New note" }).inputValue()).toBe("");
  expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  expect(await runAxe(page)).toEqual([]);
  await page.reload();
  await page.getByText("Locked", { exact: true }).waitFor();
  expect(await page.locator("body").innerText()).not.toContain("van");
  expect(await findInStorage(page, ["White van", "KX19", "nine o’clock"])).toEqual([]);
  // It is there all the same.
  await openByPassphrase(page, passphrase);
  await page
    .getByText(/1 note written while/)
    .first()
    .waitFor();
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  expect(wrong).toEqual([]);
  await context.close();
  expect(filesHolding(profile, ["White van", "KX19", "nine o’clock"])).toEqual([]);
});

it("opens by keyboard, by the passphrase or the twelve words, tells what is mistyped, and a wrong passphrase waits, also after a reload", async () => {
  const { context, page, wrong } = await openNotes("opening");
  const words = await keepNotes(context, serving.address);
  await page.reload();
  await page.getByText("Locked", { exact: true }).waitFor();
  await pressOn(page, /^My notes/);
  await steps.seeHeading(page, "Open my notes");
  for (let wrongTry = 0; wrongTry < 3; wrongTry++) {
    await typeInto(page, "Passphrase", "not this one");
    await page.getByRole("button", { name: "Open", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("That did not open it.").waitFor();
    await page.getByText("Nothing is erased, however often it is wrong.").waitFor();
    if (wrongTry < 2)
      await expect.poll(() => page.getByRole("button", { name: "Open", exact: true }).isEnabled(), { timeout: patience }).toBe(true);
  }
  const held = page.getByRole("button", { name: /^Open, from \d\d:\d\d/ });
  expect(await held.isDisabled()).toBe(true);
  await page.getByText(/You can try again from \d\d:\d\d(:\d\d)?\. Closing the page does not shorten the wait\./).waitFor();
  expect(await runAxe(page)).toEqual([]);
  await page.reload();
  await steps.press(page, /^My notes/);
  await held.waitFor();
  // The words work at once.
  await pressOn(page, /^Use the twelve words/);
  await steps.seeHeading(page, "The twelve words");
  await tabTo(page, "Word 1");
  await page.keyboard.insertText(`${words[0]}x`);
  for (const [i, word] of words.slice(1).entries()) await page.getByRole("textbox", { name: `Word ${i + 2}`, exact: true }).fill(word);
  await steps.press(page, "Open");
  await page.getByText(/^Word 1 is not in the list of words\./).waitFor();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Word 1", exact: true }).focus();
  await paste(page, words.map((word, i) => `${i + 1}. ${word}`).join("\n"));
  expect(await page.getByRole("textbox", { name: "Word 12", exact: true }).inputValue()).toBe(words[11]);
  await steps.press(page, "Open");
  await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
  // Whoever comes in with the words may have forgotten the passphrase: that is the first thing that waits.
  const waits = page.locator("section", { has: page.getByRole("heading", { name: "Waits for you" }) }).getByRole("button");
  expect(await waits.first().innerText()).toMatch(/^Make a new passphrase\s+You came in with the twelve words\./);
  await waits.first().click();
  await steps.seeHeading(page, "Make a new passphrase");
  expect(wrong).toEqual([]);
  await context.close();
});

it("opens ordinary notes by the second passphrase, which can be written, and nothing tells that there is anything else", async () => {
  const { context, page, wrong } = await openNotes("ordinary");
  await keepNotes(context, serving.address);
  await page.reload();
  await page.getByRole("textbox", { name: "New note" }).fill("Dentist on Tuesday");
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
  expect(await page.locator("#told").innerText()).not.toMatch(/your|open/i);
  await openByPassphrase(page, second, "My notes");
  await page.getByRole("textbox", { name: "New note" }).fill("Milk, bread, stamps");
  await page.getByRole("button", { name: "Save" }).click();
  await page
    .locator("#not-kept")
    .getByText(/^Saved at/)
    .waitFor();
  const seen = await page.locator("body").innerText();
  expect(seen).toContain("Milk, bread, stamps");
  // What is written while it is locked may be hers and tell of him: it is not shown here, and the locked page did not promise it.
  expect(seen).not.toContain("Dentist");
  expect(seen).not.toMatch(/Help now|Leave quickly|second|ordinary|passphrase/i);
  expect(await runAxe(page)).toEqual([]);
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openByPassphrase(page, second, "My notes");
  await page.getByText("Milk, bread, stamps").waitFor();
  await page.goBack();
  await page.getByText("Locked", { exact: true }).waitFor();
  await openByPassphrase(page, passphrase);
  // She is told so where she makes the passphrase for them, and that empty ones look made up.
  for (const name of ["Your notes on this device", /^What opens your notes/, /^The second passphrase/]) await steps.press(page, name);
  await page.getByText("A note written while your notes are locked is not among these.").waitFor();
  await page.getByText("Empty notes look made up").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("is open in one window: another says so, takes it, and the first is locked", async () => {
  const { context, page } = await openNotes("two");
  await keepNotes(context, serving.address);
  await page.reload();
  await openByPassphrase(page, passphrase);
  const other = await context.newPage();
  await other.goto(`${serving.address}notes/`);
  await other.getByRole("textbox", { name: "New note" }).fill(note);
  await steps.press(other, "Save");
  await other.getByText("Not saved", { exact: true }).waitFor();
  await steps.press(other, /^My notes/);
  await steps.seeHeading(other, "Your notes are open in another window");
  await steps.press(other, "Use them here");
  await steps.seeHeading(other, "Open my notes");
  await page.getByText("Locked", { exact: true }).waitFor();
  await other.goBack();
  expect(await other.getByRole("textbox", { name: "New note" }).inputValue()).toBe(note);
  await steps.press(other, "Save");
  await other.getByText(/^Saved at/).waitFor();
  await context.close();
});

it("goes on to the weather from a browser's tab, from the app and by Shift from the notes page, and it opens afterwards", async () => {
  const { context, page, wrong } = await openNotes("weather", { isTab: true });
  await keepNotes(context, serving.address);
  await page.reload();
  await openByPassphrase(page, passphrase);
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL(weather);
  await page.goto(`${serving.address}notes/`);
  await page.getByRole("textbox", { name: "New note" }).fill(note);
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await page.waitForURL(weather);
  await page.goto(`${serving.address}notes/`);
  await page.getByText("Locked", { exact: true }).waitFor();
  // Loaded again, it does not lead on.
  await page.reload();
  await openByPassphrase(page, passphrase);
  expect(wrong).toEqual([]);
  await context.close();
});

it("stays on the notes page where the network is dead or answers nothing, and never shows the browser’s own page about it", async () => {
  const { context, page } = await openNotes("dead", { isTab: true });
  const went: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) went.push(request.url());
  });
  for (const isDead of [true, false]) {
    let asked = 0;
    await context.route(`${serving.address}notes/`, (route) => {
      if (route.request().method() !== "HEAD") return route.fallback();
      asked += 1;
      // What is never answered is given up after two seconds.
      return isDead ? route.abort() : undefined;
    });
    await page.getByRole("textbox", { name: "New note" }).waitFor();
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await expect.poll(() => asked, { timeout: patience }).toBe(1);
    // A device that takes longer than it is given would go on by now.
    await page.waitForTimeout(3_000);
    expect(page.url()).toBe(`${serving.address}notes/`);
    await page.getByRole("textbox", { name: "New note" }).waitFor();
    await context.unroute(`${serving.address}notes/`);
  }
  expect(went.filter((url) => url.startsWith(weather))).toEqual([]);
  await context.close();
});

it("leads from the first page to the notes that are kept here", async () => {
  const { context, page } = await openNotes("first");
  await keepNotes(context, serving.address);
  await page.goto(serving.address);
  await steps.press(page, "I have been here before");
  await page.waitForURL("**/notes/");
  await page.getByText("Locked", { exact: true }).waitFor();
  await context.close();
});

it("takes the answers of the first page into notes that are kept here already, once she has opened them", async () => {
  const { context, page } = await openNotes("answers");
  await keepNotes(context, serving.address);
  await page.goto(serving.address);
  await steps.press(page, "Begin");
  await steps.press(page, "Go on to the questions");
  for (let question = 0; question < 12; question++) await steps.press(page, "Skip");
  await steps.press(page, "Keep this in my notes");
  await steps.seeHeading(page, "Open my notes");
  const isAsked = (): Promise<boolean> => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await isAsked()).toBe(true);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await steps.press(page, "Open");
  await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
  // The page has let go of them: they are on the disk.
  await expect.poll(isAsked).toBe(false);
  await context.close();
});

it("warns after five minutes without a touch, without a word of what is there, then locks, and seals what she was writing first", async () => {
  const { context, page } = await openNotes("idle");
  await keepNotes(context, serving.address);
  await page.clock.install();
  await page.reload();
  await openByPassphrase(page, passphrase);
  await page.clock.runFor(301_000);
  const warning = page.getByRole("alertdialog");
  await warning.getByText(/This page locks at \d\d:\d\d:\d\d if nobody touches it\./).waitFor();
  await page.keyboard.press("Enter");
  await warning.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
  await steps.press(page, "Add what happened");
  const field = page.getByRole("textbox").first();
  await field.fill(note);
  await page.clock.runFor(301_000);
  await warning.waitFor();
  expect(await warning.innerText()).not.toContain("van");
  await page.clock.runFor(30_000);
  await page.getByText("Locked", { exact: true }).waitFor();
  expect(await findInStorage(page, ["White van", "KX19"])).toEqual([]);
  await openByPassphrase(page, passphrase);
  await steps.press(page, /^Something you began to write/);
  await expect.poll(() => field.inputValue()).toBe(note);
  await context.close();
});

it("leads to making notes where there are none, and what was written before goes into them", async () => {
  const { context, page, wrong } = await openNotes("none");
  await page.getByRole("textbox", { name: "New note" }).fill(note);
  await steps.press(page, "Save");
  await steps.seeHeading(page, "There are no notes here yet");
  await page.getByText("What you wrote is not saved yet.").waitFor();
  expect(await runAxe(page)).toEqual([]);
  await steps.press(page, "Make my notes");
  await steps.seeHeading(page, "Keep notes on this device");
  expect(wrong).toEqual([]);
  await context.close();
});

/** Opens by what is typed, and waits for home, or for the heading that comes instead. */
async function openByPassphrase(page: Page, typed: string, heading?: string): Promise<void> {
  await steps.press(page, /^My notes/);
  await steps.seeHeading(page, "Open my notes");
  await page.getByLabel("Passphrase").fill(typed);
  await steps.press(page, "Open");
  if (heading === undefined) await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
  else await steps.seeHeading(page, heading);
}

function paste(page: Page, words: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);
}

/** The notes page in a browser with a profile on the disk. `isTab`: in a browser's tab, which leaving leads out of. */
async function openNotes(
  name: string,
  { isTab = false } = {},
): Promise<{ context: BrowserContext; page: Page; profile: string; wrong: string[] }> {
  const profile = join(scratch.path, name);
  mkdirSync(profile);
  const context = await chromium.launchPersistentContext(profile, {
    ...startingOptions,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(patience);
  const wrong: string[] = [];
  context.on("weberror", (error) => wrong.push(error.error().message));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "blob:" && ![new URL(serving.address).origin, new URL(weather).origin].includes(origin)) wrong.push(request.url());
  });
  await context.route(`${weather}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weather</title>" }),
  );
  if (!isTab) await context.addInitScript(asInstalled);
  await context.addInitScript(axe);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${serving.address}notes/`);
  return { context, page, profile, wrong };
}
