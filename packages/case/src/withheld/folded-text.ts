import { inLatin, normalForm } from "@unmask/core";

/** A text as withheld words are looked for in it, and where in the text each of its signs stands. */
export interface FoldedText {
  /** Small letters of Latin for those that look like them, digits of every script as those of ASCII, one blank, one dash; nothing that is not seen. */
  readonly folded: string;
  /** Code unit of the text at which a unit of `folded` begins, and before which it ends. */
  startOf(unit: number): number;
  endOf(unit: number): number;
}

/** Capitals and letters of other scripts that print as one of Latin; small ones of Cyrillic and Greek are in `inLatin`. */
const alike = new Map([
  ...[
    "АA", "ВB", "ЕE", "ЅS", "ІI", "ЈJ", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "УY", "ХX", "ԌG", "ԚQ", "ԜW", "һh", "гr", "пn", "ьb", "ѵv",
    "ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "ηn", "σo", "γy", "ωw", "μu", "βb",
    "օo", "սu", "հh", "ոn", "ցg", "եe", "ԝw", "ᴀa", "ʙb", "ᴄc", "ᴅd", "ᴇe", "ɢg", "ʜh", "ɪi", "ᴊj", "ᴋk", "ʟl", "ᴍm", "ɴn", "ᴏo", "ᴘp", "ʀr", "ꜱs",
    "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ʏy", "ᴢz", "ɑa", "ʟl", "łl", "đd", "øo", "ǀl", "ℓl", "ꓮA", "ꓐB", "ꓚC", "ꓓD", "ꓰE", "ꓡL", "ꓟM", "ꓠN", "ꓳO", "ꓣR", "ꓢS", "ꓑP", "ᎪA", "ᎬE", "ᎷM", "ᏞL",
    "❶1", "❷2", "❸3", "❹4", "❺5", "❻6", "❼7", "❽8", "❾9", "⓿0", "➀1", "➁2", "➂3", "➃4", "➄5", "➅6", "➆7", "➇8", "➈9",
    "➊1", "➋2", "➌3", "➍4", "➎5", "➏6", "➐7", "➑8", "➒9", "⓵1", "⓶2", "⓷3", "⓸4", "⓹5", "⓺6", "⓻7", "⓼8", "⓽9",
  ].map((pair) => [[...pair][0] ?? "", [...pair][1] ?? ""] as const),
  // In a square or a circle, white on black, and as half of a flag: each an alphabet in order.
  ...[0x1f130, 0x1f150, 0x1f170, 0x1f1e6].flatMap((first) =>
    Array.from({ length: 26 }, (_, i) => [String.fromCodePoint(first + i), String.fromCodePoint(97 + i)] as const),
  ),
]); // prettier-ignore

/** A character as the letter of Latin, or the digit, that it prints as. */
function printsAs(character: string): string {
  return character < "\u0080" ? character : (alike.get(character) ?? whiteOnBlack(character) ?? inLatin(character));
}

/** Capitals in white, in a black circle or a black square, stand in the order of the alphabet. */
function whiteOnBlack(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const first = [0x1f150, 0x1f170].find((one) => code >= one && code < one + 26);
  return first === undefined ? undefined : String.fromCharCode(65 + code - first);
}

/** The same of each character of a text. */
export function asPrinted(text: string): string {
  return isPlain(text) ? text : Array.from(text, printsAs).join("");
}

/** Folds a text; each of its characters by itself, so that its place is known. */
export function foldText(text: string): FoldedText {
  if (isPlain(text)) return { folded: text.toLowerCase().replace(/\s/g, " "), startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const one = foldCharacter(character);
    folded += one;
    for (let unit = 0; unit < one.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { folded, startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? 0 };
}

/** Most texts are: they have no other dress, and there are many. */
function isPlain(text: string): boolean {
  return /^[\t\n\r -~]*$/.test(text);
}

function foldCharacter(character: string): string {
  if (isPlain(character)) return /\s/.test(character) ? " " : character.toLowerCase();
  const plain = normalForm(printsAs(character), "NFKD")
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu, "")
    .replace(/[\s\u2800]/gu, " ")
    .replace(/[\p{Pd}\u02d7\u2043\u2212]/gu, "-")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/(?![0-9])\p{Nd}/gu, digitOf);
  // Of the two sharp s only the small one is two letters among capitals.
  return Array.from(plain.toLowerCase().toUpperCase().toLowerCase(), printsAs).join("").toLowerCase();
}

/** The ten digits of a script stand beside each other; where scripts do, they follow in tens. */
function digitOf(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(--code))) value++;
  return String(value % 10);
}

/** A text with the signs that an address of the web writes as `%20` or `%2520` read as they are, and where in the text each unit of it stands. */
export interface DecodedText extends Pick<FoldedText, "startOf" | "endOf"> {
  readonly decoded: string;
}

const byte = /%(?:25)*([0-9a-f]{2})/iy;

/** Undefined: no such sign stands in it. What is none of UTF-8, and what nobody sees, stays as it is written. */
export function decodeText(text: string): DecodedText | undefined {
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined;
  let decoded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const sign = text[at] === "%" ? signAt(text, at) : undefined;
    const { says, end } = sign ?? { says: text[at] ?? "", end: at + 1 };
    decoded += says;
    for (let unit = 0; unit < says.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { decoded, startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? 0 };
}

function signAt(text: string, start: number): { readonly says: string; readonly end: number } | undefined {
  let written = "";
  let end = start;
  // One sign has up to four bytes.
  for (let bytes = 0; bytes < 4; bytes++) {
    byte.lastIndex = end;
    const [whole = "", hex = ""] = byte.exec(text) ?? [];
    if (whole === "") return undefined;
    written += `%${hex}`;
    end += whole.length;
    const says = decodedOrNot(written);
    if (says !== undefined) return /^[\p{Cc}\p{Cf}]$/u.test(says) ? undefined : { says, end };
  }
  return undefined;
}

function decodedOrNot(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** Signs and blanks that may stand between two parts of one withheld thing. */
export const gap = "[^\\p{L}\\p{N}]{0,4}";
/** Nothing of a word or a number stands beside it. */
export const before = "(?<![\\p{L}\\p{N}])";
/** The same behind it. */
export const behind = "(?![\\p{L}\\p{N}])";

/** Letters as they stand in an expression, with up to three signs between each two of them. */
export function lettersApart(letters: string): string {
  return [...letters].map(inExpression).join("[^\\p{L}\\p{N}]{0,3}");
}

/** An expression that is compiled when it is first asked for: classes of Unicode cost more to compile than to run over many texts. */
export function compiledLate(form: string, flags = "gu"): () => RegExp {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(form, flags));
}

/** A text as it stands in an expression. */
export function inExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
