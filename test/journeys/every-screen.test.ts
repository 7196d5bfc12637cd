import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import type { Session } from "./browser.ts";
import { coveredFocus, movedHelp } from "./focus-and-help.ts";
import { focusFaultOf, otherMeansFaults } from "./other-means.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const expected = steps.readExpected();
const stage = setStage();
let session: Session;

beforeAll(async () => {
  session = await stage.open();
  await session.context.addInitScript(axe);
  await session.page.reload();
});

const looks = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 768, height: 900, colorScheme: "light", isOnlyMeasured: true },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;
/** A small phone; the same with text of 400 %. Nothing may stick out at the side. */
const tight = [
  { width: 320, height: 568 },
  { width: 320, height: 256 },
] as const;

let fieldsSeen = 0;

/** What is wrong with a screen in every look. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const says of await focusFaultOf(page)) faults.push(`${screen}: ${says}`);
  for (const says of await tellingFields(page)) faults.push(`${screen}: ${says}`);
  fieldsSeen += await page.locator("textarea, input:not([type=radio], [type=checkbox], [type=file])").count();
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}: sticks out by ${wide}`);
    for (const says of "isOnlyMeasured" in size ? [] : await runAxe(page)) faults.push(`${screen}, ${size.width}, ${colorScheme}: ${says}`);
    for (const says of await unreadableSideways(page)) faults.push(`${screen}, ${size.width}, ${colorScheme}: ${says}`);
  }
  for (const size of tight) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}x${size.height}: sticks out by ${wide}`);
    for (const says of await smallTargets(page)) faults.push(`${screen}, ${size.width}x${size.height}: ${says}`);
    const staying = await stayingBars(page);
    if (staying > mostOfBars) faults.push(`${screen}, ${size.width}x${size.height}: bars that stay take ${Math.round(staying * 100)} %`);
    for (const says of await unreadableSideways(page)) faults.push(`${screen}, ${size.width}x${size.height}: ${says}`);
    for (const says of await coveredFocus(page)) faults.push(`${screen}, ${size.width}x${size.height}: ${says}`);
  }
  for (const says of await movedHelp(page)) faults.push(`${screen}: ${says}`);
  for (const says of await otherMeansFaults(page)) faults.push(`${screen}, ${says}`);
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

/** Fields that a browser may look through for spelling, complete, or correct: each of these can tell somebody what she writes. */
function tellingFields(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "textarea, input:not([type=radio], [type=checkbox], [type=file])",
    );
    return [...fields].flatMap((field) => {
      const isHushed =
        !field.spellcheck &&
        (field.autocomplete || field.form?.autocomplete) === "off" &&
        field.closest("[autocorrect]")?.getAttribute("autocorrect") === "off";
      return isHushed ? [] : [`tells what is written in it: ${field.outerHTML.slice(0, 120)}`];
    });
  });
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

/** The part of a small window that bars may take for good: the rest is what she reads. */
const mostOfBars = 0.4;

/** The part of the window under bars that do not scroll with the page. */
function stayingBars(page: Page): Promise<number> {
  return page.evaluate(() => {
    const bars = [...document.querySelectorAll(".top, .bottom")].filter((bar) => getComputedStyle(bar).position === "sticky");
    return bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / innerHeight;
  });
}

/**
 * A table or picture that is wider than its place says so in words above it, can be reached by keyboard, and leaves the name of its row in
 * sight; and in no row does one cell run into the next.
 */
async function unreadableSideways(page: Page): Promise<string[]> {
  // The page measures itself once it has been laid out anew.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => {
    const leastGap = 8;
    const faults: string[] = [];
    for (const place of document.querySelectorAll<HTMLElement>(".sideways")) {
      const name = place.getAttribute("aria-label") ?? "";
      const sign = place.parentElement?.querySelector<HTMLElement>(":scope > .wider");
      const isWider = place.scrollWidth > place.clientWidth + 1;
      const isSaid = sign !== null && sign !== undefined && sign.getBoundingClientRect().height > 0;
      if (isWider && !isSaid) faults.push(`${name}: ${place.scrollWidth} wide in ${place.clientWidth}, and nothing says so`);
      if (!isWider && isSaid) faults.push(`${name}: said to be wider, and is not`);
      if (isWider && place.tabIndex !== 0) faults.push(`${name}: not to be reached by keyboard`);
      for (const row of place.querySelectorAll("tr")) {
        const words = [...row.cells].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return { text: cell.textContent, box: range.getBoundingClientRect() };
        });
        for (const [i, { text, box }] of words.entries()) {
          const next = words[i + 1];
          if (!next || text === "" || next.text === "") continue;
          if (next.box.left - box.right < leastGap) faults.push(`${name}: “${text}” runs into “${next.text}”`);
        }
      }
    }
    return faults.slice(0, 3);
  });
}

