import { expect, test } from "vitest";
import { firstOther, noWords, withTyped } from "./typed-words.ts";

const shown = "pebble orchard tunnel violin saddle walnut mitten";

test("seven words that are pasted into one field fill all of them, and one word stays where it is typed", () => {
  expect(withTyped(noWords, 0, ` ${shown}\n`).join(" ")).toBe(shown);
  expect(withTyped(noWords, 5, "walnut mitten")).toEqual(["", "", "", "", "", "walnut", "mitten"]);
  expect(withTyped(noWords, 2, "tunnel ")).toEqual(["", "", "tunnel ", "", "", "", ""]);
});

test("words typed back are the same whatever their capitals, and the first other one is named by its place", () => {
  const typed = shown.split(" ");
  expect(firstOther(typed.with(0, " Pebble "), shown)).toBeUndefined();
  expect(firstOther(typed.with(4, "sadle"), shown)).toBe(4);
  expect(firstOther(noWords, shown)).toBe(0);
});
