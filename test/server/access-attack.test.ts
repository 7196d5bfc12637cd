/**
 * Every route of the desk with every role in every relation, driven from the table of routes against docs/access.md; and what an insider tries
 * beside it.
 */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { msPerHour, msPerMinute, readStrictly } from "@unmask/core";
import { type OperationId, type Role, operationIds, operations, roles } from "@unmask/case";
import { type DeskRoute, deskRoute, noBody } from "../../apps/server/src/access/desk-route.ts";
import { auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { addMember, askFor, placeReport } from "../../apps/server/src/sql/case/membership.ts";
import { looksByOfficer } from "../../apps/console/src/desk/audit.ts";
import { supervision } from "../../apps/console/src/desk/supervision.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { lookAtCase } from "../../apps/server/src/sql/case/link-pairs.ts";
import { allRows } from "./all-rows.ts";
import { seedOrderView } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin, signIn } from "./desk-stage.ts";
import { hostileRequests } from "./hostile-requests.ts";
import { describeOnBoth } from "./stage.ts";

/** One route for each operation and each thing it can be about, so that none is left undriven whatever the desk has. */
const probes = operationIds.flatMap((operation) => [
  deskRoute({ method: "POST", path: `/desk/probe/${operation}`, operation, body: noBody, run: async () => ({ body: {}, shown: [] }) }),
  deskRoute({
    method: "POST",
    path: `/desk/probe/${operation}/cases/:case`,
    operation,
    about: ({ params }) => ({ case: params["case"] ?? "" }),
    body: noBody,
    run: async ({ tx }) => {
      const seen = await tx.selectFrom("report_place").select("report").execute();
      return { body: { seen: seen.map(({ report }) => report) }, shown: ["person-1", "person-2"] };
    },
  }),
  deskRoute({
    method: "POST",
    path: `/desk/probe/${operation}/reports/:reference`,
    operation,
    about: ({ params }) => ({ report: params["reference"] ?? "" }),
    body: noBody,
    run: async () => ({ body: {}, shown: ["person-1"] }),
  }),
  deskRoute({
    method: "POST",
    path: `/desk/probe/${operation}/orders/:order`,
    operation,
    about: ({ params }) => ({ order: params["order"] ?? "" }),
    body: noBody,
    run: async () => ({ body: {}, shown: ["person-1"] }),
  }),
]);

