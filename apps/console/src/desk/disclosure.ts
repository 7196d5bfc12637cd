import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { disclosedTo, disclosureMarks } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** What is held in a case and not relied on, as the server answers it. `by` is the name of the officer; how anybody is reached is in no word of it. */
export interface Schedule {
  readonly case: string;
  readonly saw: number;
  readonly items: readonly ScheduleItem[];
  /** What nobody listed yet, in part; `unlistedInAll` counts it. */
  readonly unlisted: readonly UnlistedThing[];
  readonly unlistedInAll: number;
  /** What is held too and can be in no row, in words. */
  readonly notListed: readonly string[];
  /** How many things a bundle or a decision names. */
  readonly relied: number;
  readonly schedule: { readonly marked: number; readonly isAgreed: boolean; readonly read: readonly SecondReading[] };
  readonly given: readonly Given[];
  readonly asked: readonly AskedFor[];
  readonly log: LogEntry;
}

/** Something that is held, without any of its words. */
interface Thing {
  readonly kind: string;
  readonly knowing: WayOfKnowing;
  readonly since: Instant;
  readonly by: string;
  /** Lines of its text; null: a file. */
  readonly lines: number | null;
  readonly isWithdrawn: boolean;
}

/** The same, where nobody listed it. */
export interface UnlistedThing extends Thing {
  readonly of: string;
}

/** What the disclosure officer says of an item. */
export type Mark = (typeof disclosureMarks)[number];
/** To whom something goes. */
export type GoesTo = (typeof disclosedTo)[number];

/** One item of the schedule. */
export interface ScheduleItem {
  readonly item: string;
  readonly of: string;
  /** Null where it lies elsewhere, or nothing is held. */
  readonly thing: Thing | null;
  readonly isRelied: boolean;
  readonly describes: string;
  readonly mark: Mark;
  readonly reason: string;
  readonly again: string | null;
  readonly by: string;
  readonly happened: Instant;
  readonly number: number;
  readonly before: readonly { readonly mark: Mark; readonly reason: string; readonly by: string; readonly happened: Instant }[];
  readonly copies: readonly Copy[];
}

/** A copy with spans taken out. */
export interface Copy {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
  readonly original: string;
  readonly copy: string;
  readonly lines: readonly string[];
  readonly taken: readonly {
    readonly line: number;
    readonly at: number;
    readonly length: number;
    readonly what: string;
    readonly why: string;
  }[];
  readonly leftIn: readonly { readonly line: number; readonly why: string }[];
  readonly originalHolds: boolean;
  readonly copyHolds: boolean;
  readonly readings: readonly SecondReading[];
  readonly isAgreed: boolean;
  /** Why it does not go to each of them; null: it may. */
  readonly whyNot: readonly { readonly as: GoesTo; readonly says: string | null }[];
}

interface SecondReading {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
  readonly agrees: boolean;
  readonly says: string | null;
}

/** What went. */
export interface Given {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
  readonly schedule: boolean;
  readonly as: GoesTo;
  readonly to: string;
  readonly how: string;
  readonly answers: number | null;
  readonly copies: readonly { readonly number: number; readonly item: string; readonly copy: string }[];
}

/** What was asked for. */
export interface AskedFor {
  readonly number: number;
  readonly happened: Instant;
  readonly by: string;
  readonly as: GoesTo;
  readonly who: string;
  readonly says: string;
  readonly item: string | null;
  readonly until: string | null;
  readonly given: number | null;
  readonly refused: { readonly happened: Instant; readonly by: string; readonly reason: string } | null;
}

