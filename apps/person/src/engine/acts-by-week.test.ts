import { expect, it } from "vitest";
import { london, makeAct } from "../../../../fixtures/timelines/make-act.ts";
import { countActsByWeek } from "./acts-by-week.ts";

function weeksOf(...ats: readonly string[]): readonly (readonly [number, number])[] {
  const counting = countActsByWeek(london);
  for (const at of ats) counting.add(makeAct({ at }));
  return counting.weeks().map(({ count, night }) => [count, night]);
}

it("begins a week with Monday on her wall: Sunday’s last minute is the week before", () => {
  // In Greenwich both minutes are still Sunday.
  expect(weeksOf("2026-06-07 23:59", "2026-06-08 00:00")).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

it("shows the weeks in order of time, in whatever order the files bring them", () => {
  expect(weeksOf("2026-06-09 12:00", "2025-06-09 12:00", "2026-06-10 03:00", "2026-06-11 12:00")).toEqual([
    [1, 0],
    [3, 1],
  ]);
});

it("counts as night only what surely was", () => {
  const counting = countActsByWeek(london);
  counting.add(makeAct({ at: "2026-06-09 04:30", until: "2026-06-09 05:30" }));
  expect(counting.weeks()).toMatchObject([{ count: 1, night: 0 }]);
});

it("leaves out a date that cannot be right, which would stretch the line to nothing", () => {
  const counting = countActsByWeek(london);
  counting.add(makeAct({ at: "1904-01-01 00:00", flags: ["far-date"] }));
  expect(counting.weeks()).toEqual([]);
});
