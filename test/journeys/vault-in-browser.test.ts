import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { argon2id, openKeyFile, parseRecoveryWords, parseVaultKeys } from "@unmask/seal";
import { checkVault, openVault, readJournal, restoreCopy } from "@unmask/vault";
import { describe, expect, it } from "vitest";
import { vaultFolder } from "@unmask/fittings-node";
import { sourceOf } from "../../fixtures/vault/memory-folder.ts";
import { worldOf } from "../../fixtures/vault/vault-of-hers.ts";
import { filesUnder, scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";
import { type VaultWindow, handed, keepFile, keptFiles, openVaultWindow } from "./vault-worker.ts";

/** What she keeps, in a real browser and in the worker as it is built, without any screen. */

const stage = setStage();
const passphrase = "blue kettle on the stairs";
const byPassphrase = { by: "passphrase", typed: passphrase } as const;
const door = handed("photos/door.jpg", "a photo of her door");

/** A browser of somebody who has kept nothing yet, and a window of it. */
async function openHers(): Promise<{ readonly hers: VaultWindow; another(): Promise<VaultWindow>; close(): Promise<void> }> {
  const context = await stage.browser().newContext();
  const another = (): Promise<VaultWindow> => openVaultWindow(context, stage.address());
  return { hers: await another(), another, close: () => context.close() };
}

const begin = (hers: VaultWindow) => hers.ask({ ask: "begin", passphrase }, "begun");
const add = (hers: VaultWindow, words: string) => hers.ask({ ask: "add entry", words }, "kept");
async function wordsIn(hers: VaultWindow): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    const { entries, total, lost } = await hers.ask({ ask: "entries", from: all.length, count: 200 }, "entries");
    expect(lost).toBe(0);
    all.push(...entries.map(({ stands }) => stands.words));
    if (all.length >= total) return all;
  }
}
/** Leaves no room for a byte more, until the function that it gives is called. */
async function fillUp({ page }: VaultWindow): Promise<() => Promise<unknown>> {
  const cdp = await page.context().newCDPSession(page);
  const { origin } = new URL(stage.address());
  const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: Math.floor(usage / 2) });
  return () => cdp.send("Storage.overrideQuotaForOrigin", { origin });
}
const isWhole = async (hers: VaultWindow): Promise<boolean> => (await hers.ask({ ask: "check" }, "checked")).check.isWhole;

