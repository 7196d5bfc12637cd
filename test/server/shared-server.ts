/** What the suites of one run share (vitest's `globalSetup`): a PostgreSQL, and a folder for tables that are laid out once (stage.ts). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server's database `postgres`. */
    postgres: string;
    laidOut: string;
  }
}

/** Starts it before the first suite; ends it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const laidOut = mkdtempSync(join(tmpdir(), "unmask-laid-out-"));
  project.provide("postgres", server.url);
  project.provide("laidOut", laidOut);
  return async () => {
    await server.stop();
    rmSync(laidOut, { recursive: true, force: true });
  };
}
