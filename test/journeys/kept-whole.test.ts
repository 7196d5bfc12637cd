import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Session } from "./browser.ts";
import { addEntry, makeNotes, passphrase, seeHome } from "./notes-of-hers.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";
import { type VaultWindow, handed, openVaultWindow } from "./vault-worker.ts";

/** What something other than her app does to what she keeps, and what she is told of it. */

const stage = setStage();

/** What is done to one file: taken away, one byte of it turned round, put there, made longer by one sign, or cut at a line half way. */
type Deed = readonly ["drop" | "flip" | "plant" | "append" | "cut", string];

/** Does it, to the first file whose path begins so. */
async function harm(page: Page, deeds: readonly Deed[]): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("notes-kept");
    for (const [deed, path] of all) {
      const parts = path.split("/");
      const begins = parts.pop() ?? "";
      let folder = root;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      let name = begins;
      if (deed !== "plant") for await (const found of folder.keys()) if (found.startsWith(begins)) name = found;
      if (deed === "drop") {
        await folder.removeEntry(name);
        continue;
      }
      const file = await folder.getFileHandle(name, { create: true });
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
      const last = bytes.at(-1);
      const half = bytes.lastIndexOf(0x0a, bytes.length / 2) + 1;
      if (last !== undefined && deed === "flip") bytes[bytes.length - 1] = last ^ 1;
      const out = await file.createWritable();
      await out.write(deed === "plant" ? "planted" : deed === "cut" ? bytes.slice(0, half) : bytes);
      if (deed === "append") await out.write("x");
      await out.close();
    }
  }, deeds);
}

const byPassphrase = { by: "passphrase", typed: passphrase } as const;
const copyName = "notes.tar";

/** Notes with an entry and a file, then a copy of them, then one more entry; locked. Gives the copy, as it is handed over. */
async function keepWithCopy(hers: VaultWindow): Promise<string> {
  await hers.ask({ ask: "begin", passphrase }, "begun");
  await hers.ask({ ask: "add entry", words: "He stood at the gate." }, "kept");
  await hers.ask({ ask: "take in", files: [], zone: "Europe/London" }, "taken in", [handed("chat.txt", "I see you")]);
  const { base64 = "" } = await hers.ask({ ask: "make copy" }, "copy made");
  await hers.ask({ ask: "add entry", words: "He rang." }, "kept");
  await hers.ask({ ask: "lock" }, "vault");
  return base64;
}

/** A page of hers in which the notes page is shown, after some of what is kept was harmed; and the copy that she has. */
async function openHarmed(deeds: readonly Deed[]): Promise<{ readonly page: Page; readonly copy: string; close(): Promise<void> }> {
  const context = await stage.browser().newContext();
  const hers = await openVaultWindow(context, stage.address());
  const copy = await keepWithCopy(hers);
  await harm(hers.page, deeds);
  await hers.page.close();
  const page = await context.newPage();
  await page.goto(new URL("/notes/", stage.address()).href);
  return { page, copy, close: () => context.close() };
}

/** Brings the copy back, and goes on to home. */
async function bringBack(page: Page, copy: string): Promise<void> {
  await steps.seeHeading(page, "I have been here before");
  const buffer = Buffer.from(copy, "base64");
  await page.getByLabel("Choose the copy").setInputFiles({ name: copyName, mimeType: "application/x-tar", buffer });
  await page.getByText(/It begins and ends as a copy does\.|Every byte of it is as it was written\./).waitFor();
  await page.getByRole("textbox", { name: "Passphrase" }).fill(passphrase);
  await steps.press(page, "Bring back my notes");
  await steps.seeHeading(page, "Your notes are back");
  await page.getByText("What you wrote since is still here.").waitFor();
  await steps.press(page, "Go on");
  await seeHome(page);
}

/** Locks what is open, harms it, and opens it again. */
async function harmLocked({ page }: Pick<Session, "page">, deeds: readonly Deed[]): Promise<void> {
  await steps.press(page, "Lock");
  await steps.seeHeading(page, "Notes");
  await harm(page, deeds);
  await unlock(page);
}

