/** What a supervisor keeps an eye on, on both databases: what waits for a second person, samples, and what is handed over for who is not there. */
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { msPerDay, msPerHour, readStrictly } from "@unmask/core";
import { drawDips, prompts } from "@unmask/case";
import { held as heldAnswer, supervision } from "../../apps/console/src/desk/supervision.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { runOrderCommand } from "../../apps/server/src/orders/run-order-command.ts";
import { bar, because, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "supervision", words: "" };

describeOnBoth("supervision", (stage) => {
  let desk: DeskStage;
  let wren: Officer;
  let adair: Officer;
  let party: Officer;
  let bell: Officer;
  let lunt: Officer;
  let marsh: Officer;

  const ask = (who: Officer, path: string) => desk.ask("GET", path, { cookie: who.cookie, ...because(reason) });
  const look = async (who: Officer) => {
    const read = readStrictly((await ask(who, "/desk/supervision")).body, "answer", supervision);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  const againSignedIn = async (...all: readonly Officer[]): Promise<void> => {
    for (const one of all) one.cookie = (await signIn(desk, one.key)).cookie;
  };

  beforeAll(async () => {
    desk = await openDesk(stage);
    wren = await desk.enrol("Sgt Naomi Wren", "supervisor");
    adair = await desk.enrol("Insp Adair", "supervisor");
    party = await desk.enrol("Sgt Lee Moore", "supervisor");
    bell = await desk.enrol("DC H. Bell", "investigator");
    lunt = await desk.enrol("PC T. Lunt", "contact-handler");
    marsh = await desk.enrol("PC J. Marsh", "contact-handler");
    for (const [report, name] of [
      ["R-8101", "Ada Moss"],
      ["R-8102", "Ruth Hale"],
      ["R-8103", "Mina Test"],
      ["R-8104", "Orla Venn"],
    ] as const)
      await seedReport(desk, { report, name });
    await seedCase(desk, "0412", { reports: ["R-8102"], members: [bell.id, adair.id] });
    await seedCase(desk, "0413", { reports: ["R-8103"], members: [bell.id] });
    await bar(desk, "0413", party.id);
    const openPrompts = prompts.map(({ id }) => id);
    const decided = {
      kind: "triage-decided",
      body: { choice: "day", proposed: "week", rule: "Northshire Police, 2026-11-27", openPrompts, reason: "She asked for it." },
    } as const;
    for (const report of ["R-8101", "R-8102", "R-8103"]) {
      const stream = { of: "report", id: report } as const;
      if (report === "R-8101") await seedEvent(desk, stream, lunt.id, { kind: "report-taken", body: {} });
      await seedEvent(desk, stream, lunt.id, { kind: "report-opened", body: {} });
      await seedEvent(desk, stream, lunt.id, decided);
    }
    await seedEvent(desk, { of: "report", id: "R-8104" }, lunt.id, { kind: "report-taken", body: {} });
    const considered = { kind: "order-considered", body: { answer: "not-pursued", reason: "Bail is enough." } } as const;
    await seedEvent(desk, { of: "case", id: "0412" }, bell.id, considered);
  });

  test("what waits says why, since when and by whom; who is not on the case sees neither a name nor a word of it, and to whom it is closed nothing", async () => {
    const ofWren = await look(wren);
    expect(ofWren.rows.map(({ kind, at, name, by, whyNot }) => [kind, at.id, name, by, whyNot])).toEqual([
      ["reading", "R-8101", "Ada Moss", lunt.name, null],
      ["reading", "R-8102", null, lunt.name, "not-on-case"],
      ["reading", "R-8103", null, lunt.name, "not-on-case"],
      ["not-pursued", "0412", null, bell.name, "not-on-case"],
    ]);
    expect(ofWren.rows.map(({ says }) => says)).toEqual([
      "Officer within 24 hours; the rule proposed Appointment within 7 days. “She asked for it.”",
      "",
      "",
      "",
    ]);
    const ofAdair = await look(adair);
    expect(ofAdair.rows.find(({ kind }) => kind === "not-pursued")).toMatchObject({
      name: "Ruth Hale",
      says: "“Bail is enough.”",
      whyNot: null,
    });
    const ofParty = JSON.stringify((await ask(party, "/desk/supervision")).body);
    expect([ofParty.includes("0413"), ofParty.includes("R-8103"), ofParty.includes("0412")]).toEqual([false, false, true]);
    // Whoever is not a supervisor sees none of it.
    for (const who of [bell, lunt]) expect((await ask(who, "/desk/supervision")).body.refused.rule).toBe("role");
  });

  test("each report and case that it names is an entry of the log, with a person only where a name was shown", async () => {
    await look(wren);
    const rows = await machineTransaction(desk.parts.database, (tx) =>
      tx
        .selectFrom("access_log")
        .select(["report", "case_ref", "person"])
        .where("what", "=", "see-supervision")
        .where("actor", "=", wren.id)
        .execute(),
    );
    expect(rows).toContainEqual({ report: "R-8101", case_ref: null, person: "R-8101/reporter" });
    expect(rows).toContainEqual({ report: null, case_ref: "0412", person: null });
    expect(rows.filter(({ case_ref }) => case_ref === "0412").every(({ person }) => person === null)).toBe(true);
  });

  test("past its time it stands first, and what is read waits no more", async () => {
    desk.pass(2 * msPerHour);
    await againSignedIn(wren, adair, lunt, bell, party, marsh);
    const before = await look(wren);
    expect(before.rows.filter(({ until }) => until <= before.now).map(({ at }) => at.id)).toEqual(["R-8101", "R-8102", "R-8103"]);
    const [one] = JSON.parse(JSON.stringify((await ask(wren, "/desk/second-readings")).body)).readings;
    const read = { saw: one.saw, decision: one.decision.number, agrees: true, reason };
    expect((await wren.ask("POST", "/desk/reports/R-8101/decisions/read", read)).status).toBe(200);
    expect((await look(wren)).rows.map(({ at }) => at.id)).not.toContain("R-8101");
  });

  test("an opening stands in the inbox of every supervisor, and says to whom it is their own", async () => {
    const words = "999 log 0058: a man is trying her door";
    expect((await adair.ask("POST", "/desk/cases/0413/break-glass", { reason: { code: "risk-to-life", words } })).status).toBe(200);
    const openingOf = async (who: Officer) => (await look(who)).rows.find(({ kind }) => kind === "opening");
    expect(await openingOf(adair)).toMatchObject({ whyNot: "own", by: adair.name, says: `Case 0413: “${words}”` });
    expect(await openingOf(wren)).toMatchObject({ whyNot: null });
    expect(await openingOf(party)).toBeUndefined();
  });

  test("an order that waits for a second person is a row, and its writer is told that another reads it", async () => {
    const call = { now: desk.parts.now(), officer: { ...adair, role: "supervisor" as const }, parts: desk.parts };
    await machineTransaction(desk.parts.database, async (tx) => {
      const subject = { name: "Gary Slade" };
      const begun = {
        kind: "application-begun",
        body: { jurisdiction: "EW", case: "0412", subject, route: "s1-application", force: call.parts.force.name },
      } as const;
      await runOrderCommand({ ...call, tx }, "SPO-26-812", { saw: 0, intent: begun });
    });
    const shown = await machineTransaction(desk.parts.database, (tx) =>
      tx.selectFrom("order_view").select("shown").where("order_id", "=", "SPO-26-812").executeTakeFirstOrThrow(),
    );
    const waits = [{ what: "authorise", of: "2", since: desk.parts.now(), notBy: [adair.id], says: "" }];
    await machineTransaction(desk.parts.database, (tx) =>
      tx
        .updateTable("order_view")
        .set({ shown: JSON.stringify({ ...JSON.parse(shown.shown), waits }) })
        .where("order_id", "=", "SPO-26-812")
        .execute(),
    );
    const rowOf = async (who: Officer) => (await look(who)).rows.find(({ at }) => at.id === "SPO-26-812");
    expect(await rowOf(wren)).toMatchObject({ kind: "authorise", name: "Gary Slade", by: adair.name, whyNot: null });
    expect(await rowOf(adair)).toMatchObject({ whyNot: "own" });
  });

  test("ten are drawn by a seed that nobody chooses, anybody draws them again, a second draw takes the place of none", async () => {
    expect((await wren.ask("POST", "/desk/supervision/draws", { from: "2027-01-01" })).body.refused.rule).toBe("draw-day");
    expect((await bell.ask("POST", "/desk/supervision/draws", { from: "2026-11-27" })).body.refused.rule).toBe("role");
    for (const who of [wren, adair]) expect((await who.ask("POST", "/desk/supervision/draws", { from: "2026-11-27" })).status).toBe(200);
    const { draws } = await look(wren);
    expect(draws.map(({ number, by, isOwn }) => [number, by, isOwn])).toEqual([
      [2, adair.name, false],
      [1, wren.name, true],
    ]);
    for (const { seed, numbers, drawn, rule } of draws) {
      expect([rule, numbers]).toEqual(["unmask-dip-1", ["R-8101", "R-8102", "R-8103"]]);
      const again = drawDips(seed, numbers, (text) => createHash("sha256").update(text, "utf8").digest("hex"));
      expect(drawn.map(({ id }) => id)).toEqual(again);
    }
    expect(new Set(draws.map(({ seed }) => seed)).size).toBe(2);
    // Neither drawn for, nor shown to, who is in one of the cases.
    const ofParty = await look(party);
    expect(ofParty.draws.flatMap(({ numbers, drawn }) => [...numbers, ...drawn.map(({ id }) => id)])).not.toContain("R-8103");
  });

  test("one of the ten is checked by who may read it and decided nothing of it, and a second check stands beside the first", async () => {
    const check = (who: Officer, report: string, more: object = {}) =>
      who.ask("POST", `/desk/reports/${report}/dip-check`, { draw: 1, found: "nothing", says: "", ...more });
    const whyNot = async (who: Officer) => Object.fromEntries((await look(who)).draws[0]?.drawn.map((one) => [one.id, one.whyNot]) ?? []);
    // She read the decision as the second person.
    expect(await whyNot(wren)).toEqual({ "R-8101": "own", "R-8102": "not-on-case", "R-8103": "not-on-case" });
    expect(await whyNot(adair)).toMatchObject({ "R-8101": null, "R-8102": null });
    expect((await check(wren, "R-8101")).body.refused.rule).toBe("second-person");
    expect((await check(wren, "R-8102")).body.refused.rule).toBe("need-to-know");
    expect((await check(lunt, "R-8101")).body.refused.rule).toBe("role");
    expect((await check(adair, "R-8104")).body.refused.rule).toBe("not-drawn");
    expect((await check(adair, "R-8101", { draw: 99 })).body.refused.rule).toBe("not-drawn");
    expect((await check(adair, "R-8101", { found: "put-right" })).body.refused.rule).toBe("reason");
    expect((await check(adair, "R-8101", { found: "all is well" })).status).toBe(400);
    expect((await check(adair, "R-8101")).status).toBe(200);
    expect((await check(adair, "R-8101", { found: "spoke", says: "No word on why so late." })).status).toBe(200);
    const checks = (await look(wren)).draws.find(({ number }) => number === 1)?.drawn.find(({ id }) => id === "R-8101")?.checks;
    expect(checks?.map(({ found, says, by }) => [found, says, by])).toEqual([
      ["nothing", "", adair.name],
      ["spoke", "No word on why so late.", adair.name],
    ]);
    // Of the other draw it is not checked.
    expect((await look(wren)).draws[0]?.drawn.every((one) => one.checks.length === 0)).toBe(true);
  });

  test("work stands by name and team, and counts what is open; a team is set by the administrator alone", async () => {
    const admin = await desk.enrol("A. Settings", "administrator");
    const team = (who: Officer, name: string | null) => admin.ask("POST", `/desk/officers/${who.id}/team`, { team: name, reason });
    expect((await wren.ask("POST", `/desk/officers/${bell.id}/team`, { team: "Protecting, north", reason })).body.refused.rule).toBe(
      "role",
    );
    expect((await team(bell, "Protecting,\u200b north")).body.refused.rule).toBe("team-name");
    for (const who of [bell, adair]) expect((await team(who, "Protecting, north")).status).toBe(200);
    const { work } = await look(wren);
    expect(work.officers.map(({ name, team: of, reports, cases }) => [name, of, reports, cases])).toEqual([
      ["DC H. Bell", "Protecting, north", 0, 2],
      ["Insp Adair", "Protecting, north", 0, 1],
      ["PC T. Lunt", null, 1, 0],
    ]);
    expect(work.teams.map((one) => one.team)).toEqual(["Protecting, north", null]);
    // Days on, the force's own figure is over for both cases, each once for the team.
    desk.pass(20 * msPerDay);
    await againSignedIn(wren, adair, party, bell, lunt, marsh, admin);
    const later = await look(wren);
    expect(later.work.teams[0]).toMatchObject({ team: "Protecting, north", forceRule: 1 });
    expect(later.work.officers.find(({ name }) => name === "DC H. Bell")?.overdue).toBeGreaterThan(0);
    expect(later.work.officers.find(({ name }) => name === "Insp Adair")?.overdue).toBeGreaterThanOrEqual(1);
    expect((await team(adair, null)).status).toBe(200);
  });

  test("what is with an officer who is not there goes over with a note, and is theirs until it was read", async () => {
    const heldOf = async (who: Officer, of: string) => {
      const read = readStrictly((await ask(who, `/desk/supervision/held/${of}`)).body, "answer", heldAnswer);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    expect((await heldOf(wren, bell.id)).held).toEqual(["0412", "0413"]);
    expect((await heldOf(party, bell.id)).held).toEqual(["0412"]);
    const says = "On leave from Monday. Danger is met; promised to her by Friday; the shop keeps its film until Thursday.";
    const give = (who: Officer, more: object) =>
      who.ask("POST", "/desk/supervision/reassign", { from: bell.id, to: marsh.id, references: ["0412"], says, reason, ...more });
    expect((await give(wren, { to: wren.id })).body.refused.rule).toBe("to-yourself");
    expect((await give(wren, { references: ["R-8104"] })).body.refused.rule).toBe("not-with-them");
    expect((await give(party, { references: ["0413"] })).body.refused.rule).toBe("not-with-them");
    expect((await give(wren, { says: " " })).status).toBe(400);
    expect((await give(bell, {})).body.refused.rule).toBe("role");
    await bar(desk, "0413", marsh.id);
    expect((await heldOf(wren, bell.id)).takers.find(({ id }) => id === marsh.id)?.cannot).toEqual(["0413"]);
    const both = await give(wren, { references: ["0412", "0413"] });
    expect([both.body.refused.rule, both.body.refused.says]).toEqual([
      "need-to-know",
      `${marsh.name} cannot take 0413. Nothing was handed over.`,
    ]);
    expect((await give(wren, {})).status).toBe(200);
    expect((await heldOf(wren, bell.id)).held).toEqual(["0412", "0413"]);
    // One note waits at a time: neither its officer nor another supervisor gives a second beside it.
    const beside = await give(adair, { to: lunt.id });
    const { mine: own } = JSON.parse(JSON.stringify((await bell.ask("GET", "/desk/handover")).body));
    const { saw } = own.find((one: { readonly reference: string }) => one.reference === "0412");
    const note = { reference: "0412", saw, lines: [], says: "To you." };
    const byBell = await bell.ask("POST", "/desk/handover", { to: marsh.id, notes: [note] });
    for (const { status, body } of [beside, byBell]) {
      expect([status, body.refused.rule]).toEqual([403, "handed-over-already"]);
      expect(body.refused.says).toContain(`Case 0412 was handed over to ${marsh.name} by ${wren.name} at `);
    }
    const waiting = JSON.parse(JSON.stringify((await marsh.ask("GET", "/desk/handover")).body)).toRead;
    expect(waiting).toMatchObject([{ reference: "0412", from: { says: `${wren.name} for ${bell.name}` }, says }]);
    // What stands by itself is in it, though who handed it over is not on the case and saw none of it.
    expect(waiting[0].lines.length).toBeGreaterThan(0);
    const read = { reference: "0412", saw: waiting[0].saw, number: waiting[0].number };
    expect((await marsh.ask("POST", "/desk/handover/read", read)).status).toBe(200);
    expect((await heldOf(wren, bell.id)).held).toEqual(["0413"]);
    const mine = async (who: Officer) =>
      JSON.parse(JSON.stringify((await who.ask("GET", "/desk/handover")).body)).mine.map(
        ({ reference }: { readonly reference: string }) => reference,
      );
    expect([await mine(bell), await mine(marsh)]).toEqual([["0413"], ["0412"]]);
  });

  test("a report of the queue goes over in the same way, and a case that nobody is on comes to somebody again", async () => {
    const says = "She is on leave. The person asks for a call after six.";
    const body = { from: lunt.id, to: marsh.id, references: ["R-8104"], says, reason };
    expect((await wren.ask("POST", "/desk/supervision/reassign", body)).status).toBe(200);
    const [given] = JSON.parse(JSON.stringify((await marsh.ask("GET", "/desk/handover")).body)).toRead;
    const read = { reference: "R-8104", saw: given.saw, number: given.number };
    expect((await marsh.ask("POST", "/desk/handover/read", read)).status).toBe(200);
    expect((await look(wren)).work.officers.map(({ name, reports }) => [name, reports])).toContainEqual([marsh.name, 1]);
    const admin = await desk.enrol("A. Leavers", "administrator");
    expect((await admin.ask("POST", `/desk/officers/${bell.id}/leave`, { reason })).status).toBe(200);
    expect((await look(wren)).work.withNobody).toEqual(["0413"]);
    const okoro = await desk.enrol("DC Ben Okoro", "investigator");
    const again = { from: null, to: okoro.id, references: ["0413"], says: "Whoever had it left.", reason };
    expect((await wren.ask("POST", "/desk/supervision/reassign", again)).status).toBe(200);
    expect((await look(wren)).work.withNobody).toEqual([]);
    const note = JSON.parse(JSON.stringify((await okoro.ask("GET", "/desk/handover")).body)).toRead;
    expect(note).toMatchObject([{ reference: "0413", from: { says: wren.name }, says: "Whoever had it left." }]);
  });
});
