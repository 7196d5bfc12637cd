import { endsSentence, tellsByHearsay, turnsWords } from "@unmask/words";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Words and characters under a row of page 1: more would push the rows below off the page. */
const mostWords = 60;
const mostCharacters = 480;
/** What is left out is read so far: a mail of many megabytes must not be walked for a row. */
const longestRead = 20_000;

/** The words of an act under its row. */
export interface WholeWords {
  /** Null where they are too long and nothing of them can stand alone. */
  readonly words: Words | null;
  readonly isWhole: boolean;
}

/**
 * The words whole, up to sixty; else from the first on to where a sentence ends, with how many more there are. It never ends before a word that
 * turns what was said ("but", "or", "unless"), and of her own account nothing is left out that says who told or saw it.
 */
export function wholeWordsOf(text: string, isOwnAccount: boolean = false): WholeWords {
  const pieces = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, end: index + word.length }));
  if (pieces.length <= mostWords && text.trim().length <= mostCharacters) return { words: wordsOf(quoted(text)), isWhole: true };
  const kept = pieces
    .slice(0, mostWords)
    .findLastIndex(({ word, end }, i) => end <= mostCharacters && endsSentence(word) && !turns(pieces[i + 1]?.word ?? ""));
  const end = pieces[kept]?.end;
  if (end === undefined || (isOwnAccount && tellsByHearsay(text.slice(end, end + longestRead)))) return { words: null, isWhole: false };
  const more = pieces.length - kept - 1;
  return {
    words: wordsOf(`${quoted(`${text.slice(0, end)} …`)} (${more} ${more === 1 ? "word" : "words"} more)`),
    isWhole: false,
  };
}

/** Whether words end with a stop of their own: then none stands behind their quotation mark. */
export function endsWithStop(text: string): boolean {
  return /[.!?…]$/.test(text.trimEnd());
}

/** A dash may hide a word that turns. */
function turns(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word) || turnsWords(word);
}
