import { type CivilDay, type Instant, utcMsToWall } from "@unmask/core";
import { type Ask, type SetFiles, fetchForceSet } from "@unmask/corridor";
import { type ForceSet, parseForceSet, pinOf, verifyForceSet } from "@unmask/submission";
import type { RefusedForce, ShownForce } from "./force-protocol.ts";
import { sayNoAnswer } from "./no-answer.ts";

/**
 * The lock of the force: who signs its set. This browser keeps the set with the app's own files when anybody first goes on from the first page,
 * so that it says nothing of her, and a set that another signs later is refused (docs/formats/force-set.md).
 */
export interface KnownLock extends SetFiles {
  readonly since: CivilDay;
}

/** The force, or why nothing goes there; neither where nobody takes reports at this address. */
export interface VerifiedForce {
  /** Where nobody answers, the one that this browser keeps. */
  readonly set?: ForceSet;
  readonly force?: ShownForce;
  readonly refused?: RefusedForce;
  /** Why nobody answers: she can write all the same, and it goes when somebody does. */
  readonly unanswered?: string;
}

interface LockWorld {
  readonly origin: string;
  now(): Instant;
  isConnected(): boolean;
  knownLock(): Promise<KnownLock | undefined>;
  keepLock(lock: KnownLock): Promise<void>;
}

/** Fetches the set and verifies it against the lock that is known; keeps it where it is newer, or the first. */
export async function verifyForce({ origin, now, isConnected, knownLock, keepLock }: LockWorld, ask: Ask): Promise<VerifiedForce> {
  const known = await knownLock();
  const kept = known && verifyForceSet(known.set, known.signature, undefined);
  const files = await fetchForceSet(origin, ask);
  if (files === undefined) {
    if (!kept?.ok) return {};
    return { set: kept.value, force: shownOf(kept.value, known), unanswered: sayNoAnswer(isConnected()) };
  }
  const offered = verifyForceSet(files.set, files.signature, kept?.ok ? pinOf(kept.value) : undefined);
  if (!offered.ok) {
    const name = kept?.ok ? kept.value.name : "the police";
    const unverified = parseForceSet(files.set);
    const isOtherLock = offered.error.kind === "another-signer" || offered.error.kind === "another-force";
    const locks = known && kept?.ok && unverified.ok && isOtherLock;
    return {
      refused: {
        name,
        says: saysOf[offered.error.kind],
        ...(locks && { locks: { known: kept.value.signer, offered: unverified.value.signer, since: known.since } }),
      },
    };
  }
  const set = offered.value;
  const isNew = !kept?.ok || set.number > kept.value.number;
  const { year, month, day } = utcMsToWall(now());
  if (isNew) await keepLock({ ...files, since: known && kept?.ok ? known.since : { year, month, day } });
  return { set, force: shownOf(set, kept?.ok ? known : undefined) };
}

function shownOf({ name, retention }: ForceSet, known: KnownLock | undefined): ShownForce {
  return { name, weeks: retention.replies, ...(known && { since: known.since }) };
}

const lockSays = "The lock we were offered is not the one this app knows.";

const saysOf = {
  "another-signer": lockSays,
  "another-force": lockSays,
  "not-a-set": "What answers at this address is nobody who takes reports.",
  unsigned: "Nobody signed what answers at this address. It may be somebody between you and them.",
  older: "What answers at this address is older than what this app has seen. It may be somebody between you and them.",
} as const;
