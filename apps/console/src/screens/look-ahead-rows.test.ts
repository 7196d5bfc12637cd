import { expect, it } from "vitest";
import type { LookAheadRow } from "@unmask/case";
import { rowsUnder, sayLater } from "./look-ahead-rows.ts";

const row = (more: Partial<LookAheadRow>): LookAheadRow => ({
  ...{ order: "SPO-24-009", shown: "SPO-24-009", subject: "Mina Castell", group: "ahead", kind: "order-ends", day: "2026-11-29" },
  ...{ when: ["Sun 29 Nov 2026", "then expired"], ends: ["Full", ""], next: ["Renew? not decided", "s4(1)"] },
  ...{ label: "Castell ends", mark: "filled", isMind: true, reminders: [] },
  ...more,
});

it("keeps what ended, and what others made, under heads of their own that say their rule", () => {
  const rows = [row({}), row({ group: "ended" }), row({ group: "not-ours", order: "SPO-26-044" })];
  const heads = rowsUnder(rows);
  expect(heads.map(({ group, rows: under }) => [group, under.length])).toEqual([
    ["ahead", 1],
    ["ended", 1],
    ["not-ours", 1],
  ]);
  expect(heads.every(({ says }) => says !== "")).toBe(true);
});

it("says how many orders have no line here, so that nobody takes the list for all of them", () => {
  const shown = { rows: [], to: "2027-05-25", says: "" };
  expect(sayLater({ ...shown, live: 41, later: 36 })).toBe(
    "36 more orders of our 41 live ones end after Tue 25 May 2027, or run until further order.",
  );
  expect(sayLater({ ...shown, live: 3, later: 0 })).toBe("All of our 3 live orders are here.");
});
