import { type Result, failed } from "@unmask/core";

import { base64ToBytes, bytesToBase64 } from "./bytes.ts";
import { type Checkpoint, type CheckpointFailure, verifyCheckpoint } from "./checkpoint.ts";
import { verifyConsistency } from "./merkle.ts";
import type { NoteKey } from "./note.ts";

/**
 * A proof that a log goes on from an earlier one, in one file: what a witness is asked with (C2SP tlog-witness.md, the body of `add-checkpoint`).
 * Beside it only the earlier checkpoint is needed.
 */

/** A proof taken apart; nothing is verified yet. */
export interface TlogConsistency {
  /** Leaves of the earlier log. */
  readonly oldSize: number;
  /** As RFC 6962 section 2.1.2 orders them, 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint of the log that goes on, verbatim. */
  readonly checkpoint: string;
}

/** Why a proof was not accepted. */
export type TlogConsistencyFailure = CheckpointFailure | "not-continued"; // sound in form, but the log is no continuation of the earlier one

/** As many as C2SP lets stand; more would let a small file ask for much hashing. A log of 2^53 leaves needs 54. */
const maxHashes = 63;

/** Writes a proof. */
export function formatTlogConsistency({ oldSize, hashes, checkpoint }: TlogConsistency): string {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0) throw new Error("a size is a whole number");
  return [`old ${oldSize}`, ...hashes.map(bytesToBase64), "", checkpoint].join("\n");
}

/** Reads a proof in its one spelling. */
export function parseTlogConsistency(text: string): TlogConsistency | undefined {
  const divide = text.indexOf("\n\n");
  const [oldLine = "", ...hashLines] = text.slice(0, Math.max(0, divide)).split("\n");
  const oldSize = /^old (0|[1-9][0-9]{0,15})$/.exec(oldLine)?.[1];
  if (oldSize === undefined || !Number.isSafeInteger(Number(oldSize)) || hashLines.length > maxHashes) return undefined;
  const hashes = hashLines.map(base64ToBytes).filter((hash) => hash !== undefined);
  if (hashes.length !== hashLines.length || hashes.some((hash) => hash.length !== 32)) return undefined;
  return { oldSize: Number(oldSize), hashes, checkpoint: text.slice(divide + 2) };
}

/** Whether the log of this key goes on from the earlier one: the checkpoint is verified, then the proof. Answers what the checkpoint says. */
export function verifyTlogConsistency(
  text: string,
  { earlier, key }: { readonly earlier: Pick<Checkpoint, "size" | "root">; readonly key: NoteKey },
): Result<Checkpoint, TlogConsistencyFailure> {
  if (text === "") return failed("missing");
  const proof = parseTlogConsistency(text);
  if (proof === undefined) return failed("altered");
  const checkpoint = verifyCheckpoint(proof.checkpoint, key);
  if (!checkpoint.ok) return checkpoint.error === "missing" ? failed("altered") : checkpoint;
  const { size, root } = checkpoint.value;
  const claim = { oldSize: earlier.size, oldRoot: earlier.root, size, root };
  return proof.oldSize === earlier.size && verifyConsistency(claim, proof.hashes) ? checkpoint : failed("not-continued");
}
