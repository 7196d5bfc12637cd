import { describe, expect, test } from "vitest";
import { emptyOrder } from "../fold/order-state.ts";
import type { OrderEvent } from "../order-event.ts";
import { changedByEach, whatChanged } from "./what-changed.ts";
import { type Step, at, attended, beside, full, hash, interim, law, play, register, step } from "../../../../test/cases/made-order.ts";

/** What an event changed of everything that is worked out. */

describe("what an event changed", () => {
  const worked = { register, reminders: beside.reminders };
  const between = (steps: readonly Step[], last: Step, on: string) => {
    const before = play(steps);
    return whatChanged(before, play([last], before), { ...worked, at: at(on) }).map(
      ({ what, was, is }) => `${what}: ${was ?? "-"} → ${is ?? "-"}`,
    );
  };

  test("a service that is withdrawn takes every clock with it that ran from it", () => {
    expect(
      between(
        interim,
        step("2026-11-05", { kind: "service-withdrawn", body: { attempt: 5, reason: "His brother." } }, "o-wren"),
        "2026-11-05",
      ),
    ).toEqual([
      "Interim order, service: served Sat 31 Oct 2026 at 16:05 → not served",
      "first notice, s9(1), interim served 2026-10-31: overdue, by the end of Mon 2 Nov 2026 → -",
      "first notice, s9(1), the interim order is not served yet: - → not served",
    ]);
  });

  test("s4(4)(b): a discharge that the rule forbids changes nothing before a second person has read its certified copy", () => {
    const body = { result: "discharged", order: "full", day: "2028-06-01", court: "Northmere" };
    const copy = { exhibit: "DP/8", sha256: hash, certified: true };
    expect(between(full, step("2028-06-02", { kind: "court-result", body }), "2028-06-02")).toEqual([]);
    const typed = [...full, step("2028-06-02", { kind: "court-result", body: { ...body, copy } })];
    const confirmed = step(
      "2028-06-03",
      { kind: "result-confirmed", body: { result: 11, copyOfThisOrder: "yes", asTyped: "yes", againstRuleSeen: true } },
      "o-wren",
    );
    expect(between(typed, confirmed, "2028-06-03")).toEqual([
      "Full order: lives, to Fri 30 Nov 2029 → discharged from Thu 1 Jun 2028",
      "Full order: Until the end of 2028-11-30 a discharge needs consent. Not written here as given by that day: the chief officer who applied for it.: - → conflicts with s4(4)(b)",
      "Full order, 180 days before its end: Sun 3 Jun 2029 → -",
      "Full order, 90 days before its end: Sat 1 Sep 2029 → -",
      "Full order, 30 days before its end: Wed 31 Oct 2029 → -",
    ]);
  });

  test("of a whole stream each event that moved others is told with what it moved", () => {
    const events: OrderEvent[] = [];
    const steps = [
      ...interim,
      attended("2026-11-02"),
      step("2026-11-05", { kind: "entry-withdrawn", body: { entry: 7, reason: "His brother." } }),
    ];
    steps.reduce((state, one) => {
      const moment = at(one.on);
      events.push({
        ...one.intent,
        stream: { of: "order", id: state.order },
        number: state.number + 1,
        by: one.by,
        happened: moment,
        recorded: moment,
      });
      return play([one], state);
    }, emptyOrder("SPO-26-025"));
    const changed = changedByEach("SPO-26-025", events, { lawOf: () => law, ...worked });
    expect([...changed.keys()]).toEqual([4, 6, 8]);
    // The period ran on the day on which the service was confirmed: that it was over later is no change of that entry.
    expect(changed.get(6)).toContainEqual({
      of: "duty",
      what: "first notice, s9(1), interim served 2026-10-31",
      was: null,
      is: "due, by the end of Mon 2 Nov 2026",
    });
    expect(changed.get(8)).toEqual([
      {
        of: "duty",
        what: "first notice, s9(1), interim served 2026-10-31",
        was: "met, by the end of Mon 2 Nov 2026, notified Mon 2 Nov 2026",
        is: "overdue, by the end of Mon 2 Nov 2026",
      },
    ]);
  });

  test("a certified copy that a later result names again is held once", () => {
    const copy = { exhibit: "DP/3", sha256: hash, certified: true };
    const body = { order: "full", court: "Northmere", copy, period: { until: "2029-11-30" } };
    const state = play([
      ...full,
      step("2027-12-01", { kind: "court-result", body: { ...body, result: "renewed", day: "2027-12-01" } }),
      step("2028-12-01", { kind: "court-result", body: { ...body, result: "renewed", day: "2028-12-01" } }),
    ]);
    expect(state.orders.find(({ which }) => which === "full")?.copies.filter(({ exhibit }) => exhibit === "DP/3")).toHaveLength(1);
  });

  test("what is written down without moving anything changes nothing", () => {
    expect(
      between(
        full,
        step("2026-12-05", { kind: "court-day", body: { day: "2027-01-05", court: "Northmere", about: "review" } }),
        "2026-12-05",
      ),
    ).toEqual([]);
  });
});
