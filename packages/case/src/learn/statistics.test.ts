import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Channel, type Kind, instantFromIso } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { type KeptEdition, cellsOf, totalOf } from "./edition.ts";
import { monthOf } from "./facts-of-states.ts";
import { type TableEdition, hideTable } from "./hide-table.ts";
import { inventedEditions } from "./invented-year.ts";
import { keptEditionToJson, parseKeptEdition } from "./kept-edition.ts";
import { type LearnFacts, orderLengths, waysAndMethods } from "./learn-facts.ts";
import { isAsPublished, makeEdition, medianOf } from "./make-edition.ts";
import { type MonthCounts, type Quantile, countsOf } from "./month-counts.ts";
import { editionsToCsv, editionsToJson } from "./statistics-file.ts";

/** docs/formats/vectors/statistics.json */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../docs/formats/vectors/statistics.json"), "utf8")) as {
  readonly tables: readonly {
    readonly title: string;
    readonly adds: boolean;
    readonly editions: readonly { readonly total: number; readonly counts: readonly number[]; readonly expect: TableEdition["cells"] }[];
  }[];
  readonly quantiles: readonly {
    readonly title: string;
    readonly measure: Quantile;
    readonly editions: readonly { readonly values: readonly number[]; readonly without: number; readonly expect: object | null }[];
  }[];
  readonly stock: readonly {
    readonly title: string;
    readonly months: readonly { readonly made: readonly number[]; readonly live: readonly number[]; readonly expect: string }[];
  }[];
  readonly csv: string;
  readonly edition: Omit<KeptEdition, "counts">;
};

describe("a table, beside every edition of it", () => {
  test.each(vectors.tables)("$title", ({ adds, editions }) => {
    const before: TableEdition[] = [];
    for (const { total, counts, expect: expected } of editions) {
      const cells = hideTable({ total, counts }, before, adds);
      expect(cells).toEqual(expected);
      before.push({ total, counts, cells });
    }
  });
});

describe("a median", () => {
  test.each(vectors.quantiles)("$title", ({ measure, editions }) => {
    const before: Pick<KeptEdition, "rows">[] = [];
    for (const { values, without, expect: expected } of editions) {
      const median = medianOf({ measure, values, without }, before);
      expect(median ?? null).toEqual(expected);
      if (median !== undefined) before.push({ rows: [{ measure, dimension: "", value: "all", count: median, adds: "yes" }] });
    }
  });

  test("a median that moved under the same number of reports is not published again", () => {
    const counted = (minutes: number) => ({
      measure: "minutes-to-first-action" as const,
      values: Array.from({ length: 30 }, () => minutes),
      without: 0,
    });
    const rows = [
      { measure: "minutes-to-first-action" as const, dimension: "", value: "all", count: { median: 60, n: 30 }, adds: "yes" as const },
    ];
    expect(medianOf(counted(61), [{ rows }])).toEqual({ median: 60, n: 30 });
    expect(medianOf(counted(120), [{ rows }])).toBeUndefined();
  });
});

describe("orders that live, beside orders that were made", () => {
  const ofOrders = (measure: "orders-made" | "orders-live", counts: readonly number[]) => ({
    measure,
    total: counts.reduce((sum, count) => sum + count, 0),
    tables: [{ dimension: "order", adds: true, values: orderLengths, counts }],
  });
  test.each(vectors.stock)("$title", ({ months }) => {
    const ledger: KeptEdition[] = [];
    for (const [at, { made, live, expect: expected }] of months.entries()) {
      const month = `2026-0${at + 1}`;
      const counts: MonthCounts = { month, measures: [ofOrders("orders-made", made), ofOrders("orders-live", live)], quantiles: [] };
      const edition = makeEdition(counts, ledger, `2026-0${at + 2}-03`);
      const published =
        cellsOf(edition, "orders-live", "order") !== null ? "all" : totalOf(edition, "orders-live") === undefined ? "none" : "total";
      expect(published, month).toBe(expected);
      ledger.push(edition);
    }
  });
});

