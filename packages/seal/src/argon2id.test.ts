import { argon2id as argon2idByTheBook } from "@noble/hashes/argon2.js";
import { describe, expect, test } from "vitest";
import { argon2id } from "./argon2id.ts";
import { bytesToHex, textToBytes } from "./bytes.ts";

const password = new Uint8Array(32).fill(1);
const salt = new Uint8Array(16).fill(2);

describe("what makes each guess at her words dear", () => {
  test("gives the published answers of the reference implementation, version 1.3", async () => {
    const answers = [
      { lanes: 1, says: "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe" },
      { lanes: 2, says: "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037" },
    ];
    for (const { lanes, says } of answers) {
      const cost = { memory: 256, passes: 2, lanes, size: 32 };
      expect(bytesToHex(await argon2id(textToBytes("password"), textToBytes("somesalt"), cost))).toBe(says);
    }
  });

  test("agrees with a second implementation, which gives the answer of RFC 9106 section 5.3", async () => {
    const rfc = { t: 3, m: 32, p: 4, dkLen: 32 };
    const whole = { ...rfc, key: new Uint8Array(8).fill(3), personalization: new Uint8Array(12).fill(4) };
    expect(bytesToHex(argon2idByTheBook(password, salt, whole))).toBe("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    for (const size of [32, 64]) {
      const cost = { memory: 32, passes: 3, lanes: 4, size };
      expect(await argon2id(password, salt, cost)).toEqual(argon2idByTheBook(password, salt, { ...rfc, dkLen: size }));
    }
  });

  test("agrees with the second implementation at every small cost, whatever is hashed", async () => {
    const [lanesOf, passesOf, memories] = [
      [1, 2, 3, 4],
      [1, 2, 5],
      [32, 33, 47, 64, 255],
    ];
    let tried = 0;
    for (const lanes of lanesOf) {
      for (const passes of passesOf) {
        for (const memory of memories) {
          const typed = textToBytes("x".repeat(1 + ((tried * 37) % 130)));
          const ofSalt = Uint8Array.from({ length: 8 + (tried % 25) }, (_, at) => at + tried);
          const size = [4, 31, 32, 64, 65, 100][tried % 6] ?? 32;
          const byTheBook = argon2idByTheBook(typed, ofSalt, { t: passes, m: memory, p: lanes, dkLen: size });
          expect([memory, passes, lanes, await argon2id(typed, ofSalt, { memory, passes, lanes, size })]).toEqual([
            memory,
            passes,
            lanes,
            byTheBook,
          ]);
          tried++;
        }
      }
    }
    expect(tried).toBe(60);
  });
});
