import type { Source } from "@unmask/core";
import { expect, test } from "vitest";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { lyingBomb, zipOfHardNames } from "../../../fixtures/importers/hostile-files.ts";
import { readAll, readingsIn, reasonsIn } from "../../../fixtures/importers/hostile-import.ts";

/** Files made to hurt that are small. Those that take seconds to read are in test/hostile. */

test("a bomb that claims to be small is stopped at its claim", async () => {
  expect(reasonsIn(await readAll([sourceOf("e.zip", lyingBomb())]))).toEqual([
    expect.stringMatching(/“bomb.txt” is not as long as the archive says/),
  ]);
});

test("names with scripts, line breaks and climbing paths come out as one label in one line", async () => {
  const { names, bytes } = zipOfHardNames();
  const readings = readingsIn(await readAll([sourceOf("e.zip", bytes)]));
  expect(readings).toHaveLength(names.length);
  for (const reading of readings) expect(JSON.stringify(reading)).not.toMatch(/[\n\u202E]/);
});

test("a file that claims ten gigabytes and holds nothing ends at once", async () => {
  const empty: Source = { name: "x.txt", size: 10 * 1024 ** 3, read: async () => new Uint8Array(0) };
  expect(readingsIn(await readAll([empty, { ...empty, name: "x.zip" }]))).toMatchObject([{ kept: { size: 0 } }, { kept: { size: 0 } }]);
});
