/** Copies, the way back, and a new edition: what a force's own people do by hand, tried before they need it. */
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { readClock } from "@unmask/fittings-node";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { learnFactsIn } from "../../apps/server/src/learn/learn-facts-of-rows.ts";
import { type CaseRows, openLockedRows } from "../../apps/server/src/ports/case-rows.ts";
import { readChance } from "../../apps/server/src/ports/chance.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";
import { openHeadFile } from "../../apps/server/src/ports/head-file.ts";
import { eraseAgain, openEraser } from "../../apps/server/src/ports/open-eraser.ts";
import { eraseDecided, eraseLines } from "../../apps/server/src/retention/erase.ts";
import { readHead } from "../../apps/server/src/sql/case/access-log.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { canary, decideToErase, filesWith, plant, tablesWith, theCase } from "./erased-world.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { herComputer } from "./her-computer.ts";
import { type Served, serve, unmask } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-keep-"));
const data = join(home, "data");
const her = herComputer(join(home, "hers"));

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Sends a letter; resolves when the inside has answered it, so that it was taken in. */
async function report({ intake }: Served): Promise<void> {
  await her.mailbox(intake, await her.send(intake, { account: "A van across the road.", danger: "no" }), 1);
}

async function references(folder: string): Promise<readonly string[]> {
  const { out, err, code } = await unmask(["force", "health", "--data", folder]);
  expect(code, err).toBe(0);
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).reference);
}

test("a copy holds no key, is checked by a stock tool, and an older one loses nothing that still lies at the intake", async () => {
  await unmask(["force", "init", "--data", data, "--name", "Example Police"]);
  let served = await serve("both", ["--data", data]);
  await report(served);
  const [copy, keys] = [join(home, "copy"), join(home, "keys")];
  const early = await unmask(["force", "backup", "--data", data, "--out", copy]);
  expect([early.code, existsSync(copy)]).toEqual([1, false]);
  expect(early.err).toContain("in use by process");
  await served.end();
  // Orders of the day of the copy; of their ends and missed days nobody was reminded yet.
  writeFileSync(join(data, "invented"), "");
  expect(JSON.parse((await unmask(["force", "invented-orders", "--data", data])).out)).toEqual({ orders: 12 });
  expect(await remindersIn(data)).toEqual([]);
  expect((await unmask(["force", "backup", "--data", data, "--out", copy, "--keys", keys])).code).toBe(0);
  for (const folder of [copy, keys]) execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: folder, stdio: "pipe" });
  expect(namesUnder(copy).filter((name) => /key|secret|lock|links/.test(name))).toEqual([]);
  expect(namesUnder(keys).filter((name) => /database|items|blobs/.test(name))).toEqual([]);

  // A second report, after the copy; then the inside is lost.
  served = await serve("both", ["--data", data]);
  await report(served);
  await served.end();
  const back = join(home, "back");
  expect((await unmask(["force", "restore", "--from", copy, "--keys", keys, "--data", back])).code).toBe(0);
  rmSync(join(back, "intake"), { recursive: true });
  cpSync(join(data, "intake"), join(back, "intake"), { recursive: true });
  const offered = await unmask(["force", "offer-again", "--data", back]);
  expect(JSON.parse(offered.out)).toEqual({ offered: 2 });
  served = await serve("both", ["--data", back]);
  // A third report is answered after what lies before it was taken.
  await report(served);
  await served.end();
  // What the inside had is there once; what it had lost came again. Twelve reports between them were told on the telephone, in the invented cases.
  expect(await references(back)).toEqual(["R-1", "R-14", "R-15"]);
  // Every reminder that was given after the copy is given there too, each once, and every order stands where it stood.
  const given = await remindersIn(data);
  expect(given).toEqual([expect.stringContaining('"setting":"last day"')]);
  expect(await remindersIn(back)).toEqual(given);
  expect(await dutiesIn(back)).toEqual(await dutiesIn(data));
});

