/** A report that belongs to another force: sealed again to that one, taken there as any letter is, and answered back into her own mailbox. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transaction } from "kysely";
import { createAsk, readClock } from "@unmask/fittings-node";
import { sealWhole } from "@unmask/seal";
import { lookupHash, openEnvelopes } from "@unmask/submission";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { handOnNext } from "../../apps/server/src/opening/hand-on.ts";
import { beginItems, beginReplies, openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import { sendNextReply } from "../../apps/server/src/opening/send-replies.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import type { Blobs } from "../../apps/server/src/ports/blobs-folder.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { type NeighbourFolder, openNeighbours } from "../../apps/server/src/ports/neighbour-folder.ts";
import { openOpeningWorld } from "../../apps/server/src/ports/opening-world.ts";
import { runIntake } from "../../apps/server/src/ports/run-intake.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { askFor } from "../../apps/server/src/sql/case/membership.ts";
import { putReply } from "../../apps/server/src/sql/case/mailbox-replies.ts";
import { herFiles, tarred } from "../tamper/her-pack.ts";
import { type Sender, type Sent, newForceIn, partsOf, senderTo } from "./case-world.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { type RunningDoor, openKept, startDoor } from "./intake-door.ts";
import { describeOnBoth } from "./stage.ts";

const never = new AbortController().signal;
const reason = { code: "contact", words: "" };
type Answer = { body: { says: string; saw: number; forces: object[]; handed: string[]; mustTelephone: boolean } };

/** Hands a letter and its packs to the store of an intake. */
async function handIn(store: IntakeStore, { id, sealed, packs }: Sent): Promise<void> {
  await store.putLetter({ id, sealed, packs: packs.map(({ bytes }, i) => ({ tokenHash: `${i}`.padStart(64, id), bucket: bytes.length })) });
  for (const [i, { bytes }] of packs.entries()) {
    // A door names an upload by chance: none has the id of its letter.
    const upload = `${id.startsWith("0") ? "1" : "0"}${i}${id.slice(2)}`;
    const created = await store.createUpload(`${i}`.padStart(64, id), upload);
    async function* once() {
      yield bytes;
    }
    await store.appendUpload(created?.id ?? "", 0, once());
  }
}

