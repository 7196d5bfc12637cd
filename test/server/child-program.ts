/**
 * A program of these tests in one file, with its threads and migrations beside it, as the built server lies. Out of the sources its first line
 * comes after seconds of work, each time that it is killed and started again.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const server = join(root, "apps/server");

/** Packages with files of their own, which stay where they are installed. */
function installed(): readonly string[] {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(server, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => !name.startsWith("@unmask/"));
}

/** Builds one of this folder before the tests of a suite; gives its place. */
export function childProgram(name: string): () => string {
  let folder: string | undefined;
  beforeAll(async () => {
    const all = join(root, ".cache/children");
    mkdirSync(all, { recursive: true });
    folder = mkdtempSync(join(all, "child-"));
    await build({
      entryPoints: { child: join(root, "test/server", name), "pglite-thread": join(server, "src/ports/pglite-thread.ts") },
      outdir: folder,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      external: installed().flatMap((one) => [one, `${one}/*`]),
      logLevel: "warning",
    });
    cpSync(join(server, "src/migrations"), join(folder, "migrations"), { recursive: true });
  });
  afterAll(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return () => join(folder ?? "", "child.js");
}
