import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { expect, test } from "vitest";
import {
  type Instant,
  civilFromDays,
  civilToIso,
  daysFromCivil,
  daysInMonth,
  instantToIso,
  isRealDay,
  isRealWallTime,
  isoWeekday,
  parseCivilDay,
  parseInstant,
  parseIsoStamp,
  precisionMs,
  utcMsToWall,
  wallToUtcMs,
} from "./instant.ts";

const seed = 20261125;
/** Days of the years 1 to 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

test("every day from the year 1 to 9999 has the date, weekday and number that Temporal gives it", () => {
  fc.assert(
    fc.property(anyDay, (days) => {
      const civil = civilFromDays(days);
      const referee = Temporal.PlainDate.from("1970-01-01").add({ days });
      expect([civil.year, civil.month, civil.day]).toEqual([referee.year, referee.month, referee.day]);
      expect(daysFromCivil(civil)).toBe(days);
      expect(isoWeekday(days)).toBe(referee.dayOfWeek);
      expect(daysInMonth(civil.year, civil.month)).toBe(referee.daysInMonth);
      expect(parseCivilDay(civilToIso(civil))).toEqual(civil);
    }),
    { seed, numRuns: 2000 },
  );
});

test("a day exists exactly when Temporal knows it", () => {
  const part = fc.record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: -1, max: 14 }),
    day: fc.integer({ min: -1, max: 33 }),
  });
  fc.assert(
    fc.property(part, (civil) => {
      expect(isRealDay(civil)).toBe(isKnown(() => Temporal.PlainDate.from(civil, { overflow: "reject" })));
    }),
    { seed, numRuns: 3000 },
  );
});

function isKnown(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

test("impossible days and times are not real, and nothing is rolled", () => {
  expect(isRealDay({ year: 2025, month: 2, day: 29 })).toBe(false);
  expect(isRealDay({ year: 2024, month: 2, day: 29 })).toBe(true);
  expect(isRealDay({ year: 1900, month: 2, day: 29 })).toBe(false);
  expect(isRealDay({ year: 2000, month: 2, day: 29 })).toBe(true);
  expect(isRealDay({ year: 2025, month: 1.5, day: 1 })).toBe(false);
  const noon = { year: 2025, month: 1, day: 1, hour: 12, minute: 0 };
  expect(isRealWallTime(noon)).toBe(true);
  expect(isRealWallTime({ ...noon, hour: 24 })).toBe(false);
  expect(isRealWallTime({ ...noon, minute: 60 })).toBe(false);
  expect(isRealWallTime({ ...noon, second: 60 })).toBe(false);
  expect(isRealWallTime({ ...noon, millisecond: 1000 })).toBe(false);
  expect(isRealWallTime({ ...noon, hour: -1 })).toBe(false);
});

test("a wall in UTC and its milliseconds are one and the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
      const wall = utcMsToWall(ms);
      expect(wallToUtcMs(wall)).toBe(ms);
      expect(isRealWallTime(wall)).toBe(true);
      expect(instantToIso(ms as Instant)).toBe(new Date(ms).toISOString());
    }),
    { seed, numRuns: 2000 },
  );
});

test("an instant outside the years 1 to 9999, or between two milliseconds, is none", () => {
  expect(parseInstant(0)).toBe(0);
  for (const ms of [253_402_300_800_000, -62_135_596_800_001, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(parseInstant(ms)).toBeUndefined();
});

test("precision is what was written", () => {
  const minute = { year: 2026, month: 2, day: 14, hour: 21, minute: 15 };
  expect(precisionMs(minute)).toBe(60_000);
  expect(precisionMs({ ...minute, second: 9 })).toBe(1000);
  expect(precisionMs({ ...minute, second: 9, millisecond: 0 })).toBe(1);
});

test.each([
  ["2022-07-22T19:28:21Z", { hour: 19, second: 21 }, 0],
  ["2022-07-22 19:28:21 UTC", { hour: 19, second: 21 }, 0],
  ["2022-07-22T19:28:21.5+01:00", { millisecond: 500 }, 60],
  ["2022-07-22T19:28:21.123456789-0330", { millisecond: 123 }, -210],
  ["2022-07-22 19:28:21,25", { millisecond: 250 }, undefined],
  [" 2022-07-22T19:28 ", { minute: 28 }, undefined],
])("the stamp %j is read", (text, wall, offsetMinutes) => {
  const stamp = parseIsoStamp(text);
  expect(stamp?.wall).toMatchObject(wall);
  expect(stamp?.offsetMinutes).toBe(offsetMinutes);
});

test.each([
  "2022-02-30T19:28:21Z",
  "20120231",
  "2022-07-22T24:00:00Z",
  "2022-07-22T19:28:60Z",
  "2022-07-22",
  "2022-07-22T19:28:21+25:00",
  "2022-07-22T19:28:21 GMT",
  "x2022-07-22T19:28:21Z",
])("%j is no stamp", (text) => {
  expect(parseIsoStamp(text)).toBeUndefined();
});

test.each(["2026-2-1", "2026-02-30", "26-02-01", "2026-02-01T00:00", ""])("%j is no day", (text) => {
  expect(parseCivilDay(text)).toBeUndefined();
});
