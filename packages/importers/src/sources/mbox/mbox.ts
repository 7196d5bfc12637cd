import type { Reading, Source } from "@unmask/core";
import { type Importer, type ReadContext, type SourceHead, act, notice, unread } from "../../importer.ts";
import { readMail } from "../../mail-act.ts";
import { hereStandsNothing } from "../../write-over.ts";
import { judgeMboxLine, type MboxPiece, nothingInMbox, splitMbox } from "@unmask/formats";

/**
 * A mailbox in one file (mbox, RFC 4155): what Google Takeout, Thunderbird and Apple Mail hand over. Format notes, the rules by which it is
 * split, and the fields of the ids: docs/formats/sources/email.md
 */
export const mbox: Importer = {
  id: "mbox",
  label: "Mailbox (.mbox)",
  version: "4",
  recognises,
  read,
  // A mail of its own, with no date and so no act: blanks would belong to the mail above.
  writeOver: (_, reading) => ("notice" in reading ? "stays" : { lead: nothingInMbox, fill: "\n", tail: "" }),
};

const lineFeed = 0x0a;

/** The first line that is not empty separates mails, and a header follows it. */
function recognises({ text }: SourceHead): boolean {
  const first = /^\uFEFF?[\r\n]*/.exec(text)?.[0].length ?? 0;
  return text.startsWith("From ", first) && judgeMboxLine(text, first, true) !== undefined;
}

async function* read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined> {
  for await (const pieces of splitMbox(source)) {
    context.signal?.throwIfAborted();
    const readings: Reading[] = [];
    for (const piece of pieces) readings.push(await readPiece(piece, context));
    yield readings;
  }
}

async function readPiece(piece: MboxPiece, context: ReadContext): Promise<Reading> {
  const span = context.spanOf(piece.start, piece.end);
  switch (piece.kind) {
    case "mail": {
      const { bytes, envelope, isCut, isDoubtful } = piece;
      const flags = isDoubtful ? (["border-doubtful"] as const) : [];
      const mail = readMail({ bytes, span, isCut, isRecoded: false, flags, ...(envelope === undefined ? {} : { envelope }) }, context);
      return typeof mail === "string" ? unread(isWrittenOver(bytes) ? hereStandsNothing : mail, span) : act(mail);
    }
    case "rest":
      return unread("the rest of a mail that is longer than any provider delivers", span);
    case "blank":
      return notice("frame of the mailbox", span);
    case "before":
      return unread("something before the first mail that is no part of a mailbox", span);
  }
}

/** The header of what stands over a mail that was left out, and nothing but blanks below it. */
function isWrittenOver(bytes: Uint8Array): boolean {
  const header = new TextEncoder().encode(nothingInMbox.slice(nothingInMbox.indexOf("\n") + 1));
  return bytes.every((byte, i) => byte === (header[i] ?? lineFeed));
}