describe("what she keeps in her browser", () => {
  it("is there when she comes back, and opens with her passphrase, her words and nothing else", async () => {
    const { hers, another, close } = await openHers();
    expect(await hers.stands()).toEqual({ is: "none" });
    expect(await hers.refused({ ask: "begin", passphrase: " " })).toMatchObject({ kind: "passphrase" });
    expect(await keptFiles(hers.page)).toEqual(new Map());
    const { words, book, recoveryKey } = await begin(hers);
    expect(words).toHaveLength(12);
    const other = words.map((word, i) => (i === 4 ? "zzz" : word)).join(" ");
    const proved = await hers.ask({ ask: "prove words", typed: other }, "words");
    expect([proved.isProved, proved.words.map(({ is }) => is)]).toEqual([false, words.map((_, i) => (i === 4 ? "unknown" : "fine"))]);
    expect(await hers.ask({ ask: "prove words", typed: words.join(", ") }, "words")).toMatchObject({ isProved: true });
    expect(await hers.stands()).toMatchObject({ is: "open", book, areWordsProved: true, waiting: 0 });

    await hers.ask({ ask: "add entry", words: "He stood at the gate.", told: { place: "At home", fearedViolence: "unsure" } }, "kept", [
      door,
    ]);
    await hers.ask({ ask: "amend entry", to: 1, words: "It was the side gate." }, "kept");
    await add(hers, "He rang twelve times.");
    await hers.ask({ ask: "withdraw entry", to: 3 }, "kept");
    const { entries, total } = await hers.ask({ ask: "entries", from: 0, count: 1 }, "entries");
    expect([total, entries.map(({ withdrawn }) => withdrawn?.counter)]).toEqual([2, [4]]);
    expect(await wordsIn(hers)).toEqual(["He rang twelve times.", "He stood at the gate.\nIt was the side gate."]);
    expect(await hers.refused({ ask: "add entry", words: " \n " })).toMatchObject({ kind: "not-kept" });
    await hers.ask({ ask: "write paper", kind: "plan", words: "My sister has the spare key." }, "kept");

    await hers.ask({ ask: "hold begun", begun: [{ words: "He is in" }] }, "kept");
    await hers.ask({ ask: "hold begun", begun: [{ words: "He is out" }, { words: "My sister" }] }, "kept");
    await hers.ask({ ask: "lock" }, "vault");
    expect(await hers.stands()).toEqual({ is: "locked", book });
    expect(await hers.refused({ ask: "entries", from: 0, count: 50 })).toMatchObject({ kind: "locked" });
    await hers.page.close();

    const again = await another();
    expect(await again.refused({ ask: "unlock", key: { by: "words", typed: other } })).toMatchObject({
      kind: "words",
      words: [{ place: 5 }],
    });
    for (const key of [byPassphrase, { by: "words", typed: words.join(" ") }, { by: "words", typed: recoveryKey }] as const) {
      expect((await again.ask({ ask: "unlock", key }, "vault")).status).toMatchObject({ is: "open", book, areWordsProved: true });
      expect(await wordsIn(again)).toHaveLength(2);
      await again.ask({ ask: "lock" }, "vault");
    }
    await again.ask({ ask: "unlock", key: byPassphrase }, "vault");
    const { papers } = await again.ask({ ask: "papers" }, "papers");
    expect(papers.map(({ kind, words: text }) => `${kind}: ${text}`).sort()).toEqual([
      "draft: He is out",
      "draft: My sister",
      "plan: My sister has the spare key.",
    ]);
    // What is too long to be sealed keeps a pressed lock from shutting over it.
    await again.ask({ ask: "hold begun", begun: [{ words: "x".repeat(1024 * 1024 + 1) }] }, "kept");
    expect(await again.refused({ ask: "lock", isOnlyIfSealed: true })).toMatchObject({ kind: "not-kept" });
    expect(await again.stands()).toMatchObject({ is: "open" });
    // What was taken up again is sealed where it was, once.
    const draft = papers.find(({ words: text }) => text === "He is out")?.path ?? "";
    await again.ask({ ask: "hold begun", begun: [{ words: "He is out again", path: draft }] }, "kept");
    await again.ask({ ask: "lock" }, "vault");
    await again.ask({ ask: "unlock", key: byPassphrase }, "vault");
    await again.ask({ ask: "lock" }, "vault");
    await again.ask({ ask: "unlock", key: byPassphrase }, "vault");
    const drafts = (await again.ask({ ask: "papers" }, "papers")).papers.filter(({ kind }) => kind === "draft");
    expect(new Set(drafts.map(({ words: text }) => text))).toEqual(new Set(["He is out again", "My sister"]));
    await again.ask({ ask: "destroy paper", path: draft }, "kept");
    const { openings } = await again.ask({ ask: "openings" }, "openings");
    expect(openings.map(({ by }) => by)).toEqual(["passphrase", "passphrase", "passphrase", "words", "words", "passphrase", "made"]);
    expect(await isWhole(again)).toBe(true);
    await again.ask({ ask: "remove everything" }, "vault");
    expect([await again.stands(), (await keptFiles(again.page)).size]).toEqual([{ is: "none" }, 0]);
    await close();
  });

  it("takes no further passphrase for a while after a wrong one, whatever is loaded again, and says nothing is erased", async () => {
    const { hers, another, close } = await openHers();
    const { words } = await begin(hers);
    await hers.ask({ ask: "lock" }, "vault");
    const wrong = { ask: "unlock", key: { by: "passphrase", typed: "Blue kettle on the stairs" } } as const;
    expect(await hers.refused(wrong)).toMatchObject({ kind: "no-key-fits", wrong: 1, waitUntil: expect.stringMatching(/Z$/) });
    const tries = (await keptFiles(hers.page)).get("tries.json")?.toString() ?? "";
    expect(tries).toMatch(/^\{"wrong":1,/);
    // As if she had tried on: each wait is twice the one before.
    const last = new Date().toISOString();
    await keepFile(hers.page, "tries.json", `{"wrong":8,"last":"${last}"}\n`);
    const waitUntil = new Date(Date.parse(last) + 128_000).toISOString();
    for (let loaded = 0; loaded < 2; loaded++) {
      const again = await another();
      expect(await again.stands()).toEqual({ is: "locked", book: expect.any(String), wrong: 8, waitUntil });
      expect(await again.refused({ ask: "unlock", key: byPassphrase })).toMatchObject({ kind: "wait", waitUntil });
      await again.page.close();
    }
    const third = await another();
    expect((await third.ask({ ask: "unlock", key: { by: "words", typed: words.join(" ") } }, "vault")).status).toMatchObject({
      is: "open",
    });
    const { openings } = await third.ask({ ask: "openings" }, "openings");
    expect(openings[0]).toMatchObject({ by: "words", wrong: { count: 8, last } });
    await close();
  });

  it("shows ordinary notes to the second passphrase, and nothing of hers", async () => {
    const { hers, close } = await openHers();
    await hers.ask({ ask: "begin", passphrase, second: "shopping" }, "begun");
    expect(await hers.refused({ ask: "write ordinary notes", second: passphrase, notes: [] })).toMatchObject({ kind: "passphrase" });
    const notes = [{ at: "2026-10-04T09:00:00.000Z", words: "Milk, bread" }];
    await hers.ask({ ask: "write ordinary notes", second: "shopping", notes }, "ordinary notes");
    await hers.ask({ ask: "lock" }, "vault");
    expect((await hers.ask({ ask: "unlock", key: { by: "passphrase", typed: "shopping" } }, "ordinary notes")).notes).toEqual(notes);
    expect(await hers.refused({ ask: "entries", from: 0, count: 50 })).toMatchObject({ kind: "locked" });
    await hers.ask({ ask: "unlock", key: byPassphrase }, "vault");
    const { openings } = await hers.ask({ ask: "openings" }, "openings");
    expect(openings.map(({ by, wrong }) => [by, wrong])).toEqual([
      ["passphrase", undefined],
      ["ordinary", undefined],
      ["made", undefined],
    ]);
    await close();
  });

  it("takes what is written while it is locked, tells of it only when it is open, and lets her say whose it is", async () => {
    const { hers, close } = await openHers();
    await begin(hers);
    await hers.ask({ ask: "lock" }, "vault");
    for (const words of ["He is outside.", "You are mad.", "asdf"])
      await hers.ask({ ask: "write while locked", words, when: "about six" }, "kept", words === "He is outside." ? [door] : []);
    expect(JSON.stringify(await hers.stands())).not.toContain("waiting");
    await hers.ask({ ask: "unlock", key: byPassphrase }, "vault");
    expect(await hers.stands()).toMatchObject({ waiting: 3 });
    const { notes } = await hers.ask({ ask: "waiting" }, "waiting");
    expect(notes[0]).toMatchObject({ words: "He is outside.", when: "about six", files: [{ name: "photos/door.jpg" }] });
    for (const [i, word] of (["hers", "found", "thrown-away"] as const).entries())
      await hers.ask({ ask: "decide", path: notes[i]?.path ?? "", word, ...(word === "hers" && { told: { place: "Home" } }) }, "kept");
    const { entries } = await hers.ask({ ask: "entries", from: 0, count: 50 }, "entries");
    expect(entries.map(({ entry }) => [entry.words, entry.locked, entry.found, entry.files?.length])).toEqual([
      ["You are mad.", undefined, true, undefined],
      ["He is outside.", true, undefined, 1],
    ]);
    expect([(await hers.stands()).is, (await hers.ask({ ask: "waiting" }, "waiting")).notes, await isWhole(hers)]).toEqual([
      "open",
      [],
      true,
    ]);
    await close();
  });

  it("is the same on a disk, byte for byte: a copy opens there, and stock age opens every file", async () => {
    const { hers, close } = await openHers();
    const { words, recoveryKey } = await begin(hers);
    await hers.ask({ ask: "add entry", words: "He stood at the gate." }, "kept", [door]);
    await hers.ask({ ask: "take in", zone: "Europe/London" }, "taken in", [handed("chat.txt", "04/10/2026, 18:40 - Owen: I see you\n")]);
    const made = await hers.ask({ ask: "make copy" }, "copy made");
    const copy = Buffer.from(made.base64 ?? "", "base64");
    expect([made.name, made.bytes]).toEqual([expect.stringMatching(/^notes-\d{4}-\d\d-\d\d\.tar$/), copy.length]);
    expect((await hers.ask({ ask: "try copy" }, "drill", [handed("notes.tar", copy)])).drill).toEqual({ drill: "the-same" });
    expect(await hers.stands()).toMatchObject({
      copyMade: expect.stringMatching(new RegExp(`^${made.name.slice(6, 16)}T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$`)),
      copyTried: made.name.slice(6, 16),
    });

    const here = scratchFolder();
    const typed = parseRecoveryWords(words.join(" "));
    const kept = await keptFiles(hers.page);
    const key = await openKeyFile(
      kept.get("identity.age") ?? Buffer.alloc(0),
      { by: "words", words: typed.ok ? typed.value : expect.fail("twelve words") },
      argon2id,
    );
    const keys = await parseVaultKeys(key.ok ? key.value : expect.fail(key.error.kind));
    if (!keys.ok) expect.fail(keys.error);
    for (const [path, bytes] of kept) {
      mkdirSync(dirname(join(here.path, "moved", path)), { recursive: true });
      writeFileSync(join(here.path, "moved", path), bytes);
    }
    const moved = vaultFolder(join(here.path, "moved"));
    expect(await checkVault({ ...worldOf(moved), keys: keys.value })).toMatchObject({ isWhole: true, isSignatureChecked: true });
    const opened = await openVault(worldOf(moved), keys.value);
    expect(opened.ok && (await readJournal(opened.value)).lines.map(({ line }) => JSON.parse(line).words)).toEqual([
      "He stood at the gate.",
    ]);

    const back = await restoreCopy(worldOf(vaultFolder(join(here.path, "back"))), sourceOf("notes.tar", copy), { keys: keys.value });
    expect(back).toMatchObject({ ok: true, value: { became: "restored" } });
    const restored = new Map(filesUnder(join(here.path, "back")).map(({ name, path }) => [name, readFileSync(path)]));
    // What was noted of the copy itself came after it: its log is the beginning of the one here.
    for (const [path, bytes] of restored)
      if (!/^(log|settings\.age)$/.test(path)) expect(bytes.equals(kept.get(path) ?? Buffer.alloc(0)), path).toBe(true);
    expect(
      kept
        .get("log")
        ?.subarray(0, restored.get("log")?.length)
        .equals(restored.get("log") ?? Buffer.alloc(1)),
    ).toBe(true);

    writeFileSync(join(here.path, "recovery.txt"), `${recoveryKey}\n`);
    writeFileSync(
      join(here.path, "key.txt"),
      execFileSync("age", ["-d", "-i", join(here.path, "recovery.txt"), join(here.path, "moved/identity.age")]),
    );
    const byAge = (path: string): string =>
      execFileSync("age", ["-d", "-i", join(here.path, "key.txt"), join(here.path, "moved", path)]).toString();
    const sealed = [...kept.keys()].filter((path) => /^(journal|originals|private)\/|catalogue|settings|openings/.test(path));
    expect(sealed.length).toBeGreaterThan(5);
    const texts = sealed.map(byAge);
    for (const held of ["a photo of her door", "I see you", "He stood at the gate."])
      expect(
        texts.some((text) => text.includes(held)),
        held,
      ).toBe(true);
    here.remove();
    await close();
  });

  it("comes back from a copy into a browser that has nothing, and from none that is cut or of somebody else", async () => {
    const { hers, close } = await openHers();
    await begin(hers);
    await add(hers, "He stood at the gate.");
    const made = await hers.ask({ ask: "make copy" }, "copy made");
    const copy = handed("notes.tar", Buffer.from(made.base64 ?? "", "base64"));
    const cut = handed("notes.tar", Buffer.from(made.base64 ?? "", "base64").subarray(0, -9_000));
    await add(hers, "He rang twelve times.");
    expect((await hers.ask({ ask: "try copy" }, "drill", [copy])).drill).toMatchObject({ drill: "older", lines: [2], papers: [] });
    const theirs = await openHers();
    await begin(theirs.hers);
    expect((await theirs.hers.ask({ ask: "examine copy" }, "copy", [copy])).copy).toEqual({ copy: "another-book" });
    expect(await theirs.hers.refused({ ask: "restore copy", key: byPassphrase }, [copy])).toMatchObject({ kind: "another-key" });
    expect(await isWhole(theirs.hers)).toBe(true);
    await theirs.close();
    const fresh = await openHers();
    expect(await fresh.hers.refused({ ask: "restore copy", key: { by: "passphrase", typed: "wrong" } }, [copy])).toMatchObject({
      kind: "no-key-fits",
    });
    expect((await fresh.hers.ask({ ask: "restore copy", key: byPassphrase }, "copy", [cut])).copy).toMatchObject({ copy: "cut-short" });
    expect(await fresh.hers.stands()).toEqual({ is: "none" });
    expect((await fresh.hers.ask({ ask: "restore copy", key: byPassphrase }, "vault", [copy])).status).toMatchObject({ is: "open" });
    expect([await wordsIn(fresh.hers), await isWhole(fresh.hers)]).toEqual([["He stood at the gate."], true]);
    // What it came from is a copy of all that was in it, of the moment of the newest thing.
    const { entries } = await fresh.hers.ask({ ask: "entries", from: 0, count: 1 }, "entries");
    expect(await fresh.hers.stands()).toMatchObject({ copyMade: new Date(entries[0]?.entry.written.at ?? 0).toISOString() });
    await fresh.close();
    await close();
  });

  it("opens with another passphrase, new words and a second sheet from the moment that she is told so", async () => {
    const { hers, close } = await openHers();
    const first = await begin(hers);
    await add(hers, "He stood at the gate.");
    const key = byPassphrase;
    expect(await hers.refused({ ask: "new words", key: { by: "passphrase", typed: "wrong" } })).toMatchObject({ kind: "no-key-fits" });
    const second = await hers.ask({ ask: "second sheet", key }, "begun");
    // A tab that dies before she has them on paper leaves those before as they were.
    const unseen = await hers.ask({ ask: "new words", key }, "begun");
    await hers.ask({ ask: "lock" }, "vault");
    expect(await hers.refused({ ask: "unlock", key: { by: "words", typed: unseen.words.join(" ") } })).toMatchObject({
      kind: "no-key-fits",
    });
    await hers.ask({ ask: "unlock", key: { by: "words", typed: first.words.join(" ") } }, "vault");
    const words = await hers.ask({ ask: "new words", key }, "begun");
    expect(await hers.ask({ ask: "prove words", typed: first.words.join(" ") }, "words")).toMatchObject({ isProved: false });
    expect(await hers.ask({ ask: "prove words", typed: words.words.join(" ") }, "words")).toMatchObject({ isProved: true });
    await hers.ask({ ask: "change passphrase", key, passphrase: "green kettle" }, "kept");
    await hers.ask({ ask: "lock" }, "vault");
    const opens = (typed: readonly string[]) => hers.ask({ ask: "unlock", key: { by: "words", typed: typed.join(" ") } }, "vault");
    for (const typed of [second.words, words.words]) {
      expect((await opens(typed)).status).toMatchObject({ is: "open" });
      await hers.ask({ ask: "lock" }, "vault");
    }
    expect(await hers.refused({ ask: "unlock", key: { by: "words", typed: first.words.join(" ") } })).toMatchObject({
      kind: "no-key-fits",
    });
    expect((await hers.ask({ ask: "unlock", key: { by: "passphrase", typed: "green kettle" } }, "vault")).status).toMatchObject({
      is: "open",
    });
    expect(await isWhole(hers)).toBe(true);
    await close();
  });

  it("keeps the hash and the name of a file for which there is no room, until it is brought again", async () => {
    const { hers, close } = await openHers();
    await begin(hers);
    const cdp = await hers.page.context().newCDPSession(hers.page);
    const { origin } = new URL(stage.address());
    const large = handed("video.mp4", Buffer.alloc(4_000_000, 7));
    const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 1_000_000 });
    const taken = await hers.ask({ ask: "take in", zone: "Europe/London" }, "taken in", [large, door]);
    expect(taken.files.map(({ became }) => became)).toEqual(["no-room", "kept"]);
    const [video] = (await hers.ask({ ask: "originals" }, "originals")).originals;
    expect([video?.name, video?.size, video?.file]).toEqual(["video.mp4", 4_000_000, undefined]);
    expect(await isWhole(hers)).toBe(true);
    await cdp.send("Storage.overrideQuotaForOrigin", { origin });
    const again = await hers.ask({ ask: "take in", zone: "Europe/London" }, "taken in", [large, door]);
    expect(again.files.map(({ became }) => became)).toEqual(["kept", "here-already"]);
    await close();
  });
});

