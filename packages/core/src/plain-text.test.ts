import { expect, test } from "vitest";
import { asPlainText, isDrawnAsTyped, isOneLine, isPlainText } from "./plain-text.ts";

test("what people write is plain text, in every script and over several lines", () => {
  for (const text of ["", "He rang.\r\n\tTwice.", "Ünï ✔ 👩🏽‍🚒", "‏שלום", "a\u202eb"]) expect([text, isPlainText(text)]).toEqual([text, true]);
});

test("a control, a NUL and half of a character are no text", () => {
  for (const text of ["a\u0000b", "\u001b[31mred", "\u0007", "a\u007f", "\u0085", "\ud800x", "x\udc00"])
    expect([JSON.stringify(text), isPlainText(text)]).toEqual([JSON.stringify(text), false]);
});

test("what a word processor pastes becomes plain text, with a blank for each sign that nobody sees", () => {
  expect(asPlainText("He rang.\u000bTwice.\r\n\tAgain.\rx\u0000\ud800y 👩🏽‍🚒")).toBe("He rang. Twice.\n\tAgain.\nx  y 👩🏽‍🚒");
});

test("a number with a line break in it is not one line", () => {
  expect(["NP-2026-0827", "a\tb", "a\nb", "a\r", "a\u2028b"].map(isOneLine)).toEqual([true, true, false, false, false]);
});

test("what turns a number round, or is drawn over the lines beside it, is not read as it was typed; a language of either direction is", () => {
  expect(["Call \u202e9990", "a\u202db", `o${"\u0301".repeat(7)}`].map(isDrawnAsTyped)).toEqual([false, false, false]);
  for (const text of ["Dear مريم", "שָׁלוֹם", "\u2068x\u2069 y", "👩🏽‍🚒", "tiếng Việt"])
    expect([text, isDrawnAsTyped(text)]).toEqual([text, true]);
});
