import { type Transaction, sql } from "kysely";

/** The table of applied steps of a role; made once. */
export async function makeMigrationTable<Tables>(tx: Transaction<Tables>, table: string): Promise<void> {
  await sql`create table if not exists ${sql.id(table)} (name text primary key, hash text not null)`.execute(tx);
}

/** Applied steps, in order of their names; none where the table is not there yet. */
export async function appliedMigrations<Tables>(
  tx: Transaction<Tables>,
  table: string,
): Promise<readonly { name: string; hash: string }[]> {
  const { rows: found } = await sql<{ place: string | null }>`select to_regclass(${table})::text as place`.execute(tx);
  const place = found[0]?.place ?? undefined;
  if (place === undefined) return [];
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from ${sql.id(table)} order by name collate "C"`.execute(tx);
  return rows;
}

/** Applies a step and writes it down. Two programs that start at once do it one after the other, and the second finds it done. */
export async function applyMigration<Tables>(
  tx: Transaction<Tables>,
  table: string,
  step: { readonly name: string; readonly sql: string; readonly hash: string },
): Promise<void> {
  await sql`lock table ${sql.id(table)} in exclusive mode`.execute(tx);
  const { rows } = await sql`select name from ${sql.id(table)} where name = ${step.name}`.execute(tx);
  if (rows.length > 0) return;
  await sql.raw(step.sql).execute(tx);
  await sql`insert into ${sql.id(table)} (name, hash) values (${step.name}, ${step.hash})`.execute(tx);
}
