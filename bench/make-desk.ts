/**
 * The desk of a force after years: many reports that were read and decided, half of them in closed cases, and what waits today. The first four
 * of them are written by the server's own writers; the others are their rows again, one statement a table, under numbers of their own.
 */
import { type CaseEvent, type Intent, type Stream, desk as machine, foldReport } from "@unmask/case";
import { type Sha256, instantToIso, later, msPerMinute, parseSha256 } from "@unmask/core";
import { keyOf, nameOf } from "@unmask/link";
import { type Transaction, sql } from "kysely";
import { rulesOf } from "../apps/server/src/desk/desk-rules.ts";
import { project } from "../apps/server/src/desk/project.ts";
import { putEvents, readStream } from "../apps/server/src/sql/case/case-events.ts";
import type { CaseTables } from "../apps/server/src/sql/case/case-tables.ts";
import { addMember, askFor, placeReport } from "../apps/server/src/sql/case/membership.ts";
import { putActs, putFound, putPostings } from "../apps/server/src/sql/case/pack-rows.ts";
import { putLetter } from "../apps/server/src/sql/case/reports.ts";
import type { DeskStage } from "../test/server/desk-stage.ts";

/** Reports of one copy: two that were decided by themselves, two that are one case, which is closed. */
export const reportsOfCopy = 4;
/**
 * Numbers of nine digits each, so that the copy of a text is as long as the text: of the first reports, of their case, of the copies. All of
 * one copy have the same eight digits before their last, which stays what it is: one replacement makes a text that of a copy.
 */
const firstReport = 900_000_001;
const firstCase = 900_000_009;
const copiesFrom = 100_000_000;
/** Copies of one statement. */
const copiesAtOnce = 10_000;
/** The secret of the index on this desk, as a stage has it. */
const indexSecret = "the index of the tests";

const tables = [
  "item",
  "letter",
  "report",
  "report_place",
  "item_exhibit",
  "item_verdict",
  "report_act",
  "case_event",
  "case_member",
  "report_view",
  "case_view",
  "ident_posting",
] as const;

/** The number of a report of a copy. */
export function reportOfCopy(copy: number, nth: number): string {
  return `R-${copiesFrom + copy * 10 + nth + 1}`;
}

/** The address that a report of a copy names as theirs, and no other. */
export function addressOfCopy(copy: number, nth: number): string {
  return `sender-${copiesFrom + copy * 10 + nth + 1}@example.org`;
}

/** Writes the first reports and their case. Their case has one officer. */
export async function writeFirst(desk: DeskStage, officer: string): Promise<void> {
  const { database, force, now } = desk.parts;
  const numbers = [0, 1, 2, 3].map((nth) => firstReport + nth);
  const inCase = numbers.slice(2).map((number) => `R-${number}`);
  const ref = String(firstCase);
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    for (const number of numbers) {
      await writePack(tx, desk, number);
      const decided: Intent = { kind: "triage-decided", body: { choice: "later", proposed: "later", rule: "1" } };
      const read: Intent[] = [{ kind: "report-opened", body: {} }, decided];
      const joined: Intent[] = inCase.includes(`R-${number}`) ? [{ kind: "put-in-case", body: { case: ref } }] : [];
      await write(tx, desk, { of: "report", id: `R-${number}` }, [...arrival(number), ...read, ...joined]);
    }
    await addMember(tx, { force: force.id, case_ref: ref, officer, added_at: now(), added_by: officer });
    const ground = { says: "Nothing more can be found out", knowing: "worked-out" } as const;
    await write(tx, desk, { of: "case", id: ref }, [
      { kind: "case-opened", body: { reports: inCase } },
      { kind: "case-taken", body: {} },
      { kind: "closing-proposed", body: { choice: "not-proved", reason: "No line is open", rests: [ground], against: [] } },
      { kind: "case-closed", body: { proposal: 3 } },
    ]);
  });
}

function arrival(number: number): readonly Intent[] {
  const letter = hex32Of(number);
  const who = { reporter: "self", about: "adult", name: `Reporter ${number}` } as const;
  const body = {
    letter,
    who,
    anonymous: false,
    danger: "no",
    packs: 1,
    account: "Messages every night.",
    contact: { channel: "text" },
  } as const;
  const weeks = [{ week: "2024-W20", acts: 1, night: 0 }];
  const pack = { letter, pack: 0, sha256: sha256Of(number), fate: "opened", overall: "verified", acts: { total: 1, weeks } } as const;
  return [
    { kind: "report-received", body },
    { kind: "pack-opened", body: pack },
  ];
}

