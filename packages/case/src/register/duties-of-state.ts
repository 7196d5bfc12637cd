import type { Instant, RegisterLaw } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import { type Breach, breachLabel, decisionOf, missedLabel, standingKnew } from "../fold/order/breach.ts";
import type { Attendance, RegisterPart, SettledDuty } from "../fold/order/register.ts";
import type { At } from "../fold/event-at.ts";
import { type Standing, standingOnes } from "../fold/order/struck.ts";
import { type LiveOrder, endOfOrder } from "../fold/order/live-order.ts";
import { ordersNotWritten } from "../fold/order/lives.ts";
import type { OrderState } from "../fold/order-state.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import { dayNumber, dayWritten } from "./day-number.ts";
import type { DutiesFile, OrderDays, RegisterEvent } from "./duties-file.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";
import { type RegisterDuty, dutyWithoutClock, whyAssessed } from "./register-duty.ts";
import { stoodThen } from "./stood-then.ts";
import { toldApart } from "./told-apart.ts";

/** What is to be notified under an order of ours, worked out from what was written of it. Nothing of it is kept: what is corrected is worked out anew. */

/** An order of ours with the interim that it replaced: what one file holds. */
interface WrittenOrder {
  readonly order: LiveOrder;
  readonly interim?: LiveOrder;
  /** Whether an earlier full order replaced that interim: what was due under the interim stands with that one. */
  readonly isInterimOfEarlier: boolean;
  readonly file: DutiesFile;
}

/** What was written of each order, as files of docs/formats/duties.md: a full order with the interim that it replaced, an interim that nothing replaced by itself. In order of time. */
export function dutiesFilesOf(state: OrderState): readonly DutiesFile[] {
  return writtenOrders(state).map(({ file }) => file);
}

function writtenOrders(state: OrderState): readonly WrittenOrder[] {
  const { orders } = state;
  const interimOf = (full: LiveOrder): LiveOrder | undefined => orders.findLast((one) => one.which === "interim" && one.made <= full.made);
  const fulls = orders.filter(({ which }) => which === "full");
  const replaced = fulls.map(interimOf);
  const facts = factsOf(state);
  return orders
    .filter((one) => !replaced.includes(one))
    .map((order): WrittenOrder => {
      const interim = order.which === "full" ? interimOf(order) : undefined;
      return {
        order,
        ...(interim !== undefined && { interim }),
        isInterimOfEarlier: interim !== undefined && replaced.indexOf(interim) < fulls.indexOf(order),
        file: {
          jurisdiction: state.jurisdiction,
          order: {
            kind: order.which,
            ...daysOf(order),
            ...(order.inForce !== undefined && { inForce: dayNumber(order.inForce) }),
            ...(interim !== undefined && { replaces: { ...daysOf(interim), events: ownEvents(interim) } }),
          },
          events: [...ownEvents(order), ...facts],
          names: [state.subject.name, ...(state.subject.otherNames ?? [])],
        },
      };
    });
}

/** The order that a day falls to, `2026-11-27`: the one that lives then, a full one before an interim; else the last that was made by then or, where none was, the first. */
function writtenOn(all: readonly WrittenOrder[], day: string): WrittenOrder | undefined {
  const made = all.filter(({ order, interim }) => (interim ?? order).made <= day);
  const runs = (one: LiveOrder | undefined): boolean => {
    const end = one && endOfOrder(one);
    return one !== undefined && one.made <= day && (end === null || end === undefined || day <= end.day);
  };
  return (
    made.findLast(({ order }) => order.which === "full" && runs(order)) ??
    made.findLast(({ order, interim }) => runs(order) || runs(interim)) ??
    made.at(-1) ??
    all[0]
  );
}

