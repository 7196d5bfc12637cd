import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { parseZone } from "@unmask/core";
import { nightTime } from "./night-time.ts";

const at = (...times: readonly string[]): readonly ActDraft[] => times.map((time) => ({ at: time }));
const find = (drafts: readonly ActDraft[]) => nightTime.find(makeTimeline(drafts), makeStatement());

test("midnight is night and five o'clock is morning", () => {
  const [finding] = find(at("2026-03-03 00:00", "2026-03-03 04:59", "2026-03-04 02:00", "2026-03-04 05:00", "2026-03-04 23:59"));
  expect(finding?.says).toBe("3 of 5 acts came between midnight and 5, in 2 nights. The most in one night is 2, on 3 March 2026.");
});

test("two late messages are no habit", () => {
  expect(find(at("2026-03-03 00:10", "2026-03-03 00:20", "2026-03-03 12:00"))).toEqual([]);
});

test("a time that straddles midnight is not counted and is said", () => {
  const [finding] = find([
    ...at("2026-03-03 01:00", "2026-03-03 02:00", "2026-03-03 03:00"),
    { at: "2026-03-05 23:30", until: "2026-03-06 00:30" },
  ]);
  expect(finding?.acts).toHaveLength(3);
  expect(finding?.couldChange[0]).toBe("1 act may have come at night too; the record leaves more than one hour open.");
});

test("an open order of day and month leaves a night a night", () => {
  const open = [1, 2, 3].map((i): ActDraft => ({ at: `2026-03-0${i} 02:00`, or: [`2026-0${i}-03 02:00`] }));
  expect(find(open)[0]?.acts).toHaveLength(3);
});

test("night is night where she is: in another zone the same instants are another hour", () => {
  const timeline = makeTimeline(at("2026-01-03 00:30", "2026-01-04 00:30", "2026-01-05 00:30"));
  const tokyo = parseZone("Asia/Tokyo");
  expect(nightTime.find(timeline, makeStatement())).toHaveLength(1);
  expect(tokyo && nightTime.find(timeline, { ...makeStatement(), zone: tokyo })).toEqual([]);
});

test("the hours of the table add up to the nights of the sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 5, maxLength: 60 }), (minutes) => {
      const drafts = minutes.map((minute, i): ActDraft => {
        const hour = String(Math.floor(minute / 60)).padStart(2, "0");
        return { at: `2026-05-${String(1 + (i % 28)).padStart(2, "0")} ${hour}:${String(minute % 60).padStart(2, "0")}` };
      });
      const expected = minutes.filter((minute) => minute < 300).length;
      const [finding] = find(drafts);
      expect(finding?.acts.length ?? 0).toBe(expected < 3 ? 0 : expected);
      const hours = finding?.table.rows.flatMap((row) => row.slice(5).map(Number)).reduce((sum, count) => sum + count, 0) ?? 0;
      expect(hours).toBe(expected < 3 ? 0 : expected);
    }),
    { seed: 3, numRuns: 50 },
  );
});
