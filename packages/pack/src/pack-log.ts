import { type Frontier, type SignerKey, appendLeaf, bytesToHex, emptyFrontier, hexToBytes, leafHash, saltsOf } from "@unmask/seal";
import type { CreateHash } from "./pack-files.ts";
import { type PackActs, entryOf } from "./pack-acts.ts";
import { actLine } from "./acts-jsonl.ts";

/**
 * The log of a pack (docs/formats/pack.md, "Log"): one leaf for each act of the timeline, in its order, shown or held back. What is kept is
 * 32 bytes an act, and the leaf of each that is held back.
 */
export interface PackLog {
  readonly size: number;
  /** The tree over all leaves, before the closing one. */
  readonly frontier: Frontier;
  saltOf(leaf: number): string;
  /** The leaves of acts that are held back, in their order. */
  readonly bare: readonly BareLeaf[];
}

/** A leaf of which the pack shows nothing but the commitment. */
export interface BareLeaf {
  readonly leaf: number;
  /** 64 hexadecimal digits. */
  readonly commitment: string;
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
  const salts = new Uint8Array(acts.total * 32);
  const bare: BareLeaf[] = [];
  const encoder = new TextEncoder();
  let frontier = emptyFrontier;
  for (const one of acts.each()) {
    const { leaf, shown } = one;
    const salt = saltAt(leaf);
    const commitment = commitmentOf(salt, encoder.encode(entryOf(one)), createHash);
    salts.set(salt, leaf * 32);
    frontier = appendLeaf(frontier, leafHash(commitment));
    if (!shown) bare.push({ leaf, commitment: bytesToHex(commitment) });
  }
  return { size: acts.total, frontier, saltOf: (leaf) => bytesToHex(salts.subarray(leaf * 32, leaf * 32 + 32)), bare };
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

/** The lines of `data/acts.jsonl.gz`, before they are packed. */
export function* actsJsonl(acts: PackActs, log: PackLog): Generator<string, void, undefined> {
  for (const one of acts.each()) if (one.shown) yield actLine(one.leaf, log.saltOf(one.leaf), entryOf(one));
}

/** The lines of `log/leaves.txt`: number and commitment of each leaf that no shown act gives. */
export function* leavesText({ bare }: PackLog): Generator<string, void, undefined> {
  for (const { leaf, commitment } of bare) yield `${leaf} ${commitment}\n`;
}

/** Longest line of `log/leaves.txt`, without its break. */
export const maxLeafLine: number = 75;

/** Reads one line of `log/leaves.txt` in its one spelling; undefined when it is none. */
export function parseLeafLine(line: string): { readonly leaf: number; readonly commitment: Uint8Array } | undefined {
  const match = /^(0|[1-9]\d{0,9}) ([0-9a-f]{64})$/.exec(line);
  const commitment = hexToBytes(match?.[2] ?? "");
  return match && commitment ? { leaf: Number(match[1]), commitment } : undefined;
}
