import { type OrderState, type ProposedDay, createArrivedUnder, foldOrder, namesOfSubject, proposalsFrom, proposalsOf } from "@unmask/case";
import { type Instant, daysFromCivil, parseCivilDay, startOfDay } from "@unmask/core";
import type { Insertable, Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { reportsOfSubject } from "../sql/case/erasing.ts";
import { putProposals } from "../sql/case/order-proposals.ts";
import { readOrders } from "../sql/case/order-events.ts";
import type { OrderTables } from "../sql/case/order-tables.ts";
import { casesOfOrders, ordersOfCase } from "../sql/case/order-views.ts";
import { type ArrivedActs, arrivedActs, nothingArrived } from "./arrived-acts.ts";
import { deskLawOfOrders } from "./order-laws.ts";
import { london } from "./london-zone.ts";

/**
 * Acts of a case are held against the conditions of its orders, and what they propose is kept until a person has looked. What binds an act to an order is the
 * case in which both stand, and nothing else: a subject of the same name is another until somebody says otherwise. Whoever brings acts to a case, moves
 * a report, or changes an order has it worked out anew in the same transaction.
 */

/** Works out anew what the acts of these cases propose. */
export async function proposeInCases(tx: Transaction<CaseTables>, force: string, cases: readonly string[]): Promise<void> {
  for (const ref of cases) {
    const orders = await readOrders(tx, force, await ordersOfCase(tx, force, ref));
    await proposeUnder(
      tx,
      force,
      [...orders].map(([id, events]) => foldOrder(id, events, deskLawOfOrders)),
    );
  }
}

/** The same for orders of one case as they now stand. */
export async function proposeUnder(tx: Transaction<CaseTables>, force: string, states: readonly OrderState[]): Promise<void> {
  const [first] = states;
  if (first === undefined) return;
  const from = states.flatMap((state) => proposalsFrom(state) ?? []).toSorted()[0];
  const { acts, sides } =
    first.case === null || from === undefined
      ? nothingArrived
      : await actsOfCase(tx, force, first.case, { from: beginning(from), subjects: states.flatMap(namesOfSubject) });
  await putProposals(tx, force, {
    orders: states.map(({ order }) => order),
    rows: states.flatMap((state) => {
      const arrivedUnder = createArrivedUnder(state, sides);
      return proposalsOf(
        acts.flatMap((act) => arrivedUnder(act) ?? []),
        state,
      ).map((day) => rowOf(force, state, day));
    }),
  });
}

/** All of it, in every case in which an order stands. */
export async function proposeInAllCases(tx: Transaction<CaseTables>, force: string): Promise<void> {
  await proposeInCases(tx, force, await casesOfOrders(tx, force));
}

async function actsOfCase(
  tx: Transaction<CaseTables>,
  force: string,
  ref: string,
  which: { readonly from: Instant; readonly subjects: readonly string[] },
): Promise<ArrivedActs> {
  return arrivedActs(tx, { force, reports: await reportsOfSubject(tx, force, { of: "case", id: ref }), ...which });
}

/** The first instant of a day in London. */
function beginning(day: string): Instant {
  const civil = parseCivilDay(day);
  if (civil === undefined) throw new Error("an order begins on a day that is none");
  return startOfDay(daysFromCivil(civil), london);
}

function rowOf(
  force: string,
  { order, case: ref }: OrderState,
  { which, day, many, under, ...shown }: ProposedDay,
): Insertable<OrderTables["order_proposal"]> {
  if (ref === null) throw new Error("what stands in no case proposes nothing");
  return {
    ...{ force, order_id: order, which, day, case_ref: ref, acts: many },
    under: JSON.stringify(under),
    shown: JSON.stringify({ which, day, many, under, ...shown }),
  };
}
