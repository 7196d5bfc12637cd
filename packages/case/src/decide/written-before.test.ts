import { epoch, instantFromIso, later, msPerMinute } from "@unmask/core";
import { expect, test } from "vitest";
import type { CaseEvent, Intent } from "../event.ts";
import type { OrderEvent, OrderIntent } from "../order-event.ts";
import { writtenBefore, writtenBeforeOfOrder } from "./written-before.ts";

const now = instantFromIso("2026-11-25T03:12:00.000Z") ?? epoch;
const called: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "no-answer" } };
const task: Intent = { kind: "task-made", body: { task: "T-0", says: "Ring the shop." } };
const danger: Intent = { kind: "danger-raised", body: { says: "He is outside.", knowing: "account" } };

/** The events of a report, a minute apart. */
function logOf(...written: readonly (readonly [by: string, intent: Intent])[]): readonly CaseEvent[] {
  return written.map(([by, intent], i) => {
    const at = later(now, i * msPerMinute);
    return { stream: { of: "report", id: "R-1" }, number: i + 1, happened: at, recorded: at, by, ...intent };
  });
}

test("the same that an officer sends again on what they saw before is known as what was written", () => {
  const log = logOf(["bell", task], ["bell", called]);
  expect(writtenBefore({ intent: called, saw: 1, by: "bell" }, log)?.number).toBe(2);
  expect(writtenBefore({ intent: called, saw: 0, by: "bell" }, log)?.number).toBe(2);
  // It was seen, somebody else sent it, it was at another hour, or it is something else.
  expect(writtenBefore({ intent: called, saw: 2, by: "bell" }, log)).toBeUndefined();
  expect(writtenBefore({ intent: called, saw: 1, by: "wren" }, log)).toBeUndefined();
  expect(writtenBefore({ intent: called, saw: 1, by: "bell", happened: later(now, -1) }, log)).toBeUndefined();
  const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
  expect(writtenBefore({ intent: reached, saw: 1, by: "bell" }, log)).toBeUndefined();
});

test("what came after it, by whomever, can have undone it: said again it is new", () => {
  const answer = (says: "yes" | "no"): Intent => ({
    kind: "risk-answered",
    body: { rule: "r", prompts: [{ prompt: "threat", answer: says }] },
  });
  const again = { intent: answer("yes"), saw: 0, by: "bell" };
  const changed = logOf(["bell", answer("yes")], ["bell", answer("no")]);
  expect(writtenBefore(again, changed)).toBeUndefined();
  expect(writtenBefore(again, logOf(["bell", answer("yes")], ["bell", answer("no")], ["bell", answer("yes")]))?.number).toBe(3);
  const added: Intent = { kind: "report-added", body: { report: "R-9" } };
  const out = logOf(["bell", added], ["wren", { kind: "report-removed", body: { report: "R-9", reason: "Another person." } }]);
  expect(writtenBefore({ intent: added, saw: 0, by: "bell" }, out.slice(0, 1))?.number).toBe(1);
  expect(writtenBefore({ intent: added, saw: 0, by: "bell" }, out)).toBeUndefined();
  const ended = logOf(["bell", danger], ["wren", { kind: "danger-ended", body: { reason: "Spoken to." } }]);
  expect(writtenBefore({ intent: danger, saw: 0, by: "bell" }, ended)).toBeUndefined();
  // A case that the danger opened again was opened in the same breath.
  const opened = logOf(["bell", danger], ["desk", { kind: "case-reopened", body: { reason: "A danger was said." } }]);
  const atOnce = opened.map((one) => ({ ...one, happened: now, recorded: now }));
  expect(writtenBefore({ intent: danger, saw: 0, by: "bell" }, atOnce)?.number).toBe(1);
  expect(writtenBefore({ intent: danger, saw: 0, by: "bell" }, opened)).toBeUndefined();
});

test("what went to the person went, whatever came since, but where it was withdrawn", () => {
  const sent: Intent = { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent", says: "We have your report." } };
  const ask: Intent = { kind: "asked-her", body: { says: "When are you at work?" } };
  for (const intent of [sent, ask]) {
    const log = logOf(["bell", intent], ["wren", task], ["bell", called]);
    expect(writtenBefore({ intent, saw: 0, by: "bell" }, log)?.number).toBe(1);
    expect(writtenBefore({ intent, saw: 0, by: "wren" }, log)).toBeUndefined();
    const withdrawn = logOf(["bell", intent], ["bell", { kind: "entry-withdrawn", body: { entry: 1, reason: "Of another report." } }]);
    expect(writtenBefore({ intent, saw: 0, by: "bell" }, withdrawn)).toBeUndefined();
  }
});

test("the order of keys says nothing, nor does a number that the desk gave; one that was sent does", () => {
  const log = logOf(["bell", { kind: "task-made", body: { task: "T-7", says: "Ring the shop." } }]);
  const turned: Intent = { kind: "task-made", body: { says: "Ring the shop.", task: "T-7" } };
  expect(writtenBefore({ intent: turned, saw: 0, by: "bell" }, log)?.number).toBe(1);
  expect(writtenBefore({ intent: task, saw: 0, by: "bell", given: ["task"] }, log)?.number).toBe(1);
  expect(writtenBefore({ intent: task, saw: 0, by: "bell" }, log)).toBeUndefined();
});

test("papers in other forms are others, whatever bytes they have", () => {
  const hash = (digit: string) => digit.repeat(64) as NonNullable<Extract<OrderIntent, { kind: "bundle-made" }>["body"]["pdf"]>;
  const at = { stream: { of: "order", id: "SPO-26-001" }, number: 2, happened: now, recorded: now, by: "bell" } as const;
  const made: OrderEvent = { ...at, kind: "bundle-made", body: { pdf: hash("a"), template: "as shipped" } };
  const again = (body: Extract<OrderIntent, { kind: "bundle-made" }>["body"]) =>
    writtenBeforeOfOrder({ intent: { kind: "bundle-made", body }, saw: 1, by: "bell", given: Object.keys(body) }, [made])?.number;
  expect(again({ pdf: hash("b"), template: "as shipped" })).toBe(2);
  expect(again({ docx: hash("b"), template: "as shipped" })).toBeUndefined();
  expect(again({ pdf: hash("b"), docx: hash("b"), template: "as shipped" })).toBeUndefined();
  // A reminder changes nothing that is printed; a line that was written since does.
  const since = (one: Pick<OrderEvent, "by"> & OrderIntent) =>
    writtenBeforeOfOrder({ intent: { kind: "bundle-made", body: made.body }, saw: 1, by: "bell" }, [
      made,
      { ...at, number: 3, recorded: later(now, 1), ...one },
    ]);
  expect(since({ by: "desk", kind: "reminder-given", body: { about: "notice", due: "2026-11-28", setting: "as shipped" } })?.number).toBe(
    2,
  );
  expect(since({ by: "bell", kind: "condition-removed", body: { condition: 1, reason: "Twice." } })).toBeUndefined();
});
