/** At the counter of a station: what is seen and told there, and the paper that is given of it. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { seedEvent } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import { type OrderStage, toldInPerson } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testCounter(at: OrderStage): void {
  test("the counter sees name and duty, and no case, no condition, nobody who is protected; what is told there in person meets the duty", async () => {
    const { order, parry, marsh, barred, look, write, must, file, hashOfDraft, group, today, body } = at;
    expect((await look(marsh, "/desk/attendance?name=sl")).found).toEqual([]);
    const { found } = await look(marsh, "/desk/attendance?name=SLADE");
    expect(found).toMatchObject([
      { order, name: "Gary Slade", born: "1991-03-02", otherNames: 0, duties: [{ section: "s9(1)", stands: "overdue" }] },
    ]);
    const counter = await look(marsh, `/desk/orders/${order}/attendance`);
    for (const hidden of ["0418", "Nadia", "Not to contact", "R-2180"]) expect(JSON.stringify([found, counter])).not.toContain(hidden);
    expect((await look(barred, "/desk/attendance?name=slade")).found).toEqual([]);
    // The number on the paper in his hand finds the order too, with the I of an interim one, and for nobody from whom the case is closed.
    for (const number of [order, order.toLowerCase(), `${order}-I`, order.replaceAll("-", " – ")])
      expect((await look(marsh, `/desk/attendance?name=${encodeURIComponent(number)}`)).found).toMatchObject([
        { order, name: "Gary Slade" },
      ]);
    expect((await look(barred, `/desk/attendance?name=${order}`)).found).toEqual([]);
    const told = { ...toldInPerson, day: today(), station: "Tarn Road, by 22 Otter Row" };
    await must(marsh, "attended", { ...told, address: "41 Tanyard Close", identity: "not-asked" });
    const [event] = (await look(parry, `/desk/orders/${order}`)).events.slice(-1);
    expect(event?.body).toMatchObject({ toWhom: marsh.name });
    expect((await group(parry, "failed")).map((one) => one.stands)).toEqual(["met-late"]);
    const attendance = at.saw;
    const print = async (who: Officer, number: number) => {
      const reply = await who.ask("POST", `/desk/orders/${order}/acknowledgement`, { attendance: number });
      return { status: reply.status, ...body(reply) };
    };
    expect((await print(marsh, attendance + 40)).status).toBe(404);
    expect((await print(barred, attendance)).status).toBe(403);
    // Pressed twice, it is one paper: whoever came is given one number.
    const [sheet, twice] = await Promise.all([print(marsh, attendance), print(marsh, attendance)]);
    expect(sheet).toMatchObject({ status: 200, form: "as shipped", pages: 1 });
    // Where somebody of the case is reached is not on what he is given, though it was typed; whoever gives it is told.
    const bytes = (await at.bytesOf(marsh, `/desk/orders/${order}/acknowledgement/${sheet.paper}/file`)).rawPayload;
    const printed = execFileSync("pdftotext", ["-", "-"], { input: bytes }).toString();
    expect(printed).toContain("41 Tanyard Close");
    expect(printed).not.toMatch(/Otter/);
    expect([sheet.toLook, twice.toLook]).toEqual(Array(2).fill([expect.stringMatching(/^In \d places? of the paper words are covered/)]));
    expect(twice).toMatchObject({ status: 200, exhibit: sheet.exhibit, sha256: sheet.sha256, pages: 1 });
    expect(await print(marsh, attendance)).toMatchObject({ status: 200, exhibit: sheet.exhibit });
    expect(await at.stage().parts.keptPapers.begun()).toEqual([]);
    expect(await file(marsh, `/desk/orders/${order}/acknowledgement/${sheet.paper}/file`)).toMatchObject({
      status: 200,
      sha256: sheet.sha256,
      begins: "%PDF-",
    });
    // The counter takes out what it printed, and no other paper of the order.
    expect((await file(marsh, `/desk/orders/${order}/acknowledgement/1/file`)).status).toBe(404);
    expect(await look(marsh, `/desk/orders/${order}/attendance`)).toMatchObject({
      owed: [{ attendance, paper: { paper: sheet.paper, sha256: sheet.sha256, pages: 1 } }],
    });
    const given = { attendance, form: sheet.form, sha256: sheet.sha256, signed: false, given: true };
    for (const of of [{ sha256: "ab".repeat(32) }, { sha256: await hashOfDraft() }])
      expect((await write(marsh, "acknowledged", { ...given, ...of })).refused.rule).toBe("not-kept");
    at.stage().pass(1_000);
    await must(marsh, "acknowledged", given);
    expect(await look(marsh, `/desk/orders/${order}/attendance`)).toMatchObject({
      owed: [],
      acknowledged: [{ attendance, signed: false }],
    });
    // It was signed after all, and the counter scans it: what is kept is the scan, and its hash is written.
    const signed = (who: Officer, of: number, bytes: string) =>
      who.ask("POST", `/desk/orders/${order}/acknowledgement/signed`, { attendance: of, file: Buffer.from(bytes).toString("base64") });
    expect((await signed(marsh, attendance + 40, "%PDF-1.7 signed")).status).toBe(404);
    expect((await signed(barred, attendance, "%PDF-1.7 signed")).status).toBe(403);
    expect(body(await signed(marsh, attendance, "MZ, a program")).refused.rule).toBe("no-copy");
    const scan = body(await signed(marsh, attendance, "%PDF-1.7 signed"));
    expect((await file(marsh, `/desk/orders/${order}/acknowledgement/${scan.paper}/file`)).sha256).toBe(scan.sha256);
    await must(marsh, "acknowledged", { ...given, sha256: scan.sha256, signed: true });
    // Once something was written of the order, the paper is made anew.
    const anew = await print(marsh, attendance);
    expect(anew.exhibit).not.toBe(sheet.exhibit);
    expect((await print(marsh, attendance)).exhibit).toBe(anew.exhibit);
    // So it is where the case learns since how somebody is reached: the paper that was made could tell it.
    at.stage().pass(1_000);
    await seedEvent(at.stage(), { of: "report", id: "R-2180" }, "desk", {
      kind: "answer-received",
      body: { letter: "cf".repeat(16), danger: "no", packs: 0, account: "x", contact: { channel: "call", address: "Tarn Road, Sallow" } },
    });
    const covers = await print(marsh, attendance);
    expect(covers.exhibit).not.toBe(anew.exhibit);
    expect(await print(marsh, attendance)).toMatchObject({ exhibit: covers.exhibit, toLook: covers.toLook });
    expect(covers.toLook.length).toBeGreaterThan(0);
    expect(await file(parry, "/desk/look-ahead/sheet?days=800")).toMatchObject({ status: 200, isFile: true, begins: "%PDF-" });
    expect((await file(marsh, "/desk/look-ahead/sheet")).status).toBe(403);
  });
}