test("attack 20: what was past its last day when the copy is put back does not come back", async () => {
  const old = join(home, "old");
  expect((await unmask(["force", "restore", "--from", join(home, "copy"), "--keys", join(home, "keys"), "--data", old])).code).toBe(0);
  const items = join(old, "intake/items");
  expect(readdirSync(items).length).toBe(1);
  const rows = await openPglite<object>(join(old, "intake/database"), await readMigrations("intake"));
  if (!rows.ok) throw new Error(rows.error);
  await rows.value.transaction((tx) => sql`update intake_letter set kept_until = '2020-01-01'`.execute(tx));
  await rows.value.close();
  const served = await serve("intake", ["--data", join(old, "intake")]);
  for (let look = 0; look < 40 && readdirSync(items).length > 0; look += 1) await wait(100);
  await served.end();
  expect(readdirSync(items)).toEqual([]);
});

test("a copy in which one byte differs, or a file is missing, is not put back, and no force is written over", async () => {
  const over = await unmask(["force", "restore", "--from", join(home, "copy"), "--keys", join(home, "keys"), "--data", data]);
  expect([over.code, over.err]).toEqual([1, expect.stringContaining("already")]);
  const place = join(home, "damaged");
  appendFileSync(join(home, "copy/case/unmask-force.json"), " ");
  const damaged = await unmask(["force", "restore", "--from", join(home, "copy"), "--keys", join(home, "keys"), "--data", place]);
  expect([damaged.code, damaged.err]).toEqual([1, expect.stringContaining("unmask-force.json is not as it was copied")]);
  expect(existsSync(place)).toBe(false);
});

