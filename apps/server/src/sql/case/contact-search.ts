import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Where a number or an address stands as a way to reach whoever reports: it is in no index of links, since it is the person's own. */

/** Digits by which two numbers are the same, with their country or without. */
const digitsCompared = 9;

/** Reports in which this was said, at most `limit`: as the way to reach the person, or as the number that somebody rang from. */
export async function reportsReachedBy(
  tx: Transaction<CaseTables>,
  force: string,
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<readonly string[]> {
  const digits = typed.replace(/\D/g, "");
  const isNumber = digits.length >= digitsCompared && !typed.includes("@");
  if (!isNumber && !typed.includes("@")) return [];
  const said = sql`unnest(array[event::jsonb #>> '{body,contact,address}', event::jsonb #>> '{body,from}'])`;
  const same = isNumber
    ? sql<boolean>`right(regexp_replace(address, '\\D', '', 'g'), ${digitsCompared}) = ${digits.slice(-digitsCompared)}`
    : sql<boolean>`lower(trim(address)) = ${typed.trim().toLowerCase()}`;
  const { rows } = await sql<{ readonly report: string }>`
    select distinct stream as report from case_event cross join lateral ${said} as told(address)
      where force = ${force} and stream_of = 'report'
        and kind in ('report-received', 'report-typed', 'answer-received', 'contact-read') and ${same}
      limit ${limit}`.execute(tx);
  return rows.map(({ report }) => report);
}
