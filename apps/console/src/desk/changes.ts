import { type ReadValue, count, list, object, text } from "@unmask/core";
import { orNull } from "./or-null.ts";

/** What came since somebody looked. Null: not asked, or not to be told. */
export interface Changes {
  readonly queue: QueueNews | null;
  /** Number of the last event of what is open. */
  readonly open: number | null;
  readonly waits: Waits;
}

/** What waits for this officer to read, whichever screen is open. */
export interface Waits {
  /** Reports and cases that somebody handed over. */
  readonly handover: number;
  /** Openings without need to know that this officer may review. */
  readonly reviews: number;
  /** Own cases that somebody opened without need to know since this officer looked, by number. */
  readonly opened: readonly string[];
  /** Cases that another put this officer on, and that the officer has not looked at since, with the reports in them that are theirs. */
  readonly put: readonly { readonly case: string; readonly reports: readonly string[] }[];
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

const waits: ReadValue<Waits> = object(({ must }) => ({
  handover: must("handover", count),
  reviews: must("reviews", count),
  opened: must("opened", list(text)),
  put: must("put", list(object((one) => ({ case: one.must("case", text), reports: one.must("reports", list(text)) })))),
}));

/** Reads the answer of `GET /desk/changes`. */
export const changes: ReadValue<Changes> = object(({ must }) => ({
  queue: must("queue", orNull(queueNews)),
  open: must("open", orNull(count)),
  waits: must("waits", waits),
}));
