import type { Table } from "@unmask/core";
import { type Edition, cellsOf, totalOf } from "./edition.ts";
import type { Cell } from "./hide-table.ts";
import { orderLengths } from "./learn-facts.ts";
import { latestEditions } from "./month-axis.ts";
import type { Measure } from "./month-counts.ts";
import { monthInWords, valueInWords } from "./value-words.ts";

/** Orders of a month by kind and length, and of each month in sum. */

/** A table with its finding. */
export interface FoundTable {
  readonly finding: string;
  readonly table: Table;
}

const ofOrders = ["orders-sought", "orders-made", "orders-refused", "orders-live"] as const;

/** What was sought, made and refused in a month, and what lives at its end, by kind and length. */
export function ordersOfMonth(edition: Edition): FoundTable | undefined {
  const totals = ofOrders.map((measure) => sayCell(totalOf(edition, measure)));
  if (totals.every((total) => total === leftOut)) return undefined;
  const byLength = ofOrders.map((measure) => cellsOf(edition, measure, "order"));
  return {
    finding: findingOf(edition),
    table: {
      columns: ["Kind and length", "Sought", "Made", "Refused", "Live at the end"],
      rows: [
        ...orderLengths.map((value, at) => [valueInWords(value), ...byLength.map((cells) => sayCell(cells?.[at]))]),
        ["All", ...totals],
      ],
    },
  };
}

function findingOf(edition: Edition): string {
  const [made, refused] = [totalOf(edition, "orders-made"), totalOf(edition, "orders-refused")];
  const month = monthInWords(edition.month);
  if (typeof made === "number" && typeof refused === "number")
    return made + refused === 0
      ? `No court decided on an order of this force in ${month}.`
      : `Courts made ${made} of the ${made + refused} orders decided in ${month}.`;
  return `Orders made in ${month}: ${sayCell(made)}; refused: ${sayCell(refused)}.`;
}

/** Each month in sum: orders, breaches and cases closed. */
export function sumsOfMonths(editions: readonly Edition[]): Table {
  const counted: readonly (readonly [string, Measure])[] = [
    ["Reports", "reports"],
    ["Sought", "orders-sought"],
    ["Made", "orders-made"],
    ["Refused", "orders-refused"],
    ["Live at the end", "orders-live"],
    ["Breaches opened", "breaches"],
    ["Cases closed", "outcomes"],
  ];
  return {
    columns: ["Month", ...counted.map(([says]) => says)],
    rows: latestEditions(editions).map((edition) => [
      monthInWords(edition.month),
      ...counted.map(([, measure]) => sayCell(totalOf(edition, measure))),
    ]),
  };
}

const leftOut = "left out";

function sayCell(cell: Cell | undefined): string | number {
  return cell ?? leftOut;
}
