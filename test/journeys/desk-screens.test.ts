import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Place } from "../../apps/console/src/address/place.ts";
import type { CasePart } from "../../apps/console/src/desk/case-part.ts";
import { testByKeyboard } from "./desk-by-keyboard.ts";
import { type HostileDesk, fillDesk } from "./hostile-desk.ts";
import { faultsOf } from "./screen-faults.ts";
import * as ready from "./screens-made-ready.ts";
import { unsaidOn } from "./unsaid-on-screen.ts";
import { testWhatLeaves } from "./what-leaves-desk.ts";

/**
 * Every screen of the desk, filled with what a hostile hand can write wherever it can write: it runs nothing, asks for nothing, turns no row; and
 * each screen is whole at a desk, by night, on a phone, at 400 % and in forced colours, for the checker and for the keyboard alone.
 */

/** Every place of the console and every part of a case: a new one is an error here until it is opened below. */
type ScreenName = Exclude<Place["screen"], "case"> | `case ${CasePart}` | "sign-in" | "report before its reason" | "rights of all cases";

interface Screen {
  readonly who: "supervisor" | "auditor" | "administrator" | "somebody new";
  readonly at: () => string;
  /** What is done there before it is looked at. */
  readonly ready?: (page: Page) => Promise<void>;
}

let desk: HostileDesk;

const caseAt = (part: string) => ({ who: "supervisor", at: () => `/cases/0001${part}`, ready: ready.giveReason }) as const;

const screens: Readonly<Record<ScreenName, Screen>> = {
  queue: { who: "supervisor", at: () => "/queue", ready: (page) => page.getByRole("heading", { name: "Why do you open it?" }).waitFor() },
  "report before its reason": { who: "supervisor", at: () => `/reports/${desk.made.typed}` },
  report: { who: "supervisor", at: () => `/reports/${desk.made.report}`, ready: ready.giveReason },
  assess: { who: "supervisor", at: () => `/reports/${desk.made.report}/assess`, ready: ready.giveReason },
  join: { who: "supervisor", at: () => `/reports/${desk.made.again}/join`, ready: (page) => ready.showBoth(page, desk.made.typed) },
  cases: { who: "supervisor", at: () => "/cases" },
  "case now": caseAt(""),
  "case timeline": caseAt("/timeline"),
  "case people": caseAt("/people"),
  "case known": caseAt("/known"),
  "case risk": caseAt("/risk"),
  "case enquiries": caseAt("/enquiries"),
  "case links": caseAt("/links"),
  "case decisions": caseAt("/decisions"),
  "case recording": caseAt("/recording"),
  "case updates": caseAt("/updates"),
  "case referrals": caseAt("/referrals"),
  "case exhibits": caseAt("/exhibits"),
  "case closing": caseAt("/closing"),
  disclosure: { who: "supervisor", at: () => "/cases/0001/disclosure", ready: ready.giveReason },
  rights: { who: "supervisor", at: () => "/cases/0001/rights", ready: ready.showLooks },
  "rights of all cases": {
    who: "supervisor",
    at: () => "/rights",
    ready: async (page) => {
      await ready.giveReason(page);
      await page.getByText("SA-1", { exact: true }).waitFor();
    },
  },
  record: { who: "administrator", at: () => "/rights/record", ready: ready.openActivities },
  act: { who: "supervisor", at: () => desk.made.act, ready: ready.giveReason },
  link: { who: "supervisor", at: () => `/links/${desk.made.link}`, ready: ready.giveReason },
  orders: { who: "supervisor", at: () => "/orders" },
  order: { who: "supervisor", at: () => `/orders/${desk.made.order}`, ready: ready.giveReason },
  "look-ahead": { who: "supervisor", at: () => "/look-ahead" },
  retention: { who: "supervisor", at: () => "/retention", ready: ready.openProposal },
  telephone: { who: "supervisor", at: () => "/telephone" },
  handover: { who: "supervisor", at: () => "/handover", ready: (page) => page.getByRole("region", { name: "Given to you" }).waitFor() },
  second: { who: "supervisor", at: () => "/second", ready: (page) => page.getByRole("heading", { name: /what you say of it$/ }).waitFor() },
  supervision: { who: "supervisor", at: () => "/supervision", ready: ready.openSupervision },
  review: { who: "supervisor", at: () => `/reviews/${desk.made.opening}` },
  register: { who: "supervisor", at: () => "/register", ready: (page) => page.getByRole("heading", { level: 2, name: /SPO-/ }).waitFor() },
  attendance: { who: "supervisor", at: () => `/attendance/${desk.made.order}`, ready: ready.chooseElsewhere },
  settings: { who: "supervisor", at: () => "/settings" },
  "no-such-page": { who: "supervisor", at: () => "/nowhere" },
  audit: { who: "auditor", at: () => "/audit", ready: ready.chooseOfficer },
  officers: { who: "administrator", at: () => "/officers", ready: ready.giveReason },
  force: { who: "administrator", at: () => "/force", ready: ready.giveReason },
  "to-confirm": { who: "administrator", at: () => "/to-confirm", ready: ready.writeConfirmation },
  learn: { who: "supervisor", at: () => "/learn?since=2026-06" },
  edition: { who: "supervisor", at: () => "/learn/edition?month=2026-10", ready: ready.giveReason },
  enrol: { who: "somebody new", at: () => `/enrol#${"0".repeat(64)}` },
  "sign-in": { who: "somebody new", at: () => "/queue" },
  "when-due": { who: "somebody new", at: () => "/when-due", ready: ready.openHostileDuties },
  "signed-in": {
    who: "somebody new",
    at: () => "/signed-in?code=0&state=0",
    ready: (page) => page.getByText("opened nothing here").waitFor(),
  },
};

