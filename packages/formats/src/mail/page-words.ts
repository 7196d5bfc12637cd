import { normalForm } from "@unmask/core";

/**
 * A mail is often written twice, as plain text and as a page, of which a reader sees one. Programs make the one from the other, so that both say
 * the same in another layout; but nothing forces them to.
 */

/** Characters looked at in search of the lines of a page, for each character of both: against a page of lines in the worst order. */
const mostLookedAt = 256;

/** Fewest words of a line in which blanks may stand elsewhere: of a shorter one, "the rapist", they make another word. */
const fewestJoined = 4;

/** What stands in plain text where the page shows a picture. */
const pictures = /\[(?:image|cid):[^\]]{0,300}\]/gi;
/** Addresses, as plain text prints them behind the words of a link; in angle brackets over several lines as well. */
const addresses = /<(?:https?:|ftp:|mailto:|tel:|www\.)[^<>]{0,4000}>|(?:https?:\/\/|ftp:\/\/|mailto:|tel:|www\.)[^\s<>"]*/gi;
const schemes = /https?:\/\/(?:www\.)?|ftp:\/\/|mailto:|tel:|www\./gi;
const mayHoldAddress = /:\/\/|www\.|mailto:|tel:/i;
/** Marks that some programs write as letters. */
const signs = /[\u00A9\u00AE\u2122\u2120]|\((?:c|r|tm|sm)\)/gi;
/** Scripts that put no blank between words, so that a line may break anywhere, and pictures among the letters. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{Emoji_Presentation}]\p{M}*/gu;

/**
 * Whether a page, as text, says anything that the plain text beside it does not: a line of it whose words do not stand together, in their order,
 * in the plain text. Case, blanks (between four words and more), line breaks, marks, invisible letters, quoting, bullets, and addresses that the plain text prints beside links
 * count for nothing.
 */
export function pageSaysMore(page: string, plain: string): boolean {
  const written = plain.includes("[") ? plain.replace(pictures, " ") : plain;
  const mayLink = mayHoldAddress.test(written);
  const bare = createSaid(mayLink ? written.replace(addresses, " ") : written, mostLookedAt * (page.length + plain.length));
  const whole = mayLink ? createSaid(written.replace(schemes, " "), mostLookedAt * (page.length + plain.length)) : bare;
  return !page.split("\n").every((line) => {
    if (!mayHoldAddress.test(line)) return bare.says(line) || (mayLink && whole.says(line));
    if (whole.says(line.replace(schemes, " "))) return true;
    return bare.says(line.replace(addresses, " ")) && (line.match(addresses) ?? []).every((one) => whole.says(one.replace(schemes, " ")));
  });
}

/** A text in which lines are looked for. */
interface Said {
  /** Whether the words of a line stand in it; of too much looking, that they do not. */
  says(line: string): boolean;
}

function createSaid(text: string, mostCharacters: number): Said {
  const words = wordsOf(text);
  let joined: Joined | undefined;
  let at = 0;
  let left = mostCharacters;
  return {
    says(line) {
      const wanted = wordsOf(line);
      if (wanted === " ") return true;
      if (left < 0) return false;
      // Both are in one order as a rule: the next line stands behind the last.
      let found = words.indexOf(wanted, at);
      left -= found < 0 ? words.length - at : found - at;
      if (found < 0 && at > 0) {
        found = words.indexOf(wanted);
        left -= found < 0 ? words.length : found;
      }
      if (found >= 0) at = found;
      return found >= 0 || saysJoined(wanted);
    },
  };

  /** Programs lose the blank before a link, and put one into a word that they break. */
  function saysJoined(wanted: string): boolean {
    const letters = wanted.replaceAll(" ", "");
    if (wanted.length - letters.length - 1 < fewestJoined) return false;
    joined ??= joinedOf(words);
    for (let i = joined.letters.indexOf(letters); i >= 0 && left >= 0; i = joined.letters.indexOf(letters, i + 1)) {
      left -= letters.length;
      if (joined.begins[i] === 0 || joined.begins[i + letters.length] === 0) continue;
      left -= i;
      return true;
    }
    left -= joined.letters.length;
    return false;
  }
}

/** Words without blanks between them. */
interface Joined {
  readonly letters: string;
  /** 1 where a word begins, and at the end. */
  readonly begins: Uint8Array;
}

function joinedOf(words: string): Joined {
  const letters = words.replaceAll(" ", "");
  const begins = new Uint8Array(letters.length + 1);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    if (words.charCodeAt(i) === 0x20) begins[at] = 1;
    else at++;
  }
  return { letters, begins };
}

/** The words of a text, each between two blanks; a single blank where there are none. */
function wordsOf(text: string): string {
  if (/^[\0-\x7F]*$/.test(text))
    return ` ${text
      .replace(signs, " ")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `.replace("  ", " ");
  const seen = text.replace(signs, " ").replace(/\p{Default_Ignorable_Code_Point}+/gu, "");
  const folded = normalForm(seen, "NFKC").toLowerCase();
  return ` ${folded
    .replace(unspaced, " $& ")
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}]+/gu, " ")
    .trim()} `.replace("  ", " ");
}
