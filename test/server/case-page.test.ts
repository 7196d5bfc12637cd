/** A case over HTTP: its page in the order of duty, what is written in it, its acts in pages, one act with its bytes, its exhibits. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { msPerDay, msPerHour, readStrictly } from "@unmask/core";
import { prompts } from "@unmask/case";
import { actList, actPage } from "../../apps/console/src/desk/act-page.ts";
import { courseDrawn } from "../../apps/console/src/desk/course-drawn.ts";
import { exhibitPicture, exhibitsAnswer, findingsAnswer } from "../../apps/console/src/desk/exhibits.ts";
import { secondReadings } from "../../apps/console/src/desk/second-readings.ts";
import { disclosureCases, schedule as readSchedule, wholeItem } from "../../apps/console/src/desk/disclosure.ts";
import { referrals } from "../../apps/console/src/desk/referral.ts";
import { report as readReport } from "../../apps/console/src/desk/report.ts";
import { recordingAnswer } from "../../apps/console/src/desk/recording-help.ts";
import { casePage } from "../../apps/console/src/desk/case-page.ts";
import { cases as casesOfConsole } from "../../apps/console/src/desk/cases.ts";
import { type WriteSpec, type WrittenValues, bodyOf } from "../../apps/console/src/parts/written-fields.ts";
import {
  accountSpec,
  dangerEndedSpec,
  dangerMetSpec,
  factSpec,
  groundSpec,
  inferenceSpec,
  recordSpec,
  recordedElsewhereSpec,
  reportAddedSpec,
  reportRemovedSpec,
} from "../../apps/console/src/screens/case-specs.ts";
import { withdrawSpecs, withdrawable } from "../../apps/console/src/screens/withdraw-specs.ts";
import { breachSpec, contactSpec, dangerSpec, instrumentSpec, searchSpec, taskSpec } from "../../apps/console/src/screens/noted-specs.ts";
import { contactReadSpec } from "../../apps/console/src/screens/report-specs.ts";
import { rFirst, rSecond } from "../../fixtures/timelines/make-act.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { standsOut } from "../../apps/server/src/desk/stands-out.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { everyProjection } from "../../apps/server/src/sql/case/projections.ts";
import { allRows } from "./all-rows.ts";
import { because, itemOf, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import { putEvents } from "../../apps/server/src/sql/case/case-events.ts";
import { putReply } from "../../apps/server/src/sql/case/mailbox-replies.ts";
import { type DeskStage, type Officer, exhibitText, openDesk, photoOfAPlace, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";
import { createIdentity, openWhole, plainAead, recipientOf, sha256HexOf } from "@unmask/seal";
import { type ServiceFolder, openServices } from "../../apps/server/src/ports/service-folder.ts";

const reason = { code: "task", task: "T-2231" };

interface Line {
  readonly place: string;
  readonly report: string;
  readonly ordinal: number;
  readonly channel: string;
  readonly earliest: number;
}

interface CaseBody {
  readonly case: string;
  readonly saw: number;
  readonly task: string;
  readonly referral: string;
  readonly bag: number;
  readonly sha256: string;
  readonly enquiry: string;
  readonly cases: readonly {
    readonly case: string;
    readonly danger: number;
    readonly reporters: readonly object[];
    readonly called: object;
    readonly proposed: object | null;
    readonly unanswered: readonly object[];
    readonly breach: object | null;
  }[];
  readonly first: {
    readonly danger: readonly { readonly of: string }[];
    readonly unanswered: readonly object[];
    readonly overdue: readonly { readonly dueBy: string; readonly why: string }[];
    readonly new: {
      readonly since: number | null;
      readonly looked: number | null;
      readonly total: number;
      readonly lines: readonly { readonly says: string }[];
    };
  };
  readonly updates: readonly object[];
  readonly noted: { readonly attempts: readonly object[] };
  readonly summary: { readonly acts: number };
  readonly course: { readonly says: string };
  readonly people: readonly { readonly name: string }[];
  readonly facts: readonly { readonly number: number }[];
  readonly accounts: readonly object[];
  readonly inferences: readonly object[];
  readonly enquiries: readonly { readonly enquiry: string; readonly lost: string }[];
  readonly recording: { readonly open: string } | null;
  readonly closed: object | null;
  readonly members: readonly { readonly name: string }[];
  readonly tests: readonly { readonly asks: string; readonly says: string }[];
  readonly rows: readonly { readonly row: number }[];
  readonly acts: readonly Line[];
  readonly next?: string;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly bytes: { readonly from: number; readonly base64: string } | null;
  readonly byHand: readonly string[];
  readonly notProved: string;
  readonly verdicts: readonly { readonly verdict: string }[];
  readonly exhibits: readonly { readonly number: string }[];
  readonly hits: readonly { readonly case?: string }[];
  readonly picture: { readonly base64: string } | null;
  readonly whyNot: string;
  readonly changed: string;
  readonly refused: { readonly rule: string; readonly says: string; readonly allows: string };
  readonly log: { readonly number: number; readonly says: string };
  readonly says: string;
}

/** A row of the queue, as far as a case reaches into it. */
interface QueuedRow {
  readonly report: string;
  readonly case?: string;
  readonly group: string;
  readonly why: { readonly first: string };
  readonly with: { readonly onCase?: readonly string[] };
}

