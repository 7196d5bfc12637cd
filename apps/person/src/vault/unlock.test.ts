import { createHash } from "node:crypto";
import type { Instant } from "@unmask/core";
import type { Argon2id } from "@unmask/seal";
import { readOpenings, readTries } from "@unmask/vault";
import { expect, it } from "vitest";
import { type MemoryFolder, createMemoryFolder } from "../../../../fixtures/vault/memory-folder.ts";
import { worldOf } from "../../../../fixtures/vault/vault-of-hers.ts";
import { makeVault } from "./make-vault.ts";
import { unlock } from "./unlock.ts";
import type { VaultDeskWorld, VaultPlace } from "./world.ts";

const mine = { by: "passphrase", typed: "correct horse battery staple" } as const;
const notMine = { by: "passphrase", typed: "Correct horse battery staple" } as const;
const ordinary = { by: "passphrase", typed: "bread and milk" } as const;

/** As many bytes as are asked for, without the work. */
const cheap: Argon2id = async (password, salt, { size }) =>
  Uint8Array.from(createHash("sha256").update(password).update(salt).digest().subarray(0, size));

function nobody(): never {
  throw new Error("nobody asks for it");
}

/** Each look at a clock is ten minutes after the one before: nobody has to wait after a wrong try. */
let now = Date.UTC(2026, 10, 29);

/** A phone with her notes on it. */
function phoneOf({ folder }: MemoryFolder): { readonly world: VaultDeskWorld; readonly place: VaultPlace } {
  const { createHasher, random } = worldOf(folder);
  const hold = { take: nobody, takeOver: nobody, letGo: nobody, isHeld: nobody, isElsewhere: nobody };
  const place = { folder, hold, removeAll: nobody };
  const clock = { now: () => (now += 600_000) as Instant, zone: () => "Europe/London" };
  return { world: { place, createHasher, random, argon2id: cheap, ...clock, isKeepingPromised: nobody, saveAside: nobody }, place };
}

async function phoneWithNotes(): Promise<MemoryFolder> {
  const memory = createMemoryFolder();
  const { world, place } = phoneOf(memory);
  const made = await makeVault(world, place, { passphrase: mine.typed, second: ordinary.typed });
  expect(made.ok).toBe(true);
  return memory;
}

/** The same phone with no room left. */
function full({ files }: MemoryFolder): MemoryFolder {
  return createMemoryFolder(files, { room: [...files.values()].reduce((sum, { length }) => sum + length, 0) });
}

it("wrong tries stand in the list of openings once her notes are opened, and are then forgotten", async () => {
  const memory = await phoneWithNotes();
  const { world, place } = phoneOf(memory);
  for (const wrong of [1, 2])
    expect(await unlock(world, place, notMine)).toMatchObject({ ok: false, error: { kind: "no-key-fits", wrong } });
  const opened = await unlock(world, place, mine);
  if (!opened.ok || !("opened" in opened.value)) return expect.fail("the notes are shut");
  const [newest] = await readOpenings(opened.value.opened.vault);
  expect(newest).toMatchObject({ by: "passphrase", wrong: { count: 2 } });
  expect(await readTries(memory.folder)).toBeUndefined();
});

it("on a full phone they are not forgotten before they stand there: the next opening that finds room writes them down", async () => {
  const memory = await phoneWithNotes();
  const { world, place } = phoneOf(memory);
  await unlock(world, place, notMine);
  const crowded = full(memory);
  const there = phoneOf(crowded);
  expect(await unlock(there.world, there.place, mine)).toMatchObject({ ok: true });
  expect(await readTries(crowded.folder)).toMatchObject({ wrong: 1 });
  const roomy = createMemoryFolder(crowded.files);
  const again = phoneOf(roomy);
  const opened = await unlock(again.world, again.place, mine);
  if (!opened.ok || !("opened" in opened.value)) return expect.fail("the notes are shut");
  expect((await readOpenings(opened.value.opened.vault))[0]).toMatchObject({ wrong: { count: 1 } });
  expect(await readTries(roomy.folder)).toBeUndefined();
});

it("on a full phone a wrong passphrase is still said to be wrong, and the second one still shows the ordinary notes", async () => {
  const { world, place } = phoneOf(full(await phoneWithNotes()));
  expect(await unlock(world, place, notMine)).toMatchObject({ ok: false, error: { kind: "no-key-fits" } });
  expect(await unlock(world, place, ordinary)).toEqual({ ok: true, value: { notes: [] } });
});

it("her notes say once that somebody changed to whom they are sealed while they were locked, and it is put right", async () => {
  const memory = await phoneWithNotes();
  const { world, place } = phoneOf(memory);
  const own = memory.files.get("book.json");
  const other = createMemoryFolder();
  await makeVault(phoneOf(other).world, phoneOf(other).place, { passphrase: notMine.typed });
  memory.files.set("book.json", other.files.get("book.json") ?? new Uint8Array());
  const opened = async (): Promise<unknown> => {
    const unlocked = await unlock(world, place, mine);
    return unlocked.ok && "opened" in unlocked.value ? (unlocked.value.opened.wasBookChanged ?? false) : unlocked;
  };
  expect([await opened(), memory.files.get("book.json"), await opened()]).toEqual([true, own, false]);
});
