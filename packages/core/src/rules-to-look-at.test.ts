import { expect, test } from "vitest";
import { makeAct, maya, nadia, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { rulesToLookAt } from "./rules-to-look-at.ts";

const visit = { kind: "visit", channel: "in-person", grade: "own-account", file: "diary.csv" } as const;
const calm = makeAct({ ...visit, at: "2026-03-06 16:00", text: "Brought her back with her coat." });
const grabbed = makeAct({ ...visit, at: "2026-03-13 16:05", text: "At the door. He grabbed my arm." });
const note = makeAct({ at: "2026-03-13 16:02", text: "on my way" });
const otherDay = makeAct({ ...visit, at: "2026-03-14 16:05", text: "He grabbed my arm." });
const stranger = makeAct({ ...visit, at: "2026-03-13 16:10", from: nadia, text: "grabbed my bag" });
const hers = makeAct({ at: "2026-03-13 16:40", from: maya, to: [rFirst], text: "You grabbed my arm today" });
const timeline = timelineOf([calm, grabbed, note, otherDay, stranger, hers]);
const handover = { says: "handover", weekdays: ["friday"], hours: { from: 15 * 60 + 30, until: 17 * 60 } } as const;

test("which acts in person a rule takes, and which it leaves for the violence in their words, is found for her to look at", () => {
  const [rule, ...more] = rulesToLookAt(timeline, makeStatement({ agreed: [handover] }));
  expect(more).toEqual([]);
  expect(rule?.says).toBe("handover");
  expect(rule?.inPerson.map(({ id }) => id)).toEqual([calm.id]);
  expect(rule?.held.map(({ id }) => id)).toEqual([grabbed.id, hers.id]);
});

test("an act that she marked as agreed by itself is not asked about again, and a rule for texts alone is nothing to look at", () => {
  const marked = { says: "he told me why", acts: [grabbed.id, hers.id] };
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [handover, marked] }))[0]?.held).toEqual([]);
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [marked] }))).toEqual([]);
  const texts = { says: "texts", channels: ["sms"], hours: { from: 15 * 60 + 30, until: 16 * 60 + 30 } } as const;
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [texts] }))).toEqual([]);
});
