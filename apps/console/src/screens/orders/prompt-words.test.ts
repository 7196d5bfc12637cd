import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { noteOfPrompts, promptRows, sayInTheWay } from "./prompt-words.ts";

/** What an order has to leave alone, as whoever decides on it reads it. */

const at = { number: 9, happened: parseInstant(0) ?? expect.unreachable(), by: "o-1", before: [] };
const answered = (prompt: "religion" | "work" | "education", answer: "yes" | "no") =>
  ({ ...at, prompt, answer, ground: { says: "Night shifts at the depot.", knowing: "account" } }) as const;

test("a condition that gets in the way of work is amber, and said with what it is in the way of", () => {
  const draft = { prompts: [answered("religion", "no"), answered("work", "yes"), answered("education", "yes")] };
  expect(sayInTheWay(draft)).toBe("A condition gets in the way of times of work and times of education.");
  expect(noteOfPrompts(draft, "s2(3)")).toEqual({ says: "all asked, 2 in the way, s2(3)", isMind: true });
  expect(promptRows(draft).map(({ asks, answer, isMind }) => [asks, answer, isMind])).toEqual([
    ["Does a condition get in the way of religious beliefs?", "no", false],
    ["Does a condition get in the way of times of work?", "yes, a condition gets in the way", true],
    ["Does a condition get in the way of times of education?", "yes, a condition gets in the way", true],
  ]);
});

test("what nobody asked is no answer", () => {
  expect(promptRows({ prompts: [] }).map(({ answer }) => answer)).toEqual(["nobody asked", "nobody asked", "nobody asked"]);
  expect(sayInTheWay({ prompts: [answered("work", "no")] })).toBe("");
});
