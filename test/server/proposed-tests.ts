/** Acts that arrive on a live order: proposed when a pack comes, a report moves or an order is made; looked at by a person; rebuilt as they stood. */
import { expect, test } from "vitest";
import { msPerDay, parseStatement, statementToJson } from "@unmask/core";
import { orderPage } from "../../apps/console/src/desk/order-page.ts";
import { registerAnswer } from "../../apps/console/src/desk/register.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { writeArrival } from "../../apps/server/src/desk/write-arrival.ts";
import { keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { askFor } from "../../apps/server/src/sql/case/membership.ts";
import { everyOrderRow } from "../../apps/server/src/sql/case/order-views.ts";
import { rSecond, shaOf } from "../../fixtures/timelines/make-act.ts";
import { allRows } from "./all-rows.ts";
import { bar, because, itemOf, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import type { DeskStage, Officer, Reply } from "./desk-stage.ts";

const reason = { code: "court", words: "" };
const contact = {
  ...{ condition: 1, type: "prohibition", kind: "prohibition/contact", says: "Not to contact her by any means.", channels: ["any"] },
  ...{ evidence: [], interimToo: false },
};
const station = {
  ...{ condition: 2, type: "prohibition", kind: "prohibition/enter-places", says: "Not to go to Ashford station." },
  ...{ places: [{ says: "Ashford station" }], evidence: [], interimToo: false },
};

/** The tests; they begin when the desk is open. */
export function testProposed(stage: () => DeskStage): void {
  let bell: Officer;
  let parry: Officer;
  let closed: Officer;
  let order = "";

  const today = (days = 0) => new Date(stage().parts.now() + days * msPerDay).toISOString().slice(0, 10);
  const at = (days: number, clock: string) => `${today(days)} ${clock}`;
  const look = (who: Officer, path: string) => stage().ask("GET", path, { cookie: who.cookie, ...because(reason) });
  const json = (reply: Reply): unknown => JSON.parse(JSON.stringify(reply.body));
  const page = async (who: Officer, id = order) => orderPage(json(await look(who, `/desk/orders/${id}`)), "page");
  /** What is proposed: the day, how many acts, and how many of them under which condition. */
  const proposed = async (who: Officer, id = order) =>
    (await page(who, id)).proposed.days.map(({ day, many, under }) => [
      day,
      many,
      under.map((one) => `${one.condition}: ${one.many}`).join(),
    ]);
  let typedIn = 310;
  const typed = (subject: string, conditions: readonly object[] = [contact, station]) => ({
    ...{
      jurisdiction: "EW",
      theirs: `WM-26-${(typedIn += 1)}`,
      force: "Westmere Police",
      court: "Westmere Magistrates’ Court",
      subject: { name: subject },
    },
    ...{ order: "full", made: today(-30), period: { until: today(700) }, conditions, protects: ["Lena Amory"] },
  });
  const typeIn = async (subject: string, ref?: string, conditions?: readonly object[]): Promise<string> => {
    const path = ref === undefined ? "/desk/orders" : `/desk/cases/${ref}/orders/typed`;
    const reply = await (ref === undefined ? parry : bell).ask("POST", path, typed(subject, conditions));
    expect([reply.status, reply.body.refused?.says]).toEqual([200, undefined]);
    return String(Reflect.get(reply.body, "order"));
  };

  test("an order that is typed in after its acts finds them; hers, other people’s and those before it are not among them", async () => {
    bell = await stage().enrol("DC 2101 Ada Flint", "investigator");
    parry = await stage().enrol("Dilys Wren", "spo-coordinator");
    closed = await stage().enrol("Ines Toll", "spo-coordinator");
    await seedReport(stage(), {
      report: "R-2191",
      name: "Lena Amory",
      acts: [
        { at: at(-40, "21:00"), text: "before" },
        { at: at(-3, "21:00"), text: "let me in" },
        { at: at(-3, "23:10"), text: "see you at Ashford station", from: rSecond },
        { at: at(-3, "23:12"), from: { kind: "name", wrote: "Nadia", normal: "nadia" } },
        { at: at(-2, "07:21"), kind: "visit", channel: "in-person", grade: "own-account", text: "He stood at Ashford station and looked." },
      ],
    });
    await seedCase(stage(), "0431", { reports: ["R-2191"], members: [bell.id] });
    await bar(stage(), "0431", closed.id);
    order = await typeIn("Rhys Calloway", "0431");
    expect(await proposed(bell)).toEqual([
      [today(-2), 1, "1: 1,2: 1"],
      [today(-3), 2, "1: 2"],
    ]);
    const [visit] = (await page(bell)).proposed.days;
    expect(visit?.readings[0]?.fits.map(({ rule }) => rule)).toEqual([
      { rule: "contact", version: 2 },
      { rule: "place-in-words", version: 1 },
    ]);
    expect(JSON.stringify((await look(bell, `/desk/orders/${order}`)).body)).not.toContain("let me in");
  });

  test("a subject of the same name in no case is not taken for the same person, and its order says on what that rests", async () => {
    const other = await typeIn("Rhys Calloway");
    expect((await page(parry, other)).proposed).toMatchObject({ acts: 0, days: [] });
  });

  test("a coordinator who is not on the case sees that acts are to be looked at, and not where the desk keeps them; to whom the case is closed there is nothing", async () => {
    const [day] = (await page(parry)).proposed.days;
    expect(day?.acts.map(({ kept, report }) => [kept, report])).toEqual([[undefined, "R-2191"]]);
    expect((await page(bell)).proposed.days[0]?.acts[0]?.kept).toEqual({ item: itemOf("R-2191"), ordinal: 5 });
    const register = async (who: Officer) => registerAnswer(json(await look(who, "/desk/register")), "register");
    expect((await register(parry)).proposed).toContainEqual(
      expect.objectContaining({ order, subject: "Rhys Calloway", case: "0431", acts: 3, days: 2, newest: today(-2) }),
    );
    expect((await register(closed)).proposed.map((one) => one.order)).not.toContain(order);
    expect((await look(closed, `/desk/orders/${order}`)).status).toBe(403);
    const stranger = await stage().enrol("DC 2102 Tom Reed", "investigator");
    expect((await register(stranger)).proposed).toEqual([]);
  });

  test("the case says it on its first page, with why", async () => {
    expect(json(await look(bell, "/desk/cases/0431"))).toMatchObject({
      first: {
        proposed: [
          {
            order,
            which: "full",
            acts: 3,
            under: [
              { condition: 1, many: 3 },
              { condition: 2, many: 1 },
            ],
          },
        ],
      },
    });
  });

  test("a pack that comes in to a report of the case proposes what is in it", async () => {
    const { database, force, now } = stage().parts;
    const rows = await allRows(database)
      .selectFrom("report_act")
      .selectAll()
      .where("report", "=", "R-2191")
      .where("ordinal", "=", 2)
      .execute();
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      for (const { act, exhibits, ...row } of rows)
        await tx
          .insertInto("report_act")
          .values({
            ...row,
            ordinal: 6,
            act_id: `${row.act_id.slice(0, -1)}6`,
            act: act.replace(row.act_id, `${row.act_id.slice(0, -1)}6`),
            exhibits: JSON.stringify(exhibits),
            earliest: new Date(row.earliest).toISOString(),
            latest: new Date(row.latest).toISOString(),
          })
          .execute();
      const arrival = { force, report: "R-2191", happened: now(), recorded: now() };
      const body = { letter: itemOf("R-2191"), pack: 1, sha256: shaOf("another pack"), fate: "opened" as const };
      await writeArrival(tx, arrival, [{ kind: "pack-opened", body }]);
    });
    expect((await proposed(bell))[1]).toEqual([today(-3), 3, "1: 3"]);
  });

  test("a report that comes into the case brings its acts, one that is typed in is read as words alone, and one that is parted takes them away", async () => {
    await seedReport(stage(), { report: "R-2192", name: "Lena Amory", acts: [{ at: at(-1, "12:00"), kind: "call", channel: "phone" }] });
    await seedEvent(stage(), { of: "report", id: "R-2192" }, bell.id, {
      kind: "report-joined",
      body: { into: "R-2191", why: "She says so." },
    });
    expect((await proposed(bell))[0]).toEqual([today(-1), 1, "1: 1"]);
    await seedEvent(stage(), { of: "report", id: "R-2192" }, bell.id, {
      kind: "report-parted",
      body: { from: "R-2191", why: "Another person." },
    });
    expect((await proposed(bell))[0]?.[0]).toBe(today(-2));
    const told = {
      ...{ door: "101", who: { reporter: "self", about: "adult", name: "Lena Amory" }, danger: "no", questions: [] },
      told: [{ says: "He rang my mother.", at: "02:41" }],
    };
    const typing = await bell.ask("POST", "/desk/reports", told);
    expect([typing.status, typing.body.refused?.says]).toEqual([201, undefined]);
    const report = String(Reflect.get(typing.body, "report"));
    await seedEvent(stage(), { of: "case", id: "0431" }, bell.id, { kind: "report-added", body: { report } });
    const [day] = (await page(bell)).proposed.days;
    expect([day?.day, day?.under, day?.acts[0]?.isWordsAlone, day?.readings[0]?.asks[0]]).toEqual([
      today(),
      [{ condition: null, many: 1 }],
      true,
      expect.stringContaining("when was it?"),
    ]);
  });

  test("what is opened, or set aside with a reason, does not come again, and what is withdrawn does", async () => {
    const { saw, proposed: before } = await page(bell);
    const day = before.days.find((one) => one.day === today(-2)) ?? expect.fail("no day");
    const [act] = day.acts;
    const named = { report: act?.report, act: act?.act };
    const write = async (kind: string, more: object) => {
      const reply = await bell.ask("POST", `/desk/orders/${order}/${kind}`, { reason, ...more });
      expect([kind, reply.status, reply.body.refused?.says]).toEqual([kind, 200, undefined]);
      return Number(Reflect.get(reply.body, "saw"));
    };
    const opening = {
      order: "full",
      of: { condition: 2 },
      act: named,
      day: day.day,
      says: "The words name the station.",
      proposedBy: "place-in-words, version 1",
    };
    const opened = await write("breach-opened", { saw, ...opening });
    // What left the list of what is to be looked at stands in the others until somebody decides, each by the same rule.
    const label = "Possible breach of condition 2 — reasonable excuse not assessed";
    const told = async (path: string) => JSON.stringify((await look(bell, path)).body);
    for (const path of ["/desk/register", "/desk/orders", "/desk/cases/0431", "/desk/handover"])
      expect([path, await told(path)]).toEqual([path, expect.stringContaining(label)]);
    expect(await proposed(bell)).toContainEqual([today(-2), 1, "1: 1"]);
    const aside = { order: "full", acts: [named], words: "He works there." };
    const set = await write("acts-set-aside", { saw: opened, ...aside });
    expect((await proposed(bell)).map(([one]) => one)).not.toContain(today(-2));
    const kept = (await page(parry)).state.setAside;
    expect(kept).toEqual([expect.objectContaining({ by: bell.id, reason: "He works there." })]);
    await write("entry-withdrawn", { saw: set, entry: set, words: "It was another man." });
    expect(await proposed(bell)).toContainEqual([today(-2), 1, "1: 1"]);
    const none = await bell.ask("POST", `/desk/orders/${order}/acts-set-aside`, { saw: set + 1, reason, ...aside, condition: 9 });
    expect([none.status, none.body.refused.rule]).toEqual([403, "no-condition"]);
  });

  test("a friend who speaks for him and a number that nobody knows are read, her other friends are not, and a place that her diary names is", async () => {
    const unknown = (wrote: string, normal: string) => ({ kind: "phone", wrote, normal }) as const;
    const [fresh, old] = [unknown("07700 900611", "+447700900611"), unknown("07700 900612", "+447700900612")];
    const friend = { kind: "phone", wrote: "07700 900613", normal: "+447700900613", name: "Nadia" } as const;
    const group = { kind: "group", wrote: "Choir", normal: "choir" } as const;
    await seedReport(stage(), {
      report: "R-2193",
      name: "Iris Holt",
      acts: [
        { at: at(-60, "10:00"), from: old, text: "parcel at four" },
        { at: at(-6, "10:00"), from: old, text: "parcel at five" },
        { at: at(-6, "11:00"), from: friend, text: "lunch on Friday?" },
        { at: at(-6, "12:00"), from: unknown("07700 900614", "+447700900614"), to: [group], text: "hello all" },
        { at: at(-5, "10:00"), from: fresh, text: "Ring him, please. A friend." },
        { at: at(-4, "10:00"), from: friend, text: "rhys asks you to ring him" },
        ...(["other", "threat"] as const).map((kind, i) => ({
          ...{ at: at(-3, `1${i}:00`), kind, channel: "other" as const, grade: "own-account" as const },
          text: "He stood outside 14 Mill Lane and shouted",
        })),
      ],
    });
    await seedCase(stage(), "0432", { reports: ["R-2193"], members: [bell.id] });
    const lane = { ...station, says: "Not to enter 14 Mill Lane.", places: [{ says: "14 Mill Ln" }] };
    const here = await typeIn("Rhys Calloway", "0432", [{ ...contact, channels: ["through-another"] }, lane]);
    const days = [-3, -4, -5].map((day) => today(day));
    expect(await proposed(bell, here)).toEqual([
      [days[0], 2, "null: 2"],
      [days[1], 1, "null: 1"],
      [days[2], 1, "null: 1"],
    ]);
    const read = (await page(bell, here)).proposed.days.flatMap(({ readings }) => readings.flatMap(({ toRead }) => toRead));
    expect(read.map(({ condition, why }) => `${condition} ${why}`)).toEqual([
      expect.stringMatching(/^1 What the act was is in its words/),
      expect.stringMatching(/^2 Its words can name “14 Mill Ln”/),
      expect.stringMatching(/^2 Its words can name “14 Mill Ln”/),
      expect.stringMatching(/^1 Another person did it, and its words name the subject/),
      expect.stringMatching(/^1 It came from a sender whose name nobody saved/),
    ]);
    const write = async (kind: string, body: object): Promise<unknown> => {
      const { saw } = await page(bell, here);
      const reply = await bell.ask("POST", `/desk/orders/${here}/${kind}`, { reason, saw, ...body });
      return [reply.status, reply.body.refused?.rule];
    };
    const varied = { result: "varied", order: "full", day: today(), court: "Westmere", conditions: [{ ...lane, condition: 3 }] };
    expect(await write("court-result", { ...varied, heard: "Both.", reasons: "Read." })).toEqual([200, undefined]);
    expect((await proposed(bell, here)).map(([day, many]) => [day, many])).toEqual(days.map((day, i) => [day, i === 0 ? 2 : 1]));
    const opening = { order: "full", of: { condition: 1 }, day: today(-4), at: "10:00", says: "A friend wrote for him." };
    expect(await write("breach-opened", opening)).toEqual([200, undefined]);
    expect(await write("breach-opened", { ...opening, of: { condition: 3 } })).toEqual([403, "no-condition"]);
  });

  test("in a case of two men no act of the one is proposed under an order against the other", async () => {
    await seedReport(stage(), { report: "R-2194", name: "Priti Hallam", acts: [{ at: at(-6, "10:00"), text: "it is Vikram" }] });
    await seedReport(stage(), { report: "R-2195", name: "Erin Marsh", acts: [{ at: at(-5, "10:00"), text: "it is me" }] });
    const call = (report: string, label: string) =>
      machineTransaction(stage().parts.database, async (tx) => {
        const { statement } = await tx.selectFrom("item").select("statement").where("id", "=", itemOf(report)).executeTakeFirstOrThrow();
        const read = parseStatement(statement ?? "");
        if (!read.ok) throw new Error(read.error);
        const named = statementToJson({
          ...read.value,
          them: { ...read.value.them, label, names: [label, ...(read.value.them.names ?? [])] },
        });
        await tx.updateTable("item").set({ statement: named }).where("id", "=", itemOf(report)).execute();
      });
    await call("R-2194", "Vikram Hallam");
    await call("R-2195", "Marcus Doyle");
    await seedCase(stage(), "0433", { reports: ["R-2194", "R-2195"], members: [bell.id] });
    const against = async (subject: string) => proposed(bell, await typeIn(subject, "0433", [contact]));
    expect(await against("Vikram Hallam")).toEqual([[today(-6), 1, "1: 1"]]);
    expect(await against("Marcus Doyle")).toEqual([[today(-5), 1, "1: 1"]]);
  });

  test("an order that is open on a screen says that somebody else wrote in it, to whoever may read it and to nobody else", async () => {
    const open = async (who: Officer) => Reflect.get((await who.ask("GET", `/desk/changes?order=${order}`)).body, "open");
    expect(await open(bell)).toBe((await page(bell)).saw);
    expect([await open(parry), await open(closed)]).toEqual([(await page(bell)).saw, null]);
  });

  test("a row of law that the force writes works out anew what is proposed, as it does the duties, and nobody has to rebuild anything", async () => {
    const { database, force, now } = stage().parts;
    const all = allRows(database);
    const proposedRows = async () => (await everyOrderRow(all, force.id)).proposed;
    await keepRegister(database, { force, now: now() });
    const live = await proposedRows();
    // What other rows proposed, or did not propose, before.
    await machineTransaction(database, async (tx) => {
      await tx.deleteFrom("order_proposal").where("order_id", "=", order).execute();
    });
    expect(await proposedRows()).not.toEqual(live);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
    expect(await proposedRows()).not.toEqual(live);
    const admin = await stage().enrol("Pia Lund", "administrator");
    const entry = {
      ...{ about: "EW/look-ahead", from: today(), value: { kind: "look-ahead", days: [150, 60] } },
      ...{ says: "As the force settled it.", confirmedBy: "Supt Marian Okell", confirmedOn: today() },
    };
    expect((await admin.ask("POST", "/desk/to-confirm", { entry, reason })).status).toBe(200);
    expect(await keepRegister(database, { force, now: now() })).toBeGreaterThan(0);
    expect(await proposedRows()).toEqual(live);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
  });

  test("made anew from events and acts alone, everything that is proposed is as it was", async () => {
    const { database, force, now } = stage().parts;
    const all = allRows(database);
    const live = await everyOrderRow(all, force.id);
    expect(live.proposed.length).toBeGreaterThan(2);
    await rebuildProjections(database, { force, rule: rulesOf(force).queue, now: now() });
    expect(await everyOrderRow(all, force.id)).toEqual(live);
  });
}
