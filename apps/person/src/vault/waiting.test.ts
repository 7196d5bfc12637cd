import { createHash } from "node:crypto";
import { type Instant, parseJournalLine } from "@unmask/core";
import { sealWhole, textToBytes } from "@unmask/seal";
import { type Vault, listOriginals, noteOpening, openOriginal, readJournal, readWaiting, writeWhileLocked } from "@unmask/vault";
import { expect, it } from "vitest";
import { createMemoryFolder } from "../../../../fixtures/vault/memory-folder.ts";
import { createHers, worldOf } from "../../../../fixtures/vault/vault-of-hers.ts";
import { addToJournal, toldOf } from "./journal.ts";
import { decide, showWaiting } from "./waiting.ts";
import type { VaultDeskWorld } from "./world.ts";

function nobody(): never {
  throw new Error("nobody asks for it");
}

const { folder, files } = createMemoryFolder();
const { createHasher, random } = worldOf(folder);
const clock = { now: () => Date.UTC(2026, 10, 29) as Instant, zone: () => "Europe/London" };
const world: VaultDeskWorld = {
  place: undefined,
  createHasher,
  random,
  argon2id: nobody,
  ...clock,
  isKeepingPromised: nobody,
  saveAside: nobody,
};

/** Seals words to her notes as something does that does not look at them. */
async function sealUnseen(
  vault: Vault,
  number: number,
  words: string,
  { at = "2026-10-04T21:14:05.123Z", into = files } = {},
): Promise<void> {
  const head = textToBytes(`${JSON.stringify({ at, words })}\n`);
  const sealed = await sealWhole(head, { recipients: [vault.recipient] });
  const file = `${String(number).repeat(32)}.age`;
  into.set(`waiting/${file}`, sealed);
  const sha256 = createHash("sha256").update(sealed).digest("hex");
  const line = textToBytes(`${JSON.stringify({ number, file, size: sealed.length, sha256 })}\n`);
  into.set("waiting/list", Uint8Array.from([...(into.get("waiting/list") ?? []), ...line]));
}

it("a note that was sealed with signs or a length that no entry has is kept all the same, and nothing of it is lost", async () => {
  const vault = await createHers(folder);
  const long = `${"x".repeat(19_998)}👩${"y".repeat(500)}`;
  for (const [i, words] of ["He rang.\u000bTwice.", long, "\u200b\u200b"].entries()) await sealUnseen(vault, i + 1, words);
  for (const [i, { path }] of (await readWaiting(vault)).entries())
    expect(await decide(world, vault, { ask: "decide", path, word: i === 1 ? "found" : "hers" })).toMatchObject({ answer: "kept" });
  const entries = (await readJournal(vault)).lines.map(({ line }) => parseJournalLine(line));
  expect(entries).toMatchObject([
    { ok: true, value: { words: "He rang. Twice.", locked: true } },
    { ok: true, value: { words: `${"x".repeat(19_998)}…`, found: true, files: [{ name: "note-as-written.txt" }] } },
    { ok: true, value: { words: "(note-as-written.txt)", locked: true, files: [{ name: "note-as-written.txt" }] } },
  ]);
  const originals = await listOriginals(vault);
  const [whole] = originals.ok ? originals.value : [];
  const opened = await openOriginal(vault, whole ?? expect.fail("it is kept"));
  if (!opened.ok) return expect.fail("it opens");
  const { size } = opened.value;
  expect(new TextDecoder().decode(await opened.value.read(0, size))).toBe(long);
});

it("an entry that cannot be kept says so of what she wrote, in words that are no names of fields", async () => {
  const vault = await createHers(createMemoryFolder().folder);
  const told = async (body: object): Promise<unknown> =>
    addToJournal(world, vault, { body: { line: "entry", words: "He rang.", ...body } });
  expect(await told({ words: "He rang.\u000bTwice." })).toMatchObject({ answer: "kept" });
  expect(await told({ words: "x".repeat(20_300) })).toMatchObject({
    says: "What you wrote is 300 characters too long: 20,000 fit here. Nothing was written. Shorten it, or write the rest as a second entry.",
  });
  for (const body of [{ words: "\u200b" }, { place: "x".repeat(20_001) }, { witnesses: ["\u0007x"] }, { accounts: ["x".repeat(1_001)] }]) {
    const answer = await told(body);
    expect(answer).toMatchObject({ answer: "not done", says: expect.stringContaining("Nothing was written") });
    expect(JSON.stringify(answer)).not.toMatch(/line\.|\[0\]/);
  }
});

it("a note whose hour lies before her notes were made, or after now, is shown as one whose hour cannot be", async () => {
  const { folder: own, files: kept } = createMemoryFolder();
  const vault = await createHers(own);
  await noteOpening(vault, { at: "2026-10-01T09:00:00.000Z", by: "made" });
  await noteOpening(vault, { at: "2026-11-20T09:00:00.000Z", by: "passphrase" });
  const moments = ["2019-03-02T21:14:05.123Z", "2026-10-04T21:14:05.123Z", "2026-11-29T00:00:00.001Z"];
  for (const at of moments) await writeWhileLocked(vault.world, { at, words: "The van again." });
  expect(await showWaiting(clock, vault)).toMatchObject({
    notes: [
      { at: moments[0], isHourWrong: true },
      { at: moments[1], isHourWrong: false },
      { at: moments[2], isHourWrong: true },
    ],
  });
  // What says no hour at all was written by nothing of ours.
  await sealUnseen(vault, 4, "Nobody knows when.", { at: "yesterday", into: kept });
  expect(await readWaiting(vault)).toMatchObject([{}, {}, {}, { number: 4, lost: true }]);
});

it("one picture under two names keeps both in the entry, also in a note that was written while locked, and its bytes once", async () => {
  const place = createMemoryFolder();
  const vault = await createHers(place.folder);
  const picture = (name: string, from: string) => ({ name, from, file: new Blob(["the door"]) });
  const told = await toldOf(world, vault, { files: [picture("p1.png", "My phone"), picture("from Jo.png", "Jo sent it")] });
  if (!told.ok) return expect.fail("it is told");
  expect(told.value.files?.map(({ name, from }) => `${name}: ${from}`)).toEqual(["p1.png: My phone", "from Jo.png: Jo sent it"]);
  const read = async () => textToBytes("the door");
  const same = ["again.png", "once more.png"].map((name) => ({ name, size: 8, read }));
  await writeWhileLocked(worldOf(place.folder), { at: "2026-10-04T21:14:05.123Z", words: "Here.", files: same });
  const [note] = await readWaiting(vault);
  await decide(world, vault, { ask: "decide", path: note?.path ?? "", word: "hers" });
  const [line] = (await readJournal(vault)).lines;
  expect(parseJournalLine(line?.line ?? "")).toMatchObject({ value: { files: [{ name: "again.png" }, { name: "once more.png" }] } });
  const originals = await listOriginals(vault);
  expect(originals.ok && originals.value.map(({ name }) => name)).toEqual(["p1.png"]);
});
