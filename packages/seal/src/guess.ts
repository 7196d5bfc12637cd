import { knownPhrases } from "./guess-phrases.ts";
import { commonNames, commonWords, smallWords, triedFirst } from "./guess-words.ts";

/**
 * How long a passphrase takes to guess, by somebody who tries what people choose before what chance makes, and who may know her. Coarse, and rather too
 * short than too long: what she typed is cut into pieces, each counted as one of what people put there, and of all ways to cut it the cheapest counts.
 */

/** What a passphrase is made of, for the sentence about it. */
export type MadeOf =
  | "chance"
  | "common"
  | "letters"
  | "word"
  | "word-year"
  | "word-number"
  | "words"
  | "names"
  | "phrase"
  | "row"
  | "date"
  | "digits"
  | "mixed";

/** How it is guessed. */
export interface Guess {
  readonly madeOf: MadeOf;
  /** How many there are to go through; half of them are tried before it is found. */
  readonly tries: number;
}

/** Signs that are looked at, against a paste that never ends; what stands behind them counts for nothing. */
const longest = 100;
/** Letters of one word at most. */
const longestWord = 24;

/** What everybody tries first. */
const tried = 10;
/** A name: those of people, pets and places that she knows, and he with her. */
const names = 50;
/** A word that holds sentences together. */
const small = 20;
const common = 300;
/** A word with a capital that is in no list: a name or a place, which he may know. */
const capital = 200;
/** Any other word of up to nine letters: no more than one by chance from a list of so many, so that such words are never counted as more than they are. */
const words = 2_048;
const wordLetters = 9;
/** For each letter of a word beyond that. */
const longerBy = 3;
/** Letters of one sort in a row that words have; with more it is no word, and each more counts as a letter. */
const soundsLikeWord = 5;
/** A line that many know, from any of its words to any other. Not less than one word, so that a word that stands in it alone is a word. */
const phrase = words;
/** Letters from which on a line is known again. */
const phraseLetters = 6;
/** A year that means something. */
const years = 120;
/** A day of a year, in the order of any country. */
const daysOfYear = 366 * 2;
const dates = 366 * years;
/** The number of a telephone: he may know it. */
const telephones = 1e6;
/** Digits that somebody keeps in mind belong to something: an account, a card, a number that everybody knows. */
const mostDigits = 1e10;
/** Keys that stand side by side: where it begins, and each turn. */
const walks = 50;
const turns = 4;
const shortestWalk = 4;
const shortestRow = 3;
/** What stood there before. */
const again = 4;
const shortestAgain = 4;
/** Digits and signs in the place of letters. */
const disguised = 8;
const letters = 26;
const signs = 33;

/** Guessed in less on one machine, there is a better way: a thousand years, in seconds. */
const weakBelow = 1_000 * 365.25 * 24 * 3_600;

/** How words that chance picked are guessed, by whoever knows the list. */
export function guessPicked(count: number, outOf: number): Guess {
  return { madeOf: "chance", tries: outOf ** count };
}

/** How something is guessed that somebody made up. Undefined of nothing. */
export function guessTyped(typed: string): Guess | undefined {
  // Without accents: they are tried with the letters below them.
  const written = [...typed.normalize("NFKD").replace(/\p{M}/gu, "").trim()].slice(0, longest);
  if (written.length === 0) return undefined;
  const text = readText(written);
  const pieces = cheapestPieces(text);
  return { madeOf: madeOf(text, pieces), tries: pieces.reduce((all, { tries }) => all * tries, 1) };
}

/** Seconds until it is found, on average, at so many seconds a try. */
export function secondsToGuess({ tries }: Guess, secondsATry: number): number {
  return (tries / 2) * secondsATry;
}

/** Whether there is a better way. */
export function isWeak(guess: Guess, secondsATry: number): boolean {
  return secondsToGuess(guess, secondsATry) < weakBelow;
}

/** What she typed, a sign each. */
interface Text {
  readonly written: readonly string[];
  /** The same in small letters. */
  readonly signs: readonly string[];
  /** The small letters in one string: some have two for one, and are then one that stands for any. */
  readonly line: string;
  /** It is of two words or more, and each begins with a capital. */
  readonly isCapitalised: boolean;
}

type Kind = "tried" | "name" | "word" | "phrase" | "row" | "year" | "date" | "digits" | "sign" | "gap";

