import { expect, test } from "vitest";
import type { Identity } from "@unmask/core";
import { sayStatedTwins, sayToldGroups } from "./say-open-chats.ts";

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

test("what is two by her word is told with how many acts there are fewer if it is one chat", () => {
  expect(sayStatedTwins({ people, count: 5, areOne: false, isSaid: true })).toBe(
    "5 messages stand in two chats under two names (Tobias Fenn, Toby) and are counted for each, because it is stated that these are two; if it is one chat from two phones, there are 5 fewer.",
  );
});

test("of a group under two names it is told whether it counts once, why, and how many acts there are more or fewer if that is wrong", () => {
  const group = (wrote: string): Identity => ({ ...named(wrote), kind: "group" });
  const names = [group("Choir"), group("Choir 2026")] as const;
  const said = (are: "one" | "stated" | "open" | "contrary" | "two", count = 10, lackCount = 0): string =>
    sayToldGroups({ names, count, are, lackCount });
  const held = "The group Choir and the group Choir 2026 hold the same 10 messages";
  expect(said("one")).toBe(
    `${held}, by the same people, and neither holds what the other lacks while both go on. They are taken for one group under two names, and each of these counts once. If they are two groups, there are 10 more.`,
  );
  expect(said("one", 10, 1)).toContain("and while both go on only 1 message stands in one of them alone, as after something was deleted.");
  expect(said("one", 30, 2)).toContain("only 2 messages stand in one of them alone");
  expect(said("stated")).toBe(`${held}. They are one as stated, and each of these counts once. If they are two groups, there are 10 more.`);
  expect(said("open")).toBe(
    `${held}, and too few people wrote them to show whether that is one group under two names. It is not stated, and each of these counts in both. If it is one group, there are 10 fewer.`,
  );
  expect(said("two")).toBe(`${held}. They are two as stated, and each of these counts in both. If it is one group, there are 10 fewer.`);
  expect(said("contrary")).toContain("and one of them holds what the other lacks while both go on, as two groups do.");
  expect(said("one", 1)).toContain("hold the same 1 message, by the same people");
  expect(said("one", 1)).toContain("there is 1 more.");
});
