import { expect, test } from "vitest";
import { plainTextRefusal } from "./plain-text.ts";

test("what officers write goes through, over several lines", () => {
  expect(
    plainTextRefusal({ saw: 3, says: "He rang.\n\tTwice.", prompts: [{ prompt: "threat", answer: "yes" }], at: null }),
  ).toBeUndefined();
});

test.each([
  ["a NUL in a danger", { says: "a\u0000b" }, "“says” holds characters that are no text"],
  ["an order to a terminal, deep in a list", { prompts: [{}, { says: "\u001b[31mred" }] }, "“prompts[1].says” holds characters"],
  ["half of a character in a reason", { reason: { code: "other", words: "\ud800x" } }, "“reason.words” holds characters"],
  ["a line break in the number of a log", { log: "a\nb" }, "“log” holds a line break"],
  ["a line break in a number of a list", { task: ["T-1", "T-2\r"] }, "“task[1]” holds a line break"],
  ["a control under a key that holds markup", { "<b>": "\u0007" }, "One field holds characters"],
])("%s is refused, and where it stands is said", (_which, body, says) => {
  const refused = plainTextRefusal(body);
  expect(refused?.says.startsWith(says)).toBe(true);
  expect(refused).toMatchObject({ rule: "plain-text", allows: expect.stringContaining("Nothing was written.") });
});

test("a body of nothing but brackets is walked through and no deeper", () => {
  let deep: object = [];
  for (let i = 0; i < 200_000; i += 1) deep = [deep];
  expect(plainTextRefusal({ deep })).toBeUndefined();
});
