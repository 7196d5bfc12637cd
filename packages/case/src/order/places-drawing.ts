import { type Drawing, type Shape, type Table, cutToWidth, textWidth } from "@unmask/core";
import type { Corner, Place } from "../event/order-shapes.ts";
import { type DrawnPlace, drawnOf, metresBetween, middleOf, planeAt, squareMetresOf } from "./places.ts";
import { type Point, edgesOf, meetings } from "./plane.ts";

/**
 * Places of two conditions as a small map: what is forbidden hatched, what is asked for as a mark, north above, a line of metres below. Nothing of the
 * ground is drawn, because no map of others is asked for: the copy of the map that is exhibited shows it.
 */

/** Units of the picture: a third of a wide screen, and a phone. */
const [width, height, text] = [372, 220, 12];
/** Units about the places. */
const margin = 26;
/** Units between two lines of the hatch. */
const hatchStep = 9;
/** Places in one picture: more have no room for their names. */
const mostPlaces = 12;

/** A place with what stands at it. */
export interface ShownPlace {
  readonly place: Place;
  /** "area M-1", "Mill Lane police station". */
  readonly label: string;
  readonly is: "forbidden" | "asked";
}

/** The picture and the same as a table; no picture where none of the places lies on a map. */
export interface PlacesShown {
  readonly drawing?: Drawing;
  readonly table: Table;
}

/** Draws them. Of more places than have room the first are drawn; the table has all. */
export function placesDrawing(shown: readonly ShownPlace[], title: string): PlacesShown {
  const table = tableOf(shown);
  const drawn = shown.slice(0, mostPlaces).flatMap((one): readonly Drawn[] => {
    const found = drawnOf(one.place);
    return found.isDrawn ? [{ ...one, shape: found.shape }] : [];
  });
  if (drawn.length === 0) return { table };
  const fit = fitted(drawn);
  const shapes: readonly Shape[] = [
    { shape: "outline", role: "rule", x: 0.5, y: 0.5, width: width - 1, height: height - 1, stroke: 1 },
    ...drawn.filter(({ is }) => is === "forbidden").flatMap((one) => forbidden(one, fit)),
    ...drawn.filter(({ is }) => is === "asked").flatMap((one) => asked(one, fit)),
    ...labels(drawn, fit),
    ...scaleBar(fit),
  ];
  const missing = shown.length - drawn.length;
  const note = `North is above. Hatched: forbidden; a mark: asked for.${missing > 0 ? ` ${missing} not drawn: no map, or no room; the table has all.` : ""}`;
  return { drawing: { title, alt: altOf(table), width, height, shapes, note }, table };
}

type Drawn = ShownPlace & { readonly shape: DrawnPlace };

/** How degrees become units, and how many units a metre is. */
interface Fit {
  readonly toUnits: (corner: Corner) => Point;
  readonly unitsOfMetre: number;
}

function fitted(drawn: readonly Drawn[]): Fit {
  const [latitude, longitude] = middleOf(drawn.flatMap(({ shape }) => (shape.of === "area" ? shape.corners : [shape.centre])));
  const plane = planeAt(latitude, longitude);
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { shape } of drawn) {
    const reach = shape.of === "area" ? 0 : Math.max(shape.metres, leastReach);
    for (const [x, y] of (shape.of === "area" ? shape.corners : [shape.centre]).map(plane)) {
      [west, east] = [Math.min(west, x - reach), Math.max(east, x + reach)];
      [south, north] = [Math.min(south, y - reach), Math.max(north, y + reach)];
    }
  }
  const unitsOfMetre = Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (north - south));
  const toUnits = (corner: Corner): Point => {
    const [x, y] = plane(corner);
    return [round(width / 2 + (x - (west + east) / 2) * unitsOfMetre), round(height / 2 - (y - (south + north) / 2) * unitsOfMetre)];
  };
  return { toUnits, unitsOfMetre };
}

/** Metres that are shown about a point that stands alone. */
const leastReach = 100;

function forbidden({ shape }: Drawn, fit: Fit): readonly Shape[] {
  const outline = outlineOf(shape, fit);
  return [...hatch(outline), ...edgesOf(outline).map(([from, to]): Shape => ({ shape: "line", role: "hers", from, to, stroke: 2 }))];
}

function asked({ shape }: Drawn, fit: Fit): readonly Shape[] {
  if (shape.of === "around" && shape.metres === 0) {
    const [x, y] = fit.toUnits(shape.centre);
    return [{ shape: "rect", role: "mind", x: x - 5, y: y - 5, width: 10, height: 10 }];
  }
  return edgesOf(outlineOf(shape, fit)).map(([from, to]): Shape => ({ shape: "line", role: "mind", from, to, stroke: 2 }));
}

