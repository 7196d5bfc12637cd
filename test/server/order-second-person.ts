/** What a second person does of an order: authorises, reads a result against its copy, confirms a service. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { msPerDay } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { allRows } from "./all-rows.ts";
import type { Officer } from "./desk-stage.ts";
import { type OrderStage, condition } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testSecondPersonOfOrder(at: OrderStage): void {
  test("nobody authorises what they wrote, what they have not read, or out of another role", async () => {
    const { bell, parry, okell, write, must, today } = at;
    const yes = { words: "Warned, and wrote again.", delegation: "2026/4" };
    expect((await write(bell, "authorised", yes)).refused.rule).toBe("role");
    expect((await write(parry, "authorised", yes)).refused.rule).toBe("role");
    expect((await write(okell, "authorised", yes)).refused.rule).toBe("criterion-unread");
    for (const criterion of ["a", "b", "c"]) await must(okell, "criterion-read", { criterion });
    // Two who saw the same: the second is told what came.
    at.saw -= 1;
    const second = await write(parry, "taken-back", {});
    expect([second.status, second.changed]).toEqual([409, expect.stringContaining("Supt Marian Okell read a criterion")]);
    at.saw += 1;
    await must(okell, "authorised", yes);
    await must(bell, "lodged", { day: today(), court: "Northshire Magistrates’ Court", courtType: "magistrates" });
  });

  test("s9(1): a first notice runs from a service that another person confirmed, and is overdue past its last day though no tick came", async () => {
    const { order, bell, parry, marsh, barred, look, write, must, file, passDays, hashOfDraft, group, today, body } = at;
    const scan = Buffer.from("%PDF-1.7 a copy that was scanned");
    const taken = await bell.ask("POST", `/desk/orders/${order}/copies`, {
      name: "Certified copy, interim",
      file: scan.toString("base64"),
    });
    const { exhibit, sha256, paper } = body(taken);
    expect(sha256).toBe(createHash("sha256").update(scan).digest("hex"));
    expect(await file(parry, `/desk/orders/${order}/copies/${paper}/file`)).toMatchObject({ status: 200, isFile: true, sha256 });
    for (const file of [Buffer.from("MZ, a program").toString("base64"), "no base64", ""]) {
      const refused = await bell.ask("POST", `/desk/orders/${order}/copies`, { name: "a copy", file });
      expect([refused.status, body(refused).refused?.rule]).toEqual([403, "no-copy"]);
    }
    expect((await marsh.ask("POST", `/desk/orders/${order}/copies`, { name: "a copy", file: scan.toString("base64") })).status).toBe(403);
    const copy = { exhibit, sha256, certified: true, pages: 7 };
    expect((await look(parry, `/desk/orders/${order}`)).copies.slice(-1)).toMatchObject([
      { exhibit, sha256, about: "Certified copy, interim", by: bell.name },
    ]);
    const made = { order: "interim", day: today(), copy, court: "Northshire Magistrates’ Court", period: { until: "2027-01-31" } };
    const asOnCopy = { result: "interim-made", ...made, conditions: [{ ...condition, condition: 1 }] };
    // A hash of nothing that is kept with this order, of a paper of it that is no copy, and a number under which another file or none lies: nobody could read the
    // result against it.
    for (const of of [{ sha256: "ab".repeat(32) }, { sha256: await hashOfDraft() }, { exhibit: `${order}/P99` }, { exhibit: "DP/3" }])
      expect((await write(bell, "court-result", { ...asOnCopy, copy: { ...copy, ...of } })).refused.rule).toBe("not-kept");
    await must(bell, "court-result", asOnCopy);
    expect((await write(bell, "result-confirmed", { result: at.saw, copyOfThisOrder: "yes", asTyped: "yes" })).refused.rule).toBe(
      "own-result",
    );
    await must(parry, "result-confirmed", { result: at.saw, copyOfThisOrder: "yes", asTyped: "yes" });
    expect((await group(parry, "not-served")).map((one) => one.order)).toEqual([order]);
    const attempt = { order: "interim", day: today(), at: "02:05", made: "PC 2781 Adeline Frost", place: "Tarn Road", outcome: "served" };
    const whole = { ...attempt, says: "By hand.", evidence: [{ exhibit: "AF/3", says: "video" }], knowing: "record" };
    // An officer of the desk is chosen by their id, and stands under their own name.
    const { officers } = await look(bell, `/desk/orders/${order}`);
    const maker = officers.find(({ id }) => id === marsh.id) ?? expect.fail("the page names no officers");
    expect((await write(bell, "service-attempted", { ...whole, made: maker.name })).refused.rule).toBe("choose-officer");
    expect((await write(bell, "service-attempted", { ...whole, officer: maker.id })).refused.rule).toBe("no-officer");
    await must(bell, "service-attempted", { ...whole, made: maker.name, officer: maker.id });
    expect((await look(bell, `/desk/orders/${order}`)).events.at(-1)).toMatchObject({
      body: { made: "PC 3310 Jo Marsh", officer: marsh.id },
    });
    const number = at.saw;
    const sure = { rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known" };
    const yes = { attempt: number, ...sure, servedIt: "no", says: "Watched." };
    expect((await write(bell, "service-confirmed", yes)).refused.rule).toBe("own-service");
    expect((await look(parry, "/desk/orders")).groups.flatMap(({ rows }) => rows)).toMatchObject([
      { order, waits: [{ what: "service", canI: true }] },
    ]);
    // A photograph that comes a day later, and is kept: it stands with the attempt, by the number and the hash that it has here.
    const photo = body(
      await bell.ask("POST", `/desk/orders/${order}/evidence`, {
        name: "Photograph of the signed copy",
        file: Buffer.from("%PDF-1.7 a photograph").toString("base64"),
      }),
    );
    const later = { attempt: number, exhibit: photo.exhibit, sha256: photo.sha256, says: "Photograph", knowing: "record" };
    for (const of of [
      { sha256: "ab".repeat(32) },
      { sha256: await hashOfDraft() },
      { exhibit: `${order}/P99` },
      { exhibit: `${order}/P99`, sha256: undefined },
    ])
      expect((await write(bell, "service-evidence", { ...later, ...of })).refused.rule).toBe("not-kept");
    expect((await write(bell, "service-evidence", { ...later, attempt: number - 1 })).refused.rule).toBe("no-attempt");
    expect((await write(marsh, "service-evidence", later)).status).toBe(403);
    await must(bell, "service-evidence", later);
    expect((await write(bell, "service-evidence", later)).refused.rule).toBe("evidence-there");
    expect((await look(parry, `/desk/orders/${order}`)).events.at(-1)).toMatchObject({ kind: "service-evidence", body: later });
    expect((await write(parry, "service-confirmed", { ...yes, servedIt: "yes" })).refused.rule).toBe("own-service");
    expect((await write(parry, "service-confirmed", { attempt: number, ...sure, says: "Watched." })).refused.rule).toBe("asked-who-served");
    await must(parry, "service-confirmed", yes);
    expect(await group(parry, "due")).toMatchObject([{ order, case: "0418", due: today(2), label: null, isReminded: false }]);
    expect((await look(barred, "/desk/register")).groups.every(({ many }) => many === 0)).toBe(true);
    // Whoever asks, and whatever is opened, gets its number from the desk.
    const asked = { order: "interim", what: "vary", by: "subject", day: today(), says: "He asks for the 14 bus." };
    expect((await must(parry, "change-asked", asked)).change).toMatch(/^c-\d+$/);
    const opened = { order: "interim", of: { condition: 1 }, day: today(), says: "She saw him.", couldChange: "Another man." };
    const { breach } = await must(parry, "breach-opened", opened);
    expect(breach).toMatch(/^b-\d+$/);
    // A photograph that shows it is kept as what a service left is, and the evidence names it.
    const keep = (who: Officer, written: string, more: object = {}) =>
      who.ask("POST", `/desk/orders/${order}/breach-copies`, {
        ...{ name: "Photograph of her door", file: Buffer.from(written).toString("base64") },
        ...more,
      });
    const picture = "\u00ff\u00d8\u00ff a photograph";
    const jpeg = Buffer.from(picture, "latin1").toString("base64");
    expect((await keep(marsh, picture, { file: jpeg })).status).toBe(403);
    expect((await keep(barred, picture, { file: jpeg })).status).toBe(403);
    expect(body(await keep(bell, "MZ, a program")).refused.rule).toBe("no-copy");
    expect(body(await keep(bell, "", { file: Buffer.alloc(12_000_001, "%PDF-1.7").toString("base64") })).refused.says).toContain("12 MB");
    const door = body(await keep(bell, picture, { file: jpeg, upload: "e4".repeat(16) }));
    expect(door).toMatchObject({ form: "jpeg", exhibit: expect.stringMatching(new RegExp(`^${order}/P\\d+$`)) });
    expect(await at.file(parry, `/desk/orders/${order}/copies/${door.paper}/file`)).toMatchObject({
      status: 200,
      isFile: true,
      sha256: door.sha256,
    });
    const { kept } = await allRows(at.stage().parts.database)
      .selectFrom("order_paper")
      .select("kept")
      .where("sha256", "=", door.sha256)
      .executeTakeFirstOrThrow();
    expect(await at.stage().parts.keptPapers.read(kept)).toMatchObject({ ok: true });
    const said = { upload: "e4".repeat(16), sha256: door.sha256 };
    expect(body(await bell.ask("POST", `/desk/orders/${order}/breach-copies/cancelled`, said)).exhibit).toBe(door.exhibit);
    const shows = { breach, exhibit: door.exhibit, sha256: door.sha256, says: "Her door.", doesNotShow: "When it was.", knowing: "record" };
    for (const of of [
      { sha256: "ab".repeat(32) },
      { sha256: await hashOfDraft() },
      { exhibit: `${order}/P99`, sha256: undefined },
      { exhibit: undefined },
    ])
      expect((await write(bell, "breach-evidence", { ...shows, ...of })).refused.rule).toBe("not-kept");
    await must(bell, "breach-evidence", shows);
    expect((await look(parry, `/desk/orders/${order}`)).events.at(-1)).toMatchObject({ kind: "breach-evidence", body: shows });
    // What lies elsewhere has a number of its own, and no hash here.
    await must(bell, "breach-evidence", { breach, exhibit: "NK/9", says: "A film.", doesNotShow: "A face.", knowing: "record" });
    await passDays(3);
    const [late] = await group(parry, "overdue");
    expect(late).toMatchObject({ order, label: "overdue — possible s11 offence, reasonable excuse not assessed", isReminded: true });
    expect(await group(parry, "due")).toEqual([]);
    // The clock of the machine set back: nothing that was worked out ahead stays.
    const { database, force, now } = at.stage().parts;
    const then = new Date(now() - 2 * msPerDay);
    await machineTransaction(database, (tx) => tx.updateTable("order_duty").set({ row_group: "met", state: "met" }).execute());
    await machineTransaction(database, (tx) => tx.updateTable("order_view").set({ holds_until: then.toISOString() }).execute());
    expect((await group(parry, "overdue")).map((one) => one.order)).toEqual([order]);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
  });
}
