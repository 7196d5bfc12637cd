import { expect, test } from "vitest";
import { packWords } from "../../vite-words.ts";
import { growWords } from "./grow-words.ts";

test("words grow from what they were packed into, and only from that", () => {
  const words = ["abacus", "abdomen", "abdominal", "ability", "zoom", "zz"];
  const packed = packWords(words);
  expect(growWords(packed)).toEqual(words);
  expect(growWords(packWords([]))).toEqual([]);
  expect(growWords(packWords(words.slice(1)))).toEqual(words.slice(1));
});

test("half of a packed list is refused, not read for ever", () => {
  expect(() => growWords(packWords(["abacus", "abdomen", "abdominal"]).slice(0, 8))).toThrow(/not whole/);
});

test("every engine grows the same words: these bytes are what they were when they were first packed", () => {
  expect(packWords(["abacus", "abdomen", "abdominal"])).toBe("931/WKHUvGdWLIWsVa1//w==");
});
