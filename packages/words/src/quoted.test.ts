import { expect, test } from "vitest";
import { foldRuns, nameInLine, withoutQuotationMarks } from "./quoted.ts";

test.each([...'"“”„‟＂«»〝〞〟״″❝❞⹂', "''", "’’", "‘’", "`´", '"”', "’\u200E’"])("no words close their own quotation with %s", (mark) => {
  expect(withoutQuotationMarks(`hello${mark} by Terry`)).toBe("hello’ by Terry");
});

test("an apostrophe and single marks stay as somebody wrote them", () => {
  const text = "I’m at Zoë's, ‘home’, 5′ away";
  expect(withoutQuotationMarks(text)).toBe(text);
});

test("a name of an account forges no row and takes no figure to its side", () => {
  expect(nameInLine("Terry”\n1  12:00  Message,   by Imogen: “hi")).toBe("Terry’ / 1 12:00 Message, by Imogen: ’hi");
  expect(nameInLine("x".repeat(1_000))).toBe(`${"x".repeat(79)}…`);
  expect(nameInLine("x".repeat(1_000), 12)).toHaveLength(12);
  // Behind letters from right to left stands a mark, or “, 5 acts” would be read before them.
  for (const name of ["שלום", "سلام", "Terry\u200F"]) expect(nameInLine(name)).toBe(`${name}\u200E`);
});

test("a threat that is padded with characters nobody sees is as long as what can be read of it", () => {
  const padding = "\u2800\u3164".repeat(400);
  expect(foldRuns(`outside your house ${padding}`)).toBe("outside your house [800 unseen]");
  expect(foldRuns(`one${"\u2800 ".repeat(5)}two${"\uE000".repeat(4)}three${"\u0001".repeat(9)}`)).toBe(
    "one [5 unseen] two [4 unseen] three [9 unseen]",
  );
  expect(foldRuns(`home${" ".repeat(64)}now`)).toBe("home [64 blanks] now");
});

test("breaks of a line, joined letters, flags and up to three unseen characters stay as they are", () => {
  for (const text of [
    "a\n\n\n\n\nb",
    "\u0645\u06CC\u200C\u062E",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "a\u2800\u2800\u2800b",
    "a   b",
  ])
    expect(foldRuns(text)).toBe(text);
});
