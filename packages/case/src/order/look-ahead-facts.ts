import { type ReadValue, count, flag, list, object, oneOf, orNull, text } from "@unmask/core";
import { whichOrders } from "../event/order-shapes.ts";
import { orderEnds } from "../fold/order/live-order.ts";
import { type LookAheadOrder, renewalStages } from "./look-ahead-row.ts";

/** What is kept of an order to look ahead by it on any day: nothing in it depends on the day on which it is read. */

/** An order without a day on which somebody looks. */
export interface LookAheadFacts extends Omit<LookAheadOrder, "made" | "otherRegister" | "ownEnds"> {
  /** Conditions with an end of their own; `to`: the day from which a court put something else into their place. */
  readonly ownEnds: readonly { readonly condition: number; readonly lastDay: string; readonly to?: string }[];
  /** Null: nothing is made yet. */
  readonly made: string | null;
  /** Times on other registers; without `to` no end is known. */
  readonly otherRegisters: readonly { readonly from: string; readonly to?: string }[];
  /** A full order in the place of an interim one. */
  readonly isReplacing: boolean;
}

/** Reads what was kept as JSON. */
export const lookAheadFactsFromJson: ReadValue<LookAheadFacts> = object(({ must, may }) => ({
  order: must("order", text),
  shown: must("shown", text),
  subject: must("subject", text),
  which: must("which", oneOf(whichOrders)),
  ...may("isOnlyAsked", flag),
  jurisdiction: must("jurisdiction", oneOf(["EW", "NI"] as const)),
  ...may("theirs", theirs),
  made: must("made", orNull(text)),
  lastDay: must("lastDay", orNull(text)),
  ...may("ended", ended),
  ...may("replaced", text),
  isServed: must("isServed", flag),
  ownEnds: must("ownEnds", list(ownEnd)),
  ...may("withdrawn", text),
  courtDays: must("courtDays", list(courtDay)),
  otherRegisters: must("otherRegisters", list(otherRegister)),
  isReplacing: must("isReplacing", flag),
  ...may("renewal", oneOf(renewalStages)),
  ...may("afterLastDay", text),
}));

const theirs: ReadValue<NonNullable<LookAheadFacts["theirs"]>> = object(({ must }) => ({
  force: must("force", text),
  typed: must("typed", text),
}));
const ended: ReadValue<NonNullable<LookAheadFacts["ended"]>> = object(({ must }) => ({
  how: must("how", oneOf(orderEnds)),
  day: must("day", text),
}));
const ownEnd: ReadValue<LookAheadFacts["ownEnds"][number]> = object(({ must, may }) => ({
  condition: must("condition", count),
  lastDay: must("lastDay", text),
  ...may("to", text),
}));
const courtDay: ReadValue<LookAheadFacts["courtDays"][number]> = object(({ must, may }) => ({
  day: must("day", text),
  ...may("at", text),
  court: must("court", text),
  about: must("about", text),
}));
const otherRegister: ReadValue<LookAheadFacts["otherRegisters"][number]> = object(({ must, may }) => ({
  from: must("from", text),
  ...may("to", text),
}));
