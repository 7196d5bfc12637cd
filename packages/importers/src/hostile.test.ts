import type { Reading, Source } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { damage, damagedBy } from "../../../fixtures/importers/damage.ts";
import { type Fixture, listFixtures, optionsOf, sourceOf, sourcesOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import {
  type Giant,
  bombInMembers,
  chatOfLongNames,
  endless,
  giantCell,
  giants,
  lyingBomb,
  mebibyte,
  zipBomb,
  zipOfEmptyFiles,
  zipOfFolders,
  zipOfHardNames,
} from "../../../fixtures/importers/hostile-files.ts";
import { overlappingZip, rawZip } from "../../../fixtures/importers/raw-zip.ts";
import { importers } from "./index.ts";
import type { ImportStep } from "./read-sources.ts";

/** Files made to hurt: they end as readings with a reason, in bounded memory, and take nothing else with them. */

/** Memory that an import may take beyond what the test itself holds. */
const mostGrowth = 220 * mebibyte;

const said = { folder: "/nowhere", importer: "", name: "", also: [] };

function readAll(sources: readonly Source[]): Promise<ImportStep[]> {
  return stepsOf(sources, optionsOf(said, importers));
}

function readingsIn(steps: readonly ImportStep[]): Reading[] {
  for (const step of steps) if ("fault" in step) throw new Error(`${step.fault.importer} threw`, { cause: step.fault.error });
  return steps.flatMap((step) => ("readings" in step ? [...step.readings] : []));
}

function reasonsIn(steps: readonly ImportStep[]): string[] {
  return readingsIn(steps).flatMap((reading) => ("unread" in reading ? [reading.unread.reason] : []));
}

/** Reads while the memory of the process is watched; the highest growth in bytes, with how many readings of each sort came. */
async function watched(
  sources: readonly Source[],
): Promise<{ growth: number; acts: number; unread: number; kept: number; notices: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = () => void (peak = Math.max(peak, process.memoryUsage().rss));
  const timer = setInterval(look, 5);
  const counts = { acts: 0, unread: 0, kept: 0, notices: 0 };
  const { readSources } = await import("./read-sources.ts");
  for await (const step of readSources(sources, optionsOf(said, importers))) {
    look();
    if ("fault" in step) throw new Error(`${step.fault.importer} threw`, { cause: step.fault.error });
    if (!("readings" in step)) continue;
    for (const reading of step.readings) {
      if ("act" in reading) counts.acts++;
      else if ("unread" in reading) counts.unread++;
      else if ("notice" in reading) counts.notices++;
      else counts.kept++;
    }
  }
  clearInterval(timer);
  return { growth: peak - before, ...counts };
}

test("a zip bomb is stopped by what comes out of it, and the file beside it is read", async () => {
  const { growth, unread, kept } = await watched([sourceOf("export.zip", zipBomb()), sourceOf("loose.bin", Uint8Array.of(1))]);
  expect({ unread, kept }).toEqual({ unread: 1, kept: 2 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a bomb that claims to be small is stopped at its claim", async () => {
  expect(reasonsIn(await readAll([sourceOf("e.zip", lyingBomb())]))).toEqual([
    expect.stringMatching(/“bomb.txt” is not as long as the archive says/),
  ]);
});

test("a bomb in many small members is stopped as one", async () => {
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", bombInMembers())]));
  expect(reasons.filter((reason) => reason.includes("unpacks to far more")).length).toBeGreaterThan(15);
});

test("a zip of five thousand files and folders is walked", async () => {
  const { growth, kept } = await watched([sourceOf("e.zip", zipOfFolders(5000))]);
  expect(kept).toBe(5000);
  expect(growth).toBeLessThan(2 * mostGrowth);
});

test("a zip whose 25,000 files lie over each other is not unpacked again and again, and a thousand lines tell of all", async () => {
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", overlappingZip(25_000))]));
  const told = reasons.filter((reason) => reason.includes("lies over the bytes of another file"));
  expect(told).toHaveLength(1000);
  expect(told.at(-1)).toMatch(/^“e.zip” holds 24000 more files, in \d+ bytes, each of which lies over/);
});

test.each([
  ["locked with a password", { flags: 1 }],
  ["packed in a way that we cannot unpack", {}],
])("of a zip of 1,500 files %s a thousand lines tell of all", async (why, claims) => {
  const members = Array.from({ length: 1500 }, (_, i) => ({
    name: `${i}.txt`,
    data: "x",
    method: why.startsWith("packed") ? 14 : 8,
    claims,
  }));
  const bytes = rawZip(members);
  const told = readingsIn(await readAll([sourceOf("e.zip", bytes)])).flatMap((one) => ("unread" in one ? [one.unread] : []));
  expect(told).toHaveLength(1000);
  expect(told.every(({ reason }) => reason.includes(why))).toBe(true);
  const [rest] = told.slice(-1);
  const { start = 0, end = 0 } = rest?.source ?? {};
  expect(rest?.reason).toMatch(new RegExp(`^“e.zip” holds 501 more files, in ${end - start} bytes, each of which is`));
  expect(start).toBe(told.at(-2)?.source.end);
  expect(end).toBe(Buffer.from(bytes).indexOf("PK\u0001\u0002"));
});

test.each([0, 8])("a zip of 200,000 empty files takes little memory, and what is over the limit is told (method %i)", async (method) => {
  const { growth, kept, unread } = await watched([sourceOf("e.zip", zipOfEmptyFiles(200_000, method))]);
  expect({ kept, unread }).toEqual({ kept: 50_000, unread: 1 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a file that claims ten gigabytes and holds nothing ends at once", async () => {
  const empty: Source = { name: "x.txt", size: 10 * 1024 ** 3, read: async () => new Uint8Array(0) };
  expect(readingsIn(await readAll([empty, { ...empty, name: "x.zip" }]))).toMatchObject([{ kept: { size: 0 } }, { kept: { size: 0 } }]);
});

test("thousands of long names in one chat keep none of the text around them", async () => {
  const { growth, acts } = await watched([sourceOf("_chat.txt", chatOfLongNames())]);
  expect(acts).toBe(25_000);
  expect(growth).toBeLessThan(mostGrowth);
});

test("names with scripts, line breaks and climbing paths come out as one label in one line", async () => {
  const { names, bytes } = zipOfHardNames();
  const readings = readingsIn(await readAll([sourceOf("e.zip", bytes)]));
  expect(readings).toHaveLength(names.length);
  for (const reading of readings) expect(JSON.stringify(reading)).not.toMatch(/[\n\u202E]/);
});

/** A mail is read whole up to 48 MiB, and its parser holds it several times. */
const mostGrowthOf = ({ name }: Giant): number => (name === "inbox.mbox" ? 3 * mostGrowth : mostGrowth);

describe.each(giants)("one line of 256 MiB in $name", (giant) => {
  test("takes bounded memory and every byte is told", async () => {
    const { growth, ...counts } = await watched([endless(giant, 256 * mebibyte), ...(giant.beside ?? [])]);
    expect(growth).toBeLessThan(mostGrowthOf(giant));
    expect(counts.acts + counts.unread + counts.notices + counts.kept).toBeGreaterThan(0);
  });
});

test("one line of a gigabyte in a table is unread in bounded memory", async () => {
  const giant = giantCell();
  const { growth, unread } = await watched([endless(giant, 1024 * mebibyte), ...(giant.beside ?? [])]);
  expect(unread).toBeGreaterThan(0);
  expect(growth).toBeLessThan(mostGrowth);
});

const fixtures = listFixtures();

/** Samples small enough to be broken a few hundred times. */
const small = fixtures.filter((fixture) => sourcesOf(fixture).reduce((sum, source) => sum + source.size, 0) < 100_000);

test("samples with bytes changed, cut out, doubled or put in never make an importer throw or lose a byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...small), fc.array(damage, { minLength: 1, maxLength: 6 }), async (fixture, damages) => {
      const sources = await Promise.all(sourcesOf(fixture).map((source) => damagedBy(source, damages)));
      const steps = await stepsOf(sources, optionsOf(fixture, importers));
      for (const reading of readingsIn(steps)) {
        if ("unread" in reading) expect(reading.unread.reason, nameOf(fixture)).not.toMatch(/^Our reader/);
      }
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

test("bytes that begin like a sample and go on in any way never make an importer throw", async () => {
  const heads = await Promise.all(
    small.flatMap(sourcesOf).map(async (source) => ({ name: source.name, bytes: await source.read(0, 600) })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.nat(600), fc.uint8Array({ maxLength: 2000 }), async ({ name, bytes }, keep, rest) => {
      const source = sourceOf(name, Uint8Array.of(...bytes.subarray(0, keep), ...rest));
      for (const reason of reasonsIn(await readAll([source]))) expect(reason).not.toMatch(/^Our reader/);
    }),
    { seed: 20261126, numRuns: 300 },
  );
});

test("a zip with bytes changed, cut out, doubled or put in ends as readings", async () => {
  const inner = rawZip([{ name: "deep.txt", data: "deep" }]);
  const files = small.slice(0, 6).flatMap(sourcesOf);
  const members = await Promise.all(files.map(async ({ name, size, read }) => ({ name, data: await read(0, size) })));
  const whole = rawZip([...members, { name: "stored.txt", data: "stored ".repeat(50), method: 0 }, { name: "in/inner.zip", data: inner }]);
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const source = await damagedBy(sourceOf("export.zip", whole), damages);
      const readings = readingsIn(await readAll([source]));
      expect(readings.length).toBeGreaterThan(0);
    }),
    { seed: 20261127, numRuns: 150 },
  );
});

function nameOf({ importer, name }: Fixture): string {
  return `${importer}/${name}`;
}
