import { readFileSync } from "node:fs";
import { reveal } from "@unmask/core";
import { argon2id, bytesToHex, hexToBytes, recipientOf } from "@unmask/seal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveMailbox, lookupHash, makeReceipt, parseReceiptWords, wordSlips } from "./receipt.ts";

interface Vectors {
  readonly receipts: readonly {
    readonly random: string;
    readonly words: string;
    readonly force: string;
    readonly lookup: string;
    readonly lookupHash: string;
    readonly identity: string;
    readonly recipient: string;
  }[];
  readonly typed: readonly { readonly typed: string; readonly words: string }[];
  readonly slips: readonly { readonly typed: string; readonly slip: object }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/submission.json", import.meta.url), "utf8"));
const seed = 20261127;
const secrets = fc.uint8Array({ minLength: 10, maxLength: 10 });

function readAs(typed: string): unknown {
  const read = parseReceiptWords(typed);
  return read.ok ? reveal(read.value) : read.error;
}

describe("the words of a receipt", () => {
  test("come from the bits that the format names, and are read back", () => {
    for (const { random, words } of vectors.receipts) {
      expect(reveal(makeReceipt(() => hexToBytes(random) ?? new Uint8Array()))).toBe(words);
      expect(readAs(words)).toBe(words);
    }
  });

  test("are those of any ten random bytes, seven of the list, and never printed by accident", () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const receipt = makeReceipt(() => secret);
        const words = reveal(receipt).split(" ");
        expect(words.length).toBe(7);
        expect(readAs(reveal(receipt))).toBe(reveal(receipt));
        expect(`${String(receipt)} ${JSON.stringify(receipt)}`).toBe('<redacted> "<redacted>"');
      }),
      { seed, numRuns: 300 },
    );
    expect(() => makeReceipt(() => new Uint8Array(9))).toThrow("10 bytes");
  });

  test("may be typed in capitals, numbered, with commas, hyphens and line breaks", () => {
    for (const { typed, words } of vectors.typed) expect(readAs(typed)).toBe(words);
  });

  test("that hold a slip are told on the device: how many, which word, what was meant, or that they do not belong together", () => {
    for (const { typed, slip } of vectors.slips) expect(readAs(typed)).toEqual(slip);
    expect(readAs("abacus ".repeat(1_000))).toMatchObject({ kind: "count" });
  });

  test("that hold several slips are told of all of them at once, each with the words that it may be", () => {
    const [whole = ""] = vectors.receipts.map(({ words }) => words);
    const words = whole.split(" ");
    const right = [words[1] ?? "", words[4] ?? ""];
    const wrong = words
      .with(1, `${right[0] ?? ""}q`)
      .with(4, `q${right[1] ?? ""}`)
      .with(5, "qqqqqqqqq");
    expect(wordSlips(wrong.join(" ")).map(({ place, likely }) => [place, likely.includes(words[place - 1] ?? "")])).toEqual([
      [2, true],
      [5, true],
      [6, false],
    ]);
    expect(wordSlips(whole)).toEqual([]);
    expect(wordSlips(words.slice(1).join(" "))).toEqual([]);
  });

  test("with swapped neighbours pass once in a thousand at most", () => {
    let passed = 0;
    fc.assert(
      fc.property(secrets, (secret) => {
        const [one = "", two = "", ...others] = reveal(makeReceipt(() => secret)).split(" ");
        if (one !== two && parseReceiptWords([two, one, ...others].join(" ")).ok) passed += 1;
      }),
      { seed, numRuns: 60 },
    );
    expect(passed).toBeLessThan(3);
  });
});

describe("what the words open", () => {
  test("is the mailbox that the format names, another at another force", async () => {
    const [vector] = vectors.receipts;
    const receipt = makeReceipt(() => hexToBytes(vector?.random ?? "") ?? new Uint8Array());
    const mailbox = await deriveMailbox(receipt, vector?.force ?? "", argon2id);
    const { lookup, identity } = mailbox;
    const opened = { lookup: bytesToHex(lookup), lookupHash: lookupHash(lookup), identity: reveal(identity) };
    expect({ ...opened, recipient: await recipientOf(identity) }).toEqual({ ...opened, ...pick(vector) });
  });

  test("comes from the dear hash with the cost and the salt that the format names", async () => {
    const asked: unknown[] = [];
    const receipt = makeReceipt(() => new Uint8Array(10));
    const answer = Uint8Array.from({ length: 64 }, (_, at) => at);
    const { lookup } = await deriveMailbox(receipt, "00".repeat(16), async (password, salt, cost) => {
      asked.push([new TextDecoder().decode(password), bytesToHex(salt), cost]);
      return answer;
    });
    expect(lookup).toEqual(answer.slice(0, 32));
    // printf 'unmask receipt00000000000000000000000000000000' | sha256sum | cut -c1-32
    expect(asked).toEqual([[reveal(receipt), saltOfZeros, { memory: 65_536, passes: 3, lanes: 1, size: 64 }]]);
  });
});

const saltOfZeros = "767ee5c84d4188a93c0d84f07b08fe58";

function pick(vector: Vectors["receipts"][number] | undefined): object {
  return { lookup: vector?.lookup, lookupHash: vector?.lookupHash, identity: vector?.identity, recipient: vector?.recipient };
}
