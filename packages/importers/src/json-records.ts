import type { Flag, Reading, Source, SourceSpan } from "@unmask/core";
import { type ReadContext, notice, unread } from "./importer.ts";
import { type JsonObject, isJsonObject, parseJson, type JsonDamage, type JsonPiece, type JsonPlan, scanJson } from "@unmask/formats";

/**
 * From a large JSON document to readings without a gap: records become acts, what lies between them the document's frame, and what is damaged
 * an unread span with its reason.
 */
export interface JsonRecordReader {
  readonly plan: Omit<JsonPlan, "sections">;
  /** Values that are passed over as a whole, by path, and what they are in our words: "contacts of the account". */
  readonly sections?: ReadonlyMap<string, string>;
  /** A value of the plan that has no place of its own among the readings: the name of a chat. */
  meets?(path: string, value: unknown): void;
  /** An element of the plan's `openings` begins. */
  opens?(path: string): void;
  /** Reads a record. The first reading spans `record.span`, further ones lie inside it. A promise only where a file beside must be asked for. */
  reads(record: JsonRecord): readonly Reading[] | Promise<readonly Reading[]>;
}

/** A record, parsed. */
export interface JsonRecord {
  readonly path: string;
  readonly value: JsonObject;
  /** Its bytes, lent until `reads` is done. */
  readonly bytes: Uint8Array;
  /** Where `bytes` begin in the source. */
  readonly start: number;
  /** The record and the punctuation behind it. */
  readonly span: SourceSpan;
  /** `decoding-doubtful` where the bytes are no UTF-8. */
  readonly flags: readonly Flag[];
}

const reasonByDamage: Readonly<Record<JsonDamage, string>> = {
  malformed: "this part is damaged: it is not valid JSON. Reading went on behind it where that was possible",
  "too-deep": "nested too deeply to be a record of this format",
  "too-long": "too long to be a record of this format",
  truncated: "truncated: the file ends before the document does. If you can, make the export again",
};

/** Reads a source to its end, in batches. The spans of its readings follow one another without a gap. */
export async function* readJsonRecords(
  source: Source,
  context: ReadContext,
  reader: JsonRecordReader,
): AsyncGenerator<readonly Reading[], void, undefined> {
  const progress: Progress = { cursor: 0, isEndTold: false };
  for await (const pieces of scanJson(source, { ...reader.plan, sections: [...(reader.sections?.keys() ?? [])] })) {
    if (context.signal?.aborted) return;
    const batch: Reading[] = [];
    for (const piece of pieces) {
      if (piece.piece === "opening") reader.opens?.(piece.path);
      else if (piece.piece === "value") reader.meets?.(piece.path, parseJson(decodeJson(piece.bytes).text));
      else if (piece.piece === "record") {
        reachesPiece(piece.start, piece.until, { progress, batch, context });
        const readings = readRecord(piece, context, reader);
        for (const reading of "then" in readings ? await readings : readings) batch.push(reading);
      } else if (piece.piece === "section") {
        reachesPiece(piece.start, piece.end, { progress, batch, context });
        batch.push(notice(reader.sections?.get(piece.path) ?? frame, context.spanOf(piece.start, piece.end)));
      } else if (piece.piece === "damage") {
        reachesPiece(piece.start, piece.until, { progress, batch, context });
        batch.push(damaged(piece.damage, piece.start, piece.until, context));
        progress.isEndTold = true;
      } else if (!piece.complete && !(progress.isEndTold && progress.cursor === piece.at)) {
        batch.push(damaged("truncated", progress.cursor, piece.at, context)); // An empty span where the file ends right behind a record.
      } else if (piece.at > progress.cursor) {
        batch.push(notice(frame, context.spanOf(progress.cursor, piece.at)));
      }
    }
    if (batch.length > 0) yield batch;
  }
}

interface Progress {
  cursor: number;
  /** The bytes before the cursor were damaged: if the document ends there, its end is told already. */
  isEndTold: boolean;
}

/** Tells what lies between the last piece and this one. */
function reachesPiece(start: number, end: number, to: { progress: Progress; batch: Reading[]; context: ReadContext }): void {
  if (start > to.progress.cursor) to.batch.push(notice(frame, to.context.spanOf(to.progress.cursor, start)));
  to.progress.cursor = end;
  to.progress.isEndTold = false;
}

const frame = "frame of the document";

function damaged(damage: JsonDamage, start: number, end: number, context: ReadContext): Reading {
  return unread(reasonByDamage[damage], context.spanOf(start, end));
}

function readRecord(
  { path, start, until, bytes }: JsonPiece & { readonly piece: "record" },
  context: ReadContext,
  reader: JsonRecordReader,
): readonly Reading[] | Promise<readonly Reading[]> {
  const { text, isValid } = decodeJson(bytes);
  const value = parseJson(text);
  if (value === undefined) return [damaged("malformed", start, until, context)];
  if (!isJsonObject(value)) return [unread("no record of this format", context.spanOf(start, until))];
  return reader.reads({ path, value, bytes, start, span: context.spanOf(start, until), flags: isValid ? none : doubtful });
}

const none: readonly Flag[] = [];
const doubtful: readonly Flag[] = ["decoding-doubtful"];

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

/** JSON bytes as text. `isValid` is false where they are no UTF-8 and U+FFFD stands in for them. */
export function decodeJson(bytes: Uint8Array): { readonly text: string; readonly isValid: boolean } {
  const text = lenient.decode(bytes);
  return { text, isValid: !text.includes("\uFFFD") || isUtf8(bytes) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
