import type { Condition } from "../event/order-shapes.ts";
import type { CourtPart } from "../fold/order/court.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { dayNumber } from "../register/day-number.ts";

/** What stood of an order on the days of its life: a court that changes it changes nothing of what was done before. */

/** Conditions and a period as they stood for some days of London. */
export interface Stood {
  readonly from: string;
  /** The day on which a court put something else into their place; at some hour of that day both can hold. Null: they stand. */
  readonly to: string | null;
  /** Last day of the period; null: until further order. */
  readonly until: string | null;
  readonly conditions: readonly Condition[];
}

/** All that stood, in the order of the days. What was replaced before it had effect never stood. */
export function stoodOf(order: LiveOrder, { results }: CourtPart): readonly Stood[] {
  const laid: Omit<Stood, "to">[] = [];
  for (const number of order.from) {
    const said = results.find((one) => one.number === number)?.said;
    const before = laid.at(-1);
    if (said === undefined || (before && said.period === undefined && said.conditions === undefined)) continue;
    laid.push({
      // A court binds nobody for days that were over: what it dates back counts from its own day.
      from: before === undefined ? (order.inForce ?? order.made) : said.from !== undefined && said.from > said.day ? said.from : said.day,
      until: said.period === undefined ? (before?.until ?? null) : said.period.until,
      conditions: said.conditions ?? before?.conditions ?? [],
    });
  }
  return laid.flatMap((one, place): readonly Stood[] => {
    const [to = null] = laid
      .slice(place + 1)
      .map(({ from }) => from)
      .toSorted();
    return to !== null && to < one.from ? [] : [{ ...one, to }];
  });
}

/** The last day on which it can have held; null: no end is known. */
export function lastDayOf({ to, until }: Pick<Stood, "to" | "until">): string | null {
  return to === null || until === null ? (to ?? until) : to < until ? to : until;
}

/** Whether it can have held on some of the days from the first to the last. */
export function canHold(stood: Stood, first: string, last: string): boolean {
  const end = lastDayOf(stood);
  return stood.from <= last && (end === null || first <= end);
}

/**
 * Whether a condition of it can have held on a day: to the end of its own period, where it has one. That can reach further than the order, of which no
 * section that was read says whether the condition lives on.
 */
export function conditionHeld(stood: Stood, number: number, day: string): boolean {
  const own = stood.conditions.find(({ condition }) => condition === number)?.own?.until;
  if (typeof own !== "string") return canHold(stood, day, day);
  return stood.from <= day && day <= own && (stood.to === null || day <= stood.to);
}

/** What stands on a day: on the day of a change the new; before the first and after the last what stood nearest. */
export function standsOn(order: LiveOrder, state: CourtPart, day: string): Pick<Stood, "until" | "conditions"> {
  const stood = stoodOf(order, state);
  return stood.findLast(({ from }) => from <= day) ?? stood[0] ?? { until: order.period.until, conditions: order.conditions };
}

/** What a court has put into the place of what stands, from a day that is still to come; in the order of the days. */
export function comingOf(order: LiveOrder, state: CourtPart, day: string): readonly Stood[] {
  return stoodOf(order, state).filter(({ from }, place) => place > 0 && from > day);
}

/** The conditions with which others have to agree: those that stand on a day, and those that a court has added from a later one. */
export function toObeyFrom(order: LiveOrder, state: CourtPart, day: string): readonly Condition[] {
  return comingOf(order, state, day).reduce<readonly Condition[]>(
    (all, { conditions }) => [...all, ...conditions.filter(({ condition }) => !all.some((one) => one.condition === condition))],
    standsOn(order, state, day).conditions,
  );
}

/**
 * Last days that end something: the order or, by a period of its own, a condition. What a court put into the place of a period by the day after it is no end,
 * and what it puts there from a later day still ends before.
 */
export function endsOf(order: LiveOrder, state: CourtPart): readonly { readonly condition?: number; readonly last: string }[] {
  return stoodOf(order, state).flatMap(({ from, to, until, conditions }) => {
    const ends: readonly { readonly condition?: number; readonly last: string | null | undefined }[] = [
      { last: until },
      ...conditions.map(({ condition, own }) => ({ condition, last: own?.until })),
    ];
    return ends.flatMap(({ last, ...of }) =>
      typeof last === "string" && from <= last && (to === null || dayNumber(last) + 1 < dayNumber(to)) ? [{ ...of, last }] : [],
    );
  });
}
