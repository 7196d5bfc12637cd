/** What an officer sends twice on what they saw once is written once, at both: a key pressed twice, or a request sent again after a lost answer. */
import { beforeAll, expect, test } from "vitest";
import { allRows } from "./all-rows.ts";
import { seedCase, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "court", words: "" };
const ref = "0498";
const report = "R-2298";
const held = { jurisdiction: "EW", theirs: "WM-26-402", force: "Westmere Police", court: "Westmere Magistrates’ Court" };
const contact = {
  ...{ condition: 1, type: "prohibition", kind: "prohibition/contact", says: "Not to contact her by any means.", channels: ["any"] },
  ...{ evidence: [], interimToo: false },
};
const typed = {
  ...held,
  subject: { name: "Tom Ferris" },
  order: "full",
  made: "2026-10-26",
  conditions: [contact],
  protects: ["Ida Lund"],
};

describeOnBoth("what is sent twice on what was seen once", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let wren: Officer;
  let draft = "";
  let made = "";
  const events = async () => {
    const all = allRows(desk.parts.database);
    const ofCase = await all.selectFrom("case_event").select(["stream", "number", "kind"]).execute();
    const ofOrder = await all.selectFrom("order_event").select(["order_id as stream", "number", "kind"]).execute();
    return [...ofCase, ...ofOrder];
  };
  const lastOf = async (stream: string) => Math.max(0, ...(await events()).flatMap((one) => (one.stream === stream ? [one.number] : [])));
  const numbers = async () => allRows(desk.parts.database).selectFrom("next_number").selectAll().orderBy("kind").execute();
  const withoutLog = (body: object): object => Object.fromEntries(Object.entries(body).filter(([key]) => key !== "log"));

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    await seedReport(desk, { report, name: "Ida Lund" });
    await seedCase(desk, ref, { reports: [report], members: [bell.id, wren.id] });
    const begun = await bell.ask("POST", `/desk/cases/${ref}/orders`, {
      ...{ jurisdiction: "EW", subject: { name: "Gary Slade" }, route: "s1-application", says: "Fourteen acts in seven months." },
    });
    draft = String(Reflect.get(begun.body, "order"));
    const other = await bell.ask("POST", `/desk/cases/${ref}/orders/typed`, { ...typed, period: { until: "2028-10-25" } });
    expect([other.status, other.body.refused]).toEqual([200, undefined]);
    made = String(Reflect.get(other.body, "order"));
    expect([draft, made]).toEqual([expect.stringMatching(/^SPO-/), expect.stringMatching(/^SPO-/)]);
  });

  const person = { role: "witness", knowing: "account", name: "Ines Marlow" };
  const asked = { who: "Ida Lund", is: [`${report}/reporter`], says: "All of it.", received: "2026-11-23" };
  const carries = [{ says: "He wrote on fourteen days.", knowing: "record", day: "2026-10-08" }];
  const came = {
    day: "2026-11-24",
    at: "02:10",
    station: "Tarn Road",
    area: "local",
    inPerson: true,
    names: ["Tom Ferris"],
    allNames: "yes",
  };

  const sent: readonly (readonly [what: string, path: () => string, body: object])[] = [
    ["a fact", () => `cases/${ref}/facts`, { says: "He was arrested.", source: "custody record" }],
    ["a task, whose number is given here", () => `cases/${ref}/tasks/make`, { says: "Visit the shop", due: "2026-12-05" }],
    ["a line of enquiry", () => `cases/${ref}/enquiries/open`, { says: "Mail log-ins" }],
    ["somebody of the case", () => `cases/${ref}/people/add`, person],
    ["a call that nobody answered", () => `cases/${ref}/contacts`, { channel: "call", outcome: "no-answer" }],
    ["a danger", () => `cases/${ref}/danger/raise`, { says: "He is outside.", knowing: "account" }],
    ["what a person asks about themselves", () => `cases/${ref}/rights/ask`, asked],
    ["a call of a report", () => `reports/${report}/contacts`, { channel: "call", outcome: "no-answer" }],
    ["a task of a report", () => `reports/${report}/tasks`, { says: "Ring the shop" }],
    ["a criterion", () => `orders/${draft}/criterion-written`, { criterion: "a", carries, against: "She is sure of six." }],
    [
      "a way in which they live in the area",
      () => `orders/${draft}/link-written`,
      { link: "lives", ground: { says: "Letter", knowing: "record" } },
    ],
    ["a visit to a station", () => `orders/${made}/attended`, { ...came, address: "41 Tanyard Close", identity: "not-asked" }],
  ];
  test.each(sent)("%s is written once and both are answered the same, at once and after a lost answer", async (_, path, body) => {
    const stream = path().split("/")[1] ?? "";
    const saw = await lastOf(stream);
    const press = (officer: Officer, more: object = {}) => officer.ask("POST", `/desk/${path()}`, { saw, ...body, ...more, reason });
    const ofStream = async () => (await events()).filter((one) => one.stream === stream);
    const before = (await ofStream()).length;
    const both = await Promise.all([press(bell), press(bell)]);
    expect(both.map(({ status, body: said }) => [status, said.refused])).toEqual(Array(2).fill([200, undefined]));
    expect((await ofStream()).length).toBe(before + 1);
    const [after, counted] = [await events(), await numbers()];
    desk.pass(1_000);
    const late = await press(bell);
    expect(late.status).toBe(200);
    for (const { body: said } of both) expect(withoutLog(late.body)).toMatchObject(withoutLog(said));
    expect([await events(), await numbers()]).toEqual([after, counted]);
    // It was asked, nothing was altered: the log says so.
    const [entry] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect([entry?.actor, entry?.op]).toEqual([bell.id, "consult"]);
  });

  test("an order that is begun or typed in twice is one order, and another is told under which number it stands", async () => {
    const begins = { jurisdiction: "EW", subject: { name: "Ned Marlow" }, route: "s1-application" };
    const copy = { ...typed, subject: { name: "Noel Vane" }, theirs: "SWM-26-403", period: { until: "2028-10-25" } };
    const orders = async () => new Set((await events()).flatMap(({ stream }) => (stream.startsWith("SPO-") ? [stream] : []))).size;
    for (const [path, body] of [
      [`cases/${ref}/orders`, begins],
      [`cases/${ref}/orders/typed`, copy],
    ] as const) {
      const before = await orders();
      const press = async () => (await bell.ask("POST", `/desk/${path}`, body)).body as { readonly order?: string };
      const [first, second] = await Promise.all([press(), press()]);
      desk.pass(1_000);
      const late = await press();
      expect(first?.order).toMatch(/^SPO-/);
      expect([second?.order, late.order]).toEqual([first?.order, first?.order]);
      expect(await orders()).toBe(before + 1);
      if (path.endsWith("typed")) {
        const spelt = { ...copy, theirs: "swm 26/403", force: "Westmere Constabulary", subject: { name: "N. Vane" } };
        for (const sent of [copy, spelt]) {
          const { refused } = (await wren.ask("POST", "/desk/orders", sent)).body as { readonly refused?: object };
          expect(refused).toMatchObject({ rule: "typed-already", says: expect.stringContaining(first?.order ?? "none") });
        }
        // Of one in a case that they are not on, an investigator is told nothing.
        const other = await desk.enrol("DC 3301 Ben Okoro", "investigator");
        await seedReport(desk, { report: "R-2296", name: "Ida Lund" });
        await seedCase(desk, "0499", { reports: ["R-2296"], members: [other.id] });
        const theirs = (await other.ask("POST", "/desk/cases/0499/orders/typed", copy)).body;
        expect([theirs.refused, Reflect.get(theirs, "order") === first?.order]).toEqual([undefined, false]);
      }
    }
    // After something was written of it, it is begun anew.
    const order = String(Reflect.get((await bell.ask("POST", `/desk/cases/${ref}/orders`, begins)).body, "order"));
    const says = { saw: 1, link: "lives", ground: { says: "Letter", knowing: "record" } };
    expect((await bell.ask("POST", `/desk/orders/${order}/link-written`, says)).status).toBe(200);
    expect(Reflect.get((await bell.ask("POST", `/desk/cases/${ref}/orders`, begins)).body, "order")).not.toBe(order);
  });

  test("something else may follow on the same number, and the same on what was seen since", async () => {
    const saw = await lastOf(ref);
    const says = (words: string, seen = saw) =>
      bell.ask("POST", `/desk/cases/${ref}/facts`, { saw: seen, says: words, source: "log 0061", reason });
    for (const words of ["He rang at nine.", "He rang at ten.", "He rang at ten."]) expect((await says(words)).status).toBe(200);
    expect(await lastOf(ref)).toBe(saw + 2);
    expect((await says("He rang at ten.", await lastOf(ref))).status).toBe(200);
    expect(await lastOf(ref)).toBe(saw + 3);
  });

  test("an answer that is changed and changed back is written each time, on whatever was seen", async () => {
    const saw = await lastOf(report);
    const answers = (answer: string) =>
      bell.ask("POST", `/desk/reports/${report}/risk`, { saw, prompts: [{ prompt: "threat", answer }], reason });
    for (const one of ["yes", "no", "yes"]) expect((await answers(one)).status).toBe(200);
    expect(await lastOf(report)).toBe(saw + 3);
  });

  test("two officers who write the same each have it written, or are told of the other", async () => {
    const saw = await lastOf(ref);
    const call = (officer: Officer) =>
      officer.ask("POST", `/desk/cases/${ref}/contacts`, { saw, channel: "call", outcome: "no-answer", says: "Rang out.", reason });
    expect((await Promise.all([call(bell), call(wren)])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await lastOf(ref)).toBe(saw + 2);
    const fact = (officer: Officer) =>
      officer.ask("POST", `/desk/cases/${ref}/facts`, { saw: saw + 2, says: "He was bailed.", source: "custody record", reason });
    expect((await Promise.all([fact(bell), fact(wren)])).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await lastOf(ref)).toBe(saw + 3);
  });

  test("what another wrote in between is told before the same is written again, and a danger that they ended stands anew", async () => {
    const saw = await lastOf(ref);
    const press = (path: string, body: object) => bell.ask("POST", `/desk/cases/${ref}/${path}`, { saw, ...body, reason });
    const account = { says: "He said so.", source: "Ida Lund" };
    expect((await press("accounts", account)).status).toBe(200);
    const beside = { saw: saw + 1, says: "She was at work.", source: "rota", reason };
    expect((await wren.ask("POST", `/desk/cases/${ref}/facts`, beside)).status).toBe(200);
    const again = await press("accounts", account);
    expect([again.status, again.body.changed]).toEqual([409, expect.stringContaining("Cath Wren")]);
    expect(await lastOf(ref)).toBe(saw + 2);

    const danger = { says: "He is at her door.", knowing: "account" };
    expect((await press("danger/raise", danger)).status).toBe(200);
    const met = { saw: saw + 3, channel: "call", outcome: "reached", says: "She is with her sister.", reason };
    expect((await wren.ask("POST", `/desk/cases/${ref}/contacts`, met)).status).toBe(200);
    const over = { saw: saw + 4, words: "Spoken to; he was arrested.", reason };
    expect((await wren.ask("POST", `/desk/cases/${ref}/danger/end`, over)).status).toBe(200);
    expect((await press("danger/raise", danger)).status).toBe(200);
    expect(await lastOf(ref)).toBe(saw + 6);
  });

  test("a handover of two that was given of one before is one of both", async () => {
    await seedReport(desk, { report: "R-2299", name: "Odile Crane" });
    await seedReport(desk, { report: "R-2300", name: "Fenna Cole" });
    const imran = await desk.enrol("CSO 4410 Imran Qadir", "contact-handler");
    const marsh = await desk.enrol("CSO 4411 Odette Marsh", "contact-handler");
    const both = ["R-2299", "R-2300"];
    for (const one of both) expect((await imran.ask("POST", `/desk/reports/${one}/take`)).status).toBe(200);
    const saws = await Promise.all(both.map(lastOf));
    const give = (going: readonly string[]) =>
      imran.ask("POST", "/desk/handover", {
        to: marsh.id,
        notes: going.map((reference) => ({ reference, saw: saws[both.indexOf(reference)], lines: [] })),
        reason,
      });
    expect((await give(["R-2299"])).status).toBe(200);
    expect((await give(["R-2299"])).status).toBe(200);
    expect(await lastOf("R-2299")).toBe((saws[0] ?? 0) + 1);
    expect((await give(both)).status).toBe(200);
    expect(await lastOf("R-2300")).toBe((saws[1] ?? 0) + 1);
    const after = await events();
    expect((await give(both)).status).toBe(200);
    expect(await events()).toEqual(after);
  });
});
