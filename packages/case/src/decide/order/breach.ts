import type { Instant } from "@unmask/core";
import { dayInWords, londonDay } from "../../clock/london.ts";
import { desk } from "../../event.ts";
import { type Breach, type BreachRests, decisionClosedBy, decisionsOpen, groundlessOf } from "../../fold/order/breach.ts";
import type { OrderState } from "../../fold/order-state.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber } from "../../register/day-number.ts";
import { notMissed, restsOf } from "../../register/breach-rests.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";
import { orderOn } from "../../fold/order/order-of-kind.ts";
import { protectedIds } from "../../fold/order/protected-ids.ts";
import { type Stood, canHold, conditionHeld, lastDayOf, stoodOf } from "../../order/stood-on.ts";

/** What is refused of a possible breach or a missed duty: a decision before somebody was asked for an excuse, and whatever the machine would decide. */
export function breachRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  switch (command.kind) {
    case "breach-opened":
      return openingRefuses(command.body, state, beside, now);
    case "acts-set-aside":
      return settingAsideRefuses(command.body, state, beside);
    case "protected-told":
      return toldRefuses(command.body, state, beside);
    case "breach-evidence":
    case "breach-knew":
    case "excuse-asked":
    case "excuse-assessed":
    case "breach-kept-open":
    case "breach-decided":
    case "breach-decision-read": {
      const { breach: id } = command.body;
      const breach = state.breaches.find((one) => one.breach === id);
      if (breach === undefined) return refuseOrder("no-breach", undefined, "There is no possible breach of this number.", "breach-opened");
      return stepRefuses(command, breach, { state, beside, now });
    }
    default:
      return undefined;
  }
}

function openingRefuses(
  body: OrderBodyOf<"breach-opened">,
  state: OrderState,
  beside: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  const { breach, order: which, of, day } = body;
  if (state.breaches.some((one) => one.breach === breach))
    return refuseOrder("breach-number", undefined, "There is one of this number already.");
  const order = orderOn(state.orders, which, day);
  const section = beside.law.section("breach")?.section;
  if (order === undefined) return refuseOrder("no-order", section, `No ${which} order is made here.`, "court-result");
  if (dayNumber(day) > londonDay(now)) return refuseOrder("not-yet", undefined, "This day has not come.");
  const there = state.breaches.find((one) => isSameBreach(one, body));
  if (there !== undefined)
    return refuseOrder(
      "breach-there",
      section,
      `This ${there.decisions.length === 0 ? "is open already" : "was opened and decided"}, as ${there.breach}. Add to it what is new; what happened at another hour of that day is opened with its hour.`,
      "breach-evidence",
      "excuse-asked",
    );
  return "duty" in of ? dutyRefuses(of, state, beside, now) : conditionRefuses(of.condition, body, state, beside);
}

/** Only what could be proposed is set aside: acts under an order that is there, and a condition that it has or had. */
function settingAsideRefuses(
  { order: which, condition: number }: OrderBodyOf<"acts-set-aside">,
  state: OrderState,
  { law }: BesideOrder,
): OrderRefusal | undefined {
  const section = law.section("breach")?.section;
  const made = state.orders.filter((one) => one.which === which);
  if (made.length === 0) return refuseOrder("no-order", section, `No ${which} order is made here.`, "court-result");
  return number === undefined || made.some((one) => stoodOf(one, state).some((stood) => hasCondition(stood, number)))
    ? undefined
    : refuseOrder("no-condition", section, `The ${which} order has no condition ${number}.`);
}

