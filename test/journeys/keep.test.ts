import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { reveal } from "@unmask/core";
import { argon2id, openKeyFile, parseRecoveryWords, parseVaultKeys } from "@unmask/seal";
import { readJournal, readLockedCopy, restoreCopy } from "@unmask/vault";
import { createMemoryFolder, sourceOf } from "../../fixtures/vault/memory-folder.ts";
import { worldOf } from "../../fixtures/vault/vault-of-hers.ts";
import { axe, runAxe } from "./axe.ts";
import { scratchFolder } from "./browser.ts";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { storedFiles } from "./kept-on-disk.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const stage = setStage();
const scratch = scratchFolder();
afterAll(() => scratch.remove());

/** Saved through the browser's downloads, as on a phone: no window in which a place is chosen. */
async function open(options?: BrowserContextOptions): ReturnType<typeof stage.open> {
  const session = await stage.open({ acceptDownloads: true, ...options });
  await session.context.addInitScript(axe);
  await session.context.addInitScript(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  await session.page.reload();
  return session;
}

async function goToKeep(page: Page): Promise<void> {
  await steps.goToFiles(page);
  await steps.press(page, "Your notes on this device");
}

/** Makes notes with a passphrase of her own; gives the twelve words that are shown. */
async function makeNotes(page: Page, passphrase: string): Promise<readonly string[]> {
  await goToKeep(page);
  await steps.press(page, "Keep notes here");
  await steps.seeHeading(page, "Keep notes on this device");
  await steps.press(page, "Make a passphrase");
  await page.getByLabel("New passphrase", { exact: true }).fill(passphrase);
  await steps.press(page, "Use mine all the same");
  await page.getByLabel("Type it again", { exact: true }).fill(passphrase);
  await steps.press(page, "Go on");
  await steps.press(page, "Go on without one");
  await steps.seeHeading(page, "Write these twelve words down");
  return page
    .locator("ol.shown .word")
    .allInnerTexts()
    .then((all) => all.slice(0, 12));
}

async function provePaper(page: Page, words: readonly string[]): Promise<void> {
  await steps.press(page, "I have them on paper");
  await steps.seeHeading(page, "Now type the twelve words from your paper");
  for (const [at, word] of words.entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, "Check");
  await steps.seeHeading(page, "Your notes are kept here now");
}

/** Makes a copy, saves it and tries it from where it was saved; gives its path. */
async function saveCopy(page: Page): Promise<string> {
  await steps.press(page, "Make a copy");
  await steps.seeHeading(page, "Save the copy, then try it");
  return steps.save(page, "Save the copy", scratch.path);
}

/** What a screen is at fault in: by axe, and what sticks out at the side, on a phone and on a desktop, light and dark. */
async function faultsOf(page: Page, screen: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme] of [
    [390, "light"],
    [1280, "dark"],
    [320, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${width}: sticks out by ${wide}`);
    faults.push(...(await runAxe(page)).map((says) => `${screen}, ${width}, ${colorScheme}: ${says}`));
    const shots = process.env["SHOTS"];
    if (shots !== undefined && width !== 320)
      await page.screenshot({ path: join(shots, `${screen.replaceAll(" ", "-")}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

it("by keyboard alone she makes four words, copies twelve, is told which were copied wrong, and has her notes", async () => {
  const { page, context, wrong } = await open();
  const faults: string[] = [];
  const seen = async (screen: string): Promise<void> => void faults.push(...(await faultsOf(page, screen)));
  await pressOn(page, "I have been here before");
  await pressOn(page, "Only look, without my notes");
  await steps.seeHeading(page, "Bring in what you have exported");
  await pressOn(page, "Your notes on this device");
  await steps.seeHeading(page, "Nothing is kept on this device");
  await seen("nothing kept");
  await pressOn(page, "Keep notes here");
  await steps.seeHeading(page, "Keep notes on this device");
  await seen("make");
  await pressOn(page, "Make a passphrase");
  await steps.seeHeading(page, "Make a passphrase");
  await page.getByLabel("New passphrase", { exact: true }).fill("Hannah Reyes Owen Pike");
  await page.getByRole("heading", { name: /^Names, or words written like names: about \d+ (?:hours|days) to guess\.$/ }).waitFor();
  await page.getByText("Whoever knows you may know these names.").waitFor();
  await page.getByLabel("New passphrase", { exact: true }).fill("");
  await typeInto(page, "New passphrase", "Bella1987");
  await page.getByRole("heading", { name: /^A name and a year: about .* minutes to guess\.$/ }).waitFor();
  await seen("weak passphrase");
  await pressOn(page, "Pick four words for me");
  await page.getByRole("heading", { name: /^Four words picked by chance: about [\d.,]+ (?:thousand|million) years to guess\.$/ }).waitFor();
  const passphrase = await page.getByLabel("New passphrase", { exact: true }).inputValue();
  expect(passphrase.split(" ").length).toBe(4);
  await typeInto(page, "Type it again", "something else");
  await pressOn(page, "Go on");
  await page.getByRole("alert").getByText("The two are not the same.").waitFor();
  await page.getByLabel("Type it again", { exact: true }).fill(passphrase);
  await seen("four words");
  await pressOn(page, "Go on");
  await steps.seeHeading(page, "A second passphrase, if you want one");
  await seen("second passphrase");
  await typeInto(page, "Second passphrase", passphrase);
  await typeInto(page, "Type it again", passphrase);
  await pressOn(page, "Go on");
  await page.getByRole("alert").getByText("must be another one").waitFor();
  await page.getByLabel("Second passphrase", { exact: true }).fill("");
  await pressOn(page, "Go on without one");
  await steps.seeHeading(page, "Write these twelve words down");
  const words = (await page.locator("ol.shown .word").allInnerTexts()).slice(0, 12);
  await seen("sheet");
  const shots = process.env["SHOTS"];
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (shots !== undefined) writeFileSync(join(shots, "sheet.pdf"), paper);
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  await pressOn(page, "I have them on paper");
  await steps.seeHeading(page, "Now type the twelve words from your paper");
  const slipped = words.with(5, "zzzzz").with(10, words[0] ?? "");
  for (const [at, word] of slipped.slice(0, 11).entries()) {
    await tabTo(page, new RegExp(`^Word ${at + 1}$`));
    await page.keyboard.insertText(word);
  }
  await pressOn(page, "Check");
  await page.getByText("Word 12 is empty.").waitFor();
  await typeInto(page, "Word 12", words[11] ?? "");
  await pressOn(page, "Check");
  await page.getByText("6, “zzzzz”, is not in the list of words.").waitFor();
  await page.getByText(`11, “${words[0]}”, is in the list, but is not the word at this place on your paper.`).waitFor();
  await seen("slips");
  // A whole line pasted from elsewhere, with its numbers.
  await page.getByLabel("Word 1", { exact: true }).focus();
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    words.map((word, at) => `${at + 1}. ${word}`).join("\n"),
  );
  await pressOn(page, "Check");
  await steps.seeHeading(page, "Your notes are kept here now");
  await seen("kept");
  // Nothing of what was typed or shown is in any store of the browser.
  const stored = await storedFiles(page);
  expect([...stored.keys()].filter((path) => !path.startsWith("notes-kept/"))).toEqual([]);
  for (const canary of [passphrase, ...words.filter((word) => word.length > 5)])
    for (const [path, { bytes }] of stored) expect(bytes.includes(canary), path).toBe(false);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.pathname, document.title])).toEqual([
    0,
    0,
    "/",
    "Notes",
  ]);
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("a copy is saved, tried, read in Node with the words alone, and brought back byte for byte where nothing was left", async () => {
  const { page, context, wrong } = await open();
  const faults: string[] = [];
  const words = await makeNotes(page, "Bella1987");
  await provePaper(page, words);
  await steps.press(page, "Make a copy for another place");
  await page.goBack();
  await steps.press(page, "Not now: go on");
  await steps.press(page, "Openings and wrong tries");
  await page.getByText("You are in now").waitFor();
  faults.push(...(await faultsOf(page, "openings")));
  await steps.press(page, "Put these in my notes");
  await page.getByText("They are in your notes now, as number 1.").waitFor();
  await page.goBack();
  await steps.press(page, "Your notes on this device");
  await steps.seeHeading(page, "Your notes on this device");
  faults.push(...(await faultsOf(page, "settings")));
  await steps.press(page, /^A copy for another place/);
  faults.push(...(await faultsOf(page, "copy")));
  const path = await saveCopy(page);
  expect(path).toMatch(/notes-\d{4}-\d\d-\d\d\.tar$/);
  await page.getByLabel("Try the copy").setInputFiles(path);
  await steps.seeHeading(page, "The copy opens. Everything in it is the same.");
  await page.getByText("1 thing, 0 files and 0 private notes").waitFor();
  faults.push(...(await faultsOf(page, "drill")));

  // By the format alone, with nothing but the paper.
  const bytes = new Uint8Array(readFileSync(path));
  const source = sourceOf("notes.tar", bytes);
  const memory = createMemoryFolder();
  const locked = await readLockedCopy(source, worldOf(memory.folder).createHasher);
  const paper = parseRecoveryWords(words.join(" "));
  if (typeof locked === "string" || !paper.ok) throw new Error("the copy does not read");
  const opened = await openKeyFile(locked.identityFile, { by: "words", words: paper.value }, argon2id);
  const keys = opened.ok ? await parseVaultKeys(opened.value) : undefined;
  if (keys?.ok !== true) throw new Error("the words do not open the copy");
  const restored = await restoreCopy(worldOf(memory.folder), source, { keys: keys.value });
  if (!restored.ok || restored.value.became !== "restored") throw new Error("the copy is not brought back");
  const { lines } = await readJournal(restored.value.vault);
  expect(lines.length).toBe(1);
  expect(JSON.stringify(lines)).toContain("You are in now");
  expect(reveal(paper.value).split(" ")).toEqual(words);

  const other = await open();
  // Where messages are brought in it is known for what it is, and leads to where it is brought back.
  await steps.goToFiles(other.page);
  await other.page
    .getByLabel("Choose files")
    .setInputFiles({ name: "notes-2026-10-04.tar", mimeType: "application/x-tar", buffer: Buffer.from(bytes) });
  await other.page.getByText("notes-2026-10-04.tar is a copy of notes.").waitFor();
  expect(await other.page.getByText("1 file chosen").count()).toBe(0);
  await steps.press(other.page, "Bring back the notes in it");
  await steps.seeHeading(other.page, "I have been here before");
  const choose = (name: string, content: Uint8Array): Promise<void> =>
    other.page
      .getByLabel(/^Choose (?:the|another) copy$/)
      .setInputFiles({ name, mimeType: "application/x-tar", buffer: Buffer.from(content) });
  await choose("holiday.jpg", new Uint8Array(5_000));
  await other.page.getByText("It is no copy of notes.").waitFor();
  await choose("notes-cut.tar", bytes.subarray(0, bytes.length - 2_000));
  await other.page.getByText("This copy is cut short.").waitFor();
  await other.page.getByText(/It has \d+ kB; by its own list it should have \d+ kB\. The rest never arrived\./).waitFor();
  expect(await other.page.getByRole("button", { name: "Bring back my notes" }).isDisabled()).toBe(true);
  faults.push(...(await faultsOf(other.page, "cut short")));
  expect([...(await storedFiles(other.page)).keys()]).toEqual([]);
  await choose("notes.tar", bytes);
  await other.page.getByText(/Book \w\w \w\w\. It begins and ends as a copy does\./).waitFor();
  await other.page.getByRole("radio", { name: "Twelve words" }).check();
  for (const [at, word] of words.with(3, "zzzzz").entries()) await other.page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(other.page, "Bring back my notes");
  await other.page.getByText("4, “zzzzz”, is not in the list of words.").waitFor();
  faults.push(...(await faultsOf(other.page, "been here")));
  await other.page.getByLabel("Word 4", { exact: true }).fill(words[3] ?? "");
  await steps.press(other.page, "Bring back my notes");
  await steps.seeHeading(other.page, "Your notes are back");
  await steps.press(other.page, "Go on");
  await steps.seeHeading(other.page, "1 thing is kept here");
  await steps.press(other.page, "Your notes on this device");
  await other.page.getByRole("button", { name: /^A copy for another place The last on \d+ \w+ \d{4}$/ }).waitFor();
  expect(await other.page.getByText("None yet: all of it is on this device alone.").count()).toBe(0);
  const stored = await storedFiles(other.page);
  // What the vault notes about itself goes on from here.
  for (const [name, wanted] of memory.files) {
    const file = stored.get(`notes-kept/${name}`)?.bytes;
    if (name === "log") expect(file?.subarray(0, wanted.length).equals(wanted)).toBe(true);
    else if (name !== "openings.age" && name !== "settings.age") expect(file?.equals(wanted), name).toBe(true);
  }

  // Of another vault: nothing is replaced.
  const third = await open();
  await provePaper(third.page, await makeNotes(third.page, "Rex2001"));
  await steps.press(third.page, "Not now: go on");
  await steps.press(third.page, "Your notes on this device");
  await steps.press(third.page, /^Bring notes back from a copy/);
  const before = await storedFiles(third.page);
  await third.page
    .getByLabel("Choose the copy")
    .setInputFiles({ name: "notes.tar", mimeType: "application/x-tar", buffer: Buffer.from(bytes) });
  await third.page.getByText("It is a copy of another book of notes, not of this one.").waitFor();
  const after = await storedFiles(third.page);
  const hashes = (files: typeof before): Record<string, string> =>
    Object.fromEntries([...files].map(([name, { sha256 }]) => [name, sha256]));
  expect(hashes(after)).toEqual(hashes(before));
  expect(faults).toEqual([]);
  expect([...wrong, ...other.wrong, ...third.wrong]).toEqual([]);
  for (const one of [context, other.context, third.context]) await one.close();
});

it("where the browser lets her choose a place the copy is written there, and tried from there without being asked for again", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(() => {
    // The window in which a place is chosen is the browser's own, and no test can press in it.
    const choose = async ({ suggestedName }: { readonly suggestedName: string }): Promise<FileSystemFileHandle> =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(globalThis, { showSaveFilePicker: choose });
  });
  await page.reload();
  await provePaper(page, await makeNotes(page, "Bella1987"));
  await steps.press(page, "Make a copy for another place");
  await steps.press(page, "Make a copy");
  await steps.seeHeading(page, "The copy opens. Everything in it is the same.");
  const copy = [...(await storedFiles(page)).keys()].filter((path) => !path.startsWith("notes-kept/"));
  expect(copy).toEqual([expect.stringMatching(/^notes-\d{4}-\d\d-\d\d\.tar$/)]);
  await steps.press(page, "Make one for another place");
  await page.evaluate(() =>
    Object.assign(globalThis, { showSaveFilePicker: () => Promise.reject(new DOMException("closed", "AbortError")) }),
  );
  await steps.press(page, "Make a copy");
  await page.getByRole("alert").getByText("No place was chosen, so no copy was made.").waitFor();
  expect(wrong).toEqual([]);
  await context.close();
});

