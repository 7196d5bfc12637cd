import type { Page } from "playwright-core";

/** A page used with the keyboard alone: nothing here knows where anything stands. */

/** How often the page is gone through again where it was still being drawn, and how long each waits, in milliseconds. */
const rounds = 20;
const betweenRounds = 250;

/** Presses Tab until the focus is on what is called so: in each round never more often than there are places to stop. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const most = 2 + (await page.locator("a, button, input, select, textarea, summary, [tabindex='0']").count());
    for (let press = 0; press < most; press++) {
      await page.keyboard.press("Tab");
      const focused = await nameOfFocus(page);
      if (typeof name === "string" ? focused === name : name.test(focused)) return;
    }
    await page.waitForTimeout(betweenRounds);
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

/** Goes to what is called so, and presses Enter. */
export async function pressOn(page: Page, name: string | RegExp, before?: () => Promise<void>): Promise<void> {
  await tabTo(page, name);
  await before?.();
  await page.keyboard.press("Enter");
}

/** Goes to a field and types. */
export async function typeInto(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.insertText(words);
}

function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement || focused instanceof HTMLTextAreaElement
        ? focused.labels
        : null;
    const told = focused?.getAttribute("aria-label");
    const text = labels?.[0] ?? focused;
    return told ?? (text instanceof HTMLElement ? text.innerText.replace(/\s+/g, " ").trim() : "");
  });
}
