import { type Words, quoted, wordsOf } from "./words.ts";

/** Words and characters under a row of page 1: more would push the rows below off the page. */
const mostWords = 60;
const mostCharacters = 480;

/** The words of an act under its row. */
export interface WholeWords {
  /** Null where they are too long and nothing of them can stand alone. */
  readonly words: Words | null;
  readonly isWhole: boolean;
}

/**
 * The words whole, up to sixty; else from the first on to where a sentence ends, with how many more there are. It never ends before a word that
 * turns what was said ("but", "or", "unless").
 */
export function wholeWordsOf(text: string): WholeWords {
  const pieces = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, end: index + word.length }));
  if (pieces.length <= mostWords && text.trim().length <= mostCharacters) return { words: wordsOf(quoted(text)), isWhole: true };
  const kept = pieces
    .slice(0, mostWords)
    .findLastIndex(({ word, end }, i) => end <= mostCharacters && endsSentence(word) && !turns(pieces[i + 1]?.word ?? ""));
  const end = pieces[kept]?.end;
  if (end === undefined) return { words: null, isWhole: false };
  const more = pieces.length - kept - 1;
  return {
    words: wordsOf(`${quoted(`${text.slice(0, end)} …`)} (${more} ${more === 1 ? "word" : "words"} more)`),
    isWhole: false,
  };
}

/** Full stops that end no sentence: a title, single letters ("a.m."). */
const shortened = /^[(‘']?(?:mr|mrs|ms|dr|st|(?:\p{L}\.)*\p{L})\.$/iu;

function endsSentence(word: string): boolean {
  return /(?:[^.…]\.|[!?])[’'”")\]]*$/u.test(word) && !shortened.test(word);
}

/** Words with which what follows turns what came before; a dash may hide one. */
const turning = /^(?:but|or|otherwise|else|unless|if|until|till|except|only|yet|though|although|because|cos|not)\b/i;

function turns(word: string): boolean {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, "");
  return bare === "" || turning.test(bare);
}
