import { type Transaction, sql } from "kysely";
import { reportsClosedTo } from "./barred.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what is open: counts and numbers, of cases, reports and orders, never of looks. */

/** Cases that are open, or those of them that this officer is on, in order of their numbers. */
export async function openCases(
  tx: Transaction<CaseTables>,
  force: string,
  { limit, member }: { readonly limit: number; readonly member?: string },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("case_view")
    .select("case_ref")
    .where("force", "=", force)
    .where("closed_at", "is", null)
    .$if(member !== undefined, (all) =>
      all.where((where) =>
        where.exists(
          where
            .selectFrom("case_member")
            .select("officer")
            .whereRef("case_member.force", "=", "case_view.force")
            .whereRef("case_member.case_ref", "=", "case_view.case_ref")
            .where("officer", "=", member ?? ""),
        ),
      ),
    )
    .orderBy("case_ref", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ case_ref }) => case_ref);
}

/** Reports of the queue that stand in no case, by the officer whom they are with. */
export async function countReportsWith(tx: Transaction<CaseTables>, force: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("report_view")
    .select((one) => ["officer", one.fn.countAll<number>().as("many")])
    .where("force", "=", force)
    .where("officer", "is not", null)
    .where("case_ref", "is", null)
    .where((where) =>
      where.exists(
        where
          .selectFrom("queue_row")
          .select("number")
          .whereRef("queue_row.force", "=", "report_view.force")
          .whereRef("queue_row.report", "=", "report_view.report"),
      ),
    )
    .groupBy("officer")
    .execute();
  return new Map(rows.flatMap(({ officer, many }) => (officer === null ? [] : [[officer, Number(many)] as const])));
}

/** How many duties of the orders of a case are overdue, undecided or running, and of how many orders; null: orders that come from no case here. */
export interface DutiesOfCase {
  readonly case: string | null;
  readonly overdue: number;
  readonly undecided: number;
  readonly orders: number;
}

/** The same of every case that has any. */
export async function countOpenDuties(tx: Transaction<CaseTables>, force: string): Promise<readonly DutiesOfCase[]> {
  const { rows } = await sql<{ case: string | null; overdue: number; undecided: number; orders: number }>`
    select case_ref as "case", count(*) filter (where row_group = 'overdue') as overdue,
      count(*) filter (where row_group = 'undecided') as undecided, count(distinct order_id) as orders
    from order_duty where force = ${force} and row_group in ('overdue', 'undecided', 'due') group by case_ref`.execute(tx);
  return rows.map((row) => ({
    case: row.case,
    overdue: Number(row.overdue),
    undecided: Number(row.undecided),
    orders: Number(row.orders),
  }));
}

/** Rows of orders in which something waits for a second person. */
export async function ordersThatWait(tx: Transaction<CaseTables>, force: string) {
  return tx
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "shown"])
    .where("force", "=", force)
    .where(sql<boolean>`position('"waits":[{' in shown) > 0`)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
}

/** Links that one officer confirmed and nobody else has read, as far as whoever asks sees both sides. */
export async function linksThatWait(tx: Transaction<CaseTables>, force: string) {
  return tx
    .selectFrom("link_pair")
    .selectAll()
    .where("force", "=", force)
    .where("answer", "=", "proposed")
    .orderBy("made_at")
    .orderBy("id", (order) => order.collate("C").asc())
    .execute();
}

/** What somebody would once erase and that is not erased, whether this officer is on it, but what is closed to them. */
export async function proposedErasures(tx: Transaction<CaseTables>, force: string, officer: string) {
  const { rows } = await sql<{ readonly of: "case" | "report"; readonly id: string; readonly isOn: boolean }>`
    select distinct subject_of as of, subject as id, subject_of = 'report' or exists (select 1 from case_member m
        where m.force = e.force and m.case_ref = e.subject and m.officer = ${officer}) as "isOn"
    from retention_event e where force = ${force} and kind = 'erase-proposed'
      and not exists (select 1 from case_barred b where b.force = e.force and b.case_ref = e.subject and b.officer = ${officer})
      and (subject_of = 'case' or subject not in ${reportsClosedTo({ force, officer })})
    order by 1, 2`.execute(tx);
  return rows;
}

/** Of these reports, which other reports were joined into them at once, each with its case. */
export async function joinedBeside(tx: Transaction<CaseTables>, force: string, reports: readonly string[]) {
  if (reports.length === 0) return [];
  const rows = await tx
    .selectFrom("report_view")
    .select(["report", "joined_into", "case_ref"])
    .where("force", "=", force)
    .where("joined_into", "in", reports)
    .execute();
  return rows.flatMap(({ report, joined_into, case_ref }) => (joined_into === null ? [] : [{ report, into: joined_into, case: case_ref }]));
}
