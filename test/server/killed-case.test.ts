/** An inside that ends in the middle of its work: at every step that there is, and killed by the system at moments of chance. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { later } from "@unmask/core";
import { forceHealth } from "../../apps/server/src/opening/force-health.ts";
import { openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import { sendNextReply } from "../../apps/server/src/opening/send-replies.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { herFiles, tarred } from "../tamper/her-pack.ts";
import { allRows } from "./all-rows.ts";
import { newForceIn, senderTo } from "./case-world.ts";
import { type Inside, type Line, type Through, expectOnce, handIn, openInside, repliesTo, sealTo } from "./inside-stage.ts";
import { openKept, startDoor } from "./intake-door.ts";
import { describeOnBoth } from "./stage.ts";

/** How often the process is killed by the system in its work; a start of PGlite takes seconds. */
const kills = { pglite: 1, postgres: 2 } as const;
const msPerMinute = 60_000;
/** Of the places where it can end, two a step, every so many-th: odd, so that ends before a step and after one take turns. All of them held. */
const every = { pglite: 7, postgres: 3 } as const;

let tar: Uint8Array;
beforeAll(async () => {
  tar = await tarred(await herFiles());
});

/** The world of a process that ends at one step: before it is done (even), or when it is done and nobody was told (odd). */
function endingAt(half: number): Through & { readonly steps: () => number; readonly isOver: () => boolean } {
  let steps = 0;
  let isOver = false;
  const ended = (): Error => new Error("the process ended here");
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isOver) throw ended();
    const mine = steps++;
    isOver = half === 2 * mine;
    if (isOver) throw ended();
    const value = await work();
    isOver = half === 2 * mine + 1;
    if (isOver) throw ended();
    return value;
  };
  return {
    steps: () => steps,
    isOver: () => isOver,
    database: (database) => ({ ...database, transaction: (work) => step(() => database.transaction(work)) }),
    world: ({ client, blobs, ...rest }) => ({
      ...rest,
      client: {
        items: (after, limit) => step(() => client.items(after, limit)),
        fetch: (id, start) => step(() => client.fetch(id, start)),
        acknowledge: (ids) => step(() => client.acknowledge(ids)),
        reply: (reply) => step(() => client.reply(reply)),
      },
      blobs: {
        ...blobs,
        append: (name, offset, bytes, limit) => step(() => blobs.append(name, offset, bytes, limit)),
        remove: (name) => step(() => blobs.remove(name)),
      },
    }),
  };
}

/** Everything once, until the process ends or nothing is left to do. */
async function runOnce(world: OpeningWorld): Promise<void> {
  await pullRound(world, new Map(), new AbortController().signal);
  while (await openNext(world));
  for (let sent = await sendNextReply(world); sent.ok && sent.value;) sent = await sendNextReply(world);
}

describeOnBoth("an inside that ends at any step", (stage) => {
  let inside: Inside;
  let pack: Uint8Array;
  beforeAll(async () => {
    inside = await openInside(stage, { largestPack: 500_000 });
    pack = await sealTo(tar, inside.recipient);
  });
  afterAll(() => inside.close());

  test("has each letter, each pack and each answer exactly once when the next run is done", async () => {
    let ends = 0;
    let steps = 0;
    // The first run does not end before its time: it tells how many steps there are.
    for (let half = -1; half < 2 * steps; half = half < 0 ? 0 : half + every[stage.kind]) {
      const her = await inside.sender();
      const sent = await her.send({ account: "He waits outside.", packs: [pack] });
      await handIn(inside.store, sent);
      const through = endingAt(half);
      const end = await inside
        .begin(through)
        .then(runOnce)
        .then(
          () => "done",
          (error: unknown) => (error instanceof Error ? error.message : "fault"),
        );
      steps = Math.max(steps, through.steps());
      if (through.isOver()) ends++;
      else expect(end).toBe("done");
      const next = await inside.begin();
      await inside.settle(next);
      // What waited for something else is due by then.
      await inside.settle({ ...next, now: () => later(next.now(), msPerMinute) });
      await expectOnce(inside, her, sent);
    }
    console.log(`${stage.kind}: ended at ${ends} places between ${steps} steps; each letter, pack and answer there once`);
    expect(ends).toBeGreaterThan(1.5 * (steps / every[stage.kind]));
  });
});

describeOnBoth("an inside that is killed in the middle of its work", (stage) => {
  test("has lost nothing and done nothing twice, and what was opened is gone from the disk", async () => {
    const folder = stage.folder();
    const kept = await openKept();
    const { store } = kept;
    const { set, recipient } = await newForceIn(folder);
    const door = await startDoor(store, { force: set.force, pull: set.pull });
    const people = await Promise.all(Array.from({ length: 6 }, () => senderTo({ force: set.force, recipient })));
    const pack = await sealTo(tar, recipient);
    const sent = await Promise.all(people.map((her, i) => her.send({ packs: i % 2 === 0 ? [pack] : [] })));
    for (const one of sent) await handIn(store, one);
    mkdirSync(join(folder, "open"), { recursive: true });
    writeFileSync(join(folder, "open", "left"), "what a run that was killed has left");
    const program = fileURLToPath(new URL("./child-case.ts", import.meta.url));
    const start = (): ChildProcess =>
      spawn(process.execPath, ["--import", "tsx", program, stage.kind, stage.where(), folder, String(door.port), set.force], {
        stdio: ["ignore", "pipe", "inherit"],
      });
    for (let kill = 0; kill < kills[stage.kind]; kill++) {
      const child = start();
      await new Promise<void>((resolve) => {
        child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), randomInt(1_000)));
        child.once("close", () => resolve());
      });
    }
    expect(existsSync(join(folder, "open", "left"))).toBe(false);
    expect(statSync(join(folder, "open")).mode & 0o777).toBe(0o700);
    const last = start();
    await new Promise((resolve) => last.stdout?.once("data", resolve));
    const replies = (): Promise<number[]> => Promise.all(people.map(async (her) => (await repliesTo(store, her)).length));
    const want = people.map((_, i) => (i % 2 === 0 ? 2 : 1));
    const until = Date.now() + 30_000;
    while (JSON.stringify(await replies()) !== JSON.stringify(want) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const ended = new Promise((resolve) => last.once("close", resolve));
    last.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(await replies()).toEqual(want);
    expect(readdirSync(join(folder, "open"))).toEqual([]);
    const database = await stage.open<CaseTables>(await readMigrations("case"));
    const lines: Line[] = [];
    for await (const line of forceHealth(database, set.force)) lines.push(JSON.parse(line));
    expect(lines.length).toBe(9);
    expect(lines.every(({ state, queue }) => state === "opened" && queue)).toBe(true);
    expect(new Set(lines.map(({ reference }) => reference)).size).toBe(6);
    const kinds = await allRows(database).selectFrom("case_event").select("kind").execute();
    expect(kinds.filter(({ kind }) => kind === "report-received").length).toBe(6);
    expect(kinds.filter(({ kind }) => kind === "pack-opened").length).toBe(3);
    expect((await allRows(database).selectFrom("report_act").select("item").execute()).length).toBe(15);
    expect((await allRows(database).selectFrom("access_log").select("number").where("op", "=", "collect").execute()).length).toBe(9);
    await door.close();
    await kept.close();
  });
});
