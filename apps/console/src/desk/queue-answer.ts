import { type ReadValue, count, fault, object, text } from "@unmask/core";
import { type Queue, parseQueue } from "@unmask/case";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** The queue, and the entry that was written of its rows being shown. */
export interface QueueAnswer {
  readonly queue: Queue;
  /** What the queue is compared with when it is asked whether anything has come since. */
  readonly mark: string;
  /** How many rows are with this officer, on this page or not. */
  readonly mine: number;
  /** Where the next page goes on; nothing behind the last row. */
  readonly next?: string;
  readonly log: LogEntry;
}

const asItIs: ReadValue<unknown> = (value) => value;

const parts = object(({ must, may }) => ({
  head: must("head", asItIs),
  rows: must("rows", asItIs),
  mark: must("mark", text),
  mine: must("mine", count),
  ...may("next", text),
  log: must("log", logEntry),
}));

/** Reads the answer of `GET /desk/queue`. */
export const queueAnswer: ReadValue<QueueAnswer> = (value, path) => {
  const { head, rows, ...rest } = parts(value, path);
  const queue = parseQueue({ head, rows });
  return queue.ok ? { queue: queue.value, ...rest } : fault(path, `holds no queue: ${queue.error}`);
};
