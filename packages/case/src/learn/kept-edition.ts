import { type Fields, type ReadValue, type Result, count, fault, flag, list, object, oneOf, readDocument, text } from "@unmask/core";
import { day } from "../event/shapes.ts";
import type { Edition, KeptEdition, Row } from "./edition.ts";
import { type MonthCounts, measures, quantiles } from "./month-counts.ts";

/** An edition as a force keeps it, with the counts behind it: the next one is looked at beside both. It never leaves the force. */

/** UTF-16 units of one kept edition: no month of any force comes near. */
const longest = 4_000_000;

/** Writes it. */
export function keptEditionToJson(edition: KeptEdition): string {
  return `${JSON.stringify(edition)}\n`;
}

/** Reads it. The error says where it is none. */
export function parseKeptEdition(json: string): Result<KeptEdition, string> {
  return readDocument(json, { what: "kept edition", longest }, keptEdition);
}

const month: ReadValue<string> = matching(/^\d{4}-(?:0[1-9]|1[0-2])$/, "is no month");
const number: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : fault(path, "is no number");

const rowCount: ReadValue<Row["count"]> = (value, path) => {
  if (value === "<5" || value === "held") return value;
  if (typeof value === "number") return count(value, path);
  return object((fields) => ({ median: fields.must("median", number), n: fields.must("n", count) }))(value, path);
};

const row: ReadValue<Row> = object((fields) => ({
  measure: fields.must("measure", oneOf([...measures, ...quantiles])),
  dimension: fields.must("dimension", text),
  value: fields.must("value", text),
  count: fields.must("count", rowCount),
  adds: fields.must("adds", oneOf<"yes" | "no">(["yes", "no"])),
}));

const monthCounts: ReadValue<MonthCounts> = object((fields) => ({
  month: fields.must("month", month),
  measures: fields.must(
    "measures",
    list(
      object((one) => ({
        measure: one.must("measure", oneOf(measures)),
        total: one.must("total", count),
        tables: one.must(
          "tables",
          list(
            object((table) => ({
              dimension: table.must("dimension", text),
              adds: table.must("adds", flag),
              values: table.must("values", list(text)),
              counts: table.must("counts", list(count)),
            })),
          ),
        ),
      })),
    ),
  ),
  quantiles: fields.must(
    "quantiles",
    list(
      object((one) => ({
        measure: one.must("measure", oneOf(quantiles)),
        values: one.must("values", list(number)),
        without: one.must("without", count),
      })),
    ),
  ),
}));

const published = ({ must }: Fields): Edition => ({
  edition: must("edition", matching(/^\d{4}-\d{2}\/[1-9]\d{0,3}$/, "is no edition")),
  month: must("month", month),
  made: must("made", day),
  rows: must("rows", list(row)),
  leftOut: must(
    "leftOut",
    list(object((one) => ({ measure: one.must("measure", oneOf(measures)), dimension: one.must("dimension", text) }))),
  ),
  cells: must("cells", count),
  shown: must("shown", count),
});

const keptEdition: ReadValue<KeptEdition> = object((fields) => ({ ...published(fields), counts: fields.must("counts", monthCounts) }));

/** Reads an edition as it was published, without the counts behind it. */
export const editionFromJson: ReadValue<Edition> = object(published);

function matching(pattern: RegExp, why: string): ReadValue<string> {
  return (value, path) => {
    const read = text(value, path);
    return pattern.test(read) ? read : fault(path, why);
  };
}
