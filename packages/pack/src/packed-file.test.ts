import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { gunzipFailureOf } from "@unmask/formats";
import { describe, expect, test } from "vitest";
import { type PackEntry, filesInMemory } from "./pack-files.ts";
import { packedEntry, readPacked, readPackedText } from "./packed-file.ts";

async function bytesOf(entry: PackEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.chunks()) pieces.push(piece.slice());
  return Uint8Array.from(Buffer.concat(pieces));
}

/** How many bytes a file unpacks to, or why it does not. */
async function lengthOf(packed: Uint8Array): Promise<number | string> {
  let length = 0;
  try {
    for await (const piece of readPacked(filesInMemory(new Map([["x.gz", packed]])), "x.gz", packed.length)) length += piece.length;
  } catch (error) {
    return gunzipFailureOf(error) ?? expect.fail("another error");
  }
  return length;
}

describe("a packed file of a pack", () => {
  test("says beforehand how long it is, and gives its text back", async () => {
    const entry = packedEntry("x.gz", () => ["what he wrote\n", "مرحبا 😀\n"], "small");
    const packed = await bytesOf(entry);
    expect(packed.length).toBe(entry.size);
    const files = filesInMemory(new Map([["x.gz", packed]]));
    expect(await readPackedText(files, "x.gz", { size: packed.length, most: 1_000 })).toBe("what he wrote\nمرحبا 😀\n");
    expect(await readPackedText(files, "x.gz", { size: packed.length, most: 10 })).toBeUndefined();
  });

  const limits = { kept: 100_000, room: 1_000_000 };

  test("is stored where its text packs better than any reader takes: a flood of one letter is no bomb", async () => {
    const line = `${"a".repeat(65_535)}\n`;
    const flood = (count: number): PackEntry => packedEntry("x.gz", () => Array.from({ length: count }, () => line), "fast", limits);
    const stored = await bytesOf(flood(17));
    expect(stored.length).toBe(flood(17).size);
    expect(stored.length).toBeGreaterThan(17 * line.length);
    expect(await lengthOf(stored)).toBe(17 * line.length);
    expect(flood(15).size).toBeLessThan(15_000);
    expect(await lengthOf(await bytesOf(flood(15)))).toBe(15 * line.length);
  });

  test("is made a second time where it is too long to keep, and has the same bytes", async () => {
    const lines = Array.from({ length: 40 }, () => `${randomBytes(4_800).toString("base64")}\n`);
    let made = 0;
    const entry = packedEntry("x.gz", () => (made++, lines), "fast", limits);
    expect(entry.size).toBeGreaterThan(limits.kept);
    const packed = await bytesOf(entry);
    expect(made).toBe(2);
    expect(packed.length).toBe(entry.size);
    expect(gunzipSync(packed).equals(Buffer.from(lines.join("")))).toBe(true);
    expect(Buffer.compare(await bytesOf(packedEntry("x.gz", () => lines, "fast")), packed)).toBe(0);
  });
});
