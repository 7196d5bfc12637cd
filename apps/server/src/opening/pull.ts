import type { WaitingItem } from "../ports/intake-client.ts";
import { knownItems, putItem } from "../sql/case/items.ts";
import type { OpeningWorld } from "./world.ts";

/**
 * Takes in what waits at the intake: in its order, stored durably, then acknowledged. An item comes at least once and is written down exactly once, by
 * its id. One that does not come whole waits for the next round and holds nothing else up.
 */

/** Items of one page. */
const pageSize = 100;
/** Bytes that are sent beyond a pack and belong to its bucket: a twelfth at most (Padmé). */
const bucketOver = 1.13;
/** Smallest bucket. */
const smallestBucket = 64 * 1024;
/** As often an item is fetched anew that came otherwise than the intake says; then it is kept as it came, and the opening says so. */
const mostFetches = 3;

/** What a round has done. */
export interface PullRound {
  /** Items that are kept now and were not before. */
  readonly taken: number;
  /** Items that did not come whole, or the sentence that says why nothing came. */
  readonly left: number;
  readonly fault?: string;
}

/** Counts, over rounds, how often an item came otherwise than it is listed. */
export type Fetches = Map<string, number>;

/** One round: everything that waits now. */
export async function pullRound(world: OpeningWorld, fetches: Fetches, signal: AbortSignal): Promise<PullRound> {
  let [taken, left, after] = [0, 0, 0];
  while (!signal.aborted) {
    const page = await world.client.items(after, pageSize);
    if (!page.ok) return { taken, left, fault: page.error };
    const ids = page.value.map(({ id }) => id);
    const known = await world.database.transaction((tx) => knownItems(tx, world.force.id, ids));
    for (const item of page.value) {
      if (signal.aborted) break;
      const isHere = known.has(item.id) || (await takeItem(world, item, fetches));
      if (!isHere) {
        left++;
        continue;
      }
      if (!known.has(item.id)) taken++;
      // Said only now: until here the intake keeps it.
      const said = await world.client.acknowledge([item.id]);
      if (!said.ok) return { taken, left, fault: said.error };
    }
    const last = page.value.at(-1);
    if (last === undefined || page.value.length < pageSize) break;
    after = last.number;
  }
  return { taken, left };
}

/** Fetches an item from where it had come to, and writes it down when it is whole. */
async function takeItem(world: OpeningWorld, item: WaitingItem, fetches: Fetches): Promise<boolean> {
  const { blobs, client, force, database } = world;
  if (item.size > Math.max(smallestBucket, force.largestPack * bucketOver)) {
    world.tell(`Item ${item.id} is larger than this force takes; it stays at the intake.`);
    return false;
  }
  const there = (await blobs.size(item.id)) ?? 0;
  if (there < item.size) {
    const stream = await client.fetch(item.id, there);
    if (!stream.ok) return false;
    const kept = await blobs.append(item.id, there, stream.value, item.size);
    if (!kept.ok)
      world.tell("The disk of this machine is full: nothing more is taken in until there is room. Nothing is lost, the intake keeps it.");
    if (!kept.ok || kept.value < item.size) return false;
  } else await blobs.sync(item.id);
  if ((await hashOfBlob(world, item.id)) !== item.sha256) {
    const times = (fetches.get(item.id) ?? 0) + 1;
    fetches.set(item.id, times);
    if (times < mostFetches) {
      await blobs.remove(item.id);
      return false;
    }
    world.tell(`Item ${item.id} came ${times} times otherwise than the intake lists it. It is kept as it came.`);
  }
  fetches.delete(item.id);
  await database.transaction((tx) => putItem(tx, force.id, item, world.now()));
  return true;
}

/** SHA-256 of a kept file, or of its first bytes. */
export async function hashOfBlob({ blobs, createHasher }: OpeningWorld, id: string, size?: number): Promise<string> {
  const hasher = createHasher();
  for await (const piece of blobs.read(id, 0, size)) hasher.update(piece);
  return hasher.digest();
}
