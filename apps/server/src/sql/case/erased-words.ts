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

/** Entries that name neither a case nor a report, and in whose words the letters and digits of one of these follow each other, whatever stands between: more than hold it. */
export async function entriesHolding(
  tx: Transaction<CaseTables>,
  signs: readonly string[],
): Promise<readonly { readonly number: number; readonly words: string }[]> {
  // Not every database knows small from large in every script.
  const forms = [...new Set(signs.flatMap((sign) => [sign, sign.toLowerCase(), sign.toUpperCase()]))];
  const bare = (of: string) => sql.raw(`regexp_replace(lower(normalize(${of}, nfkc)), '[^[:alnum:]]+', '', 'g')`);
  const { rows } = await sql<{ number: number; words: string }>`with beside as (
      select number, concat_ws(chr(10), words, typed) as words from access_log where case_ref is null and report is null),
    sought as (select distinct ${bare("sign")} as sign from unnest(${forms}::text[]) sign)
    select number, words from beside
    where words <> '' and exists (select 1 from sought where position(sought.sign in ${bare("beside.words")}) > 0) order by number`.execute(
    tx,
  );
  return rows.map(({ number, words }) => ({ number: Number(number), words }));
}

/** How many entries of the log are about it: they stay, with their numbers. */
export async function countEntries(
  tx: Transaction<CaseTables>,
  { case: ref, reports }: Pick<ErasureScope, "case" | "reports">,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*) as many from access_log
    where case_ref = ${ref} or report = any(${[...reports]}::text[])`.execute(tx);
  return Number(rows[0]?.many ?? 0);
}
