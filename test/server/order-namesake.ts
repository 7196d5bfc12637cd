/** Whom an order binds: one of the same name with another birthday is told to be looked at, and another birth that is written after the court had it is read by a second person. */
import { expect, test } from "vitest";
import { type OrderStage, westmereOrder } from "./order-stage.ts";

/** The tests; they come after what is counted of orders. */
export function testNamesake(at: OrderStage): void {
  test("s2(6): a live order of one of this name with another birthday is said on the page, apart from those of the subject, and without its text", async () => {
    await at.passDays(1);
    const { order, bell, parry, look } = at;
    const before = await look(bell, `/desk/orders/${order}`);
    expect(before.namesakes).toEqual([]);
    const subject = { name: "Gary Slade", born: { says: "Its copy", knowing: "record", day: "1991-03-20" } };
    const typed = westmereOrder({ theirs: "WM-26-031", subject, made: "2025-07-12", period: { until: null } });
    expect((await parry.ask("POST", "/desk/orders", typed)).status).toBe(200);
    const page = await look(bell, `/desk/orders/${order}`);
    expect(page.namesakes).toEqual([{ shown: "WM-26-031", force: "Westmere Police", which: "full", made: "2025-07-12" }]);
    expect(page.others).toEqual(before.others);
    // The number of that copy finds it at the counter.
    expect((await look(at.marsh, "/desk/attendance?name=wm-26-031")).found).toMatchObject([
      { name: "Gary Slade", keptBy: "Westmere Police" },
    ]);
    expect(JSON.stringify([page.namesakes, page.others])).not.toMatch(/1991-03-20/);
  });

  test("another birthday that is written after the court had it is read by a supervisor who did not write it, and by nobody else", async () => {
    const { order, bell, parry, okell, look, write, must } = at;
    at.saw = (await look(bell, `/desk/orders/${order}`)).saw;
    const born = { says: "Passport", knowing: "record", day: "1991-03-12" };
    await must(bell, "subject-changed", { subject: { name: "Gary Slade", born }, words: "His passport was seen." });
    const changed = at.saw;
    expect((await write(bell, "subject-read", { changed, agrees: true })).refused.rule).toBe("role");
    expect((await write(parry, "subject-read", { changed, agrees: true })).refused.rule).toBe("role");
    expect((await write(okell, "subject-read", { changed: changed - 1, agrees: true })).refused.rule).toBe("nothing-to-read");
    await must(okell, "subject-read", { changed, agrees: true });
    expect((await look(parry, `/desk/orders/${order}`)).events.at(-1)).toMatchObject({
      kind: "subject-read",
      body: { changed, agrees: true },
    });
  });

  test("another name that nobody has read hides nobody at the counter: who the court had is found, and marked where the order is listed, until it is read and found then", async () => {
    const { order, bell, parry, okell, marsh, look, must } = at;
    const found = async (name: string) => (await look(marsh, `/desk/attendance?name=${name}`)).found.find((one) => one["order"] === order);
    const rowIn = async (path: string) => {
      const { groups } = await look(parry, path);
      return groups.flatMap(({ rows }) => rows).find((one) => one.order === order);
    };
    const before = await rowIn("/desk/orders");
    expect(before).not.toMatchObject({ waits: [expect.objectContaining({ what: "subject" })] });
    const born = { says: "Passport", knowing: "record", day: "1991-03-12" };
    const subject = { name: "Zbigniew Kowal", born };
    await must(bell, "subject-changed", { subject, words: "He gave this name." });
    const changed = at.saw;
    const atCourt = { name: "Gary Slade", isRead: false };
    for (const name of ["slade", "kowal"]) expect([name, await found(name)]).toMatchObject([name, { name: "Zbigniew Kowal", atCourt }]);
    for (const path of ["/desk/orders", "/desk/register", "/desk/orders?words=slade", "/desk/orders?words=kowal"])
      expect([path, await rowIn(path)]).toMatchObject([path, { subject: "Zbigniew Kowal", atCourt }]);
    const waits = { what: "subject", of: String(changed) };
    expect(await rowIn("/desk/orders")).toMatchObject({
      waits: expect.arrayContaining([expect.objectContaining({ ...waits, canI: true })]),
    });
    // What waits of the order beside the name carries the mark, too: a name that nobody read stands in no row alone.
    const waiting: readonly unknown[] = (await look(okell, "/desk/second-readings")).rows;
    const ofOrder = waiting.filter((one) => JSON.stringify(one).includes(`"${order}"`));
    expect(ofOrder).toContainEqual(expect.objectContaining({ kind: "subject", name: "Zbigniew Kowal" }));
    for (const one of ofOrder) expect(one).toMatchObject({ atCourt });
    await must(okell, "subject-read", { changed, agrees: true });
    expect(await found("slade")).toMatchObject({ name: "Zbigniew Kowal", atCourt: { ...atCourt, isRead: true } });
    expect(JSON.stringify(await rowIn("/desk/orders"))).not.toContain('"what":"subject"');
    await must(bell, "subject-changed", { subject: { name: "Gary Slade", born }, words: "The name was not his." });
    await must(okell, "subject-read", { changed: at.saw, agrees: true });
  });
}
