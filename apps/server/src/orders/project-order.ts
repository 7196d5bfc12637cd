import { type Instant, instantToIso } from "@unmask/core";
import { type OrderState, foldOrder, lookAheadFacts, lookAheadLines, orderHeldUntil, subjectsOf } from "@unmask/case";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { ordersAfter, readOrders } from "../sql/case/order-events.ts";
import { type OrderRows, clearOrderRows, putOrderRows } from "../sql/case/order-views.ts";
import { namesToLookFor } from "./folded-name.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { type OrderSettings, orderSettings } from "./order-settings.ts";
import { plainNumber } from "./plain-number.ts";
import { daysAhead, isOurs, newestOrder, orderShown, allOverFrom } from "./order-shown.ts";
import { proposeInAllCases } from "./propose-acts.ts";
import { dutyRowsOf } from "./register-rows.ts";

/**
 * What lists of orders and the register are read from: worked out of events, the law and an instant, and kept with the instant until which it holds. Nothing
 * fires: whoever looks past that instant, or before the one at which it was worked out, works it out anew first, so that neither a tick which was missed nor
 * a clock which ran ahead shows a wrong state.
 */

/** For which force, and when. */
export interface ProjectingOrders {
  readonly force: { readonly id: string; readonly name: string };
  readonly now: Instant;
}

/** Days for which what ended stays in sight, so that nobody serves or renews what is over. */
export const endedDays = 30;
/** Orders that are folded at once: what they hold must fit memory. */
const ordersAtOnce = 200;

/** Puts what is worked out of these orders into the place of what was kept of them. */
export async function projectOrders(tx: Transaction<CaseTables>, at: ProjectingOrders, states: readonly OrderState[]): Promise<void> {
  const settings = await orderSettings(tx, at.force.id, at.now);
  await putOrderRows(
    tx,
    at.force.id,
    states.map((state) => rowsOfOrder(state, at, settings)),
  );
}

function rowsOfOrder(state: OrderState, { force, now }: ProjectingOrders, { reminders, version }: OrderSettings): OrderRows {
  const { register } = orderLawsOf(state.jurisdiction);
  const newest = newestOrder(state);
  const isOfForce = isOurs(state, force.name);
  // Of an order that another force runs there is no clock of ours.
  const until = isOfForce ? orderHeldUntil(state, register, reminders, now) : null;
  const holds_until = until === null ? null : instantToIso(until);
  const whose = { force: force.id, order_id: state.order, case_ref: state.case };
  const looks = lookAheadFacts(state);
  const written = subjectsOf(state).flatMap(({ name, otherNames = [] }) => [name, ...otherNames]);
  const names = [...written, ...state.names.map(({ name }) => name)];
  return {
    view: {
      ...whose,
      event: state.number,
      stage: state.application.stage,
      is_ours: isOfForce,
      subject: namesToLookFor(names),
      which: newest?.which ?? null,
      made_on: newest?.made ?? null,
      over_from: allOverFrom(state.orders),
      ahead: daysAhead(state).join(" "),
      typed_number: state.typed === null ? null : plainNumber(state.typed.theirs),
      shown: JSON.stringify(orderShown(state, register, { now, force: force.name })),
      looks: JSON.stringify(looks),
      rule_version: version,
      holds_until,
      worked_at: instantToIso(now),
    },
    duties: dutyRowsOf(state, register, now, force.name).map((row) => ({ ...whose, ...row, holds_until })),
    lines: () =>
      lookAheadLines(looks, endedDays).map(({ group, kind, day, place, shown, from, through, isOpen, isMade }, nth) => ({
        ...{ ...whose, nth, line_group: group, kind, day, place, shown },
        ...{ stands_from: from, stands_through: through, is_open: isOpen, is_made: isMade },
      })),
  };
}

/** Makes all of it anew from the events alone, taken away first; how many orders there are. */
export async function rebuildOrders(tx: Transaction<CaseTables>, at: ProjectingOrders): Promise<number> {
  const { force } = at;
  await clearOrderRows(tx, force.id);
  let many = 0;
  for (let after = ""; ;) {
    const ids = await ordersAfter(tx, force.id, { after, limit: ordersAtOnce });
    const last = ids.at(-1);
    if (last === undefined) break;
    const orders = await readOrders(tx, force.id, ids);
    await projectOrders(
      tx,
      at,
      [...orders].map(([id, events]) => foldOrder(id, events, deskLawOfOrders)),
    );
    many += ids.length;
    after = last;
  }
  await proposeInAllCases(tx, force.id);
  return many;
}
