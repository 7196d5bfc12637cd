import {
  type Instant,
  type ReadValue,
  type Result,
  count,
  fault,
  flag,
  instantFromJson,
  instantToIso,
  object,
  oneOf,
  readStrictly,
  text,
} from "@unmask/core";
import { type QueueGroup, caseNumber, day, queueGroups, report, some, week } from "../event/shapes.ts";

/** The queue as it goes over the wire: the head with the force's rule, and rows in the order in which they stand. */
export interface Queue {
  readonly head: QueueHead;
  readonly rows: readonly QueueRow[];
}

/** What stands over the rows. */
export interface QueueHead {
  /** The sentence of the screen, with its numbers. */
  readonly says: string;
  /**
   * How many rows in all, right after danger (`ahead`), in each group without those, with an act that breaks an order wherever they stand (`broken`),
   * and unread for longer than the force's rule allows.
   */
  readonly counts: Readonly<Record<QueueGroup | "all" | "ahead" | "broken" | "long", number>>;
  /** The force's rule in words, and the civil day it holds from. */
  readonly rule: { readonly says: string; readonly date: string };
  /** What the rule says of the rows that stand right after danger, of whatever group. */
  readonly ahead: { readonly name: string; readonly says: string };
  /** What the rule says of each group. */
  readonly groups: Readonly<Record<QueueGroup, { readonly name: string; readonly says: string }>>;
}

/** One report that waits, or that somebody is with. */
export interface QueueRow {
  /** From 1. */
  readonly rank: number;
  readonly group: QueueGroup;
  /** It stands right after danger, before the groups. */
  readonly ahead?: boolean;
  /** An act that falls on an order is written in it, wherever it stands: danger, or a weapon, stands before a breach. */
  readonly broken?: boolean;
  /** Why it stands here: what it is; then why, rule or state. */
  readonly why: { readonly first: string; readonly second?: string };
  /** "Danger now", "Weapon", "Wrote again", "Breach", "2 reports", "Unread". */
  readonly mark: string;
  readonly report: string;
  readonly case?: string;
  readonly reporter: { readonly says: string };
  readonly acts: QueueActs;
  readonly unread: Unread;
  /** What says that somebody is in danger: since when, whoever read it meanwhile; `met`: since when somebody is there. */
  readonly danger?: { readonly since: Instant; readonly met?: Instant };
  /** The last attempt to reach them and the last decision, in words. */
  readonly done?: string;
  /** Without `officer`: nobody has taken it. `onCase`: names of those who are on its case; without both: nobody yet. */
  readonly with: { readonly officer?: { readonly id: string; readonly says: string }; readonly onCase?: readonly string[] };
  /** What is to be done next, in words. */
  readonly next: string;
  /** The civil day at whose end it is due. */
  readonly dueBy?: string;
}

/** Acts in the report, or in all that are joined, without the person's own where those are known (`own`); weeks of ISO 8601 in order, weeks without acts left out. */
export interface QueueActs {
  readonly total: number;
  /** The person's own, in no number here; absent where there is none, or nobody stated whose is whose. */
  readonly own?: number;
  /** Acts that no earlier report held; absent for a first report. */
  readonly new?: number;
  readonly weeks: readonly { readonly week: string; readonly acts: number; readonly night: number }[];
  /** Weeks in which a report came. */
  readonly reports: readonly string[];
}

/** Since when it waits; `opened`: an officer has read it, `since` is when. `isLong`: longer than the rule allows. */
export interface Unread {
  readonly since: Instant;
  readonly opened: boolean;
  readonly isLong: boolean;
}

/** Reads a queue from parsed JSON, strictly. The error says where, never what stands there. */
export function parseQueue(value: unknown): Result<Queue, string> {
  return readStrictly(value, "queue", queueFromJson);
}

/** The queue as a value for JSON. */
export function queueToJson({ head, rows }: Queue): object {
  return { head, rows: rows.map(rowToJson) };
}

/** One row as a value for JSON. */
export function rowToJson({ unread, danger, ...row }: QueueRow): object {
  return {
    ...row,
    unread: { ...unread, since: instantToIso(unread.since) },
    ...(danger && {
      danger: { since: instantToIso(danger.since), ...(danger.met !== undefined && { met: instantToIso(danger.met) }) },
    }),
  };
}

const ofGroup = object((fields) => ({ name: fields.must("name", text), says: fields.must("says", text) }));

const headFromJson: ReadValue<QueueHead> = object((fields) => ({
  says: fields.must("says", text),
  counts: fields.must(
    "counts",
    object((one) => ({
      all: one.must("all", count),
      danger: one.must("danger", count),
      breach: one.must("breach", count),
      repeat: one.must("repeat", count),
      first: one.must("first", count),
      ahead: one.must("ahead", count),
      broken: one.must("broken", count),
      long: one.must("long", count),
    })),
  ),
  rule: fields.must(
    "rule",
    object((one) => ({ says: one.must("says", text), date: one.must("date", day) })),
  ),
  ahead: fields.must("ahead", ofGroup),
  groups: fields.must(
    "groups",
    object((one) => ({
      danger: one.must("danger", ofGroup),
      breach: one.must("breach", ofGroup),
      repeat: one.must("repeat", ofGroup),
      first: one.must("first", ofGroup),
    })),
  ),
}));

const weekOfActs = object((fields) => ({
  week: fields.must("week", week),
  acts: fields.must("acts", count),
  night: fields.must("night", count),
}));

/** Reads one row. */
export const rowFromJson: ReadValue<QueueRow> = object((fields) => ({
  rank: fields.must("rank", count),
  group: fields.must("group", oneOf(queueGroups)),
  ...fields.may("ahead", flag),
  ...fields.may("broken", flag),
  why: fields.must(
    "why",
    object((one) => ({ first: one.must("first", text), ...one.may("second", text) })),
  ),
  mark: fields.must("mark", text),
  report: fields.must("report", report),
  ...fields.may("case", caseNumber),
  reporter: fields.must(
    "reporter",
    object((one) => ({ says: one.must("says", text) })),
  ),
  acts: fields.must(
    "acts",
    object((one) => ({
      total: one.must("total", count),
      ...one.may("own", count),
      ...one.may("new", count),
      weeks: one.must("weeks", some(weekOfActs)),
      reports: one.must("reports", some(week)),
    })),
  ),
  unread: fields.must(
    "unread",
    object((one) => ({ since: one.must("since", instantFromJson), opened: one.must("opened", flag), isLong: one.must("isLong", flag) })),
  ),
  ...fields.may(
    "danger",
    object((one) => ({ since: one.must("since", instantFromJson), ...one.may("met", instantFromJson) })),
  ),
  ...fields.may("done", text),
  with: fields.must(
    "with",
    object((one) => ({
      ...one.may(
        "officer",
        object((officer) => ({ id: officer.must("id", text), says: officer.must("says", text) })),
      ),
      ...one.may("onCase", some(text)),
    })),
  ),
  next: fields.must("next", text),
  ...fields.may("dueBy", day),
}));

const queueFromJson: ReadValue<Queue> = object((fields) => ({
  head: fields.must("head", headFromJson),
  rows: fields.must("rows", (value, path) => {
    if (!Array.isArray(value)) return fault(path, "is no list");
    // A page that goes on begins where the one before ended.
    const rows = value.map((one: unknown, i) => rowFromJson(one, `${path}[${i}]`));
    const first = rows[0]?.rank ?? 1;
    return rows.map((row, i) => (row.rank === first + i ? row : fault(`${path}[${i}].rank`, "is not the place of the row")));
  }),
}));
