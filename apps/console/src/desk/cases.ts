import { type Instant, type ReadValue, count, list, object, oneOf, text } from "@unmask/core";
import type { CaseCalled } from "@unmask/case";
import { type ClosingChoice, closingChoices } from "./case-decided.ts";
import { called } from "./called.ts";
import { type DutyLine, dutyLine } from "./duty-line.ts";
import { instant } from "./instant.ts";
import { type PlaceTold, placeTold } from "./place-told.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";
import { type WroteAgain, wroteAgain } from "./wrote-again.ts";

/** The cases that an officer is on: danger first, then what nobody answered, then what is overdue, then by number; those that were handed over, then closed ones last. */
export interface Cases {
  readonly cases: readonly CaseRow[];
  /** How many more there are than are shown. */
  readonly more: number;
  readonly log: LogEntry;
}

/** One of them. */
export interface CaseRow {
  readonly case: string;
  /** By whom it is called, and about whom it is. */
  readonly called: CaseCalled;
  readonly opened: Instant | null;
  readonly closed: Instant | null;
  /** Somebody would close it, and nobody else has read that. */
  readonly proposed: { readonly choice: ClosingChoice; readonly by: string } | null;
  /** Who read this officer's note of it and has it now; null: it is with this officer. */
  readonly handedTo: string | null;
  readonly people: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly reporters: readonly { readonly report: string; readonly says: string }[];
  /** Dangers that stand. */
  readonly danger: number;
  readonly places: readonly PlaceTold[];
  /** While danger stands: what was answered and told on the telephone, a sentence a report. */
  readonly calls: readonly string[];
  /** The newest act that breaks an order, and how many were written before it; null: none was. */
  readonly breach: BreachOfCase | null;
  readonly unanswered: readonly WroteAgain[];
  readonly overdue: readonly DutyLine[];
  readonly due: readonly DutyLine[];
  readonly tasks: number;
}

interface BreachOfCase {
  readonly says: string;
  readonly order: string;
  readonly happened: Instant;
  readonly knowing: WayOfKnowing;
  readonly before: number;
}

const breachOfCase: ReadValue<BreachOfCase> = object(({ must }) => ({
  says: must("says", text),
  order: must("order", text),
  happened: must("happened", instant),
  knowing: must("knowing", oneOf(waysOfKnowing)),
  before: must("before", count),
}));

const caseRow: ReadValue<CaseRow> = object(({ must }) => ({
  case: must("case", text),
  called: must("called", called),
  opened: must("opened", orNull(instant)),
  closed: must("closed", orNull(instant)),
  proposed: must("proposed", orNull(object((one) => ({ choice: one.must("choice", oneOf(closingChoices)), by: one.must("by", text) })))),
  handedTo: must("handedTo", orNull(text)),
  people: must("people", list(object((one) => ({ name: one.must("name", text), roles: one.must("roles", list(text)) })))),
  reporters: must("reporters", list(object((one) => ({ report: one.must("report", text), says: one.must("says", text) })))),
  danger: must("danger", count),
  places: must("places", list(placeTold)),
  calls: must("calls", list(text)),
  breach: must("breach", orNull(breachOfCase)),
  unanswered: must("unanswered", list(wroteAgain)),
  overdue: must("overdue", list(dutyLine)),
  due: must("due", list(dutyLine)),
  tasks: must("tasks", count),
}));

/** Reads the answer of `GET /desk/cases`. */
export const cases: ReadValue<Cases> = object(({ must }) => ({
  cases: must("cases", list(caseRow)),
  more: must("more", count),
  log: must("log", logEntry),
}));
