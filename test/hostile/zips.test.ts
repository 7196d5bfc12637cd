import fc from "fast-check";
import { expect, test } from "vitest";
import { damage, damagedBy } from "../../fixtures/importers/damage.ts";
import { smallFixtures, sourceOf, sourcesOf } from "../../fixtures/importers/fixture.ts";
import { bombInMembers, bombInZips, zipBomb, zipOfEmptyFiles, zipOfFolders } from "../../fixtures/importers/hostile-files.ts";
import { mostGrowth, readAll, readingsIn, reasonsIn, watched } from "../../fixtures/importers/hostile-import.ts";
import { overlappingZip, rawZip } from "../../fixtures/importers/raw-zip.ts";

/** Zips made to hurt, each of a size that takes seconds: they end as readings with a reason, in bounded memory, and take nothing else with them. */

test("a zip bomb is stopped by what comes out of it, and the file beside it is read", async () => {
  const { growth, unread, kept } = await watched([sourceOf("export.zip", zipBomb()), sourceOf("loose.bin", Uint8Array.of(1))]);
  expect({ unread, kept }).toEqual({ unread: 1, kept: 2 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a bomb in many small members is stopped as one", async () => {
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", bombInMembers())]));
  expect(reasons.filter((reason) => reason.includes("unpacks to far more")).length).toBeGreaterThan(15);
});

test("of 900 bombs in zips of zips none is unpacked once what stands before it was too much", async () => {
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", bombInZips())]));
  expect(reasons.filter((reason) => reason.includes("was not unpacked, because what stands before it")).length).toBeGreaterThan(880);
});

test("of more than a thousand zips in a zip the rest are told and not opened", async () => {
  const one = rawZip([{ name: "note.txt", data: "x", method: 0 }]);
  const bytes = rawZip(Array.from({ length: 1200 }, (_, i) => ({ name: `${i}.zip`, data: one, method: 0 })));
  const { kept, unread } = await watched([sourceOf("e.zip", bytes)]);
  expect({ kept, unread }).toEqual({ kept: 1000, unread: 200 });
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
  const [start, end] = [rest?.source.start ?? 0, rest?.source.end ?? 0];
  expect(rest?.reason).toMatch(new RegExp(`^“e.zip” holds 501 more files, in ${end - start} bytes, each of which is`));
  expect(start).toBe(told.at(-2)?.source.end);
  expect(end).toBe(Buffer.from(bytes).indexOf("PK\u0001\u0002"));
});

test.each([0, 8])("a zip of 200,000 empty files takes little memory, and what is over the limit is told (method %i)", async (method) => {
  const { growth, kept, unread } = await watched([sourceOf("e.zip", zipOfEmptyFiles(200_000, method))]);
  expect({ kept, unread }).toEqual({ kept: 50_000, unread: 1 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a zip with bytes changed, cut out, doubled or put in ends as readings", async () => {
  const inner = rawZip([{ name: "deep.txt", data: "deep" }]);
  const files = smallFixtures().slice(0, 6).flatMap(sourcesOf);
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