/** The rows of a letter and a pack that were opened. */
async function writePack(tx: Transaction<CaseTables>, { parts }: DeskStage, number: number): Promise<void> {
  const force = parts.force.id;
  const report = `R-${number}`;
  const at = instantToIso(parts.now());
  const [letter, item] = [hex32Of(number), hex32Of(number, "b")];
  const sha256 = sha256Of(number);
  const outcome = { taken_at: at, state: "opened", reason: null, why: null, report, due_at: null, tries: 1, sha256, made_sha256: sha256 };
  const told = JSON.stringify({ terms: { zone: "Europe/London", zoneStated: true }, findings: [] });
  await tx
    .insertInto("item")
    .values([
      { ...outcome, force, id: letter, number, kind: "letter", letter, size: 65_536, place: null, overall: null, told: null },
      { ...outcome, force, id: item, number, kind: "pack", letter, size: 1_048_576, place: 0, overall: "verified", told },
    ])
    .execute();
  await tx.insertInto("report").values({ force, id: report, letter, lookup: sha256, recipient: "age1", received_at: at }).execute();
  const words = JSON.stringify({ version: 1, letter, account: "Messages every night." });
  const packs = JSON.stringify([{ size: 60_000, sha256, bucket: 1_048_576 }]);
  await putLetter(tx, { force, id: letter, report, kind: "report", lookup: sha256, recipient: "age1", packs, words });
  await placeReport(tx, { force, report, case_ref: null });
  const file = { path: "data/originals/0001.mbox", verdict: "valid" };
  await putFound(tx, {
    exhibits: [{ force, item, nth: 0, number: "LA/1", name: "mail.mbox", size: 4_096, acts: 1, grades: "{}", ...file }],
    verdicts: [{ force, item, nth: 0, why: "SHA-256 and SHA-512 are those of the signed list", ...file }],
    findings: [],
  });
  const normal = `sender-${number}@example.org`;
  const source = { kind: "message", channel: "email", grade: "structured-export", earliest: at, latest: at };
  const from = { from_kind: "email", from_normal: normal, from_name: "R" };
  const act = {
    act_id: `mail-${letter}-1`,
    body: "Not asking again",
    exhibits: '["LA/1"]',
    agreement: "agrees",
    act: "{}",
    ...source,
    ...from,
  };
  await putActs(tx, [{ force, report, item, ordinal: 1, ...act }]);
  const key = keyOf({ kind: "email", normal, platform: "" }, parts.keyedHash);
  await putPostings(tx, [{ force, ...key, kind: "email", report, known: "record", first_use: at, last_use: at }]);
}

/** Writes events as they are, and what is read from them. */
export async function write(
  tx: Transaction<CaseTables>,
  { parts }: DeskStage,
  stream: Stream,
  intents: readonly Intent[],
  { minutesAgo = 40_000, by = machine }: { readonly minutesAgo?: number; readonly by?: string } = {},
): Promise<void> {
  const { force } = parts;
  const start = later(parts.now(), -minutesAgo * msPerMinute);
  const before = await readStream(tx, force.id, stream);
  const events = intents.map((intent, i): CaseEvent => {
    const at = later(start, i * msPerMinute);
    return { stream, number: before.length + i + 1, happened: at, recorded: at, by, ...intent };
  });
  await putEvents(tx, force.id, events);
  if (stream.of === "report") {
    const { case: case_ref } = foldReport(stream.id, [...before, ...events]);
    await placeReport(tx, { force: force.id, report: stream.id, case_ref });
  }
  await project(tx, { force: force.id, rule: rulesOf(force).queue }, stream);
}

/** Copies the first reports, copies `from` to before `until`. */
export async function copyFirst(desk: DeskStage, from: number, until: number): Promise<void> {
  const { database } = desk.parts;
  for (let start = from; start < until; start += copiesAtOnce) {
    const end = Math.min(until, start + copiesAtOnce);
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", desk.parts.now());
      for (const table of tables) await copyTable(tx, table, start, end);
    });
  }
}

async function copyTable(tx: Transaction<CaseTables>, table: (typeof tables)[number], from: number, until: number): Promise<void> {
  const { rows } = await sql<{ name: string; type: string }>`select column_name as name, data_type as type
    from information_schema.columns where table_name = ${table} and table_schema = current_schema()`.execute(tx);
  const values = rows.map(({ name, type }) => {
    if (table === "item" && name === "number") return sql`number - ${firstReport}::bigint + ${copiesFrom + 1}::bigint + n * 10`;
    if (table === "ident_posting" && name === "key") return sql`encode(substr(hash, 1, 16), 'hex')`;
    if (table === "ident_posting" && name === "bucket") return sql`(get_byte(hash, 0) * 256 + get_byte(hash, 1)) % 4096`;
    if (type === "text") return copied(sql.ref(`of_first.${name}`));
    if (type === "jsonb") return sql`${copied(sql`${sql.ref(`of_first.${name}`)}::text`)}::jsonb`;
    return sql.ref(`of_first.${name}`);
  });
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  const copies = sql`(select n, (${copiesFrom / 10}::bigint + n)::text as digits
    from generate_series(${from}::bigint, ${until - 1}::bigint) as n) as copies`;
  const hashed = table === "ident_posting" ? sql`cross join lateral (select ${hmac(copied(sql`report`))} as hash) as hashed` : sql``;
  await sql`insert into ${sql.table(table)} (${columns})
    select ${sql.join(values)} from ${sql.table(table)} as of_first cross join ${copies} ${hashed}
    where ${isFirst(table)}`.execute(tx);
}

