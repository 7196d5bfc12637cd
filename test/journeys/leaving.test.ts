import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Serving } from "../../apps/person/serve.ts";
import { patience, scratchFolder, startServing, startingOptions } from "./browser.ts";
import * as steps from "./steps.ts";

/** Words of the case that must be nowhere once she has left. */
const canaries = [
  "I know you’re awake your light is on",
  "nice red coat you had on today",
  "Owen Pike",
  "northlight84",
  "I sleep at my mother’s",
];
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
    // Forward leads to an empty page of ours, not to what she saw.
    for (let step = 0; step < 3; step++) await page.goForward();
    await page.waitForTimeout(300);
    const words = await page.locator("body").innerText();
    for (const canary of canaries) expect(words).not.toContain(canary);
    expect(words).toMatch(/danger now|Notes/);
    await context.close();
    expect(filesHolding(profile, canaries)).toEqual([]);
    // The search itself finds what is there: the address of the page.
    expect(filesHolding(profile, [new URL(serving.address).host]).length).toBeGreaterThan(0);
  });

  it("works at once while files are being read, by Shift pressed three times and not by less", async () => {
    const { page, context } = await openWithProfile("shift");
    await steps.goToFiles(page);
    await steps.chooseFolder(page);
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.getByRole("status").getByText("Shift: press 1 more time to leave.").waitFor({ state: "attached" });
    await page.keyboard.press("a");
    await page.keyboard.press("Shift");
    await page.getByText("Shift: press 2 more times to leave.").waitFor({ state: "attached" });
    expect(page.url()).toBe(serving.address);
    await steps.press(page, "Go on");
    await steps.press(page, "Read my files");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL("**/notes/");
    await page.goBack();
    expect(page.url()).toBe("about:blank");
    await context.close();
  });

  it("is a link that works before anything else of the page does", async () => {
    const { page, context } = await openWithProfile("link");
    expect(await page.getByRole("link", { name: "Leave quickly" }).getAttribute("href")).toBe("/notes/");
    await context.close();
  });

  it("removes what a closed page left behind when the app is opened again", async () => {
    const { page, context } = await openWithProfile("closed");
    await makePack(page);
    await page.goto("about:blank");
    await page.goto(serving.address);
    await expect.poll(async () => (await storedIn(page)).privateFiles, { timeout: patience }).toEqual([]);
    await context.close();
  });

  it("leaves the pack of one window alone when a second one is opened", async () => {
    const { page, context } = await openWithProfile("second");
    await makePack(page);
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

  it("keeps nothing when the page is loaded again in the middle", async () => {
    const { page, context } = await openWithProfile("reload");
    await steps.walkToTimeline(page, expected);
    await page.reload();
    await steps.seeHeading(page, "Is anyone in danger now?");
    await page.goBack();
    await steps.seeHeading(page, "Is anyone in danger now?");
    await context.close();
  });
});

async function makePack(page: Page): Promise<void> {
  await steps.walkToTimeline(page, expected);
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await page.getByLabel(/^What it has done/).fill("I sleep at my mother’s.");
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
    const look = (text: string): void => words.filter((word) => text.includes(word)).forEach((word) => found.add(word));
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === "directory") await walk(handle as FileSystemDirectoryHandle);
        else {
          privateFiles.push(handle.name);
          look(await (await (handle as FileSystemFileHandle).getFile()).text());
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) look(`${request.url} ${(await (await store.match(request))?.text()) ?? ""}`);
    }
    look(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, name]));
    return {
      privateFiles,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      canaries: [...found],
    };
  }, canaries);
}

/** Files of the profile that hold one of the words, in UTF-8 or in the two-byte form that a browser also writes. */
function filesHolding(profile: string, words: readonly string[]): string[] {
  const found = words.flatMap((word) => {
    const wide = Buffer.from(word, "utf16le")
      .toString("latin1")
      .replace(/[^A-Za-z0-9]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
    const plain = spawnSync("grep", ["-rlaF", "--", word, profile], { encoding: "utf8" });
    const twoByte = spawnSync("grep", ["-rlaP", "--", wide, profile], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    if ((plain.status ?? 2) > 1 || (twoByte.status ?? 2) > 1) throw new Error("the profile could not be searched");
    return `${plain.stdout}${twoByte.stdout}`.split("\n").filter((line) => line !== "");
  });
  return [...new Set(found)];
}
