import { expect, test } from "vitest";
import type { Edition, Row } from "./edition.ts";
import { inventedEditions } from "./invented-year.ts";
import { hiddenCells } from "./looked-at.ts";
import { medianChart } from "./median-chart.ts";
import { latestEditions } from "./month-axis.ts";
import { monthsToSplit, onlineShareChart } from "./online-share.ts";
import { ordersOfMonth, sumsOfMonths } from "./order-tables.ts";

const row = (measure: Row["measure"], dimension: string, value: string, count: Row["count"]): Row => ({
  ...{ measure, dimension, value, count },
  adds: dimension === "way" ? "no" : "yes",
});
const month = (edition: string, reports: Row["count"], online: Row["count"], more: readonly Row[] = []): Edition => ({
  ...{ edition, month: edition.slice(0, 7), made: "2026-11-03", leftOut: [], cells: 2, shown: 2 },
  rows: [row("reports", "", "all", reports), row("reports", "way", "online", online), ...more],
});

test("before and after are whole months; the finding has its numbers, and its doubt says whether chance alone could give it", () => {
  const editions = [month("2026-01/1", 100, 66), month("2026-02/1", 100, 90), month("2026-02/2", 100, 76), month("2026-03/1", 100, "held")];
  const chart = onlineShareChart(editions, { since: "2026-02", width: 640 });
  expect(chart?.finding).toBe("An online act stood in 76 of 100 reports since February 2026, and in 66 of 100 before.");
  expect(chart?.doubt).toContain("No change that numbers of this size could show. Axis from 50%.");
  expect(chart?.doubt).toContain("1 of 3 months are not drawn");
  expect(chart?.table.rows.at(-1)).toEqual(["March 2026", 100, "held", ""]);
  const larger = onlineShareChart([month("2026-01/1", 1000, 660), month("2026-02/1", 1000, 760)], { since: "2026-02", width: 350 });
  expect(larger?.doubt).toContain("larger than chance alone gives");
  expect(onlineShareChart(editions, { since: undefined, width: 640 })?.finding).toBe(
    "An online act stood in 142 of 200 reports, January 2026 to February 2026.",
  );
  expect(monthsToSplit(editions)).toEqual(["2026-02"]);
  expect(onlineShareChart([month("2026-03/1", "<5", "<5")], { since: undefined, width: 640 })).toBeUndefined();
});

test("a median is said as people say a time, of its month alone", () => {
  const of = (edition: string, median: number): Edition =>
    month(edition, 90, 60, [row("minutes-to-first-action", "", "all", { median, n: 88 })]);
  expect(medianChart([of("2026-09/1", 490), of("2026-10/1", 220)], "minutes-to-first-action", 640)?.finding).toBe(
    "Half of the reports of October 2026 had a first action within 3 h 40 min; in September 2026 it was 8 h 10 min.",
  );
  expect(medianChart([of("2026-10/1", 2880)], "minutes-to-first-action", 350)?.table.rows).toEqual([["October 2026", "2 days", 88]]);
  expect(medianChart([month("2026-10/1", 90, 60)], "minutes-to-first-action", 640)).toBeUndefined();
});

test("orders of a month say what was made of what was decided; what is hidden is a word, never a blank", () => {
  const orders = (made: Row["count"]): Edition =>
    month("2026-10/1", 90, 60, [row("orders-made", "", "all", made), row("orders-refused", "", "all", 9)]);
  expect(ordersOfMonth(orders(52))?.finding).toBe("Courts made 52 of the 61 orders decided in October 2026.");
  expect(ordersOfMonth(orders("<5"))?.finding).toBe("Orders made in October 2026: <5; refused: 9.");
  expect(ordersOfMonth(orders(52))?.table.rows.at(-1)).toEqual(["All", "left out", 52, 9, "left out"]);
  expect(ordersOfMonth(month("2026-10/1", 90, 60))).toBeUndefined();
  expect(sumsOfMonths([orders("<5")]).rows).toEqual([["October 2026", 90, "left out", "<5", 9, "left out", "left out", "left out"]]);
});

test("of an invented year nothing drawn leaves its picture, and every hidden cell of every edition keeps its numbers beside those before", () => {
  for (const seed of [2, 5, 11]) {
    const editions = inventedEditions(seed, 2026);
    for (const width of [640, 350])
      for (const chart of [
        onlineShareChart(editions, { since: "2026-06", width }),
        medianChart(editions, "minutes-to-first-action", width),
        medianChart(editions, "days-to-application", width),
      ])
        for (const shape of chart?.drawing.shapes ?? [])
          if (shape.shape === "rect") expect([shape.x >= 0, shape.x + shape.width <= width, shape.y >= 0]).toEqual([true, true, true]);
    expect(latestEditions(editions)).toHaveLength(12);
    const hidden = editions.flatMap((edition, at) => hiddenCells(edition, editions.slice(0, at)));
    expect(hidden.length).toBeGreaterThan(20);
    expect(hidden.filter(({ canBe, asked }) => canBe.length < asked)).toEqual([]);
  }
});
