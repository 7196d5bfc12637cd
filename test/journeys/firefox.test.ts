import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Serving, patience, scratchFolder, startServing } from "./browser.ts";
import { type FirefoxSession, choose, find, openFirefox, press, see, seeHeading, type } from "./firefox.ts";

/** The life of her notes in Firefox ESR: the other engine that keeps them. */

const passphrase = "lamp river oyster quilt";
const entry = "He was outside the gym when I came out.";
const scratch = scratchFolder();
let serving: Serving;

beforeAll(async () => {
  serving = await startServing();
});
afterAll(async () => {
  await serving.close();
  scratch.remove();
});

function open(name: string, isPrivate = false): Promise<FirefoxSession> {
  return openFirefox(serving.address, { downloads: join(scratch.path, name), isPrivate });
}

async function goToKeep(page: Page): Promise<void> {
  await press(page, "I have been here before");
  await press(page, "Only look, without my notes");
  await press(page, "Your notes on this device");
}

/** The words that are shown to be written down. */
function shownWords(page: Page): Promise<string[]> {
  return page.$$eval("ol.shown .word", (all) => all.slice(0, 12).map((one) => (one instanceof HTMLElement ? one.innerText : "")));
}

async function typeTwelve(page: Page, words: readonly string[]): Promise<void> {
  for (const [at, word] of words.entries()) await type(page, `Word ${at + 1}`, word);
}

/** What the browser keeps for this address: each path with its bytes. */
async function storedFiles(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  const found = await page.evaluate(async () => {
    const list: [string, string][] = [];
    const look = async (folder: FileSystemDirectoryHandle, way: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await look(handle, `${way}${name}/`);
        else if (handle instanceof FileSystemFileHandle) {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          list.push([`${way}${name}`, Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")]);
        }
      }
    };
    await look(await navigator.storage.getDirectory(), "");
    return list.map(([path, text]): [string, string] => [path, btoa(text)]);
  });
  return new Map(found.map(([path, text]) => [path, Buffer.from(text, "base64")]));
}

/** Saves the copy that was made, and waits until all of it is on the disk. */
async function saveCopy(page: Page, folder: string): Promise<string> {
  await press(page, "Make a copy");
  await seeHeading(page, "Save the copy, then try it");
  await press(page, /^Save the copy/);
  const saved = (): string | undefined =>
    readdirSync(folder).find((name) => name.endsWith(".tar") && !existsSync(join(folder, `${name}.part`)));
  await expect.poll(saved, { timeout: patience }).toMatch(/^notes-\d{4}-\d\d-\d\d\.tar$/);
  return join(folder, saved() ?? "");
}

it("keeps notes, locks them, opens them by the twelve words when the passphrase is gone, and brings them back from a copy elsewhere", async () => {
  const first = await open("first");
  const { page } = first;
  await goToKeep(page);
  await press(page, "Keep notes here");
  await press(page, "Make a passphrase");
  await type(page, "New passphrase", passphrase);
  await page.keyboard.press("Tab");
  await press(page, /^(?:Use mine all the same|Go on)$/);
  await type(page, "Type it again", passphrase);
  await press(page, "Go on");
  await press(page, "Go on without one");
  await seeHeading(page, "Write these twelve words down");
  const words = await shownWords(page);
  expect(words.length).toBe(12);
  await press(page, "I have them on paper");
  await typeTwelve(page, words);
  await press(page, "Check");
  await seeHeading(page, "Your notes are kept here now");
  await press(page, "Not now: go on");
  await press(page, "Add what happened");
  await type(page, "What happened?", entry);
  await press(page, "Save");
  await seeHeading(page, "Saved");
  await press(page, "Go to the beginning");
  await seeHeading(page, "1 thing is kept here");

  await press(page, /^Lock$/);
  await see(page, "Locked");
  for (const [path, bytes] of await storedFiles(page)) expect(bytes.includes("gym"), path).toBe(false);

  // She does not know it any more.
  await press(page, /^My notes/);
  await type(page, "Passphrase", "lamp river oyster duvet");
  await press(page, "Open");
  await see(page, "That did not open it.");
  await press(page, /^Use the twelve words/);
  await typeTwelve(page, words);
  await press(page, "Open");
  await seeHeading(page, "1 thing is kept here");
  await press(page, /^Read what you wrote/);
  await find(page, "button", /outside the gym/);

  await page.goBack();
  await press(page, "Your notes on this device");
  await press(page, /^A copy for another place/);
  const copy = await saveCopy(page, join(scratch.path, "first"));
  await choose(page, "Try the copy", copy);
  await seeHeading(page, "The copy opens. Everything in it is the same.");
  const before = await storedFiles(page);
  expect(first.wrong).toEqual([]);
  await first.browser.close();

  const other = await open("other");
  await goToKeep(other.page);
  await press(other.page, "I have been here before");
  await choose(other.page, "Choose the copy", copy);
  await see(other.page, /It begins and ends as a copy does\./);
  const byWords = await find(other.page, "input[type=radio]", "Twelve words");
  await byWords.focus();
  await other.page.keyboard.press(" ");
  await typeTwelve(other.page, words);
  await press(other.page, "Bring back my notes");
  await seeHeading(other.page, "Your notes are back");
  const after = await storedFiles(other.page);
  // What is kept about openings goes on from there, and the copy that was made is not of what is kept.
  const ofNotes = [...before].filter(([path]) => /^notes-kept\/(?!log$|openings\.age$|settings\.age$)/.test(path));
  expect(ofNotes.length).toBeGreaterThan(3);
  for (const [path, bytes] of ofNotes) expect(after.get(path)?.equals(bytes), path).toBe(true);
  await press(other.page, "Go on");
  await press(other.page, /^Read what you wrote/);
  await find(other.page, "button", /outside the gym/);
  expect(other.wrong).toEqual([]);
  await other.browser.close();
  expect(readFileSync(copy).includes("gym")).toBe(false);
});

it("says look only in a private window, and keeps nothing there", async () => {
  const { browser, page, wrong } = await open("private", true);
  await press(page, "I have been here before");
  await seeHeading(page, "Look only: this window keeps nothing");
  await press(page, "Go on without keeping");
  await seeHeading(page, "Bring in what you have exported");
  expect(wrong).toEqual([]);
  await browser.close();
});
