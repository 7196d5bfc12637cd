import { count, list, object, orNull, readStrictly } from "@unmask/core";
import type { ManyUnder } from "@unmask/case";
import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type CountedProposals, countProposals, proposedDays } from "../sql/case/order-proposals.ts";
import { subjectInRow } from "./order-row.ts";
import type { OrderShown } from "./order-shown.ts";

/** Acts that lie in the time of orders, as they are handed out: to be looked at by a person, and nothing more. */

/** Days of one order that its page shows with their acts; what is behind them is counted, and comes when these are settled. */
const mostDays = 12;
/** Orders that one list names. */
const mostOrders = 50;

/** What is to be looked at under one order. */
export interface ToLookAt extends Pick<OrderShown, "subject" | "atCourt"> {
  readonly order: string;
  readonly which: string;
  readonly case: string;
  readonly acts: number;
  readonly days: number;
  /** Civil day of the newest. */
  readonly newest: string;
  /** Under which conditions, and how many have to be read. */
  readonly under: readonly ManyUnder[];
}

/** The days of one order. Where the desk keeps an act is told to whoever may read its case. */
export async function proposedOfOrder(
  db: Kysely<CaseTables>,
  force: string,
  { order, mayReadCase }: { readonly order: string; readonly mayReadCase: boolean },
): Promise<object> {
  const days = await proposedDays(db, force, { order, limit: mostDays });
  const all = await countProposals(db, force, { order, limit: 2 });
  return {
    acts: all.reduce((sum, { acts }) => sum + acts, 0),
    moreDays: all.reduce((sum, one) => sum + one.days, 0) - days.length,
    days: days.map((shown) => (mayReadCase ? JSON.parse(shown) : withoutPlaces(JSON.parse(shown)))),
  };
}

function withoutPlaces(day: unknown): unknown {
  if (typeof day !== "object" || day === null || !("acts" in day) || !Array.isArray(day.acts))
    throw new Error("a day of an order is damaged");
  const acts: readonly unknown[] = day.acts;
  return { ...day, acts: acts.map((act) => ({ ...(typeof act === "object" ? act : {}), kept: undefined })) };
}

/** What is to be looked at under the orders of a case, or of the whole force as far as this officer sees it; and how many orders more. */
export async function proposedList(
  db: Kysely<CaseTables>,
  force: string,
  ref?: string,
): Promise<{ readonly rows: readonly ToLookAt[]; readonly isMore: boolean }> {
  const found = await countProposals(db, force, { ...(ref !== undefined && { case: ref }), limit: mostOrders + 1 });
  return { rows: found.slice(0, mostOrders).map(toLookAt), isMore: found.length > mostOrders };
}

const underOfDays = list(
  list(object(({ must }): ManyUnder => ({ condition: must("condition", orNull(count)), many: must("many", count) }))),
);

function toLookAt({ order_id, which, case_ref, acts, days, newest, under, shown }: CountedProposals): ToLookAt {
  const each = readStrictly(JSON.parse(under), "under", underOfDays);
  if (!each.ok) throw new Error("what is proposed under an order is damaged in the database");
  const many = new Map<number | null, number>();
  for (const one of each.value.flat()) many.set(one.condition, (many.get(one.condition) ?? 0) + one.many);
  const place = (condition: number | null): number => condition ?? Infinity;
  return {
    ...{ order: order_id, which, ...subjectInRow({ shown }), case: case_ref, acts, days, newest },
    under: [...many]
      .map(([condition, of]) => ({ condition, many: of }))
      .toSorted((one, other) => place(one.condition) - place(other.condition)),
  };
}
