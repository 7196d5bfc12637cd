import { type Insertable, type Transaction, sql } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** A new letter without its number. */
export type LetterRow = Pick<IntakeTables["intake_letter"], "id" | "file" | "sha256" | "size" | "week">;

/**
 * Writes new letters under the next numbers, in their order, and a row for each pack they announce. Others who want a number wait here until
 * this transaction ends. A column is one parameter, however many letters a flood brings.
 */
export async function insertLetters(
  tx: Transaction<IntakeTables>,
  letters: readonly LetterRow[],
  uploads: readonly Insertable<IntakeTables["intake_upload"]>[],
): Promise<void> {
  const texts = (of: (one: LetterRow) => string) => sql`${letters.map(of)}::text[]`;
  const columns = [texts(({ id }) => id), texts(({ file }) => file), texts(({ sha256 }) => sha256), texts(({ week }) => week)];
  const sizes = sql`${letters.map(({ size }) => size)}::integer[]`;
  await sql`with taken as (
      update intake_counter set next = next + ${letters.length}::bigint where name = 'item' returning next - ${letters.length}::bigint as first
    )
    insert into intake_letter (number, id, file, sha256, week, size)
    select taken.first + one.place - 1, one.id, one.file, one.sha256, one.week, one.size
    from taken, unnest(${sql.join([...columns, sizes])}) with ordinality as one (id, file, sha256, week, size, place)`.execute(tx);
  if (uploads.length > 0) await tx.insertInto("intake_upload").values(uploads).execute();
}
