import { expect, test } from "vitest";
import { sayUnread } from "./unread-words.ts";

test("the second person is told which criteria they have not read, one or several", () => {
  expect(sayUnread(["b"])).toBe("criterion (b) is not read");
  expect(sayUnread(["a", "b", "c"])).toBe("criteria (a), (b) and (c) are not read");
});
