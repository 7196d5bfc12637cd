import {
  type PaperSection,
  type ReadValue,
  type Result,
  fault,
  isBlank,
  isDrawnAsTyped,
  isOneLine,
  isPlainText,
  object,
  orNull,
  paperSections,
  parseCivilDay,
  parsed,
  readDocument,
  text,
} from "@unmask/core";
import { type WordKey, standingWords } from "./standing-words.ts";

/** A force's own words for headings and standing sentences: a dated row. What it does not replace is ours. */
export interface PaperTemplate {
  /** "Northshire 1". */
  readonly name: string;
  /** Civil day from which it holds; null of the words as shipped. */
  readonly from: string | null;
  /** Who of the force confirmed the wording, and on which day; null: nobody yet. */
  readonly confirmed: { readonly by: string; readonly on: string } | null;
  readonly words: Readonly<Partial<Record<WordKey, string>>>;
}

/** The words as they are shipped, which nobody confirmed. */
export const shippedTemplate: PaperTemplate = { name: "as shipped", from: null, confirmed: null, words: {} };

/** UTF-16 units of a file and of a sentence: a longer one is no template, and would fill pages that a court reads. */
const longestFile = 256 * 1024;
const longestSentence = 1_200;
const longestName = 80;

/** What no paper of ours says, whoever writes it: a finding of guilt, a name for a person, a likelihood. */
const unsaid =
  /offence[\s-]+(?:is|was|has been|were)?\s*committed|\b(?:stalker|perpetrator|likelihood|probability|probably)s?\b|\brisk score\b|\d\s*(?:%|per\s?cent)/iu;

/**
 * Reads a template: `{version: 1, name, from, confirmed, words}`. A sentence has the values that ours has, each of them and no other; any place of the
 * law that the papers name; pairs of asterisks. The mark on every page says that it is a draft. The error says which key, and never what stands there.
 */
export function readPaperTemplate(json: string): Result<PaperTemplate, string> {
  return readDocument(json, { what: "the template", longest: longestFile }, template);
}

/** Which of a force's templates holds on a civil day: the latest that began; the shipped words before the first. Of two of one day the later in the list. */
export function templateOn(templates: readonly PaperTemplate[], day: string): PaperTemplate {
  return templates.reduce(
    (found, one) => (one.from !== null && one.from <= day && one.from >= (found.from ?? "") ? one : found),
    shippedTemplate,
  );
}

const civilDay: ReadValue<string> = parsed((written) => parseCivilDay(written) && written, "civil day written like 2026-09-01");
const name: ReadValue<string> = (value, path) => sentenceUpTo(longestName)(value, path);

const template: ReadValue<PaperTemplate> = object(({ must }) => {
  must("version", (value, path) => (value === 1 ? value : fault(path, "is not 1")));
  return {
    name: must("name", name),
    from: must("from", civilDay),
    confirmed: must("confirmed", orNull(object((fields) => ({ by: fields.must("by", name), on: fields.must("on", civilDay) })))),
    words: must("words", words),
  };
});

const words: ReadValue<PaperTemplate["words"]> = (value, path) =>
  object((fields) => {
    const read: { [K in WordKey]?: string } = {};
    for (const key of wordKeys) {
      const { [key]: own } = fields.may(key, (one, at) => checked(key, sentenceUpTo(longestSentence)(one, at), at));
      if (own !== undefined) read[key] = own;
    }
    return read;
  })(value, path);

const wordKeys: readonly WordKey[] = Object.keys(standingWords).filter((key): key is WordKey => Object.hasOwn(standingWords, key));

function sentenceUpTo(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank");
    if (written.length > longest) return fault(path, `is longer than ${longest} characters`);
    return isPlainText(written) && isOneLine(written) && isDrawnAsTyped(written)
      ? written
      : fault(path, "holds a line break, a control or a mark that turns the line round");
  };
}

const valueMark = /\{([^{}]*)\}/g;
const isSection: ReadonlySet<string> = new Set<PaperSection>(paperSections);

/** The values that a sentence names, places of the law left out. */
function valuesIn(sentence: string): ReadonlySet<string> {
  return new Set([...sentence.matchAll(valueMark)].flatMap(([, mark = ""]) => (mark.startsWith("s:") ? [] : [mark])));
}

function checked(key: WordKey, written: string, path: string): string {
  const [ours, theirs] = [valuesIn(standingWords[key]), valuesIn(written)];
  for (const mark of theirs) if (!ours.has(mark)) return fault(path, "names a value that this sentence does not have");
  for (const mark of ours) if (!theirs.has(mark)) return fault(path, `leaves out {${mark}}`);
  for (const [, mark = ""] of written.matchAll(valueMark))
    if (mark.startsWith("s:") && !isSection.has(mark.slice(2))) return fault(path, "names a place of the law that is none");
  if (/[{}]/.test(written.replace(valueMark, ""))) return fault(path, "has a brace without its other");
  if ((written.match(/\*/g)?.length ?? 0) % 2 === 1) return fault(path, "has an asterisk without its other");
  if (unsaid.test(written)) return fault(path, "says what no paper says");
  return key === "draft-mark" && !/\bdraft\b/i.test(written) ? fault(path, "does not say that it is a draft") : written;
}
