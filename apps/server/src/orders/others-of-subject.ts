import { type OrderIntent, type OrderState, foldOrder, partedByBirthday, subjectsOf } from "@unmask/case";
import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { ordersOfSubject } from "../sql/case/order-names.ts";
import { foldedName } from "./folded-name.ts";
import { deskLawOfOrders } from "./order-laws.ts";

/**
 * The other orders of the same subject, of any force, as they were made or typed in: found by name, since a copy of another force holds nothing else; those
 * of one with another birthday stand apart, to be looked at. Whether one of them lives is for whoever reads them.
 */
export async function othersOfSubject(
  db: Kysely<CaseTables>,
  force: string,
  state: OrderState,
  intent?: OrderIntent,
): Promise<ReturnType<typeof partedByBirthday>> {
  const begun =
    intent !== undefined && (intent.kind === "application-begun" || intent.kind === "order-typed") ? intent.body.subject : undefined;
  const mine = begun === undefined ? subjectsOf(state) : [begun];
  const names = mine.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]).map(foldedName);
  const found = (await ordersOfSubject(db, force, names)).filter((one) => one !== state.order);
  const states = [...(await readOrders(db, force, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  return partedByBirthday(mine, states);
}
