import fc from "fast-check";
import { expect, test } from "vitest";
import type { WeekTime } from "../event/order-shapes.ts";
import { createAmong, howTimesLie, timesInWords } from "./times.ts";

const time = (days: readonly number[], from: string, to: string): WeekTime => ({ days, from, to });

test.each([
  ["an evening inside a curfew of every night", [time([3], "22:30", "23:30")], [time([], "22:00", "06:00")], "all"],
  ["an hour after midnight inside the same curfew", [time([1], "01:00", "02:00")], [time([], "22:00", "06:00")], "all"],
  ["a window over midnight inside it", [time([5], "23:00", "05:00")], [time([], "22:00", "06:00")], "all"],
  ["Monday morning inside a night that began on Sunday", [time([1], "00:30", "01:00")], [time([7], "22:00", "06:00")], "all"],
  ["Sunday to Monday inside a night that began on Sunday", [time([7], "23:00", "01:00")], [time([7], "22:00", "06:00")], "all"],
  ["Monday night, where only Sunday's is meant", [time([1], "22:30", "23:00")], [time([7], "22:00", "06:00")], "none"],
  ["a window that begins when the other ends", [time([2], "17:00", "19:00")], [time([2], "09:00", "17:00")], "none"],
  ["a window that ends when the other begins", [time([2], "07:00", "09:00")], [time([2], "09:00", "17:00")], "none"],
  ["a window that reaches in", [time([2], "16:00", "18:00")], [time([2], "09:00", "17:00")], "part"],
  ["one day of three", [time([1, 3, 5], "17:00", "19:00")], [time([3], "00:00", "00:00")], "some"],
  ["times that meet are one", [time([4], "10:00", "14:00")], [time([4], "08:00", "12:00"), time([4], "12:00", "16:00")], "all"],
  ["no times are all times", [time([4], "10:00", "14:00")], [], "all"],
  ["at any time, against some", [], [time([4], "10:00", "14:00")], "part"],
  ["at any time, against all", [], [], "all"],
  ["every day written out, against all", [], [time([], "00:00", "00:00")], "all"],
  ["a day that is none", [time([8], "10:00", "11:00")], [], "not-known"],
  ["an hour that is none", [time([1], "25:00", "26:00")], [], "not-known"],
] as const)("times of the week: %s", (_, windows, times, found) => {
  expect(howTimesLie(windows, times)).toBe(found);
});

const clock = fc
  .integer({ min: 0, max: 1_439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const someTimes = fc.array(fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }), from: clock, to: clock }), {
  maxLength: 3,
});

test("times lie to each other as a person finds who ticks every minute of the week", () => {
  /** Ticks by walking the wall clock, window by window, without arithmetic of weeks. */
  const ticked = ({ days, from, to }: WeekTime, weekday: number): readonly string[] => {
    if (days.length > 0 && !days.includes(weekday)) return [];
    const minutes: string[] = [];
    let at = { weekday, clock: from };
    do {
      minutes.push(`${at.weekday} ${at.clock}`);
      const next = Number(at.clock.slice(0, 2)) * 60 + Number(at.clock.slice(3)) + 1;
      const isMidnight = next === 1_440;
      const text = isMidnight ? "00:00" : `${String(Math.floor(next / 60)).padStart(2, "0")}:${String(next % 60).padStart(2, "0")}`;
      at = { weekday: isMidnight ? (at.weekday % 7) + 1 : at.weekday, clock: text };
    } while (at.clock !== to);
    return minutes;
  };
  const week = [1, 2, 3, 4, 5, 6, 7];
  fc.assert(
    fc.property(someTimes, someTimes, (windows, times) => {
      if (windows.length === 0 || times.length === 0) return;
      const held = new Set(times.flatMap((one) => week.flatMap((weekday) => ticked(one, weekday))));
      const each = windows.flatMap((one) => week.map((weekday) => ticked(one, weekday)).filter((minutes) => minutes.length > 0));
      const inside = each.filter((minutes) => minutes.every((minute) => held.has(minute))).length;
      const touched = each.some((minutes) => minutes.some((minute) => held.has(minute)));
      const expected = inside === each.length ? "all" : inside > 0 ? "some" : touched ? "part" : "none";
      expect(howTimesLie(windows, times)).toBe(expected);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test("a minute lies among times from its first minute up to the one before the last", () => {
  const isAmong = createAmong([time([5], "22:00", "06:00")]);
  expect([isAmong?.(5, 1_319), isAmong?.(5, 1_320), isAmong?.(6, 359), isAmong?.(6, 360)]).toEqual([false, true, true, false]);
  expect(createAmong([])?.(1, 0)).toBe(true);
  expect(createAmong([time([9], "10:00", "11:00")])).toBeUndefined();
});

test("times are said as they were typed", () => {
  expect(timesInWords([time([1, 3, 5], "17:00", "19:00")])).toBe("Mon, Wed, Fri, 17:00 to 19:00");
  expect(timesInWords([time([], "22:00", "06:00")])).toBe("every day, 22:00 to 06:00 of the next day");
  expect(timesInWords([])).toBe("at all times");
});
