import type { Cover } from "@unmask/core";
import { findAll } from "@unmask/patterns";
import { expect, test } from "vitest";
import { makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { withOrders } from "./orders-as-stops.ts";

const timeline = makeTimeline([{ at: "2026-03-01 10:00" }, { at: "2026-03-12 10:00", text: "you can't keep me away" }]);
const cover: Cover = {
  orders: [
    { kind: "bail", says: "no contact", from: day("2026-03-10") },
    { kind: "order", says: "asked for", from: "not known" },
  ],
};

test("what came after bail that she told for the first page alone is found as after any other stop", () => {
  const linesOf = (statement: ReturnType<typeof makeStatement>): readonly string[] =>
    findAll(timeline, statement).flatMap(({ standing, line }) => (standing === "order or bail" ? [line] : []));
  expect(linesOf(makeStatement())).toEqual([]);
  expect(linesOf(withOrders(makeStatement(), cover, timeline))).toEqual([
    "Bail condition: 10 March 2026. After it 1 act came; these files show nothing that you sent.",
  ]);
});

test("an order that she stated already is not told twice, and one without a day is no stop", () => {
  const stated = makeStatement({ stops: [stopOn("bail condition", "2026-03-10")] });
  expect(withOrders(stated, cover, timeline)).toEqual(stated);
  expect(withOrders(stated, undefined, timeline)).toBe(stated);
  expect(withOrders(stated, { orders: "none" }, timeline)).toBe(stated);
});

test("what came after the last day of an order, or before its first, is not found as after it, wherever its last day was told", () => {
  const ordersOf = (until: string, from = "2026-03-02"): Cover => ({
    orders: [{ kind: "order", says: "no contact", from: day(from), until: day(until) }],
  });
  const linesOf = (statement: ReturnType<typeof makeStatement>): readonly string[] =>
    findAll(timeline, statement).flatMap(({ standing, line }) => (standing === "order or bail" ? [line] : []));
  expect(linesOf(withOrders(makeStatement(), ordersOf("2026-03-11"), timeline))).toEqual([]);
  expect(linesOf(withOrders(makeStatement(), ordersOf("2026-03-13"), timeline))).toHaveLength(1);
  expect(linesOf(withOrders(makeStatement(), ordersOf("2026-03-30", "2026-03-12"), timeline))).toEqual([]);
  const stated = makeStatement({ stops: [stopOn("order served", "2026-03-02")] });
  expect(linesOf(stated)).toHaveLength(1);
  expect(linesOf(withOrders(stated, ordersOf("2026-03-11"), timeline))).toEqual([]);
});

test("nobody told that an order was served: what came is told as while it was in force, and once she states service that is told apart", () => {
  const { acts } = timeline;
  const order: Cover = { orders: [{ kind: "order", says: "no contact", from: day("2026-02-15"), until: day("2026-06-15") }] };
  const told = withOrders(makeStatement(), order, timeline);
  expect(told.stops).toEqual([{ ...stopOn("order in force", "2026-02-15"), until: day("2026-06-15") }]);
  expect(withOrders(told, order, timeline)).toEqual(told);
  const findingsOf = (statement: ReturnType<typeof makeStatement>) =>
    findAll(timeline, statement).filter(({ standing }) => standing === "order or bail");
  expect(JSON.stringify(findingsOf(told))).not.toMatch(/was served on/);
  expect(findingsOf(told).map(({ line }) => line)).toEqual([
    "Order in force 15 February to 15 June 2026, service not stated: 2 acts. You: nothing in these files.",
  ]);
  const served = withOrders(makeStatement({ stops: [stopOn("order served", "2026-03-05")] }), order, timeline);
  expect(findingsOf(served).map((one) => [one.line, one.acts])).toEqual([
    ["Order served: 5 March 2026 to 15 June 2026. While it held 1 act came; these files show nothing that you sent.", [acts[1]?.id]],
    ["Order from 15 February 2026, before service on 5 March 2026: 1 act. You: nothing in these files.", [acts[0]?.id]],
  ]);
});

test("two orders of one day hold as long as the longer of them", () => {
  const orders = (...ends: readonly (string | undefined)[]): Cover => ({
    orders: ends.map((until) => ({
      kind: "order",
      says: "x",
      from: day("2026-03-02"),
      ...(until === undefined ? {} : { until: day(until) }),
    })),
  });
  const isFound = (cover: Cover, statement = makeStatement()): boolean =>
    findAll(timeline, withOrders(statement, cover, timeline)).some(({ standing }) => standing === "order or bail");
  const stated = makeStatement({ stops: [stopOn("order served", "2026-03-02")] });
  for (const statement of [makeStatement(), stated]) {
    expect(isFound(orders("2026-03-05", "2026-03-20"), statement)).toBe(true);
    expect(isFound(orders("2026-03-05", undefined), statement)).toBe(true);
    expect(isFound(orders("2026-03-05", "2026-03-06"), statement)).toBe(false);
  }
});

test("an answer of none gives way to the order that she told", () => {
  const stated = makeStatement({ answers: { "bail condition": "none", places: "none" } });
  expect(withOrders(stated, cover, timeline)).toMatchObject({
    stops: [stopOn("bail condition", "2026-03-10")],
    answers: { places: "none" },
  });
  expect(withOrders(stated, cover, timeline).answers).not.toHaveProperty("bail condition");
});
