/** What came in sealed, from the pull to the reply, on both databases: nothing is lost, nothing comes twice, and nothing bad stops the next. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldReport, parseEvent } from "@unmask/case";
import { keyOf } from "@unmask/link";
import { type Identity, createIdentity, openWhole, parseTlogProof, recipientOf, sealWhole } from "@unmask/seal";
import { lookupHash, openEnvelopes } from "@unmask/submission";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { forceHealth } from "../../apps/server/src/opening/force-health.ts";
import { beginOpening, openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import { sendNextReply } from "../../apps/server/src/opening/send-replies.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { openOpeningWorld } from "../../apps/server/src/ports/opening-world.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { herFiles, herNumber, hisNumber, later, tarred } from "../tamper/her-pack.ts";
import { repeatableBytes } from "../tamper/sealed-example.ts";
import { type Sender, type Sent, newForceIn, partsOf, senderTo } from "./case-world.ts";
import { type RunningDoor, openKept, startDoor } from "./intake-door.ts";
import { type Stage, describeOnBoth } from "./stage.ts";

/** How often the process is ended in its work; a start of PGlite takes seconds. */
const kills = { pglite: 1, postgres: 2 } as const;
/** On PGlite it is told to end; what a kill leaves there is looked at for the intake (killed-intake.test.ts). */
const ending = { pglite: "SIGTERM", postgres: "SIGKILL" } as const;
const never = new AbortController().signal;
let files: Map<string, Uint8Array>;
let tar: Uint8Array;
beforeAll(async () => {
  files = await herFiles();
  tar = await tarred(files);
});

const sealTo = (bytes: Uint8Array, recipient: string): Promise<Uint8Array> => sealWhole(bytes, { recipients: [recipient] });

