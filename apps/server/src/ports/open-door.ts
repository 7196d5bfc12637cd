import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { nativeBase64ToBytes } from "@unmask/fittings-node";
import { base64ToBytes, bytesToHex } from "@unmask/seal";
import type { Door, DoorLimits, SignedSet } from "../intake/door.ts";
import { createInsideSessions } from "../intake/inside-sessions.ts";
import { createLookTokens } from "../intake/look-tokens.ts";
import type { IntakeStore } from "../intake-store/intake-store.ts";
import { createWorkDesk } from "./proof-of-work.ts";
import { createTusUploads } from "./uploads-tus.ts";

/** What a door is made of. */
export interface DoorParts {
  readonly store: IntakeStore;
  readonly set: SignedSet;
  /** Of the set: the force's id, its pull key in base64, the floor of work. */
  readonly force: string;
  readonly pull: string;
  readonly floor: number;
  readonly limits: DoorLimits;
  /** The number of waiting letters from which the work rises. */
  readonly workFrom: number;
  readonly secret: Uint8Array;
  now(): number;
  week(): string;
}

/** Puts the door together: what it remembers between two requests is in memory and ends with the process. */
export function openDoor({ store, set, force, pull, floor, limits, workFrom, secret, now, week }: DoorParts): Door {
  const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const pullKey = base64ToBytes(pull);
  if (pullKey?.length !== 32) throw new Error("the set has no pull key");
  return {
    store,
    set,
    limits,
    work: createWorkDesk({ floor, from: workFrom, lettersWaiting: () => store.lettersWaiting(), now, random }),
    looks: createLookTokens(random, now),
    inside: createInsideSessions({ force, pull: pullKey }, random, now),
    uploads: createTusUploads(store, () => bytesToHex(random(16))),
    secret,
    readBase64: nativeBase64ToBytes,
    week,
    streamOf: (bytes) => Readable.from(bytes, { objectMode: false }),
  };
}
