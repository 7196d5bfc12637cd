import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition, Corner, Place, WeekTime } from "../event/order-shapes.ts";
import { type NameOfPerson, compareConditions, comparedInWords } from "./compatibility.ts";
import { conditionKinds } from "./condition-kinds.ts";
import type { Found } from "./found.ts";
import { planeAt } from "./places.ts";

const middle: Corner = [51.15, 0.87];
const at = (east: number, north: number): Corner => {
  const [x, y] = planeAt(...middle)([middle[0] + 1, middle[1] + 1]);
  return [middle[0] + north / y, middle[1] + east / x];
};
const areaOf = (size: number): Place => ({
  says: "the area M-1",
  map: "LA/31",
  area: [at(0, 0), at(size, 0), at(size, size), at(0, size)],
});
const area = areaOf(600);
const millLane: Place = { says: "Mill Lane police station", around: at(500, 300) };
const tarnRoad: Place = { says: "Tarn Road police station", around: at(3_000, 300) };

type Written = Partial<Condition> & Pick<Condition, "type">;
const condition = (written: Written): Condition => ({ condition: 1, says: "as written", evidence: [], interimToo: false, ...written });
const evening: readonly WeekTime[] = [{ days: [1, 3, 5], from: "17:00", to: "19:00" }];
const signOn = (
  places: readonly Place[] | undefined,
  times: readonly WeekTime[] | undefined = evening,
  rest: Partial<Condition> = {},
): Condition =>
  condition({
    type: "requirement",
    kind: "requirement/sign-on",
    says: "To sign on",
    ...(places && { places }),
    ...(times && { times }),
    ...rest,
  });
const keepOut = (places?: readonly Place[], times?: readonly WeekTime[]): Condition =>
  condition({
    type: "prohibition",
    kind: "prohibition/enter-places",
    says: "Not to enter",
    ...(places && { places }),
    ...(times && { times }),
  });
const leave = (places: readonly Place[], times: readonly WeekTime[]): Condition =>
  condition({ type: "prohibition", kind: "prohibition/leave", says: "Not to leave", places, times });
const night: readonly WeekTime[] = [{ days: [], from: "22:00", to: "06:00" }];
const lateWindow: readonly WeekTime[] = [{ days: [7], from: "23:30", to: "00:30" }];
const device = (kind: string | undefined, type: Condition["type"], devices?: readonly string[]): Condition =>
  condition({ type, ...(kind !== undefined && { kind }), ...(devices && { devices }) });
const noContact = (persons: readonly string[] | undefined, channels: Condition["channels"]): Condition =>
  condition({
    type: "prohibition",
    kind: "prohibition/contact",
    says: "Not to contact",
    ...(persons && { persons }),
    ...(channels && { channels }),
  });
const askContact = (persons: readonly string[] | undefined, channels: Condition["channels"]): Condition =>
  condition({ type: "requirement", says: "To arrange visits", ...(persons && { persons }), ...(channels && { channels }) });
const names: NameOfPerson = (person) => ({ p1: "Leila Ashworth", p2: "Nadia Khan", p3: "L. Ashworth" })[person];

const compared = (mine: Condition, theirs: Condition): { found: Found; why: string } => {
  const [pair] = compareConditions([mine], [{ order: "WM-26-004", condition: theirs }], names);
  return pair ?? expect.fail("no pair");
};

