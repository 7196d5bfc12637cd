import { expect, test } from "vitest";
import { randomBelow, randomHex } from "./ids.ts";

test("chance is as long as was asked, and every number below a limit comes", () => {
  expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(Array.from({ length: 200 }, () => randomBelow(3)))).toEqual(new Set([0, 1, 2]));
});
