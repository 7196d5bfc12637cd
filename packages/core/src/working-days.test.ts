import { expect, test } from "vitest";
import type { FreeDays } from "./clock-rule.ts";
import { civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "./instant.ts";
import { workingDayAfter } from "./working-days.ts";

const free: FreeDays = { years: [2026, 2026], holidays: ["2026-12-25", "2026-12-28"], source: "invented", checkedOn: "2026-11-27" };

function after(day: string, count: number): string | undefined {
  const from = parseCivilDay(day);
  const found = from && workingDayAfter(daysFromCivil(from), count, free);
  return found === undefined ? undefined : civilToIso(civilFromDays(found));
}

test("the day after is day 1, and Saturdays, Sundays and holidays are no days", () => {
  expect([after("2026-12-18", 1), after("2026-12-18", 5)]).toEqual(["2026-12-21", "2026-12-29"]);
  expect(after("2026-12-16", 1)).toBe("2026-12-17");
});

test("what happens on a free day counts from the next working day", () => {
  expect([after("2026-12-19", 1), after("2026-12-20", 5), after("2026-12-25", 1)]).toEqual(["2026-12-21", "2026-12-29", "2026-12-29"]);
});

test("a count that leaves the table cannot be worked out, and neither can one that begins outside it", () => {
  expect(after("2026-12-31", 1)).toBeUndefined();
  expect(after("2025-12-30", 1)).toBeUndefined();
  expect(after("2025-12-31", 1)).toBeUndefined();
  expect(after("2026-12-30", 1)).toBe("2026-12-31");
});
