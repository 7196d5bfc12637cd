import type { Condition } from "../event/order-shapes.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import type { OrderState } from "../fold/order-state.ts";

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
export function stoodOf(order: LiveOrder, { results }: Pick<OrderState, "results">): readonly Stood[] {
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