/** A piece of it, up to a sign, as it is guessed. */
interface Piece {
  readonly end: number;
  readonly kind: Kind;
  readonly tries: number;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign);
const isDigit = (sign: string | undefined): boolean => sign !== undefined && /\p{N}/u.test(sign);

function readText(written: readonly string[]): Text {
  const small = written.map((sign) => sign.toLowerCase());
  const runs = written.join("").match(/\p{L}+/gu) ?? [];
  return {
    written,
    signs: small,
    line: small.map((sign) => (sign.length === 1 ? sign : "\u0001")).join(""),
    isCapitalised: runs.length > 1 && runs.every((run) => /^\p{Lu}\P{Lu}*$/u.test(run)),
  };
}

/** The cheapest way to cut it, from its first sign to its last. */
function cheapestPieces(text: Text): readonly Piece[] {
  const { length } = text.signs;
  const best: ({ readonly tries: number; readonly from: number; readonly piece: Piece } | undefined)[] = [];
  for (let at = 0; at < length; at++) {
    const before = at === 0 ? 1 : (best[at]?.tries ?? Infinity);
    for (const piece of piecesAt(at, text)) {
      const tries = before * piece.tries;
      if (tries < (best[piece.end]?.tries ?? Infinity)) best[piece.end] = { tries, from: at, piece };
    }
  }
  const pieces: Piece[] = [];
  for (let last = best[length]; last; last = best[last.from]) pieces.unshift(last.piece);
  return pieces;
}

/** All that can begin at a sign. The sign alone is always among them. */
function piecesAt(at: number, text: Text): readonly Piece[] {
  return [
    signAt(at, text),
    ...wordsAt(at, text),
    ...disguisesAt(at, text),
    ...phrasesAt(at, text),
    ...numbersAt(at, text),
    ...rowsAt(at, text),
    ...walksAt(at, text),
    ...againAt(at, text),
  ];
}

function signAt(at: number, { signs: all }: Text): Piece {
  const sign = all[at];
  const end = at + 1;
  if (isLetter(sign)) return { end, kind: "word", tries: letters };
  if (isDigit(sign)) return { end, kind: "digits", tries: 10 };
  // Between words anything may stand that joins words.
  if (sign !== undefined && /[\s\-_.]/.test(sign)) return { end, kind: "gap", tries: 1 };
  return { end, kind: "sign", tries: sign !== undefined && all.indexOf(sign) < at ? again : signs };
}

function wordsAt(at: number, { written, signs: all, isCapitalised }: Text): readonly Piece[] {
  const pieces: Piece[] = [];
  let word = "";
  let odd = 0;
  let alike = 0;
  for (let end = at + 1; end <= at + longestWord && isLetter(all[end - 1]); end++) {
    // A capital within it begins another word, unless all are capitals.
    if (end > at + 1 && isCapital(written[end - 1]) && !isCapital(written[end - 2])) break;
    const sign = all[end - 1] ?? "";
    word += sign;
    alike = end > at + 1 && isVowel(sign) === isVowel(all[end - 2] ?? "") ? alike + 1 : 1;
    if (alike > soundsLikeWord) odd += 1;
    const length = end - at;
    const known = triesForWord(word);
    const listed = isCapitalised ? names : isCapital(written[at]) ? capital : words;
    const unknown = listed * longerBy ** Math.max(0, length - wordLetters) * letters ** odd;
    if (known) pieces.push({ end, ...known });
    else if (length > 1) pieces.push({ end, kind: "word", tries: Math.min(letters ** length, unknown) });
  }
  return pieces;
}

const isCapital = (sign: string | undefined): boolean => sign !== undefined && /\p{Lu}/u.test(sign);
const isVowel = (sign: string): boolean => "aeiouy".includes(sign);

/** What a word costs that stands in a list. */
function triesForWord(word: string): Omit<Piece, "end"> | undefined {
  if (triedFirst.has(word)) return { kind: "tried", tries: tried };
  if (smallWords.has(word)) return { kind: "word", tries: small };
  if (commonNames.has(word)) return { kind: "name", tries: names };
  return commonWords.has(word) ? { kind: "word", tries: common } : undefined;
}

const disguises: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: "o", 1: "i", "!": "i", "|": "l", 3: "e", 4: "a", "@": "a", 5: "s", $: "s", 7: "t", 8: "b", 9: "g" }),
);

