import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { unmask } from "../server/program.ts";
import * as steps from "./steps.ts";

/** The whole way at a force as it is run: from her device to the officers, by the keyboard alone, and what they write back to her. */

const force = "Example Police";
/** What the officer writes to each of the two. */
/** A name in letters that are written from right to left: the desk shows it in a stretch of its own, and it goes as it was typed. */
const toLeila = "On Wednesday we spoke to him.\n\nDear ليلى, I am Imran Qureshi; 101 reaches me.";
const toNobody = "We read what you wrote. Is there a time at which we may call?";

describe("from her letter to the answer", () => {
  let stage: ForceStage;
  let words = "";
  let herPage: DeskWindow;
  let herWords: readonly string[] = [];
  let desk: DeskWindow;
  let other: DeskWindow;
  let supervisor: DeskWindow;

  beforeAll(async () => {
    stage = await startForce(force);
    desk = await stage.openDesk({ name: "PC 4471 Imran Qureshi", role: "contact-handler" });
  });
  afterAll(() => stage.end());

  it("is sent by a command with its pack, and by her page with seven words", async () => {
    const sending = sendByCommand(stage);
    herPage = await stage.openHers();
    const { page } = herPage;
    await steps.goToFiles(page);
    await pressOn(page, "Write to the police without files");
    await steps.seeHeading(page, `Send it to ${force}`);
    await pressOn(page, /^Letter, goes first/);
    await typeInto(page, /^What happened, in your words/, "Somebody waits outside the shop.");
    await pressOn(page, "Done");
    await pressOn(page, "Send it now");
    await steps.seeHeading(page, "Your letter is there.");
    await pressOn(page, "Show my seven words");
    herWords = await page.locator(".words .word").allInnerTexts();
    expect(herWords.length).toBe(7);
    words = await sending;
    expect(words).toMatch(/^([a-z]+ ){6}[a-z]+\n$/);
  });

  it("is let in by one press on the link, and stands in the queue with why, the one in danger first", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: /^Make the passkey/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Queue" }).waitFor();
    await lookUntil(page, () => page.locator("tbody th[scope=row]").count(), 2);
    const rows = await page.locator("tbody tr:not(.group-head)").allInnerTexts();
    expect(rows[0]).toContain("Danger now");
    expect(rows[0]).toContain("Leila Ashworth");
    expect(rows[1]).toContain("Name not given");
  });

  it("is previewed, read and assessed, and a decision is written, with the keyboard alone", async () => {
    const { page } = desk;
    const panel = page.getByRole("complementary", { name: "The chosen report" });
    // What reaches her safely stands there before anything can be pressed.
    await panel.getByText("07700 900123").waitFor();
    await panel.getByText("kestrel").waitFor();
    // Her pack comes behind her letter: what is written before it is there is asked for again, since more came.
    await lookUntil(page, () => panel.getByText("1 of 1 here").count(), 1);
    await page.keyboard.press("1");
    await page.getByRole("heading", { level: 1, name: "Leila Ashworth" }).waitFor();
    await page.getByText("He waits at the gate every night.").waitFor();
    await page.keyboard.press("r");
    await page.getByRole("heading", { level: 1, name: "Assess this report" }).waitFor();
    const prompts = await page.locator(".prompts > li, ol li").count();
    expect(prompts).toBeGreaterThan(5);
    await tabTo(page, "Yes");
    await page.keyboard.press("Space");
    await page.locator("fieldset.answers input:checked").first().waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("1");
    await typeInto(page, /^Your reason, in words/, "Nights at her gate; a car goes there now.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Written" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 1, name: "Leila Ashworth" }).waitFor();
    await pressOn(page, "Make a case of it");
    await pressOn(page, /^Make the case/);
    await page.getByRole("navigation", { name: /^Parts of case 0001/ }).waitFor();
    await page.getByRole("heading", { name: "Danger now" }).waitFor();
  });

  it("is answered: the officer reads what she will read before it is sealed, and she reads just that", async () => {
    const { page } = desk;
    await page.keyboard.press("u");
    await page.getByRole("heading", { level: 1, name: "Updates" }).waitFor();
    await writeUpdate(page, toLeila);
    await page.locator(".thread .said").getByText("On Wednesday we spoke to him.").waitFor();
    const { lines } = await stage.her.mailbox(stage.served.intake, words, 3);
    expect(lines.map(({ kind }) => kind)).toEqual(["acknowledgement", "proof", "update"]);
    // Who writes stands under it, as the officer read it through.
    expect(lines[2]?.says).toMatch(new RegExp(`^${toLeila}`));
    expect(lines[0]?.reference).toMatch(/^R-\d+$/);
  });

  it("brings the answer to who wrote without a name, by the words on paper alone", async () => {
    const { page } = desk;
    // Out of the field, where letters are text.
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await page.getByRole("heading", { level: 1, name: "Queue" }).waitFor();
    await page.getByRole("rowheader").first().waitFor();
    await page.keyboard.press("j");
    await page.getByRole("complementary").getByRole("heading", { name: "Name not given" }).waitFor();
    await page.getByRole("heading", { name: "Why do you open it?" }).waitFor();
    await page.keyboard.press("1");
    await page.getByText("Somebody waits outside the shop.").waitFor();
    await pressOn(page, "Make a case of it");
    await pressOn(page, /^Make the case/);
    await page.getByRole("navigation", { name: /^Parts of case 0002/ }).waitFor();
    await page.keyboard.press("u");
    await writeUpdate(page, toNobody);

    const her = herPage.page;
    await pressOn(her, "I have written them down");
    for (const [at, word] of herWords.entries()) await typeInto(her, `Word ${at + 1}`, word);
    await pressOn(her, "Compare them");
    await steps.seeHeading(her, "Your paper has them right.");
    await pressOn(her, "Go on");
    await pressOn(her, "Look for replies");
    for (const [at, word] of herWords.entries()) await typeInto(her, new RegExp(`^Word ${at + 1}`), word);
    await pressOn(her, "Look for replies");
    await her.getByText(toNobody).waitFor();
    expect(await her.locator("body").innerText()).toContain(`${force} writes`);
    expect(herPage.wrong).toEqual([]);
  });

  it("is closed to a second officer, who is told what would allow it, and opens it anyway for an hour when a life is at risk", async () => {
    supervisor = await stage.openDesk({ name: "Sgt Miriam Okafor", role: "supervisor" });
    await enterDesk(supervisor.page);
    other = await stage.openDesk({ name: "PC 5120 Tom Hale", role: "contact-handler" });
    const { page } = other;
    await enterDesk(page);
    // The queue that is now empty names nobody whose case is another's.
    await page.goto(new URL("/cases/0001", page.url()).href);
    await page.getByRole("heading", { name: "Why do you open it?" }).waitFor();
    await page.keyboard.press("1");
    const refused = page.getByRole("alert").filter({ hasText: "What would allow it" });
    await refused.getByText("What would allow it").waitFor();
    expect(await refused.innerText()).toMatch(
      /The refusal is written: log \d+\..*ask a supervisor to put you on it, or open it anyway when a life is at risk/s,
    );
    expect(await page.content()).not.toMatch(/Leila|Owen|R-2\b/);
    await page.keyboard.press("b");
    await page.keyboard.insertText("no");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Say who is at risk, in words that another can check.").waitFor();
    await page.keyboard.insertText(": she rang 999 from the gate, he is there");
    await page.keyboard.press("Control+Enter");
    const band = page.locator(".band");
    await band.getByText(/^Case 0001 is open without need to know/).waitFor();
    expect(await band.innerText()).toMatch(/Sgt Miriam Okafor.*were told/s);
    const [, from = "", until = ""] = /know, (\d\d:\d\d), until (\d\d:\d\d)\./.exec(await band.innerText()) ?? [];
    expect((minuteOf(until) - minuteOf(from) + 1440) % 1440).toBe(60);
    await page.getByRole("heading", { level: 1, name: /Leila Ashworth/ }).waitFor();
    // To read, and nothing else: what would change the case is refused, and says so.
    await page.keyboard.press("d");
    await typeInto(page, "What you decide", "A car is sent.");
    await typeInto(page, "Your reason, in words", "He is there.");
    await pressOn(page, /^Write the decision/);
    await page.getByRole("alert").getByText("The refusal is written").waitFor();
    await tabTo(page, "Close now");
    await page.keyboard.press("Enter");
    await band.waitFor({ state: "detached" });
  });

  it("is reviewed by a supervisor, look by look; who opened a case anyway cannot review it, whatever they send", async () => {
    const { page } = supervisor;
    await page.keyboard.press("g");
    await page.keyboard.press("v");
    await page
      .getByRole("row", { name: /Opened anyway/ })
      .getByText("PC 5120 Tom Hale")
      .waitFor();
    await pressOn(page, /^Review \d$/);
    await page.getByText("she rang 999 from the gate").waitFor();
    expect(await page.locator("main .lines li").count()).toBeGreaterThan(1);
    await page.keyboard.press("1");
    await typeInto(page, "Your reason, in words", "He was there, and nobody on the case was.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "Waiting for a second person" }).waitFor();
    await page.getByRole("row", { name: /Opened anyway/ }).waitFor({ state: "detached" });

    await page.goto(new URL("/cases/0002", page.url()).href);
    await page.getByRole("heading", { name: "Why do you open it?" }).waitFor();
    await page.keyboard.press("1");
    await page.getByRole("alert").getByText("What would allow it").waitFor();
    await page.keyboard.press("b");
    await page.keyboard.insertText("Somebody waits outside the shop now");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("navigation", { name: /^Parts of case 0002/ }).waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("g");
    await page.keyboard.press("v");
    const own = page.getByRole("row", { name: /Case 0002/ });
    await own.getByText("Sgt Miriam Okafor").waitFor();
    await own.getByText(/^You opened it yourself, or told somebody to, so another reviews it/).waitFor();
    expect(await page.evaluate(reviewEachOpening)).toEqual([403]);
  });

  it("stands in the log, each look of each officer, and the log holds by the auditor’s own command", async () => {
    const { page, wrong } = await stage.openDesk({ name: "Ruth Adeyemi", role: "auditor" });
    await enterDesk(page);
    await page.getByRole("heading", { level: 1, name: "Who looked" }).waitFor();
    await page.keyboard.press("1");
    await page.getByRole("table", { name: "Looks by officer" }).waitFor();
    await pressOn(page, "PC 5120 Tom Hale");
    await tabTo(page, /^Only without a task/);
    await page.keyboard.press("Space");
    await page.getByRole("heading", { name: "All entries" }).waitFor();
    const entries = page.getByRole("region", { name: "All entries" });
    await entries.getByText("refused:").first().waitFor();
    expect(await entries.innerText()).toMatch(
      /refused: read a case \(looked\) case 0001.*open a case that they are not on.*“no: she rang 999 from the gate/s,
    );
    // Who looked, and never what was there.
    expect(await page.content()).not.toMatch(/waits at the gate every night|07700|kestrel|I see your light/);
    expect([wrong, desk.wrong, other.wrong, supervisor.wrong]).toEqual([[], [], [], []]);

    await stage.served.end();
    const { code, out } = await unmask(["audit", "verify", "--data", stage.data]);
    expect(code, out).toBe(0);
    const exported = (await unmask(["audit", "export", "--data", stage.data])).out.trim().split("\n");
    const looks = exported.map((line): { readonly what: string; readonly result: string } => JSON.parse(line));
    const did = new Set(looks.map(({ what, result }) => `${what} ${result}`));
    for (const what of ["see-queue", "preview-report", "open-report", "answer-risk", "decide", "open-case", "read-case", "write-update"])
      expect([...did]).toContain(`${what} allowed`);
    for (const what of ["break-glass allowed", "review-opening allowed", "read-case refused", "review-opening refused", "read-log allowed"])
      expect([...did]).toContain(what);
  });
});

