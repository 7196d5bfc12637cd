import { readFileSync } from "node:fs";
import { coverForm, parseSha256 } from "@unmask/core";
import { createIdentity, openWhole, recipientOf, sealWhole, sha256HexOf, textToBytes } from "@unmask/seal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Letter, isSameMailbox, letterSizes, sealedLetterSizes, writeLetter } from "./letter.ts";
import { parseLetterFile, readLetter } from "./read-letter.ts";

interface Vectors {
  readonly sealedLetterSizes: readonly number[];
  readonly files: readonly { readonly name: string; readonly file: string; readonly said: object }[];
  readonly refusedFiles: readonly { readonly name: string; readonly file: string; readonly error: string }[];
  readonly letters: readonly { readonly name: string; readonly json: string; readonly size: number; readonly sha256: string }[];
  readonly answers: readonly {
    readonly name: string;
    readonly report: Letter["mailbox"];
    readonly answer: Letter["mailbox"];
    readonly belongs: boolean;
  }[];
  readonly refusedLetters: readonly { readonly name: string; readonly json: string; readonly error: string }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/submission.json", import.meta.url), "utf8"));

const plain: Letter = {
  letter: "0123456789abcdef0123456789abcdef",
  force: "00112233445566778899aabbccddeeff",
  kind: "report",
  written: { year: 2026, month: 11, day: 27, hour: 13, minute: 5 },
  mailbox: { recipient: await recipientOf(await createIdentity()), lookup: parseSha256("5".repeat(64)) ?? expect.fail() },
  packs: [],
};

function padded(json: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set(textToBytes(json));
  return bytes;
}

function mustRead(bytes: Uint8Array): Letter {
  const read = readLetter(bytes);
  return read.ok ? read.value : expect.fail(read.error);
}

function mustWrite(letter: Letter): Uint8Array {
  const written = writeLetter(letter);
  return written.ok ? written.value : expect.fail(written.error);
}

describe("a letter", () => {
  test("is the bytes that the format names, and the same when it is written again", () => {
    for (const { json, size, sha256 } of vectors.letters) {
      const bytes = padded(json, size);
      expect(sha256HexOf(bytes)).toBe(sha256);
      expect(sha256HexOf(mustWrite(mustRead(bytes)))).toBe(sha256);
    }
  });

  test("answers the report that named the same recipient and the same lookup, and no other", () => {
    expect(vectors.answers.map(({ belongs }) => belongs)).toEqual([true, false, false, false]);
    for (const { report, answer, belongs } of vectors.answers) expect(isSameMailbox(report, answer)).toBe(belongs);
  });

  test("that is none is refused, and the refusal says where, never what", () => {
    for (const { json, error } of vectors.refusedLetters) expect(readLetter(padded(json, 16_384))).toEqual({ ok: false, error });
  });

  test("is padded with blanks alone, to the smallest size that holds it", () => {
    const bytes = mustWrite(plain);
    expect(bytes.length).toBe(letterSizes[0]);
    const [json = ""] = new TextDecoder().decode(bytes).split(/ +$/);
    expect(readLetter(padded(json, 65_536)).ok).toBe(false);
    expect(readLetter(bytes.slice(0, -1)).ok).toBe(false);
    for (const other of [0x00, 0x0a, 0x21, 0xff]) expect(readLetter(bytes.with(bytes.length - 1, other)).ok).toBe(false);
    expect(readLetter(new Uint8Array(16_384).fill(0x20)).ok).toBe(false);
    expect(readLetter(new Uint8Array(0)).ok).toBe(false);
  });

  test("sealed to one recipient has one of three sizes, and no flipped byte of it opens", async () => {
    expect(sealedLetterSizes).toEqual(vectors.sealedLetterSizes);
    const identity = await createIdentity();
    const sizes = [];
    for (const account of ["a", "a".repeat(20_000), "é".repeat(90_000)]) {
      const sealed = await sealWhole(mustWrite({ ...plain, account }), { recipients: [await recipientOf(identity)] });
      sizes.push(sealed.length);
      for (const at of [30, 100, 170, 190, 5_000, sealed.length - 1]) {
        const flipped = sealed.with(at, (sealed[at] ?? 0) ^ 1);
        expect((await openWhole(flipped, { identities: [identity] })).ok).toBe(false);
      }
    }
    expect(sizes).toEqual(sealedLetterSizes);
  });

  test("that is too long is refused with what to shorten", () => {
    const written = writeLetter({ ...plain, account: "ж".repeat(140_000) });
    expect(written).toEqual({ ok: false, error: expect.stringContaining("shorten account") });
  });

  test("holds whatever words she writes", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map((text) => `x${text}`);
    fc.assert(
      fc.property(words, fc.boolean(), (text, anonymous) => {
        const letter: Letter = { ...plain, account: text, anonymous };
        expect(mustRead(mustWrite(letter))).toEqual(letter);
      }),
      { seed: 20261127 },
    );
  });

  test("that was damaged anywhere is refused or reads as another, and never throws", () => {
    const bytes = padded(vectors.letters.at(-1)?.json ?? "", 16_384);
    const before = mustRead(bytes);
    fc.assert(
      fc.property(fc.nat(2_400), fc.integer({ min: 1, max: 255 }), (at, xor) => {
        const read = readLetter(bytes.with(at, (bytes[at] ?? 0) ^ xor));
        if (read.ok) expect(read.value).not.toEqual(before);
      }),
      { seed: 20261127, numRuns: 1_000 },
    );
  });
});

describe("what she wrote down for a letter", () => {
  test("is taken field by field, and what is missing is unsaid", () => {
    for (const { file, said } of vectors.files) {
      const read = parseLetterFile(file);
      if (!read.ok) return expect.fail(read.error);
      const document: object = JSON.parse(new TextDecoder().decode(mustWrite({ ...plain, ...read.value })));
      expect(document).toMatchObject(said);
      const frame = ["version", "letter", "force", "kind", "written", "mailbox", "packs"];
      expect(Object.keys(document).filter((key) => !frame.includes(key))).toEqual(Object.keys(said));
    }
    expect(parseLetterFile("{}")).toEqual({ ok: true, value: {} });
  });

  test("takes danger in one word or as the answer of the cover", () => {
    expect(parseLetterFile('{ "danger": "now" }')).toEqual({ ok: true, value: { danger: "now" } });
    const read = parseLetterFile('{ "danger": { "answer": "yes", "asked": "2026-10-04T20:31" } }');
    expect(read.ok && [read.value.danger, coverForm(read.value.cover ?? {})]).toMatchObject([undefined, { danger: { answer: "yes" } }]);
  });

  test("is refused with the name of what is wrong", () => {
    for (const { file, error } of vectors.refusedFiles) expect(parseLetterFile(file)).toEqual({ ok: false, error });
    expect(parseLetterFile("no JSON").ok).toBe(false);
    expect(parseLetterFile("[]").ok).toBe(false);
    expect(parseLetterFile('{ "name": "a", "name": "b" }').ok).toBe(false);
  });
});
