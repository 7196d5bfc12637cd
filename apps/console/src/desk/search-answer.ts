import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** Digits of a whole number: fewer are the beginning of one, and a search is exact and written. */
const fewestDigits = 10;

/** Whether it is a whole number or address, which the desk looks for; all other words are looked for in the rows that are here. */
export function isExact(words: string): boolean {
  return (
    /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/.test(words.trim()) || (/^[\d\s+()-]+$/.test(words) && words.replace(/\D/g, "").length >= fewestDigits)
  );
}

/** What an exact search found, and how far it was searched. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly isComplete: boolean;
  readonly searched: string;
  /** Hits that are not shown, because they are too many to say anything. */
  readonly more: number;
  readonly log: LogEntry;
}

/** One hit. A report or case stands in it only where this officer may look at it. */
export interface SearchHit {
  readonly says: string;
  readonly report?: string;
  readonly case?: string;
  readonly known?: WayOfKnowing;
  readonly first?: Instant | null;
  readonly last?: Instant | null;
}

const hit: ReadValue<SearchHit> = object(({ must, may }) => ({
  says: must("says", text),
  ...may("report", text),
  ...may("case", text),
  ...may("known", oneOf(waysOfKnowing)),
  ...may("first", orNull(instant)),
  ...may("last", orNull(instant)),
}));

/** Reads the answer of `GET /desk/search`. */
export const searchAnswer: ReadValue<SearchAnswer> = object(({ must }) => ({
  hits: must("hits", list(hit)),
  isComplete: must("isComplete", flag),
  searched: must("searched", text),
  more: must("more", count),
  log: must("log", logEntry),
}));
