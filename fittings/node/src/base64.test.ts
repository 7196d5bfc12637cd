import fc from "fast-check";
import { expect, test } from "vitest";
import { base64ToBytes } from "@unmask/seal";
import { nativeBase64ToBytes } from "./base64.ts";

const seed = 20261127;

test("a letter is read as every other reader of base64 here reads it, or refused as there", () => {
  const letters = fc.constantFrom(...Array.from("ABCDwxyz0189+/=-_ \né"));
  const bytes = fc.uint8Array({ maxLength: 100 }).map((one) => Buffer.from(one).toString("base64"));
  fc.assert(
    fc.property(fc.oneof(bytes, fc.string({ unit: letters, maxLength: 12 })), (text) => {
      const [native, ours] = [nativeBase64ToBytes(text), base64ToBytes(text)];
      expect(native && new Uint8Array(native)).toEqual(ours);
    }),
    { seed, numRuns: 5000 },
  );
});

test.each(["QQ", "QQ=", "QR==", "QUI", "QUJ=", "QQ==\n", " QQ==", "Q===", "====", "QQ==QQ==", "Q-==", "QUE=QUE="])(
  "a second spelling of base64 is refused: %j",
  (text) => {
    expect(nativeBase64ToBytes(text)).toBeUndefined();
  },
);