function daysOf({ made, period, gaps }: LiveOrder): OrderDays {
  return {
    made: dayNumber(made),
    until: period.until === null ? null : dayNumber(period.until),
    gaps: gaps.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) })),
  };
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
    ...standingChanges(names, (one) => ({
      kind: "name-used",
      line: lineOf(one),
      day: dayNumber(one.day),
      name: one.name,
      ...(one.found !== undefined && { found: dayNumber(one.found) }),
    })),
    ...standingChanges(addresses, (one) => ({
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

/** Changes that stand, told apart among all that were written. */
function standingChanges<T extends Standing>(all: readonly T[], eventOf: (one: T) => RegisterEvent): readonly RegisterEvent[] {
  const events = toldApart(all.map(eventOf));
  const standing = standingOnes(all);
  return events.filter((_, i) => all[i] !== undefined && standing.includes(all[i]));
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
      ...(one.changeOn !== undefined && { isAhead: true }),
    },
  ];
}

/** "entry 7": by it the words of a duty name what they rest on. */
function lineOf({ number }: { readonly number: number }): string {
  return `entry ${number}`;
}

/** A duty under an order, with what officers made of it and the words by which it is shown. */
export interface StandingDuty extends RegisterDuty {
  /** The order under which it is due, with the day of its service; absent where none is written. */
  readonly order?: { readonly which: WhichOrder; readonly served: string | null };
  /** Of a duty that is undecided or that a late notice may have met, what was settled last and a second person agrees with. */
  readonly settled?: SettledDuty;
  /** What was settled after that and waits for a second person, or found no agreement: it changes nothing. */
  readonly settling?: SettledDuty;
  /** How it can be settled: in no way where it is not undecided and no late notice may have met it. */
  readonly ways: readonly SettledDuty["how"][];
  /** How it stands now: as it is worked out or, where it can be settled, as an officer settled it and a second person agreed. */
  readonly stands: RegisterDuty["state"];
  /** The missed duty that was opened of it. */
  readonly missed?: Breach;
  /** The label of a period that is over, until somebody decided; never on what is undecided. */
  readonly label?: string;
  /** Of a failure: somebody decided, and a second person agrees. It stays listed, and waits for nobody. */
  readonly isDecided?: true;
}

/**
 * The duties under the orders of an application at an instant, those of the newest first: what was missed under one that is over stays listed. Where the law or
 * the facts leave one undecided, it stands as an officer settled it; what is no longer undecided stands as it is worked out, whatever was settled before.
 */
export function dutiesOfState(state: OrderState, law: RegisterLaw, at: Instant): readonly StandingDuty[] {
  return workedOut(state, law, at).map(({ duty, order: under, isWritten }): StandingDuty => {
    // Where a period does not run from service, nothing is overdue before it all the same.
    const canBeOverdue = law.firstFrom === "service" || (under?.served ?? null) !== null;
    const ways = waysToSettle(duty, isWritten);
    const { settled, settling } = ways.length > 0 ? settledOf(duty, state, (number) => doubtedAt(number, duty, { state, law, at })) : {};
    // What was settled in a way that is none for it changes nothing.
    const stands =
      settled === undefined || !ways.includes(settled.how) ? duty.state : settledState(duty, settled.how, { at, canBeOverdue });
    const missed = state.breaches.find(({ of }) => "duty" in of && of.duty === duty.rule && of.trigger === duty.trigger);
    // A failure that was made good late was one: the label stays until somebody decided.
    const isOver = isMissed({ stands });
    const rests = missed && {
      knew: standingKnew(missed, state.orders),
      isMissedSince: isOver && !wasMissedThen(missed, duty, state, { law, at }),
    };
    const decision = isOver && missed && rests ? decisionOf(missed, rests) : undefined;
    return {
      ...duty,
      ...(under !== undefined && { order: { which: under.which, served: under.served?.day ?? null } }),
      ways,
      stands,
      ...(stands === "met-late" && duty.late !== undefined && { metOn: countedOn(duty, settled) ?? duty.late.on }),
      ...(settled !== undefined && { settled }),
      ...(settling !== undefined && { settling }),
      ...(missed !== undefined && { missed }),
      ...(isOver && { label: missed && rests ? breachLabel(missed, law, rests) : missedLabel(law) }),
      ...(decision !== undefined && { why: whyAssessed(duty, law) }),
      ...(decision?.read?.agrees === true && { isDecided: true }),
    };
  });
}

/** Whether the period of a duty is over and no notice in time met it. */
export function isMissed({ stands }: Pick<StandingDuty, "stands">): boolean {
  return stands === "overdue" || stands === "met-late";
}

/** Whether a duty was missed by what was written when it was decided to be no breach; of any other decision that is not asked. */
export function wasMissedThen(
  { decisions }: Pick<Breach, "decisions">,
  { rule, trigger }: { readonly rule: string; readonly trigger: string },
  state: OrderState,
  { law, at }: { readonly law: RegisterLaw; readonly at: Instant },
): boolean {
  const last = decisions.at(-1);
  if (last?.decision !== "not-a-breach") return true;
  // What was opened and decided is left out: only the duty itself is asked for.
  const then = dutiesOfState({ ...stoodThen(state, last.number), breaches: [] }, law, at);
  return then.some((one) => one.rule === rule && one.trigger === trigger && isMissed(one));
}

/** A duty as it is worked out, with the order under which it is due; `isWritten`: somebody wrote what that order says. */
interface WorkedOut {
  readonly duty: RegisterDuty;
  readonly order: LiveOrder | undefined;
  readonly isWritten: boolean;
}

function workedOut(state: OrderState, law: RegisterLaw, at: Instant): readonly WorkedOut[] {
  const all = writtenOrders(state);
  const order = all.findLast((one) => one.order.which === "full")?.order ?? all.at(-1)?.order;
  return [
    ...all.toReversed().flatMap((one) => dutiesUnder(one, all, law, at).map((duty) => ({ duty, order: one.order, isWritten: true }))),
    ...dutiesNotWritten(state, law, at).map((duty) => ({ duty, order, isWritten: false })),
  ];
}

/** What is due under one of several orders: a first notice of its own, and of changes and other registers what falls to it by its day; what has no day falls to the one of today. */
function dutiesUnder(one: WrittenOrder, all: readonly WrittenOrder[], law: RegisterLaw, at: Instant): readonly RegisterDuty[] {
  const today = dayWritten(londonDay(at));
  return dutiesOfOrder(one.file, law, at).duties.filter(({ rule, trigger }) => {
    const day = /\d{4}-\d\d-\d\d$/.exec(trigger)?.[0];
    if (day === undefined || rule !== "first-notice") return writtenOn(all, day ?? today) === one;
    return !one.isInterimOfEarlier || !trigger.startsWith("interim ");
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

/** Nothing is met or missed under an order that nobody has read, and what has no clock cannot be missed. A late notice can count, and what it was late for stays missed. */
function waysToSettle({ state, overdueFrom, late }: RegisterDuty, isOrderWritten: boolean): StandingDuty["ways"] {
  if (late !== undefined) return ["counts-as-met"];
  if (state !== "undecided") return [];
  if (!isOrderWritten) return ["keep-open"];
  return overdueFrom === null ? ["counts-as-met", "keep-open"] : ["counts-as-met", "does-not-count", "keep-open"];
}

/** What was settled of the notices on which it rests now. `doubtedThen`: those on which it rested when an event of that number was written. */
function settledOf(
  { rule, trigger, doubted = [] }: RegisterDuty,
  { settledDuties }: RegisterPart,
  doubtedThen: (number: number) => readonly string[],
): Pick<StandingDuty, "settled" | "settling"> {
  const now = doubted.map(({ line }) => line);
  const ofDuty = settledDuties.filter(
    (one) => one.rule === rule && one.trigger === trigger && isOfNotices(one.how, doubtedThen(one.number), now),
  );
  const settled = ofDuty.findLast(({ read }) => read?.agrees === true);
  const last = ofDuty.at(-1);
  return { ...(settled !== undefined && { settled }), ...(last !== undefined && last !== settled && { settling: last }) };
}

/** Notices that count still have to stand, and of one that came since nobody said that it does not count. */
function isOfNotices(how: SettledDuty["how"], then: readonly string[], now: readonly string[]): boolean {
  if (how === "keep-open") return true;
  return how === "counts-as-met" ? then.every((line) => now.includes(line)) : now.every((line) => then.includes(line));
}

/** The notices on which a duty rested when an event of that number was written. */
function doubtedAt(
  number: number,
  { rule, trigger, doubted = [] }: RegisterDuty,
  { state, law, at }: { readonly state: OrderState; readonly law: RegisterLaw; readonly at: Instant },
): readonly string[] {
  const isSince = (one: At | undefined): boolean => one !== undefined && one.number > number;
  const { attendances } = state;
  const linesOf = (notices: RegisterDuty["doubted"] = []): readonly string[] => notices.map(({ line }) => line);
  if (!attendances.some((one) => isSince(one) || isSince(one.withdrawn))) return linesOf(doubted);
  const then = attendances.flatMap(({ withdrawn, ...one }): readonly Attendance[] =>
    isSince(one) ? [] : [withdrawn === undefined || isSince(withdrawn) ? one : { ...one, withdrawn }],
  );
  return linesOf(
    workedOut({ ...state, attendances: then }, law, at).find(({ duty }) => duty.rule === rule && duty.trigger === trigger)?.duty.doubted,
  );
}

/** The day of the first notice that was counted: of one that was written since nobody said that it counts. */
function countedOn({ doubted = [] }: RegisterDuty, settled: SettledDuty | undefined): string | undefined {
  const isCounted = ({ line }: { readonly line: string }): boolean => Number(/\d+/.exec(line)?.[0] ?? Infinity) < (settled?.number ?? 0);
  return doubted
    .filter(isCounted)
    .map(({ on }) => on)
    .toSorted()[0];
}

function settledState(
  { overdueFrom, late }: RegisterDuty,
  how: SettledDuty["how"],
  { at, canBeOverdue }: { readonly at: Instant; readonly canBeOverdue: boolean },
): RegisterDuty["state"] {
  if (how === "counts-as-met") return late === undefined ? "met" : "met-late";
  if (how === "keep-open" || overdueFrom === null || !canBeOverdue) return "undecided";
  return at < overdueFrom ? "due" : "overdue";
}
