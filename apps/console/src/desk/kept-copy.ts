import { type ReadValue, count, object, orNull, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** A file as it was kept with an order. */
export interface KeptCopy {
  /** "SPO-26-025/P3". */
  readonly exhibit: string;
  /** As the server worked it out. */
  readonly sha256: string;
  readonly size: number;
  readonly log: LogEntry;
}

/** Reads what the server says of a file that it kept. */
export const keptCopy: ReadValue<KeptCopy> = object(({ must }) => {
  must("paper", count);
  must("form", text);
  return { exhibit: must("exhibit", text), sha256: must("sha256", text), size: must("size", count), log: must("log", logEntry) };
});

/** What became of one that was cancelled. */
interface CancelledCopy {
  /** Under which number it is kept: it had come before. Null: nothing of it is kept, and nothing will be. */
  readonly exhibit: string | null;
  readonly log: LogEntry;
}

/** Reads what the server says of one that was cancelled. */
export const cancelledCopy: ReadValue<CancelledCopy> = object(({ must }) => ({
  exhibit: must("exhibit", orNull(text)),
  log: must("log", logEntry),
}));

/** A hash in groups of four, so that it can be read aloud. */
export function hashInFours(sha256: string): string {
  return sha256.match(/.{1,4}/g)?.join(" ") ?? "";
}
