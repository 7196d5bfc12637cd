import type { Page } from "playwright-core";
import { runAxe } from "./axe.ts";
import { marker } from "./hostile-words.ts";
import { otherMeansFaults } from "./other-means.ts";

/** What can be wrong with a screen however it is filled: each is told with how the screen stood. */

/** Where pictures of the screens go, for whoever wants to lay them beside the design’s. */
const pictures = process.env["PICTURES"];

/** Every way in which a screen is looked at: at a desk by day and by night, on a tablet, by night on a phone, and at 400 % (1,280 pixels as 320), by day. */
const looks = [
  { says: "desk", width: 1_440, height: 900, colorScheme: "light", hasAxe: true },
  { says: "desk by night", width: 1_440, height: 900, colorScheme: "dark", hasAxe: false },
  { says: "tablet", width: 768, height: 1_024, colorScheme: "light", hasAxe: false },
  { says: "phone by night", width: 360, height: 740, colorScheme: "dark", hasAxe: true },
  { says: "400 %", width: 320, height: 256, colorScheme: "light", hasAxe: false },
] as const;

/** Faults of a screen as it stands, in each look; it is left as it was found, at a desk by day. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { says, hasAxe, colorScheme, width, height } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await laidOut(page);
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${screen} ${says}.png`.replaceAll(" ", "-") });
    const found = [...(await page.evaluate(sticksOut)), ...(await page.evaluate(standsLow)), ...(hasAxe ? await runAxe(page) : [])];
    faults.push(...found.map((fault) => `${says}: ${fault}`));
  }
  faults.push(...(await otherMeansFaults(page)).map((fault) => `400 %, ${fault}`));
  await page.setViewportSize({ width: 1_440, height: 900 });
  await laidOut(page);
  faults.push(...(await otherMeansFaults(page)));
  faults.push(...(await page.evaluate(ranFrom, marker)));
  return [...faults, ...(await byKeyboard(page))];
}

/** Waits until the page has seen how wide it is, and has drawn what it moves by that. */
async function laidOut(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const layout = document.querySelector(".desk")?.getAttribute("data-layout");
    return layout === undefined || (layout === "wide") === innerWidth > 1_000;
  });
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
}

/** Runs in the page: what is wider than the place it has, where nothing scrolls that a keyboard reaches. */
function sticksOut(): string[] {
  const leastAir = 6;
  const found: string[] = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push(`the page scrolls sideways by ${wide}`);
  for (const part of document.querySelectorAll(".work, .side, .index, main, aside")) {
    const more = part.scrollWidth - part.clientWidth;
    const { width, right } = part.getBoundingClientRect();
    if (width < 1) found.push(`${part.className} has no width`);
    const widest = [...part.querySelectorAll("*")].findLast((one) => one.getBoundingClientRect().right > right + 1);
    if (more > 0) found.push(`${part.className} holds ${more} more than its width, ${widest?.outerHTML.slice(0, 60) ?? ""}`);
  }
  for (const part of document.querySelectorAll("body *")) {
    const box = part.getBoundingClientRect();
    if (box.width === 0 || box.right <= innerWidth + 1) continue;
    // The parts of a case, and the areas on a phone, are links in a line that scrolls: a keyboard brings each into sight.
    if (part.closest("[tabindex='0'], textarea, input, svg, dialog, .skip, .unseen, .case-index ul, .bottom-bar") !== null) continue;
    const { overflowX } = getComputedStyle(part.parentElement ?? part);
    if (overflowX !== "visible") continue;
    found.push(
      `${part.tagName} ${part.className} “${(part.textContent ?? "").slice(0, 30)}” ends at ${Math.round(box.right)} of ${innerWidth}`,
    );
  }
  for (const own of document.querySelectorAll(".verdict, .mark, thead th")) {
    const words = document.createRange();
    words.selectNodeContents(own);
    const lines = new Set(Array.from(words.getClientRects(), ({ top }) => Math.round(top))).size;
    const said = own.textContent ?? "";
    if (own.childElementCount === 0 && lines > said.split(/[\s\-/,·–]+/).length) found.push(`“${said}” is cut into ${lines} lines`);
  }
  // Black is no colour of ours: by night nobody reads it.
  for (const words of document.querySelectorAll("svg text"))
    if (getComputedStyle(words).fill === "rgb(0, 0, 0)") found.push(`“${words.textContent ?? ""}” of a drawing has no colour`);
  for (const link of document.querySelectorAll("nav a + a")) {
    const [before, after] = [link.previousElementSibling ?? link, link].map((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      // What is only heard stands nowhere.
      const heard = one.querySelector(".unseen");
      if (heard !== null) words.setEndBefore(heard);
      return words.getBoundingClientRect();
    });
    if (!before || !after || after.width === 0 || Math.abs(before.top - after.top) > 2 || after.left - before.right >= leastAir) continue;
    found.push(`“${link.previousElementSibling?.textContent ?? ""}” runs into “${link.textContent ?? ""}”`);
  }
  return found.slice(0, 4);
}

/** Runs in the page: what is urgent and begins so low on a phone that whoever holds it sees other things first. */
function standsLow(): string[] {
  const [highestIndex, lowestRow] = [64, 300];
  if (innerWidth !== 360) return [];
  const index = document.querySelector(".case-index")?.getBoundingClientRect().height ?? 0;
  const row = document.querySelector(".row-list > li")?.getBoundingClientRect().top ?? 0;
  const here = document.querySelector(".case-index [aria-current]")?.getBoundingClientRect();
  return [
    ...(index > highestIndex ? [`the parts of the case take ${Math.round(index)} pixels before the case begins`] : []),
    ...(here !== undefined && (here.left < 0 || here.right > innerWidth) ? ["the part that is open stands out of sight"] : []),
    ...(row + scrollY > lowestRow ? [`the first row begins at ${Math.round(row + scrollY)}`] : []),
  ];
}

