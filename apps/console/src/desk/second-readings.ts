import { type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type ReportDecision, reportDecision } from "./report-done.ts";

/** Decisions against the force's rule that a second person has not read. */
export interface SecondReadings {
  readonly readings: readonly OwedReading[];
  readonly log: LogEntry;
}

/** One of them. */
export interface OwedReading {
  readonly report: string;
  readonly name: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly isDanger: boolean;
  readonly decision: ReportDecision;
}

/** Reads the answer of `GET /desk/second-readings`. */
export const secondReadings: ReadValue<SecondReadings> = object(({ must }) => ({
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
  log: must("log", logEntry),
}));
