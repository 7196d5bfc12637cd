import { type OrderIntent, isSameForce, writtenBeforeOfOrder } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { type DeskCall, answerAsBefore, refuseByState } from "../access/desk-route.ts";
import { readOrders, typedUnder } from "../sql/case/order-events.ts";
import { ordersOfSubject } from "../sql/case/order-names.ts";
import { foldedName } from "./folded-name.ts";
import { bringRegisterUp } from "./keep-register.ts";
import { isSameNumber, plainNumber } from "./plain-number.ts";
import type { WantedOfOrder } from "./run-order-command.ts";

/** What begins an order has no number that was seen: what was begun before is found by whom it binds, and what was typed in by the number on its copy. */

type Beginning = Extract<OrderIntent, { readonly kind: "application-begun" | "order-typed" }>;

/**
 * What the same officer sent before, with nothing written of the order since, is answered as it was then. An order that stands here already is not typed in
 * a second time, and it is said under which number it stands, as far as whoever asks may see it: of one that is closed to them they are told nothing.
 */
export async function refuseBegunBefore(call: DeskCall<Pick<WantedOfOrder, "happened">>, begun: Beginning): Promise<void> {
  const { tx, parts, officer, now } = call;
  const { happened } = call.body;
  const force = parts.force.id;
  const { subject } = begun.body;
  const names = [subject.name, ...(subject.otherNames ?? [])].map(foldedName);
  const written = await asMachine(tx, call, async () => {
    // Names and numbers may be kept as a version before this one folded them.
    await bringRegisterUp(tx, { force: parts.force, now });
    return readOrders(tx, force, await ordersOfSubject(tx, force, names));
  });
  for (const events of written.values()) {
    const event = writtenBeforeOfOrder({ intent: begun, saw: 0, by: officer.id, ...(happened !== undefined && { happened }) }, events);
    if (event !== undefined) answerAsBefore({ event, saw: event.number });
  }
  if (begun.kind !== "order-typed") return;
  const { theirs, force: other } = begun.body;
  const same = await typedUnder(tx, force, plainNumber(theirs));
  const there = same.find(
    (one) => one.kind === "order-typed" && isSameNumber(one.body.theirs, theirs) && isSameForce(one.body.force, other),
  );
  if (there !== undefined)
    refuseByState({
      rule: "typed-already",
      says: `${theirs} of ${other} stands here as ${there.stream.id}. Nothing was written.`,
      allows: "Go on with that order. What was typed wrongly in it is put right there.",
    });
}
