import { type Instant, instantToIso } from "@unmask/core";
import { type QueueCounts, type QueueStanding } from "@unmask/case";
import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements of the queue: a page of its rows, and how many there are. A case that is closed to an officer has no row for that officer. */

/** For whom the queue is read. */
export interface QueueReader {
  readonly force: string;
  readonly officer: string;
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

/** How many rows there are; what is unread since before `longSince` waits long. */
export async function queueCounts(db: Kysely<CaseTables>, reader: QueueReader, longSince: Instant): Promise<QueueCounts> {
  const rows = await seen(db, reader)
    .select("row_group")
    .select((of) => [
      of.fn.countAll<number>().as("all"),
      of.fn
        .countAll<number>()
        .filterWhere("opened", "=", 0)
        .filterWhere(sql<boolean>`since < ${instantToIso(longSince)}::timestamptz`)
        .as("long"),
      of.fn.countAll<number>().filterWhere("is_alone", "=", true).as("alone"),
    ])
    .groupBy("row_group")
    .execute();
  const ofGroup = (group: QueueStanding["row"]["group"]): number => rows.find(({ row_group }) => row_group === group)?.all ?? 0;
  const sum = (of: "all" | "long" | "alone"): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    all: sum("all"),
    danger: ofGroup("danger"),
    breach: ofGroup("breach"),
    repeat: ofGroup("repeat"),
    first: ofGroup("first"),
    long: sum("long"),
    alone: sum("alone"),
  };
}

/** Which of these reports stand in the queue, and in which case. */
export async function placesInQueue(db: Kysely<CaseTables>, reader: QueueReader, reports: readonly string[]) {
  if (reports.length === 0) return [];
  return seen(db, reader).select(["report", "case_ref"]).where("report", "in", reports).execute();
}

/** The rows that an officer may see. */
export function seen(db: Kysely<CaseTables>, { force, officer }: QueueReader) {
  return db
    .selectFrom("queue_row")
    .where("force", "=", force)
    .where((where) =>
      where.or([
        where("case_ref", "is", null),
        where(
          "case_ref",
          "not in",
          where.selectFrom("case_barred").select("case_barred.case_ref").where("force", "=", force).where("officer", "=", officer),
        ),
      ]),
    );
}
