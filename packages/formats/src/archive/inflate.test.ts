import fc from "fast-check";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { Inflate } from "pako/lib/inflate.js";
import { expect, test } from "vitest";
import { type Frame, createInflate, pieceSize } from "./inflate.ts";

/** What comes out of packed bytes that are handed over in pieces of so many. */
function unpacked(
  packed: Uint8Array,
  frame: Frame,
  size: number,
): { readonly bytes: Buffer; readonly state: string; readonly taken: number } {
  const inflate = createInflate(frame);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < packed.length; at += size) {
    for (const piece of inflate.push(packed.subarray(at, at + size))) {
      expect(piece.length).toBeLessThanOrEqual(pieceSize);
      pieces.push(piece);
    }
  }
  return { bytes: Buffer.concat(pieces), state: inflate.state(), taken: inflate.taken() };
}

const chunkSize = 65_536;

/** What zlib's own logic gives, as pako has it: all that is good. */
function byReferee(packed: Uint8Array, frame: "raw" | "gzip" | "zlib"): { readonly bytes: Buffer; readonly state: string } {
  const inflate = new Inflate(frame === "raw" ? { raw: true, chunkSize } : { windowBits: frame === "gzip" ? 31 : 15, chunkSize });
  const pieces: Uint8Array[] = [];
  inflate.onData = (piece) => void pieces.push(piece);
  inflate.push(packed);
  const { ended, err } = inflate;
  const { output, next_out } = inflate.strm;
  if (output && (!ended || err !== 0)) pieces.push(output.slice(0, next_out));
  return { bytes: Buffer.concat(pieces), state: ended ? (err === 0 ? "whole" : "damaged") : "open" };
}

const chat = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 60 }).map((text) => new TextEncoder().encode(text.repeat(300))),
      fc.integer({ min: 1, max: 90_000 }).map((size) => new Uint8Array(size).fill(size)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Buffer.concat([...parts, ...parts.toReversed()]));

const packedBy = { raw: deflateRawSync, gzip: gzipSync, zlib: deflateSync } as const;

test("what is whole comes back, however it was packed, framed and cut, and where it ends is known", () => {
  fc.assert(
    fc.property(
      chat,
      fc.constantFrom("raw", "gzip", "zlib"),
      fc.record({ level: fc.integer({ min: 0, max: 9 }), strategy: fc.integer({ min: 0, max: 4 }) }),
      fc.integer({ min: 1, max: 20_000 }),
      (bytes, frame, how, size) => {
        const packed = packedBy[frame](bytes, how);
        const { state, taken, ...out } = unpacked(Buffer.concat([packed, Buffer.from("behind it")]), frame, size);
        expect([state, taken]).toEqual(["whole", packed.length]);
        expect(out.bytes.equals(bytes)).toBe(true);
      },
    ),
    { seed: 20261129, numRuns: 150 },
  );
});

test("of what is changed or cut comes out what zlib finds good, to the byte, and no more is believed of it", () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    isNear: fc.boolean(),
    bit: fc.integer({ min: 0, max: 7 }),
  });
  fc.assert(
    fc.property(
      chat,
      fc.constantFrom("raw", "gzip", "zlib"),
      fc.array(change, { maxLength: 3 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.integer({ min: 1, max: 5_000 }),
      (bytes, frame, changes, part, size) => {
        const packed = packedBy[frame](bytes);
        for (const { at, isNear, bit } of changes) {
          const place = Math.floor(at * (isNear ? Math.min(60, packed.length) : packed.length));
          packed[place] = (packed[place] ?? 0) ^ (1 << bit);
        }
        const cut = packed.subarray(0, Math.ceil(Math.min(1, part) * packed.length));
        const out = unpacked(cut, frame, size);
        const referee = byReferee(cut, frame);
        expect(out.state).toBe(referee.state);
        expect(out.bytes.equals(referee.bytes)).toBe(true);
      },
    ),
    { seed: 20261129, numRuns: 600 },
  );
});

test("noise of every kind ends, as zlib ends it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (noise, size) => {
      const out = unpacked(noise, "raw", size);
      const referee = byReferee(noise, "raw");
      expect(out.state).toBe(referee.state);
      expect(out.bytes.equals(referee.bytes)).toBe(true);
      expect(["open", "whole", "damaged"]).toContain(unpacked(noise, "raw64", size).state);
    }),
    { seed: 20261129, numRuns: 1_500 },
  );
});

test("one gzip file behind the other is unpacked to all of them, and none reaches back into another", () => {
  const members = ["one ".repeat(9_000), "", "two ".repeat(50_000)];
  const packed = Buffer.concat(members.map((text) => gzipSync(text)));
  for (const size of [1, 100, 1e6]) {
    const out = unpacked(packed, "gzips", size);
    expect([out.bytes.toString(), out.state]).toEqual([members.join(""), "open"]);
    expect(unpacked(Buffer.concat([packed, new Uint8Array(9)]), "gzips", size)).toMatchObject({ bytes: out.bytes, state: "damaged" });
  }
  // The second begins with a copy of what stands before it, which is nothing.
  const reaching = Buffer.concat([gzipSync("abcabcabc").subarray(0, 10), Buffer.from("030200", "hex")]);
  expect(unpacked(Buffer.concat([gzipSync("x".repeat(99)), reaching]), "gzips", 7).bytes.toString()).toBe("x".repeat(99));
});
