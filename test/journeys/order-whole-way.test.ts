import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { type Fields, fillIn, pressOn, tabTo } from "./by-keyboard.ts";
import { type DeskWindow, type ForceStage, enterDesk, signInAgain, startForce } from "./force-stage.ts";

/** The whole course of an order at a force as it is run, by the keyboard alone: from a case to what she reads of a notice that nobody gave, and its renewal. */

const court = "Northshire Magistrates’ Court";
const why = "He wrote again on the day after the warning.";

describe("an order from its case to its renewal", () => {
  let stage: ForceStage;
  let words = "";
  /** Writes it and keeps the register. */
  let bell: DeskWindow;
  /** The second person, who wrote none of it. */
  let okell: DeskWindow;
  /** At the counter, on a phone. */
  let marsh: DeskWindow;
  let report = "";
  let order = "";
  const day = (on = 0): string => stage.clock.day(on);
  /** Lets days pass; the officers sign in again, each at a page. */
  const passDays = async (days: number, at: readonly (readonly [DeskWindow, string])[]): Promise<void> => {
    await stage.clock.passDays(
      days,
      [bell, okell, marsh].map(({ context }) => context),
    );
    for (const [{ page }, path] of at) await signInAgain(page, path);
  };

  /** She reads it on her own page, in any browser, by the seven words. */
  const readsByWords = async (says: string): Promise<void> => {
    const { page, context, wrong } = await stage.openHers();
    await context.addInitScript(axe);
    await page.reload();
    await pressOn(page, "I have been here before");
    await pressOn(page, "Only look, without my notes");
    await pressOn(page, "I have seven words: read the reply");
    for (const [at, word] of words.trim().split(" ").entries()) await fillIn(page, [[`Word ${at + 1}`, word]]);
    await pressOn(page, "Look for replies");
    await page.getByText(says).waitFor();
    expect(await page.locator("body").innerText()).toContain("Example Police writes");
    expect(await runAxe(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  };

  beforeAll(async () => {
    stage = await startForce("Example Police");
    const contact = { channel: "text", address: "07700 900123" };
    const letter = { account: "He writes to me each night.", name: "Nadia Khan", danger: "no", contact };
    [words, marsh, okell, bell] = await Promise.all([
      stage.her.send(stage.served.intake, letter),
      stage.openDesk({ name: "PC 3310 Jo Marsh", role: "contact-handler" }),
      stage.openDesk({ name: "Supt Marian Okell", role: "supervisor" }),
      stage.openDesk({ name: "DC 2093 Harriet Bell", role: "investigator" }),
    ]);
    for (const { page } of [marsh, okell, bell]) await enterDesk(page);
  });
  afterAll(() => stage.end());

  it("is considered in a case that was made of her letter, by an officer who was put on it", async () => {
    const { page } = marsh;
    await lookUntil(page, () => page.locator("tbody th[scope=row]").count(), 1);
    await page.getByRole("heading", { name: "Why do you open it?" }).waitFor();
    await page.keyboard.press("1");
    await page.getByText("He writes to me each night.").waitFor();
    report = new URL(page.url()).pathname.split("/")[2] ?? "";
    await pressOn(page, "Make a case of it");
    await pressOn(page, /^Make the case/);
    await page.getByRole("navigation", { name: /^Parts of case 0001/ }).waitFor();

    await openByReason(okell.page, "/cases/0001/people");
    await fillIn(okell.page, [["Officer", "DC 2093"]]);
    await pressOn(okell.page, "Put on this case");
    await okell.page.getByRole("button", { name: "Take DC 2093 Harriet Bell off it" }).waitFor();
    await okell.page.locator("button:focus", { hasText: "Put on this case" }).waitFor();

    await openByReason(bell.page, "/cases/0001/decisions");
    await write(bell.page, "c z", [
      ["Against whom", "Gary Slade"],
      ["Why it is considered", "Fourteen messages in seven months."],
    ]);
    await giveReason(bell.page);
    await bell.page.getByRole("heading", { level: 1, name: "Application against Gary Slade" }).waitFor();
    order = new URL(bell.page.url()).pathname.split("/")[2] ?? "";
    expect(order).toMatch(/^SPO-\d\d-\d{3}$/);
    expect(await runAxe(bell.page)).toEqual([]);
  });

  it("is drafted part by part, each with a key, and what is missing is said before it can go on", async () => {
    const { page } = bell;
    await part(page, "Protected people");
    await write(page, "c n", [
      ["Name", "Nadia Khan"],
      ["Were acts aimed at them?", "yes"],
      ["Their report", report],
    ]);
    await part(page, "Criteria");
    for (const [letter, says] of [
      ["a", "He followed her and wrote on fourteen days."],
      ["b", "He says that he will not stop."],
      ["c", "She has moved once because of it."],
    ] as const)
      await write(page, `c ${letter}`, [
        ["What speaks against it", "She is sure of six of them."],
        ["Something that carries it", says],
        ["How it is known", "somebody says so"],
        ["Its day", day(-20)],
      ]);
    await part(page, "Conditions");
    await page.keyboard.press("t");
    await pressOn(page, /^Not to contact/);
    await page.getByText(/Not ready to authorise: .* things are missing/).waitFor();
    await page.getByText("The court must find each condition necessary").waitFor();
    await write(page, "c 1", [
      ["Words of the order", "Not to contact Nadia Khan by any means."],
      ["Necessary because", why],
      ["Nadia Khan", " "],
      ["by any means", " "],
    ]);
    await part(page, "Who may apply");
    await write(page, "c l", [
      ["The person", "lives in this area"],
      ["What it rests on", "His landlord’s letter"],
      ["How it is known", "read from a record"],
    ]);
    await write(page, "c b", [
      ["Day of birth", "1991-03-02"],
      ["What the day of birth rests on", "Driving licence"],
      ["How it is known", "read from a record"],
      ["Why it is written anew", "His licence came."],
    ]);
    await part(page, "Religion, work, education");
    for (const [letter, of] of [
      ["r", "religious beliefs"],
      ["w", "times of work"],
      ["e", "times of education"],
    ] as const)
      await write(page, `c ${letter}`, [
        [`Does a condition get in the way of ${of}?`, "no"],
        ["What it rests on, and what was done about it", "He was asked on the day of the warning."],
        ["How it is known", "somebody says so"],
      ]);
    await part(page, "Periods");
    await write(page, "c p", [
      ["The day on which it is hoped to be made", day(25)],
      ["It runs", "to a last day"],
      ["Last day", day(25 + 760)],
    ]);
    await write(page, "c i", [
      ["Is it wanted?", "yes"],
      ["Its last day", day(60)],
      ["Why, or why not", why],
    ]);
    expect(await runAxe(page)).toEqual([]);
    await part(page, "Conditions");
    await page.getByText("Nothing is missing.").waitFor();
    await part(page, "How far it is");
    await write(page, "c s", []);
  });

  it("is read criterion by criterion and authorised by the second person, to whom nothing of it belongs, and lodged", async () => {
    const { page } = okell;
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await page.getByText("can be you", { exact: true }).waitFor();
    await pressOn(page, new RegExp(`^Gary Slade ${order}`));
    await giveReason(page);
    await page.getByText("Not read by you").first().waitFor();
    expect(await runAxe(page)).toEqual([]);
    for (const letter of ["a", "b", "c"]) {
      await page.keyboard.press("r");
      await page.keyboard.press(letter);
      await page
        .getByRole("region", { name: `Criterion ${letter}` })
        .getByText("Not read by you")
        .waitFor({ state: "detached" });
    }
    await fillIn(page, [
      ["Your reason, in words", why],
      ["By which delegation", "2026/4"],
    ]);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("region", { name: "What you decide" }).waitFor({ state: "detached" });

    await lookAgain(bell.page);
    await part(bell.page, "How far it is");
    await bell.page.getByRole("button", { name: /^Write that it was lodged/ }).waitFor();
    await write(bell.page, "c l", [
      ["Day on which it was lodged", day()],
      ["Court", court],
    ]);
  });

  it("lives as an interim order from a court’s copy, and its clock begins with a service that another person confirmed", async () => {
    const { page } = bell;
    await part(page, "What the court did");
    const copy = await keepCopy(page, "Interim order, certified");
    await write(page, "c r", [
      ["What the court did", "made an interim"],
      ["Court", court],
      ["Day of the court", day()],
      ["How long", "for a fixed period"],
      ["Last day", day(60)],
      ["1. Not to contact Nadia Khan", " "],
      ...ofCopy(copy),
    ]);
    await part(page, "Service");
    await write(page, "c a", [
      ["Which order", "the interim order"],
      ["Day", day()],
      ["At, on the wall", "00:00"],
      ["Who made it", "somebody who is not in this list"],
      ["Their name and number", "PC 2781 Adeline Frost"],
      ["Where", "41 Tanyard Close"],
      ["What came of it", "served"],
      ["What happened", "Given to him by hand at his door."],
      ["Evidence", "AF/3: video, 6 min 11 s"],
      ["How it is known", "read from a record"],
    ]);
    await page.getByText("You are one of them: another officer opens this page.").waitFor();

    const second = okell.page;
    await lookAgain(second);
    await part(second, "What the court did");
    await readCopy(second);
    await part(second, "Service");
    await confirmService(second, "I watched the video: it is him, and it is this order.");
    await second.getByRole("heading", { name: /^The first notice is due by the end of/ }).waitFor();
    expect(await runAxe(second)).toEqual([]);
  });

  it("s9, s10: is notified at the counter on a phone, where nobody sees the case", async () => {
    const { page } = marsh;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(new URL("/attendance", page.url()).href);
    await fillIn(page, [["Their name", "slade"]]);
    await page.getByText("Ask for the date of birth before you open one").waitFor();
    await onePhone(page);
    await pressOn(page, /^Gary Slade, born/);
    await fillIn(page, [
      ["Yes, here now", " "],
      ["Station", "Tarn Road"],
      ["Yes", " "],
      ["Name 1", "Gary Slade"],
      ["Yes, they say", " "],
      ["Home", " "],
      ["Address", "41 Tanyard Close"],
    ]);
    await page.getByText(/^Met/).waitFor();
    await onePhone(page);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "It is written" }).waitFor();
    await onePhone(page);
    for (const hidden of ["0001", "Nadia", "Not to contact"]) expect(await page.locator("main").innerText()).not.toContain(hidden);
  });

  it("s9(2): becomes the full order, a move is found out, and its notice is missed though nobody touched the clock", async () => {
    await passDays(25, [
      [bell, `/orders/${order}/court`],
      [okell, `/orders/${order}/court`],
    ]);
    for (const { page } of [bell, okell]) await giveReason(page);
    const { page } = bell;
    const copy = await keepCopy(page, "Order, certified");
    await write(page, "c r", [
      ["What the court did", "made the order"],
      ["Court", court],
      ["Day of the court", day()],
      ["How long", "for a fixed period"],
      ["Last day", day(760)],
      ["1. Not to contact Nadia Khan", " "],
      ...ofCopy(copy),
    ]);
    await lookAgain(okell.page);
    await readCopy(okell.page);
    await part(page, "Service");
    await write(page, "c a", [
      ["Which order", "the full order"],
      ["Day", day()],
      ["At, on the wall", "00:00"],
      ["Who made it", "somebody who is not in this list"],
      ["Their name and number", "PC 2781 Adeline Frost"],
      ["Where", "In court"],
      ["What came of it", "served"],
      ["What happened", "Given to him by hand in court."],
      ["Evidence", "AF/4: note of the usher"],
      ["How it is known", "read from a record"],
    ]);
    await lookAgain(okell.page);
    await part(okell.page, "Service");
    await confirmService(okell.page, "I read the usher’s note.");

    await lookAgain(page);
    await part(page, "Register, moves");
    await write(page, "c a", [
      ["Since which day", day()],
      ["Where", "9 Mill Lane"],
      ["On what that rests", "His landlord’s call"],
      ["How it is known", "somebody says so"],
    ]);
    expect(await runAxe(page)).toEqual([]);

    await passDays(5, [[bell, "/register"]]);
    await page.getByRole("heading", { level: 1, name: "Register" }).waitFor();
    await page
      .getByText(/overdue — possible s11 offence, reasonable excuse not assessed/i)
      .first()
      .waitFor();
    expect(await runAxe(page)).toEqual([]);
  });

  it("s11: is looked into on a phone, and nobody decides before somebody was asked why", async () => {
    const { page } = bell;
    await page.setViewportSize({ width: 390, height: 844 });
    // What was laid out for a desk is laid out anew: a key pressed meanwhile would be lost.
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Register" }).waitFor();
    await pressOn(page, /Gary Slade/);
    await giveReason(page);
    await turnsWhileOpen(page, "c m", ["On what it rests", "His landlord says"]);
    await write(page, "c m", [
      ["On what it rests", "His landlord says that he moved; no station has him."],
      ["What would change it", "A notice at a station that is not written here."],
    ]);
    await onePhone(page);
    await page.keyboard.press("o");
    await page.getByRole("navigation", { name: /^Parts of order/ }).waitFor();
    await part(page, "Possible breaches");
    await page.getByRole("heading", { name: /^2 Evidence/ }).waitFor();
    await onePhone(page);
    await turnsWhileOpen(page, "c e", ["What shows it", "The landlord’s"]);
    await write(page, "c e", [
      ["What shows it", "The landlord’s call, noted."],
      ["What it does not show", "Whether the new place is a home."],
      ["How it is known", "somebody says so"],
    ]);
    await page.getByRole("heading", { name: /^3 Served or known/ }).waitFor();
    await onePhone(page);
    await write(page, "c k", [
      ["By which service", "full order, served"],
      ["On what that rests", "Served in court, and confirmed."],
      ["How it is known", "read from a record"],
    ]);
    await page.getByRole("heading", { name: /^4 Reasonable excuse/ }).waitFor();
    await pressOn(page, /^Next: 5 Decision/);
    await page.getByText(/A reasonable excuse was asked of nobody\./).waitFor();
    await onePhone(page);
    await page.keyboard.press("s");
    await page.keyboard.press("4");
    await page.getByRole("heading", { name: /^4 Reasonable excuse/ }).waitFor();
    await onePhone(page);
    const questions = await page.locator(".asked-row").count();
    for (let i = 1; i <= questions; i++)
      await write(page, `c ${i}`, [
        ["", "He says that he sleeps there some nights."],
        ["Of whom it was asked", "Gary Slade"],
        ["How it is known", "somebody says so"],
      ]);
    await write(page, "c w", [["Your assessment, in words", "He knew of the duty, and gave no reason for not coming."]]);
    await page.getByRole("heading", { name: /^5 Decision/ }).waitFor();
    await onePhone(page);
    await write(page, "c d", [
      ["What you decide", "Interview"],
      ["By which day", day(3)],
      ["Why, in your words", "He is asked before anything else is done."],
    ]);
    await page.getByText("You decided it: another officer reads it.").waitFor();
    await onePhone(page);
  });

  it("is decided once a second person agrees, and she reads in her mailbox what was decided", async () => {
    const second = okell.page;
    await signInAgain(second, `/orders/${order}/breach`);
    await giveReason(second);
    await write(second, "c r", [["Do you agree", "yes"]]);
    await second.getByText("Supt Marian Okell agrees").waitFor();
    expect(await runAxe(second)).toEqual([]);

    const { page } = bell;
    await page.setViewportSize({ width: 1_440, height: 900 });
    await lookAgain(page);
    await page.getByRole("heading", { name: /^6 What each protected person reads/ }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press("u");
    await giveReason(page);
    await page.getByRole("heading", { level: 1, name: "Updates" }).waitFor();
    await tabTo(page, "Words to the person");
    const says = await page.getByLabel("Words to the person").inputValue();
    expect(says).toMatch(
      /^Something that has to be told to the police under the order may not have been told in time\. An officer has decided what we do next/,
    );
    await page.keyboard.press("Control+Enter");
    const asRead = page.getByRole("region", { name: "What will be read" });
    await asRead.waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await asRead.waitFor({ state: "detached" });
    const { lines } = await stage.her.mailbox(stage.served.intake, words, 2);
    expect(lines.map(({ kind }) => kind)).toEqual(["acknowledgement", "update"]);
    expect(lines[1]?.says.startsWith(says)).toBe(true);
    await readsByWords(says);

    await page.goto(new URL(`/orders/${order}/breach`, page.url()).href);
    await giveReason(page);
    await write(page, "c t", [
      ["How", "by the mailbox"],
      ["What was said", says],
    ]);
    await page.getByText("1 of 1 told").waitFor();
  });

  it("s4(8): is renewed from the look-ahead before its last day, each condition read again", async () => {
    await passDays(700, [
      [bell, "/look-ahead"],
      [okell, "/orders"],
    ]);
    const { page } = bell;
    await page.getByRole("heading", { level: 1, name: "Ends and court days" }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await pressOn(page, "Renew, vary or end it");
    await giveReason(page);
    await page.getByRole("heading", { level: 1, name: "Vary, renew, end" }).waitFor();
    await write(page, "c a", [
      ["What is asked", "to renew it"],
      ["Which order", "the full order"],
      ["Who asks the court", "we do"],
      ["Day on which it was asked", day()],
      ["What is asked, in words", "Two years more, as it stands."],
      ["New last day", day(900)],
      ["1. Not to contact Nadia Khan", " "],
    ]);
    await page.getByText("Cannot be sent to a second person:").waitFor();
    expect(await runAxe(page)).toEqual([]);
    await write(page, "c n", [
      ["Which condition", "condition 1"],
      ["Why it is still necessary", "He wrote again in the spring."],
    ]);
    await write(page, "c s", []);

    const second = okell.page;
    await pressOn(second, new RegExp(`^Gary Slade ${order}`));
    await giveReason(second);
    await part(second, "Vary, renew, end");
    await write(second, "c y", [["Why", "He wrote again."]]);
    await lookAgain(page);
    await write(page, "c l", [
      ["Day of the court’s stamp", day()],
      ["Court", court],
    ]);
    await part(page, "What the court did");
    const copy = await keepCopy(page, "Renewal, certified");
    await write(page, "c r", [
      ["What the court did", "renewed the order"],
      ["Which order", "the full order"],
      ["Court", court],
      ["Day of the court", day()],
      ["How long", "for a fixed period"],
      ["Last day", day(900)],
      ["Which application it answers", "to renew"],
      ...ofCopy(copy),
    ]);
    await lookAgain(second);
    await part(second, "What the court did");
    await readCopy(second);
    await second.keyboard.press("g");
    await second.keyboard.press("e");
    await second.getByRole("heading", { level: 1, name: "Ends and court days" }).waitFor();
    expect(await runAxe(second)).toEqual([]);
    expect([bell.wrong, okell.wrong, marsh.wrong]).toEqual([[], [], []]);
  });
});

/** What is chosen of a court’s copy. */
function ofCopy(exhibit: string): Fields {
  return [
    ["The copy, of those that are kept", exhibit],
    ["Certified by the court", "yes"],
  ];
}

/** Keeps the scan of a court’s copy with the order; its number there is what the result names. */
async function keepCopy(page: Page, says: string): Promise<string> {
  await page.getByRole("button", { name: /^Keep a copy/ }).waitFor();
  await page.keyboard.press("x");
  await fillIn(page, [["What it is", says]]);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressOn(page, "The scan of the copy")]);
  await chooser.setFiles({ name: "copy.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7 ${says}`) });
  const kept = page.getByText(/^Kept as SPO-/);
  await kept.waitFor();
  const exhibit = await kept.innerText();
  await tabTo(page, /^Keep a copy/);
  await page.keyboard.press("Enter");
  await kept.waitFor({ state: "detached" });
  return exhibit.replace("Kept as ", "");
}

/** Looks at an order again, as somebody who waits for another does, until it stands there. */
async function lookAgain(page: Page): Promise<void> {
  const log = page.locator(".log-bar");
  const before = await log.innerText();
  await page.keyboard.press("Shift+r");
  while ((await log.innerText()) === before) await page.waitForTimeout(20);
}

/** The second person reads what a court did against its copy. */
async function readCopy(page: Page): Promise<void> {
  await page.getByText("typed it. You read the copy against it.").waitFor();
  for (const key of ["a", "1", "a", "2", "Control+Enter"]) await page.keyboard.press(key);
  await page.getByText("read the copy against it: of this order, and as typed.").waitFor();
}

/** The second person confirms the service that waits. */
async function confirmService(page: Page, saw: string): Promise<void> {
  const waits = page.getByRole("heading", { name: /^Confirm attempt/ });
  await waits.waitFor();
  // Yes to the first four; the last, whether they served it themselves, is no.
  for (const key of ["a", "1", "a", "2", "a", "3", "a", "4", "a", "5", "a", "5"]) await page.keyboard.press(key);
  await fillIn(page, [["What you saw, in words", saw]]);
  await page.keyboard.press("Control+Enter");
  await waits.waitFor({ state: "detached" });
}

/** The page on a phone is one column wide, and nothing is wrong with it. */
async function onePhone(page: Page): Promise<void> {
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  expect(await runAxe(page)).toEqual([]);
}

/** Goes to a part of an order by the key that stands before it; nothing is wrong with it. */
async function part(page: Page, says: string): Promise<void> {
  const link = page.locator(".order-index a", { hasText: says });
  const keys = (await link.getAttribute("aria-keyshortcuts")) ?? "";
  for (const key of keys.toLowerCase().split(" ")) await page.keyboard.press(key);
  await page.locator(".order-index a[aria-current]", { hasText: says }).waitFor();
  expect(await runAxe(page)).toEqual([]);
}

/** Opens a form on a phone, begins to write, and turns the phone, or makes all of it larger: the form stays open, with what was typed, and goes on being typed in. */
async function turnsWhileOpen(page: Page, keys: string, [label, words]: readonly [string, string]): Promise<void> {
  await page.locator("button", { hasText: new RegExp(`${keys.toUpperCase()}$`) }).waitFor();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  const field = page.getByLabel(label, { exact: false });
  await field.fill(words);
  for (const [width, layout] of [
    [1_440, "wide"],
    [320, "narrow"],
    [1_100, "medium"],
    [390, "narrow"],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.locator(`.desk[data-layout=${layout}]`).waitFor();
    expect([layout, await field.isVisible(), await field.inputValue()]).toEqual([layout, true, words]);
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
}

/** Looks again by R until there are so many. */
async function lookUntil(page: Page, count: () => Promise<number>, enough: number): Promise<void> {
  for (let look = 0; (await count()) < enough; look += 1) {
    if (look === 100) throw new Error(`${await count()} of ${enough} rows came`);
    await page.keyboard.press("r");
    await page.waitForTimeout(300);
  }
}

/** Opens a page of a case or an order: it asks why first. */
async function openByReason(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await giveReason(page);
}

/** Gives the first of the reasons that are offered. */
async function giveReason(page: Page): Promise<void> {
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.locator(".reasons").waitFor({ state: "detached" });
}

/** Opens a form by its keys, fills it in and writes it; on a page that stays, the focus is not lost by it. */
async function write(page: Page, keys: string, fields: Fields): Promise<void> {
  const at = page.url();
  await page.locator("button", { hasText: new RegExp(`${keys.toUpperCase()}$`) }).waitFor();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  const form = page.locator("fieldset.small-form");
  await form.waitFor();
  await fillIn(page, fields);
  await page.keyboard.press("Control+Enter");
  await form.waitFor({ state: "detached" });
  // Where the list is read again, the page has it a moment later.
  if (page.url() === at) await page.waitForFunction(() => document.activeElement !== document.body);
}
