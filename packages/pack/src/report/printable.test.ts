import fc from "fast-check";
import { expect, test } from "vitest";
import { isMostlyNotLatin, isRightToLeft, partsOf, toPrintable } from "./printable.ts";

test("what no face draws is printed as its code", () => {
  expect(toPrintable("a\u0000b\uE000c\uD800d\u{10FFFF}")).toBe("a[U+0000]b[U+E000]c[U+D800]d[U+10FFFF]");
  expect(toPrintable("ok \u{12000}")).toBe("ok [U+12000]");
});

test("a mark that turns the line around, or that hides, is printed as its code", () => {
  expect(toPrintable("ab\u202Ecd")).toBe("ab[U+202E]cd");
  expect(toPrintable("a\u2066b\u2069\u200Bc\uFEFF")).toBe("a[U+2066]b[U+2069][U+200B]c[U+FEFF]");
  expect(toPrintable("a\u{E0041}b")).toBe("a[U+E0041]b");
});

test("a text is of another script when more than half of its letters are", () => {
  for (const text of ["سلام عليكم، call me", "Я знаю", "我知道", "Ξέρω πού είσαι (ok)"]) expect(isMostlyNotLatin(text)).toBe(true);
  for (const text of ["", "👍🏽 1234", "Zoë café", "he wrote שלום and no more"]) expect(isMostlyNotLatin(text)).toBe(false);
});

test("scripts, joined emoji and flags stay as they were written", () => {
  for (const text of [
    "Zoë café",
    "سلام، میخواهم می‌خواهم",
    "שלום",
    "আমি জানি",
    "ਸਤਿ",
    "தமிழ்",
    "ไทย",
    "你好",
    "こんにちは",
    "안녕",
    "Привет",
    "γειά",
  ]) {
    expect(toPrintable(text)).toBe(text);
  }
  for (const text of ["👩‍👩‍👧", "❤️", "👍🏽", "🇬🇧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣"]) expect(toPrintable(text)).toBe(text);
});

test("all three kinds of line break become one, a tab becomes blanks", () => {
  expect(toPrintable("a\r\nb\rc\nd\te")).toBe("a\nb\nc\nd    e");
});

test("a long run without a blank can break, and copies out as it was written", () => {
  const run = "https://example.com/" + "a".repeat(200);
  const parts = [partsOf(`see ${run} now`)].flat();
  expect(parts.join("")).toBe(`see ${run} now`);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(24);
  expect(partsOf("short words only, none of them long")).toBe("short words only, none of them long");
});

test("every text comes out without anything the page cannot show, whatever was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)) }), (text) => {
      const printed = toPrintable(text);
      expect(printed).not.toMatch(/[\p{Cs}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069\uFEFF]/u);
      expect(printed).toBe(toPrintable(printed));
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test("the first letter decides on which side a text begins", () => {
  expect(isRightToLeft("“07700 سلام hello")).toBe(true);
  expect(isRightToLeft("hello سلام")).toBe(false);
  expect(isRightToLeft("12 🙂")).toBe(false);
});

test("fillers that nobody sees are no letters of another script", () => {
  expect(isMostlyNotLatin(`outside your house${"\u3164".repeat(400)}`)).toBe(false);
  expect(isMostlyNotLatin("ਮੈਂ ਤੇਰੇ ਘਰ")).toBe(true);
});
