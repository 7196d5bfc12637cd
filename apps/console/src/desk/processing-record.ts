import { type ReadValue, count, list, object, oneOf, text } from "@unmask/core";
import {
  type ProcessingRecord,
  type RecordedActivity,
  type RecordedAnswer,
  type RecordedRule,
  activityIds,
  operationIds,
  retentionClasses,
  roles,
} from "@unmask/case";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** The record of processing, as the server answers it. */
export interface ProcessingRecordShown extends ProcessingRecord {
  readonly log: LogEntry;
}

const rule: ReadValue<RecordedRule> = object(({ must }) => ({
  class: must("class", oneOf(retentionClasses)),
  months: must("months", count),
  from: must("from", text),
  by: must("by", text),
}));

const activity: ReadValue<RecordedActivity> = object(({ must }) => ({
  activity: must("activity", oneOf(activityIds)),
  says: must("says", text),
  data: must("data", text),
  people: must("people", text),
  why: must("why", text),
  profiling: must("profiling", orNull(text)),
  looks: must("looks", list(oneOf(roles))),
  writes: must("writes", list(oneOf(roles))),
  goes: must(
    "goes",
    list(object((of) => ({ operation: of.must("operation", oneOf(operationIds)), says: of.must("says", text), to: of.must("to", text) }))),
  ),
  kept: must(
    "kept",
    object((of) => ({ rules: of.must("rules", list(rule)), says: of.must("says", text) })),
  ),
  protected: must("protected", list(text)),
  tables: must("tables", list(text)),
}));

const answered: ReadValue<RecordedAnswer> = object(({ must }) => ({
  about: must("about", text),
  question: must("question", text),
  careful: must("careful", text),
  answer: must(
    "answer",
    orNull(
      object((of) => ({
        says: of.must("says", text),
        confirmedBy: of.must("confirmedBy", text),
        confirmedOn: of.must("confirmedOn", text),
        from: of.must("from", text),
      })),
    ),
  ),
}));

/** Reads the answer of `GET /desk/record`. */
export const processingRecordAnswer: ReadValue<ProcessingRecordShown> = object(({ must }) => ({
  day: must("day", text),
  activities: must("activities", list(activity)),
  force: must("force", list(answered)),
  log: must("log", logEntry),
}));