/** Corners in units; of a circle enough that it looks round. A point that is forbidden is a small circle. */
function outlineOf(shape: DrawnPlace, { toUnits, unitsOfMetre }: Fit): readonly Point[] {
  if (shape.of === "area") return shape.corners.map(toUnits);
  const [x, y] = toUnits(shape.centre);
  const radius = Math.max(shape.metres * unitsOfMetre, 4);
  return Array.from({ length: 48 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 48;
    return [round(x + radius * Math.cos(angle)), round(y + radius * Math.sin(angle))];
  });
}

/** Slanting lines inside an outline: from where each enters it to where it leaves. */
function hatch(outline: readonly Point[]): readonly Shape[] {
  const lines: Shape[] = [];
  const edges = edgesOf(outline);
  for (let at = hatchStep; at < width + height; at += hatchStep) {
    const [from, to]: readonly [Point, Point] = [
      [at, 0],
      [at - height, height],
    ];
    const cuts = edges.flatMap((edge) => meetings([from, to], edge)).toSorted((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [enters = 0, leaves = 0] = [cuts[i], cuts[i + 1]];
      if (leaves > enters)
        lines.push({
          shape: "line",
          role: "line",
          from: [round(at - enters * height), round(enters * height)],
          to: [round(at - leaves * height), round(leaves * height)],
          stroke: 1,
        });
    }
  }
  return lines;
}

/** Names at their places, one under the other where they would meet; cut where they would leave the picture. */
function labels(drawn: readonly Drawn[], { toUnits }: Fit): readonly Shape[] {
  const taken: { left: number; right: number; y: number }[] = [];
  return drawn.map(({ shape, label, is }): Shape => {
    const [x, y] = toUnits(shape.of === "area" ? middleOf(shape.corners) : shape.centre);
    const cut = cutToWidth(label, text, width - 2 * margin);
    const half = textWidth(cut, text, true) / 2;
    const middle = Math.min(width - 6 - half, Math.max(6 + half, x));
    let line = is === "asked" ? y - 9 : y + 4;
    while (
      line < height - 30 &&
      taken.some((one) => Math.abs(one.y - line) < text && one.left < middle + half && middle - half < one.right)
    )
      line += text + 2;
    taken.push({ left: middle - half, right: middle + half, y: line });
    const role = is === "asked" ? "mind" : "hers";
    return {
      shape: "text",
      role,
      x: round(middle),
      y: round(Math.max(text + 2, line)),
      text: cut,
      size: text,
      anchor: "middle",
      bold: true,
    };
  });
}

/** A round number of metres, at most a third of the picture. */
function scaleBar({ unitsOfMetre }: Fit): readonly Shape[] {
  const steps = [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2];
  const metres = steps.find((step) => step * unitsOfMetre <= width / 3) ?? 1;
  const y = height - 10;
  const right = width - 10;
  const left = round(right - metres * unitsOfMetre);
  return [
    { shape: "line", role: "ink2", from: [left, y], to: [right, y], stroke: 2 },
    {
      shape: "text",
      role: "ink2",
      x: right,
      y: y - 5,
      text: metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`,
      size: text,
      anchor: "end",
    },
    { shape: "text", role: "ink2", x: 10, y: height - 10, text: "N ↑", size: text, anchor: "start" },
  ];
}

function tableOf(shown: readonly ShownPlace[]): Table {
  return {
    columns: ["Place", "Is", "How it is drawn"],
    rows: shown.map(({ label, is, place }): readonly string[] => [label, is === "forbidden" ? "forbidden" : "asked for", sizeOf(place)]),
  };
}

function sizeOf(place: Place): string {
  const found = drawnOf(place);
  if (!found.isDrawn) return `not drawn: ${found.why}`;
  const { shape } = found;
  if (shape.of === "around") return shape.metres === 0 ? "a point" : `${shape.metres} m about a point`;
  const [longest] = edgesOf(shape.corners.map(([lat, lon]): Point => [lat, lon]))
    .map(([from, to]) => metresBetween(from, to))
    .toSorted((a, b) => b - a);
  return `an area of ${squareKilometres(squareMetresOf(place) ?? 0)} with ${shape.corners.length} corners, its longest edge ${Math.round(longest ?? 0)} m`;
}

function squareKilometres(squareMetres: number): string {
  return squareMetres >= 10_000 ? `${(squareMetres / 1_000_000).toFixed(2)} km²` : `${Math.round(squareMetres)} m²`;
}

function altOf({ rows }: Table): string {
  return `${rows.map(([label, is, how]) => `${label}: ${is}, ${how}`).join(". ")}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
