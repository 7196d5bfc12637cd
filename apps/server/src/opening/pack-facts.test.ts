import { expect, test } from "vitest";
import { breachesOf } from "./pack-facts.ts";

const finding = {
  pattern: "contact-after-stop",
  standing: "order or bail",
  line: "Order in force 1 September 2026 to 1 March 2027; not served. While it held 2 messages came",
  says: "An order was in force from 1 September 2026. 2 acts came while it held.",
  acts: [4, 9],
  how: "By day.",
  couldChange: [],
  table: { columns: [], rows: [] },
} as const;

test("acts that came while an order was in force put the report among the breaches, as what was worked out", () => {
  const [breach, ...others] = breachesOf({ findings: [{ agreement: "agrees", hers: finding, here: { ...finding, beyond: 0 } }] });
  expect(breach).toMatchObject({ kind: "breach-found", body: { says: finding.line, knowing: "worked-out" } });
  expect(others).toEqual([]);
});

test("what came after a word of hers, or no act at all, breaks no order", () => {
  const stop = { ...finding, standing: "after a stop" } as const;
  expect(breachesOf({ findings: [{ agreement: "agrees", hers: stop }] })).toEqual([]);
  expect(breachesOf({ findings: [{ agreement: "agrees", hers: { ...finding, acts: [] } }] })).toEqual([]);
});
