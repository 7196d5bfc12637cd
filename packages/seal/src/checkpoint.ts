import { type Result, failed, ok } from "@unmask/core";

import { base64ToBytes, bytesToBase64 } from "./bytes.ts";
import { type NoteKey, isSignedBy, noteKeyOf, parseNote, signNote } from "./note.ts";
import { type PublicKey, type SignerKey, keyIdText } from "./signer.ts";

/**
 * Checkpoints: how large a log was and what its root was, signed (C2SP tlog-checkpoint.md; docs/formats/log.md).
 */

/** What a checkpoint says. */
export interface Checkpoint {
  /** Names the log. Never two logs under one name: two checkpoints of one name must be consistent. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes (merkle.ts). */
  readonly root: Uint8Array;
}

/** Why a checkpoint was not accepted. */
export type CheckpointFailure =
  | "missing" // no bytes at all
  | "altered" // not a checkpoint in its one spelling, or its signature does not fit
  | "unknown-signer"; // signed under another name or key

/**
 * The name of a log of ours: `unmask.example/<key id>/<log id>`. The key id says whose log it is, the log id which one: a signer keeps many
 * logs, and no two of them may share a name. Also the name of the note key (noteKeyOf), since stock tools want the two equal.
 */
export function logOrigin(signer: PublicKey, logId: string): string {
  if (!isLogId(logId)) throw new Error("a log id is letters, digits and dashes");
  return `unmask.example/${keyIdText(signer.keyId)}/${logId}`;
}

/** Whether a text can name a log: letters, digits and dashes. */
export function isLogId(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text);
}

/** The key that a stranger verifies a log's checkpoints with: the signer's own key under the log's name. `formatVkey` writes it out. */
export function logKeyOf(signer: PublicKey, origin: string): NoteKey {
  return noteKeyOf(signer, origin);
}

/** Signs a checkpoint with the signer's own key, under the log's name. */
export function signCheckpoint(checkpoint: Checkpoint, signer: SignerKey): string {
  const { origin, size, root } = checkpoint;
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32) throw new Error("not a checkpoint");
  return signNote(`${origin}\n${size}\n${bytesToBase64(root)}\n`, signer, origin);
}

/**
 * Reads a checkpoint and verifies it with a key known from outside. Accepts the one spelling that `signCheckpoint` writes: three lines, no
 * extensions, one signature, so that no byte of it can change unnoticed.
 */
export function verifyCheckpoint(note: string, key: NoteKey): Result<Checkpoint, CheckpointFailure> {
  if (note === "") return failed("missing");
  const parsed = parseNote(note);
  const checkpoint = parsed === undefined ? undefined : parseCheckpointText(parsed.text);
  const [signature, ...more] = parsed?.signatures ?? [];
  if (parsed === undefined || checkpoint === undefined || signature === undefined || more.length > 0) return failed("altered");
  if (checkpoint.origin !== key.name || signature.name !== key.name) return failed("unknown-signer");
  if (isSignedBy(parsed, signature, key)) return ok(checkpoint);
  return failed("altered");
}

/** What a note says as a checkpoint, unverified: to find out which log and so which key it needs. */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const parsed = parseNote(note);
  return parsed === undefined ? undefined : parseCheckpointText(parsed.text);
}

function parseCheckpointText(text: string): Checkpoint | undefined {
  const [origin = "", sizeText = "", rootText = "", end, ...extensions] = text.split("\n");
  const root = base64ToBytes(rootText);
  const size = /^(0|[1-9][0-9]{0,15})$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  if (origin === "" || !Number.isSafeInteger(size) || root?.length !== 32 || end !== "" || extensions.length > 0) return undefined;
  return { origin, size, root };
}
