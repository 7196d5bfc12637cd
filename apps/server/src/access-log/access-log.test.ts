import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { msPerDay, msPerMinute, parseInstant } from "@unmask/core";
import { parseSignerKey, parseVkey, textToBytes, verifyCheckpoint, verifyTlogProof } from "@unmask/seal";
import { type KeptCheckpoint, besideLog } from "./check-beside.ts";
import { type LogRow, checkLog, columnsOf } from "./check-log.ts";
import { commitToWords, hashOfEntry, readEntry, writeEntry } from "./entry.ts";
import { continueLog, emptyHead, forceLogVkey, signHead } from "./log-head.ts";

interface Vectors {
  readonly force: string;
  readonly signer: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly entries: readonly {
    says: string;
    salt: string;
    typed?: string;
    typedSalt?: string;
    entry: string;
    hash: string;
    proof?: string;
  }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL("../../../../docs/formats/vectors/access-log.json", import.meta.url), "utf8"),
) as Vectors;
const signer = valueOf(parseSignerKey(vectors.signer));
const key = parseVkey(vectors.vkey);
if (key === undefined) throw new Error("the vectors have a verifier key");
const verifier = key;
const checkpoint = valueOf(verifyCheckpoint(vectors.checkpoint, key));

const rows: readonly LogRow[] = vectors.entries.map(({ says, salt, typed, typedSalt, entry, hash }, index) => {
  // Entries 4 and 7 tell that what stood beside 2 and 6 was erased.
  const erased = index === 1 || index === 5;
  return {
    number: index + 1,
    entry,
    hash,
    words: erased ? null : says,
    salt: erased ? null : salt,
    typed: erased ? null : (typed ?? null),
    typedSalt: erased ? null : (typedSalt ?? null),
    proof: null,
    columns: columnsOf(valueOf(readEntry(entry))),
  };
});

