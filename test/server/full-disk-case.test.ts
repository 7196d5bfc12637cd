/** An inside whose disk is full, or whose clock is wrong: nothing is lost, nothing is marked for it, and it goes on by itself. */
import { spawnSync } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Instant, later, msPerDay } from "@unmask/core";
import { openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import { sendNextReply } from "../../apps/server/src/opening/send-replies.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { openBlobs } from "../../apps/server/src/ports/blobs-folder.ts";
import { herFiles, tarred } from "../tamper/her-pack.ts";
import { allRows } from "./all-rows.ts";
import { type Inside, type Through, expectOnce, handIn, openInside, sealTo } from "./inside-stage.ts";
import { describeOnBoth } from "./stage.ts";

const never = new AbortController().signal;
/** Rounds on a full disk: more than an item has tries. */
const rounds = 7;
const msPerHour = 3_600_000;

/** A disk that has room for so many more writes and syncs, of every kind that the inside makes. */
interface Disk {
  left: number;
}

const full = (code: string): Error => Object.assign(new Error("no space left"), { code });

function takeRoom(disk: Disk, code: string): void {
  if (disk.left-- <= 0) throw full(code);
}

/** Bodies, the folder of what is open, and the database lie on one such disk. */
async function onDisk(disk: Disk, folder: string): Promise<Through> {
  const blobs = await openBlobs(join(folder, "blobs"), async (...args) => {
    const handle = await open(...args);
    const write = handle.write.bind(handle);
    const datasync = handle.datasync.bind(handle);
    return Object.assign(handle, {
      write: async (piece: Uint8Array, from: number, length: number, position: number) => {
        takeRoom(disk, "ENOSPC");
        return write(piece, from, length, position);
      },
      datasync: async () => {
        takeRoom(disk, "ENOSPC");
        return datasync();
      },
    });
  });
  return {
    database: (database) => ({
      ...database,
      transaction: async (work) => {
        takeRoom(disk, "53100");
        return database.transaction(work);
      },
    }),
    world: (world) => ({
      ...world,
      blobs,
      putAside: (name, stream) => world.putAside(name, limited(disk, stream)),
    }),
  };
}

async function* limited(disk: Disk, stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of stream) {
    takeRoom(disk, "ENOSPC");
    yield piece;
  }
}

/** One round of each loop, as it runs: what fails is tried again in the next. */
async function tryEach(world: OpeningWorld): Promise<void> {
  await pullRound(world, new Map(), never).catch(() => undefined);
  for (let more = true; more;) more = await openNext(world).catch(() => false);
  await sendNextReply(world).catch(() => undefined);
}

describeOnBoth("an inside in trouble", (stage) => {
  let inside: Inside;
  let pack: Uint8Array;
  beforeAll(async () => {
    inside = await openInside(stage, { largestPack: 500_000 });
    pack = await sealTo(await tarred(await herFiles()), inside.recipient);
  });
  afterAll(() => inside.close());

  test("a disk that is full at any write of bodies, of what is open, or of rows loses nothing and marks nothing, for however long", async () => {
    const disk: Disk = { left: Infinity };
    const through = await onDisk(disk, inside.folder);
    const hadRoom: number[] = [];
    // From no room at all to room for everything; the steps between are coarser where each takes longer.
    for (let room = 0; hadRoom.length === 0; room += stage.kind === "pglite" ? 9 : 4) {
      disk.left = Infinity;
      const her = await inside.sender();
      const sent = await her.send({ account: "He waits outside.", packs: [pack] });
      await handIn(inside.store, sent);
      const world = await inside.begin(through);
      disk.left = room;
      let now = world.now();
      for (let round = 0; round < rounds; round++) {
        await tryEach({ ...world, now: () => now });
        now = later(now, msPerHour);
      }
      if (disk.left > 0) hadRoom.push(room);
      disk.left = Infinity;
      const next = { ...world, now: () => later(now, msPerHour) };
      await inside.settle(next);
      await inside.settle({ ...next, now: () => later(now, 2 * msPerHour) });
      await expectOnce(inside, her, sent);
    }
    console.log(`${stage.kind}: full after 0 to ${hadRoom[0]} writes; each letter, pack and answer there once`);
    expect(hadRoom[0]).toBeGreaterThan(10);
    expect(inside.told.some((line) => line.includes("ENOSPC") || line.includes("full"))).toBe(true);
  });

  test("a clock that runs ten years ahead, and is set right again, or behind, holds nobody's letter or answer back", async () => {
    const world = await inside.begin();
    const right = world.now();
    const ahead = later(right, 3_650 * msPerDay);
    const at = (instant: Instant): OpeningWorld => ({ ...world, now: () => instant });
    const people = [];
    for (const instant of [right, ahead, right, later(right, -3_650 * msPerDay), right]) {
      const her = await inside.sender();
      const sent = await her.send({ account: "He waits outside.", packs: [pack] });
      await handIn(inside.store, sent);
      // Taken in, and its letter opened, at that time; the rest when the clock is another.
      await pullRound(at(instant), new Map(), never);
      await openNext(at(instant));
      people.push({ her, sent });
    }
    await inside.settle(at(later(right, 5_000)));
    await inside.settle(at(later(right, 60_000)));
    for (const { her, sent } of people) await expectOnce(inside, her, sent);
    const numbers = await allRows(inside.database).selectFrom("access_log").select("number").orderBy("number").execute();
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, i) => i + 1));
    const order = (await inside.health()).map(({ letter }) => letter);
    expect([...new Set(order)].slice(-people.length)).toEqual(people.map(({ sent }) => sent.id));
  });
});

test("a PGlite whose log finds no room says so and ends its process, also at its opening, rather than answer nobody for ever", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unmask-full-"));
  const ports = new URL("../../apps/server/src/ports/", import.meta.url).href;
  const made = await openPglite(join(folder, "database"), await readMigrations("intake"));
  if (made.ok) await made.value.close();
  // No file may grow beyond 15 MiB, as on a disk without room for more: the next file of the database's log has 16.
  const work = `
    const { openPglite } = await import("${ports}database-pglite.ts");
    const { readMigrations } = await import("${ports}migrate.ts");
    const opened = await openPglite(${JSON.stringify(join(folder, "database"))}, await readMigrations("intake"));
    if (!opened.ok) throw new Error(opened.error);
    const { sql } = await import("kysely");
    for (;;) await opened.value.transaction((tx) => sql\`select pg_logical_emit_message(true, 'x', repeat('a', 900000))\`.execute(tx));`;
  const node = [process.execPath, "--import", "tsx", "--input-type=module", "--eval", work];
  // Started again with no more room than before, it ends at its opening.
  const ends = [1, 2].map(() => {
    const { status, stderr } = spawnSync("prlimit", ["--fsize=15728640", ...node], { timeout: 60_000, encoding: "utf8" });
    return [status, stderr];
  });
  await rm(folder, { recursive: true, force: true });
  const said = expect.stringContaining("to be started again");
  expect(ends).toEqual([
    [74, said],
    [74, said],
  ]);
});
