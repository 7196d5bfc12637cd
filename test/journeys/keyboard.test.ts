import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { sampleFolder } from "./browser.ts";
import { pressOn, tabTo } from "./by-keyboard.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const expected = steps.readExpected();
const stage = setStage();

it("can be walked from end to end with the keyboard alone, and each new screen is read out from its heading", async () => {
  const { page, context, wrong } = await stage.open();
  await onHeading(page, "Is anyone in danger now?");
  await pressOn(page, "I have been here before");
  await onHeading(page, "I have been here before");
  await pressOn(page, "Only look, without my notes");
  await onHeading(page, "Bring in what you have exported");
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, /^Choose a folder$/);
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(sampleFolder);
  await page.getByText("20 files chosen").waitFor();
  await pressOn(page, "Go on");
  await onHeading(page, "Which clock did these phones show?");
  await tabTo(page, /^Time zone/);
  await page.keyboard.type("Europe/London");
  await pressOn(page, "Read my files");
  await onHeading(page, /acts to look at$/);
  await pressOn(page, "Say who is who");
  await onHeading(page, "Who is who?");
  await sayWho(page);
  await pressOn(page, "Go on");
  await onHeading(page, "What did you do about it?");
  await tabTo(page, /^Day$/);
  for (const part of ["12", "8", "2025", "3", "9", "2025"]) {
    await page.keyboard.type(part);
    await page.keyboard.press("Tab");
  }
  await pressOn(page, "Show the timeline");
  await onHeading(page, /acts of theirs/);
  await tabTo(page, /^Picture$/);
  await page.keyboard.press("ArrowRight");
  await page.getByRole("table").waitFor();
  await pressOn(page, /^See the pattern/);
  await onHeading(page, /^You told them to stop/);
  await tabTo(page, /^How this was worked out/);
  await page.keyboard.press("Enter");
  await page.getByText(/An act is counted when every/).waitFor();
  await pressOn(page, /^See the [\d,]+ acts$/);
  await onHeading(page, /behind it$/);
  await page.getByText(/^1 to 50/).waitFor();
  await pressOn(page, "Later");
  await page.getByText(/^51 to 100/).waitFor();
  await pressOn(page, "Back to the finding");
  await onHeading(page, /^You told them to stop/);
  await pressOn(page, "Go straight to the report");
  await onHeading(page, "Make the report and the pack");
  await pressOn(page, "Make it");
  await onHeading(page, "Save these four files");
  const download = page.waitForEvent("download");
  await tabTo(page, /^The sealed pack/);
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/^UM-[0-9A-F]{12}\.age$/);
  await pressOn(page, "Help now");
  await onHeading(page, "Help now");
  await pressOn(page, "Back");
  await onHeading(page, "Save these four files");
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await page.waitForURL("**/notes/");
  expect(wrong).toEqual([]);
  await context.close();
});

it("leaves the focus where she went on to while the next acts were fetched", async () => {
  const { page, context, wrong } = await stage.open();
  await steps.walkToTimeline(page, expected);
  await steps.press(page, /^See the pattern/);
  await onHeading(page, /^You told them to stop/);
  await steps.press(page, /^See the [\d,]+ acts$/);
  await page.getByText(/^1 to 50/).waitFor();
  await page.evaluate(slowDownActs, 1500);
  await pressOn(page, "Later");
  await pressOn(page, "Back to the finding", async () => {
    expect(await page.getByText(/^1 to 50/).isVisible()).toBe(true); // Says what is shown, not what is asked for.
    await page.getByText(/^51 to 100/).waitFor();
  });
  await onHeading(page, /^You told them to stop/);
  expect(wrong).toEqual([]);
  await context.close();
});

/** Runs in the page: questions for acts reach the worker so many milliseconds late. */
function slowDownActs(milliseconds: number): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown): void {
    const late = JSON.stringify(message).includes('"ask":"acts"');
    setTimeout(() => post.call(this, message), late ? milliseconds : 0);
  } as typeof post;
}

/** The heading of the new screen has the focus, so that it is what is read out. */
async function onHeading(page: Page, heading: string | RegExp): Promise<void> {
  await steps.seeHeading(page, heading);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
}

/** Tab goes from row to row, the arrows choose within one: the last of three is chosen at first. */
async function sayWho(page: Page): Promise<void> {
  const rows = await page.locator("fieldset.person").count();
  for (let row = 0; row < rows; row++) {
    await tabTo(page, "Somebody else");
    const shown = await page.evaluate(() => document.activeElement?.closest("fieldset")?.querySelector("legend bdi")?.textContent ?? "");
    const isOne = (words: readonly string[]): boolean => words.some((word) => shown.includes(word));
    const ups = isOne(expected.statement.them) ? 1 : isOne(expected.statement.me) ? 2 : 0;
    for (let up = 0; up < ups; up++) await page.keyboard.press("ArrowUp");
  }
}
