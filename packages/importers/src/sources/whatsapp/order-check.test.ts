import type { Instant } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createOrderCheck, linesAhead, trait } from "./order-check.ts";

/** A line: the minute of its time, undefined where it has none; and its traits. */
const line = fc.record({
  minute: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  traits: fc.constantFrom<number>(
    trait.act,
    trait.act,
    trait.act,
    trait.none,
    trait.act | trait.odd,
    trait.act | trait.far,
    trait.act | trait.beginsAnew,
  ),
});

function placesOf(lines: readonly { minute: number | undefined; traits: number }[], heldAtMost: number): (readonly string[])[] {
  const orderCheck = createOrderCheck();
  const places: (readonly string[])[] = [];
  let held = 0;
  const settle = (settled: number): void => {
    for (let i = 0; i < settled; i++) places.push(orderCheck.place(i));
    orderCheck.drop(settled);
    held -= settled;
  };
  for (const [i, { minute, traits }] of lines.entries()) {
    const start = (i + (minute ?? 0)) * 60_000;
    orderCheck.add(minute === undefined ? undefined : { earliest: start as Instant, latest: (start + 59_999) as Instant }, traits);
    held++;
    if (held >= heldAtMost) settle(held - linesAhead);
  }
  settle(held);
  return places;
}

test("a line stands where it stands, however often the lines before it are handed over", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 80 }), fc.integer({ min: linesAhead + 1, max: linesAhead + 30 }), (lines, heldAtMost) => {
      expect(placesOf(lines, heldAtMost)).toEqual(placesOf(lines, Number.POSITIVE_INFINITY));
    }),
    { seed: 20_260_301, numRuns: 3000 },
  );
});
