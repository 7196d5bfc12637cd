import { expect, test } from "vitest";
import { nameInLine, withoutQuotationMarks } from "./quoted.ts";

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
