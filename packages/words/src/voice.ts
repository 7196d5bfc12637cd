import type { Statement } from "@unmask/core";
import { englishVoices } from "./english.ts";
import { type Mark, type Voice, type VoiceWords, markNames } from "./language.ts";
import { foldRuns } from "./quoted.ts";

/**
 * Who is who in a sentence of ours. A sentence is written once, with marks where the two people stand (`${marks.You} told ${marks.them} to
 * stop`), and is told in a voice: on her page "You told them to stop", in print "Hannah Reyes told Owen Pike to stop".
 *
 * [Note: Marks] A mark is one of the characters from U+FDD0 on, which Unicode keeps for a program's own use and no text is made of. Words that
 * somebody wrote are stripped of them (`withoutMarks`) before they stand in such a sentence, or a sender could write a name into it.
 */

const firstMark = 0xfdd0;
const anyMark = /[\uFDD0-\uFDEF]/g;

const mark = (name: Mark): string => String.fromCharCode(firstMark + markNames.indexOf(name));

/** The marks, by what they become on her page. */
export const marks: Voice = {
  You: mark("You"),
  you: mark("you"),
  yours: mark("yours"),
  Yours: mark("Yours"),
  your: mark("your"),
  Your: mark("Your"),
  youSay: mark("youSay"),
  are: mark("are"),
  were: mark("were"),
  Me: mark("Me"),
  They: mark("They"),
  they: mark("they"),
  them: mark("them"),
  Theirs: mark("Theirs"),
  theirs: mark("theirs"),
  now: mark("now"),
  moment: mark("moment"),
  sameDay: mark("sameDay"),
  meSays: mark("meSays"),
};

/** Second person: for her page. */
export const pageVoice: Voice = englishVoices.page;

/** Third person, by the two names: for paper, which others read. */
export function printVoice(statement: Pick<Statement, "me" | "them">, { print }: VoiceWords = englishVoices): Voice {
  const { me, them } = namesInPrint(statement);
  return print({ me: nameInSentence(me), them: nameInSentence(them), initials: initialsOf(statement.me.label) });
}

/** A longer name is cut: two of them stand in one line. */
const longestName = 30;
/** A longer name is cut wherever paper says it: one of a thousand characters in each sentence would fill the pages with itself. */
const longestInPrint = 60;

function nameInSentence(name: string): string {
  return withoutMarks(sayBriefly(name, longestName));
}

/** The two people as paper names them. */
export interface NamesInPrint {
  readonly me: string;
  readonly them: string;
}

/** The two names; where she gave none, what is known: paper says "you" and "them" of nobody. */
export function namesInPrint({ me, them }: Pick<Statement, "me" | "them">): NamesInPrint {
  return {
    me: me.label === "you" || me.label === "" ? "the person who hands this in" : inPrint(me.label),
    them: them.label === "them" || them.label === "" ? "the other person" : inPrint(them.label),
  };
}

/** A name as she wrote it, where it has no more characters than paper has room for. */
function inPrint(name: string): string {
  return [...name].length <= longestInPrint ? name : sayBriefly(name, longestInPrint);
}

/** A text with its marks told in a voice. */
export function inVoice(text: string, voice: Voice): string {
  return text.replace(anyMark, (found) => voice[markNames[found.charCodeAt(0) - firstMark] ?? "you"]);
}

/** Words that somebody wrote, without any mark: a mark in them becomes U+FFFD. */
export function withoutMarks(text: string): string {
  return text.replace(anyMark, "\uFFFD");
}

/** Initials that a margin has room for. */
const mostInitials = 3;

/** "HR" of "Hannah Reyes": what stands where a name has no room. "EX" where a name has no letter, or where there is none. */
export function initialsOf(label: string): string {
  const letters = label === "you" ? [] : (label.normalize("NFC").match(/(?<!\p{L}['’]?)\p{L}/gu) ?? []);
  return letters.length === 0 ? "EX" : letters.slice(0, mostInitials).join("").toUpperCase();
}

/** A text of at most so many characters, cut at a whole word where one fits: "night.letters@…". */
export function sayBriefly(text: string, most: number): string {
  const plain = foldRuns(text.replace(invisible, "").replace(/\s+/g, " ")).trim();
  const characters = [...plain];
  if (characters.length <= most) return plain;
  const cut = characters.slice(0, most - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

/** Characters that would turn, hide or break the line they stand in. */
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