const planted: readonly (readonly [string, Condition, Condition, Found])[] = [
  // Places.
  ["a station inside the forbidden area", keepOut([area]), signOn([millLane]), "conflict"],
  ["a station across the town", keepOut([area]), signOn([tarnRoad]), "fits"],
  ["a station across the town, without times", keepOut([area]), signOn([tarnRoad], []), "fits"],
  ["a station at the very edge", keepOut([area]), signOn([{ says: "the lodge", around: at(620, 300) }]), "to-read"],
  ["two stations, one of them inside", keepOut([area]), signOn([millLane, tarnRoad]), "to-read"],
  ["a station without a map", keepOut([area]), signOn([{ says: "the nearest station" }]), "not-compared"],
  ["an area without a map", keepOut([{ says: "the streets about her home" }]), signOn([millLane]), "not-compared"],
  ["the forbidden place by its name", keepOut([{ says: "Mill Lane Police Station" }]), signOn([millLane]), "conflict"],
  [
    "an area across the line where degrees begin anew",
    keepOut([
      {
        says: "a",
        area: [
          [51, 179.9],
          [51, -179.9],
          [51.1, 180],
        ],
      },
    ]),
    signOn([millLane]),
    "not-compared",
  ],
  [
    "a programme inside a distance of her home",
    condition({
      type: "prohibition",
      kind: "prohibition/approach",
      persons: ["p1"],
      places: [{ says: "home", around: at(500, 300), metres: 200 }],
    }),
    condition({
      type: "requirement",
      kind: "requirement/programme",
      programme: "P",
      places: [{ says: "the hall", around: at(600, 300) }],
      times: evening,
    }),
    "conflict",
  ],
  [
    "a distance of her, wherever she is",
    condition({ type: "prohibition", kind: "prohibition/approach", persons: ["p1"] }),
    signOn([millLane]),
    "not-compared",
  ],
  [
    "a programme that nobody says where it is",
    keepOut([area]),
    condition({ type: "requirement", kind: "requirement/programme", programme: "P", times: evening }),
    "not-compared",
  ],
  [
    "touching areas",
    keepOut([area]),
    condition({
      type: "requirement",
      places: [{ says: "the yard", area: [at(600, 0), at(900, 0), at(900, 300), at(600, 300)] }],
      times: evening,
    }),
    "to-read",
  ],
  // Times.
  [
    "a place that is forbidden at other hours",
    keepOut([area], [{ days: [1, 3, 5], from: "06:30", to: "09:00" }]),
    signOn([millLane]),
    "fits",
  ],
  [
    "a place that is forbidden on one of the days",
    keepOut([area], [{ days: [3], from: "00:00", to: "00:00" }]),
    signOn([millLane]),
    "conflict",
  ],
  [
    "the same, where once a week is enough",
    keepOut([area], [{ days: [3], from: "00:00", to: "00:00" }]),
    signOn([millLane], evening, { frequency: "once a week" }),
    "to-read",
  ],
  ["a place that is forbidden from 18:00", keepOut([area], [{ days: [], from: "18:00", to: "23:00" }]), signOn([millLane]), "to-read"],
  [
    "a place that is forbidden up to the minute before",
    keepOut([area], [{ days: [], from: "08:00", to: "17:00" }]),
    signOn([millLane]),
    "fits",
  ],
  [
    "no times, where the place is forbidden at some",
    keepOut([area], evening),
    condition({ type: "requirement", kind: "requirement/sign-on", places: [millLane] }),
    "not-compared",
  ],
  [
    "no times, where the place is forbidden always",
    keepOut([area]),
    condition({ type: "requirement", kind: "requirement/sign-on", places: [millLane] }),
    "conflict",
  ],
  ["an empty list of times is always", keepOut([area], []), signOn([millLane]), "conflict"],
  [
    "a programme over midnight while nobody may leave home",
    leave([tarnRoad], night),
    condition({ type: "requirement", kind: "requirement/programme", programme: "P", places: [millLane], times: lateWindow }),
    "conflict",
  ],
  [
    "Sunday to Monday, where only Sunday evening is kept",
    leave([tarnRoad], [{ days: [7], from: "20:00", to: "00:00" }]),
    condition({ type: "requirement", kind: "requirement/programme", programme: "P", places: [millLane], times: lateWindow }),
    "to-read",
  ],
  [
    "a programme in the morning after",
    leave([tarnRoad], night),
    condition({
      type: "requirement",
      kind: "requirement/programme",
      programme: "P",
      places: [millLane],
      times: [{ days: [1], from: "06:00", to: "08:00" }],
    }),
    "fits",
  ],
  ["to stay where another order keeps out, by night", leave([millLane], night), keepOut([area]), "conflict"],
  [
    "two places to stay in the same night",
    leave([millLane], night),
    condition({ type: "requirement", kind: "requirement/stay-at", places: [tarnRoad], times: night }),
    "conflict",
  ],
  ["two programmes in one evening", signOn([millLane]), signOn([tarnRoad]), "to-read"],
  ["two programmes on two days", signOn([millLane]), signOn([tarnRoad], [{ days: [2], from: "17:00", to: "19:00" }]), "fits"],
  [
    "a place at night, and the words can mean out of it or in it",
    condition({ type: "prohibition", says: "Not to leave home", places: [tarnRoad], times: night }),
    condition({ type: "requirement", kind: "requirement/programme", programme: "P", places: [millLane], times: lateWindow }),
    "to-read",
  ],
  [
    "the same beside a forbidden area around it",
    condition({ type: "prohibition", says: "Not to leave home", places: [millLane], times: night }),
    keepOut([area]),
    "to-read",
  ],
  [
    "a place that is forbidden by day, of no kind of ours",
    condition({
      type: "prohibition",
      says: "Not to be at the station",
      places: [tarnRoad],
      times: [{ days: [], from: "06:30", to: "09:00" }],
    }),
    signOn([millLane]),
    "fits",
  ],
  // Devices.
  [
    "a phone to hand over that another order wants used",
    device("requirement/hand-over-devices", "requirement", ["Phone A1"]),
    device(undefined, "requirement", ["phone a1"]),
    "conflict",
  ],
  [
    "an account not to use that another order wants used",
    device(undefined, "prohibition", ["account gs@example.org"]),
    device(undefined, "requirement", ["account gs@example.org"]),
    "conflict",
  ],
  [
    "a phone to hand over and another to open",
    device("requirement/hand-over-devices", "requirement", ["Phone A1"]),
    device("requirement/give-access", "requirement", ["Laptop B2"]),
    "fits",
  ],
  [
    "a phone to hand over and to open",
    device("requirement/hand-over-devices", "requirement", ["Phone A1"]),
    device("requirement/give-access", "requirement", ["Phone A1"]),
    "to-read",
  ],
  [
    "names of devices that are alike",
    device("requirement/hand-over-devices", "requirement", ["Phone A1"]),
    device(undefined, "requirement", ["Phone A1 with the blue case"]),
    "to-read",
  ],
  [
    "any device not to use",
    device("prohibition/devices-without-history", "prohibition", ["any"]),
    device(undefined, "requirement", ["Phone A1"]),
    "conflict",
  ],
  [
    "devices that nobody named",
    device("requirement/hand-over-devices", "requirement"),
    device(undefined, "requirement", ["Phone A1"]),
    "not-compared",
  ],
  [
    "one phone and two to be used",
    device("prohibition/one-phone", "prohibition"),
    device(undefined, "requirement", ["Phone A1", "Phone A2"]),
    "to-read",
  ],
  // Contact.
  [
    "visits to be arranged by mail with somebody not to be contacted",
    noContact(["p1"], ["any"]),
    askContact(["p1"], ["email"]),
    "conflict",
  ],
  ["a way that is left", noContact(["p1"], ["call", "text"]), askContact(["p1"], ["email"]), "fits"],
  ["one of two ways", noContact(["p1"], ["call", "text"]), askContact(["p1"], ["email", "call"]), "to-read"],
  ["another person", noContact(["p1"], ["any"]), askContact(["p2"], ["email"]), "fits"],
  ["a name that is alike", noContact(["p1"], ["any"]), askContact(["p3"], ["email"]), "to-read"],
  ["somebody of whom no name is known", noContact(["p1"], ["any"]), askContact(["p9"], ["email"]), "not-compared"],
  ["nobody named", noContact(undefined, ["any"]), askContact(["p1"], ["email"]), "not-compared"],
  ["no way named", noContact(["p1"], undefined), askContact(["p1"], ["email"]), "not-compared"],
  [
    "through somebody else",
    condition({ type: "prohibition", kind: "prohibition/contact-through-others", persons: ["p1"] }),
    askContact(["p1"], ["through-another"]),
    "conflict",
  ],
  // Nothing in common, and words alone.
  ["a station and a device", signOn([millLane]), device("requirement/hand-over-devices", "requirement", ["Phone A1"]), "fits"],
  ["two prohibitions of one place", keepOut([area]), keepOut([areaOf(200)]), "fits"],
  ["two prohibitions without a map", keepOut(), keepOut(), "fits"],
  ["two prohibitions of contact", noContact(["p1"], ["any"]), noContact(undefined, undefined), "fits"],
  ["words alone beside a station", condition({ type: "prohibition", says: "Not to go out at night" }), signOn([millLane]), "not-compared"],
  [
    "words alone beside a forbidden area: it may keep somebody in",
    condition({ type: "prohibition", says: "Not to go out at night" }),
    keepOut([area]),
    "to-read",
  ],
  [
    "a kind that is not ours is words alone",
    condition({ type: "requirement", kind: "requirement/whistle" }),
    keepOut([area]),
    "not-compared",
  ],
];

