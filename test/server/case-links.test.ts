/** Links and exact search over HTTP: what each side sees of the other, who decides, and what is never told. */
import { beforeAll, expect, test } from "vitest";
import { msPerDay } from "@unmask/core";
import { rFirst, rSecond } from "../../fixtures/timelines/make-act.ts";
import { allRows } from "./all-rows.ts";
import { suggestLinksOf } from "../../apps/server/src/links/write-links.ts";
import { askFor } from "../../apps/server/src/sql/case/membership.ts";
import { bar, because, indexDown, seedCase, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "task", task: "T-2219" };

interface LinkBody {
  readonly links: readonly { readonly link: string; readonly to: string; readonly state: string; readonly identifiers: number }[];
  readonly isComplete: boolean;
  readonly searched: string;
  readonly one: { readonly says: string };
  readonly other: { readonly says: string };
  readonly identifiers: readonly {
    readonly identifier: { readonly normal: string } | null;
    readonly one: { readonly total: number; readonly acts: readonly { readonly says: string }[] };
    readonly other: { readonly total: number; readonly acts: readonly { readonly says: string }[] };
    readonly agrees: readonly { readonly says: string; readonly note?: string }[];
    readonly contradicts: readonly { readonly says: string }[];
    readonly notKnown: readonly { readonly says: string }[];
  }[];
  readonly state: string;
  readonly saw: number;
  readonly story: readonly { readonly says: string }[];
  readonly changed: string;
  readonly refused: { readonly rule: string; readonly says: string };
  readonly hits: readonly { readonly says: string; readonly report?: string; readonly case?: string; readonly first?: number }[];
  readonly log: { readonly number: number };
}

interface CasePageBody {
  readonly links: readonly { readonly link: string; readonly to: string }[];
  readonly closing: { readonly checks: readonly { readonly id: string; readonly open: readonly string[] }[] };
}

interface QueueBody {
  readonly rows: readonly { readonly report: string; readonly rank: number; readonly mark: string }[];
  readonly head: { readonly counts: { readonly all: number; readonly repeat: number } };
}

/** The body as it went over the wire, read as this file asks for it. */
function linkBodyOf(body: object): LinkBody {
  const read: LinkBody = JSON.parse(JSON.stringify(body));
  return read;
}

