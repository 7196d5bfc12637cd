import { type NameRedactor, createNameRedactor } from "@unmask/core";
import { type FoldedText, asPrinted, compiledLate, decodeText, foldText } from "./folded-text.ts";
import { isAddress, soughtAddress } from "./sought-addresses.ts";
import { mailsIn, soughtHandle, soughtMail } from "./sought-mail.ts";
import { soughtName } from "./sought-names.ts";
import { digitRunsIn, numbersIn, soughtNumber } from "./sought-numbers.ts";
import type { Sought, SoughtForm, TextRead } from "./sought.ts";

/**
 * Where in a text words stand that are withheld: how somebody is reached, where they live, how they are called. What each of them is, is seen in its own
 * form (docs/formats/bundle.md, "What is found").
 */

/** Where one stands: code units from `start` to before `end`. */
export interface WithheldSpan {
  readonly start: number;
  readonly end: number;
  /** Which of the withheld it is: its place in their list. */
  readonly of: number;
}

/** Finds them. */
export interface WithheldFinder {
  /** Where they stand, in order, none over another. */
  spansIn(text: string): readonly WithheldSpan[];
  /** Whether a text reads as if one stood in it that `spansIn` does not find: a person looks. */
  isClose(text: string): boolean;
}

/** One of the withheld, made ready. */
interface Ready {
  readonly whole: readonly ReadyForm[];
  readonly close: readonly ReadyForm[];
  readonly readsLike: readonly ((text: TextRead) => boolean)[];
  /** Made where a text holds words of any of them. */
  readonly words: () => NameRedactor;
}

interface ReadyForm {
  /** Compiled where a text holds what it needs: most forms are never looked for. */
  readonly form: () => RegExp;
  readonly needs: readonly string[];
}

/** Letters of such words. */
const fewestInside = 8;

/** Makes it ready for many texts. Each of the withheld is one thing with its known spellings. */
export function createWithheldFinder(withheld: readonly (readonly string[])[]): WithheldFinder {
  const spellings = withheld.map((some) => some.filter((one) => one.trim() !== ""));
  const each = spellings.map(readyOf);
  const allWords = spellings.flatMap(wordsOf);
  const words = createNameRedactor([allWords]);
  const inside = createNameRedactor([allWords.filter((one) => (one.match(/\p{L}/gu) ?? []).length >= fewestInside)]);
  const spansAsWritten = (text: string): readonly WithheldSpan[] => {
    const folded = foldText(text);
    const read = readOf(folded.folded);
    const printed = asPrinted(text);
    const holdsWords = words.holds(printed);
    return each.flatMap((one, of) =>
      [...spansOf(one, folded, read), ...(holdsWords ? spansOfWords(one, printed) : [])].map((span) => ({ ...span, of })),
    );
  };
  const spansIn = (text: string): readonly WithheldSpan[] => {
    if (each.length === 0 || text === "") return [];
    const inWeb = decodeText(text);
    if (inWeb === undefined) return apart(spansAsWritten(text));
    const { decoded, startOf, endOf } = inWeb;
    const also = spansAsWritten(decoded).map(({ start, end, of }) => ({ start: startOf(start), end: endOf(end - 1), of }));
    return apart([...spansAsWritten(text), ...also]);
  };
  const readsLike = (text: string): boolean => {
    const read = readOf(foldText(text).folded);
    const printed = asPrinted(text);
    return (
      each.some((one) => one.close.some((form) => isIn(read, form)) || one.readsLike.some((like) => like(read))) ||
      words.holdsNear(printed) ||
      words.holdsLike(printed) ||
      inside.holdsInLongerWord(printed)
    );
  };
  return {
    spansIn,
    isClose(text) {
      if (each.length === 0 || text === "") return false;
      let left = "";
      let from = 0;
      for (const { start, end } of spansIn(text)) {
        left += `${text.slice(from, start)} * `;
        from = end;
      }
      left += text.slice(from);
      // Signs can turn the order of letters in print.
      const inWeb = decodeText(left);
      if (inWeb !== undefined && readsLike(inWeb.decoded)) return true;
      return readsLike(left) || (/[\u202b\u202d\u202e\u2067]/.test(left) && readsLike([...left].reverse().join("")));
    },
  };
}

