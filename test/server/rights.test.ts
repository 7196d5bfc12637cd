/** A person asks what is held about them and who looked, over HTTP: each thing decided, a second person, the answer, and what the log says. */
import { beforeAll, expect, test } from "vitest";
import { parseOrderEvent } from "@unmask/case";
import { instantToIso } from "@unmask/core";
import { bytesToHex, sha256HexOf } from "@unmask/seal";
import { commitToWords, nothingBefore, writeEntry } from "../../apps/server/src/access-log/entry.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { putWaiting } from "../../apps/server/src/sql/case/access-log.ts";
import { putOrderEvents } from "../../apps/server/src/sql/case/order-events.ts";
import { putPapers } from "../../apps/server/src/sql/case/order-papers.ts";
import { allRows } from "./all-rows.ts";
import { because, seedCase, seedEvent, seedOrderView, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "court" };
const ref = "0412";

interface Page {
  readonly saw: number;
  readonly held: readonly { readonly of: string; readonly lines: readonly string[] | null }[];
  readonly persons: readonly { readonly id: string; readonly says: string }[];
  readonly requests: readonly {
    readonly request: string;
    readonly newest: number;
    readonly undecided: number;
    readonly isOwn: boolean;
    readonly whyNot: string | null;
    readonly given: readonly { readonly number: number; readonly sha256: string }[];
  }[];
  readonly law: readonly { readonly id: string; readonly confirmed: object | null }[];
  readonly refused?: { readonly rule: string };
}

