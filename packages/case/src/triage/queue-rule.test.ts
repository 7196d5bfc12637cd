import { expect, test } from "vitest";
import { parseQueueRuleSet, queueRuleSetToText } from "./queue-rule.ts";

test("what a force set of its queue is read back the same, and danger is in no order that it could set", () => {
  const set = { date: "2026-11-27", afterDanger: ["repeat", "breach", "first"], longHours: 2 } as const;
  expect(parseQueueRuleSet(queueRuleSetToText(set))).toEqual({ ok: true, value: set });
  for (const wrong of [
    { ...set, afterDanger: ["repeat", "danger", "first"] },
    { ...set, afterDanger: ["repeat", "repeat", "first"] },
    { ...set, afterDanger: ["repeat", "breach"] },
    { ...set, longHours: 0 },
    { ...set, longHours: 73 },
    { ...set, date: "2026-02-30" },
    { ...set, more: 1 },
  ])
    expect(parseQueueRuleSet(JSON.stringify(wrong)).ok).toBe(false);
});
