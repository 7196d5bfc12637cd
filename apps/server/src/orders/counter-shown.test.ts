import { instantFromIso } from "@unmask/core";
import { foldOrder, parseOrderEvent } from "@unmask/case";
import { expect, test } from "vitest";
import { counterShown } from "./counter-shown.ts";
import { deskLawOfOrders } from "./order-laws.ts";
import { allOverFrom } from "./order-shown.ts";

test("names used online are asked at the counter while a requirement of them stands, and not before the day on which a court's change counts", () => {
  const condition = { condition: 1, type: "prohibition", says: "No contact.", necessity: "Messages.", evidence: [], interimToo: true };
  const tells = { ...condition, condition: 2, type: "requirement", kind: "requirement/give-access", says: "To tell each account." };
  const court = "Northshire Magistrates’ Court";
  const subject = { name: "Gary Slade" };
  const events = [
    { kind: "application-begun", body: { jurisdiction: "EW", subject, route: "s1-application", force: "Northshire Police" } },
    { kind: "court-result", body: { result: "made", day: "2026-10-01", court, period: { until: null }, conditions: [condition] } },
    {
      kind: "court-result",
      body: { result: "varied", order: "full", day: "2026-11-02", from: "2026-12-01", court, conditions: [condition, tells] },
    },
  ].map(({ kind, body }, at) => {
    const head = { version: 1, stream: { of: "order", id: "SPO-26-882" }, number: at + 1, by: "o-abara" };
    const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
    return event.ok ? event.value : expect.unreachable(event.error);
  });
  const state = foldOrder("SPO-26-882", events, deskLawOfOrders);
  const asks = (day: string) =>
    counterShown(state, { now: instantFromIso(`${day}T12:00:00.000Z`) ?? expect.unreachable(), force: "Northshire Police" });
  expect(asks("2026-11-30")).toMatchObject({ asksOnline: false });
  expect(asks("2026-12-01")).toMatchObject({ asksOnline: true });
});

test("an order of Northern Ireland of which the full one was taken away on appeal lives at the counter while its interim does", () => {
  const court = "Northmere Magistrates’ Court";
  const tells = {
    ...{ condition: 1, type: "requirement", kind: "requirement/give-access", says: "To tell each account." },
    ...{ necessity: "Messages.", evidence: [], interimToo: true },
  };
  const contact = { condition: 2, type: "prohibition", says: "No contact.", necessity: "Messages.", evidence: [], interimToo: true };
  const force = "Police Service of Northern Ireland";
  const events = [
    { kind: "application-begun", body: { jurisdiction: "NI", subject: { name: "Gary Slade" }, route: "s1-application", force } },
    {
      kind: "court-result",
      body: { result: "interim-made", day: "2026-10-01", court, period: { until: "2027-01-31" }, conditions: [tells] },
    },
    { kind: "court-result", body: { result: "made", day: "2026-11-02", court, period: { until: "2028-11-01" }, conditions: [contact] } },
    { kind: "appeal-noted", body: { by: "subject", against: 3, day: "2026-11-10", says: "They appeal." } },
    {
      kind: "court-result",
      body: { result: "appeal-allowed", order: "full", day: "2026-11-15", court, appeal: 4, quashes: true, remitted: "no" },
    },
  ].map(({ kind, body }, at) => {
    const head = { version: 1, stream: { of: "order", id: "SPO-26-886" }, number: at + 1, by: "o-abara" };
    const event = parseOrderEvent({ ...head, happened: "2026-11-20T09:00:00.000Z", recorded: "2026-11-20T09:00:00.000Z", kind, body });
    return event.ok ? event.value : expect.unreachable(event.error);
  });
  const state = foldOrder("SPO-26-886", events, deskLawOfOrders);
  expect(state.orders.map(({ which, ended }) => [which, ended?.how])).toEqual([
    ["interim", undefined],
    ["full", "quashed"],
  ]);
  const on = (day: string) => counterShown(state, { now: instantFromIso(`${day}T12:00:00.000Z`) ?? expect.unreachable(), force });
  expect(on("2026-11-20")).toMatchObject({ isLive: true, asksOnline: true });
  expect(on("2027-01-31")).toMatchObject({ isLive: true });
  expect(on("2027-02-01")).toMatchObject({ isLive: false });
  // So do the lists: it is over when all of them are.
  expect(allOverFrom(state.orders)).toBe("2027-02-01");
  expect(allOverFrom(state.orders.slice(1))).toBe("2026-11-15");
});
