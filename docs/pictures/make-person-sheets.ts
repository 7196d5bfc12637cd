import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { type Serving, type Session, openApp, scratchFolder, startBrowser, startServing } from "../../test/journeys/browser.ts";
import { keepNotes, passphrase, second } from "../../test/journeys/kept-notes.ts";
import { openFolds, seeHome } from "../../test/journeys/notes-of-hers.ts";
import * as steps from "../../test/journeys/steps.ts";
import { walkFirstPage } from "../../test/journeys/walk-screens.ts";
import { type Shot, laySheet } from "./lay-sheet.ts";

/**
 * Draws the sheets of her own screens: the first page, the notes page, keeping, the journal, and people who can help with what is good to know; each on a
 * phone, some wide and some by night. Everything in them is invented: `npx tsx docs/pictures/make-person-sheets.ts` after a build.
 */

/** A reader on a slow line sees it too. Bytes. */
const largest = 900_000;
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };
/** What stands further down is as what stands above it. CSS pixels. */
const longest = 1_400;

/** Looks at the screen at hand: on a phone, wide too where it is laid out otherwise there, by night too. */
type Look = (says: string, more?: readonly ("wide" | "night")[]) => Promise<void>;

/** One sheet: its name, and the walk past its screens. */
type Walk = (stage: Stage, look: (page: Page) => Look) => Promise<void>;

interface Stage {
  readonly browser: Browser;
  readonly serving: Serving;
  readonly open: () => Promise<Session>;
}

const sheets: Readonly<Record<string, readonly [title: string, walk: Walk]>> = {
  "her-first-page": ["The first page: danger, what stays behind, twelve questions, four words", firstPage],
  "her-notes-page": ["The notes page: writing while locked, opening, what the second passphrase opens", notesPage],
  "her-keeping": ["Keeping: passphrase, twelve words, copy, openings, removing", keeping],
  "her-journal": ["The journal: home, what happened, what was written while locked, papers that stay apart", journal],
  "her-help-and-learning": ["People who can help, what is good to know", helpAndLearning],
};

async function makeSheets(): Promise<void> {
  const serving = await startServing();
  const browser = await startBrowser();
  const asked = process.argv.slice(2);
  try {
    for (const [name, [title, walk]] of Object.entries(sheets)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      const shots: Shot[] = [];
      const open = async (): Promise<Session> => {
        const session = await openApp(browser, serving.address, { viewport: phone, acceptDownloads: true });
        await session.context.addInitScript(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
        // What runs these programs names each function by this, also those that are handed into a page.
        await session.context.addInitScript("globalThis.__name = (named) => named");
        await session.page.reload();
        return session;
      };
      await walk({ browser, serving, open }, lookInto(name, shots));
      const context = await browser.newContext();
      const png = await laySheet(context, { title, shots, never: [] });
      await context.close();
      if (png.length > largest) throw new Error(`${name} has ${png.length} bytes: it is to have ${largest} at most`);
      writeFileSync(fileURLToPath(new URL(`${name}.png`, import.meta.url)), png);
    }
  } finally {
    await browser.close();
    await serving.close();
  }
}

/** Where the pictures of the screens go by themselves, if somebody wants to look closer. */
const folder = process.env["PICTURES"];

function lookInto(sheet: string, shots: Shot[]): (page: Page) => Look {
  return (page) =>
    async (says, more = []) => {
      for (const look of ["phone", ...more] as const) {
        const size = look === "wide" ? wide : phone;
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: look === "night" ? "dark" : "light" });
        const full = await page.evaluate(() => document.documentElement.scrollHeight);
        // As tall as what stands on it: bars that stay would stand in the middle of a picture that is longer than its window.
        const height = Math.min(Math.max(full, size.height), longest);
        await page.setViewportSize({ ...size, height });
        await page.evaluate(() => scrollTo(0, 0));
        const png = await page.screenshot();
        const name = look === "phone" ? says : `${says}, ${look === "wide" ? "wide" : "by night"}`;
        shots.push({ says: name, isPhone: look !== "wide", width: size.width, height, png });
        if (folder !== undefined)
          writeFileSync(join(folder, `${sheet} ${String(shots.length).padStart(2, "0")} ${name}.png`.replaceAll(/[^\w.]+/g, "-")), png);
      }
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: "light" });
    };
}

async function firstPage({ open }: Stage, into: (page: Page) => Look): Promise<void> {
  const { page, context } = await open();
  const look = into(page);
  await steps.seeHeading(page, "Is anyone in danger now?");
  await look("Arrival", ["wide", "night"]);
  await steps.askForHelp(page);
  await look("Help now", ["wide"]);
  await page.goBack();
  const twice = new Set(["first question", "result"]);
  await walkFirstPage(page, (screen) => look(screen, twice.has(screen) ? ["wide"] : []));
  await context.close();
}

