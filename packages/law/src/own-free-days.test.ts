import { expect, test } from "vitest";
import type { FreeDays } from "@unmask/core";
import { freeDaysInForce, readFreeDays, withFreeDays, withOneMore, writeFreeDays } from "./own-free-days.ts";

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

const mustRead = (more: object = {}) => {
  const found = read(more);
  return found.ok ? found.value : expect.fail(found.error);
};
const loaded = (...tables: readonly FreeDays[]) =>
  tables.reduce<readonly FreeDays[]>((own, one) => {
    const next = withOneMore(own, one);
    return next.ok ? next.value : expect.fail(next.error);
  }, []);

test("a force's own year follows the shipped ones, and a year that it loads again is its own", () => {
  const both = withFreeDays(loaded(mustRead()));
  expect([both.years, both.holidays.at(-1), both.holidays[0]]).toEqual([[2026, 2029], "2029-12-26", "2026-01-01"]);
  const changed = withFreeDays(loaded(mustRead({ years: [2027, 2027], holidays: [...days(2027), "2027-12-28"] })));
  expect(changed.years).toEqual([2026, 2028]);
  expect(changed.holidays.filter((day) => day.startsWith("2027"))).toEqual([...days(2027), "2027-12-28"]);
});

test("a second table leaves what the first says of other years, and each day says where it was read and when", () => {
  const three = mustRead({ years: [2029, 2031], holidays: [2029, 2030, 2031].flatMap(days), source: "a letter" });
  const proclaimed = mustRead({ years: [2030, 2030], holidays: [...days(2030), "2030-12-30"], checkedOn: "2029-07-01" });
  const own = loaded(three, proclaimed);
  expect(freeDaysInForce(own).map(({ years, source, checkedOn, holidays }) => [years, source, checkedOn, holidays.length])).toEqual([
    [[2026, 2028], expect.stringContaining("date-holidays"), "2026-11-27", 28],
    [[2029, 2029], "a letter", "2026-11-27", 8],
    [[2030, 2030], "gov.uk/bank-holidays", "2029-07-01", 9],
    [[2031, 2031], "a letter", "2026-11-27", 8],
  ]);
  const all = withFreeDays(own);
  expect([all.years, all.checkedOn, all.holidays.length]).toEqual([[2026, 2031], "2029-07-01", 53]);
  expect([...all.holidays].sort()).toEqual(all.holidays);
  expect(own.map((one) => readFreeDays(writeFreeDays(one)))).toEqual(own.map((value) => ({ ok: true, value })));
  // One of which no year is left goes.
  expect(loaded(mustRead(), mustRead({ source: "anew" })).map(({ source }) => source)).toEqual(["anew"]);
});

test("a year that is missing between two tables is told, and nothing is taken", () => {
  expect(withOneMore([], mustRead({ years: [2031, 2031], holidays: days(2031) }))).toEqual({
    ok: false,
    error: "Between 2028 and 2031 years are missing: load them first.",
  });
});

test("a table that is cut, has a gap, or says something else than it holds is refused, and nothing in it is corrected", () => {
  for (const wrong of [
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
