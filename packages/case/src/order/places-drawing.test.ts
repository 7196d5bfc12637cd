import { expect, test } from "vitest";
import { placesDrawing } from "./places-drawing.ts";

const area = {
  says: "area",
  area: [
    [51.15, 0.87],
    [51.15, 0.878],
    [51.155, 0.878],
    [51.155, 0.87],
  ],
} as const;
const shown = [
  { place: area, label: "area M-1", is: "forbidden" },
  { place: { says: "station", around: [51.152, 0.876] }, label: "Mill Lane police station", is: "asked" },
] as const;

test("the forbidden area is hatched and the station is a mark in it, all inside the picture", () => {
  const { drawing, table } = placesDrawing(shown, "A station that one order asks for lies in what another forbids.");
  if (!drawing) return expect.fail("no picture");
  expect(drawing.shapes.filter(({ shape, role }) => shape === "line" && role === "hers")).toHaveLength(4);
  expect(drawing.shapes.filter(({ shape, role }) => shape === "line" && role === "line").length).toBeGreaterThan(10);
  const mark = drawing.shapes.find(({ shape, role }) => shape === "rect" && role === "mind");
  const edges = drawing.shapes.flatMap((one) => (one.shape === "line" && one.role === "hers" ? [one.from, one.to] : []));
  if (mark?.shape !== "rect") return expect.fail("no mark");
  expect(mark.x).toBeGreaterThan(Math.min(...edges.map(([x]) => x)));
  expect(mark.x + 10).toBeLessThan(Math.max(...edges.map(([x]) => x)));
  for (const [x, y] of drawing.shapes.flatMap((one) => (one.shape === "line" ? [one.from, one.to] : []))) {
    expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height).toBe(true);
  }
  expect(table.rows.map(([label, is]) => [label, is])).toEqual([
    ["area M-1", "forbidden"],
    ["Mill Lane police station", "asked for"],
  ]);
  expect(String(table.rows[0]?.[2])).toMatch(/0\.31 km²/);
});

test("every line of the hatch lies inside the area, also in one with a notch", () => {
  const notch = {
    says: "u",
    area: [
      [51, 0],
      [51, 0.01],
      [51.01, 0.01],
      [51.01, 0.006],
      [51.003, 0.006],
      [51.003, 0.004],
      [51.01, 0.004],
      [51.01, 0],
    ],
  } as const;
  const { drawing } = placesDrawing([{ place: notch, label: "u", is: "forbidden" }], "u");
  const edges = drawing?.shapes.flatMap((one) => (one.shape === "line" && one.role === "hers" ? [one.from] : [])) ?? [];
  const [left, right, top] = [edges[6]?.[0] ?? 0, edges[3]?.[0] ?? 0, edges[4]?.[1] ?? 0];
  for (const one of drawing?.shapes ?? []) {
    if (one.shape !== "line" || one.role !== "line") continue;
    const [x, y] = [(one.from[0] + one.to[0]) / 2, (one.from[1] + one.to[1]) / 2];
    expect(x > left + 1 && x < right - 1 && y < top - 1).toBe(false);
  }
  expect(edges).toHaveLength(8);
});

test("a place without a map is in the table with its reason, and alone makes no picture", () => {
  const { drawing, table } = placesDrawing([{ place: { says: "near her home" }, label: "near her home", is: "forbidden" }], "t");
  expect(drawing).toBeUndefined();
  expect(table.rows).toEqual([["near her home", "forbidden", "not drawn: no map"]]);
});
