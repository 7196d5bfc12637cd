import { type Instant, instantToIso } from "@unmask/core";
import {
  type DecidedOrder,
  type OrderEvent,
  type OrderIntent,
  type OrderState,
  applyToOrder,
  changesProposals,
  decideOrder,
  desk,
  foldCase,
  foldOrder,
  messagesSent,
  sayDidToOrder,
  sayOpenOfOrder,
  writtenBeforeOfOrder,
} from "@unmask/case";
import { orderDeskLawOf } from "@unmask/law";
import { type DeskCall, answerAsBefore, refuseAsChanged, refuseByState } from "../access/desk-route.ts";
import { sayClock } from "../desk/clock-words.ts";
import { runCommand } from "../desk/run-command.ts";
import { readStream } from "../sql/case/case-events.ts";
import { putOrderEvents, readOrder } from "../sql/case/order-events.ts";
import { keepNotBegun, keepRefusal } from "../sql/case/order-refusals.ts";
import { askFor } from "../sql/case/membership.ts";
import { namesOfOfficers, officersHere } from "../sql/case/officers.ts";
import { lastEventOf } from "../sql/case/projections.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { orderSettings } from "./order-settings.ts";
import { othersOfSubject, withoutHidden } from "./others-of-subject.ts";
import { projectOrders } from "./project-order.ts";
import { proposeUnder } from "./propose-acts.ts";

/**
 * How anything is written of an order: its events are folded, the command is decided on what they make, on the law and on the other live orders of the same
 * subject, and what comes of it is added under the number that was seen, with what follows in the case and everything that is read from it. A refusal
 * or somebody else's change undoes the whole; the refusal is kept beside the order, for whoever decides about it later. What the same officer sent before,
 * and nothing came after it, is not written again: the answer is what was written then (docs/access.md).
 */

/** The rule by which an order is refused where the law has none. */
const noSuchOrder = "no-such-order";

/** What of a call a command needs. */
export type OrderCall = Pick<DeskCall<unknown>, "tx" | "now" | "officer"> & {
  readonly parts: Pick<DeskCall<unknown>["parts"], "force">;
};

/** What somebody wants to write, on what that person saw. */
export interface WantedOfOrder {
  readonly intent: OrderIntent;
  /** Number of the last event that was on the screen; 0 for one that begins. */
  readonly saw: number;
  /** When it took place; now where it is left out. */
  readonly happened?: Instant;
  /** Keys of the event that the desk gives itself, as a number: what is sent again is known without them. */
  readonly given?: readonly string[];
  /** Gives them, and asks what else has to hold; only of what was not written before. It asks as the officer. */
  readonly complete?: () => Promise<OrderIntent>;
}

/** Runs a command; what was written of the order. Refuses by throwing (desk-route.ts). */
export async function runOrderCommand(call: OrderCall, order: string, wanted: WantedOfOrder): Promise<readonly OrderEvent[]> {
  const { tx, now, officer, parts } = call;
  const force = parts.force.id;
  // Read and written as the machine: the officer was let in by the route, and the other orders of the subject may be in cases of others.
  await askFor(tx, "unmask", now);
  const { given, complete, ...said } = wanted;
  const written = await readOrder(tx, force, order);
  const first = writtenBeforeOfOrder({ ...said, by: officer.id, ...(given !== undefined && { given }) }, written);
  if (first !== undefined) answerAsBefore({ event: first, saw: first.number });
  const before = foldOrder(order, written, deskLawOfOrders);
  const intent = complete === undefined ? said.intent : await completed(call, complete);
  const { saw, happened = now } = said;
  const { reminders, ownMotionFrom } = await orderSettings(tx, force, now);
  const { desk: shipped, register } = orderLawsOf(codeOf(intent) ?? before.jurisdiction);
  const law = ownMotionFrom === null ? shipped : orderDeskLawOf(shipped.code, ownMotionFrom);
  const command = { ...intent, stream: { of: "order" as const, id: order }, saw, happened, by: officer.id };
  const { others, closed, hidden } = await othersOfSubject(tx, { force, officer: officer.id }, before, intent);
  const sent = intent.kind === "protected-told" ? await sentOf(call, before) : [];
  const reports = intent.kind === "protected-named" ? await reportsOf(call, before) : [];
  const officers = intent.kind === "service-attempted" ? await officersHere(tx, force) : new Map<string, string>();
  const decided = decideOrder(
    command,
    before,
    { law, register, reminders, others, closed, ours: parts.force.name, calls: [officer.name], officers, sent, reports },
    now,
  );
  const { events, also } = await accepted(call, { order, intent, before, told: withoutHidden(written, hidden) }, decided);
  await putOrderEvents(tx, force, events);
  for (const { stream, intent: next } of also) {
    await askFor(tx, "unmask", now);
    await runCommand(call, stream, { intent: next, saw: (await lastEventOf(tx, force, stream)) ?? 0 });
  }
  await askFor(tx, "unmask", now);
  const after = events.reduce((state, event) => applyToOrder(state, event, deskLawOfOrders), before);
  await projectOrders(tx, { force: parts.force, now }, [after]);
  if (events.some(({ kind }) => changesProposals(kind))) await proposeUnder(tx, force, [after]);
  await askFor(tx, officer.id, now);
  return events;
}

