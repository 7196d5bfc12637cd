import { type PaperLaw, type PaperRun, type PaperSection, type PaperWords, paperSections } from "@unmask/core";
import type { PaperTemplate } from "./paper-template.ts";
import { type WordKey, standingWords } from "./standing-words.ts";

/** What stands in the places of a sentence. An empty one takes the blank before it along. */
export type WordValues = Readonly<Record<string, PaperWords | number>>;

/** Says the standing words of one template with the law's own numbers of sections. */
export interface SayWords {
  /** With its looks. */
  say(key: WordKey, values?: WordValues): PaperWords;
  /** Without: for a head, a title, a value in another sentence. */
  plain(key: WordKey, values?: WordValues): string;
}

/** Makes it. */
export function createSayWords(template: PaperTemplate, law: PaperLaw): SayWords {
  const sentenceOf = (key: WordKey): string => template.words[key] ?? standingWords[key];
  const section = (name: string): string => {
    const known = paperSections.find((one): one is PaperSection => one === name);
    return (known && law.sections[known]) ?? sentenceOf("section-not-known");
  };
  const valueOf = (mark: string, key: WordKey, values: WordValues): PaperWords => {
    if (mark.startsWith("s:")) return section(mark.slice(2));
    const value = values[mark];
    if (value === undefined) throw new Error(`${key} has no ${mark}`);
    return typeof value === "number" ? String(value) : value;
  };
  const say = (key: WordKey, values: WordValues = {}): PaperWords => {
    const out: (string | PaperRun)[] = [];
    let isStrong = false;
    let end = 0;
    const sentence = sentenceOf(key);
    const add = (piece: string | PaperRun): void => {
      const run = typeof piece === "string" && isStrong ? { says: piece, look: "strong" as const } : piece;
      if (run !== "") push(out, run);
    };
    for (const found of sentence.matchAll(/\{([^{}]*)\}|\*/g)) {
      const [whole, mark] = found;
      const value = mark === undefined ? undefined : valueOf(mark, key, values);
      const before = sentence.slice(end, found.index);
      add(value === "" ? before.replace(/ $/, "") : before);
      end = found.index + whole.length;
      if (value === undefined) isStrong = !isStrong;
      else for (const piece of typeof value === "string" ? [value] : value) add(piece);
    }
    add(sentence.slice(end));
    const [only = ""] = out;
    return out.length <= 1 && typeof only === "string" ? only : out;
  };
  const plain = (key: WordKey, values?: WordValues): string => {
    const words = say(key, values);
    return typeof words === "string" ? words : words.map((run) => (typeof run === "string" ? run : run.says)).join("");
  };
  return { say, plain };
}

/** Words one after the other, with a blank between. */
export function together(all: readonly PaperWords[]): PaperWords {
  const out: (string | PaperRun)[] = [];
  for (const words of all) {
    if (words === "" || words.length === 0) continue;
    if (out.length > 0) push(out, " ");
    for (const run of typeof words === "string" ? [words] : words) push(out, run);
  }
  const [only = ""] = out;
  return out.length <= 1 && typeof only === "string" ? only : out;
}

/** Runs without a look are joined: each run is an object more in a paper of thousands. */
function push(out: (string | PaperRun)[], run: string | PaperRun): void {
  const last = out.at(-1);
  if (typeof run === "string" && typeof last === "string") out[out.length - 1] = last + run;
  else if (typeof run !== "string" && typeof last !== "string" && last !== undefined && run.look === last.look && run.look !== "quoted")
    out[out.length - 1] = { says: last.says + run.says, look: run.look };
  else out.push(run);
}
