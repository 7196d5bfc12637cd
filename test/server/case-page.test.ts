/** A case over HTTP: its page in the order of duty, what is written in it, its acts in pages, one act with its bytes, its exhibits. */
import { beforeAll, expect, test } from "vitest";
import { msPerDay, msPerHour, readStrictly } from "@unmask/core";
import { prompts } from "@unmask/case";
import { courseDrawn } from "../../apps/console/src/desk/course-drawn.ts";
import { secondReadings } from "../../apps/console/src/desk/second-readings.ts";
import { casePage } from "../../apps/console/src/desk/case-page.ts";
import { rFirst, rSecond } from "../../fixtures/timelines/make-act.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { everyProjection } from "../../apps/server/src/sql/case/projections.ts";
import { allRows } from "./all-rows.ts";
import { because, itemOf, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import { putEvents } from "../../apps/server/src/sql/case/case-events.ts";
import { putReply } from "../../apps/server/src/sql/case/mailbox-replies.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";
import { type ServiceFolder, openServices } from "../../apps/server/src/ports/service-folder.ts";
import { type CaseBody, type SharedCase, reason } from "./shared-case.ts";
import { testFormsOfCase } from "./case-forms.ts";
import { testActsOfCase } from "./case-acts-read.ts";
import { testReferredOfCase } from "./case-referred.ts";
import { testHeldOfCase } from "./case-held.ts";

/** A row of the queue, as far as a case reaches into it. */

describeOnBoth("a case at the desk", (stage) => {
  let desk: DeskStage;
  let folder: ServiceFolder;
  let bell: Officer;
  let wren: Officer;
  let handler: Officer;
  let guest: Officer;
  let ref = "";
  const boxOfJoined = { lookup: "cd".repeat(32), recipient: "age1invented" };
  const get = async (officer: Officer, path: string) => {
    const { status, body } = await desk.ask("GET", path, { cookie: officer.cookie, ...because(reason) });
    return { status, body: body as unknown as CaseBody };
  };
  const post = async (officer: Officer, path: string, body: object) => {
    const reply = await officer.ask("POST", path, { ...body, reason });
    return { status: reply.status, body: reply.body as unknown as CaseBody };
  };
  const write = async (officer: Officer, path: string, body: object) => {
    const { saw } = (await get(officer, `/desk/cases/${ref}`)).body;
    return post(officer, `/desk/cases/${ref}/${path}`, { saw, ...body });
  };
  const pass = async (ms: number) => {
    desk.pass(ms);
    for (const officer of [bell, wren, handler, guest]) officer.cookie = (await signIn(desk, officer.key)).cookie;
  };

  const shared = (): SharedCase => ({ stage, desk, folder, bell, wren, handler, guest, ref, boxOfJoined, get, post, write, pass });

  beforeAll(async () => {
    folder = openServices(stage.folder());
    desk = await openDesk(stage, [], undefined, undefined, folder);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    guest = await desk.enrol("DC 7000 Guest", "investigator");
    const acts = Array.from({ length: 430 }, (_, i) => ({
      at: `2026-${i < 200 ? "10" : "11"}-${String(1 + (i % 25)).padStart(2, "0")} ${String(i % 24).padStart(2, "0")}:1${i % 10}`,
      from: i % 3 === 0 ? rFirst : rSecond,
      ...(i % 7 === 0 && { kind: "call" as const, channel: "phone" as const, text: null }),
      file: "chat.txt",
    }));
    await seedReport(desk, { report: "R-2100", name: "Leila Ashworth", danger: "now", acts: acts.slice(0, 300) });
    await seedReport(desk, { report: "R-2101", name: "Leila Ashworth", acts: acts.slice(300) });
    await seedReport(desk, { report: "R-2102", name: "Joanna Pryce", acts: acts.slice(0, 1) });
    await seedReport(desk, { report: "R-2103", name: "Ada Moss" });
    await seedCase(desk, "7777", { reports: ["R-2102"], members: [guest.id] });
  });

  test("a handler makes a case of a report and is on it at once; nobody else is, but who was named", async () => {
    expect((await post(bell, "/desk/reports/R-2100/case", {})).body.refused.rule).toBe("role");
    const opened = await post(handler, "/desk/reports/R-2100/case", { reports: ["R-2101"], members: [bell.id, wren.id] });
    expect([opened.status, opened.body.case]).toEqual([200, "0001"]);
    ref = opened.body.case;
    const again = await post(handler, "/desk/reports/R-2100/case", {});
    expect(again.status).toBe(403);
    const { body } = await get(handler, `/desk/cases/${ref}`);
    expect(body.members.map(({ name }) => name)).toEqual(["DC 2093 Harriet Bell", "PC 4471 Imran Qureshi", "Sgt 1180 Cath Wren"]);
    expect((await get(guest, `/desk/cases/${ref}`)).body.refused.rule).toBe("need-to-know");
  });

  test("the page begins with danger, then what is overdue by rule and civil date, then what is new to this officer", async () => {
    expect((await get(bell, `/desk/cases/${ref}`)).body.first.new).toMatchObject({ since: null, looked: null });
    const ofReport = { of: "report", id: "R-2101" } as const;
    await seedEvent(desk, ofReport, handler.id, { kind: "report-opened", body: {} });
    const chosen = { choice: "week", proposed: "week", rule: "shipped", openPrompts: prompts.map(({ id }) => id) };
    await seedEvent(desk, ofReport, handler.id, { kind: "triage-decided", body: chosen });
    await write(bell, "code-events", { event: "bail-changed" });
    const at = (await get(bell, `/desk/cases/${ref}`)).body;
    expect(readStrictly(at, "answer", casePage)).toMatchObject({ ok: true });
    expect(at.first.danger).toMatchObject([{ of: "R-2100" }]);
    expect(at.first.new).toMatchObject({ since: null, looked: expect.any(Number) });
    expect((await get(bell, `/desk/cases/${ref}/findings`)).body.course.says).toMatch(
      /^430 acts of theirs on \d+ days; \d+ of them between/,
    );
    await pass(6 * msPerDay);
    await seedEvent(desk, { of: "report", id: "R-2100" }, handler.id, {
      kind: "contact-attempted",
      body: { channel: "call", outcome: "reached" },
    });
    const later = (await get(bell, `/desk/cases/${ref}`)).body;
    expect(later.first.overdue.map(({ dueBy, why }) => [dueBy, why.includes("Code")])).toContainEqual(["2026-11-30", true]);
    expect(later.first.new).toMatchObject({ total: 1, lines: [{ of: "R-2100", kind: "contact-attempted", by: "PC 4471 Imran Qureshi" }] });
    // How she is reached and what she said stand in the case, and what was decided of a report is among its decisions.
    const shown = readStrictly(later, "answer", casePage);
    const first = shown.ok ? shown.value.reached[0] : undefined;
    expect(first?.reach.find(({ label }) => label === "Safe contact")?.strong).toBe("text");
    expect(shown.ok && shown.value.decisions.ofReports.map(({ report }) => report)).toEqual(["R-2101"]);
    // The page drawn again in the same sitting says the same.
    expect((await get(bell, `/desk/cases/${ref}`)).body.first.new.total).toBe(1);
    expect((await get(wren, `/desk/cases/${ref}`)).body.first.new.since).toBeNull();
    await pass(msPerHour);
    expect((await get(bell, `/desk/cases/${ref}`)).body.first.new.total).toBe(0);
  });

  test("each look at a case is an entry for each person in it, and a case of others leaves one refusal", async () => {
    await write(bell, "people/add", { person: "leila", role: "protected", knowing: "record", name: "Leila Ashworth" });
    await write(bell, "people/add", { person: "rhys", role: "subject", knowing: "account", name: "Rhys Calloway" });
    const { body } = await get(bell, `/desk/cases/${ref}`);
    expect(body.people.map(({ name }) => name)).toEqual(["Leila Ashworth", "Rhys Calloway"]);
    const rows = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(4).execute();
    expect(rows.map(({ what, person, case_ref }) => [what, person, case_ref])).toEqual([
      ["read-case", "R-2101/reporter", ref],
      ["read-case", "R-2100/reporter", ref],
      ["read-case", `${ref}/rhys`, ref],
      ["read-case", `${ref}/leila`, ref],
    ]);
    expect(body.log.number).toBe(rows[0]?.number);
    // The page on which it is recorded was looked at: nothing was written, and the log says so, with why.
    const looked = (await get(bell, `/desk/cases/${ref}/recording`)).body.log;
    expect(looked.says).toContain("allowed to look, so as to work out what is recorded, 4 persons. Reason: task, T-2231.");
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect([last?.what, last?.op, last?.number]).toEqual(["record-crime", "consult", looked.number]);
    // Who comes into the case without an id gets one here that nobody has.
    expect((await write(bell, "people/add", { role: "witness", knowing: "account", name: "Ines Marlow" })).status).toBe(200);
    const asSubject = await write(bell, "people/add", { role: "subject", knowing: "account", name: "Leila Ashworth" });
    expect(asSubject.body.refused.rule).toBe("same-name");
    expect((await get(bell, `/desk/cases/${ref}`)).body.people.map(({ name }) => name)).toContain("Ines Marlow");
    await write(bell, "people/remove", { person: "person-1", role: "witness", words: "She saw nothing." });
  });

  test("what is known by record, by word and by reasoning stand in three lists, and reasoning rests on what is there", async () => {
    await write(bell, "facts", { says: "He was arrested on 24 November.", source: "custody record" });
    await write(bell, "accounts", { says: "He said that he would wait.", source: "Leila Ashworth" });
    const refused = await write(bell, "inferences", { says: "He knows her shifts.", rests: [9_999], couldChange: "Her rota was public." });
    expect(refused.body.refused.rule).toBe("rests-on-something");
    const { facts } = (await get(bell, `/desk/cases/${ref}`)).body;
    await write(bell, "inferences", { says: "He knows her shifts.", rests: [facts[0]?.number], couldChange: "Her rota was public." });
    const { body } = await get(bell, `/desk/cases/${ref}`);
    expect([body.facts.length, body.accounts.length, body.inferences.length]).toEqual([1, 1, 1]);
  });

  test("enquiries and tasks get their numbers here, and what is lost first stands first", async () => {
    const open = (says: string, day: string) =>
      write(bell, "enquiries/open", { says, lostAfter: { day, source: "the maker’s terms", readOn: "2026-11-12" } });
    expect((await open("Mail log-ins", "2027-01-10")).body.enquiry).toBe("E-1");
    expect((await open("Doorbell clips of 27 October", "2026-12-04")).body.enquiry).toBe("E-2");
    expect((await write(bell, "tasks/make", { says: "Visit the shop", due: "2026-12-05" })).body.task).toBe("T-1");
    const { body } = await get(bell, `/desk/cases/${ref}`);
    expect(body.enquiries.map(({ enquiry }) => enquiry)).toEqual(["E-2", "E-1"]);
  });

  testFormsOfCase(shared);

  test("an act that is dated after its pack came is marked in the numbers, the drawings, its list and on its own page", async () => {
    await seedReport(desk, { report: "R-2190", name: "Nell Hart", acts: [{ at: "2027-08-27 10:00", from: rFirst, file: "chat.txt" }] });
    await seedCase(desk, "7790", { reports: ["R-2190"], members: [guest.id] });
    const told = "1 of them dated after the pack that holds it came: a clock was ahead, or a time of it is read wrongly";
    expect((await get(guest, "/desk/cases/7790/findings")).body.course.says).toContain(told);
    const drawn = readStrictly((await get(guest, "/desk/cases/7790/drawings")).body, "answer", courseDrawn);
    expect(drawn).toMatchObject({ ok: true, value: { ahead: `${told}.` } });
    expect((await get(guest, "/desk/cases/7790/acts")).body.acts).toMatchObject([{ isAhead: true }]);
    expect((await get(guest, `/desk/cases/7790/acts/${itemOf("R-2190")}/1`)).body).toMatchObject({ line: { isAhead: true } });
    expect((await get(bell, `/desk/cases/${ref}/acts`)).body.acts).toContainEqual(expect.objectContaining({ isAhead: false }));
  });

  test("of two who save on the same page the second is told what came, and nothing of the first is lost", async () => {
    const { saw } = (await get(bell, `/desk/cases/${ref}`)).body;
    const path = `/desk/cases/${ref}/decisions/write`;
    expect((await post(bell, path, { saw, says: "Seize the phone.", words: "It holds the log-ins." })).status).toBe(200);
    const second = await post(wren, path, { saw, says: "Wait.", words: "For the lab." });
    expect(second.status).toBe(409);
    expect(second.body.changed).toContain("DC 2093 Harriet Bell wrote a decision");
  });

  test("what is not pursued, not stalking or closed waits for a second person who is on the case, and holds when that person agrees", async () => {
    const owed = async (who: Officer) => {
      const { body } = await who.ask("GET", "/desk/second-readings");
      const read = readStrictly(body, "answer", secondReadings);
      if (!read.ok) throw new Error(read.error);
      return read.value.ofCases.map(({ case: of, isOwn, reason: words, by, asks }) => ({ of, isOwn, words, by, asks: asks.of }));
    };
    // A second later than whatever anybody looked at before.
    desk.pass(1_000);
    const answers = { order: await write(bell, "decisions/order", { answer: "not-pursued", words: "Bail is enough." }) };
    const why = { record: "47/2000/26", answer: "not-stalking", words: "One quarrel.", acts: ["1"] };
    const nothing = (await write(bell, "decisions/why-not-stalking", { ...why, acts: ["1", "nope"] })).body.refused;
    expect([nothing.rule, nothing.says]).toEqual(["no-such-act", expect.stringContaining("“nope” is no act of this case")]);
    const ofWhy = (await write(bell, "decisions/why-not-stalking", why)).body.saw;
    const waits = [
      { of: ref, isOwn: false, words: "Bail is enough.", by: bell.name, asks: "order" },
      { of: ref, isOwn: false, words: "One quarrel.", by: bell.name, asks: "why-not-stalking" },
    ];
    expect(await owed(wren)).toEqual(waits);
    expect(await owed(bell)).toEqual(waits.map((one) => ({ ...one, isOwn: true })));
    expect([await owed(guest), await owed(handler)]).toEqual([[], []]);
    const ofOrder = answers.order.body.saw;
    expect((await write(bell, "decisions/read", { decision: ofOrder, agrees: true })).body.refused.rule).toBe("role");
    const checks = async () => {
      const page = readStrictly((await get(bell, `/desk/cases/${ref}`)).body, "answer", casePage);
      return page.ok ? page.value.closing.checks.filter(({ waits: waiting }) => waiting.length > 0).map(({ id }) => id) : page.error;
    };
    expect(await checks()).toEqual(["order-considered", "why-not-stalking"]);
    // Not from the list alone: whoever says it has opened the case since the answer was written.
    const unread = await post(wren, `/desk/cases/${ref}/decisions/read`, { saw: ofWhy, decision: ofOrder, agrees: true });
    expect(unread.body.refused).toMatchObject({ rule: "read-first", allows: `open case ${ref}, then say it` });
    const dueNow = (await get(wren, `/desk/cases/${ref}`)).body.first;
    expect(JSON.stringify(dueNow)).toContain("A second person reads that no order is pursued");
    expect((await write(wren, "decisions/read", { decision: ofOrder, agrees: false, says: "There is no bail." })).status).toBe(200);
    expect((await write(wren, "decisions/read", { decision: ofWhy, agrees: true })).status).toBe(200);
    expect([await owed(wren), await checks()]).toEqual([[], []]);
    const page = (await get(wren, `/desk/cases/${ref}`)).body;
    expect(JSON.stringify(page)).toContain("the second reader does not agree: There is no bail");
    const news = page.first.new.lines.map(({ says }) => says);
    expect(news).toEqual(expect.arrayContaining(["read a decision, and agrees", "read a decision, and does not agree"]));
  });

  test("a code comes from the force’s own table as it stands there, and what is included is found by search", async () => {
    const help = (await get(bell, `/desk/cases/${ref}/recording?words=8Q`)).body;
    expect(help.tests[0]?.says).toMatch(/^In the files that were sent: \d+ acts on \d+ days\./);
    expect(help.rows.map(({ row }) => row)).toEqual([87, 311]);
    const principal = { offence: "s4a", says: "Stalking involving fear of violence", class: "8Q" };
    const made = {
      included: [{ offence: "damage", says: "Criminal damage" }],
      joined: [],
      limbs: { fear: "fits", alarm: "not-known" },
      formerPartner: "yes",
    };
    const coded = (code: object) => write(bell, "recording", { ...made, principal: { ...principal, code } });
    expect((await coded({ table: "codes-2026.csv", row: 87, code: "8/66" })).body.refused.rule).toBe("code-from-the-table");
    expect((await coded({ table: "other.csv", row: 87, code: "8/65" })).body.refused.rule).toBe("code-from-the-table");
    expect((await coded({ table: "codes-2026.csv", row: 87, code: "8/65" })).status).toBe(200);
    expect((await get(bell, `/desk/cases/${ref}`)).body.recording?.open).toBe(
      "1 code is not chosen, 1 limb is not known: it can go so, marked open.",
    );
    // What was answered of a former partner is kept, and asked for without an answer it is told again.
    const again = await get(bell, `/desk/cases/${ref}/recording`);
    expect(JSON.stringify(again.body.tests)).toContain("Yes: it is recorded as stalking");
    expect(JSON.stringify(again.body)).not.toContain("Not asked.");
    expect((await get(bell, `/desk/cases/${ref}`)).body.recording).toMatchObject({ offence: { formerPartner: "yes" } });
    const plain = { offence: "s2", says: "Harassment" };
    expect((await write(bell, "recording", { principal: plain, included: [], joined: [] })).body.refused.rule).toBe("former-partner");
    for (const typed of ["criminal damage", "8Q", "8/65"])
      expect((await get(bell, `/desk/search?q=${encodeURIComponent(typed)}`)).body.hits).toContainEqual(
        expect.objectContaining({ case: ref }),
      );
    expect((await get(guest, "/desk/search?q=criminal%20damage")).body.hits).toEqual([]);
  });

  testActsOfCase(shared);

  testReferredOfCase(shared);

  test("a case closes by a second person, with nothing open, and a report of another case cannot be pulled in", async () => {
    const asked = await write(bell, "closing/propose", {
      choice: "not-proved",
      words: "No evidence of who it was.",
      rests: [{ says: "The operator has no record.", knowing: "record" }],
      against: [],
    });
    expect(asked.body.refused.rule).toBe("closing");
    expect(asked.body.refused.says).toContain("“Was an order considered” is answered");
    expect(asked.body.refused.says).toContain("No duty to the person is due: ");
    const taken = await write(wren, "reports/add", { report: "R-2102" });
    const nothing = await write(wren, "reports/add", { report: "R-9999" });
    expect(taken.body.refused).toEqual(nothing.body.refused);
    expect((await write(wren, "reports/add", { report: "R-2103" })).status).toBe(200);
    const answer = { letter: "ab".repeat(16), danger: "unsaid", packs: 0, account: "He is in the garden now." } as const;
    await seedEvent(desk, { of: "report", id: "R-2103" }, "desk", { kind: "answer-received", body: answer });
    const wrote = [{ report: "R-2103", happened: expect.any(Number), says: answer.account }];
    const { database, force, now } = desk.parts;
    await machineTransaction(database, async (tx) => {
      const message = JSON.stringify({ kind: "acknowledgement", reference: "R-2103", contact: "Call 101.", week: "2026-W48" });
      await putReply(tx, { force: force.id, id: "ef".repeat(16), ...boxOfJoined, message, weeks: 26 }, now());
    });
    const shown = (await get(bell, `/desk/cases/${ref}`)).body;
    expect(shown.updates).toContainEqual(expect.objectContaining({ of: "R-2103", from: "machine", waits: true }));
    expect(readStrictly(shown, "answer", casePage)).toMatchObject({ ok: true });
    expect([shown.first.unanswered, (await get(bell, "/desk/cases")).body.cases[0]?.unanswered]).toEqual([wrote, wrote]);
    // Whoever reads a closing as the second person has beside it what the person wrote, also since, and what stands open.
    const she = {
      choice: "she-asks",
      reason: "She wants no more.",
      rests: [{ says: "Her letter.", knowing: "account" }],
      against: [],
    } as const;
    // It was proposed while nothing stood open.
    await machineTransaction(desk.parts.database, async (tx) => {
      const at = { happened: desk.parts.now(), recorded: desk.parts.now(), by: bell.id };
      const event = { stream: { of: "case", id: ref }, number: shown.saw + 1, ...at, kind: "closing-proposed", body: she } as const;
      await putEvents(tx, desk.parts.force.id, [event]);
    });
    const second = readStrictly((await wren.ask("GET", "/desk/second-readings")).body, "answer", secondReadings);
    const closing = second.ok ? second.value.ofCases.flatMap(({ asks }) => (asks.of === "closing" ? [asks] : [])) : [];
    expect(closing).toMatchObject([
      { choice: "she-asks", letters: expect.arrayContaining([expect.objectContaining({ report: "R-2103", says: answer.account })]) },
    ]);
    expect(closing[0]?.asked).toBeUndefined();
    expect(closing[0]?.open.join(" ")).toContain("not answered: “He is in the garden now”");
    expect((await get(bell, "/desk/cases")).body.cases[0]?.proposed).toEqual({ choice: "she-asks", by: bell.name });
    const proposal = (await get(bell, `/desk/cases/${ref}`)).body.saw;
    expect((await write(wren, "closing/return", { proposal, words: "She did not ask." })).status).toBe(200);
    expect(shown.noted.attempts).toContainEqual(expect.objectContaining({ of: "R-2100", channel: "call", outcome: "reached" }));
    expect((await get(handler, "/desk/cases")).body.cases.map((one) => [one.case, one.danger, one.reporters.length, one.called])).toEqual([
      [ref, 1, 3, { name: "Leila Ashworth", about: "Rhys Calloway" }],
    ]);
    expect((await get(guest, "/desk/cases")).body.cases.map((one) => one.case)).toEqual(["7777", "7790"]);
    // A report says in which case it stands, so that nobody makes another of it.
    expect((await post(bell, "/desk/reports/R-2101/open", {})).body.case).toBe(ref);
    // A danger that is said in one of its reports opens a closed case, as the form says.
    const { saw: last } = (await get(bell, `/desk/cases/${ref}`)).body;
    await machineTransaction(database, async (tx) => {
      const at = { happened: now(), recorded: now(), by: wren.id };
      const close = { stream: { of: "case", id: ref }, number: last + 1, ...at, kind: "case-closed", body: { proposal } } as const;
      await putEvents(tx, force.id, [close]);
    });
    expect((await get(bell, `/desk/cases/${ref}`)).body.closed).not.toBeNull();
    const { saw } = (await post(bell, "/desk/reports/R-2103/open", {})).body;
    const rang = { saw, says: "She rang: he is at the bedroom door.", knowing: "account" };
    expect((await post(bell, "/desk/reports/R-2103/danger", rang)).status).toBe(200);
    expect((await get(bell, `/desk/cases/${ref}`)).body.closed).toBeNull();
  });

  test("cases are the same made anew from what was written down, row for row; who is on them and what links them stays", async () => {
    const { database, force } = desk.parts;
    const all = allRows(database);
    const kept = async () => ({
      members: await all.selectFrom("case_member").selectAll().orderBy("case_ref").orderBy("officer").execute(),
      links: await all.selectFrom("link_pair").selectAll().orderBy("id").execute(),
    });
    const [live, stays] = [await everyProjection(all, force.id), await kept()];
    expect(live.places.filter((one) => one.case_ref === ref).length).toBe(3);
    expect(live.cases.length * live.classes.length).toBeGreaterThan(0);
    await machineTransaction(database, async (tx) => {
      await tx.updateTable("case_view").set({ reports: 99, is_danger: false, event: 1 }).execute();
      await tx
        .updateTable("case_class")
        .set({ word: "another" })
        .where("word", "=", live.classes[0]?.word ?? "")
        .execute();
      await tx.updateTable("report_view").set({ case_ref: null }).execute();
      await tx.updateTable("report_place").set({ case_ref: null }).execute();
    });
    expect(await everyProjection(all, force.id)).not.toEqual(live);
    const made = await rebuildProjections(database, { force, rule: rulesOf(force).queue, now: desk.parts.now() });
    expect(made).toEqual({ reports: live.reports.length, cases: live.cases.length, orders: 0 });
    expect(await everyProjection(all, force.id)).toEqual(live);
    expect(await kept()).toEqual(stays);
  });

  testHeldOfCase(shared);
});
