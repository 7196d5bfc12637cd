import { expect, it } from "vitest";
import { dayOfDraft, emptyDay, isWrongDay } from "./day-draft.ts";

it("reads a day as it is said: day, month, year", () => {
  expect(dayOfDraft({ day: "2", month: "3", year: "2026" })).toBe("2026-03-02");
  expect(dayOfDraft({ day: " 02", month: "03 ", year: "2026" })).toBe("2026-03-02");
});

it("takes no day that does not exist for another", () => {
  for (const day of [
    { day: "31", month: "2", year: "2025" },
    { day: "29", month: "2", year: "2025" },
    { day: "0", month: "1", year: "2025" },
    { day: "1", month: "13", year: "2025" },
    { day: "1", month: "1", year: "25" },
    { day: "1e0", month: "1", year: "2025" },
    { day: "-1", month: "1", year: "2025" },
    { day: "1", month: "", year: "2025" },
  ]) {
    expect(dayOfDraft(day)).toBeUndefined();
    expect(isWrongDay(day)).toBe(true);
  }
  expect(dayOfDraft({ day: "29", month: "2", year: "2024" })).toBe("2024-02-29");
});

it("does not call a day wrong that she left out", () => {
  expect(isWrongDay(emptyDay)).toBe(false);
  expect(isWrongDay({ day: " ", month: "", year: "" })).toBe(false);
  expect(dayOfDraft(emptyDay)).toBeUndefined();
});
