import { Temporal } from "temporal-polyfill/implementation";
import { expect, test } from "vitest";
import { type Instant, civilFromDays, daysFromCivil, msPerDay } from "./instant.ts";
import { whenFromDay, whenFromInstant, whenFromWall } from "./when.ts";
import { type Zone, parseZone } from "./zone.ts";

function zoneNamed(name: string): Zone {
  const zone = parseZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

const london = zoneNamed("Europe/London");
const iso = (text: string) => Date.parse(text) as Instant;

test("a minute on the wall is any instant of that minute, and what was written stays", () => {
  const wrote = "\u200E14/07/2026, 21:15";
  expect(whenFromWall(wrote, { year: 2026, month: 7, day: 14, hour: 21, minute: 15 }, london)).toEqual({
    when: { wrote, zone: "Europe/London", earliest: iso("2026-07-14T20:15:00.000Z"), latest: iso("2026-07-14T20:15:59.999Z") },
    flags: [],
  });
});

test("a time that happened twice spans both, a time that never was spans the jump", () => {
  const autumn = whenFromWall("", { year: 2025, month: 10, day: 26, hour: 1, minute: 30 }, london);
  expect(autumn).toMatchObject({
    when: { earliest: iso("2025-10-26T00:30:00.000Z"), latest: iso("2025-10-26T01:30:59.999Z") },
    flags: ["time-twice"],
  });
  const spring = whenFromWall("", { year: 2026, month: 3, day: 29, hour: 1, minute: 30, second: 5 }, london);
  expect(spring).toMatchObject({
    when: { earliest: iso("2026-03-29T00:30:05.000Z"), latest: iso("2026-03-29T01:30:05.999Z") },
    flags: ["time-never"],
  });
});

test("another reading of the date stands beside the chosen one, unless it is impossible", () => {
  const at = { hour: 10, minute: 0 };
  const both = whenFromWall("01/02/2026", { year: 2026, month: 2, day: 1, ...at }, london, [{ year: 2026, month: 1, day: 2, ...at }]);
  expect(both?.when.or).toEqual([{ earliest: iso("2026-01-02T10:00:00.000Z"), latest: iso("2026-01-02T10:00:59.999Z") }]);
  const one = whenFromWall("30/01/2026", { year: 2026, month: 1, day: 30, ...at }, london, [{ year: 2026, month: 30, day: 1, ...at }]);
  expect(one?.when).not.toHaveProperty("or");
});

test("a time that no wall shows is no time", () => {
  expect(whenFromWall("", { year: 2026, month: 2, day: 31, hour: 1, minute: 0 }, london)).toBeUndefined();
  expect(whenFromWall("", { year: 2026, month: 2, day: 1, hour: 25, minute: 61 }, london)).toBeUndefined();
  expect(whenFromDay("", { year: 2026, month: 2, day: 31 }, london)).toBeUndefined();
});

test("an instant is itself, to the precision it has", () => {
  expect(whenFromInstant("1771103709", iso("2026-02-14T21:15:09Z"), 1000)).toEqual({
    wrote: "1771103709",
    zone: "UTC",
    earliest: iso("2026-02-14T21:15:09.000Z"),
    latest: iso("2026-02-14T21:15:09.999Z"),
  });
  expect(whenFromInstant("x", iso("2026-02-14T21:15:09Z"), 1).latest).toBe(iso("2026-02-14T21:15:09Z"));
});

test("a day is all its instants: 23 hours in spring, 25 in autumn, and midnight may not exist", () => {
  for (const name of [
    "Europe/London",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "America/Havana",
    "Africa/Cairo",
    "Pacific/Apia",
    "Asia/Kolkata",
  ]) {
    const zone = zoneNamed(name);
    const around = zone.starts.slice(1).flatMap((start) => [-2, -1, 0, 1].map((days) => Math.floor(start / msPerDay) + days));
    for (const days of new Set(around.filter((day) => day < daysFromCivil({ year: 2040, month: 1, day: 1 })))) {
      const civil = civilFromDays(days);
      const date = Temporal.PlainDate.from({ ...civil });
      const starts = [date, date.add({ days: 1 })].map((day) => day.toZonedDateTime(name).startOfDay().epochMilliseconds);
      if (name === "Pacific/Apia" && civil.year === 2011 && civil.month === 12 && civil.day >= 29) continue; // The 30th was skipped whole.
      const read = whenFromDay("", civil, zone);
      expect([read?.when.earliest, (read?.when.latest ?? 0) + 1], `${name} ${date.toString()}`).toEqual(starts);
    }
  }
});
