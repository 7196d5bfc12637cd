import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import { countOfWeek, weekAxis, weeksShown } from "./weeks.ts";

it("puts the week of now last and eighteen months before it", () => {
  const now = parseInstant(Date.parse("2026-11-25T03:12:00.000Z")) ?? expect.unreachable();
  const { first, says } = weekAxis(now);
  expect(says).toBe("Jun 25 to Nov 26");
  expect(countOfWeek("2026-W48")).toBe(first + weeksShown - 1);
});

it("counts through the end of a year of 53 weeks without a gap", () => {
  const at = (week: string): number => countOfWeek(week) ?? expect.unreachable();
  expect(at("2027-W01") - at("2026-W53")).toBe(1);
  expect(at("2026-W01") - at("2025-W52")).toBe(1);
  expect(countOfWeek("2026-48")).toBeUndefined();
});
