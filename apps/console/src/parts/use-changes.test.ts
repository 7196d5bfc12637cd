import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { countNews } from "./use-changes.ts";

const at = parseInstant(Date.UTC(2026, 10, 27, 3, 12));
if (at === undefined) throw new Error("a time of our calendar");
const waits = { handover: 0, reviews: 0, opened: [], put: [] };
const none = { looked: at, again: undefined, queue: { fresh: 0, again: 0, danger: 0 }, waits, changed: undefined, deaf: undefined };

test("the tab counts what came once, though a new report in danger is both", () => {
  expect(countNews(none)).toBe(0);
  expect(countNews({ ...none, queue: { fresh: 2, again: 1, danger: 1 } })).toBe(3);
  expect(countNews({ ...none, queue: { fresh: 0, again: 0, danger: 1 } })).toBe(1);
  expect(countNews({ ...none, changed: { of: "report", id: "R-2100", saw: 3, at, again: () => undefined } })).toBe(1);
});
