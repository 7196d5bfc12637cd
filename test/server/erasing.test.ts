/** What two people erased, on the database that a force runs: the program's own test erases in a folder (program-keep.test.ts). */
import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { readClock } from "@unmask/fittings-node";
import { createSignerKey } from "@unmask/seal";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { learnFactsIn } from "../../apps/server/src/learn/learn-facts-of-rows.ts";
import type { CaseRows } from "../../apps/server/src/ports/case-rows.ts";
import { readChance } from "../../apps/server/src/ports/chance.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { openHeadFile } from "../../apps/server/src/ports/head-file.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { eraseAgain, openEraser } from "../../apps/server/src/ports/open-eraser.ts";
import { eraseDecided, eraseLines, planErasures } from "../../apps/server/src/retention/erase.ts";
import { readHead } from "../../apps/server/src/sql/case/access-log.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { allRows } from "./all-rows.ts";
import { canary, decideToErase, filesWith, plant, staysReceived, staysUnclear, tablesWith, theCase } from "./erased-world.ts";
import { describeOnPostgres } from "./stage.ts";

describeOnPostgres("what two people erased, on PostgreSQL 15", (stage) => {
  const logSigner = createSignerKey((size) => new Uint8Array(randomBytes(size)));
  const force = { id: "f0".repeat(16), name: "Northshire Police" };
  const now = readClock();
  const rowsOf = (database: Database<CaseTables>): CaseRows => ({ database, logSigner, force });
  const partsOf = (folder: string) => ({ seenHead: openHeadFile(folder, () => undefined), now: () => now, random: readChance });
  const countedIn = async ({ database }: CaseRows) => {
    const { reports, ...rest } = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    return { ...rest, reports: reports.map((one) => JSON.stringify(one)).sort() };
  };

  test("is in no table, no file and no reason of the log, also after a kill and after an older copy was put back; the chain holds", async () => {
    const [folder, migrations] = [stage.folder(), await readMigrations("case")];
    let rows = rowsOf(await stage.open<CaseTables>(migrations));
    await plant(rows, folder, () => now);
    await decideToErase(rows, now);
    const everywhere = await tablesWith(rows, canary);
    expect(everywhere).toEqual(expect.arrayContaining(["access_log", "case_event", "order_event", "report_act", "retention_event"]));
    const counted = await countedIn(rows);
    const earlier = (await readHead(rows.database.db, force.id))?.checkpoint ?? "";
    await stage.close();
    const copy = await copyOf(stage.where());
    rows = rowsOf(await stage.open<CaseTables>(migrations));

    // The desk's own login takes nothing away.
    const login = await openPostgres<CaseTables>(await asDesk(stage.where()), migrations);
    if (!login.ok) throw new Error(login.error);
    expect(await openEraser(folder, rowsOf(login.value), partsOf(folder))).toMatchObject({
      ok: false,
      error: expect.stringContaining("may take nothing away"),
    });
    await login.value.close();

    const opened = await openEraser(folder, rows, partsOf(folder));
    if (!opened.ok) throw new Error(opened.error);
    const eraser = opened.value;
    expect(await planErasures(eraser)).toMatchObject([
      { subject: { of: "case", id: theCase }, stays: [], files: 3, reasons: 19, unclear: [expect.any(Number)] },
    ]);
    const kill = () => Promise.reject(new Error("killed"));
    await expect(eraseDecided({ ...eraser, log: { write: kill } })).rejects.toThrow("killed");
    expect(await tablesWith(rows, canary)).toEqual(everywhere);
    const [line] = await eraser.list.read();
    if (line === undefined) throw new Error("no line was written");
    await expect(eraseLines({ ...eraser, files: { ...eraser.files, remove: kill } }, [line], false)).rejects.toThrow("killed");
    expect([await tablesWith(rows, canary), filesWith(folder, canary).length > 0]).toEqual([[], true]);
    expect(await eraseAgain(folder, rows, partsOf(folder))).toEqual({ ok: true, value: 1 });
    expect(await eraseAgain(folder, rows, partsOf(folder))).toEqual({ ok: true, value: 0 });
    expect([await tablesWith(rows, canary), filesWith(folder, canary)]).toEqual([[], []]);
    expect(await tablesWith(rows, "R-73")).toContain("case_event");
    expect(await countedIn(rows)).toEqual(counted);
    // What names nobody in it keeps its words.
    const words = await allRows(rows.database).selectFrom("access_log").select("words").where("words", "<>", "").execute();
    expect(new Set(words.map((one) => one.words))).toEqual(new Set([staysUnclear, "R-7 and R-711, as the briefing asks", "stays"]));
    const received = await allRows(rows.database).selectFrom("access_log").select("typed").where("typed", "is not", null).execute();
    expect(received.map((one) => one.typed)).toEqual([staysReceived]);
    expect((await auditVerify({ database: rows.database, force: force.id, signer: logSigner }, [earlier])).ok).toBe(true);

    // The copy knows nothing of it; the list does.
    const put = await openPostgres<CaseTables>(copy, migrations);
    if (!put.ok) throw new Error(put.error);
    const [older, back] = [rowsOf(put.value), stage.folder()];
    cpSync(join(folder, "erased.jsonl"), join(back, "erased.jsonl"));
    expect(await tablesWith(older, canary)).toEqual(everywhere);
    expect(await eraseAgain(back, older, partsOf(back))).toEqual({ ok: true, value: 1 });
    expect([await tablesWith(older, canary), await countedIn(older)]).toEqual([[], counted]);
    expect((await auditVerify({ database: older.database, force: force.id, signer: logSigner }, [earlier])).ok).toBe(true);
    await put.value.close();
  }, 120_000);
});

/** A copy of a database to which nobody is connected, as a backup that is put back elsewhere. */
async function copyOf(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1);
  await ask(Object.assign(new URL(url), { pathname: "/postgres" }).href, `create database ${name}_copy template ${name}`);
  return Object.assign(new URL(url), { pathname: `/${name}_copy` }).href;
}

/** The address by which the desk itself comes in. */
async function asDesk(url: string): Promise<string> {
  await ask(url, "alter role unmask_desk password 'of the tests'");
  return Object.assign(new URL(url), { username: "unmask_desk", password: "of the tests" }).href;
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
