import type { CreateHasher, Sha256, Source } from "@unmask/core";

/** Bytes that are hashed at once. */
const pieceSize = 1024 * 1024;

/** Where a hash tells how far it is, and looks whether it is still wanted. */
export interface Hashing {
  readonly told: { progress(doing: string, done: number, total: number): void };
  readonly stop: AbortSignal;
}

/** The SHA-256 of a file, read once, piece by piece. */
export async function hashOf(file: Source, createHasher: CreateHasher, { told, stop }: Hashing): Promise<Sha256> {
  const hash = createHasher();
  for (let at = 0; at < file.size;) {
    stop.throwIfAborted();
    told.progress("Getting ready", at, file.size);
    const piece = await file.read(at, Math.min(file.size, at + pieceSize));
    if (piece.length === 0) throw new Error("a pack became shorter while it was read");
    hash.update(piece);
    at += piece.length;
  }
  return hash.digest();
}
