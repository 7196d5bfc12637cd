import { type PaperBlock, type PaperColumn, type PaperWords, daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayDay, sayList, sayNumber, sayWeekday } from "@unmask/words";
import type { Knowing } from "../event/shapes.ts";
import type { BundleLine, BundleSource } from "./bundle-source.ts";
import type { Pen } from "./pen.ts";
import type { SayWords } from "./say-words.ts";

/** What any paper is written with. */
export interface Letter extends SayWords {
  readonly pen: Pen;
}

/** What each part of the draft is written with. */
export interface Writing extends Letter {
  readonly source: BundleSource;
}

/** A civil day as text, in days from 1970-01-01; undefined for what is none. */
export function dayOf(written: string): number | undefined {
  const civil = parseCivilDay(written);
  return civil && daysFromCivil(civil);
}

/** "28 April 2026" of a civil day as text; what is none stands as it was written. */
export function sayCivil(written: string, { pen }: { readonly pen: Pen }): string {
  const day = dayOf(written);
  return day === undefined ? pen.name(written) : sayDay(day);
}

/** "Tuesday 28 April 2026", the same way. */
export function sayCivilWeekday(written: string, { pen }: { readonly pen: Pen }): string {
  const day = dayOf(written);
  return day === undefined ? pen.name(written) : sayWeekday(day);
}

/** "record", "account", "worked out", with what there is beside it. */
export function sayKnown(knowing: Knowing, { plain, pen }: Letter, also?: string): string {
  const known = plain(`known-${knowing}`);
  return also === undefined ? known : `${known}, ${pen.name(also)}`;
}

/** "Imogen Vance: thinks so", "as the record shows". */
export function saySure({ who, surer }: Pick<BundleLine, "who" | "surer">, { plain, pen }: Letter): string {
  const sure = plain(`who-${who}`);
  if (who !== "sure" && who !== "thinks-so") return sure;
  return plain("who-says", { who: surer === undefined ? plain("who-reporter") : pen.name(surer), sure });
}

/** With a stop behind it, where it has none: it stands before another sentence. */
export function stopped(text: string): string {
  return text === "" || /[.!?…][”’"')]?$/.test(text) ? text : `${text}.`;
}

/** "1, 3, 7 and 9"; three or more that follow each other as "1 to 5". */
export function sayNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const one of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else runs.push([one, one]);
  }
  return sayList(
    runs.flatMap(([first, last]) =>
      last - first > 1
        ? [`${sayNumber(first)} to ${sayNumber(last)}`]
        : first === last
          ? [sayNumber(first)]
          : [sayNumber(first), sayNumber(last)],
    ),
  );
}

/** "NK/1, 3–5, 10": exhibits of one giver after the other, the giver said once. */
export function sayExhibits(exhibits: readonly string[]): string {
  const byGiver = new Map<string, string[]>();
  for (const exhibit of exhibits) {
    const cut = exhibit.lastIndexOf("/") + 1;
    const giver = exhibit.slice(0, cut);
    byGiver.set(giver, [...(byGiver.get(giver) ?? []), exhibit.slice(cut)]);
  }
  return [...byGiver].map(([giver, own]) => `${giver}${withRuns(own).join(", ")}`).join(", ");
}

/** Three or more whole numbers that follow each other as one stretch. */
function withRuns(own: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < own.length; at++) {
    let end = at;
    while (isNext(own[end], own[end + 1])) end++;
    const [first = "", last = ""] = [own[at], own[end]];
    if (end - at > 1) {
      out.push(`${first}–${last}`);
      at = end;
    } else out.push(first);
  }
  return out;
}

function isNext(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && /^\d{1,6}$/.test(one) && other === String(Number(one) + 1);
}

/** A paragraph. */
export function text(words: PaperWords, look: "body" | "small" | "boxed" = "body"): PaperBlock {
  return { block: "text", words, look };
}

/** A heading. */
export function heading(level: 2 | 3, says: string): PaperBlock {
  return { block: "heading", level, says };
}

/** The heading of a part, on a page of its own. */
export function partHeading(number: number, says: string, under: PaperWords): PaperBlock {
  return { block: "heading", level: 1, says: `${number} ${says}`, under, newPage: true };
}

/** A column of a table; without a width it takes what is left. */
export function col(head: string, width?: number): PaperColumn {
  return width === undefined ? { head } : { head, width };
}
