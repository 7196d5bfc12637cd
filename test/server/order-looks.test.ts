/** Looks at a whole register: who is meant by a name, and what ends and comes to a court, found by what is kept and not by reading every order. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type LookAheadRow, type OrderEvent, foldOrder, lookAhead, lookAheadOrders, orderIntentFromJson } from "@unmask/case";
import { later, msPerDay, readStrictly } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { lawOfAhead } from "../../apps/server/src/orders/ahead-page.ts";
import { addDaysToCivil, civilDay } from "../../apps/server/src/orders/civil-day.ts";
import { foldedName, namesToLookFor } from "../../apps/server/src/orders/folded-name.ts";
import { deskLawOfOrders, orderLawsOf } from "../../apps/server/src/orders/order-laws.ts";
import { projectOrders } from "../../apps/server/src/orders/project-order.ts";
import { putOrderEvents } from "../../apps/server/src/sql/case/order-events.ts";
import { ordersNamed, ordersNumbered, ordersOfSubject } from "../../apps/server/src/sql/case/order-names.ts";
import { clearOrderRows, putOrderRows } from "../../apps/server/src/sql/case/order-views.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

/** More than two pages of lines. */
const manyOrders = 160;

interface Page {
  readonly rows: readonly LookAheadRow[];
  readonly says: string;
  readonly to: string;
  readonly many: number;
  readonly next?: string;
}

