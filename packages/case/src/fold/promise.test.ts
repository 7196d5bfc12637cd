import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import type { BodyOf, CaseEvent } from "../event.ts";
import { foldReport } from "./report-state.ts";

const tried = (number: number, body: BodyOf<"contact-attempted">): CaseEvent => ({
  stream: { of: "report", id: "R-1" },
  number,
  happened: epoch,
  recorded: epoch,
  by: "bell",
  kind: "contact-attempted",
  body,
});
const told = tried(1, { channel: "mailbox", outcome: "sent", says: "We spoke.", nextBy: "2026-11-30" });

test("a day on which somebody writes again stands until words reached the person, and no call that nobody answered keeps it", () => {
  expect(foldReport("R-1", [told, tried(2, { channel: "call", outcome: "no-answer" })]).promise).toMatchObject({
    nextBy: "2026-11-30",
    by: "bell",
  });
  expect(foldReport("R-1", [told, tried(2, { channel: "mailbox", outcome: "sent" })]).promise).toBeNull();
});
