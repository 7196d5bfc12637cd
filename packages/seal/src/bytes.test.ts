import fc from "fast-check";
import { expect, test } from "vitest";
import {
  base64ToBytes,
  bytesToBase64,
  bytesToHex,
  bytesToRawBase64,
  bytesToText,
  concatBytes,
  hexToBytes,
  rawBase64ToBytes,
  sameBytes,
  textToBytes,
} from "./bytes.ts";

const seed = 20260101;

test("every byte string survives hexadecimal and base64, spelt as everybody spells them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(bytesToHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
      expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes);
      expect(rawBase64ToBytes(bytesToRawBase64(bytes))).toEqual(bytes);
    }),
    { seed },
  );
});

test("what base64 accepts is exactly what it writes", () => {
  const letters = fc.constantFrom(...Array.from("ABCDwxyz0189+/=-_ \n"));
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      const bytes = base64ToBytes(text);
      expect(bytes === undefined || bytesToBase64(bytes) === text).toBe(true);
      const raw = rawBase64ToBytes(text);
      expect(raw === undefined || bytesToRawBase64(raw) === text).toBe(true);
    }),
    { seed, numRuns: 5000 },
  );
});

test.each(["QQ", "QQ=", "QR==", "QUI", "QUJ=", "QQ==\n", " QQ==", "Q===", "====", "QQ==QQ==", "Q-==", "QUE=QUE="])(
  "a second spelling of base64 is refused: %j",
  (text) => {
    expect(base64ToBytes(text)).toBeUndefined();
  },
);

test.each(["QQ==", "QR", "QUJ=", "QUF", "A", "AAAAA", "QQ\n"])("a second spelling of base64 without padding is refused: %j", (text) => {
  expect(rawBase64ToBytes(text)).toBeUndefined();
});

test.each(["A", "AB", "0g", "abc", "0x00"])("a second spelling of hexadecimal is refused: %j", (text) => {
  expect(hexToBytes(text)).toBeUndefined();
});

test("bytes that are no UTF-8 are no text, and a byte-order mark is not lost", () => {
  expect(bytesToText(Uint8Array.of(0xff))).toBeUndefined();
  expect(bytesToText(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined();
  expect(bytesToText(textToBytes("\ufeffé"))).toBe("\ufeffé");
});

test("byte strings are the same only when each byte is", () => {
  expect(sameBytes(textToBytes("abc"), textToBytes("abc"))).toBe(true);
  expect(sameBytes(textToBytes("abc"), textToBytes("abd"))).toBe(false);
  expect(sameBytes(textToBytes("abc"), textToBytes("ab"))).toBe(false);
  expect(concatBytes(textToBytes("a"), new Uint8Array(0), textToBytes("bc"))).toEqual(textToBytes("abc"));
});
