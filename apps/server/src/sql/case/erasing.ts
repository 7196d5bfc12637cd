import { instantToIso } from "@unmask/core";
import type { ErasedLine, RetentionSubject } from "@unmask/case";
import { type Kysely, type RawBuilder, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about erasing: what belongs to a case, and taking it away. They run with the rights of whoever owns the tables. */

/** A checkpoint keeps the log since the one before it: after the second nothing older is needed. */
const logCuts = 2;

/** All that is erased with a case or a report, by its numbers. */
export interface ErasureScope {
  readonly force: string;
  /** Null: a report in no case. */
  readonly case: string | null;
  readonly reports: readonly string[];
  readonly orders: readonly string[];
  /** Ids of what was taken in and names of kept papers; ids of letters on their way to another force. */
  readonly items: readonly string[];
  readonly handed: readonly string[];
}

/** Leaves the desk's role for the rest of this transaction: that role takes away nothing that was written. */
export async function askAsOwner(tx: Transaction<CaseTables>): Promise<void> {
  await sql`set local role none`.execute(tx);
  await sql`select set_config('unmask.officer', 'unmask', true)`.execute(tx);
}

/** Whether this connection may take away what was written. */
export async function mayErase(tx: Transaction<CaseTables>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_table_privilege('case_event', 'DELETE') as may`.execute(tx);
  return rows[0]?.may === true;
}

/** The reports of a case or the report itself, with those that are read as one with them and stand in no case. */
export async function reportsOfSubject(
  tx: Transaction<CaseTables>,
  force: string,
  { of, id }: RetentionSubject,
): Promise<readonly string[]> {
  const { rows } = await sql<{ report: string }>`with recursive those as (
      select report from report_place where force = ${force} and case when ${of === "case"} then case_ref = ${id} else report = ${id} and case_ref is null end
      union
      select v.report from report_view v join those t on v.joined_into = t.report where v.force = ${force} and v.case_ref is null
    ) select report from those order by report`.execute(tx);
  return rows.map(({ report }) => report);
}

/** Reports outside that rest on these: joined to them, or linked and not answered "no". */
export async function restingOn(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ report: string }>`
    select report from report_view where force = ${force} and joined_into = any(${[...reports]}::text[]) and report <> all(${[...reports]}::text[])
    union
    select joined_into from report_view where force = ${force} and report = any(${[...reports]}::text[]) and joined_into <> all(${[...reports]}::text[])
    union
    select case when one = any(${[...reports]}::text[]) then other else one end from link_pair
      where force = ${force} and (one = any(${[...reports]}::text[])) <> (other = any(${[...reports]}::text[])) and answer is distinct from 'refuted'
    order by 1`.execute(tx);
  return rows.map(({ report }) => report);
}

/** Everything of these reports and this case that has a number of its own. */
export async function scopeOf(
  tx: Transaction<CaseTables>,
  { force, case: ref, reports }: { readonly force: string; readonly case: string | null; readonly reports: readonly string[] },
): Promise<ErasureScope> {
  const those = sql`${[...reports]}::text[]`;
  const items = await sql<{ id: string }>`select id from item where force = ${force} and (report = any(${those})
      or letter in (select id from letter where force = ${force} and report = any(${those}))
      or letter in (select letter from report where force = ${force} and id = any(${those}))) order by id`.execute(tx);
  const orders = await sql<{
    id: string;
  }>`select order_id as id from order_view where force = ${force} and case_ref = ${ref} order by 1`.execute(tx);
  const handed = await sql<{ id: string }>`select id from handed_on where force = ${force} and report = any(${those}) order by 1`.execute(
    tx,
  );
  const ids = ({ rows }: { readonly rows: readonly { readonly id: string }[] }) => rows.map(({ id }) => id);
  // Papers lie sealed among the bodies of what was taken in.
  const papers = await sql<{
    id: string;
  }>`select kept as id from order_paper where force = ${force} and order_id = any(${ids(orders)}::text[]) order by 1`.execute(tx);
  return { force, case: ref, reports, orders: ids(orders), items: [...ids(items), ...ids(papers)], handed: ids(handed) };
}

/**
 * Which rows of which table go; in this order, since what comes later is looked up by what stands before. `cleared`: entries of the log whose words go,
 * and with them what an auditor asked of each.
 */
function erasedRows(
  { force, case: ref, reports, orders, items }: ErasureScope,
  cleared: readonly number[],
): readonly (readonly [string, RawBuilder<unknown>])[] {
  const ours = sql`force = ${force}`;
  const [those, its, whose] = [sql`${[...reports]}::text[]`, sql`${[...items]}::text[]`, sql`${[...orders]}::text[]`];
  const ofReport = sql`${ours} and report = any(${those})`;
  const ofItem = sql`${ours} and item = any(${its})`;
  const ofCase = sql`${ours} and case_ref = ${ref}`;
  const ofOrder = sql`${ours} and order_id = any(${whose})`;
  const shared = sql`select lookup from report where ${ours} and id <> all(${those}) and lookup is not null`;
  const boxes = sql`select lookup from report where ${ours} and id = any(${those})`;
  return [
    [
      "audit_question",
      sql`${ours} and (number = any(${[...cleared]}::bigint[]) or number in (select number from access_log where case_ref = ${ref} or report = any(${those})))`,
    ],
    [
      "mailbox_reply",
      sql`${ours} and lookup in (${boxes}) and (lookup not in (${shared}) or message::json ->> 'reference' = any(${those}))`,
    ],
    ["case_event", sql`${ours} and ((stream_of = 'case' and stream = ${ref}) or (stream_of = 'report' and stream = any(${those})))`],
    ["item_verdict", ofItem],
    ["item_exhibit", ofItem],
    ["item_finding", ofItem],
    ["item", sql`${ours} and id = any(${its})`],
    ["letter", ofReport],
    ["report_act", ofReport],
    ["ident_posting", ofReport],
    ["link_pair", sql`${ours} and (one = any(${those}) or other = any(${those}))`],
    ["handed_on", ofReport],
    ["report", sql`${ours} and id = any(${those})`],
    ["report_place", ofReport],
    ["report_view", ofReport],
    ["queue_row", ofReport],
    ["order_event", ofOrder],
    ["order_view", ofOrder],
    ["order_duty", ofOrder],
    ["order_ahead", ofOrder],
    ["order_name", ofOrder],
    ["order_refusal", ofOrder],
    ["order_proposal", ofOrder],
    ["order_paper", ofOrder],
    ["order_not_begun", ofCase],
    ["case_view", ofCase],
    ["case_class", ofCase],
    ["case_look", ofCase],
    ["opening", ofCase],
    ["case_barred", ofCase],
    ["case_member", ofCase],
    ["dip_check", sql`${ours} and ((subject_of = 'case' and subject = ${ref}) or (subject_of = 'report' and subject = any(${those})))`],
    [
      "retention_event",
      sql`${ours} and ((subject_of = 'case' and subject = ${ref}) or (subject_of = 'report' and subject = any(${those})))`,
    ],
  ];
}

/** How many rows of each table would go; those of which none would are left out. */
export async function countErased(
  tx: Transaction<CaseTables>,
  scope: ErasureScope,
  cleared: readonly number[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, where] of erasedRows(scope, cleared)) {
    const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.table(table)} where ${where}`.execute(tx);
    const many = Number(rows[0]?.many ?? 0);
    if (many > 0) counts[table] = many;
  }
  return counts;
}

