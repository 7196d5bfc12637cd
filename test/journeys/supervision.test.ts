/** Supervision by the keyboard alone: a sample is drawn and one of it checked, an opening is reviewed by another, work is handed over for who is not there. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import { bodyOfCall, newCall, withTold } from "../../apps/console/src/desk/telephone-call.ts";
import { askDesk } from "./ask-desk.ts";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { faultsOf } from "./screen-faults.ts";

let stage: ForceStage;
/** Tells of the opening, and reviews none of her own. */
let wren: DeskWindow;
let lunt: DeskWindow;
let marsh: DeskWindow;
let report = "";
let ofCase = "";
const reason = { code: "supervision", words: "" };

beforeAll(async () => {
  stage = await startForce("Example Police");
  wren = await stage.openDesk({ name: "Sgt Naomi Wren", role: "supervisor" });
  lunt = await stage.openDesk({ name: "PC 2215 T. Lunt", role: "contact-handler" });
  marsh = await stage.openDesk({ name: "PC 5120 J. Marsh", role: "contact-handler" });
  for (const { page } of [wren, lunt, marsh]) await enterDesk(page);
  const typed = async (form: string, says: string): Promise<string> => {
    const now = parseInstant(Date.now()) ?? expect.unreachable();
    const call = withTold({ ...newCall(now, form.repeat(16)), telling: says, heard: "A door." }, "03:12");
    return (await ask<{ report: string }>(lunt.page, "reports", bodyOfCall(call, { dropped: false }))).report;
  };
  report = await typed("0c", "He waits at the tram stop.");
  ofCase = (await ask<{ case: string }>(lunt.page, `reports/${await typed("0d", "He is at the gate.")}/case`, {})).case;
  await ask(lunt.page, `reports/${report}/open`, {});
  const { saw, proposal, choices } = await ask<{ saw: number; proposal: { choice: string }; choices: { id: string }[] }>(
    lunt.page,
    `reports/${report}/assess`,
  );
  const against = choices.find(({ id }) => id !== proposal.choice)?.id;
  await ask(lunt.page, `reports/${report}/decide`, { saw, choice: against, words: "She asked for a call first." });
  const lifeAtRisk = { code: "risk-to-life", words: "999 log 0058: a man is trying her door" };
  await ask(marsh.page, `cases/${ofCase}/break-glass`, { reason: lifeAtRisk });
  await ask(marsh.page, `cases/${ofCase}/close-glass`, { reason: lifeAtRisk });
});
afterAll(() => stage.end());

it("stays open where the network is gone when it is looked at again, says so, and is of now once the network is back", async () => {
  const { page, context } = wren;
  await page.goto(new URL("/supervision", page.url()).href);
  const read = page.getByText("2 matters wait for a second person.");
  await read.waitFor();
  await context.setOffline(true);
  await page.keyboard.press("Shift+R");
  const said = page.getByRole("alert").getByText(/You read what was open\. Nothing is being saved\./);
  await said.waitFor();
  expect(await read.isVisible()).toBe(true);
  await context.setOffline(false);
  await page.getByRole("button", { name: /^Try now/ }).click();
  await said.waitFor({ state: "detached" });
  expect(await read.isVisible()).toBe(true);
  // Of a page that never came nothing was read.
  await context.setOffline(true);
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  const never = page.getByRole("alert").getByText("This could not be read: nothing of it came.");
  await never.waitFor();
  expect(await page.getByText("You read what was open.").count()).toBe(0);
  await context.setOffline(false);
  await page.getByRole("button", { name: /^Try now/ }).click();
  await never.waitFor({ state: "detached" });
  // What could not be reached is no fault of the page.
  wren.wrong.splice(0);
});

it("is one key away, says why each matter waits, and draws ten by lot with the seed printed", async () => {
  const { page } = wren;
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.getByRole("heading", { level: 1, name: "Waiting for a second person" }).waitFor();
  await page.getByText("2 matters wait for a second person.").waitFor();
  await page
    .getByRole("row", { name: /Decision against the rule/ })
    .getByText("PC 2215 T. Lunt")
    .waitFor();
  await page.keyboard.press("d");
  await tabTo(page, "Draw ten");
  await page.keyboard.press("Enter");
  await page.getByText(/^1 of 1 closed or decided since .*Seed \d{4}-\d\d-\d\d\/[0-9a-f]{16}, rule unmask-dip-1\.$/).waitFor();
  expect(await faultsOf(page, "supervision with a sample")).toEqual([]);
});

it("writes what the check of one came to, beside it", async () => {
  const { page } = wren;
  await pressOn(page, /^Write what it came to/);
  await tabTo(page, /^read, nothing/);
  await page.keyboard.press("ArrowDown");
  await typeInto(page, /^In one line/, "Nobody wrote when they call back.");
  await pressOn(page, "Write it");
  await page.getByText("“Nobody wrote when they call back.”").waitFor();
  await page.getByText(`1 of 1 checked. Something was found in ${report}.`).waitFor();
});

it("leads to the review of what another opened, which comes back reviewed", async () => {
  const { page } = wren;
  await page
    .getByRole("row", { name: /Opened anyway/ })
    .getByText("PC 5120 J. Marsh")
    .waitFor();
  await pressOn(page, /^Review \d$/);
  await page.getByRole("heading", { level: 1, name: `Was it right to open case ${ofCase}?` }).waitFor();
  await page.keyboard.press("1");
  await typeInto(page, /^Your reason, in words/, "The log says so, and the door is hers.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("1 matter waits for a second person.").waitFor();
  expect(await page.getByRole("row", { name: /Opened anyway/ }).count()).toBe(0);
});

it("hands over for who is not there, and it stays on the old list until the note is read", async () => {
  const { page } = wren;
  await page.keyboard.press("h");
  await page.getByRole("heading", { name: "Hand over for PC 2215 T. Lunt" }).waitFor();
  await tabTo(page, /^Who takes over/);
  await page.keyboard.type("PC 5120");
  await typeInto(page, /^The note/, "On leave. She is alone at home; a call was promised by six.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Hand over for PC 2215 T. Lunt" }).waitFor({ state: "detached" });
  await page
    .getByRole("row", { name: /PC 2215 T\. Lunt/ })
    .first()
    .waitFor();
  const { page: theirs } = marsh;
  await theirs.keyboard.press("g");
  await theirs.keyboard.press("h");
  await theirs
    .getByText(/Sgt Naomi Wren for PC 2215 T\. Lunt/)
    .first()
    .waitFor();
  await theirs.getByText("a call was promised by six").first().waitFor();
  expect([wren.wrong, lunt.wrong, marsh.wrong]).toEqual([[], [], []]);
});

/** Asks the desk, each time for the same reason. */
function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  return askDesk<T>(page, path, reason, body === undefined ? undefined : { reason, ...body });
}
