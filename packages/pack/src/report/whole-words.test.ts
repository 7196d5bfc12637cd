import { expect, test } from "vitest";
import { wholeWordsOf } from "./whole-words.ts";

const sentence = "I stood at the corner and saw the light in your kitchen go on and off.";

function printed(text: string): string {
  const { words } = wholeWordsOf(text);
  if (words === null) return "no words";
  return typeof words.words === "string" ? words.words : words.words.join("");
}

test("sixty words stand whole, in one quotation, on one line", () => {
  expect(printed("one two\n".repeat(30))).toMatch(/^“one two \/ .+ one two”$/);
  expect(wholeWordsOf("one ".repeat(60)).isWhole).toBe(true);
  expect(wholeWordsOf("one ".repeat(61)).isWhole).toBe(false);
});

test("a longer text ends where a sentence ends, and says how many words it goes on for", () => {
  const text = `${sentence} ${sentence} ${sentence} ${sentence} ${"and then ".repeat(20)}`;
  expect(printed(text)).toBe(`“${sentence} ${sentence} ${sentence} …” (56 words more)`);
});

test("a text is never cut before the word that turns it", () => {
  const rest = "never ".repeat(60);
  expect(printed(`I will leave you alone. But you come back. ${rest}`)).toContain("But you come back. …");
  expect(printed(`I will leave you alone. But ${rest}`)).toBe("no words");
  expect(printed(`I will leave you alone. — unless ${rest}`)).toBe("no words");
  expect(printed(`I love Mr. Reid ${rest}`)).toBe("no words");
});

test("a word without end takes no more room than sixty words", () => {
  expect(printed(`${"W".repeat(5_000)}. ${sentence}`)).toBe("no words");
});

test("her own account stands whole or not at all", () => {
  const account = `${sentence} ${sentence} ${sentence} ${sentence} It was the man who reads the meter.`;
  expect(wholeWordsOf(account, { isWholeOrNone: true })).toEqual({ words: null, isWhole: false });
  expect(wholeWordsOf(account).words).not.toBeNull();
});

test("words in another script than Latin say that they are not translated", () => {
  expect(printed("ਮੈਂ ਤੇਰੇ ਘਰ ਦੇ ਬਾਹਰ ਹਾਂ")).toBe("“ਮੈਂ ਤੇਰੇ ਘਰ ਦੇ ਬਾਹਰ ਹਾਂ” (not translated)");
});
