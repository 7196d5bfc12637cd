import { type ReadValue, count, object } from "@unmask/core";
import { orNull } from "./or-null.ts";

/** What came since somebody looked. Null: not asked, or not to be told. */
export interface Changes {
  readonly queue: QueueNews | null;
  /** Number of the last event of what is open. */
  readonly open: number | null;
}

/** In the queue: new reports, reports that were written to again, and how many are in danger that were not. */
export interface QueueNews {
  readonly fresh: number;
  readonly again: number;
  readonly danger: number;
}

const queueNews: ReadValue<QueueNews> = object(({ must }) => ({
  fresh: must("fresh", count),
  again: must("again", count),
  danger: must("danger", count),
}));

/** Reads the answer of `GET /desk/changes`. */
export const changes: ReadValue<Changes> = object(({ must }) => ({
  queue: must("queue", orNull(queueNews)),
  open: must("open", orNull(count)),
}));
