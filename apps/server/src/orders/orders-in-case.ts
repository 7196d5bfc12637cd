import { type ReadValue, count, list, object, oneOf, readStrictly, text } from "@unmask/core";
import { type Untold, mayDo } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { type OrderViewRow, orderRowsOfCase } from "../sql/case/order-views.ts";
import { bringRegisterUp } from "./keep-register.ts";

/** The orders of a case as its page and its handover hold them. */

/** The rows of a case, each as it stands now: nothing in them waits for a round of the machine. */
export async function ordersInCase(call: DeskCall<unknown>, ref: string): Promise<readonly OrderViewRow[]> {
  const { tx, parts, now } = call;
  return asMachine(tx, call, async () => {
    await bringRegisterUp(tx, { force: parts.force, now });
    return orderRowsOfCase(tx, parts.force.id, ref);
  });
}

/** Whether somebody who may read a case may read its orders: to another role they are named on no page. */
export function readsOrdersOfCase({ officer }: Pick<DeskCall<unknown>, "officer">): boolean {
  return mayDo(officer.role, "read-order", "member").allowed;
}

const untold: ReadValue<readonly Untold[]> = list(
  object(({ must }) => ({
    part: must("part", oneOf<Untold["part"]>(["court", "service", "breach"])),
    about: must("about", text),
    says: must("says", text),
    many: must("many", count),
  })),
);

/** What whom these orders protect were not told, each with its order. */
export function untoldIn(rows: readonly OrderViewRow[]): readonly (Untold & { readonly order: string })[] {
  return rows.flatMap(({ order_id, shown }) => {
    const kept: unknown = JSON.parse(shown);
    const read = readStrictly(typeof kept === "object" && kept !== null && "untold" in kept ? kept.untold : undefined, "untold", untold);
    if (!read.ok) throw new Error("the row of an order in the database is damaged");
    return read.value.map((one) => ({ ...one, order: order_id }));
  });
}
