import type { Page } from "playwright-core";
import * as steps from "./steps.ts";

/** Notes that are kept on the device: making them, and what stands on their screens. */

/** The passphrase of the notes that these journeys make. */
export const passphrase = "lamp river oyster quilt";

/** From the first screen to home, with notes of her own that are open; `atKept` looks at the screen that says that they are kept. */
export async function makeNotes(page: Page, atKept: () => Promise<void> = async () => {}): Promise<readonly string[]> {
  await steps.goToFiles(page);
  await steps.press(page, "Your notes on this device");
  await steps.press(page, "Keep notes here");
  await steps.press(page, "Make a passphrase");
  await page.getByLabel("New passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("New passphrase", { exact: true }).press("Tab");
  const mine = page.getByRole("button", { name: "Use mine all the same" });
  await page.getByRole("button", { name: /^(?:Use mine all the same|Go on)$/ }).waitFor();
  if (await mine.isVisible()) await mine.click();
  await page.getByLabel("Type it again", { exact: true }).fill(passphrase);
  await steps.press(page, "Go on");
  await steps.press(page, "Go on without one");
  await steps.seeHeading(page, "Write these twelve words down");
  const words = (await page.locator("ol.shown .word").allInnerTexts()).slice(0, 12);
  await steps.press(page, "I have them on paper");
  await steps.seeHeading(page, "Now type the twelve words from your paper");
  for (const [at, word] of words.entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, "Check");
  await steps.seeHeading(page, "Your notes are kept here now");
  await atKept();
  await steps.press(page, "Not now: go on");
  await seeHome(page);
  return words;
}

/** What home is called. */
export const home = /kept here$/;

/** Waits for home. */
export async function seeHome(page: Page): Promise<void> {
  await steps.seeHeading(page, home);
}

/** Opens each fold of the screen, so that all its fields are there. */
export async function openFolds(page: Page): Promise<void> {
  const closed = page.locator("main details:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Writes an entry and saves it, from home. */
export async function addEntry(page: Page, words: string): Promise<void> {
  await steps.press(page, "Add what happened");
  await steps.seeHeading(page, "What happened?");
  await page.getByLabel("What happened?").fill(words);
  await steps.press(page, "Save");
  await steps.seeHeading(page, "Saved");
}
