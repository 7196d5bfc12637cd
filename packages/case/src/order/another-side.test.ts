import { expect, test } from "vitest";
import { otherSideOf } from "./another-side.ts";

const marcus = { name: "Marcus Doyle", otherNames: ["Mackie"] };

test.each([
  ["subject", ["Marcus Doyle"]],
  ["subject", ["M\u0430rcus  DOYLE"]],
  ["subject", ["Doyle, Marcus"]],
  ["subject", ["M. Doyle"]],
  ["subject", ["Marcus"]],
  ["subject", ["Doyle"]],
  ["subject", ["somebody at the gym", "Mackie"]],
  ["another", ["Piotr Sowa"]],
  ["another", ["Marcus Okafor"]],
  ["another", ["Piotr"]],
  ["unnamed", []],
  ["unnamed", ["+44 7700 900233"]],
] as const)("a report whose other side is %s has it called %j", (side, theirs) => {
  expect(otherSideOf(theirs, marcus)).toBe(side);
});
