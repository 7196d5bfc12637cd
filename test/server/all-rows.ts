/** The rows of a case database as the machine sees them, for a test that looks at what was written. */
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from "kysely";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";

/** Every statement is a transaction of the machine's own: row-level security hides nothing from it. */
export function allRows(database: Database<CaseTables>): Kysely<CaseTables> {
  const query = (async (text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
    const { rows } = await machineTransaction(database, (tx) => tx.executeQuery(CompiledQuery.raw(text, [...parameters])));
    return { command: "SELECT", rowCount: rows.length, rows };
  }) as PostgresPoolClient["query"];
  return new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => ({ query, release: () => undefined }), end: async () => undefined } }),
  });
}

/** Does something with the rights of whoever owns the tables: what no statement of the desk can. */
export async function asOwner(database: Database<CaseTables>, ...statements: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    for (const statement of ["set local role none", ...statements]) await tx.executeQuery(CompiledQuery.raw(statement));
  });
}