test.each(planted)("s2(6), s2(7): %s", (_, mine, theirs, found) => {
  const { found: is, why } = compared(mine, theirs);
  expect({ is, why }).toMatchObject({ is: found });
  expect(compared(theirs, mine).found).toBe(found);
  expect(why).toContain("of the draft");
  expect(why).toContain("of WM-26-004");
});

test("s2(6), s2(7): what was planted is found, and nothing harmless is", () => {
  const conflicts = planted.filter(([, , , found]) => found === "conflict");
  const harmless = planted.filter(([, , , found]) => found === "fits");
  const found = planted.filter(([, mine, theirs]) => compared(mine, theirs).found === "conflict");
  console.log(
    `compatibility: ${conflicts.length} planted, ${found.length} found, ${harmless.length} harmless, ${planted.length - conflicts.length - harmless.length} to be read or not compared`,
  );
  expect(found.map(([title]) => title)).toEqual(conflicts.map(([title]) => title));
});

test("s2(6), s2(7): the draft against Westmere's five conditions is said in one line", () => {
  const draft = [noContact(["p1"], ["any"]), keepOut([area]), device("prohibition/devices-without-history", "prohibition")].map(
    (one, i) => ({ ...one, condition: i + 1 }),
  );
  const theirs = [noContact(["p2"], ["any"]), signOn([millLane])].map((one, i) => ({
    order: "WM-26-004",
    condition: { ...one, condition: i + 1 },
  }));
  const pairs = compareConditions(draft, theirs, names);
  expect(comparedInWords(pairs)).toBe("2 × 3 pairs read: 5 fit, 1 conflict");
  expect(pairs.find(({ found }) => found === "conflict")).toMatchObject({ mine: 2, theirs: { order: "WM-26-004", condition: 2 } });
  expect(comparedInWords([])).toBe("No pair to read: no live order has a condition.");
});

