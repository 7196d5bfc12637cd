/** The small forms of a case: what each takes as it is filled in, and what it wrote. */
import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { report as readReport } from "../../apps/console/src/desk/report.ts";
import { casePage } from "../../apps/console/src/desk/case-page.ts";
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
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { seedEvent } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import { type QueuedRow, type SharedCase, reason } from "./shared-case.ts";

/** The tests; each goes on where the one before ended. */
export function testFormsOfCase(shared: () => SharedCase): void {
  test("every small form of a case is taken as it is filled in, and what it wrote is read back", async () => {
    const { desk, bell, wren, handler, guest, ref, boxOfJoined, get, post, write } = shared();
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
}
