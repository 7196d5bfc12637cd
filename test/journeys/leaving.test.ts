import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, asInstalled, filesUnder, patience, scratchFolder, startServing, startingOptions } from "./browser.ts";
import { filesHolding } from "./left-behind.ts";
import * as steps from "./steps.ts";
import { storedBy } from "./stored.ts";

/** Words of the case that must be nowhere once she has left. */
const canaries = [
  "I know you’re awake your light is on",
  "nice red coat you had on today",
  "Owen Pike",
  "northlight84",
  "I sleep at my mother’s",
];
/** What the app may leave behind. Bytes. */
const appAtMost = 6_000_000;
const expected = steps.readExpected();
const scratch = scratchFolder();
let serving: Serving;

beforeAll(async () => {
  serving = await startServing();
});
afterAll(async () => {
  await serving.close();
  scratch.remove();
});

describe("leave quickly", () => {
  it("leaves nothing of the case in any storage of the browser, on the disk neither, and Back does not return", async () => {
    const { page, context, profile } = await openWithProfile("whole");
    await makePack(page);
    // The sealed pack lies in the browser's own storage now: what is looked for afterwards can be found.
    expect(await storedIn(page)).toMatchObject({ privateFiles: [expect.stringMatching(/^UM-.*\.age$/)], canaries: [] });
    await page.getByRole("link", { name: "Leave quickly" }).click();
    await page.waitForURL("**/notes/");
    expect(await page.title()).toBe("Notes");
    await expect.poll(async () => (await storedIn(page)).privateFiles, { timeout: patience }).toEqual([]);
    expect(await storedIn(page)).toEqual({ privateFiles: [], local: 0, session: 0, databases: 0, canaries: [] });
    await page.goBack();
    expect(page.url()).toBe("about:blank");
    // Forward leads to the empty page: none of the screens she saw stands in the history any more.
    for (let step = 0; step < 3; step++) await page.goForward();
    await page.waitForTimeout(300);
    const words = await page.locator("body").innerText();
    for (const canary of canaries) expect(words).not.toContain(canary);
    expect(words).toMatch(/^Notes/);
    await context.close();
    expect(filesHolding(profile, canaries)).toEqual([]);
    // The search itself finds what is there: the address of the page.
    expect(filesHolding(profile, [new URL(serving.address).host]).length).toBeGreaterThan(0);
  });

  it("works at once while files are being read, by Shift pressed three times, in a field too, and not by Escape or a capital", async () => {
    const { page, context } = await openWithProfile("shift");
    await steps.goToFiles(page);
    await steps.chooseFolder(page);
    await steps.press(page, "Go on");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText("Shift: press 2 more times to leave.").waitFor({ state: "attached" });
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText("Shift: press 1 more time to leave.").waitFor({ state: "attached" });
    await page.keyboard.press("a");
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText("Shift: press 2 more times to leave.").waitFor({ state: "attached" });
    await page.getByText("The presses of Shift do not count any more.").waitFor({ state: "attached" });
    expect(page.url()).toBe(serving.address);
    await steps.press(page, "Read my files");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL("**/notes/");
    // The empty page takes a step forward and back of its own.
    await page.waitForTimeout(500);
    await page.goBack();
    expect(page.url()).toBe("about:blank");
    await context.close();
  });

  it("works from a field that she writes in, and her capitals stay hers", async () => {
    const { page, context } = await openWithProfile("capitals");
    await steps.walkToTimeline(page, expected);
    await steps.press(page, /^See the pattern/);
    await steps.press(page, "Go straight to the report");
    const words = page.getByLabel(/^What it has done/);
    await words.click();
    for (const letter of "ANN") await page.keyboard.press(`Shift+${letter}`);
    expect(await words.inputValue()).toBe("ANN");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL("**/notes/");
    await context.close();
  });

  it("is a link that works before anything else of the page does", async () => {
    const { page, context } = await openWithProfile("link");
    expect(await page.getByRole("link", { name: "Leave quickly" }).getAttribute("href")).toBe("/notes/");
    await context.close();
  });

  it("removes what a closed page left behind when the app is opened again", async () => {
    const { page, context } = await openWithProfile("closed");
    await makeSmallPack(page);
    await page.goto("about:blank");
    await page.goto(serving.address);
    await expect.poll(async () => (await storedIn(page)).privateFiles, { timeout: patience }).toEqual([]);
    await context.close();
  });

  it("leaves the pack of one window alone when a second one is opened", async () => {
    const { page, context } = await openWithProfile("second");
    await makeSmallPack(page);
    const second = await context.newPage();
    await second.goto(serving.address);
    await steps.seeHeading(second, "Is anyone in danger now?");
    await second.getByRole("link", { name: "Leave quickly" }).click();
    await second.waitForURL("**/notes/");
    expect((await storedIn(second)).privateFiles).toHaveLength(1);
    const saved = await steps.save(page, "The sealed pack", join(scratch.path, "second-saved"));
    expect(readFileSync(saved).subarray(0, 18).toString()).toBe("age-encryption.org");
    await context.close();
  });

  it("removes the typesetter and its fonts, and leaves at most the app, on the disk too", async () => {
    const { page, context, profile } = await openWithProfile("typesetter");
    await steps.goToFiles(page);
    await steps.goBackFromFiles(page);
    await makePack(page);
    expect((await storedBy(page)).files).toContainEqual(expect.stringMatching(/\.wasm$/));
    expect(await usageOf(page)).toBeGreaterThan(appAtMost);
    await page.getByRole("link", { name: "Leave quickly" }).click();
    await page.waitForURL("**/notes/");
    await expect.poll(() => usageOf(page), { timeout: patience }).toBeLessThan(appAtMost);
    const { files } = await storedBy(page);
    expect(files).toContain("/");
    expect(files.filter((path) => /\.(wasm|ttf)$/.test(path))).toEqual([]);
    await context.close();
    const sizes = sizesUnder(profile);
    console.log("left on the disk, in bytes:", sizes);
    expect(sizes["Service Worker"] ?? 0).toBeLessThanOrEqual(appAtMost);
    // The browser's own cache has files of its own, 1 MB of tables that are the same for an empty page.
    expect((sizes["Cache"] ?? 0) + (sizes["Code Cache"] ?? 0)).toBeLessThanOrEqual(appAtMost);
  });

  it("leaves what somebody else keeps at the same address: at the opening, at leaving and when she removes the app", async () => {
    const { page, context } = await openWithProfile("others");
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("theirs", { create: true });
      await folder.getFileHandle("inner.txt", { create: true });
      await root.getFileHandle("theirs.txt", { create: true });
      await caches.open("theirs");
    });
    const theirs = { privateFiles: ["inner.txt", "theirs.txt"] };
    await page.reload();
    await makeSmallPack(page);
    expect((await storedIn(page)).privateFiles.toSorted()).toEqual([expect.stringMatching(/^UM-/), ...theirs.privateFiles]);
    await page.getByRole("link", { name: "Leave quickly" }).click();
    await page.waitForURL("**/notes/");
    await expect.poll(async () => (await storedIn(page)).privateFiles.toSorted(), { timeout: patience }).toEqual(theirs.privateFiles);
    await page.goto(serving.address);
    await steps.press(page, "Remove them");
    await steps.press(page, "Remove them");
    await steps.seeHeading(page, "The app’s own files are removed");
    expect((await storedIn(page)).privateFiles.toSorted()).toEqual(theirs.privateFiles);
    expect(await page.evaluate(() => caches.keys())).toEqual(["theirs"]);
    await context.close();
  });

  it("is not needed for a page that is closed: what it had made goes soon after", async () => {
    const { page, context } = await openWithProfile("shut");
    await makeSmallPack(page);
    const other = await context.newPage();
    await other.goto(`${serving.address}icon.svg`);
    expect((await storedIn(other)).privateFiles).toHaveLength(1);
    await page.close({ runBeforeUnload: false });
    await expect.poll(async () => (await storedIn(other)).privateFiles, { timeout: patience }).toEqual([]);
    expect((await storedBy(other)).files.filter((path) => /\.(wasm|ttf)$/.test(path))).toEqual([]);
    await context.close();
  });
});

