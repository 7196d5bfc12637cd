import { expect, test } from "vitest";
import { isAnsweredAfter, sayHasLetter, sayUnopened } from "./mailbox.ts";

test("what a machine acknowledged is never told as read, and only words of somebody answer it", () => {
  const messages = [{ kind: "acknowledgement" }, { kind: "proof" }, { kind: "question" }, { kind: "acknowledgement" }, { kind: "proof" }];
  expect([0, 3].map((place) => isAnsweredAfter(messages, place))).toEqual([true, false]);
  expect(sayHasLetter("Example Police", false)).toBe("Example Police has your letter; nobody has said yet that they read it");
  expect(sayHasLetter("Example Police", true)).toBe("Example Police has your letter");
});

test("of a pack that does not open she is told to keep hers and what to do, also where the reason is a new one", () => {
  const reasons = ["altered", "cut-short", "no-key", "not-a-pack", "page", "too-large", "not-read", "a reason of next year"];
  for (const reason of reasons)
    expect(sayUnopened(reason)).toMatch(/arrived, and they cannot open it as it is\. Keep yours\. .*(?:again|add|write)/);
  // A file that is damaged where she keeps it helps nobody the second time.
  for (const reason of ["altered", "cut-short"]) expect(sayUnopened(reason)).toContain("if they say this again, make the report again");
  expect(isAnsweredAfter([{ kind: "acknowledgement" }, { kind: "unopened" }], 0)).toBe(false);
});