/** The condition stood on that day, under one of the orders of that kind: on the day on which one ends another can begin. */
function conditionRefuses(
  number: number,
  body: OrderBodyOf<"breach-opened">,
  state: OrderState,
  { law }: BesideOrder,
): OrderRefusal | undefined {
  const sections = { breach: law.section("breach")?.section, ownPeriod: law.section("own-period")?.section };
  const ofKind = state.orders.filter(({ which }) => which === body.order);
  const refusals = ofKind.map((order) => ({
    order,
    refused: orderRefuses(number, body, { order, stood: stoodOf(order, state) }, sections),
  }));
  if (refusals.some(({ refused }) => refused === undefined)) return undefined;
  const fallsTo = orderOn(state.orders, body.order, body.day);
  return refusals.find(({ order }) => order === fallsTo)?.refused;
}

/**
 * On a day on which a court made, changed or ended the order, it held for a part of the day: an act of it can be under the order whether or not its hour is
 * known, and the hour is asked (`hourAsked`), never a bar.
 */
function orderRefuses(
  number: number,
  { day }: OrderBodyOf<"breach-opened">,
  { order, stood }: { readonly order: OrderState["orders"][number]; readonly stood: readonly Stood[] },
  { breach: section, ownPeriod }: { readonly breach: string | undefined; readonly ownPeriod: string | undefined },
): OrderRefusal | undefined {
  const { which, made, inForce, ended } = order;
  const having = stood.filter((one) => hasCondition(one, number));
  const [first] = having;
  if (first === undefined) return refuseOrder("no-condition", section, `The ${which} order has no condition ${number}.`);
  const begins = inForce ?? made;
  if (day < begins)
    return refuseOrder(
      "before-order",
      section,
      `The order lives from ${dayInWords(dayNumber(begins))}: nothing before that day breaks it.`,
    );
  if (having.some((one) => conditionHeld(one, number, day)) && (ended === null || ended.how === "expired" || day <= ended.day))
    return undefined;
  const ends = [ended?.day ?? null, endOfAll(stood)].flatMap((one) => one ?? []).toSorted()[0];
  if (ends !== undefined && day > ends)
    return refuseOrder("after-order", section, `The order ended with ${dayInWords(dayNumber(ends))}: nothing after that day breaks it.`);
  const own = having.find((one) => canHold(one, day, day))?.conditions.find(({ condition }) => condition === number)?.own?.until;
  if (typeof own === "string")
    return refuseOrder(
      "condition-ended",
      ownPeriod,
      `Condition ${number} has a period of its own, which ended with ${dayInWords(dayNumber(own))}: nothing after that day breaks it.`,
    );
  return refuseOrder(
    "no-condition",
    section,
    day < first.from
      ? `The ${which} order has condition ${number} since ${dayInWords(dayNumber(first.from))}, and not on that day.`
      : `The ${which} order had condition ${number}, and not on that day: a court had changed it.`,
  );
}

function hasCondition({ conditions }: Stood, number: number): boolean {
  return conditions.some(({ condition }) => condition === number);
}

/** The last day on which anything of it stood; null: no end is known. */
function endOfAll(stood: readonly Stood[]): string | null {
  const days = stood.map(lastDayOf);
  return days.includes(null)
    ? null
    : (days
        .flatMap((one) => one ?? [])
        .toSorted()
        .at(-1) ?? null);
}

function isSameBreach(one: Breach, { of, order, day, at, act }: OrderBodyOf<"breach-opened">): boolean {
  if ("duty" in of) return "duty" in one.of && one.of.duty === of.duty && one.of.trigger === of.trigger;
  if (!("condition" in one.of) || one.of.condition !== of.condition || one.order !== order) return false;
  // Two acts of one day can each break a condition: they are told apart by the act, and where neither names one, by the hour that both have.
  const isSameHour = at === undefined || one.at === undefined || one.at === at;
  return act === undefined || one.act === undefined
    ? act === one.act && one.day === day && isSameHour
    : [one.act, ...(one.also ?? [])].some((there) => there.act === act.act);
}

