import type { Instant } from "@unmask/core";
import { dayInWords, londonDay } from "../../clock/london.ts";
import { desk } from "../../event.ts";
import { isSameForce } from "../../fold/order/same-force.ts";
import { standingOnes } from "../../fold/order/struck.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { standsOn } from "../../order/stood-on.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber } from "../../register/day-number.ts";
import { type StandingDuty, dutiesOfState } from "../../register/duties-of-state.ts";
import { isSame, remindersDue } from "../../register/reminders.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";

/** What the register forbids. What somebody did is a fact and is taken; refused is a slip of whoever writes it down, and what only a person decides. */
export function registerRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  const today = londonDay(now);
  switch (command.kind) {
    case "attended":
      return attendanceRefuses(command.body, state, beside, today);
    case "acknowledged":
      return acknowledgementRefuses(command.body, state, beside);
    case "name-used":
      return nameRefuses(command.body, state, today);
    case "address-changed":
      return addressRefuses(command.body, state, beside, today);
    case "other-register":
      return otherRegisterRefuses(command.body, state);
    case "transferred":
      return transferRefuses(command.body, state, today);
    case "duty-settled":
      return settlingRefuses(command, state, beside, now);
    case "duty-settling-read":
      return settlingReadRefuses(command, state);
    case "reminder-given":
      return reminderRefuses(command.body, state, beside, now);
    default:
      return undefined;
  }
}

function attendanceRefuses(body: OrderBodyOf<"attended">, state: OrderState, beside: BesideOrder, today: number): OrderRefusal | undefined {
  const { orders } = state;
  const { rules } = beside.register;
  const firstMade = orders.map(({ made }) => made).toSorted()[0];
  if (firstMade === undefined)
    return refuseOrder("no-order", rules["first-notice"]?.section, "No order is made yet: there is nothing to notify.", "court-result");
  if (dayNumber(body.day) > today)
    return refuseOrder("not-yet", undefined, "This day has not come. Write down what was said when it was said.");
  if (body.day < firstMade)
    return refuseOrder(
      "before-order",
      rules["first-notice"]?.section,
      `The order was made on ${dayInWords(dayNumber(firstMade))}: nothing could be notified before. Look at the day and the year.`,
    );
  return toldRefuses(body, beside) ?? identityRefuses(body, beside) ?? onlineRefuses(body, state, beside);
}

/** What was told, and of which day. */
function toldRefuses(
  { day, names, address, regularlyFound, changeOn, says }: OrderBodyOf<"attended">,
  beside: BesideOrder,
): OrderRefusal | undefined {
  if (names.length === 0 && address === undefined && regularlyFound === undefined && says === undefined)
    return refuseOrder("nothing-told", sectionOf(beside, "told"), "Write what was told: names, an address, or their words.");
  if (address !== undefined && regularlyFound !== undefined)
    return refuseOrder(
      "home-or-found",
      sectionOf(beside, "home"),
      "A place where somebody can regularly be found stands in only where there is no home. Write one of the two.",
    );
  return changeOn !== undefined && changeOn <= day
    ? refuseOrder(
        "told-before",
        beside.register.rules["early-notice"]?.section,
        "A day of change belongs to a change that is told before it. This one had come: leave the day out, and write the change as it was found.",
        "address-changed",
        "name-used",
      )
    : undefined;
}

function identityRefuses({ inPerson, identity, says }: OrderBodyOf<"attended">, beside: BesideOrder): OrderRefusal | undefined {
  if (!inPerson && identity !== "not-asked" && identity !== "refused")
    return refuseOrder(
      "not-in-person",
      beside.register.rules.where?.section,
      "No prints and no photograph are taken of somebody who is not there in person.",
    );
  return identity === "refused" && says === undefined
    ? refuseOrder("words-of-refusal", sectionOf(beside, "identity"), "The check was refused: write their words, as they said them.")
    : undefined;
}

