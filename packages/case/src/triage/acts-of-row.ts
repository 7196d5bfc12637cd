import { type Instant, civilFromDays, daysFromCivil, isoWeekday } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import type { PackOpened } from "../event/of-report.ts";
import type { ReportState } from "../fold/report-state.ts";
import type { QueueActs } from "./queue-row.ts";

/** Acts of the reports of one row, beside what was there before it. A pack that came twice is counted once. */
export function actsOfRow(row: readonly ReportState[], earlier: readonly ReportState[]): QueueActs {
  const before = packsOf(earlier);
  const own = [...packsOf(row)].filter(([hash]) => !before.has(hash)).map(([, pack]) => pack);
  const all = [...before.values(), ...own];
  const weeks = new Map<string, { acts: number; night: number }>();
  for (const { acts } of all) {
    for (const { week, acts: some, night } of acts?.weeks ?? []) {
      const sum = weeks.get(week) ?? { acts: 0, night: 0 };
      weeks.set(week, { acts: sum.acts + some, night: sum.night + night });
    }
  }
  const came = [...earlier, ...row].flatMap((one) => (one.came === null ? [] : [isoWeekOf(one.came)]));
  const hers = all.reduce((sum, { acts }) => sum + (acts?.hers ?? 0), 0);
  return {
    total: totalOf(all),
    ...(hers > 0 && { own: hers }),
    ...(earlier.length === 0 ? {} : { new: totalOf(own) }),
    weeks: [...weeks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([week, sum]) => ({ week, ...sum })),
    reports: [...new Set(came)].sort((one, other) => (one < other ? -1 : 1)),
  };
}

function packsOf(reports: readonly ReportState[]): ReadonlyMap<string, PackOpened> {
  return new Map(reports.flatMap(({ packs }) => packs).map((pack) => [pack.sha256, pack]));
}

/** What others did: what she wrote herself is in no count of what came to her. */
function totalOf(packs: readonly PackOpened[]): number {
  return packs.reduce((sum, { acts }) => sum + (acts?.total ?? 0) - (acts?.hers ?? 0), 0);
}

/** The week of ISO 8601 of an instant in London: it belongs to the year of its Thursday. */
function isoWeekOf(instant: Instant): string {
  const day = londonDay(instant);
  const thursday = day - isoWeekday(day) + 4;
  const { year } = civilFromDays(thursday);
  const week = Math.floor((thursday - daysFromCivil({ year, month: 1, day: 1 })) / 7) + 1;
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}
