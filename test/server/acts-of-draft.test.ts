/** Which acts of a case a draft application lists, and which it only counts. */
import { beforeAll, expect, test } from "vitest";
import { type Identity, parseActId, parseStatement, statementToJson } from "@unmask/core";
import { actsOfDraft, ofAnother } from "../../apps/server/src/orders/acts-of-draft.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { actsForDraft, sendersOfOthers } from "../../apps/server/src/sql/case/draft-acts.ts";
import { type ActDraft, maya, nadia, rFirst } from "../../fixtures/timelines/make-act.ts";
import { itemOf, seedReport } from "./case-seed.ts";
import { type DeskStage, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const account = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote });
const mail: Identity = { kind: "email", wrote: "a.friend@example.org", normal: "a.friend@example.org", name: "A Friend" };
const sister: Identity = { kind: "phone", wrote: "07700 900888", normal: "+447700900888" };

const acts: readonly ActDraft[] = [
  { at: "2026-05-18 19:12", from: rFirst, text: "when can I see you" },
  { at: "2026-05-19 18:40", from: maya, text: "Please leave me alone." },
  { at: "2026-06-27 01:38", from: account("night.owl.88"), channel: "instagram", text: "close your curtains" },
  { at: "2026-08-15 03:06", from: account("grey_moth_44"), channel: "instagram", text: "i can wait all night" },
  { at: "2026-08-24 09:14", from: mail, channel: "email", text: "One of your staff takes money out of the drawer." },
  { at: "2026-09-01 12:00", from: nadia, text: "lunch?" },
  { at: "2026-09-02 12:00", from: account("Sam from work"), channel: "whatsapp", text: "see you at nine" },
  { at: "2026-09-03 12:00", from: account("~ Somebody"), channel: "whatsapp", text: "which train is yours" },
  { at: "2026-09-04 12:00", from: sister, text: "call me when you are home" },
];

