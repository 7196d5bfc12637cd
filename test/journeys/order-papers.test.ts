/** Papers of orders at the desk, in a real browser: what is kept, what is printed at the counter, and what a second person reads. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unmask } from "../server/program.ts";
import { runAxe } from "./axe.ts";
import { type Fields, fillIn, pressOn, tabTo } from "./by-keyboard.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { faultsOf } from "./screen-faults.ts";

let stage: ForceStage;
let desk: DeskWindow;
/** By the name of whom it binds: the number of the order. */
const orders = new Map<string, string>();

beforeAll(async () => {
  stage = await startForce("Example Police", async (data) => {
    writeFileSync(join(data, "invented"), "");
    const made = await unmask(["force", "invented-orders", "--data", data]);
    if (made.code !== 0) throw new Error(made.err);
  });
  desk = await stage.openDesk({ name: "Carys Lloyd", role: "spo-coordinator" });
  await enterDesk(desk.page);
  const list = await desk.page.evaluate(async () => (await fetch("/desk/orders", { headers: { "x-unmask-desk": "1" } })).text());
  for (const { rows } of (JSON.parse(list) as { groups: { rows: { order: string; subject: string }[] }[] }).groups)
    for (const { order, subject } of rows) orders.set(subject, order);
});
afterAll(() => stage.end());

const numberOf = (subject: string): string => orders.get(subject) ?? expect.fail(`no order binds ${subject}`);

async function open(page: Page, subject: string, part: string): Promise<void> {
  await page.goto(new URL(`/orders/${numberOf(subject)}/${part}`, page.url()).href);
  await page.locator("main h1, .reasons").first().waitFor();
  if ((await page.locator(".reasons").count()) > 0) {
    await page.keyboard.press("1");
    await page.locator(".reasons").waitFor({ state: "detached" });
  }
  await page.locator("main.order-work h1").waitFor();
  await page
    .locator("[role=status]", { hasText: /^(?:Asking|Opening|Gathering)/ })
    .first()
    .waitFor({ state: "detached" });
}

const openForm =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("button", { name }).first().click();
  };

const parts: readonly (readonly [subject: string, part: string, ready?: (page: Page) => Promise<void>])[] = [
  ["Keith Orme", "court", openForm(/^Type what the court did/)],
  ["Callum Reid", "court", openForm(/^Keep a copy/)],
  ["Simon Thwaite", "service", openForm(/^Add an attempt/)],
  ["Keith Orme", "change", openForm(/^A change is asked/)],
  ["Keith Orme", "appeal", openForm(/^Write an appeal/)],
  ["Ned Barlow", "conditions", openForm(/^Rewrite condition 1/)],
  ["Ned Barlow", "periods"],
  ["Dean Ashcombe", "bundle"],
];

describe("a part of an order, by day, by night, on a phone and at 400 %, for the checker and the keyboard", () => {
  it.for(parts.map((one) => [`${one[0]}, ${one[1]}`, one] as const))("%s", async ([, [subject, part, ready]]) => {
    const { page, wrong } = desk;
    await open(page, subject, part);
    await ready?.(page);
    expect([...(await faultsOf(page, `order ${part}`)), ...wrong.splice(0)]).toEqual([]);
  });
});

/** Names of all that is kept sealed, or was begun to be. */
function filesOf(data: string): readonly string[] {
  return ["case/blobs", "case/papers-begun"]
    .flatMap((folder) => readdirSync(join(data, folder), { recursive: true, encoding: "utf8" }))
    .toSorted();
}

const scan = Buffer.concat([Buffer.from("%PDF-1.7 certified copy"), Buffer.alloc(2_000_000, 65)]);