beforeAll(async () => {
  desk = await fillDesk();
});
afterAll(() => desk.stage.end());

describe("a screen of the desk, filled with a stranger’s words", () => {
  it.for(Object.entries(screens))("%s", async ([name, { who, at, ready: makeReady }]) => {
    const { page, wrong } = who === "supervisor" ? desk.supervisor : desk.others[who];
    await page.goto(new URL(at(), page.url()).href);
    await page.locator("main h1").waitFor();
    await makeReady?.(page);
    const waiting = page.locator("[role=status]", { hasText: /^(?:Asking|Opening|Reading|Comparing)/ });
    await waiting.first().waitFor({ state: "detached" });
    await ready.fillEveryField(page);
    expect([...(await unsaidOn(page, name)), ...(await faultsOf(page, name)), ...wrong.splice(0)]).toEqual([]);
  });

  it("is found to say what no screen says, where somebody plants it", async () => {
    const { page, wrong } = desk.supervisor;
    await page.goto(new URL("/register", page.url()).href);
    await page.locator("main h1").waitFor();
    for (const [where, says] of [
      ["b", "An offence was committed."],
      ["title", "The likelihood is high."],
      ["button", "Stalker"],
    ] as const) {
      expect(await unsaidOn(page)).toEqual([]);
      await page.evaluate(plant, [where, says] as const);
      expect([where, (await unsaidOn(page)).length]).toEqual([where, 1]);
      await page.evaluate(() => document.querySelector("main")?.lastElementChild?.remove());
    }
    expect(wrong.splice(0)).toEqual([]);
  });

  it("has areas that are read aloud whole, whatever letter of them is drawn as their key", async () => {
    const { page, wrong } = desk.supervisor;
    await page.goto(new URL("/queue", page.url()).href);
    await page.locator("main h1").waitFor();
    for (const width of [1_440, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.locator(width === 360 ? ".bottom-bar" : ".top-bar nav").waitFor();
      const heard = await heardOfAreas(page);
      expect(heard.map(({ name }) => name)).toEqual(expect.arrayContaining(["Queue", "Cases", "Orders", "Register", "Ends", "Rights"]));
      expect(heard.filter(({ pieces }) => pieces.length > 1)).toEqual([]);
    }
    await page.setViewportSize({ width: 1_440, height: 900 });
    expect(wrong.splice(0)).toEqual([]);
  });
});

/** The links of the bar as the browser tells them to a reader for the blind: the name of each, and the pieces of text that are read one after another in it. */
async function heardOfAreas(page: Page): Promise<readonly { readonly name: string; readonly pieces: readonly string[] }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (id: string): readonly (typeof nodes)[number][] => {
    const node = byId.get(id);
    return node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap(below)];
  };
  const bars = nodes.filter(({ role, name }) => role?.value === "navigation" && name?.value === "Desk");
  const told = (id: string, wanted: string) => below(id).filter(({ ignored, role }) => !ignored && role?.value === wanted);
  return bars
    .flatMap(({ nodeId }) => told(nodeId, "link"))
    .map(({ nodeId, name }) => ({
      name: String(name?.value),
      pieces: told(nodeId, "StaticText").map((piece) => String(piece.name?.value)),
    }));
}

/** Runs in the page: puts words at the end of the work, as the text of an element or, of `title`, for whoever stays on it. Its last word stands in an element of its own. */
function plant([where, says]: readonly [string, string]): void {
  const one = document.createElement(where === "title" ? "p" : where);
  if (where === "title") one.title = says;
  const words = says.split(" ");
  const last = document.createElement("i");
  last.append(words.pop() ?? "");
  if (where !== "title") one.append(words.length === 0 ? "" : `${words.join(" ")} `, last);
  document.querySelector("main")?.append(one);
}

testByKeyboard(() => desk);
testWhatLeaves(() => desk);
