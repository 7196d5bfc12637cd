import {
  type RetentionEvent,
  type RetentionRule,
  type RetentionSubject,
  parseRetentionEvent,
  retentionClasses,
  retentionEventToJson,
} from "@unmask/case";
import { type Instant, instantToIso } from "@unmask/core";
import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about how long things are kept: the schedule, what was decided, what has ended. */

/** Subjects that are looked at at once: a page of a person's work. */
const mostSubjects = 2_000;

/** The schedule, in the order of writing. */
export async function retentionRules(tx: Transaction<CaseTables>, force: string): Promise<readonly RetentionRule[]> {
  const rows = await tx.selectFrom("retention_rule").selectAll().where("force", "=", force).orderBy("number").execute();
  return rows.flatMap((row) => {
    const known = retentionClasses.find((one) => one === row.class);
    return known === undefined ? [] : [{ class: known, months: row.months, from: row.from_day, says: row.says, by: row.set_by }];
  });
}

/** Adds a row; of two at once the table refuses one. */
export async function addRetentionRule(
  tx: Transaction<CaseTables>,
  force: string,
  { from, by, ...rule }: RetentionRule,
  now: Instant,
): Promise<void> {
  const number = (await retentionRules(tx, force)).length + 1;
  await tx
    .insertInto("retention_rule")
    .values({ force, number, ...rule, from_day: from, set_by: by, recorded: instantToIso(now) })
    .execute();
}

/** What was decided about a case or a report, in order. */
export async function readRetention(
  tx: Transaction<CaseTables>,
  force: string,
  { of, id }: RetentionSubject,
): Promise<readonly RetentionEvent[]> {
  const rows = await tx
    .selectFrom("retention_event")
    .select("event")
    .where("force", "=", force)
    .where("subject_of", "=", of)
    .where("subject", "=", id)
    .orderBy("number")
    .execute();
  return rows.map(({ event }) => {
    const read = parseRetentionEvent(JSON.parse(event));
    if (!read.ok) throw new Error(`a decision about keeping is damaged in the database: ${read.error}`);
    return read.value;
  });
}

/** Adds one; a number that is taken is not written, and the answer is false. */
export async function putRetention(tx: Transaction<CaseTables>, force: string, event: RetentionEvent): Promise<boolean> {
  const { subject, number, kind } = event;
  const added = await tx
    .insertInto("retention_event")
    .values({
      force,
      subject_of: subject.of,
      subject: subject.id,
      number,
      kind,
      event: retentionEventToJson(event),
      case_ref: subject.of === "case" ? subject.id : null,
    })
    .onConflict((conflict) => conflict.columns(["force", "subject_of", "subject", "number"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  return added !== undefined;
}

/** A case or report that has ended, with its last days. */
export interface EndedRow {
  readonly of: "case" | "report";
  readonly id: string;
  /** When it was closed, or when something was last written of it. */
  readonly ended: Instant;
}

/** Cases that are closed and reports in none that are no row of the queue, the longest ended first; what is closed to this officer is left out. */
export async function endedSubjects(tx: Transaction<CaseTables>, force: string, officer: string | null): Promise<readonly EndedRow[]> {
  const { rows } = await sql<EndedRow>`${ended(force)}
    where not exists (select 1 from case_barred b where b.force = ${force} and e.of = 'case' and b.case_ref = e.id and b.officer = ${officer})
    order by ended, id limit ${mostSubjects}`.execute(tx);
  return rows;
}

/** When this one ended; null: it has not. */
export async function endedAt(tx: Transaction<CaseTables>, force: string, { of, id }: RetentionSubject): Promise<Instant | null> {
  const { rows } = await sql<EndedRow>`${ended(force)} where e.of = ${of} and e.id = ${id}`.execute(tx);
  return rows[0]?.ended ?? null;
}

const ended = (force: string) => sql`select * from (
    select 'case' as of, case_ref as id, closed_at as ended from case_view where force = ${force} and closed_at is not null
    union all
    select 'report', report, (select max(recorded) from case_event e where e.force = v.force and e.stream_of = 'report' and e.stream = v.report)
      from report_view v where force = ${force} and case_ref is null and joined_into is null
      and not exists (select 1 from queue_row q where q.force = v.force and q.report = v.report)) e`;

/** The orders of a case: how far each is, until when the newest of it runs, and days to come. */
export async function ordersOfCase(tx: Transaction<CaseTables>, force: string, ref: string) {
  return tx
    .selectFrom("order_view")
    .select(["order_id", "stage", "over_from", "ahead"])
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .orderBy("order_id")
    .execute();
}

/** How much is held of one: counts alone. */
export interface HeldCounts {
  readonly reports: number;
  readonly acts: number;
  readonly exhibits: number;
  readonly orders: number;
}

/** Counts what is held of these reports and of the orders of this case. */
export async function countHeld(
  tx: Transaction<CaseTables>,
  force: string,
  { case: ref, reports }: { readonly case: string | null; readonly reports: readonly string[] },
): Promise<HeldCounts> {
  const those = sql`${[...reports]}::text[]`;
  const { rows } = await sql<Readonly<Record<keyof HeldCounts, number>>>`select
      (select count(*) from report_act where force = ${force} and report = any(${those})) as acts,
      (select count(*) from item_exhibit e join item i on i.force = e.force and i.id = e.item where e.force = ${force} and i.report = any(${those})) as exhibits,
      (select count(*) from order_view where force = ${force} and case_ref = ${ref}) as orders`.execute(tx);
  const [row] = rows;
  return { reports: reports.length, acts: Number(row?.acts ?? 0), exhibits: Number(row?.exhibits ?? 0), orders: Number(row?.orders ?? 0) };
}

/** Of which case or report an erasure was carried out in this database, and when: the machine's own entries. After a restore there is another. */
export async function erasuresCarriedOut(tx: Transaction<CaseTables>): Promise<readonly (RetentionSubject & { readonly at: Instant })[]> {
  const rows = await tx
    .selectFrom("access_log")
    .select(["case_ref", "report", "at"])
    .where("what", "=", "erase-case")
    .where("actor", "=", "desk")
    .orderBy("number")
    .execute();
  return rows.map(({ case_ref, report, at }) => ({ of: case_ref === null ? "report" : "case", id: case_ref ?? report ?? "", at }));
}

/** Subjects to whose erasure a second person agreed, and nothing was written after. */
export async function agreedSubjects(tx: Transaction<CaseTables>, force: string): Promise<readonly RetentionSubject[]> {
  const { rows } =
    await sql<RetentionSubject>`select subject_of as of, subject as id from retention_event e where force = ${force} and kind = 'erase-agreed'
    and number = (select max(number) from retention_event o where o.force = e.force and o.subject_of = e.subject_of and o.subject = e.subject)
    order by 1, 2`.execute(tx);
  return rows;
}