describe("a copy that comes on paper", () => {
  it("is kept, has its hash whole, and is what a second person takes out", async () => {
    const { page, wrong } = desk;
    await open(page, "Callum Reid", "court");
    await openForm(/^Keep a copy/)(page);
    const file = { name: "scan.pdf", mimeType: "application/pdf", buffer: scan };
    const choose = page.getByLabel("The scan of the copy");
    await choose.setInputFiles(file);
    await page.getByText("Say first what it is.").waitFor();
    await page.getByLabel("What it is").fill("Certified copy");
    await choose.setInputFiles({ ...file, buffer: Buffer.alloc(12_000_001, 65) });
    await page.getByText(/12 MB is the most/).waitFor();
    await choose.setInputFiles(file);
    await page.getByText(/the same here and at the desk/).waitFor();
    const sha256 = createHash("sha256").update(scan).digest("hex");
    const kept = page.locator(".copies li", { hasText: "/P1 " });
    await kept.waitFor();
    expect(await page.locator(".copies li").count()).toBe(1);
    expect((await kept.locator("code").innerText()).replaceAll(" ", "")).toBe(sha256);
    const [saved] = await Promise.all([page.waitForEvent("download"), kept.getByRole("button", { name: /^Save the file/ }).click()]);
    expect(
      createHash("sha256")
        .update(readFileSync(await saved.path()))
        .digest("hex"),
    ).toBe(sha256);
    expect(wrong.splice(0)).toEqual([]);
  });

  it("is cancelled while it goes over a slow line: the screen says that nothing was kept, and the desk keeps nothing", async () => {
    const { page, context, wrong } = desk;
    await open(page, "Callum Reid", "court");
    await openForm(/^Keep a copy/)(page);
    // The scan itself is kept with this order already, and a cancel would say so.
    const another = Buffer.concat([scan, Buffer.from("of another order")]);
    const before = { rows: await page.locator(".copies li").count(), files: filesOf(stage.data) };
    const line = await context.newCDPSession(page);
    const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 40_000 };
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", slow);
    try {
      await page.getByLabel("What it is").fill("Copy of another order");
      await page.getByLabel("The scan of the copy").setInputFiles({ name: "wrong.pdf", mimeType: "application/pdf", buffer: another });
      const far = page.getByRole("progressbar", { name: "How far it is" });
      await expect.poll(() => far.evaluate((bar) => Number(Reflect.get(bar, "value"))), { timeout: 30_000 }).toBeGreaterThan(0);
      await page.getByText(/ of 2 MB sent\.$/).waitFor();
      expect(await runAxe(page)).toEqual([]);
      await page.getByRole("button", { name: "Cancel", exact: true }).click();
      await page.getByText("Cancelled. Nothing was kept.").waitFor();
      expect(await far.count()).toBe(0);
    } finally {
      await line.send("Network.emulateNetworkConditions", { ...slow, latency: 0, uploadThroughput: -1 });
      await line.detach();
    }
    await open(page, "Callum Reid", "court");
    expect(await page.locator(".copies li").count()).toBe(before.rows);
    expect(await page.getByText("Copy of another order").count()).toBe(0);
    expect(filesOf(stage.data)).toEqual(before.files);
    expect(wrong.splice(0)).toEqual([]);
  });

  it("s8(5), s10: is what a second person reads the result against, and then the service, by pressing each answer", async () => {
    const { page, wrong } = desk;
    await open(page, "Dean Ashcombe", "court");
    await openForm(/^Keep a copy/)(page);
    await page.getByLabel("What it is").fill("Certified copy");
    await page.getByLabel("The scan of the copy").setInputFiles({ name: "copy.pdf", mimeType: "application/pdf", buffer: scan });
    await page.getByText(/the same here and at the desk/).waitFor();
    await writeForm(page, "Type what the court did", [
      ["What the court did", "made the order"],
      ["Court", "Northshire Magistrates’ Court"],
      ["Day of the court", stage.clock.day(-1)],
      ["How long", "for a fixed period"],
      ["Last day", stage.clock.day(1_095)],
      ["1. Not to contact Marek Zielony", " "],
      ["The copy, of those that are kept", "SPO"],
      ["Certified by the court", "yes"],
    ]);
    await page.getByText("You typed it. Somebody else opens this page").waitFor();

    const second = await stage.openDesk({ name: "Insp Gwen Halloran", role: "supervisor" });
    await enterDesk(second.page);
    await open(second.page, "Dean Ashcombe", "court");
    await second.page.getByText("Carys Lloyd typed it. You read the copy against it.").waitFor();
    await press(second.page, "Copy is certified, and of this order", "yes");
    await press(second.page, "Day and result are as typed", "no");
    await press(second.page, "Day and result are as typed", "yes");
    expect(await faultsOf(second.page, "result to read")).toEqual([]);
    await clickMiddle(second.page, second.page.getByRole("button", { name: /^Record the result/ }));
    await second.page.getByText("Insp Gwen Halloran read the copy against it: of this order, and as typed.").waitFor();

    await open(page, "Dean Ashcombe", "service");
    await writeForm(page, "Add an attempt", [
      ["Which order", "the full order"],
      ["Day", stage.clock.day(-1)],
      ["At, on the wall", "11:40"],
      ["Who made it", "somebody who is not in this list"],
      ["Their name and number", "PC 2781 Adeline Frost"],
      ["Where", "In court"],
      ["What came of it", "served"],
      ["What happened", "Given to him by hand."],
      ["Evidence that lies elsewhere", "AF/4: note of the usher"],
      ["How it is known", "read from a record"],
    ]);
    await page.getByText(/another officer opens this page\./).waitFor();
    await open(second.page, "Dean Ashcombe", "service");
    for (const asks of ["Is it the person named?", "Is it the order that was made?", "Was it given to them?"])
      await press(second.page, asks, "Yes");
    await press(second.page, "Could they understand it?", "Not known");
    await press(second.page, "Did you serve it yourself?", "No");
    await second.page.getByLabel("What you saw, in words").fill("I read the usher’s note.");
    await clickMiddle(second.page, second.page.getByRole("button", { name: /^Confirm service/ }));
    await second.page.getByRole("heading", { name: /^The first notice is due by the end of/ }).waitFor();

    // What came a day later is named for the attempt that stands, and it is said that it came after.
    await open(page, "Dean Ashcombe", "service");
    await writeForm(page, "Add evidence to an attempt", [
      ["Which attempt", "1: "],
      ["What shows it", "something that lies elsewhere, a video perhaps"],
      ["Its exhibit number", "AF/5"],
      ["What it is", "statement of the usher"],
      ["How it is known", "read from a record"],
    ]);
    const row = page.getByRole("table", { name: "Attempts, in the order of their writing" }).getByRole("row").nth(1);
    await row.getByText("AF/5 statement of the usher").waitFor();
    expect(await row.innerText()).toContain("added after it was confirmed by");
    expect(await faultsOf(page, "later evidence")).toEqual([]);
    expect([...wrong.splice(0), ...second.wrong.splice(0)]).toEqual([]);
  });

  it("is asked for where there is none, in place of a button that would be refused, and the result is written anew with it", async () => {
    const { page, wrong } = desk;
    await open(page, "Callum Reid", "court");
    const side = page.getByRole("complementary");
    await side.getByText("No copy is here that it could be read against.").waitFor();
    expect(await side.getByRole("button", { name: /^Record the result/ }).count()).toBe(0);
    await writeForm(page, "It was typed wrongly", [
      ["What the court did", "made the order"],
      ["Court", "Westmere Magistrates’ Court"],
      ["Day of the court", stage.clock.day(-300)],
      ["How long", "for a fixed period"],
      ["Last day", stage.clock.day(700)],
      ["1. Not to contact Ada Marsh", " "],
      ["The copy, of those that are kept", "SPO"],
      ["Certified by the court", "yes"],
      ["Why", "It was typed before the copy came."],
    ]);
    await side.getByText("You typed it. Somebody else opens this page").waitFor();
    expect(await side.getByText("No copy is here").count()).toBe(0);
    expect(wrong.splice(0)).toEqual([]);
  });
});

