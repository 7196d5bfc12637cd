import { type Instant, instantToIso } from "@unmask/core";
import { type RawBuilder, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about cases that are closed to an officer who is in them. */

/** One officer and one case. */
export interface OfCase {
  readonly force: string;
  readonly case_ref: string;
  readonly officer: string;
}

/** Whether a case is closed to an officer. */
export async function isBarred(tx: Transaction<CaseTables>, { force, case_ref, officer }: OfCase): Promise<boolean> {
  const row = await tx
    .selectFrom("case_barred")
    .select("officer")
    .where("force", "=", force)
    .where("case_ref", "=", case_ref)
    .where("officer", "=", officer)
    .executeTakeFirst();
  return row !== undefined;
}

/** Closes a case to an officer: they come off it, and an opening of theirs ends. False where it was closed before. */
export async function barOfficer(
  tx: Transaction<CaseTables>,
  of: OfCase,
  { by, at, words }: { readonly by: string; readonly at: Instant; readonly words: string },
): Promise<boolean> {
  const barred_at = instantToIso(at);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("case_barred")
    .values({ ...of, barred_by: by, barred_at, words })
    .onConflict((conflict) => conflict.columns(["force", "case_ref", "officer"]).doNothing())
    .executeTakeFirst();
  const { force, case_ref, officer } = of;
  await tx.deleteFrom("case_member").where("force", "=", force).where("case_ref", "=", case_ref).where("officer", "=", officer).execute();
  await tx
    .updateTable("opening")
    .set({ closed_at: barred_at })
    .where("force", "=", force)
    .where("case_ref", "=", case_ref)
    .where("officer", "=", officer)
    .where("closed_at", "is", null)
    .execute();
  return numInsertedOrUpdatedRows === 1n;
}

/** Opens it to them again; that puts them on no case. */
export async function liftBar(tx: Transaction<CaseTables>, { force, case_ref, officer }: OfCase): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("case_barred")
    .where("force", "=", force)
    .where("case_ref", "=", case_ref)
    .where("officer", "=", officer)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The officers to whom some case of this force is closed. */
export async function whoIsBarred(tx: Transaction<CaseTables>, force: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("case_barred").select("officer").distinct().where("force", "=", force).execute();
  return rows.map(({ officer }) => officer);
}

/** The cases that are closed to an officer. */
export async function casesBarredTo(
  tx: Transaction<CaseTables>,
  { force, officer }: Pick<OfCase, "force" | "officer">,
): Promise<readonly string[]> {
  const rows = await tx.selectFrom("case_barred").select("case_ref").where("force", "=", force).where("officer", "=", officer).execute();
  return rows.map(({ case_ref }) => case_ref);
}

/** The orders of cases that are closed to an officer. */
export async function ordersClosedTo(
  tx: Transaction<CaseTables>,
  { force, officer }: Pick<OfCase, "force" | "officer">,
): Promise<ReadonlySet<string>> {
  const cases = await casesBarredTo(tx, { force, officer });
  if (cases.length === 0) return new Set();
  const rows = await tx.selectFrom("order_view").select("order_id").where("force", "=", force).where("case_ref", "in", cases).execute();
  return new Set(rows.map(({ order_id }) => order_id));
}

/**
 * The reports that are closed to an officer, as a subquery: those of a case that is, and all that are read as one with one of them, at once or by
 * way of another. Their row and their page tell the words and the danger of both, and whoever is in the one is in the other. `offset 0` keeps
 * the order: from the few closed cases to their reports by index, never from every report of the force.
 */
export function reportsClosedTo({ force, officer }: Pick<OfCase, "force" | "officer">): RawBuilder<string> {
  return sql<string>`(with recursive closed (report) as (
      select p.report from case_barred b cross join lateral (
        select report from report_place where force = ${force} and case_ref = b.case_ref offset 0
      ) as p
      where b.force = ${force} and b.officer = ${officer}
      union
      select near.report from closed c cross join lateral (
        select v.joined_into as report from report_view v where v.force = ${force} and v.report = c.report and v.joined_into is not null
        union all
        select v.report from report_view v where v.force = ${force} and v.joined_into = c.report
      ) as near
    ) select report from closed)`;
}

/** The same as a list: no case is closed to most officers, and for them nothing more is asked. */
export async function listClosed(tx: Transaction<CaseTables>, who: Pick<OfCase, "force" | "officer">): Promise<readonly string[]> {
  if ((await casesBarredTo(tx, who)).length === 0) return [];
  const { rows } = await sql<{ readonly report: string }>`select report from ${reportsClosedTo(who)} as closed (report)`.execute(tx);
  return rows.map(({ report }) => report);
}

/** To whom a case is closed, by whom and why. */
export async function barredFrom(tx: Transaction<CaseTables>, force: string, case_ref: string) {
  return tx
    .selectFrom("case_barred")
    .innerJoin("officer", "officer.id", "case_barred.officer")
    .select(["officer.id", "officer.name", "case_barred.barred_by as by", "case_barred.barred_at as at", "case_barred.words"])
    .where("case_barred.force", "=", force)
    .where("case_barred.case_ref", "=", case_ref)
    .orderBy("officer.name", (order) => order.collate("C").asc())
    .execute();
}
