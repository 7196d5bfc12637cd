import { ruleVersions } from "@unmask/case";
import type { OrderDeskLaw, RegisterLaw } from "@unmask/core";
import { orderDeskLawOf, registerLawOf } from "@unmask/law";

/** By what orders are decided on and their duties worked out. */
export interface OrderLaws {
  readonly desk: OrderDeskLaw;
  readonly register: RegisterLaw;
}

const codes = ["EW", "NI"] as const;
const laws: Readonly<Record<(typeof codes)[number], OrderLaws>> = { EW: readLaws("EW"), NI: readLaws("NI") };

function readLaws(code: (typeof codes)[number]): OrderLaws {
  const [desk, register] = [orderDeskLawOf(code), registerLawOf(code)];
  if (desk === undefined || register === undefined) throw new Error(`there is no law of orders for ${code}`);
  return { desk, register };
}

/** The law of the jurisdiction of an order. Scotland has no such order, so none is ever begun for it. */
export function orderLawsOf(code: OrderDeskLaw["code"]): OrderLaws {
  return laws[code];
}

/** The part of it by which orders are folded. */
export function deskLawOfOrders(code: OrderDeskLaw["code"]): OrderDeskLaw {
  return laws[code].desk;
}

/** Which rows of law, and which rules of what is proposed, all of this was worked out by, in one text: where it is another, everything is worked out anew. */
export const versionOfLaws: string = [
  ...codes.map((code) => `${code} ${laws[code].desk.ruleVersion} ${laws[code].register.ruleVersion}`),
  ...Object.entries(ruleVersions).map(([rule, version]) => `${rule} ${version}`),
].join(", ");