describe("a form, with the keyboard alone", () => {
  it("keeps what was typed when another saved first, and is saved on what stands there now", async () => {
    const { page, wrong } = desk;
    await open(page, "Terry Quill", "register");
    for (const key of ["c", "n"]) await page.keyboard.press(key);
    const form = page.getByRole("group", { name: "A name was used" });
    await form.waitFor();
    await fillIn(page, [
      ["Which name", "T. Quill-Marsh"],
      ["First used on", stage.clock.day(-9)],
      ["On what that rests", "A parcel in that name"],
      ["How it is known", "read from a record"],
    ]);
    const other = await stage.openDesk({ name: "Owen Parry", role: "spo-coordinator" });
    await enterDesk(other.page);
    await nameUsed(other.page, "Terence Q.");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Not saved yet.").waitFor();
    await pressOn(page, "Read what stands there now");
    await page.locator("main").getByText("used the name Terence Q.").waitFor();
    expect(await form.getByLabel("Which name").inputValue()).toBe("T. Quill-Marsh");
    await page.keyboard.press("Control+Enter");
    await page.locator("main").getByText("used the name T. Quill-Marsh").waitFor();
    await other.context.close();
    expect([...wrong.splice(0), ...other.wrong]).toEqual([]);
  });

  it("keeps what was typed while there is no network, and its button saves it when there is one", async () => {
    const { page, context } = desk;
    await open(page, "Terry Quill", "register");
    for (const key of ["c", "n"]) await page.keyboard.press(key);
    const form = page.getByRole("group", { name: "A name was used" });
    await form.waitFor();
    await fillIn(page, [
      ["Which name", "Quill Terry"],
      ["First used on", stage.clock.day(-8)],
      ["On what that rests", "A second parcel"],
      ["How it is known", "read from a record"],
    ]);
    await context.setOffline(true);
    await page.keyboard.press("Control+Enter");
    await form.getByText("What you typed stays here until it is saved.").waitFor();
    expect(await runAxe(page)).toEqual([]);
    await context.setOffline(false);
    // Out of the field, the key that stands on the button does it.
    await tabTo(page, /^Try now/);
    await page.keyboard.press("r");
    await page.locator("main").getByText("used the name Quill Terry").waitFor();
    // That a request failed without a network is no fault.
    desk.wrong.splice(0);
  });
});

