import { expect, it } from "vitest";
import type { LookAheadRow } from "@unmask/case";
import { parseInstant } from "@unmask/core";
import { linesBehind } from "./look-ahead-pages.ts";
import { aheadDrawn, aheadForFile, rowsUnder, sayLater, sayLines } from "./look-ahead-rows.ts";

const row = (more: Partial<LookAheadRow>): LookAheadRow => ({
  ...{
    order: "SPO-24-009",
    shown: "SPO-24-009",
    subject: "Mina Castell",
    jurisdiction: "EW",
    group: "ahead",
    kind: "order-ends",
    day: "2026-11-29",
  },
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
    "36 more of our 41 live orders end after Tue 25 May 2027, or run until further order.",
  );
  const said = (live: number, later: number): string => sayLater({ ...shown, live, later });
  expect(said(3, 0)).toBe("All of our 3 live orders are here.");
  expect(said(2, 1)).toBe("1 more of our 2 live orders ends after Tue 25 May 2027, or runs until further order.");
  expect(said(2, 2)).toBe("All of our 2 live orders end after Tue 25 May 2027, or run until further order.");
  expect(said(1, 1)).toBe("Our one live order ends after Tue 25 May 2027, or runs until further order.");
  expect([said(1, 0), said(0, 0)]).toEqual(["Our one live order is here.", "No order of ours lives."]);
});

it("says how far a part of the list goes, draws no emptiness behind it, and is the whole list with its last page", () => {
  const now = parseInstant(Date.parse("2026-11-26T09:00:00Z")) ?? expect.fail("a time");
  const log = { number: 7, says: "", hash: "0".repeat(64), before: "1".repeat(64) };
  const asked = { now, to: "2027-05-25", live: 3, later: 0, many: 3, reminderDays: [180, 90, 30] };
  const first = {
    ...asked,
    rows: [row({}), row({ day: "2026-12-04" })],
    says: "One order ends.",
    next: "0 2026-12-04 SPO-24-009 SPO-24-009",
    log,
  };
  expect(sayLines(first)).toBe("The first 2 lines of 3, as far as Fri 4 Dec 2026.");
  expect(aheadDrawn(first, now).drawing.desktop.alt).toContain("2 marks up to Fri 4 Dec 2026");
  const all = linesBehind(first, { ...asked, rows: [row({ day: "2027-01-04" })], says: "", log: { ...log, number: 9 } });
  expect(all).toMatchObject({ says: "One order ends.", log: { number: 9 } });
  expect([all.rows.length, all.next, sayLines(all)]).toEqual([3, undefined, ""]);
  expect(aheadDrawn(all, now).drawing.desktop.alt).toContain("3 marks up to Tue 25 May 2027");
});

it("has in a file beside each day in words the day by which a program sorts", () => {
  const table = { columns: ["Subject", "Last day"], rows: [["Mina Castell", "Sun 29 Nov 2026 (then expired)"]] };
  expect(aheadForFile(table, [row({})])).toEqual({
    columns: ["Subject", "Last day", "Day (ISO 8601)"],
    rows: [["Mina Castell", "Sun 29 Nov 2026 (then expired)", "2026-11-29"]],
  });
});
