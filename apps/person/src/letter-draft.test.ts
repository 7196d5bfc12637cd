import { expect, test } from "vitest";
import { parseLetterFile } from "@unmask/submission";
import { answerOf, emptyAnswer, emptyLetter, saidIn, saidInAnswer, saysNothing } from "./letter-draft.ts";

test("what she leaves blank is unsaid, and a letter without a name is anonymous", () => {
  expect(saidIn(emptyLetter)).toEqual({ anonymous: true, danger: "unsaid" });
  expect(saidIn({ ...emptyLetter, wishes: "  ", codeWord: "\n" })).not.toHaveProperty("contactBrief");
});

test("what she fills in is a letter as a force reads it, with the way to reach her in it", () => {
  const said = saidIn({
    ...emptyLetter,
    danger: "now",
    reporter: "self",
    name: " Nadia Khan ",
    account: "He waits outside.\nEvery day.",
    wishes: "Speak to him",
    channel: "text",
    address: "07700 900123",
    hours: "9 to 4",
    voicemail: "no",
    referral: "yes",
    jurisdiction: "NI",
  });
  expect(said).toMatchObject({ name: "Nadia Khan", contactBrief: { channel: "text", voicemail: false }, referral: true });
  expect(said).not.toHaveProperty("anonymous");
  const { contactBrief: contact, ...others } = said;
  expect(parseLetterFile(JSON.stringify({ ...others, contact }))).toEqual({ ok: true, value: said });
});

test("an answer carries danger and another way to reach her as a first letter does, and of what she leaves blank nothing is changed", () => {
  expect(saidInAnswer(emptyAnswer)).toEqual({});
  const said = saidInAnswer({ ...emptyAnswer, danger: "now", account: " He is at the door. ", address: "07700 900124", voicemail: "no" });
  expect(said).toEqual({ danger: "now", account: "He is at the door.", contactBrief: { address: "07700 900124", voicemail: false } });
});

test("a letter in which nothing is written is known, and one in which a way to reach her stands is none of those", () => {
  expect(saysNothing({ ...emptyLetter, wishes: " \n", language: "Welsh" })).toBe(true);
  expect(saysNothing({ ...emptyLetter, danger: "no" })).toBe(false);
  expect(saysNothing({ ...emptyLetter, address: "07700 900124" })).toBe(false);
});

test("what she wrote for a letter goes to the report that they have with all that it says of danger, wishes and the way to her", () => {
  const letter = { ...emptyLetter, danger: "now", account: "He waits outside.", wishes: "Do not ring.", address: "07700 900321" } as const;
  expect(saidInAnswer(answerOf(letter))).toEqual({
    danger: "now",
    account: "He waits outside.\n\nDo not ring.",
    contactBrief: { address: "07700 900321" },
  });
});
