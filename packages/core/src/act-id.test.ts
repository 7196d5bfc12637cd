import fc from "fast-check";
import { expect, test } from "vitest";
import { createActTally, utf8Text } from "./act-id.ts";

const idOf = (...fields: string[]) => createActTally().idOf("x", fields);

test("equal acts of one file are counted, and each file counts for itself", () => {
  const tally = createActTally();
  const ids = [0, 1, 2].map(() => tally.idOf("whatsapp", ["21:15", "sam", "hello"]));
  expect(ids.map((id) => id.slice(-2))).toEqual(["-1", "-2", "-3"]);
  expect(new Set(ids.map((id) => id.slice(0, -2))).size).toBe(1);
  expect(createActTally().idOf("whatsapp", ["21:15", "sam", "hello"])).toBe(ids[0]);
});

test("what is forgotten is counted afresh, however much there was", () => {
  for (const acts of [1, 63, 64, 65, 5000, 10_000]) {
    const tally = createActTally();
    const all = () => Array.from({ length: acts }, (_, i) => tally.idOf("x", [`message ${i}`]));
    const before = all();
    tally.forget();
    expect(all()).toEqual(before);
    expect(tally.idOf("x", ["message 0"]).endsWith("-2")).toBe(true);
  }
});

test("an id is the family, 32 hexadecimal digits and the count", () => {
  expect(idOf("a", "b")).toMatch(/^x-[0-9a-f]{32}-1$/);
});

test("fields do not run into each other", () => {
  const fields = [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"], ["abc", "", ""], ["c", "ab"]];
  expect(new Set(fields.map((one) => idOf(...one))).size).toBe(fields.length);
});

/** Half of a surrogate pair: no character, and any is as another. */
const half = /\p{Surrogate}/u;

test("text has the id of its bytes, wherever they stand", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.array(fc.constantFrom("\ud83d", "\ude00", "a", "é", "€"), { maxLength: 9 }).map((units) => units.join("")),
    fc.constantFrom(4095, 4096, 4097).map((units) => "€".repeat(units)),
  );
  fc.assert(
    fc.property(text, fc.nat({ max: 9 }), (written, at) => {
      const { view, to } = utf8Text(written);
      const file = new Uint8Array(at + to + 3).fill(0x61);
      file.set(new Uint8Array(view.buffer, view.byteOffset, to), at);
      const inFile = { view: new DataView(file.buffer), from: at, to: at + to };
      expect(createActTally().idOf("x", ["a", inFile])).toBe(idOf("a", written));
    }),
    { seed: 20261125, numRuns: 2000 },
  );
});

test("texts that differ in one character anywhere have different ids", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 0xffff }), (written, place, change) => {
      const at = place % written.length;
      const other = written.slice(0, at) + String.fromCharCode(written.charCodeAt(at) ^ change) + written.slice(at + 1);
      fc.pre(!half.test(written) && !half.test(other));
      expect(idOf(other)).not.toBe(idOf(written));
    }),
    { seed: 20261125, numRuns: 5000 },
  );
});

test("a quarter of a million like messages have a quarter of a million ids, each bit of them set half the time", () => {
  const tally = createActTally();
  const seen = new Set<string>();
  const ones = new Array<number>(128).fill(0);
  const count = 250_000;
  let counted = 0;
  for (let i = 0; i < count; i++) {
    const id = tally.idOf("x", [`2026-02-14 ${i % 1440}`, i % 2 === 0 ? "sam" : "me", `message ${i}`]);
    if (!id.endsWith("-1")) counted++; // One expectation for all: a quarter of a million would take longer than the ids.
    const hex = id.slice(2, 34);
    seen.add(hex);
    if (i % 25 === 0) countBits(hex, ones);
  }
  expect(counted).toBe(0);
  expect(seen.size).toBe(count);
  for (const [bit, set] of ones.entries()) expect(Math.abs(set / (count / 25) - 0.5), `bit ${bit}`).toBeLessThan(0.03);
});

function countBits(hex: string, ones: number[]): void {
  for (let digit = 0; digit < 32; digit++) {
    const value = Number.parseInt(hex.charAt(digit), 16);
    for (let bit = 0; bit < 4; bit++) if (value & (1 << bit)) ones[digit * 4 + bit] = (ones[digit * 4 + bit] ?? 0) + 1;
  }
}

test("halves of the hash do not repeat each other", () => {
  const ids = Array.from({ length: 5000 }, (_, i) => idOf(`m${i}`).slice(2, 34));
  for (const lane of [0, 8, 16, 24]) expect(new Set(ids.map((id) => id.slice(lane, lane + 8))).size).toBeGreaterThan(4990);
  for (const [a, b] of [[0, 8], [0, 16], [0, 24], [8, 16], [8, 24], [16, 24]] as const) {
    expect(ids.some((id) => id.slice(a, a + 8) === id.slice(b, b + 8))).toBe(false);
  }
}); // prettier-ignore
