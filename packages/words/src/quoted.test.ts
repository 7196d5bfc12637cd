import { expect, test } from "vitest";
import { withoutQuotationMarks } from "./quoted.ts";

test.each([...'"“”„‟＂«»〝〞〟״″❝❞⹂', "''", "’’", "‘’", "`´", '"”', "’\u200E’"])("no words close their own quotation with %s", (mark) => {
  expect(withoutQuotationMarks(`hello${mark} by Terry`)).toBe("hello’ by Terry");
});

test("an apostrophe and single marks stay as somebody wrote them", () => {
  const text = "I’m at Zoë's, ‘home’, 5′ away";
  expect(withoutQuotationMarks(text)).toBe(text);
});