/** The table of the finding at hand, in the sizes that are narrow and the one that is wide. */
async function tableFaultsOf(page: Page): Promise<string[]> {
  const table = page.getByRole("radio", { name: "Table" });
  if (await table.isVisible()) await table.check();
  const finding = (await page.locator("main").getAttribute("data-finding")) ?? "";
  const faults: string[] = [];
  for (const size of [...tight, { width: 390, height: 844 }, { width: 1280, height: 900 }]) {
    await page.setViewportSize(size);
    for (const says of await unreadableSideways(page)) faults.push(`${finding}, ${size.width}x${size.height}: ${says}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${finding}, ${size.width}x${size.height}: the page sticks out by ${wide}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

it("can be read and used on every screen of the first page, about herself and about somebody, with answers and without", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  await page.reload();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await faultsOf(page, screen)));
  };
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.press(page, "Begin");
  await seen("leaving");
  await steps.press(page, "Go on to the questions");
  await page.getByLabel("Yes").check();
  await seen("first question");
  await steps.press(page, "Next");
  await seen("questions wait");
  await steps.press(page, "Go on with the questions");
  await steps.press(page, "Not sure");
  await steps.press(page, "Skip");
  await page.getByLabel("Following you").check();
  await page.getByLabel("Turning up where you are").check();
  await seen("question with many answers");
  await steps.press(page, "Next");
  await page.getByLabel("Most days").check();
  await steps.press(page, "Next");
  for (let question = 6; question < 12; question++) await steps.press(page, "Skip");
  await page.getByLabel("I sleep badly").check();
  await page.getByLabel("Your words").fill("I take the long way home. ".repeat(8));
  await seen("question with words");
  await steps.press(page, "Next");
  await steps.seeHeading(page, "What you describe fits the signs of stalking.");
  await seen("result");
  await steps.press(page, "Throw it away, keep nothing.");
  await seen("thrown away");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "For somebody I worry about");
  await seen("for somebody");
  await steps.press(page, "Begin");
  await steps.seeHeading(page, "Is anybody in danger right now?");
  for (let question = 1; question < 4; question++) await steps.press(page, "Skip");
  await page.getByLabel("Following them").check();
  await page.getByRole("radio", { name: "I saw it" }).check();
  await seen("question about somebody");
  for (let question = 4; question <= 12; question++) await steps.press(page, "Next");
  await seen("result about somebody");
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("can be read and used on every screen: light and dark, wide, narrow and enlarged, and no field tells what is written in it", async () => {
  const { page } = session;
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await faultsOf(page, screen)));
  };
  await steps.seeHeading(page, "Is anyone in danger now?");
  await seen("welcome");
  await steps.askForHelp(page);
  await seen("help");
  await page.goBack();
  await steps.press(page, "Remove them");
  await seen("remove");
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
  await page.getByText(/^Nobody is you yet/).waitFor();
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
  for (let finding = 2; finding <= 8; finding++) {
    await steps.press(page, "Next finding");
    await page.getByText(new RegExp(`^Finding ${finding} of`)).waitFor();
    if (finding < 8) faults.push(...(await tableFaultsOf(page)));
  }
  await page.getByText(/^Finding 8 of/).waitFor();
  await seen("finding by night");
  for (let finding = 8; ; finding++) {
    await page.getByText(new RegExp(`^Finding ${finding} of`)).waitFor();
    faults.push(...(await tableFaultsOf(page)));
    const next = page.getByRole("button", { name: "Next finding" });
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await steps.press(page, "Go on to the report");
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
  expect(fieldsSeen).toBeGreaterThan(20);
  expect(session.wrong).toEqual([]);
});
