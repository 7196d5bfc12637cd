import { type Instant, type ReadValue, count, list, object, oneOf, text } from "@unmask/core";
import { type HandoverGroup, handoverGroups } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** The end of a shift: what is with this officer, who could take it over, and what others gave to this officer. */
export interface Handover {
  readonly mine: readonly MyMatter[];
  /** How many more are with this officer than one note holds. */
  readonly more: number;
  readonly toRead: readonly GivenMatter[];
  readonly next: readonly Taker[];
  readonly log: LogEntry;
}

/** Who could take over, and which of what is with this officer they cannot read: it would be handed to nobody. */
export interface Taker {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly cannotRead: readonly string[];
}

/** One line, by what it is sorted. */
export interface HandoverLine {
  readonly group: HandoverGroup;
  readonly says: string;
  readonly knowing: WayOfKnowing;
}

interface Matter {
  /** "R-2100", "0412". */
  readonly reference: string;
  /** Who reports, or by whom a case is called. */
  readonly name: string;
  /** Whom a case is about, where one is named. */
  readonly about?: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
}

/** A report or case that is with this officer. */
export interface MyMatter extends Matter {
  readonly lines: readonly HandoverLine[];
  /** It was given to somebody who has not read it yet. */
  readonly waitsFor?: { readonly says: string; readonly since: Instant };
}

/** A report or case that somebody gave to this officer. */
export interface GivenMatter extends Matter {
  readonly number: number;
  readonly from?: { readonly id: string; readonly says: string };
  readonly at?: Instant;
  readonly lines?: readonly HandoverLine[];
  readonly says?: string;
}

/**
 * What is with this officer beyond the notes that wait to be read: who is given a case is on it already, and each line of its note would stand twice.
 * What came since the note was given stands; what has nothing beyond its note is left out.
 */
export function beyondNotes({ mine, toRead }: Pick<Handover, "mine" | "toRead">): readonly MyMatter[] {
  const given = new Map(toRead.map(({ reference, lines = [] }) => [reference, new Set(lines.map(keyOf))]));
  return mine.flatMap((one) => {
    const told = given.get(one.reference);
    if (told === undefined) return [one];
    const lines = one.lines.filter((each) => !told.has(keyOf(each)));
    return lines.length === 0 ? [] : [{ ...one, lines }];
  });
}

/**
 * What a taker cannot read and so stays with the giver: which, and what would let it go; undefined where all of it goes. A danger among it is said by
 * itself: the giver goes home.
 */
export function sayStaying(
  { name, cannotRead }: Taker,
  mine: readonly MyMatter[],
): { readonly says: string; readonly danger?: string } | undefined {
  const staying = mine.filter(({ reference }) => cannotRead.includes(reference));
  if (staying.length === 0) return undefined;
  const named = (some: readonly MyMatter[]): string => sayList(some.map(({ reference }) => reference));
  const inDanger = staying.filter(({ lines }) => lines.some(({ group }) => group === "danger"));
  const stays =
    staying.length === mine.length
      ? "all of it stays with you"
      : `${staying.length === 1 ? "it stays" : "they stay"} with you, the rest goes over`;
  return {
    says: `${name} cannot read ${named(staying)}: ${stays}. A supervisor, or an investigator who is on the case, can put them on it under People.`,
    ...(inDanger.length > 0 && {
      danger: `Danger stands in ${named(inDanger)}: before you go, ask a supervisor to put ${name} on the case, or choose who can read it.`,
    }),
  };
}

function sayList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function keyOf({ group, says }: HandoverLine): string {
  return `${group} ${says}`;
}

const line: ReadValue<HandoverLine> = object(({ must }) => ({
  group: must("group", oneOf(handoverGroups)),
  says: must("says", text),
  knowing: must("knowing", oneOf(waysOfKnowing)),
}));

const myMatter: ReadValue<MyMatter> = object(({ must, may }) => ({
  reference: must("reference", text),
  name: must("name", text),
  ...may("about", text),
  saw: must("saw", count),
  lines: must("lines", list(line)),
  ...may(
    "waitsFor",
    object((one) => ({ says: one.must("says", text), since: one.must("since", instant) })),
  ),
}));

const givenMatter: ReadValue<GivenMatter> = object(({ must, may }) => ({
  reference: must("reference", text),
  name: must("name", text),
  ...may("about", text),
  saw: must("saw", count),
  number: must("number", count),
  ...may(
    "from",
    object((one) => ({ id: one.must("id", text), says: one.must("says", text) })),
  ),
  ...may("at", instant),
  ...may("lines", list(line)),
  ...may("says", text),
}));

const taker: ReadValue<Taker> = object(({ must }) => ({
  id: must("id", text),
  name: must("name", text),
  role: must("role", text),
  cannotRead: must("cannotRead", list(text)),
}));

/** Reads the answer of `GET /desk/handover`. */
export const handover: ReadValue<Handover> = object(({ must }) => ({
  more: must("more", count),
  mine: must("mine", list(myMatter)),
  toRead: must("toRead", list(givenMatter)),
  next: must("next", list(taker)),
  log: must("log", logEntry),
}));
