/** What is decided about keeping and erasing, and what was lost: asked over HTTP, by officers who may and who may not. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { type Instant, instantToIso, later, msPerDay, parseInstant } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { allRows } from "./all-rows.ts";
import { seedCase, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, signIn } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const theCase = "3101";
const path = `/desk/cases/${theCase}/retention`;
const reason = { code: "supervision", words: "" };

/** What stands in these answers, where it stands there. */
interface Shown {
  readonly saw: number;
  readonly rows: readonly { readonly subject: { readonly id: string }; readonly due: string; readonly held: object }[];
  readonly stays: readonly string[];
  readonly proposed: object | null;
  readonly agreed: object | null;
  readonly goes: object;
  readonly loss: string;
  readonly losses: readonly { readonly loss: string; readonly clock: string; readonly ends: number; readonly isOpen: boolean }[];
}

describeOnBoth("how long a case is kept, and what was lost", (stage) => {
  let desk: DeskStage;
  let abara: Officer;
  let wren: Officer;
  let elsewhere: Officer;
  let bell: Officer;

  beforeAll(async () => {
    desk = await openDesk(stage);
    abara = await desk.enrol("Supt Gwen Abara", "supervisor");
    wren = await desk.enrol("Sgt Ida Wren", "supervisor");
    elsewhere = await desk.enrol("Insp Marian Okell", "supervisor");
    bell = await desk.enrol("DC Orla Bell", "investigator");
    await seedReport(desk, { report: "R-3101", name: "Nadia Khan" });
    await seedCase(desk, theCase, { reports: ["R-3101"], members: [abara.id, wren.id, bell.id] });
    await close(later(desk.parts.now(), -400 * msPerDay));
  });

  async function close(at: Instant): Promise<void> {
    await machineTransaction(desk.parts.database, (tx) =>
      sql`update case_view set closed_at = ${instantToIso(at)} where case_ref = ${theCase}`.execute(tx),
    );
  }
  const body = ({ body: written }: Awaited<ReturnType<Officer["ask"]>>): Shown => written as unknown as Shown;
  const look = async (who: Officer, at = path) => body(await who.ask("GET", at));
  const decide = async (who: Officer, kind: string, its: object, saw?: number) => {
    const seen = saw ?? (await look(abara)).saw;
    const { status, body: came } = await who.ask("POST", path, { saw: seen, decision: { kind, body: its }, reason });
    return status === 403 ? came.refused.rule : status;
  };
  const answer = (question: string, said = "no") => decide(abara, "asked", { question, answer: said, says: "asked by telephone" });

  test("the list of reviews has numbers, days and counts, and nobody's name; who is not on the case sees it there and decides nothing", async () => {
    const list = await look(elsewhere, "/desk/retention");
    expect(list.rows).toMatchObject([
      {
        subject: { of: "case", id: theCase },
        due: "2026-10-23",
        isDue: true,
        held: { reports: 1, acts: 0, exhibits: 3, orders: 0 },
        mayDecide: false,
      },
    ]);
    expect((await look(wren, "/desk/retention")).rows).toMatchObject([{ mayDecide: true }]);
    expect(JSON.stringify(list)).not.toContain("Nadia");
    expect([(await elsewhere.ask("GET", path)).status, await decide(elsewhere, "held", { reason: "a link", until: "2027-07-12" })]).toEqual(
      [403, "need-to-know"],
    );
    for (const at of ["/desk/retention", path]) expect((await bell.ask("GET", at)).body.refused.rule).toBe("role");
    expect(await decide(bell, "held", { reason: "a link", until: "2027-07-12" })).toBe("role");
    expect((await abara.ask("POST", path, { saw: 0, decision: { kind: "erase-agreed", body: {} } })).body.refused.rule).toBe("reason");
  });

  test("one question that nobody asked stops it, and a day that is past holds nothing", async () => {
    const propose = () => decide(abara, "erase-proposed", { reason: "No order, no link.", asked: false });
    expect(await propose()).toBe("cannot-go");
    for (const question of ["court", "another-person"]) expect(await answer(question)).toBe(200);
    expect(await propose()).toBe("cannot-go");
    expect((await look(abara)).stays).toEqual(["Does the person it is about want it kept? Not asked."]);
    expect(await answer("own-wish")).toBe(200);
    expect(await decide(abara, "held", { reason: "an appeal", until: "2026-11-27" })).toBe("hold-day");
    expect(await decide(abara, "held", { reason: "an appeal", until: "2026-12-01" })).toBe(200);
    expect(await propose()).toBe("cannot-go");
    expect(await decide(wren, "hold-ended", { reason: "no appeal was made" })).toBe(200);
    expect((await look(abara)).stays).toEqual([]);
    expect(await decide(abara, "held", { reason: "an appeal" })).toBe(400);
  });

  test("who proposed it does not agree to it, another who saw it does, and of two at once one", async () => {
    expect(await decide(wren, "erase-agreed", {})).toBe("no-proposal");
    expect(await decide(abara, "erase-proposed", { reason: "No order, no link.", asked: false })).toBe(200);
    expect(await decide(abara, "erase-agreed", {})).toBe("second-person");
    expect(await decide(elsewhere, "erase-agreed", {})).toBe("need-to-know");
    const { saw, goes } = await look(wren);
    expect(goes).toMatchObject({ items: 1, handedOn: 0 });
    expect(await decide(wren, "erase-agreed", {}, saw - 1)).toBe(409);
    const both = await Promise.all([decide(wren, "erase-agreed", {}, saw), decide(wren, "erase-agreed", {}, saw)]);
    expect(new Set(both)).toEqual(new Set([200, 409]));
    expect(await look(abara)).toMatchObject({ saw: saw + 1, agreed: { by: wren.name }, proposed: { by: abara.name } });
    // Nothing is gone: the command erases, and until it does either may take it back.
    expect((await look(abara, "/desk/retention")).rows.length).toBe(1);
    expect(await decide(wren, "taken-back", { reason: "a letter came" })).toBe(200);
    expect(await look(abara)).toMatchObject({ agreed: null, proposed: null });
  });

  test("a yes ends what was proposed, and what rests on it is worked out again when the second person agrees", async () => {
    expect(await decide(abara, "erase-proposed", { reason: "No order, no link.", asked: false })).toBe(200);
    expect(await answer("own-wish", "yes")).toBe(200);
    expect(await decide(wren, "erase-agreed", {})).toBe("no-proposal");
    expect(await answer("own-wish")).toBe(200);
    expect(await decide(abara, "erase-proposed", { reason: "No order, no link.", asked: false })).toBe(200);
    // It is opened again in between.
    await machineTransaction(desk.parts.database, (tx) =>
      sql`update case_view set closed_at = null where case_ref = ${theCase}`.execute(tx),
    );
    expect(await decide(wren, "erase-agreed", {})).toBe("cannot-go");
    await close(later(desk.parts.now(), -100 * msPerDay));
    expect(await decide(wren, "erase-agreed", {})).toBe("cannot-go");
    expect(await decide(abara, "taken-back", { reason: "opened again" })).toBe(200);
    // Who asks that it goes need not wait for the review.
    expect(await decide(abara, "erase-proposed", { reason: "her request", asked: true })).toBe(200);
    expect(await decide(wren, "erase-agreed", {})).toBe(200);
  });

  test("every decision and every refusal of one is an entry of the log, as erasing, with its reason", async () => {
    const rows = await allRows(desk.parts.database)
      .selectFrom("access_log")
      .select(["result", "op", "case_ref"])
      .where("what", "=", "erase-case")
      .where("actor", "=", abara.id)
      .execute();
    expect(new Set(rows.map(({ op, case_ref }) => `${op} ${case_ref}`))).toEqual(new Set([`erase ${theCase}`]));
    expect(new Set(rows.map(({ result }) => result)).size).toBe(2);
  });

  const loss = {
    happened: null,
    aware: { day: "2026-11-26", at: "16:10" },
    what: "A day sheet was left on a printer.",
    people: 6,
    likely: "Nobody outside is known to have seen it.",
  };
  const write = async (who: Officer, at: string, more: object) => {
    const { status, body: came } = await who.ask("POST", at, more);
    return status === 403 ? came.refused.rule : status;
  };

  test("a loss has its 72 hours from knowing, an officer decides who is told, and what was written stays", async () => {
    const first = await abara.ask("POST", "/desk/losses", { decision: { kind: "recorded", body: loss } });
    expect([first.status, body(first).loss]).toEqual([200, "PB-1"]);
    const at = "/desk/losses/PB-1";
    const [shown] = (await look(wren, "/desk/losses")).losses;
    expect(shown).toMatchObject({ loss: "PB-1", clock: "runs", ends: parseInstant(Date.UTC(2026, 10, 29, 16, 10)), isOpen: true });
    const named = { kind: "recorded", body: { ...loss, what: "a print of R-3101" } };
    expect(await write(abara, "/desk/losses", { decision: named })).toBe("names-somebody");
    const not = (whom: string) => ({ kind: "decided", body: { whom, answer: "not-tell", reason: "nobody else’s data" } });
    expect(await write(wren, at, { saw: 1, decision: not("controller") })).toBe(200);
    expect(await write(abara, at, { saw: 1, decision: not("people") })).toBe(409);
    expect(await write(abara, at, { saw: 2, decision: not("people") })).toBe(200);
    expect(await write(abara, "/desk/losses/PB-9", { saw: 0, decision: not("people") })).toBe(404);
    expect(await write(abara, "/desk/losses", { decision: not("people") })).toBe("recorded-first");
    for (const kind of ["GET", "POST"] as const) expect((await bell.ask(kind, "/desk/losses")).body.refused.rule).toBe("role");

    desk.pass(4 * msPerDay);
    abara.cookie = (await signIn(desk, abara.key)).cookie;
    expect((await look(abara, "/desk/losses")).losses).toMatchObject([{ clock: "over", isOpen: true }]);
    const told = (late: string | null) => ({
      kind: "told",
      body: { whom: "commissioner", when: { day: "2026-11-30", at: "09:00" }, says: "By the form.", late },
    });
    expect(await write(abara, at, { saw: 3, decision: told(null) })).toBe("why-late");
    expect(await write(abara, at, { saw: 3, decision: told("It was thought to be another office’s sheet.") })).toBe(200);
    expect((await look(abara, "/desk/losses")).losses).toMatchObject([{ clock: "told-late", isOpen: false }]);
    // The desk's own role changes and takes away nothing of it.
    for (const change of [sql`update loss_event set event = ''`, sql`delete from loss_event`, sql`delete from retention_event`])
      await expect(machineTransaction(desk.parts.database, (tx) => change.execute(tx))).rejects.toThrow("permission denied");
  });
});