describe("a phone with no room left", () => {
  it("shows the ordinary notes to the second passphrase as it opens hers to the first, and says of a wrong one that it is wrong", async () => {
    const { hers, close } = await openHers();
    await hers.ask({ ask: "begin", passphrase, second: "shopping" }, "begun");
    await hers.ask({ ask: "lock" }, "vault");
    await fillUp(hers);
    expect(await hers.refused({ ask: "unlock", key: { by: "passphrase", typed: "not hers" } })).toMatchObject({ kind: "no-key-fits" });
    await hers.page.waitForTimeout(1_100);
    expect(await hers.ask({ ask: "unlock", key: { by: "passphrase", typed: "shopping" } }, "ordinary notes")).toMatchObject({ notes: [] });
    expect((await hers.ask({ ask: "unlock", key: byPassphrase }, "vault")).status).toMatchObject({ is: "open" });
    await close();
  });

  it("stays open where she presses Lock and what she writes cannot be sealed, and keeps it for when there is room", async () => {
    const { hers, close } = await openHers();
    await begin(hers);
    await hers.ask({ ask: "hold begun", begun: [{ words: "He is in the" }] }, "kept");
    const makeRoom = await fillUp(hers);
    expect(await hers.refused({ ask: "lock", isOnlyIfSealed: true })).toMatchObject({ kind: "no-room" });
    expect(await hers.stands()).toMatchObject({ is: "open" });
    await makeRoom();
    await hers.ask({ ask: "lock", isOnlyIfSealed: true }, "vault");
    await hers.ask({ ask: "unlock", key: byPassphrase }, "vault");
    const { papers } = await hers.ask({ ask: "papers" }, "papers");
    expect(papers.map(({ kind, words }) => [kind, words])).toEqual([["draft", "He is in the"]]);
    // By itself it locks all the same.
    await hers.ask({ ask: "hold begun", begun: [{ words: "He is out" }] }, "kept");
    await fillUp(hers);
    expect(await hers.refused({ ask: "lock" })).toMatchObject({ kind: "no-room" });
    expect(await hers.stands()).toMatchObject({ is: "locked" });
    await close();
  });
});

