import type { Transaction } from "kysely";
import type { ActLine } from "./case-acts.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the acts that a draft application lists: those that are not hers and not of third people. */

const columns = [
  "act_id",
  "item",
  "kind",
  "channel",
  "grade",
  "earliest",
  "latest",
  "from_name",
  "from_normal",
  "body",
  "exhibits",
  "agreement",
  "whose",
] as const;

/** An act of a draft. */
export type DraftAct = Pick<ActLine, (typeof columns)[number]>;

/** The newest acts of these reports, the newest first, at most `limit`; an act that was handed over twice stands twice. */
export async function actsForDraft(
  tx: Transaction<CaseTables>,
  { force, reports, limit }: { readonly force: string; readonly reports: readonly string[]; readonly limit: number },
): Promise<readonly DraftAct[]> {
  if (reports.length === 0) return [];
  return notHers(tx, force, reports)
    .select(columns)
    .orderBy("earliest", "desc")
    .orderBy("item", (order) => order.collate("C").desc())
    .orderBy("ordinal", "desc")
    .limit(limit)
    .execute();
}

/** How many there are, each once. */
export async function countForDraft(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<number> {
  if (reports.length === 0) return 0;
  const row = await notHers(tx, force, reports)
    .select(({ fn }) => fn.count<number>("act_id").distinct().as("acts"))
    .executeTakeFirst();
  return row?.acts ?? 0;
}

function notHers(tx: Transaction<CaseTables>, force: string, reports: readonly string[]) {
  return tx
    .selectFrom("report_act")
    .where("force", "=", force)
    .where("report", "in", reports)
    .where((where) => where.or([where("whose", "is", null), where("whose", "not in", ["hers", "other"])]));
}
