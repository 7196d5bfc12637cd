import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createNameRedactor, isRedactable } from "./redact-names.ts";

const vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/redacted-names.json", import.meta.url), "utf8")) as {
  readonly cases: readonly {
    readonly says: string;
    readonly names: readonly string[][];
    readonly text: string;
    readonly redacted: string;
  }[];
};
const kim = createNameRedactor([["Kim Doyle", "+447700900777", "kim@example.org"], ["Zoë"]]);

describe("a name of somebody else is covered in a text", () => {
  test.each(vectors.cases)("$says: $text", ({ names, text, redacted }) => {
    const redactor = createNameRedactor(names);
    expect(redactor.redact(text)).toBe(redacted);
    expect(new TextEncoder().encode(redacted)).toHaveLength(new TextEncoder().encode(text).length);
    expect(redactor.holds(text)).toBe(redacted !== text);
    expect(redactor.holds(redacted)).toBe(false);
  });

  test("a longer word with the letters of a name is told, because it can be a form of it", () => {
    expect(kim.holdsInLongerWord("the Kim Doyles came")).toBe(true);
    expect(kim.holdsInLongerWord("ask Kim Doyle")).toBe(false);
  });

  test.each([
    "Zoë M. Doyle",
    "Zoë 'Boo' Doyle",
    "zoe anne marie doyle",
    "Zое Dоуlе",
    "Z o ë D o y l e",
    "Z.o.e D.o.y.l.e",
    "\u202eelyoD ëoZ",
  ])("%s reads as the name, and is told", (text) => {
    const zoe = createNameRedactor([["Zoë Doyle"]]);
    expect(zoe.holdsLike(`ask ${text} then`)).toBe(true);
    expect(zoe.holds(text)).toBe(false);
  });

  test("what is covered already, and the parts far from each other, do not read as the name", () => {
    const zoe = createNameRedactor([["Zoë Doyle"], ["+447700900777"]]);
    for (const text of ["ask Zoë Doyle", "Zoë came late and Mr Doyle left", "Зоя", "0 7 7 0 0 9 0 0 7 7 7", ""])
      expect(zoe.holdsLike(text), text).toBe(false);
  });

  test("wherever a name stands, none is left and no byte is more or less", () => {
    const word = fc.stringMatching(/^[a-zéüж李 .,;:'"\n-]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom("Kim Doyle", "zoë", "KIM DOYLE", "ZOË")), { maxLength: 6 }), (parts) => {
        const text = parts.map(([before, name]) => `${before} ${name} `).join("");
        const redacted = kim.redact(text);
        expect(redacted).not.toMatch(/kim doyle|zoë/iu);
        expect(new TextEncoder().encode(redacted)).toHaveLength(new TextEncoder().encode(text).length);
        expect(kim.redact(redacted)).toBe(redacted);
      }),
    );
  });

  test.each([
    [
      "Zoë Doyle",
      ["Doyle, Zoë", "N:Doyle;Zoe;;;", '"Zoë" Doyle', "zoë,doyle", "Zoë\tDoyle", "DOYLE\r\nzoe"],
      ["Zoë and Mr Doyle", "Doyle"],
    ],
    ['Ann "Nan" O’Hara', ["ann “nan” o'hara", "O'Hara, Ann (Nan)"], ["Ann O'Hara"]],
    ["👑Queen👑", ["👑 queen 👑"], ["the queen"]],
    ["Zoë", [], ["Zoë"]],
    [
      "+447700900311",
      ["07700, 900311", "07700:900311", "07700|900311", "07700 900 311x", "a07700900311", "٠٧٧٠٠، ٩٠٠٣١١"],
      ["07700 900312", "7700900311555", "07700 or 900311"],
    ],
  ])("%s is found in another order and with other signs between, to be refused and not passed over", (name, near, other) => {
    const redactor = createNameRedactor([[name]]);
    for (const text of near) expect(redactor.holdsNear(text), text).toBe(true);
    for (const text of other) expect(redactor.holdsNear(text), text).toBe(false);
  });

  test.each([" ", "-", "+", "0 ", "07700 ", "kim "])("a file of nothing but %j again and again is looked through as any other", (piece) => {
    const redactor = createNameRedactor([["+447700900311"], ["Kim Doyle"]]);
    const text = piece.repeat((1 << 20) / piece.length);
    expect([redactor.holds(text), redactor.holdsNear(text), redactor.holdsInLongerWord(text), redactor.holdsLike(text)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("one letter is no name, and a short number neither", () => {
    expect(["K", "12", "7", "Jo", "李雷", "07700 900777"].map(isRedactable)).toEqual([false, false, false, true, true, true]);
  });
});
