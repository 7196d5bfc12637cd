import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { dangerInWords } from "./danger-of-row.ts";

test("words without end of whoever wrote a danger, or who went there, leave room in the row for when that was", () => {
  const endless = `He is on the stairs ${"W".repeat(700)}`;
  const says = dangerInWords({
    ...{ number: 1, by: "pc", knowing: "account", happened: epoch, says: endless },
    met: [{ number: 2, happened: epoch, by: "pc", says: endless }],
  });
  expect(says).toMatch(/^He is on the stairs W+… 1 Jan 01:00\. He is on the stairs W+… 1 Jan 01:00\.$/);
  expect(says.length).toBeLessThan(400);
});
