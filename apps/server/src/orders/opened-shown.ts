import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { ordersWithOpened } from "../sql/case/order-views.ts";
import { orderOpened } from "./order-row.ts";
import type { OpenedInRow, OrderShown } from "./order-shown.ts";

/** Possible breaches and missed duties that are opened and not decided, as lists hand them out. */

/** One of them, with its order. */
export interface OpenedShown extends OpenedInRow, Pick<OrderShown, "order" | "subject" | "atCourt"> {
  readonly case: string | null;
}

/** Those under the orders of a case, or of the whole force as far as this officer sees it, the longest first. */
export async function openedList(db: Kysely<CaseTables>, force: string, ref?: string): Promise<readonly OpenedShown[]> {
  const rows = await ordersWithOpened(db, force, ref);
  return rows
    .flatMap((row) => {
      const { opened, ...whose } = orderOpened(row);
      return opened.map((one) => ({ order: row.order_id, case: row.case_ref, ...whose, ...one }));
    })
    .toSorted((one, other) => one.since - other.since);
}
