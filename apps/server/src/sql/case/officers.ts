import { type Instant, instantToIso } from "@unmask/core";
import { type Role, parseRole } from "@unmask/case";
import { type Kysely, type Transaction, sql } from "kysely";
import type { KeptPasskey } from "../../ports/passkeys.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements about officers, their links, their keys and the ceremonies that wait for an answer. */

/** Somebody who works here. */
export interface OfficerRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly left_at: Instant | null;
}

/** Puts an officer on the list. */
export async function addOfficer(
  tx: Transaction<CaseTables>,
  officer: { id: string; force: string; name: string; role: Role; made_at: Instant; made_by: string; sign_in_name: string | null },
): Promise<void> {
  await tx
    .insertInto("officer")
    .values({ ...officer, made_at: instantToIso(officer.made_at), left_at: null })
    .execute();
}

/** An officer of this force; undefined for any other id. */
export async function findOfficer(db: Kysely<CaseTables>, force: string, id: string): Promise<OfficerRow | undefined> {
  const row = await db
    .selectFrom("officer")
    .select(["id", "name", "role", "left_at"])
    .where("id", "=", id)
    .where("force", "=", force)
    .executeTakeFirst();
  return row === undefined ? undefined : withRole(row);
}

/** Everybody of this force, those who left as well. */
export async function listOfficers(
  db: Kysely<CaseTables>,
  force: string,
): Promise<readonly (OfficerRow & { readonly sign_in_name: string | null; readonly team: string | null })[]> {
  const rows = await db
    .selectFrom("officer")
    .select(["id", "name", "role", "left_at", "sign_in_name", "team"])
    .where("force", "=", force)
    .orderBy("name", (order) => order.collate("C").asc())
    .execute();
  return rows.map(withRole);
}

/** Who works here now, by their ids, in the order of their names. */
export async function officersHere(db: Kysely<CaseTables>, force: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOfficers(db, force)).flatMap(({ id, name, left_at }) => (left_at === null ? [[id, name] as const] : [])));
}

/** Gives an officer another role; sessions under the old one must end in the same transaction. */
export async function setRole(tx: Transaction<CaseTables>, id: string, role: Role): Promise<void> {
  await tx.updateTable("officer").set({ role }).where("id", "=", id).execute();
}

/** In which team an officer works; null: in none. */
export async function setTeam(tx: Transaction<CaseTables>, id: string, team: string | null): Promise<void> {
  await tx.updateTable("officer").set({ team }).where("id", "=", id).execute();
}

/** The officer leaves: keys, links and the name at the force's own sign-in are removed, sessions end, they come off every case; tasks and what was written stay. */
export async function letGo(tx: Transaction<CaseTables>, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("officer")
    .set({ left_at: instantToIso(at), sign_in_name: null, sign_in_issuer: null, sign_in_subject: null })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("passkey").where("officer", "=", id).execute();
  await tx.deleteFrom("enrolment").where("officer", "=", id).execute();
  await tx.deleteFrom("session").where("officer", "=", id).execute();
  await offEveryCase(tx, id);
}

/** A mover and a leaver keep no case: whoever needs one in the new work is put on it anew. */
export async function offEveryCase(tx: Transaction<CaseTables>, officer: string): Promise<void> {
  await tx.deleteFrom("case_member").where("officer", "=", officer).execute();
}

/** Keeps the hash of a one-time link. */
export async function addEnrolment(
  tx: Transaction<CaseTables>,
  link: { hash: string; officer: string; made_at: Instant; until: Instant },
): Promise<void> {
  const { made_at, until, ...rest } = link;
  await tx
    .insertInto("enrolment")
    .values({ ...rest, made_at: instantToIso(made_at), until: instantToIso(until), used_at: null })
    .execute();
}

/** Whose link it is, while it opens something. */
export async function officerOfLink(db: Kysely<CaseTables>, { hash, force, now }: { hash: string; force: string; now: Instant }) {
  const row = await db
    .selectFrom("enrolment")
    .innerJoin("officer", "officer.id", "enrolment.officer")
    .select(["officer.id", "officer.name", "officer.role", "officer.left_at", "enrolment.until"])
    .where("enrolment.hash", "=", hash)
    .where("enrolment.used_at", "is", null)
    .where("officer.force", "=", force)
    .where("officer.left_at", "is", null)
    .executeTakeFirst();
  return row === undefined || row.until <= now ? undefined : withRole(row);
}

