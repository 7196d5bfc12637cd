import { expect, test } from "vitest";
import type { Edition } from "@unmask/case";
import { changedSince, nthInWords, numbersInWords, sayCells } from "./edition-words.ts";

const of = (edition: string, all: Edition["rows"][number]["count"], partner: Edition["rows"][number]["count"]): Edition => ({
  ...{ edition, month: "2026-10", made: "2026-11-03", leftOut: [], cells: 2, shown: 2 },
  rows: [
    { measure: "reports", dimension: "", value: "all", count: all, adds: "yes" },
    { measure: "reports", dimension: "about", value: "former-partner", count: partner, adds: "yes" },
  ],
});

test("what a correction changed is said cell by cell, and what it left is counted", () => {
  expect(changedSince(of("2026-10/1", 91, 42), of("2026-10/2", 90, 42))).toEqual({
    changed: [{ says: "All, reports", before: "91", now: "90" }],
    same: 1,
  });
  expect(changedSince(of("2026-10/1", 91, "<5"), { ...of("2026-10/2", 91, "<5"), rows: [] }).changed.map(({ now }) => now)).toEqual([
    "left out",
    "left out",
  ]);
});

test("numbers that a hidden cell could be are said as runs; of one that is held more may be possible", () => {
  expect(numbersInWords({ cell: "<5", canBe: [1, 2, 3, 4] })).toBe("1 to 4");
  expect(numbersInWords({ cell: "held", canBe: [0, 5, 6, 7, 8] })).toBe("0, 5 to 8 or more");
  expect(["2026-10/1", "2026-10/2", "2026-10/12"].map(nthInWords)).toEqual(["first", "second", "12th"]);
});

test("what is shown, what has no number and what is left out are all the cells that there are", () => {
  const one = { ...of("2026-10/1", 91, "<5"), cells: 12, shown: 1 };
  expect(sayCells(one)).toBe("1 of 12 cells are shown; 1 is in it without its number; 10 are in tables that are left out.");
  expect(sayCells({ ...one, cells: 2 })).toBe("1 of 2 cells are shown; 1 is in it without its number.");
});
