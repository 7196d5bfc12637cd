import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { foldOrder, parseOrderEvent } from "@unmask/case";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { subjectInRow } from "./order-row.ts";
import { orderShown } from "./order-shown.ts";

const now = parseInstant(Date.UTC(2026, 10, 21)) ?? expect.unreachable();

test("attempts and results of one order that wait for a second person are told apart by what was done, when and where", () => {
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "She is afraid.", evidence: [], interimToo: true };
  const typed = {
    ...{ jurisdiction: "EW", theirs: "W-77", force: "Westmere Police", court: "Westmere Magistrates’ Court", order: "full" },
    ...{
      made: "2026-10-31",
      subject: { name: "Gary Slade" },
      period: { until: "2028-10-30" },
      conditions: [condition],
      protects: ["Ada Moss"],
    },
  };
  const attempt = {
    ...{ order: "full", made: "PC 2781 Adeline Frost", outcome: "served", says: "By hand.", knowing: "record" },
    evidence: [{ exhibit: "AF/3", says: "video" }],
  };
  const result = { order: "full", court: "Westmere Magistrates’ Court", heard: "Both sides." };
  const events = [
    { kind: "order-typed", body: typed },
    { kind: "service-attempted", body: { ...attempt, day: "2026-11-02", at: "18:20", place: "12 Tanner Row" } },
    { kind: "service-attempted", body: { ...attempt, day: "2026-11-03", at: "07:05", place: "Tarn Road" } },
    {
      kind: "court-result",
      body: { ...result, result: "renewed", day: "2026-11-10", from: "2026-11-10", period: { until: "2029-10-30" } },
    },
    { kind: "court-result", body: { ...result, result: "discharged", day: "2026-11-12", from: "2026-11-12" } },
  ].map(({ kind, body }, at) => {
    const head = { version: 1, stream: { of: "order", id: "SPO-26-881" }, number: at + 1, by: "o-abara" };
    const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
    return event.ok ? event.value : expect.unreachable(event.error);
  });
  const { waits } = orderShown(foldOrder("SPO-26-881", events, deskLawOfOrders), orderLawsOf("EW").register, now);
  expect(waits.map(({ what, says }) => [what, says])).toEqual([
    ["result", "the court made the order on 2026-10-31, Westmere Magistrates’ Court"],
    ["result", "the court renewed the order on 2026-11-10, Westmere Magistrates’ Court"],
    ["result", "the court discharged the order on 2026-11-12, Westmere Magistrates’ Court"],
    ["service", "the full order, 2026-11-02 at 18:20, 12 Tanner Row"],
    ["service", "the full order, 2026-11-03 at 07:05, Tarn Road"],
  ]);
});

test("another name than the court had waits for whoever did not write it, and the row says whom the court had until they agree", () => {
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "She is afraid.", evidence: [], interimToo: true };
  const typed = {
    ...{ jurisdiction: "EW", theirs: "W-78", force: "Westmere Police", court: "Westmere Magistrates’ Court", order: "full" },
    ...{ made: "2026-10-31", subject: { name: "Marcus Doyle" }, period: { until: null }, conditions: [condition], protects: ["Ada Moss"] },
  };
  const steps = [
    { kind: "order-typed", body: typed },
    { kind: "subject-changed", body: { subject: { name: "Zbigniew Kowal" }, reason: "He gave this name." } },
    { kind: "subject-read", body: { changed: 2, agrees: true } },
  ];
  const shownAfter = (many: number) => {
    const events = steps.slice(0, many).map(({ kind, body }, at) => {
      const head = { version: 1, stream: { of: "order", id: "SPO-26-883" }, number: at + 1, by: `officer-${at}` };
      const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
      return event.ok ? event.value : expect.unreachable(event.error);
    });
    const row = orderShown(foldOrder("SPO-26-883", events, deskLawOfOrders), orderLawsOf("EW").register, now);
    const { subject, atCourt, waits } = row;
    // As every list of what waits reads it out of the kept row.
    expect(subjectInRow({ shown: JSON.stringify(row) })).toEqual({ subject, ...(atCourt !== undefined && { atCourt }) });
    return { subject, atCourt, waits: waits.filter(({ what }) => what === "subject") };
  };
  const court = { name: "Marcus Doyle", born: null };
  expect(shownAfter(1)).toEqual({ subject: "Marcus Doyle", atCourt: undefined, waits: [] });
  expect(shownAfter(2)).toMatchObject({
    ...{ subject: "Zbigniew Kowal", atCourt: { ...court, isRead: false } },
    waits: [{ what: "subject", of: "2", notBy: ["officer-1"], says: "the court had Marcus Doyle" }],
  });
  expect(shownAfter(3)).toEqual({ subject: "Zbigniew Kowal", atCourt: { ...court, isRead: true }, waits: [] });
});

test("a possible breach that is opened stands in its order’s row until somebody decides, and again where a second person does not agree", () => {
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "She is afraid.", evidence: [], interimToo: true };
  const typed = {
    ...{ jurisdiction: "EW", theirs: "W-79", force: "Westmere Police", court: "Westmere Magistrates’ Court", order: "full" },
    ...{ made: "2026-10-31", subject: { name: "Gary Slade" }, period: { until: null }, conditions: [condition], protects: ["Ada Moss"] },
  };
  const breach = "b-1";
  const steps = [
    { kind: "order-typed", body: typed },
    { kind: "breach-opened", body: { breach, order: "full", of: { condition: 1 }, day: "2026-11-10", says: "He wrote to her." } },
    { kind: "breach-kept-open", body: { breach, again: "2026-11-25", reason: "Her telephone is read." } },
    { kind: "breach-decided", body: { breach, decision: "not-a-breach", reason: "It was another." } },
    { kind: "breach-decision-read", body: { breach, agrees: false, says: "The video is not seen." } },
  ];
  const openedAfter = (many: number) => {
    const events = steps.slice(0, many).map(({ kind, body }, at) => {
      const head = { version: 1, stream: { of: "order", id: "SPO-26-884" }, number: at + 1, by: `officer-${at}` };
      const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
      return event.ok ? event.value : expect.unreachable(event.error);
    });
    return orderShown(foldOrder("SPO-26-884", events, deskLawOfOrders), orderLawsOf("EW").register, now).opened.map(
      ({ says, day, again }) => [says, day, again],
    );
  };
  const label = "Possible breach of condition 1 — reasonable excuse not assessed";
  expect([1, 2, 3, 4, 5].map(openedAfter)).toEqual([
    [],
    [[label, "2026-11-10", null]],
    [[label, "2026-11-10", "2026-11-25"]],
    [],
    [[label, "2026-11-10", null]],
  ]);
});
