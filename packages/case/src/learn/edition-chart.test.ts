import { expect, test } from "vitest";
import type { Edition, Row } from "./edition.ts";
import { chartOfEdition } from "./edition-chart.ts";
import { inventedEditions } from "./invented-year.ts";

const row = (dimension: string, value: string, count: Row["count"]): Row => ({ measure: "reports", dimension, value, count, adds: "yes" });
const edition: Edition = {
  ...{ edition: "2026-10/1", month: "2026-10", made: "2026-11-03", leftOut: [], cells: 5, shown: 3 },
  rows: [
    row("", "all", 90),
    row("about", "former-partner", 41),
    row("about", "somebody-else", "held"),
    row("about", "not-known", "<5"),
    row("about", "another", 0),
  ],
};

test("the finding is a sentence with its numbers, and its doubt stands beside it", () => {
  const chart = chartOfEdition(edition, "reports", "about");
  expect(chart?.finding).toBe("“Former partner” stood in 41 of 90 reports, October 2026.");
  expect(chart?.doubt).toContain("reporting became easier");
  expect(chart?.table.rows).toEqual([
    ["Former partner", 41],
    ["Somebody else", "held"],
    ["Not known who", "<5"],
    ["another", 0],
    ["All", 90],
  ]);
});

test("where every part is 0 the finding does not say that the parts are hidden, and 0 is not taken for what did not happen", () => {
  const none = ["messages", "calls"].map((value) => ({ ...row("method", value, 0), adds: "no" as const }));
  const chart = chartOfEdition({ ...edition, rows: [row("", "all", 10), ...none] }, "reports", "method");
  expect(chart?.finding).toBe("10 reports, October 2026: none is counted under any of these.");
  expect(chart?.doubt).toContain("of a report without a pack no act is known here");
  const hidden = { ...edition, rows: [row("", "all", 10), row("about", "former-partner", 0), row("about", "not-known", "held")] };
  expect(chartOfEdition(hidden, "reports", "about")?.finding).toBe("10 reports, October 2026: no part above 0 can be shown.");
});

test("one bar alone has a length: fewer than five is hatched from 1 to 4 whatever it is, what is held has none", () => {
  const shapes = chartOfEdition(edition, "reports", "about")?.drawing.shapes ?? [];
  const bars = shapes.flatMap((one) => (one.shape === "rect" ? [one.width] : []));
  const [unit = 0] = bars.map((width) => width / 41);
  expect(bars).toHaveLength(1);
  const hatched = shapes.flatMap((one) => (one.shape === "outline" ? [[one.x - 200, one.width]] : []));
  expect(hatched).toEqual([[expect.closeTo(unit), expect.closeTo(3 * unit)]]);
});

test("no bar leaves its drawing, and there is no chart of a sum or of what an edition has not", () => {
  for (const one of inventedEditions(3, 2026))
    for (const { measure, dimension } of one.rows) {
      const chart = chartOfEdition(
        one,
        measure === "minutes-to-first-action" || measure === "days-to-application" ? "reports" : measure,
        dimension,
      );
      for (const width of chart?.drawing.shapes.flatMap((shape) => (shape.shape === "rect" ? [shape.width] : [])) ?? [])
        expect(width).toBeLessThanOrEqual(380);
    }
  expect(chartOfEdition(edition, "outcomes", "why")).toBeUndefined();
  expect(chartOfEdition(edition, "reports", "")).toBeUndefined();
});
