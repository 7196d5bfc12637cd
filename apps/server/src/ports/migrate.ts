/**
 * Brings a database up to date: the files `migrations/ROLE/NNNN-name.sql` in their order, each in a transaction of its own, forward only. What
 * was applied is written down with its hash; both roles may share a database.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { type Result, failed, ok } from "@unmask/core";
import { appliedMigrations, applyMigration, makeMigrationTable } from "../sql/migration.ts";
import type { Database } from "./database.ts";
import { hasCode } from "./shared-sync.ts";

/** The steps of a role, in order. */
export interface Migrations {
  readonly role: "intake" | "case";
  readonly steps: readonly MigrationStep[];
  /** Makes the role in which the desk works (migrations/desk-login.sql); a login that owns the tables works in it, too. Left out: as one logs in. */
  readonly deskLogin?: string;
  /** Is told the names of the steps that are missing, before they are made. */
  readonly onMissing?: (names: readonly string[]) => void;
  /** Nothing is made: the database is looked at only. */
  readonly isDry?: boolean;
}

/** One step: name `0001-letters`, its text, and the text's SHA-256. */
export interface MigrationStep {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** PostgreSQL's code for a right that a login lacks. */
const notAllowed = "42501";

const stepName = /^(\d{4}-[a-z0-9-]+)\.sql$/;

/** Reads the steps of a role: beside the built program (`dist/migrations`), or from the sources. */
export async function readMigrations(role: "intake" | "case"): Promise<Migrations> {
  const built = new URL("./migrations/", import.meta.url);
  const all = existsSync(built) ? built : new URL("../migrations/", import.meta.url);
  const folder = new URL(`${role}/`, all);
  const names = (await readdir(folder)).sort();
  const steps = await Promise.all(
    names.map(async (file) => {
      const [, name] = stepName.exec(file) ?? [];
      if (name === undefined) throw new Error(`${file} is no name of a migration: NNNN-name.sql`);
      return migrationStep(name, await readFile(new URL(file, folder), "utf8"));
    }),
  );
  return role === "case" ? { role, steps, deskLogin: await readFile(new URL("desk-login.sql", all), "utf8") } : { role, steps };
}

/** A step from its name and text. */
export function migrationStep(name: string, sql: string): MigrationStep {
  return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
}

/** The database brought up to date; closed where that cannot be, with a sentence or with what was thrown. */
export async function openMigrated<Tables>(database: Database<Tables>, migrations: Migrations): Promise<Result<Database<Tables>, string>> {
  let migrated: Result<void, string> | undefined;
  try {
    migrated = await migrate(database, migrations);
  } finally {
    if (!migrated?.ok) await database.close();
  }
  return migrated.ok ? ok(database) : migrated;
}

/** Applies what is missing. Changes nothing when what was applied is not what this program would apply. */
async function migrate<Tables>(
  database: Database<Tables>,
  { role, steps, onMissing, isDry = false }: Migrations,
): Promise<Result<void, string>> {
  const table = `${role}_migration`;
  const applied = await database.transaction((tx) => appliedMigrations(tx, table));
  for (const [at, { name, hash }] of applied.entries()) {
    const step = steps[at];
    if (step === undefined)
      return failed(
        `This database was made by a newer edition of this program (step ${name}). Nothing was changed. Start the newer edition.`,
      );
    if (step.name !== name || step.hash !== hash)
      return failed(
        `This database was made by another edition of this program (step ${name} differs). Nothing was changed. Start the edition that made it.`,
      );
  }
  const missing = steps.slice(applied.length);
  onMissing?.(missing.map(({ name }) => name));
  if (missing.length === 0 || isDry) return ok(undefined);
  try {
    await database.transaction((tx) => makeMigrationTable(tx, table));
    for (const step of missing) await database.transaction((tx) => applyMigration(tx, table, step));
  } catch (error) {
    // The login of the desk's days owns nothing.
    if (!hasCode(error, notAllowed)) throw error;
    return failed(
      `This database lacks ${missing.length} steps of this program, and this login may not make them. Nothing was changed. Start once with the owner's address, as docs/running.md says.`,
    );
  }
  return ok(undefined);
}
