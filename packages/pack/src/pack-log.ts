import type { EarlierLog } from "@unmask/core";
import { type Frontier, type SignerKey, appendLeaf, bytesToHex, emptyFrontier, hexToBytes, leafHash, saltsOf } from "@unmask/seal";
import type { CreateHash } from "./pack-files.ts";
import { type PackActs, entryOf } from "./pack-acts.ts";
import { actLine } from "./acts-jsonl.ts";

/**
 * The log of a pack (docs/formats/pack.md, "Log"): all leaves of the log that it goes on from, and one leaf for each act of the timeline that keeps none
 * of them, in its order, shown or held back. What is kept is 64 bytes a leaf.
 */
export interface PackLog {
  readonly size: number;
  /** The tree over all leaves, before the closing one. */
  readonly frontier: Frontier;
  saltOf(leaf: number): string;
  /** Hash of a leaf, before the closing one. */
  hashOf(leaf: number): Uint8Array;
  /** The leaves that no shown act gives, in their order. */
  readonly bare: readonly BareLeaf[];
}

/** A leaf of which the pack shows nothing but its hash. */
export interface BareLeaf {
  readonly leaf: number;
  /** In the tree, 32 bytes. */
  readonly hash: Uint8Array;
  /** An earlier log gave it, and it stands for no act of this report. */
  readonly earlier: boolean;
}

/** What a log is made with. */
export interface LogOptions {
  readonly signer: SignerKey;
  /** 16 random bytes of this pack alone. */
  readonly logValue: Uint8Array;
  readonly createHash: CreateHash;
  /** The log that goes on. */
  readonly earlier?: EarlierLog | undefined;
}

/** Commits to every act that an earlier log did not commit to as it is now. */
export function createPackLog(acts: PackActs, { signer, logValue, createHash, earlier }: LogOptions): PackLog {
  const saltAt = saltsOf(signer, logValue);
  const [hashes, salts] = [new Uint8Array(acts.leaves * 32), new Uint8Array(acts.leaves * 32)];
  hashes.set(earlier?.hashes ?? []);
  salts.set(earlier?.salts ?? []);
  const begun = (earlier?.hashes.length ?? 0) / 32;
  const encoder = new TextEncoder();
  const shownByLeaf = new Map<number, boolean>();
  for (const one of acts.each()) {
    const { leaf, shown } = one;
    shownByLeaf.set(leaf, shown);
    if (leaf < begun) continue;
    const salt = saltAt(leaf);
    salts.set(salt, leaf * 32);
    hashes.set(leafHash(commitmentOf(salt, encoder.encode(entryOf(one)), createHash)), leaf * 32);
  }
  const hashOf = (leaf: number): Uint8Array => hashes.subarray(leaf * 32, leaf * 32 + 32);
  const bare: BareLeaf[] = [];
  let frontier = emptyFrontier;
  for (let leaf = 0; leaf < acts.leaves; leaf++) {
    frontier = appendLeaf(frontier, hashOf(leaf));
    const shown = shownByLeaf.get(leaf);
    if (shown !== true) bare.push({ leaf, hash: hashOf(leaf), earlier: shown === undefined });
  }
  return { size: acts.leaves, frontier, saltOf: (leaf) => bytesToHex(salts.subarray(leaf * 32, leaf * 32 + 32)), hashOf, bare };
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

/** The lines of `log/leaves.txt`: number and hash of each leaf that no shown act gives, and whether it stands for an act of this report. */
export function* leavesText({ bare }: PackLog): Generator<string, void, undefined> {
  for (const { leaf, hash, earlier } of bare) yield `${leaf} ${bytesToHex(hash)}${earlier ? " earlier" : ""}\n`;
}

/** Longest line of `log/leaves.txt`, without its break. */
export const maxLeafLine: number = 83;

/** Reads one line of `log/leaves.txt` in its one spelling; undefined when it is none. */
export function parseLeafLine(line: string): BareLeaf | undefined {
  const match = /^(0|[1-9]\d{0,9}) ([0-9a-f]{64})( earlier)?$/.exec(line);
  const hash = hexToBytes(match?.[2] ?? "");
  return match && hash ? { leaf: Number(match[1]), hash, earlier: match[3] !== undefined } : undefined;
}
