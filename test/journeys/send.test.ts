import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { openApp, patience, startBrowser } from "./browser.ts";
import { type IntakeStage, startIntakeStage } from "./intake-stage.ts";
import { focusFaultOf, otherMeansFaults } from "./other-means.ts";
import { keyboardFaults } from "./screen-faults.ts";
import * as steps from "./steps.ts";
import { appIsStored } from "./stored.ts";

let stage: IntakeStage;
let browser: Browser;

beforeAll(async () => {
  stage = await startIntakeStage();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const chat = Array.from(
  { length: 30 },
  (_, at) => `[${String((at % 28) + 1).padStart(2, "0")}/03/2026, 02:${String(at + 10)}:05] Owen Pike: I know that you are awake ${at}\n`,
).join("");

/** Where pictures of the screens go, for whoever wants to lay them beside the design's. */
const pictures = process.env["PICTURES"];

const looks = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 320, height: 256, colorScheme: "light" },
] as const;

/** What is wrong with a screen on a phone, by night, and with text of 400 %. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults = (await focusFaultOf(page)).map((says) => `${screen}: ${says}`);
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    if (pictures !== undefined && size.width === 390)
      await page.screenshot({ path: `${pictures}/${screen.replaceAll(" ", "-")}-${colorScheme}.png`, fullPage: true });
    for (const says of await runAxe(page)) faults.push(`${screen}, ${size.width}, ${colorScheme}: ${says}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}, ${colorScheme}: sticks out by ${wide}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const says of await otherMeansFaults(page)) faults.push(`${screen}, ${says}`);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const says of await keyboardFaults(page)) faults.push(`${screen}: ${says}`);
  return faults;
}

/**
 * What of the page's address, title, history and stores holds three of the words or more: one alone can stand anywhere, and three by chance in a
 * page, a program or a font of the build (in the typesetter, for a quarter of all receipts).
 */
function keeps(page: Page, words: readonly string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const kept = [
      location.href,
      document.title,
      JSON.stringify(history.state),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ];
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys())
        if (!/(?:\/|\.(?:js|wasm|ttf))$/.test(request.url)) kept.push((await (await store.match(request))?.text()) ?? "");
    }
    return kept.filter((text) => all.filter((word) => text.includes(word)).length > 2);
  }, words);
}

async function makeReport(page: Page): Promise<void> {
  await steps.goToFiles(page);
  await page.getByLabel("Choose files").setInputFiles({ name: "_chat.txt", mimeType: "text/plain", buffer: Buffer.from(chat) });
  await steps.readFiles(page);
  await steps.press(page, "Say who is who");
  await steps.seeHeading(page, "Who is who?");
  await page.getByRole("group").getByRole("radio", { name: "Them", exact: true }).first().check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await page.getByRole("button", { name: /^See the pattern/ }).click();
  await page.getByRole("button", { name: /^Go (straight|on) to the report/ }).click();
  await page.getByLabel(/Northshire Police may open it/).waitFor();
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
}

