import { inLatin } from "./name-form.ts";
import { normalForm } from "./normal-form.ts";

/**
 * Names of other people, covered in what goes into a pack (docs/formats/pack.md, "Redacted names"). Over each character stands a sign that has as many
 * bytes in UTF-8, so that the text of a copy is as long as before, however its format writes it.
 */
export interface NameRedactor {
  /** What stands over the characters of a text (code points, in order), each by its place; empty where no name is. */
  signsOver(characters: readonly string[]): readonly PlacedSign[];
  /** The text with signs over the names. */
  redact(text: string): string;
  /** Whether a name stands in the text. */
  holds(text: string): boolean;
  /** Whether the text is one of the names and nothing else, in any spelling in which it is found, its parts turned round too. */
  isName(text: string): boolean;
  /** Whether the parts of a name stand beside each other in another order, or with other signs between them: "Doyle, Zoë". Such a form is not covered. */
  holdsNear(text: string): boolean;
  /** Whether the letters of a name stand in a longer word: it is no name there, or a form of it that she has to name. */
  holdsInLongerWord(text: string): boolean;
  /** Whether the text reads as if a name stood in it: with words between its parts, signs between its letters, or letters that only look like its own. */
  holdsLike(text: string): boolean;
}

/** One character that is covered. `number`: of the name, from 1. */
export interface PlacedSign {
  readonly at: number;
  readonly sign: string;
  readonly number: number;
}

/** Most names that are redacted in one pack: each has a number of one digit in its sign. */
export const mostRedacted: number = 9;

/**
 * By bytes in UTF-8, from 1 to 4: what stands over a character, and the numbers of names. All of them are drawn by the faces of print and none
 * means anything in JSON, XML, CSV or a chat.
 */
const signsByLength = [
  { sign: "*", numbers: [..."123456789"] },
  { sign: "§", numbers: [..."αβγδεζηθι"] },
  { sign: "•", numbers: [..."₁₂₃₄₅₆₇₈₉"] },
  { sign: "🔒", numbers: [..."🕐🕑🕒🕓🕔🕕🕖🕗🕘"] },
] as const;

/** Whether a name can be redacted: two letters at least, or seven digits; a single one would stand in half of all lines. */
export function isRedactable(name: string): boolean {
  const folded = fold(name);
  return (folded.match(/\p{L}/gu) ?? []).length >= 2 || (folded.match(/\p{N}/gu) ?? []).length >= fewestDigits;
}

/** Digits of a number that is looked for in whatever way it is written. */
const fewestDigits = 7;

/**
 * Makes it of the spellings of each name. One that is too short to be a name is passed over.
 *
 * [Note: Forms that are compiled late] An expression with classes of Unicode costs more to compile than to run over many texts, and a name has up to a
 * dozen. So each says which letters and digits have to stand in a text, whatever signs are between them, and is compiled when one first holds them.
 */
export function createNameRedactor(names: readonly (readonly string[])[]): NameRedactor {
  const patterns = names.map((spellings) => patternsOf(spellings));
  const wholes = patterns.map((all) => createWhole(all));
  const any = createTest(() => patterns.flat());
  const inner = createTest(() =>
    patterns.flat().flatMap(({ letters, needs }) => (letters === undefined ? [] : [{ form: letters, needs }])),
  );
  const near = createTest(() => names.flatMap((spellings) => nearPatternsOf(spellings)));
  const like = createTest(() => names.flatMap((spellings) => likePatternsOf(spellings)));
  const redactor: NameRedactor = {
    holds: (text) => any(fold(text)),
    isName(text) {
      const parts = text.split(/[\s,;]+/u).filter((part) => part !== "");
      return parts.some((_, i) => {
        const characters = [...[...parts.slice(i), ...parts.slice(0, i)].join(" ")];
        const covered = new Set(redactor.signsOver(characters).map(({ at }) => at));
        return covered.size > 0 && characters.every((one, at) => covered.has(at) || !/[\p{L}\p{N}]/u.test(one));
      });
    },
    holdsNear: (text) => near(fold(text)),
    holdsInLongerWord: (text) => inner(fold(redactor.redact(text))),
    holdsLike(text) {
      const left = redactor.redact(text);
      // Signs can turn the order of letters in print.
      const read = /[\u202d\u202e]/.test(left) ? [left, [...left].reverse().join("")] : [left];
      return read.some((one) => like(inLatin(fold(one))));
    },
    redact(text) {
      if (!redactor.holds(text)) return text;
      const characters = [...text];
      for (const { at, sign } of redactor.signsOver(characters)) characters[at] = sign;
      return characters.join("");
    },
    signsOver(characters) {
      const { folded, placeOf } = foldEach(characters);
      const placed = new Map<number, PlacedSign>();
      const bare = bareOf(folded);
      const found = wholes.flatMap((whole, i) => whole(folded, bare).map((match) => ({ match, number: i + 1 })));
      // Of two that overlap the longer one is the name: "Kim Doyle" before "Kim".
      for (const { match, number } of found.sort((a, b) => b.match[0].length - a.match[0].length)) {
        const first = placeOf[match.index] ?? 0;
        let end = (placeOf[match.index + match[0].length - 1] ?? first) + 1;
        while (end < characters.length && /^\p{M}$/u.test(characters[end] ?? "")) end++;
        const places = Array.from({ length: end - first }, (_, i) => first + i).filter((at) => isSeen(characters[at] ?? ""));
        if (places.some((at) => placed.has(at))) continue;
        for (const one of signsOf(places, characters, number)) placed.set(one.at, one);
      }
      return [...placed.values()].sort((a, b) => a.at - b.at);
    },
  };
  return redactor;
}