/** Another writes in between, by the desk’s own route. */
async function nameUsed(page: Page, name: string): Promise<void> {
  const path = `/desk/orders/${numberOf("Terry Quill")}`;
  const body = { name, day: stage.clock.day(-10), ground: { says: "A parcel", knowing: "record" } };
  const status = await page.evaluate(
    async ([to, sent]) => {
      const why = encodeURIComponent(JSON.stringify({ code: "court", words: "" }));
      const headers = { "x-unmask-desk": "1", "content-type": "application/json", "x-unmask-reason": why };
      const read: unknown = await (await fetch(to, { headers })).json();
      const saw: unknown = typeof read === "object" && read !== null ? Reflect.get(read, "saw") : undefined;
      const answer = await fetch(`${to}/name-used`, { method: "POST", headers, body: JSON.stringify({ saw, ...sent }) });
      return answer.status;
    },
    [path, body] as const,
  );
  expect([200, 201]).toContain(status);
}

/** Opens a form, fills it in and writes it. */
async function writeForm(page: Page, name: string, fields: Fields): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  const form = page.getByRole("group", { name, exact: true });
  await form.waitFor();
  await fillIn(page, fields);
  await page.keyboard.press("Control+Enter");
  await form.waitFor({ state: "detached" });
}

/** Presses an answer where a mouse does: in its middle, on whatever lies there. */
async function press(page: Page, asks: string, says: string): Promise<void> {
  const answer = page.getByRole("group", { name: asks }).locator("label", { hasText: new RegExp(`^${says}$`) });
  await clickMiddle(page, answer);
  expect(await answer.locator("input").isChecked()).toBe(true);
}

async function clickMiddle(page: Page, what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox()) ?? expect.unreachable("it is not drawn");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

describe("the written acknowledgement", () => {
  it("s10(4): is made with what is told, saved to print, and not signed is written as that", async () => {
    const { page, wrong } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(new URL(`/attendance/${numberOf("Simon Thwaite")}`, page.url()).href);
    await page.getByRole("radio", { name: "Yes, here now" }).check();
    await page.getByLabel("Station").fill("Tarn Road");
    await page.getByRole("group", { name: "In the local police area" }).getByRole("radio", { name: "Yes", exact: true }).check();
    await page.getByLabel("Name 1").fill("Simon Thwaite");
    await page.getByRole("radio", { name: "Yes, they say" }).check();
    await page.getByRole("radio", { name: "Home", exact: true }).check();
    await page.getByLabel("Address").fill("41 Tanyard Close, Northmere");
    await page.getByText("Met").waitFor();
    const making = page.waitForResponse((one) => one.url().endsWith("/acknowledgement"));
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+Enter")]);
    const made: object = await (await making).json();
    expect(
      readFileSync(await saved.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await page.getByRole("heading", { name: "What became of it?" }).waitFor();
    // Whenever the file is asked for again, so is what is to be looked at: no file comes before that was shown.
    const close = "In what was told, the words “Tanyard Close” may be how somebody is reached.";
    await page.route("**/acknowledgement", (route) => route.fulfill({ json: { ...made, toLook: [close] } }));
    const downloads: string[] = [];
    page.on("download", (one) => downloads.push(one.suggestedFilename()));
    for (const time of [1, 2]) {
      await page.getByRole("button", { name: "Save it once more" }).click();
      await page.getByText(close).waitFor();
      expect(downloads).toHaveLength(time - 1);
      if (time === 1) expect(await faultsOf(page, "attendance to look at")).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^I have read this/ }).click()]);
      await page.getByText(close).waitFor({ state: "detached" });
    }
    await page.unroute("**/acknowledgement");
    await page.getByRole("radio", { name: "Given, signed" }).check();
    const buffer = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(999)]);
    await page.getByLabel(/^A scan of the signed one/).setInputFiles({ name: "signed.png", mimeType: "image/png", buffer });
    await page.getByText(/the same here and at the desk/).waitFor();
    expect(await faultsOf(page, "attendance paper")).toEqual([]);
    await page.getByRole("radio", { name: "Given, not signed" }).check();
    await page.getByRole("button", { name: "Write what became of it" }).click();
    await page.getByText("The acknowledgement was given, not signed: it is written as that.").waitFor();
    expect(await page.getByText("A written acknowledgement is owed").count()).toBe(0);
    await page.setViewportSize({ width: 1_440, height: 900 });
    expect(wrong.splice(0)).toEqual([]);
  });
});

