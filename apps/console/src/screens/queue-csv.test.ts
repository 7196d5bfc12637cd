import { expect, it } from "vitest";
import { parseInstant, writeCsv } from "@unmask/core";
import { queueTable } from "./queue-csv.ts";

it("hands out the rows as they stand, and no reporter’s name or message as a formula", () => {
  const at = parseInstant(Date.UTC(2026, 10, 25, 3, 12)) ?? expect.unreachable();
  const table = queueTable(
    [
      {
        rank: 1,
        group: "danger",
        why: { first: "=HYPERLINK(“x”)" },
        mark: "Danger now",
        report: "R-2100",
        reporter: { says: "+44 7700 900215" },
        acts: { total: 58, weeks: [], reports: [] },
        unread: { since: at, opened: false, isLong: false },
        with: {},
        next: "Call now",
        dueBy: "2026-11-25",
      },
    ],
    at,
  );
  const [head, row] = writeCsv(table).split("\r\n");
  expect(head?.split(",").length).toBe(table.rows[0]?.length);
  expect(row).toContain(",'=HYPERLINK");
  expect(row).toContain(",'+44 7700 900215,58,");
  expect(row).toContain('"Call now, by Wed 25 Nov"');
});
