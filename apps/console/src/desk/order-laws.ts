import type { OrderDeskLaw, RegisterLaw } from "@unmask/core";
import { orderDeskLawOf, registerLawOf } from "@unmask/law";

/** The law by which an order is folded and its duties are worked out: the same rows by which the server decides. */

const desk = { EW: orderDeskLawOf("EW"), NI: orderDeskLawOf("NI") };

/** The law of applications and orders of a jurisdiction. */
export function deskLawOfOrders(code: OrderDeskLaw["code"]): OrderDeskLaw {
  return desk[code];
}

/** The law of its register. */
export function registerLawOfOrders(code: RegisterLaw["code"]): RegisterLaw {
  const law = registerLawOf(code);
  if (law === undefined) throw new Error(`There is no register for ${code}.`);
  return law;
}
