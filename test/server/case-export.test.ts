/** A case handed out for another system, over HTTP: what is in each form, how she is reached only where it was chosen, and what the log says of it. */
import { beforeAll, expect, test } from "vitest";
import { sha256HexOf } from "@unmask/seal";
import { rFirst, rSecond, shaOf } from "../../fixtures/timelines/make-act.ts";
import { type CaseDocument, askSparql, ownShapes, prepare, toNquads } from "../tamper/check-case.ts";
import { allRows } from "./all-rows.ts";
import { because, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "court" };
const ref = "0412";

interface ExportedFile {
  readonly contact: string;
  readonly streams: readonly {
    readonly of: string;
    readonly id: string;
    readonly events: readonly { readonly kind: string; readonly body?: object }[];
  }[];
  readonly exhibits: readonly { readonly number: string; readonly sha256: string | null; readonly bytes: string | null }[];
  readonly acts: readonly { readonly act: { readonly text: string } }[];
}

describeOnBoth("a case for another system", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let handler: Officer;
  let stranger: Officer;
  let order = "";
  const scan = Buffer.from("%PDF-1.7 a photograph");
  const ask = async (officer: Officer, body: object) => {
    const reply = await desk.app.inject({
      method: "POST",
      url: `/desk/cases/${ref}/export`,
      headers: { host: new URL(origin).host, cookie: `unmask-desk=${officer.cookie}`, "x-unmask-desk": "1" },
      payload: { recipient: "Crown Prosecution Service", format: "json", contact: false, reason, ...body },
    });
    return { status: reply.statusCode, text: reply.body, headers: reply.headers };
  };
  const lastEntries = (limit: number) =>
    allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(limit).execute();

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    stranger = await desk.enrol("DC 7000 Guest", "investigator");
    const acts = [
      { at: "2026-11-20 23:14", from: rFirst, text: "I am outside 14 Mill Lane.", file: "chat.txt" },
      { at: "2026-11-21 02:31", from: rSecond, text: '=HYPERLINK("x")', file: "chat.txt" },
    ];
    await seedReport(desk, { report: "R-5100", name: "Leila Ashworth", acts });
    await seedReport(desk, { report: "R-5101", name: "Joanna Pryce", acts: [] });
    const answered = {
      letter: "cd".repeat(16),
      danger: "no",
      packs: 0,
      account: "He knows 14 Mill Lane.",
      contact: { channel: "call", address: "14 Mill Lane", codeWord: "ox" },
    } as const;
    await seedEvent(desk, { of: "report", id: "R-5100" }, "desk", { kind: "answer-received", body: answered });
    await seedCase(desk, ref, { reports: ["R-5100"], members: [bell.id, handler.id] });
    const begun = { jurisdiction: "EW", subject: { name: "Rhys Calloway" }, route: "s1-application", says: "Two acts in two days." };
    order = (JSON.parse(JSON.stringify((await bell.ask("POST", `/desk/cases/${ref}/orders`, begun)).body)) as { order: string }).order;
    const kept = { name: "Photograph, 14 Mill Lane", file: Buffer.from(scan).toString("base64") };
    expect((await bell.ask("POST", `/desk/orders/${order}/evidence`, kept)).status).toBe(200);
    await seedEvent(desk, { of: "case", id: ref }, bell.id, {
      kind: "fact-recorded",
      body: { says: "He was seen at 14 Mill Lane.", source: "log 0061" },
    });
  });

  test("is one file of all that was written and every act, and of no other case", async () => {
    const { status, text, headers } = await ask(bell, { contact: true });
    expect([status, headers["content-disposition"]]).toEqual([200, expect.stringContaining(`case-${ref}.json`)]);
    const file = JSON.parse(text) as ExportedFile;
    expect(file.contact).toBe("included");
    expect(file.streams.map(({ of, id }) => `${of} ${id}`)).toEqual([`case ${ref}`, "report R-5100", `order ${order}`]);
    expect(file.acts.map(({ act }) => act.text)).toEqual(["I am outside 14 Mill Lane.", '=HYPERLINK("x")']);
    expect(text).toContain('"codeWord":"ox"');
    expect(text).not.toContain("R-5101");
  });

  test("names every file of the case and of its orders: what it is, its hash, since when it is here, and where its bytes are had", async () => {
    const exhibits = (JSON.parse((await ask(bell, { contact: true })).text) as ExportedFile).exhibits;
    const here = expect.stringMatching(/^2026-/);
    expect(exhibits).toEqual([
      expect.objectContaining({ of: "pack", report: "R-5100", number: "LA/7", form: "txt", sha256: shaOf("chat.txt"), kept: here }),
      // Held back: nobody here has it, and nothing but its size is told.
      expect.objectContaining({ of: "pack", number: "LA/8", name: null, form: null, size: 12, bytes: null }),
      expect.objectContaining({ of: "pack", report: "R-5100", number: "LA/9", form: "jpg", size: 700, verdict: "altered" }),
      {
        ...{ of: "order", order, what: "copy", number: `${order}/P1`, name: "Photograph, 14 Mill Lane", form: "pdf", size: scan.length },
        ...{ sha256: sha256HexOf(scan), kept: here, bytes: `/desk/orders/${order}/copies/1/file` },
      },
    ]);
    // What is said of it holds: these bytes, under this address, with this hash.
    const headers = { host: new URL(origin).host, cookie: `unmask-desk=${bell.cookie}`, "x-unmask-desk": "1" };
    const url = exhibits[3]?.bytes ?? expect.fail();
    const taken = await desk.app.inject({ method: "GET", url, headers: { ...headers, ...because(reason).headers } });
    expect([taken.statusCode, sha256HexOf(taken.rawPayload)]).toEqual([200, sha256HexOf(scan)]);
    // Each is a row of the table with the same hash, and a file of CASE with the same hash.
    for (const format of ["csv", "case"]) {
      const { text } = await ask(bell, { format });
      for (const { number, sha256 } of exhibits.filter((one) => one.bytes !== null)) {
        expect([format, number, text.includes(number)]).toEqual([format, number, true]);
        expect([format, number, text.includes(sha256 ?? "no hash")]).toEqual([format, number, true]);
      }
    }
    const { text } = await ask(bell, { format: "csv" });
    expect(text.split("\r\n").filter((line) => line.startsWith("exhibit,")).length).toBe(4);
  });

  test("tells in no form how she is reached unless the officer chose it", async () => {
    for (const format of ["json", "csv", "case"]) {
      const { status, text } = await ask(bell, { format });
      expect([format, status]).toEqual([format, 200]);
      expect(text).toContain("[not shown: address, 12 signs]");
      expect(text).not.toContain("Mill Lane");
      expect(text).not.toContain('"ox"');
    }
  });

  test("tells it in no form after the report in which it was said has left the case, or the one that was read as one with it was parted", async () => {
    const said = (letter: string, address: string) =>
      ({ kind: "answer-received", body: { letter, danger: "no", packs: 0, account: "x", contact: { channel: "call", address } } }) as const;
    await seedReport(desk, { report: "R-5102", name: "Ada Third" });
    await seedReport(desk, { report: "R-5103", name: "Petra Fourth" });
    await seedEvent(desk, { of: "report", id: "R-5102" }, "desk", said("ce".repeat(16), "22 Otter Row, Sallow NS3 9QQ"));
    await seedEvent(desk, { of: "report", id: "R-5103" }, "desk", said("cf".repeat(16), "07700 900333"));
    const ofCase = { of: "case", id: ref } as const;
    await seedEvent(desk, ofCase, bell.id, { kind: "report-added", body: { report: "R-5102" } });
    await seedEvent(desk, { of: "report", id: "R-5103" }, bell.id, { kind: "report-joined", body: { into: "R-5102", why: "same" } });
    const says = "Ada lives at 22 Otter Row and is rung on +44 7700 900333.";
    await seedEvent(desk, ofCase, bell.id, { kind: "fact-recorded", body: { says, source: "log 0062" } });
    await seedEvent(desk, { of: "report", id: "R-5103" }, bell.id, { kind: "report-parted", body: { why: "another", from: "R-5102" } });
    await seedEvent(desk, ofCase, bell.id, { kind: "report-removed", body: { report: "R-5102", reason: "another man" } });
    for (const format of ["json", "csv"]) {
      const { text } = await ask(bell, { format });
      expect(text).toContain("Ada lives at [not shown: address, 12 signs] and is rung on [not shown: address, 15 signs].");
      expect(text).not.toContain("R-5103/");
    }
  });

  test("is a table whose cells no spreadsheet works out", async () => {
    const { text } = await ask(bell, { format: "csv" });
    expect(text).toContain("\"'=HYPERLINK(");
    expect(text.split("\r\n").filter((line) => line.startsWith("act,")).length).toBe(2);
  });

  test("keeps as CASE to the shapes, with each act once", async () => {
    const { text } = await ask(bell, { format: "case", contact: true });
    const nquads = await toNquads(JSON.parse(text) as CaseDocument);
    expect([...(await prepare(ownShapes)(nquads)), ...askSparql(nquads)]).toEqual([]);
    expect(text.match(/"@type":"uco-observable:(?:SMS)?Message"/g)?.length).toBe(2);
  });

  test("is a disclosure: who receives it, the form and the hash of the file stand in the log before there is a file", async () => {
    const { text } = await ask(bell, { format: "csv", recipient: "  Rowan & Co  " });
    const [ofOrder, entry] = await lastEntries(2);
    expect(ofOrder).toMatchObject({ op: "disclose", what: "export", case_ref: ref, person: `${order}/subject` });
    expect(entry).toMatchObject({ op: "disclose", what: "export", case_ref: ref, actor: bell.id });
    expect([entry?.typed, entry?.entry.includes("Rowan")]).toEqual(["Rowan & Co", false]);
    expect(entry?.entry).toContain("case as csv, without contact");
    expect(entry?.entry).toContain(sha256HexOf(new TextEncoder().encode(text)));
  });

  test("goes to nobody without a recipient or a reason, and is handed out by nobody who may not or is not on the case", async () => {
    expect((await ask(bell, { recipient: " " })).status).toBe(400);
    expect((await ask(bell, { format: "pdf" })).status).toBe(400);
    const refusals = await Promise.all([ask(bell, { reason: undefined }), ask(handler, {}), ask(stranger, {})]);
    expect(refusals.map(({ status, text }) => [status, (JSON.parse(text) as { refused: { rule: string } }).refused.rule])).toEqual([
      [403, "reason"],
      [403, "role"],
      [403, "need-to-know"],
    ]);
  });
});
