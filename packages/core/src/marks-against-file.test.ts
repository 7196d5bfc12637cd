import { expect, test } from "vitest";
import { makeAct, maya, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { marksAgainstFile } from "./marks-against-file.ts";
import type { MarkedWhose } from "./statement.ts";

const hers = makeAct({ at: "2026-05-01 20:00", from: maya, to: [rFirst], text: "He put his hand round my neck" });
const his = makeAct({ at: "2026-05-02 20:00", from: rFirst, text: "ok" });
const typed = makeAct({ at: "2026-05-03 20:00", from: maya, grade: "own-account", kind: "message", text: "He rang." });
const timeline = timelineOf([hers, his, typed]);

const against = (act: typeof hers, whose: MarkedWhose): readonly string[] =>
  marksAgainstFile(timeline, makeStatement({ marks: [{ act: act.id, whose }] })).map(({ named, marked }) => `${named} ${marked}`);

test("a message that a file has from her and that she marks as theirs is found, and one of theirs that she marks as hers", () => {
  expect(against(hers, "theirs")).toEqual(["hers theirs"]);
  expect(against(hers, "perhaps theirs")).toEqual(["hers perhaps theirs"]);
  expect(against(his, "hers")).toEqual(["theirs hers"]);
});

test("what agrees with the file, what she typed herself, and what is somebody else's is against no file", () => {
  expect(against(hers, "hers")).toEqual([]);
  expect(against(hers, "other")).toEqual([]);
  expect(against(his, "theirs")).toEqual([]);
  expect(against(his, "other")).toEqual([]);
  expect(against(typed, "theirs")).toEqual([]);
});