test("an edition is written as the document has it, and the counts behind it are not in it", () => {
  const edition: KeptEdition = { ...vectors.edition, counts: { month: "2026-10", measures: [], quantiles: [] } };
  expect(editionsToCsv([edition])).toBe(vectors.csv);
  expect(JSON.parse(editionsToJson([edition]))).toMatchObject({ format: "unmask-statistics", version: 1, editions: [vectors.edition] });
  expect(editionsToJson([edition])).not.toContain("counts");
});

describe("a month is counted", () => {
  const report = { month: "2026-10", about: "not-known", ways: [], methods: [], firstAction: 5 } as const;
  const order = { order: "interim", sought: "2026-09", made: "2026-10", refused: null, ended: "2026-12", daysFromReport: null } as const;
  const facts: LearnFacts = {
    reports: [report, { ...report, ways: ["online", "not-online"], firstAction: null }, { ...report, month: "2026-11" }],
    outcomes: [],
    ofOrders: { orders: [order], breaches: ["2026-10"] },
  };
  const totals = (month: string) => Object.fromEntries(countsOf(facts, month).measures.map(({ measure, total }) => [measure, total]));

  test("each thing in its own month; an order lives from the month in which it was made to that before it ended", () => {
    expect(totals("2026-09")).toMatchObject({ reports: 0, "orders-sought": 1, "orders-made": 0, "orders-live": 0 });
    expect(totals("2026-10")).toMatchObject({ reports: 2, "orders-made": 1, "orders-live": 1, breaches: 1 });
    expect(totals("2026-11")).toMatchObject({ reports: 1, "orders-live": 1 });
    expect(totals("2026-12")).toMatchObject({ "orders-live": 0 });
    expect(countsOf(facts, "2026-10").quantiles[0]).toEqual({ measure: "minutes-to-first-action", values: [5], without: 1 });
  });

  test("where a force keeps no orders none is counted, and no nought is published for them", () => {
    const edition = makeEdition(countsOf({ ...facts, ofOrders: null }, "2026-10"), [], "2026-11-03");
    expect(editionsToCsv([edition])).not.toMatch(/orders|breaches/);
  });

  test("a month begins at its first midnight in London, in summer an hour before that of UTC", () => {
    expect(
      ["2026-06-30T22:59:59.000Z", "2026-06-30T23:00:00.000Z", "2026-12-31T23:59:59.000Z"].map((iso) => monthOf(instant(iso))),
    ).toEqual(["2026-06", "2026-07", "2026-12"]);
  });

  test("a letter through the door and a text are not online; a picture is neither; a check is no act of anybody", () => {
    const said = (...acts: readonly (readonly [Kind, Channel])[]) => waysAndMethods(acts.map(([kind, channel]) => ({ kind, channel })));
    expect(said(["message", "post"], ["message", "sms"])).toEqual({ ways: ["not-online"], methods: ["messages"] });
    expect(said(["login", "google"], ["call", "phone"])).toEqual({ ways: ["online", "not-online"], methods: ["calls", "log-ins"] });
    expect(said(["check", "photo"], ["check", "web"])).toEqual({ ways: [], methods: [] });
  });
});

describe("invented years", () => {
  test("the same seed is the same bytes, another seed others", () => {
    const written = (seed: number): string => editionsToJson(inventedEditions(seed, 2026));
    expect(written(5)).toBe(written(5));
    expect(written(5)).not.toBe(written(6));
  });

  test("an edition comes back from where it is kept as it was, and a damaged one does not", () => {
    for (const edition of inventedEditions(8, 2026)) {
      expect(parseKeptEdition(keptEditionToJson(edition))).toEqual({ ok: true, value: edition });
      expect(isAsPublished(edition.counts, [edition])).toBe(true);
    }
    expect(parseKeptEdition('{"edition":"2026-10/1"}').ok).toBe(false);
  });
});

function instant(iso: string) {
  const at = instantFromIso(iso);
  if (at === undefined) throw new Error(`${iso} is no instant`);
  return at;
}