/** Hands a letter and its packs to the intake, as a client does. */
async function handIn(store: IntakeStore, { id, sealed, packs }: Sent): Promise<readonly string[]> {
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

interface Line {
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
interface Inside {
  readonly world: OpeningWorld;
  readonly database: Database<CaseTables>;
  readonly store: IntakeStore;
  readonly door: RunningDoor;
  readonly folder: string;
  readonly recipient: string;
  readonly identity: Identity;
  readonly told: string[];
  close(): Promise<void>;
  sender(): Promise<Sender>;
  /** Pulls, opens and answers until there is nothing left to do. */
  settle(): Promise<void>;
  health(): Promise<readonly Line[]>;
}

async function openInside(stage: Stage, { largestPack }: { largestPack: number }): Promise<Inside> {
  const folder = stage.folder();
  const { set, secrets, identity, recipient } = await newForceIn(folder);
  const kept = await openKept();
  const { store } = kept;
  const door = await startDoor(store, { force: set.force, pull: set.pull });
  const database = await stage.open<CaseTables>(await readMigrations("case"));
  const told: string[] = [];
  const opened = await openOpeningWorld(
    await partsOf(database, {
      folder,
      port: door.port,
      force: set.force,
      logKey: secrets.log,
      tell: (says) => void told.push(says),
    }),
  );
  if (!opened.ok) throw new Error(opened.error);
  const world: OpeningWorld = { ...opened.value, force: { ...opened.value.force, largestPack } };
  await beginOpening(world);
  const fetches = new Map<string, number>();
  return {
    world,
    database,
    store,
    door,
    folder,
    recipient,
    identity,
    told,
    async close() {
      await door.close();
      await kept.close();
    },
    sender: () => senderTo({ force: set.force, recipient }),
    async settle() {
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
    },
    async health() {
      const lines: Line[] = [];
      for await (const line of forceHealth(database, set.force)) lines.push(JSON.parse(line));
      return lines;
    },
  };
}

async function repliesTo(store: IntakeStore, { lookup, identity }: Sender) {
  const pages = await Promise.all([0, 1, 2, 3].map((page) => store.repliesOf(lookupHash(lookup), page)));
  return (await openEnvelopes(pages.flat(), identity)).messages;
}

async function reportOf({ database }: Inside, reference: string) {
  const rows = await database.db.selectFrom("case_event").select("event").where("stream", "=", reference).orderBy("number").execute();
  return foldReport(
    reference,
    rows.map(({ event }) => {
      const read = parseEvent(JSON.parse(event));
      if (!read.ok) throw new Error(read.error);
      return read.value;
    }),
  );
}

describeOnBoth("what came in sealed", (stage) => {
  let inside: Inside;
  beforeAll(async () => {
    inside = await openInside(stage, { largestPack: 500_000 });
  });
  afterAll(() => inside.close());

  test("a letter and its pack: opened, verified, read again, on the queue, and answered into her mailbox", async () => {
    const her = await inside.sender();
    const pack = await sealTo(tar, inside.recipient);
    const contactBrief = { channel: "text", address: "07700 900456", voicemail: false, codeWord: "sunflower" };
    const sent = await her.send({
      reporter: "self",
      name: "Hannah Reyes",
      danger: "now",
      account: "He waits outside.",
      contactBrief,
      packs: [pack],
    });
    const [packId] = await handIn(inside.store, sent);
    await inside.settle();
    const [letter, opened] = (await inside.health()).filter((line) => line.letter === sent.id);
    expect(letter).toMatchObject({ item: sent.id, kind: "letter", state: "opened", reason: null, verdict: null, queue: true });
    expect(opened).toMatchObject({ item: packId, kind: "pack", state: "opened", reason: null, verdict: "not-known", queue: true });
    expect(opened?.sha256).toBe(sent.packs[0]?.sha256);
    const reference = letter?.reference ?? "";
    expect(opened?.reference).toBe(reference);
    const waiting = await inside.database.db
      .selectFrom("queue_row")
      .select(["place", "standing"])
      .where("report", "=", reference)
      .execute();
    expect(waiting).toMatchObject([{ place: 0, standing: expect.stringContaining("Hannah Reyes") }]);
    expect(await reportOf(inside, reference)).toMatchObject({
      door: "letter",
      who: { name: "Hannah Reyes", reporter: "self" },
      account: "He waits outside.",
      contact: { channel: "text", codeWord: "sunflower", voicemail: "no" },
      packs: [
        {
          pack: 0,
          fate: "opened",
          readAgain: { same: 5, differs: 0 },
          acts: { total: 5, weeks: [{ week: "2025-W33", acts: 5, night: 0 }] },
        },
      ],
    });
    const rows = await inside.database.db
      .selectFrom("report_act")
      .selectAll()
      .where("report", "=", reference)
      .orderBy("earliest")
      .execute();
    expect(rows.map(({ body, agreement, exhibits }) => [body, agreement, exhibits])).toEqual([
      ["answer me", "agrees", ["H/1"]],
      ["no", "agrees", ["H/1"]],
      ["I am outside", "agrees", ["H/1"]],
      ["I saw you", "agrees", ["H/2"]],
      ["leave me alone", "agrees", ["H/2"]],
    ]);
    const messages = await repliesTo(inside.store, her);
    expect(messages).toMatchObject([
      { kind: "acknowledgement", number: 1, reference, contact: expect.stringContaining("101") },
      { kind: "proof", number: 2, sha256: sent.packs[0]?.sha256, entry: expect.stringContaining(sent.packs[0]?.sha256 ?? "none") },
    ]);
    const proof = messages[1]?.kind === "proof" ? parseTlogProof(messages[1].proof) : undefined;
    expect(proof).toBeDefined();
  });

  test("every kind of bad item is kept, marked, read as far as it is genuine, and stands in the queue; the next ones open", async () => {
    const her = await inside.sender();
    const good = await sealTo(tar, inside.recipient);
    const [chat] = [...files].find(([, bytes]) => new TextDecoder().decode(bytes) === later) ?? [""];
    const flipped = good.slice();
    flipped[good.length - 100_000] = (flipped[good.length - 100_000] ?? 0) ^ 1;
    const bad: readonly (readonly [reason: string | null, acts: number, bytes: Uint8Array])[] = [
      ["altered", 5, flipped],
      [
        "altered",
        5,
        await sealTo(await tarred(new Map(files).set(chat, new TextEncoder().encode(later.replace("saw", "see")))), inside.recipient),
      ],
      ["cut-short", 5, good.slice(0, good.length - 200_000)],
      ["no-key", 0, await sealTo(tar, await recipientOf(await createIdentity()))],
      ["not-a-pack", 0, new TextEncoder().encode("%PDF-1.7\n%%EOF\n")],
      ["not-a-pack", 0, repeatableBytes("noise")(70_000)],
      ["not-a-pack", 0, await sealTo(repeatableBytes("a photo")(70_000), inside.recipient)],
      ["too-large", 0, repeatableBytes("endless")(520_000)],
      [null, 5, good],
    ];
    const sent = await her.send({ packs: bad.map(([, , bytes]) => bytes) });
    const ids = await handIn(inside.store, sent);
    const stranger = await senderTo({ force: inside.world.force.id, recipient: await recipientOf(await createIdentity()) });
    const unopened = await stranger.send({ packs: [good] });
    const [orphan] = await handIn(inside.store, unopened);
    const noLetter = {
      id: randomBytes(16).toString("hex"),
      sealed: await sealTo(repeatableBytes("no letter")(16_384), inside.recipient),
      packs: [],
    };
    await handIn(inside.store, noLetter);
    const last = await her.send({});
    await handIn(inside.store, last);
    await inside.settle();
    const lines = new Map((await inside.health()).map((line) => [line.item, line]));
    const acts = await inside.database.db.selectFrom("report_act").select("item").execute();
    for (const [i, [reason, count]] of bad.entries()) {
      const id = ids[i] ?? "";
      expect(lines.get(id), `pack ${i}`).toMatchObject({ state: reason === null ? "opened" : "marked", reason, queue: true });
      expect(acts.filter(({ item }) => item === id).length, `pack ${i}`).toBe(count);
      expect(await inside.world.blobs.size(id)).toBe(sent.packs[i]?.bytes.length);
    }
    expect(lines.get(unopened.id)).toMatchObject({ kind: "letter", state: "marked", reason: "no-key", queue: true });
    expect(lines.get(orphan ?? "")).toMatchObject({ kind: "pack", state: "marked", reason: "not-read", queue: true });
    expect(lines.get(noLetter.id)).toMatchObject({ kind: "letter", state: "marked", reason: "not-read", queue: true });
    expect(lines.get(last.id)).toMatchObject({ kind: "letter", state: "opened", queue: true });
    expect(await inside.store.take(0, 1_000)).toEqual([]);
    expect(readdirSync(join(inside.folder, "open"))).toEqual([]);
    const sealedBefore = await inside.world.blobs.size(sent.id);
    expect(sealedBefore).toBe(sent.sealed.length);
    expect((await repliesTo(inside.store, her)).filter(({ kind }) => kind === "proof").length).toBe(bad.length);
  });

  test("a pack that was changed on its way is found by its letter's hash, and the right one after it has its own place", async () => {
    const her = await inside.sender();
    const good = await sealTo(tar, inside.recipient);
    const again = await sealTo(tar, inside.recipient);
    const sent = await her.send({ packs: [good, again] });
    const other = await sealTo(await tarred(new Map([...files].slice(1))), inside.recipient);
    const first = Uint8Array.from(sent.packs[0]?.bytes ?? []);
    first.set(other.subarray(0, good.length), 0);
    const ids = await handIn(inside.store, { ...sent, packs: sent.packs.map((pack, i) => (i === 0 ? { ...pack, bytes: first } : pack)) });
    await inside.settle();
    const lines = (await inside.health()).filter(({ letter, kind }) => letter === sent.id && kind === "pack");
    expect(lines.map(({ item, state, reason }) => [item, state, reason])).toEqual([
      [ids[0], "marked", "altered"],
      [ids[1], "opened", null],
    ]);
  });

  test("her answer stands with the report of her mailbox, and begins none of its own", async () => {
    const her = await inside.sender();
    const first = await her.send({ account: "He waits outside." });
    await handIn(inside.store, first);
    await inside.settle();
    const answer = await her.send({ kind: "answer", account: "He was there again.", danger: "now" });
    await handIn(inside.store, answer);
    await inside.settle();
    const lines = (await inside.health()).filter(({ letter }) => letter === first.id || letter === answer.id);
    expect(new Set(lines.map(({ reference }) => reference)).size).toBe(1);
    const report = await inside.database.db
      .selectFrom("case_event")
      .select("kind")
      .where("stream", "=", lines[0]?.reference ?? "")
      .execute();
    expect(report.map(({ kind }) => kind).sort()).toEqual(["answer-received", "report-received"]);
  });

  test("the index has the number that she typed as his, under its key, and never hers", async () => {
    const keyOfNumber = (normal: string): string => keyOf({ kind: "phone", normal, platform: "" }, inside.world.keyedHash).key;
    const rows = await inside.database.db.selectFrom("ident_posting").selectAll().execute();
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set([keyOfNumber(hisNumber)]));
    expect(rows[0]).toMatchObject({ kind: "phone", known: "account", first_use: null });
    expect(keyOfNumber(herNumber)).not.toBe(keyOfNumber(hisNumber));
  });

  test("reports that show one number are suggested to one another before anybody opens them, and joined by nobody", async () => {
    const { db } = inside.database;
    const showing = new Set((await db.selectFrom("ident_posting").select("report").execute()).map(({ report }) => report));
    expect(showing.size).toBeGreaterThan(1);
    const events = await db.selectFrom("case_event").select(["stream", "kind"]).where("kind", "like", "link-%").execute();
    expect(new Set(events.map(({ stream }) => stream))).toEqual(showing);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["link-suggested"]));
  });

  test("an old key opens what was sealed to it, and nothing that is sealed to the new one", async () => {
    const newer = await createIdentity();
    const rotated: OpeningWorld = { ...inside.world, force: { ...inside.world.force, identities: [newer, inside.identity] } };
    const her = await inside.sender();
    const [old, next] = [
      await her.send({}),
      await (await senderTo({ force: inside.world.force.id, recipient: await recipientOf(newer) })).send({}),
    ];
    expect((await openWhole(next.sealed, { identities: [inside.identity] })).ok).toBe(false);
    await handIn(inside.store, old);
    await handIn(inside.store, next);
    await pullRound(inside.world, new Map(), never);
    while (await openNext(rotated));
    const lines = (await inside.health()).filter(({ letter }) => letter === old.id || letter === next.id);
    expect(lines.map(({ state }) => state)).toEqual(["opened", "opened"]);
  });

  test("delivered twice, it is there once and answered once", async () => {
    const her = await inside.sender();
    const sent = await her.send({ packs: [await sealTo(tar, inside.recipient)] });
    await handIn(inside.store, sent);
    const deaf: OpeningWorld = {
      ...inside.world,
      client: { ...inside.world.client, acknowledge: async () => ({ ok: false, error: "the line broke" }) },
    };
    for (let i = 0; i < 3; i++) expect((await pullRound(deaf, new Map(), never)).fault).toBe("the line broke");
    await inside.settle();
    await inside.settle();
    expect((await inside.health()).filter(({ letter }) => letter === sent.id).length).toBe(2);
    expect((await repliesTo(inside.store, her)).map(({ kind }) => kind)).toEqual(["acknowledgement", "proof"]);
  });

  test("a line that breaks in the middle goes on from there, and bytes that came otherwise are fetched anew", async () => {
    const her = await inside.sender();
    const sent = await her.send({ packs: [await sealTo(tar, inside.recipient)] });
    const [packId = ""] = await handIn(inside.store, sent);
    const starts: number[] = [];
    const { client } = inside.world;
    const breaking: OpeningWorld = {
      ...inside.world,
      client: {
        ...client,
        async fetch(id, start) {
          const stream = await client.fetch(id, start);
          if (!stream.ok || id !== packId) return stream;
          starts.push(start);
          async function* broken(pieces: AsyncIterable<Uint8Array>) {
            let size = 0;
            for await (const piece of pieces) {
              // The first time the end is missing; the second time a byte is another.
              if (starts.length === 1 && size > 100_000) throw new Error("the line broke");
              size += piece.length;
              yield starts.length === 2 ? Uint8Array.from(piece, (byte, i) => (i === 0 ? byte ^ 1 : byte)) : piece;
            }
          }
          return { ok: true, value: broken(stream.value) };
        },
      },
    };
    const fetches = new Map<string, number>();
    for (let i = 0; i < 3; i++) await pullRound(breaking, fetches, never);
    expect(starts.length).toBe(3);
    expect(starts[1]).toBeGreaterThan(0);
    expect(starts[2]).toBe(0);
    await inside.settle();
    expect((await inside.health()).find(({ item }) => item === packId)).toMatchObject({ state: "opened" });
  });
});

describeOnBoth("an inside that is ended in the middle of its work", (stage) => {
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
        child.stdout?.once("data", () => setTimeout(() => child.kill(ending[stage.kind]), randomInt(1_000)));
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
    const kinds = await database.db.selectFrom("case_event").select("kind").execute();
    expect(kinds.filter(({ kind }) => kind === "report-received").length).toBe(6);
    expect(kinds.filter(({ kind }) => kind === "pack-opened").length).toBe(3);
    expect((await database.db.selectFrom("report_act").select("item").execute()).length).toBe(15);
    expect((await database.db.selectFrom("access_log").select("number").where("op", "=", "collect").execute()).length).toBe(9);
    await door.close();
    await kept.close();
  });
});
