import type { Page } from "playwright-core";
import type { PlainScreen } from "../../apps/person/src/front.ts";
import type { InsideScreen } from "../../apps/person/src/navigation.ts";
import type { IntakeStage } from "./intake-stage.ts";
import { keepNotes, passphrase, second } from "./kept-notes.ts";
import { seeHome } from "./notes-of-hers.ts";
import * as steps from "./steps.ts";

/** Every place of her app and how she comes there, for whoever looks at each of them or leaves from it. */

/** The places by the app's own names of its screens: one that is new, and has no way in the table below, does not compile. */
export type Place = NameOf<InsideScreen> | PlainScreen;
type NameOf<S> = S extends { readonly name: "keep"; readonly at: infer At extends string }
  ? `keep/${At}`
  : S extends { readonly name: infer Name }
    ? Name
    : never;

/** Where a way begins: home, with notes that are open; the first page of a browser that keeps nothing. */
export type Beginning = "home" | "nothing kept";

/** A way to a place. */
export interface Way {
  readonly from: Beginning;
  readonly go: (page: Page, stage: IntakeStage) => Promise<void>;
}

/** What stands in the notes that the ways begin in; nobody who has no key may find it. */
export const kept = {
  entry: "canary-kept-entry-x by the bins",
  note: "canary-kept-note-x",
  plan: "canary-kept-plan-x",
  waiting: "canary-kept-waiting-x",
  message: "canary-kept-message-x",
  sender: "Canary-kept-sender-x",
} as const;

const chat = Array.from({ length: 30 }, (_, at) => {
  const [day, minute] = [String((at % 28) + 1).padStart(2, "0"), String(at + 10)];
  return `[${day}/03/2026, 02:${minute}:05] ${kept.sender}: ${kept.message} I know that you are awake ${at}\n`;
}).join("");
const chatFile = { name: "canary-kept-file-x_chat.txt", mimeType: "text/plain", buffer: Buffer.from(chat) };

/** Makes notes with something in each part of them, and locks them; one more note waits that was written while they were locked. */
export async function keepAllKinds(page: Page, address: string): Promise<void> {
  await keepNotes(page.context(), address);
  await openHome(page, address);
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill(kept.entry);
  await steps.press(page, "Save");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "Private notes");
  await page.getByLabel("A new note").fill(kept.note);
  await steps.press(page, "Save");
  await page.getByText("Saved.").waitFor();
  await steps.press(page, "Plan to stay safe");
  await page.getByLabel("A new part of the plan").fill(kept.plan);
  await steps.press(page, "Save");
  await page.getByText("Saved.").waitFor();
  await page.goBack();
  await page.goBack();
  await seeHome(page);
  await bringIn(page);
  await steps.press(page, "Say who is who");
  await page.getByRole("group").getByRole("radio", { name: "Them", exact: true }).first().check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await steps.seeHeading(page, /acts? of theirs/);
  await page.goto(new URL("/notes/", address).href);
  await page.getByText("Locked", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "New note" }).fill(kept.waiting);
  await steps.press(page, "Save");
  await page.getByText(/^Saved at/).waitFor();
}

/** To home: the notes page anew, and what is kept is opened. */
export async function openHome(page: Page, address: string): Promise<void> {
  await page.goto(new URL("/notes/", address).href);
  await page.getByText("Locked", { exact: true }).waitFor();
  await openBy(page, passphrase);
  await seeHome(page);
}

