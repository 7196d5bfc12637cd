import { reveal } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PaperWordsKind, bytesOfWords, paperWordSlips, readPaperWords, writePaperWords } from "./paper-words.ts";
import { wordList } from "./word-list.ts";

const seed = 20261129;
const known = new Set(wordList);
const base = BigInt(wordList.length);
const says = { saysCount: (count: number) => `Here are ${count}.`, saysCheck: "They do not fit." };
const seven: PaperWordsKind = { words: 7, bytes: 10, checkBits: 10, checkLabel: "unmask receipt check", ...says };
const twelve: PaperWordsKind = { words: 12, bytes: 16, checkBits: 26, checkLabel: "unmask recovery check", ...says };

const wordsOf = (bytes: Uint8Array, kind: PaperWordsKind): readonly string[] => reveal(writePaperWords(bytes, kind)).split(" ");
const bytesFor = (kind: PaperWordsKind) => fc.uint8Array({ minLength: kind.bytes, maxLength: kind.bytes });
function readAs(typed: string, kind: PaperWordsKind): unknown {
  const read = readPaperWords(typed, kind);
  return read.ok ? reveal(read.value.words) : read.error;
}

describe.each([
  ["seven words", seven],
  ["twelve words", twelve],
])("%s on paper", (_, kind) => {
  test("are words of the list and carry what they were made of, whatever bytes it is", () => {
    const extremes = [new Uint8Array(kind.bytes), new Uint8Array(kind.bytes).fill(255)];
    fc.assert(
      fc.property(fc.oneof(bytesFor(kind), fc.constantFrom(...extremes)), (bytes) => {
        const words = wordsOf(bytes, kind);
        expect(words).toHaveLength(kind.words);
        expect(words.every((word) => known.has(word))).toBe(true);
        const read = readPaperWords(words.join(" "), kind);
        expect(read.ok && reveal(read.value.bytes)).toEqual(bytes);
        expect(read.ok && reveal(read.value.words)).toBe(words.join(" "));
        expect(JSON.stringify(read)).not.toContain(words[0]);
      }),
      { seed, numRuns: 200 },
    );
    expect(() => writePaperWords(new Uint8Array(kind.bytes - 1), kind)).toThrow(`${kind.bytes} bytes`);
  });

  test("may be typed as anybody types them", () => {
    const typings: readonly ((words: readonly string[]) => string)[] = [
      (words) => words.join(" ").toUpperCase(),
      (words) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(",\r\n"),
      (words) => ` ${words.join("-")}. `,
      (words) => words.map((word, at) => `${at + 1}. ${word}`).join("\n"),
      (words) => words.map((word, at) => `${at + 1})${word}`).join("; "),
      (words) => words.map((word, at) => `${at + 1}\t${word}`).join("\t"),
      (words) => `“${words.join("”, “")}”`,
      (words) =>
        words.map((word) => Array.from(word, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).join("")).join("\u3000"),
      // Numbered, and copied in any order: the numbers say which is which.
      (words) =>
        words
          .map((word, at) => `${at + 1} ${word}`)
          .toReversed()
          .join("\n"),
      (words) =>
        words
          .map((word, at) => ({ word, at }))
          .sort((a, b) => (a.at % 4) - (b.at % 4))
          .map(({ word, at }) => `${at + 1}. ${word}`)
          .join("   "),
    ];
    fc.assert(
      fc.property(bytesFor(kind), fc.constantFrom(...typings), (bytes, typing) => {
        const words = wordsOf(bytes, kind);
        expect(readAs(typing(words), kind)).toBe(words.join(" "));
      }),
      { seed, numRuns: 200 },
    );
  });

  test("with one letter wrong are mended to what she has", () => {
    fc.assert(
      fc.property(bytesFor(kind), fc.nat(), fc.nat(8), (bytes, anyPlace, letter) => {
        const words = wordsOf(bytes, kind);
        const place = anyPlace % kind.words;
        const right = words[place] ?? "";
        const at = letter % right.length;
        const wrong = `${right.slice(0, at)}q${right.slice(at + 1)}`;
        fc.pre(!known.has(wrong));
        const slip = { kind: "word", place: place + 1, likely: expect.arrayContaining([right]) };
        expect(readAs(words.with(place, wrong).join(" "), kind)).toMatchObject(slip);
        expect(paperWordSlips(words.with(place, wrong).join(" "), kind)).toMatchObject([slip]);
      }),
      { seed, numRuns: 40 },
    );
  });

  test("are the only ones for what they carry: a number with a bit too many is refused, though its check fits", () => {
    const bytes = new Uint8Array(kind.bytes);
    const value = wordsOf(bytes, kind).reduce((sum, word) => sum * base + BigInt(wordList.indexOf(word)), 0n);
    const larger = value + (1n << BigInt(8 * kind.bytes + kind.checkBits));
    expect(larger).toBeLessThan(base ** BigInt(kind.words));
    const words = digitsOf(larger, kind.words).map((digit) => wordList[digit] ?? "");
    expect(bytesOfWords(words, kind)).toBeUndefined();
    expect(readAs(words.join(" "), kind)).toMatchObject({ kind: "check" });
  });

  test("that are too few, too many or no end of them are counted", () => {
    const words = wordsOf(new Uint8Array(kind.bytes).fill(7), kind);
    for (const typed of ["", words.slice(1).join(" "), [...words, "abacus"].join(" ")]) {
      const count = typed === "" ? 0 : typed.split(" ").length;
      expect(readAs(typed, kind)).toEqual({ kind: "count", count, says: `Here are ${count}.` });
      expect(paperWordSlips(typed, kind)).toEqual([]);
    }
    expect(readAs("abacus ".repeat(1_000), kind)).toMatchObject({ kind: "count", count: 0 });
  });
});