describe("the register, with the keyboard alone", () => {
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

  it("keeps the focus on the row when it is read anew, and gives it back to the row after an act in it", async () => {
    const { page, wrong } = desk;
    await page.goto(new URL("/register", page.url()).href);
    // An act of theirs is listed above under the same name: the duty is found by its order.
    await page
      .locator(`a[id^="row-${numberOf("Aled Marsh")}"]`)
      .first()
      .focus();
    await page.keyboard.press("Enter");
    const row = await focused(page);
    expect(row).toMatch(/^row-/);
    const readAnew = page.waitForResponse((answer) => answer.url().endsWith("/desk/register"));
    await page.keyboard.press("r");
    await readAnew;
    await page.waitForTimeout(500);
    expect(await focused(page)).toBe(row);
    await page.keyboard.press("3");
    await pressOn(page, /^Keep it open, ask the solicitor/);
    await fillIn(page, [
      ["Why, in your words", "The solicitor is asked."],
      ["Looked at again on", stage.clock.day(3)],
    ]);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Settled by one officer; a second person has not read it").waitFor();
    await expect.poll(() => focused(page)).toBe(row);
    expect(wrong.splice(0)).toEqual([]);
  });
});

const news = {
  queue: { fresh: 4, again: 2, danger: 1 },
  open: 999,
  waits: { handover: 3, reviews: 0, opened: ["0004", "0005", "0008"], put: [{ case: "0007", reports: [] }] },
};

describe("an order on a phone, while much has come", () => {
  it.for([390, 320])(
    "begins with the order at %i pixels; what waits and what came is a line each, folded with its count",
    async (width) => {
      const { page, wrong } = desk;
      await page.route("**/desk/changes*", (route) => route.fulfill({ json: news }));
      await page.setViewportSize({ width, height: 700 });
      await open(page, "Simon Thwaite", "service");
      const bar = page.getByRole("region", { name: "What has come" });
      await bar.getByRole("button", { name: "2 more" }).waitFor();
      const bottomOf = async (what: Locator): Promise<number> => {
        const box = (await what.boundingBox()) ?? expect.unreachable("it is not drawn");
        return box.y + box.height;
      };
      expect(await bottomOf(page.locator("main h1"))).toBeLessThan(260);
      expect((await bar.boundingBox())?.height).toBeLessThan(100);
      expect(await bar.innerText()).toContain("1 more in danger now.");
      expect(await page.getByText("Your case 0005 was opened without need to know.").isVisible()).toBe(false);
      await page.getByText("7 to read: 3 handed to you, put on 1 case, 3 cases opened without need to know.").click();
      await page.getByText("Your case 0005 was opened without need to know.").waitFor();
      await bar.getByRole("button", { name: "2 more" }).click();
      await bar.getByRole("button", { name: /^Read it again/ }).waitFor();
      await page.unroute("**/desk/changes*");
      await page.setViewportSize({ width: 1_440, height: 900 });
      expect(wrong.splice(0)).toEqual([]);
    },
  );
});

/** Pixels of a sheet of A4, its margins of 14 mm left out. */
const sheetWidth = 688;

