import type { Identity } from "@unmask/core";
import { expect, it } from "vitest";
import { sayWhyTwo } from "./why-two.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const names = ["Ivo Nash", "Ivo N"];

it("says of names stated as one whether none is in the files, or the two differ, in words for a group or for a chat of two", () => {
  expect(sayWhyTwo(names, { why: "no such name", names: ["Ivo N"] })).toBe(
    "No group or chat in these files is called “Ivo N”: that “Ivo Nash” and “Ivo N” are one counts for nothing. Look at how it is written in the files.",
  );
  expect(sayWhyTwo(names, { why: "unlike", areGroups: false, counts: [40, 1] })).toBe(
    "The chats “Ivo Nash” and “Ivo N”, of 40 messages and 1 message, are in these files, but fewer than two messages have the same words at the same time in both: that they are one counts for nothing.",
  );
  expect(sayWhyTwo(names, { why: "unlike", areGroups: true, counts: [40, 1] })).toContain("The groups “Ivo Nash”");
  expect(sayWhyTwo(names, { why: "one file", areGroups: true })).toContain("stand in one file, which tells them apart");
  expect(sayWhyTwo(names, { why: "two numbers", count: 6 })).toContain("hold the same 6 messages, but these are two numbers");
});

it("gives what to type where both names are not stated as one person's", () => {
  expect(sayWhyTwo(names, { why: "not one person", people: [named("Ivo Nash"), named("Ivo N")], count: 30 })).toContain(
    "If both are theirs: --them='Ivo Nash' --them='Ivo N'",
  );
});
