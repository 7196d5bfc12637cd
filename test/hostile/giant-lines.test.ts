import { describe, expect, test } from "vitest";
import { sourceOf } from "../../fixtures/importers/fixture.ts";
import { type Giant, chatOfLongNames, endless, giantCell, giants, mebibyte } from "../../fixtures/importers/hostile-files.ts";
import { mostGrowth, watched } from "../../fixtures/importers/hostile-import.ts";

/** Lines that never end: every byte is told, in bounded memory. */

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
