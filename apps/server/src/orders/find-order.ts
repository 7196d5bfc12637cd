import { type OrderEvent, type OrderState, foldOrder } from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { readOrder } from "../sql/case/order-events.ts";
import { deskLawOfOrders } from "./order-laws.ts";

/** An order with its events. */
export interface FoundOrder {
  readonly state: OrderState;
  readonly events: readonly OrderEvent[];
}

/** The order that a request names; undefined where it has no event. Who asks was let in before (desk-route.ts). */
export async function findOrder({
  tx,
  parts,
  params,
}: Pick<DeskCall<unknown>, "tx" | "params"> & { readonly parts: Pick<DeskCall<unknown>["parts"], "force"> }): Promise<
  FoundOrder | undefined
> {
  const id = params["order"] ?? "";
  const events = await readOrder(tx, parts.force.id, id);
  return events.length === 0 ? undefined : { state: foldOrder(id, events, deskLawOfOrders), events };
}
