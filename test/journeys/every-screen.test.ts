import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import type { Sitting } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const expected = steps.readExpected();
const stage = setStage();
let sitting: Sitting;

beforeAll(async () => {
  sitting = await stage.open();
  await sitting.context.addInitScript(axe);
  await sitting.page.reload();
});

const looks = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;
/** A small phone; the same with text of 400 %; a tall narrow strip. Nothing may stick out at the side. */
const tight = [
  { width: 320, height: 640 },
  { width: 320, height: 256 },
] as const;

/** What is wrong with a screen in every look. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    for (const says of await runAxe(page)) faults.push(`${screen}, ${size.width}, ${colorScheme}: ${says}`);
  }
  for (const size of tight) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}x${size.height}: sticks out by ${wide}`);
    for (const says of await smallTargets(page)) faults.push(`${screen}, ${size.width}x${size.height}: ${says}`);
  }
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  const turned = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (turned > 0) faults.push(`${screen}, from right to left: sticks out by ${turned}`);
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

/** Whatever can be tapped is 44 by 44 at least; a link inside a sentence is part of the sentence. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 44;
    const targets = document.querySelectorAll<HTMLElement>(
      "button, summary, select, textarea, label:has(input), .picker label, a.leave, a.danger, a.save",
    );
    return [...targets].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      if (width === 0) return [];
      return height < least - 0.5 || width < least - 0.5 ? [`small: ${target.outerHTML.slice(0, 120)} ${width}x${height}`] : [];
    });
  });
}

it("can be read and used on every screen: light and dark, wide, narrow and enlarged", async () => {
  const { page } = sitting;
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await faultsOf(page, screen)));
  };
  await steps.seeHeading(page, "Is anyone in danger now?");
  await seen("arrival");
  await steps.press(page, "Help now");
  await seen("help");
  await page.goBack();
  await steps.goToFiles(page);
  await steps.press(page, "Go on");
  await seen("no files");
  await steps.chooseFolder(page);
  await page.getByText("How to get these files").click();
  await seen("files");
  await steps.press(page, "Go on");
  await seen("zone");
  await steps.press(page, "Read my files");
  await page.getByRole("heading", { level: 1, name: /to look at/ }).waitFor();
  await page.getByText("File by file").click();
  await seen("what was read");
  await steps.press(page, "Say who is who");
  await steps.press(page, "Go on");
  await seen("nobody chosen");
  await page.goBack();
  await steps.chooseWho(page, expected);
  const stop = page.getByRole("group", { name: /told them to stop/ });
  await stop.getByLabel("Day", { exact: true }).fill("31");
  await stop.getByLabel("Month").fill("2");
  await stop.getByLabel("Year").fill("2025");
  await steps.press(page, "Show the timeline");
  await seen("a day that does not exist");
  await steps.enterDays(page, expected);
  await steps.press(page, "Show the timeline");
  await page.locator(".act").first().waitFor();
  await seen("timeline");
  await page.getByRole("radio", { name: "Table" }).check();
  await seen("timeline as a table");
  await steps.press(page, /^See the pattern/);
  await page.getByText("How this was worked out").click();
  await page.getByText("What could change it").click();
  await seen("finding");
  await page.getByRole("radio", { name: "Table" }).check();
  await seen("finding as a table");
  await page.getByRole("button", { name: /^See the/ }).click();
  await page.locator(".act").first().waitFor();
  await seen("acts of a finding");
  await page.goBack();
  for (let finding = 2; finding <= 8; finding++) await steps.press(page, "Next finding");
  await page.getByText(/^Finding 8 of/).waitFor();
  await seen("finding by night");
  await steps.press(page, "Go straight to the report");
  await page.getByText("Hold files back").click();
  await seen("report");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Making it");
  await steps.press(page, "Stop");
  await page.getByRole("alert").getByText("Stopped. Nothing was left half made.").waitFor();
  await seen("stopped");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
  await seen("saved");
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  await seen("empty notes");
  expect(faults).toEqual([]);
  expect(sitting.wrong).toEqual([]);
});