describe("a page that is loaded again, closed or hidden", () => {
  it("asks before it is loaded again once files are read, not before, and never on leaving quickly", async () => {
    const { page, context } = await openWithProfile("asks");
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await steps.goToFiles(page);
    await steps.chooseFolder(page);
    await page.reload();
    expect(asked).toEqual([]);
    await steps.walkToTimeline(page, expected);
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await steps.walkToTimeline(page, expected);
    await page.getByRole("link", { name: "Leave quickly" }).click();
    await page.waitForURL("**/notes/");
    expect(asked).toEqual(["beforeunload"]);
    await context.close();
  });

  it("keeps nothing when it is loaded again in the middle, and says so, having stored nothing about her to know it", async () => {
    const { page, context } = await openWithProfile("reload");
    expect(await page.getByText("This page was loaded again").isVisible()).toBe(false);
    await steps.walkToTimeline(page, expected);
    await page.reload();
    await steps.seeHeading(page, "Is anyone in danger now?");
    await page.getByText(/what you had read in, typed or made here, and what was not kept is gone. Your files are unchanged/).waitFor();
    expect(await storedIn(page)).toMatchObject({ local: 0, session: 0, databases: 0, canaries: [] });
    await page.goBack();
    await steps.seeHeading(page, "Is anyone in danger now?");
    await context.close();
  });

  it("is covered as soon as it is hidden, and opened again by a press alone", async () => {
    const { page, context } = await openWithProfile("hidden");
    await steps.walkToTimeline(page, expected);
    await page.evaluate(setVisibility, "hidden");
    const seen = page.locator("body");
    expect(await seen.innerText()).toMatch(/^Notes\s+Open$/);
    expect(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.className)).toBe("cover");
    await page.evaluate(setVisibility, "visible");
    expect(await seen.innerText()).toMatch(/^Notes\s+Open$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open");
    await page.keyboard.press("Enter");
    await steps.seeHeading(page, /acts? of theirs/);
    await page.evaluate(setVisibility, "hidden");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL("**/notes/");
    await context.close();
  });
});

