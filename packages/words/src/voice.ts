import type { Statement } from "@unmask/core";

/**
 * To whom a sentence speaks. Her page says "you" and "they" to her alone; print, which others read, says the two names. Only what changes
 * between the two stands here.
 */
export interface Voice {
  /** "you", "Hannah Reyes". */
  readonly me: string;
  /** "your", "Hannah Reyes’s". */
  readonly my: string;
  /** "are", "is": behind `me`. */
  readonly are: string;
  /** "were", "was": behind `me`. */
  readonly were: string;
  /** "today", "this report": the day from which an age is counted. */
  readonly now: string;
  /** "they", "Owen Pike". */
  readonly they: string;
  /** "them", "Owen Pike". */
  readonly them: string;
}

/** To her, on her page. */
export const pageVoice: Voice = { me: "you", my: "your", are: "are", were: "were", now: "today", they: "they", them: "them" };

/** A longer name is cut: two of them stand in one line. */
const longestName = 30;

/** To others, in print: the two names; where she gave none, what is known. */
export function printVoice({ me, them }: Pick<Statement, "me" | "them">): Voice {
  const hers = me.label === "" || me.label === "you" ? "the person who hands this in" : sayBriefly(me.label, longestName);
  const theirs = them.label === "" || them.label === "them" ? "the other person" : sayBriefly(them.label, longestName);
  return { me: hers, my: `${hers}’s`, are: "is", were: "was", now: "this report", they: theirs, them: theirs };
}

/** A text of at most so many characters, cut at a whole word where one fits: "night.letters@…". */
export function sayBriefly(text: string, most: number): string {
  const plain = text.replace(invisible, "").replace(/\s+/g, " ").trim();
  const characters = [...plain];
  if (characters.length <= most) return plain;
  const cut = characters.slice(0, most - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

/** Characters that would turn, hide or break the line they stand in. */
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
