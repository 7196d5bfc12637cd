/**
 * Shapes on a plane in metres: whether one lies in another, how far they are apart. Polygons are simple (no edge crosses another) and have no holes; a
 * circle of radius 0 is a point.
 */

/** Metres to the east and to the north. */
export type Point = readonly [x: number, y: number];

/** What lies on the plane. */
export type PlaneShape =
  | { readonly shape: "polygon"; readonly corners: readonly Point[] }
  | { readonly shape: "circle"; readonly centre: Point; readonly radius: number };

/** Metres within which something is on a line and neither side of it: what a degree with seven decimals can say. */
const onLine = 0.01;

type Edge = readonly [Point, Point];

/** Whether `inner` lies wholly in `outer`; on its edge counts, but a point on the edge is not in it. */
export function liesIn(inner: PlaneShape, outer: PlaneShape): boolean {
  if (inner.shape === "circle" && outer.shape === "circle") {
    const { centre, radius } = outer;
    return distance(inner.centre, centre) + inner.radius <= radius - (inner.radius === 0 ? onLine : 0);
  }
  if (inner.shape === "circle" && outer.shape === "polygon") {
    const toEdge = distanceToEdges(inner.centre, edgesOf(outer.corners));
    return sideOf(inner.centre, outer.corners) === "inside" && toEdge >= Math.max(inner.radius, onLine);
  }
  if (inner.shape === "polygon" && outer.shape === "circle") {
    return inner.corners.every((corner) => distance(corner, outer.centre) <= outer.radius);
  }
  return (
    inner.shape === "polygon" &&
    outer.shape === "polygon" &&
    piecesOf(inner.corners, outer.corners).every((at) => sideOf(at, outer.corners) !== "outside")
  );
}

/** Whether they have more in common than a line or a point. */
export function overlap(one: PlaneShape, other: PlaneShape): boolean {
  if (one.shape === "circle" && other.shape === "circle") return distance(one.centre, other.centre) < one.radius + other.radius - onLine;
  if (one.shape === "circle") return other.shape === "polygon" && reachesInto(one, other.corners);
  if (other.shape === "circle") return reachesInto(other, one.corners);
  return (
    piecesOf(one.corners, other.corners).some((at) => sideOf(at, other.corners) === "inside") ||
    piecesOf(other.corners, one.corners).some((at) => sideOf(at, one.corners) === "inside") ||
    // The same outline twice: no piece of either is inside, and yet they are one.
    (liesIn(one, other) && liesIn(other, one))
  );
}

/** Metres between them; 0 where they meet or overlap. */
export function gapBetween(one: PlaneShape, other: PlaneShape): number {
  if (one.shape === "circle" && other.shape === "circle")
    return Math.max(0, distance(one.centre, other.centre) - one.radius - other.radius);
  if (one.shape === "circle") return other.shape === "polygon" ? gapToPolygon(one, other.corners) : 0;
  if (other.shape === "circle") return gapToPolygon(other, one.corners);
  if (overlap(one, other)) return 0;
  const [edges, others] = [edgesOf(one.corners), edgesOf(other.corners)];
  let least = Infinity;
  for (const edge of edges) for (const another of others) least = Math.min(least, gapBetweenEdges(edge, another));
  return least;
}

/** Square metres of a polygon. */
export function surfaceOf(corners: readonly Point[]): number {
  return Math.abs(edgesOf(corners).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)) / 2;
}

/** Whether no edge crosses or touches another but at the corner that they share. */
export function isSimple(corners: readonly Point[]): boolean {
  const edges = edgesOf(corners);
  return edges.every((edge, i) =>
    edges.every((other, j) => {
      if (j <= i) return true;
      if (j === i + 1) return !turnsBack(edge, other);
      return i === 0 && j === edges.length - 1 ? !turnsBack(other, edge) : gapBetweenEdges(edge, other) > 0;
    }),
  );
}

