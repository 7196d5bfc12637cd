import { expect, test } from "vitest";
import { type StatementDocument, type Whose, parseInstant } from "@unmask/core";
import { coverageOf, makeAct, maya, nadia, rFirst, rSecond, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { type PackOfCourse, drawCourse } from "./draw-course.ts";

const at = parseInstant(Date.UTC(2026, 10, 27)) ?? expect.unreachable();
const stated = (them: readonly string[], more: Partial<StatementDocument> = {}): StatementDocument => ({
  zone: "Europe/London",
  jurisdiction: "EW",
  country: "GB",
  me: { label: "Leila Ashworth", names: ["07700 900001"] },
  them: { label: "Rhys Calloway", names: them },
  ...more,
});

const theirs: Whose = "theirs as the record shows";
const before = [1, 2, 3].map((day) => makeAct({ at: `2026-03-0${day} 02:00`, from: rFirst }));
const hers = makeAct({ at: "2026-03-04 10:00", from: maya, to: [rFirst], text: "Do not contact me again." });
const after = [6, 7, 8, 9].map((day) => makeAct({ at: `2026-03-0${day} 12:00`, from: rSecond, file: "second.xml" }));
const mother = makeAct({ at: "2026-03-05 12:00", from: nadia });

function packOf(acts: readonly (readonly [ReturnType<typeof makeAct>, Whose?])[], statement: StatementDocument): PackOfCourse {
  return {
    acts: timelineOf(acts.map(([act]) => act)).acts.map((act) => {
      const [, whose] = acts.find(([one]) => one.id === act.id) ?? [];
      return { act, ...(whose && { whose }) };
    }),
    coverage: coverageOf(acts.map(([act]) => act)),
    statement,
  };
}

const first = packOf(
  [...before.map((act) => [act, theirs] as const), [hers, "hers"], [mother, "other"]],
  stated(["07700 900142"], { stops: [{ kind: "told to stop", act: hers.id }] }),
);
const second = packOf(
  [...after.map((act) => [act, theirs] as const), [before[2] ?? expect.unreachable(), theirs]],
  stated(["07700 900388"]),
);

test("acts of two packs are one course: each counted once, by whose it is, with her stop in it", () => {
  const course = drawCourse([first, second], at);
  expect(course?.counts).toEqual({ theirs: 7, perhaps: 0, hers: 1, others: 1 });
  const stop = course?.drawn.find(({ pattern }) => pattern === "contact-after-stop");
  expect(stop?.says).toContain("4 acts came after");
  expect(stop?.drawing.desktop.shapes.length).toBeGreaterThan(10);
  expect(stop?.table.rows.length).toBeGreaterThan(0);
});

test("every picture has its table, how it was worked out, and what could change it", () => {
  const { drawn = [] } = drawCourse([first, second], at) ?? {};
  expect(drawn.map(({ pattern }) => pattern)).toContain("frequency");
  for (const { drawing, table, how, couldChange } of drawn) {
    expect(drawing.phone.width).toBeLessThan(drawing.desktop.width);
    expect([table.columns.length > 0, how !== "", couldChange.length > 0]).toEqual([true, true, true]);
  }
});

test("where nothing that was stated can be used nothing is drawn of anybody", () => {
  expect(drawCourse([{ ...first, statement: stated([], { zone: "Atlantis/Sunk" }) }], at)).toBeUndefined();
  expect(drawCourse([], at)).toBeUndefined();
});
