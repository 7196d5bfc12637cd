import { expect, test } from "vitest";
import { leftOutSentences } from "./left-out-sentences.ts";

test("what stays behind with its file is told without “them”, which in print is nobody", () => {
  const leftOut = { acts: { file: 532, person: 1, time: 0, act: 0 }, people: 1, times: [] };
  const [first, ...more] = leftOutSentences({ leftOut });
  expect(first).toBe(
    "533 acts were left out by choice: 1 by or to 1 person and 532 with whole files. Findings and counts are of what goes alone.",
  );
  expect(more.join(" ")).not.toMatch(/\bthem\b|\byou\b/);
});