it("locks while files are being brought in: those that were told as kept are kept, and of the others nothing", async () => {
  const { hers, close } = await openHers();
  await begin(hers);
  const files = [door, ...[1, 2, 3].map((byte) => handed(`video-${byte}.mp4`, Buffer.alloc(6_000_000, byte)))];
  const taking = hers.ask({ ask: "take in", zone: "Europe/London" }, "taken in", files);
  await expect.poll(async () => (await hers.ask({ ask: "originals" }, "originals")).originals.length).toBeGreaterThan(0);
  expect((await hers.ask({ ask: "lock" }, "vault")).status).toMatchObject({ is: "locked" });
  const taken = await taking;
  expect(taken.files.length + taken.notReached).toBe(4);
  expect(taken.notReached).toBeGreaterThan(0);
  await hers.ask({ ask: "unlock", key: byPassphrase }, "vault");
  const { originals } = await hers.ask({ ask: "originals" }, "originals");
  expect(originals.map(({ name }) => name)).toEqual(taken.files.map(({ name }) => name));
  expect(await isWhole(hers)).toBe(true);
  await close();
});

describe("two windows", () => {
  it("have it one at a time: the second says so, and takes over from the first, which is locked then", async () => {
    const { hers, another, close } = await openHers();
    await begin(hers);
    const second = await another();
    expect(await second.stands()).toEqual({ is: "elsewhere" });
    for (const question of [
      { ask: "unlock", key: byPassphrase },
      { ask: "write while locked", words: "Help" },
      { ask: "begin", passphrase },
    ] as const)
      expect(await second.refused(question)).toMatchObject({ kind: "elsewhere" });
    expect((await second.ask({ ask: "take over" }, "vault")).status).toMatchObject({ is: "locked" });
    await expect.poll(() => hers.told()).toEqual(["taken over"]);
    expect(await hers.refused({ ask: "add entry", words: "Not kept" })).toMatchObject({ kind: "locked" });
    await second.ask({ ask: "unlock", key: byPassphrase }, "vault");
    expect(await hers.stands()).toEqual({ is: "elsewhere" });
    await second.page.close();
    await expect.poll(async () => (await hers.stands()).is).toBe("locked");
    await close();
  });

  it("lose nothing when the first one hangs and is taken from: what it had begun is not written any more", async () => {
    const { hers, another, close } = await openHers();
    await begin(hers);
    await add(hers, "He stood at the gate.");
    const second = await another();
    const [worker] = hers.page.workers();
    const pending = Promise.allSettled(Array.from({ length: 20 }, (_, i) => add(hers, `Begun ${i}`)));
    await worker
      ?.evaluate((until) => {
        while (Date.now() < until) continue;
      }, Date.now() + 5_000)
      .catch(() => undefined);
    expect((await second.ask({ ask: "take over" }, "vault")).status).toMatchObject({ is: "locked" });
    await second.ask({ ask: "unlock", key: byPassphrase }, "vault");
    await add(second, "He came back.");
    const acknowledged = (await pending).flatMap((one, i) => (one.status === "fulfilled" ? [`Begun ${i}`] : []));
    const there = await wordsIn(second);
    for (const words of [...acknowledged, "He stood at the gate.", "He came back."]) expect(there).toContain(words);
    expect(await isWhole(second)).toBe(true);
    await close();
  });
});