/** The link is used up. */
export async function useLink(tx: Transaction<CaseTables>, hash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("enrolment")
    .set({ used_at: instantToIso(at) })
    .where("hash", "=", hash)
    .execute();
}

/** Keeps a new key. */
export async function addPasskey(
  tx: Transaction<CaseTables>,
  { key, officer, label, at }: { key: KeptPasskey; officer: string; label: string; at: Instant },
): Promise<void> {
  await tx
    .insertInto("passkey")
    .values({ id: key.id, officer, public_key: key.publicKey, counter: key.counter, label, made_at: instantToIso(at), used_at: null })
    .execute();
}

/** A key and whose it is; undefined when nobody has it here, or its officer has left. */
export async function findPasskey(db: Kysely<CaseTables>, force: string, id: string) {
  const row = await db
    .selectFrom("passkey")
    .innerJoin("officer", "officer.id", "passkey.officer")
    .select(["passkey.public_key", "passkey.counter", "officer.id", "officer.name", "officer.role", "officer.left_at"])
    .where("passkey.id", "=", id)
    .where("officer.force", "=", force)
    .where("officer.left_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { public_key, counter, ...officer } = row;
  return { key: { id, publicKey: public_key, counter }, officer: withRole(officer) };
}

/** The keys of an officer, by id. */
export async function keysOf(db: Kysely<CaseTables>, officer: string) {
  return db.selectFrom("passkey").select(["id", "label", "made_at", "used_at"]).where("officer", "=", officer).orderBy("made_at").execute();
}

/** Ends the keys of an officer: the old ones end the minute a new link is made. */
export async function endKeys(tx: Transaction<CaseTables>, officer: string): Promise<void> {
  await tx.deleteFrom("passkey").where("officer", "=", officer).execute();
}

/** Writes down that a key was used. */
export async function countUse(
  tx: Transaction<CaseTables>,
  { id, counter, at }: { id: string; counter: number; at: Instant },
): Promise<void> {
  await tx
    .updateTable("passkey")
    .set({ counter, used_at: instantToIso(at) })
    .where("id", "=", id)
    .execute();
}

/** What waits for an answer: a new key, a key's use, or somebody who was sent to the force's own sign-in. */
type CeremonyKind = "enrol" | "sign-in" | "provider";

/** Keeps a challenge until it is answered, and takes away those that nobody answered. */
export async function putCeremony(
  tx: Transaction<CaseTables>,
  { until, now, ...row }: { id: string; kind: CeremonyKind; challenge: string; officer: string | null; until: Instant; now: Instant },
): Promise<void> {
  await tx
    .deleteFrom("ceremony")
    .where(sql<boolean>`until < ${instantToIso(now)}::timestamptz`)
    .execute();
  await tx.deleteFrom("ceremony").where("id", "=", row.id).execute();
  await tx
    .insertInto("ceremony")
    .values({ ...row, until: instantToIso(until) })
    .execute();
}

/** Takes a challenge: it is answered once. */
export async function takeCeremony(
  tx: Transaction<CaseTables>,
  { id, kind, now }: { id: string; kind: CeremonyKind; now: Instant },
): Promise<{ challenge: string; officer: string | null } | undefined> {
  const row = await tx.deleteFrom("ceremony").where("id", "=", id).where("kind", "=", kind).returningAll().executeTakeFirst();
  return row === undefined || row.until <= now ? undefined : { challenge: row.challenge, officer: row.officer };
}

function withRole<T extends { readonly role: string }>(row: T): T & { readonly role: Role } {
  const role = parseRole(row.role);
  if (role === undefined) throw new Error("an officer has a role that is not on the list");
  return { ...row, role };
}

/** Whom an id stands for, those who left as well. An id that is nobody's is said as it is. */
export async function namesOfOfficers(db: Kysely<CaseTables>, force: string): Promise<(id: string) => string> {
  const rows = await db.selectFrom("officer").select(["id", "name"]).where("force", "=", force).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
