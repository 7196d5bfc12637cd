/** The log of every look on both databases: numbered once, without a gap, whatever happens; and what somebody does to its rows is found. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { createSignerKey } from "@unmask/seal";
import { type AccessLog, startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { auditExport, auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { forceLogVkey } from "../../apps/server/src/access-log/log-head.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { allRows, asOwner } from "./all-rows.ts";
import { describeOnBoth } from "./stage.ts";

const force = "a0".repeat(16);
const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
const signer = createSignerKey(random);
const now = () => {
  const instant = parseInstant(Date.now());
  if (instant === undefined) throw new Error("a time of our calendar");
  return instant;
};
const look = (person: string) => ({ op: "consult", what: "open-report", actor: "officer-1", person, reasonWords: "She rang." }) as const;

describeOnBoth("the log of every look", (stage) => {
  let database: Database<CaseTables>;
  let log: AccessLog;
  const audited = () => ({ database, force, signer });
  const change = (statement: string) => asOwner(database, statement);

  beforeAll(async () => {
    database = await stage.open<CaseTables>(await readMigrations("case"));
    log = await startAccessLog({ database, force, signer, now, random });
  });

  test("looks that run beside each other are numbered without a gap, and each answer waits for its numbers", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => log.write(async () => ({ value: i, drafts: [look(`a-${i}`), look(`b-${i}`), look(`c-${i}`)] }))),
    );
    const numbers = answers.flatMap(({ entries }) => entries.map(({ number }) => number));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    for (const { value, entries } of answers) {
      expect(entries.map(({ text }) => JSON.parse(text).person)).toEqual([`a-${value}`, `b-${value}`, `c-${value}`]);
    }
    expect(await auditVerify(audited())).toMatchObject({ ok: true, value: { entries: 120 } });
  });

  test("a look that fails leaves no entry, and nothing waits for ever", async () => {
    await expect(
      log.write(async () => {
        throw new Error("the report is gone");
      }),
    ).rejects.toThrow("the report is gone");
    expect(await auditVerify(audited())).toMatchObject({ ok: true, value: { entries: 120 } });
  });

  test("what was taken in has one entry, whose proof a stock tool accepts for its bytes", async () => {
    const item = { item: "0b".repeat(16), sha256: "cd".repeat(32) };
    const [one, other] = await Promise.all([log.appendCollect(item), log.appendCollect(item)]);
    expect(other).toEqual(one);
    await log.write(async () => ({ value: undefined, drafts: [look("later")] }));
    expect(await log.appendCollect(item)).toEqual(one);
    expect(JSON.parse(one.entry)).toMatchObject({ op: "collect", sha256: item.sha256, number: one.number });
    const folder = stage.folder();
    writeFileSync(join(folder, "entry"), one.entry);
    writeFileSync(join(folder, "entry.spicy"), one.proof.slice(one.proof.indexOf("\n") + 1));
    const verify = () => execFileSync("spicy-litetlog", ["-verify", forceLogVkey(signer, force), "entry"], { cwd: folder, stdio: "pipe" });
    verify();
    writeFileSync(join(folder, "entry"), one.entry.replace("cdcd", "cdce"));
    expect(verify).toThrow();
  });

  test("what a crash left waiting is numbered at the next start, and the one before numbers nothing more", async () => {
    const before = await auditVerify(audited());
    const waiting = `insert into access_waiting (id, force, draft, words, salt)
      select '0' || id, force, draft, words, salt from waited`;
    await change("create table waited as select * from access_waiting where false");
    const { entries } = await log.write(async (tx) => {
      await sql.raw("select 1").execute(tx);
      return { value: undefined, drafts: [look("crash")] };
    });
    const [row] = (
      await sql<{
        entry: string;
        words: string;
        salt: string;
      }>`select entry, words, salt from access_log where number = ${entries[0]?.number ?? 0}`.execute(allRows(database))
    ).rows;
    if (row === undefined) throw new Error("the entry was written");
    await database.transaction((tx) =>
      sql`insert into waited values (${"left"}, ${force}, ${row.entry}, ${row.words}, ${row.salt})`.execute(tx),
    );
    await change(waiting);
    const next = await startAccessLog({ database, force, signer, now, random });
    const after = await auditVerify(audited());
    expect(after.ok && before.ok ? after.value.entries - before.value.entries : 0).toBe(2);
    await expect(log.write(async () => ({ value: undefined, drafts: [look("stale")] }))).rejects.toThrow("another process");
    log = next;
    await log.write(async () => ({ value: undefined, drafts: [look("fresh")] }));
    const verified = await auditVerify(audited());
    // The stale one's look was committed with its entry waiting: the next numbers it.
    expect(verified.ok && after.ok ? verified.value.entries - after.value.entries : 0).toBe(2);
  });

  test("the words of a reason can be erased by law: the chain stays whole, and in silence they cannot", async () => {
    expect(await log.eraseReason(5, { actor: "officer-1", reasonWords: "named a child; court order of 2 December" })).toBe(true);
    expect(await log.eraseReason(5, { actor: "officer-1", reasonWords: "again" })).toBe(false);
    expect((await auditVerify(audited())).ok).toBe(true);
    const { rows } = await sql<{ words: string | null }>`select words from access_log where number = 5`.execute(allRows(database));
    expect(rows).toEqual([{ words: null }]);
  });

  test("a recipient whom an officer typed stands beside the entry, is handed out with it, and is erased with the words; in silence it cannot be", async () => {
    const given = {
      op: "disclose",
      what: "export",
      actor: "officer-1",
      case: "0412",
      reason: "court",
      typedRecipient: "Rowan Okafor, by hand",
    } as const;
    const { entries } = await log.write(async () => ({ value: undefined, drafts: [given, { ...given, typedRecipient: "" }] }));
    const [number = 0, empty = 0] = entries.map((one) => one.number);
    expect(entries.map(({ text }) => text).join()).not.toContain("Rowan");
    const exported = async () => {
      const lines: object[] = [];
      for await (const line of auditExport({ database })) lines.push(Object(JSON.parse(line)));
      return lines[number - 1];
    };
    expect(await exported()).toMatchObject({
      number,
      recipients: [],
      typedRecipient: "Rowan Okafor, by hand",
      typedSalt: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await change("create table kept as select * from access_log");
    for (const attack of [
      "typed = 'Rowan Okafor, by post'",
      "typed = null, typed_salt = null",
      "typed_salt = null",
      "words = null, salt = null",
    ]) {
      await change(`update access_log set ${attack} where number = ${number}`);
      expect([attack, await auditVerify(audited())]).toMatchObject([attack, { ok: false, error: { number } }]);
      await change("delete from access_log");
      await change("insert into access_log select * from kept");
    }
    await change("drop table kept");
    expect(await log.eraseReason(number, { actor: "officer-1", reasonWords: "court order of 2 December" })).toBe(true);
    expect(await exported()).toMatchObject({ number, reasonWords: null, salt: null, typedRecipient: null, typedSalt: null });
    expect((await auditVerify(audited())).ok).toBe(true);
    // What was typed is committed to even where it is nothing at all.
    expect(JSON.parse(entries[1]?.text ?? "{}").typed).toMatch(/^[0-9a-f]{64}$/);
    expect(empty).toBe(number + 1);
  });

  test("each thing that can be done to a row is found, and the first entry that does not hold is named", async () => {
    const verified = await auditVerify(audited());
    const entries = verified.ok ? verified.value.entries : 0;
    const attacks: readonly [string, number][] = [
      ["delete from access_log where number = 30", 30],
      ["delete from access_log where number = 1", 1],
      [`delete from access_log where number = ${entries}`, entries],
      [`delete from access_log where number > ${entries - 10}`, entries - 9],
      ["update access_log set actor = 'officer-2' where number = 31", 31],
      ["update access_log set entry = replace(entry, 'officer-1', 'officer-2') where number = 32", 32],
      ["update access_log set words = 'for the briefing' where number = 33", 33],
      ["update access_log set words = null, salt = null where number = 34", 34],
      [
        "update access_log set entry = o.entry, hash = o.hash from (select entry, hash from access_log where number = 45) o where access_log.number = 44",
        44,
      ],
      ["update access_log set at = at + interval '1 hour' where number = 50", 50],
      ["update access_log set number = -1 where number = 60", 1],
      [
        "insert into access_log select number + 1000, entry, hash, words, salt, at, op, what, actor, report, case_ref, person, task, result, typed, typed_salt from access_log where number = 3",
        entries + 1,
      ],
    ];
    for (const [attack, number] of attacks) {
      await change("create table kept as select * from access_log");
      await change(attack);
      const found = await auditVerify(audited());
      expect([attack, found.ok ? 0 : found.error.number]).toEqual([attack, number]);
      await change("delete from access_log");
      await change("insert into access_log select * from kept");
      await change("drop table kept");
    }
    // What the entries prove must lie beside them: emptied or thinned tables are told too, and by which entry.
    const { rows: taken } = await sql<{ number: number }>`select number from access_proof`.execute(allRows(database));
    const besides: readonly [string, string, number][] = [
      ["access_proof", "delete from access_proof", taken[0]?.number ?? 0],
      ["access_proof", "update access_proof set proof = replace(proof, 'index', 'Index')", taken[0]?.number ?? 0],
      ["access_checkpoint", "delete from access_checkpoint", 1],
      ["access_checkpoint", "update access_checkpoint set size = size - 1", 0],
    ];
    for (const [table, attack, number] of besides) {
      await change(`create table kept as select * from ${table}`);
      await change(attack);
      const found = await auditVerify(audited());
      expect([attack, found.ok ? "holds" : found.error]).toMatchObject([attack, { says: expect.stringContaining(`table ${table}`) }]);
      expect([attack, found.ok || number === 0 ? number : found.error.number]).toEqual([attack, number]);
      await change(`delete from ${table}`);
      await change(`insert into ${table} select * from kept`);
      await change("drop table kept");
    }
    await change("update access_head set size = size - 1");
    expect(await auditVerify(audited())).toMatchObject({ ok: false, error: { number: 0 } });
    await change("update access_head set size = size + 1");
    await change("create table kept as select * from access_head");
    await change("delete from access_head");
    const headless = await auditVerify(audited());
    expect(headless.ok ? "holds" : headless.error.says).toMatch(/^The head of this log in the database is missing/);
    await change("insert into access_head select * from kept");
    await change("drop table kept");
    expect((await auditVerify(audited())).ok).toBe(true);
  }, 60_000);

  test("a log that is being written meanwhile holds, and is never told as tampered with", async () => {
    let isOver = false;
    const busy = (async () => {
      while (!isOver) await log.write(async () => ({ value: undefined, drafts: [look("meanwhile"), look("meanwhile")] }));
    })();
    for (let i = 0; i < 8; i++) expect(await auditVerify(audited())).toMatchObject({ ok: true });
    isOver = true;
    await busy;
  });

  test("an export has one line an entry, numbers without a gap", async () => {
    const lines: { number: number; op: string; hash: string }[] = [];
    for await (const line of auditExport(audited())) lines.push(JSON.parse(line));
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: lines.length }, (_, i) => i + 1));
    expect(lines.filter(({ op }) => op === "collect")).toHaveLength(1);
  });

  test("a log written anew with the force's own key is found only by an earlier checkpoint, in whichever way it was kept", async () => {
    const before = await auditVerify(audited());
    if (!before.ok) throw new Error("the log holds");
    const { checkpoint } = before.value;
    await log.write(async () => ({ value: undefined, drafts: [look("more")] }));
    expect((await auditVerify(audited(), [checkpoint])).ok).toBe(true);
    expect((await auditVerify(audited(), [`${JSON.stringify(before.value)}\n`])).ok).toBe(true);
    expect(await auditVerify(audited(), [checkpoint.replace("\n", "0\n")])).toMatchObject({ ok: false, error: { number: 0 } });
    for (const table of ["access_log", "access_head", "access_checkpoint", "access_proof"]) await change(`delete from ${table}`);
    log = await startAccessLog({ database, force, signer, now, random });
    for (let i = 0; i < 3; i++)
      await log.write(async () => ({ value: undefined, drafts: Array.from({ length: 100 }, () => look("somebody else")) }));
    expect((await auditVerify(audited())).ok).toBe(true);
    expect(await auditVerify(audited(), [checkpoint])).toMatchObject({ ok: false, error: { number: before.value.entries } });
  });
});