/** The matrix as people read it, not as the code holds it. */
const cells = new Map(
  readFileSync(new URL("../../docs/access.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((row) => row.length === roles.length + 5)
    .flatMap(([, id, , , ...letters]) => roles.map((role, column): [string, string] => [`${id} ${role}`, letters[column] ?? ""])),
);
const letterOf = { force: "F", queue: "Q", member: "M", other: "O", opened: "A", register: "R", barred: "!", elsewhere: "!" } as const;
const casesOf = { member: "0412", other: "0506", opened: "0377", barred: "0391", elsewhere: "9999" } as const;
const reportsOf = { queue: "R-2100", member: "R-0412", other: "R-0506", opened: "R-0377", barred: "R-0391", elsewhere: "R-9999" } as const;
/** By the case of an order; one that was typed in from a copy belongs to none. */
const ordersOf = {
  member: "SPO-26-412",
  opened: "SPO-26-377",
  register: "SPO-26-506",
  barred: "SPO-26-391",
  elsewhere: "SPO-26-999",
} as const;
const typedOrder = "SPO-26-100";
const relationsOfOrder = ["member", "opened", "register", "barred", "elsewhere"] as const;
const relationsOfCase = ["member", "other", "opened", "barred", "elsewhere"] as const;
const relationsOfReport = ["queue", ...relationsOfCase] as const;
const anyReason = (operation: OperationId) => {
  if (operation === "break-glass") return { code: "risk-to-life", words: "999 log 0058: a man is trying her door" };
  return operation === "read-log" || operation === "export-log" || operation === "ask-why"
    ? { code: "lawfulness", words: "" }
    : { code: "danger", words: "" };
};

describeOnBoth("an insider at the desk", (stage) => {
  let desk: DeskStage;
  const officers = new Map<Role, Officer>();
  const officer = (role: Role): Officer => {
    const found = officers.get(role);
    if (found === undefined) throw new Error("each role has an officer");
    return found;
  };

  beforeAll(async () => {
    desk = await openDesk(stage, probes);
    const { database, force, now } = desk.parts;
    for (const role of roles) officers.set(role, await desk.enrol(`Officer of ${role}`, role));
    const owner = await desk.enrol("DC 1000 Owner", "investigator");
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      await placeReport(tx, { force: force.id, report: "R-2100", case_ref: null });
      for (const ref of ["0412", "0506", "0377", "0391"]) {
        await placeReport(tx, { force: force.id, report: `R-${ref}`, case_ref: ref });
        await addMember(tx, { force: force.id, case_ref: ref, officer: owner.id, added_at: now(), added_by: owner.id });
      }
      const orders = [
        ...["0412", "0506", "0377", "0391"].map((ref): [string, string | null] => [`SPO-26-${ref.slice(1)}`, ref]),
        [typedOrder, null] as const,
      ];
      for (const [order_id, case_ref] of orders) await seedOrderView(tx, { force: force.id, order_id, case_ref, made_on: "2026-10-19" });
      // A case and an order of another force in the same database.
      await seedOrderView(tx, { force: "e0".repeat(16), order_id: ordersOf.elsewhere, case_ref: null, made_on: "2026-10-19" });
      await placeReport(tx, { force: "e0".repeat(16), report: "R-9999", case_ref: "9999" });
      for (const { id } of officers.values()) {
        await addMember(tx, { force: force.id, case_ref: "0412", officer: id, added_at: now(), added_by: owner.id });
        // Barred wins over being on it.
        await addMember(tx, { force: force.id, case_ref: "0391", officer: id, added_at: now(), added_by: owner.id });
        await tx.insertInto("case_barred").values({ force: force.id, case_ref: "0391", officer: id }).execute();
        const times = { opened_at: "2026-11-27T03:39:00.000Z", until: "2026-11-27T05:39:00.000Z", closed_at: null };
        const blank = { told_by: null, told: "", reviewed_by: null, reviewed_at: null, verdict: null, review: null };
        await tx
          .insertInto("opening")
          .values({ id: `open-${id}`, force: force.id, case_ref: "0377", officer: id, words: "a man at her door", ...times, ...blank })
          .execute();
      }
    });
  });

  test("each operation, role and relation is answered as the document says, and nothing is shown where it says never", async () => {
    let driven = 0;
    const drive = async (role: Role, operation: OperationId): Promise<void> => {
      const reason = anyReason(operation);
      const paths: [keyof typeof letterOf, string][] = [
        ["force", `/desk/probe/${operation}`],
        ["queue", `/desk/probe/${operation}/reports/${reportsOf.queue}`],
        ["member", `/desk/probe/${operation}/cases/${casesOf.member}`],
        ["other", `/desk/probe/${operation}/cases/${casesOf.other}`],
        ["opened", `/desk/probe/${operation}/cases/${casesOf.opened}`],
        ["barred", `/desk/probe/${operation}/cases/${casesOf.barred}`],
        ["elsewhere", `/desk/probe/${operation}/cases/${casesOf.elsewhere}`],
        ...relationsOfOrder.map((one): [typeof one, string] => [one, `/desk/probe/${operation}/orders/${ordersOf[one]}`]),
        ["register", `/desk/probe/${operation}/orders/${typedOrder}`],
      ];
      for (const [relation, path] of paths) {
        const { status, body } = await officer(role).ask("POST", path, { reason });
        const isAllowed = (cells.get(`${operation} ${role}`) ?? "").split(" ").includes(letterOf[relation]);
        expect([role, path, status]).toEqual([role, path, isAllowed ? 200 : 403]);
        if (!isAllowed) expect(Object.keys(body).sort()).toEqual(["log", "refused"]);
        driven += 1;
      }
    };
    // Every other operation is driven by its own routes, below.
    const withoutRoute = operationIds.filter((operation) => !deskRoutes.some((route) => route.operation === operation));
    const chosen: readonly OperationId[] = ["read-case", ...withoutRoute];
    for (const operation of chosen) await Promise.all(roles.map((role) => drive(role, operation)));
    expect(driven).toBe(roles.length * chosen.length * 13);
  }, 120_000);

  test("every route of the desk refuses who may not, as the document says, asks a reason where it does, and lets in who may", async () => {
    expect(new Set(deskRoutes.map(({ path, method }) => `${method} ${path}`)).size).toBe(deskRoutes.length);
    /** Rules by which somebody is kept out before it is looked at what they ask. */
    const atTheDoor = ["role", "need-to-know", "reason"];
    const drive = async (role: Role, { method, path, operation }: DeskRoute): Promise<void> => {
      const [isAboutCase, isAboutReport, isAboutOrder] = [path.includes(":case"), path.includes(":reference"), path.includes(":order")];
      // Who may it in no relation is refused for the role, whatever it is about.
      const isNever = (cells.get(`${operation} ${role}`) ?? "-") === "-";
      const all = isAboutReport
        ? relationsOfReport
        : isAboutCase
          ? relationsOfCase
          : isAboutOrder
            ? relationsOfOrder
            : (["member"] as const);
      for (const relation of isNever ? (["member"] as const) : all) {
        const inPath = path
          .replace(":case", casesOf[relation === "queue" || relation === "register" ? "elsewhere" : relation])
          .replace(":reference", reportsOf[relation === "register" ? "elsewhere" : relation])
          .replace(":order", ordersOf[relation === "queue" || relation === "other" ? "elsewhere" : relation]);
        const url = inPath.replace(":officer", "nobody").replace(":opening", "none").replace(":link", "none");
        // A link that is not there is closed to everybody.
        const letter = path.includes(":link") ? "!" : letterOf[isAboutCase || isAboutReport || isAboutOrder ? relation : "force"];
        const isAllowed = (cells.get(`${operation} ${role}`) ?? "").split(" ").includes(letter);
        const ask = (reason?: object) => {
          const headers = reason === undefined ? {} : { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) };
          return desk.ask(method, url, { cookie: officer(role).cookie, headers });
        };
        const ruleOf = ({ status, body }: Awaited<ReturnType<typeof ask>>): string => (status === 403 ? body.refused.rule : "");
        const rule = ruleOf(await ask());
        if (!isAllowed) expect([role, url, ["role", "need-to-know"].includes(rule)]).toEqual([role, url, true]);
        else if (operations[operation].reason === "own") expect([role, url, rule]).toEqual([role, url, "reason"]);
        else expect([role, url, atTheDoor.includes(rule)]).toEqual([role, url, false]);
        // What opens, makes or closes a case would change it for what is asked after; a part that the case does not have is refused as a case of others.
        const isLast = operation === "break-glass" || operation === "open-case" || path.endsWith("/close-glass") || path.includes(":item");
        if (!isAllowed || isLast || operations[operation].reason !== "own") continue;
        expect([role, url, atTheDoor.includes(ruleOf(await ask(anyReason(operation))))]).toEqual([role, url, false]);
      }
    };
    const driven = deskRoutes.filter(({ path }) => path !== "/desk/lock");
    for (const route of driven) expect([route.path, (await desk.ask(route.method, route.path)).status]).toEqual([route.path, 401]);
    await Promise.all(
      roles.map(async (role) => {
        for (const route of driven) await drive(role, route);
      }),
    );
  }, 240_000);

  test("whatever is sent to its routes, the desk never fails, shows nothing of its inside, and writes down who was refused", async () => {
    const asked = hostileRequests(
      deskRoutes.map(({ path }) => path),
      200,
    );
    const before = process.memoryUsage().rss;
    for (const { method, path, headers, body } of asked) {
      const cookie = `unmask-desk=${officer("supervisor").cookie}`;
      const reply = await desk.app.inject({
        method,
        url: path,
        headers: { host: new URL(origin).host, cookie, "x-unmask-desk": "1", ...headers },
        ...(method === "GET" || method === "HEAD" ? {} : { payload: body }),
      });
      expect([method, path, headers, body.slice(0, 200), reply.statusCode < 500]).toEqual([
        method,
        path,
        headers,
        body.slice(0, 200),
        true,
      ]);
      expect(reply.body).not.toMatch(/node:|\.ts:\d|\bat \S+ \(|Error\b|passwd:/);
      if (reply.statusCode === 403) expect(JSON.parse(reply.body)).toHaveProperty("log");
    }
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
    const text = {
      host: new URL(origin).host,
      cookie: `unmask-desk=${officer("supervisor").cookie}`,
      "x-unmask-desk": "1",
      "content-type": "text/plain",
    };
    const plain = await desk.app.inject({ method: "POST", url: "/desk/cases/0412/take", headers: text, payload: "{}" });
    expect(plain.statusCode).toBe(400);
    const cut = await officer("supervisor").ask("POST", "/desk/cases/0412%00/take");
    expect([cut.status, cut.body.refused.rule, typeof cut.body.log.number]).toEqual([403, "plain-text", "number"]);
  });

  test("a guessed number, a barred case and another force's case are answered word for word as a case one is not on", async () => {
    const ask = async (path: string) => (await officer("investigator").ask("POST", path, { reason: { code: "danger" } })).body.refused;
    const cases = await Promise.all(
      [casesOf.other, casesOf.barred, casesOf.elsewhere, "x"].map((ref) => ask(`/desk/probe/read-case/cases/${ref}`)),
    );
    const reports = await Promise.all(
      [reportsOf.other, reportsOf.barred, reportsOf.elsewhere].map((ref) => ask(`/desk/probe/open-report/reports/${ref}`)),
    );
    const orders = await Promise.all(
      // The first is there, and so is the second: neither is told from the third, which is another force's.
      [ordersOf.register, ordersOf.barred, ordersOf.elsewhere, typedOrder, "x"].map((ref) => ask(`/desk/probe/read-order/orders/${ref}`)),
    );
    expect(new Set([...cases, ...reports, ...orders].map((refused) => JSON.stringify(refused)))).toEqual(
      new Set([
        JSON.stringify({
          rule: "need-to-know",
          says: "You are not on this case. Nothing of it was shown to you.",
          allows: "You can ask a supervisor to put you on it, or open it anyway when a life is at risk.",
        }),
      ]),
    );
  });

  test("an analyst is put on no case, by whatever way somebody tries, and an officer who becomes one comes off", async () => {
    const reason = { code: "supervision", words: "" };
    const [wren, admin] = [await desk.enrol("Sgt 1181 Ada Wren", "supervisor"), officer("administrator")];
    const analyst = await desk.enrol("A. Moss", "analyst");
    const membersOf = async (id: string) =>
      (await allRows(desk.parts.database).selectFrom("case_member").select("case_ref").where("officer", "=", id).execute()).map(
        ({ case_ref }) => case_ref,
      );
    for (const who of [analyst, officer("auditor"), admin]) {
      const { status, body } = await wren.ask("POST", "/desk/cases/0506/members", { officer: who.id, reason });
      expect([status, body.refused.rule]).toEqual([403, "never-on-a-case"]);
    }
    const put = await wren.ask("POST", "/desk/cases/0506/members", { officer: analyst.id, reason });
    expect(put.body.refused.says).toBe(
      "A. Moss is an analyst here, and nobody of that role is ever on a case. They compare reports and see counts, and nobody in a case is shown to them. Nothing was done.",
    );
    const handler = await desk.enrol("PC 4472 B. Shaw", "contact-handler");
    const opened = await handler.ask("POST", "/desk/reports/R-2100/case", { members: [analyst.id], reason: { code: "triage", words: "" } });
    expect(opened.body.refused.rule).toBe("never-on-a-case");
    const given = { from: null, to: analyst.id, references: ["0506"], says: "She is away.", reason };
    expect((await wren.ask("POST", "/desk/supervision/reassign", given)).status).toBe(403);
    expect(await membersOf(analyst.id)).toEqual([]);
    // Who is shown as one that could be put on it is none of them.
    const { here } = JSON.parse(JSON.stringify((await wren.ask("GET", "/desk/cases/0506/members", { reason })).body));
    expect((here ?? []).map(({ name }: { readonly name: string }) => name)).not.toContain("A. Moss");
    const mover = await desk.enrol("DC 2002 Mover", "investigator");
    expect((await wren.ask("POST", "/desk/cases/0506/members", { officer: mover.id, reason })).status).toBe(200);
    expect(await membersOf(mover.id)).toEqual(["0506"]);
    expect(
      (await admin.ask("POST", `/desk/officers/${mover.id}/role`, { role: "analyst", reason: { code: "integrity", words: "" } })).status,
    ).toBe(200);
    expect(await membersOf(mover.id)).toEqual([]);
    // Were one on it all the same, the page of the case stays shut.
    expect(
      (await officer("analyst").ask("POST", "/desk/probe/read-case/cases/0412", { reason: { code: "danger" } })).body.refused.rule,
    ).toBe("role");
  });

  test("a look that shows two persons is two entries, and a refusal is one", async () => {
    const { body } = await officer("investigator").ask("POST", "/desk/probe/read-case/cases/0412", {
      reason: { code: "task", task: "T-2230" },
    });
    const rows = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(2).execute();
    expect(rows.map(({ person, case_ref, task, what }) => [person, case_ref, task, what])).toEqual([
      ["person-2", "0412", "T-2230", "read-case"],
      ["person-1", "0412", "T-2230", "read-case"],
    ]);
    expect(body.log).toMatchObject({ number: rows[0]?.number, hash: rows[0]?.hash });
    expect(body.log.says).toMatch(
      /^written \d\d:\d\d:\d\d: Officer of investigator allowed to read a case, 2 persons\. Reason: task, T-2230\.$/,
    );
    const refused = await officer("investigator").ask("POST", "/desk/probe/read-case/cases/0506", { reason: { code: "danger" } });
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(last).toMatchObject({ number: refused.body.log.number, result: "refused", case_ref: "0506", person: null });
  });

  test("opened anyway: a reason that can be checked, one hour, told at once, reviewed by one who had no hand in it", async () => {
    const marsh = await desk.enrol("PC 5120 J. Marsh", "contact-handler");
    const wren = await desk.enrol("Sgt 1180 Cath Wren", "supervisor");
    const adair = await desk.enrol("Insp Adair", "supervisor");
    // In the case, so that it is closed to them: they are not told of it, and never judge who looked.
    const party = await desk.enrol("Sgt Lee Moore", "supervisor");
    const { database, force, now } = desk.parts;
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      await tx.insertInto("case_barred").values({ force: force.id, case_ref: "0506", officer: party.id }).execute();
    });
    const keeper = await desk.enrol("DC 2001 Keeper", "investigator");
    const putOn = (who: Officer) =>
      wren.ask("POST", "/desk/cases/0506/members", { officer: who.id, reason: { code: "supervision", words: "" } });
    expect((await putOn(keeper)).status).toBe(200);
    const open = (reason: object, more: object = {}) => marsh.ask("POST", "/desk/cases/0506/break-glass", { reason, ...more });
    for (const words of ["", "asdf"]) {
      const { body } = await open({ code: "risk-to-life", words });
      expect(body.refused.says).toBe("Say who is at risk, in words that another can check.");
    }
    const read = () => marsh.ask("POST", "/desk/probe/read-case/cases/0506", { reason: { code: "danger" } });
    expect((await read()).status).toBe(403);
    // The supervisors from whom that one is chosen, by their ids.
    const { supervisors } = JSON.parse(JSON.stringify((await marsh.ask("GET", "/desk/me")).body));
    expect(supervisors).toContainEqual({ id: wren.id, name: wren.name });
    expect(JSON.stringify(supervisors)).not.toContain(marsh.id);
    // By a name nobody knows who it was, and that one could review what they asked for.
    for (const toldBy of [wren.name, "somebody", marsh.id]) {
      const { status, body } = await open({ code: "risk-to-life", words: "999 log 0058: a man is trying her door" }, { toldBy });
      expect([toldBy, status, body.refused.rule]).toEqual([toldBy, 403, "no-officer"]);
    }
    const opened = await open({ code: "risk-to-life", words: "999 log 0058: a man is trying her door" }, { toldBy: wren.id });
    expect(opened.status).toBe(200);
    expect(opened.body.told).toEqual(expect.arrayContaining(["Sgt 1180 Cath Wren", "Insp Adair", "DC 1000 Owner"]));
    expect(opened.body.told).not.toContain(party.name);
    expect((await read()).status).toBe(200);
    // A page that is loaded anew still says so, and to nobody else.
    const reason999 = "999 log 0058: a man is trying her door";
    expect((await marsh.ask("GET", "/desk/me")).body).toMatchObject({
      openings: [{ case: "0506", words: reason999, told: opened.body.told }],
    });
    expect((await wren.ask("GET", "/desk/me")).body).toMatchObject({ openings: [] });
    // Who is put on the case a minute later was told nothing of it.
    const late = await desk.enrol("DC 2222 Late", "investigator");
    desk.pass(1_000);
    expect((await putOn(late)).status).toBe(200);
    // Whoever was told has it on every screen until it is read or reviewed; who had a hand in it reviews nothing.
    const waits = async (who: Officer) => JSON.parse(JSON.stringify((await who.ask("GET", "/desk/changes")).body)).waits;
    expect(await waits(keeper)).toEqual({ handover: 0, reviews: 0, opened: ["0506"], put: [] });
    expect([(await waits(late)).opened, (await waits(marsh)).opened]).toEqual([[], []]);
    // Beside what others opened: one more than who is told nothing of this case.
    const more = async (who: Officer) => (await waits(who)).reviews - (await waits(party)).reviews;
    expect([await more(adair), await more(wren)]).toEqual([1, 0]);
    await machineTransaction(database, (tx) =>
      lookAtCase(tx, { force: force.id, ref: "0506", officer: keeper.id, now: desk.parts.now(), sittingMs: 0 }),
    );
    expect((await waits(keeper)).opened).toEqual([]);
    expect((await marsh.ask("GET", "/desk/me")).body).toMatchObject({ openings: [{ told: opened.body.told }] });
    const reviewing = { code: "supervision", words: "" };
    const headers = { "x-unmask-reason": encodeURIComponent(JSON.stringify(reviewing)) };
    const listFor = async (who: Officer) => {
      const read = readStrictly((await who.ask("GET", "/desk/supervision")).body, "answer", supervision);
      return read.ok ? read.value.rows.filter(({ kind }) => kind === "opening") : expect.fail(read.error);
    };
    expect((await listFor(party)).filter(({ says }) => says.includes("0506"))).toEqual([]);
    expect((await listFor(wren)).find(({ at }) => at.id === opened.body.opening)).toMatchObject({ whyNot: "own" });
    expect((await listFor(adair)).find(({ at }) => at.id === opened.body.opening)).toMatchObject({ whyNot: null });
    const review = (who: Officer) =>
      who.ask("POST", `/desk/reviews/${opened.body.opening}`, { verdict: "right", words: "Number and address fit.", reason: reviewing });
    expect((await review(wren)).body.refused.rule).toBe("second-person");
    const looked = await desk.ask("GET", `/desk/reviews/${opened.body.opening}`, { cookie: party.cookie, headers });
    expect([looked.status, (await review(party)).status]).toEqual([404, 404]);
    // Not while it is open: what is looked at until its end would be reviewed by nobody.
    const early = await review(adair);
    expect([early.status, early.body.refused.rule]).toEqual([403, "still-open"]);
    const closing = { reason: { code: "risk-to-life", words: reason999 } };
    expect((await marsh.ask("POST", "/desk/cases/0506/close-glass", closing)).status).toBe(200);
    expect((await review(adair)).status).toBe(200);
    expect((await review(adair)).status).toBe(409);
    expect(await more(adair)).toBe(0);
    expect(
      (await marsh.ask("POST", "/desk/cases/9999/break-glass", { reason: { code: "risk-to-life", words: "a man at her door" } })).status,
    ).toBe(403);
    desk.pass(msPerHour);
    marsh.cookie = (await signIn(desk, marsh.key)).cookie;
    expect((await read()).status).toBe(403);
    // Who is put on the case looks as a member from then on: the opening is over, and its review is of the looks before.
    wren.cookie = (await signIn(desk, wren.key)).cookie;
    desk.pass(msPerMinute);
    const again = await open({ code: "risk-to-life", words: reason999 });
    expect((await putOn(marsh)).status).toBe(200);
    expect((await marsh.ask("GET", "/desk/me")).body).toMatchObject({ openings: [] });
    desk.pass(msPerMinute);
    expect((await read()).status).toBe(200);
    const judged = await desk.ask("GET", `/desk/reviews/${again.body.opening}`, { cookie: wren.cookie, headers });
    expect(JSON.parse(JSON.stringify(judged.body)).looks.map(({ what }: { what: string }) => what)).not.toContain("read-case");
  });

  test("an auditor chooses a purpose first, sees who looked without a task and at themselves, and stands in the log too", async () => {
    const auditor = officer("auditor");
    auditor.cookie = (await signIn(desk, auditor.key)).cookie;
    const purpose = (code: string) => ({
      cookie: auditor.cookie,
      headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify({ code })) },
    });
    expect((await desk.ask("GET", "/desk/log", purpose("supervision"))).body.refused.rule).toBe("reason");
    await desk.parts.log.appendCollect({ item: "letter-1", sha256: "00".repeat(32) });
    await desk.ask("POST", "/desk/sign-in/finish", { body: { response: {} } });
    const log = await desk.ask("GET", "/desk/log", purpose("lawfulness"));
    expect(log.status).toBe(200);
    const shown = readStrictly(log.body, "answer", looksByOfficer);
    const opened = shown.ok ? shown.value.openedAnyway.filter((one) => one.case === "0506") : [];
    expect(opened).toMatchObject([
      { name: "PC 5120 J. Marsh", review: null },
      { name: "PC 5120 J. Marsh", review: { by: "Insp Adair", verdict: "right", words: "Number and address fit." } },
    ]);
    const investigator = log.body.officers.find((one) => one.officer === officer("investigator").id);
    // What is counted is what is listed: looks for which a reason was asked, and no row of a queue or preview.
    const { cookie, headers } = purpose("lawfulness");
    const listed = (id: string) => desk.ask("GET", `/desk/log/entries?officer=${id}&withoutTask=yes`, { cookie, headers });
    const { looks: ofInvestigator } = (await listed(officer("investigator").id)).body;
    expect([investigator?.noTask, ofInvestigator.length > 0]).toEqual([ofInvestigator.length, true]);
    for (const { what } of (await listed(officer("contact-handler").id)).body.looks)
      expect(["see-queue", "preview-report", "my-cases", "log-contact"]).not.toContain(what);
    // What nobody did is one row, whichever part of the program wrote it; every kind of s62(1) has its column.
    const byItself = log.body.officers.filter(({ name }) => name === null);
    expect(byItself).toMatchObject([{ officer: "desk", collect: 1, erase: 0 }]);
    const own = await desk.ask("GET", "/desk/log/entries?officer=desk", purpose("lawfulness"));
    expect(new Set(own.body.looks.map(({ actor }) => actor))).toEqual(new Set(["intake", "desk"]));
    const looks = await desk.ask("GET", "/desk/log/entries?person=person-1&withoutTask=yes", purpose("lawfulness"));
    expect(looks.body.looks.length).toBeGreaterThan(0);
    expect(looks.body.looks.every(({ person }) => person === "person-1")).toBe(true);
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(last).toMatchObject({ actor: auditor.id, what: "read-log", person: "person-1" });
  });

  test("all of it stands in the log, and the log holds", async () => {
    expect(await auditVerify({ database: desk.parts.database, force: desk.parts.force.id, signer: desk.signer })).toMatchObject({
      ok: true,
    });
  });

  test("whoever is refused an order opens its case anyway by the order’s number, and one that is closed to them or in no case as little as a guessed one", async () => {
    const bell = await desk.enrol("DC 3001 T. Bell", "investigator");
    const reason = { code: "risk-to-life", words: "999 log 0061: he is at her work" };
    const read = () =>
      desk.ask("GET", `/desk/orders/${ordersOf.register}`, {
        cookie: bell.cookie,
        headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify({ code: "danger", words: "" })) },
      });
    const refused = await read();
    expect([refused.status, refused.body.refused.rule]).toEqual([403, "need-to-know"]);
    expect(JSON.stringify(refused.body)).not.toContain("0506");
    const open = (order: string) => bell.ask("POST", `/desk/orders/${order}/break-glass`, { reason });
    const { database, force } = desk.parts;
    await machineTransaction(database, (tx) =>
      tx.insertInto("case_barred").values({ force: force.id, case_ref: "0391", officer: bell.id }).execute(),
    );
    const answers = await Promise.all([ordersOf.barred, ordersOf.elsewhere, typedOrder, "SPO-26-998"].map(open));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body.refused]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 403, body: { refused: { rule: "need-to-know" } } });
    expect(await open(ordersOf.register)).toMatchObject({ status: 200, body: { case: "0506" } });
    expect((await bell.ask("GET", "/desk/me")).body).toMatchObject({ openings: [{ case: "0506", words: reason.words }] });
    // The page of that order is let through the door now: of this seeded one nothing was ever written.
    expect((await read()).status).toBe(404);
  });
});
