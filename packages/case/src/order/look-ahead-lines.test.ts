import { type RegisterLaw, readStrictly } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderEnds } from "../fold/order/live-order.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { lookAheadFactsFromJson } from "./look-ahead-facts.ts";
import { type LookAheadLine, lookAheadLines } from "./look-ahead-lines.ts";
import { lookAheadOn } from "./look-ahead-orders.ts";
import { type LookAheadLaw, lookAhead, nearDay, sayLookAhead } from "./look-ahead.ts";
import { renewalStages } from "./look-ahead-row.ts";

const register: RegisterLaw = { code: "EW", ruleVersion: "2026-11-28", days: 3, firstFrom: "service", rules: {} };
const law: LookAheadLaw = {
  desk: (code) => ({
    code,
    ...{ ruleVersion: "2026-11-28", leastYears: 2, leastBindsEach: code === "NI", consentBeforeYears: 2, adultYears: 18 },
    ...{
      courts: { adult: "magistrates", younger: "youth" },
      withoutArea: [],
      onlyApplicant: null,
      ownMotionFrom: null,
      section: () => undefined,
      without: [],
    },
  }),
  register: () => register,
};
const endedDays = 30;
const middle = dayNumber("2026-11-26");
// Days near each other, so that two things meet on one.
const day = fc.integer({ min: -45, max: 60 }).map((days) => dayWritten(middle + days));
const dayOrNull = fc.option(day, { nil: null });

const facts = fc
  .record({
    order: fc.constantFrom("SPO-26-001", "SPO-26-002", "SPO-26-003"),
    shown: fc.constantFrom("SPO-26-001", "SPO-26-001-I", "SPO-26-002", "WM-25-011"),
    subject: fc.constant("Gary Slade"),
    which: fc.constantFrom("interim", "full"),
    isOnlyAsked: fc.constantFrom(undefined, undefined, true),
    jurisdiction: fc.constantFrom("EW", "NI"),
    theirs: fc.option(fc.record({ force: fc.constant("Westmere Police"), typed: day }), { nil: undefined }),
    made: dayOrNull,
    lastDay: dayOrNull,
    ended: fc.option(fc.record({ how: fc.constantFrom(...orderEnds), day }), { nil: undefined }),
    replaced: fc.option(day, { nil: undefined }),
    isServed: fc.boolean(),
    ownEnds: fc.array(fc.record({ condition: fc.integer({ min: 1, max: 3 }), lastDay: day }), { maxLength: 3 }),
    withdrawn: fc.option(day, { nil: undefined }),
    courtDays: fc.array(fc.record({ day, court: fc.constant("C"), about: fc.constant("Costs") }), { maxLength: 3 }),
    otherRegisters: fc.array(
      fc.oneof(
        day.map((from) => ({ from })),
        fc.record({ from: day, to: day }),
      ),
      { maxLength: 2 },
    ),
    isReplacing: fc.boolean(),
    renewal: fc.option(fc.constantFrom(...renewalStages), { nil: undefined }),
    afterLastDay: fc.option(day, { nil: undefined }),
  })
  .map((one) => {
    // What is undefined has no key in what is kept.
    const written: unknown = JSON.parse(JSON.stringify(one));
    const read = readStrictly(written, "facts", lookAheadFactsFromJson);
    return read.ok ? read.value : expect.fail(read.error);
  });

const inOrder = (one: LookAheadLine, other: LookAheadLine): number =>
  one.place < other.place ? -1 : one.place > other.place ? 1 : one.shown < other.shown ? -1 : one.shown > other.shown ? 1 : 0;

test("on every day the lines that were kept are the lines that are worked out on it, with the same finding", () => {
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 4 }),
      fc.integer({ min: -80, max: 120 }),
      fc.integer({ min: 0, max: 90 }),
      (orders, at, days) => {
        const today = dayWritten(middle + at);
        const settings = { today, days, reminderDays: [90, 30], endedDays };
        const worked = lookAhead(
          orders.map((one) => lookAheadOn(one, register, today)),
          [],
          law,
          settings,
        );
        const kept = lookAheadLines(orders, endedDays)
          .filter(({ from, through }) => from <= today && today <= through)
          .filter(({ group, day: on }) => group === "ended" || on === null || on <= worked.to)
          .toSorted(inOrder);
        const lines = (all: readonly Pick<LookAheadLine, "shown" | "group" | "kind" | "day">[]) =>
          all.map(({ shown, group, kind, day: on }) => `${group} ${on} ${shown} ${kind}`).toSorted();
        expect(lines(kept)).toEqual(lines(worked.rows));
        expect(kept.map(({ group, day: on, shown }) => [group, on, shown])).toEqual(
          worked.rows.map(({ group, day: on, shown }) => [group, on, shown]),
        );
        const open = kept.filter(({ isOpen, day: on }) => isOpen && on !== null && on <= nearDay(settings));
        const next = worked.rows.find(({ group, day: on }) => group === "ahead" && on !== null);
        expect(sayLookAhead({ many: open.length, first: open[0]?.day ?? null }, next, settings)).toBe(worked.says);
      },
    ),
    { seed: 37, numRuns: 500 },
  );
});

test("a day in court behind the end of an order is kept ahead, and counts that order among those that live no longer", () => {
  const [any] = fc.sample(facts, { seed: 1, numRuns: 1 });
  if (any === undefined) throw new Error("one was made");
  const { ended: _ended, theirs: _theirs, isOnlyAsked: _asked, ...rest } = any;
  const heard = { day: "2026-12-10", court: "C", about: "Costs" };
  const one = { ...rest, which: "full", lastDay: "2026-11-28", ownEnds: [], courtDays: [heard], otherRegisters: [] } as const;
  const kept = (written: Partial<typeof any>) =>
    lookAheadLines([{ ...one, ...written }], endedDays)
      .filter(({ kind }) => kind === "court-day")
      .map(({ group, from, through, isMade }) => [group, from, through, isMade]);
  expect(kept({})).toEqual([
    ["ahead", "", "2026-11-28", true],
    ["ahead", "2026-11-29", "9999-12-31", false],
  ]);
  expect(kept({ theirs: { force: "Westmere Police", typed: "2026-11-01" } })).toEqual([["ahead", "", "9999-12-31", false]]);
});

test("an order that runs to the last day of the calendar is ahead today and has not ended", () => {
  const [long] = fc.sample(facts, { seed: 1, numRuns: 1 });
  if (long === undefined) throw new Error("one was made");
  const { ended: _ended, theirs: _theirs, isOnlyAsked: _asked, ...rest } = long;
  const lines = lookAheadLines(
    [{ ...rest, which: "full", lastDay: "9999-12-31", ownEnds: [], courtDays: [], otherRegisters: [] }],
    endedDays,
  );
  expect(lines.map(({ group, from, through }) => [group, from, through])).toEqual([["ahead", "", "9999-12-31"]]);
});
