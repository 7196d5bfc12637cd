import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, rFirst } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { countInitiative } from "./initiative.ts";

const began = (...drafts: readonly ActDraft[]): readonly [number, number] => {
  const { theirs, hers } = countInitiative(makeTimeline(drafts), makeStatement());
  return [theirs, hers];
};
const hers = (at: string): ActDraft => ({ at, from: maya, to: [rFirst] });

test("who writes after a night without a word begins again, and the first act of all begins nothing", () => {
  expect(began({ at: "2026-03-03 22:00" }, hers("2026-03-04 05:00"), { at: "2026-03-04 13:30" }, hers("2026-03-05 09:00"))).toEqual([1, 1]);
});

test("an act at an hour that the clocks skipped, or that came twice, begins again where every time it can mean does", () => {
  for (const day of ["2026-03-29", "2026-10-25"]) {
    expect([day, began(hers("2026-03-01 09:00"), { at: `${day} 01:30` }, hers(`${day} 09:00`))]).toEqual([day, [1, 0]]);
    // Nine hours before one of its times, and seven before the other, is too near.
    const evening = hers(day === "2026-03-29" ? "2026-03-28 16:45" : "2026-10-24 18:15");
    expect([day, began(hers("2026-03-01 09:00"), evening, { at: `${day} 01:30` })]).toEqual([day, [0, 1]]);
  }
});

test("what was some time that day begins again only where nothing else was that day", () => {
  const someTime: ActDraft = { at: "2026-03-05 00:00", until: "2026-03-05 23:59" };
  expect(began(hers("2026-03-01 09:00"), someTime)).toEqual([1, 0]);
  expect(began(hers("2026-03-01 09:00"), someTime, hers("2026-03-05 18:00"))).toEqual([0, 0]);
});

test("a date that can be another day begins again only where both days do", () => {
  const open: ActDraft = { at: "2026-05-03 10:00", or: ["2026-03-05 10:00"] };
  expect(began(hers("2026-03-01 09:00"), open)).toEqual([1, 0]);
  expect(began(hers("2026-03-01 09:00"), hers("2026-03-05 09:00"), open)).toEqual([0, 1]);
});
