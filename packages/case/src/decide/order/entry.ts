import { type Standing } from "../../fold/order/struck.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";

/** What is refused of the withdrawal of an entry, and of the record that an identity was told. */
export function entryRefuses(command: OrderCommand, state: OrderState): OrderRefusal | undefined {
  switch (command.kind) {
    case "entry-withdrawn": {
      const entry = entriesOf(state).find(({ number }) => number === command.body.entry);
      if (entry === undefined)
        return refuseOrder(
          "no-entry",
          undefined,
          "Nothing of this number stands here that can be withdrawn. A result is corrected, a service withdrawn.",
          "result-corrected",
          "service-withdrawn",
        );
      return entry.withdrawn === undefined ? undefined : refuseOrder("withdrawn", undefined, "It is withdrawn already, and stays struck.");
    }
    case "identity-disclosure-decided": {
      const { decision, what, day, method } = command.body;
      if (decision === "do-not") return undefined;
      const missing = [
        what === undefined && "what is told",
        day === undefined && "on which day",
        method === undefined && "by which way",
      ].filter((one) => one !== false);
      return missing.length === 0
        ? undefined
        : refuseOrder("disclosure-whole", undefined, `Write of the disclosure: ${missing.join(", ")}.`, "identity-disclosure-decided");
    }
    default:
      return undefined;
  }
}

/** Every entry that can be withdrawn, with those that are. */
function entriesOf({
  attempts,
  knew,
  courtDays,
  attendances,
  names,
  addresses,
  otherRegisters,
  breaches,
  setAside,
}: OrderState): readonly Standing[] {
  return [
    ...attempts.flatMap(({ evidenceSince, disputes }) => [...evidenceSince, ...disputes]),
    ...knew,
    ...courtDays,
    ...attendances,
    ...names,
    ...addresses,
    ...otherRegisters,
    ...breaches.flatMap(({ evidence }) => evidence),
    ...setAside,
  ];
}
