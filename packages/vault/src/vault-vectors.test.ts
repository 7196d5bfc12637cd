import { readFileSync } from "node:fs";
import { type Sha256, parseSha256, redact } from "@unmask/core";
import { base64ToBytes, bookOf, createSignerKey, hexToBytes, sha256HexOf, textToBytes } from "@unmask/seal";
import { expect, it } from "vitest";
import { createMemoryFolder, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { readBook } from "./book.ts";
import { checkVault } from "./check.ts";
import { copyName, makeCopy } from "./copy.ts";
import { readDocumentOf } from "./documents.ts";
import { examineCopy } from "./examine-copy.ts";
import { readJournal } from "./journal.ts";
import { readLog } from "./log.ts";
import { openVault } from "./open-vault.ts";
import { listOriginals, openOriginal } from "./originals.ts";
import { readPrivateNotes } from "./private-notes.ts";
import type { Vault } from "./vault.ts";
import { readWaiting } from "./waiting.ts";

/** docs/formats/vectors/vault.json and backup.json. */

interface Named {
  readonly name: string;
  readonly base64: string;
}
type Change =
  { readonly drop: string } | { readonly flip: string; readonly at: number } | { readonly put: string; readonly base64: string };
interface VaultVectors {
  readonly identity: string;
  readonly recipient: string;
  readonly signer: { readonly seed: string; readonly keyId: string; readonly publicKey: string };
  readonly book: string;
  readonly log: string;
  readonly logs: readonly {
    readonly cut?: number;
    readonly noughtsFrom?: number;
    readonly flip?: number;
    readonly verdict: string;
    readonly length?: number;
  }[];
  readonly files: Readonly<Record<string, string>>;
  readonly opened: {
    readonly journal: readonly string[];
    readonly originals: readonly Named[];
    readonly statement: string;
    readonly private: readonly string[];
    readonly waiting: readonly { readonly at: string; readonly words: string; readonly files: readonly Named[] }[];
  };
  readonly checks: readonly { readonly change: readonly Change[]; readonly verdicts: readonly object[] }[];
}
interface BackupVectors {
  readonly name: { readonly file: string };
  readonly size: number;
  readonly sha256: string;
  readonly copies: readonly { readonly cut?: number; readonly flip?: number; readonly answer: string }[];
}
const read = (name: string): string => readFileSync(new URL(`../../../docs/formats/vectors/${name}`, import.meta.url), "utf8");
const vectors: VaultVectors = JSON.parse(read("vault.json"));
const backup: BackupVectors = JSON.parse(read("backup.json"));

const bytesOf = (base64: string): Uint8Array => base64ToBytes(base64) ?? expect.fail("base64");
const files = new Map(Object.entries(vectors.files).map(([path, base64]) => [path, bytesOf(base64)]));
const secrets = [hexToBytes(vectors.signer.seed), hexToBytes(vectors.signer.keyId)];
const keys = { identity: redact(vectors.identity), signer: createSignerKey(() => secrets.shift() ?? expect.fail("two secrets")) };
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

async function opened(given: ReadonlyMap<string, Uint8Array>): Promise<Vault> {
  const vault = await openVault(worldOf(createMemoryFolder(given).folder), keys);
  return vault.ok ? vault.value : expect.fail(vault.error.kind);
}

it("the book of a vault says whose it is", () => {
  expect(readBook(textToBytes(vectors.book))).toEqual({ book: bookOf(vectors.recipient), recipient: vectors.recipient });
});

it.each(vectors.logs)(
  "a log reads as it is written there: $verdict with $cut$flip$noughtsFrom",
  ({ cut = 0, noughtsFrom, flip, verdict, length }) => {
    const whole = textToBytes(vectors.log);
    const holed = noughtsFrom === undefined ? whole : Uint8Array.from(whole).fill(0, noughtsFrom);
    const bytes = flip === undefined ? holed : flipped(holed, flip);
    const reading = readLog(bytes.subarray(0, bytes.length - cut), { recipient: vectors.recipient, publicKey: keys.signer.publicKey });
    expect(reading.verdict).toBe(verdict);
    if (length !== undefined) expect(reading.state.length).toBe(length);
  },
);

it("a vault opens to what is in it", async () => {
  const vault = await opened(files);
  expect((await readJournal(vault)).lines.map(({ line }) => line)).toEqual(vectors.opened.journal);
  const catalogue = await listOriginals(vault);
  const originals = catalogue.ok ? catalogue.value : [];
  expect(originals.map(({ name }) => name)).toEqual(vectors.opened.originals.map(({ name }) => name));
  for (const [i, original] of originals.entries()) {
    const source = await openOriginal(vault, original);
    expect(source.ok && (await source.value.read(0, original.size))).toEqual(bytesOf(vectors.opened.originals[i]?.base64 ?? ""));
  }
  expect(await readDocumentOf(vault, "statement")).toEqual({ ok: true, value: vectors.opened.statement });
  expect((await readPrivateNotes(vault)).notes.map(({ text }) => text)).toEqual(vectors.opened.private);
  for (const [i, note] of (await readWaiting(vault)).entries()) {
    const wanted = vectors.opened.waiting[i];
    expect(note).toMatchObject({ at: wanted?.at, words: wanted?.words });
    for (const [j, file] of ("files" in note ? note.files : []).entries())
      expect(await file.read(0, file.size)).toEqual(bytesOf(wanted?.files[j]?.base64 ?? ""));
  }
});

it.each(vectors.checks)("a check tells what was changed: $verdicts", async ({ change, verdicts }) => {
  const memory = createMemoryFolder(files);
  for (const one of change) {
    if ("drop" in one) memory.files.delete(one.drop);
    else if ("put" in one) memory.files.set(one.put, bytesOf(one.base64));
    else memory.files.set(one.flip, flipped(memory.files.get(one.flip) ?? new Uint8Array(), one.at));
  }
  expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual(verdicts);
});

it("a copy of it is this tar, byte for byte", async () => {
  const { tar, sha256 } = await tarOfIt();
  expect([copyName({ year: 2026, month: 10, day: 4 }), tar.length, sha256]).toEqual([
    backup.name.file,
    backup.size,
    parseSha256(backup.sha256),
  ]);
});

it.each(backup.copies)("a copy answers $answer, cut by $cut or changed at $flip", async ({ cut = 0, flip, answer }) => {
  const { tar } = await tarOfIt();
  const bytes = flip === undefined ? tar : flipped(tar, flip);
  const source = sourceOf("notes.tar", bytes.subarray(0, bytes.length - cut));
  expect(await examineCopy(source, { ...worldOf(createMemoryFolder().folder), keys })).toMatchObject({ answer });
});

async function tarOfIt(): Promise<{ readonly tar: Uint8Array; readonly sha256: Sha256 }> {
  let tar: Uint8Array = new Uint8Array();
  await makeCopy(await opened(files), async (pieces) => {
    tar = await gather(pieces);
  });
  return { tar, sha256: sha256HexOf(tar) };
}
