import { expect, test } from "vitest";
import { isAnsweredAfter, sayHasLetter } from "./mailbox.ts";

test("what a machine acknowledged is never told as read, and only words of somebody answer it", () => {
  const messages = [{ kind: "acknowledgement" }, { kind: "proof" }, { kind: "question" }, { kind: "acknowledgement" }, { kind: "proof" }];
  expect([0, 3].map((place) => isAnsweredAfter(messages, place))).toEqual([true, false]);
  expect(sayHasLetter("Example Police", false)).toBe("Example Police has your letter; nobody has said yet that they read it");
  expect(sayHasLetter("Example Police", true)).toBe("Example Police has your letter");
});
