import fc from "fast-check";
import { expect, it } from "vitest";
import { guessPicked, guessTyped, secondsToGuess } from "./guess.ts";

const hour = 3_600;
const year = 365.25 * 24 * hour;

it("a name and a year are some hours of guessing, and four words by chance are millions of years", () => {
  const weak = guessTyped("Bella1987");
  expect(weak?.madeOf).toBe("word-year");
  expect(weak && secondsToGuess(weak, 0.27) / hour).toBeCloseTo(4.5, 1);
  const strong = guessPicked(4, 7_423);
  expect(secondsToGuess(strong, 0.27) / year).toBeGreaterThan(12_000_000);
});

it("says of what it is made, and takes what everybody tries for nothing", () => {
  const madeOf = (typed: string): string | undefined => guessTyped(typed)?.madeOf;
  expect(["bella", "bel", "my old grey cat", "bella12", "12345", "b3ll@!", "password1", "aaaaaaaa"].map(madeOf)).toEqual([
    "word",
    "letters",
    "words",
    "word-number",
    "digits",
    "mixed",
    "common",
    "common",
  ]);
  expect(guessTyped("  ")).toBeUndefined();
  expect(guessTyped("12345678")?.tries).toBe(10);
});

it("is never dearer for a word said twice than for two words, and whatever is typed has a cost that can be written", () => {
  expect(guessTyped("horse horse")?.tries).toBeLessThan(guessTyped("horse stable")?.tries ?? 0);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
      const guess = guessTyped(typed);
      expect(guess === undefined ? typed.normalize("NFKC").trim() === "" : guess.tries >= 1 && Number.isFinite(guess.tries)).toBe(true);
    }),
    { seed: 21 },
  );
});
