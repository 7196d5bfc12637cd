import type { Statement } from "@unmask/core";

/** A reader at three in the morning: how hard a text of ours is, and what it counts. */

/** A text of ours without the words that it quotes. */
export function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”/g, " ");
}

const date =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?(,? (at )?\d\d:\d\d)?/g;

/** Every name of the people, the longest first. */
export function namesIn({ me, them, perhaps }: Statement): readonly string[] {
  const spelled = [me, them, perhaps].flatMap((persona) => [persona?.label ?? "", ...(persona?.normalsByName?.keys() ?? [])]);
  return spelled.filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
}

/** What a line counts: each figure with what is counted, without dates, clocks, quotations and their words, identities, ages and the hours of night. */
export function countsIn(line: string, statement: Statement): readonly string[] {
  let text = withoutQuotes(line);
  for (const name of namesIn(statement)) text = text.replaceAll(name, "N");
  text = text
    .replace(date, " ")
    .replace(/\d\d:\d\d|\S*@\S*|midnight and 5|[Ww]ithin \d+ days|\d+ days? before|\d[\d,]* words?( more\)|, in full below)/g, " ");
  return (text.match(/\d[\d,]*( \p{L}+)?/gu) ?? []).map((count) => count.replace(/s$/, ""));
}

/** Flesch–Kincaid grade; a name, a number or a date is one word of one syllable. */
export function gradeOf(lines: readonly string[], names: readonly string[]): number {
  let sentences = 0;
  let words = 0;
  let syllables = 0;
  for (const line of lines) {
    let text = line;
    for (const name of names) text = text.replaceAll(name, " Ann ");
    text = text.replace(date, " Ann ").replace(/\S*(@|\d)\S*/g, " Ann ");
    sentences += Math.max(1, (text.match(/[.?!…](?=[”\s]|$)/g) ?? []).length);
    for (const word of text.match(/[\p{L}’']+/gu) ?? []) {
      words++;
      syllables += syllablesOf(word);
    }
  }
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Groups of vowels, a silent e at the end left out. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  const groups = plain.replace(/(?<![aeiouyl])e$|(?<=[^td])ed$/, "").match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}