const fromDesk = { host: "console.localhost:4182", "x-unmask-desk": "1" };

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
    const rows = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(2).execute();
    expect(rows.map(({ what, person, case_ref }) => [what, person, case_ref])).toEqual([
      ["read-case", `${ref}/rhys`, ref],
      ["read-case", `${ref}/leila`, ref],
    ]);
    expect(body.log.number).toBe(rows[0]?.number);
    // The page on which it is recorded was looked at: nothing was written, and the log says so, with why.
    const looked = (await get(bell, `/desk/cases/${ref}/recording`)).body.log;
    expect(looked.says).toContain("allowed to look, so as to work out what is recorded, 2 persons. Reason: task, T-2231.");
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

  test("every small form of a case is taken as it is filled in, and what it wrote is read back", async () => {
    const read = async () => {
      const page = readStrictly((await get(wren, `/desk/cases/${ref}`)).body, "answer", casePage);
      if (!page.ok) throw new Error(page.error);
      return page.value;
    };
    const fill = async (spec: WriteSpec, values: WrittenValues): Promise<void> => {
      const body = bodyOf(spec.fields, values);
      if (!body.ok) throw new Error(body.error);
      const written = await post(wren, `/desk/cases/${ref}/${spec.path}`, { ...(spec.sends?.(body.value) ?? body.value), saw });
      saw = written.body.saw;
      expect([spec.name, written.body.refused, written.status]).toEqual([spec.name, undefined, 200]);
    };
    let { saw } = await read();
    await fill(factSpec, { says: "His van was seen on the film.", source: "exhibit 3" });
    await fill(accountSpec, { says: "He was in the street all night.", source: "Ines Marlow, to DC Bell" });
    const before = await read();
    const rests = [before.facts.at(-1)?.number, before.accounts.at(-1)?.number];
    await fill(inferenceSpec(before), { says: "He watches the house.", rests: rests.join("\n"), couldChange: "Another driver." });
    await fill(searchSpec, { where: "other-forces", found: "no", says: "Asked Southmere by telephone" });
    await fill(breachSpec, { says: "He came to the street.", order: "bail, Northmere", condition: "not to Mill Lane", knowing: "account" });
    // A breach of the case stands in the row and the preview of its report, and one that was none is withdrawn.
    const ofQueue = async () => JSON.stringify((await get(handler, "/desk/queue")).body);
    const ofReport = async () => JSON.stringify((await get(handler, "/desk/reports/R-2100/preview")).body);
    expect([await ofQueue(), await ofReport()]).toEqual(Array(2).fill(expect.stringContaining("He came to the street")));
    await fill(breachSpec, { says: "He waved.", order: "bail, Northmere", knowing: "account" });
    // One of its report stands in the case's list, with where it was written; and one of the case in the list of its report.
    const rang = { kind: "breach-found", body: { says: "He rang.", order: "bail", knowing: "record" } } as const;
    await seedEvent(desk, { of: "report", id: "R-2100" }, handler.id, rang);
    const ofOpened = readStrictly((await post(wren, "/desk/reports/R-2100/open", {})).body, "answer", readReport);
    expect(ofOpened).toMatchObject({ ok: true });
    expect(ofOpened.ok && ofOpened.value.noted.breaches.map(({ of, says }) => `${of}: ${says}`)).toContain(
      `case ${ref}: He came to the street.`,
    );
    const [slipped] = withdrawSpecs((await read()).noted, withdrawable.breaches);
    if (slipped === undefined) throw new Error("no breach can be withdrawn");
    await fill(slipped, { entry: String((await read()).saw), words: "No order says that." });
    expect([await ofQueue(), await ofReport()]).toEqual(Array(2).fill(expect.not.stringContaining("He waved")));
    await fill(instrumentSpec, { instrument: "DASH", version: "2009", assessor: "DC Bell", answers: "Afraid?: yes" });
    await fill(taskSpec("tasks/make", []), { says: "Ask for the film", officer: wren.id });
    const tried = { channel: "call", outcome: "reached", nextBy: "2026-12-08" };
    await fill(contactSpec((await read()).reached), { ...tried, reports: "R-2100" });
    expect((await read()).noted.attempts[0]).toMatchObject({ of: ref, reports: ["R-2100"] });
    // Of several people nobody is tried without a name: what one heard would answer what another wrote.
    expect((await post(wren, `/desk/cases/${ref}/contacts`, { saw, ...tried })).body.refused.rule).toBe("whose");
    await fill(dangerSpec("danger/raise"), { says: "He is at the door", knowing: "account" });
    expect((await read()).risk.askAgain).toBe(true);
    expect((await read()).first.danger.map(({ of }) => of)).toContain(ref);
    const queued = async () => {
      const { rows } = (await get(handler, "/desk/queue")).body as unknown as { readonly rows: readonly QueuedRow[] };
      return rows.filter((row) => row.case === ref && row.why.first.includes("He is at the door"));
    };
    const looked = async () => {
      const { body } = await get(handler, `/desk/reports/${(await queued())[0]?.report ?? "R-2100"}/preview`);
      return body as unknown as {
        readonly danger: readonly { readonly says: string }[];
        readonly facts: readonly { readonly says?: string }[];
      };
    };
    expect((await queued()).map(({ group }) => group)).toContain("danger");
    expect((await queued())[0]?.with.onCase).toContain(bell.name);
    expect((await looked()).danger.map(({ says }) => says)).toContain("He is at the door");
    await fill(dangerMetSpec, { says: "Unit CM12 is there", log: "0058" });
    expect((await queued())[0]?.why.first).toContain("Unit CM12 is there");
    await fill(dangerEndedSpec, { words: "He was taken away." });
    expect(await queued()).toEqual([]);
    expect((await looked()).facts.map(({ says }) => says)).toContainEqual(expect.stringContaining("He was taken away."));
    await fill(groundSpec(await read()), { prompt: "alone", answer: "no", says: "Her sister is with her", knowing: "account" });
    await fill(reportAddedSpec, { report: "R-2103" });
    const joined = await read();
    expect(joined.reports.map(({ report }) => report)).toContain("R-2103");
    await fill(reportRemovedSpec(joined), { report: "R-2103", words: "Another person." });
    // What is read as one with a report of the case is told in the case, too, with whose it is.
    await seedEvent(desk, { of: "report", id: "R-2103" }, wren.id, { kind: "report-joined", body: { into: "R-2100", why: "Sent twice." } });
    // When the two are parted, whoever is on the case reads it there, who can look into R-2103 no more.
    const parting = async () =>
      (await read()).first.new.lines.filter(({ says }) => says.startsWith("parted")).map(({ of, says, by }) => [of, says, by]);
    expect(await parting()).toEqual([]);
    await seedEvent(desk, { of: "report", id: "R-2103" }, bell.id, { kind: "report-parted", body: { from: "R-2100", why: "Two people." } });
    expect(await parting()).toEqual([["R-2103", "parted it from another report: R-2100", bell.name]]);
    await seedEvent(desk, { of: "report", id: "R-2103" }, wren.id, { kind: "report-joined", body: { into: "R-2100", why: "Sent twice." } });
    const named = (await read()).reached.map(({ report, name, reach }) => [
      report,
      name,
      reach.some(({ label }) => label === "Safe contact"),
    ]);
    expect(named).toEqual(expect.arrayContaining([["R-2103", "Ada Moss", true]]));
    // Each of them is reached by a way of its own, and what is written of one changes no other.
    const ways = async () => Object.fromEntries((await read()).reached.map(({ report, way }) => [report, way]));
    const asSaid = await ways();
    const beside2103 = (await read()).reached.find(({ report }) => report === "R-2103");
    if (beside2103 === undefined) throw new Error("nobody says how R-2103 is reached");
    const struck = contactReadSpec(beside2103, "2");
    const noneLeft = { ...struck.sends?.({ outcome: "none-left" }), saw: beside2103.saw };
    expect((await post(wren, `/desk/reports/R-2103/${struck.path}`, noneLeft)).status).toBe(200);
    expect([asSaid["R-2103"], await ways()]).toEqual([expect.any(String), { ...asSaid, "R-2103": undefined }]);
    // Danger and words there count on every list of the case, also for who could open no report of the queue.
    const beside = { of: "report", id: "R-2103" } as const;
    const back = "He is back on the stairs.";
    await seedEvent(desk, beside, "desk", {
      kind: "answer-received",
      body: { letter: "ab".repeat(16), danger: "now", account: back, packs: 0 },
    });
    const listed = (await get(bell, "/desk/cases")).body.cases.find((one) => one.case === ref);
    expect([listed?.danger, listed?.unanswered]).toEqual([
      2,
      [expect.objectContaining({ report: "R-2103", says: `${back}\n[In danger now]` })],
    ]);
    expect(listed?.reporters).toContainEqual(expect.objectContaining({ report: "R-2103" }));
    expect(listed?.breach).toMatchObject({ says: "He came to the street.", order: "bail, Northmere", knowing: "account", before: 1 });
    const note = JSON.stringify((await get(bell, "/desk/handover")).body);
    expect(note).toMatch(/R-2103: Danger since [^"]*that somebody is there was not written yet: [^"]*He is back on the stairs/);
    expect(note).toMatch(/R-2103: wrote [^"]*He is back on the stairs/);
    expect(note).toMatch(/Breach of an order, written [^"]*: “He came to the street”, bail, Northmere, condition not to Mill Lane/);
    const ofBell = readStrictly((await get(bell, `/desk/cases/${ref}`)).body, "answer", casePage);
    expect(ofBell.ok && ofBell.value.first.danger.map(({ of, name }) => [of, name])).toEqual([
      ["R-2103", "Ada Moss"],
      ["R-2100", "Leila Ashworth"],
    ]);
    // Whoever would close the case, or reads that, has beside it what was written there, with whose it is.
    expect(ofBell.ok && ofBell.value.closing.letters[0]).toMatchObject({
      report: "R-2103",
      name: "Ada Moss",
      says: expect.stringContaining(back),
    });
    const open = [
      expect.stringMatching(/^R-2100: Danger now/),
      expect.stringMatching(/^R-2103: Danger now/),
      expect.stringMatching(/^R-2103: wrote /),
    ];
    expect(ofBell.ok && ofBell.value.closing.checks.find(({ id }) => id === "danger")?.open).toEqual(open);
    const propose = { choice: "not-proved", words: "Nothing new.", rests: [{ says: "A call.", knowing: "record" }], against: [] };
    expect((await write(bell, "closing/propose", propose)).body.refused.says).toContain("R-2103: wrote");
    // Who wrote it is owed what the Code asks, and is answered in the mailbox of that report, and in no other.
    if (!ofBell.ok) throw new Error(ofBell.error);
    expect(ofBell.value.mailboxes.map(({ report, isInCase }) => [report, isInCase])).toContainEqual(["R-2103", false]);
    expect([...ofBell.value.first.due, ...ofBell.value.first.overdue].map(({ says }) => says)).toContainEqual(
      expect.stringContaining("(R-2103)"),
    );
    const { database, force } = desk.parts;
    await machineTransaction(database, async (tx) => {
      const row = { force: force.id, id: "R-2103", letter: "ab".repeat(16), ...boxOfJoined, received_at: "2026-11-27T02:00:00.000Z" };
      await tx.insertInto("report").values(row).execute();
    });
    const theirs = ofBell.value.mailboxes.find(({ report }) => report === "R-2103");
    const update = { saw: theirs?.saw ?? 0, to: "R-2103", says: "We have read it. Officers are on their way. Call 999.", reason };
    desk.pass(1_000);
    const shown = (await bell.ask("POST", "/desk/reports/R-2100/updates/preview", update)).body;
    expect(shown).toMatchObject({ to: { report: "R-2103" }, goes: true });
    expect((await bell.ask("POST", "/desk/reports/R-2100/updates", { ...update, to: "R-9" })).body.refused.rule).toBe("whose-mailbox");
    expect((await bell.ask("POST", "/desk/reports/R-2100/updates", update)).status).toBe(200);
    const sent = await machineTransaction(database, (tx) => tx.selectFrom("mailbox_reply").select(["lookup", "message"]).execute());
    expect(sent.filter(({ message }) => JSON.stringify(message).includes("on their way")).map(({ lookup }) => lookup)).toEqual([
      boxOfJoined.lookup,
    ]);
    expect((await get(bell, `/desk/cases/${ref}`)).body.first.unanswered).toEqual([]);
    desk.pass(1_000);
    // No case of its own is made of it: the officers of this one would lose the person and the danger with nothing said.
    expect((await post(handler, "/desk/reports/R-2103/case", {})).body.refused).toMatchObject({
      rule: "read-as-one",
      says: expect.stringContaining(`R-2103 is read as one with R-2100, which stands in case ${ref}`),
    });
    expect((await post(handler, "/desk/reports/R-2103/open", {})).body).toMatchObject({ toldIn: ref });
    // Whoever is on the case acts on it from there, also where their role sees no queue; nobody else of that role does.
    const act = async (officer: Officer, path: string, body: object) => {
      const opened = (await post(officer, "/desk/reports/R-2103/open", {})).body as unknown as { readonly saw?: number };
      return (await post(officer, `/desk/reports/R-2103/${path}`, { saw: opened.saw ?? 0, ...body })).status;
    };
    expect(await act(guest, "danger/met", { says: "Nobody." })).toBe(403);
    // Whoever reached the person can have written it in the case.
    expect((await write(bell, "contacts", { channel: "call", outcome: "reached", reports: ["R-2103"] })).status).toBe(200);
    saw = (await read()).saw;
    expect(await act(bell, "contact-read", { ...struck.sends?.({ outcome: "none-left" }) })).toBe(200);
    expect(await act(bell, "danger/ended", { words: "He was taken away." })).toBe(200);
    expect((await get(bell, `/desk/cases/${ref}`)).body.first.danger.map(({ of }) => of)).not.toContain("R-2103");
    const newToBell = (await get(bell, `/desk/cases/${ref}`)).body.first.new.lines;
    expect(newToBell).toContainEqual(expect.objectContaining({ of: "R-2103", says: "another letter came in" }));
    await seedEvent(desk, beside, wren.id, { kind: "report-parted", body: { from: "R-2100", why: "Not one." } });
    await fill(recordedElsewhereSpec, { record: "47/1033/26", as: "Criminal damage" });
    const crime = { of: "crime", record: "47/2000/26", agency: "Southmere Police", as: "harassment", stalking: "no" };
    await fill(recordSpec, { ...crime, day: "2026-06-14", at: "21:40", says: "Tyres cut." });
    // A year that was mistyped is withdrawn with a reason, and what is right is written anew.
    await fill(recordSpec, { ...crime, record: "47/2001/26", day: "2025-06-14", at: "21:40", says: "A man at the door." });
    const [slip] = withdrawSpecs((await read()).noted, withdrawable.records);
    if (slip === undefined) throw new Error("nothing can be withdrawn");
    await fill(slip, { entry: String((await read()).records.at(-1)?.number), words: "The year is wrong." });
    const last = await read();
    expect(new Set(last.noted.withdrawn.map(({ kind, withdrawn }) => `${kind}, ${withdrawn.by}: ${withdrawn.reason}`))).toEqual(
      new Set([`breach-found, ${wren.name}: No order says that.`, `record-typed, ${wren.name}: The year is wrong.`]),
    );
    expect(last.decisions.elsewhere.map(({ record }) => record)).not.toContain("47/2001/26");
    expect(last.records).toMatchObject([{ record: "47/2000/26", day: "2026-06-14", time: "21:40", as: "harassment" }]);
    expect(last.decisions.elsewhere.map(({ record }) => record)).toContain("47/2000/26");
    expect(last.inferences.at(-1)).toMatchObject({ says: "He watches the house.", rests });
    expect(last.noted).toMatchObject({
      searches: [{ where: "other-forces", found: false, by: wren.name }],
      breaches: [{ condition: "not to Mill Lane" }, { of: "R-2100", says: "He rang." }],
      instruments: [{ answers: [{ question: "Afraid?", answer: "yes" }] }],
      attempts: [{ of: ref, by: bell.name }, { of: ref, outcome: "reached", by: wren.name }, { of: "R-2100" }],
    });
    expect(last.noted.tasks.find(({ says }) => says === "Ask for the film")).toMatchObject({ officer: wren.name });
    expect(last.risk.prompts.find(({ id }) => id === "alone")).toMatchObject({ answer: "no", ground: { says: "Her sister is with her" } });
    expect(last.first.danger.map(({ of }) => of)).not.toContain(ref);
    expect(last.decisions.elsewhere.map(({ record }) => record)).toContain("47/1033/26");
    expect(last.reports.map(({ report }) => report)).not.toContain("R-2103");
  });

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

  test("acts come in pages in the order of time, each once, and a lane shows its own", async () => {
    const all: Line[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const page: { readonly status: number; readonly body: CaseBody } = await get(
        bell,
        `/desk/cases/${ref}/acts${next === "" ? "" : `?after=${next}`}`,
      );
      all.push(...page.body.acts);
      next = page.body.next;
    }
    expect(all.length).toBe(430);
    expect(new Set(all.map(({ place }) => place)).size).toBe(430);
    expect(all.every(({ earliest }, i) => i === 0 || earliest >= (all[i - 1]?.earliest ?? 0))).toBe(true);
    const calls = (await get(bell, `/desk/cases/${ref}/acts?lane=calls`)).body.acts;
    expect(calls.length).toBe(all.filter(({ channel }) => channel === "phone").length);
    expect((await get(bell, `/desk/cases/${ref}/acts?lane=none`)).status).toBe(400);
  });

  test("one act has its neighbours, the bytes it came from, its verdict and the commands that check it without us", async () => {
    const { status, body } = await get(bell, `/desk/cases/${ref}/acts/${itemOf("R-2100")}/10`);
    expect([status, readStrictly(body, "answer", actPage)]).toMatchObject([200, { ok: true }]);
    expect(body.before.map(({ ordinal }) => ordinal)).toEqual([5, 6, 7, 8, 9]);
    expect(body.after.map(({ ordinal }) => ordinal)).toEqual([11, 12, 13, 14, 15]);
    expect(body.verdicts.map(({ verdict }) => verdict)).toEqual(["valid"]);
    expect(body.bytes?.from).toBeGreaterThanOrEqual(0);
    expect(body.byHand).toContainEqual(expect.stringMatching(/^tail -c \+\d+ data\/originals\/0007\.txt \| head -c 100$/));
    expect(body.byHand[0]).toBe("unmask verify PACK.age -i KEY");
    expect(body.notProved).toContain("Who held the phone");
    expect(readStrictly((await get(bell, `/desk/cases/${ref}/acts`)).body, "answer", actList)).toMatchObject({ ok: true });
    expect(readStrictly((await get(bell, "/desk/cases")).body, "answer", casesOfConsole)).toMatchObject({ ok: true });
  });

  test("a picture is shown without the place that its file tells, and the file itself goes out as it came alone", async () => {
    const path = `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/2`;
    const told = Buffer.from(photoOfAPlace()).toString("latin1");
    expect(told).toContain("GPSLatitude");
    const { status, body } = await get(bell, `${path}/picture`);
    expect(readStrictly(body, "answer", exhibitPicture)).toMatchObject({ ok: true, value: { picture: { format: "jpg", width: 1 } } });
    const shown = Buffer.from(body.picture?.base64 ?? "", "base64").toString("latin1");
    expect([status, shown.length > 100, /GPS|Exif|camera/.test(shown)]).toEqual([200, true, false]);
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(last?.what).toBe("read-case");
    const text = (await get(bell, `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/0/picture`)).body;
    expect([text.picture, text.whyNot]).toEqual([null, "It is not shown: its bytes are no JPEG and no PNG."]);
    const headers = { ...fromDesk, cookie: `unmask-desk=${bell.cookie}`, ...because(reason).headers };
    const file = await desk.app.inject({ method: "GET", url: `${path}/file?recipient=CPS`, headers });
    expect(file.rawPayload.toString("latin1")).toBe(told);
  });

  test("the course is drawn over the acts of both packs that are theirs, each picture with its table and its acts", async () => {
    const { status, body } = await get(bell, `/desk/cases/${ref}/drawings`);
    const read = readStrictly(body, "answer", courseDrawn);
    expect([status, read]).toMatchObject([200, { ok: true, value: { acts: 430, counts: { theirs: 430, hers: 0 }, notStated: 0 } }]);
    const drawings = read.ok ? read.value.drawings : [];
    expect(drawings.map(({ pattern }) => pattern)).toContain("night-time");
    for (const { table, drawing, acts } of drawings)
      expect([table.rows.length > 0, drawing.desktop.shapes.length > 5, acts.length > 0]).toEqual([true, true, true]);
  });

  test("what a pack found stands beside what was found here, and each names the acts by which it is opened", async () => {
    const found = {
      pattern: "night-time",
      standing: "count",
      line: "1 at night",
      says: "1 act came at night.",
      acts: [0, 4],
      how: "By hour.",
    };
    const hers = JSON.stringify({ ...found, couldChange: ["A wrong clock."], table: { columns: ["Day"], rows: [["Mon"]] } });
    const here = JSON.stringify({ ...JSON.parse(hers), says: "2 acts came at night.", beyond: 0 });
    await machineTransaction(desk.parts.database, (tx) =>
      tx
        .insertInto("item_finding")
        .values({
          force: desk.parts.force.id,
          item: itemOf("R-2100"),
          nth: 0,
          pattern: "night-time",
          agreement: "differs",
          hers,
          here,
          why: "says",
        })
        .execute(),
    );
    const { body } = await get(bell, `/desk/cases/${ref}/findings`);
    const read = readStrictly(body, "answer", findingsAnswer);
    expect(read).toMatchObject({
      ok: true,
      value: { findings: [{ agreement: "differs", hers: { acts: [1, 5] }, here: { says: "2 acts came at night." } }] },
    });
    const exhibits = readStrictly((await get(bell, `/desk/cases/${ref}/exhibits`)).body, "answer", exhibitsAnswer);
    expect(exhibits).toMatchObject({
      ok: true,
      value: { exhibits: [{ number: "LA/7" }, { path: null }, { verdict: "altered" }, {}, {}, {}] },
    });
    const help = readStrictly((await get(bell, `/desk/cases/${ref}/recording?words=8Q`)).body, "answer", recordingAnswer);
    expect(help).toMatchObject({ ok: true, value: { table: { name: "codes-2026.csv", rows: 2 }, rowsInAll: 2 } });
  });

  test("what stands out is what the findings name, words of a threat first, with who wrote them, the year and the words", async () => {
    const again = "ab".repeat(16);
    const threat = { pattern: "threats", standing: "words of a threat", line: "1 message with words of a threat", acts: [4] };
    const lines = await machineTransaction(desk.parts.database, async (tx) => {
      const at = { force: desk.parts.force.id, item: itemOf("R-2100"), pattern: "threats", agreement: "agrees" as const };
      await tx
        .insertInto("item_finding")
        .values({ ...at, nth: 1, hers: null, here: JSON.stringify(threat), why: null })
        .execute();
      const of = { force: desk.parts.force.id, report: "R-2100", inCase: ref };
      const alone = await standsOut(tx, [of]);
      // A second pack with the same chat: each of its acts, and what was found in them, is told once.
      await sql`insert into item select (jsonb_populate_record(item, ${JSON.stringify({ id: again, number: 9_999 })}::jsonb)).* from item
        where force = ${at.force} and id = ${at.item}`.execute(tx);
      await sql`insert into report_act select (jsonb_populate_record(report_act, ${JSON.stringify({ item: again })}::jsonb)).* from report_act
        where force = ${at.force} and item = ${at.item}`.execute(tx);
      await sql`insert into item_finding select (jsonb_populate_record(item_finding, ${JSON.stringify({ item: again })}::jsonb)).* from item_finding
        where force = ${at.force} and item = ${at.item}`.execute(tx);
      const seen = await standsOut(tx, [of]);
      // The same chat in a report that is read as one with it: one line of each, which names both.
      const asOne = await standsOut(tx, [of, { ...of, report: "R-2103", inCase: null }]);
      await tx.updateTable("item").set({ report: "R-2103" }).where("id", "=", again).execute();
      await tx.updateTable("report_act").set({ report: "R-2103" }).where("item", "=", again).execute();
      const ofBoth = await standsOut(tx, [of, { ...of, report: "R-2103", inCase: null }]);
      expect([asOne, ofBoth]).toEqual([alone, alone.map((one) => ({ ...one, alsoIn: ["R-2103"] }))]);
      for (const table of ["report_act", "item_finding"] as const) await tx.deleteFrom(table).where("item", "=", again).execute();
      await tx.deleteFrom("item").where("id", "=", again).execute();
      expect(seen).toEqual(alone);
      await tx.deleteFrom("item_finding").where("nth", "=", 1).where("item", "=", at.item).execute();
      return seen;
    });
    expect(lines.map(({ says }) => says)).toEqual([threat.line, expect.stringMatching(/^.+, message: “.+”$|: /), "1 at night"]);
    for (const { day } of lines) expect(day).toMatch(/^\d{1,2} [A-Z][a-z]{2} 20\d\d$/);
  });

  test("an act or exhibit of another case, of another force or of nothing is refused in the same words", async () => {
    const paths = [
      `/desk/cases/7777/acts/${itemOf("R-2102")}/1`,
      `/desk/cases/${ref}/acts/${itemOf("R-2102")}/1`,
      `/desk/cases/${ref}/acts/${"0".repeat(32)}/1`,
      "/desk/cases/7777/acts",
      `/desk/cases/${ref}/exhibits/${"0".repeat(32)}/0/file?recipient=CPS`,
      "/desk/cases/9999",
      `/desk/cases/${ref}/exhibits/${itemOf("R-2102")}/0/file?recipient=CPS`,
    ];
    const refusals = await Promise.all(paths.map(async (path) => (await get(bell, path)).body.refused));
    expect(new Set(refusals.map((refused) => JSON.stringify(refused))).size).toBe(1);
  });

  test("a file of an exhibit is a disclosure to somebody, saved and never shown", async () => {
    const path = `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/0/file`;
    expect((await get(bell, path)).body.says).toBe("Say who receives it.");
    const headers = {
      ...fromDesk,
      cookie: `unmask-desk=${bell.cookie}`,
      ...because({ code: "court", words: "" }).headers,
    };
    const reply = await desk.app.inject({ method: "GET", url: `${path}?recipient=CPS`, headers });
    expect([reply.statusCode, reply.body]).toEqual([200, exhibitText]);
    expect(reply.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="LA-7 0007.txt"; filename*=UTF-8''LA-7%200007.txt`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(JSON.parse(last?.entry ?? "{}")).toMatchObject({
      op: "disclose",
      what: "download-exhibit",
      recipients: ["CPS"],
      reason: "court",
    });
    expect((await get(bell, `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/1/file?recipient=CPS`)).status).toBe(404);
    expect((await get(handler, `${path}?recipient=CPS`)).body.refused.rule).toBe("role");
  });

  test("what she said yes to goes to the service sealed, is written with its hash, and nothing goes once she takes it back", async () => {
    const identity = await createIdentity();
    const recipient = await recipientOf(identity);
    const service = {
      id: "northshire-advocacy",
      name: "Northshire Advocacy",
      for: "anyone",
      contacts: [{ way: "call", number: "01632 960431" }],
      recipient,
      checkedOn: "2026-11-02",
      checkedHow: "by phone, D. Parry",
    };
    const look = async () => {
      const answer = await get(bell, `/desk/cases/${ref}/referrals`);
      const read = readStrictly(answer.body, "referrals", referrals);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    const yes = { what: "Her name", answer: "yes", says: "first name only" };
    const consent = {
      of: "R-2100",
      service: service.id,
      name: service.name,
      until: "2027-01-31",
      knowing: "account",
      asked: "DC Bell, on the phone",
      scope: [yes, { what: "Photographs", answer: "no" }],
      inHerWords: "Yes to my name. Not the photographs.",
    };
    const agreed = await write(bell, "referrals/consent", consent);
    expect([agreed.status, agreed.body.referral]).toEqual([200, "RF-1"]);
    const seal = async (parts: readonly object[], by: object = reason) => {
      const body = { saw: (await look()).saw, referral: "RF-1", parts, reason: by };
      const reply = await desk.ask("POST", `/desk/cases/${ref}/referrals/seal`, { cookie: bell.cookie, body });
      return { status: reply.status, body: reply.body as unknown as CaseBody };
    };
    const name = [{ what: "Her name", says: "Leila" }];
    // To no service that nobody loaded, and without a reason to nobody.
    expect((await seal(name)).body.refused.rule).toBe("no-recipient");
    expect(await folder.keep(JSON.stringify({ ...service, recipient: "age1nobody" }))).toMatchObject({ ok: false });
    expect(await folder.keep(JSON.stringify(service))).toMatchObject({ ok: true });
    expect((await seal(name, { code: "", words: "" })).body.refused.rule).toBe("reason");
    expect((await seal([{ what: "Photographs", says: "HR/4" }])).body.refused.rule).toBe("said-no");
    expect((await seal([{ what: "Her address", says: "1 High Street" }])).body.refused.rule).toBe("not-asked");
    expect((await look()).referrals).toMatchObject([{ standing: "nothing-went", bags: [], clock: { state: "due" } }]);

    const sent = await seal(name);
    expect([sent.status, sent.body.bag]).toEqual([200, 1]);
    const bagPath = `/desk/cases/${ref}/referrals/RF-1/bags/1`;
    const take = () =>
      desk.app.inject({
        method: "GET",
        url: bagPath,
        headers: { ...fromDesk, cookie: `unmask-desk=${bell.cookie}`, ...because(reason).headers },
      });
    const file = await take();
    const bytes = new Uint8Array(file.rawPayload);
    expect([file.statusCode, sha256HexOf(bytes)]).toEqual([200, sent.body.sha256]);
    const opened = await openWhole(bytes, { identities: [identity], aead: plainAead });
    const words = opened.ok ? new TextDecoder().decode(opened.value) : "";
    const [, day = ""] = /bag 1, (\w+ \d+ \w+ 2026)\n/.exec(words) ?? [];
    expect(words).toBe(
      `From Northshire Police, referral RF-1 of case ${ref}, bag 1, ${day}\n\nOnly what stands below was agreed to be shared, for Northshire Advocacy and nobody else, until Sun 31 Jan 2027. It can be taken back at any time: then nothing more comes, and you will be asked what you do with this.\n\nHer name (first name only)\n  Leila\n\nEnd: 1 part.\n`,
    );
    const logged = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(8).execute();
    const disclosed = logged.map(({ entry }) => JSON.parse(entry) as object);
    expect(disclosed).toContainEqual(
      expect.objectContaining({
        op: "disclose",
        what: "share-with-service",
        recipients: ["service Northshire Advocacy"],
        item: "RF-1 bag 1",
        sha256: sent.body.sha256,
      }),
    );
    expect(JSON.stringify(disclosed)).not.toContain("Leila");

    const back = { referral: "RF-1", inHerWords: "No more, please.", knowing: "record" };
    expect(
      (await desk.ask("POST", `/desk/cases/${ref}/referrals/withdraw`, { cookie: wren.cookie, body: { ...back, saw: 1 } })).status,
    ).toBe(200);
    const refused = await seal(name);
    expect([refused.status, refused.body.refused.rule]).toEqual([403, "withdrawn"]);
    expect(refused.body.refused.says).toContain(`“Her name”, bag 1 of ${day}`);
    expect((await take()).json()).toMatchObject({ refused: { rule: "withdrawn" } });
    const after = await look();
    expect(after.referrals).toMatchObject([
      {
        standing: "withdrawn",
        clock: null,
        withdrawals: [{ inHerWords: "No more, please." }],
        things: [
          { what: "Her name", went: [{ bag: 1 }] },
          { what: "Photographs", answer: "no", went: [] },
        ],
      },
    ]);
    expect(after.directory.map(({ id }) => id).slice(0, 3)).toEqual(["police-emergency", "police", "northshire-advocacy"]);
    expect(after.doubt).toContain("working days");
  });

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

  test("what is held is marked, cut, read and disclosed; how she is reached is in no answer, no refusal, no file and no entry", async () => {
    const boone = await desk.enrol("Carys Boone", "disclosure-officer");
    const canaries = {
      channel: "call",
      ...{ way: "through Canaryway", address: "07700 900777", hours: "canary hours", voicemail: "canary voicemail" },
      ...{ codeWord: "canarycode", said: [{ label: "Where I sleep", says: "Canary House, Northmere" }] },
    } as const;
    const sought = ["canary", "700900777"];
    const letter = { letter: "ce".repeat(16), danger: "no", packs: 0, account: "He stood at the gate.", contact: canaries } as const;
    await seedReport(desk, { report: "R-2195", name: "Ida Lund" });
    await seedEvent(desk, { of: "report", id: "R-2195" }, "desk", { kind: "answer-received", body: letter });
    await seedCase(desk, "0455", { reports: ["R-2195"], members: [bell.id, wren.id, boone.id] });
    const says = "Caller at Canary House, Northmere, on +44 7700 900777.\nMan seen from behind.";
    await seedEvent(desk, { of: "case", id: "0455" }, bell.id, { kind: "fact-recorded", body: { says, source: "999 log 0061" } });
    const wire: string[] = [];
    const ask = async (officer: Officer, method: "GET" | "POST", path: string, body: object = {}) => {
      const at = `/desk/cases/0455/disclosure${path}`;
      const header = { "x-unmask-desk": "1", host: fromDesk.host, cookie: `unmask-desk=${officer.cookie}`, ...because(reason).headers };
      const reply = await desk.app.inject({
        method,
        url: at,
        headers: header,
        ...(method === "POST" ? { payload: { ...body, reason } } : {}),
      });
      if (officer === boone) wire.push(`${JSON.stringify(reply.headers)} ${reply.body}`);
      const isJson = String(reply.headers["content-type"]).includes("json");
      return { status: reply.statusCode, text: reply.body, body: (isJson ? reply.json() : {}) as CaseBody };
    };
    const seen = async (officer: Officer) => {
      const read = readStrictly((await ask(officer, "GET", "")).body, "answer", readSchedule);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    const write = async (officer: Officer, path: string, body: object) =>
      ask(officer, "POST", path, { saw: (await seen(officer)).saw, ...body });
    const ruleOf = async (officer: Officer, path: string, body: object) => (await write(officer, path, body)).body.refused.rule;

    const begun = await seen(boone);
    expect(begun.unlisted.map(({ of, kind }) => [of, kind])).toContainEqual(["case/2", "fact, read from a record"]);
    expect(begun.unlistedInAll).toBe(begun.unlisted.length);
    const item = { of: "case/2", describes: "999 log 0061, two lines.", mark: "could-help", words: "It says less than she does." };
    expect(await ruleOf(boone, "/mark", { ...item, describes: "Call from 07700-900777" })).toBe("contact-inside");
    expect(await ruleOf(bell, "/mark", item)).toBe("role");
    expect((await write(boone, "/mark", item)).status).toBe(200);
    // The whole is for who cuts; the disclosure officer has no way to it.
    expect((await ask(boone, "GET", "/items/D-1/whole")).status).toBe(403);
    const whole = readStrictly((await ask(bell, "GET", "/items/D-1/whole")).body, "answer", wholeItem);
    expect(whole.ok && whole.value.lines.slice(0, 2)).toEqual(says.split("\n"));
    const house = { line: 1, at: 10, length: 23, what: "address", why: "safety of a person" };
    const number = { line: 1, at: 38, length: 15, what: "number", why: "safety of a person" };
    const leftIn = [{ line: 2, why: "It could help his side." }];
    expect(await ruleOf(boone, "/cut", { item: "D-1", taken: [house, number], leftIn })).toBe("role");
    expect(await ruleOf(bell, "/cut", { item: "D-1", taken: [house], leftIn })).toBe("contact-inside");
    expect((await write(bell, "/cut", { item: "D-1", taken: [house, number], leftIn })).status).toBe(200);
    const [cut] = (await seen(boone)).items[0]?.copies ?? [];
    expect(cut).toMatchObject({ originalHolds: true, copyHolds: true, isAgreed: false, by: bell.name });
    expect(cut?.lines[0]).toBe("Caller at [taken out: address, 23 signs], on [taken out: number, 15 signs].");
    expect(cut?.original).toBe(whole.ok ? whole.value.original : "");
    const gives = { copies: [cut?.number ?? 0], schedule: false, as: "defence", to: "Lane & Rudd, solicitors", how: "by secure mail" };
    expect(await ruleOf(boone, "/give", gives)).toBe("second-person");
    expect(await ruleOf(bell, "/read", { of: cut?.number, agrees: true })).toBe("own-cut");
    expect(await ruleOf(boone, "/read", { of: cut?.number, agrees: true })).toBe("role");
    expect((await write(wren, "/read", { of: cut?.number, agrees: true })).status).toBe(200);
    expect((await ask(boone, "GET", `/given/1/copies/${cut?.number ?? 0}`)).status).toBe(404);
    const gave = await write(boone, "/give", gives);
    expect(gave.status).toBe(200);
    const file = await ask(boone, "GET", `/given/${gave.body.saw}/copies/${cut?.number ?? 0}`);
    expect(file.text).toContain(cut?.copy);
    // The schedule goes when a second person read it as it stands.
    expect((await ask(boone, "GET", "/schedule.csv?as=defence&recipient=Lane")).status).toBe(403);
    const { schedule } = await seen(boone);
    expect((await write(wren, "/read", { of: schedule.marked, agrees: true })).status).toBe(200);
    expect((await ask(boone, "GET", "/schedule.csv?as=defence&recipient=Lane")).text).toMatch(/D-1,"999 log 0061, two lines\."/);
    const asked = await write(boone, "/asked", { as: "defence", who: "Lane & Rudd, solicitors", says: "The other report." });
    expect((await write(boone, "/refuse", { asked: asked.body.saw, words: "It is another person’s." })).status).toBe(200);
    // A letter that says later where she sleeps covers what was cut before it came.
    const later = { ...letter, letter: "cf".repeat(16), contact: { said: [{ label: "Where I sleep", says: "Man seen from behind" }] } };
    await seedEvent(desk, { of: "report", id: "R-2195" }, "desk", { kind: "answer-received", body: later });
    expect((await seen(boone)).items[0]?.copies[0]?.lines[1]).toBe("[not shown: Where I sleep, 20 signs].");
    const mine = readStrictly((await get(boone, "/desk/disclosure")).body, "answer", disclosureCases);
    expect(mine).toMatchObject({ ok: true, value: { cases: [{ case: "0455", items: 1, asked: 0 }] } });
    for (const path of ["", "/exhibits", "/acts", "/referrals", "/findings"]) {
      const reply = await boone.ask("GET", `/desk/cases/0455${path}`, undefined);
      wire.push(JSON.stringify(reply.body));
      expect(reply.status).toBe(403);
    }
    const all = wire.join("\n").toLowerCase();
    expect(all.length).toBeGreaterThan(5_000);
    for (const canary of sought) expect(all.replaceAll(/[^a-z0-9]/g, "")).not.toContain(canary);
    const entries = await allRows(desk.parts.database).selectFrom("access_log").selectAll().execute();
    expect(JSON.stringify(entries)).toContain("Lane & Rudd, solicitors");
    expect(JSON.stringify(entries).toLowerCase()).not.toContain("canary");
  });
});
