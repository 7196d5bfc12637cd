import type { IntakeStore, IntakeWorld } from "./intake-store.ts";
import { acknowledge, expire, readItem, take, waitingLongerThan } from "./items.ts";
import { createLetters } from "./letters.ts";
import { openReplies } from "./replies.ts";
import { removeUnnamed } from "./remove-unnamed.ts";
import { openUploads } from "./uploads.ts";

/** Opens the store; one at a time for one folder (the database's lock or the caller's sees to it). */
export async function openIntakeStore(world: IntakeWorld): Promise<IntakeStore> {
  await removeUnnamed(world);
  const letters = createLetters(world);
  const replies = await openReplies(world);
  const uploads = await openUploads(world);
  return {
    ...letters,
    ...uploads,
    ...replies,
    waitingLongerThan: (weeks) => waitingLongerThan(world, weeks),
    take: (after, limit) => take(world, after, limit),
    readItem: (id, start) => readItem(world, id, start),
    acknowledge: (ids) => acknowledge(world, ids),
    expire: () => expire(world),
  };
}
