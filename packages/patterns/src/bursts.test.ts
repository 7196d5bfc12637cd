import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { bursts } from "./bursts.ts";

const every = (minutes: number, count: number, from = 0): readonly ActDraft[] =>
  Array.from({ length: count }, (_, i) => {
    const minute = from + i * minutes;
    return { at: `2026-03-03 ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}` };
  });
const find = (drafts: readonly ActDraft[]) => bursts.find(makeTimeline(drafts), makeStatement());

test("ten within the hour are a burst, nine are not", () => {
  expect(find(every(5, 9, 70))).toEqual([]);
  expect(find(every(5, 10, 70))[0]?.says).toBe(
    "Once there were 10 or more acts within 60 minutes, 10 acts in all; you sent 0 meanwhile. The most is 10, on 3 March 2026 from 01:10 to 01:55.",
  );
});

test("the hour runs from the first minute that the first can mean to the last that the last can mean", () => {
  // Ten acts, the last 59 minutes after the first: the written minutes span 59:59.999, which is within the hour.
  const within = [...every(1, 9), { at: "2026-03-03 00:59" }];
  expect(find(within)).toHaveLength(1);
  expect(find([...every(1, 9), { at: "2026-03-03 01:00" }])).toEqual([]);
});

test("stretches that share an act are one burst, and a burst can last longer than an hour", () => {
  const [finding] = find(every(6, 30));
  expect(finding?.says).toContain(
    "The most is 30, on 3 March 2026 from 00:00 to 02:54: longer than 60 minutes, since such stretches that share an act are told as one.",
  );
  expect(finding?.table.rows).toEqual([["3 March 2026", "00:00", "02:54", 30, "30 messages", 0, 0, 0]]);
});

test("two bursts apart are two, each with what she sent meanwhile", () => {
  const [finding] = find([...every(3, 12), ...every(3, 10, 600), { at: "2026-03-03 00:10", from: maya }]);
  expect(finding?.says).toMatch(/^Twice /);
  expect(finding?.table.rows.map((row) => [row[3], row[5]])).toEqual([
    [12, 1],
    [10, 0],
  ]);
});

test("acts of which only the day is known are in no burst, and it is said", () => {
  const vague = Array.from({ length: 10 }, (): ActDraft => ({ at: "2026-03-03 00:00", until: "2026-03-03 23:59" }));
  expect(find(vague)).toEqual([]);
  expect(find([...vague, ...every(2, 10)])[0]?.couldChange[0]).toBe("10 acts have no time exact enough to be in a burst.");
});

test("a burst in which she wrote as much is said to be about even", () => {
  const mine = every(6, 10, 71).map((draft): ActDraft => ({ ...draft, from: maya }));
  expect(find([...every(5, 10, 70), ...mine.slice(0, 7)])[0]?.says).toContain("10 acts in all; you sent 7 meanwhile: about even.");
  expect(find([...every(5, 10, 70), ...mine.slice(0, 6)])[0]?.says).toContain("10 acts in all; you sent 6 meanwhile.");
});