async function unlock(page: Page): Promise<void> {
  await steps.press(page, /^My notes/);
  await steps.seeHeading(page, "Open my notes");
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

const amissRow = "Something kept here is missing or was changed";

it("tells her on home that an entry, a file, a private note is gone or was changed, and names each", async () => {
  const session = await stage.open();
  const { page } = session;
  await makeNotes(page);
  await addEntry(page, "He stood at the gate.");
  await steps.press(page, "Go to the beginning");
  await seeHome(page);
  await page
    .getByRole("button", { name: /^Type the twelve|^Make a copy/ })
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: amissRow }).count()).toBe(0);
  await harmLocked(session, [
    ["drop", "journal/000001"],
    ["plant", "private/0123456789abcdef0123456789abcdef.age"],
  ]);
  await seeHome(page);
  await steps.press(page, amissRow);
  await steps.seeHeading(page, "2 things kept here are missing or were changed");
  const items = await page.getByRole("main").locator("ul.rows > li").allInnerTexts();
  expect(items.map((item) => item.replace(/\s+/g, " ").trim())).toEqual([
    "What you wrote, number 1 It is missing.",
    "private/0123456789abcdef0123456789abcdef.age Something else put it here. It is not shown as yours.",
  ]);
  await steps.press(page, "Bring notes back from a copy");
  await steps.seeHeading(page, "I have been here before");
});

it("finds one byte that was changed in a file of hers when all is read, and names the file; one that is gone at once", async () => {
  const context = await stage.browser().newContext();
  const hers = await openVaultWindow(context, stage.address());
  await hers.ask({ ask: "begin", passphrase }, "begun");
  await hers.ask({ ask: "take in", files: [], zone: "Europe/London" }, "taken in", [handed("chat.txt", "I see you")]);
  await hers.ask({ ask: "write paper", kind: "note", words: "My sister has the key." }, "kept");
  await hers.ask({ ask: "lock" }, "vault");
  await harm(hers.page, [
    ["flip", "originals/"],
    ["flip", "private/"],
  ]);
  await hers.ask({ ask: "unlock", key: { by: "passphrase", typed: passphrase } }, "vault");
  const quick = await hers.ask({ ask: "check", isQuick: true }, "checked");
  expect(quick.amiss.map(({ is, verdict }) => [is, verdict])).toEqual([["private", "altered"]]);
  const { amiss } = await hers.ask({ ask: "check" }, "checked");
  expect(amiss.map(({ is, verdict, name }) => [is, verdict, name])).toEqual([
    ["file", "altered", "chat.txt"],
    ["private", "altered", undefined],
  ]);
  await harm(hers.page, [["drop", "originals/"]]);
  const gone = await hers.ask({ ask: "check", isQuick: true }, "checked");
  expect(gone.amiss.map(({ is, verdict, name }) => [is, verdict, name])).toEqual([
    ["file", "missing", "chat.txt"],
    ["private", "altered", undefined],
  ]);
  await context.close();
});

it("whose keys were changed is shown the way to a copy on the locked page, and has back what she wrote after it too", async () => {
  const { page, copy, close } = await openHarmed([["flip", "identity.age"]]);
  await unlock(page);
  await steps.press(page, "Bring back a copy");
  await bringBack(page, copy);
  await steps.seeHeading(page, "3 things are kept here");
  expect(await page.getByRole("button", { name: amissRow }).count()).toBe(0);
  await steps.press(page, "Lock");
  await steps.seeHeading(page, "Notes");
  await unlock(page);
  await steps.seeHeading(page, "3 things are kept here");
  await close();
});

it("whose list of files was changed has her entries all the same, is told, and has it back from a copy", async () => {
  const { page, copy, close } = await openHarmed([["flip", "catalogue.age"]]);
  await unlock(page);
  await steps.seeHeading(page, "2 things are kept here");
  await steps.press(page, amissRow);
  await page.getByText("The names of the files that you brought in").waitFor();
  await steps.press(page, "Bring notes back from a copy");
  await bringBack(page, copy);
  await steps.seeHeading(page, "3 things are kept here");
  await close();
});

it("whose list of what is kept was written on by something else is told, and writes on all the same", async () => {
  const { page, close } = await openHarmed([["append", "log"]]);
  await unlock(page);
  await steps.seeHeading(page, "3 things are kept here");
  await steps.press(page, amissRow);
  await page.getByText(/^log-[0-9a-f]{16}\.aside$/).waitFor();
  await page.getByText("It was in the way of something that was written, and is kept beside it.").waitFor();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await seeHome(page);
  await addEntry(page, "He is outside.");
  await close();
});

