import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import type { ErasureScope } from "./erasing.ts";

/** Statements about entries of the log whose words, and whose typed recipients, go with a case: the entries themselves stay. */

/** Numbers of the entries of the log about it, beside which words or a typed recipient still stand. */
export async function entriesWithWords(tx: Transaction<CaseTables>, { case: ref, reports }: Pick<ErasureScope, "case" | "reports">) {
  const { rows } = await sql<{ number: number }>`select number from access_log
    where (case_ref = ${ref} or report = any(${[...reports]}::text[])) and (words <> '' or typed is not null) order by number`.execute(tx);
  return rows.map(({ number }) => Number(number));
}

/** The words and typed recipients that stand beside entries which name neither a case nor a report: each text once, since most are said over and over. */
export async function wordsBesideNoCase(tx: Transaction<CaseTables>): Promise<readonly string[]> {
  const { rows } = await sql<{ words: string }>`select distinct ${ofEntry} as words from access_log
    where case_ref is null and report is null and (words <> '' or typed is not null)`.execute(tx);
  return rows.map(({ words }) => words);
}

/** Numbers of the entries beside which these texts stand. */
export async function entriesSaying(tx: Transaction<CaseTables>, texts: readonly string[]): Promise<readonly number[]> {
  if (texts.length === 0) return [];
  const { rows } = await sql<{ number: number }>`select number from access_log
    where case_ref is null and report is null and (words <> '' or typed is not null) and ${ofEntry} = any(${[...texts]}::text[]) order by number`.execute(
    tx,
  );
  return rows.map(({ number }) => Number(number));
}

const ofEntry = sql<string>`concat_ws(chr(10), words, typed)`;

/** How many entries of the log are about it: they stay, with their numbers. */
export async function countEntries(
  tx: Transaction<CaseTables>,
  { case: ref, reports }: Pick<ErasureScope, "case" | "reports">,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from access_log
    where case_ref = ${ref} or report = any(${[...reports]}::text[])`.execute(tx);
  return Number(rows[0]?.many ?? 0);
}
