import type { OrderBodyOf, OrderEvent } from "../../order-event.ts";
import type { At } from "../event-at.ts";
import { isSameForce } from "./same-force.ts";
import { type Standing, atOfOrder, struck } from "./struck.ts";
import { type WrittenChanges, triggerKept } from "./trigger-kept.ts";

/** What the register of an order goes by, as it was written down: who came to a station and said what, and what was found. */

/** Somebody came to a station, with what was printed of it. */
export type Attendance = Standing &
  OrderBodyOf<"attended"> & {
    /** What was printed and given, as it came. */
    readonly acknowledged: readonly (At & OrderBodyOf<"acknowledged">)[];
  };

/** A move to another force's area, and since when that force has it. */
export type Transfer = At & OrderBodyOf<"transferred"> & { readonly takenSince?: At };

/** What an officer settled of a duty, and what a second person said of it; without that it waits, and changes nothing. */
export type SettledDuty = At & OrderBodyOf<"duty-settled"> & { readonly read?: At & OrderBodyOf<"duty-settling-read"> };

/** This part of an order. */
export interface RegisterPart extends WrittenChanges {
  readonly attendances: readonly Attendance[];
  readonly otherRegisters: readonly (Standing & OrderBodyOf<"other-register">)[];
  readonly transfers: readonly Transfer[];
  readonly settledDuties: readonly SettledDuty[];
  readonly reminders: readonly (At & OrderBodyOf<"reminder-given">)[];
}

/** Before the first event. */
export const noRegister: RegisterPart = {
  attendances: [],
  names: [],
  addresses: [],
  otherRegisters: [],
  transfers: [],
  settledDuties: [],
  reminders: [],
};

/** After one more event. */
export function registerAfter<S extends RegisterPart>(state: S, event: OrderEvent): S {
  const at = atOfOrder(event);
  switch (event.kind) {
    case "attended":
      return { ...state, attendances: [...state.attendances, { ...at, ...event.body, acknowledged: [] }] };
    case "acknowledged": {
      const { attendance } = event.body;
      const withPaper = (one: Attendance): Attendance =>
        one.number === attendance ? { ...one, acknowledged: [...one.acknowledged, { ...at, ...event.body }] } : one;
      return { ...state, attendances: state.attendances.map(withPaper) };
    }
    case "name-used":
      return { ...state, names: [...state.names, { ...at, ...event.body }] };
    case "address-changed":
      return { ...state, addresses: [...state.addresses, { ...at, ...event.body }] };
    case "other-register":
      return { ...state, otherRegisters: [...state.otherRegisters, { ...at, ...event.body }] };
    case "transferred":
      return { ...state, transfers: transfersAfter(state.transfers, { ...at, ...event.body }) };
    case "duty-settled":
      return {
        ...state,
        settledDuties: [...state.settledDuties, { ...at, ...event.body, trigger: triggerKept(event.body.trigger, state) }],
      };
    case "duty-settling-read": {
      const read = { ...at, ...event.body };
      const withReading = (one: SettledDuty): SettledDuty =>
        one.number === event.body.settled && one.read === undefined ? { ...one, read } : one;
      return { ...state, settledDuties: state.settledDuties.map(withReading) };
    }
    case "reminder-given":
      return { ...state, reminders: [...state.reminders, { ...at, ...event.body }] };
    case "entry-withdrawn":
      return {
        ...state,
        attendances: struck(state.attendances, event),
        names: struck(state.names, event),
        addresses: struck(state.addresses, event),
        otherRegisters: struck(state.otherRegisters, event),
      };
    default:
      return state;
  }
}

/** A force that was told and now takes it is one transfer, not two; where another came between, it is of the day on which it was taken. */
function transfersAfter(transfers: readonly Transfer[], event: At & OrderBodyOf<"transferred">): readonly Transfer[] {
  const { number, happened, by, day, taken } = event;
  if (taken === undefined) return [...transfers, event];
  const takenSince = { number, happened, by };
  const open = transfers.findLast((one) => isSameForce(one.to, event.to) && one.taken === undefined);
  if (open === undefined) return [...transfers, { ...event, takenSince }];
  const later = open === transfers.at(-1) ? {} : { number, happened, by, day };
  return [...transfers.filter((one) => one !== open), { ...open, ...later, taken, takenSince }];
}
