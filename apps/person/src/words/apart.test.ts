import { expect, it } from "vitest";
import { apart } from "./apart.ts";

it("shows a file that hides its kind behind a sign that turns letters as what it is, and turns nothing behind it", () => {
  expect(apart("photo\u202Egpj.exe")).toBe("\u2068photogpj.exe\u2069");
  // What ends a stretch does not end ours.
  expect(apart("x\u2069\u2067y")).toBe("\u2068xy\u2069");
});

it("keeps a name of another writing together, and leaves one of ours as it came", () => {
  expect(["ليلى 0001", "שרה"].map(apart)).toEqual(["\u2068ليلى 0001\u2069", "\u2068שרה\u2069"]);
  expect(["Owen", "Dŵr, 21:14 – “é”", "小林", "🚐", 7].map(apart)).toEqual(["Owen", "Dŵr, 21:14 – “é”", "小林", "🚐", 7]);
});
