import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { expect, test } from "vitest";
import { type Instant, type WallTime, msPerDay, utcMsToWall } from "./instant.ts";
import { type Zone, clockShownTwice, offsetAt, parseZone, readWallTime, wallMsAt, zoneOfDevice, zoneOfOffset } from "./zone.ts";

/** Zones with every oddity that the data has: half hours, two hours, midnight jumps, Ramadan pauses, a day that was skipped, seconds. */
const names = [
  "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Moscow", "Europe/Istanbul", "Europe/Lisbon", "Atlantic/Azores",
  "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Cairo", "Africa/Juba", "Africa/Monrovia", "Africa/Windhoek", "Africa/Sao_Tome",
  "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Asuncion", "America/Caracas",
  "America/Nuuk", "America/Scoresbysund", "America/Havana", "America/Mexico_City", "America/Argentina/San_Luis",
  "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tehran", "Asia/Beirut", "Asia/Gaza", "Asia/Hebron", "Asia/Amman", "Asia/Pyongyang", "Asia/Dhaka",
  "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kwajalein", "Pacific/Norfolk", "Antarctica/Troll",
  "Antarctica/Casey", "Etc/GMT+12", "UTC",
] as const; // prettier-ignore

const seed = 20261125;

function zoneNamed(name: string): Zone {
  const zone = parseZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

test.each(names)("%s has the offset that Temporal gives it, at any instant and around every change", (name) => {
  const zone = zoneNamed(name);
  const around = zone.starts.slice(1).flatMap((start) => [start - 1000, start - 1, start, start + 1, start + 1000]);
  const instants = [...around, ...fc.sample(fc.integer({ min: 0, max: 4_102_444_800_000 }), { seed, numRuns: 100 })];
  expect(instants.map((ms) => [ms, offsetAt(zone, ms)])).toEqual(instants.map((ms) => [ms, refereeOffset(name, ms)]));
});

test.each(names)("%s reads walls as Temporal does: once, twice in autumn, never in spring", (name) => {
  const zone = zoneNamed(name);
  const jumps = zone.starts.slice(1).filter((_, i, all) => i % Math.ceil(all.length / 40) === 0);
  const locals = jumps.flatMap((start) => {
    const [before, after] = [offsetAt(zone, start - 1), offsetAt(zone, start)];
    const [low, high] = [start + Math.min(before, after), start + Math.max(before, after)];
    return [low - 1000, low, Math.floor((low + high) / 2 / 1000) * 1000, high - 1000, high, high + 1000];
  });
  const random = fc.sample(fc.integer({ min: 0, max: 4_102_444_800 }), { seed, numRuns: 60 }).map((s) => s * 1000);
  const walls = [...locals, ...random].map((local) => utcMsToWall(local));
  expect(walls.map(({ millisecond: _, ...wall }) => ours(wall, zone))).toEqual(
    walls.map(({ millisecond: _, ...wall }) => referee(wall, zone)),
  );
});

/** What a wall means: how often it happened, and from which instant to which. */
interface Meaning {
  readonly at: string;
  readonly happened: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

function ours(wall: WallTime, zone: Zone): Meaning {
  const reading = readWallTime(wall, zone);
  const intervals = reading.happened === "twice" ? reading.intervals : [reading.interval];
  return { at: JSON.stringify(wall), happened: reading.happened, from: intervals[0]?.earliest, to: intervals.at(-1)?.latest };
}

function referee(wall: WallTime, zone: Zone): Meaning {
  const plain = Temporal.PlainDateTime.from({ ...wall });
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) => plain.toZonedDateTime(zone.name, { disambiguation }));
  if (!earlier || !later) throw new Error("no referee");
  const same = earlier.epochMilliseconds === later.epochMilliseconds;
  const exists = earlier.toPlainDateTime().equals(plain);
  const happened = same ? "once" : exists ? "twice" : "never";
  return { at: JSON.stringify(wall), happened, from: earlier.epochMilliseconds, to: later.epochMilliseconds + 999 };
}

function refereeOffset(name: string, ms: number): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
}

const autumn: WallTime = { year: 2025, month: 10, day: 26, hour: 1, minute: 30 };
const spring: WallTime = { year: 2026, month: 3, day: 29, hour: 1, minute: 30 };

test("half past one on the night the clocks go back is two minutes, an hour apart", () => {
  expect(readWallTime(autumn, zoneNamed("Europe/London"))).toEqual({
    happened: "twice",
    intervals: [interval("2025-10-26T00:30:00.000Z", 60_000), interval("2025-10-26T01:30:00.000Z", 60_000)],
  });
});

test("half past one on the night the clocks go forward never was, and is not moved", () => {
  expect(readWallTime(spring, zoneNamed("Europe/London"))).toEqual({
    happened: "never",
    interval: { earliest: Date.parse("2026-03-29T00:30:00Z"), latest: Date.parse("2026-03-29T01:30:59.999Z") },
  });
});

test("on a fixed offset every wall happens once", () => {
  for (const wall of [autumn, spring]) expect(readWallTime(wall, zoneOfOffset(60)).happened).toBe("once");
  expect(readWallTime(autumn, zoneOfOffset(60))).toMatchObject({ interval: interval("2025-10-26T00:30:00.000Z", 60_000) });
});

test("a minute before and after each change of a year is once", () => {
  const london = zoneNamed("Europe/London");
  for (const hour of [0, 2])
    for (const day of [autumn, spring]) expect(readWallTime({ ...day, hour, minute: 59 }, london).happened).toBe("once");
});

