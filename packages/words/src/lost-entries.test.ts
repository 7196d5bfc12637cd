import { expect, test } from "vitest";
import { sayLostEntries, sayRuns } from "./lost-entries.ts";

test("an entry of hers that is lost is named by its number, and said not to have been left out by choice", () => {
  expect(sayLostEntries([2])).toBe(
    "Entry 2 of the journal, or what was added to one under that number, is missing, or changed where the journal was kept: what it said is not in this report. It was not left out by choice.",
  );
  expect(sayLostEntries([2, 5, 6, 7])).toBe(
    "Entries 2, 5–7 of the journal, or what was added to some under these numbers, are missing, or changed where the journal was kept: what they said is not in this report. They were not left out by choice.",
  );
  expect(sayLostEntries([])).toBe("");
});

test("numbers that follow one another are drawn together, and a journal full of holes does not fill the page", () => {
  expect(sayRuns([1, 2, 4, 5, 6, 9])).toBe("1, 2, 4–6, 9");
  const odd = Array.from({ length: 500_000 }, (_, i) => 2 * i + 1);
  expect(sayRuns(odd)).toMatch(/^1, 3, 5, .*, 119 \+499,940$/);
});
