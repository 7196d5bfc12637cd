import { expect, test } from "vitest";
import { isPlainName, looksAlike, mostNameLetters, nameAmong } from "./plain-name.ts";

test("the names that forces give are names", () => {
  for (const name of ["wren.12", "Wren@example.org", "PC 12 Wren", "renée", "ренэ"])
    expect([name, isPlainName(name)]).toEqual([name, true]);
});

test.each([
  ["nothing", ""],
  ["a blank before it", " able"],
  ["a blank after it", "able "],
  ["two blanks", "PC  12"],
  ["a sign of no width", "wren.12\u200b"],
  ["a mark that turns its letters round", "wren\u202e.12"],
  ["a blank that does not break", "PC\u00a012"],
  ["a tab", "PC\t12"],
  ["a NUL", "wren.12\u0000"],
  ["a line break", "wren\n12"],
  ["a letter of Cyrillic in a word of Latin", "wr\u0435n.12"],
  ["wide letters", "\uff37\uff32\uff25\uff2e.12"],
  ["two letters drawn as one", "\ufb01sh"],
  ["a figure of Rome for a letter", "\u217c1"],
  ["an accent apart from its letter", "rene\u0301e"],
  ["marks heaped over a letter", `z${"\u0315".repeat(300)}`],
  ["more letters than a list has room for", "x".repeat(mostNameLetters + 1)],
])("a name with %s is none", (_which, name) => {
  expect(isPlainName(name)).toBe(false);
});

test("names that look alike are found so, and others are not", () => {
  for (const alike of ["WREN.12", "\uff57ren.12", "wr\u0435n.12", "wren.l2", "wren.I2"])
    expect([alike, looksAlike("wren.12", alike)]).toEqual([alike, true]);
  expect(looksAlike("wren.12", "wren.13")).toBe(false);
  expect(looksAlike("сор", "cop")).toBe(true);
  expect(looksAlike("Sgt Bell", "Sgt BeIl")).toBe(true);
  expect(looksAlike("PC 101 Ali", "PC 1O1 Ali")).toBe(true);
  expect(looksAlike("PC Ali", "PC All")).toBe(false);
});

test("a name that somebody has gets the first number that makes it another", () => {
  expect(nameAmong("Sgt Two", ["Sgt One"])).toBe("Sgt Two");
  expect(nameAmong("Sgt Two", ["Sgt \u0422wo", "sgt two (2)"])).toBe("Sgt Two (3)");
});
