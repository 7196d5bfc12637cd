import type { Act, Channel, Covers, Flag, FlaggedWhen, Grade, Kind, Reading, Source, SourceSpan } from "@unmask/core";
import { normalName } from "@unmask/core";
import { type CsvRow, decoderOf, splitRow } from "@unmask/formats";
import { type Importer, type ReadContext, type SourceHead, act, covering, notice, unread } from "./importer.ts";
import { type TableForm, byteOrderMarkOf, delimiters, encodingOfTable, numberedRows } from "./table-form.ts";
import { type WriteOver, lineBreakOf } from "./write-over.ts";
import { type StatedMoments, type TableMoments, createTableMoments } from "./table-moments.ts";

/**
 * From a table with a header row to readings without a gap: roles by the names of columns, and what a row is. A source whose files are such
 * tables (a bank's statement, a list of calls) is a list of roles and two functions.
 *
 * Identity: kind, channel, stamp as written, who, to whom, text, the table's own id.
 */
export interface KnownTable<Role extends string> extends Pick<Importer, "id" | "label" | "version"> {
  /** The name of each role's column, or its spellings. The stamp stands in `when`, or in `date` and perhaps `time`. */
  readonly columns: Readonly<Record<Role, string | readonly string[]>>;
  /** Roles whose column may be absent: their cells are empty then. */
  readonly optional?: readonly NoInfer<Role>[];
  readonly moments?: StatedMoments;
  readonly grade: Grade;
  readonly rows: RowReader<NoInfer<Role>>;
}

/** What the rows of a table mean. */
export interface RowReader<Role extends string> {
  /** Asked first: what sort of act the row is, or why it is none. */
  kindOf(row: TableRow<Role>): RowKind | NoAct;
  /** Asked when the row's moment is read. */
  contentOf(row: TableRow<Role>, context: ReadContext): RowContent | NoAct;
}

/** The cells of a row by their roles; empty where the column is absent. */
export interface TableRow<Role extends string> {
  /** Without the blanks around it. */
  cell(role: Role): string;
  /** As it is written, blanks included. */
  written(role: Role): string;
}

/** What sort of act a row is. */
export interface RowKind {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly flags?: readonly Flag[];
}

/** Who, to whom and what. `duration` in seconds, null when none is written. The optional texts count as absent when they are empty. */
export interface RowContent extends Pick<Act, "from" | "to" | "text"> {
  readonly duration?: number | null;
  readonly thread?: string;
  readonly subject?: string;
  readonly sourceId?: string;
}

/** Why a row is no act: it tells of none, or it cannot be read. Ours, without content. */
export type NoAct = { readonly notice: string } | { readonly unread: string };

const namesOfColumns = "names of the columns";
const lineBefore = "line before the table";
const emptyTable = "empty table";
const daysCovered = "the days that the table covers, as its column list says";
const frameOfTable: ReadonlySet<string> = new Set([namesOfColumns, lineBefore, emptyTable, daysCovered]);

/** A row becomes a blank row: one line break ends it, those inside its cells go. */
export const writeOverRow: WriteOver = (bytes, reading, encoding) =>
  "notice" in reading && frameOfTable.has(reading.notice.says) ? "stays" : { lead: "", fill: " ", tail: lineBreakOf(bytes, encoding) };

/** Rows before the header at most: a bank writes account and period there. Stops a search through a table that is none of ours. */
const mostRowsBefore = 20;

/** Makes the importer of a table with a known header row. It recognises the file by the names of its columns. */
export function createTableImporter<Role extends string>(table: KnownTable<Role>): Importer {
  const placesIn = (fields: readonly string[]): PlaceByRole | undefined => placesByName(table, fields);
  return {
    id: table.id,
    label: table.label,
    version: table.version,
    recognises: (head) =>
      isTableName(head.name) && linesOf(head).some((line) => delimiters.some((mark) => placesIn(splitRow(line, mark).fields))),
    writeOver: writeOverRow,
    beside: "names",
    spelling: "plain",
    async *read(source, context) {
      const found = await findHeader(source, placesIn);
      if (found === undefined) {
        yield [unread("The names of the columns were not found behind the first lines.", context.spanOf(0, source.size))];
        return;
      }
      yield* readTable(source, context, {
        ...found,
        family: table.id,
        hasHeader: true,
        moments: table.moments ?? {},
        grade: table.grade,
        rows: table.rows,
      });
    },
  };
}

/** The endings of tables of text. Asked before the names of columns or of siblings, because it costs nothing. */
export function isTableName(name: string): boolean {
  return /\.(?:csv|tsv|tab|txt)$/i.test(name);
}

