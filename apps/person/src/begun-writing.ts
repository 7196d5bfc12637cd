import { objectIn } from "./sealed-text.ts";
import { newPath } from "./ports/new-path.ts";
import type { Paper, SealedWriting } from "./vault/protocol.ts";
import { type LetterDraft, letterFromText, letterToText } from "./letter-draft.ts";
import { type EntryDraft, draftFromText, draftSince, draftToText, emptyEntry } from "./entry-draft.ts";

/** Signs of what she began that home shows: one line of a phone, and no more for whoever looks over her shoulder. */
const mostShown = 40;

/**
 * What she has begun to write in her notes and not saved or sent. It stays when she goes to another screen, is sealed where her notes lock, and is
 * offered again. `paper`: where it is sealed; `since`: the moment at which it was sealed first.
 */
export type BegunWriting = BegunEntry | BegunPaper | BegunLetter;

/** An entry; `to`: what she adds to the one of this number. */
export interface BegunEntry {
  readonly of: "entry";
  readonly to?: number;
  readonly draft: EntryDraft;
  readonly paper?: string;
  readonly since?: string;
}

/** A private note or a part of her plan; `instead`: the path of the one that it takes the place of. Or what it has done to her days, for a report. */
export interface BegunPaper {
  readonly of: "note" | "plan" | "impact";
  readonly words: string;
  readonly instead?: string;
  readonly paper?: string;
  readonly since?: string;
}

/** A letter to the police. */
export interface BegunLetter {
  readonly of: "letter";
  readonly letter: LetterDraft;
  readonly paper?: string;
  readonly since?: string;
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

/** An entry with what she changed of it; where files go with it, it has the paper that they are sealed with as soon as they are chosen. */
export function withDraft({ draft, ...writing }: BegunEntry, changed: Partial<EntryDraft>): BegunEntry {
  const now = { ...draft, ...changed };
  return { ...writing, draft: now, ...(writing.paper === undefined && now.files.length > 0 && { paper: newPath("private") }) };
}

/** What is to be sealed of all of them; of one that she took back, that what was sealed of it goes. */
export function sealedOf(begun: readonly BegunWriting[]): readonly SealedWriting[] {
  return begun.flatMap((writing): readonly SealedWriting[] => {
    const { paper: path } = writing;
    const words = writingToText(writing) ?? "";
    const files = writing.of === "entry" ? writing.draft.files : [];
    if (words === "" && path === undefined) return [];
    return [{ words, ...(path !== undefined && { path }), ...(files.length > 0 && { files }) }];
  });
}

/** As a text, to be sealed; undefined where nothing is typed. */
export function writingToText(writing: BegunWriting): string | undefined {
  if (writing.of === "entry") return draftToText(writing.draft, writing.to);
  if (writing.of === "letter") return letterToText(writing.letter);
  const { of, words, instead } = writing;
  return words.trim() === "" ? undefined : JSON.stringify({ of, words, ...(instead !== undefined && { instead }) });
}

/** What she wrote first in it, on one line; empty where she has written nothing. */
export function firstWords(writing: BegunWriting): string {
  const words = writing.of === "entry" ? writing.draft.words : writing.of === "letter" ? writing.letter.account : writing.words;
  const signs = [...words.replace(/\s+/g, " ").trim()];
  return signs.length > mostShown ? `${signs.slice(0, mostShown - 1).join("")}…` : signs.join("");
}

/** What was sealed in a paper; undefined where it is no such text. */
export function writingFromPaper({ words: text, path: paper, at: since, lost = [] }: Omit<Paper, "kind">): BegunWriting | undefined {
  const read = objectIn(text);
  if (read === undefined) return undefined;
  const { of, words, instead, to } = read;
  if (of === "letter") {
    const letter = letterFromText(text);
    return letter && { of, letter, paper, since };
  }
  if (of === "note" || of === "plan" || of === "impact")
    return typeof words === "string" ? { of, words, ...(typeof instead === "string" && { instead }), paper, since } : undefined;
  const draft = draftFromText(text);
  if (draft === undefined) return undefined;
  const files = draft.files.map((file) => (lost.includes(file.sealed) ? { ...file, isLost: true as const } : file));
  return { of: "entry", draft: { ...draft, files }, ...(typeof to === "number" && Number.isSafeInteger(to) && { to }), paper, since };
}

function isSamePlace(one: BegunWriting, other: BegunWriting): boolean {
  return one.of === other.of && (one.of !== "entry" || other.of !== "entry" || one.to === other.to);
}
