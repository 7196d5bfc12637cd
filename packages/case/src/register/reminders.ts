import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import { decisionOf } from "../fold/order/breach.ts";
import type { OrderState } from "../fold/order-state.ts";
import { endsOf } from "../order/stood-on.ts";
import type { OrderBodyOf } from "../order-event.ts";
import { dayNumber, dayWritten } from "./day-number.ts";
import { restsOf } from "./breach-rests.ts";
import { type StandingDuty, dutiesOfState } from "./duties-of-state.ts";

/** Who has to be reminded of what under an order. A reminder is an event: what was given is never given again, and what a stopped machine missed is given late. */

/** When reminders are given, as a force sets it. */
export interface ReminderSettings {
  /** Days before the last day of an order, or of a condition with its own period, at which somebody is asked whether it is renewed. */
  readonly beforeEnd: readonly number[];
}

/** A reminder that is due: the body of its event, and a sentence. */
export interface Reminder extends OrderBodyOf<"reminder-given"> {
  readonly says: string;
}

/** The reminders that are due at an instant and were not given: of ends, of the last day of a duty on which nothing is recorded, of what was kept open until a day. */
export function remindersDue(state: OrderState, law: RegisterLaw, settings: ReminderSettings, now: Instant): readonly Reminder[] {
  const today = londonDay(now);
  const duties = dutiesOfState(state, law, now);
  const all = [...ofEnds(state, settings, today), ...ofDuties(duties, today), ...ofKeptOpen(state, duties, law, now)];
  return all.filter((one) => !state.reminders.some((given) => isSame(given, one)));
}

/** Whether two reminders are of one clock, by one setting. */
export function isSame(one: OrderBodyOf<"reminder-given">, other: OrderBodyOf<"reminder-given">): boolean {
  return one.about === other.about && one.due === other.due && one.setting === other.setting;
}

/** A last day, of an order or of one of its conditions. */
interface End {
  readonly about: string;
  readonly made: number;
  readonly last: number;
}

function ofEnds(state: OrderState, { beforeEnd }: ReminderSettings, today: number): readonly Reminder[] {
  const live = state.orders.filter(({ ended }) => ended === null || ended.how === "expired");
  const ends = live.flatMap((order): readonly End[] => {
    const head = order.which === "interim" ? "interim order" : "full order";
    return endsOf(order, state).map(({ condition, last }) => ({
      about: condition === undefined ? head : `${head}, condition ${condition}`,
      made: dayNumber(order.made),
      last: dayNumber(last),
    }));
  });
  return ends.flatMap(({ about, made, last }) =>
    [...new Set(beforeEnd)]
      .toSorted((one, other) => other - one)
      // An order that was made for less than that was never so many days before its end.
      .filter((days) => last - days <= today && last - days >= made)
      .map((days) => {
        const due = dayWritten(last);
        const ends = today > last ? `ended with ${dayInWords(last)}` : `ends with ${dayInWords(last)}`;
        return { about, due, setting: `${days} days before`, says: `The ${about} ${ends}: is it to be renewed?` };
      }),
  );
}

/** Also when the last day is over and the machine was stopped on it: late, and never left out. */
function ofDuties(duties: readonly StandingDuty[], today: number): readonly Reminder[] {
  return duties.flatMap(({ rule, section, trigger, due, stands }): readonly Reminder[] => {
    if (due === null || (stands !== "due" && stands !== "overdue") || today < dayNumber(due)) return [];
    const last = `${section}, ${trigger}: the last day is ${dayInWords(dayNumber(due))}, and nothing is recorded.`;
    return [{ about: `${rule}, ${trigger}`, due, setting: "last day", says: last }];
  });
}

/** What a fact has decided since it was kept open is not asked again. */
function ofKeptOpen(state: OrderState, duties: readonly StandingDuty[], law: RegisterLaw, now: Instant): readonly Reminder[] {
  const today = londonDay(now);
  const again = (about: string, due: string | undefined): readonly Reminder[] =>
    due === undefined || dayNumber(due) > today
      ? []
      : [{ about, due, setting: "again", says: `${about}: it was kept open until ${dayInWords(dayNumber(due))}.` }];
  // What a second person did not agree with is settled in no way, and has no day.
  const isUndecided = (one: { readonly rule: string; readonly trigger: string }): boolean =>
    duties.some(({ rule, trigger, stands }) => rule === one.rule && trigger === one.trigger && stands === "undecided");
  const settlings = state.settledDuties.filter((one) => one.read?.agrees !== false && isUndecided(one));
  const settled = settlings.filter(
    (one) => one === settlings.findLast((other) => other.rule === one.rule && other.trigger === one.trigger),
  );
  return [
    ...settled.flatMap(({ rule, trigger, again: day }) => again(`${rule}, ${trigger}`, day)),
    ...state.breaches.flatMap((breach) => {
      const decision = decisionOf(breach, restsOf(breach, state, law, now));
      const kept = breach.keptOpen.at(-1);
      const day = kept !== undefined && kept.number > (decision?.number ?? 0) ? kept.again : decision?.until;
      return again(`possible breach ${breach.breach}`, day);
    }),
  ];
}