describe("the log of every look", () => {
  it("is written as its document says, byte for byte", () => {
    expect(forceLogVkey(signer, vectors.force)).toBe(vectors.vkey);
    let head = emptyHead(vectors.force);
    for (const { entry, hash, says, salt, typed, typedSalt } of vectors.entries) {
      const read = valueOf(readEntry(entry));
      expect(writeEntry(read)).toBe(entry);
      expect(hashOfEntry(entry)).toBe(hash);
      expect(commitToWords(says, Uint8Array.from(Buffer.from(salt, "hex")))).toBe(read.words);
      expect(typed === undefined ? null : commitToWords(typed, Uint8Array.from(Buffer.from(typedSalt ?? "", "hex")))).toBe(read.typed);
      if (typed !== undefined) expect(entry).not.toContain(typed);
      const next = continueLog(head, read);
      expect(next.entry).toEqual({ number: read.number, text: entry, hash, before: read.before });
      head = next.head;
    }
    expect(signHead(head, signer)).toBe(vectors.checkpoint);
  });

  it("proves to her that her pack was taken in, and names no other entry", () => {
    const [first] = vectors.entries;
    const proved = verifyTlogProof(first?.proof ?? "", { leafData: textToBytes(first?.entry ?? ""), key });
    expect(proved).toMatchObject({ ok: true, value: { index: 0 } });
    expect(verifyTlogProof(first?.proof ?? "", { leafData: textToBytes("another"), key }).ok).toBe(false);
  });

  it("refuses an entry in another spelling, with a key more or one less", () => {
    const [entry = ""] = vectors.entries.map((one) => one.entry);
    for (const wrong of [` ${entry}`, entry.replace('"task":null,', ""), entry.replace("{", '{"name":"Nadia",'), "", "null", "{"])
      expect(readEntry(wrong).ok).toBe(false);
  });

  it("holds as it was written, with words of a reason and a typed recipient lawfully erased", async () => {
    expect(await check(rows)).toEqual({ ok: true, value: { entries: 7 } });
  });

  it("names the first entry that was deleted, changed, swapped, added or cut off", async () => {
    const [one, two, three, four, five, six, seven] = rows;
    if (!one || !two || !three || !four || !five || !six || !seven) throw new Error("the vectors have seven entries");
    const rest = [five, six, seven];
    const changed = (row: LogRow, from: string, to: string): LogRow => ({ ...row, entry: row.entry.replace(from, to) });
    const rehashed = (row: LogRow): LogRow => ({
      ...row,
      hash: hashOfEntry(row.entry),
      columns: columnsOf(valueOf(readEntry(row.entry))),
    });
    const faults: readonly [string, readonly LogRow[], number][] = [
      ["deleted", [one, three, four, ...rest], 2],
      ["the first deleted", [two, three, four, ...rest], 1],
      ["deleted and renumbered", [one, { ...three, number: 2 }, { ...four, number: 3 }, ...rest], 2],
      ["changed", [one, changed(two, "R-2100", "R-2101"), three, four, ...rest], 2],
      ["changed with its hash", [one, rehashed(changed(two, "R-2100", "R-2101")), three, four, ...rest], 2],
      ["swapped", [one, { ...three, number: 2 }, { ...two, number: 3 }, four, ...rest], 2],
      ["cut off", [one, two, three, four, five, six], 7],
      ["cut off after one", [one], 2],
      ["added", [...rows, { ...seven, number: 8 }], 8],
      ["the last changed with its hash", [one, two, three, four, five, six, rehashed(changed(seven, '"desk"', '"desc"'))], 7],
      ["a column changed", [one, two, { ...three, columns: { ...three.columns, result: "allowed" } }, four, ...rest], 3],
      ["a reason changed", [one, two, { ...three, words: "for the briefing" }, four, ...rest], 3],
      ["a reason taken away in silence", [one, two, { ...three, words: null }, four, ...rest], 3],
      ["a recipient changed", [one, two, three, four, { ...five, typed: "K. Sandhu, reporter" }, six, seven], 5],
      ["a recipient taken away in silence", [one, two, three, four, { ...five, typed: null, typedSalt: null }, six, seven], 5],
      ["the salt of a recipient taken away in silence", [one, two, three, four, { ...five, typedSalt: null }, six, seven], 5],
      ["a recipient put beside an entry that names none", [one, two, { ...three, typed: "the press" }, four, ...rest], 3],
      ["all gone", [], 1],
    ];
    for (const [name, tampered, number] of faults) {
      const found = await check(tampered);
      expect([name, found.ok ? 0 : found.error.number]).toEqual([name, number]);
    }
  });

  it("that was written anew is found by who kept an earlier checkpoint, and by nobody else", async () => {
    let head = emptyHead(vectors.force);
    const anew = rows.map((row, index) => {
      const read = valueOf(readEntry(row.entry));
      const next = continueLog(head, index === 1 ? { ...read, report: "R-1" } : read);
      head = next.head;
      const { number, text: entry, hash } = next.entry;
      return { ...row, number, entry, hash, columns: columnsOf(valueOf(readEntry(entry))) };
    });
    const signed = valueOf(verifyCheckpoint(signHead(head, signer), key));
    expect(await checkLog(each(anew), { force: vectors.force, head: signed, beside: () => undefined })).toMatchObject({ ok: true });
    const found = await checkLog(each(anew), { force: vectors.force, head: signed, earlier: [checkpoint], beside: () => undefined });
    expect(found).toMatchObject({ ok: false, error: { number: 7 } });
  });

  it("says which proof of what was taken in is gone or changed, where all entries hold", async () => {
    const [first, ...rest] = rows;
    const proof = vectors.entries[0]?.proof ?? "";
    if (!first || !proof) throw new Error("the first entry of the vectors took something in, and has a proof");
    const kept = [{ size: 1, at: first.columns.at }];
    expect(await checkBeside([{ ...first, proof }, ...rest], kept)).toBeUndefined();
    expect(await checkBeside(rows, kept)).toEqual({ number: 1, says: "The table access_proof lacks the proof of what was taken in." });
    expect(await checkBeside([{ ...first, proof: proof.replace("index 0", "index 1") }, ...rest], kept)).toMatchObject({ number: 1 });
    // That an entry itself was taken out is told before it.
    expect(await check(rows.filter(({ number }) => number !== 3))).toMatchObject({ ok: false, error: { number: 3 } });
  });

  it("says of which day the checkpoint is gone: of the first entries, of a day between and of the last", async () => {
    // A look every five minutes, 250 on each of four days, each numbered by itself: the first of a day keeps the checkpoint.
    const perDay = 250;
    const start = rows[1]?.columns.at ?? 0;
    const [, , like] = vectors.entries;
    if (!like) throw new Error("the vectors have a refusal");
    const { says: words, salt } = like;
    const read = valueOf(readEntry(like.entry));
    let head = emptyHead(vectors.force);
    const looks = Array.from({ length: 4 * perDay }, (_, index) => {
      const at = parseInstant(start + Math.floor(index / perDay) * msPerDay + (index % perDay) * 5 * msPerMinute);
      if (at === undefined) throw new Error("a time of our calendar");
      const next = continueLog(head, { ...read, at });
      head = next.head;
      const { number, text: entry, hash } = next.entry;
      return { number, entry, hash, words, salt, typed: null, typedSalt: null, proof: null, columns: columnsOf(valueOf(readEntry(entry))) };
    });
    const end = signHead(head, signer);
    const daily = looks.filter((_, index) => index % perDay === 0).map(({ number, columns: { at } }) => ({ size: number, at }));
    const without = async (...sizes: readonly number[]) => {
      const kept = daily.filter(({ size }) => !sizes.includes(size));
      return (await checkBeside(looks, kept, end))?.number;
    };
    expect(await without()).toBeUndefined();
    expect(await without(1)).toBe(1);
    // A day and an hour after the one that is left before it.
    expect(await without(251)).toBe(263);
    expect(await without(751)).toBe(763);
    expect(await without(1, 251, 501, 751)).toBe(1);
    // What a crash left waiting is numbered later, in one batch with its checkpoint: that is no fault.
    expect(
      await checkBeside(looks, [...daily.slice(0, 1), { size: 400, at: start + 3 * msPerDay }, ...daily.slice(2)], end),
    ).toBeUndefined();
  });
});

async function checkBeside(of: readonly LogRow[], kept: readonly KeptCheckpoint[], end = vectors.checkpoint) {
  const head = valueOf(verifyCheckpoint(end, verifier));
  const found = await checkLog(each(of), { force: vectors.force, head, beside: besideLog(vectors.force, signer, kept) });
  return found.ok ? undefined : found.error;
}

function check(tampered: readonly LogRow[]) {
  return checkLog(each(tampered), { force: vectors.force, head: checkpoint, beside: () => undefined });
}

async function* each(list: readonly LogRow[]): AsyncIterable<LogRow> {
  yield* list;
}

function valueOf<T, E>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}
