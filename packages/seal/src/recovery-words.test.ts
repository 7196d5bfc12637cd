import { execFileSync } from "node:child_process";
import { createHash, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { redact, reveal } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesToHex, hexToBytes } from "./bytes.ts";
import { identityFromBytes, recipientOf } from "./envelope.ts";
import { compareRecoveryWords, makeRecoveryWords, parseRecoveryWords, recoveryIdentity, recoveryWordSlips } from "./recovery-words.ts";
import { wordList } from "./word-list.ts";

interface Vectors {
  readonly words: readonly {
    readonly random: string;
    readonly check: number;
    readonly words: string;
    readonly secret: string;
    readonly identity: string;
    readonly recipient: string;
  }[];
  readonly typed: readonly { readonly typed: string; readonly words: string }[];
  readonly slips: readonly { readonly typed: string; readonly slip: object }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/vault-keys.json", import.meta.url), "utf8"));
const seed = 20261129;

function readAs(typed: string): unknown {
  const read = parseRecoveryWords(typed);
  return read.ok ? reveal(read.value) : read.error;
}

describe("the twelve words on her paper", () => {
  test("come from the bytes that the format names, and open what it names", async () => {
    for (const { random, words, identity, recipient } of vectors.words) {
      const made = makeRecoveryWords(() => hexToBytes(random) ?? new Uint8Array());
      expect(reveal(made)).toBe(words);
      expect(readAs(words)).toBe(words);
      expect(reveal(recoveryIdentity(made))).toBe(identity);
      expect(await recipientOf(recoveryIdentity(made))).toBe(recipient);
      const byTheTool = execFileSync("age-keygen", ["-y"], { input: `${identity}\n`, encoding: "utf8" });
      expect(byTheTool.trim()).toBe(recipient);
    }
    expect(() => makeRecoveryWords(() => new Uint8Array(15))).toThrow("16 bytes");
  });

  test("are worked out by the book: a number of 154 bits in twelve digits, and a key of HKDF", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const check = createHash("sha256").update("unmask recovery check").update(random).digest("hex");
        let value = (BigInt(`0x${bytesToHex(random)}`) << 26n) + (BigInt(`0x${check}`) >> 230n);
        const words: string[] = [];
        for (let at = 0; at < 12; at++) {
          words.unshift(wordList[Number(value % 7_423n)] ?? "");
          value /= 7_423n;
        }
        const made = makeRecoveryWords(() => random);
        expect(reveal(made)).toBe(words.join(" "));
        expect(`${String(made)} ${JSON.stringify(made)}`).toBe('<redacted> "<redacted>"');
        const secret = new Uint8Array(hkdfSync("sha256", random, "", "unmask recovery", 32));
        expect(reveal(recoveryIdentity(made))).toBe(reveal(identityFromBytes(secret)));
      }),
      { seed, numRuns: 100 },
    );
  });

  test("may be typed as they are pasted: numbered, in capitals, in two columns, with commas and hyphens", () => {
    expect(vectors.typed.length).toBeGreaterThan(6);
    for (const { typed, words } of vectors.typed) expect(readAs(typed)).toBe(words);
  });

  test("that hold a slip are told on the device, in words that say where to look", () => {
    const kinds = new Set(vectors.slips.map(({ slip }) => JSON.stringify(Object.entries(slip)[0])));
    expect(kinds.size).toBe(3);
    for (const { typed, slip } of vectors.slips) expect(readAs(typed)).toEqual(slip);
  });

  test("that hold several slips are told of all of them at once", () => {
    const words = (vectors.words[2]?.words ?? "").split(" ");
    const slips = recoveryWordSlips(
      words
        .with(3, "qqqqqq")
        .with(8, `${words[8] ?? ""}q`)
        .join(" "),
    );
    expect(slips.map(({ place, says }) => [place, says])).toEqual([
      [4, "Word 4 is not in the list of words."],
      [9, `Word 9 is not in the list of words. Did you mean ${words[8] ?? ""}?`],
    ]);
  });

  test("that nobody read open nothing", () => {
    expect(() => recoveryIdentity(redact("abacus ".repeat(12).trim()))).toThrow("not read");
    expect(() => recoveryIdentity(redact(""))).toThrow("not read");
  });

  test("are told word by word when they are typed back: fine, in no list, or not the one on the paper", () => {
    const paper = makeRecoveryWords(() => new Uint8Array(16).fill(7));
    const words = reveal(paper).split(" ");
    const other = wordList.find((word) => !words.includes(word)) ?? "";
    const isOf = (typed: string): readonly string[] => compareRecoveryWords(typed, paper).map(({ is }) => is);
    expect(new Set(isOf(words.join(", ")))).toEqual(new Set(["fine"]));
    expect(
      isOf(
        words
          .with(2, other)
          .with(5, `${words[5] ?? ""}zz`)
          .join(" "),
      ),
    ).toEqual(words.map((_, i) => (i === 2 ? "other" : i === 5 ? "unknown" : "fine")));
    const [, , , , , slip] = compareRecoveryWords(words.with(5, `${words[5] ?? ""}z`).join(" "), paper);
    expect(slip?.likely).toContain(words[5]);
    expect(isOf(words.slice(1).join(" "))).toEqual([]);
    const inColumns = [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11].map((i) => words[i]).join(" ");
    expect(new Set(isOf(inColumns))).toEqual(new Set(["fine"]));
  });
});
