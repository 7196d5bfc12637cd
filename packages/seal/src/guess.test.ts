import fc from "fast-check";
import { expect, it } from "vitest";
import { type Guess, type MadeOf, guessPicked, guessTyped, isWeak, secondsToGuess } from "./guess.ts";
import { knownPhrases } from "./guess-phrases.ts";
import { commonNames, commonWords, smallWords, triedFirst } from "./guess-words.ts";
import { wordList } from "./word-list.ts";

const hour = 3_600;
const year = 365.25 * 24 * hour;
/** On a telephone of some years ago. */
const secondsATry = 0.3;
/** What one word that she chose counts at most: no sign that is added may cost more. */
const oneWord = 2_048;

/** How long it holds, as she would say it. */
type Band = "minutes" | "hours" | "months" | "years" | "long";

function bandOf(guess: Guess): Band {
  const seconds = secondsToGuess(guess, secondsATry);
  if (seconds < 10 * 60) return "minutes";
  if (seconds < 48 * hour) return "hours";
  if (seconds < 2 * year) return "months";
  return isWeak(guess, secondsATry) ? "years" : "long";
}

const table: readonly (readonly [typed: string, band: Band, madeOf: MadeOf])[] = [
  // What everybody tries, also in disguise.
  ["password", "minutes", "common"],
  ["Password1!", "minutes", "common"],
  ["p4ssw0rd", "minutes", "common"],
  ["P@ssw0rd2024", "hours", "common"],
  ["iloveyou", "minutes", "common"],
  ["liverpool2019", "minutes", "common"],
  ["drowssap", "minutes", "word"],
  // Rows of digits, of letters and of keys, and the same again.
  ["123456", "minutes", "row"],
  ["12345678901234567890", "minutes", "row"],
  ["987654321", "minutes", "row"],
  ["1234", "minutes", "row"],
  ["111111", "minutes", "row"],
  ["aaaaaaaaaaaaaaaaaaaa", "minutes", "row"],
  ["abcdefghijkl", "minutes", "row"],
  ["qwertyuiop", "minutes", "row"],
  ["QWERTYUIOP", "minutes", "row"],
  ["poiuytrewq", "minutes", "row"],
  ["asdfghjkl;", "minutes", "row"],
  ["zaq12wsx", "minutes", "row"],
  ["1q2w3e4r5t", "months", "row"],
  ["abcabcabcabc", "minutes", "row"],
  ["horse horse horse horse", "minutes", "row"],
  ["bananabananabanana", "minutes", "row"],
  // Days, years, numbers that belong to something.
  ["1985", "minutes", "digits"],
  ["1402", "minutes", "date"],
  ["14021985", "hours", "date"],
  ["14/02/1985", "hours", "date"],
  ["2.3.19", "hours", "digits"],
  ["1985-02-14", "hours", "date"],
  ["3 March 1985", "hours", "mixed"],
  ["07700900123", "hours", "digits"],
  ["4929718203640157", "years", "digits"],
  ["31415926535897932384", "years", "digits"],
  // Names: he may know them.
  ["Bella", "minutes", "word"],
  ["Hannah", "minutes", "word"],
  ["Bella1987", "hours", "word-year"],
  ["bella12", "hours", "word-number"],
  ["b3ll@!", "hours", "mixed"],
  ["Hannah Reyes", "minutes", "names"],
  ["Hannah Reyes Owen Pike", "months", "names"],
  ["hannah reyes owen pike", "months", "names"],
  ["HannahReyesOwenPike", "months", "word"],
  ["Siân Llewellyn Jones Rhys", "months", "names"],
  ["Tom Megan Alfie 2014", "months", "names"],
  ["Zebedee Quillan Marrow Tyne", "months", "names"],
  ["Purple Kettle Monday Lemon", "years", "names"],
  ["January February March April", "hours", "names"],
  // Lines that many know.
  ["correct horse battery staple", "minutes", "phrase"],
  ["Correct-Horse-Battery-Staple!", "hours", "phrase"],
  ["correcthorsebatterystaple", "minutes", "phrase"],
  ["to be or not to be", "minutes", "phrase"],
  ["ToBeOrNotToBe", "minutes", "phrase"],
  ["twinkle twinkle little star", "minutes", "phrase"],
  ["a stitch in time saves nine", "minutes", "phrase"],
  ["You'll never walk alone", "minutes", "phrase"],
  ["The early bird catches the worm!", "hours", "phrase"],
  ["somewhere over the rainbow 1", "hours", "phrase"],
  // Words that she chose: as many as there are, however long they are.
  ["bel", "minutes", "letters"],
  ["marmalade", "minutes", "word"],
  ["my old grey cat", "months", "words"],
  ["I love my sister Megan", "months", "words"],
  ["hen caravan ink Tuesday", "years", "words"],
  ["lamp river oyster quilt", "long", "words"],
  ["glimpse furnace walnut tepid", "long", "words"],
  // What a machine made.
  ["kX9$vQ2pLm!r", "long", "mixed"],
  ["hukqan-6tyxHo-vapqep", "long", "mixed"],
];

