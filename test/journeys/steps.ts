import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { sampleFolder } from "./browser.ts";

/** What a person does on each screen, by what she can read there. */

/** What was put into the sample case, counted by the script that told the story. */
export interface Expected {
  readonly statement: {
    readonly me: readonly string[];
    readonly them: readonly string[];
    readonly toldToStop: string;
    readonly blocked: readonly string[];
    readonly anniversary: string;
  };
  readonly acts: number;
  readonly theirs: number;
  readonly hers: number;
  readonly withheldCalls: number;
  readonly seenAtTheDoor: number;
  readonly atNight: number;
  readonly patterns: readonly string[];
}

/** `fixtures/sample-case/expected.json`. */
export function readExpected(): Expected {
  return JSON.parse(readFileSync(fileURLToPath(new URL("../../fixtures/sample-case/expected.json", import.meta.url)), "utf8"));
}

/** Waits for the screen of which this is the heading. */
export async function seeHeading(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** Presses the one thing to do. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** Chooses a whole folder through the second input. */
export async function chooseFolder(page: Page, folder: string = sampleFolder): Promise<void> {
  await page.getByLabel("Choose a folder").setInputFiles(folder);
}

/** Goes to the page of help, which is a link without script. */
export async function askForHelp(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Help now" }).click();
  await seeHeading(page, "Help now");
}

/** What leads to the files where nothing is kept, and where nothing can be. */
export const onlyLook = /^(?:Only look, without my notes|Go on without keeping)/;

/** From the first screen to the files, past the questions and the copies. */
export async function goToFiles(page: Page): Promise<void> {
  await press(page, "I have been here before");
  const files = page.getByRole("heading", { level: 1, name: "Bring in what you have exported" });
  const look = page.getByRole("button", { name: onlyLook });
  await files.or(look).waitFor();
  if (await look.isVisible()) await look.click();
  await files.waitFor();
}

/** From the files, by the way that she came, to the first screen. */
export async function goBackFromFiles(page: Page): Promise<void> {
  await page.goBack();
  await seeHeading(page, "I have been here before");
  await page.goBack();
}

/** From chosen files to what was read. */
export async function readFiles(page: Page): Promise<void> {
  await press(page, "Go on");
  await seeHeading(page, "Which clock did these phones show?");
  await press(page, "Read my files");
  await page.getByRole("heading", { level: 1, name: /to look at$|^No export|were not read$/ }).waitFor();
}

/** Says who is who, as the story has it. */
export async function chooseWho(page: Page, { statement }: Expected): Promise<void> {
  await press(page, "Say who is who");
  await seeHeading(page, "Who is who?");
  const more = page.getByRole("button", { name: /^Show the other/ });
  if (await more.isVisible()) await more.click();
  for (const word of statement.me) await choose(page, word, "Me");
  for (const word of statement.them) await choose(page, word, "Them");
  await press(page, "Go on");
}

async function choose(page: Page, word: string, side: "Me" | "Them"): Promise<void> {
  const rows = page.getByRole("group").filter({ has: page.locator("legend", { hasText: word }) });
  for (const row of await rows.all()) await row.getByRole("radio", { name: new RegExp(`^${side}`) }).check();
}

/** Enters the days as the story has them. */
export async function enterDays(page: Page, { statement }: Expected): Promise<void> {
  await seeHeading(page, "What did you do about it?");
  await enterDay(page, /told them to stop/, statement.toldToStop);
  for (const [i, day] of statement.blocked.entries()) {
    if (i > 0) await press(page, "Add another day you blocked them");
    await enterDay(page, i === 0 ? /^A day you blocked/ : new RegExp(`^Day ${i + 1} you blocked`), day);
  }
  await openFold(page, "A day that means something");
  await enterDay(page, /^A day that means something/, statement.anniversary);
  await page.getByLabel("What it is").fill("my birthday");
  await openFold(page, "A time without a record");
  await enterDay(page, /^First day/, repair.from);
  await enterDay(page, /^Last day/, repair.until);
  await page.getByLabel("What it concerns").selectOption("Texts and calls");
  await page.getByLabel("Why there is none").fill(repair.says);
  await openFold(page, "Places of yours");
  await page.getByLabel("Places of yours, one a line").fill("Mill Lane");
}

/** The weeks in which the story has no texts: she knows why. */
const repair = { from: "2026-01-05", until: "2026-02-01", says: "phone in repair" };

async function openFold(page: Page, says: string): Promise<void> {
  const fold = page.locator("details", { has: page.locator("summary", { hasText: says }) });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}

/** Types one day, given as `2026-03-02`, into its three fields. */
async function enterDay(page: Page, legend: RegExp, day: string): Promise<void> {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel(/^Day/).fill(String(Number(dayOfMonth)));
  await group.getByLabel("Month").fill(String(Number(month)));
  await group.getByLabel("Year").fill(year);
}

/** From the first screen to the timeline of the sample case. */
export async function walkToTimeline(page: Page, expected: Expected): Promise<void> {
  await goToFiles(page);
  await bringInSampleCase(page, expected);
}

/** From the screen of files to the timeline of the sample case. */
export async function bringInSampleCase(page: Page, expected: Expected): Promise<void> {
  await chooseFolder(page);
  await readFiles(page);
  await chooseWho(page, expected);
  await enterDays(page, expected);
  await press(page, "Show the timeline");
  await seeHeading(page, /acts? of theirs/);
}

/** Saves what stands under a title into a folder, and gives its path. */
export async function save(page: Page, title: string, folder: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: title }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** From the timeline of a case to the files that were made. */
export async function makePack(page: Page): Promise<void> {
  await press(page, /^See the pattern/);
  await press(page, "Go straight to the report");
  await press(page, "Make it");
  await seeHeading(page, "Save these four files");
}

/** Saves the pack and both keys. */
export async function savePack(page: Page, folder: string): Promise<{ readonly pack: string; readonly pub: string; readonly key: string }> {
  return {
    pack: await save(page, "The sealed pack", folder),
    pub: await save(page, "The key that checks the pack", folder),
    key: await save(page, "Your own key", folder),
  };
}
