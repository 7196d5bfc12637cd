import type { Kysely, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what is with an officer, and what was handed to one and is not read yet. */

/**
 * Reports that are with an officer, by themselves: one that stands in a case that the officer is on is a part of that matter, and is handed over with
 * the case, whose note has its lines.
 */
export async function reportsWith(db: Kysely<CaseTables>, force: string, officer: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("report_view")
    .select("report")
    .where("force", "=", force)
    .where("officer", "=", officer)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("case_member")
            .select("case_member.officer")
            .whereRef("case_member.force", "=", "report_view.force")
            .whereRef("case_member.case_ref", "=", "report_view.case_ref")
            .where("case_member.officer", "=", officer),
        ),
      ),
    )
    .orderBy("report", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ report }) => report);
}

/** Open cases that an officer is on. */
export async function casesWith(db: Kysely<CaseTables>, force: string, officer: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("case_view")
    .innerJoin("case_member", (join) =>
      join.onRef("case_member.force", "=", "case_view.force").onRef("case_member.case_ref", "=", "case_view.case_ref"),
    )
    .select("case_view.case_ref")
    .where("case_view.force", "=", force)
    .where("case_view.closed_at", "is", null)
    .where("case_member.officer", "=", officer)
    .orderBy("case_view.case_ref", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ case_ref }) => case_ref);
}

/** What was handed to an officer and waits to be read: reports, then cases, each with the number of its event. */
export async function handedTo(db: Kysely<CaseTables>, force: string, officer: string) {
  const reports = await db
    .selectFrom("report_view")
    .select(["report as id", "handed"])
    .where("force", "=", force)
    .where("handed_to", "=", officer)
    .orderBy("report", (order) => order.collate("C").asc())
    .execute();
  const cases = await db
    .selectFrom("case_view")
    .select(["case_ref as id", "handed"])
    .where("force", "=", force)
    .where("handed_to", "=", officer)
    .orderBy("case_ref", (order) => order.collate("C").asc())
    .execute();
  return [...reports, ...cases].map(({ id, handed }) => ({ reference: id, number: handed ?? 0 }));
}

/** Which of these reports somebody has. */
export async function heldAmong(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<readonly { readonly report: string; readonly officer: string }[]> {
  if (reports.length === 0) return [];
  const rows = await tx
    .selectFrom("report_view")
    .select(["report", "officer"])
    .where("force", "=", force)
    .where("report", "in", reports)
    .where("officer", "is not", null)
    .execute();
  return rows.flatMap(({ report, officer }) => (officer === null ? [] : [{ report, officer }]));
}

/** Every report that an officer took, also where it stands in a case that they are on. */
export async function takenBy(tx: Transaction<CaseTables>, force: string, officer: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("report_view").select("report").where("force", "=", force).where("officer", "=", officer).execute();
  return rows.map(({ report }) => report);
}
