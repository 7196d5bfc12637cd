import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Role } from "@unmask/case";
import { unmask } from "../../test/server/program.ts";
import { askDesk } from "../../test/journeys/ask-desk.ts";
import { type ForceStage, enterDesk, startForce } from "../../test/journeys/force-stage.ts";
import { type Sheet, laySheet } from "./lay-sheet.ts";
import { type Answer, type Ask, beginInNorthernIreland, reason, seedScreens } from "./order-screens.ts";
import {
  type DeskOfOrders,
  type OrderStage,
  appealSheet,
  breachDecidedSheet,
  breachSheet,
  identitySheet,
  northSheets,
  transferSheet,
} from "./order-states.ts";

/**
 * Draws the sheets of the screens of orders that stand beside the drawn ones, each in its states, by day, by night and on phones, from the invented orders:
 * `npx tsx docs/pictures/make-order-sheets.ts` after a build.
 */

/** A reader on a slow line sees it too. Bytes. */
const largest = 900_000;

async function makeSheets(): Promise<void> {
  await atDesk("Northshire Police (invented)", async (desk, _, lay) => {
    const { ask, officers } = desk;
    const of = await seedScreens({ supervisor: ask(officers.ruth), keeper: ask(officers.owen) });
    const at: OrderStage = { ...desk, of };
    await lay("orders-appeal", await appealSheet(at));
    await lay("orders-identity-disclosure", await identitySheet(at));
    await lay("orders-transfer", await transferSheet(at));
    await lay("orders-breach-on-a-phone", await breachSheet(at));
    await lay("orders-breach-on-a-phone-decided", await breachDecidedSheet(at));
  });
  // Nobody else applies there.
  await atDesk("PSNI", async (desk, stage, lay) => {
    const [written, sent] = await northSheets(desk, await beginInNorthernIreland(stage, desk.ask(desk.officers.ruth)));
    await lay("orders-northern-ireland", written);
    await lay("orders-northern-ireland-second", sent);
  });
}

/** Lays a sheet out beside the others. */
type Lay = (name: string, sheet: Sheet) => Promise<void>;

/** Draws at the desk of a force that has the invented orders. */
async function atDesk(force: string, draw: (desk: DeskOfOrders, stage: ForceStage, lay: Lay) => Promise<void>): Promise<void> {
  const stage = await startForce(force, async (data) => {
    writeFileSync(join(data, "invented"), "Everybody in this folder is invented.\n");
    const { code, err } = await unmask(["force", "invented-orders", "--data", data]);
    if (code !== 0) throw new Error(err);
  });
  try {
    const windowOf = async (name: string, role: Role): Promise<Page> => {
      const { page } = await stage.openDesk({ name, role });
      await enterDesk(page);
      return page;
    };
    const officers = {
      ruth: await windowOf("Insp Ruth Vane", "supervisor"),
      owen: await windowOf("Owen Parry", "spo-coordinator"),
      gwen: await windowOf("Insp Gwen Halloran", "supervisor"),
      tom: await windowOf("DC 5120 Tom Hale", "investigator"),
    };
    const ask =
      (page: Page): Ask =>
      (path, body) =>
        askDesk<Answer>(page, path, reason, body);
    const write: DeskOfOrders["write"] = async (page, order, kind, body) => {
      const { saw } = await ask(page)(`orders/${order}`);
      await ask(page)(`orders/${order}/${kind}`, { saw, reason, ...body });
    };
    await draw({ officers, ask, write }, stage, async (name, sheet) => {
      const png = await laySheet(officers.ruth.context(), sheet);
      if (png.length > largest) throw new Error(`${name} has ${png.length} bytes: it is to have ${largest} at most`);
      writeFileSync(fileURLToPath(new URL(`${name}.png`, import.meta.url)), png);
    });
  } finally {
    await stage.end();
  }
}

void makeSheets();