/** Signs over one name. Its number stands over the second character, so that two covered names cannot be taken for one. */
function signsOf(places: readonly number[], characters: readonly string[], number: number): readonly PlacedSign[] {
  const narrow = places.filter((at) => utf8Length(characters[at] ?? "") === 1);
  const numbered = narrow.find((at) => at !== places[0]) ?? narrow[0] ?? places[1] ?? places[0];
  return places.map((at) => {
    const { sign, numbers } = signsByLength[utf8Length(characters[at] ?? "") - 1] ?? signsByLength[0];
    return { at, sign: at === numbered ? (numbers[number - 1] ?? sign) : sign, number };
  });
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Blanks, line breaks and marks that nobody sees stay as they are: the lines of a file hang on them. */
function isSeen(character: string): boolean {
  return !/^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character);
}

/** One expression over a folded text. */
interface Form {
  readonly form: string;
  /** Letters and digits: a text that matches has each of them in one go, but for other signs. */
  readonly needs: readonly string[];
}

/** Makes a question: does one of the forms stand in a folded text? */
function createTest(formsOf: () => readonly Form[]): (folded: string) => boolean {
  let ready: readonly ((folded: string, bare: string) => boolean)[] | undefined;
  return (folded) => {
    ready ??= formsOf().map(testOf);
    const bare = bareOf(folded);
    return ready.some((one) => one(folded, bare));
  };
}

function testOf({ form, needs }: Form): (folded: string, bare: string) => boolean {
  let compiled: RegExp | undefined;
  return (folded, bare) => needs.every((one) => bare.includes(one)) && (compiled ??= new RegExp(form, "u")).test(folded);
}

/** Expressions of one name that are kept compiled: one for each choice of its forms whose letters a text holds. */
const mostCompiled = 64;

/** Makes a question: where does a name stand in a folded text? Of its forms the first that fits counts, and those that a text cannot hold are left out. */
function createWhole(forms: readonly Form[]): (folded: string, bare: string) => readonly RegExpExecArray[] {
  const compiled = new Map<string, RegExp>();
  return (folded, bare) => {
    const some = forms.filter(({ needs }) => needs.every((one) => bare.includes(one)));
    if (some.length === 0) return [];
    const source = some.map(({ form }) => form).join("|");
    let whole = compiled.get(source);
    if (whole === undefined) {
      if (compiled.size >= mostCompiled) compiled.clear();
      compiled.set(source, (whole = new RegExp(source, "gu")));
    }
    return [...folded.matchAll(whole)];
  };
}