function readyOf(spellings: readonly string[]): Ready {
  const sought = spellings.flatMap(soughtIn);
  const ready = ({ form, needs }: SoughtForm): ReadyForm => ({ form: compiledLate(form), needs });
  let words: NameRedactor | undefined;
  return {
    whole: sought.flatMap(({ whole }) => whole.map(ready)),
    close: sought.flatMap(({ close }) => close.map(ready)),
    readsLike: sought.flatMap(({ readsLike }) => readsLike ?? []),
    words: () => (words ??= createNameRedactor([wordsOf(spellings)])),
  };
}

/** Whole, and in one line: an address is written without its commas. */
function wordsOf(spellings: readonly string[]): readonly string[] {
  return spellings.map(asPrinted).flatMap((one) => [one, one.replace(/[,\s]+/g, " ")]);
}

function readOf(folded: string): TextRead {
  let runs: readonly string[] | undefined;
  return { folded, bare: folded.replace(/[^\p{L}\p{N}]+/gu, ""), digitRuns: () => (runs ??= digitRunsIn(folded)) };
}

function isIn({ folded, bare }: TextRead, { form, needs }: ReadyForm): boolean {
  return needs.some((one) => bare.includes(one)) && folded.search(form()) >= 0;
}

/** What one detail holds: several were typed into one field, "07700 900215 or ada@example.org; 4 Mill Lane". */
function soughtIn(says: string): readonly Sought[] {
  const mails = mailsIn(says);
  const numbers = numbersIn(says);
  const pieces = says
    .split(/[;|]|\s+or\s+/u)
    .map((piece) => piece.trim())
    .filter((piece) => mailsIn(piece).length === 0 && numbersIn(piece).length === 0);
  return [
    ...mails.map(soughtMail),
    ...numbers.map(soughtNumber),
    ...pieces.flatMap((piece) =>
      isAddress(piece) ? soughtAddress(piece) : /^\S{4,}$/.test(piece) ? [soughtHandle(foldText(piece).folded)] : (soughtName(piece) ?? []),
    ),
  ];
}

type Span = Omit<WithheldSpan, "of">;

function spansOf({ whole }: Ready, { startOf, endOf }: FoldedText, { folded, bare }: TextRead): readonly Span[] {
  return whole
    .filter(({ needs }) => needs.some((one) => bare.includes(one)))
    .flatMap(({ form }) =>
      Array.from(folded.matchAll(form()), ({ index, 0: found }) => ({
        start: startOf(index),
        end: endOf(index + found.length - 1),
      })),
    );
}

function spansOfWords({ words }: Ready, printed: string): readonly Span[] {
  const characters = [...printed];
  const units: number[] = [];
  let unit = 0;
  for (const character of characters) {
    units.push(unit);
    unit += character.length;
  }
  const spans: { start: number; end: number; last: number }[] = [];
  for (const { at } of words().signsOver(characters)) {
    const start = units[at] ?? 0;
    const end = start + (characters[at]?.length ?? 0);
    const last = spans.at(-1);
    // What is not seen between two parts of a name belongs to it.
    if (last !== undefined && characters.slice(last.last + 1, at).every(isUnseen)) spans[spans.length - 1] = { ...last, end, last: at };
    else spans.push({ start, end, last: at });
  }
  return spans;
}

function isUnseen(character: string): boolean {
  return /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character);
}

/** In order, and of those over one another one that reaches as far as they do together. */
function apart(spans: readonly WithheldSpan[]): readonly WithheldSpan[] {
  const inOrder = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const all: WithheldSpan[] = [];
  for (const span of inOrder) {
    const last = all.at(-1);
    if (last === undefined || span.start >= last.end) all.push(span);
    else if (span.end > last.end) all[all.length - 1] = { ...last, end: span.end };
  }
  return all;
}
