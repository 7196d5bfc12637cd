import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { axe } from "./axe.ts";
import type { Session } from "./browser.ts";
import { faultsOf, tight, unreadableSideways } from "./faults-of-hers.ts";
import { setStage } from "./stage.ts";
import { walkApp, walkFirstPage } from "./walk-screens.ts";

const stage = setStage();
let session: Session;

beforeAll(async () => {
  session = await stage.open();
  await session.context.addInitScript(axe);
  await session.page.reload();
});

let fieldsSeen = 0;

/** What is wrong with the screen at hand; its fields are counted. */
async function look(page: Page, screen: string): Promise<readonly string[]> {
  fieldsSeen += await page.locator("textarea, input:not([type=radio], [type=checkbox], [type=file])").count();
  return faultsOf(page, screen);
}

/** The table of the finding at hand, in the sizes that are narrow and the one that is wide. */
async function tableFaultsOf(page: Page): Promise<string[]> {
  const table = page.getByRole("radio", { name: "Table" });
  if (await table.isVisible()) await table.check();
  const finding = (await page.locator("main").getAttribute("data-finding")) ?? "";
  const faults: string[] = [];
  for (const size of [...tight, { width: 390, height: 844 }, { width: 1280, height: 900 }]) {
    await page.setViewportSize(size);
    for (const says of await unreadableSideways(page)) faults.push(`${finding}, ${size.width}x${size.height}: ${says}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${finding}, ${size.width}x${size.height}: the page sticks out by ${wide}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

it("can be read and used on every screen of the first page, about herself and about somebody, with answers and without", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  await page.reload();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await look(page, screen)));
  };
  await walkFirstPage(page, seen);
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("can be read and used on every screen: light and dark, wide, narrow and enlarged, and no field tells what is written in it", async () => {
  const { page } = session;
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await look(page, screen)));
  };
  await walkApp(page, { seen, tableSeen: async () => void faults.push(...(await tableFaultsOf(page))) });
  expect(faults).toEqual([]);
  expect(fieldsSeen).toBeGreaterThan(20);
  expect(session.wrong).toEqual([]);
});
