import { type Act, type Channel, type Flag, type Identity, type Reading, type SourceSpan, normalName, owner, withheld } from "@unmask/core";
import { type ColumnRole, type CsvColumns, type StatedKind, columnRoles } from "./columns.ts";
import type { CsvMoments } from "./moment.ts";
import type { CsvRow } from "@unmask/formats";
import { parseIdentity } from "../../identity.ts";
import { type ReadContext, act, notice, unread } from "../../importer.ts";

/** Turns the rows of one table into readings. */
export interface CsvReader {
  /** The stamp of a row, as the act will have it; undefined when the row has none. */
  stampOf(fields: readonly string[]): string | undefined;
  readingOf(row: CsvRow, last: boolean): Reading;
}

/** What a reader of rows needs. `placeByRole` counts from 0. */
export interface CsvReaderOptions {
  readonly columns: CsvColumns;
  readonly placeByRole: ReadonlyMap<ColumnRole, number>;
  /** The name of the amount column, which stands before the amount in the text. */
  readonly amountName: string;
  readonly moments: CsvMoments;
  readonly context: ReadContext;
}

/** Starts reading rows. */
export function createCsvReader({ columns, placeByRole, amountName, moments, context }: CsvReaderOptions): CsvReader {
  // bounded: one column for each role.
  const fewest = Math.max(...placeByRole.values()) + 1;

  function stampOf(fields: readonly string[]): string | undefined {
    const cell = cellsOf(fields);
    const stamp = placeByRole.has("when") ? cell("when") : `${cell("date")} ${cell("time")}`.trim();
    return stamp === "" ? undefined : stamp;
  }

  function cellsOf(fields: readonly string[]): (role: ColumnRole) => string {
    return (role) => fields[placeByRole.get(role) ?? -1]?.trim() ?? "";
  }

  function identityOf(text: string): Identity {
    if (text === "") return withheld;
    return columns.me.has(text) ? { ...owner, wrote: text } : parseIdentity(text, context.country);
  }

  function peopleOf(cell: (role: ColumnRole) => string): Pick<Act, "from" | "to"> | string {
    if (placeByRole.has("other")) {
      const direction = columns.directions.get(cell("direction"));
      if (direction === undefined) return notListed("direction", "directions");
      const other = identityOf(cell("other"));
      return direction === "in" ? { from: other, to: [owner] } : { from: owner, to: [other] };
    }
    const from = identityOf(placeByRole.has("who") ? cell("who") : (columns.from ?? ""));
    const addressee = placeByRole.has("to") ? cell("to") : (columns.to ?? "");
    const to = addressee === "" ? owner : identityOf(addressee);
    return { from, to: from.kind === "owner" && to.kind === "owner" ? [] : [to] };
  }

  function kindOf(value: string): StatedKind | null | undefined {
    const stated = columns.kinds.get(value);
    if (stated !== undefined) return stated;
    return columns.kind === undefined ? undefined : { kind: columns.kind, flags: [] };
  }

  function channelOf(value: string): Channel | undefined {
    return columns.channels.get(value) ?? columns.channel;
  }

  /** The words as they were written, then the amount in a line of its own. */
  function textOf(fields: readonly string[], cell: (role: ColumnRole) => string): string | null {
    const amount = cell("amount");
    const what = fields[placeByRole.get("what") ?? -1] ?? "";
    const lines = [what, amount === "" ? "" : `${amountName}: ${amount}`].filter((line) => line.trim() !== "");
    return lines.length === 0 ? null : lines.join("\n");
  }

  function readingOf(row: CsvRow, last: boolean): Reading {
    const span = context.spanOf(row.start, row.end);
    if (row.fields === undefined) return unread("A line longer than a row of a table can be. The file is kept whole.", span);
    if (row.fields.every((field) => field.trim() === "")) return notice("blank row", span);
    const cell = cellsOf(row.fields);
    const kind = kindOf(cell("kind"));
    if (kind === null) return notice("row that is no act by the column list", span);
    if (kind === undefined) return unread(notListed("kind", "kinds"), span);
    const channel = channelOf(cell("channel"));
    if (channel === undefined) return unread(notListed("channel", "channels"), span);
    const stamp = stampOf(row.fields);
    if (stamp === undefined) return unread("This row has no date.", span);
    const moment = moments.read(stamp);
    if (moment === undefined)
      return unread("There is no such date or time as this row gives, or the column list says otherwise how it is written.", span);
    const people = peopleOf(cell);
    if (typeof people === "string") return unread(people, span);
    const duration = secondsOf(cell("duration"), columns.durationAs);
    if (duration === undefined)
      return unread('The duration of this row is not written as the key "durationAs" of the column list says.', span);
    const torn = last && row.fields.length < fewest;
    const flags = [...new Set([...kind.flags, ...flagsOf({ kind, people, duration, row, torn }), ...moment.flags])];
    return act(actOf({ fields: row.fields, cell, kind, channel, people, duration, flags, when: moment.when, span }));
  }

  function actOf(parts: Parts): Act {
    const { fields, cell, kind, channel, people, duration, flags, when, span } = parts;
    const text = textOf(fields, cell);
    const optional = (role: "thread" | "subject" | "id"): string | undefined => (cell(role) === "" ? undefined : cell(role));
    const [thread, subject, sourceId] = [optional("thread"), optional("subject"), optional("id")];
    const to = people.to.map((one) => one.normal).join("\u001f");
    return {
      id: context.tally.idOf("csv", [kind.kind, channel, when.wrote, people.from.normal, to, text ?? "", sourceId ?? ""]),
      kind: kind.kind,
      channel,
      when,
      ...people,
      text,
      attachments: [],
      flags,
      grade: columns.grade,
      source: span,
      ...(duration === null ? {} : { duration }),
      ...(thread === undefined ? {} : { thread }),
      ...(subject === undefined ? {} : { subject }),
      ...(sourceId === undefined ? {} : { sourceId }),
    };
  }

  return { stampOf, readingOf };
}