function dutyRefuses(
  of: { readonly duty: string; readonly trigger: string },
  state: OrderState,
  { register, law }: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  const not = notMissed(of, state, register, now);
  if (not === undefined) return undefined;
  const { rule, says, duty } = not;
  if (rule === "not-refused") return refuseOrder(rule, law.section("identity")?.section, says, "attended");
  return rule === "undecided" ? refuseOrder(rule, duty?.section, says, "duty-settled") : refuseOrder(rule, duty?.section, says);
}

type StepKind =
  "breach-evidence" | "breach-knew" | "excuse-asked" | "excuse-assessed" | "breach-kept-open" | "breach-decided" | "breach-decision-read";

interface Around {
  readonly state: OrderState;
  readonly beside: BesideOrder;
  readonly now: Instant;
}

function stepRefuses(command: OrderCommand & { readonly kind: StepKind }, breach: Breach, around: Around): OrderRefusal | undefined {
  switch (command.kind) {
    case "breach-knew":
      return knewRefuses(command.body, breach, around);
    case "excuse-asked":
      return askingRefuses(command.body, sectionOf(breach, around));
    case "excuse-assessed":
      return breach.asked.some(({ found }) => found !== undefined)
        ? undefined
        : refuseOrder(
            "asked-first",
            sectionOf(breach, around),
            "A reasonable excuse is asked of somebody before it is assessed.",
            "excuse-asked",
          );
    case "breach-kept-open":
      return dayNumber(command.body.again) > londonDay(around.now)
        ? undefined
        : refuseOrder(
            "open-has-a-day",
            undefined,
            "What is kept open has a day to come on which it is looked at again.",
            "breach-kept-open",
          );
    case "breach-decided":
      return decisionRefuses(command, breach, around);
    case "breach-decision-read":
      return readingRefuses(command, breach, around);
    default:
      return undefined;
  }
}

function restsNow(breach: Breach, { state, beside, now }: Around): BreachRests {
  return restsOf(breach, state, beside.register, now);
}

/** The section by which a failing can be an offence: of a condition, or of a duty. */
function sectionOf({ of }: Breach, { beside }: Pick<Around, "beside">): string | undefined {
  return "duty" in of ? beside.register.rules.failing?.section : beside.law.section("breach")?.section;
}

/** A condition breaks only for somebody who knew of it, by service or otherwise; a duty is missed only under an order that was served. */
function knewRefuses({ service }: OrderBodyOf<"breach-knew">, breach: Breach, { state, beside }: Around): OrderRefusal | undefined {
  const isDuty = "duty" in breach.of;
  const section = isDuty ? beside.register.rules["first-notice"]?.section : beside.law.section("breach")?.section;
  if (service === undefined)
    return isDuty
      ? refuseOrder(
          "needs-service",
          section,
          "A duty is missed only under an order that was served: name the service that was confirmed.",
          "service-confirmed",
        )
      : undefined;
  // What is to be notified under a full order can run from the service of the interim that it replaced.
  const orders = state.orders.filter(({ which }) => isDuty || which === breach.order);
  const served = orders.flatMap((one) => one.served ?? []).find(({ number }) => number === service);
  if (served === undefined)
    return refuseOrder("no-service", section, "No service of this number was confirmed by a second person.", "service-confirmed");
  return served.day > breach.day
    ? refuseOrder(
        "served-after",
        section,
        `The order was served on ${dayInWords(dayNumber(served.day))}, after that day. Where it was known otherwise, write how.`,
        "breach-knew",
      )
    : undefined;
}

function askingRefuses({ found, of, knowing }: OrderBodyOf<"excuse-asked">, section: string | undefined): OrderRefusal | undefined {
  if (found === undefined)
    return of === undefined && knowing === undefined
      ? undefined
      : refuseOrder(
          "asked-or-not",
          section,
          "Where nobody was asked, nobody said it. Write what was found, or leave all else out.",
          "excuse-asked",
        );
  return of === undefined || knowing === undefined
    ? refuseOrder(
        "asked-of-somebody",
        section,
        "Write of whom it was asked, and whether it is a record, an account or worked out.",
        "excuse-asked",
      )
    : undefined;
}

