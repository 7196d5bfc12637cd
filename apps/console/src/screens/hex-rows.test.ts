import { expect, it } from "vitest";
import { hexRows, linesOfWindow } from "./hex-rows.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

it("marks exactly the bytes of the act, through the end of a line", () => {
  const rows = hexRows({ from: 30, bytes: bytesOf("it\n25/10/2026"), start: 33, end: 40 });
  expect(rows.map(({ offset }) => offset)).toEqual([30, 32]);
  const ofAct = rows.flatMap(({ bytes }) => bytes.filter(({ isOfAct }) => isOfAct).map(({ letter }) => letter));
  expect(ofAct.join("")).toBe("25/10/2");
  expect(rows[1]?.bytes[0]).toEqual({ hex: "0a", letter: "·", isOfAct: false });
});

it("shows a byte that is no letter as a dot", () => {
  const [row] = hexRows({ from: 0, bytes: bytesOf("ve’"), start: 0, end: 0 });
  expect(row?.bytes.map(({ letter }) => letter).join("")).toBe("ve···");
});

it("marks every line that holds a byte of the act and no other", () => {
  const bytes = bytesOf("Two locks\n01:17 - You’ve changed the lock.\nI liked it.\n01:19");
  const start = 10;
  const end = start + bytesOf("01:17 - You’ve changed the lock.\nI liked it.").length;
  expect(linesOfWindow({ from: 0, bytes, start, end }).map(({ ofAct }) => ofAct !== "")).toEqual([false, true, true, false]);
  expect(
    linesOfWindow({ from: 0, bytes: bytesOf("a\r\n\r\nb"), start: 0, end: 1 }).map(({ before, ofAct, after }) => before + ofAct + after),
  ).toEqual(["a", "", "b"]);
});

it("marks of a record no more than its bytes, where it ends among the blanks of the next", () => {
  const [one, other] = ['[{"seconds": 86},', '  {"seconds": 91}]'];
  const start = 1;
  const end = bytesOf(`${one}\n  `).length;
  expect(linesOfWindow({ from: 0, bytes: bytesOf(`${one}\n${other}`), start, end })).toEqual([
    { before: "[", ofAct: '{"seconds": 86},', after: "" },
    { before: "", ofAct: "  ", after: '{"seconds": 91}]' },
  ]);
});
