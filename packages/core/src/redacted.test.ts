import { inspect } from "node:util";
import { expect, test } from "vitest";
import { type Redacted, redact, reveal } from "./redacted.ts";

test("a secret in its box is never printed, and comes out by one call", () => {
  const box = redact("correct horse");
  for (const printed of [String(box), JSON.stringify({ box }), inspect(box), box.toString(), Object.values(box).join()]) {
    expect(printed).not.toContain("horse");
  }
  expect(reveal(box)).toBe("correct horse");
});

test("a box that was made by hand opens on nothing", () => {
  const fake: Redacted<string> = { redacted: "<redacted>", toJSON: () => "", toString: () => "" };
  expect(() => reveal(fake)).toThrow("not a redacted value");
});
