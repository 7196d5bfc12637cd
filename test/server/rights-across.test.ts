/** A person who stands in several cases asks once, over HTTP: carried into each case of the officer, decided in each, and answered as one. */
import { beforeAll, expect, test } from "vitest";
import { parseOrderEvent } from "@unmask/case";
import { instantToIso, readStrictly } from "@unmask/core";
import { rightsPage } from "../../apps/console/src/desk/rights.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { putOrderEvents } from "../../apps/server/src/sql/case/order-events.ts";
import { allRows } from "./all-rows.ts";
import { because, seedCase, seedEvent, seedOrderView, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "contact" };
const [one, two, closedToBell] = ["0441", "0442", "0443"] as const;

interface Answer {
  readonly items: readonly { readonly item: number; readonly part: number; readonly lines?: readonly string[] }[];
  readonly open: number;
  readonly looks: object | null;
}

describeOnBoth("a person who stands in several cases and asks about themselves", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let wren: Officer;
  let okoro: Officer;

  const page = async (officer: Officer, ref: string) => {
    const { body } = await desk.ask("GET", `/desk/cases/${ref}/rights`, { cookie: officer.cookie, ...because(reason) });
    const read = readStrictly(body, "answer", rightsPage);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  const requestIn = async (ref: string) => (await page(bell, ref)).requests[0] ?? expect.unreachable();
  const write = async (officer: Officer, ref: string, path: string, body: object) => {
    const { saw } = await page(officer, ref);
    const reply = await officer.ask("POST", `/desk/cases/${ref}/rights/${path}`, { saw, ...body, reason });
    return { status: reply.status, rule: (reply.body as { refused?: { rule: string } }).refused?.rule };
  };
  const carry = (officer: Officer, into: string, from: string, is: readonly string[]) =>
    write(officer, into, "carry", { from: { case: from, request: "SA-1" }, is });
  const give = async (left?: { readonly told: boolean; readonly reason: string }, seen?: number) => {
    const saw = seen ?? (await page(bell, one)).saw;
    const reply = await desk.app.inject({
      method: "POST",
      url: `/desk/cases/${one}/rights/SA-1/give`,
      headers: { host: new URL(origin).host, cookie: `unmask-desk=${bell.cookie}`, "x-unmask-desk": "1" },
      payload: { saw, to: "Leila Ashworth", how: "by hand", form: "json", reason, ...(left && { left }) },
    });
    return { status: reply.statusCode, text: reply.body };
  };
  /** Everything of a case is given whole, and the second person agrees. */
  const decideAll = async (ref: string) => {
    const of = (await page(bell, ref)).held.map((thing) => thing.of);
    expect((await write(bell, ref, "decide", { request: "SA-1", of, decision: "give", words: "Their own." })).status).toBe(200);
    const { newest } = await requestIn(ref);
    expect((await write(wren, ref, "read", { request: "SA-1", of: newest, agrees: true })).status).toBe(200);
  };

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    okoro = await desk.enrol("DC 3301 Ben Okoro", "investigator");
    for (const [ref, report, members] of [
      [one, "R-5241", [bell.id, wren.id]],
      [two, "R-5242", [bell.id, wren.id, okoro.id]],
      [closedToBell, "R-5243", [okoro.id]],
    ] as const) {
      await seedReport(desk, { report, name: "Leila Ashworth" });
      await seedCase(desk, ref, { reports: [report], members });
      await seedEvent(desk, { of: "case", id: ref }, members[0] ?? "", {
        kind: "fact-recorded",
        body: { says: `She rang about what stands in file ${report}.`, source: "log 0061" },
      });
    }
    const body = { who: "Leila Ashworth", is: ["R-5241/reporter"], says: "All of it, and who looked.", received: "2026-11-23" };
    expect((await write(bell, one, "ask", body)).status).toBe(200);
    expect((await write(bell, one, "identity", { request: "SA-1", shown: true, how: "Passport seen." })).status).toBe(200);
  });

  test("the officer’s other cases that hold the name are listed, and one that they are not on is not", async () => {
    const { across } = await requestIn(one);
    expect(across).toMatchObject({ carried: [], could: [{ case: two, is: [{ id: "R-5242/reporter" }] }] });
    const rows = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["case_ref", "person"])
      .where("actor", "=", bell.id)
      .execute();
    expect(rows).toContainEqual({ case_ref: two, person: "R-5242/reporter" });
    expect(rows.map(({ case_ref }) => case_ref)).not.toContain(closedToBell);
  });

  test("it is carried into such a case as it was asked, once, by who is on both, with how it was checked who they are", async () => {
    expect((await carry(okoro, two, one, ["R-5242/reporter"])).status).toBe(404);
    expect((await carry(bell, two, one, ["R-5243/reporter"])).rule).toBe("not-of-case");
    const { saw } = await page(bell, two);
    const press = async () => {
      const body = { saw, from: { case: one, request: "SA-1" }, is: ["R-5242/reporter"], reason };
      const reply = await bell.ask("POST", `/desk/cases/${two}/rights/carry`, body);
      return [reply.status, Reflect.get(reply.body, "saw")];
    };
    // Sent twice on what was seen once, it is carried once, with what was checked.
    for (let time = 0; time < 2; time += 1) expect(await press()).toEqual([200, saw + 2]);
    expect((await page(bell, two)).saw).toBe(saw + 2);
    expect((await carry(bell, two, one, ["R-5242/reporter"])).rule).toBe("carried-already");
    expect(await requestIn(two)).toMatchObject({
      ...{ request: "SA-1", who: "Leila Ashworth", says: "All of it, and who looked.", received: "2026-11-23" },
      identity: { shown: true, how: "Passport seen." },
      across: { carried: [{ case: one }], could: [] },
    });
    // Who is on that case alone is told of no other.
    const { requests } = await page(okoro, two);
    expect(JSON.stringify(requests)).not.toContain(one);
  });

  test("nothing goes while a case is undecided, unless it is said why and whether the person is told so; the case is named to the officer alone", async () => {
    await decideAll(one);
    const refused = await give();
    expect([refused.status, JSON.parse(refused.text).refused.rule]).toEqual([403, "left-undecided"]);
    expect(JSON.parse(refused.text).refused.says).toContain(`Case ${two}: Of `);
    expect((await requestIn(one)).given).toEqual([]);
    for (const told of [false, true]) {
      const went = await give({ told, reason: "She waits; the rest is read on Monday." });
      const answer: Answer = JSON.parse(went.text);
      expect([went.status, answer.open]).toEqual([200, told ? 1 : 0]);
      expect(went.text).toContain("R-5241");
      expect(went.text).not.toMatch(new RegExp(`R-5242|${two}|Monday`));
    }
    expect((await requestIn(one)).given.map(({ left }) => left)).toEqual(
      [false, true].map((told) => ({ cases: 1, told, reason: "She waits; the rest is read on Monday." })),
    );
    expect((await requestIn(two)).given).toEqual([]);
  });

  test("when each is decided one answer holds both, and it is written in each case and in the log of each", async () => {
    await decideAll(two);
    const went = await give();
    const answer: Answer = JSON.parse(went.text);
    expect([went.status, answer.open, new Set(answer.items.map(({ part }) => part))]).toEqual([200, 0, new Set([1, 2])]);
    expect(answer.items.map(({ item }) => item)).toEqual(answer.items.map((_, i) => i + 1));
    const partsWith = (words: string) =>
      answer.items.filter(({ lines }) => lines?.some((line) => line.includes(words))).map(({ part }) => part);
    expect([partsWith("file R-5241"), partsWith("file R-5242"), partsWith("file R-5243")]).toEqual([[1], [2], []]);
    const hashes = [(await requestIn(one)).given.at(-1)?.sha256, (await requestIn(two)).given.at(-1)?.sha256];
    expect(new Set(hashes).size).toBe(1);
    const entries = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["case_ref", "entry"])
      .where("what", "=", "give-rights")
      .execute();
    const ofBoth = entries.filter(({ entry }) => entry.includes(hashes[0] ?? "none")).map(({ case_ref }) => case_ref);
    expect(new Set(ofBoth)).toEqual(new Set([one, two]));
    expect((await requestIn(one)).across.carried).toMatchObject([{ case: two, undecided: 0, whyNot: null, isGiven: true }]);
  });

  test("handed out again, it is written in the log of each case whose things it holds", async () => {
    const { number = 0, sha256 = "" } = (await requestIn(one)).given.at(-1) ?? {};
    const disclosed = async () => {
      const rows = await allRows(desk.parts.database).selectFrom("access_log").select(["case_ref", "op", "entry"]).execute();
      const went = rows.filter(({ op, entry }) => op === "disclose" && entry.includes(sha256));
      return [one, two].map((ref) => went.filter(({ case_ref }) => case_ref === ref).length);
    };
    const before = await disclosed();
    const file = await desk.ask("GET", `/desk/cases/${one}/rights/SA-1/given/${number}/file`, { cookie: bell.cookie, ...because(reason) });
    expect(file.status).toBe(200);
    expect(await disclosed()).toEqual(before.map((many) => many * 2));
  });

  test("it is handed out again in each of its cases, the same to the letter", async () => {
    const went = await give();
    for (const ref of [one, two]) {
      const { request, given } = await requestIn(ref);
      const file = await desk.app.inject({
        method: "GET",
        url: `/desk/cases/${ref}/rights/${request}/given/${given.at(-1)?.number}/file`,
        headers: { host: new URL(origin).host, cookie: `unmask-desk=${bell.cookie}`, "x-unmask-desk": "1", ...because(reason).headers },
      });
      expect([ref, file.statusCode, file.body]).toEqual([ref, 200, went.text]);
    }
  });

  test("sent again after something was written or decided in another case, it is known as what went", async () => {
    const why = { told: true, reason: "The rest waits." };
    const note = (says: string) =>
      seedEvent(desk, { of: "case", id: two }, bell.id, { kind: "fact-recorded", body: { says, source: "log 0062" } });
    const sendAgain = async (saw: number, left?: typeof why) => {
      const given = (await requestIn(one)).given.length;
      const reply = await give(left, saw);
      expect([reply.status, (await requestIn(one)).given.length]).toEqual([200, given]);
      return reply.text;
    };
    const { saw } = await page(bell, one);
    const whole = await give(undefined, saw);
    await note("He rang again.");
    expect(await sendAgain(saw)).toBe(whole.text);
    const { saw: then } = await page(bell, one);
    const part = await give(why, then);
    await decideAll(two);
    expect(await sendAgain(then, why)).toBe(part.text);
    // Something else on what was seen then is told what came since.
    expect((await give({ ...why, told: false }, then)).status).toBe(409);
  });

  test("a case of the officer in which an order alone names the person is listed, each id once", async () => {
    const [ref, order] = ["0444", "SPO-26-944"] as const;
    await seedReport(desk, { report: "R-5244", name: "Joanna Pryce" });
    await seedCase(desk, ref, { reports: ["R-5244"], members: [bell.id] });
    const { force, now, database } = desk.parts;
    const protectedPerson = { person: "protected-1", name: "leila  Ashworth", victim: false };
    const subject = { name: "Gary Slade" };
    const written = [
      { kind: "application-begun", body: { jurisdiction: "EW", case: ref, subject, route: "s1-application", force: force.name } },
      { kind: "protected-named", body: protectedPerson },
      { kind: "protected-named", body: { ...protectedPerson, name: "Leila Ashworth" } },
    ].map(({ kind, body }, i) => {
      const head = { version: 1, stream: { of: "order", id: order }, number: i + 1, by: bell.id };
      const event = parseOrderEvent({ ...head, happened: instantToIso(now()), recorded: instantToIso(now()), kind, body });
      return event.ok ? event.value : expect.fail(event.error);
    });
    await machineTransaction(database, async (tx) => {
      await putOrderEvents(tx, force.id, written);
      await seedOrderView(tx, { force: force.id, order_id: order, case_ref: ref });
    });
    const { across } = await requestIn(one);
    expect(across.could).toMatchObject([
      { case: ref, is: [{ id: `${order}/protected-1`, says: expect.stringContaining(`in the order ${order}`) }] },
    ]);
    expect(across.could[0]?.is).toHaveLength(1);
    expect((await carry(bell, ref, one, [`${order}/protected-1`])).status).toBe(200);
  });
});
