import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "../../apps/server/src/ports/database.ts";
import { type Migrations, migrationStep } from "../../apps/server/src/ports/migrate.ts";
import { describeOnBoth } from "./stage.ts";

interface Tables {
  readonly kept: { readonly id: string; readonly many: number };
}
const first = migrationStep(
  "0001-kept",
  `create table kept (id text primary key, many bigint not null);\ncreate index kept_many on kept (many);`,
);
const migrations: Migrations = { role: "intake", steps: [first] };

describeOnBoth("a database keeps what it answered for", (stage) => {
  let database: Database<Tables>;
  beforeAll(async () => {
    database = await stage.open(migrations);
  });

  test("both read every kind of column alike", async () => {
    const { db } = database;
    const one = async (written: string): Promise<unknown> =>
      (await sql<{ v: unknown }>`select ${sql.raw(written)} as v`.execute(db)).rows[0]?.v;
    expect(await one("9007199254740991::int8")).toBe(9007199254740991);
    await expect(one("9007199254740992::int8")).rejects.toThrow("too large");
    expect(await one("(select count(*) from generate_series(1, 3))")).toBe(3);
    expect(await one("array[1, null, -3]::int8[]")).toEqual([1, null, -3]);
    expect(await one("array[]::int8[]")).toEqual([]);
    expect(await one("7::int4")).toBe(7);
    const bytes = await one("'\\x00ff10'::bytea");
    expect(bytes).toEqual(new Uint8Array([0, 255, 16]));
    expect(Buffer.isBuffer(bytes)).toBe(false);
    expect(await one("date '2026-07-01'")).toBe("2026-07-01");
    expect(await one("timestamp '2026-07-01 03:04:05'")).toBe("2026-07-01 03:04:05");
    expect(await one("timestamptz '2026-07-01T03:04:05.123456+01'")).toBe(Date.UTC(2026, 6, 1, 2, 4, 5, 123));
    expect(await one("timestamptz '2026-01-01T03:04:05Z'")).toBe(Date.UTC(2026, 0, 1, 3, 4, 5));
    await expect(one("timestamptz 'infinity'")).rejects.toThrow("calendar");
    expect(await one("12345678901234567890.10::numeric")).toBe("12345678901234567890.10");
    expect(await one("true")).toBe(true);
    expect(await one("'0190163d-8694-739b-aea5-966c26f8ad91'::uuid")).toBe("0190163d-8694-739b-aea5-966c26f8ad91");
    expect(await one("1.5::float8")).toBe(1.5);
    expect(await one(`'{"a":[1,"é"]}'::jsonb`)).toEqual({ a: [1, "é"] });
    expect(await one("null::jsonb")).toBe(null);
    expect(await one("array['a', 'b,c']")).toEqual(["a", "b,c"]);
  });

  test("both take every kind of parameter alike", async () => {
    const { db } = database;
    const { rows } = await sql<
      Record<string, unknown>
    >`select ${"2026-07-01T02:04:05.123Z"}::timestamptz as at, ${JSON.stringify(["1", 2])}::jsonb as list,
      ${new Uint8Array([1, 2])}::bytea as bytes, ${5}::int8 as many, ${null}::text as nothing, ${"2026-07-01"}::date as day, ${"1.10"}::numeric as exact,
      ${true}::bool as yes`.execute(db);
    expect(rows).toEqual([
      {
        at: Date.UTC(2026, 6, 1, 2, 4, 5, 123),
        list: ["1", 2],
        bytes: new Uint8Array([1, 2]),
        many: 5,
        nothing: null,
        day: "2026-07-01",
        exact: "1.10",
        yes: true,
      },
    ]);
  });

  test("text is put in the order of its bytes, whatever the language of the machine", async () => {
    const { db } = database;
    const { rows } = await sql<{ v: string }>`select v from (values ('a'), ('B'), ('é'), ('Z')) as t(v) order by v collate "C"`.execute(db);
    expect(rows.map(({ v }) => v)).toEqual(["B", "Z", "a", "é"]);
  });

  test("what a transaction answered is there when the database is opened again, and what failed is not", async () => {
    await database.transaction((tx) => tx.insertInto("kept").values({ id: "a", many: 1 }).execute());
    await expect(
      database.transaction(async (tx) => {
        await tx.insertInto("kept").values({ id: "b", many: 2 }).execute();
        throw new Error("changed its mind");
      }),
    ).rejects.toThrow("changed its mind");
    database = await stage.open<Tables>(migrations);
    expect(await database.db.selectFrom("kept").selectAll().execute()).toEqual([{ id: "a", many: 1 }]);
    const { numDeletedRows } = await database.transaction((tx) => tx.deleteFrom("kept").executeTakeFirstOrThrow());
    expect(numDeletedRows).toBe(1n);
  });

  test("a question outside its own transaction is refused and does not wait for ever; two flows do not see each other's refusal", async () => {
    await expect(database.transaction(() => database.db.selectFrom("kept").selectAll().execute())).rejects.toThrow("wait on itself");
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow("wait on itself");
    const beside = await Promise.all([
      database.transaction((tx) => tx.selectFrom("kept").selectAll().execute()),
      database.db.selectFrom("kept").selectAll().execute(),
    ]);
    expect(beside).toEqual([[], []]);
    await expect(database.db.insertInto("kept").values({ id: "x", many: 1 }).execute()).rejects.toThrow("outside a transaction");
  });

  test("a hundred who add to one number at the same time lose none", async () => {
    await database.transaction((tx) => tx.insertInto("kept").values({ id: "sum", many: 0 }).execute());
    const add = (): Promise<unknown> =>
      database.transaction(async (tx) => {
        const { many } = await tx.selectFrom("kept").select("many").where("id", "=", "sum").executeTakeFirstOrThrow();
        await tx
          .updateTable("kept")
          .set({ many: many + 1 })
          .where("id", "=", "sum")
          .execute();
      });
    for (let round = 0; round < 25; round += 1) await Promise.all([add(), add(), add(), add()]);
    expect((await database.db.selectFrom("kept").select("many").where("id", "=", "sum").executeTakeFirstOrThrow()).many).toBe(100);
    await database.transaction((tx) => tx.deleteFrom("kept").execute());
  });

  test("what somebody wrote stands in no error", async () => {
    const secret = "Bethan, please stop";
    const twice = database.transaction(async (tx) => {
      await tx.insertInto("kept").values({ id: secret, many: 1 }).execute();
      await tx.insertInto("kept").values({ id: secret, many: 1 }).execute();
    });
    const error = await twice.then(String, (thrown: unknown) => `${String(thrown)} ${JSON.stringify(thrown)}`);
    expect(error).toContain("23505");
    expect(error).not.toContain("Bethan");
    const notANumber = await sql`select ${secret}::int8`.execute(database.db).then(String, (thrown: unknown) => `${String(thrown)}`);
    expect(notANumber).toContain("22P02");
    expect(notANumber).not.toContain("Bethan");
  });

  test("a database is brought up to date once, step by step, and a half step leaves nothing", async () => {
    const second = migrationStep("0002-more", "create table more (id text); insert into more values ('one');");
    const broken = migrationStep("0003-broken", "create table third (id text); select nothing_there;");
    const read = async (steps: Migrations["steps"]): Promise<unknown> => {
      const { db } = await stage.open({ role: "intake", steps });
      return (await sql<{ id: string }>`select id from more`.execute(db)).rows;
    };
    expect(await read([first, second])).toEqual([{ id: "one" }]);
    await expect(stage.tryOpen({ role: "intake", steps: [first, second, broken] })).rejects.toThrow("nothing_there");
    expect(await read([first, second])).toEqual([{ id: "one" }]);
    const { db } = await stage.open({ role: "case", steps: [migrationStep("0001-third", "create table third (id text);")] });
    expect((await sql`select name from case_migration`.execute(db)).rows).toEqual([{ name: "0001-third" }]);
  });

  test("a database of a newer edition, or of a changed step, is left as it is", async () => {
    const older = await stage.tryOpen(migrations);
    expect(!older.ok && older.error).toMatch(/newer edition.*0002-more.*Nothing was changed/);
    const changed = await stage.tryOpen({
      role: "intake",
      steps: [migrationStep(first.name, `${first.sql}\n`), migrationStep("0002-more", "")],
    });
    expect(!changed.ok && changed.error).toMatch(/another edition.*0001-kept differs/);
  });
});
