import { expect, test } from "vitest";
import { readFreeDays, withFreeDays } from "./own-free-days.ts";

const days = (year: number): readonly string[] =>
  ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"].map((day) => `${year}-${day}`);
const table = {
  version: 1,
  jurisdiction: "EW",
  years: [2029, 2029],
  holidays: days(2029),
  source: "gov.uk/bank-holidays",
  checkedOn: "2026-11-27",
};
const read = (more: object = {}) => readFreeDays(JSON.stringify({ ...table, ...more }));

test("a force's own year follows the shipped ones, and a year that it loads again is its own", () => {
  const own = read();
  if (!own.ok) throw new Error(own.error);
  const both = withFreeDays(own.value);
  expect([both.years, both.holidays.at(-1), both.holidays[0]]).toEqual([[2026, 2029], "2029-12-26", "2026-01-01"]);
  const proclaimed = read({ years: [2027, 2027], holidays: [...days(2027), "2027-12-28"] });
  if (!proclaimed.ok) throw new Error(proclaimed.error);
  const changed = withFreeDays(proclaimed.value);
  expect(changed.years).toEqual([2026, 2028]);
  expect(changed.holidays.filter((day) => day.startsWith("2027"))).toEqual([...days(2027), "2027-12-28"]);
});

test("a table that is cut, has a gap, or says something else than it holds is refused, and nothing in it is corrected", () => {
  for (const wrong of [
    { years: [2031, 2031], holidays: days(2031) },
    { years: [2029, 2030] },
    { holidays: days(2029).slice(0, 3) },
    { holidays: [...days(2029)].reverse() },
    { holidays: [...days(2029), "2029-12-26"] },
    { holidays: [...days(2029), "2030-01-01"] },
    { holidays: ["2029-02-30", ...days(2029)] },
    { years: [2030, 2029] },
    { jurisdiction: "SCO" },
    { source: "" },
    { checkedOn: "yesterday" },
    { version: 2 },
    { more: 1 },
  ])
    expect(read(wrong)).toMatchObject({ ok: false });
});
