import { objectIn } from "./sealed-text.ts";
import type { SealedWriting } from "./vault/protocol.ts";
import { type LetterDraft, letterFromText, letterToText } from "./letter-draft.ts";
import { type EntryDraft, draftFromText, draftSince, draftToText, emptyEntry } from "./entry-draft.ts";

/**
 * What she has begun to write in her notes and not saved or sent. It stays when she goes to another screen, is sealed where her notes lock, and is
 * offered again. `paper`: where it is sealed.
 */
export type BegunWriting = BegunEntry | BegunPaper | BegunLetter;

/** An entry; `to`: what she adds to the one of this number. */
export interface BegunEntry {
  readonly of: "entry";
  readonly to?: number;
  readonly draft: EntryDraft;
  readonly paper?: string;
}

/** A private note or a part of her plan; `instead`: the path of the one that it takes the place of. Or what it has done to her days, for a report. */
export interface BegunPaper {
  readonly of: "note" | "plan" | "impact";
  readonly words: string;
  readonly instead?: string;
  readonly paper?: string;
}

/** A letter to the police. */
export interface BegunLetter {
  readonly of: "letter";
  readonly letter: LetterDraft;
  readonly paper?: string;
}

/** The entry that she is writing, or what she adds to number `to`; empty where she has begun none. */
export function begunEntry(begun: readonly BegunWriting[], to?: number): BegunEntry {
  const nothing: BegunEntry = { of: "entry", draft: emptyEntry, ...(to !== undefined && { to }) };
  return begun.find((one): one is BegunEntry => isSamePlace(one, nothing)) ?? nothing;
}

/** The note or the part of her plan that she is writing. */
export function begunPaper(begun: readonly BegunWriting[], of: BegunPaper["of"]): BegunPaper {
  const nothing: BegunPaper = { of, words: "" };
  return begun.find((one): one is BegunPaper => isSamePlace(one, nothing)) ?? nothing;
}

/** With this one as it stands now, in place of what was begun at the same place; one that says nothing and is sealed nowhere is none. */
export function withWriting(begun: readonly BegunWriting[], writing: BegunWriting): readonly BegunWriting[] {
  const others = begun.filter((one) => !isSamePlace(one, writing));
  return writing.paper === undefined && writingToText(writing) === undefined ? others : [...others, writing];
}

/** Without what was begun at its place. */
export function withoutWriting(begun: readonly BegunWriting[], writing: BegunWriting): readonly BegunWriting[] {
  return begun.filter((one) => !isSamePlace(one, writing));
}

/**
 * What she typed at the place of this one while it was being saved; undefined where it is as it was saved. `at`: the number of the entry, or the path of
 * the paper, that it is saved as, where what she typed since then belongs.
 */
export function typedSince(
  begun: readonly BegunWriting[],
  saved: BegunEntry | BegunPaper,
  at: { readonly counter?: number; readonly path?: string },
): BegunWriting | undefined {
  const now = begun.find((one) => isSamePlace(one, saved));
  if (now?.of === "entry" && saved.of === "entry") {
    const draft = draftSince(now.draft, saved.draft);
    const to = saved.to ?? at.counter;
    return draft && { of: "entry", draft, ...(to !== undefined && { to }) };
  }
  if (now === undefined || !("words" in now) || !("words" in saved) || now.words === saved.words) return undefined;
  return { of: now.of, words: now.words, ...(at.path !== undefined && { instead: at.path }) };
}

/** What was begun at the place of this one and is another writing: it would be written over where this one is taken up. */
export function writingInTheWay(begun: readonly BegunWriting[], writing: BegunWriting): BegunWriting | undefined {
  return begun.find(
    (one) => isSamePlace(one, writing) && !(one.paper !== undefined && one.paper === writing.paper) && writingToText(one) !== undefined,
  );
}

/** What is to be sealed of all of them. */
export function sealedOf(begun: readonly BegunWriting[]): readonly SealedWriting[] {
  return begun.flatMap((writing): readonly SealedWriting[] => {
    const words = writingToText(writing);
    return words === undefined ? [] : [{ words, ...(writing.paper !== undefined && { path: writing.paper }) }];
  });
}

/** As a text, to be sealed; undefined where nothing is typed. */
export function writingToText(writing: BegunWriting): string | undefined {
  if (writing.of === "entry") return draftToText(writing.draft, writing.to);
  if (writing.of === "letter") return letterToText(writing.letter);
  const { of, words, instead } = writing;
  return words.trim() === "" ? undefined : JSON.stringify({ of, words, ...(instead !== undefined && { instead }) });
}

/** What was sealed at a path; undefined where it is no such text. */
export function writingFromText(text: string, paper: string): BegunWriting | undefined {
  const read = objectIn(text);
  if (read === undefined) return undefined;
  const { of, words, instead, to } = read;
  if (of === "letter") {
    const letter = letterFromText(text);
    return letter && { of, letter, paper };
  }
  if (of === "note" || of === "plan" || of === "impact")
    return typeof words === "string" ? { of, words, ...(typeof instead === "string" && { instead }), paper } : undefined;
  const draft = draftFromText(text);
  if (draft === undefined) return undefined;
  return { of: "entry", draft, ...(typeof to === "number" && Number.isSafeInteger(to) && { to }), paper };
}

function isSamePlace(one: BegunWriting, other: BegunWriting): boolean {
  return one.of === other.of && (one.of !== "entry" || other.of !== "entry" || one.to === other.to);
}
