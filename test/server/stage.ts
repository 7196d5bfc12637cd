/**
 * Where a suite of the server plays: on a real PostgreSQL 15 and on PGlite, the two ends of what the server runs on, and on the server of
 * `DATABASE_URL` as well when that is given. Each suite has a database of its own, on the one server of the run; a server that does not start
 * fails the run.
 *
 * [Note: Tables laid out once] Laying out the tables of a force takes longer than many a suite. The first suite of a run that opens them has them
 * laid out by the program itself, and each suite begins with a copy of what came of it.
 */
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import type { Migrations } from "../../apps/server/src/ports/migrate.ts";

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
  const open = async <Tables>(migrations: Migrations): ReturnType<typeof openPglite<Tables>> => {
    if (!existsSync(where()) && migrations.deskLogin !== undefined) await cp(await laidOutFolder(migrations), where(), { recursive: true });
    return openPglite(where(), migrations);
  };
  return stage("pglite", { home, opened, where, open });
}

function stageOnPostgres(server: string = inject("postgres")): Stage {
  const name = `unmask_${randomBytes(8).toString("hex")}`;
  // Registered before the scene's own: it ends last.
  beforeAll(() => ask(server, `create database ${name}`));
  afterAll(() => ask(server, `drop database ${name} with (force)`));
  const { home, opened } = scene();
  const where = (): string => addressOf(server, name);
  const open = async <Tables>(migrations: Migrations): ReturnType<typeof openPostgres<Tables>> => {
    if (migrations.deskLogin !== undefined && (await isEmpty(where()))) {
      const template = await laidOutDatabase(server, migrations);
      await ask(server, `drop database ${name} with (force)`);
      await ask(server, `create database ${name} template ${template}`);
      // What a login may do to a database as a whole is no part of a copy.
      await ask(where(), migrations.deskLogin);
    }
    return openPostgres(where(), migrations);
  };
  return stage("postgres", { home, opened, where, open });
}

/** What tables come of: the steps, and the rights that follow them. */
function editionOf({ steps, deskLogin = "" }: Migrations): string {
  return createHash("sha256")
    .update(JSON.stringify([steps.map(({ name, hash }) => [name, hash]), deskLogin]))
    .digest("hex")
    .slice(0, 16);
}

/** A closed folder of PGlite with these tables. */
async function laidOutFolder(migrations: Migrations): Promise<string> {
  const kept = join(inject("laidOut"), editionOf(migrations));
  if (existsSync(kept)) return join(kept, "database");
  const making = await mkdtemp(join(dirname(kept), "making-"));
  const database = await openPglite(join(making, "database"), migrations);
  if (!database.ok) throw new Error(database.error);
  await database.value.close();
  // A suite beside this one may have been first: its folder holds the same.
  await rename(making, kept).catch(() => rm(making, { recursive: true, force: true }));
  return join(kept, "database");
}

/** The name of a database with these tables, which nobody is connected to. */
async function laidOutDatabase(server: string, migrations: Migrations): Promise<string> {
  const name = `laid_out_${editionOf(migrations)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Until this connection ends: suites beside each other make it once.
    await client.query("select pg_advisory_lock(1)");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 1) return name;
    const making = `making_${randomBytes(8).toString("hex")}`;
    await client.query(`create database ${making}`);
    const database = await openPostgres(addressOf(server, making), migrations);
    if (!database.ok) throw new Error(database.error);
    await database.value.close();
    await client.query(`alter database ${making} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

function addressOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

async function isEmpty(url: string): Promise<boolean> {
  const { rowCount } = await ask(url, "select 1 from pg_class where relnamespace = 'public'::regnamespace limit 1");
  return rowCount === 0;
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

async function ask(url: string, sql: string): Promise<{ readonly rowCount: number | null }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
