import { type ReadValue, flag, list, object, oneOf, text } from "@unmask/core";
import { waysOfKnowing } from "./way-of-knowing.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** What stands beside the rows of one report that is not opened yet. */
export interface Preview {
  readonly report: string;
  /** Who reported: "Daniel Mensah", "for Bethan Cole". */
  readonly name: string;
  /** "his first. Received 01:56, unread" */
  readonly state: string;
  /** What says that somebody is in danger now; none where nothing does. */
  readonly danger: readonly KnownLine[];
  /** What was said of danger, and how the person is reached: before any button. */
  readonly reach: readonly Fact[];
  readonly facts: readonly Fact[];
  /** Why it can be opened, the likeliest first; "another reason, in words" always stands behind them. */
  readonly reasons: readonly OfferedReason[];
  readonly log: LogEntry;
}

/** A sentence, and how it is known. */
export interface KnownLine {
  readonly says: string;
  readonly how: (typeof waysOfKnowing)[number];
  /** "his answer, 01:56" */
  readonly from?: string;
}

/** One row of what is known: "Safe contact", and what it is. */
export interface Fact {
  readonly label: string;
  /** What must be seen first. */
  readonly strong?: string;
  readonly says?: string;
  /** What belongs to it, one a line; struck where it holds no more. */
  readonly lines?: readonly { readonly label?: string; readonly says: string; readonly isMind?: boolean; readonly isStruck?: boolean }[];
  /** Mind this: a failed check, a first call not made. */
  readonly isMind?: boolean;
  /** Nobody said it: dashed, and no "no". */
  readonly isOpen?: boolean;
}

/** A reason that one key gives. */
export interface OfferedReason {
  /** Of the closed list of reasons. */
  readonly code: string;
  readonly says: string;
  readonly more?: string;
  /** The task that it is tied to, "T-2230". */
  readonly task?: string;
}

/** Reads one sentence with how it is known. */
export const knownLine: ReadValue<KnownLine> = object(({ must, may }) => ({
  says: must("says", text),
  how: must("how", oneOf(waysOfKnowing)),
  ...may("from", text),
}));

/** Reads one row of what is known. */
export const fact: ReadValue<Fact> = object(({ must, may }) => ({
  label: must("label", text),
  ...may("strong", text),
  ...may("says", text),
  ...may(
    "lines",
    list(
      object((one) => ({
        ...one.may("label", text),
        says: one.must("says", text),
        ...one.may("isMind", flag),
        ...one.may("isStruck", flag),
      })),
    ),
  ),
  ...may("isMind", flag),
  ...may("isOpen", flag),
}));

const offered: ReadValue<OfferedReason> = object(({ must, may }) => ({
  code: must("code", text),
  says: must("says", text),
  ...may("more", text),
  ...may("task", text),
}));

/** Reads the answer of `GET /desk/reports/:reference/preview`. */
export const preview: ReadValue<Preview> = object(({ must }) => ({
  report: must("report", text),
  name: must("name", text),
  state: must("state", text),
  danger: must("danger", list(knownLine)),
  reach: must("reach", list(fact)),
  facts: must("facts", list(fact)),
  reasons: must("reasons", list(offered)),
  log: must("log", logEntry),
}));
