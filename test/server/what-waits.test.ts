/** One of each matter that waits for a second person, on both databases: supervision and the second person's list are given the same. */
import { beforeAll, expect, test } from "vitest";
import { type CaseEvent, foldCase, prompts } from "@unmask/case";
import { msPerHour, readStrictly, waitingKinds } from "@unmask/core";
import { secondReadings } from "../../apps/console/src/desk/second-readings.ts";
import { type InboxRow, supervision } from "../../apps/console/src/desk/supervision.ts";
import { placeOfRow, sayForYou, sayTimesSet, sayWaiting, sayWhyNot } from "../../apps/console/src/screens/supervision-words.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { putEvents, readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { putRetention } from "../../apps/server/src/sql/case/retention.ts";
import { because, seedCase, seedEvent, seedOrderView, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { shaOf } from "../../fixtures/timelines/make-act.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "supervision", words: "" };
const ref = "0461";
const order = "SPO-26-861";

describeOnBoth("what waits for a second person", (stage) => {
  let desk: DeskStage;
  let wren: Officer;
  let adair: Officer;
  let bell: Officer;
  let lunt: Officer;
  let boone: Officer;
  let stranger: Officer;

  const get = (who: Officer, path: string) => desk.ask("GET", path, { cookie: who.cookie, ...because(reason) });
  const overDesk = async (who: Officer) => {
    const read = readStrictly((await get(who, "/desk/supervision")).body, "answer", supervision);
    if (!read.ok) throw new Error(read.error);
    return read.value.rows;
  };
  const listOf = async (who: Officer) => {
    const read = readStrictly((await get(who, "/desk/second-readings")).body, "answer", secondReadings);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  const kindsOf = (rows: readonly InboxRow[]) => new Set(rows.map(({ kind }) => kind));

  beforeAll(async () => {
    desk = await openDesk(stage);
    wren = await desk.enrol("Sgt Naomi Wren", "supervisor");
    adair = await desk.enrol("Insp Adair", "supervisor");
    bell = await desk.enrol("DC H. Bell", "investigator");
    lunt = await desk.enrol("PC T. Lunt", "contact-handler");
    boone = await desk.enrol("Carys Boone", "disclosure-officer");
    stranger = await desk.enrol("DC Ben Okoro", "investigator");
    for (const [report, name] of [
      ["R-8151", "Ada Moss"],
      ["R-8152", "Ruth Hale"],
    ] as const)
      await seedReport(desk, { report, name });
    await seedCase(desk, ref, { reports: ["R-8152"], members: [bell.id, wren.id] });
    const against = { choice: "day", proposed: "week", rule: "Northshire Police, 2026-11-27", reason: "She asked for it." };
    const openPrompts = prompts.map(({ id }) => id);
    const report = { of: "report", id: "R-8151" } as const;
    await seedEvent(desk, report, lunt.id, { kind: "report-opened", body: {} });
    await seedEvent(desk, report, lunt.id, { kind: "triage-decided", body: { ...against, openPrompts } });
    const stream = { of: "case", id: ref } as const;
    const damage = { principal: { offence: "damage", says: "Damage" }, included: [], joined: [] } as const;
    await seedEvent(desk, stream, bell.id, { kind: "order-considered", body: { answer: "not-pursued", reason: "Bail is enough." } });
    await seedEvent(desk, stream, bell.id, { kind: "offence-recorded", body: damage });
    const why = { record: "this case", answer: "not-stalking", reason: "One quarrel.", acts: ["1"] } as const;
    await seedEvent(desk, stream, bell.id, { kind: "why-not-stalking", body: why });
    const { database, force, now } = desk.parts;
    await machineTransaction(database, async (tx) => {
      const { number } = foldCase(ref, await readStream(tx, force.id, stream));
      const at = { stream, happened: now(), recorded: now() };
      const marked = { item: "D-1", of: "case/2", describes: "A log, two lines.", mark: "could-help", reason: "It says less." } as const;
      const cut = { item: "D-1", original: shaOf("whole"), copy: shaOf("cut"), taken: [], leftIn: [], lines: ["A log."] };
      const closing = {
        choice: "she-asks",
        reason: "She wants no more.",
        rests: [{ says: "Her letter.", knowing: "account" }],
        against: [],
      } as const;
      const events: readonly CaseEvent[] = [
        { ...at, number: number + 1, by: boone.id, kind: "disclosure-marked", body: marked },
        { ...at, number: number + 2, by: bell.id, kind: "disclosure-cut", body: cut },
        { ...at, number: number + 3, by: bell.id, kind: "closing-proposed", body: closing },
      ];
      await putEvents(tx, force.id, events);
      const proposed = { kind: "erase-proposed", body: { reason: "No order, no link.", asked: false } } as const;
      await putRetention(tx, force.id, { ...proposed, subject: stream, number: 1, at: now(), by: adair.id });
      await seedOrderView(tx, { force: force.id, order_id: order, case_ref: ref });
      const waits = (["authorise", "result", "service", "settling", "breach", "change", "subject"] as const).map((what, i) => ({
        ...{ what, of: String(i + 2), since: now(), notBy: [bell.id], says: "" },
      }));
      await tx
        .updateTable("order_view")
        .set({ shown: JSON.stringify({ subject: "Gary Slade", by: null, waits }) })
        .where("order_id", "=", order)
        .execute();
      const pair = { force: force.id, id: "ab".repeat(16), one: "R-8151", other: "R-8152", stream_one: "R-8151", stream_other: ref };
      await tx
        .insertInto("link_pair")
        .values({ ...pair, keys: "[]", answer: "proposed", decided_by: adair.id, again: null, made_at: new Date(now()).toISOString() })
        .execute();
    });
    const words = "999 log 0058: a man is trying her door";
    expect((await stranger.ask("POST", `/desk/cases/${ref}/break-glass`, { reason: { code: "risk-to-life", words } })).status).toBe(200);
  });

  test("of each kind there is one, in the same order at supervision and in the second person's list", async () => {
    const rows = await overDesk(wren);
    expect(kindsOf(rows)).toEqual(new Set(waitingKinds));
    expect(rows).toHaveLength(waitingKinds.length);
    const { rows: listed, more, isMore } = await listOf(wren);
    expect(listed).toEqual(rows);
    expect([more, isMore]).toEqual([0, false]);
  });

  test("the sentence of the list counts what the sentence of supervision counts, and each row leads somewhere or says why not", async () => {
    const { rows } = await listOf(wren);
    expect(sayWaiting(rows, desk.parts.now())).toMatch(new RegExp(`^${rows.length} matters wait`));
    const yours = rows.filter(({ whyNot }) => whyNot === null).length;
    expect(yours).toBeGreaterThan(10);
    expect(sayForYou(rows)).toBe(
      yours === rows.length
        ? `${yours} matters wait for you.`
        : `${yours} matters wait for you, and ${rows.length - yours} for another person.`,
    );
    for (const row of rows) expect([row.kind, placeOfRow(row) !== undefined || sayWhyNot(row) !== ""]).toEqual([row.kind, true]);
  });

  test("nothing waits for a supervisor who is on none of it and decided the rest, and both pages say that it waits for another", async () => {
    const { rows, readings, ofCases } = await listOf(adair);
    expect(rows).toEqual(await overDesk(adair));
    const ofCase = rows.filter(({ kind }) => ["not-pursued", "not-stalking", "closing", "cut", "schedule"].includes(kind));
    expect(ofCase.map(({ name, says, whyNot }) => [name, says, whyNot])).toEqual(ofCase.map(() => [null, "", "not-on-case"]));
    expect([readings.map(({ report }) => report), ofCases]).toEqual([["R-8151"], []]);
    expect(sayForYou(rows.filter(({ whyNot }) => whyNot !== null))).toMatch(
      /^Nothing waits for you\. \d+ matters wait for another person\.$/,
    );
  });

  test("what is decided on the page itself comes with what was decided and why, each once", async () => {
    const { readings, ofCases, rows } = await listOf(wren);
    const here = [...readings.map((one) => `${one.report} ${one.decision.number}`), ...ofCases.map((one) => `${one.case} ${one.number}`)];
    const kinds = ["reading", "not-pursued", "not-stalking", "closing"];
    const expected = rows.filter(({ kind }) => kinds.includes(kind)).map(({ at, number }) => `${at.id} ${number}`);
    expect(new Set(here)).toEqual(new Set(expected));
    expect(here).toHaveLength(4);
  });

  test("how long it may wait is the force’s own setting where somebody confirmed one, for the team of who asked or for all", async () => {
    const admin = await desk.enrol("A. Settings", "administrator");
    const rowOf = (rows: readonly InboxRow[], kind: string) => rows.find((row) => row.kind === kind) ?? expect.unreachable();
    const before = await listOf(wren);
    expect([before.timesSet, rowOf(before.rows, "service")]).toMatchObject([null, { hours: 24, setFor: null }]);
    const team = await admin.ask("POST", `/desk/officers/${bell.id}/team`, { team: "Protecting, north", reason });
    expect(team.status).toBe(200);
    const times = [
      { kind: "service", team: "Protecting, north", hours: 6 },
      { kind: "link", team: null, hours: 2 },
    ];
    const confirmed = {
      says: "Instruction 14, section 3.",
      confirmedBy: "Supt Marian Okell",
      confirmedOn: "2026-11-20",
      from: "2026-11-21",
    };
    const write = (more: object, of: object = {}) =>
      admin.ask("POST", "/desk/to-confirm", {
        entry: { about: "EW/reading-times", value: { kind: "reading-times", times: more }, ...confirmed, ...of },
        reason,
      });
    expect((await write([{ kind: "service", team: null, hours: 0 }])).body.refused.rule).toBe("not-confirmed");
    expect((await write([...times, times[0] ?? {}])).body.refused.rule).toBe("not-confirmed");
    expect((await write([{ kind: "a likelihood", team: null, hours: 2 }])).status).toBe(400);
    expect((await write(times)).status).toBe(200);
    for (const rows of [(await listOf(wren)).rows, await overDesk(wren)]) {
      const service = rowOf(rows, "service");
      expect(service).toMatchObject({ hours: 6, setFor: "team", until: service.since + 6 * msPerHour });
      expect(rowOf(rows, "link")).toMatchObject({ hours: 2, setFor: "force" });
      expect(rowOf(rows, "closing")).toMatchObject({ hours: 168, setFor: null });
    }
    const { timesSet } = await listOf(wren);
    expect(sayTimesSet(timesSet)).toContain("confirmed by Supt Marian Okell");
    expect((await write([], { value: { kind: "as-shipped" } })).status).toBe(200);
    expect(rowOf((await listOf(wren)).rows, "service")).toMatchObject({ hours: 24, setFor: null });
  });

  test("an investigator is told what they wrote and may decide, of their own cases alone", async () => {
    const { rows } = await listOf(bell);
    expect(kindsOf(rows).has("opening")).toBe(false);
    expect(rows.every(({ whyNot }) => whyNot === null || whyNot === "own")).toBe(true);
    expect(rows.filter(({ whyNot }) => whyNot === "own").map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["service", "not-pursued", "not-stalking", "cut", "closing"]),
    );
    expect((await get(bell, "/desk/supervision")).body.refused.rule).toBe("role");
    // Who is on none of it is told of none of it.
    expect((await listOf(await desk.enrol("DC Iris Tan", "investigator"))).rows).toEqual([]);
  });
});
