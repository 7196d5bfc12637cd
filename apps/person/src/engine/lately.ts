import {
  type Drawing,
  type Instant,
  type Role,
  type Shape,
  type Side,
  type Statement,
  type Table,
  type Timeline,
  type TimelineAct,
  civilFromDays,
  createSide,
  dayIn,
  isUndated,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import type { MarkShape } from "@unmask/fittings-screen";
import { drawingSizes } from "@unmask/patterns";
import { sayDay, sayDayOfYear, sayNumber } from "@unmask/words";
import type { Lately } from "./protocol.ts";
import { markOf } from "./shown-act.ts";

/** Days that are drawn, the last of them today. */
const shownDays = 28;
/** The hour at which the night ends. */
const nightUntil = 5;
/** An hour that is less certain than this is told, and not drawn at one place. Milliseconds. */
const drawnWithin = 3_600_000;
/** Height of one hour. Units of the picture. */
const hourHeight = 4.25;

/** Whose acts are drawn: nobody else's, and none of hers. */
const told: ReadonlySet<Side> = new Set<Side>(["theirs", "perhaps theirs", "withheld", "nobody named"]);

interface Placed {
  /** 0 for the first of the days. */
  readonly column: number;
  /** 0–24; undefined: not certain enough. */
  readonly hour: number | undefined;
  readonly mark: MarkShape;
}

/** Undefined where nothing with a day came in these weeks. */
export function viewLately(timeline: Timeline, statement: Statement, now: Instant): Lately | undefined {
  const { zone } = statement;
  const today = dayIn(zone, now);
  const first = today - shownDays + 1;
  const sideOf = createSide(timeline, statement);
  const placed = timeline.acts.flatMap((act): readonly Placed[] => {
    const day = dayIn(zone, act.when.earliest);
    if (isUndated(act) || day < first || day > today || !told.has(sideOf(act))) return [];
    return [{ column: day - first, hour: hourOf(act, statement), mark: markOf(act) }];
  });
  if (placed.length === 0) return undefined;
  const night = placed.filter(isAtNight).length;
  return {
    drawing: { phone: draw(placed, { first, ...drawingSizes.phone }), desktop: draw(placed, { first, ...drawingSizes.desktop }) },
    table: tableOf(placed, first),
    acts: placed.length,
    night,
    days: new Set(placed.map(({ column }) => column)).size,
  };
}

function hourOf({ when: { earliest, latest } }: TimelineAct, { zone }: Statement): number | undefined {
  if (latest - earliest > drawnWithin) return undefined;
  const { hour, minute } = utcMsToWall(wallMsAt(zone, earliest));
  return hour + minute / 60;
}

const isAtNight = ({ hour }: Placed): boolean => hour !== undefined && hour < nightUntil;

interface Frame {
  readonly first: number;
  readonly width: number;
  readonly text: number;
}

/** Days across, hours down from midnight; the band is the night. */
function draw(placed: readonly Placed[], { first, width, text }: Frame): Drawing {
  const top = text * 1.4;
  const bottom = top + 24 * hourHeight;
  const column = width / shownDays;
  const shapes: Shape[] = [
    { shape: "rect", role: "band", x: 0, y: top, width, height: nightUntil * hourHeight },
    ...[top, bottom].map((y): Shape => ({ shape: "line", role: "rule", from: [0, y], to: [width, y], stroke: 1 })),
    { shape: "text", role: "ink2", x: 0, y: text, text: "midnight to 5", size: text, anchor: "start" },
    { shape: "text", role: "ink2", x: width, y: text, text: "each mark is one thing", size: text, anchor: "end" },
    label(0, first, "start"),
    label(width / 2, first + shownDays / 2, "middle"),
    { shape: "text", role: "ink2", x: width, y: bottom + text * 1.3, text: "today", size: text, anchor: "end" },
  ];
  for (const { column: at, hour, mark } of placed)
    if (hour !== undefined) shapes.push(markAt(mark, (at + 0.5) * column, top + hour * hourHeight, hour < nightUntil ? "night" : "day"));
  const unsure = placed.filter(({ hour }) => hour === undefined).length;
  const night = placed.filter(isAtNight).length;
  return {
    title: "What happened lately",
    alt: `${sayNumber(placed.length)} things in four weeks, ${sayNumber(night)} of them between midnight and 5. The table has them by day.`,
    width,
    height: bottom + text * 1.8,
    shapes,
    note: `A dot is a message, a bar a call, a triangle a post, a diamond a log-in, a square somebody near you.${unsure > 0 ? ` ${sayNumber(unsure)} without a certain hour ${unsure === 1 ? "is" : "are"} not drawn.` : ""}`,
  };

  function label(x: number, day: number, anchor: "start" | "middle"): Shape {
    return { shape: "text", role: "ink2", x, y: bottom + text * 1.3, text: sayDayOfYear(civilFromDays(day)), size: text, anchor };
  }
}

/** Half the size of a mark. Units of the picture. */
const half = 2.4;

function markAt(mark: MarkShape, x: number, y: number, role: Role): Shape {
  switch (mark) {
    case "message":
      return { shape: "circle", role, x, y, radius: half, open: false };
    case "call":
      return { shape: "rect", role, x: x - half / 2, y: y - half * 1.3, width: half, height: half * 2.6 };
    case "post":
      return polygon(role, x, y, [
        [0, -half],
        [half, half],
        [-half, half],
      ]);
    case "view":
      return polygon(role, x, y, [
        [0, -half],
        [half, 0],
        [0, half],
        [-half, 0],
      ]);
    case "seen":
      return { shape: "rect", role, x: x - half, y: y - half, width: 2 * half, height: 2 * half };
    case "parcel":
      return { shape: "outline", role, x: x - half, y: y - half, width: 2 * half, height: 2 * half, stroke: 1 };
  }
}

function polygon(role: Role, x: number, y: number, points: readonly (readonly [number, number])[]): Shape {
  return { shape: "polygon", role, points: points.map(([dx, dy]) => [x + dx, y + dy]) };
}

function tableOf(placed: readonly Placed[], first: number): Table {
  const rows = new Map<number, { count: number; night: number }>();
  for (const one of placed) {
    const row = rows.get(one.column) ?? { count: 0, night: 0 };
    row.count++;
    if (isAtNight(one)) row.night++;
    rows.set(one.column, row);
  }
  return {
    columns: ["Day", "Number", "Midnight to 5"],
    rows: [...rows].sort(([one], [other]) => one - other).map(([column, { count, night }]) => [sayDay(first + column), count, night]),
  };
}
