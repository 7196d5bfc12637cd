import { type EntryKind, type LifeArea, type Writer, entryKinds, lifeAreas } from "@unmask/core";
import type { DraftedFile } from "./vault/protocol.ts";
import { type DayDraft, emptyDay } from "./day-draft.ts";
import { objectIn, oneOf } from "./sealed-text.ts";

/** An entry as she types it, in the page's memory until it is saved; what is empty is not said. */
export interface EntryDraft {
  readonly words: string;
  /** "unsure": on some day from `day` to `until`, or on none that she knows. */
  readonly when: "" | "now" | "today" | "day" | "unsure";
  /** `18:40`. */
  readonly hour: string;
  /** Give or take: minutes, in digits; empty where she did not say. */
  readonly leeway: string;
  readonly day: DayDraft;
  readonly until: DayDraft;
  readonly who: string;
  readonly sure: "" | "certain" | "think-so" | "not-known";
  readonly how: string;
  readonly kinds: readonly EntryKind[];
  readonly exact: string;
  /** One number, account or number plate a line. */
  readonly accounts: string;
  readonly felt: string;
  readonly feared: "" | "yes" | "no" | "unsure";
  readonly changed: string;
  readonly areas: readonly LifeArea[];
  readonly place: string;
  /** One person a line. */
  readonly witnesses: string;
  /** One person a line: who was used for it, or was there with them. */
  readonly others: string;
  readonly did: string;
  readonly referenceWith: string;
  readonly referenceNumber: string;
  /** The order or bail condition that it may break. */
  readonly breaks: string;
  readonly firstHand: "" | "seen" | "told";
  readonly toldBy: string;
  readonly by: Writer;
  readonly files: readonly DraftedFile[];
}

/** Nothing is typed. */
export const emptyEntry: EntryDraft = {
  words: "",
  when: "",
  hour: "",
  leeway: "",
  day: emptyDay,
  until: emptyDay,
  who: "",
  sure: "",
  how: "",
  kinds: [],
  exact: "",
  accounts: "",
  felt: "",
  feared: "",
  changed: "",
  areas: [],
  place: "",
  witnesses: "",
  others: "",
  did: "",
  referenceWith: "",
  referenceNumber: "",
  breaks: "",
  firstHand: "",
  toldBy: "",
  by: "self",
  files: [],
};

/**
 * The draft as a text, to be sealed when it locks; undefined where nothing is typed or chosen. `to`: the number of the entry that it is added to. Of its
 * files it says where they are sealed.
 */
export function draftToText(draft: EntryDraft, to?: number): string | undefined {
  const files = draft.files.map(({ file: _, isLost: __, ...said }) => said);
  const typed = { ...draft, files };
  return JSON.stringify(typed) === JSON.stringify(emptyEntry) ? undefined : JSON.stringify({ ...typed, ...(to !== undefined && { to }) });
}

/**
 * What is in a draft that was not in it when it was saved: the words behind those that were, the fields that say something else, the files that came.
 * Undefined where there is nothing.
 */
export function draftSince(now: EntryDraft, saved: EntryDraft): EntryDraft | undefined {
  const rest = now.words.startsWith(saved.words) ? now.words.slice(saved.words.length).trimStart() : now.words;
  const files = now.files.filter((file) => !saved.files.includes(file));
  const since = { ...emptyEntry, ...otherFields(now, saved), words: rest, files };
  return files.length > 0 || draftToText(since) !== undefined ? since : undefined;
}

/** The fields that say something else. */
function otherFields(now: EntryDraft, saved: EntryDraft): Partial<EntryDraft> {
  const isOther = ([key, value]: readonly [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(new Map<string, unknown>(Object.entries(saved)).get(key));
  return Object.fromEntries(Object.entries(now).filter(isOther));
}

/** The files that a draft in a text names; none where it is no such text. */
export function filesIn(text: string): readonly DraftedFile[] {
  const files = objectIn(text)?.["files"];
  return Array.isArray(files) ? files.flatMap(fileIn) : [];
}

function fileIn(value: unknown): readonly DraftedFile[] {
  if (typeof value !== "object" || value === null) return [];
  const { name, size, sealed, from, changed }: Partial<Record<keyof DraftedFile, unknown>> = value;
  if (typeof name !== "string" || typeof size !== "number" || typeof sealed !== "string" || !sealedForm.test(sealed)) return [];
  return [{ name, size, sealed, ...(typeof from === "string" && { from }), ...(typeof changed === "string" && { changed }) }];
}

const sealedForm = /^originals\/[0-9a-f]{32}\.age$/;

/** The draft in a text that was sealed; what is no such thing in it is left empty. Undefined where it is no draft of an entry. */
export function draftFromText(text: string): EntryDraft | undefined {
  const read = objectIn(text);
  if (read === undefined || !("words" in read)) return undefined;
  const said = (key: Typed): string => textIn(read[key]) ?? emptyEntry[key];
  const day = (key: "day" | "until"): DayDraft => dayIn(read[key]);
  return {
    ...emptyEntry,
    words: said("words"),
    when: oneOf(["", "now", "today", "day", "unsure"], read["when"]),
    hour: said("hour"),
    leeway: said("leeway"),
    day: day("day"),
    until: day("until"),
    who: said("who"),
    sure: oneOf(["", "certain", "think-so", "not-known"], read["sure"]),
    how: said("how"),
    kinds: entryKinds.filter((kind) => isAmong(kind, read["kinds"])),
    exact: said("exact"),
    accounts: said("accounts"),
    felt: said("felt"),
    feared: oneOf(["", "yes", "no", "unsure"], read["feared"]),
    changed: said("changed"),
    areas: lifeAreas.filter((area) => isAmong(area, read["areas"])),
    place: said("place"),
    witnesses: said("witnesses"),
    others: said("others"),
    did: said("did"),
    referenceWith: said("referenceWith"),
    referenceNumber: said("referenceNumber"),
    breaks: said("breaks"),
    firstHand: oneOf(["", "seen", "told"], read["firstHand"]),
    toldBy: said("toldBy"),
    by: oneOf(["self", "supporter"], read["by"]),
    files: filesIn(text),
  };
}

/** The fields that are typed as they are. */
type Typed = Exclude<
  { [Key in keyof EntryDraft]: EntryDraft[Key] extends string ? Key : never }[keyof EntryDraft],
  "when" | "sure" | "feared" | "firstHand" | "by"
>;

const textIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const isAmong = (wanted: string, list: unknown): boolean => Array.isArray(list) && list.includes(wanted);

function dayIn(value: unknown): DayDraft {
  if (typeof value !== "object" || value === null) return emptyDay;
  const { day, month, year }: { readonly day?: unknown; readonly month?: unknown; readonly year?: unknown } = value;
  return { day: textIn(day) ?? "", month: textIn(month) ?? "", year: textIn(year) ?? "" };
}