/** More than the law asks by itself can only be asked under a requirement of the order. */
function onlineRefuses({ online = [], day }: OrderBodyOf<"attended">, state: OrderState, beside: BesideOrder): OrderRefusal | undefined {
  const asksForMore = state.orders.some(
    (one) => one.ended === null && standsOn(one, state, day).conditions.some(({ type }) => type === "requirement"),
  );
  return online.length > 0 && !asksForMore
    ? refuseOrder(
        "online-names",
        sectionOf(beside, "told"),
        "A notice asks for no name used online. Such a thing can only be a requirement of the order, and this one has none.",
      )
    : undefined;
}

function acknowledgementRefuses(
  { attendance, sha256, signed, given }: OrderBodyOf<"acknowledged">,
  { attendances }: OrderState,
  { register: { rules } }: BesideOrder,
): OrderRefusal | undefined {
  const section = rules.acknowledged?.section;
  const one = standingOnes(attendances).find(({ number }) => number === attendance);
  if (one === undefined) return refuseOrder("no-attendance", section, "No attendance of this number stands here.", "attended");
  if (!one.inPerson)
    return refuseOrder(
      "not-in-person",
      rules.where?.section,
      "It was not in person, so nothing was notified: there is nothing to acknowledge.",
    );
  const isThere = one.acknowledged.some((paper) => paper.sha256 === sha256 && paper.signed === signed && paper.given === given);
  return isThere
    ? refuseOrder("acknowledged-already", section, "This paper is written down already. Nothing was written twice.")
    : undefined;
}

const mistyped = "If it was mistyped, withdraw it and write what is right: all is worked out anew.";

function nameRefuses({ name, day, found }: OrderBodyOf<"name-used">, { names }: OrderState, today: number): OrderRefusal | undefined {
  if (dayNumber(day) > today || (found !== undefined && dayNumber(found) > today))
    return refuseOrder("not-yet", undefined, "This day has not come.");
  if (found !== undefined && found < day)
    return refuseOrder("found-before-used", undefined, "It cannot have been found out before it was used. Look at the two days.");
  return standingOnes(names).some((one) => one.day === day && one.name === name)
    ? refuseOrder("there-already", undefined, `This use is written down already. ${mistyped}`, "entry-withdrawn")
    : undefined;
}

function addressRefuses(
  { day, address }: OrderBodyOf<"address-changed">,
  { addresses }: OrderState,
  { register: { rules } }: BesideOrder,
  today: number,
): OrderRefusal | undefined {
  if (dayNumber(day) > today)
    return refuseOrder(
      "not-yet",
      rules["early-notice"]?.section,
      "A move that is still to come is no change. Where it was told at a station, write the attendance with the day of the change.",
      "attended",
    );
  return standingOnes(addresses).some((one) => one.day === day && one.address === address)
    ? refuseOrder("there-already", undefined, `This change is written down already. ${mistyped}`, "entry-withdrawn")
    : undefined;
}

function otherRegisterRefuses(
  { register, from, to }: OrderBodyOf<"other-register">,
  { otherRegisters }: OrderState,
): OrderRefusal | undefined {
  if (to !== undefined && to < from)
    return refuseOrder("ends-before", undefined, "Its final day lies before its first. Look at the two days.");
  return standingOnes(otherRegisters).some((one) => one.register === register && one.from === from)
    ? refuseOrder("there-already", undefined, `This register is written down with that first day. ${mistyped}`, "entry-withdrawn")
    : undefined;
}

/** Until somebody there has taken it, an order stays with the force that has it. */
function transferRefuses(
  { to, day, taken }: OrderBodyOf<"transferred">,
  { transfers, force }: OrderState,
  today: number,
): OrderRefusal | undefined {
  const last = transfers.at(-1);
  const has = transfers.findLast((one) => one.taken !== undefined)?.to ?? force;
  if (isSameForce(to, has)) return refuseOrder("has-it-already", undefined, `${has} has it already.`);
  if (dayNumber(day) > today) return refuseOrder("not-yet", undefined, "This day has not come.");
  return last !== undefined && isSameForce(last.to, to) && taken === undefined
    ? refuseOrder(
        "told-already",
        undefined,
        `${to} was told already. Write who there has taken it: until somebody has, it stays with ${has}.`,
        "transferred",
      )
    : undefined;
}