describeOnBoth("a person who asks about themselves", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let wren: Officer;
  let okell: Officer;
  let handler: Officer;
  let nye: Officer;
  const page = async (officer: Officer) => {
    const { status, body } = await desk.ask("GET", `/desk/cases/${ref}/rights`, { cookie: officer.cookie, ...because(reason) });
    return { status, body: body as unknown as Page };
  };
  const write = async (officer: Officer, path: string, body: object) => {
    const { saw } = (await page(bell)).body;
    const reply = await officer.ask("POST", `/desk/cases/${ref}/rights/${path}`, { saw, ...body, reason });
    return { status: reply.status, rule: (reply.body as unknown as Page).refused?.rule };
  };
  const give = async (officer: Officer, form: string, { to = "Leila Ashworth", seen }: { to?: string; seen?: number } = {}) => {
    const saw = seen ?? (await page(bell)).body.saw;
    const reply = await desk.app.inject({
      method: "POST",
      url: `/desk/cases/${ref}/rights/SA-1/give`,
      headers: { host: new URL(origin).host, cookie: `unmask-desk=${officer.cookie}`, "x-unmask-desk": "1" },
      payload: { saw, to, how: "by hand", form, reason },
    });
    return { status: reply.statusCode, bytes: reply.rawPayload, text: reply.body, name: String(reply.headers["content-disposition"]) };
  };
  /** The answer that went with an event, asked for again. */
  const again = async (officer: Officer, number: number) => {
    const headers = {
      host: new URL(origin).host,
      cookie: `unmask-desk=${officer.cookie}`,
      "x-unmask-desk": "1",
      ...because(reason).headers,
    };
    const reply = await desk.app.inject({ method: "GET", url: `/desk/cases/${ref}/rights/SA-1/given/${number}/file`, headers });
    return { status: reply.statusCode, bytes: reply.rawPayload, text: reply.body, name: String(reply.headers["content-disposition"]) };
  };
  const others = async () => (await page(bell)).body.held.filter(({ lines }) => lines?.some((line) => line.includes("Joanna")) === true);

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    okell = await desk.enrol("Sgt 1181 Ann Okell", "supervisor");
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    nye = await desk.enrol("DC 2718 Tom Nye", "disclosure-officer");
    await seedReport(desk, { report: "R-5200", name: "Leila Ashworth" });
    await seedReport(desk, { report: "R-5201", name: "Joanna Pryce" });
    const answered = {
      letter: "cd".repeat(16),
      danger: "no",
      packs: 0,
      account: "I saw him.",
      contact: { channel: "call", address: "14 Mill Lane" },
    } as const;
    await seedEvent(desk, { of: "report", id: "R-5201" }, "desk", { kind: "answer-received", body: answered });
    await seedCase(desk, ref, { reports: ["R-5200", "R-5201"], members: [bell.id, wren.id, okell.id, handler.id, nye.id] });
    const stream = { of: "case", id: ref } as const;
    for (const [person, name] of [
      ["leila", "Leila Ashworth"],
      ["joanna", "Joanna Pryce"],
    ] as const)
      await seedEvent(desk, stream, bell.id, { kind: "person-in-role", body: { person, role: "protected", knowing: "record", name } });
    for (const says of ["Leila Ashworth rang at nine.", "Joanna Pryce saw it from 14 Mill Lane."])
      await seedEvent(desk, stream, bell.id, { kind: "fact-recorded", body: { says, source: "log 0061" } });
  });

  test("is written down, and everything that the case holds is listed with nothing decided", async () => {
    const body = { who: "Leila Ashworth", is: ["leila", "R-5200/reporter"], says: "All of it, and who looked.", received: "2026-11-23" };
    expect(await write(bell, "ask", body)).toMatchObject({ status: 200 });
    const { body: shown } = await page(bell);
    expect(shown.requests).toMatchObject([
      { request: "SA-1", undecided: shown.held.length, whyNot: expect.stringContaining("is not shown") },
    ]);
    expect(shown.law.map(({ id, confirmed }) => [id, confirmed])).toEqual(
      ["access-limit", "access-grounds", "access-looks"].map((id) => [id, null]),
    );
  });

  test("is given nothing of another person: neither how they are reached nor, unless it is said why, their name", async () => {
    const [joannas] = await others();
    const decided = { request: "SA-1", of: [joannas?.of ?? ""], decision: "give", words: "Hers.", stays: "She agrees." };
    expect((await write(bell, "decide", decided)).rule).toBe("another-reached");
  });

  test("is answered when everything is decided, it is shown who they are, and another than who decided agreed", async () => {
    const other = new Set((await others()).map(({ of }) => of));
    const own = (await page(bell)).body.held.map(({ of }) => of).filter((of) => !other.has(of));
    const withheld = {
      request: "SA-1",
      of: [...other],
      decision: "withhold",
      told: true,
      ground: "Another person’s safety.",
      words: "Hers.",
    };
    expect((await write(bell, "decide", { request: "SA-1", of: own, decision: "give", words: "Their own." })).status).toBe(200);
    expect((await write(wren, "read", { request: "SA-1", of: (await page(wren)).body.requests[0]?.newest ?? 0, agrees: true })).rule).toBe(
      "not-all-decided",
    );
    expect((await write(bell, "decide", withheld)).status).toBe(200);
    expect((await write(bell, "tell-looks", { request: "SA-1", tells: true, names: false, words: "It harms nobody." })).status).toBe(200);
    expect((await give(bell, "json")).status).toBe(403);
    const { newest, isOwn } = (await page(bell)).body.requests[0] ?? {};
    expect(isOwn).toBe(true);
    expect((await write(bell, "read", { request: "SA-1", of: newest, agrees: true })).rule).toBe("role");
    expect((await write(wren, "read", { request: "SA-1", of: newest, agrees: true })).status).toBe(200);
    expect(JSON.parse((await give(bell, "json")).text)).toMatchObject({ refused: { rule: "identity" } });
    expect((await write(bell, "identity", { request: "SA-1", shown: true, how: "Passport seen." })).status).toBe(200);

    const { saw: seen } = (await page(bell)).body;
    const went = await give(bell, "json", { seen });
    expect(went.status).toBe(200);
    // It goes to the person: the number of no case stands on it.
    expect(went.name).toContain("answer-SA-1.json");
    expect(went.text).toContain("Leila Ashworth rang at nine.");
    expect(went.text).toContain("Another person’s safety.");
    expect(went.text).not.toMatch(/Joanna|Mill Lane|Harriet Bell|Cath Wren/);
    const { looks } = JSON.parse(went.text) as { readonly looks: readonly { readonly role: string }[] };
    expect(new Set(looks.map(({ role }) => role))).toEqual(new Set(["investigator", "supervisor"]));
    const [entry] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(entry).toMatchObject({ op: "disclose", what: "give-rights", case_ref: ref, actor: bell.id });
    expect(entry?.entry).toContain(sha256HexOf(new Uint8Array(went.bytes)));
    // Who received it stands in the case, by name, until it is erased; the log never lets go of what an entry holds.
    expect(JSON.parse(entry?.entry ?? "{}")).toMatchObject({ recipients: ["leila", "R-5200/reporter"] });
    expect(entry?.entry).not.toContain("Leila Ashworth");
    expect((await page(bell)).body.requests[0]?.given.map(({ sha256 }) => sha256)).toEqual([sha256HexOf(new Uint8Array(went.bytes))]);
  });

  test("is given the same answer again where it was lost on its way, and nothing more is written in the case", async () => {
    const { saw, requests } = (await page(bell)).body;
    const [gave] = requests[0]?.given ?? [];
    const number = gave?.number ?? expect.fail("nothing went");
    // A minute later others have looked, and something was written: what went stays what it was.
    desk.pass(60_000);
    await page(wren);
    const files = [await give(bell, "json", { seen: number - 1 }), await again(bell, number), await again(wren, number)];
    for (const { status, bytes, name } of files)
      expect([status, sha256HexOf(new Uint8Array(bytes)), name]).toEqual([200, gave?.sha256, expect.stringContaining("answer-SA-1.json")]);
    const [entry] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(entry).toMatchObject({ op: "disclose", what: "give-rights", case_ref: ref, actor: wren.id });
    expect(entry?.entry).toContain(gave?.sha256);
    expect((await page(bell)).body.saw).toBe(saw);
    // What never went is handed out to nobody.
    expect((await again(bell, number - 1)).status).toBe(404);
    expect((await again(handler, number)).status).toBe(403);
  });

  test("is given again as it went, also where somebody looked in the same moment and the log numbered that look before the answer", async () => {
    const { saw: seen } = (await page(bell)).body;
    const { database, force, now } = desk.parts;
    const salt = new Uint8Array(32);
    const nothing = { device: null, task: null, report: null, item: null, sha256: null, recipients: [], typed: null, rule: null };
    const who = { actor: wren.id, role: "supervisor", case: ref, person: `${ref}/leila` } as const;
    const did = { at: now(), op: "consult", what: "read-case", result: "allowed", reason: "court" } as const;
    const place = { force: force.id, number: 0, before: nothingBefore };
    const look = { ...nothing, ...who, ...did, ...place, changedFrom: null, changedTo: null, words: commitToWords("", salt) };
    const waits = { id: "0", force: force.id, draft: writeEntry(look), words: "", salt: bytesToHex(salt), typed: null, typed_salt: null };
    await machineTransaction(database, (tx) => putWaiting(tx, [waits]));
    const went = await give(bell, "json", { seen });
    expect(went.status).toBe(200);
    const number = (await page(bell)).body.requests[0]?.given.at(-1)?.number ?? 0;
    for (const file of [await give(bell, "json", { seen }), await again(wren, number)])
      expect([file.status, file.text]).toEqual([200, went.text]);
  });

  test("is answered on paper, too, which shows the same", async () => {
    const paper = await give(bell, "paper");
    expect([paper.status, paper.bytes.subarray(0, 5).toString("latin1")]).toEqual([200, "%PDF-"]);
  });

  test("is answered anew when something else was written down since: it is decided first", async () => {
    await seedEvent(desk, { of: "case", id: ref }, bell.id, {
      kind: "fact-recorded",
      body: { says: "He rang again.", source: "log 0062" },
    });
    expect(JSON.parse((await give(bell, "json")).text)).toMatchObject({ refused: { rule: "not-all-decided" } });
    const [wren1] = (await page(wren)).body.requests;
    expect([wren1?.undecided, wren1?.isOwn]).toEqual([1, false]);
  });

  test("is given no address of another whose report left the case since, and the answer that was read does not go when one is told", async () => {
    const said = (letter: string, address: string) =>
      ({ kind: "answer-received", body: { letter, danger: "no", packs: 0, account: "x", contact: { channel: "call", address } } }) as const;
    const ofCase = { of: "case", id: ref } as const;
    await seedReport(desk, { report: "R-5203", name: "Nora Neighbour" });
    await seedEvent(desk, { of: "report", id: "R-5203" }, "desk", said("ce".repeat(16), "22 Otter Row, Sallow NS3 9QQ"));
    await seedEvent(desk, ofCase, bell.id, { kind: "report-added", body: { report: "R-5203" } });
    for (const says of ["He was seen at 22 Otter Row.", "A woman was seen at 9 Heron Court.", "Nora\u00a0Neighbour waved."])
      await seedEvent(desk, ofCase, bell.id, { kind: "fact-recorded", body: { says, source: "log 0063" } });
    await seedEvent(desk, ofCase, bell.id, { kind: "report-removed", body: { report: "R-5203", reason: "another man" } });
    const keyOf = async (part: string) =>
      (await page(bell)).body.held.find(({ lines }) => lines?.some((line) => line.includes(part)))?.of ?? "";
    const decide = async (of: readonly string[], more: object) => write(bell, "decide", { request: "SA-1", of, words: "x", ...more });
    const [otter, nora, heron] = [await keyOf("22 Otter Row"), await keyOf("waved"), await keyOf("Heron")];
    expect((await decide([otter], { decision: "give" })).rule).toBe("another-reached");
    expect((await decide([nora], { decision: "give" })).rule).toBe("another-named");
    const others = [otter, nora, await keyOf("He rang again.")];
    expect((await decide(others, { decision: "withhold", told: true, ground: "Nora Neighbour asked us not to." })).rule).toBe(
      "another-named",
    );
    expect((await decide(others, { decision: "withhold", told: false })).status).toBe(200);
    expect((await decide([heron], { decision: "give" })).status).toBe(200);
    const [open] = (await page(bell)).body.requests;
    expect(open?.undecided).toBe(0);
    expect((await write(wren, "read", { request: "SA-1", of: open?.newest, agrees: true })).status).toBe(200);
    const earlier = open?.given.map(({ number }) => number) ?? [];
    expect((await give(bell, "json")).status).toBe(200);
    const last = (await page(bell)).body.requests[0]?.given.at(-1)?.number ?? 0;
    expect((await again(bell, last)).status).toBe(200);
    const contact = { channel: "call", address: "9 Heron Court" } as const;
    const told = { through: 1, outcome: "replaced", contact, says: "told on the telephone" } as const;
    await seedEvent(desk, { of: "report", id: "R-5201" }, bell.id, { kind: "contact-read", body: told });
    const went = await give(bell, "json");
    expect([went.status, JSON.parse(went.text).refused.rule]).toEqual([403, "another-reached"]);
    expect((await page(bell)).body.requests[0]?.whyNot).toContain(`Decide ${heron} anew`);
    // What went may have reached nobody: it goes no second time either. One that went before that was written is what it was.
    expect(JSON.parse((await again(bell, last)).text)).toMatchObject({ refused: { rule: "another-reached" } });
    expect((await again(bell, earlier[0] ?? 0)).status).toBe(200);
    expect((await decide([heron], { decision: "withhold", told: false })).status).toBe(200);
    expect(JSON.parse((await again(bell, last)).text)).toMatchObject({ refused: { rule: "decided-anew" } });
  });

  test("is told who looked in role, day and purpose only where it was decided, and nobody sees a request who is not on the case", async () => {
    const looks = await desk.ask("GET", `/desk/cases/${ref}/rights/SA-1/looks`, { cookie: wren.cookie, ...because(reason) });
    expect(JSON.stringify(looks.body)).not.toContain("Harriet Bell");
    expect((await write(wren, "tell-looks", { request: "SA-1", tells: true, names: true, words: "The force so decided." })).status).toBe(
      200,
    );
    const seen = async () =>
      JSON.stringify((await desk.ask("GET", `/desk/cases/${ref}/rights/SA-1/looks`, { cookie: wren.cookie, ...because(reason) })).body);
    // One officer alone reads no names out of the log by writing that they are told.
    expect(await seen()).not.toContain("Harriet Bell");
    const newest = (await page(wren)).body.requests[0]?.newest ?? 0;
    expect((await write(okell, "read", { request: "SA-1", of: newest, agrees: true })).status).toBe(200);
    expect(await seen()).toContain("DC 2093 Harriet Bell");
    expect((await page(handler)).status).toBe(403);
    const list = await desk.ask("GET", "/desk/rights", { cookie: bell.cookie, ...because(reason) });
    expect(list.body).toMatchObject({ requests: [{ case: ref, request: "SA-1", isGiven: true }] });
  });

  test("is not given again a copy that was cut anew since it went: what was left in the first goes to nobody any more", async () => {
    const says = "Leila Ashworth was seen with Joanna Pryce.";
    await seedEvent(desk, { of: "case", id: ref }, bell.id, { kind: "fact-recorded", body: { says, source: "log 0064" } });
    const of = (await page(bell)).body.held.find(({ lines }) => lines?.some((line) => line.includes(says)))?.of ?? "";
    const disclose = async (officer: Officer, path: string, body: object) => {
      const { saw } = (await page(bell)).body;
      const reply = await officer.ask("POST", `/desk/cases/${ref}/disclosure/${path}`, { saw, ...body, reason });
      expect(reply.status).toBe(200);
    };
    await disclose(nye, "mark", { of, describes: "A note", mark: "could-help", words: "It helps." });
    const cutAndRead = async (taken: readonly object[]) => {
      await disclose(bell, "cut", { item: "D-1", taken, leftIn: [] });
      const { saw } = (await page(bell)).body;
      await disclose(okell, "read", { of: saw, agrees: true });
      return saw;
    };
    const copy = await cutAndRead([]);
    const decided = { request: "SA-1", of: [of], decision: "copy", copy, words: "x", stays: "They are friends." };
    expect((await write(bell, "decide", decided)).status).toBe(200);
    const newest = (await page(okell)).body.requests[0]?.newest ?? 0;
    expect((await write(okell, "read", { request: "SA-1", of: newest, agrees: true })).status).toBe(200);
    expect((await give(bell, "json")).text).toContain("Joanna Pryce");
    const last = (await page(bell)).body.requests[0]?.given.at(-1)?.number ?? 0;
    expect((await again(bell, last)).status).toBe(200);
    await cutAndRead([{ line: 1, at: says.indexOf("Joanna"), length: "Joanna Pryce".length, what: "name", why: "She asks us not to." }]);
    for (const { status, text } of [await give(bell, "json"), await again(bell, last)])
      expect([status, JSON.parse(text).refused.rule]).toEqual([403, "no-copy"]);
  });

  test("is named in each look of the log at the case in which they reported, or somebody did for them, also where they have no role in it", async () => {
    await seedReport(desk, { report: "R-5204", name: "Ida Only" });
    await seedReport(desk, { report: "R-5205", name: "Ida Only", forName: "Nell Only" });
    for (const report of ["R-5204", "R-5205"])
      await seedEvent(desk, { of: "case", id: ref }, bell.id, { kind: "report-added", body: { report } });
    await page(bell);
    const rows = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["person", "op", "result"])
      .where("case_ref", "=", ref)
      .execute();
    const persons = rows.map(({ person }) => person);
    // One look at somebody who stands under two ids is told as one.
    const { body } = await desk.ask("GET", `/desk/cases/${ref}/rights/SA-1/looks`, { cookie: wren.cookie, ...because(reason) });
    const { looks } = body as unknown as { readonly looks: readonly { readonly times: number }[] };
    const told = rows.filter(({ person, op, result }) => person === `${ref}/leila` && op !== "alter" && result !== "refused");
    expect(looks.reduce((sum, { times }) => sum + times, 0)).toBe(told.length);
    expect(persons).toEqual(expect.arrayContaining([`${ref}/leila`, `${ref}/joanna`, "R-5200/reporter", "R-5204/reporter", "R-5205/for"]));
    // Of a report that is the reporter's own there is nobody else.
    expect(persons).not.toContain("R-5204/for");
  });

  test("is shown what an order of the case holds, and somebody whom it protects can ask: how whom it binds is reached goes to nobody else", async () => {
    const { database, force, now } = desk.parts;
    const order = "SPO-26-912";
    const begun = { jurisdiction: "EW", case: ref, subject: { name: "Gary Slade" }, route: "s1-application", force: force.name };
    const came = {
      ...{ day: "2026-11-20", at: "09:00", station: "Tarn Road", area: "local", inPerson: true, toWhom: "PC Ruth Amadi" },
      ...{ names: ["Gary Slade"], allNames: "yes", address: "3 Dock Road, Sallow", identity: "not-asked" },
    };
    const written = [
      { kind: "application-begun", body: begun },
      { kind: "protected-named", body: { person: "protected-1", name: "Simon Thwaite", victim: false } },
      { kind: "attended", body: came },
    ].map(({ kind, body }, i) => {
      const head = { version: 1, stream: { of: "order", id: order }, number: i + 1, by: bell.id };
      const event = parseOrderEvent({ ...head, happened: instantToIso(now()), recorded: instantToIso(now()), kind, body });
      return event.ok ? event.value : expect.fail(event.error);
    });
    await machineTransaction(database, async (tx) => {
      await putOrderEvents(tx, force.id, written);
      await seedOrderView(tx, { force: force.id, order_id: order, case_ref: ref });
      const paper = {
        kind: "draft",
        form: "pdf",
        about: "for Simon",
        sha256: "ab".repeat(32),
        size: 86,
        pages: 1,
        template: null,
        kept: "ab",
      } as const;
      await putPapers(tx, { force: force.id, order, at: now(), by: bell.id }, [paper]);
    });
    const { held, persons } = (await page(bell)).body;
    expect(held.map(({ of }) => of).filter((of) => of.startsWith(order))).toEqual(["1", "2", "3", "P1"].map((n) => `${order}/${n}`));
    const simon = `${order}/protected-1`;
    expect(persons).toContainEqual({ id: simon, says: `Simon Thwaite, in the order ${order}` });
    const asked = { who: "Simon Thwaite", is: [simon], says: "All of it.", received: "2026-11-23" };
    expect((await write(bell, "ask", { ...asked, is: ["SPO-26-912/protected-9"] })).rule).toBe("not-of-case");
    expect((await write(bell, "ask", asked)).status).toBe(200);
    const give = (of: string) => write(bell, "decide", { request: "SA-2", of: [`${order}/${of}`], decision: "give", words: "x" });
    expect((await give("2")).status).toBe(200);
    expect((await give("1")).rule).toBe("another-named");
    expect((await give("3")).rule).toBe("another-reached");
  });
});
