import type { Drawing, Shape, Table } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { sayCount, sayNumber } from "@unmask/words";
import type { ReportOfCase } from "../desk/case-page.ts";
import { countOfDay, countOfWeek } from "../parts/weeks.ts";

/** Acts of one week. */
export interface WeekOfActs {
  readonly week: string;
  readonly acts: number;
  readonly night: number;
}

/** Acts of all packs that are the person's own: they stand in no week. */
export function ownActsOf(reports: readonly ReportOfCase[]): number {
  return reports.flatMap(({ packs }) => packs).reduce((sum, { acts }) => sum + (acts?.hers ?? 0), 0);
}

/** Weeks of all packs that were opened, each week once, the oldest first. */
export function weeksOf(reports: readonly ReportOfCase[]): readonly WeekOfActs[] {
  const byWeek = new Map<string, WeekOfActs>();
  for (const { week, acts, night } of reports.flatMap(({ packs }) => packs.flatMap((pack) => pack.acts?.weeks ?? []))) {
    const before = byWeek.get(week) ?? { week, acts: 0, night: 0 };
    byWeek.set(week, { week, acts: before.acts + acts, night: before.night + night });
  }
  return [...byWeek.values()].toSorted((one, other) => (one.week < other.week ? -1 : 1));
}

/** "3,223 acts in 74 weeks; 1,081 of them between midnight and 5". */
export function sayCourse(weeks: readonly WeekOfActs[]): string {
  const acts = weeks.reduce((sum, one) => sum + one.acts, 0);
  const night = weeks.reduce((sum, one) => sum + one.night, 0);
  if (acts === 0) return "No act with a known week came in a pack yet";
  return `${sayCount(acts, "act")} in ${sayCount(weeks.length, "week")}; ${sayNumber(night)} of them between midnight and 5`;
}

/** A log or a recorded crime on its day. */
export interface MarkedDay {
  readonly day: string;
  readonly of: "log" | "crime";
  readonly record: string;
}

/** The numbers of the picture, and the logs and crimes between them. */
export function courseTable(weeks: readonly WeekOfActs[], records: readonly MarkedDay[] = []): Table {
  const acts = weeks.map((one) => ({ at: countOfWeek(one.week) ?? 0, row: [one.week, one.acts, one.night, ""] }));
  const marks = records.map(({ day, of, record }) => ({ at: countOfDay(day) ?? 0, row: [day, "", "", `${of} ${record}`] }));
  if (marks.length === 0) return { columns: ["Week", "Acts", "Midnight to 5"], rows: acts.map(({ row }) => row.slice(0, 3)) };
  const rows = [...acts, ...marks].toSorted((one, other) => one.at - other.at).map(({ row }) => row);
  return { columns: ["Week or day", "Acts", "Midnight to 5", "Log or crime"], rows };
}

/** Each week a bar, its height by the root of how many, dark foot for midnight to five; undefined where no week is known. */
export function courseDrawing(weeks: readonly WeekOfActs[], records: readonly MarkedDay[] = []): ShownDrawing | undefined {
  const [first] = weeks;
  const last = weeks.at(-1);
  const marks = records.flatMap(({ day }) => countOfDay(day) ?? []);
  const places = [first?.week, last?.week].flatMap((week) => countOfWeek(week ?? "") ?? []);
  if (places.length === 0) return undefined;
  const from = marks.reduce((so, one) => Math.min(so, one), places[0] ?? 0);
  const until = marks.reduce((so, one) => Math.max(so, one), places.at(-1) ?? 0);
  const draw = (width: number): Drawing => ({
    title: sayCourse(weeks),
    alt: `${sayCourse(weeks)}, from ${first?.week ?? ""} to ${last?.week ?? ""}. The table has each week.`,
    width,
    height: height + 40,
    shapes: [
      ...bars({ weeks, from, step: stepOf({ from, until, width }) }),
      ...years({ from, until, width }),
      ...marksOf({ marks, from, step: stepOf({ from, until, width }) }),
    ],
    note: "A bar is a week; its height is by the root of how many, its dark foot is midnight to 5. No bar: no act in an opened pack, which is not “nothing happened”. A stroke under the line is a log or a recorded crime.",
  });
  return { phone: draw(340), desktop: draw(800) };
}

/** The width of a week: all of them fit. */
function stepOf({ from, until, width }: { readonly from: number; readonly until: number; readonly width: number }): number {
  return Math.min(14, (width - 2 * edge) / (until - from + 1));
}

/** Logs and recorded crimes: a stroke under the line at the week of each. */
function marksOf({
  marks,
  from,
  step,
}: {
  readonly marks: readonly number[];
  readonly from: number;
  readonly step: number;
}): readonly Shape[] {
  return marks.map((place) => {
    const x = edge + (place - from + 0.5) * step;
    return { shape: "line", role: "mind", from: [x, line], to: [x, line + 9], stroke: 3 };
  });
}

const height = 150;
const edge = 6;
const line = height + 4;

function bars({
  weeks,
  from,
  step,
}: {
  readonly weeks: readonly WeekOfActs[];
  readonly from: number;
  readonly step: number;
}): readonly Shape[] {
  const most = weeks.reduce((so, { acts }) => Math.max(so, acts), 1);
  const tallest = weeks.find(({ acts }) => acts === most);
  return weeks.flatMap((one): readonly Shape[] => {
    const place = countOfWeek(one.week);
    if (place === undefined || one.acts === 0) return [];
    const x = edge + (place - from) * step;
    const tall = Math.max(2, (height - 24) * Math.sqrt(one.acts / most));
    const foot = (tall * one.night) / one.acts;
    const width = Math.max(1, step - 1);
    // A number at the right edge would be cut there.
    const isLate = place - from > (countOfWeek(weeks.at(-1)?.week ?? "") ?? place) - place;
    return [
      { shape: "rect", role: "day", x, y: line - tall, width, height: tall },
      ...(one.night > 0 ? [{ shape: "rect", role: "night", x, y: line - foot, width, height: foot } as const] : []),
      ...(one === tallest
        ? [
            {
              shape: "text",
              role: "ink",
              x: isLate ? x + width : x,
              y: line - tall - 6,
              text: sayNumber(one.acts),
              size: 13,
              anchor: isLate ? "end" : "start",
              bold: true,
            } as const,
          ]
        : []),
    ];
  });
}

/** The line under the bars, and where each year begins. */
function years({ from, until, width }: { readonly from: number; readonly until: number; readonly width: number }): readonly Shape[] {
  const step = stepOf({ from, until, width });
  const shapes: Shape[] = [{ shape: "line", role: "line", from: [0, line], to: [width, line], stroke: 1 }];
  for (let year = 1_990; year < 2_100; year += 1) {
    const place = countOfWeek(`${year}-W01`);
    if (place === undefined || place < from || place > until) continue;
    const x = edge + (place - from) * step;
    shapes.push(
      { shape: "line", role: "rule", from: [x, 8], to: [x, line], stroke: 1 },
      { shape: "text", role: "ink2", x: x + 3, y: line + 18, text: String(year), size: 13, anchor: "start" },
    );
  }
  return shapes;
}
