import {
  type Frontier,
  type SignerKey,
  appendLeaf,
  emptyFrontier,
  formatTlogProof,
  formatVkey,
  leafHash,
  logKeyOf,
  logOrigin,
  proofOfNextLeaf,
  rootOf,
  signCheckpoint,
  textToBytes,
} from "@unmask/seal";
import { type LogFields, hashOfEntry, nothingBefore, writeEntry } from "./entry.ts";

/**
 * The end of a force's log: all that is needed to write the next entry and to sign how long the log is.
 */

/** How far a log has come. A plain value: it lies in one row and is picked up again after a crash. */
export interface LogHead {
  readonly force: string;
  /** The hash of the last entry, or `nothingBefore`. */
  readonly last: string;
  readonly frontier: Frontier;
}

/** An entry that was just given its number. */
export interface WrittenEntry {
  readonly number: number;
  readonly text: string;
  readonly hash: string;
  readonly before: string;
}

/** The log of a force before its first look. */
export function emptyHead(force: string): LogHead {
  return { force, last: nothingBefore, frontier: emptyFrontier };
}

/** Writes one more entry. */
export function continueLog(head: LogHead, fields: LogFields): { readonly head: LogHead; readonly entry: WrittenEntry } {
  const number = head.frontier.size + 1;
  const text = writeEntry({ ...fields, force: head.force, number, before: head.last });
  const hash = hashOfEntry(text);
  const frontier = appendLeaf(head.frontier, leafHash(textToBytes(text)));
  return { head: { force: head.force, last: hash, frontier }, entry: { number, text, hash, before: head.last } };
}

/** The name of a force's log: the id of the force, under the key in its folder. */
export function forceLogOrigin(signer: SignerKey, force: string): string {
  return logOrigin(signer, force);
}

/** The key that anybody verifies a force's log with, as the force set tells it. */
export function forceLogVkey(signer: SignerKey, force: string): string {
  return formatVkey(logKeyOf(signer, forceLogOrigin(signer, force)));
}

/** Signs how long the log is. */
export function signHead(head: LogHead, signer: SignerKey): string {
  const { force, frontier } = head;
  return signCheckpoint({ origin: forceLogOrigin(signer, force), size: frontier.size, root: rootOf(frontier) }, signer);
}

/**
 * The proof that the entry just written stands in the log: in the log that it ends, so that no other leaf is needed. `before` is the head
 * that it was written after, `after` the one with it.
 */
export function proveLastEntry(before: LogHead, after: LogHead, signer: SignerKey): string {
  const index = before.frontier.size;
  return formatTlogProof({ index, hashes: proofOfNextLeaf(before.frontier), checkpoint: signHead(after, signer) });
}
