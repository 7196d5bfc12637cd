import type { Channel, Flag, Identity, Kind, Reading, When } from "@unmask/core";
import { type JsonObject, farDate, readStretch } from "@unmask/formats";
import { type Importer, type ReadContext, type SourceHead, act, headSize, notice } from "./importer.ts";
import { type JsonRecord, readJsonRecords } from "./json-records.ts";
import type { Repaired } from "./meta-text.ts";
import { writeOverJson } from "./write-over.ts";

/**
 * A source whose files are JSON lists at known paths, as a table: path → what an entry says. Reading in bounded memory, damage and the frame
 * between the entries are seen to (json-records.ts).
 *
 * @example
 * const rings: JsonList = { channel: "other", entry: "a ring", reads: readRing };
 * export const doorbell = listImporter({ id: "doorbell", label: "Doorbell (JSON)", version: "1", listsIn: () => new Map([["rings[]", rings]]) });
 */
export interface JsonListSource extends Pick<Importer, "id" | "label" | "version"> {
  /** The lists that a file holds, by their paths as in `JsonPlan.records`; undefined when the file is not of this source. */
  listsIn(head: ListHead): ReadonlyMap<string, JsonList> | undefined;
  /** Values that are passed over as a whole, by path, and what they are in our words: "profile of the account". */
  readonly sections?: ReadonlyMap<string, string>;
  /** Mends the text of an entry before it is read. */
  repairs?(entry: JsonObject): Repaired<JsonObject>;
}

/** What tells which lists a file holds: its name and the text of its first bytes. */
export type ListHead = Pick<SourceHead, "name" | "text">;

/** One list, and what its entries say. */
export interface JsonList {
  readonly channel: Channel;
  /** What one of its entries is, for a notice: "an entry of the list of followers" (which goes on: ", without a time"). */
  readonly entry: string;
  /** What an entry says. `country` is the one that local numbers are read in. */
  reads(entry: JsonObject, country: string): EntryReading;
}

/** What an entry says. Without a time it is a notice; `to` and `from` as far as the list tells. */
export interface EntryReading {
  readonly kind: Kind;
  readonly when: When | undefined;
  readonly from: Identity;
  readonly to: readonly Identity[];
  /** Null, or empty, where nothing was written. */
  readonly text: string | null;
  /** What is to be said of its time; unless stated, only whether it lies far ahead. */
  readonly flags?: readonly Flag[];
  /** Fields of its id; unless stated kind, time as written, from, to, text. */
  readonly idFields?: readonly string[];
}

/** Makes an importer of a table. */
export function listImporter({ id, label, version, listsIn, sections, repairs }: JsonListSource): Importer {
  return {
    id,
    label,
    version,
    recognises: (head) => listsIn(head) !== undefined,
    writeOver: writeOverJson,
    spelling: repairs === undefined ? "json" : "meta-json",
    async *read(source, context) {
      const bytes = await readStretch(source, 0, headSize);
      const lists = listsIn({ name: source.name, text: new TextDecoder().decode(bytes, { stream: true }) });
      if (!lists) return;
      yield* readJsonRecords(source, context, {
        plan: { records: [...lists.keys()] },
        ...(sections ? { sections } : {}),
        reads: (record) => {
          const list = lists.get(record.path);
          return list ? [readListEntry(repairs ? mended(record, repairs) : record, { family: id, list }, context)] : [];
        },
      });
    },
  };
}

function mended(record: JsonRecord, repairs: (entry: JsonObject) => Repaired<JsonObject>): JsonRecord {
  const { value, isDoubtful } = repairs(record.value);
  return { ...record, value, flags: isDoubtful ? ["decoding-doubtful"] : record.flags };
}

/** Reads one entry of a list, for a source that has more than lists. `family` is that of its acts' ids. */
export function readListEntry(
  { value, span, flags }: JsonRecord,
  { family, list }: { readonly family: string; readonly list: JsonList },
  context: ReadContext,
): Reading {
  const entry = list.reads(value, context.country);
  const { kind, when, from, to } = entry;
  if (!when) return notice(`${list.entry}, without a time`, span);
  const text = entry.text === "" ? null : entry.text;
  const idFields = entry.idFields ?? [kind, when.wrote, from.normal, ...to.map(({ normal }) => normal), text ?? ""];
  return act({
    id: context.tally.idOf(family, idFields),
    kind,
    channel: list.channel,
    when,
    from,
    to,
    text,
    attachments: [],
    flags: [...(entry.flags ?? farDate(when.earliest, context.now)), ...flags],
    grade: "structured-export",
    source: span,
  });
}
