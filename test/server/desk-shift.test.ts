/** What a shift is made of, on both databases: a call that is typed in, words to the person, and the note for whoever comes next. */
import { beforeAll, expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { foldReport, longestUpdate, placesBeforeGroups, telephoneQuestions } from "@unmask/case";
import { cases } from "../../apps/console/src/desk/cases.ts";
import { changes } from "../../apps/console/src/desk/changes.ts";
import { barredFromCase, membersOfCase } from "../../apps/console/src/desk/case-members.ts";
import { settingsAnswer } from "../../apps/console/src/desk/force-settings.ts";
import { toConfirmAnswer } from "../../apps/console/src/desk/to-confirm.ts";
import { lawInForce } from "@unmask/law";
import { readForceLaw } from "../../apps/server/src/sql/case/force-law.ts";
import { queueRuleOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { everyProjection } from "../../apps/server/src/sql/case/projections.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import type { Transaction } from "kysely";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { allRows } from "./all-rows.ts";
import { arrive, letterOf } from "./desk-events.ts";
import { addMember, askFor, placeReport } from "../../apps/server/src/sql/case/membership.ts";
import { because } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const contactReason = { code: "contact", words: "" };

describeOnBoth("a shift at the desk", (stage) => {
  let desk: DeskStage;
  let imran: Officer;
  let marsh: Officer;
  const eventsOf = (reference: string) => readStream(allRows(desk.parts.database), desk.parts.force.id, { of: "report", id: reference });

  const asUnmask = <T>(ask: (tx: Transaction<CaseTables>) => Promise<T>): Promise<T> =>
    desk.parts.database.transaction(async (tx) => {
      await askFor(tx, "unmask", desk.parts.now());
      return ask(tx);
    });

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
      form: "1f".repeat(16),
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
    // A key pressed twice is one call: the same form at once, or again after a lost answer, is the same report.
    const twice = await Promise.all([1, 2].map(() => imran.ask("POST", "/desk/reports", typed)));
    expect(twice).toMatchObject([
      { status: 200, body: { report: "R-1" } },
      { status: 200, body: { report: "R-1" } },
    ]);
    // Another call is another report, though not a word of it differs: silent calls are alike.
    const atOnce = await Promise.all([1, 2].map(() => imran.ask("POST", "/desk/reports", { ...typed, form: "2f".repeat(16) })));
    expect(atOnce.map(({ body }) => body)).toMatchObject([{ report: "R-2" }, { report: "R-2" }]);
    expect(atOnce.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 201]);
    const { form: _, ...bare } = typed;
    const formless = [await imran.ask("POST", "/desk/reports", bare), await imran.ask("POST", "/desk/reports", bare)];
    expect(formless.map(({ body }) => body)).toMatchObject([{ report: "R-3" }, { report: "R-4" }]);
    // What was typed on after the answer was lost is kept, under a number of its own.
    const more = { ...typed, told: [...told, { says: "He is at the window.", at: "03:37" }] };
    expect((await imran.ask("POST", "/desk/reports", more)).body).toMatchObject({ report: "R-5" });
    const [event] = await eventsOf("R-1");
    if (event?.kind !== "report-typed") throw new Error("it was typed in");
    expect(event.body.questions.filter(({ state }) => state === "not-asked")).toHaveLength(telephoneQuestions.length - 1);
    expect(JSON.stringify((await imran.ask("GET", "/desk/queue")).body)).toContain("Nia Osei");
    expect((await imran.ask("GET", "/desk/reports/R-1/preview")).body).toMatchObject({ state: "Told by 999 27 Nov 03:40, unread" });
  });

  test("the person reads the same words that were read through, in the mailbox, and who sent them stands in the log", async () => {
    const { database, force } = desk.parts;
    const draft = {
      saw: 1,
      says: "We read your report. PC Marsh rings on Monday. If anything happens ring 999.",
      nextBy: "2026-11-30",
      reason: contactReason,
    };
    const reads = `${draft.says}\n\nI write again by Monday 30 November 2026.\n\n${imran.name}\n${force.name}\n27 November 2026`;
    const preview = await imran.ask("POST", "/desk/reports/R-70/updates/preview", draft);
    expect(preview.body).toMatchObject({ says: draft.says, reads, saw: 1, goes: false, notice: { goes: false } });
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", draft)).body.refused).toMatchObject({ rule: "no-mailbox" });
    // What cannot be seen is no answer to the person.
    const blank = await imran.ask("POST", "/desk/reports/R-70/updates/preview", { ...draft, says: "\u200b" });
    expect(blank.body.refused).toMatchObject({ rule: "blank-message" });
    const box = { lookup: "ab".repeat(32), recipient: "age1invented" };
    await machineTransaction(database, (tx) =>
      tx
        .insertInto("report")
        .values({ force: force.id, id: "R-70", letter: "00".repeat(16), ...box, received_at: "2026-11-27T02:00:00.000Z" })
        .execute(),
    );
    const long = { ...draft, saw: 0, says: "x".repeat(longestUpdate + 1) };
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", long)).body.refused).toEqual({
      rule: "one-message",
      says: "It is 1 character longer than one message holds.",
      allows: "Say it shorter, or in two messages.",
    });
    const control = { ...long, says: "We spoke.\u0007" };
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", control)).body.refused).toEqual({
      rule: "plain-text",
      says: "“says” holds characters that are no text.",
      allows: "Type it anew here. Nothing was written.",
    });
    const wrong = [
      [{ nextBy: "2026-11-26" }, "next-by-past"],
      [{ nextBy: "9999-12-31" }, "next-by-far"],
      [{ says: "\u200b" }, "blank-message"],
      [{ says: "Call \u202e9990 0800 us" }, "turned-words"],
      [{ tells: [9999] }, "tells-of-something"],
      [{ answers: [1] }, "tells-of-something"],
    ] as const;
    for (const [more, rule] of wrong)
      expect((await imran.ask("POST", "/desk/reports/R-70/updates", { ...draft, saw: 0, ...more })).body.refused).toMatchObject({ rule });
    const turned = { ...draft, says: "\u202e000" };
    expect((await imran.ask("POST", "/desk/reports/R-70/updates/preview", turned)).body.refused.rule).toBe("turned-words");
    // Written on what was there before the letter came, or on another's number, nothing goes out.
    for (const saw of [0, 999]) expect((await imran.ask("POST", "/desk/reports/R-70/updates", { ...draft, saw })).status).toBe(409);
    expect((await imran.ask("POST", "/desk/reports/R-70/updates", { ...draft, saw: 1 })).status).toBe(200);
    const sent = await allRows(database).selectFrom("mailbox_reply").selectAll().where("lookup", "=", box.lookup).execute();
    expect(sent).toMatchObject([{ recipient: box.recipient, number: 1, sent_at: null }]);
    expect(JSON.parse(sent[0]?.message ?? "")).toEqual({ kind: "update", says: reads });
    const entry = await allRows(database)
      .selectFrom("access_log")
      .selectAll()
      .where("op", "=", "disclose")
      .orderBy("number", "desc")
      .executeTakeFirst();
    expect(entry?.entry).toContain('"recipients":["R-70/reporter"]');
    expect((await eventsOf("R-70")).at(-1)).toMatchObject({ kind: "contact-attempted", body: { channel: "mailbox", says: reads } });
  });

  test("a note is made of what happened and cannot leave it out; what is handed over is the giver’s until it is read", async () => {
    expect((await imran.ask("POST", "/desk/reports/R-70/take")).status).toBe(200);
    const note = await imran.ask("GET", "/desk/handover");
    expect(note.body.log.says).toMatch(/allowed to look, so as to write or read a handover.* Reason: duty\.$/);
    const lines = [
      {
        group: "danger",
        says: "Danger since Fri 27 Nov 2026 02:00, that somebody is there was not written yet: Danger now, said in the letter.",
        knowing: "account",
      },
      { group: "promised", says: "The person was told: I write again by Mon 30 Nov 2026.", knowing: "record" },
      { group: "danger", says: "No safe way to reach the person was said", knowing: "account" },
    ];
    expect(note.body).toMatchObject({
      mine: [{ reference: "R-70", name: "Daniel Mensah", saw: 3, lines }],
      toRead: [],
      next: [{ id: marsh.id, name: marsh.name, role: "contact handler", cannotRead: [] }],
    });
    const added = [{ group: "promised", says: "I said that somebody rings before eight.", knowing: "account" }];
    const give = (to: string) => imran.ask("POST", "/desk/handover", { to, notes: [{ reference: "R-70", saw: 3, lines: added }] });
    expect((await give("nobody")).status).toBe(404);
    // Who could never read it is handed nothing, whoever names them.
    const { id: auditor } = await desk.enrol("Auditor Poole", "auditor");
    const toAuditor = await give(auditor);
    expect([toAuditor.status, toAuditor.body.refused.rule]).toEqual([403, "role"]);
    expect(toAuditor.body.refused.says).toMatch(/^Auditor Poole is an auditor, who can read no report/);
    expect((await give(imran.id)).body.refused.rule).toBe("to-yourself");
    expect((await give(marsh.id)).status).toBe(200);
    expect((await imran.ask("GET", "/desk/handover")).body).toMatchObject({
      mine: [{ reference: "R-70", waitsFor: { says: marsh.name } }],
    });
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

  test("a report and its case are one matter, and a case that was handed over and read is with the other alone", async () => {
    const opened = await marsh.ask("POST", "/desk/reports/R-70/case", { members: [imran.id], reason: contactReason });
    const { case: ref = "" } = JSON.parse(JSON.stringify(opened.body));
    const note = await marsh.ask("GET", "/desk/handover");
    const held: readonly { readonly reference: string; readonly saw: number }[] = JSON.parse(JSON.stringify(note.body)).mine;
    expect(held.map(({ reference }) => reference)).toEqual([ref]);
    expect(JSON.stringify(note.body)).toContain("R-70: Danger since");
    // Who is not on it cannot read it: the page knows before anything is sent, and nothing goes over to them.
    const { id: okoro } = await desk.enrol("PC Ben Okoro", "contact-handler");
    const { next } = JSON.parse(JSON.stringify((await marsh.ask("GET", "/desk/handover")).body));
    expect(next).toMatchObject([
      { id: imran.id, cannotRead: [] },
      { id: okoro, cannotRead: [ref] },
    ]);
    const toOkoro = await marsh.ask("POST", "/desk/handover", { to: okoro, notes: [{ reference: ref, saw: held[0]?.saw, lines: [] }] });
    expect([toOkoro.status, toOkoro.body.refused.says]).toMatchObject([403, expect.stringContaining(`PC Ben Okoro cannot read ${ref}:`)]);
    const notes = [{ reference: ref, saw: held[0]?.saw, lines: [] }];
    expect((await marsh.ask("POST", "/desk/handover", { to: imran.id, notes })).status).toBe(200);
    const waits = async () => JSON.parse(JSON.stringify((await imran.ask("GET", "/desk/changes")).body)).waits;
    expect(await waits()).toMatchObject({ handover: 1 });
    const [given] = JSON.parse(JSON.stringify((await imran.ask("GET", "/desk/handover")).body)).toRead;
    const read = { reference: ref, saw: given.saw, number: given.number };
    expect((await imran.ask("POST", "/desk/handover/read", read)).status).toBe(200);
    expect([await waits(), (await marsh.ask("GET", "/desk/handover")).body]).toMatchObject([{ handover: 0 }, { mine: [] }]);
    // The row and its danger are with whoever read the note, and count among theirs: the other has gone home.
    const rowOf = async (who: Officer) => {
      const { mine, rows } = JSON.parse(JSON.stringify((await who.ask("GET", "/desk/queue")).body));
      return [mine, rows.find((row: { readonly report: string }) => row.report === "R-70").with.officer.id];
    };
    expect([await rowOf(marsh), await rowOf(imran)]).toEqual([
      [0, imran.id],
      [1, imran.id],
    ]);
    const listed = async (who: Officer) => {
      const shown = readStrictly((await who.ask("GET", "/desk/cases")).body, "answer", cases);
      return shown.ok ? shown.value.cases.map((one) => [one.case, one.handedTo]) : shown.error;
    };
    expect([await listed(marsh), await listed(imran)]).toEqual([[[ref, imran.name]], [[ref, null]]]);
  });

  test("whoever has a report is on the case that another makes of it, and is told where it is until they look", async () => {
    await arrive(desk, "R-74", 90, letterOf({ danger: "now", name: "Orla Venn" }));
    expect((await imran.ask("POST", "/desk/reports/R-74/take", {})).status).toBe(200);
    const opened = await marsh.ask("POST", "/desk/reports/R-74/case", { reason: contactReason });
    const { case: ref = "" } = JSON.parse(JSON.stringify(opened.body));
    const put = async (who: Officer) => {
      const told = readStrictly((await who.ask("GET", "/desk/changes")).body, "answer", changes);
      return told.ok ? told.value.waits.put.filter((one) => one.case === ref) : told.error;
    };
    expect([await put(imran), await put(marsh)]).toEqual([[{ case: ref, reports: ["R-74"] }], []]);
    const listed = readStrictly((await imran.ask("GET", "/desk/cases")).body, "answer", cases);
    expect(listed.ok && listed.value.cases.map((one) => one.case)).toContain(ref);
    expect(JSON.stringify((await imran.ask("GET", "/desk/queue")).body)).toContain(JSON.stringify({ id: imran.id, says: imran.name }));
    expect((await desk.ask("GET", `/desk/cases/${ref}`, { cookie: imran.cookie, ...because(contactReason) })).status).toBe(200);
    expect(await put(imran)).toEqual([]);
  });

  test("a case is closed to an officer who is in it: off it at once, opened by no way, and not told why", async () => {
    const { database, force, now } = desk.parts;
    const [wren, sharp] = [await desk.enrol("Sgt Wren", "supervisor"), await desk.enrol("DC Sharp", "investigator")];
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      await placeReport(tx, { force: force.id, report: "R-90", case_ref: "0412" });
      for (const officer of [sharp.id, imran.id])
        await addMember(tx, { force: force.id, case_ref: "0412", officer, added_at: now(), added_by: wren.id });
    });
    const read = (who: Officer) => who.ask("POST", "/desk/cases/0412/close-glass", { reason: { code: "supervision", words: "" } });
    expect((await read(sharp)).status).toBe(200);
    const bar = { officer: sharp.id, words: "Her sister’s household.", reason: { code: "supervision", words: "" } };
    expect((await imran.ask("POST", "/desk/cases/0412/barred", bar)).body.refused.rule).toBe("role");
    expect((await wren.ask("POST", "/desk/cases/0412/barred", bar)).status).toBe(200);
    expect((await read(sharp)).body.refused.rule).toBe("need-to-know");
    const reason = { code: "risk-to-life", words: "999 log 0058: a man is at her door" };
    expect((await sharp.ask("POST", "/desk/cases/0412/break-glass", { reason })).body.refused.rule).toBe("need-to-know");
    expect((await wren.ask("POST", "/desk/cases/0412/members", bar)).status).toBe(400);
    // She is not on it, and is told who is and who could be, as the desk reads it.
    const on = await desk.ask("GET", "/desk/cases/0412/members", { cookie: wren.cookie, ...because(bar.reason) });
    const people = readStrictly(on.body, "answer", membersOfCase);
    if (!people.ok) throw new Error(people.error);
    expect(people.value.members.map(({ id }) => id)).toEqual([imran.id]);
    expect(people.value.here).toContainEqual({ id: sharp.id, name: "DC Sharp", role: "investigator" });
    const closed = await desk.ask("GET", "/desk/cases/0412/barred", { cookie: wren.cookie, ...because(bar.reason) });
    expect(readStrictly(closed.body, "answer", barredFromCase)).toMatchObject({ ok: true, value: { barred: [{ id: sharp.id }] } });
    const member = { officer: sharp.id, reason: bar.reason };
    expect((await wren.ask("POST", "/desk/cases/0412/members", member)).body.refused.rule).toBe("barred");
    // What is read as one with a report of it tells of both, and is closed to them as long as it is: at its own end of the join and at the other.
    const two = await desk.enrol("PC 5121 T. Two", "contact-handler");
    expect((await wren.ask("POST", "/desk/cases/0412/barred", { ...bar, officer: two.id })).status).toBe(200);
    await arrive(desk, "R-91", 90, letterOf({ danger: "now", name: "Mina Test" }), { kind: "put-in-case", body: { case: "0412" } });
    await asUnmask((tx) => placeReport(tx, { force: force.id, report: "R-91", case_ref: "0412" }));
    await arrive(desk, "R-92", 80, letterOf({ name: "Ada Stone" }));
    await arrive(desk, "R-93", 70, letterOf({ name: "Ruth Hale" }));
    const told = async (who: Officer) => {
      const opened = await who.ask("POST", "/desk/reports/R-92/open", { reason: contactReason });
      const asked = [await who.ask("GET", "/desk/queue"), await who.ask("GET", "/desk/reports/R-93/preview"), opened];
      return asked.map(({ body }) => ["Mina", "Ada", "Ruth"].filter((one) => JSON.stringify(body).includes(one)).join(" "));
    };
    expect(await told(two)).toEqual(["Ada Ruth", "Ruth", "Ada"]);
    await arrive(desk, "R-92", 60, { kind: "report-joined", body: { into: "R-91", why: "The same house." } });
    expect(await told(two)).toEqual(["Ruth", "Ruth", ""]);
    await arrive(desk, "R-92", 58, { kind: "report-parted", body: { from: "R-91", why: "Another house." } });
    await arrive(desk, "R-91", 56, { kind: "report-joined", body: { into: "R-92", why: "The same house." } });
    await arrive(desk, "R-93", 55, { kind: "report-joined", body: { into: "R-92", why: "The same house." } });
    expect(await told(two)).toEqual(["", "", ""]);
    expect((await two.ask("GET", "/desk/reports/R-93/preview")).body.refused.rule).toBe("need-to-know");
    expect((await told(imran))[0]).toContain("Mina");
    await arrive(desk, "R-91", 54, { kind: "report-parted", body: { from: "R-92", why: "Another house." } });
    expect((await told(two)).slice(1)).toEqual(["Ruth", "Ada Ruth"]);
    // What they have taken is with them no more once it is read as one with it: its danger would be with somebody who can do nothing there.
    const handedBy = async (who: Officer) => JSON.stringify((await who.ask("GET", "/desk/handover")).body);
    const takes = async (who: Officer) => (await who.ask("POST", "/desk/reports/R-92/take", {})).status;
    const join = async () => {
      const { number } = foldReport("R-92", await eventsOf("R-92"));
      const body = { saw: number, into: "R-91", why: "The same house.", reason: contactReason };
      return (await imran.ask("POST", "/desk/reports/R-92/join", body)).status;
    };
    expect([await takes(two), await takes(imran)]).toEqual([200, 403]);
    expect(await handedBy(two)).toContain("R-92");
    expect(await join()).toBe(200);
    expect(await handedBy(two)).not.toContain("R-92");
    expect(await takes(imran)).toBe(200);
    // Nor does anybody who is not on the case part them, at once or by way of another: its officers would lose the person and the danger.
    for (const [report, from] of [
      ["R-92", "R-91"],
      ["R-93", "R-92"],
    ] as const) {
      const { number } = foldReport(report, await eventsOf(report));
      const parting = { saw: number, from, why: "Another house.", reason: contactReason };
      expect((await marsh.ask("POST", `/desk/reports/${report}/part`, parting)).body.refused.rule).toBe("need-to-know");
    }
    // And where the case is closed to them after that.
    expect((await wren.ask("POST", "/desk/cases/0412/barred", { ...bar, officer: imran.id })).status).toBe(200);
    expect([await takes(imran), foldReport("R-92", await eventsOf("R-92")).officer]).toEqual([403, null]);
    expect((await wren.ask("POST", "/desk/cases/0412/barred/lift", { ...member, officer: imran.id })).status).toBe(200);
    expect((await wren.ask("POST", "/desk/cases/0412/members", { ...member, officer: imran.id })).status).toBe(200);
    // And where they come off the case.
    expect(await takes(imran)).toBe(200);
    expect((await wren.ask("POST", "/desk/cases/0412/members/remove", { ...member, officer: imran.id })).status).toBe(200);
    expect(foldReport("R-92", await eventsOf("R-92")).officer).toBe(null);
    expect((await wren.ask("POST", "/desk/cases/0412/members", { ...member, officer: imran.id })).status).toBe(200);
    // A supervisor closes it to themselves, and does not open it again.
    expect((await wren.ask("POST", "/desk/cases/0412/barred", { ...bar, officer: wren.id })).status).toBe(200);
    expect((await wren.ask("POST", "/desk/cases/0412/barred/lift", { ...member, officer: wren.id })).body.refused.rule).toBe(
      "need-to-know",
    );
    const adair = await desk.enrol("Insp Adair", "supervisor");
    expect((await adair.ask("POST", "/desk/cases/0412/barred/lift", { ...member, officer: wren.id })).status).toBe(200);
    expect((await adair.ask("POST", "/desk/cases/0412/barred/lift", { ...member, officer: wren.id })).status).toBe(404);
  });

  test("an auditor asks why somebody looked, the officer answers once, and each step stands in the log", async () => {
    const auditor = await desk.enrol("A. Odell", "auditor");
    const purpose = { code: "lawfulness", words: "" };
    const entries = await asUnmask((tx) => tx.selectFrom("access_log").select("number").where("actor", "=", imran.id).execute());
    const own = await asUnmask((tx) => tx.selectFrom("access_log").select("number").where("actor", "=", auditor.id).execute());
    const question = (entry: number | undefined, reason: object = purpose) =>
      auditor.ask("POST", "/desk/log/questions", { entry, words: "No task is named. Why?", reason });
    expect((await question(entries[0]?.number, { code: "supervision", words: "" })).body.refused.rule).toBe("reason");
    expect((await question(own[0]?.number)).body.refused.rule).toBe("second-person");
    expect((await question(999_999)).status).toBe(404);
    const asked = await question(entries[0]?.number);
    const { question: id = "" } = asked.body;
    const mine = await imran.ask("GET", "/desk/questions");
    expect(mine.body.questions).toMatchObject([{ id, words: "No task is named. Why?", answer: null }]);
    expect((await marsh.ask("GET", "/desk/questions")).body.questions).toEqual([]);
    expect((await marsh.ask("POST", `/desk/questions/${id}`, { words: "Not me." })).status).toBe(404);
    expect((await imran.ask("POST", `/desk/questions/${id}`, { words: "She rang; I looked who she was." })).status).toBe(200);
    expect((await imran.ask("POST", `/desk/questions/${id}`, { words: "Or rather" })).status).toBe(404);
    const close = { outcome: "explained", words: "The call is in log 0058.", reason: purpose };
    expect((await auditor.ask("POST", `/desk/log/questions/${id}/close`, close)).status).toBe(200);
    expect((await auditor.ask("POST", `/desk/log/questions/${id}/close`, close)).status).toBe(404);
    const steps = await asUnmask((tx) =>
      tx.selectFrom("access_log").select(["what", "result"]).orderBy("number", "desc").limit(12).execute(),
    );
    expect(steps.filter(({ what }) => what === "ask-why" || what === "answer-why")).toHaveLength(11);
  });

  test("an administrator puts the queue into the force’s own order: rows move, danger stays first, and the log says from what to what", async () => {
    const { database, force } = desk.parts;
    const admin = await desk.enrol("A. Settings", "administrator");
    await arrive(desk, "R-71", 30, letterOf({ name: "Ada Finch", danger: "no" }));
    const reason = { code: "supervision", words: "" };
    const set = { lockMinutes: 10, shiftHours: 12, reasonBefore: "open", searchTells: "case", reason };
    const rule = { afterDanger: ["first", "repeat", "breach"], longHours: 2 };
    expect((await imran.ask("POST", "/desk/settings", { ...set, queueRule: rule })).body.refused.rule).toBe("role");
    expect((await admin.ask("POST", "/desk/settings", { ...set, queueRule: { ...rule, longHours: 0 } })).status).toBe(400);
    const dangerFirst = { ...rule, afterDanger: ["danger", "first", "repeat"] };
    expect((await admin.ask("POST", "/desk/settings", { ...set, queueRule: dangerFirst })).status).toBe(400);
    expect((await admin.ask("POST", "/desk/settings", { ...set, queueRule: rule })).status).toBe(200);
    const shown = await desk.ask("GET", "/desk/settings", { cookie: admin.cookie, ...because(reason) });
    const says = "Danger, look first, first report, repeat, breach, then longest unread";
    expect(readStrictly(shown.body, "answer", settingsAnswer)).toMatchObject({
      ok: true,
      value: { queueRule: { ...rule, says, date: "2026-11-27" } },
    });
    expect((await imran.ask("GET", "/desk/queue")).body).toMatchObject({ head: { rule: { says } } });
    // Rows moved by one statement are those that are made anew from the events.
    const moved = await asUnmask((tx) => everyProjection(tx, force.id));
    expect(moved.queue.find(({ report }) => report === "R-71")).toMatchObject({ row_group: "first", place: placesBeforeGroups });
    await rebuildProjections(database, { force, rule: await queueRuleOf(allRows(database), force), now: desk.parts.now() });
    expect((await asUnmask((tx) => everyProjection(tx, force.id))).queue).toEqual(moved.queue);
    const entries = await asUnmask((tx) => tx.selectFrom("access_log").select("entry").where("what", "=", "change-settings").execute());
    expect(JSON.stringify(entries)).toContain(`to ${says}, long 2 hours`);
  });

  test("an administrator writes what was confirmed of the law, others read it, none is changed, and the log names the question and the day alone", async () => {
    const { database, force } = desk.parts;
    const admin = await desk.enrol("A. Confirms", "administrator");
    const coordinator = await desk.enrol("C. Reads", "spo-coordinator");
    const reason = { code: "supervision", words: "" };
    const entry = {
      about: "EW/look-ahead",
      from: "2026-11-01",
      value: { kind: "look-ahead", days: [120, 60] },
      says: "Policy 14 of the force.",
      confirmedBy: "Ada Quill, force solicitor",
      confirmedOn: "2026-10-30",
    };
    const write = (one: object) => admin.ask("POST", "/desk/to-confirm", { entry: { ...entry, ...one }, reason });
    expect((await coordinator.ask("POST", "/desk/to-confirm", { entry, reason })).body.refused.rule).toBe("role");
    expect((await imran.ask("GET", "/desk/to-confirm")).body.refused.rule).toBe("role");
    expect((await write({ value: { kind: "hours", hours: 3 } })).status).toBe(400);
    expect((await write({ value: { kind: "days", days: 3 } })).body.refused.rule).toBe("not-confirmed");
    expect((await write({ confirmedOn: "2026-12-24" })).body.refused.rule).toBe("not-confirmed");
    expect((await write({})).status).toBe(200);
    expect((await write({ from: "2030-01-01", value: { kind: "look-ahead", days: [10] } })).status).toBe(200);
    expect((await write({ about: "EW/cpa2026_spo", value: { kind: "route", began: "2026-06-29", applicant: "us" } })).status).toBe(200);
    const shown = readStrictly((await coordinator.ask("GET", "/desk/to-confirm")).body, "answer", toConfirmAnswer);
    if (!shown.ok) return expect.fail(shown.error);
    const about = (id: string) => shown.value.questions.find((one) => one.about === id);
    expect(about("EW/look-ahead")).toMatchObject({
      inForce: 1,
      rows: [{ number: 2 }, { ...entry, number: 1, by: "A. Confirms" }],
    });
    expect(about("EW/appeal-limit")).toMatchObject({ inForce: null, rows: [] });
    const kept = await database.transaction((tx) => readForceLaw(tx, force.id));
    expect(lawInForce(kept, "2026-11-27")).toMatchObject({ lookAheadDays: [120, 60], ownMotionFrom: "2026-06-29", version: "rows 1 3" });
    const entries = await asUnmask((tx) => tx.selectFrom("access_log").select("entry").where("what", "=", "change-settings").execute());
    expect(JSON.stringify(entries)).toContain("EW/look-ahead from 2026-11-01");
    expect(JSON.stringify(entries)).not.toContain("Quill");
  });

  test("a mover and a leaver come off every case, and their sessions and keys are gone that minute", async () => {
    const { database, force, now } = desk.parts;
    const [admin, mover, leaver] = [
      await desk.enrol("Admin", "administrator"),
      await desk.enrol("DC Mover", "investigator"),
      await desk.enrol("DC Leaver", "investigator"),
    ];
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      for (const { id } of [mover, leaver])
        await addMember(tx, { force: force.id, case_ref: "0412", officer: id, added_at: now(), added_by: admin.id });
    });
    const reason = { code: "integrity", words: "" };
    const handler = await desk.enrol("PC Leaves", "contact-handler");
    await arrive(desk, "R-98", 30, letterOf({ danger: "now", name: "Lena Brook" }));
    expect((await handler.ask("POST", "/desk/reports/R-98/take", {})).status).toBe(200);
    expect((await admin.ask("POST", `/desk/officers/${handler.id}/leave`, { reason })).status).toBe(200);
    expect(foldReport("R-98", await eventsOf("R-98")).officer).toBe(null);
    expect((await admin.ask("POST", `/desk/officers/${mover.id}/role`, { role: "analyst", reason })).status).toBe(200);
    expect((await admin.ask("POST", `/desk/officers/${leaver.id}/leave`, { reason })).status).toBe(200);
    for (const gone of [mover, leaver]) expect((await gone.ask("GET", "/desk/me")).status).toBe(401);
    expect((await signIn(desk, leaver.key)).status).toBe(403);
    expect((await signIn(desk, mover.key)).status).toBe(200);
    const left = await asUnmask((tx) =>
      tx.selectFrom("case_member").select("officer").where("officer", "in", [mover.id, leaver.id]).execute(),
    );
    expect(left).toEqual([]);
  });
});
