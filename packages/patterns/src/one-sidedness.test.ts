import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { oneSidedness } from "./one-sidedness.ts";

const theirs = (count: number): readonly ActDraft[] =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-03-${String(1 + i).padStart(2, "0")} 10:00` }));
const find = (...drafts: readonly ActDraft[]) => oneSidedness.find(makeTimeline(drafts), makeStatement());

test("a conversation is not one-sided", () => {
  expect(find(...theirs(12), ...Array.from({ length: 5 }, (_, i): ActDraft => ({ at: `2026-03-0${1 + i} 11:00`, from: maya })))).toEqual(
    [],
  );
  expect(find(...theirs(9))).toEqual([]);
});

test("three times as much is said with both numbers and the longest row", () => {
  const [finding] = find(...theirs(15), { at: "2026-03-02 11:00", from: maya }, { at: "2026-03-03 11:00", from: maya });
  expect(finding?.says).toBe(
    "They sent or called 15 times; you, 2. The longest row without a word from you is 12, between 4 March and 15 March 2026.",
  );
});

test("what she sent to others does not make it less one-sided", () => {
  const [finding] = find(
    ...theirs(10),
    ...Array.from({ length: 8 }, (): ActDraft => ({ at: "2026-03-05 12:00", from: maya, to: [nadia] })),
  );
  expect(finding?.says).toMatch(/^They sent or called 10 times; you, 0\./);
});

test("answered calls are told from unanswered ones", () => {
  const calls = Array.from({ length: 10 }, (_, i): ActDraft => ({
    at: `2026-03-${String(1 + i).padStart(2, "0")} 10:00`,
    kind: "call",
    channel: "phone",
    file: "calls.xml",
    flags: i === 0 ? [] : i < 5 ? ["missed"] : ["unanswered"],
  }));
  expect(find(...calls)[0]?.says).toContain("10 calls came from them; the files show 1 as answered.");
});

test("a file that holds nothing of hers is said to hold nothing of hers", () => {
  expect(find(...theirs(10))[0]?.couldChange[0]).toBe(
    "The files for texts hold nothing that you sent; whether you sent nothing or the file leaves it out is not known.",
  );
});

test("what she wrote down is neither sent by them nor by her", () => {
  const seen = theirs(12).map((draft): ActDraft => ({
    ...draft,
    kind: "visit",
    channel: "in-person",
    grade: "own-account",
    file: "journal",
  }));
  expect(find(...seen)).toEqual([]);
});
