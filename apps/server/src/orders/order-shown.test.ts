import { expect, test } from "vitest";
import { parseInstant } from "@unmask/core";
import { foldOrder, parseOrderEvent } from "@unmask/case";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { subjectInRow } from "./order-row.ts";
import { orderShown } from "./order-shown.ts";

const now = parseInstant(Date.UTC(2026, 10, 21)) ?? expect.unreachable();
const here = { now, force: "Northshire Police" };

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
  const { waits } = orderShown(foldOrder("SPO-26-881", events, deskLawOfOrders), orderLawsOf("EW").register, here);
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
    const row = orderShown(foldOrder("SPO-26-883", events, deskLawOfOrders), orderLawsOf("EW").register, here);
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
    return orderShown(foldOrder("SPO-26-884", events, deskLawOfOrders), orderLawsOf("EW").register, here).opened.map(
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

test("whom an order protects is said to be untold by the force that has it: until another took it, since it came back, and of an order that we took", () => {
  const court = "Northshire Magistrates’ Court";
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "Messages.", evidence: [], interimToo: true };
  const subject = { name: "Gary Slade" };
  const made = { period: { until: "2028-10-30" }, conditions: [condition] };
  const begun = { jurisdiction: "EW", subject, route: "s1-application", force: "Northshire Police" };
  const copied = { jurisdiction: "EW", theirs: "W-80", force: "Westmere Police", court, order: "full", made: "2026-10-31", subject };
  const own = [
    { kind: "application-begun", body: begun },
    { kind: "protected-named", body: { person: "p-1", name: "Ada Moss", victim: true } },
    { kind: "court-result", body: { result: "made", day: "2026-10-31", court, ...made } },
  ];
  const typed = [{ kind: "order-typed", body: { ...copied, ...made, protects: ["Ada Moss"] } }];
  const takenBy = (to: string, taken = "Sgt Lowe") => ({
    kind: "transferred",
    body: { to, day: "2026-11-10", told: "PC Hart", ...(taken !== "" && { taken }), reason: "They moved." },
  });
  const untoldAfter = (steps: readonly { readonly kind: string; readonly body: object }[]) => {
    const events = steps.map(({ kind, body }, at) => {
      const head = { version: 1, stream: { of: "order", id: "SPO-26-885" }, number: at + 1, by: "o-abara" };
      const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
      return event.ok ? event.value : expect.unreachable(event.error);
    });
    return orderShown(foldOrder("SPO-26-885", events, deskLawOfOrders), orderLawsOf("EW").register, here).untold.length;
  };
  expect(untoldAfter(own)).toBe(1);
  expect(untoldAfter([...own, takenBy("Westmere Police", "")])).toBe(1);
  expect(untoldAfter([...own, takenBy("Westmere Police")])).toBe(0);
  expect(untoldAfter([...own, takenBy("Westmere Police"), takenBy("Northshire Police")])).toBe(1);
  expect(untoldAfter(typed)).toBe(0);
  expect(untoldAfter([...typed, takenBy("Northshire Police")])).toBe(1);
  expect(untoldAfter([...typed, takenBy("Northshire Police"), takenBy("Westmere Police")])).toBe(0);
});