/** Which rows are of the first reports and their case. */
function isFirst(table: (typeof tables)[number]) {
  const [reports, cases] = [sql`('R-' || ${firstReport}::text) and ('R-' || ${firstReport + 3}::text)`, sql`${String(firstCase)}`];
  if (table === "item" || table === "report_act" || table === "report_place" || table === "report_view" || table === "ident_posting")
    return sql`report between ${reports}`;
  if (table === "letter") return sql`report between ${reports}`;
  if (table === "report") return sql`id between ${reports}`;
  if (table === "case_event") return sql`(stream between ${reports} or stream = ${cases})`;
  if (table === "case_member" || table === "case_view") return sql`case_ref = ${cases}`;
  return sql`item between ${hex32Of(firstReport, "b")} and ${hex32Of(firstReport + 3, "b")}`;
}

/** A text of the first reports as the text of a copy: every number in it is that of the copy. */
function copied(text: ReturnType<typeof sql>) {
  return sql`replace(${text}, ${String(Math.floor(firstReport / 10))}, digits)`;
}

/** HMAC-SHA-256 (RFC 2104) of an address under the secret of the index, as PostgreSQL's own SHA-256 makes it. */
function hmac(report: ReturnType<typeof sql>) {
  const key = Buffer.alloc(64);
  key.write(indexSecret);
  const [inner, outer] = [0x36, 0x5c].map((pad) => new Uint8Array(key.map((byte) => byte ^ pad)));
  const message = sql`convert_to(${nameOf({ kind: "email", normal: "", platform: "" })} || 'sender-' || substr(${report}, 3) || '@example.org', 'UTF8')`;
  return sql`sha256(${outer}::bytea || sha256(${inner}::bytea || ${message}))`;
}

function hex32Of(number: number, rest = "a"): string {
  return String(number).padEnd(32, rest);
}

function sha256Of(number: number): Sha256 {
  const hash = parseSha256(String(number).padEnd(64, "c"));
  if (hash === undefined) throw new Error("a hash");
  return hash;
}

/** Works out copies anew by the server's own rules; throws where what is kept of one differs, or it is posted under a key that the index has not. */
export async function checkCopies({ parts }: DeskStage, copies: readonly number[]): Promise<void> {
  const { database, force, now, keyedHash } = parts;
  const projecting = { force: force.id, rule: rulesOf(force).queue };
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    for (const copy of copies) {
      const before = await keptOf(tx, force.id, copy);
      for (const nth of [0, 1, 2, 3]) await project(tx, projecting, { of: "report", id: reportOfCopy(copy, nth) });
      await project(tx, projecting, { of: "case", id: caseOfCopy(copy) });
      if ((await keptOf(tx, force.id, copy)) !== before) throw new Error(`copy ${copy} is not what its events make`);
      const posted = await tx.selectFrom("ident_posting").selectAll().where("report", "=", reportOfCopy(copy, 1)).executeTakeFirstOrThrow();
      const { bucket, key } = keyOf({ kind: "email", normal: addressOfCopy(copy, 1), platform: "" }, keyedHash);
      if (posted.bucket !== bucket || posted.key !== key) throw new Error(`copy ${copy} is posted under another key`);
    }
  });
}

/** The number of the case of a copy. */
function caseOfCopy(copy: number): string {
  return String(copiesFrom + copy * 10 + 1 + firstCase - firstReport);
}

/** What is worked out of the events of a copy, and where its reports stand. Nothing of it waits. */
async function keptOf(tx: Transaction<CaseTables>, force: string, copy: number): Promise<string> {
  const reports = [0, 1, 2, 3].map((nth) => reportOfCopy(copy, nth));
  const views = await tx
    .selectFrom("report_view")
    .selectAll()
    .where("force", "=", force)
    .where("report", "in", reports)
    .orderBy("report")
    .execute();
  const places = await tx
    .selectFrom("report_place")
    .selectAll()
    .where("force", "=", force)
    .where("report", "in", reports)
    .orderBy("report")
    .execute();
  const cases = await tx.selectFrom("case_view").selectAll().where("force", "=", force).where("case_ref", "=", caseOfCopy(copy)).execute();
  const queued = await tx.selectFrom("queue_row").select("report").where("force", "=", force).where("report", "in", reports).execute();
  if (views.length !== reports.length || places.length !== reports.length || cases.length !== 1)
    throw new Error(`copy ${copy} is not whole`);
  return JSON.stringify([views, places, cases, queued]);
}
