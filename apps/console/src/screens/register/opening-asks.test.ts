import { expect, test } from "vitest";
import { condition, fullMade, go, lodgedOne, parry, result } from "../../../../../fixtures/order-story.ts";
import { fieldsAsked } from "../../parts/written-fields.ts";
import { openBreachSpec } from "./breach-specs.ts";

/** What the form asks while a possible breach is opened. */

const state = go(lodgedOne(), [
  ["2026-12-01", parry, result({ result: "made", day: "2026-12-01", period: { until: "2029-11-30" }, conditions: [condition(1)] })],
  ["2026-12-10", parry, result({ result: "varied", order: "full", day: "2026-12-10", conditions: [condition(2)] })],
]);
const spec = openBreachSpec(state);
const asked = (values: Readonly<Record<string, string>>) => ({
  first: spec.asksFirst?.(values) ?? [],
  hour: fieldsAsked(spec.fields, values).filter(({ key }) => key === "at"),
});

test("on the day on which a court took the condition away the form asks for the hour and says what it decides, before anything is written", () => {
  const { first, hour } = asked({ of: "full 1", day: "2026-12-10" });
  expect(first[0]).toBe("The hour of the act is not written.");
  expect(first.length).toBeGreaterThan(1);
  expect(hour).toMatchObject([{ asks: "At which hour: on that day it decides whether the order held", isOptional: true }]);
  const known = asked({ of: "full 1", day: "2026-12-10", at: "09:00" });
  expect(known.first).toEqual(first.slice(1));
  expect(known.hour).toEqual(hour);
});

test("on a day on which nothing changed, and before a day is typed, the form asks for the hour only where it is known", () => {
  for (const values of [
    { of: "full 1", day: "2026-12-05" },
    { of: "full 1", day: "" },
    { of: "", day: "2026-12-05" },
  ]) {
    const { first, hour } = asked(values);
    expect(first).toEqual([]);
    expect(hour).toMatchObject([{ asks: "At which hour, where it is known" }]);
  }
});

test("where a condition outlives its order by a period of its own, the form asks whether it held", () => {
  const until = "2027-06-30";
  const lasting = go(lodgedOne(), [fullMade("2026-12-01", "2028-11-30")]);
  const own = go(lodgedOne(), [
    [
      "2026-12-01",
      parry,
      result({
        result: "made",
        day: "2026-12-01",
        period: { until: "2028-11-30" },
        conditions: [condition(1, { own: { until: "2029-03-31" } })],
      }),
    ],
  ]);
  const first = (of: typeof own, day: string) => openBreachSpec(of).asksFirst?.({ of: "full 1", day });
  expect(first(own, "2029-01-10")).toMatchObject([
    expect.stringContaining("no section that was read says whether it held after the order"),
  ]);
  expect(first(lasting, until)).toEqual([]);
});
