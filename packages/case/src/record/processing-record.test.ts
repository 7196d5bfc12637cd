import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { operationIds, operations } from "../access/operations.ts";
import { activities, activityIds, recipientOf } from "./activities.ts";
import { type RecordedAnswer, processingRecord } from "./processing-record.ts";
import { recordToCsv, recordToJson } from "./record-file.ts";

const answer = {
  says: "Example Police, records@example.org",
  confirmedBy: "Ada Quill, solicitor",
  confirmedOn: "2026-11-20",
  from: "2026-12-01",
};
const force: readonly RecordedAnswer[] = [
  { about: "EW/record-controller", question: "Who is the controller?", careful: "the record names nobody", answer },
  { about: "EW/record-officer", question: "Who is the officer?", careful: "the record names nobody", answer: null },
];
const rule = { class: "closed-no-order", months: 72, from: "2026-12-01", says: "Policy 9.", by: "Ada Quill" } as const;
const on = (day: string) => processingRecord({ day, rules: [rule], tablesOf: (one) => (one === "losses" ? ["loss_event"] : []), force });
const rowOf = (of: string, day = "2026-12-02") => {
  const { activities: rows } = on(day);
  return rows.find(({ activity }) => activity === of) ?? expect.unreachable(of);
};

test("whatever an officer can do stands in the record, and whatever is compared is told as profiling", () => {
  const named = new Set(activityIds.flatMap((id) => activities[id].operations));
  expect(operationIds.filter((id) => !named.has(id))).toEqual([]);
  for (const id of activityIds)
    if (activities[id].operations.some((one) => operations[one].op === "combine"))
      expect([id, activities[id].profiling]).not.toEqual([id, null]);
});

test("each way out says to whom it goes, and nothing else is called a way out", () => {
  expect([...recipientOf.keys()].toSorted()).toEqual(operationIds.filter((id) => operations[id].op === "disclose").toSorted());
  expect(rowOf("referral").goes).toMatchObject([{ operation: "share-with-service", to: expect.stringContaining("consent") }]);
});

test("who looks and who writes come from the operations: an auditor reads the log, and every officer answers when asked why", () => {
  expect(rowOf("log").looks).toEqual(["auditor"]);
  expect(rowOf("log").writes).toHaveLength(8);
  expect(rowOf("losses")).toMatchObject({ looks: ["supervisor"], writes: ["supervisor"], tables: ["loss_event"] });
  expect(rowOf("disclosure").looks).toContain("disclosure-officer");
});

test("how long is the force’s own row from its day on, and a placeholder that says so before it", () => {
  expect(rowOf("cases").kept.rules).toMatchObject([
    { class: "closed-no-order", months: 72, from: "2026-12-01", by: "Ada Quill" },
    { class: "order-ended", by: "shipped" },
  ]);
  expect(rowOf("cases", "2026-11-30").kept.rules).toMatchObject([{ by: "shipped" }, { by: "shipped" }]);
});

test("as a file it has each activity and each thing that only the force knows, answered or not, and no formula", () => {
  const evil = "=cmd|' /C calc'!A0";
  const record = {
    ...on("2026-12-02"),
    force: [...force, { about: "EW/x", question: "?", careful: "", answer: { ...answer, says: evil } }],
  };
  const lines = recordToCsv(record).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + activityIds.length + 3);
  expect(lines.find((line) => line.startsWith("activity,cases,"))).toContain(
    "closed-no-order: 72 months from 2026-12-01, set by Ada Quill",
  );
  expect(lines.find((line) => line.startsWith("activity,cases,"))).toContain("order-ended: 12 months, a placeholder");
  expect(lines.find((line) => line.startsWith("force,EW/record-officer,"))).toMatch(/,Who is the officer\?,{13}$/);
  expect(lines.at(-1)).toContain(`'${evil}`);
  const made = parseInstant(Date.UTC(2026, 11, 2, 9)) ?? expect.unreachable();
  expect(JSON.parse(recordToJson(on("2026-12-02"), made))).toMatchObject({
    format: "unmask-processing-record",
    made: "2026-12-02T09:00:00.000Z",
    day: "2026-12-02",
    force: [{ answer }, { answer: null }],
  });
});
