import type { CaseEvent } from "../event.ts";
import { type WithheldSpan, createWithheldFinder } from "../withheld/withheld-finder.ts";

/**
 * How a person is reached, wherever it stands inside other words: in an item, in a description, in a copy. The disclosure officer is sent none of it,
 * so it is looked for in whatever goes to them, and what is about to be written is refused while it holds any (docs/formats/disclosure.md). It is found
 * as the paper of an application finds it: in any spelling.
 */

/** One detail of how somebody is reached: which field it is, and what stands in it. */
export interface ContactDetail {
  /** "address", "code word", "how they are reached". */
  readonly field: string;
  readonly says: string;
}

/** Letters and digits of a detail that is looked for: a shorter one ("no") stands in every text. */
const fewestSigns = 4;

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
      ...said.flatMap(({ label, says }) => {
        // An officer types its label, which can name whom she trusts: it is shown to nobody, and with a number or an address in it is one more detail.
        const field = "said of reaching them";
        return [[field, says] as const, ...(/[\p{N}@]/u.test(label) ? [[field, label] as const] : [])];
      }),
    ];
    for (const [field, whole] of details) for (const one of detailsIn(field, whole ?? "")) found.set(one.says, one);
  }
  return [...found.values()];
}

/** The details of what was typed into one field, the whole and each part of it; none in what is too short to be looked for. */
export function detailsIn(field: string, whole: string): readonly ContactDetail[] {
  const isLong = (says: string): boolean => (says.match(/[\p{L}\p{N}]/gu) ?? []).length >= fewestSigns;
  return [whole, ...partsOf(whole)].filter(isLong).map((says) => ({ field, says }));
}

/** What is a detail by itself where several were typed into one field: "07700 900215; at Meadow House". */
function partsOf(whole: string): readonly string[] {
  return whole
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== whole);
}

/** Finds them in many texts. */
export interface ContactFinder {
  /** The first that stands in a text: which field it is, and at which code unit it begins. */
  firstIn(text: string): { readonly field: string; readonly start: number } | undefined;
  /** The text without them: where one stood it says so, with its field and length. As many lines as before are left. */
  cover(text: string): string;
}

/**
 * Makes it ready. `own` is how whoever reads it is reached themselves: one person can stand in two reports, and what another detail finds of theirs alone is
 * theirs, however each of the two wrote it.
 */
export function createContactFinder(details: readonly ContactDetail[], own: readonly ContactDetail[] = []): ContactFinder {
  const finder = createWithheldFinder(details.map(({ says }) => [says]));
  const theirs = createWithheldFinder(own.map(({ says }) => [says]));
  const spansIn = (text: string): readonly WithheldSpan[] => {
    const kept = theirs.spansIn(text);
    return finder.spansIn(text).filter(({ start, end }) => !kept.some((one) => one.start <= start && end <= one.end));
  };
  const fieldOf = (of: number): string => details[of]?.field ?? "";
  return {
    firstIn(text) {
      const [first] = spansIn(text);
      return first && { field: fieldOf(first.of), start: first.start };
    },
    cover(text) {
      let without = "";
      let from = 0;
      for (const { start, end, of } of spansIn(text)) {
        const covered = text.slice(start, end);
        const breaks = covered.match(/[\r\n]/g) ?? [];
        without += `${text.slice(from, start)}[not shown: ${fieldOf(of)}, ${[...covered].length} signs]${breaks.join("")}`;
        from = end;
      }
      return without + text.slice(from);
    },
  };
}

/** Lines without them, as many as before: one can begin in a line and end in the next. */
export function coverLines({ cover }: Pick<ContactFinder, "cover">, lines: readonly string[]): readonly string[] {
  return cover(lines.join("\n")).split("\n");
}