async function notesPage({ open, serving }: Stage, into: (page: Page) => Look): Promise<void> {
  const { page, context } = await open();
  const look = into(page);
  await page.goto(new URL("/notes/", serving.address).href);
  await look("Nothing kept");
  await steps.press(page, /^My notes/);
  await steps.seeHeading(page, "There are no notes here yet");
  await look("No notes here yet");
  const words = await keepNotes(context, serving.address);
  await page.goto(new URL("/notes/", serving.address).href);
  await page.getByText("Locked", { exact: true }).waitFor();
  await page.locator("#words").fill("White van at the end of the road again, engine on");
  await steps.press(page, "Another time");
  await page.getByLabel("When did it happen?").fill("Friday, about nine");
  await look("Writing while locked", ["wide", "night"]);
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
  await look("Saved while locked");
  await steps.press(page, "About these notes");
  await look("About these notes");
  await page.goBack();
  await steps.press(page, /^My notes/);
  await page.getByLabel("Passphrase").fill("hen caravan");
  await look("Opening", ["wide"]);
  for (let wrong = 0; wrong < 2; wrong++) {
    await page.getByLabel("Passphrase").fill("hen caravan");
    await steps.press(page, /^Open$/);
    await page.getByText("Nothing is erased").waitFor();
    await look(`Wrong, try ${wrong + 1}`, wrong === 1 ? ["night"] : []);
    if (wrong === 0) await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  }
  await steps.press(page, /^Use the twelve words/);
  for (const [at, word] of words.with(3, "zzzzz").entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, /^Open$/);
  await page.getByText("is not in the list of words").waitFor();
  await look("Twelve words, one mistyped", ["wide"]);
  await page.goBack();
  await steps.seeHeading(page, "Open my notes");
  await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  await page.getByLabel("Passphrase").fill(second);
  await steps.press(page, /^Open$/);
  await page.locator("#more-words").fill("Eggs, stamps");
  await steps.press(page, "Save");
  await page
    .getByText(/^Saved at/)
    .last()
    .waitFor();
  await look("Ordinary notes, by the second passphrase");
  await context.close();
}

