import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createActTally } from "./act-id.ts";
import { type Reading, channels, grades, kinds } from "./act.ts";
import { flags } from "./flag.ts";
import { identityKinds } from "./identity.ts";
import { type WallTime, instantToIso } from "./instant.ts";
import { readingToJson } from "./reading-json.ts";
import { type FlaggedWhen, whenFromDay, whenFromWall } from "./when.ts";
import { type Zone, parseZone } from "./zone.ts";

/** What docs/formats/act.md says, against its vectors. Orders of dates and identities are checked where they are read, in the importers. */

interface Vectors {
  readonly wallTimes: readonly { wall: string; zone: string; earliest?: string; latest?: string; flags?: string[] }[];
  readonly days: readonly { day: string; zone: string; earliest?: string; latest?: string }[];
  readonly ids: readonly { family: string; fields: string[]; id: string }[];
  readonly lines: readonly { reading: Reading; line: string }[];
}

const formats = join(import.meta.dirname, "../../../docs/formats");
const vectors = JSON.parse(readFileSync(join(formats, "vectors/act.json"), "utf8")) as Vectors;
const page = readFileSync(join(formats, "act.md"), "utf8");

function zoneNamed(name: string): Zone {
  const zone = parseZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

/** Numbers only, so that impossible times can be asked for as well. */
function wallOf(text: string): WallTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second, millisecond] = text.split(/[-: .]/).map(Number);
  const precise = { ...(second === undefined ? {} : { second }), ...(millisecond === undefined ? {} : { millisecond }) };
  return { year, month, day, hour, minute, ...precise };
}

function told(read: FlaggedWhen | undefined): object {
  return read ? { earliest: instantToIso(read.when.earliest), latest: instantToIso(read.when.latest), flags: read.flags } : {};
}

test.each(vectors.wallTimes)("$wall in $zone", ({ wall, zone, ...expected }) => {
  expect(told(whenFromWall(wall, wallOf(wall), zoneNamed(zone)))).toEqual(expected);
});

test.each(vectors.days)("$day in $zone", ({ day, zone, ...expected }) => {
  expect(told(whenFromDay(day, wallOf(day), zoneNamed(zone)))).toEqual(expected.earliest === undefined ? {} : { ...expected, flags: [] });
});

test("ids are those of the vectors, and those that somebody computes who has only the page", () => {
  const tally = createActTally();
  const counts = new Map<string, number>();
  for (const { family, fields, id } of vectors.ids) {
    expect(tally.idOf(family, fields)).toBe(id);
    const hash = hashByThePage(fields);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    expect(`${family}-${hash}-${counts.get(hash)}`).toBe(id);
  }
});

/** Section 6 of the page, written anew in whole numbers without end. */
function hashByThePage(fields: readonly string[]): string {
  const mod = 2n ** 32n;
  const times = (x: bigint, y: bigint) => (x * y) % mod;
  let [a, b, c, d] = [0x9e3779b9n, 0x85ebca6bn, 0xc2b2ae35n, 0x27d4eb2fn];
  for (const field of fields) {
    for (let i = 0; i < field.length; i++) {
      const u = BigInt(field.charCodeAt(i));
      a = times(a ^ u, 0x01000193n);
      b = (times(b ^ u, 0x5bd1e995n) + (a >> 15n)) % mod;
      c = times((c + u) % mod, 0x2c1b3c6dn) ^ (b >> 13n);
      d = times(d ^ ((u + (c >> 16n)) % mod), 0x297a2d39n);
    }
    a = times(a ^ BigInt(field.length), 0x01000193n);
    d = times(d ^ (a >> 7n), 0x5bd1e995n);
  }
  const mix = (h: bigint) => {
    h ^= h >> 16n;
    h = times(h, 0x85ebca6bn);
    h ^= h >> 13n;
    h = times(h, 0xc2b2ae35n);
    return (h ^ (h >> 16n)).toString(16).padStart(8, "0");
  };
  return mix(a ^ (d >> 3n)) + mix(b ^ a) + mix(c ^ b) + mix(d ^ c);
}

test("lines are written as in the vectors, whatever the order in which a reading was put together", () => {
  for (const { reading, line } of vectors.lines) expect(readingToJson(reading)).toBe(line);
});

test("the page lists every value of the closed lists, and no other", () => {
  const listed = (from: string, to: string) =>
    [...page.slice(page.indexOf(from), page.indexOf(to)).matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
  const rows = (from: string, to: string) =>
    [...page.slice(page.indexOf(from), page.indexOf(to)).matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
  expect(listed("`kind`: ", "`channel`: ").slice(1)).toEqual([...kinds]);
  expect(listed("`channel`: ", "`grade` says").slice(1)).toEqual([...channels]);
  expect(rows("| grade |", "`flags`, in")).toEqual([...grades]);
  expect(rows("| flag |", "## 4. Time")).toEqual([...flags]);
  const told = [...page.slice(page.indexOf("## 5. Who"), page.indexOf("## 6.")).matchAll(/^\| ((?:`[a-z]+`(?:, )?)+) \|/gm)];
  expect(told.flatMap((match) => [...(match[1] ?? "").matchAll(/[a-z]+/g)].map(([kind]) => kind)).sort()).toEqual(
    [...identityKinds].sort(),
  );
});
