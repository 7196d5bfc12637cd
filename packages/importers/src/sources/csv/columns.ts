import {
  type Channel,
  type CivilDay,
  type Flag,
  type Grade,
  type Kind,
  type Result,
  channels,
  daysFromCivil,
  failed,
  kinds,
  ok,
  parseCivilDay,
  parseZone,
  type DateOrder,
} from "@unmask/core";
import type { CsvEncoding } from "@unmask/formats";
import type { DurationAs } from "../../table-cells.ts";
import { delimiters } from "../../table-form.ts";

/**
 * What the columns of a table mean, as somebody stated it in a file beside the table (docs/formats/columns.md). Nothing is guessed from the
 * names of columns: a table without such a file is kept, not read.
 */
export interface CsvColumns {
  readonly columns: ColumnPlaces;
  readonly header: boolean;
  readonly skip: number;
  readonly delimiter?: string;
  readonly encoding?: CsvEncoding;
  /** "local": the zone that the person stated for the import. */
  readonly zone: string;
  readonly dateOrder?: DateOrder;
  readonly whenAs: "written" | "epoch-seconds" | "epoch-milliseconds";
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly from?: string;
  readonly to?: string;
  readonly grade: Grade;
  /** What a value of the kind column stands for; null: the row is no act. */
  readonly kinds: ReadonlyMap<string, StatedKind | null>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** What a value of the direction column stands for. */
  readonly directions: ReadonlyMap<string, "in" | "out">;
  /** Words that stand for the owner of the table, in the who and to columns. */
  readonly me: ReadonlySet<string>;
  readonly durationAs: DurationAs;
  /** The days that the table says it covers, both included. */
  readonly covers: { readonly from?: CivilDay; readonly until?: CivilDay };
}

/** What a kind value stands for. */
export interface StatedKind {
  readonly kind: Kind;
  readonly flags: readonly Flag[];
}

/** The roles a column can have. */
export const columnRoles = [
  "when", "date", "time", "who", "to", "other", "direction", "what", "kind", "channel", "amount", "duration", "thread", "subject", "id",
] as const; // prettier-ignore
export type ColumnRole = (typeof columnRoles)[number];

/** Where each role stands: the name of a column, or its number from 1. */
type ColumnPlaces = { readonly [role in ColumnRole]?: string | number };

/** Bytes of a column list at most; a longer one is none. */
export const longestColumnList: number = 64 * 1024;

/** Characters of an unknown key that are told. */
const longestKeyTold = 60;

/** Grades that a table may claim: nobody proves a database with a text file. */
const statableGrades = ["structured-export", "text-export", "own-account"] as const;
const statableFlags = ["missed", "unanswered", "withheld-number", "deleted", "edited", "not-delivered"] as const;
const encodings = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;

/** Reads a column list. The error names the key that is wrong, never a value. */
export function parseCsvColumns(bytes: Uint8Array): Result<CsvColumns, string> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return failed("is no JSON in UTF-8");
  }
  const wrong: string[] = [];
  const root = createFields(json, "", wrong);
  root.choice("format", ["unmask-columns-1"]);
  const columns = placesIn(root.object("columns"));
  const fixed = root.object("fixed");
  const [header, skip, delimiter, encoding] = [
    root.flag("header"),
    root.count("skip"),
    root.choice("delimiter", delimiters),
    root.choice("encoding", encodings),
  ];
  const [zone, dateOrder] = [root.text("zone"), root.choice("dateOrder", ["dmy", "mdy", "ymd"] as const)];
  const whenAs = root.choice("whenAs", ["written", "epoch-seconds", "epoch-milliseconds"] as const) ?? "written";
  const durationAs = root.choice("durationAs", ["seconds", "minutes", "clock"] as const) ?? "seconds";
  const [kind, channel, from, to] = [fixed.choice("kind", kinds), fixed.choice("channel", channels), fixed.text("from"), fixed.text("to")];
  const grade = fixed.choice("grade", statableGrades) ?? "own-account";
  fixed.nothingElse();
  const kindsByValue = root.map("kinds", (value, path) => statedKindOf(value, path, wrong));
  const channelsByValue = root.map("channels", (value, path) => choiceOf(value, channels, path, wrong));
  const directions = root.map("directions", (value, path) => choiceOf(value, ["in", "out"] as const, path, wrong));
  const me = new Set(root.texts("me"));
  const period = root.object("covers");
  const [first, last] = [period.day("from"), period.day("until")];
  period.nothingElse();
  if (first && last && daysFromCivil(first) > daysFromCivil(last)) wrong.push('ends before it begins in the key "covers"');
  root.nothingElse();
  if (wrong.length > 0) return failed(wrong[0] ?? "");
  const missing = missingKey({ columns, zone, whenAs, kind, channel, directions });
  if (missing !== undefined) return failed(missing);
  return ok({
    columns, header: header ?? true, skip: skip ?? 0, zone: zone ?? "local", whenAs, durationAs, grade, kinds: kindsByValue, channels: channelsByValue, directions, me,
    covers: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { until: last }) },
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(kind === undefined ? {} : { kind }),
    ...(channel === undefined ? {} : { channel }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }); // prettier-ignore
}

interface Required {
  readonly columns: ColumnPlaces;
  readonly zone: string | undefined;
  readonly whenAs: CsvColumns["whenAs"];
  readonly kind: Kind | undefined;
  readonly channel: Channel | undefined;
  readonly directions: ReadonlyMap<string, unknown>;
}

