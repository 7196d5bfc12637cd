import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { pictureThatSays } from "../../fixtures/pictures-that-say.ts";
import { axe, runAxe } from "./axe.ts";
import { type Session, scratchFolder } from "./browser.ts";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { keepNotes, passphrase as kept } from "./kept-notes.ts";
import { addEntry, makeNotes, openFolds, passphrase, seeHome } from "./notes-of-hers.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";
import { keptFiles } from "./vault-worker.ts";

const expected = steps.readExpected();
const cli = fileURLToPath(new URL("../../apps/cli/bin/unmask.js", import.meta.url));
const scratch = scratchFolder();
const stage = setStage();
afterAll(() => scratch.remove());

async function openWithNotes(): Promise<Session> {
  const session = await stage.open({ acceptDownloads: true });
  await session.context.addInitScript(axe);
  await session.page.reload();
  await makeNotes(session.page);
  return session;
}

/** What a screen is at fault in: by axe, and what sticks out at the side; on a phone and on a desktop, light and dark. */
async function faultsOf(page: Page, screen: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme] of [
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
    [320, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${width}: sticks out by ${wide}`);
    faults.push(...(await runAxe(page)).map((says) => `${screen}, ${width}, ${colorScheme}: ${says}`));
    const shots = process.env["SHOTS"];
    if (shots !== undefined)
      await page.screenshot({ path: join(shots, `${screen.replaceAll(" ", "-")}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

/** `unmask verify` with her key, and what it says. */
function verify(
  { pack, key, pub }: Awaited<ReturnType<typeof steps.savePack>>,
  ...more: readonly string[]
): { readonly status: number | null; readonly says: string } {
  const { status, stdout } = spawnSync("node", [cli, "verify", pack, "-i", key, "--signer", pub, ...more], { encoding: "utf8" });
  return { status, says: stdout };
}

it("keeps what she writes by keyboard alone, with her fear and a photo; what she adds and takes back stands behind it, also in the pack", async () => {
  const { page, context, wrong } = await openWithNotes();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => void faults.push(...(await faultsOf(page, screen)));
  await seen("home with nothing");
  await pressOn(page, "Add what happened");
  await steps.seeHeading(page, "What happened?");
  await page.getByText("You need none of this to report.").waitFor();
  await pressOn(page, "Save");
  await page.getByRole("alert").getByText("Write what happened first.").waitFor();
  await typeInto(page, "What happened?", "He was outside the gym when I came out.");
  await tabTo(page, "Just now");
  await page.keyboard.press("Space");
  await typeInto(page, "Name, or what you call them", "R.");
  await pressOn(page, "Save");
  await steps.seeHeading(page, "Saved");
  await seen("saved");
  await pressOn(page, "Go to the beginning");
  await seeHome(page);

  await steps.press(page, "Add what happened");
  await steps.seeHeading(page, "What happened?");
  expect(await page.getByText("You need none of this to report.").isVisible()).toBe(false);
  await openFolds(page);
  await page.getByLabel("What happened?").fill("He came to the door at night and shouted.");
  await page.getByRole("radio", { name: "Another day" }).check();
  const day = page.getByRole("group", { name: "Which day" });
  await day.getByLabel("Day", { exact: true }).fill("31");
  await day.getByLabel("Month").fill("2");
  await day.getByLabel("Year").fill("2026");
  await steps.press(page, "Save");
  await page.getByRole("alert").getByText("There is no such day.").waitFor();
  await day.getByLabel("Day", { exact: true }).fill("21");
  await page.getByLabel("What time, if you know").fill("01:10");
  await page.getByLabel("Give or take").selectOption("30 minutes");
  await page.getByLabel("How it made you feel").fill("I shook.");
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByLabel(/^What you changed/).fill("I sleep at my sister's.");
  await page.getByRole("checkbox", { name: "Sleep" }).check();
  await page.getByRole("checkbox", { name: /^Turned up/ }).check();
  await page.getByLabel("Where it was").fill("My door");
  await page
    .getByLabel("Choose photos or files")
    .setInputFiles({ name: "door.jpg", mimeType: "image/jpeg", buffer: Buffer.from("a picture") });
  await page.getByLabel("Where you reported it").fill("police");
  await page.getByLabel("The number they gave you").fill("CR/4471/26");
  await seen("entry");
  await steps.press(page, "Save");
  await steps.seeHeading(page, "Saved");
  await steps.press(page, "Read what I wrote");
  await steps.seeHeading(page, "21 February 2026, 01:10, give or take 30 minutes");
  await page.getByText("door.jpg", { exact: true }).waitFor();
  await steps.press(page, "Add to it");
  await steps.press(page, "Save");
  await page.getByRole("alert").getByText("There is nothing to add yet.").waitFor();
  await page.getByLabel("What you want to add or put right").fill("My neighbour saw it.");
  await seen("add to it");
  await steps.press(page, "Save");
  await page.getByRole("heading", { level: 2, name: /^Added / }).waitFor();
  await page.getByText("He came to the door at night and shouted.").waitFor();
  await seen("one entry");
  await page.goBack();
  await seeHome(page);

  await steps.press(page, "Read what you wrote");
  await seen("what she wrote");
  await steps.press(page, /outside the gym/);
  await steps.press(page, "Take it back");
  await steps.seeHeading(page, "Take it back?");
  await seen("take it back");
  await page.getByLabel("Why, if you want to say").fill("It was somebody else.");
  await steps.press(page, "Take it back");
  await page.getByText("It is not told any more as having happened.").waitFor();
  expect(await page.getByText("He was outside the gym when I came out.").isVisible()).toBe(true);
  await page.goBack();
  await page.goBack();
  await seeHome(page);
  await steps.seeHeading(page, "3 things are kept here");
  await seen("home");

  await steps.press(page, "Make a report");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
  const saved = await steps.savePack(page, scratch.path);
  expect(verify(saved)).toMatchObject({ status: 0 });
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("asks who is who before a report of her notes alone; with her photo in it, it is verified, and read again it agrees", async () => {
  const { page, context, wrong } = await openWithNotes();
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("R. sat in his car outside the nursery.");
  await openFolds(page);
  await page.getByRole("radio", { name: "Just now" }).check();
  await page.getByLabel("Name, or what you call them").fill("R.");
  const photo = Buffer.from(pictureThatSays({ taken: "2026:02:21 01:10:33" }));
  await page.getByLabel("Choose photos or files").setInputFiles({ name: "car.jpg", mimeType: "image/jpeg", buffer: photo });
  await steps.press(page, "Save");
  await steps.press(page, "Go to the beginning");
  await seeHome(page);
  await steps.press(page, "Make a report");
  await steps.seeHeading(page, "Who is who?");
  await page.getByText("What you wrote goes into the report in your words, whatever you say here.").waitFor();
  await page.getByRole("group").filter({ hasText: "R." }).getByRole("radio", { name: "Them" }).check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await steps.seeHeading(page, /1 act of theirs/);
  await steps.makePack(page);
  const saved = await steps.savePack(page, scratch.path);
  const checked = verify(saved, "--json");
  expect(checked).toMatchObject({ status: 0 });
  expect(checked.says).toContain('{"path":"data/originals/0002.jpg","verdict":"valid"');
  const again = verify(saved, "--again");
  expect(again).toMatchObject({ status: 0 });
  expect(again.says).toContain("Read again: what the pack says agrees with its originals");
  expect(wrong).toEqual([]);
  await context.close();
});

it("goes on counting where the clock of the device is set back, and says of which entries the hour is not certain", async () => {
  const { page, context, wrong } = await openWithNotes();
  await addEntry(page, "The van again.");
  await steps.press(page, "Write about something else");
  // The clock of the worker: 40 days earlier from now on.
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    const own = Date.now.bind(Date);
    Date.now = () => own() - 3_456_000_000;
  });
  await page.getByLabel("What happened?").fill("A call with nobody there.");
  await steps.press(page, "Save");
  await page.getByText("as number 2").waitFor();
  await steps.press(page, "Write about something else");
  await worker?.evaluate(() => {
    const set = Date.now.bind(Date);
    Date.now = () => set() + 3_456_000_000;
  });
  await page.getByLabel("What happened?").fill("A letter under the door.");
  await steps.press(page, "Save");
  await page.getByText("as number 3").waitFor();
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "Read what you wrote");
  // Of the two that contradict each other nobody knows which is right; the third is behind both.
  for (const [words, isInDoubt] of [
    [/nobody there/, true],
    [/van again/, true],
    [/letter under the door/, false],
  ] as const) {
    await steps.press(page, words);
    await page.getByText("by this device’s clock").waitFor();
    expect(await page.getByText("clock went back around then").isVisible()).toBe(isInDoubt);
    expect(await page.getByText("It was before").isVisible()).toBe(isInDoubt);
    await page.goBack();
  }
  expect(wrong).toEqual([]);
  await context.close();
});

/** Goes back, screen by screen, until home stands there. */
async function goBackHome(page: Page): Promise<void> {
  const home = page.getByRole("heading", { name: /kept here$/ });
  for (let back = 0; back < 30 && !(await home.isVisible()); back++) {
    await page.goBack();
    // A screen is drawn after the step in the history.
    await page.waitForTimeout(500);
  }
  await seeHome(page);
}

it("keeps the sample case, draws the same timeline as without keeping it, and gives each exhibit the number that it had", async () => {
  const { page, context, wrong } = await openWithNotes();
  await steps.press(page, "Bring in messages");
  await steps.chooseFolder(page);
  await steps.readFiles(page);
  await page.getByText("20 new files are sealed on this device.").waitFor();
  await steps.chooseWho(page, expected);
  await steps.enterDays(page, expected);
  await steps.press(page, "Show the timeline");
  await steps.seeHeading(page, /acts? of theirs/);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await steps.makePack(page);
  expect(verify(await steps.savePack(page, scratch.path))).toMatchObject({ status: 0 });

  // Locked and opened again: the timeline is as before, and nothing is asked again.
  await steps.press(page, "Go to the beginning");
  await seeHome(page);
  await page.getByRole("figure").first().waitFor();
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await steps.press(page, "See the timeline");
  await steps.seeHeading(page, title);
  await steps.makePack(page);
  expect(verify(await steps.savePack(page, scratch.path))).toMatchObject({ status: 0 });

  // Brought in once more: nothing is kept twice, and what she stated is still there.
  await goBackHome(page);
  await steps.press(page, "Bring in messages");
  await steps.chooseFolder(page);
  await steps.readFiles(page);
  await page.getByText("20 were here already, and are not kept twice.").waitFor();
  await steps.press(page, "Say who is who");
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await steps.seeHeading(page, title);
  expect(wrong).toEqual([]);
  await context.close();
});

/** Opens notes that are locked, on the notes page. */
async function openNotes(page: Page, by: string): Promise<void> {
  await steps.press(page, /^My notes/);
  await typePassphrase(page, by);
}

async function typePassphrase(page: Page, by: string): Promise<void> {
  await page.getByLabel("Passphrase", { exact: true }).fill(by);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /kept here$/ }).waitFor();
}

