import type { CaseEvent } from "../event.ts";

/**
 * How a person is reached, wherever it stands inside other words: in an item, in a description, in a copy. The disclosure officer is sent none of it,
 * so it is looked for in whatever goes to them, and what is about to be written is refused while it holds any (docs/formats/disclosure.md).
 */

/** One detail of how somebody is reached: which field it is, and what stands in it. */
export interface ContactDetail {
  /** "address", "code word", "how they are reached". */
  readonly field: string;
  readonly says: string;
}

/** Where one stands in a text: code units from `start` to before `end`. */
export interface ContactSpan {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits of a detail that is looked for: a shorter one ("no") stands in every text. */
const fewestSigns = 4;
/** Digits at the end of a telephone number by which it is found, whatever stands before them: 0, +44, 0044. */
const digitsOfNumber = 9;

/** Every detail of how somebody is reached that these events hold, each once. */
export function contactDetails(events: Iterable<CaseEvent>): readonly ContactDetail[] {
  const found = new Map<string, ContactDetail>();
  for (const { kind, body } of events) {
    // The number that a call came from is one, whether or not it is safe to ring.
    if (kind === "report-typed" && body.from !== undefined) found.set(body.from, { field: "number of the call", says: body.from });
    if (!("contact" in body) || body.contact === undefined) continue;
    const { way, address, hours, voicemail, codeWord, said = [] } = body.contact;
    const details: readonly (readonly [string, string | undefined])[] = [
      ["way of reaching", way],
      ["address", address],
      ["hours", hours],
      ["voicemail", voicemail],
      ["code word", codeWord],
      ...said.map(({ label, says }) => [label, says] as const),
    ];
    for (const [field, whole] of details)
      for (const says of whole === undefined ? [] : [whole, ...partsOf(whole)])
        if (signsOf(says).signs.length >= fewestSigns) found.set(says, { field, says });
  }
  return [...found.values()];
}

/** What is a detail by itself where several were typed into one field: "07700 900215 or ada@example.org; 4 Mill Lane". */
function partsOf(whole: string): readonly string[] {
  const told = whole.match(/[^\s@;,|]+@[^\s@;,|]+|(?:\+|\b0)\d(?:[\s().-]{0,2}\d){8,}/g) ?? [];
  const parts = whole.split(/[;|\n]/).map((part) => part.trim());
  return [...new Set([...told, ...(parts.length > 1 ? parts : [])])].filter((part) => part !== "" && part !== whole);
}

/** Where any of them stands in a text, in order, none over another. */
export function contactIn(text: string, details: readonly ContactDetail[]): readonly ContactSpan[] {
  return spansApart(text, details.map(soughtOf));
}

function spansApart(text: string, sought: readonly Sought[]): readonly ContactSpan[] {
  if (sought.length === 0) return [];
  const whole = signsOf(text);
  const found = sought.flatMap((one) => spansOf(whole, one));
  const inOrder = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const apart: ContactSpan[] = [];
  for (const span of inOrder) {
    const last = apart.at(-1);
    if (last === undefined || span.start >= last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { ...last, end: span.end };
  }
  return apart;
}

/** The text without them: where one stood it says so, with its field and length. */
export function withoutContact(text: string, details: readonly ContactDetail[]): string {
  return createCover(details)(text);
}

/** The same for many texts: what is looked for is made ready once. */
export function createCover(details: readonly ContactDetail[]): (text: string) => string {
  const sought = details.map(soughtOf);
  return (text) => {
    let without = "";
    let from = 0;
    for (const { field, start, end } of spansApart(text, sought)) {
      without += `${text.slice(from, start)}[not shown: ${field}, ${[...text.slice(start, end)].length} signs]`;
      from = end;
    }
    return without + text.slice(from);
  };
}

/** Letters and digits of a text, small and without their dress, each with where it stands: "0 7700-900 215" and "07700900215" are one. */
interface Signs {
  readonly signs: string;
  /** Code unit at which the sign begins, and behind which it ends, in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function signsOf(text: string): Signs {
  let signs = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const one of text) {
    // Most signs are plain: they have no other dress, and there are millions of them in a case.
    for (const sign of one < "\u0080" ? one.toLowerCase() : one.normalize("NFKD").toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(sign)) continue;
      signs += sign;
      for (let unit = 0; unit < sign.length; unit += 1) {
        starts.push(at);
        ends.push(at + one.length);
      }
    }
    at += one.length;
  }
  return { signs, starts, ends };
}

/** A detail as it is looked for. */
interface Sought {
  readonly field: string;
  readonly signs: string;
  readonly isNumber: boolean;
}

function soughtOf({ field, says }: ContactDetail): Sought {
  const all = signsOf(says).signs;
  const isNumber = /^\d+$/.test(all) && all.length > digitsOfNumber;
  return { field, signs: isNumber ? all.slice(-digitsOfNumber) : all, isNumber };
}

function spansOf({ signs, starts, ends }: Signs, { field, signs: sought, isNumber }: Sought): readonly ContactSpan[] {
  const spans: ContactSpan[] = [];
  for (let at = signs.indexOf(sought); at !== -1; at = signs.indexOf(sought, at + 1)) {
    const first = isNumber ? beginOfNumber(signs, at) : at;
    const start = starts[first];
    const end = ends[at + sought.length - 1];
    if (start !== undefined && end !== undefined) spans.push({ field, start, end });
  }
  return spans;
}

/** The digits before it that belong to the same number: at most the five of 00447. */
function beginOfNumber(signs: string, at: number): number {
  const before = /\d{0,5}$/.exec(signs.slice(Math.max(0, at - 5), at))?.[0].length ?? 0;
  return at - before;
}
