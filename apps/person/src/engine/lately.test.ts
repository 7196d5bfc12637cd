import { expect, it } from "vitest";
import { instantFromIso } from "@unmask/core";
import { makeTimeline, maya, nadia, rSecond } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { viewLately } from "./lately.ts";

const statement = makeStatement();
const timeline = makeTimeline([
  { at: "2026-05-01 02:00" },
  { at: "2026-06-30 23:30", from: nadia },
  { at: "2026-07-01 00:10", from: rSecond, kind: "call", channel: "phone", text: null },
  { at: "2026-07-01 09:00", from: maya },
  { at: "2026-07-02 02:00" },
  { at: "2026-07-02 22:00" },
]);

function at(moment: string): ReturnType<typeof viewLately> {
  const now = instantFromIso(moment);
  if (now === undefined) throw new Error("no moment");
  return viewLately(timeline, statement, now);
}

it("shows four weeks of what they did, none of hers and nobody else’s, and the nights by themselves", () => {
  const lately = at("2026-07-03T12:00:00.000Z");
  expect(lately).toMatchObject({ acts: 3, night: 2, days: 2 });
  expect(lately?.table.rows).toEqual([
    ["1 July 2026", 1, 1],
    ["2 July 2026", 2, 1],
  ]);
  const marks = lately?.drawing.phone.shapes.filter(({ role }) => role === "night" || role === "day") ?? [];
  expect(marks).toHaveLength(3);
});

it("shows nothing where nothing came in these weeks, and nothing that has not come", () => {
  expect(at("2026-09-03T12:00:00.000Z")).toBeUndefined();
  expect(at("2026-07-01T12:00:00.000Z")).toMatchObject({ acts: 1 });
});