/** Words with digits and signs in the place of letters: "p4ssw0rd". */
function disguisesAt(at: number, { signs: all }: Text): readonly Piece[] {
  const pieces: Piece[] = [];
  let word = "";
  let disguisedHere = 0;
  for (let end = at + 1; end <= at + longestWord; end++) {
    const sign = all[end - 1];
    const meant = sign !== undefined && isLetter(sign) ? sign : disguises.get(sign ?? "");
    if (meant === undefined) break;
    if (meant !== sign) disguisedHere += 1;
    word += meant;
    if (disguisedHere === 0 || disguisedHere * 2 > end - at || end - at < shortestWalk) continue;
    const known = triesForWord(word) ?? triesForWord(word.replaceAll("i", "l"));
    if (known) pieces.push({ end, kind: known.kind, tries: known.tries * disguised });
  }
  return pieces;
}

/** Each line that many know, its letters alone, from each of its words on. */
const phraseEnds: readonly string[] = knownPhrases.flatMap((line) => {
  const all = line.split(" ");
  return all.map((_, i) => all.slice(i).join("")).filter((rest) => rest.length >= phraseLetters);
});

/** As much of a line as stands here, with one sign at most between two of its letters. */
function phrasesAt(at: number, { signs: all }: Text): readonly Piece[] {
  const here: { readonly sign: string; readonly end: number }[] = [];
  for (let i = at; isLetter(all[i]) || (isLetter(all[i - 1]) && isLetter(all[i + 1]) && !isDigit(all[i])); i++)
    if (isLetter(all[i])) here.push({ sign: all[i] ?? "", end: i + 1 });
  if (!isLetter(all[at])) return [];
  const matched = phraseEnds.reduce((most, line) => {
    let same = 0;
    while (same < line.length && here[same]?.sign === line[same]) same += 1;
    return Math.max(most, same);
  }, 0);
  return here.slice(phraseLetters - 1, matched).map(({ end }) => ({ end, kind: "phrase", tries: phrase }));
}

// Two digits before one, so that as much of a day is read as stands there.
const day = "(?:[12]\\d|3[01]|0?[1-9])";
const month = "(?:1[0-2]|0?[1-9])";
const twoOfDay = "(?:0[1-9]|[12]\\d|3[01])";
const twoOfMonth = "(?:0[1-9]|1[0-2])";
const year = "(?:19|20)\\d\\d";
const mark = "[\\s/.\\-]";

/** Numbers that mean something, the dearer first; each stands at the beginning of what is left. */
const numbers: readonly (readonly [RegExp, Kind, number])[] = [
  [new RegExp(`^${year}`), "year", years],
  [new RegExp(`^(?:${twoOfDay}${twoOfMonth}|${twoOfMonth}${twoOfDay})`), "date", daysOfYear],
  [new RegExp(`^(?:${twoOfDay}${twoOfMonth}|${twoOfMonth}${twoOfDay})\\d\\d`), "date", dates],
  [new RegExp(`^(?:${twoOfDay}${twoOfMonth}|${twoOfMonth}${twoOfDay})${year}`), "date", dates],
  [new RegExp(`^${year}${twoOfMonth}${twoOfDay}`), "date", dates],
  [new RegExp(`^(?:${day}${mark}${month}|${month}${mark}${day})`), "date", daysOfYear],
  [new RegExp(`^(?:${day}${mark}${month}|${month}${mark}${day})${mark}\\d{1,2}`), "date", dates],
  [new RegExp(`^(?:${day}${mark}${month}|${month}${mark}${day})${mark}\\d{1,4}`), "date", dates],
  [new RegExp(`^${year}${mark}${month}(?:${mark}${day})?`), "date", dates],
  [/^(?:0|44)\d{7,11}/, "digits", telephones],
];

function numbersAt(at: number, { line, signs: all }: Text): readonly Piece[] {
  if (!isDigit(all[at])) return [];
  const rest = line.slice(at);
  const meant = numbers.flatMap(([pattern, kind, tries]): readonly Piece[] => {
    const length = pattern.exec(rest)?.[0].length;
    return length === undefined ? [] : [{ end: at + length, kind, tries }];
  });
  const run = /^\d+/.exec(rest)?.[0].length ?? 0;
  const lengths = Array.from({ length: Math.max(0, run - 9) }, (_, i) => i + 10);
  return [...meant, ...lengths.map((length): Piece => ({ end: at + length, kind: "digits", tries: mostDigits }))];
}

