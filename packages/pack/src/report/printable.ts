import { isDrawn } from "./fonts.ts";

/**
 * Text made ready for the page. What no face draws, what the typesetter refuses and what would be invisible or turn the line around is
 * printed as its code, `[U+202E]`: nothing that somebody wrote vanishes, and nothing that was written can rearrange the page.
 *
 * [Note: Marks that stay] Joiners (U+200C, U+200D) shape Persian, Indic and emoji, U+FE0E and U+FE0F choose an emoji's look, U+200E, U+200F
 * and U+061C are put into exports by WhatsApp itself: they stay as they are. The overrides and isolates (U+202A–E, U+2066–9) turn whole
 * lines around, and tags (U+E0020–7F) hide words: outside a flag they are printed as codes.
 */

/** A run without a place to break longer than this is broken at every so many characters, or it would leave the page unread. */
const longestRun = 24;

/** Makes every character of a text printable. Line breaks of all three kinds become `\n`, a tab four blanks. */
export function toPrintable(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  let out = "";
  let before = 0;
  let inFlag = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    inFlag = code === blackFlag || (inFlag && isTag(code));
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) continue;
    if (code === 0x0a || code === 0x0d) out += "\n";
    else if (code === 0x09) out += "    ";
    else if (inFlag || isKept(code, before) || (!isHidden(code) && isDrawn(code))) out += String.fromCodePoint(code);
    else out += codeWords(code);
    before = code;
  }
  return out;
}

/**
 * Makes a text printable that somebody wrote; one with long runs (addresses, "aaaa…") comes as the parts between which a line may break. The
 * parts joined are the text: no character is put between them, so that an address copies out as it was written.
 */
export function partsOf(text: string): string | readonly string[] {
  const printable = toPrintable(text);
  if (!hasLongRun.test(printable)) return printable;
  const parts: string[] = [];
  let end = 0;
  let before = "";
  for (const { 0: run, index } of printable.matchAll(longRuns)) {
    before += printable.slice(end, index);
    for (const part of partsOfRun(run)) {
      parts.push(before + part);
      before = "";
    }
    end = index + run.length;
  }
  // What stands behind the last run belongs to its last part.
  return [...parts.slice(0, -1), `${parts.at(-1) ?? ""}${printable.slice(end)}`];
}

/** Whether a text reads from right to left: its first letter decides (UAX #9, P2 and P3). */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

/** Whether more than half of the letters of a text are of another script than Latin; fillers that show nothing are none. Which language it is, nobody guesses. */
export function isMostlyNotLatin(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (const [letter] of text.matchAll(/(?!\p{Default_Ignorable_Code_Point})\p{L}/gu)) {
    if (latinLetter.test(letter)) latin++;
    else other++;
  }
  return other > latin;
}

const latinLetter = /\p{Script=Latin}/u;
const blackFlag = 0x1f3f4;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const hasLongRun = new RegExp(`[^\\s\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]{${longestRun + 1},}`, "u");
const longRuns = new RegExp(hasLongRun.source, "gu");

/** Breaks between letters only: a mark stays with its letter, what is joined stays joined. */
function partsOfRun(run: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: part, index } of run.matchAll(/(?:\P{M}[\p{M}\u200C\u200D\uFE0E\uFE0F]*){12}(?<!\u200D)(?=\P{M})/gu)) {
    parts.push(run.slice(from, index + part.length));
    from = index + part.length;
  }
  return [...parts, run.slice(from)];
}

function codeWords(code: number): string {
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** See [Note: Marks that stay]. */
function isKept(code: number, before: number): boolean {
  if (code === 0x200c || code === 0x200d) return before > 0x2ff && !isJoiner(before);
  if (code === 0xfe0e || code === 0xfe0f) return before !== 0 && before !== code && !isHidden(before);
  return code === 0x200e || code === 0x200f || code === 0x061c;
}

function isJoiner(code: number): boolean {
  return code === 0x200c || code === 0x200d;
}

function isTag(code: number): boolean {
  return code >= 0xe0020 && code <= 0xe007f;
}

/** Characters that show nothing or that PDF/A forbids: controls, format marks, fillers, private use, halves of pairs, non-characters. */
function isHidden(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  if (code < 0xad) return false;
  return hidden.test(String.fromCodePoint(code)) || (code & 0xfffe) === 0xfffe;
}

const hidden = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
