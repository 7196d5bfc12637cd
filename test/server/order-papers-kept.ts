/** Papers of an order: who makes the draft for a court, that what was made is what is kept, and that nothing is kept which came to nothing. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { allRows } from "./all-rows.ts";
import { seedEvent, seedReport } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import type { OrderStage } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testOrderPapers(at: OrderStage): void {
  test("the draft for a court is made by who is on its case, in both forms, and the file that was made is the one that is kept", async () => {
    const { order, bell, parry, marsh, look, bytesOf, file, body } = at;
    const path = `/desk/orders/${order}/bundle`;
    // Where a report is reached that was in the case once stands on no page either.
    const left = { report: "R-5990", name: "Nora Neighbour" };
    await seedReport(at.stage(), left);
    const contact = { channel: "call", address: "22 Otter Row, Sallow NS3 9QQ" } as const;
    await seedEvent(at.stage(), { of: "report", id: left.report }, "desk", {
      kind: "answer-received",
      body: { letter: "ce".repeat(16), danger: "no", packs: 0, account: "x", contact },
    });
    await seedEvent(at.stage(), { of: "case", id: "0418" }, bell.id, { kind: "report-added", body: { report: left.report } });
    await seedEvent(at.stage(), { of: "case", id: "0418" }, bell.id, {
      kind: "report-removed",
      body: { report: left.report, reason: "another man" },
    });
    const before = await look(bell, path);
    expect(before).toMatchObject({
      made: [],
      whyNot: null,
      draft: {
        version: 1,
        counts: { criteria: 3, conditions: 1, others: 0 },
        close: ["Report R-2180 names another person than the defendant: its acts stand as “its report names another”."],
      },
    });
    // The coordinator reads the order, and not its case: the chronology is the case's.
    expect(await look(parry, path)).toMatchObject({ status: 200, draft: null, whyNot: expect.stringContaining("case 0418") });
    const make = (who: Officer, more: object = {}) => who.ask("POST", path, { saw: at.saw, forms: ["pdf", "docx"], ...more });
    expect(body(await make(parry)).refused.rule).toBe("draft-of-case");
    expect([(await make(bell, { forms: [] })).status, (await make(bell, { forms: ["exe"] })).status]).toEqual([400, 400]);
    expect((await make(marsh)).status).toBe(403);
    const reply = await make(bell);
    expect([reply.status, body(reply).refused?.says]).toEqual([200, undefined]);
    at.saw = body(reply).saw;
    const { made } = await look(bell, path);
    expect(made.map(({ form, by }) => [form, by])).toEqual([
      ["docx", bell.name],
      ["pdf", bell.name],
    ]);
    const event = (await look(bell, `/desk/orders/${order}`)).events.at(-1);
    expect(event).toMatchObject({ kind: "bundle-made", by: bell.id, body: { template: "as shipped" } });
    for (const { nth, form, sha256 } of made) {
      expect(event?.body[form]).toBe(sha256);
      const taken = await file(bell, `${path}/${nth}/file`);
      expect(taken).toEqual({ status: 200, isFile: true, sha256, begins: form === "pdf" ? "%PDF-" : "PK\u0003\u0004\u0014".slice(0, 5) });
      expect((await file(parry, `${path}/${nth}/file`)).status).toBe(403);
    }
    const pdf = made.find(({ form }) => form === "pdf") ?? expect.fail("no PDF was made");
    const words = execFileSync("pdftotext", ["-", "-"], { input: (await bytesOf(bell, `${path}/${pdf.nth}/file`)).rawPayload }).toString();
    expect(words).toContain("stood before");
    expect(words).not.toMatch(/Otter/);
    expect((await file(bell, `${path}/99/file`)).status).toBe(404);
    // Somebody else saved first: nothing is written, and no file stays behind.
    const kept = await allRows(at.stage().parts.database).selectFrom("order_paper").select("kept").execute();
    expect((await make(bell, { saw: at.saw + 7, forms: ["pdf"] })).status).toBe(409);
    expect(await allRows(at.stage().parts.database).selectFrom("order_paper").select("kept").execute()).toEqual(kept);
  });

  test("the papers for a court are made once where the key is pressed twice, and the second press is answered with them", async () => {
    const { order, bell, look, body } = at;
    const path = `/desk/orders/${order}/bundle`;
    const made = async () => ({
      files: (await look(bell, path)).made.length,
      events: (await look(bell, `/desk/orders/${order}`)).events.filter(({ kind }) => kind === "bundle-made").length,
    });
    const before = await made();
    const press = () => bell.ask("POST", path, { saw: at.saw, forms: ["docx"] });
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = both.map(body);
    expect([second?.saw, second?.made]).toEqual([first?.saw, first?.made]);
    expect(first?.made).toHaveLength(1);
    expect(await made()).toEqual({ files: before.files + 1, events: before.events + 1 });
    expect(await at.stage().parts.keptPapers.begun()).toEqual([]);
    at.saw = first?.saw ?? expect.fail("nothing was made");
  });

  test("a paper whose transaction comes to nothing leaves no file, and one whose answer alone was lost stays", async () => {
    const { order, bell } = at;
    const { parts } = at.stage();
    const { keptPapers, log } = parts;
    const names = async () => (await allRows(parts.database).selectFrom("order_paper").select("kept").execute()).map(({ kept }) => kept);
    const route = deskRoutes.find(({ path }) => path === "/desk/orders/:order/copies") ?? expect.fail("no such route");
    const making = deskRoutes.find(({ path, method }) => path === "/desk/orders/:order/bundle" && method === "POST") ?? expect.fail("none");
    const scan = { name: "a copy", file: Buffer.from("%PDF-1.7 of a moment").toString("base64") };
    const asked = { params: { order }, query: {}, secret: bell.cookie, reason: "" };
    const before = await names();
    const kept: string[] = [];
    const noted = {
      ...keptPapers,
      keep: async (bytes: Uint8Array) => {
        const one = await keptPapers.keep(bytes);
        if (one.ok) kept.push(one.value);
        return one;
      },
    };
    /** What was written when so many files were kept does not stand. */
    const abortedAt = (many: number): typeof log => ({
      ...log,
      write: (work) =>
        log.write(async (tx) => {
          const done = await work(tx);
          if (kept.length === many) throw new Error("the commit failed");
          return done;
        }),
    });
    await expect(route.handle({ ...asked, body: scan }, { ...parts, log: abortedAt(1), keptPapers: noted })).rejects.toThrow(
      "the commit failed",
    );
    const draft = { saw: at.saw, forms: ["docx"] };
    await expect(making.handle({ ...asked, body: draft }, { ...parts, log: abortedAt(2), keptPapers: noted })).rejects.toThrow(
      "commit failed",
    );
    expect(kept.length).toBe(2);
    expect(await names()).toEqual(before);
    for (const name of kept) expect((await keptPapers.read(name)).ok).toBe(false);
    // It stands, and nobody heard that it does.
    const unheard: typeof log = {
      ...log,
      write: async (work) => {
        const { length } = await names();
        const written = await log.write(work);
        if ((await names()).length === length) return written;
        throw new Error("the answer was lost");
      },
    };
    await expect(route.handle({ ...asked, body: scan }, { ...parts, log: unheard })).rejects.toThrow("the answer was lost");
    const [stays = ""] = (await names()).filter((name) => !before.includes(name));
    expect((await keptPapers.read(stays)).ok).toBe(true);
    expect(await keptPapers.begun()).toEqual([]);
  });
}
