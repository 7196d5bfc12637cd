import { readStrictly } from "@unmask/core";
import { expect, test } from "vitest";
import { type OrderIntent, orderIntentFromJson } from "../../order-event.ts";
import {
  condition,
  drafted,
  fullMade,
  go,
  interimMade,
  lodgedOne,
  lodgingSteps,
  parry,
  refused,
  result,
  type Step,
  writes,
} from "../../../../../fixtures/order-story.ts";

/** What the Act says does not matter, or leaves to the court: nothing of it is refused, and nothing of it decides for anybody. */

const on = "2026-10-15";
const by = (intent: OrderIntent, day = on): Step => [day, parry, intent];
const carried = (carries: readonly object[], criterionOf: "a" | "b" = "a"): Step =>
  by({ kind: "criterion-written", body: { criterion: criterionOf, carries, against: "He says that it was chance." } } as OrderIntent);

test.each([
  [
    "s1(5), s2(5): an act abroad, before the Act began",
    [{ says: "He waited at her hotel in Lisbon.", knowing: "account", day: "2017-06-02" }],
  ],
  ["s13: acts that are all older than six months", [{ says: "He wrote each day of that spring.", knowing: "record", day: "2024-03-03" }]],
  [
    "s1(4)(b): an act that would be harmless from anybody else",
    [{ says: "A bunch of flowers on the step.", knowing: "account", day: "2026-09-02" }],
  ],
  [
    "s14: something that was left undone",
    [{ says: "He did not take her address down, though told.", knowing: "record", day: "2026-09-02" }],
  ],
  [
    "s1(6): an act that is none of the Act’s examples",
    [{ says: "He learned her timetable by heart.", knowing: "account", day: "2026-09-02" }],
  ],
] as const)("%s, carries a criterion, and the application is lodged", (_, carries) => {
  const state = go(drafted(), [carried(carries), ...lodgingSteps]);
  expect(state.application.lodged).not.toBeNull();
  expect(state.draft.criteria.find(({ criterion }) => criterion === "a")?.carries).toEqual(carries);
});

test("s1(4)(a): a risk of psychological harm alone carries criterion b", () => {
  const risk = [{ says: "She does not sleep, and cannot go to work.", knowing: "account" }];
  expect(go(drafted(), [carried(risk, "b"), ...lodgingSteps]).application.stage).toBe("lodged");
});

test("s1(2): a requirement stands beside a prohibition, and neither is more than the other", () => {
  const state = go(drafted(), [by(writes(condition(7, { type: "requirement" })))]);
  expect(new Set(state.draft.conditions.map(({ type }) => type))).toEqual(new Set(["prohibition", "requirement"]));
});

test("s2(4): a condition without a locality holds in the whole United Kingdom, and one that names a place only there; both can be written", () => {
  const state = go(drafted(), [by(writes(condition(7))), by(writes(condition(8, { locality: "Kent" })))]);
  const localities = state.draft.conditions.filter(({ condition: number }) => number > 6).map(({ locality }) => locality);
  expect(localities).toEqual([undefined, "Kent"]);
});

test("s2(1): what the court was satisfied of is the court’s, and is written as its copy has it", () => {
  const state = go(lodgedOne(), [
    by(result({ result: "refused", day: "2026-12-01", reasons: "Not satisfied that it is necessary." }), "2026-12-02"),
  ]);
  expect(state.results.at(-1)?.said.reasons).toBe("Not satisfied that it is necessary.");
  expect(state.application.stage).toBe("refused");
});

test("s4(2): who was heard on a change is written with what the court did of it, and whoever was not heard makes it no less a fact", () => {
  const made = go(lodgedOne(), [interimMade(), fullMade()]);
  for (const heard of ["Gary Slade; the Chief Constable", undefined]) {
    const varied = by(result({ result: "varied", order: "full", day: "2027-03-01", ...(heard !== undefined && { heard }) }), "2027-03-02");
    expect(refused(made, varied)).toBeUndefined();
    expect(go(made, [varied]).results.at(-1)?.said.heard).toBe(heard);
  }
});

test("s5: no least period of an interim order is asked for, and one of a day is no slip", () => {
  const state = go(lodgedOne(), [interimMade("2026-10-27", "2026-10-27")]);
  expect(state.orders).toMatchObject([{ which: "interim", period: { until: "2026-10-27" }, marks: [] }]);
});

test("s8(4): what a court does of a breach is no decision of ours: the list of decisions is closed, and none of them is a disposal", () => {
  const decide = (decision: string) =>
    readStrictly({ kind: "breach-decided", body: { breach: "b-1", decision, reason: "-" } }, "intent", orderIntentFromJson).ok;
  for (const ours of ["arrest", "interview", "more-enquiry", "excuse-accepted", "not-a-breach"])
    expect([ours, decide(ours)]).toEqual([ours, true]);
  for (const theirs of ["conditional-discharge", "fine", "sentence", "guilty"]) expect([theirs, decide(theirs)]).toEqual([theirs, false]);
});
