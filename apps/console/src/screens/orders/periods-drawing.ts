import { type Drawing, type Shape, type Table, cutToWidth, daysFromCivil, parseCivilDay, textWidth } from "@unmask/core";
import { earliestLawfulLastDay } from "@unmask/case";
import type { ShownDrawing } from "@unmask/fittings-screen";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";

/** Periods of a draft as bars of days from the day on which it is hoped to be made: the order, each condition, the live orders of others, and the earliest lawful last day. */

/** Units of the picture. */
const [labels, row, top, text] = [96, 22, 34, 12];
/** Beside the work and on a phone; in the work itself. */
const [narrow, wide] = [330, 760];

/** One bar: from its first to its last day; null: until a further order. */
interface Bar {
  readonly label: string;
  readonly from: string;
  readonly until: string | null;
  readonly is: "order" | "condition" | "short" | "other";
}

/** The picture, the one that stands beside the work however wide the page is, and its table. */
interface PeriodsDrawn {
  readonly drawing: ShownDrawing;
  readonly narrow: ShownDrawing;
  readonly table: Table;
  readonly says: string;
}

/** The picture with its table; undefined until a period is written. */
export function periodsDrawing({ state, law, others }: Pick<OrderPage, "state" | "law" | "others">): PeriodsDrawn | undefined {
  const { period, interim, conditions } = state.draft;
  if (period === null) return undefined;
  const { made } = period;
  const earliest = earliestLawfulLastDay(made, law);
  const bars: readonly Bar[] = [
    { label: "Order", from: made, until: period.period.until, is: "order" },
    ...(interim?.wanted === true && interim.until !== undefined
      ? [{ label: "Interim", from: made, until: interim.until, is: "condition" as const }]
      : []),
    ...conditions.flatMap(({ condition, own }): readonly Bar[] =>
      own === undefined
        ? []
        : [
            {
              label: `Condition ${condition}`,
              from: made,
              until: own.until,
              is: own.until !== null && earliest !== undefined && own.until < earliest ? "short" : "condition",
            },
          ],
    ),
    ...others.flatMap(({ order, theirs, orders }): readonly Bar[] =>
      orders
        .filter(({ stage }) => stage === "lives")
        .map((one) => ({ label: theirs ?? order, from: one.made, until: one.until, is: "other" })),
    ),
  ];
  const says = `Periods, if made on ${sayCivilDay(made)}: ${earliest === undefined ? "no earliest last day is known" : `the earliest lawful last day is ${sayCivilDay(earliest)}`}.`;
  const table: Table = {
    columns: ["Of", "From", "Last day"],
    rows: bars.map(({ label, from, until }) => [label, sayCivilDay(from), until === null ? "until a further order" : sayCivilDay(until)]),
  };
  const about = { made, earliest, says };
  const [small, large] = [drawn(bars, { ...about, width: narrow }), drawn(bars, { ...about, width: wide })];
  return { drawing: { phone: small, desktop: large }, narrow: { phone: small, desktop: small }, table, says };
}

function drawn(
  bars: readonly Bar[],
  {
    made,
    earliest,
    says,
    width,
  }: { readonly made: string; readonly earliest: string | undefined; readonly says: string; readonly width: number },
): Drawing {
  const ends = [...bars.flatMap(({ until }) => until ?? []), earliest ?? made].map(dayOf);
  const first = dayOf(made);
  const last = ends.reduce((most, one) => Math.max(most, one), first + 365) + 60;
  const xOf = (day: number): number =>
    Math.round(labels + ((Math.min(Math.max(day, first), last) - first) / (last - first)) * (width - labels));
  const height = top + bars.length * row + 22;
  const limit = earliest === undefined ? undefined : xOf(dayOf(earliest));
  const limitSays = earliest === undefined ? "" : `earliest lawful last day ${sayCivilDay(earliest)}`;
  const isLeft = limit !== undefined && limit < textWidth(limitSays, text - 1, true);
  const shapes: readonly Shape[] = [
    ...yearsBetween(first, last).flatMap(([year, day]): readonly Shape[] => [
      { shape: "line", role: "rule", from: [xOf(day), top - 6], to: [xOf(day), height - 18], stroke: 1 },
      { shape: "text", role: "ink2", x: Math.min(xOf(day), width - 14), y: height - 4, text: year, size: text - 1, anchor: "middle" },
    ]),
    ...bars.flatMap((bar, i): readonly Shape[] => barShapes(bar, top + i * row, xOf, last)),
    ...(limit === undefined || earliest === undefined
      ? []
      : [
          {
            shape: "line" as const,
            role: "hers" as const,
            from: [limit, top - 14] as const,
            to: [limit, height - 18] as const,
            stroke: 2,
            dashed: true,
          },
          {
            shape: "text" as const,
            role: "hers" as const,
            x: isLeft ? limit : Math.min(limit, width - 4),
            y: 12,
            text: limitSays,
            size: text - 1,
            anchor: isLeft ? ("start" as const) : ("end" as const),
          },
        ]),
  ];
  const alt = `${says} ${bars.map(({ label, until }) => `${label}: ${until === null ? "until a further order" : `to ${sayCivilDay(until)}`}`).join(". ")}.`;
  return { title: says, alt, width, height, shapes, note: "Filled: this draft. Open: shorter than the least period, or of another order." };
}

function barShapes({ label, from, until, is }: Bar, y: number, xOf: (day: number) => number, last: number): readonly Shape[] {
  const x = xOf(dayOf(from));
  const barWidth = Math.max(3, (until === null ? xOf(last) : xOf(dayOf(until))) - x);
  const name: Shape = {
    shape: "text",
    role: "ink",
    x: 0,
    y: y + 11,
    text: cutToWidth(label, text, labels - 8),
    size: text,
    anchor: "start",
  };
  return is === "order" || is === "condition"
    ? [name, { shape: "rect", role: is === "order" ? "night" : "line", x, y: y + 2, width: barWidth, height: 10 }]
    : [name, { shape: "outline", role: is === "short" ? "mind" : "ink2", x, y: y + 2, width: barWidth, height: 10, stroke: 2 }];
}

function yearsBetween(first: number, last: number): readonly (readonly [string, number])[] {
  const from = 1970 + Math.floor(first / 365.2425);
  const all = Array.from({ length: 12 }, (_, i) => from + 1 + i).map((year): readonly [string, number] => [
    String(year),
    dayOf(`${year}-01-01`),
  ]);
  const shown = all.filter(([, day]) => day > first && day < last);
  return shown.length > 6 ? shown.filter((_, i) => i % 2 === 0) : shown;
}

function dayOf(written: string): number {
  const day = parseCivilDay(written);
  return day === undefined ? 0 : daysFromCivil(day);
}
