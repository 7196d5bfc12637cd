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
 * last has its days, in order and none twice. The error says what is wrong.
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
  return ok(read.value);
}

/** A table as `readFreeDays` reads it, in one line. */
export function writeFreeDays({ years: between, holidays, source, checkedOn }: FreeDays): string {
  return JSON.stringify({ version: 1, jurisdiction: "EW", years: between, holidays, source, checkedOn });
}

/**
 * The force's tables with one more. What the older ones say of other years stays; one of which no year is left goes. The error says which years
 * would be missing between them and the shipped ones.
 */
export function withOneMore(own: readonly FreeDays[], table: FreeDays): Result<readonly FreeDays[], string> {
  const [first, last] = table.years;
  const kept = [...own.filter(({ years: [from, until] }) => from < first || until > last), table];
  const all = freeDaysInForce(kept);
  const gap = all.findIndex(({ years: [from] }, at) => at > 0 && from > (all[at - 1]?.years[1] ?? from) + 1);
  if (gap === -1) return ok(kept);
  return failed(`Between ${all[gap - 1]?.years[1]} and ${all[gap]?.years[0]} years are missing: load them first.`);
}

/** The tables that count, in order, each year in one of them: the newest of the force's that holds it, else the shipped one. */
export function freeDaysInForce(own: readonly FreeDays[]): readonly FreeDays[] {
  const all = own.reduce<readonly FreeDays[]>((older, table) => [...older.flatMap((one) => without(one, table.years)), table], [shipped]);
  return [...all].sort((one, other) => one.years[0] - other.years[0]);
}

/** Shipped table and the force's own, as one. */
export function withFreeDays(own: readonly FreeDays[]): FreeDays {
  const [earliest = shipped, ...later] = freeDaysInForce(own);
  return later.reduce(
    (all, table) => ({
      years: [all.years[0], table.years[1]],
      holidays: [...all.holidays, ...table.holidays],
      source: `${all.source}; ${table.years.join(" to ")}: ${table.source}`,
      checkedOn: table.checkedOn > all.checkedOn ? table.checkedOn : all.checkedOn,
    }),
    earliest,
  );
}

/** What is left of a table without some years: nothing, one part, or one before and one after them. */
function without(table: FreeDays, [first, last]: FreeDays["years"]): readonly FreeDays[] {
  const [from, until] = table.years;
  const parts = [[from, Math.min(until, first - 1)] as const, [Math.max(from, last + 1), until] as const];
  return parts.flatMap(([begin, end]) =>
    begin > end
      ? []
      : [{ ...table, years: [begin, end], holidays: table.holidays.filter((day) => yearOf(day) >= begin && yearOf(day) <= end) }],
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
