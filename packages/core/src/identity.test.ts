import { expect, test } from "vitest";
import { type Persona, isOf, normalName, owner } from "./identity.ts";

test("names compare without case, marks, widths and double blanks", () => {
  for (const name of ["Sam Okoro", " sam\u00A0 OKORO ", "\u202ASam Okoro\u202C", "Ｓａｍ Okoro", "S\u200Bam Okoro", "\uFEFFSam Okoro"]) {
    expect(normalName(name)).toBe("sam okoro");
  }
  expect(normalName("Zoe\u0308")).toBe(normalName("Zoë"));
  expect(normalName("Sam")).not.toBe(normalName("Ѕam"));
});

test("a persona is known by any of its identities, or by the name shown beside one", () => {
  const them: Persona = { label: "D", normals: new Set(["+447700900142", "dan marsh"]) };
  expect(isOf(them, { kind: "phone", wrote: "07700 900142", normal: "+447700900142" })).toBe(true);
  expect(isOf(them, { kind: "phone", wrote: "07700 900388", normal: "+447700900388", name: "Dan  Marsh" })).toBe(true);
  expect(isOf(them, { kind: "phone", wrote: "07700 900388", normal: "+447700900388" })).toBe(false);
  expect(isOf(them, owner)).toBe(false);
});
