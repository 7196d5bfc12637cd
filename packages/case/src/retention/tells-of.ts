import { isWordToo } from "@unmask/core";
import { writingsOfNumber } from "../withheld/desk-numbers.ts";
import { before, behind, foldText, lettersApart } from "../withheld/folded-text.ts";

/**
 * Whether words that were written beside no case tell of somebody or something that goes. What is certain goes with it; a part of a name by itself can be
 * another's, or no name at all: it stays, and is listed for the two who decide (docs/formats/retention.md, "Erasing").
 */
export type TellsOf = "certainly" | "unclear" | "no";

/** What goes: how people in it are called, and its numbers. */
export interface WhatGoes {
  readonly names: readonly string[];
  readonly case: string | null;
  readonly reports: readonly string[];
  readonly orders: readonly string[];
}

const titles: ReadonlySet<string> = new Set(["mr", "mrs", "ms", "miss", "mx", "dr"]);
/** Letters of a part of a name that is looked for by itself. */
const shortestPart = 3;
/** Letters of a whole name that is looked for with anything between any two of them, or nothing. */
const fewestApart = 6;
/** Letters and digits of the name of an account. */
const shortestAccount = 4;

/** Makes it ready for many words. */
export function createTellsOf({ names, case: ref, reports, orders }: WhatGoes): (words: string) => TellsOf {
  const people = names.map(partsOf).filter((parts) => parts.length > 0);
  const accounts = names.filter((name) => /^\S*[\p{N}_]\S*$/u.test(name.trim()));
  const forms = [
    ...people
      .filter((parts) => parts.length > 1 || parts.every((one) => one.length >= shortestPart && !isWordToo(one)))
      .flatMap((parts) => parts.map((_, i) => together([...parts.slice(i), ...parts.slice(0, i)]))),
    ...accounts
      .map((name) => partsOf(name).join(""))
      .flatMap((one) => (one.length < shortestAccount ? [] : [`${before}${lettersApart(one)}${behind}`])),
    ...reports.map((number) => writingsOfNumber("report", number)),
    ...orders.map((number) => writingsOfNumber("order", number)),
    ...(ref === null ? [] : [writingsOfNumber("case", ref)]),
  ];
  const certain = forms.length === 0 ? undefined : new RegExp(forms.join("|"), "u");
  const surnames = new Map(people.map((parts) => [parts.at(-1) ?? "", parts]));
  const given = new Set(people.flatMap((parts) => parts.slice(0, -1)));
  return (words) => {
    const { folded, startOf } = foldText(words);
    if (certain?.test(folded) === true) return "certainly";
    const said = Array.from(folded.replaceAll("'", " ").matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
      word,
      isName: /^\p{Lu}/u.test(words.slice(startOf(index))),
    }));
    const all = said.map(({ word }) => word);
    if (all.some((_, i) => isNamedAt(all, i, surnames, people))) return "certainly";
    return said.some(({ word, isName }) => word.length >= shortestPart && (surnames.has(word) || (isName && given.has(word))))
      ? "unclear"
      : "no";
  };
}

/** A title before a surname or behind it, or before a given name and the surname; the first name and the last with others of theirs, or initials, between. */
function isNamedAt(
  words: readonly string[],
  at: number,
  surnames: ReadonlyMap<string, readonly string[]>,
  people: readonly (readonly string[])[],
): boolean {
  const word = words[at] ?? "";
  const isTitle = (one: string | undefined): boolean => one !== undefined && titles.has(one);
  const [one, two] = [words[at - 1], words[at - 2]];
  if (surnames.has(word) && word.length >= shortestPart - 1) {
    if (isTitle(one) || isTitle(words[at + 1])) return true;
    if (isTitle(two) && one !== undefined && (one.length === 1 || (surnames.get(word) ?? []).includes(one))) return true;
  }
  return people.some((parts) => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (parts.length < 2 || word !== last) return false;
    const from = words.slice(0, at).lastIndexOf(first ?? "");
    return from >= 0 && words.slice(from + 1, at).every((middle) => middle.length === 1 || parts.includes(middle));
  });
}

function partsOf(name: string): readonly string[] {
  const words =
    foldText(name)
      .folded.replaceAll("'", " ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !titles.has(word));
}

function together(parts: readonly string[]): string {
  const letters = parts.join("");
  const form = letters.length < fewestApart ? parts.join("[^\\p{L}\\p{N}]{1,3}") : lettersApart(letters);
  return `${before}${form}${behind}`;
}
