import { type Instant, instantToIso } from "@unmask/core";
import { type QueueCounts, type QueueStanding, placesBeforeGroups, placesOfDanger } from "@unmask/case";
import { type Kysely, sql } from "kysely";
import { reportsClosedTo } from "./barred.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements of the queue: a page of its rows, and how many there are. What is closed to an officer has no row for that officer. */

/** For whom the queue is read. */
export interface QueueReader {
  readonly force: string;
  readonly officer: string;
  /** Reports whose rows are worked out for this officer alone, and are not read here. */
  readonly except?: readonly string[];
}

/** After which row a page goes on. */
export interface QueuePlace {
  readonly place: number;
  readonly opened: number;
  readonly since: Instant;
  readonly number: number;
}

/** One row with its place. */
export interface PlacedStanding extends QueuePlace {
  readonly standing: string;
}

/** Rows of the queue in their order, after a place. */
export async function queuePage(
  db: Kysely<CaseTables>,
  reader: QueueReader,
  { after, limit }: { readonly after: QueuePlace | undefined; readonly limit: number },
): Promise<readonly PlacedStanding[]> {
  let query = seen(db, reader).select(["place", "opened", "since", "number", "standing"]);
  if (after !== undefined) {
    const { place, opened, since, number } = after;
    query = query.where(
      sql<boolean>`(place, opened, since, number) > (${place}::bigint, ${opened}::bigint, ${instantToIso(since)}::timestamptz, ${number}::bigint)`,
    );
  }
  return query.orderBy("place").orderBy("opened").orderBy("since").orderBy("number").limit(limit).execute();
}

/** Dangers that a mark names; it goes in an address. More than these at once count as new: an alarm too many, never one too few. */
export const mostDangers = 500;

/** What stood in the queue when somebody looked, so that what came since can be counted without a clock: a commit can be later than its time. */
export interface QueueMark {
  /** The highest number of a report; 0 for an empty queue. */
  readonly newest: number;
  /** When something of what is unread came last; null where nothing is. */
  readonly came: Instant | null;
  /** The numbers of those in danger. */
  readonly dangers: readonly number[];
}

/** What stands over the rows: how many there are, how many are with this officer, and the mark of the queue as it stands. */
export interface WholeQueue {
  readonly counts: QueueCounts;
  readonly mine: number;
  readonly mark: QueueMark;
}

/** Reads it in one statement: row-level security asks about each row once. What is unread since before `longSince` waits long. */
export async function wholeQueue(db: Kysely<CaseTables>, reader: QueueReader, longSince: Instant): Promise<WholeQueue> {
  const rows = await seen(db, reader)
    .select("row_group")
    .select((of) => [
      of.fn.countAll<number>().as("all"),
      of.fn
        .countAll<number>()
        .filterWhere("opened", "=", 0)
        .filterWhere(sql<boolean>`since < ${instantToIso(longSince)}::timestamptz`)
        .as("long"),
      of.fn.countAll<number>().filterWhere("place", ">=", placesOfDanger).filterWhere("place", "<", placesBeforeGroups).as("ahead"),
      of.fn.countAll<number>().filterWhere("is_broken", "=", true).as("broken"),
      // All rows of one case are one matter.
      sql<number>`count(distinct coalesce(case_ref, report)) filter (where row_group = 'danger')`.as("matters"),
      sql<number>`count(distinct coalesce(case_ref, report)) filter (where is_alone)`.as("alone"),
      of.fn.countAll<number>().filterWhere("officer", "=", reader.officer).as("mine"),
      of.fn.max("number").as("newest"),
      of.fn.max("came").filterWhere("opened", "=", 0).as("unread"),
      sql<readonly number[] | null>`array_agg(number order by number) filter (where row_group = 'danger')`.as("dangers"),
    ])
    .groupBy("row_group")
    .execute();
  const ofGroup = (group: QueueStanding["row"]["group"]): number => {
    const row = rows.find(({ row_group }) => row_group === group);
    return row === undefined ? 0 : row.all - row.ahead;
  };
  const sum = (of: "all" | "ahead" | "broken" | "long" | "matters" | "alone" | "mine"): number =>
    rows.reduce((total, row) => total + row[of], 0);
  const groups = { danger: ofGroup("danger"), breach: ofGroup("breach"), repeat: ofGroup("repeat"), first: ofGroup("first") };
  return {
    counts: {
      all: sum("all"),
      ...groups,
      ahead: sum("ahead"),
      broken: sum("broken"),
      long: sum("long"),
      matters: sum("matters"),
      alone: sum("alone"),
    },
    mine: sum("mine"),
    mark: {
      newest: rows.reduce((most, { newest }) => Math.max(most, newest), 0),
      came: rows.reduce<Instant | null>((last, { unread }) => (last === null || (unread ?? last) > last ? unread : last), null),
      dangers: rows.flatMap(({ dangers }) => dangers ?? []).slice(0, mostDangers),
    },
  };
}

/** Which of these reports stand in the queue, and in which case. */
export async function placesInQueue(db: Kysely<CaseTables>, reader: QueueReader, reports: readonly string[]) {
  if (reports.length === 0) return [];
  return seen(db, reader).select(["report", "case_ref"]).where("report", "in", reports).execute();
}

/** The rows that an officer may see. */
export function seen(db: Kysely<CaseTables>, { force, officer, except = [] }: QueueReader) {
  const rows = db.selectFrom("queue_row").where("force", "=", force);
  const open = rows.where(sql<boolean>`report not in ${reportsClosedTo({ force, officer })}`);
  return except.length === 0 ? open : open.where("report", "not in", except);
}
