import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { keepNotes } from "./kept-notes.ts";
import { openFromFace } from "./places.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** A note on the notes page, while it is locked: written in the time that there is, and in its place whatever the clock says. */

const stage = setStage();
const note = "White van again, KX19. He sat in it and looked up.";

/** How long a hand takes: a letter on a phone's glass, and a key that goes to the next place or presses it. Seconds. */
const hand = { letter: 1 / 3, key: 1 / 2 };
const longest = 30;

for (const [device, viewport] of [
  ["a phone", { width: 390, height: 844 }],
  ["a desktop", { width: 1280, height: 900 }],
] as const)
  it(`is kept in half a minute of a hand on the keyboard, from the moment that the page is there, on ${device}`, async () => {
    const { page, context, wrong } = await stage.open({ viewport });
    await keepNotes(context, stage.address());
    await page.goto(new URL("/notes/", stage.address()).href);
    await page.getByText("Locked", { exact: true }).waitFor();
    let seconds = 0;
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      seconds += hand.key;
    };
    const isOn = (name: string): Promise<boolean> =>
      page.evaluate((called) => {
        const on = document.activeElement;
        return (on instanceof HTMLTextAreaElement ? on.labels[0]?.textContent : on?.textContent) === called;
      }, name);
    while (!(await isOn("New note")) && seconds < longest) await press("Tab");
    await page.keyboard.type(note);
    seconds += note.length * hand.letter;
    while (!(await isOn("Save")) && seconds < longest) await press("Tab");
    await press("Enter");
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
    expect(seconds).toBeLessThan(longest);
    await openFromFace(page);
    await steps.press(page, /^1 note written while locked/);
    await page.getByText(note).waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "New note" }).fill(words);
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
}

it("stands in the order in which it was written where the clock is set back meanwhile, and gets its number in that order", async () => {
  const { page, context, wrong } = await stage.open();
  await keepNotes(context, stage.address());
  await page.goto(new URL("/notes/", stage.address()).href);
  await page.getByText("Locked", { exact: true }).waitFor();
  await write(page, "the first note");
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    const own = Date.now.bind(Date);
    Date.now = () => own() - 31_536_000_000;
  });
  await write(page, "the second note");
  await openFromFace(page);
  await steps.press(page, /^2 notes written while locked/);
  const notes = page.locator(".waiting-note");
  await notes.nth(1).waitFor();
  expect((await notes.allInnerTexts()).map((text) => /the \w+ note/.exec(text)?.[0])).toEqual(["the second note", "the first note"]);
  for (const one of await notes.all()) await one.getByRole("radio", { name: "I wrote it" }).check();
  await steps.press(page, "Go on with these 2");
  await steps.press(page, /^Read what you wrote/);
  for (const [number, words] of ["the first note", "the second note"].entries()) {
    await steps.press(page, new RegExp(words));
    await page.getByText(`Number ${number + 1}`, { exact: true }).waitFor();
    await page.goBack();
  }
  expect(wrong).toEqual([]);
  await context.close();
});
