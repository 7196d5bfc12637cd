import { daysFromCivil, parseInstant, parseZone } from "@unmask/core";
import { expect, test } from "vitest";
import {
  sayAge,
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

test("what came less than a day before is hours or minutes old where its minute is known, else days", () => {
  const zone = parseZone("Europe/London");
  const [night, morning] = [parseInstant(Date.parse("2026-11-26T23:50:00Z")), parseInstant(Date.parse("2026-11-27T03:20:00Z"))];
  if (zone === undefined || night === undefined || morning === undefined) throw new Error("the fixture is broken");
  const ageAt = (at: typeof night, latest = night) => sayAge({ earliest: night, latest }, at, zone);
  expect(ageAt(morning)).toEqual({ says: "3 hours", isExact: true, days: 1 });
  expect(sayAge({ earliest: night, latest: night }, parseInstant(Date.parse("2026-11-26T23:55:00Z")) ?? night, zone)?.says).toBe(
    "5 minutes",
  );
  expect(ageAt(parseInstant(Date.parse("2026-11-28T00:10:00Z")) ?? night)).toEqual({ says: "2 days", isExact: false, days: 2 });
  expect(ageAt(morning, parseInstant(Date.parse("2026-11-26T23:59:59Z")))).toEqual({ says: "1 day", isExact: false, days: 1 });
  expect(sayAge({ earliest: morning, latest: morning }, parseInstant(Date.parse("2026-11-26T10:00:00Z")) ?? night, zone)).toBeUndefined();
  // Later the same day is later, and no "0 days before".
  expect(ageAt(parseInstant(Date.parse("2026-11-26T23:49:00Z")) ?? night)).toBeUndefined();
});