/** The letters and digits of a folded text alone. */
function bareOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Scripts that write without blanks between words, or grow endings onto names: there a name has no border. */
const unparted = ["Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const before = `(?:(?<![\\p{L}\\p{N}])|(?<=[${unparted}]))`;
const behind = `(?:(?![\\p{L}\\p{N}])|(?=[${unparted}]))`;
const hasBorder = new RegExp(`^(?=[\\p{L}\\p{N}])[^${unparted}]$`, "u");

/** How one spelling is found in a folded text: as whole words, and its letters wherever they stand. */
interface Pattern extends Form {
  /** None of a number: its digits in a longer one are another number. */
  readonly letters?: string;
}

function patternsOf(spellings: readonly string[]): readonly Pattern[] {
  const folded = new Set(spellings.filter(isRedactable).map((one) => fold(one).trim()));
  // The longer one first: where "Kim" is found before "Kim Doyle", "Doyle" would stay.
  return [...folded].toSorted((a, b) => b.length - a.length).flatMap((one) => (isNumber(one) ? numberPatterns(one) : [namePattern(one)]));
}

/** Whether a folded spelling is one of a telephone number. */
function isNumber(folded: string): boolean {
  return !/\p{L}/u.test(folded) && folded.replace(/\D/g, "").length >= fewestDigits;
}

/** Between the parts of a name may stand anything that parts words in a file name, or nothing. */
function namePattern(folded: string): Pattern & { readonly letters: string } {
  const letters = folded
    .split(/[ _.\-']+/)
    .map((part) => part.replace(/[\\^$*+?()[\]{}|/]/g, "\\$&"))
    .join("[ _.\\-']*");
  const [first = "", last = ""] = [[...folded][0], [...folded].at(-1)];
  return {
    form: `${hasBorder.test(first) ? before : ""}${letters}${hasBorder.test(last) ? behind : ""}`,
    letters,
    needs: [bareOf(folded)],
  };
}

/** Signs, blanks and line breaks between the parts of a name, as of a table or a card of contacts. More would join two sentences. */
const nearGap = "[^\\p{L}\\p{N}]{0,6}";

/** A second name, an initial, a name in quotes: more words between the parts would make two names of it. */
const wordsBetween = "[^\\p{L}\\p{N}]{1,6}(?:[\\p{L}\\p{N}]{1,20}[^\\p{L}\\p{N}]{1,6}){0,2}";
/** Of a shorter name the letters stand apart by chance. */
const fewestApart = 3;

/** Each spelling in Latin letters for those that look like them; with words between its parts; with signs between all its letters. */
function likePatternsOf(spellings: readonly string[]): readonly Form[] {
  const each = new Set(spellings.filter(isRedactable).map((spelling) => inLatin(fold(spelling).trim())));
  return [...each].flatMap((folded) => {
    if (isNumber(folded)) return [];
    const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
    const apart = words.map((word) => [...word].join("[^\\p{L}\\p{N}]{1,3}")).join("[^\\p{L}\\p{N}]{1,6}");
    const some = [words.join(wordsBetween), ...(words.join("").length < fewestApart ? [] : [apart])];
    const forms = [namePattern(folded).form, ...some.map((one) => `(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`)];
    return [{ form: forms.join("|"), needs: words }];
  });
}

/**
 * Each spelling of several parts, with anything but letters and digits between them, whichever part comes first; a number with such between its digits,
 * or with a letter beside it. A picture counts only beside a single word.
 */
function nearPatternsOf(spellings: readonly string[]): readonly Form[] {
  const each = new Set(spellings.filter(isRedactable).map((spelling) => fold(spelling).trim()));
  return [...each].flatMap((folded) => {
    if (isNumber(folded)) return numberPatterns(folded, { between: nearGap, border: "\\p{N}" });
    if (!/\p{L}/u.test(folded)) return [];
    const inWords = folded.split(" ").flatMap((word) => {
      const parts = word.match(/[\p{L}\p{N}]+/gu);
      return parts ? [parts.join(nearGap)] : [];
    });
    const withPictures = folded.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
    const parts = inWords.length > 1 ? inWords : inWords[0]?.includes(nearGap) ? inWords : withPictures;
    if (parts.length < 2 && parts[0]?.includes(nearGap) !== true) return [];
    return parts.map((_, i) => {
      const turned = [...parts.slice(i), ...parts.slice(0, i)].join(nearGap);
      const [first = "", last = ""] = [[...turned][0], [...turned].at(-1)];
      const form = `${hasBorder.test(first) ? before : ""}${turned}${hasBorder.test(last) ? behind : ""}`;
      return { form, needs: [bareOf(turned.replaceAll(nearGap, ""))] };
    });
  });
}

/**
 * However it is grouped, with its country or without, with the nought before it or without: of up to three digits it is not known which of them are the
 * country's. `border`: what may not stand beside it.
 */
function numberPatterns(
  written: string,
  { between, border }: { readonly between: string; readonly border: string } = { between: "[ .()\\-/_]*", border: "\\p{L}\\p{N}" },
): readonly Form[] {
  const digits = written.replace(/\D/g, "");
  const spaced = (some: string): string => [...some].join(between);
  const countries = [1, 2, 3].filter((length) => digits.length - length >= fewestDigits && !digits.startsWith("0"));
  const wholes = [
    { whole: digits.startsWith("0") ? spaced(digits) : `(?:(?:\\+|00)${between})?${spaced(digits)}`, needs: [digits] },
    ...countries.map((length) => {
      const rest = digits.slice(length);
      const whole = `(?:(?:\\+|00)?${spaced(digits.slice(0, length))}${between})?(?:0${between})?${spaced(rest)}`;
      return { whole, needs: [rest] };
    }),
  ];
  return wholes.map(({ whole, needs }) => ({ form: `(?<![${border}])${whole}(?![${border}])`, needs }));
}

/**
 * A text as names are compared: without case, combining marks and what cannot be seen, with one blank, one dash and one nought to nine for those of
 * every script.
 */
function fold(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text.toLowerCase().replace(/[\t\n\r]/g, " ");
  const plain = normalForm(text, "NFKD")
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu, "")
    .replace(/[\s\u2800]/gu, " ")
    .replace(/[\p{Pd}\u02d7\u2043\u2212]/gu, "-")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/(?![0-9])\p{Nd}/gu, digitOf);
  // Of the two sharp s only the small one is two letters among capitals.
  return plain.toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, "σ");
}

/** A digit of any script as that of ASCII: the ten of a script stand beside each other, some scripts behind one another. */
function digitOf(digit: string): string {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(--code))) value++;
  return String(value % 10);
}

/** The same of characters one by one, and of each unit of the folded text which character it comes from. */
function foldEach(characters: readonly string[]): { readonly folded: string; readonly placeOf: readonly number[] } {
  const placeOf: number[] = [];
  let folded = "";
  for (const [at, character] of characters.entries()) {
    const one = fold(character);
    folded += one;
    for (let i = 0; i < one.length; i++) placeOf.push(at);
  }
  return { folded, placeOf };
}
