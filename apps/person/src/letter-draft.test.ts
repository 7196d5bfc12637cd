import { expect, test } from "vitest";
import { parseLetterFile } from "@unmask/submission";
import { emptyLetter, saidIn } from "./letter-draft.ts";

test("what she leaves blank is unsaid, and a letter without a name is anonymous", () => {
  expect(saidIn(emptyLetter)).toEqual({ reporter: "self", anonymous: true, danger: "unsaid" });
  expect(saidIn({ ...emptyLetter, wishes: "  ", codeWord: "\n" })).not.toHaveProperty("contactBrief");
});

test("what she fills in is a letter as a force reads it, with the way to reach her in it", () => {
  const said = saidIn({
    ...emptyLetter,
    danger: "now",
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
