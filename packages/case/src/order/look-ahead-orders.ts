import type { RegisterLaw } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import { stageOfChange } from "../fold/order/change.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { newestOf } from "../fold/order/order-of-kind.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { lastDayOf } from "../register/register-duty.ts";
import type { LookAheadOrder } from "./look-ahead-row.ts";

/** What the look-ahead reads, out of the state of a stream. */

/** Each order of it; of an application without one, its court days. `today`: civil day in London. */
export function lookAheadOrders(state: OrderState, register: RegisterLaw | undefined, today: string): readonly LookAheadOrder[] {
  const courtDays = standingOnes(state.courtDays);
  // A court day is of the application: it stands with the order that lives, and with one of them.
  const holder = state.orders.findLast(({ ended }) => ended === null) ?? state.orders.at(-1);
  const made = state.orders.map((live): LookAheadOrder => ({
    ...baseOf(state, live.which),
    made: live.made,
    lastDay: live.period.until,
    ...(live.ended !== null && { ended: live.ended }),
    ...replacedBy(live, state),
    isServed: live.served !== null,
    ownEnds: live.conditions.flatMap(({ condition, own }) =>
      own === undefined || own.until === null ? [] : [{ condition, lastDay: own.until }],
    ),
    ...(live.which === "interim" && state.application.withdrawn !== null && { withdrawn: state.application.withdrawn.day }),
    courtDays: live === holder ? courtDays : [],
    ...(live === holder && otherRegisterOf(state, { live, register, today })),
    ...renewalOf(state, live),
  }));
  if (made.length > 0) return made;
  return courtDays.length === 0
    ? []
    : [{ ...baseOf(state, "full"), isOnlyAsked: true, made: today, lastDay: null, isServed: false, ownEnds: [], courtDays }];
}

function baseOf(
  { order, subject, jurisdiction, typed }: OrderState,
  which: LiveOrder["which"],
): Pick<LookAheadOrder, "order" | "shown" | "subject" | "which" | "jurisdiction" | "theirs"> {
  const ours = which === "interim" ? `${order}-I` : order;
  return {
    order,
    shown: typed?.theirs ?? ours,
    subject: subject.name,
    which,
    jurisdiction,
    ...(typed !== null && { theirs: { force: typed.force, typed: dayWritten(londonDay(typed.happened)) } }),
  };
}

function replacedBy({ which, ended }: LiveOrder, { orders }: OrderState): Pick<LookAheadOrder, "replaced"> {
  const full =
    which === "interim" && ended?.how === "determination"
      ? orders.find((one) => one.which === "full" && one.made === ended.day)
      : undefined;
  return full === undefined ? {} : { replaced: full.made };
}

/** The register on which the subject is today; of several the one that ends last. */
function otherRegisterOf(
  { otherRegisters, orders }: OrderState,
  { live, register, today }: { readonly live: LiveOrder; readonly register: RegisterLaw | undefined; readonly today: string },
): Pick<LookAheadOrder, "otherRegister"> {
  const now = standingOnes(otherRegisters).filter(({ from, to }) => from <= today && (to === undefined || to >= today));
  const [first] = now;
  if (first === undefined) return {};
  const to = now.some((one) => one.to === undefined)
    ? null
    : now.reduce((last, one) => (one.to !== undefined && one.to > last ? one.to : last), "");
  // Where the full order replaced an interim, no source says that a first notice starts anew.
  const isReplacing = live.which === "full" && newestOf(orders, "interim") !== undefined;
  const thenDue = to === null || register === undefined || isReplacing ? null : dayWritten(lastDayOf(dayNumber(to), register));
  return { otherRegister: { to, thenDue } };
}

function renewalOf({ changes, results }: OrderState, { which, made, period }: LiveOrder): Pick<LookAheadOrder, "renewal" | "afterLastDay"> {
  const asked = changes.findLast((one) => one.what === "renew" && one.order === which && one.asker === "us" && one.day >= made);
  const late = results.findLast(
    ({ said, correctedBy }) =>
      said.result === "renewed" && said.order === which && correctedBy === null && period.until !== null && said.day > period.until,
  );
  return { ...(asked && { renewal: stageOfChange(asked) }), ...(late && { afterLastDay: late.said.day }) };
}