it("sends letter and files, gives the seven words once the letter is there, and reads with them what the force answers", async () => {
  const { page, context, wrong } = await openApp(browser, stage.address);
  await context.addInitScript(axe);
  await page.reload();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => {
    faults.push(...(await faultsOf(page, screen)));
  };
  await makeReport(page);
  await steps.press(page, "Send it to Northshire Police");
  await steps.seeHeading(page, "Send it to Northshire Police");
  await page.getByText("Their lock is the one this app knew on").waitFor();
  await page.getByText("It can’t see what.").waitFor();
  await page.getByRole("link", { name: "In danger now? Call 999." }).waitFor();
  await steps.press(page, /^Letter, goes first/);
  await page.getByLabel("Not at this moment").check();
  await page.getByLabel("Me", { exact: true }).check();
  await page.getByLabel("What happened, in your words").fill("He waits outside.");
  await page.getByLabel(/^What you want/).fill("Speak to him, and do not say where I live.");
  await seen("letter");
  await steps.press(page, "Done");
  await steps.press(page, /^How to reach you/);
  await page.getByLabel(/^By which way/).fill("text");
  await page.getByLabel("Number or address").fill("07700 900123");
  await page.getByLabel("No voicemail").check();
  await seen("reach");
  await steps.press(page, "Done");
  await page.getByText(/By text, 07700 900123, no voicemail/).waitFor();
  await seen("send");
  stage.hold(0);
  await steps.press(page, "Send it now");
  await steps.seeHeading(page, /^Your letter is there\. The rest/);
  const [letter] = await stage.letters();
  if (!letter) return expect.fail("no letter came in");
  expect(letter).toMatchObject({
    reporter: "self",
    danger: "no",
    account: "He waits outside.",
    wishes: "Speak to him, and do not say where I live.",
    contactBrief: { channel: "text", address: "07700 900123", voicemail: false },
  });
  expect(await stage.packs()).toEqual([]);
  await seen("sending");

  await steps.press(page, "Show my seven words");
  await steps.seeHeading(page, "Write these seven words down");
  const words = await page.locator(".words .word").allInnerTexts();
  expect(words.length).toBe(7);
  await seen("words");
  // On the lowest phones no bar lies over words that she has to copy.
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(barOverWords)).toBe(0);
  await page.setViewportSize({ width: 1_440, height: 900 });
  expect(await keeps(page, words)).toEqual([]);
  await steps.press(page, "I have written them down");
  await fillWords(page, words.with(4, "sadle"));
  await steps.press(page, "Compare them");
  await page.getByText("Word 5 is another one.").waitFor();
  await seen("typed back");
  await page.getByLabel("Word 5").fill(words[4] ?? "");
  await steps.press(page, "Compare them");
  await steps.seeHeading(page, "Your paper has them right.");
  for (const word of words) expect(await page.locator("body").innerText()).not.toMatch(new RegExp(`\\b${word}\\b`));
  await steps.press(page, "Go on");

  await steps.seeHeading(page, "Your letter is there. The rest has stopped.");
  stage.hold(undefined);
  await steps.press(page, "Go on with the files");
  await steps.seeHeading(page, "Your letter and your files are there.");
  const [pack] = await stage.packs();
  const [listed] = letter.packs;
  expect(pack?.length).toBe(listed?.bucket);
  await seen("all there");

  await steps.press(page, "Look for replies");
  await fillWords(page, words.with(2, "zzzzzzz"));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await steps.press(page, "Look for replies");
  await page.getByText("Word 3 is not on our list.").waitFor();
  expect(asked.filter((url) => url.includes("/intake/"))).toEqual([]);
  await seen("slip");
  await fillWords(page, words);
  await context.setOffline(true);
  await steps.press(page, "Look for replies");
  await page.getByText("This phone has no network now, so nobody was asked.").waitFor();
  expect(await page.getByLabel("Word 1").inputValue()).toBe(words[0]);
  await seen("no network");
  await context.setOffline(false);
  await steps.press(page, "Look for replies");
  await steps.seeHeading(page, "Nothing is here for these words.");
  await seen("nothing");

  const entry = `{"version":1,"op":"collect","sha256":"${listed?.sha256 ?? ""}"}`;
  await stage.answer(letter, [
    { kind: "acknowledgement", reference: "R-1987", contact: "Harriet Bell, 101", week: "2026-W41" },
    { kind: "proof", sha256: listed?.sha256 ?? expect.fail("no pack"), ...stage.prove(entry) },
    { kind: "update", says: "On Wednesday we spoke to him.\n\nI will write again by Friday." },
    { kind: "question", says: "Are the number and the hours still the same?" },
  ]);
  await steps.press(page, "Look again");
  await steps.seeHeading(page, "Northshire Police asks");
  await page.getByText("On Wednesday we spoke to him.").first().waitFor();
  await page.getByText("R-1987").first().waitFor();
  // Whom to ring stands there whatever came since; only a machine had said that it has the letter.
  await page.getByText("Whom to ask: Harriet Bell, 101").first().waitFor();
  await page.getByText("Northshire Police has your letter", { exact: true }).waitFor();
  await page
    .getByText(/^They hold the same .* that you sent: checked on this phone\./)
    .first()
    .waitFor();
  await seen("replies");
  expect(await keeps(page, words)).toEqual([]);
  await steps.press(page, "Answer");
  await page.getByText("Are the number and the hours still the same?").waitFor();
  await page.getByLabel("What you want to say").fill("Same number and hours.");
  await page.getByLabel("Yes, now").check();
  await page.getByText("Another way to reach you").click();
  await page.getByLabel("Number or address").fill("07700 900124");
  await seen("write back");
  expect(await fieldsUnderBar(page)).toEqual([]);
  // Help and the browser's Back lead back to where she was, with what she has begun.
  await steps.askForHelp(page);
  await steps.press(page, "Go back to where I was");
  expect(await page.getByLabel("What you want to say").inputValue()).toBe("Same number and hours.");
  expect(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(false);
  await page.goBack();
  await steps.seeHeading(page, "Northshire Police asks");
  await steps.press(page, "Answer");
  // What went already is not offered again.
  expect(await page.getByLabel(/^Add the report/).count()).toBe(0);
  await steps.press(page, "Not now");
  await steps.press(page, "Answer");
  expect(await page.getByLabel("What you want to say").inputValue()).toBe("Same number and hours.");
  await steps.press(page, "Send it now");
  await page.getByText("You wrote just now").waitFor();
  const answer = (await stage.letters()).at(-1);
  expect(answer).toMatchObject({ kind: "answer", account: "Same number and hours.", mailbox: letter.mailbox, packs: [] });
  expect(answer).toMatchObject({ danger: "now", contactBrief: { address: "07700 900124" } });
  await steps.press(page, "Close and forget");
  await steps.seeHeading(page, "The replies are forgotten.");
  await seen("forgotten");
  // What else is here is told; Back, where the thumb is, leads to none of it.
  await page.goBack();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await page.goForward();
  await steps.press(page, "Forget the rest too");
  await steps.seeHeading(page, "Bring in what you have exported");
  await steps.press(page, "Write to the police without files");
  await page.getByText("Nothing is written in it yet.").waitFor();
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  expect(await keeps(page, words)).toEqual([]);
  await page.goBack();
  expect(await page.locator("body").innerText()).not.toContain("R-1987");
  expect(faults).toEqual([]);
  expect(wrong.filter((says) => !/status of 400/.test(says))).toEqual([]);
  await context.close();
});

