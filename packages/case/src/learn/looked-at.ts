import { numbersAsked } from "./bounds.ts";
import { type KeptEdition, type Ledger, totalOf } from "./edition.ts";
import { numbersHidden } from "./hide-table.ts";
import { earlier } from "./make-edition.ts";
import type { Measure } from "./month-counts.ts";
import { tablesOfLive } from "./orders-live.ts";

/** What somebody with every edition could work out of one that is about to be published, cell by cell. */

/** A hidden cell: what it could be, beside how many numbers were promised. */
export interface HiddenCell {
  readonly measure: Measure;
  /** Empty for a total. */
  readonly dimension: string;
  readonly value: string;
  readonly cell: "<5" | "held";
  /** The numbers that it could be; of one that is held the first of them. */
  readonly canBe: readonly number[];
  readonly asked: 4 | 5;
}

/** Every hidden cell of an edition, beside all that were published before it. */
export function hiddenCells(edition: KeptEdition, ledger: Ledger): readonly HiddenCell[] {
  const before = ledger.filter(({ month }) => month === edition.month);
  return edition.counts.measures.flatMap(({ measure, tables }) => [
    ...hiddenTotal(edition, measure),
    ...tables.flatMap((table) => {
      const published = measure === "orders-live" ? tablesOfLive(ledger) : before;
      const numbers = numbersHidden(earlier([...published, edition], measure, table), table.adds);
      return numbers.flatMap((canBe, at): readonly HiddenCell[] => {
        const value = table.values[at] ?? "";
        const row = edition.rows.find((one) => one.measure === measure && one.dimension === table.dimension && one.value === value);
        const cell = row?.count;
        if (canBe === null || (cell !== "<5" && cell !== "held")) return [];
        return [{ measure, dimension: table.dimension, value, cell, canBe, asked: numbersAsked[cell] }];
      });
    }),
  ]);
}

/** Of a total nothing tells but what lives, and that is looked at before it stands. */
function hiddenTotal(edition: KeptEdition, measure: Measure): readonly HiddenCell[] {
  if (totalOf(edition, measure) !== "<5") return [];
  return [{ measure, dimension: "", value: "all", cell: "<5", canBe: [1, 2, 3, 4], asked: numbersAsked["<5"] }];
}