/** Edges of a polygon, the last to the first corner again. */
export function edgesOf(corners: readonly Point[]): readonly Edge[] {
  return corners.map((corner, i): Edge => [corner, corners[(i + 1) % corners.length] ?? corner]);
}

/** Where along `edge` it meets `other`, as shares of its length; two where they lie on one line. */
export function meetings([[ax, ay], [bx, by]]: Edge, [[cx, cy], [dx, dy]]: Edge): readonly number[] {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  const [qx, qy] = [cx - ax, cy - ay];
  const length = rx * rx + ry * ry;
  if (length === 0) return [];
  if (Math.abs(cross) <= 1e-12 * Math.sqrt(length * (sx * sx + sy * sy))) {
    if (Math.abs(qx * ry - qy * rx) / Math.sqrt(length) > onLine) return [];
    return [(qx * rx + qy * ry) / length, ((qx + sx) * rx + (qy + sy) * ry) / length].filter((at) => at >= 0 && at <= 1);
  }
  const at = (qx * sy - qy * sx) / cross;
  const there = (qx * ry - qy * rx) / cross;
  return at >= 0 && at <= 1 && there >= 0 && there <= 1 ? [at] : [];
}

/** Corners of a polygon, and of each edge the middle of every piece into which another's edges cut it. */
function piecesOf(corners: readonly Point[], others: readonly Point[]): readonly Point[] {
  const cutting = edgesOf(others);
  return edgesOf(corners).flatMap((edge): readonly Point[] => {
    const cuts = [0, ...cutting.flatMap((other) => meetings(edge, other)), 1].toSorted((a, b) => a - b);
    const middles = cuts.slice(1).map((cut, i) => ((cuts[i] ?? 0) + cut) / 2);
    return [edge[0], ...middles.map((at) => along(edge, at))];
  });
}

/** Where a point lies to a polygon. */
function sideOf(point: Point, corners: readonly Point[]): "inside" | "edge" | "outside" {
  const edges = edgesOf(corners);
  if (distanceToEdges(point, edges) <= onLine) return "edge";
  const [x, y] = point;
  let isInside = false;
  for (const [[x1, y1], [x2, y2]] of edges) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside ? "inside" : "outside";
}

function reachesInto({ centre, radius }: { readonly centre: Point; readonly radius: number }, corners: readonly Point[]): boolean {
  return sideOf(centre, corners) === "inside" || distanceToEdges(centre, edgesOf(corners)) < radius - onLine;
}

function gapToPolygon({ centre, radius }: { readonly centre: Point; readonly radius: number }, corners: readonly Point[]): number {
  return sideOf(centre, corners) === "inside" ? 0 : Math.max(0, distanceToEdges(centre, edgesOf(corners)) - radius);
}

function gapBetweenEdges(one: Edge, other: Edge): number {
  if (meetings(one, other).length > 0) return 0;
  return Math.min(toEdge(one[0], other), toEdge(one[1], other), toEdge(other[0], one), toEdge(other[1], one));
}

/** Whether the second edge goes back over the first. */
function turnsBack([[ax, ay], [bx, by]]: Edge, [, [cx, cy]]: Edge): boolean {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, cx - bx, cy - by];
  const size = Math.hypot(rx, ry) * Math.hypot(sx, sy);
  return size === 0 || (Math.abs(rx * sy - ry * sx) <= 1e-9 * size && rx * sx + ry * sy < 0);
}

function distanceToEdges(point: Point, edges: readonly Edge[]): number {
  return edges.reduce((least, edge) => Math.min(least, toEdge(point, edge)), Infinity);
}

function toEdge(point: Point, edge: Edge): number {
  const [[ax, ay], [bx, by]] = edge;
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const at = length === 0 ? 0 : ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length;
  return distance(point, along(edge, Math.min(1, Math.max(0, at))));
}

function along([[ax, ay], [bx, by]]: Edge, at: number): Point {
  return [ax + (bx - ax) * at, ay + (by - ay) * at];
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}
