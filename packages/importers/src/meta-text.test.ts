import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repairObject, repairText } from "./meta-text.ts";

/** What the exports do to a text. */
const damage = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join("");

describe("text of an export", () => {
  test.each([["ø"], ["😡 café"], ["नमस्ते"], ["سلام"], ["plain"], [""]])("%s comes out as it was written", (text) => {
    expect(repairText(damage(text))).toEqual({ value: text, isDoubtful: false });
  });

  test.each([["caf\u00e9"], ["\u00c3\u00a9 and \u2026"], ["\u00e2\u0080"]])("%j is no damaged text: it stays and is doubtful", (text) => {
    expect(repairText(text)).toEqual({ value: text, isDoubtful: true });
  });

  test("a text beyond Latin-1 alone is proper already", () => {
    expect(repairText("… 😡")).toEqual({ value: "… 😡", isDoubtful: false });
  });

  test("a byte-order mark inside a text is part of it", () => {
    expect(repairText(damage("\uFEFFx"))).toEqual({ value: "\uFEFFx", isDoubtful: false });
  });

  test("any text survives the damage", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(repairText(damage(text))).toEqual({ value: text, isDoubtful: false });
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});

test("keys and values are repaired all the way down, and a key of the prototype is a key like others", () => {
  const damaged = JSON.parse(`{"a":[{"${damage("usuário")}":"${damage("é")}"}],"__proto__":{"x":"${damage("ß")}"},"n":1,"b":null}`) as {
    [key: string]: unknown;
  };
  const { value, isDoubtful } = repairObject(damaged);
  expect(JSON.stringify(value)).toBe('{"a":[{"usuário":"é"}],"__proto__":{"x":"ß"},"n":1,"b":null}');
  expect(isDoubtful).toBe(false);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(repairObject({ a: ["x", { b: "caf\u00e9" }] }).isDoubtful).toBe(true);
});