it("whose list of what is kept was cut back is shown what stands beside it, and has all of it again when she says that it is hers", async () => {
  const context = await stage.browser().newContext();
  const hers = await openVaultWindow(context, stage.address());
  await hers.ask({ ask: "begin", passphrase }, "begun");
  for (const words of ["He stood at the gate.", "He rang.", "He is outside."]) await hers.ask({ ask: "add entry", words }, "kept");
  await hers.ask({ ask: "lock" }, "vault");
  await harm(hers.page, [["cut", "log"]]);
  await hers.page.close();
  const page = await context.newPage();
  await page.goto(new URL("/notes/", stage.address()).href);
  await unlock(page);
  await seeHome(page);
  await steps.press(page, amissRow);
  await page.getByText("They open with your key. Somebody who had this device could have put them here.").waitFor();
  await page.getByText("He is outside.").waitFor();
  await steps.press(page, "All of these are mine");
  await steps.seeHeading(page, "All that is kept here is as it was written");
  await page.close();
  const again = await openVaultWindow(context, stage.address());
  await again.ask({ ask: "unlock", key: byPassphrase }, "vault");
  const { entries } = await again.ask({ ask: "entries", from: 0, count: 10 }, "entries");
  expect(entries.map(({ entry }) => [entry.counter, entry.words])).toEqual([
    [3, "He is outside."],
    [2, "He rang."],
    [1, "He stood at the gate."],
  ]);
  expect(await again.ask({ ask: "add entry", words: "Another day." }, "kept")).toMatchObject({ counter: 4 });
  // A folder in the place of the next line is named, and stands in nobody's way.
  await harm(again.page, [["plant", "journal/000005.age/x"]]);
  const { amiss } = await again.ask({ ask: "check" }, "checked");
  expect(amiss.map(({ path }) => path)).toEqual(["journal/000005.age", "journal/000005.age/x"]);
  expect(await again.ask({ ask: "add entry", words: "One more." }, "kept")).toMatchObject({ counter: 5 });
  await context.close();
});

it("makes the timeline and the report without a file and an entry of which one byte was changed, and names them; numbers that were lost are counted anew", async () => {
  const context = await stage.browser().newContext();
  const hers = await openVaultWindow(context, stage.address());
  const chat = (name: string): ReturnType<typeof handed> =>
    handed(`WhatsApp Chat with ${name}.txt`, `14/10/2026, 18:40 - ${name}: I see you\n`);
  await hers.ask({ ask: "begin", passphrase }, "begun");
  await hers.ask({ ask: "add entry", words: "He stood at the gate." }, "kept");
  await hers.ask({ ask: "take in", files: [], zone: "Europe/London" }, "taken in", [chat("Owen")]);
  await hers.ask({ ask: "lock" }, "vault");
  await harm(hers.page, [
    ["flip", "originals/"],
    ["flip", "journal/000001"],
  ]);
  await hers.ask({ ask: "unlock", key: byPassphrase }, "vault");
  await hers.ask({ ask: "take in", files: [], zone: "Europe/London" }, "taken in", [chat("Owen Pike")]);
  const { importSummary } = await hers.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
  expect([importSummary.acts, importSummary.missing, importSummary.lostLines]).toEqual([1, ["WhatsApp Chat with Owen.txt"], [1]]);
  const stated = { jurisdiction: "EW", me: { label: "Hannah", names: [] }, them: { label: "Owen", names: ["Owen Pike"] } } as const;
  await hers.ask({ ask: "view", stated }, "view");
  const wishes = { herName: "Hannah", impact: "", withheld: [], recipients: [], pdfOnly: false, forForce: false };
  const { made } = await hers.ask({ ask: "pack", wishes }, "made");
  expect([made.missing, made.lostLines, made.isNumberedAnew]).toEqual([["WhatsApp Chat with Owen.txt"], [1], false]);
  // One that is changed after it was read goes out of the next report.
  await hers.ask({ ask: "take in", files: [], zone: "Europe/London" }, "taken in", [chat("Owen")]);
  const again = await hers.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
  expect([again.importSummary.acts, again.importSummary.missing]).toEqual([2, []]);
  await hers.ask({ ask: "view", stated }, "view");
  await harm(hers.page, [
    ["flip", "originals/"],
    ["flip", "settings.age"],
  ]);
  const second = await hers.ask({ ask: "pack", wishes }, "made");
  expect([second.made.missing.length, second.made.isNumberedAnew]).toEqual([1, true]);
  await context.close();
});