/** Opens by what is typed. */
async function openBy(page: Page, typed: string): Promise<void> {
  await steps.press(page, /^My notes/);
  await page.getByLabel("Passphrase", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Opens her notes while the notes page stands there, and goes home. */
export async function openFromFace(page: Page): Promise<void> {
  await page.getByText("Locked", { exact: true }).waitFor();
  await openBy(page, passphrase);
  await seeHome(page);
}

const toEntries = (page: Page): Promise<void> => steps.press(page, /^Read what you wrote/);
const toSettings = (page: Page): Promise<void> => steps.press(page, "Your notes on this device");

async function toEntry(page: Page): Promise<void> {
  await toEntries(page);
  await steps.press(page, new RegExp(kept.entry));
}

async function chooseChat(page: Page): Promise<void> {
  await steps.press(page, "Bring in messages");
  await page.getByLabel("Choose files").setInputFiles(chatFile);
}

async function bringIn(page: Page): Promise<void> {
  await chooseChat(page);
  await steps.readFiles(page);
}

async function toTimeline(page: Page): Promise<void> {
  await steps.press(page, "See the timeline");
  await steps.seeHeading(page, /acts? of theirs/);
}

async function toFinding(page: Page): Promise<void> {
  await toTimeline(page);
  await steps.press(page, /^See the pattern/);
  await page.getByText("How this was worked out").waitFor();
}

async function toReport(page: Page): Promise<void> {
  await steps.press(page, "Make a report");
  await page.getByRole("button", { name: "Make it", exact: true }).waitFor();
}

async function toSend(page: Page): Promise<void> {
  await steps.press(page, "Write to the police without files");
  await steps.seeHeading(page, /^Send it to/);
}

async function toSending(page: Page): Promise<void> {
  await toSend(page);
  await steps.press(page, /^Letter, goes first/);
  await page.getByLabel("What happened, in your words").fill("canary-sent-x");
  await steps.press(page, "Done");
  await steps.press(page, "Send it now");
  await steps.seeHeading(page, /^Your letter is there/);
}

async function toReceipt(page: Page): Promise<readonly string[]> {
  await toSending(page);
  await steps.press(page, "Show my seven words");
  await steps.seeHeading(page, "Write these seven words down");
  return page.locator(".words .word").allInnerTexts();
}

/** To what the force answered, by the seven words of a letter that was sent. */
async function toAnswer(page: Page, stage: IntakeStage): Promise<void> {
  const words = await toReceipt(page);
  const letter = (await stage.letters()).at(-1);
  if (letter === undefined) throw new Error("no letter came in");
  await stage.answer(letter, [{ kind: "question", says: "canary-answer-x: is the number still the same?" }]);
  await steps.press(page, "I have written them down");
  await fillWords(page, words);
  await steps.press(page, "Compare them");
  await steps.press(page, "Go on");
  await steps.press(page, "Look for replies");
  await fillWords(page, words);
  await steps.press(page, "Look for replies");
  await steps.seeHeading(page, /asks$/);
}

async function fillWords(page: Page, words: readonly string[]): Promise<void> {
  for (const [at, word] of words.entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
}

/** Home offers it where something is amiss as her notes are opened: a file lies among what is kept that is not of it. */
async function toCheck(page: Page, { address }: IntakeStage): Promise<void> {
  await page.evaluate(async () => {
    const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle("notes-kept");
    const file = await (await kept.getFileHandle("stranger", { create: true })).createWritable();
    await file.write("a stranger");
    await file.close();
  });
  await openHome(page, address);
  await steps.press(page, /^Something kept here/);
}

async function toKeys(page: Page): Promise<void> {
  await toSettings(page);
  await steps.press(page, /^What opens your notes/);
}

async function toSheet(page: Page): Promise<readonly string[]> {
  await toKeys(page);
  await steps.press(page, /^New twelve words/);
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill(passphrase);
  await steps.press(page, "Make new words");
  await steps.seeHeading(page, "Write these twelve words down");
  return (await page.locator("ol.shown .word").allInnerTexts()).slice(0, 12);
}

async function toProof(page: Page): Promise<readonly string[]> {
  const words = await toSheet(page);
  await steps.press(page, "I have them on paper");
  await steps.seeHeading(page, "Now type the twelve words from your paper");
  return words;
}

async function toMake(page: Page): Promise<void> {
  await steps.goToFiles(page);
  await toSettings(page);
  await steps.press(page, "Keep notes here");
}

async function toMakePassphrase(page: Page): Promise<void> {
  await toMake(page);
  await steps.press(page, "Make a passphrase");
}

function fromHome(go: (page: Page, stage: IntakeStage) => Promise<unknown>): Way {
  return { from: "home", go: async (page, stage) => void (await go(page, stage)) };
}

/** One press from home. */
function byPress(name: string | RegExp): Way {
  return fromHome((page) => steps.press(page, name));
}

/** Some presses from home, one after the other. */
function byPresses(...names: readonly (string | RegExp)[]): Way {
  return fromHome(async (page) => {
    for (const name of names) await steps.press(page, name);
  });
}

function fromNothing(go: (page: Page) => Promise<void>): Way {
  return { from: "nothing kept", go };
}

const device = "Your notes on this device";

/** The way to each. */
export const ways: Readonly<Record<Place, Way>> = {
  home: fromHome(async () => {}),
  entry: byPress("Add what happened"),
  "entry-saved": fromHome(async (page) => {
    await steps.press(page, "Add what happened");
    await page.getByLabel("What happened?").fill("canary-saved-x");
    await steps.press(page, "Save");
    await steps.seeHeading(page, "Saved");
  }),
  entries: fromHome(toEntries),
  "one-entry": fromHome(toEntry),
  "amend-entry": fromHome(async (page) => {
    await toEntry(page);
    await steps.press(page, "Add to it");
  }),
  "withdraw-entry": fromHome(async (page) => {
    await toEntry(page);
    await steps.press(page, "Take it back");
  }),
  waiting: byPress(/written while locked/),
  "private-notes": byPress("Private notes"),
  "safety-plan": byPress("Plan to stay safe"),
  "keep-promise": byPress(/^Put Notes on the home screen/),
  files: byPress("Bring in messages"),
  zone: fromHome(async (page) => {
    await chooseChat(page);
    await steps.press(page, "Go on");
  }),
  reading: fromHome(async (page) => {
    await steps.press(page, "Bring in messages");
    await steps.chooseFolder(page);
    await steps.press(page, "Go on");
    await steps.press(page, "Read my files");
  }),
  "import-summary": fromHome(bringIn),
  people: fromHome(async (page) => {
    await bringIn(page);
    await steps.press(page, "Say who is who");
  }),
  "key-dates": fromHome(async (page) => {
    await bringIn(page);
    await steps.press(page, "Say who is who");
    await page.getByRole("group").getByRole("radio", { name: "Them", exact: true }).first().check();
    await steps.press(page, "Go on");
    await steps.seeHeading(page, "What did you do about it?");
  }),
  timeline: fromHome(toTimeline),
  finding: fromHome(toFinding),
  "finding-acts": fromHome(async (page) => {
    await toFinding(page);
    await page.getByRole("button", { name: /^See the/ }).click();
  }),
  report: fromHome(toReport),
  making: fromHome(async (page) => {
    await toReport(page);
    await steps.press(page, "Make it");
    await steps.seeHeading(page, "Making it");
  }),
  saved: fromHome(async (page) => {
    await toReport(page);
    await steps.press(page, "Make it");
    await steps.seeHeading(page, "Save these four files");
  }),
  send: fromHome(toSend),
  letter: fromHome(async (page) => {
    await toSend(page);
    await steps.press(page, /^Letter, goes first/);
  }),
  reach: fromHome(async (page) => {
    await toSend(page);
    await steps.press(page, /^How to reach you/);
  }),
  sending: fromHome(toSending),
  receipt: fromHome(toReceipt),
  replies: fromHome(toAnswer),
  "write-back": fromHome(async (page, stage) => {
    await toAnswer(page, stage);
    await steps.press(page, /^Answer/);
  }),
  forgotten: fromHome(async (page, stage) => {
    // Something else of hers is in the page: else there is nothing to ask about.
    await chooseChat(page);
    await toAnswer(page, stage);
    await steps.press(page, "Close and forget");
    await steps.seeHeading(page, "The replies are forgotten.");
  }),
  support: byPress("People who can help"),
  "support-number": fromHome(async (page) => {
    await steps.press(page, "People who can help");
    await page.locator(".services summary").first().click();
    await page
      .getByRole("button", { name: /^Show it large/ })
      .first()
      .click();
  }),
  learn: byPress("What is good to know"),
  "learn-topic": fromHome(async (page) => {
    await steps.press(page, "What is good to know");
    await page.locator(".onward .row").first().click();
  }),
  accessibility: byPresses(device, /^Accessibility/),
  help: fromHome(steps.askForHelp),
  remove: fromNothing((page) => steps.press(page, "Remove them")),
  "keep/settings": fromHome(toSettings),
  "keep/copy": byPresses(device, /^A copy for another place/),
  "keep/check": fromHome(toCheck),
  "keep/been-here": byPresses(device, /^Bring notes back from a copy/),
  "keep/openings": byPress("Openings and wrong tries"),
  "keep/remove": byPresses(device, /^Remove everything/),
  "keep/keys": fromHome(toKeys),
  "keep/new-passphrase": byPresses(device, /^What opens/, /^A new passphrase/),
  "keep/new-words": byPresses(device, /^What opens/, /^New twelve words/),
  "keep/second-sheet": byPresses(device, /^What opens/, /^A second sheet/),
  "keep/passkey": byPresses(device, /^What opens/, /^A passkey/),
  "keep/ordinary-notes": byPresses(device, /^What opens/, /^The second passphrase/),
  "keep/sheet": fromHome(toSheet),
  "keep/proof": fromHome(toProof),
  "keep/kept": fromHome(async (page) => {
    await fillWords(page, await toProof(page));
    await steps.press(page, "Check");
    await steps.seeHeading(page, "Your notes are kept here now");
  }),
  "keep/make": fromNothing(toMake),
  "keep/passphrase": fromNothing(toMakePassphrase),
  "keep/ordinary": fromNothing(async (page) => {
    await toMakePassphrase(page);
    await page.getByLabel("New passphrase", { exact: true }).fill("canary-chosen-x lamp river");
    await page.getByLabel("New passphrase", { exact: true }).press("Tab");
    const mine = page.getByRole("button", { name: "Use mine all the same" });
    await page.getByRole("button", { name: /^(?:Use mine all the same|Go on)$/ }).waitFor();
    if (await mine.isVisible()) await mine.click();
    await page.getByLabel("Type it again", { exact: true }).fill("canary-chosen-x lamp river");
    await steps.press(page, "Go on");
  }),
};

/** The screens of the notes page, by the names that its document gives them, from that page with notes that are locked. */
export const waysOnFace: Readonly<Record<string, (page: Page, address: string) => Promise<void>>> = {
  // By a step, as each of the others is come to.
  note: async (page) => {
    await steps.press(page, "About these notes");
    await page.goBack();
    await steps.seeHeading(page, "Notes");
  },
  about: (page) => steps.press(page, "About these notes"),
  open: async (page) => {
    await steps.press(page, /^My notes/);
    await page.locator("#open").waitFor();
  },
  twelve: async (page) => {
    await steps.press(page, /^My notes/);
    await steps.press(page, /^Use the twelve words/);
  },
  ordinary: async (page) => {
    await openBy(page, second);
    await page.getByText("Nothing written yet.").waitFor();
  },
  elsewhere: async (page, address) => {
    const other = await page.context().newPage();
    await openHome(other, address);
    await page.bringToFront();
    await steps.press(page, /^My notes/);
    await steps.seeHeading(page, "Your notes are open in another window");
    await other.close();
  },
};