/** Takes the rows away. */
export async function eraseRows(tx: Transaction<CaseTables>, scope: ErasureScope, cleared: readonly number[]): Promise<void> {
  for (const [table, where] of erasedRows(scope, cleared)) await sql`delete from ${sql.table(table)} where ${where}`.execute(tx);
}

/** Of these streams those that stand here, begun in that very instant. */
export async function streamsStanding(
  tx: Transaction<CaseTables>,
  force: string,
  streams: ErasedLine["streams"],
): Promise<ErasedLine["streams"]> {
  const standing: ErasedLine["streams"][number][] = [];
  for (const { of, since, ids } of bySince(streams)) {
    const found =
      of === "order"
        ? sql<{
            id: string;
          }>`select order_id as id from order_event where force = ${force} and number = 1 and order_id = ${ids} and recorded = ${instantToIso(since)}::timestamptz`
        : sql<{
            id: string;
          }>`select stream as id from case_event where force = ${force} and number = 1 and stream_of = ${of} and stream = ${ids} and recorded = ${instantToIso(since)}::timestamptz`;
    if ((await found.execute(tx)).rows.length > 0) standing.push({ of, id: ids, since });
  }
  return standing;
}

function bySince(streams: ErasedLine["streams"]) {
  return streams.map(({ of, id, since }) => ({ of, since, ids: id }));
}

