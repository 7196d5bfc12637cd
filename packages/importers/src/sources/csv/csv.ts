import { type CivilDay, type Covers, type Interval, type Result, type Source, failed, ok, parseZone, whenFromDay } from "@unmask/core";
import { decoderOf, readStretch, splitRow } from "@unmask/formats";
import type { Importer, ReadContext } from "../../importer.ts";
import { unread } from "../../importer.ts";
import { type TableForm, encodingOfTable, likelyDelimiters, numberedRows } from "../../table-form.ts";
import { type TablePlan, isTableName, readTable, writeOverRow } from "../../tables.ts";
import { type ColumnRole, type CsvColumns, longestColumnList, parseCsvColumns } from "./columns.ts";
import { placesIn } from "./places.ts";
import { createStatedRows } from "./rows.ts";

/**
 * Any table of text with a stated meaning: transfers with words in their reference, call lists, doorbell events, gifts, visits. What the
 * columns mean stands in a file beside it, `NAME.columns.json` (docs/formats/columns.md). Without one the table is kept.
 *
 * Identity: kind, channel, stamp as written, who, to whom, text, the table's own id.
 */
export const csv: Importer = {
  id: "csv",
  label: "Table (CSV) with a column list",
  version: "3",
  // The ending first: asking for the siblings of each of a hundred thousand pictures would cost more than reading them.
  recognises: (head) => isTableName(head.name) && head.siblings.includes(columnListOf(head.name)),
  writeOver: writeOverRow,
  beside: "names",
  spelling: "plain",
  async *read(source, context) {
    const table = await openTable(source, context);
    if (table.ok) yield* readTable(source, context, table.value);
    else yield [unread(table.error, context.spanOf(0, source.size))];
  },
};

/** The name of the column list of a table. */
function columnListOf(name: string): string {
  return `${name}.columns.json`;
}

async function openTable(source: Source, context: ReadContext): Promise<Result<TablePlan<ColumnRole>, string>> {
  const listName = columnListOf(source.name.slice(source.name.lastIndexOf("/") + 1));
  const list = await context.sibling(listName);
  if (!list) return failed(`The column list “${listName}” could not be read.`);
  if (list.size > longestColumnList) return failed(`The column list “${listName}” is longer than a column list can be.`);
  const parsed = parseCsvColumns(await readStretch(list.source, 0, list.size));
  const plan = parsed.ok ? await planOf(source, parsed.value) : parsed;
  if (plan.ok && parsed.ok) return ok({ ...plan.value, covers: periodOf(parsed.value, context) });
  return plan.ok ? plan : failed(`The column list “${listName}” ${plan.error}. Put it right and import again.`);
}

/** The plan of a table by its column list, with the delimiter that gives every column a place; the error completes "The column list …". */
async function planOf(source: Source, columns: CsvColumns): Promise<Result<TablePlan<ColumnRole>, string>> {
  const written = await encodingOfTable(source, columns.encoding);
  const bodyFrom = columns.skip + (columns.header ? 1 : 0);
  const first = await rowNumber(Math.max(0, bodyFrom - 1), source, { ...written, delimiter: columns.delimiter ?? "," });
  if (first === undefined) return failed("belongs to a table with fewer rows than it says");
  let error = "";
  for (const delimiter of columns.delimiter === undefined ? likelyDelimiters(first) : [columns.delimiter]) {
    const { fields } = splitRow(first, delimiter);
    const placeByRole = placesIn(columns, columns.header ? fields : undefined);
    if (typeof placeByRole === "string") {
      error ||= placeByRole;
      continue;
    }
    const rows = createStatedRows(columns, placeByRole, amountNameOf(columns, fields));
    const { header: hasHeader, grade } = columns;
    return ok({
      family: "csv",
      form: { ...written, delimiter },
      placeByRole,
      bodyFrom,
      hasHeader,
      moments: columns,
      grade,
      noSuchMoment,
      rows,
    });
  }
  return failed(error);
}

/** The stated days as instants. A period that is not over yet ends at the import. */
function periodOf({ covers, zone }: CsvColumns, context: ReadContext): Covers {
  const read = (day: CivilDay | undefined): Interval | undefined => day && whenFromDay("", day, parseZone(zone) ?? context.zone.zone)?.when;
  const from = read(covers.from)?.earliest;
  const until = read(covers.until)?.latest;
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until: until < context.now ? until : context.now }),
  };
}

const noSuchMoment = "There is no such date or time as this row gives, or the column list says otherwise how it is written.";

/** Row `wanted` as text, split by nothing. */
async function rowNumber(wanted: number, source: Source, form: TableForm): Promise<string | undefined> {
  for await (const rows of numberedRows(source, form)) {
    const found = rows.find(({ number }) => number === wanted);
    if (!found) continue;
    if (found.row.fields === undefined) return undefined;
    return decoderOf(form.encoding)(await readStretch(source, found.row.start, found.row.end));
  }
  return undefined;
}

function amountNameOf({ columns, header }: CsvColumns, fields: readonly string[]): string {
  const place = columns.amount;
  if (typeof place === "string") return place;
  return (header && place !== undefined ? fields[place - 1]?.trim() : undefined) || "Amount";
}
