/**
 * How long a passphrase takes to guess, by somebody who tries what people choose before what chance makes. Coarse, and rather too short than too long:
 * what she made up herself is counted as words, years and digits, each as likely as people use them.
 */

/** What a passphrase is made of, for the sentence about it. */
export type MadeOf = "chance" | "common" | "letters" | "word" | "word-year" | "word-number" | "words" | "digits" | "mixed";

/** How it is guessed. */
export interface Guess {
  readonly madeOf: MadeOf;
  /** How many there are to go through; half of them are tried before it is found. */
  readonly tries: number;
}

/** A word or a name that people choose: one of so many. Names, pets and clubs are tried first. */
const words = 1_000;
/** A year that means something. */
const years = 120;
/** A day of a year. */
const days = 366;
const letters = 26;
const signs = 33;

/** Guessed in less on one machine, there is a better way: a thousand years, in seconds. */
const weakBelow = 1_000 * 365.25 * 24 * 3_600;

/** Tried before anything else, on every device. */
const tried = new Set(
  "password passw0rd qwerty qwertyuiop letmein welcome iloveyou monkey dragon sunshine princess football liverpool arsenal chelsea charlie superman".split(
    " ",
  ),
);

/** How words that chance picked are guessed, by whoever knows the list. */
export function guessPicked(count: number, outOf: number): Guess {
  return { madeOf: "chance", tries: outOf ** count };
}

/** How something is guessed that somebody made up. Undefined of nothing. */
export function guessTyped(typed: string): Guess | undefined {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return undefined;
  const small = text.toLowerCase();
  if (tried.has(small.replace(/[\d!?.]+$/, "")) || /^(.)\1*$/su.test(small)) return { madeOf: "common", tries: 100 };
  const parts = small.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  const seen = new Set<string>();
  let tries = 1;
  for (const part of parts) {
    // What is said twice is guessed once.
    tries *= seen.has(part) ? 2 : triesFor(part);
    seen.add(part);
  }
  return { madeOf: madeOf(parts), tries };
}

/** Seconds until it is found, on average, at so many seconds a try. */
export function secondsToGuess({ tries }: Guess, secondsATry: number): number {
  return (tries / 2) * secondsATry;
}

/** Whether there is a better way. */
export function isWeak(guess: Guess, secondsATry: number): boolean {
  return secondsToGuess(guess, secondsATry) < weakBelow;
}

function triesFor(part: string): number {
  if (/^\p{L}/u.test(part)) {
    // Long runs of letters are words that stand together.
    const inRow = Math.max(1, Math.round(part.length / 7));
    return Math.min(letters ** part.length, words ** inRow);
  }
  if (!/^\p{N}/u.test(part)) return part.trim() === "" ? 1 : signs;
  if (/^(?:19|20)\d\d$/.test(part)) return years;
  if ("01234567890".includes(part) || "09876543210".includes(part)) return 10;
  return Math.min(10 ** part.length, part.length === 6 || part.length === 8 ? days * years : Infinity);
}

function madeOf(parts: readonly string[]): MadeOf {
  const spoken = parts.filter((part) => part.trim() !== "");
  const ofWords = spoken.filter((part) => /^\p{L}/u.test(part));
  const ofDigits = spoken.filter((part) => /^\p{N}/u.test(part));
  if (ofWords.length + ofDigits.length < spoken.length) return "mixed";
  if (ofWords.length === 0) return "digits";
  if (ofDigits.length === 0) return ofWords.length > 1 ? "words" : (ofWords[0]?.length ?? 0) < 4 ? "letters" : "word";
  if (ofWords.length > 1 || ofDigits.length > 1) return "mixed";
  return /^(?:19|20)\d\d$/.test(ofDigits[0] ?? "") ? "word-year" : "word-number";
}
