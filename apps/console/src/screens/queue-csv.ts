import { type Instant, type Table, instantToIso } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayNext } from "./queue-row-words.ts";

/** The rows at hand as they stand, for a file: the same order, the same words, the weeks as their sum. */
export function queueTable(rows: readonly QueueRow[], now: Instant): Table {
  return {
    columns: [
      "read at",
      "place",
      "mark",
      "why",
      "more",
      "report",
      "case",
      "reporter",
      "acts",
      "own acts",
      "new acts",
      "unread since",
      "opened",
      "with",
      "next",
    ],
    rows: rows.map((row) => [
      instantToIso(now),
      row.rank,
      row.mark,
      row.why.first,
      row.why.second ?? "",
      row.report,
      row.case ?? "",
      row.reporter.says,
      row.acts.total,
      row.acts.own ?? "",
      row.acts.new ?? "",
      instantToIso(row.unread.since),
      row.unread.opened ? "yes" : "no",
      row.with.officer?.says ?? "nobody yet",
      sayNext(row),
    ]),
  };
}
