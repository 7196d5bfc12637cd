import type { Page } from "playwright-core";

/** What WCAG 2.2 asks of a screen beside what axe can see: focus that nothing covers (2.4.11), what can be pressed large enough (2.5.8), and help in the same place (3.2.6). */

/** So many stops of the Tab key are followed: a list of acts has thousands, each like the one before. */
const mostStops = 40;

/** Goes through a screen by Tab: each control that has the focus is at least partly in sight, and not under a bar that stays. */
export async function coveredFocus(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press("Tab");
    const says = await page.evaluate(whatCoversFocus);
    if (says === "outside") break;
    if (says !== "") faults.push(says);
  }
  return faults.slice(0, 3);
}

/** Runs in the page: what covers all of the control that has the focus; "outside" where the focus has left the page. */
function whatCoversFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return "outside";
  // A list of files is opened by a field that nobody sees, below its label.
  const shown = focused instanceof HTMLInputElement && focused.type === "file" ? (focused.labels?.[0] ?? focused) : focused;
  const says = `${shown.tagName} “${(shown.textContent ?? "").slice(0, 30)}”`;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const points = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) => [0.02, 0.25, 0.5, 0.75, 0.98].map((y) => [x, y] as const));
  const isSeen = points.some(([x, y]) => {
    const [at, down] = [left + width * x, top + height * y];
    if (at < 0 || down < 0 || at >= innerWidth || down >= innerHeight) return false;
    const there = document.elementFromPoint(at, down);
    const label = there?.closest("label");
    return there !== null && (shown.contains(there) || there.contains(shown) || (label !== null && label?.contains(shown)));
  });
  return isSeen ? "" : `the focus is covered on ${says}`;
}

/** Whatever can be tapped is 44 by 44 at least; a link inside a sentence is part of the sentence. */
export function smallTargets(page: Page): Promise<string[]> {
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

/**
 * Help, and the way out, stand on every screen of hers in the same order before all else that can be pressed. The empty notes page has neither: they
 * would say what it belongs to.
 */
export function movedHelp(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (location.pathname !== "/") return [];
    const seen = [...document.querySelectorAll<HTMLElement>("button, a[href]")].filter(
      (one) => one.checkVisibility() && !one.matches(".skip"),
    );
    const names = seen.slice(0, 3).map((one) => (one.textContent ?? "").trim());
    const isHelpScreen = document.querySelector("#help h1") !== null;
    const wanted = isHelpScreen ? ["Leave quickly"] : ["Help now", "Leave quickly"];
    const at = wanted.map((name) => names.indexOf(name));
    const isThere = at.every((place, i) => place >= 0 && (i === 0 || place > (at[i - 1] ?? 0)));
    return isThere ? [] : [`the first that can be pressed are ${names.join(", ")}`];
  });
}
