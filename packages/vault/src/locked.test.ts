import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createMemoryFolder, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, newVault, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { type TarEntry, piecesOf, tarOf } from "@unmask/formats";
import { bookOf, recipientOf } from "@unmask/seal";
import { checkVault } from "./check.ts";
import { makeCopy } from "./copy.ts";
import { isIdentityAsLogged, readLocked, readLockedCopy } from "./locked.ts";
import { replaceIdentityFile } from "./documents.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const lookInto = (copy: Uint8Array): ReturnType<typeof readLockedCopy> =>
  readLockedCopy(sourceOf("notes.tar", copy), worldOf(createMemoryFolder().folder).createHasher);

type Named = readonly [path: string, bytes: Uint8Array];

async function* entriesOf(files: readonly Named[]): AsyncGenerator<TarEntry, void, undefined> {
  for (const [path, bytes] of files) yield { path, size: bytes.length, chunks: () => piecesOf(sourceOf(path, bytes), 0, bytes.length) };
}

it("a locked vault shows whose it is and what a passphrase is tried on, and so does a copy of it, cut too", async () => {
  const memory = createMemoryFolder();
  expect(await readLocked(worldOf(memory.folder))).toMatchObject({ error: { kind: "no-vault" } });
  const vault = await createHers(memory.folder);
  const recipient = await recipientOf(keys.identity);
  const wanted = {
    book: { book: bookOf(recipient), recipient },
    identityFile: memory.files.get("identity.age"),
    notesFile: memory.files.get("notes.age"),
  };
  expect(await readLocked(worldOf(memory.folder))).toEqual({ ok: true, value: wanted });
  let copy: Uint8Array = new Uint8Array();
  await makeCopy(vault, async (pieces) => {
    copy = await gather(pieces);
  });
  expect(await lookInto(copy)).toEqual({ ...wanted, isIdentityAsLogged: true });
  const { notesFile: _, ...first } = wanted;
  expect(await lookInto(copy.subarray(0, 6000))).toMatchObject({ ...first, isIdentityAsLogged: true });
  expect(await lookInto(copy.subarray(0, 2000))).toBe("altered");
  expect(await lookInto(utf8("hello"))).toBe("not-a-copy");
});

it("a locked vault whose book was changed still gives what its keys open, and one whose keys are lost says so", async () => {
  const memory = createMemoryFolder();
  await createHers(memory.folder);
  memory.files.set("book.json", utf8("{}"));
  const locked = await readLocked(worldOf(memory.folder));
  expect(locked.ok && [locked.value.book, locked.value.identityFile]).toEqual([undefined, memory.files.get("identity.age")]);
  memory.files.set("identity.age", new Uint8Array(100_000));
  expect(await readLocked(worldOf(memory.folder))).toMatchObject({ error: { kind: "not-whole", path: "identity.age" } });
  memory.files.set("book.json", utf8('{"kind":"notes","version":9}'));
  expect(await readLocked(worldOf(memory.folder))).toMatchObject({ error: { kind: "newer-format" } });
});

it("a locked vault says whether its keys are those that it was left with, and gives those of a change that broke off when it was done", async () => {
  const memory = createMemoryFolder();
  const vault = await createHers(memory.folder);
  const world = worldOf(memory.folder);
  const before = memory.files.get("identity.age") ?? utf8("none");
  const given = async (): Promise<unknown> => {
    const locked = await readLocked(world);
    return locked.ok ? locked.value.identityFile : locked.error.kind;
  };
  expect([await isIdentityAsLogged(world), await given()]).toEqual([true, before]);
  const { identityFile } = await newVault();
  await replaceIdentityFile(vault, identityFile);
  memory.files.set("identity.age", before);
  memory.files.set("identity.age.part", before);
  expect([await isIdentityAsLogged(world), await given()]).toEqual([false, before]);
  memory.files.set("identity.age.part", identityFile);
  expect([await isIdentityAsLogged(world), await given()]).toEqual([true, identityFile]);
  // As where a copy was being brought back into an empty folder: then there is none before it.
  memory.files.delete("identity.age");
  expect([await isIdentityAsLogged(world), await given()]).toEqual([true, identityFile]);
});

it("a copy gives the keys that its log has, whatever was put beside them, and says where those that it has are others", async () => {
  const memory = createMemoryFolder();
  await createHers(memory.folder);
  const mine = memory.files.get("identity.age") ?? utf8("none");
  const { identityFile: theirs } = await newVault();
  const files = ["book.json", "log", "notes.age"].map((path): Named => [path, memory.files.get(path) ?? utf8("none")]);
  const copyWith = async (...identities: readonly Uint8Array[]): Promise<Uint8Array> =>
    gather(tarOf(entriesOf([...files, ...identities.map((bytes): Named => ["identity.age", bytes])])));
  expect(await lookInto(await copyWith(theirs))).toMatchObject({ identityFile: theirs, isIdentityAsLogged: false });
  for (const both of [await copyWith(theirs, mine), await copyWith(mine, theirs)])
    expect(await lookInto(both)).toMatchObject({ identityFile: mine, isIdentityAsLogged: true });
  // A log into which the hash of other keys was written is none that a vault has signed.
  const [old, now] = [mine, theirs].map((bytes) => `"size":${bytes.length},"sha256":"${createHash("sha256").update(bytes).digest("hex")}"`);
  const log = new TextDecoder().decode(memory.files.get("log")).replace(old ?? "", now ?? "");
  files[1] = ["log", utf8(log)];
  expect(log).toContain(now);
  expect(await lookInto(await copyWith(theirs))).toMatchObject({ isIdentityAsLogged: false });
});

it("what says which program has the folder is nothing amiss and outlives an opening", async () => {
  const memory = createMemoryFolder(new Map([["held.part", utf8("{}")]]));
  await createHers(memory.folder);
  await openHers(memory.folder);
  expect(memory.files.has("held.part")).toBe(true);
  expect(await checkVault({ ...worldOf(memory.folder), keys })).toMatchObject({ isWhole: true });
});
