import { type Instant, instantToIso } from "@unmask/core";
import { type Role, parseRole } from "@unmask/case";
import { type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { type ForceSettings, settingsOf } from "./settings.ts";

/** Statements about sessions. Of the secret in the cookie only the hash is here. */

/** A session with its officer. */
export interface SessionRow {
  readonly hash: string;
  readonly officer: string;
  readonly name: string;
  readonly role: Role;
  readonly passkey: string;
  /** The reason given at sign-in, as JSON. */
  readonly duty: string;
  readonly seenAt: Instant;
  readonly lockedAt: Instant | null;
  readonly endsAt: Instant;
}

/** Begins one. */
export async function addSession(
  tx: Transaction<CaseTables>,
  row: { hash: string; officer: string; passkey: string; role: Role; duty: string; at: Instant; endsAt: Instant },
): Promise<void> {
  const { duty, at, endsAt, ...rest } = row;
  const now = instantToIso(at);
  await tx
    .insertInto("session")
    .values({ ...rest, duty_words: duty, started_at: now, seen_at: now, locked_at: null, ends_at: instantToIso(endsAt) })
    .execute();
}

/**
 * The session of a hash, of an officer of this force who has not left and still has the role that it began with; and the settings of the
 * force, in the same statement, which is the first of every look.
 */
export async function findSession(
  db: Kysely<CaseTables>,
  force: string,
  hash: string,
): Promise<{ readonly session: SessionRow; readonly settings: ForceSettings } | undefined> {
  const row = await db
    .selectFrom("session")
    .innerJoin("officer", "officer.id", "session.officer")
    .select([
      "session.hash",
      "session.officer",
      "session.passkey",
      "session.role",
      "session.duty_words as duty",
      "session.seen_at as seenAt",
    ])
    .select(["session.locked_at as lockedAt", "session.ends_at as endsAt", "officer.name", "officer.role as roleNow"])
    .select(
      sql<Readonly<Record<string, string>> | null>`(select jsonb_object_agg(name, value) from force_setting where force = ${force})`.as(
        "set",
      ),
    )
    .where("session.hash", "=", hash)
    .where("officer.force", "=", force)
    .where("officer.left_at", "is", null)
    .executeTakeFirst();
  const role = row === undefined ? undefined : parseRole(row.role);
  if (row === undefined || role === undefined || row.roleNow !== row.role) return undefined;
  const { roleNow: _same, set, ...rest } = row;
  return { session: { ...rest, role }, settings: settingsOf(new Map(Object.entries(set ?? {}))) };
}

/** Somebody pressed a key. */
export async function seeSession(tx: Transaction<CaseTables>, hash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("session")
    .set({ seen_at: instantToIso(at) })
    .where("hash", "=", hash)
    .execute();
}

/** Locks one: it opens nothing until its officer signs in again. */
export async function lockSession(tx: Transaction<CaseTables>, hash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("session")
    .set({ locked_at: instantToIso(at) })
    .where("hash", "=", hash)
    .execute();
}

/** Ends all sessions of an officer. */
export async function endSessions(tx: Transaction<CaseTables>, officer: string): Promise<void> {
  await tx.deleteFrom("session").where("officer", "=", officer).execute();
}
