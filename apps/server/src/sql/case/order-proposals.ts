import { type Instant, instantToIso } from "@unmask/core";
import { type Insertable, type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import type { OrderTables } from "./order-tables.ts";

/** Statements about acts that lie in the time of orders (migrations/case/0041-proposed-acts.sql), and about the acts that are held against them. */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** Puts what is proposed under some orders into the place of what was. */
export async function putProposals(
  tx: Transaction<CaseTables>,
  force: string,
  { orders, rows }: { readonly orders: readonly string[]; readonly rows: readonly Insertable<OrderTables["order_proposal"]>[] },
): Promise<void> {
  if (orders.length === 0) return;
  await tx.deleteFrom("order_proposal").where("force", "=", force).where("order_id", "in", orders).execute();
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto("order_proposal")
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** Days of one order, the newest first. */
export async function proposedDays(
  db: Kysely<CaseTables>,
  force: string,
  { order, limit }: { readonly order: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_proposal")
    .select("shown")
    .where("force", "=", force)
    .where("order_id", "=", order)
    .orderBy("day", (one) => one.collate("C").desc())
    .orderBy("which", (one) => one.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ shown }) => shown);
}

/** What is to be looked at under an order, counted; `shown`: the row of the order in lists. */
export interface CountedProposals {
  readonly order_id: string;
  readonly which: string;
  readonly case_ref: string;
  readonly acts: number;
  readonly days: number;
  readonly newest: string;
  readonly under: string;
  readonly shown: string;
}

/** The same for each order that this officer sees, of one case or of one order where it is named: the newest act first. */
export async function countProposals(
  db: Kysely<CaseTables>,
  force: string,
  { case: ref = null, order = null, limit }: { readonly case?: string | null; readonly order?: string | null; readonly limit: number },
): Promise<readonly CountedProposals[]> {
  const { rows } = await sql<CountedProposals>`
    select p.order_id, p.which, p.case_ref, sum(p.acts)::bigint as acts, count(*) as days, max(p.day collate "C") as newest,
        '[' || string_agg(p.under, ',' order by p.day collate "C" desc) || ']' as under, min(v.shown) as shown
      from order_proposal p join order_view v on v.force = p.force and v.order_id = p.order_id
      where p.force = ${force} and (${ref}::text is null or p.case_ref = ${ref}) and (${order}::text is null or p.order_id = ${order})
      group by p.order_id, p.which, p.case_ref
      order by newest desc, p.order_id collate "C", p.which collate "C" limit ${limit}`.execute(db);
  return rows;
}

/** An act as it is held against orders: whose it is by the statement of its pack, and that statement. */
export interface ActToHold {
  readonly report: string;
  readonly item: string;
  readonly ordinal: number;
  readonly act_id: string;
  readonly act: string;
  readonly whose: string | null;
}

/** Senders that have an address of their own, which an address book can hold a name to. */
const withAddress = ["phone", "email", "handle", "id"];

/** A sender whose name stands in no address book of these reports, and of whom nothing is held from before an instant. */
interface UnknownSender {
  readonly kind: string;
  readonly normal: string;
  readonly since: Instant;
}

/** The senders that nobody knows, each once. */
export async function unknownSenders(
  tx: Transaction<CaseTables>,
  { force, reports, from }: { readonly force: string; readonly reports: readonly string[]; readonly from: Instant },
): Promise<readonly UnknownSender[]> {
  if (reports.length === 0) return [];
  return tx
    .selectFrom("report_act")
    .select(["from_kind as kind", "from_normal as normal"])
    .select(sql<Instant>`min(earliest)`.as("since"))
    .where("force", "=", force)
    .where("report", "in", reports)
    .where("from_kind", "in", withAddress)
    .groupBy(["from_kind", "from_normal"])
    .having(sql<boolean>`bool_and(from_name is null) and min(earliest) >= ${instantToIso(from)}::timestamptz`)
    .execute();
}

/** How a sender is told from others. */
export function senderKey({ kind, normal }: Pick<UnknownSender, "kind" | "normal">): string {
  return `${kind} ${normal}`;
}

/**
 * The next acts of a report that can lie at an instant or after it, behind a place in the report. None is hers, and those of third people name one of the
 * names, or come from one of the senders that nobody knows.
 */
export async function actsToHold(
  tx: Transaction<CaseTables>,
  {
    force,
    report,
    from,
    names,
    unknown,
    after,
    limit,
  }: {
    readonly force: string;
    readonly report: string;
    readonly from: Instant;
    readonly names: readonly string[];
    readonly unknown: readonly UnknownSender[];
    readonly after: { readonly item: string; readonly ordinal: number };
    readonly limit: number;
  },
): Promise<readonly ActToHold[]> {
  const anyName = names.map((name) => `%${name.replaceAll(/[\\%_]/g, "\\$&")}%`);
  return (
    tx
      .selectFrom("report_act")
      .select(["report", "item", "ordinal", "act_id", "act", "whose"])
      .where("force", "=", force)
      .where("report", "=", report)
      // An act whose date can be read in two orders has its other readings in itself: they can be months later.
      .where(sql<boolean>`(latest >= ${instantToIso(from)}::timestamptz or position('"or":[' in act) > 0)`)
      .where(
        sql<boolean>`(whose is null or whose not in ('hers', 'other') or (whose = 'other' and (body ilike any(${anyName}::text[])
          or from_kind || ' ' || from_normal = any(${unknown.map(senderKey)}::text[]))))`,
      )
      .where(sql<boolean>`(item, ordinal) > (${after.item}, ${after.ordinal}::bigint)`)
      .orderBy("item", (one) => one.collate("C").asc())
      .orderBy("ordinal")
      .limit(limit)
      .execute()
  );
}