/** "12345", "edcba", "777777". */
function rowsAt(at: number, { signs: all }: Text): readonly Piece[] {
  const pieces: Piece[] = [];
  const [first = "", second = ""] = all.slice(at, at + 2);
  const step = stepOf(first, second);
  if (Math.abs(step) > 1) return [];
  for (let end = at + 2; end <= all.length && stepOf(all[end - 2] ?? "", all[end - 1] ?? "") === step; end++)
    if (end - at >= shortestRow) pieces.push({ end, kind: "row", tries: 10 * (end - at) });
  return pieces;
}

/** From one sign to the next in the order of the alphabet or of numbers; after the nine comes the nought. */
function stepOf(one: string, next: string): number {
  if (one === "9" && next === "0") return 1;
  if (one === "0" && next === "9") return -1;
  return (next.codePointAt(0) ?? NaN) - (one.codePointAt(0) ?? NaN);
}

/** Where each key stands, in quarters of a key; each row stands to the right of the one above. */
const keys: ReadonlyMap<string, readonly [x: number, y: number]> = new Map(
  (["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"] as const).flatMap((row, y) =>
    [...row].map((key, x): [string, readonly [number, number]] => [key, [x * 4 + ([0, 2, 3, 5][y] ?? 0), y]]),
  ),
);

/** Keys side by side: "qwertz" goes on, "1qaz2wsx" turns. */
function walksAt(at: number, { signs: all }: Text): readonly Piece[] {
  const pieces: Piece[] = [];
  let turned = 0;
  let before = "";
  for (let end = at + 2; end <= all.length; end++) {
    const direction = directionOf(all[end - 2], all[end - 1]);
    if (direction === undefined) break;
    if (before !== "" && direction !== before) turned += 1;
    before = direction;
    if (end - at >= shortestWalk) pieces.push({ end, kind: "row", tries: walks * turns ** turned });
  }
  return pieces;
}

/** Undefined: the keys do not stand side by side. */
function directionOf(one: string | undefined, next: string | undefined): string | undefined {
  const [from, to] = [keys.get(one ?? ""), keys.get(next ?? "")];
  if (!from || !to) return undefined;
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  return Math.abs(x) > 4 || Math.abs(y) > 1 ? undefined : `${Math.sign(x)} ${y}`;
}

/** What stood there before stands there again, and may go on into itself: "abcabcabc". */
function againAt(at: number, { signs: all }: Text): readonly Piece[] {
  let most = 0;
  for (let from = 0; from < at; from++) {
    let same = 0;
    while (at + same < all.length && all[from + same] === all[at + same]) same += 1;
    most = Math.max(most, same);
  }
  const lengths = Array.from({ length: Math.max(0, most - shortestAgain + 1) }, (_, i) => shortestAgain + i);
  return lengths.map((length) => ({ end: at + length, kind: "row", tries: again }));
}

function madeOf({ written, isCapitalised }: Text, pieces: readonly Piece[]): MadeOf {
  const kinds = new Set(pieces.flatMap(({ kind }) => (kind === "gap" ? [] : [kind])));
  const isOf = (...some: readonly Kind[]): boolean => [...kinds].every((kind) => some.includes(kind));
  const isMostly = (kind: Kind): boolean => 2 * lengthOf(kind, pieces) >= written.length;
  const parts = written.join("").match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  const ofWords = parts.filter(isLetter);
  const ofDigits = parts.filter(isDigit);
  if (kinds.has("tried") && isOf("tried", "row", "digits", "year", "date", "sign")) return "common";
  if (isMostly("phrase")) return "phrase";
  if (isMostly("row")) return "row";
  if (isOf("date")) return "date";
  if (isOf("digits", "date", "year", "row")) return "digits";
  if (ofWords.length > 1 && (isCapitalised || isOf("name", "year", "date", "digits"))) return "names";
  if (ofWords.length + ofDigits.length < parts.length) return "mixed";
  if (ofDigits.length === 0) return ofWords.length > 1 ? "words" : (ofWords[0]?.length ?? 0) < 4 ? "letters" : "word";
  if (ofWords.length > 1 || ofDigits.length > 1) return "mixed";
  return /^(?:19|20)\d\d$/.test(ofDigits[0] ?? "") ? "word-year" : "word-number";
}

/** Signs that pieces of a kind take. */
function lengthOf(kind: Kind, pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece, i) => (piece.kind === kind ? sum + piece.end - (pieces[i - 1]?.end ?? 0) : sum), 0);
}
