import { type Frontier, type SignerKey, appendLeaf, bytesToHex, emptyFrontier, hexToBytes, leafHash, saltsOf } from "@unmask/seal";
import type { CreateHash } from "./pack-files.ts";
import { type PackActs, entryOf } from "./pack-acts.ts";
import { actLine } from "./acts-jsonl.ts";

/**
 * The log of a pack (docs/formats/pack.md, "Log"): one leaf for each act of the timeline, in its order, shown or held back. What is kept is
 * 64 bytes an act.
 */
export interface PackLog {
  readonly size: number;
  /** The tree over all leaves, before the closing one. */
  readonly frontier: Frontier;
  /** Bytes of `data/acts.jsonl`. */
  readonly actsSize: number;
  saltOf(leaf: number): string;
  commitmentOf(leaf: number): string;
}

/** What a log is made with. */
export interface LogOptions {
  readonly signer: SignerKey;
  /** 16 random bytes of this pack alone. */
  readonly logValue: Uint8Array;
  readonly createHash: CreateHash;
}

/** Commits to every act. */
export function createPackLog(acts: PackActs, { signer, logValue, createHash }: LogOptions): PackLog {
  const saltAt = saltsOf(signer, logValue);
  const hexDigits = 64;
  const salts = new Uint8Array(acts.total * 32);
  const commitments = new Uint8Array(acts.total * 32);
  const encoder = new TextEncoder();
  let frontier = emptyFrontier;
  let actsSize = 0;
  for (const one of acts.each()) {
    const { leaf, shown } = one;
    const salt = saltAt(leaf);
    const bytes = encoder.encode(entryOf(one));
    const commitment = commitmentOf(salt, bytes, createHash);
    salts.set(salt, leaf * 32);
    commitments.set(commitment, leaf * 32);
    frontier = appendLeaf(frontier, leafHash(commitment));
    if (shown) actsSize += actLine(leaf, "", "").length + hexDigits + bytes.length;
  }
  const hexAt = (all: Uint8Array, leaf: number): string => bytesToHex(all.subarray(leaf * 32, leaf * 32 + 32));
  return {
    size: acts.total,
    frontier,
    actsSize,
    saltOf: (leaf) => hexAt(salts, leaf),
    commitmentOf: (leaf) => hexAt(commitments, leaf),
  };
}

/** SHA-256(salt ‖ entry), by the hash at hand: that of `commitment` in the room `seal`, four times faster where it is native. */
export function commitmentOf(salt: Uint8Array, entry: Uint8Array, createHash: CreateHash): Uint8Array {
  const hash = createHash("sha256");
  if (!hash) throw new Error("SHA-256 is needed");
  hash.update(salt);
  hash.update(entry);
  const digest = hexToBytes(hash.digest());
  if (digest?.length !== 32) throw new Error("a SHA-256 has 32 bytes");
  return digest;
}

/** The lines of `data/acts.jsonl`. */
export function* actsJsonl(acts: PackActs, log: PackLog): Generator<string, void, undefined> {
  for (const one of acts.each()) if (one.shown) yield actLine(one.leaf, log.saltOf(one.leaf), entryOf(one));
}

/** The lines of `log/leaves.txt`: each leaf's commitment, 64 hexadecimal digits. */
export function* leavesText(log: PackLog): Generator<string, void, undefined> {
  for (let leaf = 0; leaf < log.size; leaf++) yield `${log.commitmentOf(leaf)}\n`;
}