test("a locality is said beside a conflict, which stays one", () => {
  const { found, why } = compared({ ...keepOut([area]), locality: "Westmere only" }, signOn([millLane]));
  expect([found, why.includes("has effect only in “Westmere only”")]).toEqual(["conflict", true]);
});

// What a pair can be made of.
const places = fc.oneof(
  fc.constant<Place>({ says: "words only" }),
  fc
    .tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 50, max: 900 }))
    .map(([x, size]): Place => ({ says: `s${x}`, area: [at(x, 0), at(x + size, 0), at(x + size, size), at(x, size)] })),
  fc.integer({ min: -1_000, max: 1_000 }).map((x): Place => ({ says: `p${x}`, around: at(x, 200) })),
);
const times = fc.array(
  fc.record({
    days: fc.subarray([1, 2, 3, 6, 7]),
    from: fc.constantFrom("07:00", "17:00", "22:00"),
    to: fc.constantFrom("09:00", "19:00", "06:00", "00:00"),
  }),
  { maxLength: 2 },
);
const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const conditions = fc
  .record({
    base: fc.oneof(
      fc.constantFrom(...conditionKinds).map(({ kind, type }) => ({ kind, type })),
      fc.constantFrom<Condition["type"]>("prohibition", "requirement").map((type) => ({ type })),
    ),
    places: optional(fc.array(places, { maxLength: 2 })),
    times: optional(times),
    persons: optional(fc.subarray(["p1", "p2", "p3", "p9"])),
    channels: optional(fc.subarray<"any" | "call" | "email" | "in-person">(["any", "call", "email", "in-person"])),
    devices: optional(fc.subarray(["phone a", "phone b", "any"])),
    frequency: optional(fc.constant("weekly")),
  })
  .map(({ base, ...rest }): Condition => {
    const written = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return condition({ ...base, ...written });
  });

