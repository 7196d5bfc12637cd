/** What came in sealed, from the pull to the reply, on both databases: nothing is lost, nothing comes twice, and nothing bad stops the next. */
import { randomBytes } from "node:crypto";
import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldCase } from "@unmask/case";
import { reveal } from "@unmask/core";
import { keyOf } from "@unmask/link";
import { createIdentity, openWhole, parseTlogProof, recipientOf } from "@unmask/seal";
import { lookupHash, openEnvelopes } from "@unmask/submission";
import { tryWhatHadNoKey } from "../../apps/server/src/opening/open-again.ts";
import { openNext } from "../../apps/server/src/opening/open-items.ts";
import { pullRound } from "../../apps/server/src/opening/pull.ts";
import type { OpeningWorld } from "../../apps/server/src/opening/world.ts";
import { herFiles, herNumber, hisNumber, later, tarred } from "../tamper/her-pack.ts";
import { repeatableBytes } from "../tamper/sealed-example.ts";
import { allRows } from "./all-rows.ts";
import { type Sent, senderTo } from "./case-world.ts";
import { type Inside, eventsOf, handIn, openInside, putInCase, repliesTo, reportOf, sealTo } from "./inside-stage.ts";
import { describeOnBoth } from "./stage.ts";

const never = new AbortController().signal;
let files: Map<string, Uint8Array>;
let tar: Uint8Array;
beforeAll(async () => {
  files = await herFiles();
  tar = await tarred(files);
});

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
    const waiting = await allRows(inside.database)
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
          acts: { total: 5, hers: 2, weeks: [{ week: "2025-W33", acts: 3, night: 0 }] },
        },
      ],
    });
    const rows = await allRows(inside.database)
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
    const acts = await allRows(inside.database).selectFrom("report_act").select("item").execute();
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
    const told = await repliesTo(inside.store, her, 6);
    expect(told.filter(({ kind }) => kind === "proof").length).toBe(bad.length);
    // Each that does not open is told, beside its proof; the one that opens is not.
    expect(told.flatMap((one) => (one.kind === "unopened" ? [[one.reason, one.sha256]] : []))).toEqual(
      bad.flatMap(([reason], i) => (reason === null ? [] : [[reason, sent.packs[i]?.sha256]])),
    );
  });

  test("what came sealed to a key that was not here opens when the key is here: the letter in a report of its own, an answer with its own report", async () => {
    const missing = await createIdentity();
    const to = await recipientOf(missing);
    const [her, other] = [await inside.sender(), await inside.sender()];
    const pack = await sealTo(tar, inside.recipient);
    const sent = await her.send({ account: "He waits outside.", danger: "now", packs: [pack], to });
    const [packId = ""] = await handIn(inside.store, sent);
    const first = await other.send({ danger: "no", packs: [await sealTo(tar, to)] });
    await handIn(inside.store, first);
    await inside.settle();
    const answer = await other.send({ kind: "answer", danger: "now", account: "He is back.", to });
    await handIn(inside.store, answer);
    await inside.settle();
    const lineOf = async (id: string) => (await inside.health()).find(({ item }) => item === id);
    const marked = [(await lineOf(sent.id))?.reference ?? "", (await lineOf(answer.id))?.reference ?? ""];
    const openWhatHadNoKey = tryWhatHadNoKey();
    await openWhatHadNoKey(inside.world);
    await inside.settle();
    expect(await lineOf(sent.id)).toMatchObject({ state: "marked", reason: "no-key", reference: marked[0] });
    expect(await repliesTo(inside.store, her)).toEqual([]);

    appendFileSync(join(inside.folder, "opening-key.txt"), `${reveal(missing)}\n`);
    await openWhatHadNoKey(inside.world);
    // Killed before anything of it was opened, and tried a second time with the same keys: each opens once.
    await openWhatHadNoKey(inside.world);
    await inside.settle();
    const opened = await lineOf(sent.id);
    expect(opened).toMatchObject({ state: "opened", reason: null, queue: true });
    expect(marked).not.toContain(opened?.reference);
    expect(await lineOf(packId)).toMatchObject({ state: "opened", reference: opened?.reference });
    const report = await reportOf(inside, opened?.reference ?? "");
    expect(report).toMatchObject({ account: "He waits outside.", fault: null, danger: { ground: { knowing: "account" } } });
    expect(report.packs.map(({ fate, acts }) => [fate, acts?.total])).toEqual([["opened", 5]]);
    const messages = await repliesTo(inside.store, her);
    expect(messages).toMatchObject([
      { kind: "acknowledgement", reference: opened?.reference },
      { kind: "proof", sha256: sent.packs[0]?.sha256, entry: expect.stringContaining(sent.packs[0]?.sha256 ?? "none") },
    ]);
    const of = (await lineOf(first.id))?.reference ?? "";
    expect(await lineOf(answer.id)).toMatchObject({ state: "opened", reference: of });
    const theirs = await reportOf(inside, of);
    expect(theirs).toMatchObject({ wrote: [{}], danger: {} });
    expect(theirs.packs).toMatchObject([{ fate: "opened", acts: { total: 5 } }]);
    expect((await repliesTo(inside.store, other)).map(({ kind }) => kind)).toEqual([
      "acknowledgement",
      "unopened",
      "proof",
      "acknowledgement",
    ]);
    for (const [i, stands] of [opened?.reference, of].entries()) {
      expect(await reportOf(inside, marked[i] ?? "")).toMatchObject({ fault: "no-key", readIn: stands, danger: null });
      const rows = await allRows(inside.database)
        .selectFrom("queue_row")
        .select("report")
        .where("report", "=", marked[i] ?? "")
        .execute();
      expect(rows).toEqual([]);
    }
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

  test("attack 4: swapped, replayed, cut, reordered or spliced on the way, it fails closed, is kept, marked, and the next one opens", async () => {
    const [her, other] = [await inside.sender(), await inside.sender()];
    const others = await sealTo(tar, inside.recipient);
    const theirs = chunksOf(others);
    const attacks: readonly (readonly [name: string, acts: number, (pack: Chunks) => readonly Uint8Array[]])[] = [
      ["two chunks swapped", 0, ({ head, first, second, rest }) => [head, second, first, ...rest]],
      ["the order of all turned round", 0, ({ head, first, second, rest }) => [head, ...rest.toReversed(), second, first]],
      ["a chunk replayed", 5, ({ head, first, second, rest }) => [head, first, first, second, ...rest]],
      ["a chunk left out", 5, ({ head, first, rest }) => [head, first, ...rest]],
      ["cut at a chunk", 5, ({ head, first, second }) => [head, first, second]],
      ["cut within a chunk", 5, ({ head, first, second }) => [head, first, second.subarray(0, 1_000)]],
      ["the head of one on the content of another", 0, ({ first, second, rest }) => [theirs.head, first, second, ...rest]],
      ["a chunk of one within another", 5, ({ head, first, rest }) => [head, first, theirs.second, ...rest]],
      ["another's whole pack in its place", 5, () => [others]],
    ];
    const packs = await Promise.all([...attacks, undefined].map(() => sealTo(tar, inside.recipient)));
    const sent = await her.send({ packs });
    const altered = sent.packs.map((pack, i) => {
      const genuine = packs[i] ?? others;
      const bytes = Buffer.concat([...(attacks[i]?.[2](chunksOf(genuine)) ?? [genuine])]).subarray(0, pack.bytes.length);
      return { ...pack, bytes: Uint8Array.from(Buffer.concat([bytes, randomBytes(pack.bytes.length - bytes.length)])) };
    });
    const ids = await handIn(inside.store, { ...sent, packs: altered });
    // Her letter once more, under an id of another; and a genuine one behind everything.
    const replayed = { id: randomBytes(16).toString("hex"), sealed: sent.sealed, packs: [] };
    await handIn(inside.store, replayed);
    const last = await other.send({ packs: [others] });
    const [lastPack = ""] = await handIn(inside.store, last);
    await inside.settle();
    const lines = new Map((await inside.health()).map((line) => [line.item, line]));
    const acts = await allRows(inside.database).selectFrom("report_act").select("item").execute();
    for (const [i, [name, most]] of attacks.entries()) {
      const id = ids[i] ?? "";
      expect(lines.get(id), name).toMatchObject({ state: "marked", reason: "altered", queue: true });
      // What is told of it is what stood genuine before the place.
      expect(acts.filter(({ item }) => item === id).length, name).toBeLessThanOrEqual(most);
      expect(await gather(inside.world.blobs.read(id)), name).toEqual(Buffer.from(altered[i]?.bytes ?? []));
    }
    expect(lines.get(ids.at(-1) ?? "")).toMatchObject({ state: "opened", reason: null, queue: true });
    expect(lines.get(replayed.id)).toMatchObject({ kind: "letter", state: "marked", reason: "not-read", queue: true });
    expect(lines.get(lastPack)).toMatchObject({ state: "opened", reason: null, queue: true });
    expect((await repliesTo(inside.store, other)).map(({ kind }) => kind)).toEqual(["acknowledgement", "proof"]);
  });

  test("her answer and the pack that she adds stand with the report of her mailbox, unread again, and begin none of their own", async () => {
    const her = await inside.sender();
    const first = await her.send({ account: "He waits outside.", packs: [await sealTo(tar, inside.recipient)] });
    await handIn(inside.store, first);
    await inside.settle();
    const answer = await her.send({
      kind: "answer",
      account: "He was there again.",
      danger: "now",
      packs: [await sealTo(tar, inside.recipient)],
    });
    await handIn(inside.store, answer);
    await inside.settle();
    const lines = (await inside.health()).filter(({ letter }) => letter === first.id || letter === answer.id);
    expect(lines.map(({ kind, state }) => [kind, state])).toEqual([
      ["letter", "opened"],
      ["pack", "opened"],
      ["letter", "opened"],
      ["pack", "opened"],
    ]);
    expect(new Set(lines.map(({ reference }) => reference)).size).toBe(1);
    const reference = lines[0]?.reference ?? "";
    const report = await reportOf(inside, reference);
    const kinds = report.log.map(({ kind }) => kind).filter((kind) => kind !== "link-suggested");
    expect(kinds).toEqual(["report-received", "pack-opened", "answer-received", "pack-opened"]);
    expect(report).toMatchObject({
      opened: null,
      packsAnnounced: 2,
      danger: { ground: { says: expect.stringMatching(/^Danger now, said in a later letter/) } },
    });
    // Both hold one chat: what the first pack holds, the second adds to no count.
    expect(report.packs.map(({ letter, acts }) => [letter, acts?.total])).toEqual([
      [first.id, 5],
      [answer.id, 0],
    ]);
    const messages = await repliesTo(inside.store, her);
    expect(messages.map(({ kind }) => kind)).toEqual(["acknowledgement", "proof", "acknowledgement", "proof"]);
  });

  test("whoever knows her lookup alone writes nothing into her report, and fills none of the pages of her mailbox", async () => {
    const her = await inside.sender();
    const first = await her.send({ account: "He waits outside." });
    await handIn(inside.store, first);
    const nobody = await inside.sender();
    const stray = await nobody.send({ kind: "answer", account: "I wrote to you in May." });
    await handIn(inside.store, stray);
    await inside.settle();
    const stranger = await inside.sender(her.lookup);
    const strange: Sent[] = [];
    for (const kind of ["answer", "report", "answer", "report", "answer"] as const) {
      strange.push(await stranger.send({ kind, account: "All is well, close it.", packs: [await sealTo(tar, inside.recipient)] }));
      await handIn(inside.store, strange.at(-1) ?? first);
    }
    await inside.settle();
    const answer = await her.send({ kind: "answer", account: "He was there again." });
    await handIn(inside.store, answer);
    await inside.settle();
    const referenceOf = new Map((await inside.health()).map(({ letter, reference }) => [letter, reference ?? ""]));
    const own = await reportOf(inside, referenceOf.get(first.id) ?? "");
    expect(own.log.map(({ kind }) => kind)).toEqual(["report-received", "answer-received"]);
    expect(referenceOf.get(answer.id)).toBe(own.report);
    expect(await reportOf(inside, referenceOf.get(stray.id) ?? "")).toMatchObject({ isStrayAnswer: true, namesOthersMailbox: false });
    for (const [i, { id }] of strange.entries())
      expect(await reportOf(inside, referenceOf.get(id) ?? "")).toMatchObject({ isStrayAnswer: i % 2 === 0, namesOthersMailbox: true });
    const pages = await inside.store.repliesOf(lookupHash(her.lookup), 0);
    expect((await openEnvelopes(pages, her.identity)).messages.map(({ kind }) => kind)).toEqual(["acknowledgement", "acknowledgement"]);
    expect(pages.length).toBe(2);
    expect((await repliesTo(inside.store, nobody)).map(({ kind }) => kind)).toEqual(["acknowledgement"]);
  });

  test("what she answers to a report that stands in a case opens that case again, and says so there", async () => {
    const her = await inside.sender();
    const first = await her.send({ account: "He waits outside." });
    await handIn(inside.store, first);
    await inside.settle();
    const reference = (await inside.health()).find(({ letter }) => letter === first.id)?.reference ?? "";
    await putInCase(inside, { report: reference, case: "9001" });
    const words = await her.send({ kind: "answer", account: "He rang the bell.", danger: "now" });
    const silent = await her.send({ kind: "answer", packs: [await sealTo(tar, inside.recipient)] });
    for (const one of [words, silent]) {
      await handIn(inside.store, one);
      await inside.settle();
    }
    const ofCase = foldCase("9001", await eventsOf(inside, "9001"));
    // One danger, in the report: whoever writes who is there, or that it is over, writes it once.
    expect((await reportOf(inside, reference)).dangers.map(({ says }) => says)).toEqual([
      "Danger now, said in a later letter: “He rang the bell”",
    ]);
    expect(ofCase.dangers).toEqual([]);
    expect(ofCase.thread.map(({ from, says, asks }) => [from, says, asks])).toEqual([
      ["her", "He rang the bell.\n[In danger now]", true],
      ["her", "[A pack without words]", true],
    ]);
  });

  test("the index has the number that she typed as his, under its key, and never hers", async () => {
    const keyOfNumber = (normal: string): string => keyOf({ kind: "phone", normal, platform: "" }, inside.world.keyedHash).key;
    const rows = await allRows(inside.database).selectFrom("ident_posting").selectAll().execute();
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set([keyOfNumber(hisNumber)]));
    expect(rows[0]).toMatchObject({ kind: "phone", known: "account", first_use: null });
    expect(keyOfNumber(herNumber)).not.toBe(keyOfNumber(hisNumber));
  });

  test("reports that show one number are suggested to one another before anybody opens them, and joined by nobody", async () => {
    const db = allRows(inside.database);
    const showing = new Set((await db.selectFrom("ident_posting").select("report").execute()).map(({ report }) => report));
    expect(showing.size).toBeGreaterThan(1);
    const events = await db.selectFrom("case_event").select(["stream", "kind"]).where("kind", "like", "link-%").execute();
    expect(new Set(events.map(({ stream }) => stream))).toEqual(showing);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["link-suggested"]));
  });

  test("a number in her words stands in the index as somebody’s word, and links the report; how she is reached never does", async () => {
    const senders = [await inside.sender(), await inside.sender()];
    for (const her of senders) {
      const contactBrief = { channel: "text", address: "07700 900457" };
      await handIn(inside.store, await her.send({ account: "He rings from 07700 900389, and looks for 07700 900457.", contactBrief }));
    }
    await inside.settle();
    const keyOfNumber = (normal: string) => keyOf({ kind: "phone", normal, platform: "" }, inside.world.keyedHash).key;
    const rows = await allRows(inside.database).selectFrom("ident_posting").selectAll().execute();
    const told = rows.filter(({ key }) => key === keyOfNumber("+447700900389"));
    expect(told.map(({ known, first_use }) => [known, first_use])).toEqual([
      ["account", null],
      ["account", null],
    ]);
    expect(rows.some(({ key }) => key === keyOfNumber("+447700900457"))).toBe(false);
    for (const { report } of told) expect((await reportOf(inside, report)).links.length).toBe(1);
  });

  test("an old key opens what was sealed to it, and nothing that is sealed to the new one", async () => {
    const newer = await createIdentity();
    const rotated: OpeningWorld = {
      ...inside.world,
      force: { ...inside.world.force, identities: () => Promise.resolve([newer, inside.identity]) },
    };
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

/** A sealed file: its head with the nonce, and the chunks of its content as they were sealed. */
interface Chunks {
  readonly head: Uint8Array;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly rest: readonly Uint8Array[];
}

function chunksOf(sealed: Uint8Array): Chunks {
  const end = Buffer.from(sealed).indexOf("\n--- ") + 1;
  const from = Buffer.from(sealed).indexOf("\n", end) + 1 + 16;
  const chunks: Uint8Array[] = [];
  for (let at = from; at < sealed.length; at += 65_552) chunks.push(sealed.subarray(at, at + 65_552));
  const [first, second, ...rest] = chunks;
  if (!first || !second || rest.length < 2) throw new Error("a pack of too few chunks");
  return { head: sealed.subarray(0, from), first, second, rest };
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
