/**
 * Where sealed letters and packs wait for the inside, and sealed replies for the person. What is answered for is on the disk: file, its name,
 * row, commit, in this order; so a file without a row was never promised and goes at the next opening, and a row without a file cannot be.
 *
 * [Note: What is known here] Rows hold the week of arrival, one of the published sizes, hashes and sealed bytes' names: no address, no
 * program, no name, no time of day. Two days stand in rows and are worked out, not observed: the end of an unfinished upload, rounded up to a
 * whole day and gone when it is complete; and the last day an item is kept, up to a week away from 37 days after the inside took it.
 */
import type { CreateHasher, Instant } from "@unmask/core";
import type { Blobs } from "../ports/blobs-folder.ts";
import type { Database } from "../ports/database.ts";
import type { IntakeTables } from "../sql/intake/tables.ts";
import type { IntakeItem } from "../sql/intake/take-items.ts";

/** What waits, whatever keeps it. */
export interface IntakeStore {
  /** Keeps a letter and the right to upload its packs. `kept-before`: the same bytes and packs under this id are kept already. */
  putLetter(letter: NewLetter): Promise<"kept" | "kept-before" | "other-bytes" | "no-room">;
  /** Letters that the inside does not have yet. */
  lettersWaiting(): Promise<number>;
  /** Letters and packs that the inside does not have although at least so many weeks began since they came: for an alarm. */
  waitingLongerThan(weeks: number): Promise<number>;
  /** The upload of a token: begun under `newId`, or the one that was begun before. Undefined when no letter gave this token. */
  createUpload(
    tokenHash: string,
    newId: string,
  ): Promise<{ readonly id: string; readonly bucket: number; readonly offset: number } | undefined>;
  /** Undefined when there is none, or it is another token's. */
  findUpload(
    id: string,
    tokenHash: string,
  ): Promise<{ readonly bucket: number; readonly offset: number; readonly isComplete: boolean } | undefined>;
  /**
   * Writes on; the new offset is on the disk, also when the sender broke off. More than the bucket is not taken. `wrong-offset` also while
   * another append to the same upload runs.
   */
  appendUpload(
    id: string,
    offset: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly offset: number } | "wrong-offset" | "no-room" | "gone">;
  /** Takes an unfinished upload away; its token may begin again. False when there is none, or it is complete: what came whole stays. */
  endUpload(id: string, tokenHash: string): Promise<boolean>;
  /** What the inside does not have, complete, after a number, in order. An item that is committed later has a larger number. */
  take(after: number, limit: number): Promise<readonly IntakeItem[]>;
  /** The bytes of an item from `start`. */
  readItem(id: string, start: number): Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>;
  /** The inside has these on its own disk: from now on they may expire. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** Keeps a reply of 16 KiB for so many weeks, two more or less; the same id again does nothing. */
  putReply(reply: NewReply): Promise<void>;
  /** 0 to 4 replies of a page, oldest first; a box that nobody has takes the same work. */
  repliesOf(lookup: string, page: number): Promise<readonly Uint8Array[]>;
  /** Takes away what is past its last day. What the inside never took is never past it. */
  expire(): Promise<void>;
}

/** A sealed letter: id of 32 hexadecimal digits, the bytes, and of each pack the SHA-256 of its token and its size. */
export interface NewLetter {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly packs: readonly { readonly tokenHash: string; readonly bucket: number }[];
}

/** A sealed reply: id of 32 hexadecimal digits, SHA-256 of the mailbox's lookup id. */
export interface NewReply {
  readonly id: string;
  readonly lookup: string;
  readonly envelope: Uint8Array;
  readonly weeks: number;
}

/** What the store needs from the world. */
export interface IntakeWorld {
  readonly database: Database<IntakeTables>;
  readonly blobs: Blobs;
  readonly now: () => Instant;
  /** ISO week of an instant, `2026-W48`. */
  readonly weekOf: (instant: Instant) => string;
  /** A whole number from 0 to below a limit, by chance. */
  readonly randomBelow: (limit: number) => number;
  readonly createSha256: CreateHasher;
  /** Bytes of the disk that packs may not fill: kept for letters. */
  readonly reservedForLetters: number;
}
