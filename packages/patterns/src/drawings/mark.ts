import type { Kind, Role, Shape } from "@unmask/core";
import { round } from "./label-book.ts";

/**
 * The alphabet of marks (pictures/PERSON.md, 13): a message has a round top, a call is a bar, a post or a payment a triangle, a log-in or a
 * live view a diamond, somebody seen a square, a parcel is drawn open. Width is constant, height grows with the root of the number, and the
 * stronger foot is the share that came between midnight and 5.
 */
export type MarkForm = "message" | "call" | "post" | "log-in" | "seen" | "parcel";

/** Which form an act of a kind has. */
export function formOf(kind: Kind): MarkForm {
  return formByKind[kind];
}

const formByKind: Readonly<Record<Kind, MarkForm>> = {
  message: "message",
  reaction: "message",
  call: "call",
  voicemail: "call",
  comment: "post",
  post: "post",
  mention: "post",
  follow: "post",
  request: "post",
  transfer: "post",
  block: "post",
  login: "log-in",
  device: "log-in",
  view: "log-in",
  location: "log-in",
  check: "log-in",
  visit: "seen",
  following: "seen",
  damage: "seen",
  entry: "seen",
  threat: "seen",
  other: "seen",
  gift: "parcel",
};

/** Where a mark stands and what it says. */
export interface Mark {
  readonly form: MarkForm;
  /** Middle of the mark. */
  readonly x: number;
  /** The line it stands on. */
  readonly base: number;
  readonly width: number;
  readonly height: number;
  /** 0–1. */
  readonly nightShare: number;
}

/** A mark of theirs: its upper part by day, its foot by night. */
export function drawMark(mark: Mark): readonly Shape[] {
  const { form, x, base, width, height, nightShare } = mark;
  if (form === "parcel") return drawParcel(mark);
  const outline = outlineOf(form, width, height).map(([dx, dy]): Point => [x + dx, base - dy]);
  if (nightShare <= 0) return [polygon("day", outline)];
  if (nightShare >= 1) return [polygon("night", outline)];
  const foot = below(outline, base - Math.max(1, height * nightShare));
  return [polygon("day", outline), polygon("night", foot)];
}

/** A mark of hers: open, in her colour. */
export function drawOpenMark({ x, base, width, height }: Omit<Mark, "form" | "nightShare">): Shape {
  if (height <= width) return { shape: "circle", role: "hers", x: round(x), y: round(base), radius: round(width / 2), open: true };
  return {
    shape: "outline",
    role: "hers",
    x: round(x - width / 2),
    y: round(base - height),
    width: round(width),
    height: round(height),
    stroke: 1.25,
    round: round(width / 2),
  };
}

type Point = readonly [number, number];

/** The outline from the line upwards, x from the middle. */
function outlineOf(form: Exclude<MarkForm, "parcel">, width: number, height: number): readonly Point[] {
  const half = width / 2;
  switch (form) {
    case "message": {
      const cap = Math.min(half, height / 2);
      const arc = [0, 1, 2, 3, 4, 5, 6].map((i): Point => {
        const angle = (i * Math.PI) / 6;
        return [half * Math.cos(angle), height - cap + cap * Math.sin(angle)];
      });
      return [[half, 0], ...arc, [-half, 0]];
    }
    case "call":
      return [[half * 0.8, 0], [half * 0.8, height], [-half * 0.8, height], [-half * 0.8, 0]]; // prettier-ignore
    case "post":
      return [[half * 1.2, 0], [0, height], [-half * 1.2, 0]]; // prettier-ignore
    case "log-in": {
      const tip = Math.min(half, height / 2);
      return [[0, 0], [half, tip], [half, height - tip], [0, height], [-half, height - tip], [-half, tip]]; // prettier-ignore
    }
    case "seen":
      return [[half, 0], [half, height], [-half, height], [-half, 0]]; // prettier-ignore
  }
}

/** Open, with the string around it; a dark parcel came by night. */
function drawParcel({ x, base, width, height, nightShare }: Mark): readonly Shape[] {
  const side = Math.max(width, Math.min(height, width * 1.6));
  const role: Role = nightShare > 0.5 ? "night" : "ink";
  const top = base - side;
  return [
    { shape: "outline", role, x: round(x - side / 2), y: round(top), width: round(side), height: round(side), stroke: 1.25 },
    { shape: "line", role, from: [round(x), round(top)], to: [round(x), round(base)], stroke: 1 },
    {
      shape: "line",
      role,
      from: [round(x - side / 2), round(top + side / 2)],
      to: [round(x + side / 2), round(top + side / 2)],
      stroke: 1,
    },
  ];
}

/** The part of a convex outline under a level (y grows downwards), after Sutherland and Hodgman. */
function below(outline: readonly Point[], level: number): readonly Point[] {
  return outline.flatMap((point, i): Point[] => {
    const [x, y] = point;
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? point;
    const kept: Point[] = y >= level ? [point] : [];
    if (y >= level === nextY >= level) return kept;
    return [...kept, [x + ((nextX - x) * (level - y)) / (nextY - y), level]];
  });
}

function polygon(role: Role, points: readonly Point[]): Shape {
  return { shape: "polygon", role, points: points.map(([x, y]): Point => [round(x), round(y)]) };
}
