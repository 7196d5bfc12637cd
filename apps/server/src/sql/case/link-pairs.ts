import { type Instant, instantToIso, later } from "@unmask/core";
import { type Insertable, type Selectable, type Transaction, sql } from "kysely";
import { casesBarredTo, reportsClosedTo } from "./barred.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about pairs of reports that show one identifier. */

/** A pair as it is kept. */
export type LinkRow = Selectable<CaseTables["link_pair"]>;

/** Pairs that a report is one side of, the oldest first. */
export async function pairsOf(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<readonly LinkRow[]> {
  if (reports.length === 0) return [];
  return tx
    .selectFrom("link_pair")
    .selectAll()
    .where("force", "=", force)
    .where((where) => where.or([where("one", "in", reports), where("other", "in", reports)]))
    .orderBy("made_at")
    .orderBy("id", (order) => order.collate("C").asc())
    .execute();
}

/** Pairs of which one side is closed to an officer, with the report of the other side: that there is such a pair is not told. */
export async function pairsIntoBarred(
  tx: Transaction<CaseTables>,
  { force, officer }: { readonly force: string; readonly officer: string },
) {
  if ((await casesBarredTo(tx, { force, officer })).length === 0) return [];
  const { rows } = await sql<{ readonly link: string; readonly report: string }>`
    select l.id as link, case when c.report = l.one then l.other else l.one end as report
    from ${reportsClosedTo({ force, officer })} as c (report)
      join link_pair l on l.force = ${force} and (l.one = c.report or l.other = c.report)`.execute(tx);
  return rows;
}

/** One pair of this force. */
export async function findPair(tx: Transaction<CaseTables>, force: string, id: string): Promise<LinkRow | undefined> {
  return tx.selectFrom("link_pair").selectAll().where("force", "=", force).where("id", "=", id).executeTakeFirst();
}

/** Keeps a pair that was suggested. */
export async function putPair(tx: Transaction<CaseTables>, row: Insertable<CaseTables["link_pair"]>): Promise<void> {
  await tx.insertInto("link_pair").values(row).execute();
}

/** One more identifier joins a pair that nobody has decided on. */
export async function widenPair(tx: Transaction<CaseTables>, force: string, id: string, keys: readonly string[]): Promise<void> {
  await tx
    .updateTable("link_pair")
    .set({ keys: JSON.stringify(keys) })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** What was decided. `again` is the civil day on which a pair left open comes back. */
export async function answerPair(
  tx: Transaction<CaseTables>,
  {
    force,
    id,
    ...answer
  }: {
    readonly force: string;
    readonly id: string;
    readonly answer: string | null;
    readonly decided_by: string | null;
    readonly again: Instant | null;
  },
): Promise<void> {
  const again = answer.again === null ? null : instantToIso(answer.again);
  await tx
    .updateTable("link_pair")
    .set({ ...answer, again })
    .where("force", "=", force)
    .where("id", "=", id)
    .execute();
}

/** Reports that stand in a case now. */
export async function reportsInCase(tx: Transaction<CaseTables>, force: string, ref: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("report_place")
    .select("report")
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .orderBy("report", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ report }) => report);
}

/** What an officer saw of a case before this look. */
export interface LookBefore {
  /** Since when things are new; null: nothing was looked at before this sitting. */
  readonly since: Instant | null;
  /** The look before this one, in this sitting or an earlier; null: there was none. */
  readonly looked: Instant | null;
}

/** When this officer last looked at a case; undefined: never. */
export async function lastLook(
  tx: Transaction<CaseTables>,
  { force, ref, officer }: { readonly force: string; readonly ref: string; readonly officer: string },
): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom("case_look")
    .select("last")
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .where("officer", "=", officer)
    .executeTakeFirst();
  return row?.last;
}

/** Says that an officer looks at a case, and answers what was looked at before: looks within `sittingMs` are one sitting. */
export async function lookAtCase(
  tx: Transaction<CaseTables>,
  {
    force,
    ref,
    officer,
    now,
    sittingMs,
  }: { readonly force: string; readonly ref: string; readonly officer: string; readonly now: Instant; readonly sittingMs: number },
): Promise<LookBefore> {
  const begun = instantToIso(later(now, -sittingMs));
  const { rows } = await sql<LookBefore>`
    with before as (select last from case_look where force = ${force} and case_ref = ${ref} and officer = ${officer})
    insert into case_look as kept (force, case_ref, officer, since, last)
    values (${force}, ${ref}, ${officer}, null, ${instantToIso(now)}::timestamptz)
    on conflict (force, case_ref, officer) do update set
      since = case when kept.last < ${begun}::timestamptz then kept.last else kept.since end,
      last = excluded.last
    returning since, (select last from before) as looked`.execute(tx);
  return rows[0] ?? { since: null, looked: null };
}
