import { later, msPerDay } from "@unmask/core";
import { countWaitingFromBefore } from "../sql/intake/count-waiting.ts";
import { expireRows } from "../sql/intake/expire.ts";
import { findItem } from "../sql/intake/find-item.ts";
import { keepUntil } from "../sql/intake/keep-until.ts";
import { type IntakeItem, takeItems } from "../sql/intake/take-items.ts";
import { dayAfter } from "./days.ts";
import type { IntakeStore, IntakeWorld } from "./intake-store.ts";

/** Days an item is kept after the inside has it, at least; the inside may still lose a disk. */
const shortestKept = 30;
/** As many days more by chance, with the first: what is gone on one day did not come, or was not read, on one day. */
const spreadOfKept = 15;

/** What the inside may take. */
export function take({ database }: IntakeWorld, after: number, limit: number): Promise<readonly IntakeItem[]> {
  return database.transaction((tx) => takeItems(tx, after, limit));
}

/** The bytes of an item. */
export async function readItem({ database, blobs }: IntakeWorld, id: string, start: number): ReturnType<IntakeStore["readItem"]> {
  const item = await findItem(database.db, id);
  return item && { size: item.size, bytes: blobs.read(item.file, start, item.size) };
}

/** Chooses for each its last day. */
export async function acknowledge({ database, now, randomBelow }: IntakeWorld, ids: readonly string[]): Promise<void> {
  const days = ids.map((id) => ({ id, day: dayAfter(now(), shortestKept + randomBelow(spreadOfKept)) }));
  await database.transaction(async (tx) => {
    for (const { id, day } of days) await keepUntil(tx, id, day);
  });
}

/** What came before the week that lies so many weeks back. */
export function waitingLongerThan({ database, now, weekOf }: IntakeWorld, weeks: number): Promise<number> {
  return countWaitingFromBefore(database.db, weekOf(later(now(), -7 * (weeks - 1) * msPerDay)));
}

/** Rows first: a file without a row goes at the next opening, if this run ends in between. */
export async function expire({ database, blobs, now }: IntakeWorld): Promise<void> {
  const today = dayAfter(now(), 0);
  const latest = dayAfter(now(), shortestKept + spreadOfKept);
  const files = await database.transaction((tx) => expireRows(tx, { today, latest }));
  for (const file of files) await blobs.remove(file);
}