/** Another force that runs: its intake speaks HTTP, its inside works when it is told to. */
async function openWestmere() {
  const home = mkdtempSync(join(tmpdir(), "unmask-westmere-"));
  const made = await newForceIn(join(home, "case"));
  const outside = join(home, "intake");
  await newForceIn(outside);
  writeFileSync(join(outside, "unmask-force.json"), made.signed.json);
  writeFileSync(join(outside, "unmask-force.json.minisig"), made.signed.signature);
  writeFileSync(join(outside, "mailbox-secret"), made.secrets.mailboxSecret);
  const apps = new URL("../../apps/", import.meta.url);
  const place = { port: 0, tryPort: String };
  const intake = await runIntake({ folder: outside, workFrom: 200, place, apps, tell: () => undefined });
  if (!intake.ok) throw new Error(intake.error);
  const database = await openPglite<CaseTables>(join(home, "rows"), await readMigrations("case"));
  if (!database.ok) throw new Error(database.error);
  const parts = {
    folder: join(home, "case"),
    port: intake.value.port,
    force: made.set.force,
    logKey: made.secrets.log,
    tell: () => undefined,
  };
  const opened = await openOpeningWorld(await partsOf(database.value, parts));
  if (!opened.ok) throw new Error(opened.error);
  await beginItems(opened.value);
  await beginReplies(opened.value);
  return {
    made,
    origin: `http://localhost:${intake.value.port}`,
    world: opened.value,
    database: database.value,
    async close() {
      await intake.value.close();
      await database.value.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Whether something was put off: a pack that was asked about before its letter was opened waits for it. */
async function isStillDue({ database }: OpeningWorld): Promise<boolean> {
  const due = await asUnmask(database, (tx) => tx.selectFrom("item").select("id").where("due_at", "is not", null).execute());
  return due.length > 0;
}

/** Takes in, opens and answers until there is nothing left to do. */
async function settle(world: OpeningWorld): Promise<void> {
  for (let rounds = 0; rounds < 2; rounds++) {
    // On a busy machine an item that did not come at once comes in the next round.
    const { left, fault } = await pullRound(world, new Map(), never);
    if (left > 0 || fault !== undefined) rounds = -1;
  }
  while ((await openNext(world)) || (await isStillDue(world))) await new Promise((resolve) => setTimeout(resolve, 20));
  for (;;) {
    const sent = await sendNextReply(world);
    if (!sent.ok) throw new Error(sent.error);
    if (!sent.value) return;
  }
}

/** Row-level security shows nothing where nobody asks: tests ask as the machine. */
const asUnmask = <T>(database: Pick<Database<CaseTables>, "transaction">, ask: (tx: Transaction<CaseTables>) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    await askFor(tx, "unmask", readClock());
    return ask(tx);
  });

const eventsIn = async (
  database: Database<CaseTables>,
  kind: string,
): Promise<readonly { stream: string; body: Record<string, unknown> }[]> => {
  const rows = await asUnmask(database, (tx) =>
    tx.selectFrom("case_event").select(["stream", "event"]).where("kind", "=", kind).orderBy("recorded").execute(),
  );
  return rows.map(({ stream, event }) => ({ stream, body: JSON.parse(event).body }));
};

describeOnBoth("a report that belongs to another force", (stage) => {
  let desk: DeskStage;
  let officer: Officer;
  let world: OpeningWorld;
  let store: IntakeStore;
  let door: RunningDoor;
  let westmere: Awaited<ReturnType<typeof openWestmere>>;
  let neighbours: NeighbourFolder;
  let her: Sender;
  let waiting: Blobs;
  let recipient: string;
  const ends: (() => Promise<void>)[] = [];
  const ask = (path: string, body: object): Promise<Answer & { status: number; body: { refused: { rule: string } } }> =>
    officer.ask("POST", `/desk/reports/R-1/${path}`, { ...body, reason }) as never;
  const herMessages = async () => {
    const pages = await Promise.all([0, 1, 2].map((page) => store.repliesOf(lookupHash(her.lookup), page)));
    const { messages } = await openEnvelopes(pages.flat(), her.identity);
    return messages.map((one) => (one.kind === "update" || one.kind === "question" ? one.says : one.kind));
  };
  /** As if the minutes to the next look had passed. */
  const dueNow = (more: { sent_at?: null } = {}) =>
    desk.parts.database.transaction(async (tx) => {
      await askFor(tx, "unmask", desk.parts.now());
      await tx
        .updateTable("handed_on")
        .set({ due_at: "2020-01-01T00:00:00.000Z", ...more })
        .where("kind", "=", "report")
        .execute();
    });

  beforeAll(async () => {
    westmere = await openWestmere();
    neighbours = openNeighbours(stage.folder(), async () => undefined);
    desk = await openDesk(stage, [], neighbours);
    officer = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    const folder = stage.folder();
    const made = await newForceIn(folder);
    ({ recipient } = made);
    const kept = await openKept();
    ({ store } = kept);
    door = await startDoor(store, { force: made.set.force, pull: made.set.pull });
    const { database, force } = desk.parts;
    const opened = await openOpeningWorld({
      folder,
      intake: `http://localhost:${door.port}`,
      database,
      collect: (item) => desk.parts.log.appendCollect(item),
      tell: () => undefined,
    });
    if (!opened.ok) throw new Error(opened.error);
    ({ waiting } = opened.value.handing);
    // Until the last test nothing of what was sealed goes, as if each run had ended before it did.
    const handing = { ...opened.value.handing, neighbours, waiting: { ...waiting, remove: async () => undefined } };
    world = { ...opened.value, handing, force: { ...opened.value.force, id: force.id, name: force.name } };
    await beginItems(world);
    await beginReplies(world);
    her = await senderTo({ force: force.id, recipient });
    ends.push(() => door.close(), kept.close, westmere.close);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  test("a force is loaded only under the signer that was told by another way, and a newer set of it is taken by itself", async () => {
    const { signed, set } = westmere.made;
    const files = { set: signed.json, signature: signed.signature };
    const other = await newForceIn(stage.folder());
    expect(await neighbours.keep(files, { intake: westmere.origin })).toMatchObject({ ok: false });
    expect(await neighbours.keep(files, { signer: other.set.signer, intake: westmere.origin })).toMatchObject({ ok: false });
    expect(await neighbours.keep(files, { signer: set.signer })).toMatchObject({ ok: false });
    expect(await neighbours.keep(files, { signer: set.signer, intake: westmere.origin })).toMatchObject({ ok: true });
    const folder = stage.folder();
    const asking = openNeighbours(folder, createAsk(never));
    await asking.keep(files, { signer: set.signer, intake: westmere.origin });
    expect(await asking.newest(set.force)).toMatchObject({ set: { number: 1 }, intake: westmere.origin });
  });

  test("she reads what the officer read through, and both letter and pack are at the other force, its own in every way", async () => {
    const pack = await sealWhole(await tarred(await herFiles()), { recipients: [recipient] });
    const torn = pack.slice(0, 70_000);
    const sent = await her.send({
      name: "Hannah Reyes",
      account: "He waits outside.",
      wishes: "Text first.",
      danger: "now",
      packs: [pack, torn],
    });
    await handIn(store, sent);
    await settle(world);
    const force = westmere.made.set.force;
    const preview = await ask("hand-on/preview", { force });
    expect(preview.body).toMatchObject({ forces: [{ force }], mustTelephone: true, says: expect.stringContaining("1 file that you sent") });
    const { saw, says } = preview.body;
    const decided = { saw, force, words: "She lives in Westmere.", says };
    expect((await ask("hand-on", decided)).body.refused.rule).toBe("danger-first");
    expect((await ask("danger/met", { saw, says: "A car is with her." })).status).toBe(200);
    expect((await ask("hand-on", { ...decided, saw: saw + 1 })).body.refused.rule).toBe("telephone-first");
    expect((await ask("hand-on", { ...decided, saw: saw + 1, says: "Something else." })).status).toBe(409);
    expect((await ask("hand-on", { ...decided, saw: saw + 1, telephoned: "Sgt Hale, 03:44" })).status).toBe(200);
    expect((await ask("hand-on", { ...decided, saw: saw + 2, telephoned: "Sgt Hale, 03:44" })).body.refused.rule).toBe("sent");
    // Until the other force has it, it is in a queue: this one.
    const rows = async () =>
      (await asUnmask(desk.parts.database, (tx) => tx.selectFrom("queue_row").select(["report", "standing"]).execute())).map(
        ({ report, standing }) => [report, standing.includes("which does not have it yet: ring them")],
      );
    expect(await rows()).toContainEqual(["R-1", true]);
    expect(await handOnNext(world)).toEqual({ ok: true, value: true });
    expect(await handOnNext(world)).toEqual({ ok: true, value: false });
    expect((await rows()).map(([report]) => report)).not.toContain("R-1");
    await settle(world);
    expect((await herMessages()).at(-1)).toBe(says);
    await settle(westmere.world);
    const [received] = await eventsIn(westmere.database, "report-received");
    const from = { force: desk.parts.force.id, name: desk.parts.force.name, reference: "R-1" };
    expect(received?.body).toMatchObject({
      account: "He waits outside.",
      wishes: "Text first.",
      danger: "now",
      packs: 1,
      handedOn: from,
      written: expect.stringMatching(/^20\d\d-/),
    });
    // Her own seals hold there: it is the same bag in another envelope.
    const [there] = await eventsIn(westmere.database, "pack-opened");
    const [here] = await eventsIn(desk.parts.database, "pack-opened");
    expect(there?.body).toMatchObject({ fate: "opened", overall: here?.body["overall"], verdicts: here?.body["verdicts"] });
    expect(there?.body["sha256"]).not.toBe(here?.body["sha256"]);
    expect((await ask("hand-on/preview", {})).body.handed).toEqual([
      expect.stringMatching(/took the report on .*with 1 packs; 1 could not be sealed again/),
    ]);
  });

  test("what the other force writes comes into her mailbox once, and what she answers goes on to it", async () => {
    const [row] = await asUnmask(westmere.database, (tx) => tx.selectFrom("report").selectAll().execute());
    const box = { lookup: row?.lookup ?? "", recipient: row?.recipient ?? "" };
    const message = JSON.stringify({ kind: "question", says: "Which of the two doors?" });
    const id = "ab".repeat(16);
    await asUnmask(westmere.database, (tx) =>
      putReply(tx, { force: westmere.made.set.force, id, ...box, message, weeks: 26 }, westmere.world.now()),
    );
    await settle(westmere.world);
    for (let turn = 0; turn < 2; turn++) {
      await dueNow();
      expect(await handOnNext(world)).toEqual({ ok: true, value: true });
      await settle(world);
    }
    const said = await herMessages();
    expect(said.filter((one) => one === "Example Police writes:\n\nWhich of the two doors?")).toHaveLength(1);
    expect(said.filter((one) => one.startsWith("Example Police has your report, under their number R-1."))).toHaveLength(1);
    await handIn(store, await her.send({ kind: "answer", account: "The back one." }));
    await settle(world);
    expect(await handOnNext(world)).toEqual({ ok: true, value: true });
    await settle(westmere.world);
    expect(await eventsIn(westmere.database, "answer-received")).toMatchObject([{ stream: "R-1", body: { account: "The back one." } }]);
  });

  test("a letter that was sealed before the process ended goes again as the same one, and stands there once", async () => {
    // As a kill leaves it that came after the other intake had taken it: what was sealed lies there still, and nothing says that it was sent.
    await dueNow({ sent_at: null });
    const [first = ""] = (await waiting.names()).filter((name) => name.length > 32).map((name) => name.slice(0, 32));
    expect(await handOnNext({ ...world, handing: { ...world.handing, waiting } })).toEqual({ ok: true, value: true });
    expect((await waiting.names()).filter((name) => name.startsWith(first))).toEqual([]);
    await settle(westmere.world);
    expect(await eventsIn(westmere.database, "report-received")).toHaveLength(1);
  });
});
