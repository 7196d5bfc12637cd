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

test("a last day that can be another month says in its line that it was read day first; one that is certain does not", () => {
  const lineOf = (...drafts: readonly ActDraft[]): string | undefined => lastAct.find(makeTimeline(drafts), makeStatement())[0]?.line;
  const open: ActDraft = { at: "2026-10-06 10:00", or: ["2026-06-10 10:00"], flags: ["date-order-assumed"] };
  expect(lineOf(open)).toBe("The last act by them in these files, 6 October 2026, as read day first: “words”.");
  expect(lineOf({ at: "2026-05-03 10:00" }, { ...open, at: "2026-02-06 10:00", or: ["2026-06-02 10:00"] })).toMatch(
    /3 May 2026, as read day first: /,
  );
  expect(lineOf(open, { at: "2026-11-20 10:00" })).toBe("The last act by them in these files, 20 November 2026: “words”.");
});