describe("twelve words, whose check is long", () => {
  test("open nothing with any single word taken for another", () => {
    const words = wordsOf(
      Uint8Array.from({ length: 16 }, (_, at) => at),
      twelve,
    );
    expect(bytesOfWords(words, twelve)).toBeDefined();
    for (let place = 0; place < 12; place++) {
      const passing = wordList.filter((other) => other !== words[place] && bytesOfWords(words.with(place, other), twelve) !== undefined);
      expect([place, ...passing]).toEqual([place]);
    }
  });

  test("tell two that stand in each other's place, and which two", () => {
    fc.assert(
      fc.property(bytesFor(twelve), fc.nat(11), fc.nat(11), (bytes, a, b) => {
        const words = wordsOf(bytes, twelve);
        const [one, other] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(words[one] !== words[other]);
        const swapped = words.with(one, words[other] ?? "").with(other, words[one] ?? "");
        const says = `They do not fit. They fit when words ${one + 1} and ${other + 1} change places. Are they so on your paper?`;
        expect(readAs(swapped.join(" "), twelve)).toEqual({ kind: "check", places: [one + 1, other + 1], says });
      }),
      { seed, numRuns: 60 },
    );
  });

  test("tell which word was taken for one that looks like it", () => {
    let told = 0;
    fc.assert(
      fc.property(bytesFor(twelve), fc.nat(11), (bytes, place) => {
        const words = wordsOf(bytes, twelve);
        const right = words[place] ?? "";
        const wrong = wordList.find((word) => word !== right && word.length === right.length && differsOnce(word, right));
        if (wrong === undefined) return;
        told++;
        expect(readAs(words.with(place, wrong).join(" "), twelve)).toEqual({
          kind: "check",
          places: [place + 1],
          says: `They do not fit. They fit when word ${place + 1} is ${right}. Is it so on your paper?`,
        });
      }),
      { seed, numRuns: 60 },
    );
    expect(told).toBeGreaterThan(5);
  });

  test("that were copied across columns without their numbers are put in order", () => {
    fc.assert(
      fc.property(bytesFor(twelve), fc.constantFrom(2, 3, 4, 6), (bytes, columns) => {
        const words = wordsOf(bytes, twelve);
        const rows = 12 / columns;
        const across = Array.from({ length: 12 }, (_, at) => words[(at % columns) * rows + Math.floor(at / columns)] ?? "");
        expect(readAs(across.join(" "), twelve)).toBe(words.join(" "));
        const [first = ""] = across;
        expect(readAs([`${first}q`, ...across.slice(1)].join(" "), twelve)).toMatchObject({ kind: "word", place: 1, likely: [first] });
      }),
      { seed, numRuns: 40 },
    );
  });

  test("that were made up are not guessed at", () => {
    const made = "abacus abide acacia accent acorn actor acute adapt agent alarm album alibi"
      .split(" ")
      .map((word) => (known.has(word) ? word : "abacus"));
    expect(readAs(made.join(" "), twelve)).toEqual({ kind: "check", says: "They do not fit." });
  });
});

test("seven words, whose check is short, are never guessed at", () => {
  const [one = "", two = "", ...others] = wordsOf(
    Uint8Array.from({ length: 10 }, (_, at) => at + 1),
    seven,
  );
  expect(readAs([two, one, ...others].join(" "), seven)).toEqual({ kind: "check", says: "They do not fit." });
});

function digitsOf(value: bigint, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Number((value / base ** BigInt(count - 1 - at)) % base));
}

function differsOnce(one: string, other: string): boolean {
  return Array.from(one).filter((letter, at) => letter !== other[at]).length === 1;
}
