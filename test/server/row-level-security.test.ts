/**
 * What PostgreSQL itself shows of a case, past all code of ours: a connection with the login of the desk, which says for whom it asks. Which tables
 * there are is read from the database, so that a new one without a decision fails here.
 */
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

const force = "f0".repeat(16);
const inTheHour = "2026-11-27T03:40:00.000Z";
const afterTheHour = "2026-11-27T05:39:01.000Z";

/** Everybody here, by how they stand to case 0412. All are investigators but those whose role is their name. */
const people = [
  ...["member", "stranger", "opener", "closer", "barred", "auditor", "administrator", "analyst", "supervisor", "contact-handler"],
  ...["spo-coordinator", "disclosure-officer", "barred-spo-coordinator"],
];
const roleOf = (who: string): string => (people.indexOf(who) < 5 ? "investigator" : who.replace("barred-", ""));

/** What stands in a column of a row of case 0412, by the column's name; any other column has something of its type. */
const known: Readonly<Record<string, unknown>> = {
  force,
  case_ref: "0412",
  report: "R-1",
  one: "R-1",
  other: "R-1",
  item: "item-1",
  letter: "letter-1",
  lookup: "box-1",
  stream_of: "case",
  stream: "0412",
  order_id: "SPO-26-001",
  joined_into: null,
};
/** Where a table's own `id` is what another points at. */
const ids: Readonly<Record<string, string>> = { report: "R-1", item: "item-1", letter: "letter-1" };
/** One row is not enough: an event of the case and one of its report; what each officer has of their own. */
const more: Readonly<Record<string, readonly object[]>> = {
  case_event: [{}, { stream_of: "report", stream: "R-1" }],
  case_look: people.map((officer) => ({ officer })),
  case_member: ["member", "barred"].map((officer) => ({ officer })),
  case_barred: ["barred", "barred-spo-coordinator"].map((officer) => ({ officer })),
  opening: ["opener", "closer"].map((officer) => ({
    id: officer,
    officer,
    until: "2026-11-27T05:39:00.000Z",
    closed_at: officer === "closer" ? "2026-11-27T03:00:00.000Z" : null,
  })),
};
/** Tables whose rows are not for those who are on the case: the log is the machine's, and the auditor's to read. */
const log = ["access_waiting", "access_log"];

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

let server: PostgresServer;
let owner: pg.Client;
let desk: pg.Client;
let withPolicy: readonly string[] = [];
const columns = new Map<string, Column[]>();

function rowsOf(table: string): readonly Readonly<Record<string, unknown>>[] {
  return (more[table] ?? [{}]).map((its) => {
    const all = (columns.get(table) ?? []).map(({ column_name, data_type }): [string, unknown] => {
      if (column_name in its) return [column_name, Reflect.get(its, column_name)];
      if (column_name === "id") return [column_name, ids[table] ?? "one"];
      if (column_name in known) return [column_name, known[column_name]];
      if (column_name === "officer" || column_name.endsWith("_by")) return [column_name, "member"];
      if (data_type === "boolean") return [column_name, false];
      if (data_type === "bigint") return [column_name, 1];
      if (data_type === "jsonb") return [column_name, "[]"];
      return [column_name, data_type.startsWith("timestamp") ? inTheHour : "x"];
    });
    return Object.fromEntries(all);
  });
}

