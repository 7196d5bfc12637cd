import { type Instant, instantToIso } from "@unmask/core";
import { type Transaction, sql } from "kysely";
import { listClosed } from "./barred.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about who may see which case: members, those who are barred, openings, and where a report stands. */

/** For whom the rest of this transaction asks: an officer's id, or `unmask` for the machine itself. Row-level security goes by it. */
export async function askFor(tx: Transaction<CaseTables>, who: string, now: Instant): Promise<void> {
  await sql`select set_config('unmask.officer', ${who}, true), set_config('unmask.now', ${instantToIso(now)}, true)`.execute(tx);
}

/** The same, and of which case the transaction is: row-level security finds its rows first. It shows nothing that is not shown without it. */
export async function askForAbout(
  tx: Transaction<CaseTables>,
  { officer, now, about }: { readonly officer: string; readonly now: Instant; readonly about: string | null },
): Promise<void> {
  await sql`select set_config('unmask.officer', ${officer}, true), set_config('unmask.now', ${instantToIso(now)}, true),
    set_config('unmask.about', ${about ?? ""}, true)`.execute(tx);
}

/** The rest of this transaction is the machine's own work: row-level security lets it see and write everything. */
export async function askAsMachine(tx: Transaction<CaseTables>): Promise<void> {
  await sql`select set_config('unmask.officer', 'unmask', true)`.execute(tx);
}

/** What is known of a case and an officer. */
export interface CaseStanding {
  readonly isThere: boolean;
  readonly isMember: boolean;
  readonly isBarred: boolean;
  readonly isOpened: boolean;
}

/** How an officer stands to a case. */
export async function standingTo(
  tx: Transaction<CaseTables>,
  { force, ref, officer, now }: { readonly force: string; readonly ref: string; readonly officer: string; readonly now: Instant },
): Promise<CaseStanding> {
  const { rows } = await sql<CaseStanding>`select
      exists (select 1 from case_member where force = ${force} and case_ref = ${ref})
        or exists (select 1 from report_place where force = ${force} and case_ref = ${ref}) as "isThere",
      exists (select 1 from case_member where force = ${force} and case_ref = ${ref} and officer = ${officer}) as "isMember",
      exists (select 1 from case_barred where force = ${force} and case_ref = ${ref} and officer = ${officer}) as "isBarred",
      exists (select 1 from opening where force = ${force} and case_ref = ${ref} and officer = ${officer}
        and closed_at is null and until > ${instantToIso(now)}::timestamptz) as "isOpened"`.execute(tx);
  return rows[0] ?? { isThere: false, isMember: false, isBarred: false, isOpened: false };
}

/** How an officer stands to where each of these reports is: its case, null in the queue. A report that is not here has no row. */
export async function standingsTo(
  tx: Transaction<CaseTables>,
  {
    force,
    reports,
    officer,
    now,
  }: { readonly force: string; readonly reports: readonly string[]; readonly officer: string; readonly now: Instant },
): Promise<readonly (Omit<CaseStanding, "isThere"> & { readonly report: string; readonly case: string | null })[]> {
  if (reports.length === 0) return [];
  const closed = new Set(await listClosed(tx, { force, officer }));
  const { rows } = await sql<
    Omit<CaseStanding, "isThere" | "isBarred"> & { readonly report: string; readonly case: string | null }
  >`select report, case_ref as "case",
      exists (select 1 from case_member m where m.force = p.force and m.case_ref = p.case_ref and m.officer = ${officer}) as "isMember",
      exists (select 1 from opening o where o.force = p.force and o.case_ref = p.case_ref and o.officer = ${officer}
        and o.closed_at is null and o.until > ${instantToIso(now)}::timestamptz) as "isOpened"
    from report_place p where p.force = ${force} and p.report in (${sql.join(reports)})`.execute(tx);
  return rows.map((row) => ({ ...row, isBarred: closed.has(row.report) }));
}

/** Where a report stands: its case, null in the queue; undefined where there is no such report here. */
export async function placeOf(tx: Transaction<CaseTables>, force: string, report: string): Promise<string | null | undefined> {
  const place = await tx
    .selectFrom("report_place")
    .select("case_ref")
    .where("force", "=", force)
    .where("report", "=", report)
    .executeTakeFirst();
  return place === undefined ? undefined : place.case_ref;
}

/** The same of several; a report that is not here is in none. */
export async function placesOf(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (reports.length === 0) return new Map();
  const rows = await tx
    .selectFrom("report_place")
    .select(["report", "case_ref"])
    .where("force", "=", force)
    .where("report", "in", reports)
    .execute();
  return new Map(rows.map(({ report, case_ref }) => [report, case_ref]));
}

/** Where a report stands: the queue (null) or a case. */
export interface ReportPlace {
  readonly force: string;
  readonly report: string;
  readonly case_ref: string | null;
}

/** Says where a report stands. Whoever takes a report in or makes a case of it calls this in the same transaction. */
export function placeReport(tx: Transaction<CaseTables>, row: ReportPlace): Promise<void> {
  return placeReports(tx, [row]);
}

