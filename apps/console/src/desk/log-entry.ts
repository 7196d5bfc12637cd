import { type ReadValue, count, object, text } from "@unmask/core";

/** The entry of the access log that was written for what was just shown, as it was written. */
export interface LogEntry {
  /** Without gaps, from 1. */
  readonly number: number;
  /** "written 03:12:08: PC 4471 consulted the queue: 23 summaries. Reason: duty, nights." */
  readonly says: string;
  /** Of this entry, in lower-case hex. */
  readonly hash: string;
  /** Of the entry before it. */
  readonly before: string;
}

/** Reads an entry. */
export const logEntry: ReadValue<LogEntry> = object(({ must }) => ({
  number: must("number", count),
  says: must("says", text),
  hash: must("hash", text),
  before: must("before", text),
}));

/** Reads an answer that says no more than what was written of it. */
export const justLog: ReadValue<LogEntry> = object(({ must }) => must("log", logEntry));

/** Reads what the server says when something was written of a report: its entry, and the number of a task, which the page shows again. */
export const reportWritten: ReadValue<LogEntry> = object(({ must, may }) => {
  may("task", text);
  return must("log", logEntry);
});