/** The first lines of a head, in the encoding that its byte-order mark declares. */
function linesOf({ bytes, text }: SourceHead): readonly string[] {
  const mark = byteOrderMarkOf(bytes);
  const decoded = mark === undefined ? text : decoderOf(mark.encoding)(bytes.subarray(mark.length));
  return decoded.split(/\r\n|\n|\r/, mostRowsBefore + 1);
}

async function findHeader(
  source: Source,
  placesIn: (fields: readonly string[]) => PlaceByRole | undefined,
): Promise<{ readonly form: TableForm; readonly placeByRole: PlaceByRole; readonly bodyFrom: number } | undefined> {
  const written = await encodingOfTable(source);
  for (const delimiter of delimiters) {
    const form = { ...written, delimiter };
    for (const { fields, number } of await firstRows(source, form)) {
      const placeByRole = placesIn(fields);
      if (placeByRole) return { form, placeByRole, bodyFrom: number + 1 };
    }
  }
  return undefined;
}

async function firstRows(source: Source, form: TableForm): Promise<readonly { fields: readonly string[]; number: number }[]> {
  const first: { fields: readonly string[]; number: number }[] = [];
  for await (const rows of numberedRows(source, form)) {
    for (const { row, number } of rows) {
      if (number > mostRowsBefore) return first;
      first.push({ fields: row.fields ?? [], number });
    }
  }
  return first;
}

/** Where the column of each role stands, from 0. */
export type PlaceByRole = ReadonlyMap<string, number>;

/** Undefined when a column is missing, or when its name stands twice. */
function placesByName<Role extends string>(
  { columns, optional = [] }: KnownTable<Role>,
  fields: readonly string[],
): PlaceByRole | undefined {
  const header = fields.map(normalName);
  const mayLack = new Set<string>(optional);
  const placeByRole = new Map<string, number>();
  for (const [role, spellings] of Object.entries<string | readonly string[]>(columns)) {
    const names = new Set((typeof spellings === "string" ? [spellings] : spellings).map(normalName));
    const place = header.findIndex((name) => names.has(name));
    const isClear = place !== -1 && place === header.findLastIndex((name) => names.has(name));
    if (isClear) placeByRole.set(role, place);
    else if (!mayLack.has(role)) return undefined;
  }
  return placeByRole;
}

/** A table whose columns are known. */
export interface TablePlan<Role extends string> {
  /** The importer's id, which begins the ids of acts. */
  readonly family: string;
  readonly form: TableForm;
  readonly placeByRole: PlaceByRole;
  /** Number of the first row of the body; the row before it holds the names of the columns where `hasHeader`. */
  readonly bodyFrom: number;
  readonly hasHeader: boolean;
  readonly moments: StatedMoments;
  readonly grade: Grade;
  /** What is said of a row whose stamp cannot be read. */
  readonly noSuchMoment?: string;
  /** The time that the table says it covers. */
  readonly covers?: Covers;
  readonly rows: RowReader<Role>;
}

/** Reads a table to its end, in batches: the stamps of all rows first, as evidence for the order of their dates, then each row. */
export async function* readTable<Role extends string>(
  source: Source,
  context: ReadContext,
  plan: TablePlan<Role>,
): AsyncGenerator<readonly Reading[], void, undefined> {
  const { form, bodyFrom, hasHeader } = plan;
  const moments = createTableMoments(plan.moments, context);
  // bounded: one column for each role.
  const fewest = Math.max(...plan.placeByRole.values()) + 1;
  for await (const rows of numberedRows(source, form)) {
    for (const { row, number } of rows) {
      const stamp = number < bodyFrom || row.fields === undefined ? "" : stampOf(row.fields, plan.placeByRole);
      if (stamp !== "") moments.see(stamp);
    }
  }
  let isTorn = false;
  for await (const rows of numberedRows(source, form)) {
    yield rows.map(({ row, number }) => {
      // The byte-order mark belongs to the first row.
      const span = context.spanOf(number === 0 ? 0 : row.start, row.end);
      if (number < bodyFrom) return notice(number === bodyFrom - 1 && hasHeader ? namesOfColumns : lineBefore, span);
      const torn = row.end === source.size && !isBlank(row) && (row.fields?.length ?? 0) < fewest;
      isTorn ||= torn;
      return readRow({ row, span, torn, moments, plan, context });
    });
    if (context.signal?.aborted) return;
  }
  if (form.start > 0 && form.start === source.size) yield [notice(emptyTable, context.spanOf(0, source.size))];
  const covers = statedSpan(plan.covers, isTorn);
  if (covers) yield [covering(notice(daysCovered, context.spanOf(source.size, source.size)), covers)];
}

