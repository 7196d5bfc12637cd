import { type Instant, type ReadValue, count, fault, flag, list, object, oneOf, text } from "@unmask/core";
import { type LookAhead, type LookAheadRow, lookAheadGroups } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** What ends and which court days come, as the server worked it out: a page of it. What it comes to (`says`) is told with the first. */
export interface LookAheadAnswer extends LookAhead {
  /** Days before an end on which somebody is reminded, as the force has them today. */
  readonly reminderDays: readonly number[];
  readonly now: Instant;
  /** Lines there are, on all pages. */
  readonly many: number;
  /** From where the next page goes on; absent: it is the last. */
  readonly next?: string;
  readonly log: LogEntry;
}

const pair: ReadValue<readonly [string, string]> = (value, path) => {
  const [first, second, ...more] = list(text)(value, path);
  return first === undefined || second === undefined || more.length > 0 ? fault(path, "is no pair of lines") : [first, second];
};

const row: ReadValue<LookAheadRow> = object(({ must, may }) => ({
  order: must("order", text),
  shown: must("shown", text),
  subject: must("subject", text),
  jurisdiction: must("jurisdiction", oneOf(["EW", "NI"] as const)),
  group: must("group", oneOf(lookAheadGroups)),
  kind: must(
    "kind",
    oneOf(["order-ends", "interim-ends", "condition-ends", "other-register-ends", "court-day", "ended", "no-order"] as const),
  ),
  day: must("day", orNull(text)),
  ...may("at", text),
  when: must("when", pair),
  ends: must("ends", pair),
  next: must("next", pair),
  label: must("label", text),
  mark: must("mark", oneOf(["filled", "open", "grey"] as const)),
  isMind: must("isMind", flag),
  reminders: must(
    "reminders",
    list(object((one) => ({ days: one.must("days", count), day: one.must("day", text), isPast: one.must("isPast", flag) }))),
  ),
}));

/** Reads the answer of `GET /desk/look-ahead`. */
export const lookAheadAnswer: ReadValue<LookAheadAnswer> = object(({ must, may }) => ({
  now: must("now", instant),
  many: must("many", count),
  ...may("next", text),
  rows: must("rows", list(row)),
  to: must("to", text),
  reminderDays: must("reminderDays", list(count)),
  live: must("live", count),
  later: must("later", count),
  says: must("says", text),
  log: must("log", logEntry),
}));
