/** PostgreSQL 15 or newer as the database: what a force runs. */
import pg from "pg";
import { type Result, failed } from "@unmask/core";
import { columnTypes } from "./column-types.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Migrations, openMigrated } from "./migrate.ts";

/** Connections at once: PostgreSQL's own limit is 100 for everybody. */
const maxConnections = 16;
/** How long a connection is waited for, ms: a server that is away is told, never waited on for ever. */
const connectWithinMs = 10_000;

/** Opens the database at `url` (`postgres://…`) and brings it up to date. Fails with a sentence when it cannot be reached or is of another edition. */
export async function openPostgres<Tables>(url: string, migrations: Migrations): Promise<Result<Database<Tables>, string>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectWithinMs,
    // Whatever the server or the role is set to: times are told in UTC.
    options: "-c TimeZone=UTC",
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") => columnTypes[oid] ?? pg.types.getTypeParser(oid, format ?? "text"),
    },
  });
  // Without a listener the process ends when the server does; a statement on a lost connection fails by itself, the pool makes new ones.
  pool.on("error", () => undefined);
  const first = await pool.connect().catch((error: unknown) => (error instanceof Error ? error : new Error("it gave no reason")));
  if (first instanceof Error) {
    await pool.end();
    return failed(
      `PostgreSQL could not be reached: ${first.message || String("code" in first ? first.code : first.name)}. Check that it runs and that its address is right.`,
    );
  }
  first.release();
  return openMigrated(
    openDatabase<Tables>({
      kind: "postgres",
      connect: async () => {
        const client = await pool.connect();
        return { query: (sql, parameters) => client.query(sql, [...parameters]), release: (isBroken) => client.release(isBroken) };
      },
      // A commit is on the disk when it answers.
      sync: () => Promise.resolve(),
      end: () => pool.end(),
    }),
    migrations,
  );
}
