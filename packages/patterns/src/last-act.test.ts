import { expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { lastAct } from "./last-act.ts";

const saysOf = (draft: ActDraft): string | undefined => lastAct.find(makeTimeline([draft]), makeStatement())[0]?.says;

test("a call that came last is told once as a call, a visit as in person, a message with its channel", () => {
  expect(saysOf({ at: "2026-03-03 10:00", kind: "call", channel: "phone", file: "calls.xml" })).toMatch(/at 10:00: call\.$/);
  expect(saysOf({ at: "2026-03-03 10:00", kind: "visit", channel: "in-person", file: "journal", grade: "own-account" })).toMatch(
    /: visit, in person\.$/,
  );
  expect(saysOf({ at: "2026-03-03 10:00" })).toMatch(/: message, by texts\.$/);
});
