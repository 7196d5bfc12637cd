import { endsSentence, foldRuns, turnsWords } from "@unmask/words";
import { isMostlyNotLatin } from "./printable.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Words and characters under a row of page 1: more would push the rows below off the page. */
const mostOfRow: Most = { words: 60, characters: 480 };

/** How much of a text has room. */
interface Most {
  readonly words: number;
  readonly characters: number;
}

/** The words of an act under its row. */
export interface WholeWords {
  /** Null where they are too long and nothing of them can stand alone. */
  readonly words: Words | null;
  readonly isWhole: boolean;
}

/**
 * The words whole, up to sixty or as many as are asked for; else from the first on to where a sentence ends, with how many more there are. It never
 * ends before a word that turns what was said ("but", "or", "unless"). Her own account and a stop of hers stand whole or not at all, because what
 * follows can take back the first sentence, or be the point.
 */
export function wholeWordsOf(
  wrote: string,
  { isWholeOrNone = false, most = mostOfRow }: { readonly isWholeOrNone?: boolean; readonly most?: Most } = {},
): WholeWords {
  const text = foldRuns(wrote);
  const note = noteOfScript(text);
  const pieces = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, end: index + word.length }));
  if (pieces.length <= most.words && text.trim().length <= most.characters)
    return { words: wordsOf(`${quoted(text)}${note}`), isWhole: true };
  const kept = pieces
    .slice(0, most.words)
    .findLastIndex(({ word, end }, i) => end <= most.characters && endsSentence(word) && !turns(pieces[i + 1]?.word ?? ""));
  const end = pieces[kept]?.end;
  if (end === undefined || isWholeOrNone) return { words: null, isWhole: false };
  const more = pieces.length - kept - 1;
  return {
    words: wordsOf(`${quoted(`${text.slice(0, end)} …`)} (${more} ${more === 1 ? "word" : "words"} more)${note}`),
    isWhole: false,
  };
}

/** Whether words, as they are printed, end with a stop of their own: then none stands behind their quotation mark. */
export function endsWithStop(text: string): boolean {
  return /[.!?…][”’"']?$/.test(text.trimEnd()) && noteOfScript(text) === "";
}

/** What stands behind the quotation of a text most letters of which are of another script than Latin: which language it is, nobody guesses. */
export function noteOfScript(text: string): string {
  return isMostlyNotLatin(text) ? " (not translated)" : "";
}

/** A dash may hide a word that turns. */
function turns(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word) || turnsWords(word);
}
