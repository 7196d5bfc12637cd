import { expect, test } from "vitest";
import { isSignInName, signInNameFolded } from "./sign-in-name.ts";

test("the names that forces give are names", () => {
  for (const name of ["wren.12", "Wren@example.org", "PC 12 Wren", "renée", "ренэ"])
    expect([name, isSignInName(name)]).toEqual([name, true]);
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
])("a name with %s is none", (_which, name) => {
  expect(isSignInName(name)).toBe(false);
});

test("names that look alike are equal once folded, and others are not", () => {
  const wren = signInNameFolded("wren.12");
  for (const alike of ["WREN.12", "ｗren.12", "wr\u0435n.12"]) expect([alike, signInNameFolded(alike)]).toEqual([alike, wren]);
  expect(signInNameFolded("wren.13")).not.toBe(wren);
  expect(signInNameFolded("сор")).toBe(signInNameFolded("cop"));
});
