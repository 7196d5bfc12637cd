/** An application as it is begun and written at the desk: who may, who reads it, and what is missing. */
import { expect, test } from "vitest";
import { allRows } from "./all-rows.ts";
import { bar, because, seedCase, seedReport } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import { type OrderStage, condition, ground, reason, toldInPerson } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testOrderBegun(at: OrderStage): void {
  test("an application begins in its case alone, and is answered there as considered", async () => {
    await at.comeIn();
    const { bell, parry, marsh, analyst, barred, look, body } = at;
    await seedReport(at.stage(), { report: "R-2180", name: "Nadia Khan" });
    await seedCase(at.stage(), "0418", { reports: ["R-2180"], members: [bell.id] });
    await bar(at.stage(), "0418", barred.id);
    const beginning = {
      jurisdiction: "EW",
      subject: { name: "Gary Slade", born: { says: "Licence", knowing: "record", day: "1991-03-02" } },
      route: "s1-application",
      says: "Fourteen acts in seven months.",
    };
    const begin = (who: Officer, more: object = {}) => who.ask("POST", "/desk/cases/0418/orders", { ...beginning, ...more });
    // The coordinator is not on the case: an order of it is theirs to read once it is there, the case is not.
    for (const who of [parry, marsh, analyst]) expect([(await begin(who)).status, who.name]).toEqual([403, who.name]);
    const scotland = body(await begin(bell, { jurisdiction: "SCO" }));
    expect(scotland.refused).toMatchObject({ rule: "no-such-order", says: expect.stringContaining("arassment") });
    // What the law of Scotland has instead is shown where ends are looked for, to whoever keeps the register; the case stays closed to them.
    for (const who of [bell, parry]) {
      const { rows } = await look(who, "/desk/look-ahead");
      expect([who.name, rows.map(({ group }) => group)]).toEqual([who.name, ["no-order"]]);
      expect(JSON.stringify(rows)).toContain("Gary Slade");
      expect(JSON.stringify(rows)).toContain("non-harassment orders");
      expect((await look(who, "/desk/register")).notBegun).toMatchObject([
        { subject: "Gary Slade", jurisdiction: "Scotland", case: "0418" },
      ]);
    }
    expect((await look(barred, "/desk/look-ahead")).rows).toEqual([]);
    at.order = body(await begin(bell)).order;
    expect(at.order).toMatch(/^SPO-26-\d{3}$/);
    at.saw = 1;
    const kinds = await allRows(at.stage().parts.database).selectFrom("case_event").select("kind").where("stream", "=", "0418").execute();
    expect(kinds.map(({ kind }) => kind)).toContain("order-considered");
  });

  test("until a court has made an order the counter is told of its number what it is told of one that nobody has, whatever it asks", async () => {
    const { order, marsh, parry, look } = at;
    const file = Buffer.from("%PDF-1.7 signed").toString("base64");
    const [sha256, upload] = ["ab".repeat(32), "0".repeat(32)];
    const told = { ...toldInPerson, day: at.today(), station: "Tarn Road" };
    const asks: readonly (readonly ["GET" | "POST", string, object])[] = [
      ["GET", "attendance", {}],
      ["POST", "attended", { saw: 1, ...told, address: "41 Tanyard Close", identity: "not-asked" }],
      ["POST", "attended", { saw: 1 }],
      ["POST", "acknowledged", { saw: 1, attendance: 1, form: "as shipped", sha256, signed: true, given: true }],
      ["POST", "acknowledgement", { attendance: 1 }],
      ["GET", "acknowledgement/1/file", {}],
      ["POST", "acknowledgement/signed", { attendance: 1, file }],
      ["POST", "acknowledgement/signed/cancelled", { upload, sha256 }],
    ];
    for (const who of [marsh, parry])
      for (const [method, path, sent] of asks) {
        const ask = async (of: string) => {
          const { status, body: answer } = await who.ask(method, `/desk/orders/${of}/${path}`, method === "GET" ? undefined : sent);
          return JSON.stringify({ status, ...answer, log: undefined });
        };
        const answer = await ask(order);
        expect([who.name, path, answer]).toEqual([who.name, path, await ask("SPO-26-998")]);
        expect([path, JSON.parse(answer)]).toMatchObject([path, { status: 403, refused: { rule: "need-to-know" } }]);
      }
    expect((await look(marsh, "/desk/attendance?name=slade")).found).toEqual([]);
  });

  test("who keeps the register reads it without its case; nobody else does, and to whom the case is closed it is not there", async () => {
    const { order, bell, parry, marsh, analyst, barred, look } = at;
    expect((await look(bell, `/desk/orders/${order}`)).events.map(({ kind }) => kind)).toEqual(["application-begun"]);
    const page = await look(parry, `/desk/orders/${order}`);
    expect(page).toMatchObject({ status: 200, case: { ref: "0418", isMember: false }, names: { [bell.id]: bell.name } });
    expect((await at.stage().ask("GET", "/desk/cases/0418", { cookie: parry.cookie, ...because(reason) })).status).toBe(403);
    for (const who of [marsh, analyst, barred])
      expect([who.name, (await look(who, `/desk/orders/${order}`)).status]).toEqual([who.name, 403]);
    const lists = async (who: Officer) => JSON.stringify(await look(who, "/desk/orders"));
    expect([await lists(parry), await lists(bell)].every((one) => one.includes(order))).toBe(true);
    expect(await lists(barred)).not.toContain("Slade");
    const shown = await allRows(at.stage().parts.database)
      .selectFrom("access_log")
      .select(["person", "what", "entry"])
      .where("actor", "=", parry.id)
      .where("what", "=", "read-order")
      .execute();
    expect(shown.map(({ person }) => person)).toEqual([`${order}/subject`]);
    expect(JSON.parse(shown[0]?.entry ?? "{}")).toMatchObject({ item: order, case: "0418" });
  });

  test("s1(1), s2: what is missing is refused with its section, kept beside the order, and nothing is written", async () => {
    const { order, bell, parry, look, write, must, today } = at;
    // Of a report that is not in the case, the mailbox would be that of somebody else.
    const elsewhere = { name: "Nadia Khan", victim: true, report: "R-9999" };
    expect((await write(bell, "protected-named", elsewhere)).refused.rule).toBe("not-of-case");
    await must(bell, "protected-named", { name: "Nadia Khan", victim: true, report: "R-2180" });
    const { condition: number } = await must(bell, "condition-written", { ...condition, necessity: undefined });
    expect(number).toBe(1);
    expect((await must(bell, "condition-written", { ...condition, kind: undefined, says: "Not to go to Tanyard Close." })).condition).toBe(
      2,
    );
    await must(bell, "condition-removed", { condition: 2, words: "Wider than the acts." });
    const refused = await write(bell, "sent-to-second", {});
    expect([refused.status, refused.refused.section]).toEqual([403, "s1(3)"]);
    for (const criterion of ["a", "b", "c"])
      await must(bell, "criterion-written", {
        criterion,
        carries: [{ says: "He wrote on fourteen days, and stood before 22 Otter Row.", knowing: "record", day: "2026-10-08" }],
        against: "She is sure of six.",
      });
    await must(bell, "link-written", { link: "lives", ground });
    for (const prompt of ["religion", "work", "education"]) await must(bell, "prompt-answered", { prompt, answer: "no", ground });
    await must(bell, "period-proposed", { made: today(), period: { until: "2029-11-30" } });
    await must(bell, "interim-wanted", { wanted: true, until: "2027-01-31", words: "He wrote again after the warning." });
    const bare = await write(bell, "sent-to-second", {});
    expect(bare.refused).toMatchObject({ rule: "necessary", section: "s2(2)", says: expect.stringContaining("Condition 1") });
    await must(bell, "condition-written", { ...condition, condition: 1 });
    await must(bell, "sent-to-second", {});
    const { refusals } = await look(parry, `/desk/orders/${order}`);
    expect(refusals.map(({ by, kind, rule }) => [by, kind, rule])).toEqual([
      [bell.id, "sent-to-second", "necessary"],
      [bell.id, "protected-named", "not-of-case"],
      [bell.id, "sent-to-second", "territorial-link"],
    ]);
  });
}
