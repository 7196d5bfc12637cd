import type { Table } from "@unmask/core";
import type { countTimeline } from "@unmask/patterns";
import { sayDay } from "@unmask/words";

/** The table of the line of marks: a row for each week of each lane in which something came. */
export function lineTableOf(counts: ReturnType<typeof countTimeline>): Table {
  const rows = counts.lanes.flatMap(({ label, weeks }) => weeks.map(({ monday, count, night }) => ({ label, monday, count, night })));
  const hers = (counts.hers.isKnown ? counts.hers.weeks : []).map(({ monday, count, night }) => ({ label: "You", monday, count, night }));
  return {
    columns: ["Week from Monday", "How", "Number", "Midnight to 5"],
    rows: [...hers, ...rows]
      .sort((a, b) => a.monday - b.monday || (a.label < b.label ? -1 : 1))
      .map(({ label, monday, count, night }) => [sayDay(monday), label, count, night]),
  };
}
