import { type Instant, instantToIso } from "@unmask/core";
import type { Selectable, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the papers of orders: rows are added and read, never changed. */

/** A paper of an order, with the name under which its file lies. */
export type OrderPaper = Selectable<CaseTables["order_paper"]>;

/** What is said of a paper that is kept anew. */
export interface NewPaper {
  readonly kind: "draft" | "acknowledgement" | "copy";
  readonly form: "pdf" | "docx" | "jpeg" | "png";
  readonly about: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number | null;
  readonly template: string | null;
  readonly kept: string;
}

/** Papers of an order, the oldest first. */
export async function papersOf(tx: Transaction<CaseTables>, force: string, order: string): Promise<readonly OrderPaper[]> {
  return tx.selectFrom("order_paper").selectAll().where("force", "=", force).where("order_id", "=", order).orderBy("nth").execute();
}

/** Which of these names of files a paper bears. */
export async function namedPapers(tx: Transaction<CaseTables>, force: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("order_paper")
    .select("kept")
    .where("force", "=", force)
    .where("kept", "in", [...names])
    .execute();
  return new Set(rows.map(({ kept }) => kept));
}

/** Adds papers under the next numbers; the rows as they stand. */
export async function putPapers(
  tx: Transaction<CaseTables>,
  of: { readonly force: string; readonly order: string; readonly at: Instant; readonly by: string },
  papers: readonly NewPaper[],
): Promise<readonly { readonly nth: number; readonly exhibit: string; readonly sha256: string }[]> {
  const last = await tx
    .selectFrom("order_paper")
    .select(({ fn }) => fn.max("nth").as("nth"))
    .where("force", "=", of.force)
    .where("order_id", "=", of.order)
    .executeTakeFirst();
  const rows = papers.map((paper, i) => {
    const nth = (last?.nth ?? 0) + i + 1;
    return {
      force: of.force,
      order_id: of.order,
      nth,
      exhibit: `${of.order}/P${nth}`,
      made: instantToIso(of.at),
      by_whom: of.by,
      ...paper,
    };
  });
  if (rows.length > 0) await tx.insertInto("order_paper").values(rows).execute();
  return rows.map(({ nth, exhibit, sha256 }) => ({ nth, exhibit, sha256 }));
}
