import { expect, test } from "vitest";
import { newUuid, randomBelow, randomHex } from "./ids.ts";

test("names for new things are UUIDs of version 7 that begin with the time, or chance alone", () => {
  const before = Date.now();
  const id = newUuid();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const made = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now());
  expect(newUuid()).not.toBe(newUuid());
  expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(Array.from({ length: 200 }, () => randomBelow(3)))).toEqual(new Set([0, 1, 2]));
});