function settlingRefuses(
  { body, by }: OrderCommand & { readonly kind: "duty-settled" },
  state: OrderState,
  { register }: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  if (by === desk) return refuseOrder("a-person-decides", undefined, "What is undecided is settled by a person, never by the machine.");
  const duty = dutiesOfState(state, register, now).find(({ rule, trigger }) => rule === body.rule && trigger === body.trigger);
  if (duty === undefined) return refuseOrder("no-duty", undefined, "There is no such duty under this order.");
  if (duty.state !== "undecided" && !duty.ways.includes(body.how))
    return refuseOrder(
      "worked-out",
      duty.section,
      `This one is not undecided, it is ${duty.state.replaceAll("-", " ")}: ${duty.why}. Where a fact is wrong, withdraw it.`,
      "entry-withdrawn",
    );
  if (duty.settling !== undefined && duty.settling.read === undefined)
    return refuseOrder(
      "waits-for-second",
      duty.section,
      "This was settled already and waits for a second person. Nothing changes before somebody has read it.",
      "duty-settling-read",
    );
  if (!duty.ways.includes(body.how)) return wayRefuses(duty, body.how);
  if (body.how === "does-not-count" && register.firstFrom === "in-force" && state.orders.every(({ served }) => served === null))
    return refuseOrder("not-served", duty.section, "The order is not served, and nothing is overdue before it is.", "service-attempted");
  if (body.how !== "keep-open")
    return body.again === undefined
      ? undefined
      : refuseOrder(
          "settled-has-no-day",
          undefined,
          "What is settled has no day on which it is looked at again. Leave the day out, or keep it open.",
        );
  return body.again === undefined || dayNumber(body.again) <= londonDay(now)
    ? refuseOrder("open-has-a-day", undefined, "What is kept open has a day to come on which it is looked at again.", "duty-settled")
    : undefined;
}

/** Under an order of which no text is written nobody knows what was due; and without a clock nothing can be late. */
function wayRefuses({ section, ways }: StandingDuty, how: OrderBodyOf<"duty-settled">["how"]): OrderRefusal {
  return how === "does-not-count" && ways.includes("counts-as-met")
    ? refuseOrder("no-clock", section, "It has no clock, so nothing of it can be missed. Count it as met, or keep it open.", "duty-settled")
    : refuseOrder(
        "order-not-written",
        section,
        "Which order the appeal made is not written, so nothing of it can count as met or missed. Correct the result by its copy, or keep this open.",
        "result-corrected",
        "duty-settled",
      );
}

/** Nobody settles a duty alone: what one officer writes, another reads. */
function settlingReadRefuses(
  { body, by }: OrderCommand & { readonly kind: "duty-settling-read" },
  { settledDuties }: OrderState,
): OrderRefusal | undefined {
  const settled = settledDuties.find(({ number }) => number === body.settled);
  if (settled === undefined) return refuseOrder("nothing-settled", undefined, "Nothing of this number was settled here.", "duty-settled");
  if (settled.by === by)
    return refuseOrder(
      "own-settling",
      undefined,
      "Nobody reads what they settled themselves as the second person. Send it to another officer.",
    );
  if (settled.read !== undefined) return refuseOrder("read-already", undefined, "A second person has read this.", "duty-settled");
  return body.agrees || body.says !== undefined
    ? undefined
    : refuseOrder("says-why", undefined, "Who does not agree says why: whoever settles it anew reads it.", "duty-settling-read");
}

function reminderRefuses(
  body: OrderBodyOf<"reminder-given">,
  state: OrderState,
  { register, reminders }: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  if (state.reminders.some((given) => isSame(given, body)))
    return refuseOrder("reminded-already", undefined, "This reminder was given. No reminder is given twice.");
  return remindersDue(state, register, reminders, now).some((one) => isSame(one, body))
    ? undefined
    : refuseOrder("not-due", undefined, "No such reminder is due.");
}

/** The section of a rule about notices that is no clock; undefined where no source states it for this jurisdiction. */
function sectionOf({ law }: BesideOrder, rule: "told" | "home" | "identity"): string | undefined {
  return law.section(rule)?.section;
}
