import { expect, it } from "vitest";
import { epoch } from "@unmask/core";
import { countDecisions, decidedByOthers, nameOf, sayNews, sayRecordedMinute } from "./case-words.ts";

it("says who wrote it, and of the machine that it was nobody", () => {
  expect(nameOf({ officers: { "o-1": "DC Bell" } }, "o-1")).toBe("DC Bell");
  expect(nameOf({ officers: {} }, "desk")).toBe("by itself");
});

it("says of a minute that the clock showed twice that nobody knows which of the two a record means", () => {
  expect(sayRecordedMinute("2026-10-25", "01:30")).toBe("01:30, which was twice that night: BST or GMT is not known");
  expect(sayRecordedMinute("2026-10-25", "02:00")).toBe("02:00");
});

it("counts what was decided of a report among the decisions of its case", () => {
  const decision = { number: 4, says: "Officer to the person now", at: epoch, by: "DC Bell", isOwn: false };
  const none = { written: [], order: null, ordersBefore: [], elsewhere: [], ofReports: [] };
  expect(countDecisions(none)).toBe(0);
  expect(countDecisions({ ...none, ofReports: [{ report: "R-27", decisions: [decision] }] })).toBe(1);
  const order = { answer: "not-pursued", reason: "Bail is enough.", number: 5, happened: epoch, by: "o-1" } as const;
  expect(countDecisions({ ...none, order, ordersBefore: [order] })).toBe(2);
});

it("never says of a second look that nobody looked before", () => {
  expect(sayNews({ since: null, looked: null }, epoch)).toBe("You have not looked at it before");
  expect(sayNews({ since: null, looked: epoch }, epoch)).toMatch(/^All is new to you: your first sitting, last look /);
  expect(sayNews({ since: epoch, looked: epoch }, epoch)).toMatch(/^New since you looked, /);
});

it("shows beside what one types what others decided since, and not what one decided oneself", () => {
  const written = [
    { number: 4, by: "o-2" },
    { number: 6, by: "o-1" },
    { number: 7, by: "o-2" },
  ];
  expect(decidedByOthers(written, { since: 5, me: "o-1" })).toEqual([{ number: 7, by: "o-2" }]);
});
