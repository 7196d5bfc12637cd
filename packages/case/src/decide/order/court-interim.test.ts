import { describe, expect, test } from "vitest";
import { order, last, at, uncertified, lodgedThere } from "../../../../../fixtures/order-court-steps.ts";
import {
  type Step,
  besideNi,
  certified,
  condition,
  confirms,
  fullMade,
  go,
  interim as interimAsked,
  interimMade,
  lodgedOne,
  okell,
  refused,
  result,
  subject,
  written,
} from "../../../../../fixtures/order-story.ts";
import { stageOfOrder } from "../../fold/order/live-order.ts";
import type { OrderIntent } from "../../order-event.ts";

test("Northern Ireland: no source that was read says when an interim order is asked for or made, and nothing of it is refused or has a section", () => {
  const state = lodgedThere();
  const interim = (day: string): Step =>
    at(
      day,
      result({
        result: "interim-made",
        day,
        inForce: day,
        period: { until: "2027-01-31" },
        conditions: [condition(1)],
        copy: uncertified,
      }),
    );
  const one = go(state, [interim("2026-10-27")], besideNi);
  expect(refused(one, interim("2026-11-10"), besideNi)).toBeUndefined();
  const over = go(state, [at("2026-11-20", result({ result: "refused", day: "2026-11-20" }))], besideNi);
  expect(refused(over, interim("2026-11-21"), besideNi)).toBeUndefined();
  expect(refused(over, at("2026-11-21", interimAsked("2026-12-31")), besideNi)).toBeUndefined();
  const ended = go(
    one,
    [at("2027-03-01", result({ result: "discharged", order: "interim", day: "2027-01-15", copy: certified }))],
    besideNi,
  );
  const varied = result({ result: "varied", order: "interim", day: "2027-02-20", period: { until: "2027-06-30" } });
  const late = refused(ended, at("2027-03-02", varied), besideNi);
  expect(late).toMatchObject({ rule: "needs-certified-copy" });
  expect(late?.section).toBeUndefined();
});

