import { expect, test } from "vitest";
import { emptyDay } from "./day-draft.ts";
import { emptyGap, isWrongGap } from "./session.ts";

const third = { day: "3", month: "5", year: "2025" };
const ninth = { day: "9", month: "5", year: "2025" };

test.each([
  ["has neither day", emptyDay, emptyDay, false],
  ["has both", third, ninth, false],
  ["is one day", third, third, false],
  ["has no last day", third, emptyDay, true],
  ["has no first day", emptyDay, ninth, true],
  ["ends before it begins", ninth, third, true],
])("a time without a record that %s is told of before it could be left out: %#", (_, from, until, wrong) => {
  expect(isWrongGap({ ...emptyGap, from, until })).toBe(wrong);
});
