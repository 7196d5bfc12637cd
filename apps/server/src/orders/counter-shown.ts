import type { Instant } from "@unmask/core";
import { type OrderState, dutiesOfState, stageOfOrder } from "@unmask/case";
import { civilDay } from "./civil-day.ts";
import { orderLawsOf } from "./order-laws.ts";
import { newestOrder } from "./order-shown.ts";

/**
 * What whoever stands at the counter of a station sees of an order: who it is, and what has to be told. No case, no condition and nobody who is protected; that
 * another name is known is said without saying which, so that nobody is prompted with it.
 */
export function counterShown(state: OrderState, now: Instant): object {
  const { order, subject, names, orders, attendances, jurisdiction } = state;
  const newest = newestOrder(state);
  const today = civilDay(now);
  const known = new Set([
    ...(subject.otherNames ?? []),
    ...names.filter(({ withdrawn }) => withdrawn === undefined).map(({ name }) => name),
  ]);
  known.delete(subject.name);
  return {
    order,
    jurisdiction,
    name: subject.name,
    born: subject.born?.day ?? null,
    otherNames: known.size,
    isLive: newest !== undefined && stageOfOrder(newest, today) === "lives",
    orders: orders.map(({ which, made, period, court }) => ({ which, made, until: period.until, court })),
    duties: dutiesOfState(state, orderLawsOf(jurisdiction).register, now).map(({ rule, section, trigger, due, overdueFrom, stands }) => ({
      ...{ rule, section, trigger, due, overdueFrom, stands },
    })),
    asksOnline: newest?.conditions.some(({ kind }) => kind !== undefined && asksForOnlineNames.has(kind)) ?? false,
    acknowledged: attendances.flatMap(({ number, day, acknowledged }) =>
      acknowledged.map(({ form }) => ({ attendance: number, day, form })),
    ),
    // Until a paper was given of what was told in person, it is owed.
    owed: attendances.flatMap(({ number, day, at, station, inPerson, withdrawn, acknowledged }) =>
      inPerson && withdrawn === undefined && acknowledged.length === 0 ? [{ attendance: number, day, at, station }] : [],
    ),
  };
}

/** Conditions under which accounts are told, and so the names in them: the Act itself does not ask for them. */
const asksForOnlineNames: ReadonlySet<string> = new Set(["requirement/give-access"]);
