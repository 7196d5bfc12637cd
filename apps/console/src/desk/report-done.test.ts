import { expect, it } from "vitest";
import { attemptOf } from "./report-done.ts";

it("an attempt is sent only when the officer chose by which way it was and what came of it", () => {
  expect(attemptOf({ says: "" }, 3)).toBeUndefined();
  expect(attemptOf({ way: "call", says: "" }, 3)).toBeUndefined();
  expect(attemptOf({ outcome: "no-answer", says: "" }, 3)).toBeUndefined();
  expect(attemptOf({ way: "text", outcome: "sent", says: " as she asked " }, 3)).toEqual({
    saw: 3,
    channel: "text",
    outcome: "sent",
    says: "as she asked",
  });
});
