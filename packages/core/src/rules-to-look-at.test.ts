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

test("which acts in person and which texts a rule takes, and which it leaves for the violence in their words, is found for her to look at", () => {
  const [rule, ...more] = rulesToLookAt(timeline, makeStatement({ agreed: [handover] }));
  expect(more).toEqual([]);
  expect(rule?.says).toBe("handover");
  expect(rule?.inPerson.map(({ id }) => id)).toEqual([calm.id]);
  expect(rule?.written.map(({ act, times }) => [act.id, times])).toEqual([[note.id, 1]]);
  expect(rule?.held.map(({ id }) => id)).toEqual([grabbed.id, hers.id]);
});

test("each text of theirs that a rule takes is told once, first what is least like the others, and never what she wrote", () => {
  const fridays = ["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"];
  const onMyWay = fridays.map((day, i) => makeAct({ at: `${day} 16:02`, text: i % 2 === 0 ? "On my way" : "on my  way" }));
  const late = fridays.slice(0, 2).map((day) => makeAct({ at: `${day} 16:03`, text: "on my way late" }));
  const brick = makeAct({ at: "2026-03-06 16:04", text: "a brick for you tonight" });
  const hersToo = makeAct({ at: "2026-03-06 16:05", from: maya, to: [rFirst], text: "her coat is in the hall" });
  const call = makeAct({ at: "2026-03-06 16:06", kind: "call", channel: "phone", text: null });
  const all = timelineOf([...onMyWay, ...late, brick, hersToo, call]);
  const [rule] = rulesToLookAt(all, makeStatement({ agreed: [handover, { ...handover, says: "the same again" }] }));
  expect(rule?.written.map(({ act, times }) => [act.text, times])).toEqual([
    ["a brick for you tonight", 1],
    ["on my way late", 2],
    ["on my  way", 4],
  ]);
  expect(rulesToLookAt(all, makeStatement({ agreed: [handover, { ...handover, says: "the same again" }] }))).toHaveLength(1);
});

test("an act that she marked as agreed by itself is not asked about again, and a rule for calls alone is nothing to look at", () => {
  const marked = { says: "he told me why", acts: [grabbed.id, hers.id] };
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [handover, marked] }))[0]?.held).toEqual([]);
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [marked] }))).toEqual([]);
  const calls = { says: "calls", channels: ["phone"], hours: { from: 15 * 60 + 30, until: 16 * 60 + 30 } } as const;
  expect(rulesToLookAt(timeline, makeStatement({ agreed: [calls] }))).toEqual([]);
});