describeOnBoth("links between reports", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let lunt: Officer;
  let wren: Officer;
  let handler: Officer;
  const get = async (officer: Officer, path: string) => {
    const { status, body } = await desk.ask("GET", path, { cookie: officer.cookie, ...because(reason) });
    return { status, body: linkBodyOf(body) };
  };
  const post = async (officer: Officer, path: string, body: object) => {
    const reply = await officer.ask("POST", path, { ...body, reason });
    return { status: reply.status, body: linkBodyOf(reply.body) };
  };
  const entries = () => allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").execute();

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    lunt = await desk.enrol("DC 3310 Lunt", "investigator");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    await seedReport(desk, {
      report: "R-2070",
      name: "Leila Ashworth",
      acts: [
        { at: "2026-11-13 23:31", from: rSecond, text: "Bail doesn’t stop me walking" },
        { at: "2026-11-20 23:31", from: rSecond, text: "Not asking again" },
        { at: "2026-11-21 09:00", from: rFirst, text: "Nobody else has read this" },
      ],
    });
    await seedReport(desk, {
      report: "R-2088",
      name: "Joanna Pryce",
      acts: [
        { at: "2026-11-13 23:44", from: { ...rSecond, name: "Craig" }, text: "Still at work?" },
        { at: "2026-11-23 10:00", from: { kind: "phone", wrote: "07700 900555", normal: "+447700900555" }, text: "Only hers" },
      ],
    });
    await seedCase(desk, "0412", { reports: ["R-2070"], members: [bell.id, wren.id] });
    await seedCase(desk, "0506", { reports: ["R-2088"], members: [lunt.id] });
  });

  test("the same number in two cases is suggested once, to both sides, and joins nothing", async () => {
    const mine = await get(bell, "/desk/cases/0412/links");
    expect([mine.status, mine.body.links, mine.body.isComplete]).toEqual([
      200,
      [expect.objectContaining({ link: "k-1", to: "0506", state: "undecided", identifiers: 1 })],
      true,
    ]);
    const theirs = await get(lunt, "/desk/cases/0506/links");
    expect(theirs.body.links).toEqual([expect.objectContaining({ link: "k-1", to: "0412" })]);
    expect((await get(bell, "/desk/cases/0506/links")).body.refused.rule).toBe("need-to-know");
  });

  test("a side sees of the other the acts with that number, and no other act, name or number", async () => {
    const { status, body } = await get(bell, "/desk/links/k-1");
    expect(status).toBe(200);
    expect(body.identifiers[0]).toMatchObject({
      identifier: { normal: rSecond.normal },
      one: { total: 2 },
      other: { total: 1, acts: [{ says: "Still at work?" }] },
    });
    expect(body.identifiers[0]?.agrees.map(({ says }) => says)).toContain("1 day with acts within 20 minutes");
    expect(body.identifiers[0]?.notKnown.map(({ says }) => says)).toContain("Who holds it");
    for (const unseen of ["Only hers", "900555", "Joanna", "Nobody else has read this"]) expect(JSON.stringify(body)).not.toContain(unseen);
    const rows = (await entries()).filter(({ number }) => number > body.log.number - 2);
    expect(rows.map(({ op, what, person }) => [op, what, person])).toEqual([
      ["combine", "see-link", "R-2088/reporter"],
      ["combine", "see-link", "R-2070/reporter"],
    ]);
  });

  test("what a network answered of the number speaks against it on both sides, and the answer itself on neither", async () => {
    const write = async (path: string, body: object) => {
      const { saw } = (await get(bell, "/desk/cases/0412")).body;
      const { status } = await post(bell, `/desk/cases/0412/enquiries/${path}`, { saw, ...body });
      expect(status, path).toBe(200);
    };
    await write("open", { says: `Who held ${rSecond.wrote}` });
    await write("ask", { enquiry: "E-1", of: "the network" });
    const outOfUse = { from: "2026-11-14", until: "2026-11-19" };
    await write("answer", { enquiry: "E-1", ground: { says: "Held by Wendell Crook.", knowing: "record" }, outOfUse });
    for (const officer of [bell, lunt]) {
      const { body } = await get(officer, "/desk/links/k-1");
      expect(body.identifiers[0]?.contradicts.map(({ says }) => says)).toContainEqual(expect.stringContaining("Not in use between: "));
      expect(JSON.stringify(body.identifiers[0]?.notKnown)).toContain("enquiry E-1, answered ");
      expect(JSON.stringify(body)).not.toContain("Crook");
    }
  });

  test("nobody confirms alone, and whoever saved second is told", async () => {
    const { saw } = (await get(bell, "/desk/links/k-1")).body;
    const said = await post(bell, "/desk/links/k-1/decide", { answer: "confirmed", why: "The same words on the same nights.", saw });
    expect([said.status, said.body.state]).toEqual([200, "proposed"]);
    const late = await post(lunt, "/desk/links/k-1/decide", { answer: "refuted", why: "Not the same.", saw });
    expect(late.status).toBe(409);
    expect(late.body.changed).toContain("a second person must agree");
    const self = await post(bell, "/desk/links/k-1/second", { agrees: true, saw: saw + 1 });
    expect(self.body.refused.rule).toBe("second-person");
    expect((await post(handler, "/desk/links/k-1/second", { agrees: true, saw: saw + 1 })).status).toBe(403);
    const agreed = await post(wren, "/desk/links/k-1/second", { agrees: true, saw: saw + 1 });
    expect([agreed.status, agreed.body.state]).toEqual([200, "confirmed"]);
    // Nothing else is open to either side.
    expect((await get(bell, "/desk/cases/0506/links")).status).toBe(403);
    expect((await get(lunt, "/desk/links/k-1")).body.state).toBe("confirmed");
  });

  test("a pair that was refuted is suggested no more; one left open comes back on its day", async () => {
    await seedReport(desk, { report: "R-2101", name: "Ada Moss", acts: [{ at: "2026-11-24 10:00", from: rFirst }] });
    await seedCase(desk, "0510", { reports: ["R-2101"], members: [lunt.id] });
    const [, next] = (await get(bell, "/desk/cases/0412/links")).body.links;
    expect(next).toMatchObject({ link: "k-2", to: "0510", state: "undecided" });
    const noDay = await post(bell, "/desk/links/k-2/decide", { answer: "open", why: "Wait for the operator.", saw: 1 });
    expect(noDay.body.refused.rule).toBe("open-has-a-day");
    const open = await post(bell, "/desk/links/k-2/decide", { answer: "open", why: "Wait for the operator.", saw: 1, again: "2026-12-01" });
    expect([open.status, open.body.state]).toEqual([200, "open"]);
    const states = async () => (await get(bell, "/desk/cases/0412/links")).body.links.map(({ link, state }) => `${link} ${state}`);
    expect(await states()).toEqual(["k-1 confirmed", "k-2 open"]);
    desk.pass(4 * msPerDay);
    for (const officer of [bell, lunt, wren, handler]) officer.cookie = (await signIn(desk, officer.key)).cookie;
    expect(await states()).toEqual(["k-1 confirmed", "k-2 undecided"]);
    expect((await post(bell, "/desk/links/k-2/decide", { answer: "refuted", why: "Another holder.", saw: 2 })).body.state).toBe("refuted");
    expect(await states()).toEqual(["k-1 confirmed", "k-2 refuted"]);
  });

  test("with a part of the index down it says incomplete, and never that there is no link", async () => {
    await indexDown(desk, true);
    try {
      const { status, body } = await get(bell, "/desk/cases/0412/links");
      expect([status, body.isComplete]).toEqual([200, false]);
      expect(body.searched).toBe("Incomplete. Searched: 0 of 1 part of the index. What the rest holds is not known.");
      expect(body.links).toHaveLength(2);
      const found = await get(bell, "/desk/search?q=07700%20900388");
      expect([found.body.isComplete, found.body.hits]).toEqual([false, []]);
    } finally {
      await indexDown(desk, false);
    }
  });

  test("a link that is not there, one of two others’ cases, and one with a barred side are refused in the same words", async () => {
    const guest = await desk.enrol("DC 7000 Guest", "investigator");
    const refusals = [
      (await get(guest, "/desk/links/k-1")).body.refused,
      (await get(guest, "/desk/links/k-99")).body.refused,
      (await get(guest, "/desk/links/..%2f")).body.refused,
    ];
    // A case for another system says of each link that it stays here: not of one whose other side is closed.
    const stayingIn0412 = async (officer: Officer): Promise<number> => {
      const headers = { host: new URL(desk.parts.origin).host, "x-unmask-desk": "1", cookie: `unmask-desk=${officer.cookie}` };
      const payload = { recipient: "Crown Prosecution Service", format: "json", contact: false, reason };
      const reply = await desk.app.inject({ method: "POST", url: "/desk/cases/0412/export", headers, payload });
      expect(reply.statusCode).toBe(200);
      return reply.body.split("of two cases").length - 1;
    };
    const staying = await stayingIn0412(bell);
    expect(await stayingIn0412(wren)).toBe(staying);
    await bar(desk, "0506", wren.id);
    expect([await stayingIn0412(bell), (await stayingIn0412(wren)) < staying]).toEqual([staying, true]);
    // Nor does a list, a page or a preview of the side that is open to them say that there is another.
    expect((await get(wren, "/desk/cases/0412/links")).body.links.map(({ link }) => link)).toEqual(["k-2"]);
    expect(JSON.stringify((await get(wren, "/desk/cases/0412")).body)).not.toContain("k-1");
    refusals.push((await get(wren, "/desk/links/k-1")).body.refused);
    expect(new Set(refusals.map(({ rule, says }) => `${rule} ${says}`))).toEqual(
      new Set(["need-to-know You are not on this case. Nothing of it was shown to you."]),
    );
  });

  test("a row of the queue says nothing of a case that is closed to its reader, in its words, its place or its count", async () => {
    const hers = { kind: "phone", wrote: "07700 900555", normal: "+447700900555" } as const;
    await seedReport(desk, { report: "R-2111", name: "Ann Alder", acts: [{ at: "2026-11-25 10:00", from: hers, text: "I see you" }] });
    await desk.parts.database.transaction(async (tx) => {
      const now = desk.parts.now();
      await askFor(tx, "unmask", now);
      await suggestLinksOf(tx, { force: desk.parts.force, now }, "R-2111");
    });
    const rowFor = async (officer: Officer) => {
      const { body } = await officer.ask("GET", "/desk/queue");
      const { rows, head }: QueueBody = JSON.parse(JSON.stringify(body));
      return { row: rows.find(({ report }) => report === "R-2111"), repeat: head.counts.repeat, all: head.counts.all };
    };
    const before = await rowFor(handler);
    expect(before.row).toMatchObject({ group: "repeat", mark: "2 reports" });
    await bar(desk, "0506", handler.id);
    const after = await rowFor(handler);
    expect(after.row).toMatchObject({ group: "first", mark: "Unread", next: "Read" });
    expect(JSON.stringify(after.row)).not.toMatch(/link|R-2088|0506/i);
    expect(after.row?.rank).toBe(after.all);
    expect(after.repeat).toBeLessThan(before.repeat);
  });

  test("a link that was found before its report came into a case keeps that case open, and is decided from its page", async () => {
    await seedCase(desk, "0511", { reports: ["R-2111"], members: [bell.id, wren.id] });
    const page = async () => {
      const { body } = await get(bell, "/desk/cases/0511");
      const { links, closing }: CasePageBody = JSON.parse(JSON.stringify(body));
      return { links: links.map(({ link, to }) => `${link} ${to}`), open: closing.checks.find(({ id }) => id === "links")?.open };
    };
    const [listed] = (await get(bell, "/desk/cases/0511/links")).body.links;
    expect(listed).toMatchObject({ to: "0506", state: "undecided" });
    expect(await page()).toEqual({ links: [`${listed?.link} 0506`], open: ["R-2111 with 0506"] });
    const ground = { says: "R-2111", knowing: "record" };
    const closing = { saw: 1, choice: "not-proved", words: "No holder found.", rests: [ground], against: [ground] };
    expect(JSON.stringify((await post(bell, "/desk/cases/0511/closing/propose", closing)).body.refused)).toContain("R-2111 with 0506");
    // To whom 0506 is closed none of it is told: not on the page, in what is new, in the note of a shift, or by the refusal to close.
    const wrens = [
      (await get(wren, "/desk/cases/0511")).body,
      (await get(wren, "/desk/handover")).body,
      (await post(wren, "/desk/cases/0511/closing/propose", closing)).body.refused,
    ];
    expect(wrens[2]).toMatchObject({ rule: "closing" });
    for (const body of wrens) expect(JSON.stringify(body)).not.toMatch(/0506|R-2088|link-suggested/);
    const refuted = await post(bell, `/desk/links/${listed?.link}/decide`, { answer: "refuted", why: "Another holder.", saw: 1 });
    expect(refuted.status).toBe(200);
    expect((await page()).open).toEqual([]);
  });

  test("an exact search tells of a case of others that there is one, and nothing of it", async () => {
    const found = await get(lunt, `/desk/search?q=${encodeURIComponent("07700 900388")}`);
    expect(found.body.hits).toEqual([
      {
        says: "One case holds this. You are not on it: ask a supervisor to put you on it, or open it anyway when a life is at risk.",
        case: "0412",
      },
      {
        says: "Case 0506 holds this, in report R-2088.",
        report: "R-2088",
        case: "0506",
        known: "record",
        first: expect.any(Number),
        last: expect.any(Number),
      },
    ]);
    const logged = (await entries()).slice(0, 3).map(({ what, report, case_ref }) => [what, report, case_ref]);
    expect(logged).toEqual([
      ["search-exact", "R-2088", "0506"],
      ["search-exact", "R-2070", "0412"],
      ["search-exact", null, null],
    ]);
    await desk.parts.database.transaction((tx) =>
      tx.insertInto("force_setting").values({ force: desk.parts.force.id, name: "searchTells", value: "nothing" }).execute(),
    );
    const hidden = await get(lunt, `/desk/search?q=${encodeURIComponent("+44 7700 900388")}`);
    expect(hidden.body.hits.map(({ case: ref }) => ref)).toEqual(["0506"]);
  });

  test("reports that wait are counted as many as they are, to an officer who may not see one of them", async () => {
    const hers = { kind: "phone", wrote: "07700 900412", normal: "+447700900412" } as const;
    const waiting = ["R-2121", "R-2122", "R-2123"];
    for (const report of waiting)
      await seedReport(desk, { report, name: "Ann Alder", acts: [{ at: "2026-11-25 10:00", from: hers, text: "I see you" }] });
    const typed = `/desk/search?q=${encodeURIComponent("07700 900412")}`;
    expect((await get(lunt, typed)).body.hits).toEqual([{ says: "Three reports that wait hold this." }]);
    expect((await get(handler, typed)).body.hits.map(({ report }) => report)).toEqual(waiting);
  });

  test("a part of a number finds nothing, nor does a number of nobody; both are answered alike, and a reference of others’ as well", async () => {
    const bodies = await Promise.all(
      ["900388", "07700 900999", "R-2070", "R-9999", "0412", "9999", "%"].map(async (typed) => {
        const { log: _, ...body } = (await get(lunt, `/desk/search?q=${encodeURIComponent(typed)}`)).body;
        return JSON.stringify(body);
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    expect((await get(bell, "/desk/search?q=")).status).toBe(400);
    expect((await get(bell, "/desk/search?q=R-2070")).body.hits).toEqual([
      { says: "Case 0412 holds this, in report R-2070.", report: "R-2070", case: "0412" },
    ]);
  });
});
