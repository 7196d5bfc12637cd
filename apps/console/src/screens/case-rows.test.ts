import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import type { CaseRow } from "../desk/cases.ts";
import { inOrderOfDuty } from "./case-rows.ts";

const opened = parseInstant(0) ?? expect.unreachable();
const row = (number: string, more: Partial<CaseRow> = {}): CaseRow => ({
  case: number,
  name: "",
  opened,
  isDanger: false,
  overdue: 0,
  next: "",
  reports: 1,
  news: 0,
  ...more,
});

it("puts danger before everything that is late, the latest before the rest, and what is closed last", () => {
  const rows = [row("0101", { closed: opened, isDanger: true }), row("0102"), row("0103", { overdue: 2 }), row("0104", { isDanger: true })];
  expect(inOrderOfDuty(rows).map((one) => one.case)).toEqual(["0104", "0103", "0102", "0101"]);
});
