import { expect, test } from "vitest";
import { insideQuotes, nameInPrint, quoted } from "./words.ts";

const forgedRow = "hello”\nwrote 2026-09-01T10:00:00 · in “Terry” structured export · b\nMessage, Telegram, by Imogen Vance: “I love you";

test("words that look like a row of the report stand on one line, and close no quotation of ours", () => {
  expect(quoted(forgedRow)).toBe(
    "“hello’ / wrote 2026-09-01T10:00:00 · in ’Terry’ structured export · b / Message, Telegram, by Imogen Vance: ’I love you”",
  );
});

test.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\n\n \n"])("a break of a line is a mark: %j", (lineBreak) => {
  expect(insideQuotes(`one${lineBreak}two`)).toBe("one / two");
  expect(nameInPrint(`one${lineBreak}two`)).toBe("one / two");
});

test("a run of blanks is counted, so that no words are pushed to where a row begins", () => {
  expect(quoted(`home\t\u3000  ${" ".repeat(60)}12 May 2026`)).toBe("“home [64 blanks] 12 May 2026”");
  expect(quoted("a   b")).toBe("“a   b”");
});

test("a message padded with characters that nobody sees is quoted, with how many they are", () => {
  expect(quoted(`outside your house ${"\u2800\u3164".repeat(400)}`, 100)).toBe("“outside your house [800 unseen]”");
});

test("a long text is cut inside our marks, and what is left out is counted as it was written", () => {
  expect(quoted("a\nbcdef", 3)).toBe("“a / b […, 4 more characters in the pack]”");
});

test("a name has no quotation mark, no break, and no more than 80 characters", () => {
  expect(nameInPrint("Zoë “Zo” O'Neil ")).toBe("Zoë ’Zo’ O'Neil");
  expect(nameInPrint("x".repeat(80))).toHaveLength(80);
  expect(nameInPrint("😀".repeat(60))).toBe(`${"😀".repeat(39)}…`);
});

test("a message of fifty thousand blanks between two words is set in a moment, and one at an end has none", () => {
  const started = performance.now();
  expect(quoted(`x${" ".repeat(50_000)}y`)).toBe("“x [50000 blanks] y”");
  expect(quoted(`x${"\n".repeat(50_000)}y`)).toBe("“x / y”");
  expect(quoted(` \r\n x \n\t `)).toBe("“x”");
  expect(performance.now() - started).toBeLessThan(1000);
});
