import { type KeptEdition, editionsToCsv, inventedEditions, makeEdition } from "@unmask/case";
import { beforeAll, describe, expect, test } from "vitest";
import { attackOrders } from "./attack-orders.ts";
import { type Found, type Line, createAttacker, readCsv } from "./attacker.ts";

/** Two hundred invented years of forces of every size, with corrections: whoever has all that was published looks for a count that is given away. */
const years = Array.from({ length: 200 }, (_, seed) => inventedEditions(seed + 1, 2026));
/** Enough for those who hide too little to be found. */
const someYears = years.slice(0, 40);

let attacker: Awaited<ReturnType<typeof createAttacker>>;
beforeAll(async () => {
  attacker = await createAttacker();
});

const attack = (editions: readonly KeptEdition[]): readonly Found[] =>
  attacker.attackTables(readCsv(editionsToCsv(editions)), toldOf(editions));

describe("every edition of a year together", () => {
  test("no <5 loses one of its four numbers, and no held count has fewer than five", () => {
    for (const [at, editions] of years.entries()) expect(attack(editions), `year ${at + 1}`).toEqual([]);
    const hidden = years
      .flatMap((editions) => editions.flatMap(({ rows }) => rows))
      .filter(({ count }) => typeof count === "string").length;
    const corrections = years.flatMap((editions) => editions).filter(({ edition }) => !edition.endsWith("/1")).length;
    console.log(`${hidden} hidden cells, ${corrections} corrections, ${attacker.solved()} problems solved`);
    expect(hidden).toBeGreaterThan(10_000);
    expect(corrections).toBeGreaterThan(200);
  });

  test("not everything is hidden: of all cells so many are shown, and of the cells that stand in the files", () => {
    const all = years.flatMap((editions) => editions);
    const [shown, standing] = [shareOfAll(all), shareOfRows(all)];
    console.log(`shown: ${Math.round(100 * shown)} of 100 cells, ${Math.round(100 * standing)} of 100 in the files`);
    expect(shown).toBeGreaterThan(0.45);
    expect(standing).toBeGreaterThan(0.7);
    // Who hides everything gives nothing away, and fails here.
    const silent = someYears.flatMap((editions) => editions.map(hideAll));
    expect(attack(silent)).toEqual([]);
    expect(shareOfAll(silent)).toBeLessThan(0.45);
  });

  test("who hides only the counts under five is found out", () => {
    const found = someYears.map((editions) => attack(editions.map(hideSmallAlone)).length);
    expect(found.filter((many) => many > 0).length).toBeGreaterThan(30);
  });

  test("who looks at each edition by itself, and not at those before, is found out", () => {
    const alone = someYears.map((editions) => editions.map((one) => ({ ...makeEdition(one.counts, [], one.made), edition: one.edition })));
    const found = alone.map((editions) => attack(editions).length);
    expect(found.filter((many) => many > 0).length).toBeGreaterThan(10);
  });
});

describe("what lives and what was made, month by month", () => {
  // One edition a month, and nothing corrected between: all of it is of one story.
  const plain = years.filter(
    (editions) => editions.every(({ edition }) => edition.endsWith("/1")) && editions[0]?.counts.quantiles.length === 2,
  );
  const attackYear = (editions: readonly KeptEdition[]): readonly Found[] =>
    attackOrders(attacker.solve, readCsv(editionsToCsv(editions)), toldOf(editions));

  test("no hidden count of orders is given away by how orders come and go", () => {
    expect(plain.length).toBeGreaterThan(15);
    for (const editions of plain.slice(0, 15)) expect(attackYear(editions)).toEqual([]);
  });

  test("who publishes what lives as it is, is found out", () => {
    const naive = plain.slice(0, 4).map((editions) => editions.map(withSumsOfLive));
    expect(naive.flatMap(attackYear).length).toBeGreaterThan(3);
  });
});

/** Told of each line which count it is, as somebody is who knows that a correction left it as it was. */
function toldOf(editions: readonly KeptEdition[]): (line: Line) => string {
  const counts = new Map<string, number>();
  for (const { edition, counts: behind } of editions)
    for (const { measure, tables } of behind.measures)
      for (const { dimension, values, counts: all } of tables)
        for (const [at, value] of values.entries()) counts.set([edition, measure, dimension, value].join(), all[at] ?? 0);
  return ({ edition, measure, dimension, value }) => `${value}/${counts.get([edition, measure, dimension, value].join())}`;
}

function shareOfAll(editions: readonly KeptEdition[]): number {
  return sum(editions.map(({ shown }) => shown)) / sum(editions.map(({ cells }) => cells));
}

function shareOfRows(editions: readonly KeptEdition[]): number {
  const counts = editions.flatMap(({ rows }) => rows.flatMap(({ count }) => (typeof count === "object" ? [] : [count])));
  return counts.filter((count) => typeof count === "number").length / counts.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Sums alone. */
function hideAll(edition: KeptEdition): KeptEdition {
  const rows = edition.rows.filter(({ dimension }) => dimension === "");
  return { ...edition, rows, shown: rows.filter(({ count }) => typeof count === "number").length };
}

/** Every table, with 1 to 4 as <5 and nothing else held. */
function hideSmallAlone(edition: KeptEdition): KeptEdition {
  const rows = edition.counts.measures.flatMap(({ measure, total, tables }) => [
    row(measure, "", "all", total, true),
    ...tables.flatMap(({ dimension, adds, values, counts }) =>
      total < 5 ? [] : values.map((value, at) => row(measure, dimension, value, counts[at] ?? 0, adds)),
    ),
  ]);
  return { ...edition, rows };
}

/** The sum of what lives in every month. */
function withSumsOfLive(edition: KeptEdition): KeptEdition {
  const measure = "orders-live";
  const total = edition.counts.measures.find((one) => one.measure === measure)?.total ?? 0;
  const others = edition.rows.filter((one) => one.measure !== measure);
  return { ...edition, rows: [...others, row(measure, "", "all", total, true)] };
}

function row(
  measure: KeptEdition["counts"]["measures"][number]["measure"],
  dimension: string,
  value: string,
  count: number,
  adds: boolean,
): KeptEdition["rows"][number] {
  return { measure, dimension, value, count: count > 0 && count < 5 ? "<5" : count, adds: adds ? "yes" : "no" };
}
