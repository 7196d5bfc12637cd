import { expect, test } from "vitest";
import { isBlock, isEncryptionNotice, knownNotice, mayBeEncryptionNotice, nameForm } from "./notices.ts";

const names = new Set(["Sam", "Dr. Sam", "Jo's phone", "Choir"].map(nameForm));
const says = (text: string): string | undefined => knownNotice(text, (form) => names.has(form));

test.each([
  [
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more",
    "encryption notice",
  ],
  ["Your security code with Dr. Sam changed. Tap to learn more.", "encryption notice"],
  ["Jo’s phone’s security code changed", "encryption notice"],
  ["Sam changed to +44 7700 900456", "number-changed notice"],
  ["You turned off disappearing messages.", "disappearing-messages notice"],
  ["Sam added you", "group notice"],
  ["~ Sam left", "group notice"],
  ["You changed the subject to “Choir, but: later”", "group notice"],
  ["You unblocked this contact.", "unblock notice"],
])("%s was written by the app", (text, what) => {
  expect(says(text)).toBe(what);
});

test.each([
  "Messages and calls are end-to-end encrypted. I will kill you",
  "I will kill you. Tap to learn more.",
  "Your security code with your life changed.",
  "Sam added poison to your tea",
  "Sam changed the subject to “a” and then “b” hit you",
  "Your life left",
  "You left\nand will pay",
  `You changed the subject to “${"x".repeat(200)}”`,
  "x".repeat(10_000),
  "You unblocked this contact. You will pay",
  "Tap to learn more.",
])("%s was not", (text) => {
  expect(says(text)).toBeUndefined();
});

test("a block is the whole sentence and no other", () => {
  expect(
    [
      "You blocked this contact",
      "You blocked this contact. Tap to unblock.",
      "Has bloqueado a este contacto. Toca para desbloquearlo.",
    ].map(isBlock),
  ).toEqual([true, true, true]);
  expect(
    ["You unblocked this contact.", "You blocked this contact, fool", "You blocked this contact\nTap to unblock"].map(isBlock),
  ).toEqual([false, false, false]);
});

test("the sentence about encryption is looked for wherever it could stand, and found only whole", () => {
  const sentence = "Los mensajes y las llamadas están cifrados de extremo a extremo.";
  expect([mayBeEncryptionNotice(sentence), isEncryptionNotice(sentence)]).toEqual([true, true]);
  expect([mayBeEncryptionNotice("Messages to me"), isEncryptionNotice("Messages to this chat are (mine)")]).toEqual([true, false]);
  expect(mayBeEncryptionNotice("hello there")).toBe(false);
});
