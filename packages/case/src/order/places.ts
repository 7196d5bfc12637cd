import type { Corner, Place } from "../event/order-shapes.ts";
import { type PlaneShape, type Point, gapBetween, isSimple, liesIn, overlap, surfaceOf } from "./plane.ts";

/**
 * How two places of conditions lie to each other, in metres on the ellipsoid of WGS 84, as flat as a town is. What cannot be measured so is not
 * known, and is never taken for apart.
 */

/** Metres that a place may be wide: over this the earth is no longer flat enough for a metre to be one. */
const widestPlace = 60_000;
/** Metres about a point, for the same reason: here a circle on the plane is one on the ground to within 20 m. */
const widestCircle = 10_000;
/** Metres from an edge within which a person reads the map: what is drawn by hand, and a building that is typed as a point, is not sharper. */
const nearEdge = 50;
/** Degrees from 180° within which degrees begin anew, and from the poles within which the earth is not flat. */
const [farthestLongitude, farthestLatitude] = [179, 85];

/** Half the longer axis of the ellipsoid in metres, and its squared eccentricity (WGS 84). */
const [axis, eccentricity] = [6_378_137, 0.006_694_379_990_14];

/** How a place lies to another. */
export type HowPlacesLie =
  /** Wholly in the other. */
  | { readonly lie: "inside" }
  /** Partly in it, or around it. */
  | { readonly lie: "partly" }
  /** Outside, but so near that the map must be read: metres. */
  | { readonly lie: "near"; readonly metres: number }
  | { readonly lie: "apart"; readonly metres: number }
  /** Why it is not known. */
  | { readonly lie: "not-known"; readonly why: string };

/** How a place lies to another. Without a map, the same name is the same place. */
export function howPlacesLie(place: Place, other: Place): HowPlacesLie {
  const [drawn, drawnOther] = [drawnOf(place), drawnOf(other)];
  if (drawn.isDrawn && drawnOther.isDrawn) return drawnLie(drawn.shape, drawnOther.shape);
  if (nameForm(place.says) !== "" && nameForm(place.says) === nameForm(other.says)) return { lie: "inside" };
  const whys = [drawn, drawnOther].flatMap((one) => (one.isDrawn ? [] : [one.why]));
  return { lie: "not-known", why: [...new Set(whys)].join("; ") };
}

/** Whether a name of a place stands in the name of another, in whatever letters: “Ashford station, forecourt” in words names “Ashford station”. */
export function namesPlace(says: string, { says: named }: Place): boolean {
  const [words, name] = [nameForm(says), nameForm(named)];
  return name !== "" && ` ${words} `.includes(` ${name} `);
}

/** Metres between two points that lie in one town. */
export function metresBetween(one: Corner, other: Corner): number {
  const plane = planeAt((one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
  const [[ax, ay], [bx, by]] = [plane(one), plane(other)];
  return Math.hypot(bx - ax, by - ay);
}

/** Square metres of an area; undefined where it has none that can be measured. */
export function squareMetresOf(place: Place): number | undefined {
  const drawn = drawnOf(place);
  if (!drawn.isDrawn) return undefined;
  const { shape } = drawn;
  if (shape.of === "around") return shape.metres > 0 ? Math.PI * shape.metres ** 2 : undefined;
  const [latitude, longitude] = middleOf(shape.corners);
  return surfaceOf(shape.corners.map(planeAt(latitude, longitude)));
}

/** A place on the map. */
export type DrawnPlace =
  | { readonly of: "area"; readonly corners: readonly Corner[] }
  | { readonly of: "around"; readonly centre: Corner; readonly metres: number };

/** Where a place lies on the map, or why that is not known. */
export function drawnOf({
  area,
  around,
  metres = 0,
}: Place): { readonly isDrawn: true; readonly shape: DrawnPlace } | { readonly isDrawn: false; readonly why: string } {
  const unknown = (why: string): { readonly isDrawn: false; readonly why: string } => ({ isDrawn: false, why });
  if (area !== undefined && around !== undefined) return unknown("a place has an area and a point: which of them is meant is not written");
  const corners = area ?? (around ? [around] : []);
  if (corners.length === 0 || (area && area.length < 3))
    return unknown(metres > 0 ? "no map: a distance is written, but not from where" : "no map");
  if (corners.some((corner) => !isOnFlatEarth(corner))) return unknown("a place lies at the edge of the map, where degrees begin anew");
  if (widthOf(corners) > widestPlace || metres > widestCircle) return unknown("an area is too wide to be measured on a flat map");
  if (around) return { isDrawn: true, shape: { of: "around", centre: around, metres } };
  const [latitude, longitude] = middleOf(corners);
  const flat = corners.map(planeAt(latitude, longitude));
  if (!isSimple(flat) || surfaceOf(flat) < 1) return unknown("the edges of an area cross or lie on each other, so that it has no inside");
  return { isDrawn: true, shape: { of: "area", corners } };
}

/** A way to put degrees on a plane in metres about a place. */
export function planeAt(latitude: number, longitude: number): (corner: Corner) => Point {
  const phi = (latitude * Math.PI) / 180;
  const bend = 1 - eccentricity * Math.sin(phi) ** 2;
  const northward = ((axis * (1 - eccentricity)) / bend ** 1.5) * (Math.PI / 180);
  const eastward = ((axis * Math.cos(phi)) / Math.sqrt(bend)) * (Math.PI / 180);
  return ([lat, lon]) => [(lon - longitude) * eastward, (lat - latitude) * northward];
}

function drawnLie(one: DrawnPlace, other: DrawnPlace): HowPlacesLie {
  // A polygon is the same in every such plane; a circle is one only about its own middle.
  const [latitude, longitude] =
    one.of === other.of
      ? middleOf([...cornersOf(one), ...cornersOf(other)])
      : middleOf(one.of === "around" ? [one.centre] : cornersOf(other));
  const plane = planeAt(latitude, longitude);
  const [inner, outer] = [flatOf(one, plane), flatOf(other, plane)];
  if (liesIn(inner, outer)) return { lie: "inside" };
  if (overlap(inner, outer)) return { lie: "partly" };
  const metres = Math.round(gapBetween(inner, outer));
  return { lie: metres <= nearEdge ? "near" : "apart", metres };
}

function flatOf(drawn: DrawnPlace, plane: (corner: Corner) => Point): PlaneShape {
  return drawn.of === "area"
    ? { shape: "polygon", corners: drawn.corners.map(plane) }
    : { shape: "circle", centre: plane(drawn.centre), radius: drawn.metres };
}

function cornersOf(drawn: DrawnPlace): readonly Corner[] {
  return drawn.of === "area" ? drawn.corners : [drawn.centre];
}

/** The middle of the least box about corners. */
export function middleOf(corners: readonly Corner[]): Corner {
  const { south, north, west, east } = boxOf(corners);
  return [(south + north) / 2, (west + east) / 2];
}

function boxOf(corners: readonly Corner[]): {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
} {
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [latitude, longitude] of corners) {
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
  }
  return { south, north, west, east };
}

function widthOf(corners: readonly Corner[]): number {
  const { south, north, west, east } = boxOf(corners);
  return east - west > 180 ? Infinity : metresBetween([south, west], [north, east]);
}

function isOnFlatEarth([latitude, longitude]: Corner): boolean {
  return Math.abs(latitude) <= farthestLatitude && Math.abs(longitude) <= farthestLongitude;
}

/** Small letters and digits, one blank between words. */
function nameForm(says: string): string {
  return says
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
