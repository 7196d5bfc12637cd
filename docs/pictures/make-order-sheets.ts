import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { unmask } from "../../test/server/program.ts";
import { type ForceStage, enterDesk, startForce } from "../../test/journeys/force-stage.ts";
import { type Shot, laySheet } from "./lay-sheet.ts";
import { type Ask, type Seeded, askDesk, seedScreens } from "./order-screens.ts";

/**
 * Draws the sheets of the screens of orders that stand beside the drawn ones, each in its states, by day, by night and on phones, from the invented orders:
 * `npx tsx docs/pictures/make-order-sheets.ts` after a build.
 */

/** How a screen is looked at. */
const looks = {
  desk: { width: 1_440, height: 900, colorScheme: "light" },
  night: { width: 1_440, height: 900, colorScheme: "dark" },
  phone: { width: 390, height: 844, colorScheme: "light" },
  "phone by night": { width: 390, height: 844, colorScheme: "dark" },
  narrow: { width: 320, height: 844, colorScheme: "light" },
} as const;

interface Screen {
  readonly who: "supervisor" | "coordinator";
  readonly look: keyof typeof looks;
  readonly at: (of: Seeded) => string;
  /** Keys pressed there before it is looked at. */
  readonly keys?: readonly string[];
}

type View = readonly [Screen["look"], Screen["at"], (readonly string[])?, Screen["who"]?];

const appeal = ({ appealed }: Seeded): string => `/orders/${appealed}/appeal`;
const editor = ({ north }: Seeded): string => `/orders/${north}/conditions`;
const identity = ({ live }: Seeded): string => `/orders/${live}/identity`;
const moves = ({ moved }: Seeded): string => `/orders/${moved}/register`;
const breach = ({ broken }: Seeded): string => `/orders/${broken}/breach`;

/** The sheets, each with what stands on it. */
const sheets: Readonly<Record<string, readonly View[]>> = {
  appeal: [
    ["desk", ({ live }) => `/orders/${live}/appeal`],
    ["desk", appeal],
    ["night", appeal, ["c", "p"]],
    ["phone", appeal],
    ["narrow", appeal, ["c", "p"]],
  ],
  "northern-ireland": [
    ["desk", editor],
    ["night", ({ north }) => `/orders/${north}/periods`],
    ["desk", ({ north }) => `/orders/${north}/applicant`],
    ["phone", editor],
    ["narrow", editor, ["c", "1"]],
  ],
  "identity-disclosure": [
    ["desk", ({ told }) => `/orders/${told}/identity`],
    ["night", identity, ["c", "i"]],
    ["desk", identity, [], "coordinator"],
    ["phone", ({ told }) => `/orders/${told}/identity`],
    ["narrow", identity, ["c", "i"]],
  ],
  transfer: [
    ["desk", moves],
    ["night", moves, ["c", "t"]],
    ["desk", ({ taken }) => `/orders/${taken}/register`],
    ["phone", moves],
    ["narrow", ({ live }) => `/orders/${live}/register`, ["c", "f"]],
  ],
  "breach-on-a-phone": [
    ["phone", breach, ["s", "1"]],
    ["phone", breach, ["s", "2"]],
    ["phone by night", breach, ["s", "3"]],
    ["phone", breach, ["s", "4"]],
    ["phone by night", breach, ["s", "5"]],
    ["narrow", breach, ["s", "6"]],
  ],
};

async function makeSheets(): Promise<void> {
  const stage = await startForce("Northshire Police (invented)", async (data) => {
    writeFileSync(join(data, "invented"), "Everybody in this folder is invented.\n");
    const { code, err } = await unmask(["force", "invented-orders", "--data", data]);
    if (code !== 0) throw new Error(err);
  });
  try {
    const pages = { supervisor: await windowOf(stage, "supervisor"), coordinator: await windowOf(stage, "spo-coordinator") };
    const as =
      (page: Page): Ask =>
      (path, body) =>
        askDesk(page, path, body);
    const seeded = await seedScreens(stage, { supervisor: as(pages.supervisor), keeper: as(pages.coordinator) });
    for (const [name, views] of Object.entries(sheets)) {
      const shots: Shot[] = [];
      for (const [look, at, keys = [], who = "supervisor"] of views)
        shots.push({ ...looks[look], png: await shoot(pages[who], { who, look, at, keys }, seeded) });
      writeFileSync(fileURLToPath(new URL(`orders-${name}.png`, import.meta.url)), await laySheet(pages.supervisor.context(), shots));
    }
  } finally {
    await stage.end();
  }
}

async function windowOf(stage: ForceStage, role: "supervisor" | "spo-coordinator"): Promise<Page> {
  const { page } = await stage.openDesk({ name: role === "supervisor" ? "Insp Ruth Vane" : "Owen Parry", role });
  await enterDesk(page);
  return page;
}

/** Opens a screen with the first reason that is offered, and looks at it. */
async function shoot(page: Page, { look, at, keys = [] }: Screen, seeded: Seeded): Promise<Buffer> {
  const { width, height, colorScheme } = looks[look];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.goto(new URL(at(seeded), page.url()).href);
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.getByRole("navigation", { name: /^Parts of order/ }).waitFor();
  for (const key of keys) await page.keyboard.press(key);
  if (keys[0] === "c") await page.locator("fieldset.small-form").waitFor();
  const folder = process.env["PICTURES"];
  const png = await page.screenshot();
  if (folder !== undefined)
    await page.screenshot({ fullPage: true, path: join(folder, `${at(seeded)} ${look} ${keys.join("")}.png`.replaceAll(/[ /]/g, "-")) });
  return png;
}

void makeSheets();
