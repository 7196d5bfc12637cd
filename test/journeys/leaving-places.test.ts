import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asInstalled, patience, scratchFolder, startingOptions } from "./browser.ts";
import { type IntakeStage, startIntakeStage } from "./intake-stage.ts";
import { passphrase, second } from "./kept-notes.ts";
import { filesHolding, findInStorage } from "./left-behind.ts";
import { home, openFolds } from "./notes-of-hers.ts";
import { type Beginning, type Place, keepAllKinds, kept, openFromFace, openHome, ways, waysOnFace } from "./places.ts";
import { walkFirstPage } from "./walk-screens.ts";

/** Leaving from every place of hers: what was typed, chosen or shown there is in no store and no file afterwards, and her notes open as before. */

const scratch = scratchFolder();
let stage: IntakeStage;

beforeAll(async () => {
  stage = await startIntakeStage();
});
afterAll(async () => {
  await stage.close();
  scratch.remove();
});

/** What all that was typed begins with. */
const canary = "canary-";
/** What is kept sealed, and what opens it. */
const secrets = [...Object.values(kept), "Canary-kept", passphrase, second];

/** A browser with a profile on the disk, and every request that goes elsewhere. */
async function openProfile(name: string): Promise<{ context: BrowserContext; page: Page; profile: string; elsewhere: string[] }> {
  const profile = join(scratch.path, name);
  mkdirSync(profile);
  const context = await chromium.launchPersistentContext(profile, {
    ...startingOptions,
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript(asInstalled);
  const elsewhere: string[] = [];
  const { origin } = new URL(stage.address);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "blob:" && url.origin !== origin) elsewhere.push(request.url());
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()), profile, elsewhere };
}

/** Types into every field that takes words and hands a file to each that takes one, each with the name of the place in it. Gives how many there were. */
async function typeEverywhere(page: Page, place: string): Promise<number> {
  const says = `${canary}${place.replace("/", "-")}-x`;
  const file = { name: `${says}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(`${says} as a file`) };
  let fields = 0;
  for (const field of await page.locator("textarea, input[type=text], input[type=password], input:not([type])").all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.fill(says);
    fields += 1;
  }
  for (const picker of await page.locator("input[type=file]:not([webkitdirectory])").all()) {
    await picker.setInputFiles(file);
    fields += 1;
  }
  return fields;
}

/** Leaves as she would, and waits for the notes page. */
async function leave(page: Page, by: "link" | "Shift"): Promise<void> {
  const loaded = page.waitForEvent("load");
  if (by === "link") await page.getByRole("link", { name: "Leave quickly" }).click();
  else for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await loaded;
  await page.waitForURL("**/notes/");
  await page.getByRole("heading", { level: 1, name: "Notes" }).waitFor();
}

/** What is left of all the canaries in what the page can see. */
function leftBehind(page: Page): Promise<string[]> {
  return findInStorage(page, [canary, ...secrets]);
}

/** Leaves something plain to be found: the searches find what is there. */
async function plant(page: Page): Promise<void> {
  await page.evaluate(async (words) => {
    const root = await navigator.storage.getDirectory();
    const writing = await (await root.getFileHandle("planted", { create: true })).createWritable();
    await writing.write(words);
    await writing.close();
  }, `${canary}planted`);
}

const placesFrom = (beginning: Beginning): readonly (readonly [string, (typeof ways)[Place]])[] =>
  Object.entries(ways).filter(([, { from }]) => from === beginning);

describe("leaving from every screen of hers", () => {
  let hers: Awaited<ReturnType<typeof openProfile>>;
  let fields = 0;
  beforeAll(async () => {
    hers = await openProfile("home");
    await keepAllKinds(hers.page, stage.address);
  });

  it.each(placesFrom("home"))("leaves no word of what was typed or shown at “%s”, and her notes open afterwards", async (place, { go }) => {
    const { page, elsewhere } = hers;
    // The one before has come home again; after one that did not, it is opened anew.
    if (!(await page.getByRole("heading", { name: home }).isVisible())) await openHome(page, stage.address);
    await go(page, stage);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    if (place === "entry") await openFolds(page);
    fields += await typeEverywhere(page, place);
    await leave(page, "link");
    expect(await leftBehind(page)).toEqual([]);
    expect(elsewhere).toEqual([]);
    await openFromFace(page);
  });

  it("leaves nothing of all that on the disk", async () => {
    const { context, page, profile } = hers;
    expect(fields).toBeGreaterThan(40);
    // The searches find what is there.
    await plant(page);
    expect(await leftBehind(page)).toEqual([canary]);
    await context.close();
    expect(filesHolding(profile, [canary, ...secrets]).map((path) => path.includes("File System"))).toEqual([true]);
  });
});

describe("leaving where nothing is kept", () => {
  it("leaves nothing of a passphrase that she was choosing, or of anything else", async () => {
    const { context, page, profile, elsewhere } = await openProfile("nothing");
    const faults: string[] = [];
    for (const [place, { go }] of placesFrom("nothing kept")) {
      await page.goto(stage.address);
      await go(page, stage);
      await typeEverywhere(page, place);
      await leave(page, "link");
      faults.push(...(await leftBehind(page)).map((says) => `${place}: ${says}`));
    }
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
    await context.close();
    expect(filesHolding(profile, [canary])).toEqual([]);
  });
});

describe("leaving from the notes page", () => {
  /** They hold no word: while the rest is fetched, where it could not be, where nothing is kept, and where nothing can be. */
  const withoutWords = ["fetching", "missing", "none", "look-only"];

  it("leaves no word from any of its screens, and they open each time", async () => {
    const { context, page, profile, elsewhere } = await openProfile("face");
    await keepAllKinds(page, stage.address);
    const screens = await page.locator("#face .screen").evaluateAll((all) => all.map(({ id }) => id));
    expect(screens.toSorted()).toEqual([...Object.keys(waysOnFace), ...withoutWords].toSorted());
    const faults: string[] = [];
    for (const [place, go] of Object.entries(waysOnFace)) {
      await page.goto(new URL("/notes/", stage.address).href);
      await page.getByText("Locked", { exact: true }).waitFor();
      await go(page, stage.address);
      expect(await page.locator(`#${place}`).isVisible(), place).toBe(true);
      await typeEverywhere(page, `face-${place}`);
      await leave(page, "Shift");
      faults.push(...(await leftBehind(page)).map((says) => `${place}: ${says}`));
    }
    await openHome(page, stage.address);
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
    await context.close();
    expect(filesHolding(profile, [canary, ...secrets])).toEqual([]);
  });
});

describe("leaving from the first page", () => {
  it("leaves no answer and no word from any of its screens", async () => {
    const { context, page, profile } = await openProfile("first");
    const hers = "I take the long way home.";
    const left: string[] = [];
    for (let wanted = 0; ; wanted++) {
      await page.goto(stage.address);
      let at = 0;
      const hasLeft = new Error("she has left");
      const walked = await walkFirstPage(page, async (screen) => {
        if (at++ !== wanted) return;
        await leave(page, "link");
        left.push(screen);
        throw hasLeft;
      }).catch((error: unknown) => error);
      if (walked === undefined) break;
      if (walked !== hasLeft) throw walked;
      expect(await findInStorage(page, [hers]), left.at(-1)).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.state])).toEqual([0, 0, null]);
    }
    expect(left.length).toBeGreaterThan(9);
    await context.close();
    expect(filesHolding(profile, [hers])).toEqual([]);
  });
});
