import { expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { escalation } from "./escalation.ts";

const find = (...drafts: readonly ActDraft[]) => escalation.find(makeTimeline(drafts), makeStatement());

test("from messages to the door is a step, and no word is weighed", () => {
  const visit: ActDraft = { at: "2026-05-01 20:00", kind: "visit", channel: "doorbell", file: "doorbell.json", text: null };
  const found = find(
    { at: "2026-03-03 10:00", text: "hello" },
    { at: "2026-04-03 10:00", kind: "login", channel: "google", file: "g.json" },
    visit,
  );
  expect(found[0]?.says).toBe(
    "It began from afar on 3 March 2026. Into accounts and devices it came first on 3 April 2026: 1 log-in. Where you are it came first on 1 May 2026: 1 visit.",
  );
  const loud = find({ at: "2026-03-03 10:00", text: "I HATE YOU I WILL COME" }, { at: "2026-03-04 10:00", text: "I WILL BREAK YOUR DOOR" });
  expect(loud).toEqual([]);
});

test("a threat from afar is from afar", () => {
  expect(find({ at: "2026-03-03 10:00" }, { at: "2026-03-04 10:00", kind: "threat", channel: "sms" })).toEqual([]);
});

test("nearer on the same day is no step, because the order within it may be open", () => {
  const found = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-03-03 20:00", kind: "visit", channel: "in-person", file: "journal", grade: "own-account" },
  );
  expect(found).toEqual([]);
});

test("a new channel is named with its day, and a file that begins with it is said to", () => {
  const [finding] = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-03-09 10:00", channel: "instagram", file: "i.json" },
    { at: "2026-04-03 10:00" },
  );
  expect(finding?.says).toBe("It began with texts on 3 March 2026. One more way came later: Instagram on 9 March 2026.");
  expect(finding?.couldChange[0]).toBe("For Instagram its record begins with that act; whether anything came before is not known.");
});
