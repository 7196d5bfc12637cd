import { type Instant, instantFromIso, instantToIso } from "@unmask/core";
import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type QueueReader, seen } from "./queue-rows.ts";

/** Statements about what has come into the queue since somebody looked: numbers of rows, and nothing of what stands in them. */

/** Dangers that a mark names; it goes in an address. More than these at once count as new: an alarm too many, never one too few. */
const mostDangers = 500;

/** What stood in the queue when somebody looked, so that what came since can be counted without a clock: a commit can be later than its time. */
export interface QueueMark {
  /** The highest number of a report; 0 for an empty queue. */
  readonly newest: number;
  /** The latest moment since which one is unread; null where none is. */
  readonly since: Instant | null;
  /** The numbers of those in danger. */
  readonly dangers: readonly number[];
}

/** How many rows are new since a mark, how many of those that stood there were written to again, and how many are in danger that were not. */
export interface QueueNews {
  readonly fresh: number;
  readonly again: number;
  readonly danger: number;
}

/** The mark of the queue as it stands. */
export async function markOfQueue(db: Kysely<CaseTables>, reader: QueueReader): Promise<QueueMark> {
  const whole = await seen(db, reader)
    .select((of) => [of.fn.max("number").as("newest"), of.fn.max("since").filterWhere("opened", "=", 0).as("since")])
    .executeTakeFirstOrThrow();
  const dangers = await seen(db, reader).select("number").where("row_group", "=", "danger").orderBy("number").limit(mostDangers).execute();
  return { newest: whole.newest ?? 0, since: whole.since ?? null, dangers: dangers.map(({ number }) => number) };
}

/** What came since a mark. */
export async function newsSince(db: Kysely<CaseTables>, reader: QueueReader, { newest, since, dangers }: QueueMark): Promise<QueueNews> {
  const isAgain = since === null ? sql<boolean>`true` : sql<boolean>`since > ${instantToIso(since)}::timestamptz`;
  return seen(db, reader)
    .select((of) => [
      of.fn.countAll<number>().filterWhere("number", ">", newest).as("fresh"),
      of.fn.countAll<number>().filterWhere("number", "<=", newest).filterWhere("opened", "=", 0).filterWhere(isAgain).as("again"),
      of.fn
        .countAll<number>()
        .filterWhere("row_group", "=", "danger")
        // An empty list is not SQL; no report has the number 0.
        .filterWhere("number", "not in", [0, ...dangers])
        .as("danger"),
    ])
    .executeTakeFirstOrThrow();
}

/** How many rows are with an officer: those of reports that are, and of what they were joined into. */
export async function countMine(db: Kysely<CaseTables>, { force, officer }: QueueReader): Promise<number> {
  const { all } = await seen(db, { force, officer })
    .select((of) => of.fn.countAll<number>().as("all"))
    .where((where) =>
      where(
        "report",
        "in",
        where
          .selectFrom("report_view")
          .select(sql<string>`coalesce(joined_into, report)`.as("report"))
          .where("force", "=", force)
          .where("officer", "=", officer),
      ),
    )
    .executeTakeFirstOrThrow();
  return all;
}

/** The mark as it goes over the wire: `NEWEST.SINCE.DANGER-DANGER`; `none` where nothing is unread. */
export function sayMark({ newest, since, dangers }: QueueMark): string {
  return [newest, since === null ? "none" : instantToIso(since).replace(".", "_"), dangers.join("-")].join(".");
}

/** Reads a mark; undefined for what is none. */
export function parseMark(written: string): QueueMark | undefined {
  const parts = /^(\d{1,9})\.(none|[0-9TZ:_-]{20,30})\.((?:\d{1,9}(?:-\d{1,9})*)?)$/.exec(written);
  if (parts === null) return undefined;
  const [, newest, said = "none", dangers = ""] = parts;
  const since = said === "none" ? null : instantFromIso(said.replace("_", "."));
  if (since === undefined) return undefined;
  const numbers = dangers === "" ? [] : dangers.split("-").slice(0, mostDangers).map(Number);
  return { newest: Number(newest), since, dangers: numbers };
}
