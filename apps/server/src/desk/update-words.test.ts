import { longestUpdate } from "@unmask/case";
import { longestSays } from "@unmask/submission";
import { expect, test } from "vitest";
import { asRead } from "./update-words.ts";

const written = { says: "We spoke to the shop.", by: "PC 4471 Imran Qureshi", force: "Example Police", today: "2026-11-27" };

test("the message itself says when somebody writes again, who wrote, and on which day", () => {
  expect(asRead({ ...written, nextBy: "2026-11-30" })).toBe(
    "We spoke to the shop.\n\nI write again by Monday 30 November 2026.\n\nPC 4471 Imran Qureshi\nExample Police\n27 November 2026",
  );
  expect(asRead(written)).not.toContain("write again");
});

test("one message holds the longest words under the longest names", () => {
  const long = {
    says: "x".repeat(longestUpdate),
    by: "y".repeat(1_000),
    force: "z".repeat(1_000),
    today: "2026-11-27",
    nextBy: "2026-09-30",
  };
  expect(asRead(long).length).toBeLessThanOrEqual(longestSays);
});
