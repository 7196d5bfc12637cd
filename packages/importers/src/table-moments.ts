import {
  type DateOrder,
  type Flag,
  type FlaggedWhen,
  type WallTime,
  type Zone,
  parseCivilDay,
  parseInstant,
  parseIsoStamp,
  parseZone,
  whenFromDay,
  whenFromInstant,
  whenFromWall,
  zoneOfOffset,
} from "@unmask/core";
import { type DateOrderFinding, createDateOrderEvidence, readDay, farDate, type WrittenStamp, scanStamp } from "@unmask/formats";

import type { ReadContext } from "./importer.ts";

/** Reads the stamps of one table: first all of them for the order of their dates, then each. */
export interface TableMoments {
  /** Takes a stamp as evidence, in the order of the table. */
  see(wrote: string): void;
  /** What a stamp means, with the flags that it raises; undefined when there is no such time, or it is no time at all. */
  read(wrote: string): FlaggedWhen | undefined;
}

/** What is known of a table's stamps beforehand. */
export interface StatedMoments {
  /** Whose clock: the name of a zone or an offset. Absent or "local": the zone that the person stated for the import. */
  readonly zone?: string;
  /** Counts where the table itself shows no order; before what the person said at the import. */
  readonly dateOrder?: DateOrder;
  readonly whenAs?: "written" | "epoch-seconds" | "epoch-milliseconds";
}

/** Starts with what is stated; what the person said at the import comes second, evidence in the table first. */
export function createTableMoments({ zone: named, dateOrder, whenAs = "written" }: StatedMoments, context: ReadContext): TableMoments {
  const stated = named === undefined || named === "local" ? undefined : parseZone(named);
  const zone = stated ?? context.zone.zone;
  const assumed: readonly Flag[] = stated || context.zone.stated ? [] : ["zone-assumed"];
  const evidence = createDateOrderEvidence();
  let finding: DateOrderFinding | undefined;
  return {
    see(wrote) {
      const stamp = whenAs === "written" ? stampOf(wrote) : undefined;
      if (stamp) evidence.see(stamp.date);
    },
    read(wrote) {
      finding ??= evidence.decide(dateOrder ?? context.dateOrder);
      const read = whenAs === "written" ? readWritten(wrote, zone, finding) : readEpoch(wrote, whenAs);
      if (!read) return undefined;
      const zoneFlags = read.zoned ? [] : assumed;
      return { when: read.when, flags: [...read.flags, ...zoneFlags, ...farDate(read.when.earliest, context.now)] };
    },
  };
}

/** `zoned`: the stamp says its zone itself. */
type ReadStamp = FlaggedWhen & { readonly zoned: boolean };

function readEpoch(wrote: string, as: "epoch-seconds" | "epoch-milliseconds"): ReadStamp | undefined {
  if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(wrote)) return undefined;
  const scale = as === "epoch-seconds" ? 1000 : 1;
  const instant = parseInstant(Math.floor(Number(wrote) * scale));
  const precision = scale === 1 || wrote.includes(".") ? 1 : 1000;
  return instant === undefined ? undefined : { when: whenFromInstant(wrote, instant, precision), flags: [], zoned: true };
}

function readWritten(wrote: string, zone: Zone, finding: DateOrderFinding): ReadStamp | undefined {
  const iso = parseIsoStamp(wrote);
  if (iso) {
    const zoned = iso.offsetMinutes !== undefined;
    const when = whenFromWall(wrote, iso.wall, iso.offsetMinutes === undefined ? zone : zoneOfOffset(iso.offsetMinutes));
    return when && { ...when, zoned };
  }
  const isoDay = parseCivilDay(wrote);
  if (isoDay) return unzoned(whenFromDay(wrote, isoDay, zone));
  const worded = wordedDate(wrote);
  const stamp = wholeStamp(worded ?? wrote);
  const read = stamp && readDay(stamp.date, worded === undefined ? finding : { order: "dmy", because: "impossible-otherwise" });
  if (!stamp || !read || (worded !== undefined && read.strayed)) return undefined;
  const others = read.other ? [read.other] : [];
  const order: readonly Flag[] = read.other || read.strayed ? ["date-order-assumed"] : [];
  const when =
    stamp.hour === -1
      ? whenFromDay(wrote, read.day, zone, others)
      : whenFromWall(
          wrote,
          wallOf(read.day, stamp),
          zone,
          others.map((other) => wallOf(other, stamp)),
        );
  return when && { when: when.when, flags: [...when.flags, ...order], zoned: false };
}

function unzoned(read: FlaggedWhen | undefined): ReadStamp | undefined {
  return read && { ...read, zoned: false };
}

function wallOf(day: { year: number; month: number; day: number }, { hour, minute, seconds }: WrittenStamp): WallTime {
  const { year, month, day: ofMonth } = day;
  return seconds === -1 ? { year, month, day: ofMonth, hour, minute } : { year, month, day: ofMonth, hour, minute, second: seconds };
}

/** A stamp whose order of day and month is open; undefined for ISO, for words, and for what is no stamp from its first to its last character. */
function stampOf(wrote: string): WrittenStamp | undefined {
  return parseIsoStamp(wrote) || parseCivilDay(wrote) || wordedDate(wrote) !== undefined ? undefined : wholeStamp(wrote);
}

function wholeStamp(text: string): WrittenStamp | undefined {
  const stamp = scanStamp(text, 0);
  return stamp && text.slice(stamp.end).trim() === "" ? stamp : undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "1 February 2025, 14:05" and "Feb 1, 2025 2:05 pm" with the month as a number, day first; undefined when no English month is named. */
function wordedDate(wrote: string): string | undefined {
  const text = wrote.replace(/^[A-Za-z]{3,9},?\s+(?=\S)/, (word) => (monthOf(word.trim().replace(",", "")) === undefined ? "" : word));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})(?!\d)(.*)$/s.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/s.exec(text);
  const [day, word, year, rest] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], ...monthFirst.slice(3)] : [];
  const month = word === undefined ? undefined : monthOf(word);
  return month === undefined ? undefined : `${day}/${month}/${year}${rest}`;
}

function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  const at = months.findIndex((month) => lower.startsWith(month));
  return at === -1 ? undefined : at + 1;
}
