import type { Source } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { type Giant, chatOfLongNames, endless, giantCell, giants, mebibyte } from "../../../fixtures/importers/hostile-files.ts";
import { mostGrowth, readAll, readingsIn, watched } from "../../../fixtures/importers/hostile-import.ts";

/** Files that never end, or say so: every byte is told, in bounded memory. */

test("a file that claims ten gigabytes and holds nothing ends at once", async () => {
  const empty: Source = { name: "x.txt", size: 10 * 1024 ** 3, read: async () => new Uint8Array(0) };
  expect(readingsIn(await readAll([empty, { ...empty, name: "x.zip" }]))).toMatchObject([{ kept: { size: 0 } }, { kept: { size: 0 } }]);
});

test("thousands of long names in one chat keep none of the text around them", async () => {
  const { growth, acts } = await watched([sourceOf("_chat.txt", chatOfLongNames())]);
  expect(acts).toBe(25_000);
  expect(growth).toBeLessThan(mostGrowth);
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
