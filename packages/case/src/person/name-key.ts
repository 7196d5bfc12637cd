import { normalForm } from "@unmask/core";

/** Letters that no normal form takes apart, as a keyboard without them types them; those of Persian, and a last y without its points, as those of Arabic. */
const plainLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: "l",
    ø: "o",
    đ: "d",
    ð: "d",
    ħ: "h",
    ŧ: "t",
    ı: "i",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    þ: "th",
    ŋ: "ng",
    ی: "ي",
    ى: "ي",
    ک: "ك",
  }),
);
const apostrophes = /['\u2018\u2019\u201b\u2032`\u00b4\u02b9\u02bb-\u02bf\u02c8\uff07]/gu;
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
// A vowel of Devanagari or Thai is a mark too, as the voice of a kana is, and makes another name: only those that come to any letter, and vowel points, go.
const marks = /(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const between = /[\s\p{Pd}\u02d7\u2043\u2212]+/gu;

/**
 * By which two names are one, wherever names are compared or looked for: as an ordinary keyboard types them. Small letters without marks above or below
 * them; no apostrophe of any kind; one space for hyphens, dashes and blanks. A name that has nothing else stays as it is written.
 */
export function nameKey(name: string): string {
  // A normal form takes some apostrophes for a blank, and takes others out of letters and signs.
  const formed = normalForm(name.replace(apostrophes, ""), "NFKD").replace(apostrophes, "");
  const plain = formed.toLowerCase().replace(marks, "").replace(unseen, "");
  const key = Array.from(plain, (letter) => plainLetters.get(letter) ?? letter)
    .join("")
    .replace(between, " ")
    .trim();
  return key === "" ? name.trim().toLowerCase() : key;
}
