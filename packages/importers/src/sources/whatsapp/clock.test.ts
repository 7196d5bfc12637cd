import fc from "fast-check";
import { type Instant, parseZone, whenFromWall } from "@unmask/core";
import { expect, test } from "vitest";
import { createClock } from "./clock.ts";
import { scanHeader } from "./header.ts";

const seed = 20_260_301;
const now = Date.parse("2026-11-25T12:00:00Z") as Instant;

function zoneOf(name: string) {
  const zone = parseZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

function clockIn(name: string, stated = true) {
  return createClock({ zone: zoneOf(name), stated, now, dateOrderOf: () => ({ order: "dmy", because: "stated", runsForward: false }) });
}

function headerOf(wrote: string) {
  const header = scanHeader(`${wrote} - Sam: hi`, 0);
  if (!header) throw new Error("no header");
  return header;
}

test("on every day, also where the clock changes, the quick way gives what the long way gives", () => {
  const clocks = new Map(
    ["Europe/London", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "UTC"].map(
      (name) => [name, clockIn(name)],
    ),
  );
  const days = fc.integer({ min: Date.UTC(2011, 0, 1) / 86_400_000, max: Date.UTC(2026, 10, 1) / 86_400_000 });
  const changes = fc
    .constantFrom("2025-10-26", "2026-03-29", "2025-11-02", "2026-03-08", "2025-02-23", "2025-04-06", "2011-12-30", "2011-09-24")
    .map((day) => Date.parse(day) / 86_400_000);
  const day = fc.oneof(
    days,
    fc.tuple(changes, fc.integer({ min: -3, max: 3 })).map(([change, by]) => change + by),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...clocks.keys()),
      day,
      fc.integer({ min: 0, max: 1439 }),
      fc.boolean(),
      (name, days, minutes, withSeconds) => {
        const [year = 0, month = 0, date = 0] = new Date(days * 86_400_000).toISOString().slice(0, 10).split("-").map(Number);
        const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
        const two = (value: number): string => String(value).padStart(2, "0");
        const wrote = `${two(date)}/${two(month)}/${year}, ${two(hour)}:${two(minute)}${withSeconds ? ":07" : ""}`;
        const read = clocks.get(name)?.read(headerOf(wrote), wrote);
        const wall = { year, month, day: date, hour, minute, ...(withSeconds ? { second: 7 } : {}) };
        const long = whenFromWall(wrote, wall, zoneOf(name));
        expect({ when: read?.when, flags: read?.flags }).toEqual({ when: long?.when, flags: long?.flags });
      },
    ),
    { seed, numRuns: 2000 },
  );
});

test("the autumn hour keeps both instants, the spring hour is kept as written, and both say so", () => {
  const clock = clockIn("Europe/London");
  expect(clock.read(headerOf("26/10/2025, 01:30"), "26/10/2025, 01:30")).toMatchObject({
    when: { earliest: Date.parse("2025-10-26T00:30:00Z"), latest: Date.parse("2025-10-26T01:30:59.999Z") },
    flags: ["time-twice"],
  });
  expect(clock.read(headerOf("29/03/2026, 01:30"), "29/03/2026, 01:30")?.flags).toEqual(["time-never"]);
});

test("a date before 1990 or more than a day after the import is far", () => {
  const clock = clockIn("Europe/London", false);
  for (const [wrote, far] of [
    ["24/07/1989, 10:00", true],
    ["24/07/2019, 10:00", false],
    ["26/11/2026, 11:59", false],
    ["26/11/2026, 12:01", true],
  ] as const) {
    expect(clock.read(headerOf(wrote), wrote)?.flags).toEqual(far ? ["zone-assumed", "far-date"] : ["zone-assumed"]);
  }
});

test("an hour 24, a minute 60 and a second 60 are on no clock", () => {
  const clock = clockIn("Europe/London");
  for (const wrote of ["24/07/2019, 24:00", "24/07/2019, 10:60", "24/07/2019, 10:00:60"])
    expect(clock.read(headerOf(wrote), wrote)).toBeUndefined();
});