describeOnBoth("looks at a whole register", (stage) => {
  let desk: DeskStage;

  beforeAll(async () => {
    desk = await openDesk(stage);
  });

  test("a name, or some letters of it, finds the orders that comparing every name would find, and no other", async () => {
    const { database, force } = desk.parts;
    // Few letters, so that names meet: with marks, one that is two units long, and words longer than what is kept of one.
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", "é", "ł", "𐐨", "'"), minLength: 1, maxLength: 6 }),
      fc.constantFrom("ab".repeat(20), "ab".repeat(20) + "c", "b".repeat(300)),
    );
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
    const people = fc.sample(fc.array(name, { minLength: 1, maxLength: 3 }), { seed: 5, numRuns: 120 });
    const subjects = people.map((names, i) => ({ order_id: `SPO-26-${100 + i}`, subject: namesToLookFor(names) }));
    await machineTransaction(database, (tx) =>
      putOrderRows(
        tx,
        force.id,
        subjects.map((one) => ({ view: { ...blankView, ...one, force: force.id }, duties: [], lines: () => [] })),
      ),
    );
    const found = (wanted: (subject: string) => boolean) =>
      subjects.filter(({ subject }) => wanted(subject)).map(({ order_id }) => order_id);
    const asked = fc.sample(fc.array(name, { minLength: 1, maxLength: 2 }), { seed: 6, numRuns: 60 });
    const some = [...asked, ...people.slice(0, 30)];
    let many = 0;
    await machineTransaction(database, async (tx) => {
      for (const names of some) {
        const folded = names.map(foldedName);
        const exact = found((subject) => folded.some((one) => subject.includes(`\n${one}\n`)));
        expect([names, await ordersOfSubject(tx, force.id, folded)]).toEqual([names, exact]);
        const words = (folded[0] ?? "").split(" ");
        const inAll = found((subject) => words.every((one) => subject.includes(one)));
        const rows = await ordersNamed(tx, force.id, { words, limit: 500 });
        expect([words, rows.map(({ order_id }) => order_id)]).toEqual([words, inAll]);
        many += inAll.length;
      }
      await clearOrderRows(tx, force.id);
      expect(await ordersNamed(tx, force.id, { words: ["a"], limit: 500 })).toEqual([]);
      expect(await tx.selectFrom("order_name").selectAll().execute()).toEqual([]);
    });
    expect(many).toBeGreaterThan(500);
  });

  test("a name that was taken back finds its order no more, and the new one does", async () => {
    const { database, force } = desk.parts;
    const put = (...names: readonly string[]) =>
      machineTransaction(database, (tx) =>
        putOrderRows(tx, force.id, [
          { view: { ...blankView, force: force.id, order_id: "SPO-26-100", subject: namesToLookFor(names) }, duties: [], lines: () => [] },
        ]),
      );
    const named = (word: string) => machineTransaction(database, (tx) => ordersNamed(tx, force.id, { words: [word], limit: 5 }));
    await put("Gary Slade", "Gaz");
    expect((await named("gaz")).length).toBe(1);
    await put("Gary Slade", "Gary Marsh");
    expect([(await named("gaz")).length, (await named("arsh")).length]).toEqual([0, 1]);
    await machineTransaction(database, (tx) => clearOrderRows(tx, force.id));
  });

  test("a name is found as an ordinary keyboard types it, however it is kept, and an order by the number that stands on its paper", async () => {
    const { database, force } = desk.parts;
    const kept = ["Stanisław O’Neill", "Ann-Marie Weiß"];
    const view = { ...blankView, force: force.id, order_id: "SPO-26-100", subject: namesToLookFor(kept) };
    await machineTransaction(database, (tx) => putOrderRows(tx, force.id, [{ view, duties: [], lines: () => [] }]));
    const found = await machineTransaction(database, async (tx) => ({
      named: await Promise.all(
        ["O'Neill", "stanislaw oneill", "ann marie", "Ann–Marie WEISS"].map(
          async (typed) => (await ordersNamed(tx, force.id, { words: foldedName(typed).split(" "), limit: 5 })).length,
        ),
      ),
      same: await ordersOfSubject(tx, force.id, [foldedName("Stanislaw O'Neill")]),
      numbered: await Promise.all(
        ["spo-26-100", "spo-26-100-i", "spo-26-10"].map(
          async (number) => (await ordersNumbered(tx, force.id, { number, typed: [] })).length,
        ),
      ),
      typed: await ordersNumbered(tx, force.id, { number: "wm-26-031", typed: ["SPO-26-100"] }),
    }));
    expect(found).toEqual({
      named: [1, 1, 1, 1],
      same: ["SPO-26-100"],
      numbered: [1, 1, 0],
      typed: [{ order_id: "SPO-26-100", case_ref: null }],
    });
    await machineTransaction(database, (tx) => clearOrderRows(tx, force.id));
  });

  test("an application that is only prepared is found by no name: nobody at a counter learns of it", async () => {
    const { database, force } = desk.parts;
    const view = { ...blankView, force: force.id, order_id: "SPO-26-100", subject: namesToLookFor(["Gary Slade"]) };
    const found = (made_on: string | null) =>
      machineTransaction(database, async (tx) => {
        await putOrderRows(tx, force.id, [{ view: { ...view, made_on }, duties: [], lines: () => [] }]);
        return (await ordersNamed(tx, force.id, { words: ["slade"], limit: 5 })).length;
      });
    expect([await found(null), await found("2026-10-19")]).toEqual([0, 1]);
    await machineTransaction(database, (tx) => clearOrderRows(tx, force.id));
  });

  test("page after page the look-ahead is what all orders come to when each of them is read, and each order shown stands in the log", async () => {
    const { database, force } = desk.parts;
    const orders = fc.sample(anOrder, { seed: 7, numRuns: manyOrders }).map((written, i) => eventsOf(written, i, desk.parts.now()));
    const states = orders.map((events) => foldOrder(events[0]?.stream.id ?? "", events, deskLawOfOrders));
    await machineTransaction(database, async (tx) => {
      await putOrderEvents(tx, force.id, orders.flat());
      await projectOrders(tx, { force, now: desk.parts.now() }, states);
    });
    for (const pass of [0, 1, 24]) {
      desk.pass(pass * msPerDay);
      const who = await desk.enrol(`Dilys Parry ${pass}`, "spo-coordinator");
      for (const days of [0, 30, 180]) {
        const today = civilDay(desk.parts.now());
        const worked = lookAhead(
          states.flatMap((state) => lookAheadOrders(state, orderLawsOf(state.jurisdiction).register, today)),
          [],
          lawOfAhead,
          { today, days, reminderDays: [180, 90, 30], endedDays: 30 },
        );
        const pages = await allPages(who, days);
        expect(pages.rows).toEqual(worked.rows);
        expect(pages).toMatchObject({ says: worked.says, to: worked.to, many: worked.rows.length });
        const shown = new Set(pages.rows.map(({ order }) => order));
        expect(new Set(pages.entries)).toEqual(shown);
        if (days === 180) expect(pages.many).toBeGreaterThan(2 * 100);
      }
    }
  });

  async function allPages(who: Officer, days: number) {
    let first: Page | undefined;
    const rows: LookAheadRow[] = [];
    const entries: string[] = [];
    for (let after = ""; ;) {
      const before = await lastNumber(desk);
      const reply = await who.ask("GET", `/desk/look-ahead?days=${days}&after=${encodeURIComponent(after)}`);
      expect(reply.status).toBe(200);
      const page = pageOf(reply.body);
      entries.push(...(await itemsAfter(desk, before)));
      first ??= page;
      rows.push(...page.rows);
      if (page.next === undefined) return { ...first, rows, entries };
      after = page.next;
    }
  }
});

