import { wordsOfPaper } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleDaySheet as sample } from "../../../../test/report/sample-papers.ts";
import { daySheetOf } from "./day-sheet.ts";

test("what is past its day stands first, then day by day, then what ended", () => {
  const { blocks } = daySheetOf(sample);
  expect(blocks.flatMap((one) => (one.block === "heading" ? [one.says] : []))).toEqual([
    "Past its day, and still open",
    "Friday 11 December 2026",
    "Monday 14 December 2026",
    "Ended in the last 30 days",
  ]);
});

test("an undecided row has no other label, another force’s is marked, and each has room for a hand", () => {
  const paper = daySheetOf(sample);
  const rows = paper.blocks.flatMap((one) => (one.block === "table" ? one.rows : []));
  expect(rows.map(({ cells }) => cells.at(-1))).toEqual(rows.map(() => ""));
  const text = wordsOfPaper(paper).join("\n");
  expect(text).toContain("First notice\nundecided");
  expect(text).toContain("WM-25-014\nOwen Pike (not ours)");
  expect(text).not.toMatch(/overdue|offence committed/i);
});

test("a sheet without rows says that nothing is due", () => {
  const text = wordsOfPaper(daySheetOf({ ...sample, rows: [], ended: { days: 30, rows: [] } })).join("\n");
  expect(text).toContain("Nothing is due.");
});
