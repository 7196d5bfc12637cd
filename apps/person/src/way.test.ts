import { afterEach, expect, it, vi } from "vitest";
import { stepInHistory } from "./way.ts";

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["a page that was just opened", null, 0],
  ["the third screen that she went on to", { step: 3 }, 3],
  ["a step of somebody else’s page", { step: "3" }, 0],
  ["a state that names no step", {}, 0],
  ["a state that is no object", 7, 0],
])("tells from the history alone how many screens lie behind %s", (_, state, step) => {
  vi.stubGlobal("history", { state });
  expect(stepInHistory()).toBe(step);
});
