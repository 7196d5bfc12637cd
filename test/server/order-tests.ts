/** Orders at the desk, over HTTP: who may what, what a second person does, the register past a deadline, and that a reminder is given once. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { msPerDay, readStrictly } from "@unmask/core";
import { draftAnswer, learnAnswer } from "../../apps/console/src/desk/learn.ts";
import { bringRegisterUp, keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { runOrderCommand } from "../../apps/server/src/orders/run-order-command.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { learnFactsIn } from "../../apps/server/src/learn/learn-facts-of-rows.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { everyOrderRow } from "../../apps/server/src/sql/case/order-views.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { allRows } from "./all-rows.ts";
import { bar, because, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, type Reply, signIn } from "./desk-stage.ts";

const reason = { code: "court", words: "" };

interface Duty {
  readonly order: string;
  readonly case: string | null;
  readonly stands: string;
  readonly due: string | null;
  readonly label: string | null;
  readonly isReminded: boolean;
}
interface OrderBody {
  readonly order: string;
  readonly saw: number;
  readonly condition: number;
  readonly change: string;
  readonly breach: string;
  readonly says: string;
  readonly changed: string;
  readonly events: readonly { readonly kind: string; readonly by: string; readonly body: Readonly<Record<string, unknown>> }[];
  readonly names: Readonly<Record<string, string>>;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly refusals: readonly { readonly by: string; readonly kind: string; readonly rule: string; readonly says: string }[];
  readonly others: readonly { readonly order: string; readonly orders: readonly { readonly conditions: readonly object[] }[] }[];
  readonly othersClosed: number;
  readonly waits: readonly { readonly what: string }[];
  readonly duties: readonly Duty[];
  readonly groups: readonly { readonly group: string; readonly many: number; readonly rows: readonly Duty[] }[];
  readonly notOurs: readonly { readonly order: string; readonly theirs: string }[];
  readonly reminders: { readonly beforeEnd: readonly number[] };
  readonly reminderDays: readonly number[];
  readonly notBegun: readonly { readonly subject: string; readonly jurisdiction: string; readonly case: string }[];
  readonly rows: readonly { readonly order: string; readonly group: string }[];
  readonly found: readonly Readonly<Record<string, unknown>>[];
  readonly draft: {
    readonly covered: number;
    readonly withheld: number;
    readonly close: readonly string[];
    readonly counts: object;
  } | null;
  readonly whyNot: string | null;
  readonly made: readonly {
    readonly nth: number;
    readonly form: string;
    readonly exhibit: string;
    readonly sha256: string;
    readonly by: string;
  }[];
  readonly copies: readonly object[];
  readonly owed: readonly object[];
  readonly acknowledged: readonly object[];
  readonly paper: number;
  readonly exhibit: string;
  readonly sha256: string;
  readonly form: string;
  readonly pages: number;
  readonly refused: { readonly rule: string; readonly section?: string; readonly says: string; readonly allows: string };
}

const condition = {
  type: "prohibition",
  kind: "prohibition/contact",
  says: "Not to contact Nadia Khan by any means.",
  persons: ["protected-1"],
  channels: ["any"],
  necessity: "He wrote on each of fourteen days.",
  evidence: ["LA/7"],
  interimToo: true,
};
const ground = { says: "Landlord’s letter", knowing: "record" };

/** The tests; they begin when the desk is open, and leave its clock later than they found it. */
export function testOrders(stage: () => DeskStage): void {
  let order = "";
  let saw = 0;
  let bell: Officer;
  let parry: Officer;
  let okell: Officer;
  let marsh: Officer;
  let analyst: Officer;
  let barred: Officer;

  const body = (reply: Reply): OrderBody => JSON.parse(JSON.stringify(reply.body));
  const today = (days = 0) => new Date(stage().parts.now() + days * msPerDay).toISOString().slice(0, 10);
  const look = async (who: Officer, path: string) => {
    const reply = await stage().ask("GET", path, { cookie: who.cookie, ...because(reason) });
    return { status: reply.status, ...body(reply) };
  };
  /** Writes an event of the order; what came back. */
  const write = async (who: Officer, kind: string, more: object) => {
    const reply = await who.ask("POST", `/desk/orders/${order}/${kind}`, { saw, reason, ...more });
    const answer = body(reply);
    if (reply.status === 200) saw = answer.saw;
    return { status: reply.status, ...answer };
  };
  const must = async (who: Officer, kind: string, more: object) => {
    const answer = await write(who, kind, more);
    expect([kind, answer.status, answer.refused?.says, answer.changed]).toEqual([kind, 200, undefined, undefined]);
    return answer;
  };
  /** Takes a file out; its hash and what it begins with. */
  const bytesOf = async (who: Officer, path: string) => {
    const headers = { host: new URL(stage().parts.origin).host, "x-unmask-desk": "1", cookie: `unmask-desk=${who.cookie}` };
    return stage().app.inject({ method: "GET", url: path, headers: { ...headers, ...because(reason).headers } });
  };
  const file = async (who: Officer, path: string) => {
    const reply = await bytesOf(who, path);
    const isFile = String(reply.headers["content-disposition"]).startsWith("attachment");
    const sha256 = createHash("sha256").update(reply.rawPayload).digest("hex");
    return { status: reply.statusCode, isFile, sha256, begins: reply.rawPayload.subarray(0, 5).toString("latin1") };
  };
  /** Lets days pass, and everybody signs in again. */
  const passDays = async (days: number) => {
    stage().pass(days * msPerDay);
    for (const one of [bell, parry, okell, marsh, analyst, barred]) one.cookie = (await signIn(stage(), one.key)).cookie;
  };
  /** The hash of a paper of this order that is a draft: neither a copy nor an acknowledgement. */
  const hashOfDraft = async () => (await look(bell, `/desk/orders/${order}/bundle`)).made[0]?.sha256 ?? expect.fail("no draft was made");
  const group = async (who: Officer, name: string) => {
    const { groups } = await look(who, "/desk/register");
    return groups.find((one) => one.group === name)?.rows ?? [];
  };

  test("an application begins in its case alone, and is answered there as considered", async () => {
    bell = await stage().enrol("DC 2093 Harriet Bell", "investigator");
    parry = await stage().enrol("Dilys Parry", "spo-coordinator");
    okell = await stage().enrol("Supt Marian Okell", "supervisor");
    marsh = await stage().enrol("PC 3310 Jo Marsh", "contact-handler");
    analyst = await stage().enrol("T. Lund", "analyst");
    barred = await stage().enrol("Ines Moor", "spo-coordinator");
    await seedReport(stage(), { report: "R-2180", name: "Nadia Khan" });
    await seedCase(stage(), "0418", { reports: ["R-2180"], members: [bell.id] });
    await bar(stage(), "0418", barred.id);
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
    order = body(await begin(bell)).order;
    expect(order).toMatch(/^SPO-26-\d{3}$/);
    saw = 1;
    const kinds = await allRows(stage().parts.database).selectFrom("case_event").select("kind").where("stream", "=", "0418").execute();
    expect(kinds.map(({ kind }) => kind)).toContain("order-considered");
  });

  test("who keeps the register reads it without its case; nobody else does, and to whom the case is closed it is not there", async () => {
    expect((await look(bell, `/desk/orders/${order}`)).events.map(({ kind }) => kind)).toEqual(["application-begun"]);
    const page = await look(parry, `/desk/orders/${order}`);
    expect(page).toMatchObject({ status: 200, case: { ref: "0418", isMember: false }, names: { [bell.id]: bell.name } });
    expect((await stage().ask("GET", "/desk/cases/0418", { cookie: parry.cookie, ...because(reason) })).status).toBe(403);
    for (const who of [marsh, analyst, barred])
      expect([who.name, (await look(who, `/desk/orders/${order}`)).status]).toEqual([who.name, 403]);
    const lists = async (who: Officer) => JSON.stringify(await look(who, "/desk/orders"));
    expect([await lists(parry), await lists(bell)].every((one) => one.includes(order))).toBe(true);
    expect(await lists(barred)).not.toContain("Slade");
    const shown = await allRows(stage().parts.database)
      .selectFrom("access_log")
      .select(["person", "what", "entry"])
      .where("actor", "=", parry.id)
      .where("what", "=", "read-order")
      .execute();
    expect(shown.map(({ person }) => person)).toEqual([`${order}/subject`]);
    expect(JSON.parse(shown[0]?.entry ?? "{}")).toMatchObject({ item: order, case: "0418" });
  });

  test("s1(1), s2: what is missing is refused with its section, kept beside the order, and nothing is written", async () => {
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
      [bell.id, "sent-to-second", "territorial-link"],
    ]);
  });

  test("the draft for a court is made by who is on its case, in both forms, and the file that was made is the one that is kept", async () => {
    const path = `/desk/orders/${order}/bundle`;
    // Where a report is reached that was in the case once stands on no page either.
    const left = { report: "R-5990", name: "Nora Neighbour" };
    await seedReport(stage(), left);
    const contact = { channel: "call", address: "22 Otter Row, Sallow NS3 9QQ" } as const;
    await seedEvent(stage(), { of: "report", id: left.report }, "desk", {
      kind: "answer-received",
      body: { letter: "ce".repeat(16), danger: "no", packs: 0, account: "x", contact },
    });
    await seedEvent(stage(), { of: "case", id: "0418" }, bell.id, { kind: "report-added", body: { report: left.report } });
    await seedEvent(stage(), { of: "case", id: "0418" }, bell.id, {
      kind: "report-removed",
      body: { report: left.report, reason: "another man" },
    });
    const before = await look(bell, path);
    expect(before).toMatchObject({
      made: [],
      whyNot: null,
      draft: { version: 1, counts: { criteria: 3, conditions: 1, others: 0 }, close: [] },
    });
    // The coordinator reads the order, and not its case: the chronology is the case's.
    expect(await look(parry, path)).toMatchObject({ status: 200, draft: null, whyNot: expect.stringContaining("case 0418") });
    const make = (who: Officer, more: object = {}) => who.ask("POST", path, { saw, forms: ["pdf", "docx"], ...more });
    expect(body(await make(parry)).refused.rule).toBe("draft-of-case");
    expect([(await make(bell, { forms: [] })).status, (await make(bell, { forms: ["exe"] })).status]).toEqual([400, 400]);
    expect((await make(marsh)).status).toBe(403);
    const reply = await make(bell);
    expect([reply.status, body(reply).refused?.says]).toEqual([200, undefined]);
    saw = body(reply).saw;
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
    const kept = await allRows(stage().parts.database).selectFrom("order_paper").select("kept").execute();
    expect((await make(bell, { saw: saw + 7, forms: ["pdf"] })).status).toBe(409);
    expect(await allRows(stage().parts.database).selectFrom("order_paper").select("kept").execute()).toEqual(kept);
  });

  test("a paper whose transaction comes to nothing leaves no file, and one whose answer alone was lost stays", async () => {
    const { parts } = stage();
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
    const draft = { saw, forms: ["docx"] };
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
        await log.write(work);
        throw new Error("the answer was lost");
      },
    };
    await expect(route.handle({ ...asked, body: scan }, { ...parts, log: unheard })).rejects.toThrow("the answer was lost");
    const [stays = ""] = (await names()).filter((name) => !before.includes(name));
    expect((await keptPapers.read(stays)).ok).toBe(true);
    expect(await keptPapers.begun()).toEqual([]);
  });

  test("nobody authorises what they wrote, what they have not read, or out of another role", async () => {
    const yes = { words: "Warned, and wrote again.", delegation: "2026/4" };
    expect((await write(bell, "authorised", yes)).refused.rule).toBe("role");
    expect((await write(parry, "authorised", yes)).refused.rule).toBe("role");
    expect((await write(okell, "authorised", yes)).refused.rule).toBe("criterion-unread");
    for (const criterion of ["a", "b", "c"]) await must(okell, "criterion-read", { criterion });
    // Two who saw the same: the second is told what came.
    saw -= 1;
    const second = await write(parry, "taken-back", {});
    expect([second.status, second.changed]).toEqual([409, expect.stringContaining("Supt Marian Okell read a criterion")]);
    saw += 1;
    await must(okell, "authorised", yes);
    await must(bell, "lodged", { day: today(), court: "Northshire Magistrates’ Court", courtType: "magistrates" });
  });

  test("s9(1): a first notice runs from a service that another person confirmed, and is overdue past its last day though no tick came", async () => {
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
    // A hash of nothing that is kept with this order, and of a paper of it that is no copy: nobody could read the result against it.
    for (const of of ["ab".repeat(32), await hashOfDraft()])
      expect((await write(bell, "court-result", { ...asOnCopy, copy: { ...copy, sha256: of } })).refused.rule).toBe("not-kept");
    await must(bell, "court-result", asOnCopy);
    expect((await write(bell, "result-confirmed", { result: saw, copyOfThisOrder: "yes", asTyped: "yes" })).refused.rule).toBe(
      "own-result",
    );
    await must(parry, "result-confirmed", { result: saw, copyOfThisOrder: "yes", asTyped: "yes" });
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
    const number = saw;
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
    expect((await must(parry, "breach-opened", opened)).breach).toMatch(/^b-\d+$/);
    await passDays(3);
    const [late] = await group(parry, "overdue");
    expect(late).toMatchObject({ order, label: "overdue — possible s11 offence, reasonable excuse not assessed", isReminded: true });
    expect(await group(parry, "due")).toEqual([]);
    // The clock of the machine set back: nothing that was worked out ahead stays.
    const { database, force, now } = stage().parts;
    const then = new Date(now() - 2 * msPerDay);
    await machineTransaction(database, (tx) => tx.updateTable("order_duty").set({ row_group: "met", state: "met" }).execute());
    await machineTransaction(database, (tx) => tx.updateTable("order_view").set({ holds_until: then.toISOString() }).execute());
    expect((await group(parry, "overdue")).map((one) => one.order)).toEqual([order]);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
  });

  const given = async () =>
    (await allRows(stage().parts.database).selectFrom("order_event").select("event").where("kind", "=", "reminder-given").execute()).map(
      ({ event }) => JSON.stringify(JSON.parse(event).body),
    );

  test("a reminder is given once: by whoever comes first, after an end in the middle, and after yesterday's folder was put back", async () => {
    const { database, force } = stage().parts;
    const before = await given();
    expect(before.length).toBe(new Set(before).size);
    expect(before.join()).toContain('"setting":"last day"');
    const at = () => ({ force, now: stage().parts.now() });
    // Last night's copy of what is kept, and what it misses.
    const rows = allRows(database);
    const copy = {
      views: await rows.selectFrom("order_view").selectAll().execute(),
      duties: await rows.selectFrom("order_duty").selectAll().execute(),
    };
    stage().pass(35 * msPerDay);
    await expect(
      machineTransaction(database, async (tx) => {
        expect(await bringRegisterUp(tx, at())).toBeGreaterThan(0);
        throw new Error("the process ended here");
      }),
    ).rejects.toThrow("ended here");
    expect(await given()).toEqual(before);
    await Promise.all([keepRegister(database, at()), keepRegister(database, at())].map((one) => one.catch(() => 0)));
    await keepRegister(database, at());
    const after = await given();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.length).toBe(new Set(after).size);
    expect(after.join()).toContain('"setting":"30 days before"');
    await machineTransaction(database, async (tx) => {
      await tx.deleteFrom("order_duty").execute();
      await tx.deleteFrom("order_view").execute();
      const iso = (one: number | null) => (one === null ? null : new Date(one).toISOString());
      for (const { holds_until, ...one } of copy.views)
        await tx
          .insertInto("order_view")
          .values({ ...one, holds_until: iso(holds_until) })
          .execute();
      for (const { holds_until, overdue_from, ...one } of copy.duties)
        await tx
          .insertInto("order_duty")
          .values({ ...one, holds_until: iso(holds_until), overdue_from: iso(overdue_from) })
          .execute();
    });
    await passDays(0);
    saw = (await look(parry, `/desk/orders/${order}`)).saw;
    expect((await group(parry, "overdue")).map((one) => one.order)).toEqual([order]);
    expect(await given()).toEqual(after);
    expect(await keepRegister(database, at())).toBe(0);
  });

  test("a row that the force writes about its own reminders works every order out anew, and gives what it asks for once", async () => {
    const { database, force, now } = stage().parts;
    const before = await given();
    const shown = async () => [
      (await look(parry, `/desk/orders/${order}`)).reminders.beforeEnd,
      (await look(parry, "/desk/look-ahead")).reminderDays,
    ];
    const admin = await stage().enrol("Imran Shah", "administrator");
    const entry = {
      ...{ about: "EW/look-ahead", from: today(), value: { kind: "look-ahead", days: [180, 90, 45, 30] } },
      ...{ says: "Earlier by two weeks.", confirmedBy: "Supt Marian Okell", confirmedOn: today() },
    };
    expect(await shown()).toEqual([
      [180, 90, 30],
      [180, 90, 30],
    ]);
    const seen = (await look(parry, `/desk/orders/${order}`)).saw;
    expect((await admin.ask("POST", "/desk/to-confirm", { entry, reason })).status).toBe(200);
    // The screens have what the force wrote from its own day, and nothing of what holds later.
    const later = { ...entry, from: "2039-01-01", value: { kind: "look-ahead", days: [7] } };
    expect((await admin.ask("POST", "/desk/to-confirm", { entry: later, reason })).status).toBe(200);
    expect(await shown()).toEqual([
      [180, 90, 45, 30],
      [180, 90, 45, 30],
    ]);
    await look(parry, "/desk/register");
    // Who looked before the reminder saves on top of it; who looked before a person wrote is told of that.
    saw = seen;
    const used = { name: "Gaz Slade", day: today(), ground: { says: "On a parcel.", knowing: "record" } };
    await must(parry, "name-used", used);
    const written = saw;
    expect(written).toBeGreaterThan(seen + 1);
    saw = seen;
    expect(await write(okell, "name-used", { ...used, name: "G. Slade" })).toMatchObject({ status: 409 });
    saw = written;
    await must(parry, "entry-withdrawn", { entry: written, words: "It was another parcel." });
    expect((await given()).filter((one) => !before.includes(one))).toEqual([expect.stringContaining('"setting":"45 days before"')]);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
    saw = (await look(parry, `/desk/orders/${order}`)).saw;
  });

  test("the counter sees name and duty, and no case, no condition, nobody who is protected; what is told there in person meets the duty", async () => {
    expect((await look(marsh, "/desk/attendance?name=sl")).found).toEqual([]);
    const { found } = await look(marsh, "/desk/attendance?name=SLADE");
    expect(found).toMatchObject([
      { order, name: "Gary Slade", born: "1991-03-02", otherNames: 0, duties: [{ section: "s9(1)", stands: "overdue" }] },
    ]);
    const counter = await look(marsh, `/desk/orders/${order}/attendance`);
    for (const hidden of ["0418", "Nadia", "Not to contact", "R-2180"]) expect(JSON.stringify([found, counter])).not.toContain(hidden);
    expect((await look(barred, "/desk/attendance?name=slade")).found).toEqual([]);
    const told = { day: today(), at: "02:10", station: "Tarn Road", area: "local", inPerson: true, names: ["Gary Slade"], allNames: "yes" };
    await must(marsh, "attended", { ...told, address: "41 Tanyard Close", identity: "not-asked" });
    const [event] = (await look(parry, `/desk/orders/${order}`)).events.slice(-1);
    expect(event?.body).toMatchObject({ toWhom: marsh.name });
    expect((await group(parry, "failed")).map((one) => one.stands)).toEqual(["met-late"]);
    const attendance = saw;
    const print = async (who: Officer, number: number) => {
      const reply = await who.ask("POST", `/desk/orders/${order}/acknowledgement`, { attendance: number });
      return { status: reply.status, ...body(reply) };
    };
    expect((await print(marsh, attendance + 40)).status).toBe(404);
    expect((await print(barred, attendance)).status).toBe(403);
    const sheet = await print(marsh, attendance);
    expect(sheet).toMatchObject({ status: 200, form: "as shipped", pages: 1 });
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
    expect(await file(parry, "/desk/look-ahead/sheet?days=800")).toMatchObject({ status: 200, isFile: true, begins: "%PDF-" });
    expect((await file(marsh, "/desk/look-ahead/sheet")).status).toBe(403);
  });

  test("s2(6): an order of another force is typed in, found by the name of its subject, and told without what its case rests on", async () => {
    const typed = {
      jurisdiction: "EW",
      theirs: "WM-26-004",
      force: "Westmere Police",
      court: "Westmere Magistrates’ Court",
      subject: { name: "GARY  Sladé" },
      order: "full",
      made: "2024-07-12",
      // It ends within the time in which somebody is reminded of an order of ours.
      period: { until: "2027-03-11" },
      conditions: [{ ...condition, condition: 1, persons: undefined, says: "Not to contact Ada Marsh." }],
      protects: ["Ada Marsh"],
    };
    expect((await bell.ask("POST", "/desk/orders", typed)).status).toBe(403);
    const theirs = body(await parry.ask("POST", "/desk/orders", typed)).order;
    expect((await look(parry, "/desk/register")).notOurs).toMatchObject([{ order: theirs, theirs: "WM-26-004" }]);
    const { others } = await look(bell, `/desk/orders/${order}`);
    expect(others).toMatchObject([
      { order: theirs, force: "Westmere Police", orders: [{ stage: "lives", conditions: [{ says: "Not to contact Ada Marsh." }] }] },
    ]);
    expect(JSON.stringify(others)).not.toContain("fourteen days");
    expect((await look(bell, `/desk/orders/${theirs}`)).status).toBe(403);
  });

  test("a command whose process ends before its last word leaves every row as it was, and is written once when it is sent again", async () => {
    const { database, force, now } = stage().parts;
    const rows = async () => ({
      ...(await everyOrderRow(allRows(database), force.id)),
      events: await allRows(database)
        .selectFrom("order_event")
        .select(["order_id", "number"])
        .orderBy("order_id")
        .orderBy("number")
        .execute(),
      cases: await allRows(database).selectFrom("case_event").select("number").where("stream", "=", "0418").orderBy("number").execute(),
    });
    await look(parry, "/desk/register");
    saw = (await look(parry, `/desk/orders/${order}`)).saw;
    const before = await rows();
    const ground = { says: "A neighbour’s call", knowing: "record" } as const;
    const intent = { kind: "address-changed", body: { day: today(), address: "9 Mill Lane", ground } } as const;
    const officer = { id: parry.id, name: parry.name, role: "spo-coordinator" } as const;
    await expect(
      database.transaction(async (tx) => {
        await runOrderCommand({ tx, now: now(), officer, parts: { force } }, order, { intent, saw });
        throw new Error("the process ended here");
      }),
    ).rejects.toThrow("ended here");
    expect(await rows()).toEqual(before);
    await must(parry, "address-changed", { day: today(), address: "9 Mill Lane", ground });
    const after = await rows();
    expect(after.events.length).toBe(before.events.length + 1);
    expect(after.duties.length).toBe(before.duties.length + 1);
  });

  test("what ends and comes to a court stands in the order of its days, of the orders that an officer sees", async () => {
    const far = await look(parry, "/desk/look-ahead?days=800");
    expect(far.rows.map((one) => [one.order === order, one.group])).toEqual([
      [true, "ahead"],
      [false, "not-ours"],
      [false, "no-order"],
    ]);
    expect((await look(bell, "/desk/look-ahead?days=800")).rows.map((one) => one.order)).toEqual([order, ""]);
    expect((await look(barred, "/desk/look-ahead?days=800")).rows.filter((one) => one.order === order)).toEqual([]);
    expect((await look(parry, "/desk/look-ahead?days=1")).rows.map(({ group: one }) => one)).toEqual(["no-order"]);
    // What ends later is not read, and counted all the same.
    expect(await look(parry, "/desk/look-ahead?days=1")).toMatchObject({ live: 1, later: 1 });
    const handOut = async (who: Officer, more: object) =>
      (await who.ask("POST", "/desk/look-ahead/export", { reason, recipient: "Court", about: [order], ...more })).status;
    expect([await handOut(parry, {}), await handOut(okell, {}), await handOut(bell, {})]).toEqual([200, 200, 403]);
    expect([await handOut(parry, { recipient: " " }), await handOut(parry, { about: [order, "SPO-26-999"] })]).toEqual([400, 403]);
    expect(await handOut(barred, {})).toBe(403);
    // More than a person reads: said with what is open instead, where somebody waits for the file.
    const about = Array.from({ length: 1_001 }, (_, i) => `SPO-26-${1_000 + i}`);
    const tooMany = await parry.ask("POST", "/desk/look-ahead/export", { reason, recipient: "Court", about });
    expect([tooMany.status, body(tooMany).refused]).toMatchObject([
      403,
      { rule: "too-many", allows: expect.stringContaining("day sheet") },
    ]);
  });

  test("what is kept of orders is the same when it is made anew, row for row", async () => {
    const { database, force, now } = stage().parts;
    await keepRegister(database, { force, now: now() });
    const live = await everyOrderRow(allRows(database), force.id);
    expect([live.orders.length, live.duties.length > 0]).toEqual([2, true]);
    await machineTransaction(database, (tx) => tx.deleteFrom("order_view").where("order_id", "=", order).execute());
    expect(await rebuildProjections(database, { force, rule: rulesOf(force).queue, now: now() })).toMatchObject({ orders: 2 });
    expect(await everyOrderRow(allRows(database), force.id)).toEqual(live);
  });

  test("what is counted: the interim that was sought and made here, beside reports, and nothing of the other force's order", async () => {
    const { database, force } = stage().parts;
    const { reports, ofOrders } = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    const month = expect.stringMatching(/^\d{4}-\d{2}$/);
    expect(ofOrders?.orders.map(({ order: kind, sought, made, refused }) => ({ kind, sought, made, refused }))).toEqual([
      { kind: "interim", sought: month, made: month, refused: null },
      { kind: expect.stringMatching(/^(?:full|until)-/), sought: month, made: null, refused: null },
    ]);
    expect(ofOrders?.orders[1]?.daysFromReport).toEqual(expect.any(Number));
    const his = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
    const hers = { kind: "phone", wrote: "07700 900001", normal: "+447700900001" } as const;
    const acts = [
      { at: "2026-11-13 23:31", from: his, kind: "call", channel: "phone" },
      { at: "2026-11-13 23:40", from: hers, text: "Stop this", kind: "post", channel: "x" },
    ] as const;
    await seedReport(stage(), { report: "R-2190", name: "Ada Moss", acts });
    expect(reports).toMatchObject([1, 2].map(() => ({ month, about: "not-known", ways: [], methods: [] })));
    const again = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    expect(again.reports).toContainEqual(expect.objectContaining({ month, ways: ["not-online"], methods: ["calls"] }));
    expect(JSON.stringify(reports)).not.toMatch(/Nadia|R-\d/);
  });

  test("an edition is published by a person, who read it first, once; what is handed out is written, and an analyst sees no person", async () => {
    stage().pass(40 * msPerDay);
    const analyst = await stage().enrol("Ruth Adeyemi", "analyst");
    const because = { code: "other", words: "the monthly edition" };
    const header = { headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify(because)) } };
    expect((await analyst.ask("GET", "/desk/learn")).body).toMatchObject({ editions: [] });
    expect((await analyst.ask("GET", "/desk/learn/edition")).body.refused.rule).toBe("reason");
    const drafted = readStrictly(
      (await stage().ask("GET", "/desk/learn/edition", { cookie: analyst.cookie, ...header })).body,
      "answer",
      draftAnswer,
    );
    if (!drafted.ok || drafted.value.draft === null) expect.unreachable(JSON.stringify(drafted));
    const { month, draft } = drafted.value;
    const publish = (mark: string) => analyst.ask("POST", "/desk/learn/edition", { month, mark, reason: because });
    expect((await publish("0".repeat(64))).status).toBe(409);
    const both = await Promise.all([publish(draft.mark), publish(draft.mark)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 403]);
    const after = readStrictly((await analyst.ask("GET", "/desk/learn")).body, "answer", learnAnswer);
    expect(after.ok && after.value.editions).toEqual([draft.edition]);
    const out = await analyst.ask("POST", "/desk/learn/export", { recipient: "The council", months: [month], as: "csv", reason: because });
    expect(out.body).toMatchObject({ text: expect.stringMatching(/^edition,month,measure/) });
    expect((await analyst.ask("POST", "/desk/learn/export", { recipient: " ", months: [month], as: "csv", reason: because })).status).toBe(
      400,
    );
    expect(JSON.stringify([draft, out.body])).not.toMatch(/Nadia|Gary|R-\d|SPO-/);
  });
}
