import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSignerKey, parseVkey, textToBytes, verifyCheckpoint, verifyTlogProof } from "@unmask/seal";
import { type LogRow, checkLog, columnsOf } from "./check-log.ts";
import { commitToWords, hashOfEntry, readEntry, writeEntry } from "./entry.ts";
import { continueLog, emptyHead, forceLogVkey, signHead } from "./log-head.ts";

interface Vectors {
  readonly force: string;
  readonly signer: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly entries: readonly { says: string; salt: string; entry: string; hash: string; proof?: string }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL("../../../../docs/formats/vectors/access-log.json", import.meta.url), "utf8"),
) as Vectors;
const signer = valueOf(parseSignerKey(vectors.signer));
const key = parseVkey(vectors.vkey);
if (key === undefined) throw new Error("the vectors have a verifier key");
const checkpoint = valueOf(verifyCheckpoint(vectors.checkpoint, key));

const rows: readonly LogRow[] = vectors.entries.map(({ says, salt, entry, hash }, index) => {
  const erased = index === 1;
  return {
    number: index + 1,
    entry,
    hash,
    words: erased ? null : says,
    salt: erased ? null : salt,
    columns: columnsOf(valueOf(readEntry(entry))),
  };
});

describe("the log of every look", () => {
  it("is written as its document says, byte for byte", () => {
    expect(forceLogVkey(signer, vectors.force)).toBe(vectors.vkey);
    let head = emptyHead(vectors.force);
    for (const { entry, hash, says, salt } of vectors.entries) {
      const read = valueOf(readEntry(entry));
      expect(writeEntry(read)).toBe(entry);
      expect(hashOfEntry(entry)).toBe(hash);
      expect(commitToWords(says, Uint8Array.from(Buffer.from(salt, "hex")))).toBe(read.words);
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

  it("holds as it was written, with words of a reason lawfully erased", async () => {
    expect(await check(rows)).toEqual({ ok: true, value: { entries: 4 } });
  });

  it("names the first entry that was deleted, changed, swapped, added or cut off", async () => {
    const [one, two, three, four] = rows;
    if (!one || !two || !three || !four) throw new Error("the vectors have four entries");
    const changed = (row: LogRow, from: string, to: string): LogRow => ({ ...row, entry: row.entry.replace(from, to) });
    const rehashed = (row: LogRow): LogRow => ({
      ...row,
      hash: hashOfEntry(row.entry),
      columns: columnsOf(valueOf(readEntry(row.entry))),
    });
    const faults: readonly [string, readonly LogRow[], number][] = [
      ["deleted", [one, three, four], 2],
      ["the first deleted", [two, three, four], 1],
      ["deleted and renumbered", [one, { ...three, number: 2 }, { ...four, number: 3 }], 2],
      ["changed", [one, changed(two, "R-2100", "R-2101"), three, four], 2],
      ["changed with its hash", [one, rehashed(changed(two, "R-2100", "R-2101")), three, four], 2],
      ["swapped", [one, { ...three, number: 2 }, { ...two, number: 3 }, four], 2],
      ["cut off", [one, two, three], 4],
      ["cut off after one", [one], 2],
      ["added", [...rows, { ...four, number: 5 }], 5],
      ["the last changed with its hash", [one, two, three, rehashed(changed(four, '"desk"', '"desc"'))], 4],
      ["a column changed", [one, two, { ...three, columns: { ...three.columns, result: "allowed" } }, four], 3],
      ["a reason changed", [one, two, { ...three, words: "for the briefing" }, four], 3],
      ["a reason taken away in silence", [one, two, { ...three, words: null }, four], 3],
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
    expect(await checkLog(each(anew), { force: vectors.force, head: signed })).toMatchObject({ ok: true });
    const found = await checkLog(each(anew), { force: vectors.force, head: signed, earlier: [checkpoint] });
    expect(found).toMatchObject({ ok: false, error: { number: 4 } });
  });
});

function check(tampered: readonly LogRow[]) {
  return checkLog(each(tampered), { force: vectors.force, head: checkpoint });
}

async function* each(list: readonly LogRow[]): AsyncIterable<LogRow> {
  yield* list;
}

function valueOf<T, E>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}