/** The streams of a scope with the instant in which each began. */
export async function streamsOf(
  tx: Transaction<CaseTables>,
  { force, case: ref, reports, orders }: ErasureScope,
): Promise<ErasedLine["streams"]> {
  const events = await tx
    .selectFrom("case_event")
    .select(["stream_of", "stream", "recorded"])
    .where("force", "=", force)
    .where("number", "=", 1)
    .where((where) =>
      where.or([
        where.and([where("stream_of", "=", "case"), where("stream", "=", ref ?? "")]),
        where.and([where("stream_of", "=", "report"), where("stream", "in", ["", ...reports])]),
      ]),
    )
    .execute();
  const ofOrders = await tx
    .selectFrom("order_event")
    .select(["order_id", "recorded"])
    .where("force", "=", force)
    .where("number", "=", 1)
    .where("order_id", "in", ["", ...orders])
    .execute();
  return [
    ...events.map(({ stream_of, stream, recorded }) => ({
      of: stream_of === "case" ? ("case" as const) : ("report" as const),
      id: stream,
      since: recorded,
    })),
    ...ofOrders.map(({ order_id, recorded }) => ({ of: "order" as const, id: order_id, since: recorded })),
  ];
}

/** Writes that it was erased; what is written already stays. */
export async function putErased(
  tx: Transaction<CaseTables>,
  force: string,
  { subject, at, items }: ErasedLine,
  line: string,
): Promise<void> {
  await tx
    .insertInto("erased")
    .values({ force, subject_of: subject.of, subject: subject.id, erased_at: instantToIso(at), line })
    .onConflict((conflict) => conflict.columns(["force", "subject_of", "subject", "erased_at"]).doNothing())
    .execute();
  if (items.length === 0) return;
  await tx
    .insertInto("erased_item")
    .values(items.map((item) => ({ force, item })))
    .onConflict((conflict) => conflict.columns(["force", "item"]).doNothing())
    .execute();
}

/** The lines of all that was erased here, in order of time. */
export async function erasedLines(tx: Transaction<CaseTables>, force: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("erased").select("line").where("force", "=", force).orderBy("erased_at").orderBy("subject").execute();
  return rows.map(({ line }) => line);
}

/** Tables of which rows go with a case. */
export function tablesErased(): readonly string[] {
  return erasedRows({ force: "", case: null, reports: [], orders: [], items: [], handed: [] }, []).map(([table]) => table);
}

/** Writes these tables anew, and those of the log beside whose entries words stood: outside any transaction, with the rights of the owner. */
export async function writeTablesAnew(db: Kysely<CaseTables>, tables: readonly string[]): Promise<void> {
  for (const table of [...tables, "access_log", "access_waiting"]) await sql`vacuum (full) ${sql.table(table)}`.execute(db);
}

/**
 * The same where the rows lie in a folder of ours and there is one connection: the database's own log is cut, too, and nothing of it kept to be
 * written over later. It comes back in the desk's role.
 */
export async function writeFolderAnew(db: Kysely<CaseTables>, tables: readonly string[], role: string): Promise<void> {
  await sql`set role none`.execute(db);
  await sql`set wal_recycle = off`.execute(db);
  await writeTablesAnew(db, tables);
  for (let cut = 0; cut < logCuts; cut += 1) {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  }
  await sql`set role ${sql.id(role)}`.execute(db);
}