describe("the day sheet on paper", () => {
  it.for([
    ["a desk by night", { width: 1_440, height: 900 }],
    ["a phone", { width: 390, height: 844 }],
  ] as const)("is a table in black on white, each line with its day, its rule and the day after, printed from %s", async ([, size]) => {
    const { page, wrong } = desk;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(new URL("/look-ahead", page.url()).href);
    await page.getByRole("button", { name: /^Day sheet/ }).click();
    await page.locator(".sheet-lines tbody tr").first().waitFor();
    const pdf = join(stage.home, "sheet.pdf");
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.setViewportSize({ width: sheetWidth, height: 1_000 });
    const seen = await page.evaluate(readSheet);
    await page.emulateMedia({ media: null, colorScheme: "light" });
    await page.setViewportSize({ width: 1_440, height: 900 });
    expect(seen).toMatchObject({ faults: [], shown: ["day-sheet"], colours: ["rgb(0, 0, 0)"] });
    expect(seen.heads).toEqual(["What", "Order, whom it binds", "Rule, and why", "Past, or over, from", "By whom, when"]);
    expect(seen.days.length).toBeGreaterThan(1);
    for (const day of seen.days)
      expect(day).toMatch(/^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}|Ended lately)$/);
    const court = seen.rows.find(([what = ""]) => what.includes("Court: ")) ?? expect.fail("no court day stands on it");
    expect(court[3]).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}$/);
    expect(seen.rows.some(([, , why = ""]) => /^s\d|\bs\d/.test(why))).toBe(true);
    expect(execFileSync("pdfinfo", [pdf], { encoding: "utf8" })).toMatch(/Page size: +59\d(?:\.\d+)? x 84\d/);
    expect(execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" })).toMatch(/^What +Order,.* Rule, and why +Past/m);
    expect(wrong.splice(0)).toEqual([]);
  });
});

describe("the day sheet that is handed over", () => {
  it("holds as a PDF what is to be notified too, and is asked for by the keyboard", async () => {
    const { page, wrong } = desk;
    await page.goto(new URL("/look-ahead", page.url()).href);
    await page.getByRole("button", { name: /^Day sheet/ }).click();
    const save = page.getByRole("button", { name: /^Save the day sheet/ });
    await save.focus();
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await page.getByText("Saved among your downloads.").waitFor();
    const text = execFileSync("pdftotext", ["-layout", await saved.path(), "-"], { encoding: "utf8" });
    expect(text).toMatch(/First notice/);
    expect(text).toContain("SPO-26-007");
    expect(await runAxe(page)).toEqual([]);
    expect(wrong.splice(0)).toEqual([]);
  });
});

/** Runs in the page: what of it is on the paper, and how its lines stand. */
function readSheet(): {
  readonly faults: readonly string[];
  readonly shown: readonly string[];
  readonly colours: readonly string[];
  readonly heads: readonly string[];
  readonly days: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const words = (one: Element): string => (one.textContent ?? "").trim();
  const sheet = document.querySelector(".day-sheet");
  const parts = [...document.querySelectorAll(".desk > *, .look-ahead > *")].filter(
    (one) => one.checkVisibility() && !one.matches(".look-ahead"),
  );
  const rows = [...document.querySelectorAll(".sheet-lines tr:not(.sheet-day)")];
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`it is ${document.documentElement.scrollWidth} wide`);
  const starts = rows.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left)).join(" "));
  if (new Set(starts).size !== 1) faults.push(`columns begin at ${[...new Set(starts)].join("; ")}`);
  for (const row of rows) {
    if (new Set([...row.children].map((cell) => Math.round(cell.getBoundingClientRect().top))).size !== 1)
      faults.push(`“${words(row).slice(0, 40)}” is no line`);
    for (const cell of row.children) {
      const box = document.createRange();
      box.selectNodeContents(cell);
      if (box.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1) faults.push(`“${words(cell)}” runs out of its cell`);
    }
  }
  const hand = document.querySelector(".sheet-lines .for-hand")?.getBoundingClientRect();
  if (hand === undefined || hand.width < 75 || hand.height < 40) faults.push(`a hand has ${hand?.width ?? 0} × ${hand?.height ?? 0}`);
  return {
    faults,
    shown: parts.map((one) => one.className),
    colours: [...new Set([sheet, ...(sheet?.querySelectorAll("*") ?? [])].map((one) => (one === null ? "" : getComputedStyle(one).color)))],
    heads: [...document.querySelectorAll(".sheet-lines thead th")].filter((one) => one.checkVisibility()).map(words),
    days: [...document.querySelectorAll(".sheet-day")].map(words),
    rows: rows.slice(1).map((row) => [...row.children].map(words)),
  };
}
