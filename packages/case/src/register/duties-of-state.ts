import type { Instant, RegisterLaw } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import { type Breach, breachLabel, missedLabel } from "../fold/order/breach.ts";
import type { Attendance, RegisterPart, SettledDuty } from "../fold/order/register.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { ordersNotWritten } from "../fold/order/lives.ts";
import { newestOf } from "../fold/order/order-of-kind.ts";
import type { OrderState } from "../fold/order-state.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import { dayNumber } from "./day-number.ts";
import type { DutiesFile, OrderDays, RegisterEvent } from "./duties-file.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";
import { type RegisterDuty, dutyWithoutClock } from "./register-duty.ts";

/** What is to be notified under an order of ours, worked out from what was written of it. Nothing of it is kept: what is corrected is worked out anew. */

/** What was written of an order, as the file of docs/formats/duties.md; undefined where there is no such order. Of a full order that replaced an interim, with it. */
export function dutiesFileOf(state: OrderState, which: WhichOrder): DutiesFile | undefined {
  const order = newestOf(state.orders, which);
  if (order === undefined) return undefined;
  const interim = which === "full" ? newestOf(state.orders, "interim") : undefined;
  const isReplaced = interim !== undefined && interim.made <= order.made;
  return {
    jurisdiction: state.jurisdiction,
    order: {
      kind: which,
      ...daysOf(order),
      ...(order.inForce !== undefined && { inForce: dayNumber(order.inForce) }),
      ...(isReplaced && { replaces: { ...daysOf(interim), events: ownEvents(interim) } }),
    },
    events: [...ownEvents(order), ...factsOf(state)],
  };
}

function daysOf({ made, period }: LiveOrder): OrderDays {
  return { made: dayNumber(made), until: period.until === null ? null : dayNumber(period.until) };
}

/** Service and end of one order: the earliest service that a second person confirmed, whatever came after it. */
function ownEvents({ served, ended }: LiveOrder): readonly RegisterEvent[] {
  return [
    ...(served === null ? [] : [{ kind: "served" as const, line: lineOf(served), day: dayNumber(served.day) }]),
    ...(ended === null || ended.how === "expired" ? [] : [{ kind: "discharged" as const, line: "its end", day: dayNumber(ended.day) }]),
  ];
}

/** What a person told at a station, and what was found. It holds for both orders of an application. */
function factsOf({ attendances, names, addresses, otherRegisters }: RegisterPart): readonly RegisterEvent[] {
  return [
    ...standingOnes(attendances).flatMap(noticeOf),
    ...standingOnes(names).map((one): RegisterEvent => ({
      kind: "name-used",
      line: lineOf(one),
      day: dayNumber(one.day),
      name: one.name,
      ...(one.found !== undefined && { found: dayNumber(one.found) }),
    })),
    ...standingOnes(addresses).map((one): RegisterEvent => ({
      kind: "address-changed",
      line: lineOf(one),
      day: dayNumber(one.day),
      address: one.address ?? null,
    })),
    ...standingOnes(otherRegisters).map((one): RegisterEvent => ({
      kind: "other-register",
      line: lineOf(one),
      day: dayNumber(one.from),
      to: one.to === undefined ? null : dayNumber(one.to),
    })),
  ];
}

/** Only what was said in person is a notice. What is told of a change before it is told of that change alone. */
function noticeOf(one: Attendance): readonly RegisterEvent[] {
  if (!one.inPerson) return [];
  const address = one.address ?? one.regularlyFound;
  const isAll = one.allNames === "yes" && one.names.length > 0 && address !== undefined && one.changeOn === undefined;
  return [
    {
      kind: "notified",
      line: lineOf(one),
      day: dayNumber(one.day),
      station: one.area,
      names: one.names,
      ...(address !== undefined && { address }),
      ...(isAll && { isAll }),
    },
  ];
}

/** "entry 7": by it the words of a duty name what they rest on. */
function lineOf({ number }: { readonly number: number }): string {
  return `entry ${number}`;
}