test("what two people erased is in no table, no file and no reason of the log, also after a kill and after an older copy was put back; the chain holds", async () => {
  const [of, copy, keys] = [join(home, "erasing"), join(home, "erasing-copy"), join(home, "erasing-keys")];
  await unmask(["force", "init", "--data", of, "--name", "Example Police"]);
  const folder = join(of, "case");
  const now = readClock();
  const parts = { seenHead: openHeadFile(folder, () => undefined), now: () => now, random: readChance };
  const open = async () => {
    const opened = await openLockedRows(openForceFolder(folder));
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  const countedIn = async ({ database, force }: CaseRows) => {
    const { reports, ...rest } = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    return { ...rest, reports: reports.map((one) => JSON.stringify(one)).sort() };
  };
  const held = async ({ rows }: Awaited<ReturnType<typeof open>>) => [await tablesWith(rows, canary), filesWith(folder, canary).length > 0];

  let at = await open();
  await plant(at.rows, folder, () => now);
  await decideToErase(at.rows, now);
  const [everywhere] = await held(at);
  expect(everywhere).toEqual(
    expect.arrayContaining(["access_log", "case_event", "order_event", "report_act", "audit_question", "retention_event"]),
  );
  const counted = await countedIn(at.rows);
  const earlier = (await readHead(at.rows.database.db, at.rows.force.id))?.checkpoint ?? "";
  await at.close();
  expect((await unmask(["force", "backup", "--data", of, "--out", copy, "--keys", keys])).code).toBe(0);
  const dry = JSON.parse((await unmask(["force", "retention", "--data", of, "--dry-run"])).out);
  expect(dry).toMatchObject({ subject: { of: "case", id: theCase }, goes: true, files: 3, reasons: 19, unclear: [expect.any(Number)] });

  // Killed before the rows went: everything is there, and the next start goes on.
  at = await open();
  const eraser = await openEraser(folder, at.rows, parts);
  if (!eraser.ok) throw new Error(eraser.error);
  const kill = () => Promise.reject(new Error("killed"));
  await expect(eraseDecided({ ...eraser.value, log: { write: kill } })).rejects.toThrow("killed");
  expect((await held(at))[0]).toEqual(everywhere);
  // Killed after them, before the files: nothing of it is shown.
  const [line] = await eraser.value.list.read();
  if (line === undefined) throw new Error("no line was written");
  await expect(eraseLines({ ...eraser.value, files: { ...eraser.value.files, remove: kill } }, [line], false)).rejects.toThrow("killed");
  expect(await held(at)).toEqual([[], true]);
  expect(await eraseAgain(folder, at.rows, parts)).toEqual({ ok: true, value: 1 });
  expect(await eraseAgain(folder, at.rows, parts)).toEqual({ ok: true, value: 0 });
  expect(await tablesWith(at.rows, canary)).toEqual([]);
  expect(await tablesWith(at.rows, "R-73")).toContain("case_event");
  expect(await countedIn(at.rows)).toEqual(counted);
  await parts.seenHead.settle();
  const log = { database: at.rows.database, force: at.rows.force.id, signer: at.rows.logSigner };
  expect((await auditVerify(log, [earlier])).ok).toBe(true);
  await at.close();
  expect(filesWith(of, canary)).toEqual([]);
  expect(filesWith(join(folder, "blobs"), "stays").length).toBe(1);

  // The copy knows nothing of it; the list does.
  const back = join(home, "erasing-back");
  const restored = ["force", "restore", "--from", copy, "--keys", keys, "--data", back];
  expect((await unmask([...restored, "--erased", join(folder, "erased.jsonl")])).code).toBe(0);
  expect(filesWith(back, canary).length).toBeGreaterThan(0);
  const served = await serve("both", ["--data", back]);
  expect(served.written()).toContain("1 of what was erased stood here again");
  await served.end();
  expect(filesWith(back, canary)).toEqual([]);
  const again = await openLockedRows(openForceFolder(join(back, "case")));
  if (!again.ok) throw new Error(again.error);
  const { rows } = again.value;
  expect([await tablesWith(rows, canary), await countedIn(rows)]).toEqual([[], counted]);
  await again.value.close();
  const verdict = await unmask(["audit", "verify", "--data", back]);
  expect(verdict.code, verdict.err).toBe(0);
});

test("a new edition first tells what it would change in the tables, and changes nothing until it is asked; then queue and cases are worked out anew", async () => {
  const older = join(home, "older");
  await unmask(["force", "init", "--data", older, "--name", "Example Police"]);
  const migrations = await readMigrations("case");
  const [first, ...later] = migrations.steps;
  if (first === undefined) throw new Error("there are steps");
  const rows = await openPglite<object>(join(older, "case/database"), { ...migrations, steps: [first] });
  if (!rows.ok) throw new Error(rows.error);
  await rows.value.close();
  const told = async (...more: string[]) => {
    const { code, out } = await unmask(["force", "upgrade", "--data", older, ...more]);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    // What an earlier edition worked out would stand as that edition told it.
    expect(lines.filter((line) => "reports" in line)).toEqual(more.length === 0 ? [{ reports: 0, cases: 0, orders: 0 }] : []);
    return lines.find(({ role }) => role === "case");
  };
  const missing = { role: "case", steps: later.map(({ name }) => name) };
  expect(await told("--dry-run")).toEqual({ ...missing, made: false });
  expect(await told()).toEqual({ ...missing, made: true });
  expect(await told("--dry-run")).toEqual({ role: "case", steps: [], made: false });
});

/** The reminders that were given in a folder whose server is stopped: of which order, and of what. */
async function remindersIn(folder: string): Promise<readonly string[]> {
  const rows = await rowsIn(
    folder,
    sql<{
      order_id: string;
      event: string;
    }>`select order_id, event from order_event where kind = 'reminder-given' order by order_id, number`,
  );
  return rows.map(({ order_id, event }) => `${order_id} ${JSON.stringify(JSON.parse(event).body)}`);
}

/** Where each duty of the register stands there. */
function dutiesIn(folder: string) {
  return rowsIn(folder, sql`select order_id, nth, rule, run_from, due, state, row_group from order_duty order by order_id, nth`);
}

async function rowsIn<Row>(folder: string, asked: RawBuilder<Row>): Promise<readonly Row[]> {
  const opened = await openPglite<CaseTables>(join(folder, "case/database"), await readMigrations("case"));
  if (!opened.ok) throw new Error(opened.error);
  try {
    const { rows } = await machineTransaction(opened.value, (tx) => asked.execute(tx));
    return rows;
  } finally {
    await opened.value.close();
  }
}

function namesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}