interface Parts {
  readonly fields: readonly string[];
  readonly cell: (role: ColumnRole) => string;
  readonly kind: StatedKind;
  readonly channel: Channel;
  readonly people: Pick<Act, "from" | "to">;
  readonly duration: number | null;
  readonly flags: readonly Flag[];
  readonly when: Act["when"];
  readonly span: SourceSpan;
}

interface Raised {
  readonly kind: StatedKind;
  readonly people: Pick<Act, "from" | "to">;
  readonly duration: number | null;
  readonly row: CsvRow;
  readonly torn: boolean;
}

function flagsOf({ kind, people, duration, row, torn }: Raised): Flag[] {
  const flags: Flag[] = [];
  if (kind.kind === "call" && duration === 0) flags.push("unanswered");
  if (kind.kind === "call" && people.from.kind === "withheld") flags.push("withheld-number");
  if (row.doubtful) flags.push("border-doubtful");
  if (row.broken) flags.push("decoding-doubtful");
  if (torn) flags.push("truncated");
  return flags;
}

function notListed(role: "kind" | "channel" | "direction", key: string): string {
  return `What stands in the ${role} column of this row is not in the key "${key}" of the column list. Add it there and import again.`;
}

/** Seconds; null when none are written, undefined when what is written is no duration. */
function secondsOf(text: string, as: CsvColumns["durationAs"]): number | null | undefined {
  if (text === "") return null;
  if (as === "clock") {
    const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text);
    return clock ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : undefined;
  }
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return undefined;
  return Math.round(Number(text) * (as === "minutes" ? 60 : 1));
}

/** The places of the columns in a header, from 0; the error names the key whose column is missing or stands twice. */
export function placesIn(columns: CsvColumns, header: readonly string[] | undefined): ReadonlyMap<ColumnRole, number> | string {
  const names = header?.map(normalName) ?? [];
  const placeByRole = new Map<ColumnRole, number>();
  for (const role of columnRoles) {
    const place = columns.columns[role];
    if (place === undefined) continue;
    const wanted = typeof place === "number" ? undefined : normalName(place);
    const at = typeof place === "number" ? place - 1 : names.indexOf(normalName(place));
    if (at === -1 || (header !== undefined && at >= header.length))
      return `names a column in the key "columns.${role}" that the table does not have`;
    if (wanted !== undefined && names.lastIndexOf(wanted) !== at)
      return `names a column in the key "columns.${role}" that the table has twice: give its number`;
    placeByRole.set(role, at);
  }
  return placeByRole;
}
