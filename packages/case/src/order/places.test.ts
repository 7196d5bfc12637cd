import fc from "fast-check";
import { expect, test } from "vitest";
import type { Corner, Place } from "../event/order-shapes.ts";
import { howPlacesLie, metresBetween, namesPlace, planeAt, squareMetresOf } from "./places.ts";

/** A town that is invented, somewhere in Kent. */
const middle: Corner = [51.15, 0.87];
/** Degrees of a point so many metres east and north of the middle. */
const at = (east: number, north: number): Corner => {
  const [x, y] = planeAt(...middle)([middle[0] + 1, middle[1] + 1]);
  return [middle[0] + north / y, middle[1] + east / x];
};
const area = (...corners: readonly (readonly [number, number])[]): Place => ({ says: "area", area: corners.map(([x, y]) => at(x, y)) });
const square = (x: number, y: number, size: number): Place => area([x, y], [x + size, y], [x + size, y + size], [x, y + size]);
const point = (x: number, y: number, metres?: number): Place => ({
  says: "point",
  around: at(x, y),
  ...(metres === undefined ? {} : { metres }),
});

test.each([
  ["a station in the area", point(500, 500), square(0, 0, 1_000), "inside"],
  ["a station just outside its edge", point(1_020, 500), square(0, 0, 1_000), "near"],
  ["a station on its edge", point(1_000, 500), square(0, 0, 1_000), "near"],
  ["a station on its corner", point(1_000, 1_000), square(0, 0, 1_000), "near"],
  ["a station across the town", point(3_000, 500), square(0, 0, 1_000), "apart"],
  [
    "a station in the notch of an area",
    point(500, 800),
    area([0, 0], [1_000, 0], [1_000, 1_000], [600, 1_000], [600, 300], [400, 300], [400, 1_000], [0, 1_000]),
    "apart",
  ],
  ["a circle in an area", point(500, 500, 200), square(0, 0, 1_000), "inside"],
  ["a circle over an edge", point(900, 500, 200), square(0, 0, 1_000), "partly"],
  ["a circle around an area", point(500, 500, 2_000), square(0, 0, 1_000), "partly"],
  ["an area in a circle", square(0, 0, 1_000), point(500, 500, 2_000), "inside"],
  ["an area in an area", square(100, 100, 200), square(0, 0, 1_000), "inside"],
  ["an area around an area", square(0, 0, 1_000), square(100, 100, 200), "partly"],
  ["areas with one edge in common", square(1_000, 0, 500), square(0, 0, 1_000), "near"],
  ["areas with one corner in common", square(1_000, 1_000, 500), square(0, 0, 1_000), "near"],
  ["an area that fills a corner of another, edge on edge", square(0, 0, 500), square(0, 0, 1_000), "inside"],
  ["the same area twice", square(0, 0, 1_000), square(0, 0, 1_000), "inside"],
  ["areas that cross like a plus", area([400, -500], [600, -500], [600, 1_500], [400, 1_500]), square(0, 0, 1_000), "partly"],
  ["areas apart", square(5_000, 0, 500), square(0, 0, 1_000), "apart"],
  [
    "an area over the notch of another",
    square(450, 350, 100),
    area([0, 0], [1_000, 0], [1_000, 1_000], [600, 1_000], [600, 300], [400, 300], [400, 1_000], [0, 1_000]),
    "near",
  ],
  [
    "a bridge over the notch, its ends in the area",
    area([300, 500], [700, 500], [700, 600], [300, 600]),
    area([0, 0], [1_000, 0], [1_000, 1_000], [600, 1_000], [600, 300], [400, 300], [400, 1_000], [0, 1_000]),
    "partly",
  ],
  ["circle in circle", point(0, 0, 100), point(50, 0, 200), "inside"],
  ["circles that touch", point(0, 0, 100), point(300, 0, 200), "near"],
  ["a point on the rim of a circle", point(200, 0), point(0, 0, 200), "near"],
] as const)("places: %s", (_, one, other, lie) => {
  expect(howPlacesLie(one, other).lie).toBe(lie);
});

test.each([
  ["words only", { says: "near her home" }, /no map/],
  ["a distance from nobody says where", { says: "200 m", metres: 200 }, /not from where/],
  [
    "an area across the line where degrees begin anew",
    {
      says: "a",
      area: [
        [51, 179.9],
        [51, -179.9],
        [51.1, -179.9],
      ],
    },
    /edge of the map/,
  ],
  [
    "an area half around the earth",
    {
      says: "a",
      area: [
        [51, 100],
        [51, -100],
        [51.1, 100],
      ],
    },
    /too wide/,
  ],
  [
    "an area as wide as a county",
    {
      says: "a",
      area: [
        [51, 0],
        [51, 1.5],
        [51.5, 1.5],
      ],
    },
    /too wide/,
  ],
  ["a ring as wide as a county", { says: "a", around: [51, 0], metres: 40_000 }, /too wide/],
  [
    "edges that cross",
    {
      says: "a",
      area: [
        [51, 0],
        [51.01, 0.01],
        [51.01, 0],
        [51, 0.01],
      ],
    },
    /cross/,
  ],
  [
    "corners on one line",
    {
      says: "a",
      area: [
        [51, 0],
        [51.01, 0.01],
        [51.02, 0.02],
      ],
    },
    /cross/,
  ],
  [
    "an area and a point",
    {
      says: "a",
      area: [
        [51, 0],
        [51.01, 0.01],
        [51.01, 0],
      ],
      around: [51, 0],
    },
    /which of them/,
  ],
] as const)("places that cannot be compared say why: %s", (_, place, why) => {
  for (const found of [howPlacesLie(place, square(0, 0, 1_000)), howPlacesLie(square(0, 0, 1_000), place)]) {
    expect(found).toMatchObject({ lie: "not-known", why: expect.stringMatching(why) });
  }
});

