import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { coveredFocus, movedHelp, smallTargets } from "./focus-and-help.ts";
import { keepNotes, passphrase } from "./kept-notes.ts";
import { addEntry, makeNotes, openFolds, seeHome } from "./notes-of-hers.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** What WCAG 2.2 added, on the screens that the walk past every screen does not come to; the statement names these tests. */

const stage = setStage();

it("keeps the focus in sight, help in its place and what is pressed large on every screen of what is kept, of people who can help and of what is known", async () => {
  const { page, context, wrong } = await stage.open();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => void faults.push(...(await faultsOf(page, screen)));
  await makeNotes(page);
  await seen("home");
  await addEntry(page, "He was outside the gym when I came out.");
  await seen("saved");
  await steps.press(page, "Write about something else");
  await openFolds(page);
  await seen("entry");
  await page.goBack();
  await seeHome(page);
  for (const [row, title, also] of [
    ["Read what you wrote", "What you wrote", []],
    ["Private notes", "Private notes", []],
    ["Plan to stay safe", /./, []],
    ["Openings and wrong tries", /./, []],
    [
      "Your notes on this device",
      "Your notes on this device",
      ["What opens your notes", "A copy for another place", "Bring notes back", "Remove everything", "Accessibility"],
    ],
    ["People who can help", "People who can help", []],
    ["What is good to know", "What is good to know", ["What a watched phone can show", "When they know things"]],
  ] as const) {
    await steps.press(page, new RegExp(`^${row}`));
    await steps.seeHeading(page, title);
    await seen(row);
    for (const one of also) {
      await page.getByRole("button", { name: new RegExp(`^${one}`) }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ state: "detached" });
      await seen(one);
      await page.goBack();
      await steps.seeHeading(page, title);
    }
    await page.goBack();
    await seeHome(page);
  }
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

/** A phone; a small one with text of 400 %. */
async function faultsOf(page: Page, screen: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of [
    { width: 390, height: 844 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    const found = [...(await coveredFocus(page)), ...(await smallTargets(page)), ...(await movedHelp(page))];
    faults.push(...found.map((says) => `${screen}, ${size.width}: ${says}`));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

it("asks nothing again: answers, the place, and what was written are there when she comes back to them", async () => {
  const { page, context } = await stage.open();
  await steps.press(page, "Begin");
  await steps.press(page, "Go on to the questions");
  await page.getByLabel("No", { exact: true }).check();
  await steps.press(page, "Next");
  await page.getByLabel("Somebody I know").check();
  await steps.press(page, "Next");
  await page.goBack();
  await expect.poll(() => page.getByLabel("Somebody I know").isChecked()).toBe(true);
  await page.goBack();
  await expect.poll(() => page.getByLabel("No", { exact: true }).isChecked()).toBe(true);
  await page.reload();
  await makeNotes(page);
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("A card under the door.");
  await page.getByRole("link", { name: "Help now" }).click();
  await page.goBack();
  await expect.poll(() => page.getByLabel("What happened?").inputValue()).toBe("A card under the door.");
  await page.goBack();
  await seeHome(page);
  await steps.press(page, "People who can help");
  await page.getByLabel("I live in").selectOption("wales");
  await page.goBack();
  await steps.press(page, "People who can help");
  await expect.poll(() => page.getByLabel("I live in").inputValue()).toBe("wales");
  await context.close();
});

it("opens her notes with nothing to solve: what is pasted is taken, seen when she asks, and the twelve words come in one paste", async () => {
  const { page, context } = await stage.open();
  const words = await keepNotes(context, stage.address());
  const open = async (): Promise<void> => {
    await page.goto(`${stage.address()}notes/`);
    await page.getByText("Locked", { exact: true }).waitFor();
    await steps.press(page, /^My notes/);
    await steps.seeHeading(page, "Open my notes");
  };
  await open();
  await page.getByLabel("Passphrase").focus();
  // As a browser does for a paste that nothing refuses.
  expect(
    await page.evaluate(() => document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true }))),
  ).toBe(true);
  await page.keyboard.insertText(passphrase);
  await steps.press(page, "Show");
  expect(await page.getByLabel("Passphrase").getAttribute("type")).toBe("text");
  expect(await page.getByLabel("Passphrase").inputValue()).toBe(passphrase);
  await steps.press(page, /^Open$/);
  await page.getByRole("heading", { level: 1, name: /kept here$/ }).waitFor();
  await open();
  await steps.press(page, /^Use the twelve words/);
  await page.getByLabel("Word 1", { exact: true }).focus();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words.join(" "));
  await steps.press(page, /^Open$/);
  await page.getByRole("heading", { level: 1, name: /kept here$/ }).waitFor();
  await context.close();
});
