import { type QueueGroup, queueGroups } from "@unmask/case";
import { type ReadValue, type Verdict, count, list, object, oneOf, text, verdicts } from "@unmask/core";
import { type DutyLine, dutyLine } from "./duty-line.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type Noted, noted } from "./noted.ts";
import { type Fact, type KnownLine, fact, knownLine } from "./preview.ts";
import { type ReachedPerson, reachedPerson } from "./reached-person.ts";
import { type Referral, type ReportDecision, referral, reportDecision } from "./report-done.ts";
import { waysOfKnowing } from "./way-of-knowing.ts";

/** A report that was opened for a reason. */
export interface Report {
  readonly report: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly name: string;
  /** "her first. Received 20:52, opened 21:08" */
  readonly state: string;
  readonly danger: readonly KnownLine[];
  /** The reports and cases in which it stands. */
  readonly dangerIn: readonly string[];
  /** The other force, where it was handed on: what is written of a danger is who was told there. */
  readonly tellsForce?: string;
  /** What was said of danger, and how the person is reached: before any button. */
  readonly reach: readonly Fact[];
  /** The same by person: of this report, then of those that are read as one with it. */
  readonly reached: readonly ReachedPerson[];
  readonly facts: readonly Fact[];
  /** What is due of it while it stands in no case. */
  readonly duties: readonly DutyLine[];
  readonly referral: Referral;
  /** What happened, in the words of whoever reported; empty where nothing was written. */
  readonly account: string;
  /** What stands out, in the fixed order of the report; no score. */
  readonly acts: readonly ReportAct[];
  /** All acts, those above among them. */
  readonly actsInAll: number;
  /** What was checked of the pack, one verdict a line. */
  readonly checks: readonly Check[];
  /** What is lost first, nearest first: the civil day in words, and what. */
  readonly lost: readonly Fact[];
  /** What was written of it beside its life. */
  readonly noted: Noted;
  /** The group that an officer put it into, against the rule of the queue. */
  readonly byHand?: { readonly group: QueueGroup; readonly reason: string; readonly by: string };
  /** The newest first. */
  readonly decisions: readonly ReportDecision[];
  /** What is read as one with it. */
  readonly joined: readonly JoinedReport[];
  readonly joinedInto?: string;
  /** The case of the report with which it is read as one; absent where there is none, or it stands in one itself. */
  readonly toldIn?: string;
  /** The case in which it stands. */
  readonly case?: string;
  readonly with?: { readonly id: string; readonly says: string };
  readonly log: LogEntry;
}

/** A report that an officer joined into another. */
export interface JoinedReport {
  readonly report: string;
  readonly name: string;
  readonly state: string;
  readonly saw: number;
}

/** One act among those that stand out. */
export interface ReportAct {
  /** "28 Apr" */
  readonly day: string;
  readonly says: string;
  readonly how: (typeof waysOfKnowing)[number];
  /** Other reports that hold the same, where several are read as one. */
  readonly alsoIn?: readonly string[];
  /** Where it is read whole: absent where the report stands in no case yet, or the line names no act. */
  readonly act?: { readonly case: string; readonly item: string; readonly ordinal: number };
}

/** What a check came to, and of what. */
export interface Check {
  readonly verdict: Verdict;
  readonly says: string;
}

/** Reads one act. */
export const reportAct: ReadValue<ReportAct> = object(({ must, may }) => ({
  day: must("day", text),
  says: must("says", text),
  how: must("how", oneOf(waysOfKnowing)),
  ...may("alsoIn", list(text)),
  ...may(
    "act",
    object((one) => ({ case: one.must("case", text), item: one.must("item", text), ordinal: one.must("ordinal", count) })),
  ),
}));

const check: ReadValue<Check> = object(({ must }) => ({ verdict: must("verdict", oneOf(verdicts)), says: must("says", text) }));

/** Reads the answer of `POST /desk/reports/:reference/open`. */
export const report: ReadValue<Report> = object(({ must, may }) => ({
  report: must("report", text),
  saw: must("saw", count),
  name: must("name", text),
  state: must("state", text),
  danger: must("danger", list(knownLine)),
  dangerIn: must("dangerIn", list(text)),
  ...may("tellsForce", text),
  reach: must("reach", list(fact)),
  reached: must("reached", list(reachedPerson)),
  facts: must("facts", list(fact)),
  duties: must("duties", list(dutyLine)),
  referral: must("referral", referral),
  account: must("account", text),
  acts: must("acts", list(reportAct)),
  actsInAll: must("actsInAll", count),
  checks: must("checks", list(check)),
  lost: must("lost", list(fact)),
  noted: must("noted", noted),
  ...may(
    "byHand",
    object((one) => ({ group: one.must("group", oneOf(queueGroups)), reason: one.must("reason", text), by: one.must("by", text) })),
  ),
  decisions: must("decisions", list(reportDecision)),
  joined: must(
    "joined",
    list(
      object((one) => ({
        report: one.must("report", text),
        name: one.must("name", text),
        state: one.must("state", text),
        saw: one.must("saw", count),
      })),
    ),
  ),
  ...may("joinedInto", text),
  ...may("toldIn", text),
  ...may("case", text),
  ...may(
    "with",
    object((one) => ({ id: one.must("id", text), says: one.must("says", text) })),
  ),
  log: must("log", logEntry),
}));

/** A case that was made of a report. */
export interface OpenedCase {
  readonly case: string;
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/reports/:reference/case`. */
export const openedCase: ReadValue<OpenedCase> = object(({ must }) => ({ case: must("case", text), log: must("log", logEntry) }));
