import { expect, test } from "vitest";
import type { Identity } from "@unmask/core";
import { sayStatedTwins } from "./say-open-chats.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const people = [named("Tobias Fenn"), named("Toby")] as const;

test("what is one by her word alone is told with how many acts there are more if both names wrote at once", () => {
  expect(sayStatedTwins({ people, count: 5, areOne: true })).toBe(
    "5 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted once; if both names wrote at once, there are 5 more.",
  );
  expect(sayStatedTwins({ people, count: 1, areOne: true })).toBe(
    "1 message stands in two chats under two names (Tobias Fenn, Toby) and is counted once; if both names wrote at once, there is 1 more.",
  );
});

test("what is left two, although she stated both names, is told with why, and how many acts there are fewer if it is one chat", () => {
  expect(sayStatedTwins({ people, count: 5, areOne: false })).toBe(
    "5 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted for each, because one of the chats holds what the other lacks while both go on; if it is one chat from two phones, there are 5 fewer.",
  );
});
