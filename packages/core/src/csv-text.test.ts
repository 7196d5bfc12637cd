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
    "\u0000=1",
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

it("shows what turns letters round or hides as its code, and leaves what belongs to a language or a flag", () => {
  expect(cellOf("Call \u202e0099")).toBe("Call [U+202E]0099");
  expect(cellOf("photo\u202Egpj.exe, \u2066b\u2069")).toBe('"photo[U+202E]gpj.exe, [U+2066]b[U+2069]"');
  expect(cellOf("a\u0000b\u001b[2Jc\u0085d\u2028e\u200Bf\uFEFF")).toBe("a[U+0000]b[U+001B][2Jc[U+0085]d[U+2028]e[U+200B]f[U+FEFF]");
  expect(cellOf("\ud83d alone")).toBe("[U+D83D] alone");
  expect(cellOf("\u202E=1")).toBe("'[U+202E]=1");
  expect(cellOf("x\u{E0041}y")).toBe("x[U+E0041]y");
  for (const kept of [
    "\u200Fשלום",
    "می\u200Cخواهم",
    "👩\u200D🚒",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "❤\uFE0F",
    "a\tb",
  ])
    expect(cellOf(kept)).toBe(kept);
});

it("writes the head and each row as one record of the same width", () => {
  expect(writeCsv({ columns: ["report", "acts"], rows: [["R-2100", 58]] })).toBe("report,acts\r\nR-2100,58\r\n");
});
