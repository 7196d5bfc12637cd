import { expect, test } from "vitest";
import { growWords } from "./grow-words.ts";

test("words grow from what each shares with the one before", () => {
  expect(growWords("AabacusCdomenFinalCility")).toEqual(["abacus", "abdomen", "abdominal", "ability"]);
});
