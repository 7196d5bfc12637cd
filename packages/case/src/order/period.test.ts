import { type LawRow, civilFromDays, civilToIso, daysFromCivil } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type PeriodLaw, earliestLawfulLastDay, mindsOfPeriods } from "./period.ts";

const sections: ReadonlyMap<string, string> = new Map([
  ["least-period", "s3(2)"],
  ["own-period", "s3(3)"],
  ["interim-ends", "s5"],
]);
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
const law: PeriodLaw = {
  leastYears: 2,
  leastBindsEach: false,
  section: (rule) => {
    const section = sections.get(rule);
    return section === undefined ? undefined : row(section);
  },
};

test.each([
  ["2026-12-01", "2028-11-30"],
  ["2028-02-29", "2030-02-28"],
  ["2026-03-01", "2028-02-29"],
  ["2026-01-01", "2027-12-31"],
  ["2026-02-28", "2028-02-27"],
])("s3(2): an order made on %s can end on %s at the earliest", (made, last) => {
  expect(earliestLawfulLastDay(made, law)).toBe(last);
});

test("s3(2): the last day is the one before the same date comes round for the second time, as somebody turning the leaves would find", () => {
  const days = fc.integer({ min: daysFromCivil({ year: 2020, month: 1, day: 1 }), max: daysFromCivil({ year: 2104, month: 12, day: 31 }) });
  fc.assert(
    fc.property(days, (made) => {
      const first = civilFromDays(made);
      let at = made;
      // Turns day by day to the first day that is not before the same date two years on.
      for (;;) {
        const { year, month, day } = civilFromDays(at);
        if (year === first.year + 2 && (month > first.month || (month === first.month && day >= first.day))) break;
        at += 1;
      }
      expect(earliestLawfulLastDay(civilToIso(first), law)).toBe(civilToIso(civilFromDays(at - 1)));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("a day that does not exist has no last day", () => {
  expect(earliestLawfulLastDay("2027-02-29", law)).toBeUndefined();
});

test("s3(2), s3(3): a condition's own shorter period is minded and stops nothing", () => {
  const minds = mindsOfPeriods(
    {
      made: "2026-12-01",
      period: { until: "2029-11-30" },
      conditions: [{ condition: 4 }, { condition: 5, own: { until: "2027-11-30" } }, { condition: 6, own: { until: "2028-11-30" } }],
    },
    law,
  );
  expect(minds).toEqual([
    { condition: 5, section: "s3(2), s3(3)", says: expect.stringContaining("does not say in terms whether it may be") },
  ]);
});

test("s3(3): a condition that outlives its order, or is to run on when the order ends, is minded", () => {
  const minds = mindsOfPeriods(
    {
      made: "2026-12-01",
      period: { until: "2029-11-30" },
      conditions: [
        { condition: 1, own: { until: "2030-01-01" } },
        { condition: 2, own: { until: null } },
        { condition: 3, own: { until: "2026-11-30" } },
      ],
    },
    law,
  );
  expect(minds.map(({ condition, says }) => [condition, /longer|until further order|before/.exec(says)?.[0]])).toEqual([
    [1, "longer"],
    [2, "until further order"],
    [3, "before"],
  ]);
});

test("s5: of an interim it is said that the determination ends it", () => {
  const minds = mindsOfPeriods({ made: "2026-12-01", period: { until: null }, interimUntil: "2027-01-31", conditions: [] }, law);
  expect(minds).toEqual([{ section: "s5", says: expect.stringContaining("determined, or on 31 Jan 2027") }]);
});

test("s9 of Northern Ireland: where the least period binds each condition it is no mind, and what ends an interim is not filled in", () => {
  const ofEach: PeriodLaw = { ...law, leastBindsEach: true, section: (rule) => (rule === "interim-ends" ? undefined : row("s9")) };
  const conditions = [{ condition: 1, own: { until: "2027-01-01" } }];
  expect(mindsOfPeriods({ made: "2026-12-01", period: { until: null }, interimUntil: "2027-01-31", conditions }, ofEach)).toEqual([
    { section: "", says: expect.stringContaining("not known here") },
  ]);
});