describeOnBoth("the acts of a draft application", (stage) => {
  let desk: DeskStage;
  beforeAll(async () => {
    desk = await openDesk(stage);
    await seedReport(desk, { report: "R-5451", name: "Imogen Vance", acts });
  });

  const about = { name: "Rhys Calloway" };
  const listed = async (reports: readonly string[]) => {
    const { acts: all, count } = await machineTransaction(desk.parts.database, (tx) =>
      actsOfDraft(tx, desk.parts.force.id, reports, about),
    );
    return { texts: all.map(({ body }) => body), count };
  };
  const restate = (change: (statement: string) => string) =>
    machineTransaction(desk.parts.database, async (tx) => {
      const { statement } = await tx.selectFrom("item").select("statement").where("id", "=", itemOf("R-5451")).executeTakeFirstOrThrow();
      await tx
        .updateTable("item")
        .set({ statement: change(statement ?? "") })
        .where("id", "=", itemOf("R-5451"))
        .execute();
    });

  test("accounts, mail and numbers of which nobody said whose they are stand in it; her own words and saved contacts are counted", async () => {
    const { texts, count } = await listed(["R-5451"]);
    expect(texts).toEqual([
      "when can I see you",
      "call me when you are home",
      "which train is yours",
      "One of your staff takes money out of the drawer.",
      "i can wait all night",
      "close your curtains",
    ]);
    expect(count).toEqual({ listed: 6, own: 1, others: 2 });
    expect(await listed([])).toEqual({ texts: [], count: { listed: 0, own: 0, others: 0 } });
  });

  test("where there is room for two, what she says is his stands in it, and then the newest by senders of whom nobody said anything", async () => {
    const texts = await machineTransaction(desk.parts.database, async (tx) => {
      const which = { force: desk.parts.force.id, reports: ["R-5451"], saidOthers: [], another: [] };
      const open = (await sendersOfOthers(tx, which.force, which.reports)).map(({ key }) => key);
      return (await actsForDraft(tx, { ...which, open, limit: 2 })).map(({ body }) => body);
    });
    expect(texts).toEqual(["when can I see you", "call me when you are home"]);
  });

  test("whoever she says is somebody else is a third person, and is counted", async () => {
    await restate((statement) => {
      const read = parseStatement(statement);
      if (!read.ok) throw new Error(read.error);
      return statementToJson({ ...read.value, others: ["07700 900888"] });
    });
    const { texts, count } = await listed(["R-5451"]);
    expect(texts).not.toContain("call me when you are home");
    expect(count).toEqual({ listed: 5, own: 1, others: 3 });
  });

  test("an act that two reports hold stands once, as the surer of them says; what either marked as another's is another's", async () => {
    await seedReport(desk, { report: "R-5452", name: "Nell Pryor", acts });
    const marked = await machineTransaction(desk.parts.database, async (tx) => {
      const of = async (report: string) =>
        tx.selectFrom("report_act").select(["act_id", "ordinal", "body"]).where("report", "=", report).orderBy("ordinal").execute();
      const first = await of("R-5451");
      for (const { ordinal, body } of await of("R-5452")) {
        const act_id = first.find((one) => one.ordinal === ordinal)?.act_id ?? expect.fail("no such act");
        const change = { act_id, ...(body === "close your curtains" && { whose: "perhaps theirs" }) };
        await tx.updateTable("report_act").set(change).where("report", "=", "R-5452").where("ordinal", "=", ordinal).execute();
      }
      return parseActId(first.find(({ body }) => body === "i can wait all night")?.act_id ?? "") ?? expect.fail("no such act");
    });
    await restate((statement) => {
      const read = parseStatement(statement);
      if (!read.ok) throw new Error(read.error);
      return statementToJson({ ...read.value, marks: [{ act: marked, whose: "other" }] });
    });
    const both = ["R-5451", "R-5452"];
    const { acts: all } = await machineTransaction(desk.parts.database, (tx) => actsOfDraft(tx, desk.parts.force.id, both, about));
    expect(all.filter(({ body }) => body === "close your curtains").map(({ report, whose }) => [report, whose])).toEqual([
      ["R-5452", "perhaps theirs"],
    ]);
    const { texts, count } = await listed(both);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).not.toContain("i can wait all night");
    expect(count).toEqual({ listed: 4, own: 1, others: 4 });
  });

  test("what a report tells of another man stands as that man's by its own words, and the report is named to be looked at", async () => {
    await seedReport(desk, { report: "R-5460", name: "Erin Marsh", acts: acts.slice(0, 1) });
    const call = async (label: string, names: readonly string[]) =>
      machineTransaction(desk.parts.database, async (tx) => {
        const at = tx.selectFrom("item").select("statement").where("id", "=", itemOf("R-5460"));
        const read = parseStatement((await at.executeTakeFirstOrThrow()).statement ?? "");
        if (!read.ok) throw new Error(read.error);
        const statement = statementToJson({ ...read.value, them: { label, names } });
        await tx.updateTable("item").set({ statement }).where("id", "=", itemOf("R-5460")).execute();
      });
    const against = async (name: string, otherNames: readonly string[] = []) => {
      const { acts: all, sides } = await machineTransaction(desk.parts.database, (tx) =>
        actsOfDraft(tx, desk.parts.force.id, ["R-5460"], { name, otherNames }),
      );
      return [all.map(({ whose }) => whose), sides];
    };
    const number = rFirst.wrote;
    const whose = (await against("Rhys Calloway"))[0];
    await call("Piotr", ["Piotr Sowa", number]);
    expect(await against("Piotr Sowa")).toEqual([whose, []]);
    expect(await against("Marcus Doyle", ["P. Sowa"])).toEqual([whose, []]);
    expect(await against("Marcus Doyle")).toEqual([[ofAnother], [{ report: "R-5460", side: "another" }]]);
    expect(whose).not.toEqual([ofAnother]);
    await call("him", [number]);
    expect(await against("Marcus Doyle")).toEqual([whose, [{ report: "R-5460", side: "unnamed" }]]);
  });
});