/** Runs in the page: what another window or a locked screen does to it. */
function setVisibility(state: string): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
  document.dispatchEvent(new Event("visibilitychange"));
}

/** What the browser counts for this origin. Bytes. */
function usageOf(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}

/** What each folder of a profile takes that can hold things of ours. */
function sizesUnder(profile: string): Record<string, number> {
  const names = ["Cache", "Code Cache", "Service Worker", "File System", "Session Storage", "Local Storage", "IndexedDB", "blob_storage"];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (existsSync(join(profile, "Default", name)) ? filesUnder(join(profile, "Default", name)) : []).reduce(
        (sum, { path }) => sum + statSync(path).size,
        0,
      ),
    ]),
  );
}

async function makePack(page: Page): Promise<void> {
  await steps.walkToTimeline(page, expected);
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await page.getByLabel(/^What it has done/).fill("I sleep at my mother’s.");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
}

/** A chat of a few lines: when a pack goes does not hang on how much is in it. */
const chat = ["Are you home?", "I know you are.", "Answer me."]
  .map((says, i) => `2${i}/02/2026, 21:0${i} - Sam Okafor: ${says}`)
  .join("\n");

/** The same four files, of a few messages. */
async function makeSmallPack(page: Page): Promise<void> {
  await steps.goToFiles(page);
  await page
    .getByLabel("Choose files")
    .setInputFiles({ name: "WhatsApp Chat with Sam Okafor.txt", mimeType: "text/plain", buffer: Buffer.from(chat) });
  await steps.readFiles(page);
  await steps.press(page, "Say who is who");
  await steps.seeHeading(page, "Who is who?");
  await page.getByRole("group").getByRole("radio", { name: "Them", exact: true }).first().check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await page.getByRole("button", { name: /^See the pattern/ }).click();
  await page.getByRole("button", { name: /^Go (straight|on) to the report/ }).click();
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
}

/** A browser with a profile on the disk, as hers has. */
async function openWithProfile(name: string): Promise<{ page: Page; context: BrowserContext; profile: string }> {
  const profile = join(scratch.path, name);
  mkdirSync(profile);
  const context = await chromium.launchPersistentContext(profile, {
    ...startingOptions,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript(asInstalled);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(serving.address);
  return { page, context, profile };
}

interface Stored {
  readonly privateFiles: string[];
  readonly local: number;
  readonly session: number;
  readonly databases: number;
  readonly canaries: string[];
}

/** What the page's own origin has stored, and which words of the case are in it. */
function storedIn(page: Page): Promise<Stored> {
  return page.evaluate(async (words) => {
    const privateFiles: string[] = [];
    const found = new Set<string>();
    const view = (text: string): void => words.filter((word) => text.includes(word)).forEach((word) => found.add(word));
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === "directory") await walk(handle as FileSystemDirectoryHandle);
        else {
          privateFiles.push(handle.name);
          view(await (await (handle as FileSystemFileHandle).getFile()).text());
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) view(`${request.url} ${(await (await store.match(request))?.text()) ?? ""}`);
    }
    view(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, name]));
    return {
      privateFiles,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      canaries: [...found],
    };
  }, canaries);
}
