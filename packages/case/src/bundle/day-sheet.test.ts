import { wordsOfPaper } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleDaySheet as sample } from "../../../../test/report/sample-papers.ts";
import { daySheetOf } from "./day-sheet.ts";

test("what is past its day stands first, then what is undecided, under no heading that says that it is late, then day by day, then what ended", () => {
  const [row] = sample.rows;
  if (row === undefined) throw new Error("the sample has rows");
  const { blocks } = daySheetOf({ ...sample, rows: [...sample.rows, { ...row, day: "2026-12-07", what: "Notice of a new name" }] });
  const headings = blocks.flatMap((one) => (one.block === "heading" ? [one.says] : []));
  expect(headings).toEqual([
    "Past its day, and still open",
    "Undecided, and waiting for an officer",
    "Friday 11 December 2026",
    "Monday 14 December 2026",
    "Ended in the last 30 days",
  ]);
  const tables = blocks.flatMap((one) => (one.block === "table" ? [JSON.stringify(one.rows)] : []));
  expect(tables.map((rows) => [rows.includes("Notice of a new name"), rows.includes("undecided")]).slice(0, 2)).toEqual([
    [true, false],
    [false, true],
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

test("each row says from which day it is past or over, and what has ended says no such day", () => {
  const tables = daySheetOf(sample).blocks.flatMap((one) => (one.block === "table" ? [one] : []));
  expect(tables.map(({ columns }) => columns[3]?.head)).toEqual(tables.map(() => "Past, or over, from"));
  expect(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[3]))).toEqual([
    "Wed 9 Dec 2026",
    "Sat 12 Dec 2026",
    "Sat 12 Dec 2026",
    "Tue 15 Dec 2026",
    "",
  ]);
});

test("a sheet without rows says that nothing is due", () => {
  const text = wordsOfPaper(daySheetOf({ ...sample, rows: [], ended: { days: 30, rows: [] } })).join("\n");
  expect(text).toContain("Nothing is due.");
});

test("a section of another Act has that Act beside it, and the sheet names the Act of all the others", () => {
  const [row] = sample.rows;
  if (row === undefined) throw new Error("the sample has rows");
  const rows = [row, { ...row, section: "s9", act: "Protection from Stalking Act (Northern Ireland) 2022", why: "Their rule." }];
  const text = wordsOfPaper(daySheetOf({ ...sample, rows })).join("\n");
  expect(text).toContain("s9, Protection from Stalking Act (Northern Ireland) 2022: Their rule.");
  expect(text).toContain("Sections are of the Stalking Protection Act 2019, where no other Act stands beside them.");
});