async function put(client: pg.Client, table: string): Promise<void> {
  for (const row of rowsOf(table)) {
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`);
    await client.query(`insert into ${table} (${names.join()}) values (${places.join()})`, Object.values(row));
  }
}

/** Does something as somebody, and undoes it. */
async function asking<T>(who: string, work: () => Promise<T>, now = inTheHour, about = ""): Promise<T> {
  await desk.query("begin");
  try {
    if (who !== "") await desk.query("select set_config('unmask.officer', $1, true), set_config('unmask.now', $2, true)", [who, now]);
    await desk.query("select set_config('unmask.about', $1, true)", [about]);
    return await work();
  } finally {
    await desk.query("rollback");
  }
}

/** How many rows of each table somebody sees; only those of which there are any. What the transaction is said to be about changes nothing. */
async function seenBy(who: string, now?: string): Promise<Readonly<Record<string, number>>> {
  const seen = await countedBy(who, now, "");
  expect(await countedBy(who, now, String(known["case_ref"]))).toEqual(seen);
  return seen;
}

function countedBy(who: string, now: string | undefined, about: string): Promise<Readonly<Record<string, number>>> {
  return asking(
    who,
    async () => {
      const counts: [string, number][] = [];
      for (const table of withPolicy) {
        const { rows } = await desk.query<{ many: string }>(`select count(*) as many from ${table}`);
        if (rows[0]?.many !== "0") counts.push([table, Number(rows[0]?.many)]);
      }
      return Object.fromEntries(counts);
    },
    now,
    about,
  );
}

beforeAll(async () => {
  server = await startPostgres();
  const migrations = await readMigrations("case");
  const made = await openPostgres(server.url, migrations);
  if (!made.ok) throw new Error(made.error);
  // Started with the owner's address it works as the desk, and says so.
  expect(made.value.isOwnersLogin).toBe(true);
  await made.value.close();
  owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query("alter role unmask_desk password 'invented'");
  const login = Object.assign(new URL(server.url), { username: "unmask_desk", password: "invented" }).href;
  // A default that somebody gave the role, under which every statement of the desk would err.
  await owner.query("alter role unmask_desk set row_security = off");
  const own = await openPostgres<CaseTables>(login, migrations);
  if (!own.ok) throw new Error(own.error);
  expect(own.value.isOwnersLogin).toBeUndefined();
  expect(await own.value.transaction((tx) => tx.selectFrom("case_event").select("number").execute())).toEqual([]);
  await own.value.close();
  await owner.query("alter role unmask_desk reset row_security");
  desk = new pg.Client({ connectionString: login });
  await desk.connect();
  const { rows } = await owner.query<Column>(
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by ordinal_position",
  );
  for (const column of rows) columns.set(column.table_name, [...(columns.get(column.table_name) ?? []), column]);
  const { rows: secured } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1",
  );
  withPolicy = secured.map(({ name }) => name);
  for (const who of people)
    await owner.query("insert into officer values ($1, $2, $1, $3, $4, 'x', null)", [who, force, roleOf(who), inTheHour]);
  for (const table of withPolicy) await put(owner, table);
});
afterAll(async () => {
  await desk?.end();
  await owner?.end();
  await server?.stop();
});

test("every table there is stands in docs/access.md, with a policy or with why it needs none, and the database agrees", async () => {
  const written = readFileSync(new URL("../../docs/access.md", import.meta.url), "utf8").split("\n## In the database\n")[1] ?? "";
  const decided = written
    .split("\n")
    .map((line) => /^\| (`.*) \| (yes|no) \|/.exec(line))
    .flatMap((row) => (row === null ? [] : [...(row[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => `${name} ${row[2]}`)));
  const { rows } = await owner.query<{ name: string; secured: boolean; policies: string }>(
    `select relname as name, relrowsecurity as secured, (select count(*) from pg_policy where polrelid = pg_class.oid) as policies
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  expect(decided.sort()).toEqual(rows.map(({ name, secured }) => `${name} ${secured ? "yes" : "no"}`).sort());
  expect(rows.filter(({ secured, policies }) => secured !== (policies === "1"))).toEqual([]);
});

test("where nobody is named, and to a stranger, an analyst, an administrator, no row of the case is there in any table", async () => {
  for (const who of ["", "stranger", "contact-handler", "disclosure-officer", "analyst", "administrator", "nobody of this force"])
    expect([who, await seenBy(who)]).toEqual([who, {}]);
});

test("who keeps the register sees every order of the force and nothing else of its case, and none whose case is closed to them", async () => {
  for (const who of ["supervisor", "spo-coordinator"])
    expect([who, await seenBy(who)]).toEqual([
      who,
      {
        ...{ order_ahead: 1, order_duty: 1, order_event: 1, order_name: 1, order_not_begun: 1, order_paper: 1, order_refusal: 1 },
        ...{ order_proposal: 1, order_view: 1 },
      },
    ]);
  expect(await seenBy("barred-spo-coordinator")).toEqual({});
  // One that was typed in from a copy belongs to no case; one of another force is nobody's here.
  await owner.query("update order_view set case_ref = null");
  const orders = async (who: string) => (await seenBy(who))["order_event"];
  expect([await orders("spo-coordinator"), await orders("barred-spo-coordinator"), await orders("member")]).toEqual([1, 1, undefined]);
  await owner.query("update order_view set case_ref = '0412'");
});

test("the machine sees every table; who is on the case all of it but the log and the looks of others; the auditor the log alone", async () => {
  const all = Object.fromEntries(withPolicy.map((table) => [table, rowsOf(table).length]));
  expect(withPolicy.length).toBeGreaterThan(20);
  expect(await seenBy("unmask")).toEqual(all);
  const { access_log: looks, ...others } = all;
  const ofTheCase = { ...Object.fromEntries(Object.entries(others).filter(([table]) => !log.includes(table))), case_look: 1 };
  expect(await seenBy("member")).toEqual(ofTheCase);
  expect(await seenBy("opener")).toEqual(ofTheCase);
  expect(await seenBy("auditor")).toEqual({ access_log: looks });
});

test("an opening ends with its hour, or when it is closed; without a time it does not hold; a case that is barred is closed to its own member", async () => {
  expect(await seenBy("opener", afterTheHour)).toEqual({});
  expect(await seenBy("opener", "")).toEqual({});
  expect(await seenBy("closer")).toEqual({});
  expect(await seenBy("barred")).toEqual({});
});

test("after years on five thousand other cases, a case is seen by looking at no more rows than on the first day", async () => {
  await owner.query("insert into case_member select $1, 'old-' || n, 'member', $2, 'member' from generate_series(1, 5000) as n", [
    force,
    inTheHour,
  ]);
  const mostRows = async (table: string): Promise<number> => {
    const { rows } = await desk.query<{ "QUERY PLAN": string }>(`explain (analyze, timing off) select * from ${table}`);
    const counts = rows.flatMap((row) => [...row["QUERY PLAN"].matchAll(/actual rows=(\d+)/g)].map(([, many]) => Number(many)));
    return Math.max(...counts);
  };
  for (const about of ["", String(known["case_ref"])])
    for (const table of withPolicy.filter((one) => one !== "case_member"))
      expect([table, await asking("member", async () => (await mostRows(table)) < 100, inTheHour, about)]).toEqual([table, true]);
  await owner.query("delete from case_member where case_ref like 'old-%'");
});

test("what somebody does not see they can neither change, nor take away, nor write", async () => {
  for (const table of withPolicy) {
    const refused = (code: string) => (error: unknown) => (error instanceof pg.DatabaseError ? error.code === code : false);
    const denied = refused("42501");
    const first = columns.get(table)?.[0]?.column_name ?? "";
    const tried = async (statement: string): Promise<number | null> =>
      asking("stranger", async () => (await desk.query(statement)).rowCount).catch((error: unknown) =>
        denied(error) ? 0 : Promise.reject(error),
      );
    expect([table, await tried(`update ${table} set ${first} = ${first}`), await tried(`delete from ${table}`)]).toEqual([table, 0, 0]);
    await expect(asking("stranger", () => put(desk, table))).rejects.toSatisfy(denied, table);
  }
});

test("a report that stands in no case is seen by those who work the desk of its force, and by no analyst, auditor, administrator", async () => {
  await owner.query("insert into report_place values ($1, 'R-2', null), ('another force', 'R-3', null)", [force]);
  const seen = (who: string) =>
    asking(who, async () => (await desk.query<{ report: string }>("select report from report_place")).rows.map(({ report }) => report));
  for (const who of ["contact-handler", "supervisor", "stranger"]) expect([who, await seen(who)]).toEqual([who, ["R-2"]]);
  for (const who of ["analyst", "auditor", "administrator", ""]) expect([who, await seen(who)]).toEqual([who, []]);
  await owner.query("update officer set left_at = $1 where id = 'supervisor'", [inTheHour]);
  expect(await seen("supervisor")).toEqual([]);
});

test("the login can switch nothing off, take no other role, own nothing, and change nothing that was written down", async () => {
  for (const statement of [
    "alter table report_act disable row level security",
    "drop policy seen on report_act",
    "set role postgres",
    "set session authorization postgres",
    "update access_log set actor = 'nobody'",
    "delete from access_log",
    "delete from access_head",
    "update case_event set event = '{}'",
    "delete from case_event",
    "update order_event set event = '{}'",
    "delete from order_event",
    "update case_migration set name = 'x'",
    "create table mine (x int)",
    "create temporary table mine (x int)",
    ...["lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'a')", "lo_open(1, 131072)", "lowrite(0, 'a')", "lo_put(1, 0, 'a')"].map(
      (call) => `select ${call}`,
    ),
    "create or replace function unmask_is_machine() returns boolean language sql as 'select true'",
  ])
    await expect(
      asking("unmask", () => desk.query(statement)),
      statement,
    ).rejects.toMatchObject({ code: "42501" });
  const { rows } = await desk.query("select rolsuper, rolbypassrls from pg_roles where rolname = current_user");
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  // Asked to leave policies out it refuses, rather than show everything.
  await desk.query("set row_security = off");
  await expect(desk.query("select * from report_act")).rejects.toMatchObject({ code: "42501" });
  await desk.query("set row_security = on");
});

test("the owner's dump holds every row, and an owner who may make no role is told how the desk gets its login", async () => {
  await owner.query("create role plain_owner login");
  await owner.query("create database plain owner plain_owner");
  const url = Object.assign(new URL(server.url), { username: "plain_owner", pathname: "/plain" }).href;
  const plain = await openPostgres(url, await readMigrations("case"));
  expect(!plain.ok && plain.error).toContain("desk-login.sql");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into report_place values ('f', 'R-1', '0412')");
  // As pg_dump does.
  await client.query("set row_security = off");
  expect((await client.query("select * from report_place")).rows.length).toBe(1);
  await client.end();
});