async function writeWhileLocked(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "New note" }).fill(words);
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
}

it("asks of each note that was written while locked whose it is, and what is not decided waits; what she was writing is there again", async () => {
  const { page, context, wrong } = await stage.open({ acceptDownloads: true });
  await context.addInitScript(axe);
  await keepNotes(context, stage.address());
  await page.goto(new URL("/notes/", stage.address()).href);
  for (const words of ["White van again. Engine on.", "who have you been talking to", "milk, bin bags", "a fourth one"])
    await writeWhileLocked(page, words);
  await openNotes(page, kept);
  const faults: string[] = [];
  faults.push(...(await faultsOf(page, "home that waits")));
  await steps.press(page, /^4 notes written while locked/);
  await steps.seeHeading(page, "Written while locked: 4");
  const say = (words: string, word: string): Promise<void> =>
    page.locator(".waiting-note", { hasText: words }).getByRole("radio", { name: word }).check();
  await say("White van", "I wrote it");
  await say("who have you", "Not me, keep it");
  await say("milk", "Throw away");
  faults.push(...(await faultsOf(page, "written while locked")));
  await page.getByText("1 not decided stays here, sealed").waitFor();
  await steps.press(page, "Go on with these 3");
  await steps.seeHeading(page, "Written while locked: 1");
  await page.goBack();
  await seeHome(page);
  await page.getByRole("button", { name: /^1 note written while locked/ }).waitFor();
  await steps.press(page, "Read what you wrote");
  await page.getByText("White van again. Engine on.").waitFor();
  await page.getByText("Written while locked, not by you.").waitFor();
  expect(await page.getByText("milk").count()).toBe(0);
  await page.goBack();
  // Locked while she writes: it is sealed, and offered again.
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He rang at the");
  await page.goBack();
  await seeHome(page);
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, kept);
  await steps.press(page, /^Something you began to write/);
  expect(await page.getByLabel("What happened?").inputValue()).toBe("He rang at the");
  await page.getByLabel("What happened?").fill("He rang at the door.");
  await steps.press(page, "Save");
  await steps.press(page, "Go to the beginning");
  await seeHome(page);
  expect(await page.getByText("Something you began to write").count()).toBe(0);
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("stays open where she presses Lock on a full phone and what she writes would be lost, says so, and locks when there is room", async () => {
  const { page, context, wrong } = await openWithNotes();
  const press = (name: string | RegExp): Promise<void> => steps.press(page, name);
  await press("Add what happened");
  await page.getByLabel("What happened?").fill("He rang at the");
  await page.goBack();
  await seeHome(page);
  const cdp = await context.newCDPSession(page);
  const { origin } = new URL(stage.address());
  const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: Math.floor(usage / 2) });
  await press(/^Lock$/);
  await page.getByText("Not locked: what you have begun to write could not be sealed").waitFor();
  expect(await faultsOf(page, "not locked")).toEqual([]);
  await press(/^Something you began to write/);
  expect(await page.getByLabel("What happened?").inputValue()).toBe("He rang at the");
  await page.goBack();
  await seeHome(page);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await press(/^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await page.getByText("It is sealed until you go on with it.").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("keeps all that she has begun over a lock, and writes over none of it where she begins another", async () => {
  const { page, context, wrong } = await openWithNotes();
  const press = (name: string | RegExp): Promise<void> => steps.press(page, name);
  await addEntry(page, "A car outside.");
  await press("Go to the beginning");
  await seeHome(page);
  await press("Read what you wrote");
  await press(/A car outside/);
  await press("Add to it");
  await page.getByLabel("What you want to add or put right").fill("It was blue.");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await seeHome(page);
  await press("Private notes");
  await page.getByLabel("A new note").fill("My sister has");
  await press("Plan to stay safe");
  await page.getByLabel("A new part of the plan").fill("The blue bag");
  await page.goBack();
  await steps.seeHeading(page, "Private notes");
  expect(await page.getByLabel("A new note").inputValue()).toBe("My sister has");
  await page.goBack();
  await seeHome(page);
  await press("Add what happened");
  await page.getByLabel("What happened?").fill("He rang at the");
  await page.goBack();
  await seeHome(page);
  expect(await page.getByText("It is not saved yet.").count()).toBe(4);
  await press(/^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await page.getByText("It is sealed until you go on with it.").first().waitFor();
  expect(await page.getByText("It is sealed until you go on with it.").count()).toBe(4);
  // Two of one kind are told apart by their hour and their first words; hidden, by their hour.
  const rang = page.getByRole("button", { name: /^Something you began to write/ });
  expect(await rang.innerText()).toMatch(/today, \d\d:\d\d He rang at the/);
  await press("Hide this");
  expect(await rang.innerText()).toMatch(/today, \d\d:\d\d/);
  expect(await page.getByText("He rang at the").count()).toBe(0);
  await press("Show what is here");
  // Another is begun and left, then the first is taken up: the other is sealed, and both are there.
  await press("Add what happened");
  await page.getByLabel("What happened?").fill("A letter without a stamp");
  await page.goBack();
  await seeHome(page);
  await page.getByRole("button", { name: /^Something you began to write.*sealed/ }).click();
  await page.getByRole("heading", { level: 1, name: "What happened?" }).waitFor();
  expect(await page.getByLabel("What happened?").inputValue()).toBe("He rang at the");
  await press("Save");
  await press("Go to the beginning");
  await seeHome(page);
  await press(/^Something you began to write/);
  expect(await page.getByLabel("What happened?").inputValue()).toBe("A letter without a stamp");
  await press("Throw away what is typed here");
  await page.goBack();
  await seeHome(page);
  await press(/^What you began to add to number 1/);
  expect(await page.getByLabel("What you want to add or put right").inputValue()).toBe("It was blue.");
  await press("Save");
  await page.getByRole("heading", { level: 1, name: "Add to it" }).waitFor({ state: "detached" });
  await seeHome(page);
  await press(/^A private note that you began/);
  expect(await page.getByLabel("A new note").inputValue()).toBe("My sister has");
  await press("Save");
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.goBack();
  await seeHome(page);
  await press(/^A part of your plan that you began/);
  expect(await page.getByLabel("A new part of the plan").inputValue()).toBe("The blue bag");
  await page.goBack();
  await seeHome(page);
  expect(await page.getByRole("button", { name: /you began/ }).count()).toBe(1);
  await press("Read what you wrote");
  await page.getByText("He rang at the").waitFor();
  expect(await page.getByText("A letter without a stamp").count()).toBe(0);
  await press(/A car outside/);
  await page.getByText("It was blue.").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("seals what she is writing where she leaves quickly, and what she typed before she opened her notes", async () => {
  const { page, context, wrong } = await openWithNotes();
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He came in while I");
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.getByText("Locked", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "New note" }).fill("White van again.");
  await openNotes(page, passphrase);
  await page.getByRole("button", { name: /^1 note written while locked/ }).waitFor();
  await steps.press(page, /^Something you began to write/);
  expect(await page.getByLabel("What happened?").inputValue()).toBe("He came in while I");
  await page.goBack();
  await steps.press(page, /^1 note written while locked/);
  await page.getByText("White van again.").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

/** How many files stand where those that she brought in are sealed. */
async function sealedFiles(page: Page): Promise<number> {
  return [...(await keptFiles(page)).keys()].filter((path) => path.startsWith("originals/")).length;
}

/** Begins an entry with a photo, and goes back home. */
async function beginWithPhoto(page: Page, words: string, buffer: Buffer): Promise<void> {
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill(words);
  await openFolds(page);
  await page.getByLabel("Choose photos or files").setInputFiles({ name: "door.jpg", mimeType: "image/jpeg", buffer });
  await page.getByLabel(/^Which device/).fill("My phone");
  await page.getByLabel(/^What was cut/).fill("The sides");
  await page.goBack();
  await seeHome(page);
}

it("keeps over a lock the photo of what she has begun, with what she says of it, and the entry has it; thrown away it is gone", async () => {
  const { page, context, wrong } = await openWithNotes();
  const press = (name: string | RegExp): Promise<void> => steps.press(page, name);
  await beginWithPhoto(page, "He left this at the door", Buffer.from("a picture of the door"));
  await press(/^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await steps.seeHeading(page, "Nothing is kept here");
  await press(/^Something you began to write/);
  await openFolds(page);
  await page.locator("bdi", { hasText: "door.jpg" }).waitFor();
  expect(await page.getByLabel(/^Which device/).inputValue()).toBe("My phone");
  await press("Save");
  await steps.seeHeading(page, "Saved");
  await press("Read what I wrote");
  await page.locator("bdi", { hasText: "door.jpg" }).waitFor();
  await page.getByText("My phone").waitFor();
  await page.getByText("The sides").waitFor();
  await page.goBack();
  await seeHome(page);
  // The entry and its photo, which lies where it was sealed first.
  await steps.seeHeading(page, "2 things are kept here");
  expect([await sealedFiles(page), await page.getByText("Something you began to write").count()]).toEqual([1, 0]);

  await beginWithPhoto(page, "And this at the gate", Buffer.from("a picture of the gate"));
  await expect.poll(() => sealedFiles(page)).toBe(2);
  await press(/^Something you began to write/);
  await press("Throw away what is typed here");
  await expect.poll(() => sealedFiles(page)).toBe(1);
  await page.goBack();
  await seeHome(page);

  // A film is sealed as it is chosen: whoever leaves does not wait for it.
  await beginWithPhoto(page, "What he filmed", Buffer.alloc(12_000_000, 7));
  await expect.poll(() => sealedFiles(page)).toBe(2);
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await press(/^Something you began to write/);
  await openFolds(page);
  await page.locator("bdi", { hasText: "door.jpg" }).waitFor();
  // Removed from it, and nothing else typed any more: nothing of it stays.
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.getByLabel("What happened?").fill("");
  await page.goBack();
  await seeHome(page);
  await press(/^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  expect(await sealedFiles(page)).toBe(1);
  await openNotes(page, passphrase);
  await seeHome(page);
  expect(await page.getByText("Something you began to write").count()).toBe(0);
  expect(wrong).toEqual([]);
  await context.close();
});

it("stays open where the photo of what she has begun could not be sealed, here and for another window, and lets go when there is room", async () => {
  const { page, context, wrong } = await openWithNotes();
  const cdp = await context.newCDPSession(page);
  const { origin } = new URL(stage.address());
  const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
  // Room for her words, and none for the photo.
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 1_000_000 });
  await beginWithPhoto(page, "He left this at the door", Buffer.alloc(4_000_000, 7));
  await steps.press(page, /^Lock$/);
  await page.getByText("Not locked: what you have begun to write could not be sealed").waitFor();
  const other = await context.newPage();
  await other.goto(new URL("/notes/", stage.address()).href);
  await steps.press(other, /^My notes/);
  await steps.press(other, "Use them here");
  await other.getByText("Another window holds something that could not be sealed: go there first.").waitFor();
  await steps.press(page, /^Something you began to write/);
  await openFolds(page);
  await page.locator("bdi", { hasText: "door.jpg" }).waitFor();
  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await steps.press(other, "Use them here");
  await steps.seeHeading(other, "Open my notes");
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await steps.press(page, /^Something you began to write/);
  await openFolds(page);
  await page.locator("bdi", { hasText: "door.jpg" }).waitFor();
  await steps.press(page, "Save");
  await steps.seeHeading(page, "Saved");
  expect(await sealedFiles(page)).toBe(1);
  await steps.press(page, "Go to the beginning");

  // Where she leaves all the same, what she says of it is there, and that it is not.
  const now = await cdp.send("Storage.getUsageAndQuota", { origin });
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: now.usage + 1_000_000 });
  await beginWithPhoto(page, "And this at the gate", Buffer.alloc(4_000_000, 8));
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.getByText("Locked", { exact: true }).waitFor();
  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await openNotes(page, passphrase);
  await steps.press(page, /^Something you began to write/);
  await openFolds(page);
  await page.getByText("It could not be sealed before your notes were locked. Remove it, and choose it again.").waitFor();
  expect(await page.getByLabel(/^Which device/).inputValue()).toBe("My phone");
  await steps.press(page, "Save");
  await page.getByRole("alert").getByText("A file that goes with it is not here").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("hands over to another window no note that is too long to be sealed: it stays where it was typed", async () => {
  const { page, context, wrong } = await openWithNotes();
  await steps.press(page, "Private notes");
  await page.getByLabel("A new note").fill("x".repeat(1_100_000));
  const other = await context.newPage();
  await other.goto(new URL("/notes/", stage.address()).href);
  await steps.press(other, /^My notes/);
  await steps.press(other, "Use them here");
  await other.getByText("Another window holds something that could not be sealed: go there first.").waitFor();
  expect((await page.getByLabel("A new note").inputValue()).length).toBe(1_100_000);
  await page.getByLabel("A new note").fill("My sister has the key");
  await steps.press(other, "Use them here");
  await steps.seeHeading(other, "Open my notes");
  await page.getByText("Locked", { exact: true }).waitFor();
  await typePassphrase(other, passphrase);
  await steps.press(other, /^A private note that you began/);
  expect(await other.getByLabel("A new note").inputValue()).toBe("My sister has the key");
  expect(wrong).toEqual([]);
  await context.close();
});

it("makes one entry and one note of three presses in one turn, open and locked", async () => {
  const { page, context, wrong } = await openWithNotes();
  const pressThrice = (): Promise<void> =>
    page.getByRole("button", { name: "Save", exact: true }).evaluate((button) => {
      for (let press = 0; press < 3; press++) if (button instanceof HTMLElement) button.click();
    });
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He rang.");
  await pressThrice();
  await steps.seeHeading(page, "Saved");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "Private notes");
  await page.getByLabel("A new note").fill("My sister has the key");
  await pressThrice();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.goBack();
  await steps.seeHeading(page, "2 things are kept here");
  await steps.press(page, /^Lock$/);
  await page.getByRole("textbox", { name: "New note" }).fill("White van.");
  await pressThrice();
  await page.getByText(/^Saved at/).waitFor();
  await openNotes(page, passphrase);
  await page.getByRole("button", { name: /^1 note written while locked/ }).waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("keeps over a lock what she has begun to say of her days, until the report holds it or she takes it out", async () => {
  const { page, context, wrong } = await openWithNotes();
  await addEntry(page, "A car outside.");
  await steps.press(page, "Go to the beginning");
  await seeHome(page);
  await steps.press(page, /^Make a report/);
  const field = page.getByLabel(/^What it has done to your days/);
  await field.fill("I take the back door.");
  await page.goBack();
  await seeHome(page);
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await steps.press(page, /^What it has done to your days, for a report/);
  expect(await field.inputValue()).toBe("I take the back door.");
  await field.fill("");
  await page.goBack();
  await seeHome(page);
  expect(await page.getByRole("button", { name: /^What it has done/ }).count()).toBe(0);
  await steps.press(page, /^Lock$/);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openNotes(page, passphrase);
  await seeHome(page);
  expect(await page.getByRole("button", { name: /^What it has done/ }).count()).toBe(0);
  expect(wrong).toEqual([]);
  await context.close();
});

/** Presses Save and types on in the same breath, before anything can be on the disk. */
async function saveAndTypeOn(page: Page, field: string, words: string, more: string): Promise<void> {
  await page.getByLabel(field).fill(words);
  await page.getByLabel(field).evaluate((area: HTMLTextAreaElement, typed) => {
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Save")?.click();
    area.value += typed;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, more);
}

it("keeps what she types while it saves: behind the entry that was saved, in the field of a note", async () => {
  const { page, context, wrong } = await openWithNotes();
  await steps.press(page, "Add what happened");
  await saveAndTypeOn(page, "What happened?", "He waited at the stop.", " The 73.");
  await steps.seeHeading(page, "Add to it");
  expect(await page.getByLabel("What you want to add or put right").inputValue()).toBe("The 73.");
  await saveAndTypeOn(page, "What you want to add or put right", "It was the 73.", " At nine.");
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "At nine.");
  await steps.press(page, "Save");
  await seeHome(page);
  await steps.press(page, "Read what you wrote");
  await steps.press(page, /He waited at the stop/);
  for (const words of ["He waited at the stop.", "It was the 73.", "At nine."]) await page.getByText(words, { exact: true }).waitFor();
  await page.goBack();
  await page.goBack();
  await seeHome(page);
  await steps.press(page, "Private notes");
  await saveAndTypeOn(page, "A new note", "Jo has a key.", " So has Sam.");
  await page.getByLabel("Write it anew").waitFor();
  await steps.press(page, "Save");
  await page.getByText("Jo has a key. So has Sam.", { exact: true }).waitFor();
  expect(await page.getByText("Jo has a key.").count()).toBe(1);
  expect(wrong).toEqual([]);
  await context.close();
});

it("keeps private notes apart, and destroys them for good", async () => {
  const { page, context, wrong } = await openWithNotes();
  const faults: string[] = [];
  await steps.press(page, "Private notes");
  await steps.seeHeading(page, "Private notes");
  await page.getByLabel("A new note").fill("My sister has a key.");
  await steps.press(page, "Save");
  await page.getByText("My sister has a key.").waitFor();
  faults.push(...(await faultsOf(page, "private notes")));
  await steps.press(page, /^Change/);
  await page.getByLabel("Write it anew").fill("My sister and Jo have a key.");
  await steps.press(page, "Save");
  await page.getByText("My sister and Jo have a key.").waitFor();
  await steps.press(page, "Plan to stay safe");
  await steps.seeHeading(page, "Plan to stay safe");
  faults.push(...(await faultsOf(page, "plan")));
  expect(await page.getByText("My sister").isVisible()).toBe(false);
  await page.goBack();
  await steps.press(page, /^Destroy it for good/);
  await page.getByText("Destroyed.", { exact: true }).waitFor();
  await page.getByText("My sister").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});
