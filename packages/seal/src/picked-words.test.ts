import { reveal } from "@unmask/core";
import { expect, test } from "vitest";
import { pickWords, wordsToPickFrom } from "./picked-words.ts";
import { wordList } from "./word-list.ts";

/** Every pair of bytes once, in order. */
function everyPair(): (size: number) => Uint8Array {
  let next = 0;
  return () => {
    const pair = Uint8Array.of(next >> 8, next & 0xff);
    next = (next + 1) % 65_536;
    return pair;
  };
}

test("of every draw that chance can make each word comes up as often as every other", () => {
  const times = Math.floor(65_536 / wordList.length);
  const drawn = reveal(pickWords(times * wordList.length, everyPair())).split(" ");
  const counts = new Map<string, number>();
  for (const word of drawn) counts.set(word, (counts.get(word) ?? 0) + 1);
  expect(counts.size).toBe(wordsToPickFrom);
  expect(new Set(counts.values())).toEqual(new Set([times]));
});

test("a draw that would favour the first words is made again", () => {
  const draws = [Uint8Array.of(0xff, 0xff), Uint8Array.of(0, 1), Uint8Array.of(0, 0)];
  expect(reveal(pickWords(2, () => draws.shift() ?? new Uint8Array(2)))).toBe(`${wordList[1]} ${wordList[0]}`);
});
