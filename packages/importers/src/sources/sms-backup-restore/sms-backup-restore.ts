import type { Reading, Source } from "@unmask/core";
import { readXmlPieces } from "@unmask/formats";
import type { Importer, ReadContext, SourceHead } from "../../importer.ts";
import { lineBreakOf } from "../../write-over.ts";
import { createAttachmentSink } from "./attachment.ts";
import { commentSays, createSmsDocument, recordElements, rootElements, takePieces } from "./document.ts";
import { recordAttributes } from "./record.ts";

/**
 * SMS Backup & Restore (SyncTech, Android): text messages, picture messages and calls as XML, times in UTC milliseconds.
 * Format notes and the fields of the ids: docs/formats/sources/sms-backup-restore.md
 */
export const smsBackupRestore: Importer = {
  id: "sms-backup-restore",
  label: "SMS Backup & Restore (Android)",
  version: "2",
  recognises,
  read,
  // A comment: blanks would belong to the record before them.
  writeOver: (bytes, reading) =>
    "notice" in reading && reading.notice.says !== commentSays && !isRecord.test(new TextDecoder().decode(bytes.subarray(0, 8)))
      ? "stays"
      : { lead: "<!--", fill: " ", tail: `-->${lineBreakOf(bytes, "utf-8")}` },
  spelling: "xml",
};

/** A draft is a notice, and a record all the same. */
const isRecord = /^<(?:sms|mms|call)[\s/>]/;

/** What may stand before the first element: white space, declarations, comments, a document type with or without an internal subset. */
const prolog = /^(?:\s+|<\?[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/;

/** The first element is `<smses>` or `<calls>`. */
function recognises({ text }: SourceHead): boolean {
  let rest = text;
  for (let before = prolog.exec(rest); before; before = prolog.exec(rest)) rest = rest.slice(before[0].length);
  return /^<(?:smses|calls)[\s/>]/.test(rest);
}

async function* read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined> {
  const document = createSmsDocument(context);
  const names = {
    elements: [...rootElements, ...recordElements, "parts", "part", "addrs", "addr"],
    records: recordElements,
    held: recordAttributes,
    streamed: "data",
    createSink: () => createAttachmentSink(context.createHasher),
  };
  for await (const pieces of readXmlPieces(source, names)) {
    context.signal?.throwIfAborted();
    const readings = takePieces(document, pieces);
    if (readings.length > 0) yield readings;
  }
}
