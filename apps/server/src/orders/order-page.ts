import type { Instant } from "@unmask/core";
import {
  type LiveOrder,
  type OrderEvent,
  type OrderState,
  changedByEach,
  mayDo,
  mindsOfChange,
  namesakesLive,
  orderEventToJson,
  owedUnder,
  stageOfOrder,
  toObeyFrom,
} from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { namesOfOfficers, officersHere } from "../sql/case/officers.ts";
import { papersOf } from "../sql/case/order-papers.ts";
import { refusalsOf } from "../sql/case/order-refusals.ts";
import { asMachine } from "../access/as-machine.ts";
import { civilDay } from "./civil-day.ts";
import type { FoundOrder } from "./find-order.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { orderSettings } from "./order-settings.ts";
import { dutiesHere } from "./duties-here.ts";
import { isOurs, waitsOf } from "./order-shown.ts";
import { type OthersOfSubject, othersOfSubject, withoutHidden } from "./others-of-subject.ts";
import { paperShown } from "./paper-shown.ts";
import { proposedOfOrder } from "./proposed-shown.ts";
import { dutyShown } from "./register-rows.ts";

/**
 * The page of an order: what happened to it, as the documents of docs/formats/order.md, and beside them what the server alone knows. Everything else is worked
 * out of the events where they are shown, by the same functions that decided on them.
 */

/** Refusals that the page tells; all of them stand in the log. */
const mostRefusals = 20;

/** The page, for an officer who was let in. */
export async function orderPage(call: DeskCall<unknown>, { state, events: all }: FoundOrder): Promise<object> {
  const { tx, parts, officer, now, standing } = call;
  const beside = await asMachine(tx, call, () => othersOfSubject(tx, { force: parts.force.id, officer: officer.id }, state));
  const events = withoutHidden(all, beside.hidden);
  const nameOf = await namesOfOfficers(tx, parts.force.id);
  const { register } = orderLawsOf(state.jurisdiction);
  const { reminders } = await orderSettings(tx, parts.force.id, now);
  const waits = waitsOf(state, register, now);
  const changes = [...changedByEach(state.order, events, { lawOf: deskLawOfOrders, register, reminders })].map(
    ([number, lines]) => [String(number), lines.map(({ what, was, is }) => ({ what, was, is }))] as const,
  );
  const copies = (await papersOf(tx, parts.force.id, state.order)).filter(({ kind }) => kind === "copy");
  const refused = await refusalsOf(tx, { force: parts.force.id, order: state.order, limit: mostRefusals });
  // Such a refusal was told to somebody who may see the other order.
  const refusals = refused.filter(({ rule }) => rule !== "compatible" || beside.closed.length === 0);
  return {
    order: state.order,
    saw: state.number,
    now,
    me: officer.id,
    events: events.map(documentOf),
    names: namesIn([...events.map(({ by }) => by), ...refusals.map((one) => one.officer), ...waits.flatMap(({ notBy }) => notBy)], nameOf),
    officers: await officersToChoose(call, state),
    case: state.case === null ? null : { ref: state.case, isMember: standing.relation === "member" },
    force: parts.force.name,
    isOurs: isOurs(state, parts.force.name),
    refusals: refusals.map(({ refused_at, officer: by, kind, rule, section, says }) => ({ at: refused_at, by, kind, rule, section, says })),
    duties: dutiesHere(state, register, now, parts.force.name).map((duty) =>
      dutyShown(duty, state, register, { force: parts.force.name, now }),
    ),
    waits,
    owed: isOurs(state, parts.force.name) ? owedUnder(state, register, now) : [],
    changed: Object.fromEntries(changes),
    minds: mindsOfChanges(state),
    copies: copies.map((one) => paperShown(one, nameOf)),
    proposed: await proposedOfOrder(tx, parts.force.id, { order: state.order, mayReadCase: standing.relation === "member" }),
    reminders,
    ...othersShown(beside, now),
  };
}

/** Among whom who made a service is chosen: for whoever may write one down, once there is an order. */
async function officersToChoose(
  { tx, parts, officer, standing }: DeskCall<unknown>,
  { orders }: Pick<OrderState, "orders">,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (orders.length === 0 || !mayDo(officer.role, "record-service", standing.relation).allowed) return [];
  return [...(await officersHere(tx, parts.force.id))].map(([id, name]) => ({ id, name }));
}

/** What is to be minded of each application to change an order that no court has answered. */
function mindsOfChanges(state: OrderState): Readonly<Record<string, readonly { readonly section: string; readonly says: string }[]>> {
  const { changes, orders, jurisdiction } = state;
  const law = deskLawOfOrders(jurisdiction);
  const open = changes.filter(({ result }) => result === null);
  return Object.fromEntries(
    open.flatMap((change) => {
      const order = orders.findLast(({ which }) => which === change.order);
      return order === undefined ? [] : [[change.change, mindsOfChange(change, order, state, law)]];
    }),
  );
}

function documentOf(event: OrderEvent): unknown {
  return JSON.parse(orderEventToJson(event));
}

function namesIn(ids: readonly string[], nameOf: (id: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(id)]));
}

/**
 * The other orders of the subject, since no condition may conflict with theirs: also where this officer is not on their case, and then no more of them than a
 * court reads out; of one of this name with another birthday only which order it is. One whose case is closed to the officer is neither shown nor counted.
 */
function othersShown({ others, namesakes }: OthersOfSubject, now: Instant): object {
  return { others: others.map((one) => otherShown(one, now)), namesakes: namesakesLive(namesakes, civilDay(now)) };
}

function otherShown({ order, typed, force, subject, orders, results }: OrderState, now: Instant) {
  const today = civilDay(now);
  return {
    order,
    theirs: typed?.theirs ?? null,
    force,
    subject: subject.name,
    born: subject.born?.day ?? null,
    isTyped: typed !== null,
    orders: orders.map((one) => ({
      which: one.which,
      court: one.court,
      made: one.made,
      until: one.period.until,
      stage: stageOfOrder(one, today),
      conditions: toObeyFrom(one, { results }, today).map(asRead),
    })),
  };
}

/** A condition as the court reads it out: why it was necessary, and on what it rests, stays with its case. */
function asRead({ necessity: _, ...condition }: LiveOrder["conditions"][number]): object {
  return { ...condition, evidence: [] };
}
