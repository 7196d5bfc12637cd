import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askDesk, untilThere } from "./ask-desk.ts";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { faultsOf } from "./screen-faults.ts";

/** An act arrives on a live order: it is proposed, with the rule; an officer reads why and opens it as possible, by the keyboard alone. */

const dayMs = 86_400_000;
const reason = { code: "court", words: "" };
const letter = {
  ...{ reporter: "self", danger: "no", name: "Leila Ashworth", account: "He rings.", jurisdiction: "EW", anonymous: false },
  contact: { channel: "mailbox" },
};

describe("an act that arrives on a live order", () => {
  let stage: ForceStage;
  let desk: DeskWindow;
  let order = "";

  beforeAll(async () => {
    stage = await startForce("Example Police");
    desk = await stage.openDesk({ name: "Supt Marian Okell", role: "supervisor" });
  });
  afterAll(() => stage.end());

  it("comes in a pack to the case of an order that lives", async () => {
    const { page } = desk;
    await stage.her.send(stage.served.intake, letter);
    await enterDesk(page);
    const day = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
    const first = await untilThere(() => firstInQueue(page, []));
    await ask(page, `reports/${first}/case`, {});
    const condition = {
      ...{ condition: 2, type: "prohibition", kind: "prohibition/contact", says: "Not to contact Leila Ashworth by any means." },
      ...{ channels: ["any"], evidence: [], interimToo: false },
    };
    const typed = {
      ...{ jurisdiction: "EW", theirs: "WM-25-117", force: "Westmere Police", court: "Westmere Magistrates’ Court" },
      ...{ subject: { name: "Gareth Pine" }, order: "full", made: day(-9), period: { until: day(900) } },
      ...{ conditions: [condition], protects: ["Leila Ashworth"] },
    };
    order = (await ask<{ order: string }>(page, "cases/0001/orders/typed", typed)).order;
    const exports = join(stage.home, "exports");
    mkdirSync(exports);
    const calls = [1, 2].map(
      (n) =>
        `<call number="+447700900301" duration="0" date="${Date.now() - dayMs - n * 60_000}" type="3" presentation="1" subscription_id="1" readable_date="" contact_name="Gareth Pine" />`,
    );
    writeFileSync(
      join(exports, "calls-20261127030000.xml"),
      `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count="2">\n${calls.join("\n")}\n</calls>\n`,
    );
    const pack = await stage.her.makePack(exports, {
      me: "Leila Ashworth",
      them: "Gareth Pine",
      force: stage.served.intake,
      codes: [0, 3],
    });
    await stage.her.send(stage.served.intake, { ...letter, account: "He rang again." }, pack);
    const second = await untilThere(() => firstInQueue(page, [first]));
    const { saw } = await ask<{ saw: number }>(page, "cases/0001");
    await ask(page, "cases/0001/reports/add", { saw, report: second });
    await untilThere(async () =>
      (await ask<{ proposed: { acts: number } }>(page, `orders/${order}`)).proposed.acts > 0 ? true : undefined,
    );
  });

  it("its order is found by the slash key from the queue and from any other screen, by the name of whom it binds or its number there", async () => {
    const { page } = desk;
    const field = page.getByRole("searchbox");
    await page.keyboard.press("/");
    expect(await field.getAttribute("placeholder")).toBe("Find a report or an order");
    await field.pressSequentially("wm25117");
    const beside = page.getByRole("region", { name: "Orders" });
    await beside.getByText("1 order of this name or number.").waitFor();
    await beside.getByRole("link", { name: new RegExp(`^Gareth Pine ${order}`) }).waitFor();
    expect(await faultsOf(page, "queue with an order that was found")).toEqual([]);
    await field.press("Escape");
    await beside.waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.getByRole("heading", { level: 1, name: /^Register/ }).waitFor();
    await page.keyboard.press("/");
    await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.pressSequentially("piné GARETH");
    await page.getByText("1 order of this name or number.").waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(order);
    await field.fill("Nobody Pine");
    await page.getByText("No order of this name or number.").waitFor();
    await field.fill("");
    await page.getByText("of other forces", { exact: false }).first().waitFor();
    expect(await faultsOf(page, "orders that were sought")).toEqual([]);
    await field.press("Escape");
  });

  it("stands in the register as to look at, and no word says more than that it can lie under a condition", async () => {
    const { page } = desk;
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.getByText("To look at", { exact: true }).waitFor();
    await page.getByText("2 can lie under condition 2").waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/offence committed|stalker|breached/i);
    expect(await faultsOf(page, "register with acts")).toEqual([]);
  });

  it("is read with its rule, and opened as a possible breach with that rule, by the keyboard alone", async () => {
    const { page } = desk;
    await pressOn(page, /^Gareth Pine/);
    await page.locator(".reasons").waitFor();
    await page.keyboard.press("1");
    await page.getByRole("heading", { name: /^2 acts lie in the time of this order/ }).waitFor();
    await page.getByText("rule contact, version 2").waitFor();
    await page.getByText("No service is confirmed", { exact: false }).first().waitFor();
    expect(await faultsOf(page, "acts on an order")).toEqual([]);
    await tabTo(page, /^Not this order/);
    await page.keyboard.press("c");
    await page.keyboard.press("p");
    await page.getByRole("button", { name: /^Open it/ }).waitFor();
    await typeInto(page, /^What could change it/, " Her clock.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: /^Possible breach/ }).waitFor();
    await page.getByText("Possible breach of condition 2 — reasonable excuse not assessed").waitFor();
    await page.getByText("rule contact, version 2").waitFor();
    await page.getByRole("heading", { name: /^No act in the time of this order waits to be looked at/ }).waitFor();
  });

  it("says of an order that was typed in whom it binds, by what they are known, and where its paper is", async () => {
    const { page } = desk;
    await page.getByRole("link", { name: /Whom it binds/ }).click();
    await page.getByRole("heading", { level: 1, name: "Whom it binds: Gareth Pine" }).waitFor();
    for (const says of ["day of birth not known", "WM-25-117", "Westmere Magistrates’ Court", "No copy is kept here."])
      await page.locator("main").getByText(says, { exact: false }).first().waitFor();
    expect(await faultsOf(page, "whom an order binds")).toEqual([]);
    expect(desk.wrong).toEqual([]);
  });
});

/** The newest report of the queue that is none of these; undefined: it is not there yet. */
async function firstInQueue(page: Page, not: readonly string[]): Promise<string | undefined> {
  const { rows } = await ask<{ rows: readonly { readonly report: string }[] }>(page, "queue");
  return rows.map(({ report }) => report).find((one) => !not.includes(one));
}

/** Asks the desk, each time for the same reason. */
function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  return askDesk<T>(page, path, reason, body === undefined ? undefined : { reason, ...body });
}
