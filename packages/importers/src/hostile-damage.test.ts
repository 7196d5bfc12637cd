import fc from "fast-check";
import { expect, test } from "vitest";
import { damage, damagedBy } from "../../../fixtures/importers/damage.ts";
import { type Fixture, optionsOf, smallFixtures, sourceOf, sourcesOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { readAll, readingsIn, reasonsIn } from "../../../fixtures/importers/hostile-import.ts";
import { importers } from "./index.ts";

/** Samples broken in any way: they end as readings, no importer throws, and no byte is lost. */

const small = smallFixtures();

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

function nameOf({ importer, name }: Fixture): string {
  return `${importer}/${name}`;
}
