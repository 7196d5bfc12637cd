import type { IntakeStore, IntakeWorld } from "./intake-store.ts";
import { acknowledge, expire, readItem, take, waitingLongerThan } from "./items.ts";
import { createTurns } from "../ports/in-turn.ts";
import { createLetters } from "./letters.ts";
import { openReplies, repliesOf } from "./replies.ts";
import { removeUnnamed } from "./remove-unnamed.ts";
import { openUploads } from "./uploads.ts";

/** Opens the store; one at a time for one folder (the database's lock or the caller's sees to it). */
export async function openIntakeStore(world: IntakeWorld): Promise<IntakeStore> {
  const { database } = world;
  const inTurn = createTurns();
  // Whoever changes something does it alone: side by side PostgreSQL would make most of a crowd begin again, and all want the next number.
  const writer = { ...world, database: { ...database, transaction: inTurnOf(database, inTurn) } };
  await removeUnnamed(world);
  const letters = createLetters(writer);
  const replies = await openReplies(writer);
  const uploads = await openUploads(writer);
  return {
    ...letters,
    ...uploads,
    ...replies,
    repliesOf: (lookup, page) => repliesOf(world, lookup, page),
    waitingLongerThan: (weeks) => waitingLongerThan(world, weeks),
    take: (after, limit) => take(world, after, limit),
    readItem: (id, start) => readItem(world, id, start),
    acknowledge: (ids) => acknowledge(writer, ids),
    expire: () => expire(writer),
  };
}

function inTurnOf(database: IntakeWorld["database"], inTurn: ReturnType<typeof createTurns>): IntakeWorld["database"]["transaction"] {
  return (work) => inTurn(() => database.transaction(work));
}