it.each(table)("of “%s” says that it holds for %s, and is made of: %s", (typed, band, madeOf) => {
  const guess = guessTyped(typed) ?? expect.fail("nothing was typed");
  expect([bandOf(guess), guess.madeOf]).toEqual([band, madeOf]);
});

it("four words by chance are millions of years, and the same words that she made up are less", () => {
  const strong = guessPicked(4, wordList.length);
  expect(secondsToGuess(strong, 0.27) / year).toBeGreaterThan(12_000_000);
  expect(guessTyped("glimpse furnace walnut tepid")?.tries).toBeLessThan(strong.tries);
  expect(guessTyped("  ")).toBeUndefined();
});

it("counts no word by chance as more than one of 2,048, so that no phrase from such a list is counted as more than it is", () => {
  const dearest = Math.max(...wordList.map((word) => guessTyped(word)?.tries ?? Infinity));
  expect(dearest).toBeLessThanOrEqual(oneWord);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...wordList), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(" ", "-", "."),
      (picked, between) => {
        expect(guessTyped(picked.join(between))?.tries).toBeLessThanOrEqual(oneWord ** picked.length);
      },
    ),
    { seed: 22 },
  );
});

it("is never weaker for one more sign by more than one word", () => {
  const piece = fc.oneof(
    fc.constantFrom(...knownPhrases, ...triedFirst),
    fc.constantFrom(...commonNames, ...commonWords, ...smallWords).map((word) => `${word} `),
    fc.constantFrom(
      "14/02/1985",
      "14021985",
      "1985-02-14",
      "07700900123",
      "qwertyuiop",
      "1qaz2wsx",
      "p4ssw0rd",
      "abcdef",
      "xkqzvjwm",
      "Zebra K",
    ),
    fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzAEHMRT"), maxLength: 9 }),
    fc.string({ unit: fc.constantFrom(..."0123456789/- "), maxLength: 12 }),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const typed = [...pieces.join("")].slice(0, 60);
      let before = 1;
      for (const [at] of typed.entries()) {
        const { tries } = guessTyped(typed.slice(0, at + 1).join("")) ?? { tries: 1 };
        expect(tries * oneWord).toBeGreaterThanOrEqual(before);
        before = tries;
      }
    }),
    { seed: 23, numRuns: 300 },
  );
});

it("whatever is typed has a cost that can be written, however long it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
      const guess = guessTyped(typed);
      expect(guess === undefined || (guess.tries >= 1 && Number.isFinite(guess.tries))).toBe(true);
    }),
    { seed: 21 },
  );
  expect(guessTyped("¿".repeat(100_000))?.madeOf).toBe("row");
  expect(Number.isFinite(guessTyped(Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x2190 + i)).join(""))?.tries)).toBe(true);
});
