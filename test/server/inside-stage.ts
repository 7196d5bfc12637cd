/** The inside of a force on a stage, with an intake of its own: what the tests of taking in, opening and answering share. */
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type CaseEvent, foldReport, parseEvent } from "@unmask/case";
import { type Identity, sealWhole } from "@unmask/seal";
import { lookupHash, openEnvelopes } from "@unmask/submission";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { forceHealth } from "../../apps/server/src/opening/force-health.ts";
import { beginItems, beginReplies, openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import { sendNextReply } from "../../apps/server/src/opening/send-replies.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { openOpeningWorld } from "../../apps/server/src/ports/opening-world.ts";
import { putEvents } from "../../apps/server/src/sql/case/case-events.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { allRows } from "./all-rows.ts";
import { type Sender, type Sent, newForceIn, partsOf, senderTo } from "./case-world.ts";
import { type RunningDoor, openKept, startDoor } from "./intake-door.ts";
import type { Stage } from "./stage.ts";

const never = new AbortController().signal;

/** Seals to one recipient. */
export const sealTo = (bytes: Uint8Array, recipient: string): Promise<Uint8Array> => sealWhole(bytes, { recipients: [recipient] });

/** Hands a letter and its packs to the intake, as a client does. */
export async function handIn(store: IntakeStore, { id, sealed, packs }: Sent): Promise<readonly string[]> {
  const tokens = packs.map(() => randomBytes(32).toString("hex"));
  await store.putLetter({ id, sealed, packs: packs.map(({ bytes }, i) => ({ tokenHash: tokens[i] ?? "", bucket: bytes.length })) });
  const ids: string[] = [];
  for (const [i, { bytes }] of packs.entries()) {
    const created = await store.createUpload(tokens[i] ?? "", randomBytes(16).toString("hex"));
    if (!created) throw new Error("no upload");
    async function* once() {
      yield bytes;
    }
    await store.appendUpload(created.id, 0, once());
    ids.push(created.id);
  }
  return ids;
}

/** A line of `unmask force health`. */
export interface Line {
  readonly item: string;
  readonly kind: string;
  readonly letter: string;
  readonly reference: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly verdict: string | null;
  readonly queue: boolean;
  readonly sha256: string;
}

/** An inside of one force on a stage, with an intake of its own. */
export interface Inside {
  readonly world: OpeningWorld;
  readonly database: Database<CaseTables>;
  readonly store: IntakeStore;
  readonly door: RunningDoor;
  readonly folder: string;
  readonly recipient: string;
  readonly identity: Identity;
  readonly told: string[];
  close(): Promise<void>;
  /** Somebody who writes to it; `lookup`: under what was learned of another's mailbox. */
  sender(lookup?: Uint8Array): Promise<Sender>;
  /** A further run over the same folder and database, as after a start; what it asks of the world goes through `through`. */
  begin(through?: Through): Promise<OpeningWorld>;
  /** Pulls, opens and answers until there is nothing left to do. */
  settle(world?: OpeningWorld): Promise<void>;
  health(): Promise<readonly Line[]>;
}

/** Changes what a run asks of the world. */
export interface Through {
  database(database: Database<CaseTables>): Database<CaseTables>;
  world(world: OpeningWorld): OpeningWorld;
}

const asItIs: Through = { database: (database) => database, world: (world) => world };

/** Opens one over the database of a stage. */
export async function openInside(stage: Stage, { largestPack }: { largestPack: number }): Promise<Inside> {
  const folder = stage.folder();
  const { set, secrets, identity, recipient } = await newForceIn(folder);
  const kept = await openKept();
  const { store } = kept;
  const door = await startDoor(store, { force: set.force, pull: set.pull });
  const database = await stage.open<CaseTables>(await readMigrations("case"));
  const told: string[] = [];
  const tell = (says: string): void => void told.push(says);
  const begin = async (through: Through = asItIs): Promise<OpeningWorld> => {
    const parts = await partsOf(through.database(database), { folder, port: door.port, force: set.force, logKey: secrets.log, tell });
    const opened = await openOpeningWorld(parts);
    if (!opened.ok) throw new Error(opened.error);
    const world = through.world({ ...opened.value, force: { ...opened.value.force, largestPack } });
    await beginItems(world);
    await beginReplies(world);
    return world;
  };
  const world = await begin();
  return {
    world,
    database,
    store,
    door,
    folder,
    recipient,
    identity,
    told,
    begin,
    async close() {
      await door.close();
      await kept.close();
    },
    sender: (lookup) => senderTo({ force: set.force, recipient }, lookup),
    settle: (run = world) => settle(run),
    async health() {
      const lines: Line[] = [];
      for await (const line of forceHealth(database, set.force)) lines.push(JSON.parse(line));
      return lines;
    },
  };
}

async function settle(world: OpeningWorld): Promise<void> {
  const fetches = new Map<string, number>();
  for (let rounds = 0; rounds < 4; rounds++) {
    const { fault } = await pullRound(world, fetches, never);
    expect(fault).toBeUndefined();
  }
  while (await openNext(world));
  for (;;) {
    const sent = await sendNextReply(world);
    if (!sent.ok) throw new Error(sent.error);
    if (!sent.value) return;
  }
}

/** What lies in her mailbox, opened: so many pages of four at most. */
export async function repliesTo(store: IntakeStore, { lookup, identity }: Sender, most = 4) {
  const pages = await Promise.all(Array.from({ length: most }, (_, page) => store.repliesOf(lookupHash(lookup), page)));
  return (await openEnvelopes(pages.flat(), identity)).messages;
}

/** The events of a report or a case, in their order. */
export async function eventsOf({ database }: Inside, stream: string): Promise<readonly CaseEvent[]> {
  const rows = await allRows(database).selectFrom("case_event").select("event").where("stream", "=", stream).orderBy("number").execute();
  return rows.map(({ event }) => {
    const read = parseEvent(JSON.parse(event));
    if (!read.ok) throw new Error(read.error);
    return read.value;
  });
}

/** A report as its events say it. */
export async function reportOf(inside: Inside, reference: string) {
  return foldReport(reference, await eventsOf(inside, reference));
}

/** An officer makes a case of a report. */
export async function putInCase(inside: Inside, { report, case: ref }: { readonly report: string; readonly case: string }): Promise<void> {
  const { database, world } = inside;
  const at = { happened: world.now(), recorded: world.now(), by: "pc" };
  const before = await eventsOf(inside, report);
  await machineTransaction(database, (tx) =>
    putEvents(tx, world.force.id, [
      { ...at, stream: { of: "case", id: ref }, number: 1, kind: "case-opened", body: { reports: [report] } },
      { ...at, stream: { of: "report", id: report }, number: before.length + 1, kind: "put-in-case", body: { case: ref } },
    ]),
  );
}

/** A letter and its pack were opened, written down and answered once. */
export async function expectOnce({ database, health, store, folder }: Inside, her: Sender, sent: Sent): Promise<void> {
  const lines = (await health()).filter(({ letter }) => letter === sent.id);
  expect(lines).toMatchObject([
    { kind: "letter", state: "opened", queue: true },
    { kind: "pack", state: "opened", reason: null, queue: true, sha256: sent.packs[0]?.sha256 },
  ]);
  const report = lines[0]?.reference ?? "";
  expect(lines[1]?.reference).toBe(report);
  const events = await allRows(database).selectFrom("case_event").select("kind").where("stream", "=", report).orderBy("number").execute();
  expect(events.map(({ kind }) => kind).filter((kind) => kind !== "link-suggested")).toEqual(["report-received", "pack-opened"]);
  expect((await allRows(database).selectFrom("report_act").select("item").where("report", "=", report).execute()).length).toBe(5);
  const items = lines.map(({ item }) => item);
  const taken = await allRows(database)
    .selectFrom("access_log")
    .select("entry")
    .where("report", "=", report)
    .where("op", "=", "collect")
    .execute();
  expect(taken.length).toBe(items.length);
  expect((await repliesTo(store, her)).map(({ kind, number }) => [kind, number])).toEqual([
    ["acknowledgement", 1],
    ["proof", 2],
  ]);
  expect(await store.take(0, 1_000)).toEqual([]);
  expect(readdirSync(join(folder, "open"))).toEqual([]);
}
