import type { Cover } from "@unmask/core";
import { expect, test } from "vitest";
import { makeAct, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { withFear } from "./fear-in-cover.ts";
import { settleStatement } from "./settle-statement.ts";

const { id } = makeAct({ at: "2026-03-05 18:00" });
const asked = { year: 2026, month: 9, day: 30, hour: 10, minute: 0 };
const covers: readonly (readonly [answer: string, cover: Cover | undefined, isAfraid: boolean])[] = [
  ["that she feared them on a day", { feared: [{ day: day("2026-03-05"), answer: "yes" }] }, true],
  ["that she is not sure of an act", { feared: [{ act: id, answer: "not sure" }] }, true],
  ["that she did not", { feared: [{ day: day("2026-03-05"), answer: "no" }] }, false],
  ["that there was no such day", { feared: "none" }, false],
  ["that she is afraid now", { danger: { answer: "afraid", asked } }, true],
  ["that nobody is in danger", { danger: { answer: "no", asked } }, false],
  ["nothing", undefined, false],
];

test.each(covers)("a cover that answers %s is known to what looks for jests", (_, cover, isAfraid) => {
  const { statement } = settleStatement(makeStatement(), { timeline: makeTimeline([{ at: "2026-03-01 10:00" }]), cover });
  expect(statement.isAfraid === true).toBe(isAfraid);
});

test("an answer about an act that does not go counts as fear in the pack as when it is read again, and its words stand in neither", () => {
  const cover: Cover = { feared: [{ act: id, answer: "no" }] };
  expect(withFear(makeStatement(), cover, () => true).isAfraid).toBeUndefined();
  expect(withFear(makeStatement(), cover, () => false).isAfraid).toBe(true);
  expect(withFear(makeStatement(), { fearedLeftOut: 1 }).isAfraid).toBe(true);
});

test("the days of which she was asked go along, for those who count them with the entries of her journal", () => {
  const feared = [{ day: day("2026-03-05"), answer: "yes" }] as const;
  expect(withFear(makeStatement(), { feared }).feared).toEqual(feared);
  expect(withFear(makeStatement(), { feared: "none" }).feared).toBeUndefined();
});