it("adds a report with the seven words of an earlier letter, stops it and goes on, and keeps no draft when she leaves", async () => {
  const { page, context } = await openApp(browser, stage.address);
  await context.addInitScript(axe);
  await steps.goToFiles(page);
  // The lock is in the browser: she writes without a network, and it goes when there is one.
  await page.getByRole("button", { name: "Write to the police without files" }).waitFor();
  await appIsStored(page);
  await context.setOffline(true);
  await steps.press(page, "Write to the police without files");
  await page.getByText("You can write your letter now, and send it then.").waitFor();
  await steps.press(page, "Send it now");
  await steps.press(page, "Send it empty all the same");
  await steps.seeHeading(page, "Nothing was sent.");
  await context.setOffline(false);
  await steps.press(page, "Try again");
  await steps.press(page, "Show my seven words");
  const words = await page.locator(".words .word").allInnerTexts();
  const letter = (await stage.letters()).at(-1) ?? expect.fail("no letter");
  await stage.answer(letter, [{ kind: "update", says: "We have read it." }]);
  await page.goto(stage.address);
  await makeReport(page);
  await steps.press(page, "Send it to Northshire Police");
  await steps.press(page, /^Have you written to them before\?/);
  await fillWords(page, words);
  await steps.press(page, "Look for replies");
  await steps.press(page, "Write back");
  // It was chosen when she said that she has written to them before.
  expect(await page.getByLabel(/^Add the report that you made here/).isChecked()).toBe(true);
  const faults = await faultsOf(page, "add a report");
  const packs = (await stage.packs()).length;
  stage.hold(0);
  const letters = (await stage.letters()).length;
  await steps.press(page, "Send it now");
  await expect.poll(async () => (await stage.letters()).length, { timeout: patience }).toBe(letters + 1);
  await page.getByText("You wrote just now").waitFor();
  await steps.press(page, "Stop the pack");
  await page.getByText("Its pack has stopped.").waitFor();
  faults.push(...(await faultsOf(page, "added in part")));
  const added = (await stage.letters()).at(-1);
  // Danger waits for no pack.
  await steps.press(page, "Write back");
  await page.getByLabel("Yes, now").check();
  await steps.press(page, "Send it now");
  await page.getByText("You are in danger now.").first().waitFor();
  expect((await stage.letters()).at(-1)).toMatchObject({ kind: "answer", danger: "now", mailbox: letter.mailbox, packs: [] });
  // Wherever Back leads, the page tells of the pack, and it goes on from there.
  const isAtFiles = (): Promise<number> => page.getByRole("heading", { name: "Bring in what you have exported" }).count();
  for (let step = 0; step < 12 && (await isAtFiles()) === 0; step++) await page.goBack();
  stage.hold(undefined);
  await steps.press(page, "Go on with the pack");
  await page.getByText("Its pack is there.").waitFor();
  await steps.press(page, "I have seven words: read the reply");
  await fillWords(page, words);
  await steps.press(page, "Look for replies");
  await steps.seeHeading(page, "Northshire Police writes");
  expect(added).toMatchObject({ kind: "answer", mailbox: letter.mailbox });
  expect(added?.account).toBeUndefined();
  expect((await stage.packs()).length).toBe(packs + 1);
  // A pack of another day: what is none never leaves, and her words stay.
  await steps.press(page, "Write back");
  const asFile = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  await page.getByLabel("Add a pack that you saved").setInputFiles(asFile("chat.txt", chat));
  await page.getByText("This file is no sealed pack").waitFor();
  await page.getByLabel("Add a pack that you saved").setInputFiles(asFile("UM-of-june.age", `age-encryption.org/v1\n${chat}`));
  expect(await page.getByLabel("Add UM-of-june.age").isChecked()).toBe(true);
  faults.push(...(await faultsOf(page, "a pack of another day")));
  await steps.press(page, "Send it now");
  await page.getByText("You wrote just now").first().waitFor();
  await page.getByText("Its pack is there.").waitFor();
  expect(Buffer.from((await stage.packs()).at(-1) ?? []).toString("latin1")).toContain("02:10:05] Owen Pike");
  expect((await stage.packs()).length).toBe(packs + 2);
  await steps.press(page, "Write back");
  await page.getByLabel("What you want to say").fill("He rang again.");
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  expect(await keeps(page, ["rang", "He", "again"])).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it("leaves at once from the words and from the replies, by Shift pressed three times, and a proof of another log is not believed", async () => {
  const { page, context } = await openApp(browser, stage.address);
  await steps.goToFiles(page);
  await steps.press(page, "Write to the police without files");
  await steps.seeHeading(page, "Send it to Northshire Police");
  await steps.press(page, "Send it now");
  await page.getByText("Nothing is written in your letter").waitFor();
  await steps.press(page, "Send it empty all the same");
  await steps.seeHeading(page, "Your letter is there.");
  // Back, by the page's button and by the browser's, loses neither that it went nor the words.
  await steps.press(page, "Back");
  await page.getByText("Its seven words are still in this page.").waitFor();
  await steps.press(page, "Write to the police without files");
  await steps.seeHeading(page, "Your letter is there.");
  await page.goBack();
  await steps.press(page, "Go to your letter");
  await steps.press(page, "Show my seven words");
  // Another letter would take the words away: it is not begun at the first press.
  await steps.press(page, "Not yet: back to my letter");
  await steps.press(page, "Write another letter");
  await page.getByText("Then nobody can read the reply to it.").waitFor();
  await steps.press(page, "Show my seven words");
  const words = await page.locator(".words .word").allInnerTexts();
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await page.waitForURL("**/notes/");

  const letter = (await stage.letters()).at(-1) ?? expect.fail("no letter");
  const sha256 = letter.mailbox.lookup;
  const { proof } = stage.prove("another entry");
  await stage.answer(letter, [{ kind: "proof", sha256, entry: `{"sha256":"${sha256}"}`, proof }]);
  await page.goto(stage.address);
  await steps.goToFiles(page);
  await steps.press(page, "I have seven words: read the reply");
  // Pasted in one, as from a paper that was read in.
  await page.getByLabel("Word 1").focus();
  await page.evaluate((line) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", line);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words.join(" ").toUpperCase());
  await page.keyboard.press("Tab");
  await steps.press(page, "Look for replies");
  await steps.seeHeading(page, "Something about your report");
  await page
    .getByText(/the proof does not hold/)
    .first()
    .waitFor();
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await page.waitForURL("**/notes/");
  await context.close();
});

it("sends nothing where another signs than this browser has known, and shows both locks", async () => {
  const { page, context } = await openApp(browser, stage.address);
  await context.addInitScript(axe);
  await page.reload();
  await steps.goToFiles(page);
  await page.getByRole("button", { name: "Write to the police without files" }).waitFor();
  const before = (await stage.letters()).length;
  stage.changeLock();
  await steps.press(page, "Write to the police without files");
  await steps.seeHeading(page, "Nothing was sent.");
  await page.getByText("The lock we were offered is not the one this app knows. So we stopped.").waitFor();
  await page.getByText("Offered today").waitFor();
  expect(await page.locator(".locks dd").allInnerTexts()).toHaveLength(2);
  expect(await faultsOf(page, "refused")).toEqual([]);
  expect((await stage.letters()).length).toBe(before);
  await context.close();
});

/** Runs in the page: over how many of the seven words its bar lies. */
function barOverWords(): number {
  const bar = document.querySelector(".bottom")?.getBoundingClientRect().top ?? 0;
  return [...document.querySelectorAll(".words .word")].filter((word) => word.getBoundingClientRect().bottom > bar).length;
}

/** What takes the focus, by Tab from her words on, under the bar of a phone: she would type what she cannot see. */
async function fieldsUnderBar(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByLabel("What you want to say").focus();
  const under: string[] = [];
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    under.push(
      ...(await page.evaluate(() => {
        const [bar, at] = [document.querySelector(".bottom"), document.activeElement];
        const isUnder =
          bar && at && at !== document.body && !bar.contains(at) && at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
        return isUnder ? [at.closest("label, p")?.textContent ?? at.outerHTML.slice(0, 60)] : [];
      })),
    );
  }
  await page.setViewportSize({ width: 1_440, height: 900 });
  return under;
}

async function fillWords(page: Page, words: readonly string[]): Promise<void> {
  for (const [at, word] of words.entries()) await page.getByLabel(`Word ${at + 1}`).fill(word, { timeout: patience });
}
