import { expect, test } from "vitest";
import { changesBeginning, endsSentence, threatens, turnsWords } from "./sentences.ts";

test("a title and single letters end no sentence, and no mark before it hides a word that turns it", () => {
  expect(["home.", "home!”", "Mr.", "a.m.", "wait…"].map(endsSentence)).toEqual([true, true, false, false, false]);
  expect(["but", "–but", "“Or", "and"].map(turnsWords)).toEqual([true, true, true, false]);
});

test("what says when, where, or that something was not done changes what stands before it", () => {
  for (const rest of ["with his elbow, when he carried in the fridge", "where my sister lives", "and did not follow me"])
    expect(changesBeginning(rest.split(" ")), rest).toBe(true);
  expect(changesBeginning(["and", "looked", "up", "at", "the", "window"])).toBe(false);
});

test("a plain threat is known by what somebody says he will do, and not by what was done or is never done", () => {
  for (const words of [
    "I will kill you",
    "I saw you with him. i’ll fucking kill u both",
    "if she goes to the police I am going to kill her",
    "gonna burn your house down",
    "come back or I kill you",
    "You’re dead",
    "you will be in the ground",
    "I swear I'll slit your throat",
  ])
    expect(threatens(words), words).toBe(true);
  for (const words of [
    "I will never hurt you",
    "I am not going to kill you",
    "I won’t hurt you",
    "Mum will kill me",
    "one text isn’t going to kill you",
    "I hurt you, I am sorry",
    "the battery is dead",
    "you nearly died laughing",
    "I saw you today",
  ])
    expect(threatens(words), words).toBe(false);
});
