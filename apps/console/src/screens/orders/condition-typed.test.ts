import { expect, test } from "vitest";
import { placesTyped, placesWritten, timesTyped, timesWritten } from "./condition-typed.ts";

test("an area of a map, a distance about a point and a place in words are read, and written again as the same", () => {
  const written =
    "the area edged on map M-1 @ 51.14, 0.87; 51.15, 0.87; 51.15, 0.89\nMill Lane police station @ 51.14, 0.88 : 50\nher street";
  const places = placesTyped(written);
  expect(places).toEqual([
    {
      says: "the area edged on map M-1",
      map: "M-1",
      area: [
        [51.14, 0.87],
        [51.15, 0.87],
        [51.15, 0.89],
      ],
    },
    { says: "Mill Lane police station", around: [51.14, 0.88], metres: 50 },
    { says: "her street" },
  ]);
  expect(placesTyped(placesWritten(places))).toEqual(places);
});

test("a corner that is no pair of degrees, or an area of two corners, is told and not guessed", () => {
  expect(placesTyped("area @ 51.14; 0.87; 3, 4")).toBeUndefined();
  expect(placesTyped("area @ 51.14, 0.87; 51.15, 0.87")).toBeUndefined();
  expect(placesTyped("@ 51, 0 : 5")).toBeUndefined();
});

test("times of a week are read by the day’s name, and a day that is none is told", () => {
  expect(timesTyped("Mon, Wed Friday 17:00-19:00\n20:00–06:00")).toEqual([
    { days: [1, 3, 5], from: "17:00", to: "19:00" },
    { days: [], from: "20:00", to: "06:00" },
  ]);
  expect(timesTyped("Mon, Xyz 17:00-19:00")).toBeUndefined();
  expect(timesWritten(timesTyped("tue 08:00-09:00"))).toBe("Tue 08:00-09:00");
});
