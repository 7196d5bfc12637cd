import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { changeOfRate } from "./change-of-rate.ts";

const find = (drafts: readonly ActDraft[], statement = makeStatement()) => changeOfRate.find(makeTimeline(drafts), statement);
const march = (count: number): readonly ActDraft[] =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-03-${String(1 + (i % 28)).padStart(2, "0")} 1${i % 10}:00` }));
const may = (count: number): readonly ActDraft[] => march(count).map((draft) => ({ ...draft, at: draft.at.replace("-03-", "-05-") }));
/** First and last day of the comparison: one act each. */
const ends: readonly ActDraft[] = [{ at: "2026-03-01 09:00" }, { at: "2026-05-28 09:00" }];

test("twice as many and ten more are a change, in either direction", () => {
  expect(find([...ends, ...march(9), ...may(19)])[0]?.says).toBe(
    "In the 28 days from 1 March 2026 there were 10 acts; in the 28 days to 28 May 2026 there were 20. You sent 0, then 0.",
  );
  expect(find([...ends, ...march(19), ...may(9)])[0]?.says).toContain("there were 20 acts; in the 28 days to 28 May 2026 there were 10.");
});

test("fewer than twice, or fewer than ten more, is no change", () => {
  expect(find([...ends, ...march(11), ...may(22)])).toEqual([]);
  expect(find([...ends, ...march(1), ...may(10)])).toEqual([]);
});

test("a channel whose file begins later is left out of the comparison", () => {
  const instagram = may(25).map((draft): ActDraft => ({ ...draft, channel: "instagram", file: "i.json" }));
  expect(find([...ends, ...march(9), ...instagram])).toEqual([]);
});

test("a time without a record that she named forbids the comparison", () => {
  const gap = makeStatement({ gaps: [{ from: day("2026-03-10"), until: day("2026-03-12"), says: "phone in repair" }] });
  expect(find([...ends, ...march(2), ...may(25)])).toHaveLength(1);
  expect(find([...ends, ...march(2), ...may(25)], gap)).toEqual([]);
});

test("less than two whole stretches cannot be compared", () => {
  expect(find([...march(2), { at: "2026-04-10 10:00" }])).toEqual([]);
});

test("what she sent in the same days stands beside it, and when both grew alike it is about even", () => {
  const mine = (some: readonly ActDraft[]): readonly ActDraft[] => some.map((draft) => ({ ...draft, from: maya }));
  expect(find([...ends, ...march(9), ...may(19), ...mine(march(8)), ...mine(may(18))])[0]?.says).toContain(
    "You sent 8, then 18: about even.",
  );
  expect(find([...ends, ...march(9), ...may(19), ...mine(march(8)), ...mine(may(8))])[0]?.says).toMatch(/You sent 8, then 8\.$/);
});
