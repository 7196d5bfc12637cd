/** The queue as an officer gets it, on both databases: its order, what follows from a join, and that it is the same when it is made anew. */
import { beforeAll, expect, test } from "vitest";
import { msPerMinute } from "@unmask/core";
import { type QueueRow, foldReport, parseQueue, queueOf } from "@unmask/case";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { readStreams, streamsAfter } from "../../apps/server/src/sql/case/case-events.ts";
import { everyProjection } from "../../apps/server/src/sql/case/projections.ts";
import { allRows } from "./all-rows.ts";
import { bar } from "./case-seed.ts";
import { arrive, letterOf } from "./desk-events.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

describeOnBoth("the queue of the desk", (stage) => {
  let desk: DeskStage;
  let handler: Officer;
  let supervisor: Officer;

  const rows = async (): Promise<readonly QueueRow[]> => {
    const { status, body } = await handler.ask("GET", "/desk/queue");
    expect(status).toBe(200);
    const { log: _, next: __, mark: ___, mine: ____, ...queue }: Record<string, unknown> = { ...body };
    const read = parseQueue(queue);
    if (!read.ok) throw new Error(read.error);
    return read.value.rows;
  };

  beforeAll(async () => {
    desk = await openDesk(stage);
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    supervisor = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    await arrive(desk, "R-2098", 300, letterOf({ name: "Bethan Cole", account: "He waits at the bus stop." }));
    await arrive(desk, "R-2099", 200, letterOf({ account: "Messages every night." }));
    await arrive(desk, "R-2100", 104, letterOf({ danger: "now", name: "Daniel Mensah" }));
    await arrive(desk, "R-2101", 20, letterOf({ danger: "now" }), {
      kind: "searched",
      body: { where: "call-logs", found: false, says: "Nothing in the 999 logs" },
    });
  });

  test("danger that nobody is with stands first, then the longest unread", async () => {
    const first = await rows();
    expect(first.map(({ report, mark }) => [report, mark])).toEqual([
      ["R-2100", "Danger now"],
      ["R-2101", "Danger now"],
      ["R-2098", "Unread"],
      ["R-2099", "Unread"],
    ]);
    expect(first[2]).toMatchObject({ rank: 3, unread: { opened: false, isLong: true }, reporter: { says: "Bethan Cole" } });
    const { body } = await handler.ask("GET", "/desk/queue");
    expect(body).toMatchObject({
      head: {
        says: "4 reports. Two people are said to be in danger now; none of them has an officer yet. One has waited unread past 4 hours.",
      },
    });
  });

  test("each row is an entry, under whom it shows and for which report", async () => {
    const { body } = await handler.ask("GET", "/desk/queue");
    const entries = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(5).execute();
    expect(entries.map(({ person, report, what, op }) => [person, report, what, op])).toEqual([
      ["R-2099/reporter", "R-2099", "see-queue", "consult"],
      ["R-2098/reporter", "R-2098", "see-queue", "consult"],
      ["R-2101/reporter", "R-2101", "see-queue", "consult"],
      ["R-2100/reporter", "R-2100", "see-queue", "consult"],
      [null, null, "see-queue", "consult"],
    ]);
    expect(body.log.number).toBe(entries[0]?.number);
  });

  test("what came since somebody looked is told in numbers, is no look, and keeps no desk unlocked", async () => {
    const news = async (who: Officer, since: string, more = "") =>
      (await who.ask("GET", `/desk/changes?since=${encodeURIComponent(since)}${more}`)).body;
    const { mark } = (await handler.ask("GET", "/desk/queue")).body;
    const newest = () =>
      allRows(desk.parts.database).selectFrom("access_log").select("number").orderBy("number", "desc").executeTakeFirst();
    const logged = await newest();
    const waits = { handover: 0, reviews: 0, opened: [], put: [] };
    expect(await news(handler, mark)).toEqual({ queue: { fresh: 0, again: 0, danger: 0 }, open: null, waits });
    await arrive(desk, "R-2102", 4, letterOf());
    await arrive(desk, "R-2103", 3, letterOf({ danger: "now" }));
    const answer = { letter: "11".repeat(16), danger: "now", packs: 0 } as const;
    await arrive(desk, "R-2099", 2, { kind: "answer-received", body: answer });
    expect(await news(handler, mark, "&report=R-2099")).toEqual({ queue: { fresh: 2, again: 1, danger: 2 }, open: 2, waits });
    // Who may not see the queue is told nothing of it, and a mark that is none asks nothing.
    const auditor = await desk.enrol("A. Udit", "auditor");
    expect(await news(auditor, mark, "&report=R-2099")).toEqual({ queue: null, open: null, waits });
    expect(await news(handler, "2101", "&report=R-9999")).toEqual({ queue: null, open: null, waits });
    expect((await handler.ask("POST", "/desk/reports/R-2102/take")).status).toBe(200);
    const { body } = await handler.ask("GET", "/desk/queue");
    expect(body).toMatchObject({ mine: 1 });
    expect(await news(handler, body.mark)).toMatchObject({ queue: { fresh: 0, again: 0, danger: 0 } });
    // What is in the log is the auditor's coming in, and the second look at the queue.
    const since = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select("what")
      .where("number", ">", logged?.number ?? 0)
      .execute();
    expect(new Set(since.map(({ what }) => what))).toEqual(new Set(["manage-officers", "enrol", "sign-in", "see-queue", "take-report"]));
    for (let i = 0; i < 11; i += 1) {
      desk.pass(msPerMinute);
      await news(handler, body.mark);
    }
    expect((await handler.ask("GET", `/desk/changes?since=${body.mark}`)).status).toBe(401);
    handler.cookie = (await signIn(desk, handler.key)).cookie;
    supervisor.cookie = (await signIn(desk, supervisor.key)).cookie;
  });

  test("a list leaves the desk only with a recipient, by a supervisor, and each report in it is an entry", async () => {
    const about = ["R-2100", "R-2098"];
    const reason = { code: "supervision", words: "" };
    const send = (who: Officer, body: object) => who.ask("POST", "/desk/queue/export", body);
    expect((await send(handler, { reason, recipient: "Insp Adair", about })).body.refused.rule).toBe("role");
    expect((await send(supervisor, { recipient: "Insp Adair", about })).body.refused.rule).toBe("reason");
    expect((await send(supervisor, { reason, recipient: " ", about })).status).toBe(400);
    const disclosed = () =>
      allRows(desk.parts.database).selectFrom("access_log").select("number").where("op", "=", "disclose").where("result", "=", "allowed");
    const before = (await disclosed().execute()).length;
    // One that is nowhere and one whose case is closed to the supervisor are refused alike, with all that was asked beside them.
    await bar(desk, "0412", supervisor.id);
    await machineTransaction(desk.parts.database, (tx) =>
      tx.updateTable("report_place").set({ case_ref: "0412" }).where("report", "=", "R-2098").execute(),
    );
    const refused = await Promise.all(
      [about, ["R-2100", "R-9999"]].map((some) => send(supervisor, { reason, recipient: "Insp Adair", about: some })),
    );
    expect(refused.map(({ status, body }) => [status, body.refused.rule, body.refused.says])).toEqual(
      refused.map(() => [403, "not-in-queue", "Not all of these stand in the queue that you see. Nothing was handed out."]),
    );
    expect((await disclosed().execute()).length).toBe(before);
    await machineTransaction(desk.parts.database, (tx) =>
      tx.updateTable("report_place").set({ case_ref: null }).where("report", "=", "R-2098").execute(),
    );
    const sent = await send(supervisor, { reason, recipient: "Insp Adair", about });
    expect([sent.status, sent.body.log.says]).toEqual([200, expect.stringContaining(", 2 persons.")]);
    const entries = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["op", "report", "entry", "typed"])
      .orderBy("number", "desc")
      .limit(2)
      .execute();
    expect(new Set(entries.map(({ op, report }) => `${op} ${report}`))).toEqual(new Set(["disclose R-2098", "disclose R-2100"]));
    // A name that was typed stands beside the entry, where it can be erased, and never in it.
    expect(entries.map(({ typed }) => typed)).toEqual(entries.map(() => "Insp Adair"));
    expect(entries.map(({ entry }) => entry).join()).not.toContain("Adair");
  });

  test("what is kept of the queue is what comes of all events at once, and the same made anew, row for row", async () => {
    const { database, force, now } = desk.parts;
    const names = await streamsAfter(allRows(database), force.id, { of: "report", after: "", limit: 1000 });
    const streams = await readStreams(allRows(database), force.id, { of: "report", ids: names });
    const rule = rulesOf(force).queue;
    const whole = queueOf(
      [...streams].map(([id, events]) => foldReport(id, events)),
      { rule, now: now(), nameOf: (id) => id },
    );
    expect((await rows()).map(({ with: _, ...row }) => row)).toEqual(whole.rows.map(({ with: _, ...row }) => row));
    const live = await everyProjection(allRows(database), force.id);
    expect(live.queue).not.toHaveLength(0);
    await machineTransaction(database, (tx) => tx.updateTable("queue_row").set({ place: 9 }).execute());
    expect(await rebuildProjections(database, { force, rule, now: now() })).toEqual({ reports: names.length, cases: 0, orders: 0 });
    expect(await everyProjection(allRows(database), force.id)).toEqual(live);
  });

  test("a queue longer than a page goes on where it ended", async () => {
    for (let i = 0; i < 120; i += 1) await arrive(desk, `R-${3000 + i}`, 10, letterOf());
    const ranks: number[] = [];
    for (let after: string | undefined = ""; after !== undefined;) {
      const { body } = await handler.ask("GET", `/desk/queue?after=${encodeURIComponent(after)}`);
      expect(body).toMatchObject({ head: { counts: { all: 126 } } });
      for (const { rank } of body.rows) ranks.push(rank);
      after = body.next;
    }
    expect(ranks).toEqual(Array.from({ length: 126 }, (_, i) => i + 1));
  }, 30_000);
});
