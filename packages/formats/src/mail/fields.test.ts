import { expect, test } from "vitest";
import { readFields, readStructured } from "./fields.ts";

test("a field of escaped brackets that none closes, and a line of carriage returns, are read in a moment", () => {
  const started = performance.now();
  expect(readStructured(`text/plain; charset=utf-8; x=${"(\\".repeat(30_000)}`).parameters.get("charset")).toBe("utf-8");
  const { fields } = readFields(new TextEncoder().encode(`Subject: a${"\r".repeat(50_000)}b\r\r\n`), true);
  expect(fields[0]?.value).toMatch(/^ ?a\s+b$/);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("a comment is passed over, one that nothing closes is not, and what it holds still tells", () => {
  expect(readStructured("text/plain (a\\)b); charset=utf-8").value).toBe("text/plain");
  expect(readStructured("text/plain (a; charset=utf-8").parameters.get("charset")).toBe("utf-8");
});
