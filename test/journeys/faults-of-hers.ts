import type { Page } from "playwright-core";
import { runAxe } from "./axe.ts";
import { coveredFocus, movedHelp, smallTargets } from "./focus-and-help.ts";
import { focusFaultOf, otherMeansFaults } from "./other-means.ts";

/** What can be wrong with a screen of hers, on a phone, wide, by night, and with text of 400 %. */

const looks = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 768, height: 900, colorScheme: "light", isOnlyMeasured: true },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;
/** A small phone; the same with text of 400 %. Nothing may stick out at the side. */
export const tight = [
  { width: 320, height: 568 },
  { width: 320, height: 256 },
] as const;

/** What is wrong with a screen of hers in every look: what axe finds, what sticks out, is small, covered, moved, or tells what is written in it. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const says of await focusFaultOf(page)) faults.push(`${screen}: ${says}`);
  for (const says of await tellingFields(page)) faults.push(`${screen}: ${says}`);
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
export async function unreadableSideways(page: Page): Promise<string[]> {
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
