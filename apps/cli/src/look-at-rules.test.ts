import { expect, test } from "vitest";
import { makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { sayStray } from "./statement.ts";

const visit = { kind: "visit", channel: "in-person", grade: "own-account", file: "diary.csv" } as const;
const handover = { says: "handover", weekdays: ["friday"], hours: { from: 15 * 60 + 30, until: 17 * 60 } } as const;

test("she is asked to look at each visit that her rule takes, and told which act it leaves for its words, with what to type", () => {
  const visits = [13, 20, 27].map((date) => ({
    ...visit,
    at: `2026-03-${date} 16:00`,
    text: `with her coat, ${date}`,
    id: `diary-${date}-1`,
  }));
  const timeline = makeTimeline([
    ...visits,
    { ...visit, at: "2026-03-06 16:05", text: "He grabbed my arm and twisted it.", id: "diary-06-1" },
    ...[1, 2, 3, 4, 5].map((date) => ({ at: `2026-03-0${date} 09:00` })),
  ]);
  const lines: string[] = [];
  sayStray(timeline, makeStatement({ agreed: [handover] }), { say: (line) => void lines.push(line) });
  expect(lines).toEqual([
    "3 acts in person fall under the rule of agreed contact “handover”, the last on 27 March 2026. Look at each: if it was more than that, put its id under “except” of the rule, or give the rule narrower hours.",
    "  27 March 2026, 16:00: “with her coat, 27” (diary-27-1)",
    "  20 March 2026, 16:00: “with her coat, 20” (diary-20-1)",
    "  13 March 2026, 16:00: “with her coat, 13” (diary-13-1)",
    "1 act falls under the rule of agreed contact “handover” by its hours and is not taken: it has words of force, of an order, of fear, of a tracker or of coming in, came within an hour after such words, or is a stop that you stated or came in the 24 hours after one. It is counted with all else. Only if it was agreed all the same: --agreed with its id.",
    "  6 March 2026, 16:05: “He grabbed my arm and twisted it.” (diary-06-1)",
  ]);
});

test("of a hundred visits under one rule the latest ten are listed, and the others counted", () => {
  const visits = Array.from({ length: 100 }, (_, i) => ({ ...visit, at: `2026-03-06 16:${String(i % 60).padStart(2, "0")}` }));
  const lines: string[] = [];
  sayStray(makeTimeline(visits), makeStatement({ agreed: [handover] }), { say: (line) => void lines.push(line) });
  expect(lines.filter((line) => line.startsWith("  6 March"))).toHaveLength(10);
  expect(lines).toContain("  And 90 more: unmask read lists each with its id.");
});

test("each text of theirs that her rule takes is told to her once with its day, and what is least like the others first", () => {
  const timeline = makeTimeline([
    ...["06", "13", "20"].map((date) => ({ at: `2026-03-${date} 16:00`, text: "on my way" })),
    { at: "2026-03-06 16:01", text: "i put a brick aside", id: "sms-brick-1" },
    ...[1, 2, 3, 4, 5].map((date) => ({ at: `2026-03-0${date} 09:00` })),
  ]);
  const lines: string[] = [];
  sayStray(timeline, makeStatement({ agreed: [handover] }), { say: (line) => void lines.push(line) });
  expect(lines.slice(0, 2)).toEqual([
    "4 messages of theirs fall under the rule of agreed contact “handover” and are in no other number. Look whether they are what you agreed to; if one is not, put its id under “except” of the rule. Each text stands here once, what has a word that no other has first:",
    "  6 March 2026, 16:01: “i put a brick aside” (sms-brick-1)",
  ]);
  expect(lines[2]).toMatch(/^ {2}3 times, the last on 20 March 2026, 16:00: “on my way” \(.+\)$/);
});

test("of a hundred texts under one rule forty are listed, and it is said where the others stand", () => {
  const texts = Array.from({ length: 100 }, (_, i) => ({ at: `2026-03-06 16:${String(i % 60).padStart(2, "0")}`, text: `coat ${i}` }));
  const lines: string[] = [];
  sayStray(makeTimeline(texts), makeStatement({ agreed: [handover] }), { say: (line) => void lines.push(line) });
  expect(lines.filter((line) => line.startsWith("  6 March"))).toHaveLength(40);
  expect(lines).toContain(
    "  And 60 more texts: the chronology of the report has each, marked “agreed”, and unmask read lists each with its id.",
  );
});
