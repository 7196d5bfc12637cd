import { expect, test } from "vitest";
import { isBreakIn } from "./break-in.ts";

test.each([
  "He broke in by the back door.",
  "The lock was forced and my drawers turned out.",
  "He came in through the kitchen window while I was at work.",
  "He had a copied key. I never gave him one. He was in the kitchen and I had not let him in.",
  "Neil kicked in the back door and held a screwdriver to my eye.",
  "He let himself in without asking.",
])("words of force or of no leave make coming in a break-in: %s", (text) => {
  expect(isBreakIn({ kind: "entry", text })).toBe(true);
});

test.each([
  "Martin let himself in with the plumber, as we had agreed.",
  "I let him in. Then he broke the plate.",
  "I dreamed that he came in. In the morning the chain was off.",
  "He came in and sat down.",
  "",
])("and no row that says that he had leave, tells a dream, or says no more than that he came in: %s", (text) => {
  expect(isBreakIn({ kind: "entry", text })).toBe(false);
});

test("what is no coming in is no break-in, whatever it says", () => {
  expect(isBreakIn({ kind: "visit", text: "He kicked the door." })).toBe(false);
  expect(isBreakIn({ kind: "entry", text: null })).toBe(false);
});
