import { callCase, foldOrder } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskAnswer, DeskCall } from "../access/desk-route.ts";
import { addDaysToCivil, civilDay } from "../orders/civil-day.ts";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { rowEntry } from "../orders/order-row.ts";
import { daysAhead } from "../orders/order-shown.ts";
import { keptSubjects } from "../retention/retention-facts.ts";
import { ordersAhead } from "../sql/case/order-ahead.ts";
import { readOrders } from "../sql/case/order-events.ts";
import type { OpenCase } from "./open-cases.ts";

/** Days on which something is looked at again, in the days to come. */

/** Days that are looked ahead, today among them. */
const aheadDays = 7;

/** One of them. */
export interface ReviewDate {
  readonly day: string;
  readonly at: { readonly of: "case" | "order" | "report"; readonly id: string };
  /** Null where this officer may not read it. */
  readonly name: string | null;
  readonly says: string;
}

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">;

/** What comes in the next days, by day; of a case that this officer is not on, the number and what it is alone. */
export async function reviewDates(
  call: Call,
  cases: readonly OpenCase[],
): Promise<{ readonly rows: readonly ReviewDate[]; readonly also: NonNullable<DeskAnswer["also"]> }> {
  const today = civilDay(call.now);
  const to = addDaysToCivil(today, aheadDays - 1);
  const isNear = (day: string | undefined): day is string => day !== undefined && day >= today && day <= to;
  const ofCases = cases.flatMap(({ state, reports, members }) => {
    const name = members.includes(call.officer.id) ? callCase(state, reports).name : null;
    const row = (day: string, says: string): ReviewDate => ({ day, at: { of: "case", id: state.case }, name, says });
    const { order, tasks, links } = state;
    return [
      ...(order?.answer === "waits-for" && isNear(order.again) ? [row(order.again, "whether an order is applied for is asked again")] : []),
      ...tasks.flatMap(({ task, due, done }) => (!done && isNear(due) ? [row(due, `${task} is due`)] : [])),
      ...links.flatMap(({ decided }) =>
        decided?.answer === "open" && isNear(decided.again) ? [row(decided.again, "a link that was left open is looked at again")] : [],
      ),
    ];
  });
  const orders = await ofOrders(call, { today, to });
  const kept = await ofKeeping(call, isNear);
  return {
    rows: [...ofCases, ...orders.rows, ...kept].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
    also: [...[...ofCases, ...kept].map(({ at: { of, id } }) => (of === "report" ? { report: id } : { case: id })), ...orders.also],
  };
}

async function ofOrders({ tx, parts }: Call, { today, to }: { readonly today: string; readonly to: string }) {
  const found = await ordersAhead(tx, parts.force.id, { today, to });
  const states = [...(await readOrders(tx, parts.force.id, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
  return {
    rows: states.flatMap((state): readonly ReviewDate[] =>
      daysAhead(state)
        .filter((day) => day >= today && day <= to)
        .map((day) => ({
          ...{ day, at: { of: "order", id: state.order }, name: state.subject.name },
          says: state.courtDays.some((one) => one.day === day && one.withdrawn === undefined)
            ? "a court day"
            : "something of it ends, or is looked at again",
        })),
    ),
    also: states.map((one) => rowEntry({ order_id: one.order, case_ref: one.case })),
  };
}

/** How long closed cases are kept: numbers and days, as the list of reviews has them. */
async function ofKeeping(call: Call, isNear: (day: string | undefined) => day is string): Promise<readonly ReviewDate[]> {
  const { tx, parts, officer, now } = call;
  const kept = await asMachine(tx, call, () => keptSubjects(tx, { force: parts.force.id, officer: officer.id, now }));
  return kept.flatMap(({ subject, review }): readonly ReviewDate[] => {
    const day = review.due ?? undefined;
    return isNear(day) ? [{ day, at: subject, name: null, says: "whether it is kept longer is looked at" }] : [];
  });
}
