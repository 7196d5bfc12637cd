import { expect, test } from "vitest";
import { emptyIn, isUntouched, noWords, othersIn, withTyped } from "./typed-words.ts";

const shown = "pebble orchard tunnel violin saddle walnut mitten";

test("seven words that are pasted into one field fill all of them, and one word stays where it is typed", () => {
  expect(withTyped(noWords, 0, ` ${shown}\n`).join(" ")).toBe(shown);
  expect(withTyped(noWords, 5, "walnut mitten")).toEqual(["", "", "", "", "", "walnut", "mitten"]);
  expect(withTyped(noWords, 2, "tunnel ")).toEqual(["", "", "tunnel ", "", "", "", ""]);
});

test("words typed back are the same whatever their capitals, and each other one is named by its place", () => {
  const typed = shown.split(" ");
  expect(othersIn(typed.with(0, " Pebble "), shown)).toEqual([]);
  expect(othersIn(typed.with(4, "sadle").with(6, ""), shown)).toEqual([4, 6]);
});

test("an empty field is named, but not where all seven words stand in one", () => {
  expect(emptyIn(shown.split(" ").with(2, " ").with(5, ""))).toEqual([2, 5]);
  expect(emptyIn(noWords.with(0, shown))).toEqual([]);
});

test("a slip that she mends is no longer told, and those at other fields are", () => {
  const typed = shown.split(" ").with(1, "orchid").with(4, "sadle");
  const mended = typed.with(1, "orchard");
  expect([1, 4].filter((at) => isUntouched(at, typed, mended))).toEqual([4]);
});
