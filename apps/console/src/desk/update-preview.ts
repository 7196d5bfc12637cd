import { type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type Fact, fact } from "./preview.ts";

/** Looked at and in order; something is missing; a question that only whoever writes can answer. */
const checkVerdicts = ["fits", "mind", "ask"] as const;

/** A message read through before it goes: nothing was sent. */
export interface UpdatePreview {
  readonly says: string;
  /** Whose mailbox it goes to; `by`: the force by way of which it goes there, and which can read it. */
  readonly to: { readonly report: string; readonly says: string; readonly by?: string };
  /** The message as the person reads it, whole. */
  readonly reads: string;
  readonly saw: number;
  readonly checks: readonly {
    readonly id: string;
    readonly looks: string;
    readonly found: string;
    readonly verdict: (typeof checkVerdicts)[number];
  }[];
  readonly notice: UpdateNotice;
  /** How the person is reached, with what they wrote since: whoever tells them that something is there reads it first. */
  readonly reach: readonly Fact[];
  /** Whether there is a mailbox to send it to. */
  readonly goes: boolean;
  readonly log: LogEntry;
}

/** How the person learns that something is there: in words that the person chose, or not at all. */
export type UpdateNotice =
  | { readonly goes: true; readonly channel: string; readonly address: string; readonly says: string; readonly hours: string }
  | { readonly goes: false; readonly why: string };

const notice: ReadValue<UpdateNotice> = object(({ must }) =>
  must("goes", flag)
    ? {
        goes: true,
        channel: must("channel", text),
        address: must("address", text),
        says: must("says", text),
        hours: must("hours", text),
      }
    : { goes: false, why: must("why", text) },
);

/** Reads the answer of `POST /desk/reports/:reference/updates/preview`. */
export const updatePreview: ReadValue<UpdatePreview> = object(({ must }) => ({
  says: must("says", text),
  to: must(
    "to",
    object((one) => ({ report: one.must("report", text), says: one.must("says", text), ...one.may("by", text) })),
  ),
  reads: must("reads", text),
  saw: must("saw", count),
  checks: must(
    "checks",
    list(
      object((one) => ({
        id: one.must("id", text),
        looks: one.must("looks", text),
        found: one.must("found", text),
        verdict: one.must("verdict", oneOf(checkVerdicts)),
      })),
    ),
  ),
  notice: must("notice", notice),
  reach: must("reach", list(fact)),
  goes: must("goes", flag),
  log: must("log", logEntry),
}));

/**
 * Whether words can go: only as they stand, read through. They are held against what was typed then: what comes back is set for reading, with marks
 * around words of other scripts.
 */
export function isReadThrough(says: string, read: string, preview: UpdatePreview | undefined): boolean {
  return preview?.goes === true && read === says;
}
