import { withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { pageVoice, printVoice } from "@unmask/words";
import { nearHer } from "./near-her.ts";

const diary = { channel: "in-person", file: "diary.csv", grade: "own-account" } as const;
const find = (...drafts: readonly ActDraft[]) => nearHer.find(makeTimeline(drafts), makeStatement());

test("each act has a line with its day, its words and how sure it is by whom, and a message is none", () => {
  const found = find(
    { at: "2026-03-03 10:00", text: "hello" },
    { at: "2026-03-05 19:30", kind: "visit", text: "Sat in his van opposite my flat. Engine off.", ...diary },
    { at: "2026-03-07 08:00", kind: "damage", from: withheld, text: "All four tyres were cut.", ...diary },
  );
  expect(found.map(({ line }) => line)).toEqual([
    "5 March 2026, 19:30: “Sat in his van opposite my flat. Engine off.” By them, you are sure.",
    "7 March 2026, 08:00: “All four tyres were cut.” By whom is not known.",
  ]);
});

test("in print the two names stand where the page says you and them", () => {
  const statement = makeStatement();
  const named = { ...statement, me: { ...statement.me, label: "Maya Osei" }, them: { ...statement.them, label: "Rob Lane" } };
  const acts = makeTimeline([{ at: "2026-03-05 19:30", kind: "gift", text: "A doll in a box.", ...diary }]);
  const [finding] = nearHer.find(acts, named, { voice: printVoice(named) });
  expect(finding?.line).toBe("5 March 2026, 19:30: “A doll in a box.” By Rob Lane, Maya Osei is sure.");
});

test("words that are long are cut at a whole word, words that may not be told are not, and no words can end their quotation", () => {
  const long = "He stood there and said ” and then he said it again, for a long time, and then he went away in the dark. ".repeat(9);
  const timeline = makeTimeline([{ at: "2026-03-05 19:30", kind: "visit", text: long, ...diary }]);
  const [finding] = nearHer.find(timeline, makeStatement());
  expect(finding?.line).toMatch(/^5 March 2026, 19:30: “He stood there and said ’ and [^”]* …” By them, you are sure\.$/);
  expect(finding?.line.length).toBeLessThanOrEqual(110);
  for (const mark of ["‟", "＂", "〞", "’’"]) {
    const visit = makeTimeline([{ at: "2026-03-05 19:30", kind: "visit", text: `He said hello${mark} By me.`, ...diary }]);
    expect(nearHer.find(visit, makeStatement())[0]?.line).toBe("5 March 2026, 19:30: “He said hello’ By me.” By them, you are sure.");
  }
  const [silent] = nearHer.find(timeline, makeStatement(), { voice: pageVoice, mayQuote: () => false });
  expect(silent?.line).toBe("5 March 2026, 19:30: visit. By them, you are sure.");
  expect(JSON.stringify(silent)).not.toContain("stood");
});

test("the latest of what she wrote down have a line each, and the rest is one line that names its kinds", () => {
  const visits = Array.from({ length: 8 }, (_, i): ActDraft => ({
    at: `2026-03-1${i} 19:30`,
    kind: "visit",
    text: `visit ${i}`,
    ...diary,
  }));
  const found = find(...visits, { at: "2026-04-01 10:00", kind: "login", channel: "google", file: "g.json" });
  expect(found).toHaveLength(7);
  expect(found[0]?.line).toContain("visit 2");
  expect(found[6]?.line).toBe("Besides, near you: 2 visits and 1 log-in.");
  expect(found[6]?.acts).toHaveLength(3);
});

test("what a camera saw is a number of nobody, and stands among the counts", () => {
  const found = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-03-05 10:00", kind: "visit", channel: "doorbell", from: withheld, file: "d.csv" },
    { at: "2026-03-06 10:00", kind: "visit", channel: "doorbell", from: withheld, file: "d.csv" },
  );
  expect(found.map(({ line, standing }) => [line, standing])).toEqual([
    ["A camera at the door saw somebody 2 times, from 5 March 2026 to 6 March 2026. By whom is not known.", "count"],
  ]);
});

test("what was agreed and what she says is not this one are not in it, and an act that she marks as perhaps theirs says so", () => {
  const acts = ["2026-03-05", "2026-03-06", "2026-03-07"].map((day) => makeAct({ at: `${day} 19:30`, kind: "visit", text: day, ...diary }));
  const [agreed, notThis, perhaps] = acts;
  if (!agreed || !notThis || !perhaps) throw new Error("three acts");
  const timeline = timelineOf([...acts, makeAct({ at: "2026-03-01 10:00" })]);
  const found = nearHer.find(
    timeline,
    makeStatement({
      agreed: [{ says: "handover", acts: [agreed.id] }],
      notThis: [{ act: notThis.id }],
      marks: [{ act: perhaps.id, whose: "perhaps theirs" }],
    }),
  );
  expect(found.map(({ line }) => line)).toEqual(["7 March 2026, 19:30: “2026-03-07”. Perhaps by them."]);
});
