import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Instant, msPerDay, parseInstant } from "@unmask/core";
import { type KeptEdition, editionsToCsv, inventedEditions, longestUpdate, telephoneQuestions } from "@unmask/case";
import type { Place } from "../../apps/console/src/address/place.ts";
import { bodyOfCall, newCall, withAnswer, withTold } from "../../apps/console/src/desk/telephone-call.ts";
import type { CasePart } from "../../apps/console/src/desk/case-part.ts";
import { keepEdition } from "../../apps/server/src/ports/learn-files.ts";
import { plantClosedCase } from "./closed-case.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { endless, hostile, hostileLetter, hostileName, officerName, writeHostileExports } from "./hostile-words.ts";
import { fillIn, pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { faultsOf } from "./screen-faults.ts";
import { unsaidOn } from "./unsaid-on-screen.ts";
import { unsaidIn } from "../house/unsaid.ts";
import * as steps from "./steps.ts";

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

const now = (): Instant => parseInstant(Date.now()) ?? expect.unreachable();

let stage: ForceStage;
let supervisor: DeskWindow;
let others: Readonly<Record<Exclude<Screen["who"], "supervisor">, DeskWindow>>;
let words = "";
let published: readonly KeptEdition[] = [];
/** Numbers and ids of what the seeds made. */
const made = { report: "R-1", typed: "R-1", again: "R-1", act: "", link: "", opening: "", order: "" };

const caseAt = (part: string) => ({ who: "supervisor", at: () => `/cases/0001${part}`, ready: giveReason }) as const;

const screens: Readonly<Record<ScreenName, Screen>> = {
  queue: { who: "supervisor", at: () => "/queue", ready: (page) => page.getByRole("heading", { name: "Why do you open it?" }).waitFor() },
  "report before its reason": { who: "supervisor", at: () => `/reports/${made.typed}` },
  report: { who: "supervisor", at: () => `/reports/${made.report}`, ready: giveReason },
  assess: { who: "supervisor", at: () => `/reports/${made.report}/assess`, ready: giveReason },
  join: { who: "supervisor", at: () => `/reports/${made.again}/join`, ready: showBoth },
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
  disclosure: { who: "supervisor", at: () => "/cases/0001/disclosure", ready: giveReason },
  rights: { who: "supervisor", at: () => "/cases/0001/rights", ready: showLooks },
  "rights of all cases": {
    who: "supervisor",
    at: () => "/rights",
    ready: async (page) => {
      await giveReason(page);
      await page.getByText("SA-1", { exact: true }).waitFor();
    },
  },
  record: { who: "administrator", at: () => "/rights/record", ready: openActivities },
  act: { who: "supervisor", at: () => made.act, ready: giveReason },
  link: { who: "supervisor", at: () => `/links/${made.link}`, ready: giveReason },
  orders: { who: "supervisor", at: () => "/orders" },
  order: { who: "supervisor", at: () => `/orders/${made.order}`, ready: giveReason },
  "look-ahead": { who: "supervisor", at: () => "/look-ahead" },
  retention: { who: "supervisor", at: () => "/retention", ready: openProposal },
  telephone: { who: "supervisor", at: () => "/telephone" },
  handover: { who: "supervisor", at: () => "/handover", ready: (page) => page.getByRole("region", { name: "Given to you" }).waitFor() },
  second: { who: "supervisor", at: () => "/second", ready: (page) => page.getByRole("heading", { name: /what you say of it$/ }).waitFor() },
  supervision: { who: "supervisor", at: () => "/supervision", ready: openSupervision },
  review: { who: "supervisor", at: () => `/reviews/${made.opening}` },
  register: { who: "supervisor", at: () => "/register", ready: (page) => page.getByRole("heading", { level: 2, name: /SPO-/ }).waitFor() },
  attendance: { who: "supervisor", at: () => `/attendance/${made.order}`, ready: chooseElsewhere },
  settings: { who: "supervisor", at: () => "/settings" },
  "no-such-page": { who: "supervisor", at: () => "/nowhere" },
  audit: { who: "auditor", at: () => "/audit", ready: chooseOfficer },
  officers: { who: "administrator", at: () => "/officers", ready: giveReason },
  force: { who: "administrator", at: () => "/force", ready: giveReason },
  "to-confirm": { who: "administrator", at: () => "/to-confirm", ready: writeConfirmation },
  learn: { who: "supervisor", at: () => "/learn?since=2026-06" },
  edition: { who: "supervisor", at: () => "/learn/edition?month=2026-10", ready: giveReason },
  enrol: { who: "somebody new", at: () => `/enrol#${"0".repeat(64)}` },
  "sign-in": { who: "somebody new", at: () => "/queue" },
  "when-due": { who: "somebody new", at: () => "/when-due", ready: openHostileDuties },
  "signed-in": {
    who: "somebody new",
    at: () => "/signed-in?code=0&state=0",
    ready: (page) => page.getByText("opened nothing here").waitFor(),
  },
};

beforeAll(async () => {
  const closed = { number: "9301", name: hostileName, closedDaysAgo: 400, now: now() };
  stage = await startForce("Example Police", (data) => plantClosedCase(data, closed));
  [words] = await Promise.all([sendHostile(stage, "one"), sendHostile(stage, "two")]);
  // A year that nobody lived was published before.
  published = inventedEditions(5, 2026).filter(({ month }) => month <= "2026-10");
  for (const edition of published) await keepEdition(join(stage.data, "case"), edition);
  supervisor = await stage.openDesk({ name: officerName, role: "supervisor" });
  await enterDesk(supervisor.page);
  await seed(supervisor.page);
  others = {
    auditor: await stage.openDesk({ name: "Ruth Adeyemi", role: "auditor" }),
    administrator: await stage.openDesk({ name: "Sam Doyle", role: "administrator" }),
    "somebody new": await stage.openDesk({ name: "PC 5120 Tom Hale", role: "contact-handler" }),
  };
  await enterDesk(others.auditor.page);
  await enterDesk(others.administrator.page);
  await answerForRecord(others.administrator.page);
});
afterAll(() => stage.end());

describe("a screen of the desk, filled with a stranger’s words", () => {
  it.for(Object.entries(screens))("%s", async ([name, { who, at, ready }]) => {
    const { page, wrong } = who === "supervisor" ? supervisor : others[who];
    await page.goto(new URL(at(), page.url()).href);
    await page.locator("main h1").waitFor();
    await ready?.(page);
    const waiting = page.locator("[role=status]", { hasText: /^(?:Asking|Opening|Reading|Comparing)/ });
    await waiting.first().waitFor({ state: "detached" });
    await fillEveryField(page);
    expect([...(await unsaidOn(page, name)), ...(await faultsOf(page, name)), ...wrong.splice(0)]).toEqual([]);
  });

  it("is found to say what no screen says, where somebody plants it", async () => {
    const { page, wrong } = supervisor;
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
});

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

describe("an order on a phone, with the keyboard alone", () => {
  it("is told at a station elsewhere, which is written and undecided, and nobody is sent away", async () => {
    const { page, wrong } = supervisor;
    await onPhone(page, `/attendance/${made.order}`, async () => {
      await tabTo(page, "Yes, here now");
      await page.keyboard.press("Space");
      await typeInto(page, "Station", "Westmere Central");
      await tabTo(page, "Yes");
      await page.keyboard.press("ArrowRight");
      await page.getByText("Do not send them away.").waitFor();
      await typeInto(page, "Name 1", hostileName);
      await tabTo(page, "Yes, they say");
      await page.keyboard.press("Space");
      await typeInto(page, /^In their words/, hostile);
      await page.getByText("Undecided:").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("heading", { name: "It is written" }).waitFor();
      // Its paper was asked for with it, and is made.
      await page.getByText("Whoever came must get one: s10(4).").waitFor();
      await page.getByRole("heading", { name: "What became of it?" }).waitFor();
      expect([...(await unsaidOn(page)), ...(await faultsOf(page, "attendance written"))]).toEqual([]);
    });
    expect(wrong.splice(0)).toEqual([]);
  });

  it("s8: is broken only possibly, one step a page, and the decision is closed until somebody was asked", async () => {
    const { page, wrong } = supervisor;
    await onPhone(page, `/orders/${made.order}/breach`, async () => {
      await giveReason(page);
      await pressOn(page, "Open a possible breach");
      await page.keyboard.press("ArrowDown");
      await typeInto(page, /^What happened/, hostile);
      await page.getByLabel("On which day").fill(new Date(now() - msPerDay).toISOString().slice(0, 10));
      await page.keyboard.press("Control+Enter");
      await page.getByText("Possible breach of condition 1 — reasonable excuse not assessed").waitFor();
      await page.getByRole("heading", { name: /^2 Evidence/ }).waitFor();
      for (const title of [/^3 Served or known/, /^4 Reasonable excuse/, /^5 Decision/]) {
        await pressOn(page, /^Next: /);
        await page.getByRole("heading", { name: title }).waitFor();
        expect(await page.getByRole("heading", { level: 2, name: /^[1-6] / }).count()).toBe(1);
      }
      await page.getByText(/A reasonable excuse was asked of nobody\./).waitFor();
    });
    expect(wrong.splice(0)).toEqual([]);
  });
});

/** A page on a phone; afterwards the window is a desk's again. */
async function onPhone(page: Page, at: string, use: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(new URL(at, page.url()).href);
  await page.locator("main h1").waitFor();
  await use();
  await page.setViewportSize({ width: 1_440, height: 900 });
}

describe("a person who asks about themselves, with the keyboard alone", () => {
  it("is told what keeps the answer back, and that who decided a part of it does not agree to it", async () => {
    const { page, wrong } = supervisor;
    await page.goto(new URL("/cases/0001/rights", page.url()).href);
    await giveReason(page);
    await page.getByText("late: ").waitFor();
    await page.getByText("You decided a part of it, so somebody else must read it").waitFor();
    expect(await page.getByRole("button", { name: "Hand out the answer" }).getAttribute("aria-disabled")).toBe("true");
    await pressOn(page, /^It was taken back/);
    await typeInto(page, /^Who took it back/, hostile);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Taken back", { exact: true }).waitFor();
    expect(await faultsOf(page, "rights taken back")).toEqual([]);
    expect(wrong.splice(0)).toEqual([]);
  });
});

describe("what leaves the desk", () => {
  it("is a case for another system, whose file is saved when who receives it was written", async () => {
    const { page, wrong } = supervisor;
    await page.goto(new URL("/cases/0001", page.url()).href);
    await giveReason(page);
    await page.getByRole("button", { name: /Export$/ }).waitFor();
    await page.keyboard.press("Shift+X");
    await page.getByRole("heading", { name: "Case 0001 for another system" }).waitFor();
    await page.getByRole("button", { name: "Write it and make the file" }).click();
    await page.getByText("Say who receives it.").waitFor();
    await page.getByLabel("Who receives it").fill(hostileName);
    await page.getByRole("radio", { name: /^One table/ }).check();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Write it and make the file" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("case-0001.csv");
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toContain("report-received");
    const cells = [...text.matchAll(/(?:^|[,\n])("(?:[^"]|"")*"|[^,\n]*)/g)].map(([, cell = ""]) => cell);
    expect(cells.filter((cell) => /^"?[\s\u2066-\u2069]*[=+@-]/.test(cell))).toEqual([]);
    expect(wrong.splice(0)).toEqual([]);
  });

  it("is a file to be saved, whatever is in it, and no page of this origin", async () => {
    const { page } = supervisor;
    const { exhibits } = await ask<{ exhibits: { item: string; nth: number; path: string | null }[] }>(page, "cases/0001/exhibits");
    const files = exhibits.filter(({ path }) => path !== null);
    expect(files.length).toBeGreaterThan(4);
    for (const { item, nth } of files) {
      const headers = await page.evaluate(headersOf, [
        `cases/0001/exhibits/${item}/${nth}/file?recipient=CPS`,
        JSON.stringify(reason),
      ] as const);
      expect(headers["content-disposition"]).toMatch(/^attachment; filename="[A-Za-z0-9._ -]+"/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
      expect(headers["content-type"]).toBe("application/octet-stream");
    }
  });

  it("has no cell in a list that a spreadsheet would work out", async () => {
    const { page, wrong } = supervisor;
    await page.goto(new URL("/queue", page.url()).href);
    await page.getByRole("button", { name: /^Export/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Who receives it").fill(hostileName);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Write it and make the file" }).click(),
    ]);
    const csv = readFileSync(await saved.path(), "utf8");
    expect(csv).toContain("=1+1");
    expect(unsaidIn(csv)).toEqual([]);
    const cells = [...csv.matchAll(/(?:^|[,\n])("(?:[^"]|"")*"|[^,\n]*)/g)].map(([, cell = ""]) => cell);
    expect(cells.length).toBeGreaterThan(4 * 15);
    expect(cells.filter((cell) => /^"?[\s\u2066-\u2069]*[=+@-]/.test(cell))).toEqual([]);
    await dialog.waitFor({ state: "detached" });
    expect(wrong.splice(0)).toEqual([]);
  });

  it("is an edition that a person published, byte for byte, by keyboard alone; and it is looked at as a picture", async () => {
    const { page, wrong } = supervisor;
    await page.goto(new URL("/learn?since=2026-06", page.url()).href);
    await page.getByRole("heading", { name: /^An online act stood in \d+ of 100 reports since June 2026/ }).waitFor();
    const folder = process.env["PICTURES"];
    if (folder !== undefined) await page.screenshot({ path: join(folder, "learn.png"), fullPage: true });
    const bars = page.getByRole("img", { name: /^reports, October 2026, by method: Messages/ });
    expect(await bars.locator("rect.fill").count()).toBeGreaterThan(3);
    // What is under five is an outline with lines in it, of one length whatever it is.
    expect(await bars.locator("rect.stroke").count()).toBe(1);
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await fillIn(page, [["Who receives it", "The council"]]);
    await page.keyboard.press("Tab");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(saved.suggestedFilename()).toBe("statistics-2026-01-to-2026-10.csv");
    expect(readFileSync(await saved.path(), "utf8")).toBe(editionsToCsv(published));
    expect(wrong.splice(0)).toEqual([]);
  });

  it("is words to her, too: what an officer wrote runs nothing on her page", async () => {
    const { page, wrong, context } = await stage.openHers();
    await steps.goToFiles(page);
    await steps.press(page, "I have seven words: read the reply");
    for (const [at, word] of words.trim().split(" ").entries()) await page.getByLabel(`Word ${at + 1}`).fill(word);
    await steps.press(page, "Look for replies");
    await steps.seeHeading(page, "Example Police writes");
    await page.getByText("<script>").first().waitFor();
    for (const size of [
      { width: 360, height: 740 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(size);
      for (const dir of ["ltr", "rtl"]) {
        const wide = await page.evaluate((to) => {
          document.documentElement.dir = to;
          return document.documentElement.scrollWidth - innerWidth;
        }, dir);
        expect(wide, `${size.width} ${dir}`).toBeLessThanOrEqual(0);
      }
    }
    expect(await page.locator("main :is(img, script, iframe, svg[onload], a[href^='javascript'])").count()).toBe(0);
    expect(await page.title()).toBe("Notes");
    expect(wrong).toEqual([]);
    await context.close();
  });
});

/** Runs in the page: the headers of a file, as the browser was given them. */
async function headersOf([path, why]: readonly [string, string]): Promise<Record<string, string>> {
  const answer = await fetch(`/desk/${path}`, { headers: { "x-unmask-desk": "1", "x-unmask-reason": encodeURIComponent(why) } });
  return { status: String(answer.status), ...Object.fromEntries(answer.headers) };
}

/** Types a stranger's words into every field. */
async function fillEveryField(page: Page): Promise<void> {
  for (const field of await page.locator("main :is(input[type=text], textarea), aside :is(input[type=text], textarea)").all())
    if (await field.isVisible()) await field.fill(hostile.slice(0, 200));
}

/** Gives the first of the reasons that are offered. */
async function giveReason(page: Page): Promise<void> {
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.locator(".reasons").waitFor({ state: "detached" });
}

/** Lays the call that was typed first beside the one that was typed again. */
async function showBoth(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByLabel("The other report").fill(made.typed);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What moves where" }).waitFor();
}

/** A sample is drawn, its check stands open, and so does what is handed over for another. */
async function openSupervision(page: Page): Promise<void> {
  await page.getByRole("complementary", { name: "Work and samples" }).waitFor();
  await page.keyboard.press("d");
  await page.getByLabel("Closed or decided since").waitFor();
  await page.keyboard.press("h");
  await page.getByRole("region", { name: "Hand over for another" }).waitFor();
}

async function chooseOfficer(page: Page): Promise<void> {
  await page.keyboard.press("1");
  await page.getByRole("table", { name: "Looks by officer" }).getByRole("button").first().click();
  await page.getByRole("heading", { name: "Looks that name no task" }).waitFor();
}

const reason = { code: "supervision", words: hostile };

/** What the officer writes, through the desk's own routes: cases, decisions, an update, a call; and a look at a case that is another's. */
async function seed(page: Page): Promise<void> {
  const reports = await untilThere(async () => {
    const { rows = [] } = await ask<{ rows?: { report: string; acts: { total: number } }[] }>(page, "queue");
    return rows.filter(({ acts }) => acts.total > 0).length === 2 ? rows.map(({ report }) => report) : undefined;
  });
  made.report = reports[0] ?? "";
  const [first = "", second = ""] = reports;
  for (const report of [first, second]) await ask(page, `reports/${report}/case`, { reason });
  const write = async (path: string, body: object): Promise<void> => {
    const { saw } = await ask<{ saw: number }>(page, "cases/0001");
    await ask(page, `cases/0001/${path}`, { ...body, saw, reason });
  };
  await write("decisions/write", { says: hostile, words: endless.slice(0, 4_000) });
  await write("decisions/order", { answer: "not-pursued", words: hostile });
  // Which of the two letters came first is chance, so each of the two is written to.
  for (const [report, ofCase] of [
    [first, "0001"],
    [second, "0002"],
  ] as const) {
    const { saw } = await ask<{ saw: number }>(page, `cases/${ofCase}`);
    // What turns letters round is refused before it goes to her.
    const says = endless.replaceAll("\u202E", "").slice(0, longestUpdate);
    await ask(page, `reports/${report}/updates`, { saw, says, tells: [], answers: [], reason });
  }
  const call = withTold(
    { ...newCall(now(), "0c".repeat(16)), danger: "now", telling: hostile, heard: hostile, log: hostileName.slice(0, 40) },
    "03:12",
  );
  const answered = telephoneQuestions.reduce(
    (so, { id, choices }) => (choices ? so : withAnswer(so, id, { state: "answered", says: hostileName })),
    call,
  );
  const back = { ...call.back, address: hostileName, hours: hostileName, codeWord: hostileName };
  const body = bodyOfCall({ ...answered, back }, { dropped: false });
  made.typed = (await ask<{ report: string }>(page, "reports", body)).report;
  made.again = (await ask<{ report: string }>(page, "reports", { ...body, form: "0d".repeat(16) })).report;
  const acts = await ask<{ acts: { item: string; ordinal: number }[] }>(page, "cases/0001/acts");
  made.act = `/cases/0001/acts/${acts.acts[1]?.item}/${acts.acts[1]?.ordinal}`;
  made.link = await untilThere(async () => {
    const { links } = await ask<{ links: { link: string }[] }>(page, "cases/0001/links");
    return links[0]?.link;
  });
  await seedRights(page, write);
  await seedOrder(page);
  await seedKept(page);
  const strange = await stage.openDesk({ name: officerName, role: "contact-handler" });
  await enterDesk(strange.page);
  await seedFromAnother(strange.page);
  const { rows } = await ask<{ rows: { kind: string; at: { id: string } }[] }>(page, "supervision");
  made.opening = rows.find(({ kind }) => kind === "opening")?.at.id ?? "";
}

/** A person asks what is held about them, in a stranger’s words, past its day; some of it is decided. */
async function seedRights(page: Page, write: (path: string, body: object) => Promise<void>): Promise<void> {
  const { persons } = await ask<{ persons: { id: string }[] }>(page, "cases/0001/rights");
  const authority = hostile;
  const answerBy = { day: "2025-12-01", says: hostile };
  await write("rights/ask", { who: hostileName, authority, is: [persons[0]?.id], says: hostile, received: "2025-11-20", answerBy });
  await write("rights/identity", { request: "SA-1", shown: true, how: hostile });
  const { held } = await ask<{ held: { of: string }[] }>(page, "cases/0001/rights");
  const [one, other] = held.map(({ of }) => of);
  await write("rights/decide", { request: "SA-1", of: [one], decision: "withhold", told: true, ground: hostile, words: hostile });
  await write("rights/decide", { request: "SA-1", of: [other], decision: "not-about", words: hostile });
  await write("rights/tell-looks", { request: "SA-1", tells: true, names: true, words: hostile });
}

/** One of the questions that the record of processing leaves to the force is answered in a stranger’s words. */
async function answerForRecord(page: Page): Promise<void> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const about = { about: "EW/record-controller", from: day, confirmedOn: day, value: { kind: "words" } };
  await ask(page, "to-confirm", { entry: { ...about, says: hostile, confirmedBy: hostileName }, reason: { code: "supervision" } });
}

/** Every activity stands open, and the answer is there. */
async function openActivities(page: Page): Promise<void> {
  await page.getByText(/^confirmed by/).waitFor();
  for (const one of await page.locator("details.recorded > summary").all()) await one.click();
}

/** What the person would be told of who looked stands open, and the form of a decision. */
async function showLooks(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByRole("button", { name: "Show what they would be told" }).click();
  await page
    .getByText(/looked/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: /^Decide things/ }).click();
  await page
    .getByRole("button", { name: /^Show its words/ })
    .first()
    .click();
}

/** An order of another force that was moved here, served and confirmed by another officer, whose first notice is overdue; every word of it a stranger’s. */
async function seedOrder(page: Page): Promise<void> {
  const keeper = await stage.openDesk({ name: officerName, role: "spo-coordinator" });
  await enterDesk(keeper.page);
  const day = (days: number): string => new Date(now() + days * msPerDay).toISOString().slice(0, 10);
  const condition = { condition: 1, type: "prohibition", says: hostile, necessity: hostile, evidence: [], interimToo: true };
  const typed = {
    jurisdiction: "EW",
    theirs: hostileName.slice(0, 40),
    force: hostileName,
    court: hostileName,
    order: "full",
    made: day(-9),
  };
  const more = { subject: { name: hostileName, otherNames: [hostileName] }, period: { until: day(900) }, conditions: [condition] };
  const { order } = await ask<{ order: string }>(page, "orders", { ...typed, ...more, protects: [hostileName] });
  made.order = order;
  let saw = 1;
  const write = async (by: Page, kind: string, body: object): Promise<void> => {
    saw = (await ask<{ saw: number }>(by, `orders/${order}/${kind}`, { saw, ...body })).saw;
  };
  await write(page, "transferred", { to: "Example Police", day: day(-8), told: hostileName, taken: officerName, words: hostile });
  const served = { order: "full", day: day(-7), at: "16:40", made: officerName, place: hostile, outcome: "served", says: hostile };
  await write(page, "service-attempted", { ...served, evidence: [{ exhibit: "AF/3", says: hostile }], knowing: "record" });
  const sure = { rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", servedIt: "no", says: hostile };
  await write(keeper.page, "service-confirmed", { attempt: saw, ...sure });
}

/** What is said of a case that was closed long ago, which another supervisor put this one on; and a loss, with what was known of it at first. */
async function seedKept(page: Page): Promise<void> {
  const other = await stage.openDesk({ name: "Insp Marian Okell", role: "supervisor" });
  await enterDesk(other.page);
  const { officer } = await ask<{ officer: { id: string } }>(page, "me");
  await ask(other.page, "cases/9301/members", { officer: officer.id, reason });
  await other.context.close();
  const asked = { question: "court", answer: "no", says: hostile };
  await ask(page, "cases/9301/retention", { saw: 0, decision: { kind: "asked", body: asked }, reason });
  const today = new Date(now()).toISOString().slice(0, 10);
  await ask(page, "cases/9301/retention", { saw: 1, decision: { kind: "held", body: { reason: hostile, until: "2199-01-01" } }, reason });
  const words = { happened: null, aware: { day: today, at: "00:00" }, what: hostile, people: null, likely: endless.slice(0, 2_000) };
  const { loss } = await ask<{ loss: string }>(page, "losses", { decision: { kind: "recorded", body: words } });
  const more = { kind: "described-again", body: { ...words, people: 6, why: hostile } };
  await ask(page, `losses/${loss}`, { saw: 1, decision: more });
  const decided = { whom: "people", answer: "not-tell", reason: hostile };
  await ask(page, `losses/${loss}`, { saw: 2, decision: { kind: "decided", body: decided } });
}

/** Says why, counts what would go, and opens the form of a hold. */
async function openProposal(page: Page): Promise<void> {
  await giveReason(page);
  await page.keyboard.press("d");
  await page.getByRole("table", { name: "What goes" }).waitFor();
  await page.keyboard.press("c");
  await page.keyboard.press("h");
  await page.getByLabel("Why it must stay").waitFor();
}

/** Somebody came to a station elsewhere: what is told there is written, and undecided. */
async function chooseElsewhere(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Yes, here now" }).check();
  await page.getByRole("group", { name: "In the local police area" }).getByRole("radio", { name: "No", exact: true }).check();
  await page.getByText("Do not send them away.").waitFor();
}

/** What an officer of a strange name does for the supervisor to see: decides against the rule, hands over, and opens a case of others. */
async function seedFromAnother(page: Page): Promise<void> {
  const path = `reports/${made.typed}`;
  await ask(page, `${path}/open`, { reason });
  const { saw, proposal, choices } = await ask<{ saw: number; proposal: { choice: string }; choices: { id: string }[] }>(
    page,
    `${path}/assess`,
  );
  const against = choices.find(({ id }) => id !== proposal.choice)?.id;
  await ask(page, `${path}/decide`, { saw, choice: against, words: endless.slice(0, 4_000), reason });
  const { next } = await ask<{ next: { id: string; role: string }[] }>(page, "handover");
  const lines = [{ group: "promised", says: endless.slice(0, 1_000), knowing: "account" }];
  const notes = [{ reference: made.typed, saw: saw + 1, lines, says: hostile }];
  await ask(page, "handover", { to: next.find(({ role }) => role === "supervisor")?.id, notes });
  await ask(page, "cases/0001/break-glass", { reason: { code: "risk-to-life", words: hostile } });
}

/** Asks the desk from its own page; an answer that says no is a fault of the seed. */
async function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  const { status, text } = await page.evaluate(
    async ([to, sent, given]) => {
      const headers = { "x-unmask-desk": "1", "content-type": "application/json", "x-unmask-reason": encodeURIComponent(given ?? "") };
      const answer = await fetch(`/desk/${to}`, sent === null ? { headers } : { method: "POST", headers, body: sent ?? "" });
      return { status: answer.status, text: await answer.text() };
    },
    [path, body === undefined ? null : JSON.stringify(body), JSON.stringify(reason)] as const,
  );
  expect([200, 201], `${path}: ${text.slice(0, 300)}`).toContain(status);
  return JSON.parse(text);
}

async function untilThere<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let times = 0; times < 120; times += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("it did not come");
}

/** A letter and a pack of a stranger's exports; the seven words. */
async function sendHostile({ home, her, served }: ForceStage, name: string): Promise<string> {
  const { folder, them } = writeHostileExports(join(home, name));
  const pack = await her.makePack(folder, { me: "me", them, force: served.intake, codes: [0, 3] });
  return her.send(served.intake, hostileLetter, pack);
}

/** A file of duties in every state that the page shows at once, whose words are a stranger’s. */
async function openHostileDuties(page: Page): Promise<void> {
  const events = [
    { kind: "notified", on: "2025-12-12", station: "elsewhere", names: [hostileName] },
    { kind: "name-used", on: "2025-12-15", name: hostileName, found: "2025-12-20" },
    { kind: "address-changed", on: "2025-12-16", address: endless },
  ];
  const replaces = { kind: "interim", made: "2025-11-23", until: null, events: [{ kind: "served", on: "2025-11-27" }] };
  const order = { kind: "full", made: "2025-12-08", until: null, replaces };
  const text = JSON.stringify({ jurisdiction: "EW", order, events });
  await page.getByLabel("Open a file").setInputFiles({ name: "duties.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("heading", { level: 1, name: /undecided/ }).waitFor();
  await page.getByText("As text, as the command says it").click();
  await page.evaluate(() => scrollTo(0, 0));
}

/** A confirmation with a stranger’s words, and the form of another open beside it. */
async function writeConfirmation(page: Page): Promise<void> {
  await giveReason(page);
  const open = page.getByRole("button", { name: /^Write a confirmation/ });
  await open.click();
  await page.getByLabel("Which question").selectOption("EW/look-ahead");
  await page.getByLabel("What holds").selectOption("answer");
  await page.getByLabel(/^Days before/).fill("30 90");
  await page.getByLabel(/^What was confirmed/).fill(hostileName);
  await page.getByLabel(/^Who confirmed it/).fill(officerName);
  await page.getByLabel("On which day").fill("2026-11-01");
  await page.getByLabel("Holds from").fill("2026-11-01");
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("alert")
    .getByText(/longest first/)
    .waitFor();
  await page.getByLabel(/^Days before/).fill("90 30");
  await page.keyboard.press("Control+Enter");
  await page.getByText("90, 30 days before.").waitFor();
  await open.click();
}
