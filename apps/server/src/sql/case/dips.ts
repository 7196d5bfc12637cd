import { type DipFinding, type Stream, dipFindings } from "@unmask/case";
import { type Instant, instantToIso } from "@unmask/core";
import { type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about samples that are drawn and checked: rows are added and read. */

/** Cases that were closed and reports about which something was decided between two instants, both among them: their numbers in order. */
export async function closedOrDecided(
  tx: Transaction<CaseTables>,
  force: string,
  { since, until }: { readonly since: Instant; readonly until: Instant },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("case_event")
    .select("stream")
    .distinct()
    .where("force", "=", force)
    .where("kind", "in", ["case-closed", "triage-decided"])
    .where(sql<boolean>`recorded between ${instantToIso(since)}::timestamptz and ${instantToIso(until)}::timestamptz`)
    .execute();
  return rows.map(({ stream }) => stream).toSorted();
}

/** Who closed a case, proposed it or agreed, and who decided about a report or read that as the second person. */
export async function whoDecided(tx: Transaction<CaseTables>, force: string, { of, id }: Stream): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("case_event")
    .select("by_whom")
    .distinct()
    .where("force", "=", force)
    .where("stream_of", "=", of)
    .where("stream", "=", id)
    .where("kind", "in", ["closing-proposed", "case-closed", "triage-decided", "decision-read"])
    .execute();
  return rows.map(({ by_whom }) => by_whom);
}

/** A sample. */
export interface DipDraw {
  readonly number: number;
  readonly rule: string;
  readonly seed: string;
  /** Civil day. */
  readonly from: string;
  readonly numbers: readonly string[];
  readonly drawn: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

/** The newest samples of a force, the newest first. */
export async function dipDraws(tx: Transaction<CaseTables>, force: string, limit: number): Promise<readonly DipDraw[]> {
  const rows = await tx.selectFrom("dip_draw").selectAll().where("force", "=", force).orderBy("number", "desc").limit(limit).execute();
  return rows.map(drawOf);
}

/** One sample; undefined where none has this number. */
export async function findDipDraw(tx: Transaction<CaseTables>, force: string, number: number): Promise<DipDraw | undefined> {
  const row = await tx.selectFrom("dip_draw").selectAll().where("force", "=", force).where("number", "=", number).executeTakeFirst();
  return row && drawOf(row);
}

function drawOf(row: Selectable<CaseTables["dip_draw"]>): DipDraw {
  const { number, rule, seed, from_day, numbers, drawn, by_whom, drawn_at } = row;
  return { number, rule, seed, from: from_day, numbers: linesOf(numbers), drawn: linesOf(drawn), by: by_whom, at: drawn_at };
}

/** Adds a sample under the next number; of two at once the table refuses one. */
export async function putDipDraw(tx: Transaction<CaseTables>, force: string, draw: Omit<DipDraw, "number">): Promise<number> {
  const [last] = await dipDraws(tx, force, 1);
  const number = (last?.number ?? 0) + 1;
  const { rule, seed, from, numbers, drawn, by, at } = draw;
  await tx
    .insertInto("dip_draw")
    .values({
      ...{ force, number, rule, seed, from_day: from, by_whom: by, drawn_at: instantToIso(at) },
      ...{ numbers: numbers.join("\n"), drawn: drawn.join("\n") },
    })
    .execute();
  return number;
}

/** What a check came to. */
export interface DipCheck {
  readonly draw: number;
  readonly subject: string;
  readonly found: DipFinding;
  readonly says: string;
  readonly by: string;
  readonly at: Instant;
}

/** The checks of these samples, in the order of writing. */
export async function dipChecks(tx: Transaction<CaseTables>, force: string, draws: readonly number[]): Promise<readonly DipCheck[]> {
  if (draws.length === 0) return [];
  const rows = await tx
    .selectFrom("dip_check")
    .selectAll()
    .where("force", "=", force)
    .where("draw", "in", draws)
    .orderBy("draw")
    .orderBy("nth")
    .execute();
  return rows.flatMap(({ draw, subject, found, says, by_whom, checked_at }) => {
    const known = dipFindings.find((one) => one === found);
    return known === undefined ? [] : [{ draw, subject, found: known, says, by: by_whom, at: checked_at }];
  });
}

/** Adds what a check came to. */
export async function putDipCheck(
  tx: Transaction<CaseTables>,
  force: string,
  { draw, subject, found, says, by, at, case: ref }: DipCheck & { readonly case: string | null },
): Promise<void> {
  const last = await tx
    .selectFrom("dip_check")
    .select(({ fn }) => fn.max("nth").as("nth"))
    .where("force", "=", force)
    .where("draw", "=", draw)
    .executeTakeFirst();
  await tx
    .insertInto("dip_check")
    .values({
      ...{ force, draw, nth: (last?.nth ?? 0) + 1, subject, case_ref: ref, found, says, by_whom: by, checked_at: instantToIso(at) },
      subject_of: subject.startsWith("R-") ? "report" : "case",
    })
    .execute();
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