/** The body of an answer as the page that it is. */
function pageOf(body: unknown): Page {
  return body as Page;
}

/** A row of an order of which only the names matter. */
const blankView = {
  ...{ event: 1, case_ref: null, stage: "granted", is_ours: true, which: "full", made_on: "2026-10-19", over_from: null },
  ...{ ahead: "", shown: "{}", looks: "[]", rule_version: "", holds_until: null, worked_at: "2026-10-19T09:00:00Z" },
};

const offset = fc.integer({ min: -40, max: 200 });
const anOrder = fc.record({
  interim: fc.option(offset, { nil: undefined }),
  full: fc.option(fc.option(offset, { nil: null }), { nil: undefined }),
  own: fc.option(offset, { nil: undefined }),
  courtDays: fc.array(offset, { maxLength: 2 }),
  register: fc.option(fc.record({ from: fc.integer({ min: -40, max: 20 }), to: fc.option(offset, { nil: undefined }) }), {
    nil: undefined,
  }),
  isTheirs: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
});
type Written = typeof anOrder extends fc.Arbitrary<infer T> ? T : never;

/** Its events, in the order in which they could have come. */
function eventsOf(
  { interim, full, own, courtDays, register, isTheirs }: Written,
  nth: number,
  now: OrderEvent["happened"],
): readonly OrderEvent[] {
  const id = `SPO-26-${200 + nth}`;
  const on = (days: number): string => addDaysToCivil(civilDay(now), days);
  const court = "Northshire Magistrates’ Court";
  const condition = {
    ...{ condition: 1, type: "prohibition", kind: "prohibition/contact", says: "Not to contact.", necessity: "Messages.", evidence: [] },
    ...{ interimToo: true, ...(own !== undefined && { own: { until: on(own) } }) },
  };
  const subject = { name: `Subject ${nth} Slade` };
  const result = (kind: string, made: number, until: number | null) => ({
    kind: "court-result",
    body: { result: kind, day: on(made), court, period: { until: until === null ? null : on(until) }, conditions: [condition] },
  });
  const { necessity: _, ...typed } = condition;
  const written: readonly unknown[] = isTheirs
    ? [
        {
          kind: "order-typed",
          body: {
            ...{ jurisdiction: "EW", theirs: `WM-26-${nth}`, force: "Westmere Police", court, subject, order: "full", made: on(-60) },
            ...{ period: { until: typeof full === "number" ? on(full) : null }, conditions: [typed], protects: [] },
          },
        },
      ]
    : [
        { kind: "application-begun", body: { jurisdiction: "EW", subject, route: "s1-application", force: "Northshire Police" } },
        { kind: "condition-written", body: condition },
        ...(interim === undefined ? [] : [result("interim-made", -60, interim)]),
        ...(full === undefined ? [] : [result("made", -45, full)]),
        ...courtDays.map((day) => ({ kind: "court-day", body: { day: on(day), court, about: "Costs" } })),
        ...(register === undefined
          ? []
          : [
              {
                kind: "other-register",
                body: {
                  register: "another register",
                  from: on(register.from),
                  ...(register.to !== undefined && register.to >= register.from && { to: on(register.to) }),
                  ground: { says: "told", knowing: "record" },
                },
              },
            ]),
      ];
  return written.map((one, i): OrderEvent => {
    const read = readStrictly(one, "event", orderIntentFromJson);
    if (!read.ok) throw new Error(read.error);
    const at = later(now, -(70 * msPerDay) + i * 60_000);
    return { stream: { of: "order", id }, number: i + 1, happened: at, recorded: at, by: "o-parry", ...read.value };
  });
}

async function lastNumber({ parts }: DeskStage): Promise<number> {
  const rows = await machineTransaction(parts.database, (tx) =>
    tx
      .selectFrom("access_log")
      .select((one) => one.fn.max<number | null>("number").as("last"))
      .execute(),
  );
  return Number(rows[0]?.last ?? 0);
}

/** Orders that the log names after a number. */
async function itemsAfter({ parts }: DeskStage, number: number): Promise<readonly string[]> {
  const rows = await machineTransaction(parts.database, (tx) =>
    tx.selectFrom("access_log").select("entry").where("number", ">", number).execute(),
  );
  return rows.flatMap(({ entry }) => {
    const { item }: { readonly item?: unknown } = JSON.parse(entry);
    return typeof item === "string" ? [item] : [];
  });
}
