import { expect, test } from "vitest";
import { changesBeginning, endsSentence, turnsWords } from "./sentences.ts";

test("a title and single letters end no sentence, and no mark before it hides a word that turns it", () => {
  expect(["home.", "home!”", "Mr.", "a.m.", "wait…"].map(endsSentence)).toEqual([true, true, false, false, false]);
  expect(["but", "–but", "“Or", "and"].map(turnsWords)).toEqual([true, true, true, false]);
});

test("what says when, where, or that something was not done changes what stands before it", () => {
  for (const rest of ["with his elbow, when he carried in the fridge", "where my sister lives", "and did not follow me"])
    expect(changesBeginning(rest.split(" ")), rest).toBe(true);
  expect(changesBeginning(["and", "looked", "up", "at", "the", "window"])).toBe(false);
});
