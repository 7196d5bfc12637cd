import { type Instant, type ReadValue, type Table, count, flag, list, object, oneOf, text } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { picture, table } from "./picture.ts";
import { type KnownLine, knownLine } from "./preview.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** A case as its first page shows it. */
export interface CaseFile {
  readonly case: string;
  /** Whose case it is: "Leila Ashworth". */
  readonly name: string;
  /** "Rhys Calloway, former partner"; absent: nobody is named. */
  readonly subject?: string;
  readonly opened: Instant;
  /** When it was closed; absent: it is open. */
  readonly closed?: Instant;
  /** "8Q stalking, 9 Dec 2025. Included: CMA s1, damage"; empty: not recorded yet. */
  readonly recorded: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly danger: readonly KnownLine[];
  /** Somebody is there: "Unit NP31 there since 02:58". */
  readonly met?: string;
  readonly duties: readonly DutyLine[];
  readonly news: News;
  /** Parts that this officer may read, each with how many things stand in it. */
  readonly parts: readonly PartCount[];
  readonly people: readonly PersonOfCase[];
  readonly enquiries: readonly EnquiryOfCase[];
  readonly timeline: CaseTimeline;
  readonly log: LogEntry;
}

/** Parts of a case, in the order of its index. */
export const caseParts = [
  "now",
  "timeline",
  "people",
  "enquiries",
  "links",
  "orders",
  "decisions",
  "updates",
  "exhibits",
  "support",
  "looks",
] as const;
export type CasePart = (typeof caseParts)[number];

/** How many things stand in a part. */
export interface PartCount {
  readonly part: CasePart;
  readonly count: number;
}

/** Something that is due, was done or is late, with its civil day and its rule. */
export interface DutyLine {
  readonly id: string;
  readonly says: string;
  readonly since: string;
  readonly state: (typeof dutyStates)[number];
  /** `2026-11-24`: due at the end of that day. */
  readonly dueBy?: string;
  readonly why: string;
}

/** How a duty stands (docs/formats/clock.md). */
export const dutyStates = ["met", "met-late", "due", "overdue", "no-figure", "cannot-be-worked-out", "open"] as const;

/** What came since this officer looked last; without `since` they never did. */
export interface News {
  readonly since?: Instant;
  readonly lines: readonly { readonly at: Instant; readonly says: string }[];
}

/** A person of the case, in every role. */
export interface PersonOfCase {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly says: string; readonly knowing: WayOfKnowing; readonly note?: string }[];
  readonly isChild: boolean;
  readonly conflict?: string;
}

/** A line of enquiry, with when what it asks for is lost. */
export interface EnquiryOfCase {
  readonly enquiry: string;
  readonly says: string;
  readonly state: "not-asked" | "asked" | "answered" | "lost" | "given-up";
  readonly lost: string;
  readonly source?: string;
  readonly isPressing: boolean;
}

/** The course of it: a sentence with its numbers, how they were worked out, the picture and its table. */
export interface CaseTimeline {
  readonly says: string;
  readonly how: string;
  /** Absent where no act has a known time. */
  readonly picture?: ShownDrawing;
  readonly table: Table;
}

const dutyLine: ReadValue<DutyLine> = object(({ must, may }) => ({
  id: must("id", text),
  says: must("says", text),
  since: must("since", text),
  state: must("state", oneOf(dutyStates)),
  ...may("dueBy", text),
  why: must("why", text),
}));

const person: ReadValue<PersonOfCase> = object(({ must, may }) => ({
  person: must("person", text),
  name: must("name", text),
  roles: must(
    "roles",
    list(
      object((one) => ({
        role: one.must("role", text),
        says: one.must("says", text),
        knowing: one.must("knowing", oneOf(waysOfKnowing)),
        ...one.may("note", text),
      })),
    ),
  ),
  isChild: must("isChild", flag),
  ...may("conflict", text),
}));

const enquiry: ReadValue<EnquiryOfCase> = object(({ must, may }) => ({
  enquiry: must("enquiry", text),
  says: must("says", text),
  state: must("state", oneOf(["not-asked", "asked", "answered", "lost", "given-up"] as const)),
  lost: must("lost", text),
  ...may("source", text),
  isPressing: must("isPressing", flag),
}));

/** Reads the answer of `GET /desk/cases/:case`. */
export const caseFile: ReadValue<CaseFile> = object(({ must, may }) => ({
  case: must("case", text),
  name: must("name", text),
  ...may("subject", text),
  opened: must("opened", instant),
  ...may("closed", instant),
  recorded: must("recorded", text),
  saw: must("saw", count),
  danger: must("danger", list(knownLine)),
  ...may("met", text),
  duties: must("duties", list(dutyLine)),
  news: must(
    "news",
    object((news) => ({
      ...news.may("since", instant),
      lines: news.must("lines", list(object((line) => ({ at: line.must("at", instant), says: line.must("says", text) })))),
    })),
  ),
  parts: must("parts", list(object((one) => ({ part: one.must("part", oneOf(caseParts)), count: one.must("count", count) })))),
  people: must("people", list(person)),
  enquiries: must("enquiries", list(enquiry)),
  timeline: must(
    "timeline",
    object((one) => ({
      says: one.must("says", text),
      how: one.must("how", text),
      ...one.may("picture", picture),
      table: one.must("table", table),
    })),
  ),
  log: must("log", logEntry),
}));
