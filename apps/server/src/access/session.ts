import {
  type Instant,
  type ReadValue,
  fault,
  isPlainText,
  later,
  msPerHour,
  msPerMinute,
  object,
  oneOf,
  readStrictly,
  text,
} from "@unmask/core";
import { bytesToHex, hexToBytes, sha256HexOf, textToBytes } from "@unmask/seal";
import type { Transaction } from "kysely";
import type { OfficerRow } from "../sql/case/officers.ts";
import { type SessionRow, addSession, endSessions, findSession, seeSession } from "../sql/case/sessions.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { readSettings } from "../sql/case/settings.ts";
import type { DeskParts } from "./desk-parts.ts";

/**
 * Sessions of the desk: a secret in a cookie, its hash in a row. One lasts a shift, locks when nobody presses a key, and ends at once when its
 * officer leaves or gets another role. An officer has one at a time.
 */

/** Why somebody is at the desk, as given at sign-in. */
export interface Duty {
  readonly code: "shift" | "standing-in" | "own-tasks" | "other" | "enrolment";
  readonly text?: string;
}

/** A session that holds now. */
export interface DeskSession extends SessionRow {
  readonly dutyReason: Duty;
  readonly locksAt: Instant;
}

/** Bytes of the secret in the cookie: nobody guesses 256 bits. */
const secretSize = 32;

/** Letters of a duty reason; a longer one is a text pasted into the log. */
const mostWords = 200;

/** A session is written to at most so often, ms: each write is a sync of the disk. */
const seenEvery = 20_000;

const dutyCode: ReadValue<Duty["code"]> = oneOf(["shift", "standing-in", "own-tasks", "other"]);
const dutyWords: ReadValue<string> = (value, path) => {
  const words = text(value, path);
  return isPlainText(words) ? words.slice(0, mostWords) : fault(path, "holds characters that are no text");
};

/** Reads the reason given at sign-in; words are needed where the code says nothing. */
export const readDuty: ReadValue<Duty> = object(({ must, may }) => ({ code: must("code", dutyCode), ...may("text", dutyWords) }));

/** Whether a duty reason says what it must. */
export function isDutyEnough({ code, text: words = "" }: Duty): boolean {
  return code === "shift" || code === "own-tasks" || code === "enrolment" || /\p{L}{2}/u.test(words);
}

/** What stands where a passkey's id stands, for a session that the force's own sign-in opened: on which device that was is not known here. */
export const providerDevice = "provider";

/** The reason given at sign-in, as the log keeps it. */
export function sayDuty({ code, text: words }: Duty): string {
  return words === undefined ? code : `${code}: ${words}`;
}

/** Begins a session; the answer is the secret for the cookie. Sessions that the officer had end. */
export async function beginSession(
  tx: Transaction<CaseTables>,
  parts: DeskParts,
  { officer, passkey, duty }: { readonly officer: OfficerRow; readonly passkey: string; readonly duty: Duty },
): Promise<string> {
  const secret = bytesToHex(parts.random(secretSize));
  const at = parts.now();
  const { shiftHours } = await readSettings(tx, parts.force.id);
  await endSessions(tx, officer.id);
  await addSession(tx, {
    hash: hashOfSecret(secret),
    officer: officer.id,
    passkey,
    role: officer.role,
    duty: JSON.stringify(duty),
    at,
    endsAt: later(at, shiftHours * msPerHour),
  });
  return secret;
}

/** The session of a cookie while it holds: known, not locked, not ended, seen within the force's minutes. Says that it was seen. */
export async function holdSession(parts: DeskParts, secret: string): Promise<DeskSession | undefined> {
  const found = await findLive(parts, secret);
  if (found === undefined) return undefined;
  const { session, now, lockMs } = found;
  if (session.seenAt + seenEvery <= now) await parts.database.transaction((tx) => seeSession(tx, session.hash, now));
  return { ...session, locksAt: later(now, lockMs) };
}

/** The same without saying that it was seen: what a page asks by itself keeps no desk unlocked that its officer has left. */
export async function peekSession(parts: DeskParts, secret: string): Promise<DeskSession | undefined> {
  return (await findLive(parts, secret))?.session;
}

async function findLive(
  { database, force, now: clock }: DeskParts,
  secret: string,
): Promise<{ readonly session: DeskSession; readonly now: Instant; readonly lockMs: number } | undefined> {
  if (hexToBytes(secret)?.length !== secretSize) return undefined;
  const found = await findSession(database.db, force.id, hashOfSecret(secret));
  const now = clock();
  if (found === undefined) return undefined;
  const { session: row, settings } = found;
  if (row.lockedAt !== null || row.endsAt <= now) return undefined;
  const lockMs = settings.lockMinutes * msPerMinute;
  const locksAt = later(row.seenAt, lockMs);
  return locksAt <= now ? undefined : { session: { ...row, dutyReason: dutyOf(row.duty), locksAt }, now, lockMs };
}

/** What is stored of a secret. */
export function hashOfSecret(secret: string): string {
  return sha256HexOf(textToBytes(secret));
}

function dutyOf(written: string): Duty {
  const value: unknown = JSON.parse(written);
  const read = readStrictly(value, "duty", readDuty);
  return read.ok ? read.value : { code: "enrolment", text: "enrolment, first look" };
}
