import { expect, test } from "vitest";
import { makeTimeline } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { memoize } from "./memoize.ts";

test("after she was asked something else in between, two answers are still about the same acts", () => {
  const placed = memoize(({ acts }) => acts.map((act) => ({ act })));
  const firstPlaced = memoize((timeline, statement) => placed(timeline, statement)[0]);
  const timeline = makeTimeline([{ at: "2026-03-03 10:00" }]);
  const [said, saidBetween] = [makeStatement(), makeStatement({ places: ["Larch Street"] })];
  firstPlaced(timeline, said);
  placed(timeline, saidBetween);
  expect(firstPlaced(timeline, said)).toBe(placed(timeline, said)[0]);
});
