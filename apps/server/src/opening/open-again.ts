import { reveal } from "@unmask/core";
import { envelopeFailureOf, openStream } from "@unmask/seal";
import { type ItemRow, itemsWithoutKey, openAgain } from "../sql/case/items.ts";
import type { OpeningWorld } from "./world.ts";

/**
 * What was marked for want of a key is opened when the key is here: put back from a copy, made while an older inside ran, or forgotten when the folder
 * was moved. Without this a letter that nobody could read stayed unread for good, whatever stood in it.
 */

/** Items of one page. */
const pageSize = 200;

/** Remembers with which keys all were tried: they are tried again when another key is there, and once after each start. */
export function tryWhatHadNoKey(): (world: OpeningWorld) => Promise<void> {
  let triedWith = "";
  return async (world) => {
    const keys = (await world.force.identities()).map((one) => reveal(one)).join();
    if (keys === triedWith) return;
    const opened = await letWait(world);
    triedWith = keys;
    if (opened > 0) world.tell(`${opened} of what was marked for want of a key can be opened now, and is.`);
  };
}

async function letWait(world: OpeningWorld): Promise<number> {
  const { database, force, now } = world;
  let [opened, after] = [0, -1];
  for (;;) {
    const rows = await database.transaction((tx) => itemsWithoutKey(tx, force.id, after, pageSize));
    for (const row of rows) {
      if (!(await fits(world, row))) continue;
      await database.transaction((tx) => openAgain(tx, row, now()));
      opened++;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return opened;
    after = last.number;
  }
}

/** Whether a key that is here fits; what else is wrong with it is found when it is opened. */
async function fits({ blobs, force, aead, tell }: OpeningWorld, { id }: ItemRow): Promise<boolean> {
  try {
    for await (const _first of openStream(blobs.read(id), { identities: await force.identities(), aead })) break;
    return true;
  } catch (error) {
    const failure = envelopeFailureOf(error);
    // One whose bytes cannot be read holds none of the others up.
    if (failure === undefined)
      tell(`Item ${id}, marked for want of a key, cannot be read from the disk. It is tried again at the next start.`);
    return failure !== undefined && failure.kind !== "no-key-fits";
  }
}
