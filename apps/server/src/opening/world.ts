import type { CreateHasher, Instant } from "@unmask/core";
import type { Ask } from "@unmask/corridor";
import type { CreateHash } from "@unmask/pack";
import type { Aead } from "@unmask/seal";
import type { MachineRows } from "../access/as-machine.ts";
import type { Neighbours } from "../force/neighbour.ts";
import type { Blobs } from "../ports/blobs-folder.ts";
import type { IntakeClient } from "../ports/intake-client.ts";
import type { PutAside } from "../ports/open-folder.ts";
import type { OpeningKeys } from "../ports/opening-keys.ts";

/** What taking in, opening and answering may use of the world. */
export interface OpeningWorld {
  readonly database: MachineRows;
  /** Sealed bytes as they came, by the id of their item. */
  readonly blobs: Blobs;
  readonly client: IntakeClient;
  readonly handing: HandingOn;
  readonly force: ForceAtWork;
  /** Writes into the force's log that an item was taken in, once, and answers with the leaf and its proof. */
  collect(item: {
    readonly item: string;
    readonly sha256: string;
    readonly report?: string;
  }): Promise<{ readonly entry: string; readonly proof: string }>;
  readonly putAside: PutAside;
  readonly aead: Aead;
  readonly createHasher: CreateHasher;
  readonly createHash: CreateHash;
  /** HMAC-SHA-256 under the secret of the index. */
  keyedHash(message: Uint8Array): Uint8Array;
  now(): Instant;
  /** So many random bytes as lower-case hexadecimal. */
  randomHex(size: number): string;
  /** A signal that comes after so many milliseconds. */
  after(ms: number): AbortSignal;
  /** Tells whoever runs the force what to look at: where, and never what stands in an item. */
  tell(says: string): void;
}

/** What is needed to hand on what belongs to another force. */
export interface HandingOn {
  readonly neighbours: Pick<Neighbours, "newest">;
  /** What is sealed again and waits to go. */
  readonly waiting: Blobs;
  /** How another force's intake is asked, and its work done. */
  readonly ask: Ask;
  workOut(challenge: unknown): Promise<string | undefined>;
  pause(ms: number): Promise<void>;
  random(size: number): Uint8Array;
}

/** What this force is. */
export interface ForceAtWork {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  /** Every key that ever opened what was sealed to this force, newest first, as they stand now. */
  readonly identities: OpeningKeys;
  /** Whom she asks and how, until the force says it in its settings: a line of the acknowledgement. */
  readonly contact: string;
  /** Weeks for which a reply is kept. */
  readonly replyWeeks: number;
  /** Bytes of the largest pack. */
  readonly largestPack: number;
}
