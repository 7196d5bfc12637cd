import { type Instant, type LawRow, type OrderDeskLaw, type RegisterLaw, instantFromIso, later } from "@unmask/core";
import { expect, test } from "vitest";
import { foldOrder } from "../fold/order-state.ts";
import type { OrderEvent, OrderIntent } from "../order-event.ts";
import { chronologyOf } from "./chronology.ts";
import { lookAheadOrders } from "./look-ahead-orders.ts";
import { boundOrdersOf } from "./order-bound.ts";

const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const row = (section: string): LawRow => ({
  id: section,
  jurisdiction: "EW",
  ruleVersion: "2026-11-28",
  says: "It is so.",
  section,
  source: "invented",
  checkedOn: "2026-11-28",
  verification: "design",
});
const lawOf = (code: "EW" | "NI"): OrderDeskLaw => ({
  code,
  ruleVersion: "2026-11-28",
  leastYears: 2,
  leastBindsEach: false,
  consentBeforeYears: 2,
  adultYears: 18,
  courts: { adult: "magistrates", younger: "youth" },
  withoutArea: [],
  onlyApplicant: null,
  ownMotionFrom: null,
  section: (rule) => row(`s of ${rule}`),
  without: [],
});
const register: RegisterLaw = { code: "EW", ruleVersion: "2026-11-28", days: 3, firstFrom: "service", rules: {} };