/** The same of several, some hundred at most. */
export async function placeReports(tx: Transaction<CaseTables>, rows: readonly ReportPlace[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("report_place")
    .values([...rows])
    .onConflict((conflict) => conflict.columns(["force", "report"]).doUpdateSet({ case_ref: sql<string | null>`excluded.case_ref` }))
    .execute();
}

/** Puts an officer on a case. */
export async function addMember(
  tx: Transaction<CaseTables>,
  row: {
    readonly force: string;
    readonly case_ref: string;
    readonly officer: string;
    readonly added_at: Instant;
    readonly added_by: string;
  },
): Promise<void> {
  await tx
    .insertInto("case_member")
    .values({ ...row, added_at: instantToIso(row.added_at) })
    .onConflict((conflict) => conflict.columns(["force", "case_ref", "officer"]).doNothing())
    .execute();
}

/** Takes an officer off a case. */
export async function removeMember(
  tx: Transaction<CaseTables>,
  { force, ref, officer }: { readonly force: string; readonly ref: string; readonly officer: string },
): Promise<void> {
  await tx.deleteFrom("case_member").where("force", "=", force).where("case_ref", "=", ref).where("officer", "=", officer).execute();
}

/** Cases that an officer is on and not barred from, in order of their numbers. */
export async function casesOfOfficer(
  tx: Transaction<CaseTables>,
  { force, officer, limit }: { readonly force: string; readonly officer: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("case_member")
    .leftJoin("case_barred", (join) =>
      join
        .onRef("case_barred.force", "=", "case_member.force")
        .onRef("case_barred.case_ref", "=", "case_member.case_ref")
        .onRef("case_barred.officer", "=", "case_member.officer"),
    )
    .select("case_member.case_ref")
    .where("case_member.force", "=", force)
    .where("case_member.officer", "=", officer)
    .where("case_barred.officer", "is", null)
    .orderBy("case_member.case_ref", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ case_ref }) => case_ref);
}

/**
 * Open cases that another put an officer on and that the officer has not looked at since, by number, each with the reports in it that are with the
 * officer: so whoever had a report learns where it is, on every screen until it is read.
 */
export async function putOnSinceLooked(
  tx: Transaction<CaseTables>,
  { force, officer }: { readonly force: string; readonly officer: string },
): Promise<readonly { readonly case: string; readonly reports: readonly string[] }[]> {
  const rows = await tx
    .selectFrom("case_member")
    .innerJoin("case_view", (join) =>
      join.onRef("case_view.force", "=", "case_member.force").onRef("case_view.case_ref", "=", "case_member.case_ref"),
    )
    .leftJoin("case_look", (join) =>
      join
        .onRef("case_look.force", "=", "case_member.force")
        .onRef("case_look.case_ref", "=", "case_member.case_ref")
        .on("case_look.officer", "=", officer),
    )
    .leftJoin("report_view", (join) =>
      join
        .onRef("report_view.force", "=", "case_member.force")
        .onRef("report_view.case_ref", "=", "case_member.case_ref")
        .on("report_view.officer", "=", officer),
    )
    .select(["case_member.case_ref", "report_view.report"])
    .where("case_member.force", "=", force)
    .where("case_member.officer", "=", officer)
    .where("case_member.added_by", "!=", officer)
    .where("case_view.closed_at", "is", null)
    .where((where) => where.or([where("case_look.last", "is", null), where("case_look.last", "<", where.ref("case_member.added_at"))]))
    .orderBy("case_member.case_ref", (order) => order.collate("C").asc())
    .orderBy("report_view.report", (order) => order.collate("C").asc())
    .execute();
  return [...new Set(rows.map(({ case_ref }) => case_ref))].map((ref) => ({
    case: ref,
    reports: rows.flatMap(({ case_ref, report }) => (case_ref === ref && report !== null ? [report] : [])),
  }));
}

/** Who is on these cases, in a fixed order. */
export async function membersOfCases(tx: Transaction<CaseTables>, force: string, refs: readonly string[]) {
  if (refs.length === 0) return [];
  return tx
    .selectFrom("case_member")
    .select(["case_ref", "officer"])
    .where("force", "=", force)
    .where("case_ref", "in", refs)
    .orderBy("case_ref", (order) => order.collate("C").asc())
    .orderBy("added_at")
    .orderBy("officer", (order) => order.collate("C").asc())
    .execute();
}

/** Who is on a case: ids and names. */
export async function membersOf(tx: Transaction<CaseTables>, force: string, ref: string) {
  return tx
    .selectFrom("case_member")
    .innerJoin("officer", "officer.id", "case_member.officer")
    .select(["officer.id", "officer.name", "officer.role"])
    .where("case_member.force", "=", force)
    .where("case_member.case_ref", "=", ref)
    .orderBy("officer.name", (order) => order.collate("C").asc())
    .execute();
}
