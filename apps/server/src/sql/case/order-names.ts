import { type Kysely, type RawBuilder, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the names of subjects, found by their parts (migrations/case/0037-look-ahead.sql, `unmask_name_parts`). */

/** Letters of a word from which on its parts are kept: shorter ones are in most names. */
const leastLetters = 3;
/** Letters of a part, and of a whole name, at most. */
const [longestPart, longestName] = [24, 200];
/** Parts counted of a word at most, to find the one that stands in the fewest names. */
const mostCounted = 500;
/** Behind every text that begins with what stands before it. */
const last = "\u{10FFFF}";

/** Keeps the parts of the names of these orders, of which none is kept. */
export async function putOrderNames(tx: Transaction<CaseTables>, force: string, ids: readonly string[]): Promise<void> {
  await sql`insert into order_name (force, order_id, part, case_ref)
    select v.force, v.order_id, part, v.case_ref from order_view v cross join lateral unmask_name_parts(v.subject) as part
    where v.force = ${force} and v.order_id = any(${[...ids]}::text[])`.execute(tx);
}

/** Orders of a subject who has one of these names, as names are looked for (orders/folded-name.ts). */
export async function ordersOfSubject(db: Kysely<CaseTables>, force: string, names: readonly string[]): Promise<readonly string[]> {
  const known = names.filter((name) => name !== "");
  if (known.length === 0) return [];
  const wholes = known.map((name) => `\n${cut(name, longestName)}`);
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where(
      "order_id",
      "in",
      db
        .selectFrom("order_name")
        .select("order_id")
        .where("force", "=", force)
        .where(sql<boolean>`part collate "C" = any(${wholes}::text[])`),
    )
    .where((where) => where.or(known.map((name) => sql<boolean>`position(${`\n${name}\n`} in subject) > 0`)))
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/** Orders that a court has made, of somebody in whose names all of these words stand, as names are looked for. An application that is only prepared is nobody’s to meet at a counter. */
export async function ordersNamed(
  db: Kysely<CaseTables>,
  force: string,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly { readonly order_id: string; readonly case_ref: string | null }[]> {
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref"])
    .where("force", "=", force)
    .where("made_on", "is not", null)
    .where(isNamed(force, words))
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
}

/** The order that a court has made and that is called by this number, "spo-26-020" or "spo-26-020-i" while it is an interim one; of those typed in from a copy (`typed`) as well. */
export async function ordersNumbered(
  db: Kysely<CaseTables>,
  force: string,
  { number, typed }: { readonly number: string; readonly typed: readonly string[] },
): Promise<readonly { readonly order_id: string; readonly case_ref: string | null }[]> {
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref"])
    .where("force", "=", force)
    .where("made_on", "is not", null)
    .where("order_id", "in", [number.toUpperCase().replace(/-I$/, ""), ...typed])
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
}

/** Whether a row of order_view is of somebody in whose names all of these words stand, as names are looked for. */
export function isNamed(force: string, words: readonly string[]): RawBuilder<boolean> {
  const parts = words.filter((word) => [...word].length >= leastLetters).map((word) => cut(word, longestPart));
  // Words of one or two letters are compared with every name.
  const rare = parts.length === 0 ? [] : [sql<boolean>`order_id = any(array(${ordersWithRarest(force, parts)}))`];
  return sql<boolean>`(${sql.join([...rare, ...words.map((word) => sql<boolean>`position(${word} in subject) > 0`)], sql` and `)})`;
}

/** Orders in whose names stands that one of these parts which fewest names have. Both bounds are parameters: what a policy guards, no operator of ours may meet before. */
function ordersWithRarest(force: string, parts: readonly string[]) {
  const begins = (wanted: string) => sql`p.force = ${force} and p.part collate "C" >= ${sql.ref(`${wanted}.first`)}
    and p.part collate "C" < ${sql.ref(`${wanted}.behind`)}`;
  return sql`select p.order_id from (
      select wanted.first, wanted.behind from unnest(${[...parts]}::text[], ${parts.map((one) => `${one}${last}`)}::text[]) as wanted (first, behind)
      order by (select count(*) from (select from order_name p where ${begins("wanted")} limit ${mostCounted}) as counted) limit 1
    ) as rarest cross join lateral (select p.order_id from order_name p where ${begins("rarest")}) as p`;
}

function cut(text: string, letters: number): string {
  return [...text].slice(0, letters).join("");
}