test("s2(6), s2(7): how two conditions stand does not depend on which of them is the draft's", () => {
  const alike: NameOfPerson = (person) => (person === "p9" ? undefined : person);
  const between = (a: Condition, b: Condition): Found | undefined =>
    compareConditions([a], [{ order: "X", condition: b }], alike)[0]?.found;
  fc.assert(
    fc.property(conditions, conditions, (one, other) => {
      expect(between(one, other)).toBe(between(other, one));
    }),
    { seed: 6, numRuns: 800 },
  );
});

test("s2(6), s2(7): two prohibitions never conflict, unless one keeps somebody in a place", () => {
  fc.assert(
    fc.property(conditions, conditions, (one, other) => {
      fc.pre(one.type === "prohibition" && other.type === "prohibition" && [one, other].every(({ kind }) => kind !== "prohibition/leave"));
      expect(compared(one, other).found).not.toBe("conflict");
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("s2(6), s2(7): a pair that meets is never said to fit once one of its parameters is not written", () => {
  const meeting = planted.filter(([, , , found]) => found === "conflict" || found === "to-read");
  let taken = 0;
  for (const [title, mine, theirs] of meeting) {
    for (const field of ["places", "times", "persons", "channels", "devices", "kind"] as const) {
      for (const [a, b] of [
        [mine, theirs],
        [theirs, mine],
      ] as const) {
        // Without times a prohibition holds at all times: it is whole, and nobody is kept in a place for good.
        if (a[field] === undefined || (field === "times" && a.type === "prohibition")) continue;
        const { [field]: _, ...less } = a;
        taken += 1;
        expect(`${title}, without ${field}: ${compared(less, b).found}`).not.toMatch(/fits$/);
      }
    }
  }
  expect(taken).toBeGreaterThan(60);
});

test("s2(6), s2(7): a smaller forbidden area makes no conflict of what fits or was to be read", () => {
  const square = fc.record({ x: fc.integer({ min: -1_500, max: 1_500 }), size: fc.integer({ min: 20, max: 1_500 }) });
  const toPlace = ({ x, size }: { x: number; size: number }): Place => ({
    says: `a ${x}`,
    area: [at(x, x), at(x + size, x), at(x + size, x + size), at(x, x + size)],
  });
  fc.assert(
    fc.property(
      square,
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.oneof(places, square.map(toPlace)),
      times,
      (forbidden, share, place, when) => {
        const smaller = { x: forbidden.x + (forbidden.size * (1 - share)) / 3, size: forbidden.size * share };
        const sent = signOn([place], when);
        const [before, after] = [compared(keepOut([toPlace(forbidden)]), sent).found, compared(keepOut([toPlace(smaller)]), sent).found];
        if (before !== "conflict") expect(after).not.toBe("conflict");
      },
    ),
    { seed: 8, numRuns: 250 },
  );
});
