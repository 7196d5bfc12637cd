import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type QueueReader, seen } from "./queue-rows.ts";

/** Reports of the queue, or joined into one of it, about which something was decided: a report that owes a second reading stands there still. */
export async function decidedInQueue(db: Kysely<CaseTables>, reader: QueueReader, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("report_view")
    .select("report_view.report")
    .where("report_view.force", "=", reader.force)
    .where(sql<string>`coalesce(report_view.joined_into, report_view.report)`, "in", seen(db, reader).select("report"))
    .where((where) =>
      where.exists(
        where
          .selectFrom("case_event")
          .select("number")
          .where("case_event.force", "=", reader.force)
          .where("stream_of", "=", "report")
          .whereRef("stream", "=", "report_view.report")
          .where("kind", "=", "triage-decided"),
      ),
    )
    .orderBy("report_view.report", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ report }) => report);
}