const mark = oneOf(disclosureMarks);
const goesTo = oneOf(disclosedTo);
const thing: ReadValue<Thing> = object(({ must }) => ({
  kind: must("kind", text),
  knowing: must("knowing", oneOf(waysOfKnowing)),
  since: must("since", instant),
  by: must("by", text),
  lines: must("lines", orNull(count)),
  isWithdrawn: must("isWithdrawn", flag),
}));
const unlistedThing: ReadValue<UnlistedThing> = (value, path) => {
  const { of, ...rest }: { readonly of?: unknown } = typeof value === "object" && value !== null ? value : {};
  return { of: text(of, `${path}.of`), ...thing(rest, path) };
};
const secondReading: ReadValue<SecondReading> = object(({ must }) => ({
  number: must("number", count),
  happened: must("happened", instant),
  by: must("by", text),
  agrees: must("agrees", flag),
  says: must("says", orNull(text)),
}));
const copy: ReadValue<Copy> = object(({ must }) => ({
  number: must("number", count),
  happened: must("happened", instant),
  by: must("by", text),
  original: must("original", text),
  copy: must("copy", text),
  lines: must("lines", list(text)),
  taken: must(
    "taken",
    list(
      object((one) => ({
        line: one.must("line", count),
        at: one.must("at", count),
        length: one.must("length", count),
        what: one.must("what", text),
        why: one.must("why", text),
      })),
    ),
  ),
  leftIn: must("leftIn", list(object((one) => ({ line: one.must("line", count), why: one.must("why", text) })))),
  originalHolds: must("originalHolds", flag),
  copyHolds: must("copyHolds", flag),
  readings: must("readings", list(secondReading)),
  isAgreed: must("isAgreed", flag),
  whyNot: must("whyNot", list(object((one) => ({ as: one.must("as", goesTo), says: one.must("says", orNull(text)) })))),
}));
const scheduleItem: ReadValue<ScheduleItem> = object(({ must }) => ({
  item: must("item", text),
  of: must("of", text),
  thing: must("thing", orNull(thing)),
  isRelied: must("isRelied", flag),
  describes: must("describes", text),
  mark: must("mark", mark),
  reason: must("reason", text),
  again: must("again", orNull(text)),
  by: must("by", text),
  happened: must("happened", instant),
  number: must("number", count),
  before: must(
    "before",
    list(
      object((one) => ({
        mark: one.must("mark", mark),
        reason: one.must("reason", text),
        by: one.must("by", text),
        happened: one.must("happened", instant),
      })),
    ),
  ),
  copies: must("copies", list(copy)),
}));
const given: ReadValue<Given> = object(({ must }) => ({
  number: must("number", count),
  happened: must("happened", instant),
  by: must("by", text),
  schedule: must("schedule", flag),
  as: must("as", goesTo),
  to: must("to", text),
  how: must("how", text),
  answers: must("answers", orNull(count)),
  copies: must(
    "copies",
    list(object((one) => ({ number: one.must("number", count), item: one.must("item", text), copy: one.must("copy", text) }))),
  ),
}));
const askedFor: ReadValue<AskedFor> = object(({ must }) => ({
  number: must("number", count),
  happened: must("happened", instant),
  by: must("by", text),
  as: must("as", goesTo),
  who: must("who", text),
  says: must("says", text),
  item: must("item", orNull(text)),
  until: must("until", orNull(text)),
  given: must("given", orNull(count)),
  refused: must(
    "refused",
    orNull(object((one) => ({ happened: one.must("happened", instant), by: one.must("by", text), reason: one.must("reason", text) }))),
  ),
}));

/** Reads the answer of `GET /desk/cases/:case/disclosure`. */
export const schedule: ReadValue<Schedule> = object(({ must }) => ({
  case: must("case", text),
  saw: must("saw", count),
  items: must("items", list(scheduleItem)),
  unlisted: must("unlisted", list(unlistedThing)),
  unlistedInAll: must("unlistedInAll", count),
  notListed: must("notListed", list(text)),
  relied: must("relied", count),
  schedule: must(
    "schedule",
    object((one) => ({
      marked: one.must("marked", count),
      isAgreed: one.must("isAgreed", flag),
      read: one.must("read", list(secondReading)),
    })),
  ),
  given: must("given", list(given)),
  asked: must("asked", list(askedFor)),
  log: must("log", logEntry),
}));

/** The whole text of an item, for who cuts it. */
export interface WholeItem {
  readonly saw: number;
  readonly item: string;
  readonly lines: readonly string[];
  readonly original: string;
  readonly log: LogEntry;
}
/** Reads the answer of `GET /desk/cases/:case/disclosure/items/:item/whole`. */
export const wholeItem: ReadValue<WholeItem> = object(({ must }) => ({
  saw: must("saw", count),
  item: must("item", text),
  lines: must("lines", list(text)),
  original: must("original", text),
  log: must("log", logEntry),
}));

/** The cases that a disclosure officer is put on. */
export interface DisclosureCases {
  readonly cases: readonly {
    readonly case: string;
    readonly items: number;
    readonly notDecided: number;
    readonly unlisted: number;
    readonly asked: number;
  }[];
  readonly more: number;
  readonly log: LogEntry;
}
/** Reads the answer of `GET /desk/disclosure`. */
export const disclosureCases: ReadValue<DisclosureCases> = object(({ must }) => ({
  cases: must(
    "cases",
    list(
      object((one) => ({
        case: one.must("case", text),
        items: one.must("items", count),
        notDecided: one.must("notDecided", count),
        unlisted: one.must("unlisted", count),
        asked: one.must("asked", count),
      })),
    ),
  ),
  more: must("more", count),
  log: must("log", logEntry),
}));
