import { type CaseEvent, foldReport } from "@unmask/case";
import { type Instant, epoch, later } from "@unmask/core";
import { expect, test } from "vitest";
import { notedOf, withdrawnIn } from "./noted.ts";

const tried = (report: string, at: Instant): readonly CaseEvent[] => {
  const event = { stream: { of: "report", id: report }, recorded: at, happened: at, by: "able" } as const;
  return [
    { ...event, number: 1, kind: "contact-attempted", body: { channel: "call", outcome: "no-answer" } },
    { ...event, number: 2, kind: "contact-attempted", body: { channel: "text", outcome: "sent" } },
    { ...event, number: 3, by: "holt", kind: "entry-withdrawn", body: { entry: 1, reason: `Nobody rang for ${report}.` } },
  ];
};
const first = foldReport("R-1", tried("R-1", epoch));
const second = foldReport("R-2", tried("R-2", later(epoch, 1)));

test("what was withdrawn is no attempt any more, can not be withdrawn again, and says who withdrew it and why", () => {
  const noted = notedOf(first, (id) => `PC ${id}`);
  expect(noted.attempts.map(({ channel }) => channel)).toEqual(["text"]);
  expect(noted.standing.map(({ number }) => number)).toEqual([2]);
  expect(noted.withdrawn).toEqual([
    {
      kind: "contact-attempted",
      says: "call: no answer",
      at: epoch,
      by: "PC able",
      withdrawn: { reason: "Nobody rang for R-1.", at: epoch, by: "PC holt" },
    },
  ]);
});

test("a case shows what was withdrawn in each of its reports, the newest first", () => {
  expect(withdrawnIn([first, second], String).map(({ withdrawn }) => withdrawn.reason)).toEqual([
    "Nobody rang for R-2.",
    "Nobody rang for R-1.",
  ]);
});
