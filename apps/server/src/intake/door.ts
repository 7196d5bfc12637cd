import type { Result } from "@unmask/core";
import type { IntakeStore } from "../intake-store/intake-store.ts";
import type { LookTokens } from "./look-tokens.ts";
import type { InsideSessions } from "./inside-sessions.ts";
import type { WorkDesk } from "./work-desk.ts";

/** What the routes of the intake work with. It has no key: everything that passes is sealed. */
export interface Door {
  readonly store: IntakeStore;
  readonly set: SignedSet;
  readonly limits: DoorLimits;
  readonly work: WorkDesk;
  readonly looks: LookTokens;
  readonly inside: InsideSessions;
  /** Answers the upload protocol. */
  readonly uploads: Uploads;
  /** 32 bytes of this intake alone: tokens of uploads and empty envelopes are made of it, the same each time. */
  readonly secret: Uint8Array;
  /** Reads canonical base64; undefined for anything else. */
  readBase64(text: string): Uint8Array | undefined;
  /** The week it is now, like `2026-W48`: nothing finer is told or kept. */
  week(): string;
  /** A body that Fastify sends as it is read. */
  streamOf(bytes: AsyncIterable<Uint8Array>): object;
}

/** The force set as it was signed, byte by byte. */
export interface SignedSet {
  readonly json: Uint8Array;
  readonly signature: Uint8Array;
}

/** What may come in. */
export interface DoorLimits {
  /** Bytes of a sealed letter: one of these and nothing else. */
  readonly letterSizes: readonly number[];
  readonly packs: number;
  /** Whether a number of bytes is a bucket that a pack may have. */
  isBucket(size: number): boolean;
}

/** What the upload protocol needs of a request. */
export interface UploadRequest {
  readonly method: "POST" | "HEAD" | "PATCH" | "DELETE";
  /** SHA-256 of the token, hexadecimal. */
  readonly tokenHash: string;
  /** Of the upload; none where one is made. */
  readonly id?: string | undefined;
  /** A header of the request by its lower-case name. */
  header(name: string): string | undefined;
  readonly body: AsyncIterable<unknown>;
}

/** What goes back where it was taken. */
export interface UploadAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** tus 1.0.0: core, creation, termination. The failure says nothing: every refusal is one. */
export interface Uploads {
  answer(request: UploadRequest): Promise<Result<UploadAnswer, "refused">>;
}
