import type { RegisterLaw } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import { type Change, stageOfChange } from "../fold/order/change.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { newestOf } from "../fold/order/order-of-kind.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { lastDayOf } from "../register/register-duty.ts";
import type { LookAheadFacts } from "./look-ahead-facts.ts";
import type { LookAheadOrder, RenewalStage } from "./look-ahead-row.ts";
import { stoodOf } from "./stood-on.ts";

/** What the look-ahead reads, out of the state of a stream: first what holds on every day, then what it comes to on one. */

/** Each order of it; of an application without one, its court days. `today`: civil day in London. */
export function lookAheadOrders(state: OrderState, register: RegisterLaw | undefined, today: string): readonly LookAheadOrder[] {
  return lookAheadFacts(state).map((facts) => lookAheadOn(facts, register, today));
}

/** The same without a day: what is kept of the stream, so that looking ahead folds none. */
export function lookAheadFacts(state: OrderState): readonly LookAheadFacts[] {
  const courtDays = openCourtDays(state).map(({ day, at, court, about }) => ({
    day,
    ...(at !== undefined && { at }),
    court,
    about,
  }));
  const otherRegisters = standingOnes(state.otherRegisters).map(({ from, to }) => ({ from, ...(to !== undefined && { to }) }));
  // A court day is of the application: it stands with the order that lives, and with one of them.
  const holder = state.orders.findLast(({ ended }) => ended === null) ?? state.orders.at(-1);
  const made = state.orders.map((live): LookAheadFacts => ({
    ...baseOf(state, live.which),
    made: live.made,
    lastDay: live.period.until,
    ...(live.ended !== null && { ended: { how: live.ended.how, day: live.ended.day } }),
    ...replacedBy(live, state),
    isServed: live.served !== null,
    ownEnds: ownEndsOf(live, state),
    ...(live.which === "interim" && state.application.withdrawn !== null && { withdrawn: state.application.withdrawn.day }),
    courtDays: live === holder ? courtDays : [],
    otherRegisters: live === holder ? otherRegisters : [],
    // Where the full order replaced an interim, no source says that a first notice starts anew.
    isReplacing: live.which === "full" && newestOf(state.orders, "interim") !== undefined,
    ...renewalOf(state, live),
  }));
  if (made.length > 0) return made;
  const asked = { ...baseOf(state, "full"), isOnlyAsked: true, made: null, lastDay: null, isServed: false, ownEnds: [] };
  return courtDays.length === 0 ? [] : [{ ...asked, courtDays, otherRegisters: [], isReplacing: false }];
}

/**
 * Days in court of which nothing is known yet: no result of that day or a later one is typed, and no later day was written once it had come. A day of one
 * application to change is answered by what the court did about that one, or about none that is named.
 */
function openCourtDays({ courtDays, results }: OrderState): OrderState["courtDays"] {
  const written = standingOnes(courtDays);
  return written.filter(({ day, change }) => {
    const isDone = results.some(
      ({ correctedBy, said }) =>
        correctedBy === null && said.day >= day && (change === undefined || said.change === undefined || said.change === change),
    );
    const isMoved = written.some((one) => one.change === change && one.day > day && londonDay(one.happened) >= dayNumber(day));
    return !isDone && !isMoved;
  });
}

/** Own ends of what stands or will: one that a court replaces before it comes is none. */
function ownEndsOf(live: LiveOrder, state: OrderState): LookAheadFacts["ownEnds"] {
  return stoodOf(live, state).flatMap(({ to, conditions }) =>
    conditions.flatMap(({ condition, own }) =>
      own === undefined || own.until === null || (to !== null && own.until >= to)
        ? []
        : [{ condition, lastDay: own.until, ...(to !== null && { to }) }],
    ),
  );
}

/** What was kept, as it stands on a day. */
export function lookAheadOn(facts: LookAheadFacts, register: RegisterLaw | undefined, today: string): LookAheadOrder {
  const { otherRegisters: _registers, isReplacing: _replacing, made, ownEnds, ...rest } = facts;
  const standing = ownEnds.filter(({ to }) => to === undefined || to > today).map(({ condition, lastDay }) => ({ condition, lastDay }));
  return { ...rest, ownEnds: standing, made: made ?? today, ...otherRegisterOn(facts, register, today) };
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

/** The register on which the subject is on a day; of several the one that ends last. */
function otherRegisterOn(
  { otherRegisters, isReplacing }: LookAheadFacts,
  register: RegisterLaw | undefined,
  today: string,
): Pick<LookAheadOrder, "otherRegister"> {
  const now = otherRegisters.filter(({ from, to }) => from <= today && (to === undefined || to >= today));
  const [first] = now;
  if (first === undefined) return {};
  const to = now.some((one) => one.to === undefined)
    ? null
    : now.reduce((last, one) => (one.to !== undefined && one.to > last ? one.to : last), "");
  const thenDue = to === null || register === undefined || isReplacing ? null : dayWritten(lastDayOf(dayNumber(to), register));
  return { otherRegister: { to, thenDue } };
}

/**
 * Where our application to renew it stands. What a court granted, or we let go, before the order had the last day that it has now was of an earlier end; and a
 * court that renewed it, and named no application, answered each that was asked by then.
 */
function renewalOf(
  { changes, results }: OrderState,
  { which, made, period, from }: LiveOrder,
): Pick<LookAheadOrder, "renewal" | "afterLastDay"> {
  const moved = results.flatMap(({ number, said }) => (from.slice(1).includes(number) && said.period !== undefined ? [said] : []));
  const isOver = (one: Change): boolean => {
    const stage = stageOfChange(one);
    const isAnswered = stage === "dropped" || stage === "decided";
    return moved.some(({ day, result, change }) => one.day <= day && (isAnswered || (result === "renewed" && change === undefined)));
  };
  const asked = changes.findLast(
    (one) => one.what === "renew" && one.order === which && one.asker === "us" && one.day >= made && !isOver(one),
  );
  const late = results.findLast(
    ({ said, correctedBy }) =>
      said.result === "renewed" && said.order === which && correctedBy === null && period.until !== null && said.day > period.until,
  );
  const isRefused = results.some(({ number, said }) => number === asked?.result && said.result === "change-refused");
  const stage: RenewalStage | undefined = isRefused ? "refused" : asked && stageOfChange(asked);
  return { ...(stage !== undefined && { renewal: stage }), ...(late && { afterLastDay: late.said.day }) };
}
