import { type Result, failed, ok } from "@unmask/core";

import { base64ToBytes, bytesToBase64 } from "./bytes.ts";
import { type Checkpoint, type CheckpointFailure, verifyCheckpoint } from "./checkpoint.ts";
import { leafHash, verifyInclusion } from "./merkle.ts";
import type { NoteKey } from "./note.ts";

/**
 * A proof that some bytes stand in a log, in one file that needs nothing else but the log's key (C2SP tlog-proof.md).
 */

/** A proof taken apart; nothing is verified yet. */
export interface TlogProof {
  readonly index: number;
  /** From the leaf's sibling to the child of the root, 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

/** Why a proof was not accepted. */
export type TlogProofFailure = CheckpointFailure | "not-in-the-log"; // the proof is sound in form but not for these bytes

const firstLine = "c2sp.org/tlog-proof@v1";

/** More hashes than any log of 2^53 leaves has. */
const maxHashes = 53;

/** Writes a proof. */
export function formatTlogProof({ index, hashes, checkpoint }: TlogProof): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new Error("an index is a whole number");
  return [firstLine, `index ${index}`, ...hashes.map(bytesToBase64), "", checkpoint].join("\n");
}

/** Reads a proof in its one spelling. `extra`, which nothing signs, is refused. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const divide = text.indexOf("\n\n");
  const [first, indexLine = "", ...hashLines] = text.slice(0, divide).split("\n");
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine)?.[1];
  if (divide < 0 || first !== firstLine || index === undefined || hashLines.length > maxHashes) return undefined;
  const hashes = hashLines
    .map(base64ToBytes)
    .filter((hash) => hash?.length === 32)
    .filter((hash) => hash !== undefined);
  if (hashes.length !== hashLines.length || !Number.isSafeInteger(Number(index))) return undefined;
  return { index: Number(index), hashes, checkpoint: text.slice(divide + 2) };
}

/** Whether the bytes stand in the log of this key: the checkpoint is verified, then the path. Answers where, and in which log. */
export function verifyTlogProof(
  text: string,
  { leafData, key }: { readonly leafData: Uint8Array; readonly key: NoteKey },
): Result<{ readonly index: number; readonly checkpoint: Checkpoint }, TlogProofFailure> {
  if (text === "") return failed("missing");
  const proof = parseTlogProof(text);
  if (proof === undefined) return failed("altered");
  const checkpoint = verifyCheckpoint(proof.checkpoint, key);
  if (!checkpoint.ok) return checkpoint.error === "missing" ? failed("altered") : checkpoint;
  const { size, root } = checkpoint.value;
  const claim = { index: proof.index, size, root, leaf: leafHash(leafData) };
  return verifyInclusion(claim, proof.hashes) ? ok({ index: proof.index, checkpoint: checkpoint.value }) : failed("not-in-the-log");
}
