/**
 * One convention for what comes out of either database: their own drivers disagree (int8 is a number here and text there, a date is midnight
 * in another zone), so each type that they read differently is read here, from the text the server sends.
 *
 * int8 and count(*): a number, an error where it is not exact. numeric, date, timestamp, uuid: the text as written. timestamptz: an Instant
 * (milliseconds; connections speak UTC). bytea: Uint8Array. jsonb: the value. bool, float8, int4, text: what everybody gives. An interval is
 * never selected. Parameters: timestamptz as ISO text, jsonb through JSON.stringify.
 */
import { type Instant, parseInstant } from "@unmask/core";

/** Reads a column's text. */
export type ReadColumn = (text: string) => unknown;

/** By the type's number in PostgreSQL's own catalogue (pg_type.oid), which never changes. */
export const columnTypes: Readonly<Record<number, ReadColumn>> = {
  17: readBytes,
  20: readWhole,
  114: readJson,
  1016: readWholes,
  1082: asWritten,
  1114: asWritten,
  1184: readInstant,
  1700: asWritten,
  2950: asWritten,
  3802: readJson,
};

function asWritten(text: string): string {
  return text;
}

function readJson(text: string): unknown {
  return JSON.parse(text);
}

function readWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error("a whole number of the database is too large to be exact");
  return value;
}

/** `{1,2,NULL}`: one dimension, which is all that whole numbers need. */
function readWholes(text: string): (number | null)[] {
  const inside = text.slice(1, -1);
  if (inside.includes("{")) throw new Error("a list of lists came from the database");
  return inside === "" ? [] : inside.split(",").map((one) => (one === "NULL" ? null : readWhole(one)));
}

/** `2026-11-27 03:00:00.123456+00`, cut to the millisecond. */
function readInstant(text: string): Instant {
  const ms = Date.parse(text.replace(" ", "T").replace(/\+00$/, "Z"));
  const instant = parseInstant(ms);
  if (instant === undefined || !text.endsWith("+00"))
    throw new Error("a time of the database lies outside our calendar, or was not told in UTC");
  return instant;
}

/** `\x0a1b…` */
function readBytes(text: string): Uint8Array {
  if (!text.startsWith("\\x")) throw new Error("bytes of the database are not in hexadecimal");
  return new Uint8Array(Buffer.from(text.slice(2), "hex"));
}
