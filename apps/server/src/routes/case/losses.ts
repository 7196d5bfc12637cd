import { type LossEvent, type LossState, foldLoss, isLossOpen, lossClock, lossIntentFromJson, whyNotLoss } from "@unmask/case";
import { type Instant, count, object } from "@unmask/core";
import { hoursToTellOfLoss } from "@unmask/law";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseAsChanged, refuseByState } from "../../access/desk-route.ts";
import { putLoss, readLoss, readLosses } from "../../sql/case/losses.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { takeNumber } from "../../sql/case/reports.ts";

/** Losses of personal data (docs/formats/loss.md): what is known, what an officer decided with which reason, and who was told. */

/** Every loss, the newest first, with its hours. */
export const losses: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/losses",
  operation: "see-losses",
  body: noBody,
  run: async ({ tx, parts, now }) => {
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const rows = [...(await readLosses(tx, parts.force.id))].flatMap(([loss, events]) => {
      const state = foldLoss(events, hoursToTellOfLoss);
      return state === undefined ? [] : [shown(loss, state, { nameOf, now })];
    });
    rows.sort((one, other) => other.nth - one.nth);
    return { body: { now, losses: rows.map(({ nth: _order, ...row }) => row) }, shown: [] };
  },
});

const readRecorded = object(({ must }) => ({ decision: must("decision", lossIntentFromJson) }));
const readWritten = object(({ must }) => ({ saw: must("saw", count), decision: must("decision", lossIntentFromJson) }));

/** Records a loss; it gets the next number. */
export const lossRecorded: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/losses",
  operation: "write-loss",
  body: readRecorded,
  run: async (call) => {
    const { tx, parts, now, officer, body } = call;
    refuseWhere(call, undefined);
    const loss = `PB-${await takeNumber(tx, parts.force.id, "loss")}`;
    await putLoss(tx, parts.force.id, { ...body.decision, loss, number: 1, at: now, by: officer.id });
    return { body: { loss, saw: 1 }, shown: [], entry: { item: `${loss} ${body.decision.kind}` } };
  },
});

/** Writes what is known by now, what was decided, or who was told. */
export const lossWritten: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/losses/:loss",
  operation: "write-loss",
  body: readWritten,
  run: async (call) => {
    const { tx, parts, now, officer, body } = call;
    const events = await readLoss(tx, parts.force.id, call.params["loss"] ?? "");
    const [first] = events;
    if (first === undefined) return { status: 404, body: {}, shown: [] };
    const { saw, decision } = body;
    if (events.length !== saw) refuseAsChanged("Somebody else wrote of it since you looked. Look again.");
    refuseWhere(call, foldLoss(events, hoursToTellOfLoss));
    const event: LossEvent = { ...decision, loss: first.loss, number: saw + 1, at: now, by: officer.id };
    if (!(await putLoss(tx, parts.force.id, event))) refuseAsChanged("Somebody else wrote of it at the same time. Look again.");
    return { body: { loss: first.loss, saw: saw + 1 }, shown: [], entry: { item: `${first.loss} ${decision.kind}` } };
  },
});

function refuseWhere(
  { now, body }: Pick<DeskCall<{ readonly decision: Parameters<typeof whyNotLoss>[0] }>, "now" | "body">,
  state: LossState | undefined,
): void {
  const refused = whyNotLoss(body.decision, { state, now });
  if (refused !== undefined) refuseByState(refused);
}

/** As the screen shows it; officers by name. */
function shown(loss: string, state: LossState, { nameOf, now }: { readonly nameOf: (id: string) => string; readonly now: Instant }) {
  const { number, words, before, by, at, why, aware, ends, parties } = state;
  return {
    nth: Number(loss.slice(loss.indexOf("-") + 1)),
    loss,
    saw: number,
    words,
    why,
    by: nameOf(by),
    at,
    before: before.map((one) => ({ ...one, by: nameOf(one.by) })),
    aware,
    ends,
    clock: lossClock(state, now),
    isOpen: isLossOpen(state),
    parties: Object.entries(parties).map(([whom, { decided, told }]) => ({
      whom,
      decided: decided && { ...decided, by: nameOf(decided.by) },
      told: told.map((one) => ({ ...one, by: nameOf(one.by) })),
    })),
  };
}
