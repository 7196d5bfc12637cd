import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import {
  type ClosingProposal,
  type OpenReason,
  type TheirLetter,
  askedIn,
  closingChoices,
  ground,
  openReason,
  theirLetter,
} from "./case-decided.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type InboxRow, type TimesSet, inboxRow, timesSet } from "./supervision.ts";
import { type ReportDecision, reportDecision } from "./report-done.ts";

/** What waits for a second person, as supervision has it, and of what is read on the page itself what was decided and why. */
export interface SecondReadings {
  readonly rows: readonly InboxRow[];
  /** How many more wait than are shown. */
  readonly more: number;
  /** There are more open cases than were looked through. */
  readonly isMore: boolean;
  readonly timesSet: TimesSet;
  readonly readings: readonly OwedReading[];
  readonly ofCases: readonly OwedByCase[];
  readonly log: LogEntry;
}

/** A decision about a report. */
export interface OwedReading {
  readonly report: string;
  readonly name: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly isDanger: boolean;
  readonly decision: ReportDecision;
}

/** What waits in a case: whose it is, who wrote it and when, and its words. */
export interface OwedByCase {
  readonly case: string;
  readonly name: string;
  readonly saw: number;
  readonly isDanger: boolean;
  /** Number of the event that wrote it. */
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly isOwn: boolean;
  readonly reason: string;
  readonly asks: AskedOfSecond;
}

/** What a second person is asked: that no order is pursued, that a record is not stalking, or that the case closes. */
export type AskedOfSecond =
  | { readonly of: "order" }
  | {
      readonly of: "why-not-stalking";
      readonly record: string;
      readonly as: string;
      readonly acts: readonly string[];
      readonly actsInAll: number;
    }
  | ({
      readonly of: "closing";
      readonly despite: readonly OpenReason[];
      /** What the person wrote and told, the newest first. */
      readonly letters: readonly TheirLetter[];
      /** What stands open now. */
      readonly open: readonly string[];
    } & Pick<ClosingProposal, "choice" | "rests" | "against" | "asked">);

const owedByCase: ReadValue<OwedByCase> = object(({ must, may }) => {
  const of = must("of", oneOf(["order", "why-not-stalking", "closing"] as const));
  const asks = (): AskedOfSecond => {
    if (of === "order") return { of };
    if (of === "why-not-stalking")
      return {
        of,
        record: must("record", text),
        as: must("as", text),
        acts: must("acts", list(text)),
        actsInAll: must("actsInAll", count),
      };
    return {
      of,
      choice: must("choice", oneOf(closingChoices)),
      rests: must("rests", list(ground)),
      against: must("against", list(ground)),
      despite: must("despite", list(openReason)),
      ...may("asked", askedIn),
      letters: must("letters", list(theirLetter)),
      open: must("open", list(text)),
    };
  };
  return {
    case: must("case", text),
    name: must("name", text),
    saw: must("saw", count),
    isDanger: must("isDanger", flag),
    number: must("number", count),
    at: must("at", instant),
    by: must("by", text),
    isOwn: must("isOwn", flag),
    reason: must("reason", text),
    asks: asks(),
  };
});

/** Reads the answer of `GET /desk/second-readings`. */
export const secondReadings: ReadValue<SecondReadings> = object(({ must }) => ({
  rows: must("rows", list(inboxRow)),
  more: must("more", count),
  isMore: must("isMore", flag),
  timesSet: must("timesSet", timesSet),
  readings: must(
    "readings",
    list(
      object((one) => ({
        report: one.must("report", text),
        name: one.must("name", text),
        saw: one.must("saw", count),
        isDanger: one.must("isDanger", flag),
        decision: one.must("decision", reportDecision),
      })),
    ),
  ),
  ofCases: must("ofCases", list(owedByCase)),
  log: must("log", logEntry),
}));