/** What is stated of the end of a table that is torn off does not hold. */
function statedSpan({ from, until }: Covers = {}, isTorn: boolean): Covers | undefined {
  const end = isTorn ? undefined : until;
  if (from === undefined && end === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(end === undefined ? {} : { until: end }) };
}

/** The stamp of a row, as the act will have it; empty when the row has none. */
function stampOf(fields: readonly string[], placeByRole: PlaceByRole): string {
  const at = (role: string): string => fields[placeByRole.get(role) ?? -1]?.trim() ?? "";
  return placeByRole.has("when") ? at("when") : `${at("date")} ${at("time")}`.trim();
}

interface FoundRow<Role extends string> {
  readonly row: CsvRow;
  readonly span: SourceSpan;
  /** The file ends in it. */
  readonly torn: boolean;
  readonly moments: TableMoments;
  readonly plan: TablePlan<Role>;
  readonly context: ReadContext;
}

function readRow<Role extends string>(found: FoundRow<Role>): Reading {
  const { row, span, moments, plan, context } = found;
  const { placeByRole, rows } = plan;
  const { fields } = row;
  if (fields === undefined) return unread("A line longer than a row of a table can be. The file is kept whole.", span);
  if (isBlank(row)) return notice("blank row", span);
  const written = (role: Role): string => fields[placeByRole.get(role) ?? -1] ?? "";
  const cells: TableRow<Role> = { written, cell: (role) => written(role).trim() };
  const kind = rows.kindOf(cells);
  if (isNoAct(kind)) return noActReading(kind, span);
  const stamp = stampOf(fields, placeByRole);
  if (stamp === "") return unread("This row has no date.", span);
  const moment = moments.read(stamp);
  if (moment === undefined) return unread(plan.noSuchMoment ?? "There is no such date or time as this row gives.", span);
  const content = rows.contentOf(cells, context);
  return isNoAct(content) ? noActReading(content, span) : act(actOf(found, { kind, moment, content }));
}

/** As some programs end a table with, and as a copy has over a row that was left out. */
function isBlank({ fields }: CsvRow): boolean {
  return fields?.every((field) => field.trim() === "") === true;
}

function isNoAct(read: RowKind | RowContent | NoAct): read is NoAct {
  return "notice" in read || "unread" in read;
}

function noActReading(why: NoAct, span: SourceSpan): Reading {
  return "notice" in why ? notice(why.notice, span) : unread(why.unread, span);
}

interface RowParts {
  readonly kind: RowKind;
  readonly moment: FlaggedWhen;
  readonly content: RowContent;
}

function actOf<Role extends string>(found: FoundRow<Role>, parts: RowParts): Act {
  const { plan, span, context } = found;
  const { kind, channel } = parts.kind;
  const { when } = parts.moment;
  const { from, to, text, duration = null, thread = "", subject = "", sourceId = "" } = parts.content;
  const addressees = to.map((one) => one.normal).join("\u001f");
  const plain: Act = {
    id: context.tally.idOf(plan.family, [kind, channel, when.wrote, from.normal, addressees, text ?? "", sourceId]),
    kind,
    channel,
    when,
    from,
    to,
    text,
    attachments: [],
    flags: flagsOf(found, parts),
    grade: plan.grade,
    source: span,
  };
  // Most rows have none of these, and a copy of each costs.
  if (duration === null && thread === "" && subject === "" && sourceId === "") return plain;
  return {
    ...plain,
    ...(duration === null ? {} : { duration }),
    ...(thread === "" ? {} : { thread }),
    ...(subject === "" ? {} : { subject }),
    ...(sourceId === "" ? {} : { sourceId }),
  };
}

/** Each once: what the row's kind says, what its cells say, what its bytes are, what its moment is. */
function flagsOf<Role extends string>({ row, torn }: FoundRow<Role>, { kind, moment, content }: RowParts): readonly Flag[] {
  const flags: Flag[] = [...(kind.flags ?? [])];
  if (kind.kind === "call" && content.duration === 0) flags.push("unanswered");
  if (kind.kind === "call" && content.from.kind === "withheld") flags.push("withheld-number");
  if (row.doubtful) flags.push("border-doubtful");
  if (row.broken) flags.push("decoding-doubtful");
  if (torn) flags.push("truncated");
  return flags.length === 0 ? moment.flags : [...new Set([...flags, ...moment.flags])];
}
