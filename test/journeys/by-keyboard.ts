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

/** Fields of a form in their order, each with what is typed, chosen or ticked there. */
export type Fields = readonly (readonly [name: string, says: string])[];

/** Fills the fields in their order; one that has the focus already is not left first. Days are "2026-11-30", hours "16:40", a tick " ". */
export async function fillIn(page: Page, fields: Fields): Promise<void> {
  for (const [name, says] of fields) {
    const wanted = new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
    if (!wanted.test(await nameOfFocus(page))) await tabTo(page, wanted);
    const kind = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused instanceof HTMLInputElement ? focused.type : (focused?.tagName.toLowerCase() ?? "");
    });
    if (kind === "date" || kind === "time") await typeParts(page, says);
    else if (kind === "checkbox" || kind === "radio") await page.keyboard.press("Space");
    else if (kind === "select") await choose(page, says);
    else {
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(says);
    }
  }
}

/** A day or an hour as its parts are typed: this browser may ask the month first, and twelve hours. */
function typedParts(says: string): readonly string[] {
  const [year = "", month = "", ofMonth] = says.split("-");
  if (ofMonth !== undefined) return [`${month}${ofMonth}${year}`, `${ofMonth}${month}${year}`];
  const [hour, minute] = [Number(says.slice(0, 2)), says.slice(3)];
  return [`${String(hour % 12 || 12).padStart(2, "0")}${minute}${hour < 12 ? "AM" : "PM"}`, `${says.slice(0, 2)}${minute}`];
}

/** Types it in whichever way this browser asks. */
async function typeParts(page: Page, says: string): Promise<void> {
  for (const typed of typedParts(says)) {
    await page.keyboard.type(typed);
    if ((await page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ""))) === says)
      return;
    for (let part = 0; part < 2; part++) await page.keyboard.press("ArrowLeft");
  }
  throw new Error(`the field does not take ${says}`);
}

/** Chooses by the first letters of the words, as the browser does. */
async function choose(page: Page, says: string): Promise<void> {
  await page.keyboard.type(says);
  const chosen = await page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLSelectElement ? (focused.selectedOptions[0]?.label ?? "") : "";
  });
  if (!chosen.startsWith(says)) throw new Error(`“${chosen}” is chosen, and not “${says}”`);
}

function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    // Where nothing has the focus, or a whole page has it, its words are nobody's name.
    if (focused === document.body || focused?.tagName === "MAIN") return "";
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement || focused instanceof HTMLTextAreaElement
        ? focused.labels
        : null;
    const told = focused?.getAttribute("aria-label");
    const text = labels?.[0] ?? focused;
    return told ?? (text instanceof HTMLElement ? text.innerText.replace(/\s+/g, " ").trim() : "");
  });
}