test("without a map the same name is the same place", () => {
  expect(howPlacesLie({ says: "Mill Lane Police Station" }, { says: "mill lane police station." }).lie).toBe("inside");
  expect(namesPlace("on the forecourt of Ashford Station, by the bins", { says: "Ashford station" })).toBe(true);
  expect(namesPlace("Ashfordstation", { says: "Ashford station" })).toBe(false);
});

test("a square kilometre is one, to a thousandth", () => {
  expect(squareMetresOf(square(0, 0, 1_000))).toBeCloseTo(1_000_000, -3);
});

/** The geodesic by Vincenty's inverse formula, written apart. */
function vincenty([lat1, lon1]: Corner, [lat2, lon2]: Corner): number {
  const [a, f] = [6_378_137, 1 / 298.257223563];
  const b = a * (1 - f);
  const rad = Math.PI / 180;
  const [u1, u2, l] = [Math.atan((1 - f) * Math.tan(lat1 * rad)), Math.atan((1 - f) * Math.tan(lat2 * rad)), (lon2 - lon1) * rad];
  let lambda = l;
  for (let i = 0; i < 100; i++) {
    const sinSigma = Math.hypot(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    if (sinSigma === 0) return 0;
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cos2 = 1 - sinAlpha ** 2;
    const mid = cos2 === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2;
    const c = (f / 16) * cos2 * (4 + f * (4 - 3 * cos2));
    const next = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (mid + c * cosSigma * (2 * mid ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-13) {
      const u = (cos2 * (a ** 2 - b ** 2)) / b ** 2;
      const [p, q] = [1 + (u / 16_384) * (4_096 + u * (-768 + u * (320 - 175 * u))), (u / 1_024) * (256 + u * (-128 + u * (74 - 47 * u)))];
      const d =
        q * sinSigma * (mid + (q / 4) * (cosSigma * (2 * mid ** 2 - 1) - (q / 6) * mid * (4 * sinSigma ** 2 - 3) * (4 * mid ** 2 - 3)));
      return b * p * (sigma - d);
    }
    lambda = next;
  }
  return Number.NaN;
}

test("metres on the plane of a town are metres of the geodesic, to a thousandth over 20 km", () => {
  const corner = fc.tuple(fc.double({ min: 50, max: 58.5, noNaN: true }), fc.double({ min: -6, max: 1.5, noNaN: true }));
  const step = fc.double({ min: -0.1, max: 0.1, noNaN: true });
  fc.assert(
    fc.property(corner, step, step, ([lat, lon], north, east) => {
      const [one, other] = [
        [lat, lon],
        [lat + north, lon + east],
      ] as const;
      const [flat, true_] = [metresBetween(one, other), vincenty(one, other)];
      expect(Math.abs(flat - true_)).toBeLessThanOrEqual(0.001 * true_ + 0.01);
    }),
    { seed: 3, numRuns: 300 },
  );
});

const coordinate = fc.integer({ min: -2_000, max: 2_000 });
/** A star about a middle: simple by its making, with notches. */
const stars = fc
  .tuple(coordinate, coordinate, fc.array(fc.integer({ min: 100, max: 1_500 }), { minLength: 3, maxLength: 9 }))
  .map(([x, y, radii]) => {
    const corners = radii.map((radius, i): readonly [number, number] => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return { x, y, corners };
  });

test("areas lie to each other as many points thrown into the first one say", () => {
  const isIn = ([x, y]: readonly [number, number], corners: readonly (readonly [number, number])[]): boolean => {
    // By the sum of the angles, where the code goes by crossings.
    let turned = 0;
    for (const [i, [ax, ay]] of corners.entries()) {
      const [bx, by] = corners[(i + 1) % corners.length] ?? [0, 0];
      turned += Math.atan2((ax - x) * (by - y) - (ay - y) * (bx - x), (ax - x) * (bx - x) + (ay - y) * (by - y));
    }
    return Math.abs(turned) > Math.PI;
  };
  fc.assert(
    fc.property(stars, stars, (one, other) => {
      const found = howPlacesLie(area(...one.corners), area(...other.corners)).lie;
      const thrown = one.corners.flatMap(([cx, cy]) =>
        [0.02, 0.3, 0.6, 0.98].map((share): readonly [number, number] => [one.x + (cx - one.x) * share, one.y + (cy - one.y) * share]),
      );
      const inside = thrown.filter((at_) => isIn(at_, other.corners)).length;
      if (found === "inside") expect(inside).toBe(thrown.length);
      if (found === "apart" || found === "near") expect(inside).toBe(0);
      if (inside > 0 && inside < thrown.length) expect(found).toBe("partly");
    }),
    { seed: 4, numRuns: 400 },
  );
});

test("what is apart stays apart, and never comes to lie inside, when the other area shrinks", () => {
  fc.assert(
    fc.property(stars, stars, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (one, other, share) => {
      const smaller = other.corners.map(([cx, cy]): readonly [number, number] => [
        other.x + (cx - other.x) * share,
        other.y + (cy - other.y) * share,
      ]);
      const [before, after] = [
        howPlacesLie(area(...one.corners), area(...other.corners)).lie,
        howPlacesLie(area(...one.corners), area(...smaller)).lie,
      ];
      if (before === "apart") expect(after).toBe("apart");
      if (before !== "inside") expect(after).not.toBe("inside");
    }),
    { seed: 5, numRuns: 300 },
  );
});
