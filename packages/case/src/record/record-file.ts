import { type Instant, instantToIso, writeCsv } from "@unmask/core";
import { roleInWords } from "../access/roles.ts";
import type { ProcessingRecord, RecordedActivity, RecordedRule } from "./processing-record.ts";

/** The record of processing as files (docs/formats/processing-record.md). The same record of one moment is the same bytes. */

const columns = [
  ...["of", "id", "says", "data", "people", "why", "profiling", "looks", "writes", "goes", "kept", "protected", "tables"],
  ...["confirmed by", "confirmed on", "from"],
];

/** As one table: a row for each activity, then one for each thing that only the force knows. No cell is a formula. */
export function recordToCsv({ activities, force }: ProcessingRecord): string {
  const rows = [
    ...activities.map(activityRow),
    ...force.map(({ about, question, answer }) => [
      ...["force", about, question, answer?.says ?? "", "", "", "", "", "", "", "", "", ""],
      ...[answer?.confirmedBy ?? "", answer?.confirmedOn ?? "", answer?.from ?? ""],
    ]),
  ];
  return writeCsv({ columns, rows });
}

function activityRow(one: RecordedActivity): readonly string[] {
  const { activity, says, data, people, why, profiling, looks, writes, goes, kept, protected: how, tables } = one;
  const out = goes.map((way) => `${way.says}: ${way.to}`);
  const periods = [...kept.rules.map(sayRecordedRule), ...(kept.says === "" ? [] : [kept.says])];
  return [
    ...["activity", activity, says, data, people, why, profiling ?? ""],
    ...[looks, writes].map((who) => joined(who.map((role) => roleInWords[role]))),
    ...[out, periods, how, tables].map(joined),
    ...["", "", ""],
  ];
}

function joined(parts: readonly string[]): string {
  return parts.join("; ");
}

/** "closed-no-order: 12 months from 2026-12-01, set by …"; a placeholder says that it is one. */
function sayRecordedRule({ class: of, months, from, by }: RecordedRule): string {
  const period = `${of}: ${months} months`;
  return by === "shipped" ? `${period}, a placeholder: this force has set no period` : `${period} from ${from}, set by ${by}`;
}

/** As JSON, with the moment at which it was made. */
export function recordToJson(record: ProcessingRecord, made: Instant): string {
  return `${JSON.stringify({ format: "unmask-processing-record", version: 1, made: instantToIso(made), ...record }, null, 2)}\n`;
}
