import type { Instant } from "@unmask/core";
import { type Identifier, type LinkedKind, nameOf } from "./identifier.ts";

/** Parts of the index: an index over many machines is divided by this number, worked out here and by no database. */
const bucketCount = 4_096;

/** Bytes of a key: enough that two identifiers never share one by chance, and half of what a hash has to send. */
const keySize = 16;

/**
 * A line of the index: this identifier stands in this report. The index holds keyed hashes and no number or address
 * (docs/formats/identifier-posting.md).
 */
export interface Posting {
  /** 0–4095. */
  readonly bucket: number;
  /** 16 bytes as lower-case hex. */
  readonly key: string;
  readonly kind: LinkedKind;
  readonly report: string;
  /** How the report came by it. */
  readonly known: PostingSource;
  /** First and last moment at which the report shows it in use; absent where no act does. */
  readonly first?: Instant;
  readonly last?: Instant;
}

/** By an act that was read from a file, or by what somebody said or typed. */
export const postingSources = ["record", "account"] as const;

/** One of them. */
export type PostingSource = (typeof postingSources)[number];

/** HMAC-SHA-256 under the secret of the index, whose holder alone can ask whether a number stands in it. */
export type KeyedHash = (message: Uint8Array) => Uint8Array;

/** The key and the bucket of an identifier. */
export function keyOf(identifier: Identifier, keyedHash: KeyedHash): Pick<Posting, "bucket" | "key"> {
  const key = keyedHash(new TextEncoder().encode(nameOf(identifier))).subarray(0, keySize);
  const [first = 0, second = 0] = key;
  return { bucket: (first * 256 + second) % bucketCount, key: Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("") };
}

/** One identifier as a report shows it. */
export interface Shown {
  readonly identifier: Identifier;
  readonly known: PostingSource;
  readonly first?: Instant;
  readonly last?: Instant;
}

/** The postings of a report: each identifier once, with the widest span of use, a record before an account. In order of their keys. */
export function postingsOf(report: string, shown: readonly Shown[], keyedHash: KeyedHash): readonly Posting[] {
  const byName = new Map<string, Shown>();
  for (const one of shown) {
    const name = nameOf(one.identifier);
    const before = byName.get(name);
    byName.set(name, before ? wider(before, one) : one);
  }
  return [...byName.values()]
    .map(({ identifier, ...rest }) => ({ ...keyOf(identifier, keyedHash), kind: identifier.kind, report, ...rest }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function wider(one: Shown, other: Shown): Shown {
  const first = outermost(one.first, other.first, Math.min);
  const last = outermost(one.last, other.last, Math.max);
  return {
    identifier: one.identifier,
    known: one.known === "record" || other.known === "record" ? "record" : "account",
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

function outermost(one: Instant | undefined, other: Instant | undefined, pick: (a: number, b: number) => number): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return pick(one, other) === one ? one : other;
}
