import { sayNumber } from "@unmask/words";
import { type Edition, type HiddenCell, measureInWords, valueInWords } from "@unmask/case";

/** Words of an edition that is about to be published. */

const nths = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/** "second" of `2026-10/2`; "12th" beyond nine. */
export function nthInWords(edition: string): string {
  const nth = Number(edition.split("/")[1] ?? 1);
  return nths[nth - 1] ?? `${nth}th`;
}

/** "Former partner, <5" */
export function hiddenInWords({ measure, value, cell }: Pick<HiddenCell, "measure" | "value" | "cell">): string {
  return `${value === "all" ? "All" : valueInWords(value)}, ${cell} (${measureInWords[measure]})`;
}

/** "1 to 4"; "0, 5 to 8 or more" of a held one. */
export function numbersInWords({ cell, canBe }: Pick<HiddenCell, "cell" | "canBe">): string {
  const runs: (readonly [number, number])[] = [];
  for (const number of canBe) {
    const [from, to] = runs.at(-1) ?? [];
    if (from !== undefined && to === number - 1) runs.splice(-1, 1, [from, number]);
    else runs.push([number, number]);
  }
  const said = runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(", ");
  return cell === "held" ? `${said} or more` : said;
}

/** How many cells have their number, how many are in it without, and how many are in none of its tables: the three are all of them. */
export function sayCells({ cells, shown, rows }: Pick<Edition, "cells" | "shown" | "rows">): string {
  const hidden = rows.filter(({ count }) => count === "<5" || count === "held").length;
  const left = cells - shown - hidden;
  const parts = [
    `${sayNumber(shown)} of ${sayNumber(cells)} cells are shown`,
    `${sayNumber(hidden)} ${hidden === 1 ? "is in it without its" : "are in it without their"} number`,
    ...(left === 0 ? [] : [`${sayNumber(left)} ${left === 1 ? "is" : "are"} in tables that are left out`]),
  ];
  return `${parts.join("; ")}.`;
}

/** A cell that is another than in the edition before. */
export interface ChangedCell {
  readonly says: string;
  readonly before: string;
  readonly now: string;
}

/** What changed since the edition before, and how many cells did not. */
export function changedSince(last: Edition, edition: Edition): { readonly changed: readonly ChangedCell[]; readonly same: number } {
  const keyOf = ({ measure, dimension, value }: Edition["rows"][number]): string => `${measure} ${dimension} ${value}`;
  const before = new Map(last.rows.map((row) => [keyOf(row), row]));
  const now = new Map(edition.rows.map((row) => [keyOf(row), row]));
  const all = [...new Set([...before.keys(), ...now.keys()])];
  const changed = all.flatMap((key): readonly ChangedCell[] => {
    const [was, is] = [before.get(key), now.get(key)];
    const row = is ?? was;
    const [saidBefore, saidNow] = [sayCount(was), sayCount(is)];
    if (row === undefined || saidBefore === saidNow) return [];
    const { measure, value } = row;
    const what =
      measure === "minutes-to-first-action" || measure === "days-to-application" ? measure.replaceAll("-", " ") : measureInWords[measure];
    return [{ says: `${value === "all" ? "All" : valueInWords(value)}, ${what}`, before: saidBefore, now: saidNow }];
  });
  return { changed, same: all.length - changed.length };
}

function sayCount(row: Edition["rows"][number] | undefined): string {
  if (row === undefined) return "left out";
  return typeof row.count === "object" ? `${row.count.median} of ${row.count.n}` : String(row.count);
}
