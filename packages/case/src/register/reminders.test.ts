import { civilFromDays, civilToIso } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderState } from "../fold/order-state.ts";
import { orderHeldUntil } from "./held-until.ts";
import { remindersDue } from "./reminders.ts";
import { desk } from "../event.ts";
import {
  type Step,
  at,
  attended,
  beside,
  condition,
  full,
  interim,
  made,
  play,
  refusedAfter,
  register,
  served,
  step,
} from "../../../../test/cases/made-order.ts";

/** Reminders: each once, late rather than never. */

describe("reminders", () => {
  const of = (state: OrderState, on: string): readonly string[] =>
    remindersDue(state, register, beside.reminders, at(on)).map(({ about, due, setting }) => `${about} | ${due} | ${setting}`);
  const give = (on: string, state: OrderState): readonly Step[] =>
    remindersDue(state, register, beside.reminders, at(on)).map(({ about, due, setting }) =>
      step(on, { kind: "reminder-given", body: { about, due, setting } }, desk),
    );

  test("of an end at each day that the force set, of a duty on its last day with nothing recorded, each once and none lost where the machine stood", () => {
    let state = play(full);
    expect(of(state, "2029-06-02")).toEqual([]);
    expect(of(state, "2029-06-03")).toEqual(["full order | 2029-11-30 | 180 days before"]);
    state = play(give("2029-06-03", state), state);
    expect(of(state, "2029-06-03")).toEqual([]);
    // The clock jumped over both others.
    expect(of(state, "2029-12-05")).toEqual(["full order | 2029-11-30 | 90 days before", "full order | 2029-11-30 | 30 days before"]);
    expect(
      refusedAfter(
        [],
        step("2029-12-05", { kind: "reminder-given", body: { about: "full order", due: "2029-11-30", setting: "180 days before" } }, desk),
        state,
      ),
    ).toEqual({
      rule: "reminded-already",
    });
    expect(
      refusedAfter(
        [],
        step("2029-12-05", { kind: "reminder-given", body: { about: "full order", due: "2029-11-30", setting: "7 days before" } }, desk),
        state,
      ),
    ).toEqual({
      rule: "not-due",
    });
  });

  test("s9(1): on the last day of the first notice, and after it where it was missed; none once it is met", () => {
    const state = play(interim);
    expect(of(state, "2026-11-01")).toEqual(["interim order | 2027-01-31 | 90 days before"].slice(1));
    const last = "first-notice, interim served 2026-10-31 | 2026-11-02 | last day";
    expect(of(state, "2026-11-02")).toContain(last);
    expect(of(state, "2026-11-04")).toContain(last);
    expect(of(play([attended("2026-11-02")], state), "2026-11-04")).not.toContain(last);
  });

  test("s10(1): of what was kept open on its day, and not where a fact has decided it since", () => {
    const kept = step("2026-11-05", {
      kind: "duty-settled",
      body: { rule: "first-notice", trigger: "interim served 2026-10-31", how: "keep-open", reason: "Asked.", again: "2026-11-20" },
    });
    const state = play([attended("2026-11-02", { area: "elsewhere" }), kept], play(interim));
    const again = "first-notice, interim served 2026-10-31 | 2026-11-20 | again";
    expect([of(state, "2026-11-19").includes(again), of(state, "2026-11-20").includes(again)]).toEqual([false, true]);
    expect(of(play([{ ...attended("2026-11-01"), on: "2026-11-06" }], state), "2026-11-20")).not.toContain(again);
  });

  test("s3(3): of a condition that a court takes away from a later day, while it stands to its own end; not where it is gone before that", () => {
    const own = condition(2, { own: { until: "2029-06-30" } });
    const varied = (from: string): OrderState =>
      play([
        ...interim,
        attended("2026-11-02"),
        made("made", "2026-12-01", "2029-11-30", [condition(1), own]),
        ...served("full", "2026-12-02", 9),
        step("2027-01-10", {
          kind: "court-result",
          body: { result: "varied", order: "full", day: "2027-01-10", from, court: "Northmere", conditions: [condition(1)] },
        }),
      ]);
    const end = "full order, condition 2 | 2029-06-30 | 30 days before";
    expect(of(varied("2029-09-01"), "2029-05-30")).not.toContain(end);
    expect(of(varied("2029-09-01"), "2029-06-10")).toContain(end);
    expect(of(varied("2029-03-01"), "2029-06-10").filter((one) => one.includes("condition 2"))).toEqual([]);
    // Until the end of the day before nothing that time alone can change is missed.
    const held = orderHeldUntil(
      play(give("2029-05-20", varied("2029-09-01")), varied("2029-09-01")),
      register,
      beside.reminders,
      at("2029-05-20"),
    );
    expect(held).toBe(at("2029-05-30T23:00:00.000Z"));
  });
});

test("whenever the machine looks and however long it stood, each reminder of an end is given once and none is lost", () => {
  const given = (looks: readonly number[]): readonly string[] => {
    const ids: string[] = [];
    let state = play(full);
    for (const look of looks) {
      const on = civilToIso(civilFromDays(20_753 + look));
      for (const { about, due, setting } of remindersDue(state, register, beside.reminders, at(on))) {
        ids.push(`${about} ${due} ${setting}`);
        state = play([step(on, { kind: "reminder-given", body: { about, due, setting } }, desk)], state);
      }
    }
    return ids.toSorted();
  };
  const end = 1_200;
  const each = given(Array.from({ length: 60 }, (_, i) => (i + 1) * 20));
  expect(each).toEqual([
    "full order 2029-11-30 180 days before",
    "full order 2029-11-30 30 days before",
    "full order 2029-11-30 90 days before",
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 40, max: end }), { maxLength: 8 }), (looks) => {
      expect(given([...looks.toSorted((one, other) => one - other), end])).toEqual(each);
    }),
    { seed: 9_006, numRuns: 60 },
  );
});
