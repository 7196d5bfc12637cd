import { hasReply, insertReply } from "../sql/intake/insert-reply.ts";
import { envelopesOf, replyIdsOf } from "../sql/intake/replies-of.ts";
import { takeNumbers } from "../sql/intake/take-numbers.ts";
import { dayAfter } from "./days.ts";
import type { IntakeStore, IntakeWorld } from "./intake-store.ts";

/** Envelopes of a page: what a look is answered with, always. */
const pageSize = 4;
/** Bytes of an envelope. */
const envelopeSize = 16_384;
/** Days by which the end of a reply lies away from what was asked, to either side. */
const spreadDays = 14;

/** Rows that are read in place of those a box does not have, so that a look at nobody's box reads as much. No lookup id has this text. */
const fillers = Array.from({ length: pageSize }, (_, at) => ({ id: `filler-${at}`, lookup: "nobody" }));

/** Replies in their boxes. */
export async function openReplies(world: IntakeWorld): Promise<Pick<IntakeStore, "putReply">> {
  for (const filler of fillers) await put(world, { ...filler, envelope: noise(world), kept_until: null });
  return {
    putReply: ({ id, lookup, envelope, weeks }) => {
      const days = weeks * 7 - spreadDays + world.randomBelow(2 * spreadDays + 1);
      return put(world, { id, lookup, envelope, kept_until: dayAfter(world.now(), days) });
    },
  };
}

/** A page of a box; one that nobody has takes the same work. */
export function repliesOf({ database }: IntakeWorld, lookup: string, page: number): Promise<readonly Uint8Array[]> {
  return database.transaction(async (tx) => {
    const ids = await replyIdsOf(tx, lookup, { from: page * pageSize, size: pageSize });
    const asked = [...ids, ...fillers.map(({ id }) => id)].slice(0, pageSize);
    const found = new Map((await envelopesOf(tx, asked)).map(({ id, envelope }) => [id, envelope]));
    return ids.flatMap((id) => found.get(id) ?? []);
  });
}

function put(
  { database }: IntakeWorld,
  reply: { id: string; lookup: string; envelope: Uint8Array; kept_until: string | null },
): Promise<void> {
  return database.transaction(async (tx) => {
    if (await hasReply(tx, reply.id)) return;
    await insertReply(tx, { ...reply, number: await takeNumbers(tx, 1) });
  });
}

/** Bytes that cannot be packed smaller, as a sealed envelope's. */
function noise({ randomBelow }: IntakeWorld): Uint8Array {
  return Uint8Array.from({ length: envelopeSize }, () => randomBelow(256));
}
