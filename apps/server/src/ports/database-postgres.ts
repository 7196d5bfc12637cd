/** PostgreSQL 15 or newer as the database: what a force runs. */
import pg from "pg";
import { type Result, failed, ok } from "@unmask/core";
import { columnTypes } from "./column-types.ts";
import { type Database, openDatabase } from "./database.ts";
import { deskRole, settleLogin } from "./desk-login.ts";
import { type Migrations, openMigrated } from "./migrate.ts";

/** Connections at once: PostgreSQL's own limit is 100 for everybody. */
const maxConnections = 16;
/** How long a connection is waited for, ms: a server that is away is told, never waited on for ever. */
const connectWithinMs = 10_000;

/**
 * Opens the database at `url` (`postgres://…`) and brings it up to date. Fails with a sentence when it cannot be reached or is of another edition,
 * and where its login passes row-level security by and cannot work in the desk's role instead.
 */
export async function openPostgres<Tables>(url: string, migrations: Migrations): Promise<Result<Database<Tables>, string>> {
  const pool = poolTo(url);
  const first = await pool.connect().catch((error: unknown) => (error instanceof Error ? error : new Error("it gave no reason")));
  if (first instanceof Error) {
    await pool.end();
    return failed(
      `PostgreSQL could not be reached: ${first.message || String("code" in first ? first.code : first.name)}. Check that it runs and that its address is right.`,
    );
  }
  first.release();
  const opened = await openMigrated(databaseOver<Tables>(pool), migrations);
  const { deskLogin } = migrations;
  if (!opened.ok || deskLogin === undefined) return opened;
  const login = await settleLogin(opened.value, deskLogin);
  if (login.ok && !login.value.isOwners) return opened;
  await opened.value.close();
  // Each connection that is made works in the role from its first statement on.
  return login.ok ? ok({ ...databaseOver<Tables>(poolTo(url, deskRole)), isOwnersLogin: true }) : login;
}

function poolTo(url: string, role?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectWithinMs,
    // Whatever the server or the role is set to: times are told in UTC, and row-level security leaves rows out. A role may set its own defaults:
    // with `row_security=off` each statement would err, and danger would stay unopened until somebody found out why.
    options: `-c TimeZone=UTC -c row_security=on${role === undefined ? "" : ` -c role=${role}`}`,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") => columnTypes[oid] ?? pg.types.getTypeParser(oid, format ?? "text"),
    },
  });
  // Without a listener the process ends when the server does; a statement on a lost connection fails by itself, the pool makes new ones. The
  // pool listens to connections that lie idle and to none that is in use, so each has a listener of its own.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

function databaseOver<Tables>(pool: pg.Pool): Database<Tables> {
  return openDatabase<Tables>({
    kind: "postgres",
    connect: async () => {
      const client = await pool.connect();
      return { query: (sql, parameters) => client.query(sql, [...parameters]), release: (isBroken) => client.release(isBroken) };
    },
    // A commit is on the disk when it answers.
    sync: () => Promise.resolve(),
    end: () => pool.end(),
  });
}