function missingKey({ columns, zone, whenAs, kind, channel, directions }: Required): string | undefined {
  if (zone === undefined) return 'needs the key "zone": "local", "UTC", a zone such as "Europe/London", or an offset such as "+01:00"';
  if (zone !== "local" && parseZone(zone) === undefined) return 'names no zone that exists in the key "zone"';
  if (columns.when === undefined && columns.date === undefined) return 'needs "when" or "date" in the key "columns"';
  if (columns.when !== undefined && columns.date !== undefined) return 'has both "when" and "date" in the key "columns"';
  if (columns.time !== undefined && columns.date === undefined) return 'has "time" without "date" in the key "columns"';
  if (whenAs !== "written" && columns.when === undefined) return 'needs "when" in the key "columns" for the key "whenAs"';
  if (kind === undefined && columns.kind === undefined) return 'needs "kind" in the key "fixed" or in the key "columns"';
  if (channel === undefined && columns.channel === undefined) return 'needs "channel" in the key "fixed" or in the key "columns"';
  if (columns.other !== undefined && columns.direction === undefined) return 'has "other" without "direction" in the key "columns"';
  if (columns.direction !== undefined && (columns.other === undefined || directions.size === 0)) {
    return 'needs "other" in the key "columns" and the key "directions" for its "direction"';
  }
  if (columns.other !== undefined && (columns.who !== undefined || columns.to !== undefined)) {
    return 'has "other" beside "who" or "to" in the key "columns"';
  }
  return undefined;
}

function placesIn(fields: Fields): ColumnPlaces {
  const places: { [role in ColumnRole]?: string | number } = {};
  for (const role of columnRoles) {
    const place = fields.place(role);
    if (place !== undefined) places[role] = place;
  }
  fields.nothingElse();
  return places;
}

function statedKindOf(value: unknown, path: string, wrong: string[]): StatedKind | null | undefined {
  if (value === null) return null;
  if (typeof value === "string") {
    const kind = choiceOf(value, kinds, path, wrong);
    return kind && { kind, flags: [] };
  }
  const fields = createFields(value, path, wrong);
  const kind = fields.choice("kind", kinds);
  const flags = fields.texts("flags").flatMap((flag) => choiceOf(flag, statableFlags, `${path}.flags`, wrong) ?? []);
  fields.nothingElse();
  if (kind === undefined) wrong.push(`needs "kind" in the key "${path}"`);
  return kind && { kind, flags };
}

function choiceOf<T extends string>(value: unknown, choices: readonly T[], path: string, wrong: string[]): T | undefined {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) wrong.push(`has a value in the key "${path}" that is none of: ${choices.map(visible).join(", ")}`);
  return found;
}

function visible(choice: string): string {
  return choice === "\t" ? "tab" : choice;
}

/** Strict reading of one JSON object: each key is asked for by its kind, and what nobody asked for is wrong. */
interface Fields {
  text(key: string): string | undefined;
  texts(key: string): readonly string[];
  flag(key: string): boolean | undefined;
  count(key: string): number | undefined;
  day(key: string): CivilDay | undefined;
  choice<T extends string>(key: string, choices: readonly T[]): T | undefined;
  place(key: string): string | number | undefined;
  object(key: string): Fields;
  map<T>(key: string, read: (value: unknown, path: string) => T | undefined): ReadonlyMap<string, T>;
  nothingElse(): void;
}

function createFields(value: unknown, path: string, wrong: string[]): Fields {
  const entries = new Map<string, unknown>();
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, one] of Object.entries(value)) entries.set(key, one);
  else if (value !== undefined) wrong.push(path === "" ? "is no JSON object" : `has no object in the key "${path}"`);
  const asked = new Set<string>();
  const pathOf = (key: string): string => (path === "" ? key : `${path}.${key}`);
  function take<T>(key: string, accept: (one: unknown) => T | undefined, what: string): T | undefined {
    asked.add(key);
    const one = entries.get(key);
    if (one === undefined) return undefined;
    const accepted = accept(one);
    if (accepted === undefined) wrong.push(`needs ${what} in the key "${pathOf(key)}"`);
    return accepted;
  }
  return {
    text: (key) => take(key, (one) => (typeof one === "string" && one !== "" ? one : undefined), "a text"),
    texts: (key) =>
      take(key, (one) => (Array.isArray(one) && one.every((item) => typeof item === "string") ? one : undefined), "a list of texts") ?? [],
    flag: (key) => take(key, (one) => (typeof one === "boolean" ? one : undefined), "true or false"),
    count: (key) =>
      take(key, (one) => (typeof one === "number" && Number.isSafeInteger(one) && one >= 0 ? one : undefined), "a whole number"),
    day: (key) => take(key, (one) => (typeof one === "string" ? parseCivilDay(one) : undefined), "a day such as 2026-03-01"),
    choice(key, choices) {
      asked.add(key);
      const one = entries.get(key);
      return one === undefined ? undefined : choiceOf(one, choices, pathOf(key), wrong);
    },
    place: (key) => take(key, placeOf, "the name of a column or its number from 1"),
    object(key) {
      asked.add(key);
      return createFields(entries.get(key), pathOf(key), wrong);
    },
    map<T>(key: string, read: (one: unknown, at: string) => T | undefined) {
      asked.add(key);
      const found = entries.get(key);
      const result = new Map<string, T>();
      if (found === undefined) return result;
      if (typeof found !== "object" || found === null || Array.isArray(found)) {
        wrong.push(`has no object in the key "${pathOf(key)}"`);
        return result;
      }
      for (const [name, one] of Object.entries(found)) {
        const accepted = read(one, pathOf(key));
        if (accepted !== undefined) result.set(name, accepted);
      }
      return result;
    },
    nothingElse() {
      for (const key of entries.keys())
        if (!asked.has(key)) wrong.push(`has the key "${pathOf(key).slice(0, longestKeyTold)}", which means nothing here`);
    },
  };
}

function placeOf(value: unknown): string | number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 1 ? value : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
