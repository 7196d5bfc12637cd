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
  const table = [
    { start: 0x6a09e667n, by: 0x9e3779b1n, left: 15n },
    { start: 0xbb67ae85n, by: 0x85ebca77n, left: 13n },
    { start: 0x3c6ef372n, by: 0xc2b2ae3dn, left: 17n },
    { start: 0xa54ff53an, by: 0x27d4eb2fn, left: 11n },
  ];
  const words = fields.flatMap(wordsByThePage);
  const lanes = table.map(({ start, by, left }) =>
    words.reduce((lane, word) => {
      const product = ((lane ^ word) * by) % mod;
      return ((product << left) | (product >> (32n - left))) % mod;
    }, start),
  );
  const spread = ([a = 0n, b = 0n, c = 0n, d = 0n]: readonly bigint[]) =>
    [a + b + c + d, a + 2n * b + c + d, a + b + 2n * c + d, a + b + c + 2n * d].map((lane) => lane % mod);
  const mix = (h: bigint) => {
    h ^= h >> 16n;
    h = (h * 0x85ebca6bn) % mod;
    h ^= h >> 13n;
    h = (h * 0xc2b2ae35n) % mod;
    return h ^ (h >> 16n);
  };
  return spread(spread(lanes).map(mix))
    .map((lane) => lane.toString(16).padStart(8, "0"))
    .join("");
}

function wordsByThePage(field: string): bigint[] {
  const bytes = [...Buffer.from(field, "utf8")];
  const words: bigint[] = [];
  for (let at = 0; at <= bytes.length; at += 4) {
    words.push(bytes.slice(at, at + 4).reduceRight((word, byte) => word * 256n + BigInt(byte), 0n));
  }
  return [...words, BigInt(bytes.length)];
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
