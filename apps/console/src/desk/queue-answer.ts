import { type ReadValue, fault, object, text } from "@unmask/core";
import { type Queue, parseQueue } from "@unmask/case";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** The queue, and the entry that was written of its rows being shown. */
export interface QueueAnswer {
  readonly queue: Queue;
  /** Where the next page goes on; nothing behind the last row. */
  readonly next?: string;
  readonly log: LogEntry;
}

const asItIs: ReadValue<unknown> = (value) => value;

const parts = object(({ must, may }) => ({
  head: must("head", asItIs),
  rows: must("rows", asItIs),
  ...may("next", text),
  log: must("log", logEntry),
}));

/** Reads the answer of `GET /desk/queue`. */
export const queueAnswer: ReadValue<QueueAnswer> = (value, path) => {
  const { head, rows, ...rest } = parts(value, path);
  const queue = parseQueue({ head, rows });
  return queue.ok ? { queue: queue.value, ...rest } : fault(path, `holds no queue: ${queue.error}`);
};
