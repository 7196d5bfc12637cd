import { expect, it } from "vitest";
import { cutTo, inItsDirection, keepDirection, withoutStretches } from "./writing-direction.ts";

it("shows what would turn the rest of a row, and leaves every letter where it stands", () => {
  expect(inItsDirection("photo\u202Egpj.exe")).toBe("\u2068photo‹U+202E›gpj.exe\u2069");
  expect(inItsDirection("\u202Eback\u202C on")).toBe("\u2068‹U+202E›back on\u2069");
  expect(inItsDirection("a \u2067 b")).toBe("\u2068a ‹U+2067› b\u2069");
});

it("lets no text end the stretch in which it stands", () => {
  expect(inItsDirection("x\u2069\u202C\u202E0001")).toBe("\u2068x‹U+202E›0001\u2069");
  expect(inItsDirection("\u2066\u202Bx\u2069 y\u2069")).toBe("\u2068\u2066\u202Bx\u2069 y\u2069");
});

it("keeps the marks that an export sets around a number, and a name in its own script apart", () => {
  expect(inItsDirection("\u202A+44 7700 900123\u202C")).toBe("\u2068\u202A+44 7700 900123\u202C\u2069");
  expect(inItsDirection("ليلى\nLeila")).toBe("\u2068ليلى\u2069\nLeila");
  expect(inItsDirection("Daniel Mensah")).toBe("Daniel Mensah");
});

it("ends what a cut leaves open", () => {
  expect(cutTo("\u2068\u202Aab\u202C cd\u2069", 4)).toBe("\u2068\u202Aab\u202C\u2069");
  expect(cutTo("\u2068\u202Aab\u202C cd\u2069", 6)).toBe("\u2068\u202Aab\u202C \u2069".slice(0, 6) + "\u2069");
  expect(cutTo("abcd", 2)).toBe("ab");
});

it("reaches every text of an answer", () => {
  expect(keepDirection({ rows: [{ says: "\u202Ex", rank: 1, none: null }] })).toEqual({
    rows: [{ says: "\u2068‹U+202E›x\u2069", rank: 1, none: null }],
  });
});

it("puts no stretch of ours around a name in a file, and leaves what a stranger put into it", () => {
  expect(withoutStretches(`${inItsDirection("مريم")}: “${inItsDirection("photo\u202Egpj.exe")}”`)).toBe("مريم: “photo‹U+202E›gpj.exe”");
  expect(withoutStretches(inItsDirection("@\u2068مريم\u2069 hello"))).toBe("@\u2068مريم\u2069 hello");
  expect(withoutStretches("\u2066Leila\u2069\u2069")).toBe("\u2066Leila\u2069\u2069");
});