/** Runs in the page: whatever of a stranger's words became more than words. */
function ranFrom(mark: string): string[] {
  const found: string[] = [];
  if (Reflect.get(globalThis, mark) !== undefined || document.title === mark) found.push("something of a stranger’s ran");
  const elements = "script:not([src^='/']), iframe, object, embed, base, form[action], meta[http-equiv=refresh], link:not([href^='/'])";
  for (const one of document.querySelectorAll(`body :is(${elements})`)) found.push(`${one.tagName} stands in the page`);
  for (const one of document.querySelectorAll("[src], [href]")) {
    const at = new URL(one.getAttribute("src") ?? one.getAttribute("href") ?? "", location.href);
    if (at.origin !== location.origin && !["blob:", "tel:"].includes(at.protocol)) found.push(`${one.tagName} leads to ${at.protocol}`);
  }
  for (const one of document.querySelectorAll("*"))
    if ([...one.attributes].some(({ name }) => name.startsWith("on"))) found.push(`${one.tagName} has an attribute that runs`);
  // What turns the rest of a row: an override anywhere, or a stretch that begins in a text and does not end in it.
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = words.nextNode(); text !== null; text = words.nextNode()) {
    const said = text.textContent ?? "";
    const begun = (said.match(/[\u202A\u202B\u2066-\u2068]/g) ?? []).length;
    const ended = (said.match(/[\u202C\u2069]/g) ?? []).length;
    if (/[\u202D\u202E]/.test(said) || begun !== ended)
      found.push(`${text.parentElement?.tagName} “${said.slice(0, 30)}” turns what follows`);
  }
  for (const one of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    for (const name of ["aria-label", "title", "placeholder"])
      if (/[\u202D\u202E]/.test(one.getAttribute(name) ?? "")) found.push(`${name} of ${one.tagName} turns what follows`);
  return found.slice(0, 6);
}

/** Places of focus beside those that can be counted: what scrolls is one by itself where nothing in it is. */
const slack = 8;

/** Tab reaches whatever can be used, and shows where it stands. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const places = await page.evaluate(watchFocus);
  for (let press = 0; press < places + slack; press++) await page.keyboard.press("Tab");
  return page.evaluate(focusFaults);
}

/** Tab reaches whatever can be used, shows where it stands, and goes on; the dialog of the keys gives the focus back. */
async function byKeyboard(page: Page): Promise<string[]> {
  const faults = await keyboardFaults(page);
  if (!(await page.locator(".desk > .log-bar").isVisible())) return faults;
  await page
    .locator("h1")
    .first()
    .evaluate((heading) => {
      const first = heading.closest("main")?.querySelector("a, button") ?? document.querySelector(".skip");
      if (first instanceof HTMLElement) first.focus();
    });
  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press("Shift+?");
  const dialog = page.getByRole("dialog", { name: "Keys of this screen" });
  await dialog.waitFor();
  for (let press = 0; press < 4; press++) await page.keyboard.press("Tab");
  if (!(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)))
    faults.push("the focus leaves an open dialog");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  if ((await page.evaluate(() => document.activeElement?.outerHTML)) !== before)
    faults.push("the focus does not come back from the dialog");
  return faults;
}

/** Runs in the page: from now on notes where the focus was; how many places there are. */
function watchFocus(): number {
  const can = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((one) => {
    const isOff = one.matches(":disabled, [tabindex='-1'], dialog:not([open]) *") || !one.checkVisibility({ visibilityProperty: true });
    return !isOff && one.closest("[inert]") === null;
  });
  const seen = new Map<Element, string>();
  Reflect.set(globalThis, "placesOfFocus", { can, seen });
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || seen.has(target)) return;
    // A row or a choice can show it for the link or button in it.
    const shown = [target, target.closest("tr"), target.closest("label"), target.closest("fieldset")].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one ?? target);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    });
    const box = target.getBoundingClientRect();
    const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    seen.set(target, shown ? (isInSight ? "" : "stands out of sight") : "is not shown");
  });
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // A date has a place for its day, month, year and calendar.
  return can.length + 4 * document.querySelectorAll("input[type=date]").length;
}

/** Runs in the page: what was not reached, and where the focus was not seen. Of radio buttons of one name one is reached, the arrows do the rest. */
function focusFaults(): string[] {
  const kept: unknown = Reflect.get(globalThis, "placesOfFocus");
  if (typeof kept !== "object" || kept === null) return ["nothing was watched"];
  const { can, seen }: { readonly can?: readonly Element[]; readonly seen?: ReadonlyMap<Element, string> } = kept;
  const say = (one: Element): string => `${one.tagName} “${(one.getAttribute("aria-label") ?? one.textContent ?? "").slice(0, 40)}”`;
  const isReached = (one: Element): boolean => {
    if (seen?.has(one) === true || !one.isConnected) return true;
    return (
      one instanceof HTMLInputElement &&
      one.type === "radio" &&
      [...(seen?.keys() ?? [])].some((at) => at instanceof HTMLInputElement && at.name === one.name)
    );
  };
  const missed = (can ?? []).filter((one) => !isReached(one)).map((one) => `the keyboard does not reach ${say(one)}`);
  const unseen = [...(seen ?? [])].flatMap(([one, fault]) => (fault === "" ? [] : [`the focus on ${say(one)} ${fault}`]));
  return [...missed, ...unseen].slice(0, 5);
}
