import type { ProtectedPerson } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { forceThatHas } from "./order-words.ts";

/** Who has to tell whom an order protects. */

/** Who has to tell them, for an officer who cannot write to them in a case. An order of ours that is in no case is told from here: no other force does. */
export function whoTells(
  {
    case: ofCase,
    isOurs,
    state,
    force,
  }: Pick<OrderPage, "case" | "isOurs" | "force"> & { readonly state: Parameters<typeof forceThatHas>[0] },
  left: readonly ProtectedPerson[],
): string {
  if (ofCase !== null) return `An officer on case ${ofCase.ref} sends it there. Ask them, and write here what was sent.`;
  if (isOurs)
    return `This order is ours and in no case: somebody here has to tell them. Not told: ${left.map(({ name }) => name).join(", ")}.`;
  return `This order is in no case of ours: ${forceThatHas(state, force)} tells whom it protects. Ask them, and write here that they did.`;
}
