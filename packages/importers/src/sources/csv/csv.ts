import { type Result, type Source, failed, ok } from "@unmask/core";

import { createByteWindow, type CsvEncoding, type CsvForm, type CsvRow, decoderOf, scanCsv, splitRow, readStretch } from "@unmask/formats";
import { createCsvReader, placesIn } from "./act.ts";
import { type ColumnRole, type CsvColumns, longestColumnList, parseCsvColumns } from "./columns.ts";
import { createCsvMoments } from "./moment.ts";

import { type Importer, type ReadContext, notice, unread } from "../../importer.ts";

/**
 * Any table of text with a stated meaning: transfers with words in their reference, call lists, doorbell events, gifts, visits. What the
 * columns mean stands in a file beside it, `NAME.columns.json` (docs/formats/columns.md). Without one the table is kept.
 *
 * Identity: kind, channel, stamp as written, who, to whom, text, the table's own id.
 */
export const csv: Importer = {
  id: "csv",
  label: "Table (CSV) with a column list",
  version: "1",
  // The ending first: asking for the siblings of each of a hundred thousand pictures would cost more than reading them.
  recognises: (head) => /\.(?:csv|tsv|tab|txt)$/i.test(head.name) && head.siblings.includes(columnListOf(head.name)),
  async *read(source, context) {
    const table = await openTable(source, context);
    if (!table.ok) {
      yield [unread(table.error, context.spanOf(0, source.size))];
      return;
    }
    const { columns, form, start, placeByRole, amountName, bodyFrom } = table.value;
    const moments = createCsvMoments(columns, context);
    const reader = createCsvReader({ columns, placeByRole, amountName, moments, context });
    for await (const { rows } of numberedRows(source, form, start)) {
      for (const { row, number } of rows) {
        const stamp = number < bodyFrom || row.fields === undefined ? undefined : reader.stampOf(row.fields);
        if (stamp !== undefined) moments.see(stamp);
      }
    }
    for await (const { rows } of numberedRows(source, form, start)) {
      yield rows.map(({ row, number }) => {
        // The byte-order mark belongs to the first row.
        const placed = number === 0 ? { ...row, start: 0 } : row;
        if (number < bodyFrom)
          return notice(
            number === bodyFrom - 1 && columns.header ? "names of the columns" : "line before the table",
            context.spanOf(placed.start, placed.end),
          );
        return reader.readingOf(placed, row.end === source.size);
      });
      if (context.signal?.aborted) return;
    }
    if (start > 0 && start === source.size) yield [notice("empty table", context.spanOf(0, source.size))];
  },
};

/** The name of the column list of a table. */
function columnListOf(name: string): string {
  return `${name}.columns.json`;
}

interface Table {
  readonly columns: CsvColumns;
  readonly form: CsvForm;
  /** Behind the byte-order mark. */
  readonly start: number;
  readonly placeByRole: ReadonlyMap<ColumnRole, number>;
  readonly amountName: string;
  /** Number of the first row of the body. */
  readonly bodyFrom: number;
}

async function openTable(source: Source, context: ReadContext): Promise<Result<Table, string>> {
  const listName = columnListOf(source.name.slice(source.name.lastIndexOf("/") + 1));
  const list = await context.sibling(listName);
  if (!list) return failed(`The column list “${listName}” could not be read.`);
  if (list.size > longestColumnList) return failed(`The column list “${listName}” is longer than a column list can be.`);
  const wrong = (what: string): Result<Table, string> => failed(`The column list “${listName}” ${what}. Put it right and import again.`);
  const parsed = parseCsvColumns(await readStretch(list.source, 0, list.size));
  if (!parsed.ok) return wrong(parsed.error);
  const columns = parsed.value;
  const mark = byteOrderMarkOf(await readStretch(source, 0, 4));
  const encoding = columns.encoding ?? mark?.encoding ?? (await guessEncoding(source));
  const start = mark?.encoding === encoding ? mark.length : 0;
  const bodyFrom = columns.skip + (columns.header ? 1 : 0);
  const form = { encoding, delimiter: columns.delimiter ?? "," };
  const first = await rowNumber(Math.max(0, bodyFrom - 1), { source, form, start });
  if (first === undefined) return wrong("belongs to a table with fewer rows than it says");
  const delimiters = columns.delimiter === undefined ? likelyDelimiters(first.text) : [columns.delimiter];
  let error = "";
  for (const delimiter of delimiters) {
    const { fields } = splitRow(first.text, delimiter);
    const places = placesIn(columns, columns.header ? fields : undefined);
    if (typeof places === "string") error ||= places;
    else
      return ok({
        columns,
        form: { encoding, delimiter },
        start,
        placeByRole: places,
        amountName: amountNameOf(columns, fields),
        bodyFrom,
      });
  }
  return wrong(error);
}

/** Row `number` as text, split by nothing. */
async function rowNumber(
  wanted: number,
  { source, form, start }: { source: Source; form: CsvForm; start: number },
): Promise<{ text: string } | undefined> {
  for await (const { rows } of numberedRows(source, form, start)) {
    const found = rows.find(({ number }) => number === wanted);
    if (!found) continue;
    if (found.row.fields === undefined) return undefined;
    const bytes = await readStretch(source, found.row.start, found.row.end);
    return { text: decoderOf(form.encoding)(bytes) };
  }
  return undefined;
}

/** The delimiters by how often they part the row, most often first. */
function likelyDelimiters(row: string): string[] {
  return [",", ";", "\t", "|"].sort((a, b) => splitRow(row, b).fields.length - splitRow(row, a).fields.length);
}

function amountNameOf({ columns, header }: CsvColumns, fields: readonly string[]): string {
  const place = columns.amount;
  if (typeof place === "string") return place;
  return (header && place !== undefined ? fields[place - 1]?.trim() : undefined) || "Amount";
}

async function* numberedRows(
  source: Source,
  form: CsvForm,
  start: number,
): AsyncGenerator<{ rows: readonly { readonly row: CsvRow; readonly number: number }[] }, void, undefined> {
  let number = 0;
  for await (const batch of scanCsv(source, form, start)) yield { rows: batch.map((row) => ({ row, number: number++ })) };
}

/** The encoding that the first bytes declare. */
function byteOrderMarkOf(head: Uint8Array): { readonly encoding: CsvEncoding; readonly length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

/** Bytes looked at together when guessing. */
const guessStep = 256 * 1024;

/**
 * UTF-8 when every byte of the file is UTF-8 (text in another encoding is not, by accident, beyond a few words), UTF-16 when every second
 * byte of the head is zero, else Windows-1252, in which every byte means something.
 */
async function guessEncoding(source: Source): Promise<CsvEncoding> {
  const head = await readStretch(source, 0, 1024);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  if ((zeros[1] ?? 0) * 4 > head.length) return "utf-16le";
  if ((zeros[0] ?? 0) * 4 > head.length) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const window = createByteWindow(source, guessStep);
  for (let at = 0; ; at = window.base + window.bytes.length) {
    await window.advance(at);
    if (!isText(decoder, window.bytes, !window.ended)) return "windows-1252";
    if (window.ended) return "utf-8";
  }
}

function isText(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false; // TypeError: no text in this encoding.
  }
}
