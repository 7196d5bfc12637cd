import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "@unmask/core";
import { openFiles } from "@unmask/fittings-node";
import { type Identity, createIdentity, envelopeFailureOf, openSourceInParts, recipientOf } from "@unmask/seal";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nativeAead } from "../native-aead.ts";

// A film lies sealed in her vault, and one picture of it is to be shown at once: she does not wait until all of it was opened.

const folder = mkdtempSync(join(tmpdir(), "unmask-position-"));
const sealed = join(folder, "film.age");
const mebibyte = 1024 * 1024;
const size = 256 * mebibyte + 5;
const block = randomBytes(mebibyte);
const marked = (at: number): Uint8Array => Uint8Array.from([...block.subarray(0, 100), at & 0xff, at >> 8]);
let own: Identity;

beforeAll(async () => {
  own = await createIdentity();
  const plain = join(folder, "film");
  const file = openSync(plain, "w");
  for (let at = 0; at * mebibyte < size; at++) {
    writeSync(file, block);
    writeSync(file, marked(at), 0, 102, at * mebibyte);
  }
  closeSync(file);
  truncateSync(plain, size);
  execFileSync("age", ["-r", await recipientOf(own), "-o", sealed, plain]);
  rmSync(plain);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file on the disk, and how many bytes of it were asked for. */
async function withFile<T>(look: (source: Source, asked: () => number) => Promise<T>): Promise<T> {
  const opened = await openFiles([sealed], new AbortController().signal);
  if (!opened.ok) throw new Error(opened.error);
  const [source] = opened.value.sources;
  if (source === undefined) throw new Error("the file is there");
  let asked = 0;
  const read = (from: number, until: number): Promise<Uint8Array> => {
    asked += until - from;
    return source.read(from, until);
  };
  try {
    return await look({ ...source, read }, () => asked);
  } finally {
    await opened.value.close();
  }
}

const openNow = (source: Source): Promise<Source> => openSourceInParts(source, { identities: [own], aead: nativeAead });

test("a film that the stock age tool sealed opens at its beginning and its end, and any place of it is read alone", async () => {
  await withFile(async (source, asked) => {
    const film = await openNow(source);
    expect(film.size).toBe(size);
    expect(asked()).toBeLessThan(mebibyte / 4);
    for (const at of [0, 1, 77, 128, 255]) expect(await film.read(at * mebibyte, at * mebibyte + 102)).toEqual(marked(at));
    expect(await film.read(size - 5, size + 100)).toHaveLength(5);
    expect(asked()).toBeLessThan(mebibyte);
  });
});

test("a film of which one byte was changed opens, says so where that place is read, and shows every other", async () => {
  const file = openSync(sealed, "r+");
  writeSync(file, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 0, 8, 128 * mebibyte);
  closeSync(file);
  await withFile(async (source) => {
    const film = await openNow(source);
    expect(await film.read(127 * mebibyte, 127 * mebibyte + 102)).toEqual(marked(127));
    const broken = await film.read(127.99 * mebibyte, 128 * mebibyte + 1).catch((error: unknown) => error);
    expect(envelopeFailureOf(broken)?.kind).toBe("altered");
    expect(await film.read(129 * mebibyte, 129 * mebibyte + 102)).toEqual(marked(129));
  });
});

test("a film that lost its end, or got another, does not open at all", async () => {
  const kinds: unknown[] = [];
  const tell = (): Promise<number> =>
    withFile(async (source) => kinds.push(envelopeFailureOf(await openNow(source).catch((error: unknown) => error))?.kind));
  appendFileSync(sealed, "x");
  await tell();
  truncateSync(sealed, 184 + 200 * (64 * 1024 + 16));
  await tell();
  truncateSync(sealed, 100 * mebibyte);
  await tell();
  writeFileSync(sealed, "");
  await tell();
  expect(kinds).toEqual(["altered", "cut-short", "altered", "not-an-envelope"]);
});
