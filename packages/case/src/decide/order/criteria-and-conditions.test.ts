import { expect, test } from "vitest";
import { by, without } from "../../../../../fixtures/order-draft-steps.ts";
import {
  authorises,
  besideEw,
  besideNi,
  condition,
  draftSteps,
  drafted,
  go,
  nothing,
  okell,
  parry,
  period,
  protects,
  readIt,
  refused,
  sent,
  writes,
} from "../../../../../fixtures/order-story.ts";
import type { OrderIntent } from "../../order-event.ts";

test.each(["a", "b", "c"] as const)("s1(1)(%s): a criterion that is not written, or that nothing carries, cannot be sent on", (one) => {
  const lacks = go(
    nothing(),
    draftSteps.filter(([, , { kind, body }]) => !(kind === "criterion-written" && body.criterion === one)),
  );
  expect(refused(lacks, by(sent))).toMatchObject({ rule: "criterion", section: `s1(1)(${one})`, allows: ["criterion-written"] });
  const bare = go(lacks, [
    by({ kind: "criterion-written", body: { criterion: one, carries: [], against: "Nothing is known." } }, parry, "2026-10-09"),
  ]);
  expect(refused(bare, by(sent))).toMatchObject({ section: `s1(1)(${one})`, says: `Nothing carries criterion (${one}).` });
});

test.each(["a", "b", "c"] as const)("s1(1)(%s): nobody authorises who has not read this criterion", (one) => {
  const others = (["a", "b", "c"] as const).filter((other) => other !== one);
  const state = go(drafted(), [by(sent), ...others.map((other) => by(readIt(other), okell))]);
  expect(refused(state, by(authorises, okell))).toMatchObject({
    rule: "criterion-unread",
    section: `s1(1)(${one})`,
    allows: ["criterion-read"],
  });
  // What a third person read does not count for the one who authorises.
  const third = go(state, [by(readIt(one), "o-rana")]);
  expect(refused(third, by(authorises, okell))).toMatchObject({ rule: "criterion-unread" });
  expect(refused(go(state, [by(readIt(one), okell)]), by(authorises, okell))).toBeUndefined();
});

test("s1(1): somebody is protected, several can be, and none needs to be the one at whom the acts were aimed", () => {
  const nobody = without("protected-named");
  expect(refused(nobody, by(sent))).toMatchObject({ rule: "protected", section: "s1(1)", allows: ["protected-named"] });
  const mothers = go(nobody, [by(protects("p-mother", "Farah Khan", false)), by(protects("p-son", "Sami Khan", false))]);
  expect(refused(mothers, by(sent))).toBeUndefined();
  expect(refused(nobody, by(protects("p-slade", "Gary Slade")))).toMatchObject({
    rule: "protected",
    section: "s1(1)",
  });
});

test("whose mailbox a protected person has is that of a report in the case of the order, and of no other", () => {
  const named = (report?: string): OrderIntent => ({
    kind: "protected-named",
    body: { person: "p-mother", name: "Farah Khan", victim: false, ...(report !== undefined && { report }) },
  });
  const inCase = { ...besideEw, reports: ["R-2180", "R-2183"] };
  for (const report of ["R-2181", "R-218"]) expect(refused(drafted(), by(named(report)), inCase)?.rule).toBe("not-of-case");
  expect(refused(drafted(), by(named("R-2183")), inCase)).toBeUndefined();
  expect(refused(drafted(), by(named("R-2183")))?.rule).toBe("not-of-case");
  expect(refused(drafted(), by(named()))).toBeUndefined();
});

test("s1(2): an order prohibits or requires something, and the two are not one", () => {
  expect(refused(without("condition-written"), by(sent))).toMatchObject({ rule: "conditions", section: "s1(2)" });
  expect(refused(drafted(), by(writes(condition(2, { kind: "requirement/programme" }))))).toMatchObject({
    rule: "kinds",
    section: "s1(2)",
  });
  expect(refused(drafted(), by(writes(condition(2, { type: "requirement", kind: "requirement/programme" }))))).toBeUndefined();
});

test("s2(2): a condition without its necessity cannot be sent on, and it is said which", () => {
  const bare = { ...condition(2) };
  const { necessity: _, ...unneeded } = bare;
  const state = go(drafted(), [by(writes(unneeded))]);
  expect(refused(state, by(sent))).toMatchObject({
    rule: "necessary",
    section: "s2(2)",
    says: expect.stringContaining("Condition 2"),
    allows: ["condition-written"],
  });
  // It was written again without one: what it was stays beside it, and does not stand for it.
  expect(refused(go(drafted(), [by(writes({ ...unneeded, condition: 1 }))]), by(sent))).toMatchObject({ rule: "necessary" });
});

test.each(["religion", "work", "education"] as const)(
  "s2(3): whether a condition gets in the way of %s is asked before it is sent on",
  (one) => {
    const state = go(
      nothing(),
      draftSteps.filter(([, , { kind, body }]) => !(kind === "prompt-answered" && body.prompt === one)),
    );
    expect(refused(state, by(sent))).toMatchObject({ rule: "belief-and-work", section: "s2(3)", allows: ["prompt-answered"] });
  },
);

test.each([
  ["2026-12-01", "2028-11-30", "2028-11-29"],
  ["2028-02-29", "2030-02-28", "2030-02-27"],
  ["2027-02-28", "2029-02-27", "2029-02-26"],
  ["2028-03-01", "2030-02-28", "2030-02-27"],
])("s3(2): made on %s a fixed period ends on %s at the earliest, and %s is refused", (made, first, short) => {
  expect(refused(drafted(), by(period(short, made)))).toMatchObject({
    rule: "least-period",
    section: "s3(2)",
    says: expect.stringContaining(first),
  });
  expect(refused(drafted(), by(period(first, made)))).toBeUndefined();
});

test("s3(1): how long it is to run is written, a last day or until a further order", () => {
  const state = without("period-proposed");
  expect(refused(state, by(sent))).toMatchObject({ rule: "period", section: "s3(1)", allows: ["period-proposed"] });
  expect(refused(go(state, [by(period(null))]), by(sent))).toBeUndefined();
});

test("s3(3): a condition’s own period can be shorter: it is warned of elsewhere and stops nothing", () => {
  const state = go(drafted(), [by(writes(condition(2, { own: { until: "2027-06-30" } })))]);
  expect(refused(state, by(sent))).toBeUndefined();
});

test("s9 of Northern Ireland: there the least period binds each condition", () => {
  const own = writes(condition(2, { own: { until: "2027-06-30" } }));
  expect(refused(drafted(), by(own), besideNi)).toMatchObject({ rule: "least-period", section: "s9" });
  expect(refused(drafted(), by(writes(condition(2, { own: { until: "2028-11-30" } }))), besideNi)).toBeUndefined();
});

test("a number that a removed condition had is not used again", () => {
  const state = go(drafted(), [
    by(writes(condition(2))),
    by({ kind: "condition-removed", body: { condition: 2, reason: "Condition 1 says it." } }),
  ]);
  expect(refused(state, by(writes(condition(2))))).toMatchObject({ rule: "number-used", says: expect.stringContaining("3") });
});