async function makeAll(page: Page, look: Look): Promise<void> {
  await steps.goToFiles(page);
  await steps.press(page, "Your notes on this device");
  await steps.seeHeading(page, "Nothing is kept on this device");
  await look("Nothing kept yet");
  await steps.press(page, "Keep notes here");
  await steps.seeHeading(page, "Keep notes on this device");
  await look("Before notes are made", ["wide"]);
  await steps.press(page, "Make a passphrase");
  await page.getByLabel("New passphrase", { exact: true }).fill("Bella1987");
  await page.getByRole("button", { name: "Use mine all the same" }).waitFor();
  await look("A passphrase that is soon guessed", ["wide"]);
  await page.getByLabel("New passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: /^(?:Use mine all the same|Go on)$/ }).waitFor();
  await page.waitForTimeout(500);
  const mine = page.getByRole("button", { name: "Use mine all the same" });
  if (await mine.isVisible()) await mine.click();
  await page.getByLabel("Type it again", { exact: true }).fill(passphrase);
  await look("A passphrase that holds", ["night"]);
  await steps.press(page, "Go on");
  await steps.seeHeading(page, "A second passphrase, if you want one");
  await look("A second passphrase");
  await steps.press(page, "Go on without one");
  await steps.seeHeading(page, "Write these twelve words down");
  await look("Twelve words", ["wide"]);
  const words = (await page.locator("ol.shown .word").allInnerTexts()).slice(0, 12);
  await steps.press(page, "I have them on paper");
  for (const [at, word] of words.with(5, "zzzzz").entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, "Check");
  await page.getByText("is not in the list of words").waitFor();
  await look("Typed back, one mistyped", ["wide"]);
  await page.getByLabel("Word 6", { exact: true }).fill(words[5] ?? "");
  await steps.press(page, "Check");
  await steps.seeHeading(page, "Your notes are kept here now");
  await look("Kept");
}

async function keeping({ open }: Stage, into: (page: Page) => Look): Promise<void> {
  const { page, context } = await open();
  const look = into(page);
  await makeAll(page, look);
  await steps.press(page, "Not now: go on");
  await seeHome(page);
  await steps.press(page, "Your notes on this device");
  await steps.seeHeading(page, "Your notes on this device");
  await look("Your notes on this device", ["wide", "night"]);
  await steps.press(page, /^What opens your notes/);
  await look("What opens them");
  await page.goBack();
  await steps.press(page, /^A copy for another place/);
  await look("A copy");
  await steps.press(page, "Make a copy");
  await steps.seeHeading(page, "Save the copy, then try it");
  await look("Save, then try");
  const scratch = scratchFolder();
  await page.getByLabel("Try the copy").setInputFiles(await steps.save(page, "Save the copy", scratch.path));
  await steps.seeHeading(page, "The copy opens. Everything in it is the same.");
  scratch.remove();
  await look("Tried", ["wide", "night"]);
  for (let back = 0; back < 6 && !(await page.getByRole("heading", { level: 1, name: "Your notes on this device" }).isVisible()); back++) {
    await page.goBack();
    await page.waitForTimeout(300);
  }
  await steps.press(page, /^Openings and wrong tries/);
  await page.getByText("You are in now").waitFor();
  await look("Openings");
  await page.goBack();
  await steps.press(page, /^Bring notes back from a copy/);
  await look("Back from a copy");
  await page.goBack();
  await steps.press(page, /^Remove everything/);
  await look("Removing", ["wide"]);
  await context.close();
}

const written = [
  "He was outside the gym when I came out. Same coat as before.",
  "Two calls with nobody there, then a text: “I only want to talk.”",
  "A card under the door. No stamp.",
];

async function journal({ open, serving }: Stage, into: (page: Page) => Look): Promise<void> {
  const { page, context } = await open();
  const look = into(page);
  await keepNotes(context, serving.address);
  await page.goto(new URL("/notes/", serving.address).href);
  await page.locator("#words").fill("Same van, engine on");
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
  await steps.press(page, /^My notes/);
  await page.getByLabel("Passphrase").fill(passphrase);
  await steps.press(page, /^Open$/);
  await page.getByRole("heading", { level: 1, name: /kept here/ }).waitFor();
  await look("Home, with something that waits");
  await steps.press(page, "Add what happened");
  await steps.seeHeading(page, "What happened?");
  await look("What happened, empty", ["wide"]);
  for (const [at, words] of written.entries()) {
    if (at > 0) await steps.press(page, "Write about something else");
    await page.getByLabel("What happened?").fill(words);
    if (at === 0) {
      await openFolds(page);
      await look("What happened, all of it open");
    }
    await steps.press(page, "Save");
    await steps.seeHeading(page, "Saved");
    if (at === 0) await look("Saved");
  }
  await steps.press(page, "Go to the beginning");
  await page.getByRole("heading", { level: 1, name: /kept here/ }).waitFor();
  await look("Home", ["wide", "night"]);
  await steps.press(page, /note written while locked/);
  await page.getByText("Same van, engine on").waitFor();
  await look("Written while locked", ["wide"]);
  await page.goBack();
  await steps.press(page, "Read what you wrote");
  await page.getByText("No stamp").waitFor();
  await look("What you wrote");
  await steps.press(page, /outside the gym/);
  await page.getByRole("button", { name: "Add to it" }).waitFor();
  await look("One entry");
  await steps.press(page, "Take it back");
  await look("Taking back");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await steps.press(page, "Private notes");
  await page.locator("main h1").waitFor();
  await look("Private notes");
  await page.goBack();
  await steps.press(page, "Plan to stay safe");
  await page.locator("main h1").waitFor();
  await look("A plan");
  await page.goBack();
  await steps.press(page, "Put Notes on the home screen");
  await look("A promise to keep it");
  await page.goBack();
  await steps.press(page, "Bring in messages");
  await look("Bring in messages", ["wide"]);
  await context.close();
}

async function helpAndLearning({ open }: Stage, into: (page: Page) => Look): Promise<void> {
  const { page, context } = await open();
  const look = into(page);
  await steps.goToFiles(page);
  await steps.press(page, "People who can help");
  await steps.seeHeading(page, "People who can help");
  await look("People who can help", ["wide", "night"]);
  await page.locator("summary").first().click();
  await look("One of them open");
  await page.getByRole("button", { name: /^Show it large/ }).click();
  await look("A number, large");
  await page.goBack();
  await page.goBack();
  await steps.press(page, "What is good to know");
  await steps.seeHeading(page, "What is good to know");
  await look("What is good to know", ["wide"]);
  const topics = await page.locator(".onward .row strong").allInnerTexts();
  for (const [at, topic] of topics.entries()) {
    await page.locator(".onward .row").nth(at).click();
    await steps.seeHeading(page, topic);
    await look(topic, topic.startsWith("When they know") ? ["wide"] : []);
    await page.goBack();
    await steps.seeHeading(page, "What is good to know");
  }
  await context.close();
}

void makeSheets();