/** Runs in the page of who opened it: asks to write a review all the same. */
async function reviewEachOpening(): Promise<number[]> {
  const headers = { "x-unmask-desk": "1", "content-type": "application/json" };
  const reason = { code: "supervision", words: "" };
  const asked = await fetch("/desk/supervision", { headers });
  const { rows }: { readonly rows: readonly { readonly kind: string; readonly at: { readonly id: string } }[] } = await asked.json();
  const openings = rows.filter(({ kind }) => kind === "opening");
  const body = JSON.stringify({ verdict: "right", words: "I was right.", reason });
  return Promise.all(
    openings.map(async ({ at: { id } }) => (await fetch(`/desk/reviews/${id}`, { method: "POST", headers, body })).status),
  );
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** Types words, reads them through as she will read them, and seals them. */
async function writeUpdate(page: Page, says: string): Promise<void> {
  await typeInto(page, "Words to the person", says);
  await page.keyboard.press("Control+Enter");
  const asRead = page.getByRole("region", { name: "What will be read" });
  await asRead.waitFor();
  // Who writes, for whom and on which day stands under it.
  const read = await asRead.locator(".account-words").innerText();
  expect(read.replaceAll(/[\u2068\u2069]/g, "")).toMatch(new RegExp(`^${says.replaceAll("?", "\\?")}\n\nPC 4471 Imran Qureshi\n`));
  await page.keyboard.press("Control+Enter");
  await asRead.waitFor({ state: "detached" });
}

/** Looks again by R until there are so many. */
async function lookUntil(page: Page, count: () => Promise<number>, enough: number): Promise<void> {
  for (let look = 0; (await count()) < enough; look += 1) {
    if (look === 100) throw new Error(`${await count()} of ${enough} rows came`);
    await page.keyboard.press("r");
    await page.waitForTimeout(300);
  }
}

/** Makes a pack of a chat on her computer and sends it with a letter; her seven words. */
async function sendByCommand({ home, her, served }: ForceStage): Promise<string> {
  const exports = join(home, "exports");
  mkdirSync(exports);
  const lines = Array.from(
    { length: 20 },
    (_, day) => `${String(day + 1).padStart(2, "0")}/11/2026, 23:4${day % 10} - Owen Pike: I see your light ${day}`,
  );
  writeFileSync(join(exports, "WhatsApp Chat with Leila.txt"), `${lines.join("\n")}\n`);
  const pack = await her.makePack(exports, { me: "Leila", them: "Owen Pike", force: served.intake });
  const contact = { channel: "call", address: "07700 900123", hours: "after 18:00", codeWord: "kestrel" };
  const letter = { account: "He waits at the gate every night.", name: "Leila Ashworth", danger: "now", contact };
  return her.send(served.intake, letter, pack);
}
