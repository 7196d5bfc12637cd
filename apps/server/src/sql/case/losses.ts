import { type LossEvent, lossEventToJson, parseLossEvent } from "@unmask/case";
import type { Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about losses of personal data: events are read and added, none is changed. */

/** Losses that are read at once: a force with more keeps them in a system of their own. */
const mostEvents = 20_000;

/** Every loss of a force with its events, in the order of their numbers. */
export async function readLosses(tx: Transaction<CaseTables>, force: string): Promise<ReadonlyMap<string, readonly LossEvent[]>> {
  const rows = await tx
    .selectFrom("loss_event")
    .select(["loss", "event"])
    .where("force", "=", force)
    .orderBy("loss")
    .orderBy("number")
    .limit(mostEvents)
    .execute();
  const byLoss = new Map<string, LossEvent[]>();
  for (const { loss, event } of rows) {
    const those = byLoss.get(loss) ?? [];
    those.push(read(event));
    byLoss.set(loss, those);
  }
  return byLoss;
}

/** The events of one; none where there is no such loss. */
export async function readLoss(tx: Transaction<CaseTables>, force: string, loss: string): Promise<readonly LossEvent[]> {
  const rows = await tx
    .selectFrom("loss_event")
    .select("event")
    .where("force", "=", force)
    .where("loss", "=", loss)
    .orderBy("number")
    .execute();
  return rows.map(({ event }) => read(event));
}

/** Adds one; a number that is taken is not written, and the answer is false. */
export async function putLoss(tx: Transaction<CaseTables>, force: string, event: LossEvent): Promise<boolean> {
  const { loss, number, kind } = event;
  const added = await tx
    .insertInto("loss_event")
    .values({ force, loss, number, kind, event: lossEventToJson(event) })
    .onConflict((conflict) => conflict.columns(["force", "loss", "number"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  return added !== undefined;
}

function read(event: string): LossEvent {
  const parsed = parseLossEvent(JSON.parse(event));
  if (!parsed.ok) throw new Error(`an event of a loss is damaged in the database: ${parsed.error}`);
  return parsed.value;
}
