import { expect, test } from "vitest";
import { type CaseEvent, type Intent, foldCase } from "@unmask/case";
import { instantFromIso } from "@unmask/core";
import { partingsOf } from "./parted.ts";

const at = (minute: string) => instantFromIso(`2026-11-24T22:${minute}:00.000Z`) ?? expect.fail();
const event = (of: "report" | "case", id: string, minute: string, intent: Intent): CaseEvent => ({
  stream: { of, id },
  number: 1,
  happened: at(minute),
  recorded: at(minute),
  by: "dc-bell",
  ...intent,
});
const parted = (report: string, from: string, minute: string) =>
  event("report", report, minute, { kind: "report-parted", body: { from, why: "Two people, who live at 4 Quay Row." } });

test("what was parted from a report of the case is told there by its number alone, since the case was opened and while it stays apart", () => {
  const state = foldCase("0412", [event("case", "0412", "10", { kind: "case-opened", body: { reports: ["R-1"] } })]);
  const all = [
    parted("R-2", "R-1", "20"),
    // By way of one that is read as one with R-1; before the case; of another case; and one that was joined again.
    parted("R-3", "R-4", "21"),
    parted("R-5", "R-1", "05"),
    parted("R-6", "R-9", "22"),
    parted("R-4", "R-1", "12"),
  ];
  const told = partingsOf(all, { state, reports: [{ report: "R-1" }], joined: [{ report: "R-4" }] });
  expect(told.map(({ of, says }) => [of, says])).toEqual([
    ["R-2", "parted it from another report: R-1"],
    ["R-3", "parted it from another report: R-4"],
  ]);
  expect(JSON.stringify(told)).not.toContain("Quay Row");
});