/** Events one after the other, numbered as they stand. */
const fold = (intents: readonly OrderIntent[], id = "SPO-26-025"): ReturnType<typeof foldOrder> => {
  const events = intents.map((one, i): OrderEvent => {
    const happened = later(instant("2026-10-05T09:00"), i * 3_600_000);
    return { ...one, stream: { of: "order", id }, number: i + 1, happened, recorded: happened, by: "o1" };
  });
  return foldOrder(id, events, lawOf);
};
const condition = {
  condition: 1,
  type: "prohibition",
  says: "Not to contact",
  own: { until: "2026-12-20" },
  evidence: [],
  interimToo: true,
} as const;
const interim: readonly OrderIntent[] = [
  {
    kind: "application-begun",
    body: { jurisdiction: "EW", case: "0418", subject: { name: "Gary Slade" }, route: "s1-application", force: "Northshire Police" },
  },
  { kind: "lodged", body: { day: "2026-10-20", court: "Northshire Magistrates’ Court", courtType: "magistrates" } },
  {
    kind: "court-result",
    body: {
      result: "interim-made",
      day: "2026-10-27",
      court: "Northshire Magistrates’ Court",
      period: { until: "2027-01-31" },
      conditions: [condition],
    },
  },
  {
    kind: "service-attempted",
    body: {
      order: "interim",
      day: "2026-10-28",
      at: "18:10",
      made: "PC 2781",
      place: "41 Tanyard Close",
      outcome: "not-served",
      says: "Nobody opened.",
      notDone: "Nothing was left at the door.",
      evidence: [],
      knowing: "record",
    },
  },
  {
    kind: "service-attempted",
    body: {
      order: "interim",
      day: "2026-10-31",
      at: "16:05",
      made: "PC 2781",
      place: "Tarn Road",
      outcome: "served",
      says: "By hand.",
      evidence: [{ exhibit: "AF/3", says: "video" }],
      knowing: "record",
    },
  },
  {
    kind: "service-confirmed",
    body: { attempt: 5, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", says: "Seen." },
  },
  { kind: "court-day", body: { day: "2026-12-01", at: "10:00", court: "Northshire Magistrates’ Court", about: "the main application" } },
];

test("s5: a served interim is read with its end, its own periods, its court day and its service", () => {
  const state = fold(interim);
  expect(lookAheadOrders(state, register, "2026-11-26")).toEqual([
    expect.objectContaining({
      shown: "SPO-26-025-I",
      subject: "Gary Slade",
      which: "interim",
      made: "2026-10-27",
      lastDay: "2027-01-31",
      isServed: true,
      ownEnds: [{ condition: 1, lastDay: "2026-12-20" }],
      courtDays: [expect.objectContaining({ day: "2026-12-01", at: "10:00" })],
    }),
  ]);
  expect(boundOrdersOf(state)).toEqual([
    {
      order: "SPO-26-025",
      which: "interim",
      subject: "Gary Slade",
      from: "2026-10-27",
      gaps: [],
      served: { day: "2026-10-31", at: instant("2026-10-31T16:05"), isDisputed: false },
      knew: [],
      stood: [{ from: "2026-10-27", to: null, until: "2027-01-31", conditions: [condition] }],
    },
  ]);
});

test("s5: once the full order is made the interim says by what it ended, and what was typed of its court day leaves none to be at", () => {
  const state = fold([
    ...interim,
    {
      kind: "court-result",
      body: {
        result: "made",
        day: "2026-12-01",
        court: "Northshire Magistrates’ Court",
        period: { until: "2029-11-30" },
        conditions: [condition],
      },
    },
  ]);
  const [first, second] = lookAheadOrders(state, register, "2026-12-02");
  expect(first).toMatchObject({ ended: { how: "determination", day: "2026-12-01" }, replaced: "2026-12-01", courtDays: [] });
  expect(second).toMatchObject({ shown: "SPO-26-025", which: "full", isServed: false, courtDays: [] });
  expect(boundOrdersOf(state).map(({ which, ended }) => [which, ended?.how])).toEqual([
    ["interim", "determination"],
    ["full", undefined],
  ]);
});

test("a day in court stands until a result of it, or a later day that was written once it had come", () => {
  const heldOn = (...more: readonly OrderIntent[]) => lookAheadOrders(fold([...interim, ...more]), register, "2026-12-02")[0]?.courtDays;
  const dayInCourt = (day: string, change?: string): OrderIntent => ({
    kind: "court-day",
    body: { day, court: "C", about: "it", ...(change !== undefined && { change }) },
  });
  const result = (day: string): OrderIntent => ({ kind: "court-result", body: { result: "interim-refused", day, court: "C" } });
  const days = (all: ReturnType<typeof heldOn>) => all?.map(({ day }) => day);
  expect(days(heldOn())).toEqual(["2026-12-01"]);
  expect(days(heldOn(result("2026-11-30")))).toEqual(["2026-12-01"]);
  expect(days(heldOn(result("2026-12-01")))).toEqual([]);
  // A second day that was set before the first had come adjourns nothing.
  expect(days(heldOn(dayInCourt("2027-01-12")))).toEqual(["2026-12-01", "2027-01-12"]);
  const adjourned = fold([...interim.slice(0, 2), dayInCourt("2026-10-01"), dayInCourt("2026-12-15")]);
  expect(days(lookAheadOrders(adjourned, register, "2026-12-02")[0]?.courtDays)).toEqual(["2026-12-15"]);
});

test("s9(6), s9(7): the first notice is due again after another register, and where a full order replaced an interim that is left open", () => {
  const other: OrderIntent = {
    kind: "other-register",
    body: { register: "sex offender register", from: "2026-11-01", to: "2027-03-01", ground: { says: "told", knowing: "record" } },
  };
  const full: OrderIntent = {
    kind: "court-result",
    body: { result: "made", day: "2026-12-01", court: "C", period: { until: "2029-11-30" }, conditions: [condition] },
  };
  expect(lookAheadOrders(fold([...interim, other]), register, "2026-11-26")[0]?.otherRegister).toEqual({
    to: "2027-03-01",
    thenDue: "2027-03-03",
  });
  expect(lookAheadOrders(fold([...interim, other, full]), register, "2026-12-02")[1]?.otherRegister).toEqual({
    to: "2027-03-01",
    thenDue: null,
  });
  expect(lookAheadOrders(fold([...interim, other]), register, "2027-03-02")[0]?.otherRegister).toBeUndefined();
});

test("an application without an order has its court days, and an order of another force its own number", () => {
  const asked = lookAheadOrders(fold([...interim.slice(0, 2), ...interim.slice(6)]), register, "2026-11-26");
  expect(asked).toEqual([expect.objectContaining({ isOnlyAsked: true, courtDays: [expect.anything()] })]);
  const typed: OrderIntent = {
    kind: "order-typed",
    body: {
      jurisdiction: "EW",
      theirs: "WM-25-011",
      force: "Westmere Police",
      court: "Westmere Magistrates’ Court",
      subject: { name: "Kofi Brandt" },
      order: "full",
      made: "2025-03-27",
      period: { until: "2027-03-26" },
      conditions: [condition],
      protects: [],
    },
  };
  expect(lookAheadOrders(fold([typed], "WM-26-001"), register, "2026-11-26")).toEqual([
    expect.objectContaining({ shown: "WM-25-011", theirs: { force: "Westmere Police", typed: "2026-10-05" } }),
  ]);
  expect(boundOrdersOf(fold([typed], "WM-26-001"))[0]?.order).toBe("WM-25-011");
});

test("acts, facts and orders stand in one list by their time, whatever their order was, and what was withdrawn is in none", () => {
  const withdrawn: OrderIntent = { kind: "service-withdrawn", body: { attempt: 5, reason: "another man" } };
  const acts = [
    {
      when: { earliest: instant("2026-10-28T20:00"), latest: instant("2026-10-28T20:00") },
      says: "A call.",
      knowing: "record",
      who: "sure",
      exhibits: ["LA/7"],
    },
  ] as const;
  const facts = [
    { day: "2026-10-28", says: "He moved out.", knowing: "account", exhibits: [] },
    { day: "2026-10-28", at: "20:00", says: "She rang 999.", knowing: "record", exhibits: [] },
  ] as const;
  const list = chronologyOf(acts, facts, [fold(interim)]);
  expect(list.map(({ number, says }) => `${number} ${says}`)).toEqual([
    "1 SPO-26-025: interim order made by Northshire Magistrates’ Court, to 31 Jan 2027.",
    "2 He moved out.",
    "3 SPO-26-025: not served on Gary Slade. Nobody opened.",
    "4 A call.",
    "5 She rang 999.",
    "6 SPO-26-025: served on Gary Slade. By hand.",
  ]);
  expect(list[0]?.against).toContain("no second person");
  expect(list[2]?.against).toBe("Nothing was left at the door.");
  expect(chronologyOf(acts, facts.toReversed(), [fold(interim)])).toEqual(list);
  expect(
    chronologyOf([], [], [fold([...interim, withdrawn])])
      .map(({ says }) => says)
      .join(),
  ).not.toContain("By hand");
});

test("s4(1): a renewal that was granted is of the end that it moved, and of the next end nobody has decided until it is asked anew", () => {
  const court = "Northshire Magistrates’ Court";
  const full: readonly OrderIntent[] = [
    ...interim.slice(0, 2),
    { kind: "court-result", body: { result: "made", day: "2026-12-01", court, period: { until: "2028-11-30" }, conditions: [condition] } },
  ];
  const asks = (change: string, day: string): OrderIntent => ({
    kind: "change-asked",
    body: { change, order: "full", what: "renew", by: "us", day, says: "He wrote again.", until: "2030-11-30", keeps: [1] },
  });
  const answers = (result: "renewed" | "change-refused", day: string): OrderIntent => ({
    kind: "court-result",
    body: { result, order: "full", day, court, change: "c-1", ...(result === "renewed" && { period: { until: "2030-11-30" } }) },
  });
  const renewal = (...later: readonly OrderIntent[]) => lookAheadOrders(fold([...full, ...later]), register, "2028-11-10")[0]?.renewal;
  const dropped: OrderIntent = { kind: "change-dropped", body: { change: "c-1", reason: "He moved away." } };
  expect(renewal(asks("c-1", "2028-08-01"))).toBe("asked");
  expect(renewal(asks("c-1", "2028-08-01"), answers("change-refused", "2028-11-01"))).toBe("refused");
  expect(renewal(asks("c-1", "2028-08-01"), answers("renewed", "2028-11-01"))).toBeUndefined();
  expect(renewal(asks("c-1", "2028-08-01"), answers("renewed", "2028-11-01"), asks("c-2", "2028-11-05"))).toBe("asked");
  expect(renewal(asks("c-1", "2028-11-01"), answers("renewed", "2028-11-01"))).toBeUndefined();
  // What we let go holds for the end of which it was, too.
  const varied: OrderIntent = {
    kind: "court-result",
    body: { result: "varied", order: "full", day: "2028-10-01", court, period: { until: "2029-05-31" } },
  };
  expect([renewal(asks("c-1", "2028-08-01"), dropped), renewal(asks("c-1", "2028-08-01"), dropped, varied)]).toEqual([
    "dropped",
    undefined,
  ]);
});

test("a result that does not stand as it is told says so in the chronology", () => {
  const sentBack: OrderIntent = { kind: "result-sent-back", body: { result: 3, reason: "A page is missing." } };
  const late: OrderIntent = {
    kind: "court-result",
    body: { result: "varied", order: "full", day: "2026-11-20", court: "Northshire Magistrates’ Court", conditions: [condition] },
  };
  const against = (intents: readonly OrderIntent[]) => chronologyOf([], [], [fold(intents)]).flatMap((line) => line.against ?? []);
  expect(against(interim.slice(0, 3))).toEqual(["no second person has read the copy yet"]);
  expect(against([...interim.slice(0, 3), sentBack])).toEqual(["a second person sent it back: it is read again from its copy"]);
  expect(against([...interim.slice(0, 3), late])).toContain("there was no order then that it could change");
});

test("s4: a renewal that a court granted is over, named or not, and one that it refused leaves open whether the order is renewed", () => {
  const court = "Northshire Magistrates’ Court";
  const made: OrderIntent = {
    kind: "court-result",
    body: { result: "made", day: "2026-10-27", court, period: { until: "2028-10-26" }, conditions: [condition] },
  };
  const asked: OrderIntent = {
    kind: "change-asked",
    body: { change: "V1", order: "full", what: "renew", by: "us", day: "2028-09-01", says: "Again.", until: "2030-10-26", keeps: [1] },
  };
  const lodgedOf: OrderIntent = { kind: "change-lodged", body: { change: "V1", day: "2028-09-04", court } };
  const result = (kind: "renewed" | "varied" | "change-refused", change?: string, day = "2028-09-20"): OrderIntent => ({
    kind: "court-result",
    body: {
      ...{ result: kind, order: "full", day, court, ...(change !== undefined && { change }) },
      ...(kind !== "change-refused" && { period: { until: "2030-10-26" } }),
    },
  });
  const after = (...steps: readonly OrderIntent[]) => {
    const [one] = lookAheadOrders(fold([made, asked, lodgedOf, ...steps]), register, "2028-09-25");
    return [one?.lastDay, one?.renewal];
  };
  expect(after()).toEqual(["2028-10-26", "lodged"]);
  expect(after(result("renewed", "V1"))).toEqual(["2030-10-26", undefined]);
  expect(after(result("renewed"))).toEqual(["2030-10-26", undefined]);
  // What a court did before it was asked, of another application, or otherwise than by renewing, is no answer to it.
  expect(after(result("renewed", undefined, "2028-08-20"))).toEqual(["2030-10-26", "lodged"]);
  expect(after(result("renewed", "V2"))).toEqual(["2030-10-26", "lodged"]);
  expect(after(result("varied"))).toEqual(["2030-10-26", "lodged"]);
  expect(after(result("change-refused", "V1"))).toEqual(["2028-10-26", "refused"]);
  expect(after(result("change-refused", "V1"), result("renewed", undefined, "2028-09-22"))).toEqual(["2030-10-26", undefined]);
});
