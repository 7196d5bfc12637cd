/** The record of processing over HTTP: who reads it, that it tells of every table there is, what the force answered, and how it leaves the desk. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { activityIds, operationIds, operations, roles } from "@unmask/case";
import { readStrictly } from "@unmask/core";
import { questionsOfRecord } from "@unmask/law";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { processingRecordAnswer } from "../../apps/console/src/desk/processing-record.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { allRows } from "./all-rows.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "supervision", words: "" };
/** Steps of the program itself: of nobody. */
const ofNobody = "case_migration";

describeOnBoth("the record of processing", (stage) => {
  let desk: DeskStage;
  let abara: Officer;
  let admin: Officer;
  beforeAll(async () => {
    desk = await openDesk(stage);
    abara = await desk.enrol("Supt Gwen Abara", "supervisor");
    admin = await desk.enrol("Sam Doyle", "administrator");
  });
  const record = async (who = abara) => {
    const read = readStrictly((await who.ask("GET", "/desk/record")).body, "answer", processingRecordAnswer);
    return read.ok ? read.value : expect.fail(read.error);
  };

  test("tells of every table that the force keeps, and of none that there is not", async () => {
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(allRows(desk.parts.database));
    const there = tables.rows.map(({ name }) => name).filter((name) => name !== ofNobody);
    const atIntake = (await readMigrations("intake")).steps.flatMap(({ sql: step }) =>
      [...step.matchAll(/create table (\w+)/g)].map(([, name = ""]) => name),
    );
    const told = new Set((await record()).activities.flatMap((one) => one.tables));
    expect([...told].toSorted()).toEqual([...there, ...atIntake].toSorted());
    expect(there.length).toBeGreaterThan(40);
  });

  test("is read by supervisors and the administrator, and says who may do what as the operations say it", async () => {
    const handler = await desk.enrol("PC Reads", "contact-handler");
    expect((await handler.ask("GET", "/desk/record")).body.refused.rule).toBe("role");
    const { activities } = await record(admin);
    expect(activities.map(({ activity }) => activity)).toEqual(activityIds);
    expect(activities.flatMap(({ goes }) => goes.map(({ operation }) => operation))).toEqual(
      expect.arrayContaining(operationIds.filter((id) => operations[id].op === "disclose")),
    );
    const keepers = roles.filter((role) => operations["erase-case"].roles[role] !== undefined);
    expect(activities.find(({ activity }) => activity === "retention")?.writes).toEqual(keepers);
  });

  test("has open places that only the force can fill, and shows what it confirmed from that day on", async () => {
    const before = await record();
    expect(before.force.map(({ answer }) => answer)).toEqual(questionsOfRecord().map(() => null));
    const entry = {
      about: "EW/record-officer",
      from: "2026-11-01",
      value: { kind: "words" },
      says: "Ivo Lark, data@example.org, 07700 900455",
      confirmedBy: "Ada Quill, force solicitor",
      confirmedOn: "2026-10-30",
    };
    expect((await admin.ask("POST", "/desk/to-confirm", { entry, reason })).status).toBe(200);
    expect((await admin.ask("POST", "/desk/to-confirm", { entry: { ...entry, from: "2030-01-01", says: "later" }, reason })).status).toBe(
      200,
    );
    const { force } = await record();
    expect(force.find(({ about }) => about === "EW/record-officer")?.answer).toEqual({
      says: entry.says,
      confirmedBy: entry.confirmedBy,
      confirmedOn: entry.confirmedOn,
      from: entry.from,
    });
    expect(force.filter(({ answer }) => answer !== null)).toHaveLength(1);
  });

  test("leaves the desk with a reason and who receives it, and the log has the hash of the file", async () => {
    const give = (body: object, who = abara) => who.ask("POST", "/desk/record/export", body);
    expect((await give({ recipient: "the Commissioner", as: "csv" })).body.refused.rule).toBe("reason");
    expect((await give({ recipient: " ", as: "csv", reason })).status).toBe(400);
    const handler = await desk.enrol("PC Hands Out", "contact-handler");
    expect((await give({ recipient: "x", as: "csv", reason }, handler)).body.refused.rule).toBe("role");
    for (const as of ["csv", "json"]) {
      const { status, body } = await give({ recipient: "the Commissioner", as, reason });
      const { text } = body as unknown as { readonly text: string };
      expect([status, text.includes("Ivo Lark")]).toEqual([200, true]);
      const entries = await allRows(desk.parts.database)
        .selectFrom("access_log")
        .select("entry")
        .where("what", "=", "give-record")
        .execute();
      expect(JSON.stringify(entries)).toContain(sha256HexOf(textToBytes(text)));
    }
  });
});
