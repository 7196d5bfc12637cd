import { expect, test } from "vitest";
import { makeTimeline, maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { suggestStops } from "./index.ts";

test("her messages to them that read as if she told them to stop are found; his, those to a friend and everyday talk are not", () => {
  const hers = (text: string, minute: number) => ({ at: `2026-03-03 10:${10 + minute}`, from: maya, to: [rFirst], text });
  const stops = [
    "Rhys stop. do not contact me again", "this is the last time. Leave me alone", "Please don’t text me", "Stop.", "I don't want to hear from you",
  ]; // prettier-ignore
  const others = ["I will stop at the shop", "the bus stop by the church", "ok x"];
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", from: rFirst, to: [maya], text: "leave me alone" },
    { at: "2026-03-03 10:01", from: maya, to: [nadia], text: "leave me alone" },
    ...[...stops, ...others].map(hers),
  ]);
  expect(suggestStops(timeline, makeStatement()).map(({ text }) => text)).toEqual(stops);
});
