import { randomBytes } from "node:crypto";
import { open, readdir } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Instant } from "@unmask/core";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";
import { at, gather, intakeStoreOn, letterOf, sent, sha256Of } from "./intake-world.ts";
import { describeOnBoth } from "./stage.ts";

const bytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const id = (): string => randomBytes(16).toString("hex");

describeOnBoth("an intake keeps what it was given until the inside has it", (stage) => {
  let database: Database<IntakeTables>;
  let folder: string;
  let store: IntakeStore;
  let now: Instant;
  const reopen = async (more: Parameters<typeof intakeStoreOn>[2] = {}): Promise<void> => {
    store = await intakeStoreOn(database, folder, { now: () => now, ...more });
  };
  const ids = async (): Promise<string[]> => (await store.take(0, 1000)).map((one) => one.id);
  beforeAll(async () => {
    database = await stage.open(await readMigrations("intake"));
  });
  beforeEach(async () => {
    await database.transaction(async (tx) => {
      for (const table of ["intake_letter", "intake_upload", "intake_reply"] as const) await tx.deleteFrom(table).execute();
    });
    folder = stage.folder();
    now = at("2026-11-27T03:00:00Z");
    await reopen();
  });

  test("a letter is taken once, in order, and read as it was sent", async () => {
    const letters = [letterOf(bytes(20_000)), letterOf(bytes(20_000)), letterOf(bytes(66_000))];
    for (const letter of letters) expect(await store.putLetter(letter)).toBe("kept");
    expect(await store.lettersWaiting()).toBe(3);
    const taken = await store.take(0, 10);
    expect(taken.map((one) => [one.id, one.kind, one.letter, one.size, one.sha256])).toEqual(
      letters.map((one) => [one.id, "letter", one.id, one.sealed.length, sha256Of(one.sealed)]),
    );
    const [first, second] = taken;
    expect(await store.take(first?.number ?? 0, 1)).toEqual([second]);
    const read = await store.readItem(letters[2]?.id ?? "", 60_000);
    expect(read?.size).toBe(66_000);
    expect(read && (await gather(read.bytes))).toEqual(letters[2]?.sealed.subarray(60_000));
    expect(await store.readItem(id(), 0)).toBeUndefined();
  });

  test("the same letter again is the same letter; another under its id is refused, and the first stays", async () => {
    const letter = letterOf(bytes(20_000), [65_536]);
    const twice = await Promise.all([store.putLetter(letter), store.putLetter(letter)]);
    expect(twice.sort()).toEqual(["kept", "kept-before"]);
    expect(await store.putLetter({ ...letter, sealed: bytes(20_000) })).toBe("other-bytes");
    expect(await store.putLetter({ ...letter, packs: [] })).toBe("other-bytes");
    expect(await ids()).toEqual([letter.id]);
    expect(await readdir(folder)).toHaveLength(1);
    const read = await store.readItem(letter.id, 0);
    expect(read && (await gather(read.bytes))).toEqual(letter.sealed);
    await reopen();
    expect(await store.putLetter(letter)).toBe("kept-before");
  });

  test("a reader that goes on after the last number skips nobody, however many write", async () => {
    const seen: string[] = [];
    const letters = Array.from({ length: 120 }, () => letterOf(bytes(100)));
    let isOver = false;
    const reading = (async () => {
      for (let after = 0, last = false; !last;) {
        last = isOver;
        for (const item of await store.take(after, 7)) {
          seen.push(item.id);
          after = item.number;
          last = false;
        }
      }
    })();
    const second = await intakeStoreOn(database, stage.folder(), { now: () => now });
    await Promise.all(letters.map((letter, at) => (at % 2 === 0 ? store : second).putLetter(letter)));
    isOver = true;
    await reading;
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  test("a pack goes on where it was cut, and is there for the inside when it is whole", async () => {
    const pack = bytes(65_536);
    const letter = letterOf(bytes(20_000), [pack.length]);
    const [token] = letter.packs.map(({ tokenHash }) => tokenHash);
    if (token === undefined) throw new Error("no token");
    expect(await store.createUpload(token, id())).toBeUndefined();
    await store.putLetter(letter);
    const created = await store.createUpload(token, id());
    expect(await store.createUpload(token, id())).toEqual(created);
    const upload = created?.id ?? "";
    expect(await store.appendUpload(upload, 0, sent(pack, { breaksAt: 3 }))).toEqual({ offset: 30_000 });
    expect(await store.findUpload(upload, token)).toEqual({ bucket: 65_536, offset: 30_000, isComplete: false });
    expect(await store.findUpload(upload, sha256Of(pack))).toBeUndefined();
    expect(await store.appendUpload(upload, 20_000, sent(pack))).toBe("wrong-offset");
    expect(await ids()).toEqual([letter.id]);
    await reopen();
    expect(await store.appendUpload(upload, 30_000, sent(pack.subarray(30_000, 40_000)))).toEqual({ offset: 40_000 });
    expect(await store.appendUpload(upload, 40_000, sent(pack.subarray(40_000)))).toEqual({ offset: 65_536 });
    expect(await store.findUpload(upload, token)).toEqual({ bucket: 65_536, offset: 65_536, isComplete: true });
    expect(await store.endUpload(upload, token)).toBe(false);
    expect((await store.take(0, 10)).map((one) => [one.kind, one.letter, one.size, one.sha256])).toEqual([
      ["letter", letter.id, 20_000, sha256Of(letter.sealed)],
      ["pack", letter.id, 65_536, sha256Of(pack)],
    ]);
    const read = await store.readItem(upload, 65_000);
    expect(read && (await gather(read.bytes))).toEqual(pack.subarray(65_000));
  });

  test("an upload takes no more than its bucket, one sender at a time, and may be ended and begun again", async () => {
    const letter = letterOf(bytes(100), [65_536]);
    const token = letter.packs[0]?.tokenHash ?? "";
    await store.putLetter(letter);
    const upload = (await store.createUpload(token, id()))?.id ?? "";
    expect(await store.appendUpload(upload, 0, sent(bytes(70_000)))).toEqual({ offset: 60_000 });
    const both = await Promise.all([
      store.appendUpload(upload, 60_000, sent(bytes(100))),
      store.appendUpload(upload, 60_000, sent(bytes(100))),
    ]);
    expect(both).toEqual([{ offset: 60_100 }, "wrong-offset"]);
    expect(await store.endUpload(upload, sha256Of(bytes(1)))).toBe(false);
    expect(await store.endUpload(upload, token)).toBe(true);
    expect(await store.appendUpload(upload, 60_100, sent(bytes(1)))).toBe("gone");
    const again = await store.createUpload(token, id());
    expect(again).toMatchObject({ offset: 0 });
    expect(again?.id).not.toBe(upload);
  });

  test("what the inside never took never expires, and is counted for an alarm", async () => {
    const letter = letterOf(bytes(100));
    await store.putLetter(letter);
    expect(await store.waitingLongerThan(1)).toBe(0);
    now = at("2036-01-01T00:00:00Z");
    await store.expire();
    expect(await ids()).toEqual([letter.id]);
    expect(await store.waitingLongerThan(2)).toBe(1);
  });

  test("what the inside has goes after 30 to 44 days, not all on one day", async () => {
    const letters = Array.from({ length: 60 }, () => letterOf(bytes(10)));
    await Promise.all(letters.map((letter) => store.putLetter(letter)));
    await store.acknowledge(letters.map((letter) => letter.id));
    await store.acknowledge([letters[0]?.id ?? "", id()]);
    expect(await ids()).toEqual([]);
    expect(await store.lettersWaiting()).toBe(0);
    const left = async (): Promise<number> => (await readdir(folder)).length;
    now = at("2026-12-27T23:59:00Z");
    await store.expire();
    expect(await left()).toBe(60);
    now = at("2027-01-04T00:00:00Z");
    await store.expire();
    expect(await left()).toBeGreaterThan(0);
    expect(await left()).toBeLessThan(60);
    now = at("2027-01-11T00:00:00Z");
    await store.expire();
    expect(await left()).toBe(0);
    expect(await store.readItem(letters[0]?.id ?? "", 0)).toBeUndefined();
  });

  test("a clock that went wrong loses nothing, and nothing is kept for ever by it", async () => {
    const [early, late] = [letterOf(bytes(10)), letterOf(bytes(10))];
    await store.putLetter(early);
    await store.putLetter(late);
    now = at("2046-11-27T03:00:00Z");
    await store.acknowledge([early.id]);
    now = at("2026-11-27T03:00:00Z");
    await store.expire();
    now = at("1999-01-01T00:00:00Z");
    await store.expire();
    await store.acknowledge([late.id]);
    expect(await readdir(folder)).toHaveLength(2);
    now = at("2027-03-01T00:00:00Z");
    await store.expire();
    expect(await readdir(folder)).toHaveLength(0);
  });

  test("an unfinished upload ends after 48 hours and may begin again; the letter stays", async () => {
    const letter = letterOf(bytes(100), [65_536]);
    const token = letter.packs[0]?.tokenHash ?? "";
    await store.putLetter(letter);
    const upload = (await store.createUpload(token, id()))?.id ?? "";
    await store.appendUpload(upload, 0, sent(bytes(50_000)));
    now = at("2026-11-29T03:00:00Z");
    await store.expire();
    expect(await store.findUpload(upload, token)).toMatchObject({ offset: 50_000 });
    now = at("2026-12-01T00:00:00Z");
    await store.expire();
    expect(await store.findUpload(upload, token)).toBeUndefined();
    expect(await readdir(folder)).toHaveLength(1);
    expect(await store.createUpload(token, id())).toMatchObject({ offset: 0, bucket: 65_536 });
  });

  test("replies come oldest first, four a page, each once, and go after their weeks", async () => {
    const lookup = sha256Of(bytes(32));
    const replies = Array.from({ length: 6 }, () => ({ id: id(), lookup, envelope: bytes(16_384), weeks: 26 }));
    for (const reply of replies) await store.putReply(reply);
    for (const reply of replies) await store.putReply(reply);
    await reopen();
    const envelopes = replies.map((reply) => reply.envelope);
    expect(await store.repliesOf(lookup, 0)).toEqual(envelopes.slice(0, 4));
    expect(await store.repliesOf(lookup, 1)).toEqual(envelopes.slice(4));
    expect(await store.repliesOf(lookup, 2)).toEqual([]);
    expect(await store.repliesOf(sha256Of(bytes(32)), 0)).toEqual([]);
    now = at("2027-05-13T00:00:00Z");
    await store.expire();
    expect(await store.repliesOf(lookup, 0)).toEqual(envelopes.slice(0, 4));
    now = at("2027-06-12T00:00:00Z");
    await store.expire();
    expect(await store.repliesOf(lookup, 0)).toEqual([]);
  });

  test("letters still fit where packs no longer do", async () => {
    const letter = letterOf(bytes(100), [65_536]);
    await store.putLetter(letter);
    await reopen({ reservedForLetters: Number.MAX_SAFE_INTEGER });
    const upload = (await store.createUpload(letter.packs[0]?.tokenHash ?? "", id()))?.id ?? "";
    expect(await store.appendUpload(upload, 0, sent(bytes(10)))).toBe("no-room");
    expect(await store.putLetter(letterOf(bytes(100)))).toBe("kept");
  });

  test("a disk that is full at any write is told, and nothing that was kept is touched", async () => {
    const kept = letterOf(bytes(30_000), [65_536]);
    const token = kept.packs[0]?.tokenHash ?? "";
    await store.putLetter(kept);
    const upload = (await store.createUpload(token, id()))?.id ?? "";
    const pack = bytes(65_536);
    await store.appendUpload(upload, 0, sent(pack.subarray(0, 10_000)));
    const disk = { left: Infinity };
    let told = 0;
    for (let failsAt = 0; failsAt < 6; failsAt += 1) {
      disk.left = Infinity;
      await reopen({ openFile: openOn(disk) });
      disk.left = failsAt;
      if ((await store.putLetter(letterOf(bytes(30_000)))) === "no-room") told += 1;
      const offset = (await store.findUpload(upload, token))?.offset ?? -1;
      expect(offset).toBeGreaterThanOrEqual(10_000);
      if ((await store.appendUpload(upload, offset, sent(pack.subarray(offset, offset + 5_000), { piece: 1_000 }))) === "no-room")
        told += 1;
    }
    expect(told).toBeGreaterThan(3);
    await reopen();
    const offset = (await store.findUpload(upload, token))?.offset ?? -1;
    expect(await store.appendUpload(upload, offset, sent(pack.subarray(offset)))).toEqual({ offset: 65_536 });
    const taken = await store.take(0, 100);
    expect(taken.find((one) => one.kind === "pack")?.sha256).toBe(sha256Of(pack));
    for (const item of taken) expect((await store.readItem(item.id, 0).then((one) => one && gather(one.bytes)))?.length).toBe(item.size);
  });

  test("rows tell nothing finer than the week, and no sizes but the published", async () => {
    await store.putLetter(letterOf(bytes(100), [65_536]));
    const { rows } = await sql<{ column_name: string; data_type: string }>`
      select column_name, data_type from information_schema.columns where table_name like 'intake_%'`.execute(database.db);
    expect(rows.filter(({ data_type }) => data_type.includes("time"))).toEqual([]);
    expect(
      rows
        .filter(({ data_type }) => data_type === "date")
        .map(({ column_name }) => column_name)
        .sort(),
    ).toEqual(["kept_until", "kept_until", "kept_until", "unfinished_until"]);
    expect((await database.db.selectFrom("intake_letter").select("week").execute())[0]?.week).toBe("2026-W48");
  });

  afterAll(() => stage.close());
});

/** A disk that is full after so many writes and syncs. */
function openOn(disk: { left: number }): typeof open {
  const full = (): Error => Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  return async (...args) => {
    const handle = await open(...args);
    const write = handle.write.bind(handle);
    const datasync = handle.datasync.bind(handle);
    return Object.assign(handle, {
      write: (piece: Uint8Array, from: number, length: number, position: number) =>
        disk.left-- > 0 ? write(piece, from, length, position) : Promise.reject(full()),
      datasync: () => (disk.left-- > 0 ? datasync() : Promise.reject(full())),
    });
  };
}