const withDay: readonly string[] = ["interview", "more-enquiry"];

function decisionRefuses(
  { body, by }: OrderCommand & { readonly kind: "breach-decided" },
  breach: Breach,
  around: Around,
): OrderRefusal | undefined {
  if (by === desk) return refuseOrder("a-person-decides", undefined, "A person decides this, never the machine.");
  const rests = restsNow(breach, around);
  if (!decisionsOpen(breach, rests).includes(body.decision))
    return refuseOrder(
      "decision-closed",
      sectionOf(breach, around),
      `The decision is closed. ${decisionClosedBy(breach, rests)[0] ?? ""}`,
      "breach-evidence",
      "breach-knew",
      "excuse-asked",
      "excuse-assessed",
      "breach-kept-open",
    );
  if (!withDay.includes(body.decision)) return undefined;
  return body.until === undefined || dayNumber(body.until) < londonDay(around.now)
    ? refuseOrder("by-a-day", undefined, "What is to be done next has a day by which it is done.", "breach-decided")
    : undefined;
}

function readingRefuses(
  { body, by }: OrderCommand & { readonly kind: "breach-decision-read" },
  breach: Breach,
  around: Around,
): OrderRefusal | undefined {
  const last = breach.decisions.at(-1);
  if (last === undefined) return refuseOrder("no-decision", undefined, "Nobody has decided this.", "breach-decided");
  if (last.by === by)
    return refuseOrder("own-decision", undefined, "Nobody reads a decision of their own as the second person. Send it to another officer.");
  if (last.read !== undefined) return refuseOrder("read-already", undefined, "A second person has read this decision.");
  if (groundlessOf(breach, restsNow(breach, around)) !== undefined)
    return refuseOrder(
      "rests-on-nothing",
      undefined,
      "What was decided rests on what no longer stands. It is open again, and is decided anew.",
      "breach-decided",
    );
  return body.agrees || body.says !== undefined
    ? undefined
    : refuseOrder("says-why", undefined, "Who does not agree says why: whoever decides anew reads it.", "breach-decision-read");
}

/** Somebody is told of what stands here; and that it went by their mailbox is written only where something went there since. */
function toldRefuses(body: OrderBodyOf<"protected-told">, state: OrderState, { sent = [] }: BesideOrder): OrderRefusal | undefined {
  const { person, about, report, update, how } = body;
  if (!protectedIds(state).includes(person))
    return refuseOrder(
      "not-protected",
      undefined,
      "This order protects nobody of that number. Nothing is told to anybody else.",
      "protected-named",
    );
  const since = sinceWhen(about, state);
  if (since === undefined) return refuseOrder("about-nothing", undefined, "Nothing of this number stands here of which somebody is told.");
  const own = state.draft.protects.find((one) => one.person === person)?.report;
  if (report !== undefined && report !== own)
    return refuseOrder("not-their-report", undefined, "This is not the report of that person.", "protected-named");
  if (how !== "mailbox") return undefined;
  const isSent = sent.some((one) => one.report === own && one.happened >= since && (update === undefined || one.number === update));
  return isSent
    ? undefined
    : refuseOrder(
        "nothing-sent",
        undefined,
        "Nothing was sent to their mailbox since. Write to them in the case first, or write how else they were told.",
        "protected-told",
      );
}

/** When that took place of which somebody is told: a breach by its number, "result 15", "service 22". Undefined: there is no such thing. */
function sinceWhen(about: string, { breaches, results, attempts }: OrderState): Instant | undefined {
  const breach = breaches.find((one) => one.breach === about);
  if (breach !== undefined) return breach.happened;
  const [, of, written] = /^(result|service) (\d{1,9})$/.exec(about) ?? [];
  if (of === undefined) return undefined;
  return (of === "result" ? results : attempts).find(({ number }) => number === Number(written))?.happened;
}
