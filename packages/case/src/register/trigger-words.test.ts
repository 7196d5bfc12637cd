import { expect, test } from "vitest";
import { triggerInWords } from "./trigger-words.ts";

test("a duty that waits for a service says so in a sentence, and one that runs says from which day", () => {
  expect(triggerInWords("not interim served")).toBe("the interim order is not served yet");
  expect(triggerInWords("interim served 2026-10-31")).toBe("interim served 2026-10-31");
});
