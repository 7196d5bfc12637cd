/**
 * Where a suite of the server plays: on a real PostgreSQL 15 and on PGlite, the two ends of what the server runs on, and on the server of
 * `DATABASE_URL` as well when that is given. Each suite has a database of its own; a server that does not start fails the suite.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import type { Migrations } from "../../apps/server/src/ports/migrate.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** What a suite has. */
export interface Stage {
  readonly kind: "pglite" | "postgres";
  /** Opens the suite's database, the same one at every opening; the one opened before is closed first, the last after the suite. */
  open<Tables>(migrations: Migrations): Promise<Database<Tables>>;
  /** The same, with what stands in the way as a value. */
  tryOpen<Tables>(migrations: Migrations): ReturnType<typeof openPostgres<Tables>>;
  /** Closes it. */
  close(): Promise<void>;
  /** A new empty folder for files. */
  folder(): string;
  /** What opens the suite's database in another process: a folder of PGlite or an address of PostgreSQL. */
  where(): string;
}

/** Runs a suite on both databases. */
export function describeOnBoth(title: string, suite: (stage: Stage) => void): void {
  describe(`${title}, on PGlite`, () => suite(stageOnPglite()));
  describe(`${title}, on PostgreSQL 15`, () => suite(stageOnPostgres()));
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") describe(`${title}, on the PostgreSQL given`, () => suite(stageOnPostgres(given)));
}

/** Runs a suite whose statements other suites drive on both: on what a force runs alone. */
export function describeOnPostgres(title: string, suite: (stage: Stage) => void): void {
  describe(title, () => suite(stageOnPostgres()));
}

function stageOnPglite(): Stage {
  const { home, opened } = scene();
  const where = (): string => join(home(), "database");
  return stage("pglite", { home, opened, where, open: (migrations) => openPglite(where(), migrations) });
}

function stageOnPostgres(given?: string): Stage {
  let server: PostgresServer | undefined;
  const name = `unmask_${randomBytes(8).toString("hex")}`;
  const rootUrl = (): string => given ?? server?.url ?? "";
  // Registered before the scene's own: it ends last.
  beforeAll(async () => {
    if (given === undefined) server = await startPostgres();
    await ask(rootUrl(), `create database ${name}`);
  });
  afterAll(async () => {
    if (given !== undefined) await ask(given, `drop database ${name} with (force)`);
    await server?.stop();
  });
  const { home, opened } = scene();
  const where = (): string => Object.assign(new URL(rootUrl()), { pathname: `/${name}` }).href;
  return stage("postgres", { home, opened, where, open: (migrations) => openPostgres(where(), migrations) });
}

interface Scene {
  readonly home: () => string;
  readonly opened: { close(): Promise<void> }[];
}

function scene(): Scene {
  let home = "";
  const opened: { close(): Promise<void> }[] = [];
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "unmask-stage-"));
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
    rmSync(home, { recursive: true, force: true });
  });
  return { home: () => home, opened };
}

function stage(
  kind: Stage["kind"],
  at: Scene & { readonly where: () => string; readonly open: <Tables>(migrations: Migrations) => ReturnType<typeof openPostgres<Tables>> },
): Stage {
  const close = async (): Promise<void> => at.opened.pop()?.close();
  const tryOpen = async <Tables>(migrations: Migrations): ReturnType<typeof openPostgres<Tables>> => {
    await close();
    const database = await at.open<Tables>(migrations);
    if (database.ok) at.opened.push(database.value);
    return database;
  };
  return {
    kind,
    tryOpen,
    open: async <Tables>(migrations: Migrations) => {
      const database = await tryOpen<Tables>(migrations);
      if (!database.ok) throw new Error(database.error);
      return database.value;
    },
    close,
    folder: () => mkdtempSync(join(at.home(), "files-")),
    where: at.where,
  };
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
