import type { Kysely } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Entries of one statement. */
const entriesAtOnce = 2_000;

/** Every entry of the log that shows one of these persons, in order, with who it was: it asks as the machine. Each names its force itself. */
export async function looksAtPersons(db: Kysely<CaseTables>, persons: readonly string[]) {
  const all: { readonly number: number; readonly entry: string; readonly name: string | null }[] = [];
  if (persons.length === 0) return all;
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("access_log")
      .leftJoin("officer", "officer.id", "access_log.actor")
      .select(["access_log.number", "access_log.entry", "officer.name"])
      .where("access_log.person", "in", persons)
      .where("access_log.number", ">", after)
      .orderBy("access_log.number")
      .limit(entriesAtOnce)
      .execute();
    for (const row of rows) all.push(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < entriesAtOnce) return all;
    after = last.number;
  }
}
