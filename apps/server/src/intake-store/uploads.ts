import { type Hasher, later, msPerDay, msPerHour } from "@unmask/core";
import { findUpload } from "../sql/intake/find-upload.ts";
import { listFiles } from "../sql/intake/list-files.ts";
import { takeNumbers } from "../sql/intake/take-numbers.ts";
import { updateUpload } from "../sql/intake/update-upload.ts";
import { dayAfter } from "./days.ts";
import type { IntakeStore, IntakeWorld } from "./intake-store.ts";

/** An upload that was begun may take so long; the day it ends on is rounded up. */
const unfinishedHours = 48;

type Uploads = Pick<IntakeStore, "createUpload" | "findUpload" | "appendUpload" | "endUpload">;
type Row = NonNullable<Awaited<ReturnType<typeof findUpload>>>;

/** What this run knows of uploads in progress: which are being written to, how much is on the disk, and the hash as far as it was followed. */
interface Progress {
  readonly busy: Set<string>;
  readonly offsets: Map<string, number>;
  readonly hashes: Map<string, { readonly hash: Hasher; upTo: number }>;
}

/** Uploads of packs. The offset is the length of the file that is on the disk; no row follows it. */
export async function openUploads(world: IntakeWorld): Promise<Uploads> {
  const progress: Progress = { busy: new Set(), offsets: new Map(), hashes: new Map() };
  await resume(world, progress);
  return {
    createUpload: (tokenHash, newId) => createUpload(world, progress, { tokenHash, newId }),
    findUpload: async (id, tokenHash) => {
      const row = await findUpload(world.database.db, { id });
      if (!row || row.token_hash !== tokenHash) return undefined;
      const offset = offsetOf(progress, row);
      if (row.sha256 !== null || offset < row.bucket || progress.busy.has(id))
        return { bucket: row.bucket, offset, isComplete: row.sha256 !== null };
      // All its bytes are here, but the row could not be written then. Who asks has nothing left to send, so it is written now.
      await finish(world, progress, id);
      return { bucket: row.bucket, offset, isComplete: true };
    },
    appendUpload: async (id, offset, chunks) => {
      if (progress.busy.has(id)) return "wrong-offset";
      progress.busy.add(id);
      try {
        return await append(world, progress, { id, offset, chunks });
      } finally {
        progress.busy.delete(id);
      }
    },
    endUpload: async (id, tokenHash) => {
      if (progress.busy.has(id)) return false;
      const isEnded = await world.database.transaction(async (tx) => {
        const row = await findUpload(tx, { id });
        if (!row || row.token_hash !== tokenHash || row.sha256 !== null) return false;
        await updateUpload(tx, tokenHash, { id: null, unfinished_until: null });
        return true;
      });
      if (isEnded) await world.blobs.remove(id);
      forget(progress, id);
      return isEnded;
    },
  };
}

/**
 * What an earlier run left: a file may be longer in memory than on the disk, so each is synced before its length is told; a whole one whose
 * row does not say so yet is written down.
 */
async function resume(world: IntakeWorld, progress: Progress): Promise<void> {
  const { uploads } = await listFiles(world.database.db);
  for (const { id, bucket, isComplete } of uploads) {
    const size = isComplete ? undefined : await world.blobs.size(id);
    if (size === undefined) continue;
    await world.blobs.sync(id);
    progress.offsets.set(id, size);
    if (size === bucket) await finish(world, progress, id);
  }
}

async function createUpload(
  world: IntakeWorld,
  progress: Progress,
  { tokenHash, newId }: { readonly tokenHash: string; readonly newId: string },
): ReturnType<IntakeStore["createUpload"]> {
  const until = dayAfter(later(world.now(), unfinishedHours * msPerHour + msPerDay - 1), 0);
  const row = await world.database.transaction(async (tx) => {
    const found = await findUpload(tx, { tokenHash });
    if (!found || found.id !== null) return found;
    await updateUpload(tx, tokenHash, { id: newId, unfinished_until: until });
    return { ...found, id: newId };
  });
  if (!row || row.id === null) return undefined;
  return { id: row.id, bucket: row.bucket, offset: offsetOf(progress, row) };
}

function offsetOf({ offsets }: Progress, { id, sha256, bucket }: Row): number {
  if (sha256 !== null) return bucket;
  return (id === null ? undefined : offsets.get(id)) ?? 0;
}

async function append(
  world: IntakeWorld,
  progress: Progress,
  { id, offset, chunks }: { readonly id: string; readonly offset: number; readonly chunks: AsyncIterable<Uint8Array> },
): ReturnType<IntakeStore["appendUpload"]> {
  const { blobs, database, reservedForLetters } = world;
  const row = await findUpload(database.db, { id });
  if (!row) return "gone";
  if (row.sha256 !== null || offset !== offsetOf(progress, row)) return "wrong-offset";
  if ((await blobs.free()) < reservedForLetters + (row.bucket - offset)) return "no-room";
  const followed = progress.hashes.get(id);
  const running = followed?.upTo === offset ? followed : offset === 0 ? { hash: world.createSha256(), upTo: 0 } : undefined;
  const written = await blobs.append(id, offset, running ? follow(running, chunks) : chunks, row.bucket);
  if (!written.ok) {
    progress.hashes.delete(id);
    return "no-room";
  }
  progress.offsets.set(id, written.value);
  if (running) progress.hashes.set(id, running);
  if (written.value === row.bucket) await finish(world, progress, id);
  return { offset: written.value };
}

async function* follow(running: { readonly hash: Hasher; upTo: number }, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    running.hash.update(chunk);
    running.upTo += chunk.length;
    yield chunk;
  }
}

/** Writes that a pack is whole, with its hash and its number: from now on the inside may take it. */
async function finish(world: IntakeWorld, progress: Progress, id: string): Promise<void> {
  const followed = progress.hashes.get(id);
  const size = await world.blobs.size(id);
  const sha256 = followed && followed.upTo === size ? followed.hash.digest() : await hashOf(world, id);
  progress.hashes.delete(id);
  await world.database.transaction(async (tx) => {
    const row = await findUpload(tx, { id });
    if (!row || row.sha256 !== null) return;
    await updateUpload(tx, row.token_hash, { sha256, number: await takeNumbers(tx, 1), unfinished_until: null });
  });
  // Only now: until the row says it, the bytes that were answered for stand here alone.
  forget(progress, id);
}

function forget({ offsets, hashes }: Progress, id: string): void {
  offsets.delete(id);
  hashes.delete(id);
}

async function hashOf({ blobs, createSha256 }: IntakeWorld, id: string): Promise<string> {
  const hash = createSha256();
  for await (const piece of blobs.read(id)) hash.update(piece);
  return hash.digest();
}
