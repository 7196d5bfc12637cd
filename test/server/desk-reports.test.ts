/** A report at the desk, on both databases: looked at, taken, assessed and decided by people who are in each other's way. */
import { beforeAll, expect, test } from "vitest";
import { readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { prompts } from "@unmask/case";
import { readStrictly } from "@unmask/core";
import { reportWritten } from "../../apps/console/src/desk/log-entry.ts";
import { report as reportOfConsole } from "../../apps/console/src/desk/report.ts";
import { type WriteSpec, type WrittenValues, bodyOf } from "../../apps/console/src/parts/written-fields.ts";
import { breachSpec, dangerSpec, instrumentSpec, searchSpec, taskDoneSpec, taskSpec } from "../../apps/console/src/screens/noted-specs.ts";
import { contactReadSpec, giveBackSpec, groupSpec } from "../../apps/console/src/screens/report-specs.ts";
import { allRows } from "./all-rows.ts";
import { arrive, letterOf } from "./desk-events.ts";
import { type DeskStage, type Officer, type Reply, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const triage = { code: "triage", words: "" };
const supervision = { code: "supervision", words: "" };

const has = (fact: object): unknown => expect.arrayContaining([expect.objectContaining(fact)]) as unknown;

describeOnBoth("a report at the desk", (stage) => {
  let desk: DeskStage;
  let imran: Officer;
  let marsh: Officer;
  let wren: Officer;

  const post = (who: Officer, reference: string, path: string, body: object = {}): Promise<Reply> =>
    who.ask("POST", `/desk/reports/${reference}/${path}`, body);
  const assess = (who: Officer, reference: string, reason: object): Promise<Reply> =>
    desk.ask("GET", `/desk/reports/${reference}/assess`, {
      cookie: who.cookie,
      headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) },
    });
  const kinds = async (reference: string): Promise<readonly string[]> => {
    const events = await readStream(allRows(desk.parts.database), desk.parts.force.id, { of: "report", id: reference });
    return events.map(({ kind }) => kind);
  };
  const saw = async (reference: string): Promise<number> => (await kinds(reference)).length;

  beforeAll(async () => {
    desk = await openDesk(stage);
    imran = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    marsh = await desk.enrol("PC 5120 J. Marsh", "contact-handler");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    const contact = { channel: "call", address: "07700 900123", hours: "after nine", voicemail: "no", codeWord: "the library book" };
    await arrive(desk, "R-1", 100, letterOf({ danger: "now", name: "Daniel Mensah", account: "He is outside.", contact }));
    await arrive(desk, "R-2", 90, letterOf({ name: "Bethan Cole", account: "Messages every night." }));
    await arrive(desk, "R-3", 80, letterOf({ account: "The same number again." }));
  });

  test("beside its row stands how to reach the person, and nothing of what was written", async () => {
    const { status, body } = await imran.ask("GET", "/desk/reports/R-1/preview");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      report: "R-1",
      name: "Daniel Mensah",
      state: "Received 27 Nov 02:00, unread",
      danger: [{ says: "Danger now, said in the letter.", how: "account" }],
      reasons: [{ code: "danger" }, { code: "triage" }],
    });
    expect(JSON.stringify(body)).toContain("07700 900123");
    expect(JSON.stringify(body)).not.toContain("outside");
  });

  test("a report opens only for a reason of its own; that it was read is an event, and the reader stands in the log", async () => {
    expect((await post(imran, "R-1", "open")).body.refused.rule).toBe("reason");
    const opened = await post(imran, "R-1", "open", { reason: triage });
    expect(opened.body).toMatchObject({ account: "He is outside.", acts: [], actsInAll: 0, checks: [] });
    expect(await kinds("R-1")).toEqual(["report-received", "report-opened"]);
    expect((await post(marsh, "R-1", "open", { reason: triage })).status).toBe(200);
    expect(await kinds("R-1")).toEqual(["report-received", "report-opened"]);
    const looks = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["actor", "person"])
      .where("report", "=", "R-1")
      .where("what", "=", "open-report")
      .where("result", "=", "allowed")
      .orderBy("number")
      .execute();
    expect(looks).toEqual([
      { actor: imran.id, person: "R-1/reporter" },
      { actor: marsh.id, person: "R-1/reporter" },
    ]);
  });

  test("where it is assessed, her words and the danger stand, no prompt says that there is nothing, and an officer now is proposed", async () => {
    const { status, body } = await assess(imran, "R-1", triage);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      reach: [{ label: "Safe contact" }, { label: "Tried", isMind: true }, { label: "With", says: "nobody yet" }],
      account: "He is outside.",
      danger: [{ says: "Danger now, said in the letter.", how: "account" }],
      proposal: { choice: "tonight" },
    });
    expect(body).toMatchObject({ prompts: prompts.map(({ id }) => ({ id, held: [] })) });
  });

  test("nothing of it is shown to whoever comes to assess it and says no reason", async () => {
    const bare = await imran.ask("GET", "/desk/reports/R-2/assess");
    expect([bare.status, bare.body.refused.rule]).toEqual([403, "reason"]);
    expect(JSON.stringify(bare.body)).not.toContain("Messages every night");
  });

  test("of two who take it at once one has it, and the other is told", async () => {
    const both = await Promise.all([post(imran, "R-2", "take"), post(marsh, "R-2", "take")]);
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 403]));
    expect(both.find(({ status }) => status === 403)?.body.refused.rule).toBe("taken");
    expect(await kinds("R-2")).toEqual(["report-received", "report-taken"]);
    const holder = both[0]?.status === 200 ? imran : marsh;
    const other = holder === imran ? marsh : imran;
    const refused = await post(other, "R-2", "give-back", { saw: 2, words: "the end of my shift" });
    expect(refused.body.refused).toMatchObject({ rule: "not-yours", allows: "You can hand it over." });
    expect((await post(holder, "R-2", "give-back", { saw: 2, words: "the end of my shift" })).status).toBe(200);
  });

  test("of two who save on the same state one is told what the other did, and nothing of either is lost", async () => {
    const answer = (prompt: string) => ({ saw: 3, prompts: [{ prompt, answer: "yes" }] });
    const both = await Promise.all([post(imran, "R-2", "risk", answer("threat")), post(marsh, "R-2", "risk", answer("alone"))]);
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
    const second = both.find(({ status }) => status === 409);
    expect(second?.body.changed).toMatch(/^Since you looked: PC .* answered prompts at 03:40:00\. Nothing of yours is lost/);
    // A pasted control or a number over two lines is kept by nothing, the log included, and where it stands is said.
    const control = { code: "other", words: "pasted \u0000 words" };
    const pasted = [
      { saw: 4, says: "\u001b[31mred" },
      { saw: 4, says: "a unit is there", log: "a\nb" },
    ].map((body) => ({ ...body, reason: triage }));
    const bodies = [...pasted, { saw: 4, says: "a unit is there", reason: control }];
    for (const [i, body] of bodies.entries())
      expect((await marsh.ask("POST", "/desk/reports/R-2/danger/met", body)).body.refused).toMatchObject({
        rule: "plain-text",
        says: expect.stringMatching([/^“says” /, /^“log” /, /^“reason.words” /][i] ?? /^$/),
      });
    const ahead = await post(marsh, "R-2", "risk", { ...answer("alone"), saw: 19 });
    expect([ahead.status, ahead.body.changed]).toEqual([
      409,
      "What you saw has another number: this is written in report R-2, which stands at 4. Nothing of yours is lost: look again there, then save.",
    ]);
    expect(await kinds("R-2")).toEqual(["report-received", "report-taken", "report-given-back", "risk-answered"]);
    const last = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .selectAll()
      .where("report", "=", "R-2")
      .orderBy("number", "desc")
      .execute();
    expect(last.map(({ result }) => result)).toContain("refused");
  });

  test("against the rule a decision needs words, and a second person who did not write it", async () => {
    expect((await post(wren, "R-3", "decide", { saw: 1, choice: "week", words: "no sign" })).body.refused.rule).toBe("read-first");
    await post(wren, "R-3", "open", { reason: triage });
    const all = prompts.map(({ id }) => ({ prompt: id, answer: id === "threat" ? "yes" : "no" }));
    const answered = await post(wren, "R-3", "risk", { saw: 2, prompts: all });
    // Nothing of the report comes back for an answer: it is shown for a reason of its own.
    expect(answered.body).toEqual({ saw: 3, proposal: { choice: "day", says: expect.any(String) }, log: expect.any(Object) });
    expect((await post(wren, "R-3", "decide", { saw: 3, choice: "week", words: " " })).body.refused.rule).toBe("reason");
    expect((await post(wren, "R-3", "decide", { saw: 3, choice: "week", words: "Spoken to; at her sister’s until Monday." })).status).toBe(
      200,
    );
    const reading = { saw: 4, decision: 4, agrees: true };
    expect((await post(imran, "R-3", "decisions/read", { ...reading, reason: supervision })).body.refused.rule).toBe("role");
    expect((await post(wren, "R-3", "decisions/read", { ...reading, reason: supervision })).body.refused.rule).toBe("own-decision");
    const queue = await imran.ask("GET", "/desk/queue");
    expect(JSON.stringify(queue.body)).toContain("A second person reads the decision");
    const adair = await desk.enrol("Insp Adair", "supervisor");
    const owed = (who: Officer) => who.ask("GET", "/desk/second-readings");
    const decision = { number: 4, says: "Appointment within 7 days", proposed: "Officer within 24 hours", by: wren.name };
    expect((await owed(imran)).body).toMatchObject({ readings: [] });
    expect((await owed(wren)).body).toMatchObject({ readings: [{ report: "R-3", decision: { ...decision, isOwn: true } }] });
    expect((await owed(adair)).body).toMatchObject({ readings: [{ report: "R-3", saw: 4, decision: { ...decision, isOwn: false } }] });
    expect((await post(adair, "R-3", "decisions/read", { ...reading, reason: supervision })).status).toBe(200);
    expect(JSON.stringify((await imran.ask("GET", "/desk/queue")).body)).not.toContain('"R-3"');
    expect((await owed(adair)).body).toMatchObject({ readings: [] });
    const opened = await post(adair, "R-3", "open", { reason: supervision });
    expect(opened.body).toMatchObject({ decisions: [{ number: 4, read: { by: "Insp Adair", agrees: true } }] });
  });

  test("a danger ends only when somebody reached the person, and says so", async () => {
    const early = await post(imran, "R-1", "danger/ended", { saw: 2, words: "it is over" });
    expect(early.body.refused).toMatchObject({ rule: "danger-unmet" });
    expect((await post(imran, "R-1", "contacts", { saw: 2, channel: "call", outcome: "no-answer" })).status).toBe(200);
    const opened = await post(imran, "R-1", "open", { reason: triage });
    expect(opened.body).toMatchObject({ saw: 3, noted: { attempts: [{ channel: "call", outcome: "no-answer", by: imran.name }] } });
    expect((await post(imran, "R-1", "danger/met", { saw: 3, says: "Unit CM12 is at the door", log: "0058" })).status).toBe(200);
    const queue = await imran.ask("GET", "/desk/queue");
    expect(JSON.stringify(queue.body)).toContain("Unit CM12 is at the door");
    expect((await post(imran, "R-1", "danger/ended", { saw: 4, words: "He was taken away; she is with her brother." })).status).toBe(200);
    expect((await imran.ask("GET", "/desk/reports/R-1/preview")).body).toMatchObject({ danger: [] });
  });

  test("a task has a number that people say, stands in the row as what is next to do, and is a reason to open the report", async () => {
    const at = await saw("R-2");
    const made = await post(imran, "R-2", "tasks", { saw: at, says: "Ring back before eight", due: "2026-11-28" });
    expect(made.body).toMatchObject({ task: "T-1" });
    const { body } = await imran.ask("GET", "/desk/reports/R-2/preview");
    expect(body).toMatchObject({
      reasons: [{ code: "danger" }, { code: "task", task: "T-1", says: "Ring back before eight" }, { code: "triage" }],
    });
    expect((await post(imran, "R-2", "tasks/done", { saw: at + 1, task: "T-1" })).status).toBe(200);
    expect((await post(imran, "R-2", "tasks/done", { saw: at + 2, task: "T-1" })).body.refused.rule).toBe("no-task");
  });

  test("a referral to support is due until somebody writes of it, and the report says what came of it", async () => {
    const open = async (): Promise<object> => (await post(imran, "R-2", "open", { reason: triage })).body;
    const refer = (state: string) => expect.arrayContaining([expect.objectContaining({ id: "refer", state })]);
    expect(await open()).toMatchObject({ referral: { wish: "unsaid" }, duties: refer("due") });
    const nowhere = await post(imran, "R-2", "referral", { saw: await saw("R-2"), outcome: "referred" });
    expect(nowhere.status).toBe(400);
    const made = { outcome: "referred", to: "Northshire Stalking Support", says: "Agreed on the telephone." };
    expect((await post(imran, "R-2", "referral", { saw: await saw("R-2"), ...made })).status).toBe(200);
    expect(await open()).toMatchObject({ referral: { made: { ...made, by: imran.name } }, duties: refer("met") });
  });

  test("every small form of an opened report is taken as it is filled in, and what it wrote is read back", async () => {
    await arrive(desk, "R-4", 70, letterOf({ name: "Joanna Pryce", account: "He knows when I am out." }));
    await post(imran, "R-4", "open", { reason: triage });
    await post(imran, "R-4", "take");
    const fill = async (spec: WriteSpec, values: WrittenValues): Promise<void> => {
      const body = bodyOf(spec.fields, values);
      if (!body.ok) throw new Error(body.error);
      const reply = await post(imran, "R-4", spec.path, {
        ...(spec.sends?.(body.value) ?? body.value),
        saw: await saw("R-4"),
        reason: triage,
      });
      expect([spec.name, reply.status]).toEqual([spec.name, 200]);
      expect(readStrictly(reply.body, "answer", reportWritten)).toMatchObject({ ok: true });
    };
    const read = async () => {
      const opened = await post(imran, "R-4", "open", { reason: triage });
      const answer = readStrictly(opened.body, "answer", reportOfConsole);
      if (!answer.ok) throw new Error(answer.error);
      return answer.value;
    };
    await fill(taskSpec("tasks", []), { says: "Ask the shop for its film", due: "2026-12-01", officer: imran.id });
    await fill(searchSpec, { where: "call-logs", found: "yes", says: "101 log 0311 of 4 November: a man at her door" });
    await fill(breachSpec, { says: "He wrote on 26 November", order: "restraining order, Northmere", knowing: "record" });
    await fill(instrumentSpec, { instrument: "DASH", version: "2009", assessor: "DC Bell", answers: "Afraid?: yes\nOf what?: of him" });
    const way = { channel: "call", address: "07700 900556", says: "He reads the old one." };
    const [person] = (await read()).reached;
    if (person === undefined) throw new Error("nobody says how R-4 is reached");
    await fill(contactReadSpec(person, "h"), { outcome: "replaced", ...way });
    await fill(groupSpec, { group: "repeat", words: "She rang three times this year." });
    const written = await read();
    expect(written.noted).toMatchObject({
      tasks: [{ says: "Ask the shop for its film", due: "2026-12-01", officer: imran.name, done: false }],
      searches: [{ where: "call-logs", found: true, by: imran.name }],
      breaches: [{ order: "restraining order, Northmere", how: "record" }],
      instruments: [{ version: "2009", answers: [{ question: "Afraid?", answer: "yes" }, { question: "Of what?" }] }],
    });
    // Whoever rings from a report, a preview or an assessment reads the same way, and by whose word.
    const reach = { label: "Safe contact", strong: "call, 07700 900556" };
    expect(written.reach).toContainEqual(expect.objectContaining(reach));
    expect((await assess(imran, "R-4", triage)).body).toMatchObject({
      reach: expect.arrayContaining([expect.objectContaining(reach)]) as unknown,
    });
    expect(written.byHand).toEqual({ group: "repeat", reason: "She rang three times this year.", by: imran.name });
    await fill(taskDoneSpec(written.noted), { task: written.noted.tasks[0]?.task ?? "", says: "They keep none." });
    await fill(dangerSpec("danger"), { says: "He is at the door, she says", knowing: "account" });
    await fill(giveBackSpec, { words: "A unit is asked for." });
    const last = await read();
    expect(last.noted.tasks).toMatchObject([{ done: true }]);
    expect([last.danger[0]?.says, last.with]).toEqual(["He is at the door, she says", undefined]);
  });

  test("two that are one are read as one, and part again", async () => {
    await arrive(desk, "R-10", 50, letterOf({ name: "Ada Finch", account: "First." }));
    const cover = { danger: "Asked: afraid.", said: [{ label: "Feared violence", says: "He said he comes back on Sunday" }] };
    await arrive(desk, "R-11", 40, letterOf({ name: "Ada Finch", account: "Second.", wishes: "A woman, please.", cover }));
    const reason = triage;
    expect((await post(imran, "R-11", "join", { saw: 1, into: "R-99", why: "the same", reason })).body.refused.rule).toBe("need-to-know");
    const preview = await desk.ask("GET", "/desk/reports/R-11/join?into=R-10", {
      cookie: imran.cookie,
      headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) },
    });
    expect(preview.body).toMatchObject({ from: { report: "R-11", saw: 1 }, into: { report: "R-10", account: "First." } });
    expect(JSON.stringify(preview.body)).toContain("R-11 has no row of its own any more");
    expect((await post(imran, "R-11", "join", { saw: 1, into: "R-10", why: "the same person, sent twice", reason })).status).toBe(200);
    const joined = JSON.stringify((await imran.ask("GET", "/desk/queue")).body);
    expect(joined).toContain('"R-10"');
    expect(joined).not.toContain('"R-11"');
    expect(joined).toContain("2 reports");
    const opened = await post(imran, "R-10", "open", { reason });
    expect(opened.body).toMatchObject({ joined: [{ report: "R-11", saw: 3 }] });
    expect(opened.body).toMatchObject({ account: expect.stringMatching(/^First\.\n\n\[R-11, Received .* unread:\]\nSecond\.$/) });
    expect(await kinds("R-11")).toEqual(["report-received", "report-joined", "report-opened"]);
    // What the other said is shown with whose it is, and whoever rings from either reads what came of the last call.
    const called = { saw: 2, channel: "call", outcome: "somebody-else", says: "A man hung up", reason };
    expect((await post(imran, "R-10", "contacts", called)).status).toBe(200);
    const besideRow = (await imran.ask("GET", "/desk/reports/R-10/preview")).body;
    for (const body of [besideRow, (await post(imran, "R-10", "open", { reason })).body])
      expect(body).toMatchObject({
        reach: has({ label: expect.stringMatching(/^Feared violence, R-11, ./), says: "He said he comes back on Sunday" }),
        facts: has({ label: expect.stringMatching(/^Asks, R-11, ./), says: "A woman, please." }),
      });
    const doNotRing = has({ label: "Tried", strong: "Do not ring" });
    expect((await imran.ask("GET", "/desk/reports/R-11/preview")).body).toMatchObject({ facts: doNotRing });
    expect((await assess(imran, "R-11", reason)).body).toMatchObject({ reach: doNotRing });
    expect((await post(imran, "R-11", "open", { reason })).body).toMatchObject({
      noted: { attempts: [{ of: "R-10", outcome: "somebody-else" }] },
    });
    expect((await post(imran, "R-11", "part", { saw: 3, from: "R-10", why: "another person", reason })).status).toBe(200);
    expect(JSON.stringify((await imran.ask("GET", "/desk/queue")).body)).toContain('"R-11"');
    expect(await saw("R-11")).toBe(4);
  });

  test("what is no command is not understood, and a report that is not there is refused as one that is another’s", async () => {
    for (const body of [{}, { saw: 1 }, { saw: 1, channel: "pigeon", outcome: "sent" }, { saw: -1, channel: "call", outcome: "sent" }]) {
      expect((await post(imran, "R-1", "contacts", body)).status).toBe(400);
    }
    expect((await post(imran, "R-404", "take")).body.refused.rule).toBe("need-to-know");
  });
});
