import { type Instant, instantToIso, object, readStrictly, text } from "@unmask/core";
import { type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about cases that were opened anyway, and their reviews. */

/** A case opened anyway. */
export interface OpeningRow {
  readonly id: string;
  readonly case_ref: string;
  readonly officer: string;
  readonly name: string;
  readonly words: string;
  readonly told_by: string | null;
  readonly opened_at: Instant;
  readonly until: Instant;
  readonly closed_at: Instant | null;
  readonly reviewed_by: string | null;
}

/** Opens a case for an hour. */
export async function addOpening(
  tx: Transaction<CaseTables>,
  row: {
    id: string;
    force: string;
    case_ref: string;
    officer: string;
    words: string;
    told_by: string | null;
    opened_at: Instant;
    until: Instant;
    /** Names of those who were told, one line each. */
    told: readonly string[];
  },
): Promise<void> {
  const blank = { closed_at: null, reviewed_by: null, reviewed_at: null, verdict: null, review: null };
  await tx
    .insertInto("opening")
    .values({ ...blank, ...row, told: row.told.join("\n"), opened_at: instantToIso(row.opened_at), until: instantToIso(row.until) })
    .execute();
}

/** Openings that nobody has reviewed yet, the oldest first. */
export async function openingsToReview(db: Kysely<CaseTables>, force: string): Promise<readonly OpeningRow[]> {
  return chosen(db, force).where("opening.reviewed_by", "is", null).orderBy("opening.opened_at").execute();
}

/** What an officer has open without need to know, now, and who was told when it was opened, whoever is on the case since. */
export async function openingsOf(
  db: Kysely<CaseTables>,
  { force, officer, now }: { readonly force: string; readonly officer: string; readonly now: Instant },
): Promise<readonly (OpeningRow & { readonly told: readonly string[] })[]> {
  const rows = await chosen(db, force)
    .select("opening.told")
    .where("opening.officer", "=", officer)
    .where("opening.closed_at", "is", null)
    .where(sql<boolean>`opening.until > ${instantToIso(now)}::timestamptz`)
    .orderBy("opening.opened_at")
    .execute();
  return rows.map(({ told, ...row }) => ({ ...row, told: told.split("\n").filter((name) => name !== "") }));
}

/** Who opened a case without need to know, the newest first: so its officers are told. */
export async function openingsOfCase(
  db: Kysely<CaseTables>,
  { force, ref, limit }: { readonly force: string; readonly ref: string; readonly limit: number },
): Promise<readonly OpeningRow[]> {
  return chosen(db, force).where("opening.case_ref", "=", ref).orderBy("opening.opened_at", "desc").limit(limit).execute();
}

/**
 * Cases of an officer that another opened without need to know while the officer was on them, and has not looked at since: so whoever was told has it
 * on a screen until it is read.
 */
export async function openedSinceLooked(
  db: Kysely<CaseTables>,
  { force, officer }: { readonly force: string; readonly officer: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("opening")
    .innerJoin("case_member", (join) =>
      join.onRef("case_member.force", "=", "opening.force").onRef("case_member.case_ref", "=", "opening.case_ref"),
    )
    .leftJoin("case_look", (join) =>
      join
        .onRef("case_look.force", "=", "opening.force")
        .onRef("case_look.case_ref", "=", "opening.case_ref")
        .on("case_look.officer", "=", officer),
    )
    .select("opening.case_ref")
    .distinct()
    .where("opening.force", "=", force)
    .where("opening.officer", "!=", officer)
    .where("case_member.officer", "=", officer)
    .whereRef("case_member.added_at", "<=", "opening.opened_at")
    .where((where) => where.or([where("case_look.last", "is", null), where("case_look.last", "<", where.ref("opening.opened_at"))]))
    .execute();
  return rows.map(({ case_ref }) => case_ref).toSorted();
}

/** Openings of some days, the newest first, with what came of their review: for the auditor, who is shown nothing of the cases. */
export async function openingsBetween(
  db: Kysely<CaseTables>,
  { force, from, until, limit }: { readonly force: string; readonly from: Instant; readonly until: Instant; readonly limit: number },
) {
  const rows = await db
    .selectFrom("opening")
    .innerJoin("officer", "officer.id", "opening.officer")
    .leftJoin("officer as reviewer", "reviewer.id", "opening.reviewed_by")
    .select(["opening.case_ref as case", "officer.name", "opening.words", "opening.opened_at", "opening.until", "opening.closed_at"])
    .select(["opening.told", "reviewer.name as reviewer", "opening.reviewed_at", "opening.verdict", "opening.review"])
    .where("opening.force", "=", force)
    .where(
      sql<boolean>`opening.opened_at >= ${instantToIso(from)}::timestamptz and opening.opened_at < ${instantToIso(until)}::timestamptz`,
    )
    .orderBy("opening.opened_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ told, opened_at, closed_at, until: end, reviewer, reviewed_at, verdict, review, ...one }) => ({
    ...one,
    since: opened_at,
    until: closed_at ?? end,
    told: told.split("\n").filter((name) => name !== ""),
    review: reviewer === null ? null : { by: reviewer, at: reviewed_at, verdict, words: wordsOf(review) },
  }));
}

const readReview = object(({ must }) => must("words", text));

function wordsOf(review: unknown): string {
  const read = readStrictly(review, "review", readReview);
  return read.ok ? read.value : "";
}

/** One opening of this force. */
export async function findOpening(db: Kysely<CaseTables>, force: string, id: string): Promise<OpeningRow | undefined> {
  return chosen(db, force).where("opening.id", "=", id).executeTakeFirst();
}

/** Ends an opening before its hour. */
export async function closeOpening(
  tx: Transaction<CaseTables>,
  { force, ref, officer, at }: { readonly force: string; readonly ref: string; readonly officer: string; readonly at: Instant },
): Promise<void> {
  await tx
    .updateTable("opening")
    .set({ closed_at: instantToIso(at) })
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .where("officer", "=", officer)
    .where("closed_at", "is", null)
    .execute();
}

/** Writes a review. False when somebody else has written one already. */
export async function writeReview(
  tx: Transaction<CaseTables>,
  review: { readonly id: string; readonly by: string; readonly at: Instant; readonly verdict: string; readonly words: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("opening")
    .set({
      reviewed_by: review.by,
      reviewed_at: instantToIso(review.at),
      verdict: review.verdict,
      review: JSON.stringify({ words: review.words }),
    })
    .where("id", "=", review.id)
    .where("reviewed_by", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** What an officer looked at while a case was opened: entries of the log by number. */
export async function looksDuring(db: Kysely<CaseTables>, opening: OpeningRow) {
  const end = opening.closed_at ?? opening.until;
  return db
    .selectFrom("access_log")
    .select(["number", "at", "what", "person", "result"])
    .where("actor", "=", opening.officer)
    .where("case_ref", "=", opening.case_ref)
    .where(sql<boolean>`at >= ${instantToIso(opening.opened_at)}::timestamptz and at <= ${instantToIso(end)}::timestamptz`)
    .orderBy("number")
    .execute();
}

function chosen(db: Kysely<CaseTables>, force: string) {
  return db
    .selectFrom("opening")
    .innerJoin("officer", "officer.id", "opening.officer")
    .select(["opening.id", "opening.case_ref", "opening.officer", "officer.name", "opening.words", "opening.told_by"])
    .select(["opening.opened_at", "opening.until", "opening.closed_at", "opening.reviewed_by"])
    .where("opening.force", "=", force);
}
