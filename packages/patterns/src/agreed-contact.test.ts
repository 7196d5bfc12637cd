import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { agreedContact } from "./agreed-contact.ts";
import { findAll } from "./index.ts";

const handover: ActDraft = { kind: "visit", channel: "in-person", grade: "own-account", file: "journal", at: "2026-03-04 17:30" };
const sundays = [1, 8, 15].map((date): ActDraft => ({ ...handover, at: `2026-03-${String(date).padStart(2, "0")} 17:40` }));
const rule = {
  says: "handovers at my door",
  channels: ["in-person"],
  weekdays: ["sunday"],
  hours: { from: 17 * 60, until: 18 * 60 },
} as const;

test("agreed contact is counted by what she said of it, theirs and hers apart", () => {
  const timeline = makeTimeline([...sundays, { at: "2026-03-05 10:00" }, { at: "2026-03-05 10:02", from: maya }]);
  const texts = { says: "one about the shoes", acts: timeline.acts.filter(({ channel }) => channel === "sms").map(({ id }) => id) };
  const [finding] = agreedContact.find(timeline, makeStatement({ agreed: [rule, texts] }));
  expect(finding?.says).toBe(
    "Between 1 March and 15 March 2026, 5 acts were contact that you said was agreed: 4 of theirs and 1 of yours. " +
      "“handovers at my door” 3 and “one about the shoes” 2. These are in no other number, and each stands in the chronology as agreed. Of these 3 were in person, the last on 15 March 2026.",
  );
  expect(finding?.table.rows).toEqual([
    ["handovers at my door", 3, 0, 0, "1 March to 15 March 2026"],
    ["one about the shoes", 1, 1, 1, "5 March 2026"],
  ]);
});

test("an act that two rules fit is counted by the first", () => {
  const timeline = makeTimeline(sundays);
  const [finding] = agreedContact.find(
    timeline,
    makeStatement({ agreed: [rule, { says: "all else at the door", channels: ["in-person"] }] }),
  );
  expect(finding?.table.rows.map(([says, theirs]) => [says, theirs])).toEqual([["handovers at my door", 3]]);
});

test("agreed contact gets no letter of the Act and stands in no other count", () => {
  const timeline = makeTimeline([...sundays, { at: "2026-03-05 10:00" }, { at: "2026-03-06 10:00" }]);
  const found = findAll(timeline, makeStatement({ agreed: [rule] }));
  const agreed = found.find(({ pattern }) => pattern === "agreed-contact");
  expect(agreed?.codesByAct).toBeUndefined();
  expect(agreed?.rule).toBeUndefined();
  const course = found.find(({ pattern }) => pattern === "course-of-conduct");
  for (const act of agreed?.acts ?? []) expect(course?.codesByAct?.[act]).toBeUndefined();
  for (const { pattern, acts } of found)
    if (pattern !== "agreed-contact") expect(acts.filter((act) => agreed?.acts.includes(act))).toEqual([]);
});

test("a visit of violence within the hours of a handover is told and counted with all else, and not with the handovers", () => {
  const grabbed: ActDraft = { ...handover, at: "2026-03-22 17:40", text: "At the door. He grabbed my arm and twisted it." };
  const timeline = makeTimeline([...sundays, grabbed]);
  const found = findAll(timeline, makeStatement({ agreed: [rule] }));
  const agreed = found.find(({ pattern }) => pattern === "agreed-contact");
  expect(agreed?.says).toContain("3 acts were contact that you said was agreed");
  expect(agreed?.says).toContain(
    "1 act more falls under what was agreed by its hours and is not taken, for words of force, fear, a tracker or coming in, or for a stop: it is counted with all else.",
  );
  const near = found.filter(({ pattern }) => pattern === "near-her");
  expect(near.map(({ line }) => line).join()).toContain("He grabbed my arm and twisted it.");
  expect(agreed?.acts).not.toContain(near[0]?.acts[0]);
});

test("where nothing was agreed, nothing is said", () => {
  expect(agreedContact.find(makeTimeline(sundays), makeStatement())).toEqual([]);
  expect(agreedContact.find(makeTimeline([handover]), makeStatement({ agreed: [rule] }))).toEqual([]);
});
