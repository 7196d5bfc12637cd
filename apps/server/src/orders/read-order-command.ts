import { type ReadValue, count, fault, instantFromJson } from "@unmask/core";
import { type OrderEventKind, orderIntentFromJson } from "@unmask/case";
import type { WantedOfOrder } from "./run-order-command.ts";

/**
 * Reads what somebody wants to write of an order: `{saw, happened?, …}` with the keys of the event beside them, as docs/formats/order.md has them. The
 * event's own `reason` is called `words` here: a request's `reason` is why somebody looks. `standIns` are what the desk itself gives where it is left out.
 */
export function readOrderCommand(kind: OrderEventKind, standIns: Readonly<Record<string, string | number>> = {}): ReadValue<WantedOfOrder> {
  return (value, path) => {
    if (typeof value !== "object" || value === null) return fault(path, "is no object");
    const fields: { readonly saw?: unknown; readonly happened?: unknown; readonly words?: unknown } = value;
    const { saw, happened, words, ...rest } = fields;
    const body = { ...standIns, ...rest, ...(words !== undefined && { reason: words }) };
    return {
      saw: count(saw, `${path}.saw`),
      intent: orderIntentFromJson({ kind, body }, path),
      ...(happened !== undefined && { happened: instantFromJson(happened, `${path}.happened`) }),
    };
  };
}
