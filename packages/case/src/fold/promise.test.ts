import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import type { BodyOf, CaseEvent } from "../event.ts";
import { foldCase } from "./case-state.ts";
import { foldReport } from "./report-state.ts";

const tried = (number: number, body: BodyOf<"contact-attempted">, of: "report" | "case" = "report"): CaseEvent => ({
  stream: { of, id: of === "case" ? "0002" : "R-1" },
  number,
  happened: epoch,
  recorded: epoch,
  by: "bell",
  kind: "contact-attempted",
  body,
});
const told = tried(1, { channel: "mailbox", outcome: "sent", says: "We spoke.", nextBy: "2026-11-30" });

test("a day on which somebody writes again stands until words reached the person, and no call that nobody answered keeps it", () => {
  expect(foldReport("R-1", [told, tried(2, { channel: "call", outcome: "no-answer" })]).promises).toMatchObject([
    { nextBy: "2026-11-30", by: "bell" },
  ]);
  expect(foldReport("R-1", [told, tried(2, { channel: "mailbox", outcome: "sent" })]).promises).toEqual([]);
});

test("in a case of several people words that reached one keep no promise to another", () => {
  const told = (number: number, report: string, nextBy?: string) =>
    tried(number, { channel: "call", outcome: "reached", reports: [report], ...(nextBy !== undefined && { nextBy }) }, "case");
  const standing = (...events: readonly CaseEvent[]) =>
    foldCase("0002", events).promises.map(({ of, nextBy }) => `${of?.join() ?? ""} ${nextBy}`);
  const both = [told(1, "R-14", "2026-11-30"), told(2, "R-13", "2026-12-01")];
  expect(standing(...both)).toEqual(["R-14 2026-11-30", "R-13 2026-12-01"]);
  expect(standing(...both, told(3, "R-14"))).toEqual(["R-13 2026-12-01"]);
});
