import { expect, it } from "vitest";
import { writeCsv } from "./csv-text.ts";

const cellOf = (cell: string | number): string => writeCsv({ columns: ["c"], rows: [[cell]] }).slice("c\r\n".length, -2);

it("lets no cell of a message or name run as a formula where the file is opened", () => {
  for (const cell of [
    "=1+1",
    "+447700900123",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u2068=1",
    "\u200B+1",
    "＝1",
    "＠x",
  ])
    expect(cellOf(cell).replace(/^"/, "")).toMatch(/^'/);
});

it("keeps words, numbers below nothing and marks of speech as they are", () => {
  expect(cellOf("Leila Ashworth")).toBe("Leila Ashworth");
  expect(cellOf(-5)).toBe("-5");
  expect(cellOf("you = me")).toBe("you = me");
  expect(cellOf('he said "no", twice')).toBe('"he said ""no"", twice"');
  expect(cellOf("two\nlines")).toBe('"two\nlines"');
  expect(cellOf('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
});

it("writes the head and each row as one record of the same width", () => {
  expect(writeCsv({ columns: ["report", "acts"], rows: [["R-2100", 58]] })).toBe("report,acts\r\nR-2100,58\r\n");
});