/** A duty under an order, with what officers made of it and the words by which it is shown. */
export interface StandingDuty extends RegisterDuty {
  /** Of an undecided duty, what was settled last and a second person agrees with. */
  readonly settled?: SettledDuty;
  /** What was settled after that and waits for a second person, or found no agreement: it changes nothing. */
  readonly settling?: SettledDuty;
  /** How it can be settled: in no way where it is not undecided. */
  readonly ways: readonly SettledDuty["how"][];
  /** How it stands now: as it is worked out or, where it was undecided, as an officer settled it and a second person agreed. */
  readonly stands: RegisterDuty["state"];
  /** The missed duty that was opened of it. */
  readonly missed?: Breach;
  /** The label of a period that is over, until somebody decided; never on what is undecided. */
  readonly label?: string;
}

/**
 * The duties under the newest order of an application at an instant, those of an interim that it replaced with them. Where the law or the facts leave one
 * undecided, it stands as an officer settled it; what is no longer undecided stands as it is worked out, whatever was settled before.
 */
export function dutiesOfState(state: OrderState, law: RegisterLaw, at: Instant): readonly StandingDuty[] {
  const order = newestOf(state.orders, "full") ?? newestOf(state.orders, "interim");
  const file = order && dutiesFileOf(state, order.which);
  const written = file === undefined ? [] : dutiesOfOrder(file, law, at).duties;
  const notWritten = dutiesNotWritten(state, law, at);
  // Where a period does not run from service, nothing is overdue before it all the same.
  const canBeOverdue = law.firstFrom === "service" || (order?.served ?? null) !== null;
  return [...written, ...notWritten].map((duty) => {
    const { settled, settling } = duty.state === "undecided" ? settledOf(duty, state) : {};
    const ways = waysToSettle(duty, !notWritten.includes(duty));
    // What was settled in a way that is none for it changes nothing.
    const stands =
      settled === undefined || !ways.includes(settled.how) ? duty.state : settledState(duty, settled.how, { at, canBeOverdue });
    const missed = state.breaches.find(({ of }) => "duty" in of && of.duty === duty.rule && of.trigger === duty.trigger);
    // A failure that was made good late was one: the label stays until somebody decided.
    const isOver = stands === "overdue" || stands === "met-late";
    return {
      ...duty,
      ways,
      stands,
      ...(settled !== undefined && { settled }),
      ...(settling !== undefined && { settling }),
      ...(missed !== undefined && { missed }),
      ...(isOver && { label: missed === undefined ? missedLabel(law) : breachLabel(missed, law) }),
    };
  });
}

/** An order that an appeal may have made and that is not written: whether a notice is due under it nobody knows, and that is said. */
function dutiesNotWritten(state: OrderState, law: RegisterLaw, at: Instant): readonly RegisterDuty[] {
  const today = londonDay(at);
  return ordersNotWritten(state)
    .filter(({ said }) => dayNumber(said.day) <= today)
    .map(({ said }) =>
      dutyWithoutClock(
        { law, rule: "first-notice", from: "appeal allowed", start: dayNumber(said.day) },
        "undecided",
        "an appeal was allowed, and it is not written which order it made or that the matter went back: whether a notice is due is not known",
      ),
    );
}

/** Nothing is met or missed under an order that nobody has read, and what has no clock cannot be missed. */
function waysToSettle({ state, overdueFrom }: RegisterDuty, isOrderWritten: boolean): StandingDuty["ways"] {
  if (state !== "undecided") return [];
  if (!isOrderWritten) return ["keep-open"];
  return overdueFrom === null ? ["counts-as-met", "keep-open"] : ["counts-as-met", "does-not-count", "keep-open"];
}

function settledOf({ rule, trigger }: RegisterDuty, { settledDuties }: RegisterPart): Pick<StandingDuty, "settled" | "settling"> {
  const ofDuty = settledDuties.filter((one) => one.rule === rule && one.trigger === trigger);
  const settled = ofDuty.findLast(({ read }) => read?.agrees === true);
  const last = ofDuty.at(-1);
  return { ...(settled !== undefined && { settled }), ...(last !== undefined && last !== settled && { settling: last }) };
}

function settledState(
  { overdueFrom }: RegisterDuty,
  how: SettledDuty["how"],
  { at, canBeOverdue }: { readonly at: Instant; readonly canBeOverdue: boolean },
): RegisterDuty["state"] {
  if (how === "counts-as-met") return "met";
  if (how === "keep-open" || overdueFrom === null || !canBeOverdue) return "undecided";
  return at < overdueFrom ? "due" : "overdue";
}
