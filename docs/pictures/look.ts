import { join } from "node:path";
import type { Page } from "playwright-core";
import { fillIn } from "../../test/journeys/by-keyboard.ts";
import type { Shot } from "./lay-sheet.ts";

/** Looks at screens of the desk in their states: nothing is drawn, each state is brought about and waited for. */

const looks = {
  wide: { width: 1_440, height: 900, colorScheme: "light" },
  desk: { width: 860, height: 760, colorScheme: "light" },
  night: { width: 860, height: 760, colorScheme: "dark" },
  phone: { width: 390, height: 844, colorScheme: "light" },
  "phone by night": { width: 390, height: 844, colorScheme: "dark" },
  narrow: { width: 320, height: 693, colorScheme: "light" },
} as const;

/** How a screen is looked at. */
type Look = keyof typeof looks;

/** One state of a screen. */
interface State {
  readonly page: Page;
  readonly at: string;
  readonly look?: Look;
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
  /** What comes when the reason is given: the page, or what stands in its place. */
  readonly opens?: "page" | "waits" | "no network" | "refused";
  /** The panel beside the work, and not the work. */
  readonly isBeside?: boolean;
  /** It stands on the screen already. */
  readonly isOpen?: boolean;
}

/** Opens a screen with the first reason that is offered, brings it into the state, and looks at it. */
export async function lookAt(says: string, state: State): Promise<Shot> {
  const { page, at, look = "desk", act, opens = "page", isBeside = false, isOpen = false } = state;
  const { width, height, colorScheme } = looks[look];
  const isPhone = width < 700;
  const isWhole = look === "wide";
  console.error(new Date().toISOString(), says);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  if (!isOpen) {
    await page.goto(new URL(at, page.url()).href);
    await page.locator(".reasons").waitFor();
    if (opens === "waits") await page.route("**/desk/{orders,cases}/**", () => undefined);
    if (opens === "no network") await page.context().setOffline(true);
    await page.keyboard.press("1");
    await page.locator(".reasons").waitFor({ state: "detached" });
    if (opens === "waits") await page.locator("main [role=status]").waitFor();
    else if (opens === "page") await page.locator("main.order-work h1, main.case-work h1").waitFor();
    else await page.locator("main [role=alert]").waitFor();
  }
  await act?.(page);
  // What is told above the log comes by itself, and the picture is the same without it.
  const cut = isWhole || isPhone ? undefined : await cutOf(page, isBeside ? "aside.side" : "main", height);
  const png = await page.screenshot(cut === undefined ? {} : { clip: cut });
  const folder = process.env["PICTURES"];
  if (folder !== undefined)
    await page.screenshot({ fullPage: true, path: join(folder, `${says} ${look}.png`.replaceAll(/[^\w.]+/g, "-")) });
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return { says, isPhone, png, width: cut?.width ?? width, height: cut?.height ?? height };
}

interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the screen as far as it is filled. */
async function cutOf(page: Page, part: string, height: number): Promise<Cut> {
  const main = page.locator(part);
  const box = await main.boundingBox();
  if (box === null) throw new Error("no work stands on the screen");
  const log = (await page.locator(".desk > .log-bar").boundingBox())?.y ?? height;
  const filled = await main.evaluate((one) => Math.max(...[...one.children].map((child) => child.getBoundingClientRect().bottom)));
  const top = Math.max(box.y, 0);
  const bottom = Math.min(box.y + box.height, filled + 12, log, height);
  return { x: box.x, y: top, width: box.width, height: Math.max(120, bottom - top) };
}

/** Opens a form by its keys and fills it in. */
export function fills(keys: string, fields: readonly (readonly [string, string])[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await page.locator("fieldset.small-form").waitFor();
    await fillIn(page, fields);
  };
}

/** Writes the form that is open, and waits for these words in it. */
export function writes(says: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press("Control+Enter");
    const told = page.locator("fieldset.small-form p", { hasText: says }).first();
    await told.waitFor();
    await page.locator("fieldset.small-form").evaluate((form) => form.scrollIntoView({ block: "end" }));
  };
}

/** One after another. */
export function inTurn(...acts: readonly ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const act of acts) await act(page);
  };
}

/** The network is gone. */
export const withoutNetwork = (page: Page): Promise<void> => page.context().setOffline(true);

/** Keys pressed there. */
export function presses(keys: string): (page: Page) => Promise<void> {
  return async (page) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
  };
}

/** Waits for words, and brings them into sight. */
export function sees(says: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    const told = page.getByText(says).first();
    await told.waitFor();
    await told.evaluate((one) => one.scrollIntoView({ block: "center" }));
  };
}
