import { expect, test } from "vitest";
import { normalName } from "./identity.ts";

test("names compare without case, marks, widths and double blanks", () => {
  for (const name of ["Sam Okoro", " sam\u00A0 OKORO ", "\u202ASam Okoro\u202C", "Ｓａｍ Okoro", "S\u200Bam Okoro", "\uFEFFSam Okoro"]) {
    expect(normalName(name)).toBe("sam okoro");
  }
  expect(normalName("Zoe\u0308")).toBe(normalName("Zoë"));
  expect(normalName("Sam")).not.toBe(normalName("Ѕam"));
});
