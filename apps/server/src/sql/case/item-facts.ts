import type { Selectable, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the packs of reports: the item as it came, its exhibits, verdicts and findings. */

/** Items of these reports in the order in which they were taken in. */
export async function itemsOf(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<readonly Selectable<CaseTables["item"]>[]> {
  if (reports.length === 0) return [];
  return tx.selectFrom("item").selectAll().where("force", "=", force).where("report", "in", reports).orderBy("number").execute();
}

/** One item of this force. */
export async function findItem(
  tx: Transaction<CaseTables>,
  force: string,
  id: string,
): Promise<Selectable<CaseTables["item"]> | undefined> {
  return tx.selectFrom("item").selectAll().where("force", "=", force).where("id", "=", id).executeTakeFirst();
}

/** Exhibits of these items, as each pack numbers them. */
export async function exhibitsOf(
  tx: Transaction<CaseTables>,
  force: string,
  items: readonly string[],
): Promise<readonly Selectable<CaseTables["item_exhibit"]>[]> {
  if (items.length === 0) return [];
  return tx
    .selectFrom("item_exhibit")
    .selectAll()
    .where("force", "=", force)
    .where("item", "in", items)
    .orderBy("item", (order) => order.collate("C").asc())
    .orderBy("nth")
    .execute();
}

/** Verdicts of one item: of every file and seal, or of some paths. */
export async function verdictsOf(
  tx: Transaction<CaseTables>,
  { force, item, paths }: { readonly force: string; readonly item: string; readonly paths?: readonly string[] },
): Promise<readonly Selectable<CaseTables["item_verdict"]>[]> {
  let query = tx.selectFrom("item_verdict").selectAll().where("force", "=", force).where("item", "=", item);
  if (paths !== undefined) query = query.where("path", "in", [...paths, ""]);
  return query.orderBy("nth").execute();
}

/** Findings of these items. */
export async function findingsOf(
  tx: Transaction<CaseTables>,
  force: string,
  items: readonly string[],
): Promise<readonly Selectable<CaseTables["item_finding"]>[]> {
  if (items.length === 0) return [];
  return tx
    .selectFrom("item_finding")
    .selectAll()
    .where("force", "=", force)
    .where("item", "in", items)
    .orderBy("item", (order) => order.collate("C").asc())
    .orderBy("nth")
    .execute();
}

/** A letter that was opened. */
export async function findLetter(
  tx: Transaction<CaseTables>,
  force: string,
  id: string,
): Promise<Selectable<CaseTables["letter"]> | undefined> {
  return tx.selectFrom("letter").selectAll().where("force", "=", force).where("id", "=", id).executeTakeFirst();
}
