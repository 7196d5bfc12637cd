import {
  type FreeDays,
  type ReadValue,
  type Result,
  count,
  failed,
  fault,
  lineFromJson,
  list,
  object,
  ok,
  oneOf,
  parseCivilDay,
  parsed,
  readDocument,
} from "@unmask/core";
import { freeDays as shipped } from "./england-and-wales/free-days.ts";

/**
 * Free days that a force loads: for years that the shipped table does not hold, or in place of a year of it where a holiday was proclaimed. A
 * document of its own (docs/running.md); nothing in it is corrected.
 */

/** UTF-16 units of a table: some hundred years. */
const longestTable = 64 * 1024;

/** Fewer days a year no table of England and Wales has: one with fewer was cut. */
const fewestDays = 6;

const civilDay: ReadValue<string> = parsed(
  (written) => (parseCivilDay(written) === undefined ? undefined : written),
  "civil day written like 2029-12-25",
);

const year: ReadValue<number> = (value, path) => {
  const written = count(value, path);
  return written >= 1_000 && written <= 9_999 ? written : fault(path, "is no year of four digits");
};

const years: ReadValue<FreeDays["years"]> = (value, path) => {
  const [first, last, ...more] = list(year)(value, path);
  return first !== undefined && last !== undefined && more.length === 0 && first <= last
    ? [first, last]
    : fault(path, "is not the first and the last year");
};

const table: ReadValue<FreeDays> = object(({ must }) => {
  must("version", (value, path) => (value === 1 ? value : fault(path, "is not 1")));
  must("jurisdiction", oneOf(["EW"]));
  return {
    years: must("years", years),
    holidays: must("holidays", list(civilDay)),
    source: must("source", lineFromJson),
    checkedOn: must("checkedOn", civilDay),
  };
});

/**
 * Reads a table: `{version: 1, jurisdiction: "EW", years: [first, last], holidays: [days], source, checkedOn}`. Every year from the first to the
 * last has its days, in order and none twice; with the shipped table the years have no gap. The error says what is wrong.
 */
export function readFreeDays(json: string): Result<FreeDays, string> {
  const read = readDocument(json, { what: "table", longest: longestTable }, table);
  if (!read.ok) return failed(`${read.error}.`);
  const { years: between, holidays } = read.value;
  const [first, last] = between;
  const unordered = holidays.find((day, i) => i > 0 && day <= (holidays[i - 1] ?? ""));
  if (unordered !== undefined) return failed(`${unordered} stands twice or out of order.`);
  const outside = holidays.find((day) => yearOf(day) < first || yearOf(day) > last);
  if (outside !== undefined) return failed(`${outside} lies outside the years that the table says it holds.`);
  for (let at = first; at <= last; at++) {
    const many = holidays.filter((day) => yearOf(day) === at).length;
    if (many < fewestDays) return failed(`${at} has ${many} free days: the table is cut, or lacks that year.`);
  }
  if (first > shipped.years[1] + 1 || last < shipped.years[0] - 1)
    return failed(
      `Between ${shipped.years[0]} to ${shipped.years[1]}, which is shipped, and ${first} to ${last} years are missing: load them too.`,
    );
  return ok(read.value);
}

/** The shipped table with the force's own: a year that the force loaded is the force's. */
export function withFreeDays(own: FreeDays | null): FreeDays {
  if (own === null) return shipped;
  const [first, last] = own.years;
  const kept = shipped.holidays.filter((day) => yearOf(day) < first || yearOf(day) > last);
  return {
    years: [Math.min(first, shipped.years[0]), Math.max(last, shipped.years[1])],
    holidays: [...kept, ...own.holidays].sort((one, other) => (one < other ? -1 : 1)),
    source: `${shipped.source}; ${first} to ${last}: ${own.source}`,
    checkedOn: own.checkedOn > shipped.checkedOn ? own.checkedOn : shipped.checkedOn,
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