async function completed({ tx, now, officer }: OrderCall, complete: () => Promise<OrderIntent>): Promise<OrderIntent> {
  await askFor(tx, officer.id, now);
  const intent = await complete();
  await askFor(tx, "unmask", now);
  return intent;
}

/** What the case of an order sent to the people in it. */
async function sentOf({ tx, parts }: OrderCall, { case: ref }: OrderState): Promise<ReturnType<typeof messagesSent>> {
  if (ref === null) return [];
  const events = await readStream(tx, parts.force.id, { of: "case", id: ref });
  return messagesSent(events, foldCase(ref, events).reports);
}

/** Reports of the case of an order. */
async function reportsOf({ tx, parts }: OrderCall, { case: ref }: OrderState): Promise<readonly string[]> {
  return ref === null ? [] : foldCase(ref, await readStream(tx, parts.force.id, { of: "case", id: ref })).reports;
}

/** Of what begins an order, its jurisdiction. What is begun for Scotland is refused by the law of England and Wales, which says what there is in its place. */
function codeOf(intent: OrderIntent): "EW" | "NI" | undefined {
  if (intent.kind !== "application-begun" && intent.kind !== "order-typed") return undefined;
  return intent.body.jurisdiction === "NI" ? "NI" : "EW";
}

async function accepted(
  { tx, now, officer, parts }: OrderCall,
  {
    order,
    intent,
    before,
    told,
  }: { readonly order: string; readonly intent: OrderIntent; readonly before: OrderState; readonly told: readonly OrderEvent[] },
  decided: DecidedOrder,
): Promise<Extract<DecidedOrder, { readonly done: true }>> {
  if (decided.done) return decided;
  if ("refused" in decided) {
    const { rule, section, says, allows } = decided.refused;
    const row = { force: parts.force.id, order_id: order, refused_at: instantToIso(now), officer: officer.id, kind: intent.kind };
    const keep =
      before.number === 0
        ? keepingNotBegun(intent, {
            force: parts.force.id,
            refused_at: instantToIso(now),
            officer: officer.id,
            rule,
            section: section ?? null,
          })
        : (kept: typeof tx) => keepRefusal(kept, { ...row, rule, section: section ?? null, says });
    return refuseByState({ rule, ...(section !== undefined && { section }), says, allows: sayOpenOfOrder(allows) }, keep);
  }
  const nameOf = await namesOfOfficers(tx, parts.force.id);
  const open = decided.changed.filter(({ number }) => told.some((one) => one.number === number));
  const lines = open.map(({ by, recorded, kind }) => {
    const who = by === desk ? "" : `${nameOf(by)} `;
    return `${who}${sayDidToOrder(kind)} at ${sayClock(recorded)}`;
  });
  if (lines.length === 0)
    return refuseAsChanged(
      `What you saw has another number: ${order} stands at ${before.number}. Nothing of yours is lost: look again, then save.`,
    );
  return refuseAsChanged(`Since you looked: ${lines.join("; ")}. Nothing of yours is lost: look again, then save.`);
}

/** Of an order that never began nothing is kept, since there is no page on which it could stand; but that somebody would have one where the law has none, stands beside its case. */
function keepingNotBegun(
  intent: OrderIntent,
  row: Omit<Parameters<typeof keepNotBegun>[1], "case_ref" | "jurisdiction" | "subject">,
): ((tx: OrderCall["tx"]) => Promise<void>) | undefined {
  if (intent.kind !== "application-begun" || row.rule !== noSuchOrder) return undefined;
  const { case: case_ref, jurisdiction, subject } = intent.body;
  return case_ref === undefined ? undefined : (tx) => keepNotBegun(tx, { ...row, case_ref, jurisdiction, subject: subject.name });
}
