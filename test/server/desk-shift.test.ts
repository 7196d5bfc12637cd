/** What a shift is made of, on both databases: a call that is typed in, words to the person, and the note for whoever comes next. */
import { beforeAll, expect, test } from "vitest";
import { telephoneQuestions } from "@unmask/case";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { allRows } from "./all-rows.ts";
import { arrive, letterOf } from "./desk-events.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const contactReason = { code: "contact", words: "" };

describeOnBoth("a shift at the desk", (stage) => {
  let desk: DeskStage;
  let imran: Officer;
  let marsh: Officer;
  const eventsOf = (reference: string) => readStream(allRows(desk.parts.database), desk.parts.force.id, { of: "report", id: reference });

  beforeAll(async () => {
    desk = await openDesk(stage);
    imran = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    marsh = await desk.enrol("PC 5120 J. Marsh", "contact-handler");
    await arrive(desk, "R-70", 100, letterOf({ danger: "now", name: "Daniel Mensah" }));
  });

  test("a call that is typed in stands in the queue under its own number, and what nobody asked stays not asked", async () => {
    const told = [{ says: "He is in the garden.", at: "03:36" }];
    const who = { reporter: "self", about: "adult", name: "Nia Osei" };
    const typed = {
      door: "999",
      who,
      danger: "now",
      questions: [{ question: "alone", state: "answered", says: "Alone" }],
      told,
      dropped: true,
    };
    expect((await imran.ask("POST", "/desk/reports", { ...typed, door: "letter" })).status).toBe(400);
    const kept = await imran.ask("POST", "/desk/reports", typed);
    expect([kept.status, kept.body]).toMatchObject([201, { report: "R-1" }]);
    expect((await imran.ask("POST", "/desk/reports", typed)).body).toMatchObject({ report: "R-2" });
    const [event] = await eventsOf("R-1");
    if (event?.kind !== "report-typed") throw new Error("it was typed in");
    expect(event.body.questions.filter(({ state }) => state === "not-asked")).toHaveLength(telephoneQuestions.length - 1);
    expect(JSON.stringify((await imran.ask("GET", "/desk/queue")).body)).toContain("Nia Osei");
    expect((await imran.ask("GET", "/desk/reports/R-1/preview")).body).toMatchObject({ state: "Told by 999 27 Nov 03:40, unread" });
  });

  test("the person reads the same words that were read through, in the mailbox, and who sent them stands in the log", async () => {
    const { database, force } = desk.parts;
    const draft = { saw: 1, says: "We read your report. PC Marsh rings on Monday. If anything happens ring 999.", reason: contactReason };
    const preview = await imran.ask("POST", "/desk/reports/R-70/updates/preview", draft);
    expect(preview.body).toMatchObject({ says: draft.says, saw: 1, goes: false, notice: { goes: false } });
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", draft)).body.refused).toMatchObject({ rule: "no-mailbox" });
    const box = { lookup: "ab".repeat(32), recipient: "age1invented" };
    await machineTransaction(database, (tx) =>
      tx
        .insertInto("report")
        .values({ force: force.id, id: "R-70", letter: "00".repeat(16), ...box, received_at: "2026-11-27T02:00:00.000Z" })
        .execute(),
    );
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", { ...draft, saw: 0 })).status).toBe(200);
    const sent = await allRows(database).selectFrom("mailbox_reply").selectAll().where("lookup", "=", box.lookup).execute();
    expect(sent).toMatchObject([{ recipient: box.recipient, number: 1, sent_at: null }]);
    expect(JSON.parse(sent[0]?.message ?? "")).toEqual({ kind: "update", says: draft.says });
    const entry = await allRows(database)
      .selectFrom("access_log")
      .selectAll()
      .where("op", "=", "disclose")
      .orderBy("number", "desc")
      .executeTakeFirst();
    expect(entry?.entry).toContain('"recipients":["R-70/reporter"]');
    expect((await eventsOf("R-70")).at(-1)).toMatchObject({ kind: "contact-attempted", body: { channel: "mailbox", says: draft.says } });
  });

  test("a note is made of what happened and cannot leave it out; what is handed over is the giver’s until it is read", async () => {
    expect((await imran.ask("POST", "/desk/reports/R-70/take")).status).toBe(200);
    const note = await imran.ask("GET", "/desk/handover");
    const lines = [{ group: "danger", says: "Danger, nobody is there: Danger now, said in the letter.", knowing: "record" }];
    expect(note.body).toMatchObject({ mine: [{ reference: "R-70", saw: 3, lines }], toRead: [] });
    const added = [{ group: "promised", says: "I said that somebody rings before eight.", knowing: "account" }];
    const give = (to: string) => imran.ask("POST", "/desk/handover", { to, notes: [{ reference: "R-70", saw: 3, lines: added }] });
    expect((await give("nobody")).status).toBe(404);
    expect((await give(imran.id)).body.refused.rule).toBe("to-yourself");
    expect((await give(marsh.id)).status).toBe(200);
    expect((await imran.ask("GET", "/desk/handover")).body).toMatchObject({ mine: [{ reference: "R-70" }] });
    const waiting = await marsh.ask("GET", "/desk/handover");
    expect(waiting.body).toMatchObject({
      mine: [],
      toRead: [{ reference: "R-70", number: 4, saw: 4, from: { id: imran.id }, lines: [...lines, ...added] }],
    });
    const read = { reference: "R-70", saw: 4, number: 4 };
    expect((await imran.ask("POST", "/desk/handover/read", read)).body.refused.rule).toBe("read-by-the-next");
    expect((await marsh.ask("POST", "/desk/handover/read", read)).status).toBe(200);
    expect((await imran.ask("GET", "/desk/handover")).body).toMatchObject({ mine: [] });
    expect((await marsh.ask("GET", "/desk/handover")).body).toMatchObject({ mine: [{ reference: "R-70" }], toRead: [] });
  });
});