it("what opens her notes is changed with what opens them now, a passkey beside it, and each time she is told of old copies", async () => {
  const { page, context, wrong } = await open();
  const faults: string[] = [];
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
      isUserVerified: true,
    },
  });
  await makeNotes(page, "Bella1987");
  await steps.press(page, "I have them on paper");
  await steps.press(page, "I can’t read it: make new words");
  await steps.seeHeading(page, "Make twelve new words");
  faults.push(...(await faultsOf(page, "new words")));
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill("Bella1988");
  await steps.press(page, "Make new words");
  await page.getByRole("alert").waitFor();
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill("Bella1987");
  await steps.press(page, "Make new words");
  await steps.seeHeading(page, "Write these twelve words down");
  const words = (await page.locator("ol.shown .word").allInnerTexts()).slice(0, 12);
  await provePaper(page, words);
  await steps.press(page, "Not now: go on");
  await steps.press(page, "Your notes on this device");
  await steps.press(page, /^What opens your notes/);
  await steps.seeHeading(page, "What opens your notes");
  await page.getByText(/^Old copies keep old keys/).waitFor();
  faults.push(...(await faultsOf(page, "keys")));
  await steps.press(page, /^A passkey/);
  await steps.seeHeading(page, "Open your notes with a passkey");
  faults.push(...(await faultsOf(page, "passkey")));
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill("Bella1987");
  await steps.press(page, "Add a passkey");
  await steps.seeHeading(page, "The passkey opens your notes now");
  await page.getByText(/^Old copies keep old keys/).waitFor();
  const asked = await storedFiles(page);
  expect(asked.get("notes-kept/identity.age")?.bytes.toString("latin1")).toMatch(/^-> prf /m);
  await steps.press(page, "Not now");
  await steps.press(page, /^A new passphrase/);
  await page.getByRole("radio", { name: "Twelve words" }).check();
  for (const [at, word] of words.entries()) await page.getByLabel(`Word ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, "Pick four words for me");
  await page.getByRole("heading", { name: /^Four words picked by chance/ }).waitFor();
  const next = await page.getByLabel("New passphrase", { exact: true }).inputValue();
  await page.getByLabel("Type it again", { exact: true }).fill(next);
  await steps.press(page, "Go on");
  await steps.seeHeading(page, "Your new passphrase opens your notes now");
  await steps.press(page, "Not now");
  await steps.press(page, /^A second sheet/);
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill(next);
  await steps.press(page, "Make the second sheet");
  await steps.seeHeading(page, "Twelve words for somebody you trust");
  await steps.press(page, "I have them on paper");
  await steps.seeHeading(page, "What opens your notes");
  const sheets = (await storedFiles(page)).get("notes-kept/identity.age")?.bytes.toString("latin1") ?? "";
  expect(sheets.match(/^-> (\S+)/gm)).toEqual(["-> argon2id", "-> X25519", "-> X25519", "-> prf"]);
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("removing says first what is lost, offers a copy, and then leaves nothing of hers", async () => {
  const { page, context, wrong } = await open();
  const words = await makeNotes(page, "Bella1987");
  await provePaper(page, words);
  await steps.press(page, "Not now: go on");
  await steps.press(page, "Openings and wrong tries");
  await steps.press(page, "Put these in my notes");
  await page.getByText("They are in your notes now").waitFor();
  await page.goBack();
  await steps.press(page, "Your notes on this device");
  await steps.press(page, /^Remove everything from this device/);
  await steps.seeHeading(page, "Remove everything from this device");
  await page.getByText("There is no copy. Removed now, everything is lost for good.").waitFor();
  await page.getByText(/: Openings and wrong tries, as Notes wrote them/).waitFor();
  const faults = [...(await faultsOf(page, "remove notes"))];
  await steps.press(page, "Make a copy first");
  await saveCopy(page);
  await page.goBack();
  await page.getByText("Nothing that you wrote or brought in is newer than your last copy.").waitFor();
  await page.goBack();
  await page.goBack();
  // What she writes a moment later is in no copy, and what is evidence is named first.
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He stood at the gate.");
  await steps.press(page, "Save");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "Private notes");
  for (const words of ["Ask Mum.", "Ring the bank."]) {
    await page.getByLabel("A new note").fill(words);
    await steps.press(page, "Save");
    await page.getByText(words).waitFor();
  }
  await page.goBack();
  await steps.press(page, /^Make a copy Last: .* 3 are newer\.$/);
  await page.goBack();
  await steps.press(page, "Your notes on this device");
  await steps.press(page, /^Remove everything from this device/);
  await page.getByText("3 things may be in no copy. Removed now, that is lost for good.").waitFor();
  expect(await page.locator("dt:text-is('Lost') + dd").innerText()).toMatch(/^[^\n]*: He stood at the gate\.\s+2 private notes$/);
  await steps.press(page, "Remove now, and lose 3 things");
  await steps.seeHeading(page, "Nothing is kept on this device");
  expect([...(await storedFiles(page)).keys()]).toEqual([]);
  faults.push(...(await faultsOf(page, "removed")));
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("a window that can keep nothing says look only, and all else goes on", async () => {
  const { page, context, wrong } = await open({ serviceWorkers: "block" });
  await context.route("**/assets/engine-worker-*.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `delete FileSystemFileHandle.prototype.move;\n${await answer.text()}` });
  });
  await page.reload();
  await goToKeep(page);
  await steps.seeHeading(page, "Look only: this window keeps nothing");
  expect(await faultsOf(page, "look only")).toEqual([]);
  await steps.press(page, "Go on without keeping");
  await steps.seeHeading(page, "Bring in what you have exported");
  expect([...(await storedFiles(page)).keys()]).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});
