import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe } from "./axe.ts";
import { type Session, openApp, startBrowser } from "./browser.ts";
import { faultsOf } from "./faults-of-hers.ts";
import { type IntakeStage, startIntakeStage } from "./intake-stage.ts";
import { type Beginning, type Place, keepAllKinds, openHome, ways, waysOnFace } from "./places.ts";

/** Each place of hers that begins at home or on the notes page, read and used in every look; the way past the sample case has its own (every-screen.test.ts). */

let stage: IntakeStage;
let browser: Browser;

beforeAll(async () => {
  stage = await startIntakeStage();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** Past these the way of the sample case leads already; and making and reading are over before they are looked at. */
const seenElsewhere: ReadonlySet<string> = new Set<Place>([
  "files",
  "zone",
  "reading",
  "import-summary",
  "people",
  "key-dates",
  "timeline",
  "finding",
  "finding-acts",
  "report",
  "making",
  "saved",
  "help",
  "remove",
]);

const placesFrom = (beginning: Beginning): readonly (readonly [string, (typeof ways)[Place]])[] =>
  Object.entries(ways).filter(([name, { from }]) => from === beginning && !seenElsewhere.has(name));

/** A window with the checker in it; `isKept`: with notes that have something in each part of them. */
async function open(isKept: boolean): Promise<Session> {
  const session = await openApp(browser, stage.address);
  await session.context.addInitScript(axe);
  if (isKept) await keepAllKinds(session.page, stage.address);
  return session;
}

describe("every place of hers from home", () => {
  let hers: Session;
  beforeAll(async () => {
    hers = await open(true);
  });
  afterAll(() => hers.context.close());

  it.each(placesFrom("home"))(
    "“%s” can be read and used: light and dark, wide, narrow, enlarged, from right to left",
    async (place, { go }) => {
      const { page, wrong } = hers;
      await openHome(page, stage.address);
      await go(page, stage);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      expect(await faultsOf(page, place)).toEqual([]);
      expect(wrong).toEqual([]);
    },
  );
});

describe("every place of hers where nothing is kept yet", () => {
  it.each(placesFrom("nothing kept"))("“%s” can be read and used", async (place, { go }) => {
    const { page, context, wrong } = await open(false);
    await page.goto(stage.address);
    await go(page, stage);
    expect(await faultsOf(page, place)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe("the notes page, which anybody may see", () => {
  let hers: Session;
  beforeAll(async () => {
    hers = await open(true);
  });
  afterAll(() => hers.context.close());

  it.each(Object.entries(waysOnFace))("its screen “%s” can be read and used", async (screen, go) => {
    const { page } = hers;
    await page.goto(new URL("/notes/", stage.address).href);
    await page.getByText("Locked", { exact: true }).waitFor();
    await go(page, stage.address);
    expect(await faultsOf(page, `notes page, ${screen}`)).toEqual([]);
  });
});
