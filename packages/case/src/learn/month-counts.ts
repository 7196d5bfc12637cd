import { closingChoices } from "../event/of-decisions.ts";
import { type LearnFacts, type OrderFact, abouts, methods, orderLengths, ways } from "./learn-facts.ts";

/** Facts counted for one month, before anything is hidden. Nothing here is ever published as it stands. */

/** One dimension of a measure: its values, in their order, each with its count. */
export interface CountedTable {
  readonly dimension: string;
  /** Whether the counts sum up to the total; else one report may count under several, or under none. */
  readonly adds: boolean;
  readonly values: readonly string[];
  readonly counts: readonly number[];
}

/** One measure of a month. */
export interface CountedMeasure {
  readonly measure: Measure;
  readonly total: number;
  readonly tables: readonly CountedTable[];
}

/** What a median is worked out from: each value known, and of how many it is not known. */
export interface CountedValues {
  readonly measure: Quantile;
  readonly values: readonly number[];
  readonly without: number;
}

/** A month, counted. */
export interface MonthCounts {
  /** "2026-10" */
  readonly month: string;
  readonly measures: readonly CountedMeasure[];
  readonly quantiles: readonly CountedValues[];
}

/** What is counted, in the order of the files. */
export const measures = ["reports", "orders-sought", "orders-made", "orders-refused", "orders-live", "breaches", "outcomes"] as const;
/** One of them. */
export type Measure = (typeof measures)[number];
/** Of what there is a median. */
export const quantiles = ["minutes-to-first-action", "days-to-application"] as const;
/** One of them. */
export type Quantile = (typeof quantiles)[number];

/** Counts one month, "2026-10". What the force does not keep is not counted: it is absent. */
export function countsOf({ reports, outcomes, ofOrders }: LearnFacts, month: string): MonthCounts {
  const received = reports.filter((one) => one.month === month);
  const closed = outcomes.filter((one) => one.month === month);
  const firsts = received.flatMap(({ firstAction }) => (firstAction === null ? [] : [firstAction]));
  const sought = ofOrders?.orders.filter((one) => one.sought === month && one.order !== "interim") ?? [];
  const days = sought.flatMap(({ daysFromReport }) => (daysFromReport === null ? [] : [daysFromReport]));
  return {
    month,
    measures: [
      {
        measure: "reports",
        total: received.length,
        tables: [
          table("about", abouts, (value) => received.filter(({ about }) => about === value)),
          { ...table("way", ways, (value) => received.filter((one) => one.ways.includes(value))), adds: false },
          { ...table("method", methods, (value) => received.filter((one) => one.methods.includes(value))), adds: false },
        ],
      },
      ...(ofOrders === null ? [] : countsOfOrders(ofOrders.orders, month)),
      ...(ofOrders === null
        ? []
        : [{ measure: "breaches" as const, total: ofOrders.breaches.filter((one) => one === month).length, tables: [] }]),
      {
        measure: "outcomes",
        total: closed.length,
        tables: [table("why", closingChoices, (value) => closed.filter(({ why }) => why === value))],
      },
    ],
    quantiles: [
      { measure: "minutes-to-first-action", values: firsts, without: received.length - firsts.length },
      ...(ofOrders === null ? [] : [{ measure: "days-to-application" as const, values: days, without: sought.length - days.length }]),
    ],
  };
}

function countsOfOrders(orders: readonly OrderFact[], month: string): readonly CountedMeasure[] {
  // Months are written so that their order is that of their letters.
  const lives = ({ made, ended }: OrderFact): boolean => made !== null && made <= month && (ended === null || ended > month);
  return [
    ofOrders(
      "orders-sought",
      orders.filter(({ sought }) => sought === month),
    ),
    ofOrders(
      "orders-made",
      orders.filter(({ made }) => made === month),
    ),
    ofOrders(
      "orders-refused",
      orders.filter(({ refused }) => refused === month),
    ),
    ofOrders("orders-live", orders.filter(lives)),
  ];
}

function ofOrders(measure: Measure, orders: readonly OrderFact[]): CountedMeasure {
  const byOrder = table("order", orderLengths, (value) => orders.filter(({ order }) => order === value));
  return { measure, total: orders.length, tables: [byOrder] };
}

function table<Value extends string>(dimension: string, values: readonly Value[], of: (value: Value) => readonly unknown[]): CountedTable {
  return { dimension, adds: true, values, counts: values.map((value) => of(value).length) };
}
