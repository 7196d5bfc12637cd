/**
 * PostgreSQL itself is killed, with every process of its own, or ends because its disk is full, while letters come in and are opened: both roles
 * live on and nothing is lost.
 */
import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readClock } from "@unmask/fittings-node";
import { forceHealth } from "../../apps/server/src/opening/force-health.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { runInside } from "../../apps/server/src/ports/run-inside.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";
import { allRows } from "./all-rows.ts";
import { type Sender, type Sent, newForceIn, partsOf, senderTo } from "./case-world.ts";
import { type Line, repliesTo } from "./inside-stage.ts";
import { startDoor } from "./intake-door.ts";
import { intakeStoreOn, sent as asSent } from "./intake-world.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** How often the database is ended, and for how long it runs before each time, ms: at least, and more by chance. */
const kills = 4;
const runsFor = [700, 900] as const;
/** People who write at once; a mailbox each. */
const people = 3;
/** When everything must be done after the last kill, ms. */
const doneWithin = 90_000;

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "unmask-killed-"));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the database of a role; both stand in one. */
async function open<Tables>(role: "intake" | "case"): Promise<Database<Tables>> {
  const opened = await openPostgres<Tables>(server.url, await readMigrations(role));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

test("what was acknowledged before is there once, and both roles go on by themselves", async () => {
  const { set, secrets, recipient } = await newForceIn(folder);
  const rows = { intake: await open<IntakeTables>("intake"), inside: await open<CaseTables>("case") };
  const store = await intakeStoreOn(rows.intake, join(folder, "items"), { now: readClock });
  const door = await startDoor(store, { force: set.force, pull: set.pull });
  const told: string[] = [];
  const tell = (says: string): void => void told.push(says);
  const at = { folder, port: door.port, force: set.force, logKey: secrets.log, tell };
  const inside = await runInside(await partsOf(rows.inside, at));
  if (!inside.ok) throw new Error(inside.error);

  // As a client does: what got no answer is handed in again, under the same id.
  let refused = 0;
  const until = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const done = await work().catch(() => undefined);
      if (done !== undefined) return done;
      refused++;
      await pause(50);
    }
  };
  let isEnding = false;
  const write = async (her: Sender): Promise<readonly Sent[]> => {
    const all: Sent[] = [];
    while (!isEnding) {
      const pack = all.length % 3 === 0 ? [new Uint8Array(randomBytes(2_000))] : [];
      const one = await her.send({ account: "He waits outside.", packs: pack });
      const packs = one.packs.map(({ bytes }) => ({ tokenHash: randomBytes(32).toString("hex"), bucket: bytes.length }));
      await until(async () => ((await store.putLetter({ id: one.id, sealed: one.sealed, packs })).startsWith("kept") ? true : undefined));
      for (const [i, { bytes }] of one.packs.entries()) {
        const token = packs[i]?.tokenHash ?? "";
        const { id } = await until(() => store.createUpload(token, randomBytes(16).toString("hex")));
        await until(async () => {
          const found = await store.findUpload(id, token);
          if (found?.isComplete === true) return true;
          const offset = found?.offset ?? 0;
          const answer = await store.appendUpload(id, offset, asSent(bytes.subarray(offset)));
          return typeof answer !== "string" && answer.offset === bytes.length ? true : undefined;
        });
      }
      all.push(one);
      await pause(700);
    }
    return all;
  };
  const senders = await Promise.all(Array.from({ length: people }, () => senderTo({ force: set.force, recipient })));
  const writing = Promise.all(senders.map(write));
  for (let kill = 0; kill < kills; kill++) {
    const [least, more] = runsFor;
    await pause(least + randomInt(more));
    // Every second time no process is killed: its own writes fail, of rows, log and all, in the middle of what is asked.
    await (kill % 2 === 1 ? server.fillDisk() : server.kill());
    await pause(randomInt(300));
    await server.startAgain();
  }
  await pause(500);
  isEnding = true;
  const letters = await writing;

  // To each letter an acknowledgement; of each pack, which is of random bytes, the proof that it is here, and that it does not open.
  const want = letters.map((all) => all.length + 2 * all.filter(({ packs }) => packs.length > 0).length);
  const answers = (): Promise<number[]> => Promise.all(senders.map(async (her) => (await repliesTo(store, her, 40)).length));
  const late = Date.now() + doneWithin;
  while (JSON.stringify(await answers()) !== JSON.stringify(want) && Date.now() < late) await pause(200);
  expect(await answers()).toEqual(want);
  await inside.value.close();
  await door.close();

  const lines: Line[] = [];
  for await (const line of forceHealth(rows.inside, set.force)) lines.push(JSON.parse(line));
  const wanted = letters.flat();
  expect(
    lines
      .filter(({ kind }) => kind === "letter")
      .map(({ letter }) => letter)
      .sort(),
  ).toEqual(wanted.map(({ id }) => id).sort());
  expect(lines.filter(({ kind }) => kind === "letter").every(({ state, queue }) => state === "opened" && queue)).toBe(true);
  const packs = lines.filter(({ kind }) => kind === "pack");
  expect(packs.map(({ sha256 }) => sha256).sort()).toEqual(wanted.flatMap((one) => one.packs.map(({ sha256 }) => sha256)).sort());
  expect(packs.every(({ state, reason }) => state === "marked" && reason === "not-a-pack")).toBe(true);
  const log = await allRows(rows.inside).selectFrom("access_log").select(["number", "op"]).orderBy("number").execute();
  expect(log.map(({ number }) => number)).toEqual(log.map((_, i) => i + 1));
  expect(log.filter(({ op }) => op === "collect").length).toBe(lines.length);
  expect(await store.take(0, 1_000)).toEqual([]);
  const count = want.reduce((all, one) => all + one, 0);
  console.log(
    `PostgreSQL ended ${kills} times, killed or with a full disk, under ${people} senders: ${wanted.length} letters, ${packs.length} packs, ${count} answers, each once; ${refused} calls had no answer and were made again; ${told.length} lines told`,
  );
  expect(refused).toBeGreaterThan(0);
  await rows.inside.close();
  await rows.intake.close();
});
