import { expect, it } from "vitest";
import { type Instant, parseInstant } from "@unmask/core";
import { monthAxisOf, placeOn } from "./moments-on-axis.ts";

const at = (text: string): Instant => parseInstant(Date.parse(text)) ?? expect.unreachable();

it("runs from the first of the first month to the end of the last, through a year’s end", () => {
  const axis = monthAxisOf([at("2026-02-10T12:00:00Z"), at("2025-11-20T12:00:00Z")]) ?? expect.unreachable();
  expect(axis.months.map(({ says }) => says)).toEqual(["Nov 2025", "Dec", "Jan 2026", "Feb"]);
  expect(axis.months[0]?.at).toBe(0);
});

it("places a moment by the civil day of London, between the ends", () => {
  const axis = monthAxisOf([at("2026-06-01T00:30:00Z"), at("2026-06-30T22:30:00Z")]) ?? expect.unreachable();
  expect(placeOn(axis, at("2026-06-01T00:30:00Z"))).toBeCloseTo(0.5 / 30, 5);
  expect(placeOn(axis, at("2026-06-30T22:30:00Z"))).toBeCloseTo(29.5 / 30, 5);
});

it("has nothing to show of nothing", () => {
  expect(monthAxisOf([])).toBeUndefined();
});
