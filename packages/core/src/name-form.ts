import { type Persona, normalName } from "./identity.ts";
import { normalForm } from "./normal-form.ts";

/**
 * Anybody can give an account a name that prints as hers: with a sign in it that nobody sees, with wide letters, with two blanks, with a letter of
 * another script. Such a name is another name, and never counts as hers by itself: his threat would be printed as her words.
 *
 * [Note: Joiners that are spelling] U+200C and U+200D between letters that are not Latin are spelling in Persian and Indic scripts, U+200D joins emoji.
 */

/** What `normalName` leaves out or takes for a blank although it is another sign, but for a joiner behind what is neither Latin nor ASCII. */
const unseen =
  /(?<![^\u0000-\u02FF\u200B-\u200F])[\u200C\u200D]|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[\t\n\v\f\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F]/gu;
/** What shows nothing in a name, whether names are compared without it or not. A joiner and the look of an emoji stay. */
const unseenInPrint = /(?![\u200C\u200D\uFE0E\uFE0F])[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u2800\u3164\uFFA0]/gu;
/** WhatsApp puts `~` and a narrow blank before a name that is in no address book. */
const notSaved = /^~[\u00A0\u202F]/;

/**
 * The comparing form of a bare name, which is all that a source shows of somebody: as `normalName`, but what that folds away and a reader cannot see
 * stays, as `[u+200b]` and `[2 blanks]`, and so do wide and styled letters. So it can be typed as it is printed.
 */
export function nameForm(text: string): string {
  const written = normalForm(text.trim(), "NFC").replace(notSaved, "~ ");
  const marked = withCodes(written);
  return marked === written && normalForm(written, "NFKC") === written ? normalName(text) : marked.toLowerCase();
}

/** A name as it is shown: what cannot be seen in it, and a letter that only looks like those beside it, as its code. */
export function markedName(name: string): string {
  return withCodes(name.replace(notSaved, "~ ")).replace(mixedWord, (word) =>
    /\p{Script=Latin}/u.test(word) ? word.replace(lookAlike, codeOf) : word,
  );
}

function withCodes(name: string): string {
  if (/^(?!.*  )[\x20-\x7E]*$/.test(name)) return name;
  return name
    .replace(unseen, codeOf)
    .replace(unseenInPrint, codeOf)
    .replace(/(?<=\S) {2,}(?=\S)/g, (blanks) => `[${blanks.length} blanks]`);
}

const mixedWord = /[\p{L}\p{M}]+/gu;
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/gu;

function codeOf(signs: string): string {
  return Array.from(signs, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`).join("");
}

/** Letters of Cyrillic and Greek, beside those of Latin that they look like. */
const latinOf = new Map(
  ["аa", "вb", "еe", "ѕs", "іi", "јj", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "ԁd", "ӏl", "ԛq", "ԝw", "αa", "εe", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ɡg", "ıi"].map(
    ([from = "", to = ""]) => [from, to] as const,
  ),
); // prettier-ignore

/** Whether a bare name is none of a person's and prints as one of them: asked about, and counted for nobody. */
export function isSpelledLike({ normals }: Pick<Persona, "normals">, wrote: string): boolean {
  const form = nameForm(wrote);
  if (normals.has(form)) return false;
  const folded = normalName(wrote.replace(unseenInPrint, "").replace(/[\u200C\u200D]/g, ""));
  return normals.has(folded) || normals.has(Array.from(folded, (letter) => latinOf.get(letter) ?? letter).join(""));
}
