import { type Instant, type LawRow, type RegisterLaw, type RegisterRuleId, parseInstant, registerRules } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfDay } from "../clock/london.ts";
import type { DutiesFile, RegisterEvent } from "./duties-file.ts";
import { dutiesOfOrder } from "./duties-of-order.ts";
import { heldUntil } from "./held-until.ts";

/** A register of three days; rooms of one floor never meet. */
const row = (id: RegisterRuleId): LawRow => ({
  id,
  jurisdiction: "EW",
  ruleVersion: "2026-11-28",
  says: "It is so.",
  section: `s of ${id}`,
  source: "invented",
  checkedOn: "2026-11-28",
  verification: "design",
});
const law: RegisterLaw = {
  code: "EW",
  ruleVersion: "2026-11-28",
  days: 3,
  firstFrom: "service",
  rules: Object.fromEntries(registerRules.map((id) => [id, row(id)])),
};
const inForce: RegisterLaw = { ...law, code: "NI", firstFrom: "in-force" };

/** Days of the simulation: the night in which the clocks go forward lies among them. */
const day0 = 20_898;
const length = 40;
const day = fc.integer({ min: day0, max: day0 + 25 });
const instantOf = (ms: number): Instant => parseInstant(ms) ?? expect.fail("a time of our calendar");
const event: fc.Arbitrary<RegisterEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom("served", "discharged", "expired" as const), line: fc.constant("event"), day }),
  fc
    .record({ at: day, ms: fc.integer({ min: 0, max: 80_000_000 }) })
    .map(({ at, ms }): RegisterEvent => ({ kind: "served", line: "event", day: at, instant: instantOf(endOfDay(at - 1) + ms) })),
  fc.record({
    kind: fc.constant("notified" as const),
    line: fc.constant("event"),
    day,
    station: fc.constantFrom("local", "elsewhere" as const),
  }),
  fc.record({ kind: fc.constant("name-used" as const), line: fc.constant("event"), day, name: fc.constant("Gaz") }),
  fc.record({
    kind: fc.constant("address-changed" as const),
    line: fc.constant("event"),
    day,
    address: fc.constantFrom("41 Tanyard Close", null),
  }),
  fc.record({ from: day, lasts: fc.option(fc.nat(12)) }).map(({ from, lasts }): RegisterEvent => ({
    kind: "other-register",
    line: "event",
    day: from,
    to: lasts === null ? null : from + lasts,
  })),
  fc.record({ kind: fc.constant("varied" as const), line: fc.constant("event"), day, until: fc.option(day) }),
);
const days = fc.record({ made: fc.integer({ min: day0, max: day0 + 8 }), until: fc.option(day) });
const files: fc.Arbitrary<DutiesFile> = fc
  .record({
    order: days,
    interim: fc.option(fc.record({ days, events: fc.array(event, { maxLength: 3 }) })),
    inForce: fc.option(day),
    events: fc.array(event, { maxLength: 5 }),
  })
  .map(({ order, interim, inForce: from, events }): DutiesFile => ({
    jurisdiction: "EW",
    order: {
      kind: "full",
      ...order,
      ...(from === null ? {} : { inForce: from }),
      ...(interim === null
        ? {}
        : { replaces: { made: Math.min(interim.days.made, order.made), until: interim.days.until, events: interim.events } }),
    },
    events,
  }));

test("nothing changes before the instant until which it holds, whatever hour it is looked at", () => {
  let changes = 0;
  fc.assert(
    fc.property(files, fc.constantFrom(law, inForce), fc.integer({ min: 0, max: 86_399_999 }), (file, by, hour) => {
      let at = instantOf(endOfDay(day0 - 2) + hour);
      const end = endOfDay(day0 + length);
      while (at < end) {
        const worked = JSON.stringify(dutiesOfOrder(file, by, at));
        const until = heldUntil(file, by, at) ?? end;
        expect(until).toBeGreaterThan(at);
        // Looked at once in each day, and a moment before it ends to hold.
        for (let look = at; look < until; look = instantOf(look + 43_200_000)) {
          expect(JSON.stringify(dutiesOfOrder(file, by, look))).toBe(worked);
        }
        expect(JSON.stringify(dutiesOfOrder(file, by, instantOf(until - 1)))).toBe(worked);
        if (JSON.stringify(dutiesOfOrder(file, by, until)) !== worked) changes += 1;
        at = until;
      }
      expect(heldUntil(file, by, end)).toBeNull();
    }),
    { numRuns: 60, seed: 18 },
  );
  expect(changes).toBeGreaterThan(200);
});

test("an order of which nothing can change by time is looked at no more", () => {
  const over: DutiesFile = { jurisdiction: "EW", order: { kind: "full", made: day0, until: day0 + 1 }, events: [] };
  expect(heldUntil(over, law, endOfDay(day0 + 9))).toBeNull();
  expect(heldUntil(over, law, endOfDay(day0 - 3))).toBe(endOfDay(day0 - 1));
});