test("the wall at an instant, read back, contains the instant", () => {
  const pair = fc.record({ name: fc.constantFrom(...names), seconds: fc.integer({ min: 0, max: 4_102_444_800 }) });
  fc.assert(
    fc.property(pair, ({ name, seconds }) => {
      const zone = zoneNamed(name);
      const instant = (seconds * 1000) as Instant;
      const { millisecond: _, ...wall } = utcMsToWall(wallMsAt(zone, instant));
      const reading = readWallTime(wall, zone);
      const intervals = reading.happened === "twice" ? reading.intervals : [reading.interval];
      expect(
        intervals.some(({ earliest, latest }) => earliest <= instant && instant <= latest),
        name,
      ).toBe(true);
      expect(reading.happened).not.toBe("never");
    }),
    { seed, numRuns: 2000 },
  );
});

test("a later wall never reads as an earlier time, except across a repeated hour", () => {
  const london = zoneNamed("Europe/London");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 60, max: 10 * 86_400 }), (seconds, more) => {
      const [first, second] = [seconds, seconds + more].map((s) => readWallTime(utcMsToWall(s * 1000), london));
      if (first?.happened !== "once" || second?.happened !== "once") return;
      expect(first.interval.earliest).toBeLessThanOrEqual(second.interval.earliest + 3_600_000);
      if (more > 7200) expect(first.interval.earliest).toBeLessThan(second.interval.earliest);
    }),
    { seed, numRuns: 1000 },
  );
});

test("names of zones are IANA's, UTC or an offset; anything else is no zone", () => {
  expect(parseZone("UTC")?.offsets).toEqual([0]);
  expect(parseZone("Z")?.name).toBe("UTC");
  expect(parseZone("+05:30")?.offsets).toEqual([5.5 * 3_600_000]);
  expect(parseZone("-03:30")?.name).toBe("-03:30");
  expect(parseZone("Europe/London")).toBe(parseZone("Europe/London"));
  for (const name of ["", "Mars/Base", "+25:00", "+01:60", "London", "Europe/London\n", "../etc", "1"])
    expect(parseZone(name), name).toBeUndefined();
});

test("one clock has one name, however it is typed: GB is London, Eire is Dublin, and letters are written as the data has them", () => {
  expect(["GB", "gb", "Europe/london", "Europe/London"].map((name) => parseZone(name)?.name)).toEqual(Array(4).fill("Europe/London"));
  expect(["Eire", "europe/dublin"].map((name) => parseZone(name)?.name)).toEqual(["Europe/Dublin", "Europe/Dublin"]);
  expect(["utc", "Utc", "z"].map((name) => parseZone(name)?.name)).toEqual(["UTC", "UTC", "UTC"]);
});

test("no clock on earth is further ahead than 14 hours or further behind than 12", () => {
  expect(["+14:00", "-12:00"].map((name) => parseZone(name)?.name)).toEqual(["+14:00", "-12:00"]);
  for (const name of ["+14:01", "+15:00", "-12:30", "-23:00"]) expect(parseZone(name), name).toBeUndefined();
});

test("letters that a clock shows are no zone: BST is Bangladesh to an engine, and would move every act by hours", () => {
  for (const name of ["BST", "IST", "EST", "CST", "AST", "ECT", "bst", "WET"]) expect(parseZone(name), name).toBeUndefined();
  expect(parseZone("GB")?.offsets).toContain(3_600_000);
});

test("outside the years that are probed the nearest known offset holds", () => {
  const london = zoneNamed("Europe/London");
  expect(offsetAt(london, -400 * 365 * msPerDay)).toBe(london.offsets[0]);
  expect(offsetAt(london, 400 * 365 * msPerDay)).toBe(london.offsets.at(-1));
});

function interval(from: string, width: number): { earliest: number; latest: number } {
  return { earliest: Date.parse(from), latest: Date.parse(from) + width - 1 };
}

test.each([
  ["Europe/London", "2025-10-26T00:30:00Z", "BST"],
  ["Europe/London", "2025-10-26T01:30:00Z", "GMT"],
  ["Europe/London", "2025-10-26T02:00:00Z", undefined],
  ["Europe/London", "2025-10-25T23:59:59Z", undefined],
  ["Europe/Dublin", "2025-10-26T00:30:00Z", "IST"],
  ["Europe/Berlin", "2025-10-26T00:30:00Z", "UTC+2"],
  ["Europe/Berlin", "2025-10-26T01:30:00Z", "UTC+1"],
  ["America/St_Johns", "2025-11-02T04:00:00Z", "UTC−2:30"],
  ["UTC", "2025-10-26T00:30:00Z", undefined],
])("in %s the clock at %s is called %s where the wall shows it twice, and has no name where it shows it once", (name, iso, called) => {
  const zone = parseZone(name);
  if (!zone) throw new Error("no zone");
  expect(clockShownTwice(zone, Date.parse(iso) as Instant)).toBe(called);
});

test.each([
  ["Europe/London", 60, "Europe/London", true],
  // A name of the engine's that is not what its clock shows: "BST" is Bangladesh to it, and UTC to the clock.
  ["Asia/Dhaka", 0, "UTC", false],
  // TZ=UTC-3 has no name.
  [undefined, 180, "+03:00", false],
  ["Etc/Unknown", 0, "UTC", false],
  ["Asia/Calcutta", 330, "Asia/Calcutta", true],
  [undefined, 100_000, "UTC", false],
])("a device that calls its zone %s and is %i minutes ahead of UTC in June is in %s", (name, offsetMinutes, zone, isNamed) => {
  expect(zoneOfDevice({ name, offsetMinutes }, Date.UTC(2026, 5, 1) as Instant)).toMatchObject({ zone: { name: zone }, isNamed });
});
