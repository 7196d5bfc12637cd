/** An order whose case is closed to an officer, beside an application of that officer against the same name: nothing tells whether it is there. */
import { expect, test } from "vitest";
import { seedCase, seedReport } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import { type OrderStage, condition, ground, reason } from "./order-stage.ts";

/** The tests; they come last: they add an order. */
export function testClosed(at: OrderStage): void {
  test("an officer who applies against a name is told nothing of an order that is closed to them, and the draft is not authorised before it is compared", async () => {
    const { order: closed, bell, parry, okell, barred, look, must: mustOf, today, body } = at;
    const court = "Northshire Magistrates’ Court";
    const scan = { name: "Certified copy, full", file: Buffer.from("%PDF-1.7 a copy of the full order").toString("base64") };
    const { exhibit, sha256 } = body(await bell.ask("POST", `/desk/orders/${closed}/copies`, scan));
    at.saw = (await look(bell, `/desk/orders/${closed}`)).saw;
    const made = { result: "made", order: "full", day: today(), copy: { exhibit, sha256, certified: true, pages: 7 }, court };
    await mustOf(bell, "court-result", { ...made, period: { until: null }, conditions: [{ ...condition, condition: 1 }] });
    await seedReport(at.stage(), { report: "R-2198", name: "Una Frome" });
    await seedCase(at.stage(), "0447", { reports: ["R-2198"], members: [barred.id, okell.id] });
    const theirs = (await look(parry, `/desk/orders/${closed}`)).events;
    const subject = theirs.findLast(({ kind }) => kind === "subject-changed")?.body["subject"];
    const beginning = { jurisdiction: "EW", subject, route: "s1-application", says: "As told." };
    const mine = body(await barred.ask("POST", "/desk/cases/0447/orders", beginning)).order;
    const pageOf = (who: Officer) => look(who, `/desk/orders/${mine}`);
    const write = async (who: Officer, kind: string, more: object = {}) => {
      const { saw } = await pageOf(who);
      const reply = await who.ask("POST", `/desk/orders/${mine}/${kind}`, { saw, reason, ...more });
      return { status: reply.status, ...body(reply), log: undefined };
    };
    const must = async (who: Officer, kind: string, more: object = {}) =>
      expect([kind, await write(who, kind, more)]).toMatchObject([kind, { status: 200 }]);
    expect((await pageOf(okell)).others.map((one) => one.order)).toContain(closed);
    expect((await pageOf(barred)).others.map((one) => one.order)).not.toContain(closed);
    await must(barred, "protected-named", { name: "Una Frome", victim: true });
    const asks = {
      type: "requirement",
      kind: undefined,
      says: "To do as is written on the sheet.",
      persons: undefined,
      channels: undefined,
    };
    await must(barred, "condition-written", { ...condition, ...asks });
    for (const criterion of ["a", "b", "c"])
      await must(barred, "criterion-written", { criterion, carries: [{ says: "He wrote.", knowing: "record" }], against: "Nothing." });
    await must(barred, "link-written", { link: "lives", ground });
    for (const prompt of ["religion", "work", "education"]) await must(barred, "prompt-answered", { prompt, answer: "no", ground });
    await must(barred, "period-proposed", { made: today(), period: { until: "2029-12-31" } });
    const pair = { theirCondition: 1, condition: 1, how: "stands-told-to-court", words: "Read beside one another." };
    const nobodys = await write(barred, "pair-settled", { other: "SPO-26-998", ...pair });
    expect(nobodys).toMatchObject({ status: 403, refused: { rule: "no-pair" } });
    expect(await write(barred, "pair-settled", { other: closed, ...pair })).toEqual(nobodys);
    for (const one of (await pageOf(barred)).others) await must(barred, "pair-settled", { other: one.order, ...pair });
    await must(barred, "sent-to-second");
    // Before somebody settles it, there is nothing to hide; a draft of one's own holds what one may see.
    const own = body(await barred.ask("POST", `/desk/orders/${mine}/bundle`, { saw: (await pageOf(barred)).saw, forms: ["docx"] }));
    expect(own.made).toHaveLength(1);
    const yes = { words: "Read.", delegation: "2026/4" };
    for (const criterion of ["a", "b", "c"]) await must(okell, "criterion-read", { criterion });
    const refused = await write(okell, "authorised", yes);
    expect(refused.refused).toMatchObject({ rule: "compatible", says: expect.stringContaining(closed) });
    await must(okell, "draft-returned", { words: "To be settled." });
    await must(okell, "pair-settled", { other: closed, ...pair, words: "Both fit beside the sheet." });
    const theirDraft = body(await okell.ask("POST", `/desk/orders/${mine}/bundle`, { saw: (await pageOf(okell)).saw, forms: ["docx"] }));
    const drafts = async (who: Officer) => (await look(who, `/desk/orders/${mine}/bundle`)).made.map(({ exhibit }) => exhibit);
    const [ownPaper, theirPaper] = [own.made[0]?.exhibit ?? "", theirDraft.made[0]?.exhibit ?? ""];
    const taken = async (who: Officer, nth = theirDraft.made[0]?.nth) =>
      (await at.file(who, `/desk/orders/${mine}/bundle/${nth}/file`)).status;
    const exported = async (who: Officer, format: string) => {
      const headers = { host: new URL(at.stage().parts.origin).host, "x-unmask-desk": "1", cookie: `unmask-desk=${who.cookie}` };
      const payload = { recipient: "Crown Prosecution Service", format, contact: true, reason };
      return (await at.stage().app.inject({ method: "POST", url: "/desk/cases/0447/export", headers, payload })).body;
    };
    expect(await drafts(okell)).toEqual([ownPaper, theirPaper]);
    expect(await taken(okell)).toBe(200);
    const tellsOfIt = new RegExp(`${closed}|Both fit beside the sheet|${theirPaper}|${theirDraft.made[0]?.sha256}`);
    for (const format of ["json", "csv"]) expect(await exported(okell, format)).toMatch(tellsOfIt);
    for (const format of ["json", "csv"]) expect(await exported(barred, format)).not.toMatch(tellsOfIt);
    expect(await exported(barred, "case")).not.toMatch(tellsOfIt);
    expect(JSON.stringify(await pageOf(barred))).not.toMatch(tellsOfIt);
    expect(await drafts(barred)).toEqual([ownPaper]);
    expect([await taken(barred), await taken(barred, own.made[0]?.nth), await taken(barred, 99)]).toEqual([404, 200, 404]);
    expect(await exported(barred, "csv")).toContain(ownPaper);
  });
}
