/** A desk that is killed between the file of a paper and the row that names it. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endPapers } from "../../apps/server/src/orders/end-papers.ts";
import { openCaseFiles } from "../../apps/server/src/ports/case-files.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { putPapers } from "../../apps/server/src/sql/case/order-papers.ts";
import { parseInstant } from "@unmask/core";
import { childProgram } from "./child-program.ts";
import { newForceIn } from "./case-world.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-papers-"));
const force = { id: "f0".repeat(16) };
let database: Database<CaseTables>;
beforeAll(async () => {
  await newForceIn(folder);
  const opened = await openPglite<CaseTables>(join(folder, "database"), await readMigrations("case"));
  if (!opened.ok) throw new Error(opened.error);
  database = opened.value;
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const program = childProgram("child-papers.ts");

/** Keeps one in a process that is killed as soon as the file lies there; its name. */
async function killedWhenKept(): Promise<string> {
  const child = spawn(process.execPath, [program(), folder], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let name = "";
    child.stdout.on("data", (said: Buffer) => {
      name = said.toString().trim();
      child.kill("SIGKILL");
    });
    child.once("exit", (_, signal) => (signal === "SIGKILL" ? resolve(name) : reject(new Error("it ended by itself"))));
  });
}

it("leaves at the next start the paper that a row names, and no other; a pack that is half taken in stays", async () => {
  const [named, unnamed] = [await killedWhenKept(), await killedWhenKept()];
  const paper = { kind: "copy", form: "pdf", about: "a copy", sha256: "00", size: 16, pages: null, template: null, kept: named } as const;
  const at = parseInstant(Date.UTC(2026, 10, 27)) ?? expect.fail("a time of our calendar");
  await machineTransaction(database, (tx) => putPapers(tx, { force: force.id, order: "SPO-26-025", at, by: "unmask" }, [paper]));
  const place = (name: string): string => join(folder, "blobs", name);
  const half = "ab".repeat(16);
  writeFileSync(place(half), "the beginning of a pack");
  expect([named, unnamed].map((name) => existsSync(place(name)))).toEqual([true, true]);
  const files = await openCaseFiles(openForceFolder(folder));
  if (!files.ok) throw new Error(files.error);
  const { keptPapers } = files.value;
  expect(await endPapers({ database, force, keptPapers })).toBe(1);
  expect([named, unnamed, half].map((name) => existsSync(place(name)))).toEqual([true, false, true]);
  expect(await keptPapers.begun()).toEqual([]);
  expect((await keptPapers.read(named)).ok).toBe(true);
  expect(await endPapers({ database, force, keptPapers })).toBe(0);
});
