import { expect, it } from "vitest";
import type { ReportOfCase } from "../desk/case-page.ts";
import { courseDrawing, courseTable, sayCourse, weeksOf } from "./course-drawing.ts";

const report = (weeks: readonly (readonly [string, number, number])[]): ReportOfCase => ({
  report: "R-1",
  saw: 1,
  came: null,
  account: "",
  said: [],
  packsAnnounced: 1,
  packs: [
    {
      pack: 0,
      sha256: "",
      fate: "opened",
      verdicts: [],
      findings: [],
      acts: { total: 0, weeks: weeks.map(([week, acts, night]) => ({ week, acts, night })) },
    },
  ],
});

it("adds weeks of several packs up, each week once and in order", () => {
  const weeks = weeksOf([
    report([["2026-W02", 3, 1]]),
    report([
      ["2025-W50", 4, 0],
      ["2026-W02", 2, 2],
    ]),
  ]);
  expect(weeks).toEqual([
    { week: "2025-W50", acts: 4, night: 0 },
    { week: "2026-W02", acts: 5, night: 3 },
  ]);
  expect(sayCourse(weeks)).toBe("9 acts in 2 weeks; 3 of them between midnight and 5");
  expect(courseTable(weeks).rows[1]).toEqual(["2026-W02", 5, 3]);
});

it("draws a bar for each week at its place, with a gap where none is", () => {
  const drawing =
    courseDrawing(
      weeksOf([
        report([
          ["2026-W01", 1, 0],
          ["2026-W03", 4, 2],
        ]),
      ]),
    ) ?? expect.unreachable();
  const days = drawing.desktop.shapes.flatMap((one) => (one.shape === "rect" && one.role === "day" ? [one] : []));
  expect(days.map(({ x }) => x)).toEqual([6, 34]);
  // Height by the root of how many.
  expect((days[1]?.height ?? 0) / (days[0]?.height ?? 1)).toBeCloseTo(2, 5);
});

it("has no picture where no week is known", () => {
  expect(courseDrawing([])).toBeUndefined();
  expect(sayCourse([])).toBe("No act with a known week came in a pack yet");
});

it("marks a log and a recorded crime at their weeks, also before the first act, and lists them between the acts", () => {
  const weeks = weeksOf([report([["2026-W03", 4, 2]])]);
  const records = [
    { day: "2025-12-29", of: "crime", record: "47/1033/26" },
    { day: "2026-01-13", of: "log", record: "0087" },
  ] as const;
  const drawing = courseDrawing(weeks, records) ?? expect.unreachable();
  const marks = drawing.desktop.shapes.flatMap((one) => (one.shape === "line" && one.role === "mind" ? [one.from[0]] : []));
  // Half a week into the first week, and two weeks later.
  expect(marks).toEqual([13, 41]);
  expect(courseTable(weeks, records).rows).toEqual([
    ["2025-12-29", "", "", "crime 47/1033/26"],
    ["2026-W03", 4, 2, ""],
    ["2026-01-13", "", "", "log 0087"],
  ]);
});