describe("a window that is killed", () => {
  it("has lost nothing that was told as kept, and shows nothing half, at any of twenty moments", async () => {
    const { hers, another, close } = await openHers();
    const { words } = await begin(hers);
    await hers.page.close();
    const told: string[] = [];
    for (let round = 0; round < 20; round++) {
      const window = await another();
      await window.ask({ ask: "unlock", key: { by: "words", typed: words.join(" ") } }, "vault");
      const there = new Set(await wordsIn(window));
      for (const one of told) expect(there.has(one), one).toBe(true);
      for (const one of there) expect(one).toMatch(/^Round \d+, line \d+, to its end\.$/);
      await window.page.exposeFunction("acknowledged", (one: string) => told.push(one));
      const dying = new Promise((gone) => window.page.once("crash", gone));
      await window.page.evaluate((number) => {
        const answerById: Map<number, (answer: { answer: string }) => void> = Reflect.get(globalThis, "answerById");
        for (let line = 0; line < 30; line++) {
          const text = `Round ${number}, line ${line}, to its end.`;
          const id = 1_000 + line;
          answerById.set(id, ({ answer }) => answer === "kept" && Reflect.get(globalThis, "acknowledged")(text));
          const file = new File([new Uint8Array(line % 5 === 0 ? 200_000 : 10).fill(line + number)], `photo-${number}-${line}.jpg`);
          const question = { ask: "add entry", words: text, told: line % 2 === 0 ? { files: [{ name: file.name, file }] } : {} };
          Reflect.get(globalThis, "worker").postMessage({ id, question });
        }
      }, round);
      const cdp = await window.page.context().newCDPSession(window.page);
      await new Promise((wait) => setTimeout(wait, 60 + ((round * 577) % 700)));
      // A page that is gone does not answer.
      void cdp.send("Page.crash").catch(() => undefined);
      await dying;
      void window.page.close().catch(() => undefined);
    }
    const last = await another();
    await last.ask({ ask: "unlock", key: { by: "words", typed: words.join(" ") } }, "vault");
    const there = new Set(await wordsIn(last));
    expect(told.length).toBeGreaterThan(20);
    for (const one of told) expect(there.has(one), one).toBe(true);
    expect(await isWhole(last)).toBe(true);
    await close();
  });

  it("reads each export by the clock and the order of dates of its own phone, and reads none of them twice", async () => {
    const { hers, another, close } = await openHers();
    await begin(hers);
    const bring = async (zone: string, name: string, text: string): Promise<boolean> => {
      await hers.ask({ ask: "take in", zone }, "taken in", [handed(name, text)]);
      return (await hers.ask({ ask: "read kept", zone }, "import-summary")).importSummary.isDateOrderAssumed;
    };
    const chat = (day: string): string => `${day}, 18:40 - Owen: I see you\n`;
    expect(await bring("Europe/London", "WhatsApp Chat with Owen.txt", chat("04/10/2026"))).toBe(true);
    await hers.ask({ ask: "state date order", dateOrder: "dmy" }, "kept");
    // Of the first it was said; of the second it is asked, and what is said of the second changes nothing of the first.
    expect(await bring("America/New_York", "WhatsApp Chat with Owen Pike.txt", chat("04/09/2026"))).toBe(true);
    await hers.ask({ ask: "state date order", dateOrder: "mdy" }, "kept");
    const timesIn = async (window: VaultWindow): Promise<readonly string[]> => {
      const { importSummary } = await window.ask({ ask: "read kept", zone: "Europe/London" }, "import-summary");
      expect(importSummary.isDateOrderAssumed).toBe(false);
      const stated = {
        jurisdiction: "EW",
        me: { label: "Hannah", names: [] },
        them: { label: "Owen", names: ["Owen", "Owen Pike"] },
      } as const;
      await window.ask({ ask: "view", stated }, "view");
      const { acts } = await window.ask({ ask: "acts", from: 0, count: 9 }, "acts");
      return acts.map(({ day, time }) => `${day}, ${time}`);
    };
    const times = ["Thu 9 April 2026, 23:40", "Sun 4 October 2026, 18:40"];
    expect(await timesIn(hers)).toEqual(times);
    await hers.ask({ ask: "lock" }, "vault");
    await hers.page.close();

    const again = await another();
    await spoilOriginals(again.page);
    await again.ask({ ask: "unlock", key: byPassphrase }, "vault");
    // Whoever reads an original again meets bytes that are not hers; whoever does not shows what was read of it.
    expect(await timesIn(again)).toEqual(times);
    const wishes = { herName: "Hannah", impact: "", withheld: [], recipients: [], pdfOnly: false, forForce: false };
    expect(await again.ask({ ask: "pack", wishes }, "failed")).toMatchObject({
      says: expect.stringMatching(/^\u2068WhatsApp Chat with Owen\.txt\u2069 was changed/),
    });
    expect((await again.ask({ ask: "check" }, "checked")).check.verdicts.map(({ verdict }) => verdict)).toEqual(["altered", "altered"]);
    await close();
  });
});

/** Changes one byte at the end of every original that is kept in this browser. */
async function spoilOriginals(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle("notes-kept");
    const originals = await kept.getDirectoryHandle("originals");
    for await (const name of originals.keys()) {
      const handle = await originals.getFileHandle(name);
      const { size } = await handle.getFile();
      const writing = await handle.createWritable({ keepExistingData: true });
      await writing.write({ type: "write", position: size - 1, data: new Uint8Array(1) });
      await writing.close();
    }
  });
}
