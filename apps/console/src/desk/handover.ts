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
  readonly next: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly log: LogEntry;
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

/** Reads the answer of `GET /desk/handover`. */
export const handover: ReadValue<Handover> = object(({ must }) => ({
  more: must("more", count),
  mine: must("mine", list(myMatter)),
  toRead: must("toRead", list(givenMatter)),
  next: must("next", list(object((one) => ({ id: one.must("id", text), name: one.must("name", text), role: one.must("role", text) })))),
  log: must("log", logEntry),
}));