describe("s5: interim orders", () => {
  test.each(["made", "refused"] as const)("vector 9: it ends on the day on which the main application is %s", (how) => {
    const interim = go(lodgedOne(), [interimMade("2026-10-27", "2027-02-01")]);
    const decided = go(interim, [
      how === "made" ? fullMade("2027-01-05", null) : at("2027-01-05", result({ result: "refused", day: "2027-01-05" })),
    ]);
    const one = order(decided, "interim");
    if (!one) throw new Error("no interim");
    expect(one.ended).toEqual({ how: "determination", day: "2027-01-05" });
    expect(stageOfOrder(one, "2027-01-05")).toBe("ended-by-determination");
    expect(stageOfOrder(one, "2027-01-04")).toBe("lives");
    expect(decided.application.stage).toBe(how === "made" ? "granted" : "refused");
  });
  test("one that had expired before the determination stays expired", () => {
    const state = go(lodgedOne(), [interimMade("2026-10-27", "2026-12-31"), fullMade("2027-01-05", null)]);
    expect(order(state, "interim")?.ended).toBeNull();
  });
  test("refused, it is written down, and a full order can still be made", () => {
    const state = go(lodgedOne(), [at("2026-10-27", result({ result: "interim-refused", day: "2026-10-27" })), fullMade()]);
    expect(state.orders.map(({ which }) => which)).toEqual(["full"]);
    expect(state.application.stage).toBe("granted");
  });
  test("until further order, or after the determination, it is against the rule", () => {
    const open = at(
      "2026-10-27",
      result({ result: "interim-made", day: "2026-10-27", period: { until: null }, conditions: [condition(1)] }),
    );
    expect(refused(lodgedOne(), open)).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
    const refusedOne = go(lodgedOne(), [at("2027-01-05", result({ result: "refused", day: "2027-01-05" }))]);
    expect(last(go(refusedOne, [interimMade("2027-01-06", "2027-02-01")]))?.against).toMatchObject([
      { section: "s5", why: expect.stringContaining("refused") },
    ]);
  });
  test("two interim orders on copies: both are listed, never two live, and the officer asks the court", () => {
    const first = go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]);
    const second = go(first, [interimMade("2026-11-10", "2027-03-31")]);
    expect(second.results).toHaveLength(2);
    expect(last(second)).toMatchObject({ standing: "waits", against: [{ section: "s5", why: expect.stringContaining("Ask the court") }] });
    const read = go(second, [at("2026-11-11", confirms(last(second)?.number ?? 0, { againstRuleSeen: true }), okell)]);
    expect(read.orders).toMatchObject([
      { which: "interim", made: "2026-10-27", period: { until: "2027-03-31" }, marks: [{ section: "s5" }] },
    ]);
  });
  test("the application is withdrawn: the interim order lives on until a day is recorded", () => {
    const gone = go(lodgedOne(), [
      interimMade("2026-10-27", "2027-01-31"),
      at("2026-11-10", { kind: "withdrawn", body: { day: "2026-11-10", reason: "He is in custody." } }),
    ]);
    expect(order(gone, "interim")?.ended).toBeNull();
    expect(gone.application.stage).toBe("withdrawn");
    const over = go(gone, [at("2026-11-20", result({ result: "interim-ended", day: "2026-11-20" }))]);
    expect(order(over, "interim")?.ended).toEqual({ how: "determination", day: "2026-11-20" });
  });
  test.each(["varied", "renewed"] as const)(
    "an interim order that is %s keeps a last day; without one it is a fact with its mark",
    (kind) => {
      const lives = go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]);
      const said = (until: string | null) => ({ result: kind, order: "interim", day: "2026-11-10", period: { until } }) as const;
      expect(refused(lives, at("2026-11-10", result(said(null))))).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
      expect(refused(lives, at("2026-11-10", result(said("2027-02-28"))))).toBeUndefined();
      const open = go(lives, [at("2026-11-10", result({ ...said(null), copy: certified }))]);
      expect(last(open)).toMatchObject({ standing: "waits", against: [{ says: "conflicts with s5" }] });
      const onTheFull = { result: kind, order: "full", day: "2027-01-10", period: { until: null } } as const;
      expect(refused(go(lodgedOne(), [fullMade()]), at("2027-01-10", result(onTheFull)))).toBeUndefined();
    },
  );
  test("an interim order of a day after the application was withdrawn is a fact with its mark, one of that very day has none", () => {
    const gone = go(lodgedOne(), [at("2026-11-10", { kind: "withdrawn", body: { day: "2026-11-10", reason: "He is in custody." } })]);
    const made = (day: string) => ({ result: "interim-made", day, period: { until: "2027-01-31" }, conditions: [condition(1)] }) as const;
    expect(refused(gone, at("2026-11-12", result(made("2026-11-11"))))).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
    expect(refused(gone, at("2026-11-12", result(made("2026-11-10"))))).toBeUndefined();
    expect(last(go(gone, [interimMade("2026-11-11")]))).toMatchObject({ standing: "waits", against: [{ section: "s5" }] });
  });
});

test("s11 of Northern Ireland: no source says what ends an interim order there, so it lives until its end is recorded", () => {
  const there: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force: "Police Service of Northern Ireland" },
  };
  const interim = result({
    result: "interim-made",
    day: "2026-10-27",
    period: { until: "2027-02-01" },
    conditions: [condition(1)],
    inForce: "2026-10-27",
  });
  const made = result({ result: "made", day: "2027-01-05", period: { until: null }, conditions: [condition(1)], inForce: "2027-01-05" });
  const both = written(at("2026-10-05", there), at("2026-10-27", interim), at("2027-01-05", made));
  expect(both.orders.map(({ which, ended }) => [which, ended])).toEqual([
    ["interim", null],
    ["full", null],
  ]);
  const over = written(
    at("2026-10-05", there),
    at("2026-10-27", interim),
    at("2027-01-05", made),
    at("2027-01-06", result({ result: "interim-ended", day: "2027-01-05" })),
  );
  expect(order(over, "interim")?.ended).toEqual({ how: "determination", day: "2027-01-05" });
});
