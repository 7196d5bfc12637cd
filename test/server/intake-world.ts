/** An intake store as the tests open it: on a stage, with a clock that they set. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { type Instant, daysFromCivil, isoWeekday, msPerDay, parseInstant, utcMsToWall } from "@unmask/core";
import { createSha256 } from "@unmask/fittings-node";
import type { IntakeStore, IntakeWorld } from "../../apps/server/src/intake-store/intake-store.ts";
import { openIntakeStore } from "../../apps/server/src/intake-store/open-intake-store.ts";
import { type OpenFile, openBlobs } from "../../apps/server/src/ports/blobs-folder.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";

/** Opens a store over a database and a folder. */
export async function intakeStoreOn(
  database: Database<IntakeTables>,
  folder: string,
  { now = () => at("2026-11-27T03:00:00Z"), openFile, ...more }: { now?: () => Instant; openFile?: OpenFile } & Partial<IntakeWorld> = {},
): Promise<IntakeStore> {
  const blobs = await openBlobs(folder, openFile);
  return openIntakeStore({
    database,
    blobs,
    now,
    weekOf,
    randomBelow: (limit) => randomInt(limit),
    createSha256,
    reservedForLetters: 0,
    ...more,
  });
}

/** An instant from its ISO text. */
export function at(text: string): Instant {
  const instant = parseInstant(Date.parse(text));
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}

/** The ISO week of an instant, by the Thursday that lies in it. */
export function weekOf(instant: Instant): string {
  const day = Math.floor(instant / msPerDay);
  const thursday = day - isoWeekday(day) + 4;
  const { year } = utcMsToWall(thursday * msPerDay);
  return `${year}-W${String(Math.floor((thursday - daysFromCivil({ year, month: 1, day: 1 })) / 7) + 1).padStart(2, "0")}`;
}

/** A letter with this content and so many packs of a bucket. */
export function letterOf(
  sealed: Uint8Array,
  buckets: readonly number[] = [],
): { id: string; sealed: Uint8Array; packs: { tokenHash: string; bucket: number }[] } {
  return {
    id: randomBytes(16).toString("hex"),
    sealed,
    packs: buckets.map((bucket) => ({ tokenHash: randomBytes(32).toString("hex"), bucket })),
  };
}

/** Content that can be made again from an id. */
export function contentOf(id: string, size: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(size, id));
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Everything that comes out of an iterable, in one piece. */
export async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Bytes as a sender gives them, in pieces; breaks off before the piece with this number. */
export async function* sent(
  bytes: Uint8Array,
  { piece = 10_000, breaksAt = Infinity }: { piece?: number; breaksAt?: number } = {},
): AsyncIterable<Uint8Array> {
  for (let from = 0, number = 0; from < bytes.length; from += piece, number += 1) {
    if (number === breaksAt) throw new Error("the connection broke");
    yield bytes.subarray(from, from + piece);
  }
}
