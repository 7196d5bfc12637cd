import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { gunzip, gunzipFailureOf, gunzipSource, gzip } from "./gzip.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (pieces: Iterable<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat([...pieces]));

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* cutLater(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  yield* cut(bytes, size);
}

/** What comes out, or why nothing does. */
function unpacked(packed: Uint8Array, { most = 1e9, size = 1_000 } = {}): Promise<Uint8Array | string> {
  return gathered(gunzip(cutLater(packed, size), most));
}

/** The same of bytes that lie somewhere, which come in reads of `size` at most. */
function unpackedThere(packed: Uint8Array, { most = 1e9, size = 1e9 } = {}): Promise<Uint8Array | string> {
  const read = async (start: number, end: number): Promise<Uint8Array> => packed.subarray(start, Math.min(end, start + size));
  return gathered(gunzipSource({ name: "there", size: packed.length, read }, most));
}

async function gathered(given: AsyncIterable<Uint8Array>): Promise<Uint8Array | string> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of given) pieces.push(piece);
  } catch (error) {
    const why = gunzipFailureOf(error);
    if (why === undefined) throw error;
    return why;
  }
  return joined(pieces);
}

const words = utf8("you never answer, where are you\n".repeat(9_000));
const packed = joined(gzip([words], "fast"));

describe("a file packed as gzip", () => {
  test("opens with gunzip and in Node, and comes back here, packed hard, fast or not at all, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.integer({ min: 1, max: 999 }), async (bytes, size) => {
        for (const way of ["small", "fast", "stored"] as const) {
          const whole = joined(gzip(cut(bytes, size), way));
          expect(new Uint8Array(gunzipSync(whole))).toEqual(bytes);
          expect(await unpacked(whole, { size })).toEqual(bytes);
          expect(await unpackedThere(whole, { size })).toEqual(bytes);
          expect(joined(gzip([bytes], way))).toEqual(whole);
        }
      }),
      { seed: 20_261_126, numRuns: 60 },
    );
    expect(Buffer.compare(execFileSync("gunzip", ["-c"], { input: packed }), words)).toBe(0);
  });

  test("is the same where it is longer than what is packed at a time, whoever cuts it where", () => {
    const long = utf8(Array.from({ length: 12_000 }, (_, i) => `you never answer ${i * 7919}`).join("\n"));
    for (const way of ["small", "fast", "stored"] as const) {
      const whole = joined(gzip([long], way));
      expect(new Uint8Array(gunzipSync(whole))).toEqual(long);
      for (const size of [1_001, 64 * 1024, 100_000]) expect(joined(gzip(cut(long, size), way))).toEqual(whole);
    }
  });

  test("has no name, no time, and the bytes that every machine gives it", () => {
    expect(Buffer.from(packed.subarray(0, 10)).toString("hex")).toBe("1f8b0800000000000003");
    expect(createHash("sha256").update(packed).digest("hex")).toMatchInlineSnapshot(
      `"62c378363872a0fb10ef6136dc4a719995f971ca521f75cc70aff9f3721f9ddc"`,
    );
  });

  test("is stored without growing by more than its frame", () => {
    expect(joined(gzip([words], "stored")).length).toBeLessThan(words.length + 100);
  });
});

describe("a file that is not one plain gzip member is refused, and says why", () => {
  const named = (flag: number, field: Uint8Array): Uint8Array =>
    joined([packed.subarray(0, 3), Uint8Array.of(flag), packed.subarray(4, 10), field, packed.subarray(10)]);
  const at = (place: number, byte: number): Uint8Array => packed.with(place, byte);

  test.each([
    ["nothing", new Uint8Array(), "is cut off"],
    ["no gzip", utf8("plain words"), "is no gzip file with a plain header"],
    ["a name in its header, which gunzip -N would take", named(8, utf8("../x\0")), "is no gzip file with a plain header"],
    ["a comment in its header", named(16, utf8("hidden\0")), "is no gzip file with a plain header"],
    ["a time in its header", at(4, 1), "is no gzip file with a plain header"],
    ["another system in its header", at(9, 0), "is no gzip file with a plain header"],
    ["its last byte cut off", packed.slice(0, -1), "is cut off"],
    ["its half cut off", packed.slice(0, packed.length / 2), "is cut off"],
    ["another checksum", at(packed.length - 8, (packed.at(-8) ?? 0) ^ 1), "is damaged, or other bytes follow it"],
    ["another length", at(packed.length - 4, (packed.at(-4) ?? 0) ^ 1), "is damaged, or other bytes follow it"],
    ["a second member behind it", joined([packed, gzipSync("more")]), "has other bytes behind its end"],
    ["an empty second member behind it", joined([packed, gzipSync("")]), "has other bytes behind its end"],
    ["noughts behind it, as tapes have them", joined([packed, new Uint8Array(512)]), "has other bytes behind its end"],
    ["a letter behind it", joined([packed, utf8("x")]), /behind its end|other bytes follow it/],
  ])("%s", async (_, bytes, why) => {
    for (const size of [1, 7, 1_000, 1e6]) {
      const found = await unpacked(bytes, { size });
      if (typeof why === "string" && size === 1e6) expect(found).toBe(why);
      else expect(found).toEqual(expect.any(String));
      expect(await unpackedThere(bytes, { size })).toEqual(expect.any(String));
    }
  });

  test("a bomb: it stops at the size it is told, having held only some megabytes", async () => {
    const bomb = gzipSync(Buffer.alloc(100e6));
    expect(bomb.length).toBeLessThan(110e3);
    let longest = 0;
    let given = 0;
    const read = async (): Promise<void> => {
      for await (const piece of gunzip(cutLater(bomb, 1e6), 32e6)) {
        longest = Math.max(longest, piece.length);
        given += piece.length;
      }
    };
    await expect(read()).rejects.toThrow("unpacks to more than such a file may");
    expect(given).toBeLessThanOrEqual(32e6);
    expect(longest).toBeLessThanOrEqual(64 * 1024);
  });

  test("exactly as much as it may is no bomb", async () => {
    const whole = await unpacked(packed, { most: words.length });
    expect(Buffer.compare(Buffer.from(whole), words)).toBe(0);
    expect(await unpacked(packed, { most: words.length - 1 })).toBe("unpacks to more than such a file may");
    expect(await unpackedThere(packed, { most: words.length })).toEqual(whole);
    expect(await unpackedThere(packed, { most: words.length - 1 })).toBe("unpacks to more than such a file may");
  });
});

describe("a packed file that lies somewhere", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("a bomb in it stops at the size it is told", async () => {
    const bomb = gzipSync(Buffer.alloc(100e6));
    expect(await unpackedThere(bomb, { most: 32e6 })).toMatch(/header|more than such a file may/);
    const plain = joined(gzip([new Uint8Array(100e6)], "fast"));
    expect(await unpackedThere(plain, { most: 32e6 })).toBe("unpacks to more than such a file may");
  });

  test("comes back, and is refused, the same where the engine unpacks nothing", async () => {
    vi.stubGlobal("DecompressionStream", undefined);
    Reflect.deleteProperty(globalThis, "DecompressionStream");
    expect(await unpackedThere(packed)).toEqual(await unpacked(packed));
    expect(await unpackedThere(packed.slice(0, -1))).toBe("is cut off");
  });

  test("what the disk throws is no fault of the file", async () => {
    const broken = new Error("the disk is gone");
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      if (start > 0 && start < packed.length - 8) throw broken;
      return packed.subarray(start, end);
    };
    await expect(gathered(gunzipSource({ name: "there", size: packed.length, read }, 1e9))).rejects.toBe(broken);
  });
});
