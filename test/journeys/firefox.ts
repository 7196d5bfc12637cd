import { mkdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, type ElementHandle, type Page, launch } from "puppeteer-core";
import { patience } from "./browser.ts";

/** Her app in Firefox, over WebDriver BiDi: what is done there stands in words that a person can read, as for the other browser. */

/** A window of Firefox with a page in it. */
export interface FirefoxSession {
  readonly browser: Browser;
  readonly page: Page;
  /** What left for another address, and errors of the page. */
  readonly wrong: readonly string[];
}

/** How often a page is looked at until it shows what is waited for. Milliseconds. */
const lookEvery = 100;

/** Starts Firefox with a profile of its own, and opens the page. What is saved goes into `downloads`. `isPrivate`: each of its windows is a private one. */
export async function openFirefox(
  address: string,
  { downloads, isPrivate = false }: { readonly downloads: string; readonly isPrivate?: boolean },
): Promise<FirefoxSession> {
  mkdirSync(downloads, { recursive: true });
  const browser = await launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: patience,
    defaultViewport: { width: 390, height: 844 },
    extraPrefsFirefox: {
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      "browser.download.useDownloadDir": true,
      "browser.privatebrowsing.autostart": isPrivate,
      "intl.accept_languages": "en-GB",
    },
  });
  const page = await browser.newPage();
  const wrong: string[] = [];
  const { origin } = new URL(address);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) wrong.push(request.url());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(address);
  return { browser, page, wrong };
}

/** The first thing in sight that can be used and is called so, or holds these words; waits until it is there. */
export async function find(page: Page, among: string, name: string | RegExp): Promise<ElementHandle> {
  const [source, isPattern] = typeof name === "string" ? [name, false] : [name.source, true];
  for (const until = Date.now() + patience; Date.now() < until; await wait(lookEvery)) {
    const found = await page.evaluateHandle(firstCalled, among, source, isPattern).catch(() => undefined);
    const element = found?.asElement();
    if (element) return element as ElementHandle;
  }
  throw new Error(`${String(name)} is not in sight among ${among}: ${await page.evaluate(() => document.body.innerText.slice(0, 400))}`);
}

/** Runs in the page. */
function firstCalled(among: string, source: string, isPattern: boolean): Element | undefined {
  const isCalled = (says: string): boolean => (isPattern ? new RegExp(source).test(says) : says === source);
  const nameOf = (one: Element): string => {
    const isField = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
    const label = isField ? one.labels?.[0]?.textContent : one.textContent;
    return (one.getAttribute("aria-label") ?? label ?? "").replace(/\s+/g, " ").trim();
  };
  return [...document.querySelectorAll(among)].find((one) => {
    const isUsable = one.checkVisibility() || (one instanceof HTMLInputElement && one.type === "file");
    return isUsable && !one.matches(":disabled") && isCalled(nameOf(one));
  });
}

/** Waits for the screen of which this is the heading. */
export async function seeHeading(page: Page, says: string | RegExp): Promise<void> {
  await find(page, "h1", says);
}

/** Waits until the page says it. */
export async function see(page: Page, says: string | RegExp): Promise<void> {
  await find(page, "p, li, strong, span, h2, h3, div[role=status], div[role=alert]", says);
}

/** Presses it by the keyboard, as soon as it is there. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = await find(page, "button, a[href]", name);
  await button.focus();
  await page.keyboard.press("Enter");
}

/** Types into the field of this name. */
export async function type(page: Page, name: string, words: string): Promise<void> {
  const field = await find(page, "textarea, input", name);
  await field.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type(words);
}

/** Hands a file to the page. */
export async function choose(page: Page, name: string, path: string): Promise<void> {
  const field = await find(page, "input[type=file]", name);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}
