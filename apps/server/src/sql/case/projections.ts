import { instantToIso } from "@unmask/core";
import { type CaseState, type QueueStanding, type ReportState, type Stream, standingToText } from "@unmask/case";
import { type Insertable, type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { everyOrderRow } from "./order-views.ts";
import type { ProjectionTables } from "./projection-tables.ts";

/** Statements about what is worked out from events and kept beside them (migrations/case/0005-projections.sql). */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** Writes what is kept of reports. */
export async function putReportViews(tx: Transaction<CaseTables>, force: string, states: readonly ReportState[]): Promise<void> {
  for (const row of states.map((state) => reportViewOf(force, state))) {
    const { force: _, report: __, ...rest } = row;
    await tx
      .insertInto("report_view")
      .values(row)
      .onConflict((conflict) => conflict.columns(["force", "report"]).doUpdateSet(rest))
      .execute();
  }
}

function reportViewOf(force: string, state: ReportState): Insertable<ProjectionTables["report_view"]> {
  const { report, number, joinedInto, officer } = state;
  return { force, report, event: number, joined_into: joinedInto, case_ref: state.case, officer, ...handedOf(state) };
}

function handedOf({ handovers }: Pick<ReportState, "handovers">): { readonly handed_to: string | null; readonly handed: number | null } {
  const waiting = handovers.filter(({ read }) => read === undefined).at(-1);
  return { handed_to: waiting?.to ?? null, handed: waiting?.number ?? null };
}

/** Writes what is kept of a case. One that was never opened has no row. */
export async function putCaseView(tx: Transaction<CaseTables>, force: string, state: CaseState): Promise<void> {
  const { number, opened, closed, danger, reports } = state;
  if (opened === null) return;
  const rest = {
    event: number,
    opened_at: instantToIso(opened.happened),
    closed_at: closed === null ? null : instantToIso(closed.happened),
    is_danger: danger !== null,
    reports: reports.length,
    ...handedOf(state),
  };
  await tx
    .insertInto("case_view")
    .values({ force, case_ref: state.case, ...rest })
    .onConflict((conflict) => conflict.columns(["force", "case_ref"]).doUpdateSet(rest))
    .execute();
}

/** What a report hangs together with, as it is kept; undefined where nothing is kept of it yet. */
export async function reportViewBefore(tx: Transaction<CaseTables>, force: string, report: string) {
  return tx
    .selectFrom("report_view")
    .select(["joined_into", "case_ref"])
    .where("force", "=", force)
    .where("report", "=", report)
    .executeTakeFirst();
}

/** Number of the last event of a report or a case; null where there is none. */
export async function lastEventOf(db: Kysely<CaseTables>, force: string, { of, id }: Stream): Promise<number | null> {
  const row =
    of === "report"
      ? await db.selectFrom("report_view").select("event").where("force", "=", force).where("report", "=", id).executeTakeFirst()
      : await db.selectFrom("case_view").select("event").where("force", "=", force).where("case_ref", "=", id).executeTakeFirst();
  return row?.event ?? null;
}

/** Reports that are joined with one of these, in either direction, or belong to one of these cases. */
export async function neighboursOf(
  tx: Transaction<CaseTables>,
  force: string,
  { reports, cases }: { readonly reports: readonly string[]; readonly cases: readonly string[] },
) {
  return tx
    .selectFrom("report_view")
    .select(["report", "joined_into", "case_ref"])
    .where("force", "=", force)
    .where((where) =>
      where.or([
        ...(reports.length === 0 ? [] : [where("report", "in", reports), where("joined_into", "in", reports)]),
        ...(cases.length === 0 ? [] : [where("case_ref", "in", cases)]),
      ]),
    )
    .execute();
}

/** The cases in which these reports stand. */
export async function casesOfReports(db: Kysely<CaseTables>, force: string, reports: readonly string[]): Promise<readonly string[]> {
  if (reports.length === 0) return [];
  const rows = await db
    .selectFrom("report_view")
    .select("case_ref")
    .distinct()
    .where("force", "=", force)
    .where("report", "in", reports)
    .execute();
  return rows.flatMap(({ case_ref }) => case_ref ?? []);
}

/** Reports that were joined into one of these, at once or by way of another: in order of their number. */
export async function joinedInto(db: Kysely<CaseTables>, force: string, report: string): Promise<readonly string[]> {
  const found = new Set([report]);
  for (let next: readonly string[] = [report]; next.length > 0;) {
    const rows = await db.selectFrom("report_view").select("report").where("force", "=", force).where("joined_into", "in", next).execute();
    next = rows.map((row) => row.report).filter((one) => !found.has(one));
    for (const one of next) found.add(one);
  }
  found.delete(report);
  return [...found].sort((one, other) => Number(one.slice("R-".length)) - Number(other.slice("R-".length)));
}

/** The reports into which one was joined, at once or by way of another, going up, each with its case. */
export async function joinedUpwards(
  db: Kysely<CaseTables>,
  force: string,
  report: string,
): Promise<readonly { readonly report: string; readonly case_ref: string | null }[]> {
  const above: { readonly report: string; readonly case_ref: string | null }[] = [];
  const met = new Set([report]);
  for (let next: string | null = report; next !== null;) {
    const into: { readonly report: string; readonly case_ref: string | null } | undefined = await db
      .selectFrom("report_view as own")
      .innerJoin("report_view as into", (join) => join.onRef("into.force", "=", "own.force").onRef("into.report", "=", "own.joined_into"))
      .select(["into.report", "into.case_ref"])
      .where("own.force", "=", force)
      .where("own.report", "=", next)
      .executeTakeFirst();
    next = into === undefined || met.has(into.report) ? null : into.report;
    if (into === undefined || next === null) continue;
    met.add(into.report);
    above.push(into);
  }
  return above;
}

/** Puts what stands of some reports into the place of what stood of them. */
export async function putStandings(
  tx: Transaction<CaseTables>,
  force: string,
  { reports, standings }: { readonly reports: readonly string[]; readonly standings: readonly QueueStanding[] },
): Promise<void> {
  for (let from = 0; from < reports.length; from += rowsAtOnce) {
    const some = reports.slice(from, from + rowsAtOnce);
    await tx.deleteFrom("queue_row").where("force", "=", force).where("report", "in", some).execute();
  }
  for (let from = 0; from < standings.length; from += rowsAtOnce) {
    const rows = standings.slice(from, from + rowsAtOnce).map((one) => queueRowOf(force, one));
    await tx.insertInto("queue_row").values(rows).execute();
  }
}

function queueRowOf(force: string, standing: QueueStanding): Insertable<ProjectionTables["queue_row"]> {
  const { place, isAlone, came, officer = null, row } = standing;
  return {
    force,
    report: row.report,
    place,
    opened: row.unread.opened ? 1 : 0,
    since: instantToIso(row.unread.since),
    number: Number(row.report.slice("R-".length)),
    row_group: row.group,
    is_alone: isAlone,
    is_broken: row.broken === true,
    officer,
    came: instantToIso(came),
    case_ref: row.case ?? null,
    standing: standingToText(standing),
  };
}

/** Takes away everything that is worked out of a force's events. */
export async function clearProjections(tx: Transaction<CaseTables>, force: string): Promise<void> {
  await tx.deleteFrom("report_view").where("force", "=", force).execute();
  await tx.deleteFrom("queue_row").where("force", "=", force).execute();
  await tx.deleteFrom("case_view").where("force", "=", force).execute();
  await tx.deleteFrom("case_class").where("force", "=", force).execute();
}

/** Every row that is worked out of a force's events, in a fixed order: two that were made in different ways can be compared. */
export async function everyProjection(db: Kysely<CaseTables>, force: string) {
  const inOrder = sql<string>`report collate "C"`;
  return {
    reports: await db.selectFrom("report_view").selectAll().where("force", "=", force).orderBy(inOrder).execute(),
    queue: await db.selectFrom("queue_row").selectAll().where("force", "=", force).orderBy(inOrder).execute(),
    cases: await db
      .selectFrom("case_view")
      .selectAll()
      .where("force", "=", force)
      .orderBy("case_ref", (order) => order.collate("C").asc())
      .execute(),
    places: await db.selectFrom("report_place").selectAll().where("force", "=", force).orderBy(inOrder).execute(),
    classes: await db
      .selectFrom("case_class")
      .selectAll()
      .where("force", "=", force)
      .orderBy("case_ref", (order) => order.collate("C").asc())
      .orderBy("word", (order) => order.collate("C").asc())
      .execute(),
    ...(await everyOrderRow(db, force)),
  };
}
