import { daysFromCivil, parseInstant, parseZone } from "@unmask/core";
import { expect, test } from "vitest";
import {
  sayBetween,
  sayBriefWeekday,
  sayClock,
  sayDay,
  sayDayOfYear,
  sayExactClock,
  sayMoment,
  sayMonth,
  sayRange,
  sayShortDay,
  sayWeekday,
} from "./days.ts";

const march3 = daysFromCivil({ year: 2026, month: 3, day: 3 });
const june9 = daysFromCivil({ year: 2026, month: 6, day: 9 });
const december3 = daysFromCivil({ year: 2025, month: 12, day: 3 });

test("days are said as people say them, the year once where it is one", () => {
  expect(sayDay(march3)).toBe("3 March 2026");
  expect(sayDayOfYear({ month: 2, day: 29 })).toBe("29 February");
  expect(sayBetween(march3, june9)).toBe("between 3 March and 9 June 2026");
  expect(sayBetween(december3, june9)).toBe("between 3 December 2025 and 9 June 2026");
  expect(sayBetween(march3, march3)).toBe("on 3 March 2026");
  expect(sayRange(march3, june9)).toBe("3 March to 9 June 2026");
  expect(sayRange(march3, march3)).toBe("3 March 2026");
});

test("a day has its weekday, in full, brief or short, also before 1970", () => {
  expect(sayWeekday(march3)).toBe("Tuesday 3 March 2026");
  expect(sayBriefWeekday(march3)).toBe("Tue 3 March 2026");
  expect(sayShortDay(march3)).toBe("Tue 3 Mar 2026");
  expect(sayShortDay(-1)).toBe("Wed 31 Dec 1969");
  expect(sayMonth(2026, 3)).toBe("March 2026");
});

test("a time is said on her wall, an hour later in summer", () => {
  const london = parseZone("Europe/London");
  const instant = parseInstant(Date.parse("2026-07-01T01:04:05Z"));
  if (!london || instant === undefined) throw new Error("no time");
  expect(sayClock(instant, london)).toBe("02:04");
  expect(sayExactClock(instant, london)).toBe("02:04:05");
  expect(sayMoment(instant, london)).toBe("Wednesday 1 July 2026, 02:04");
});
