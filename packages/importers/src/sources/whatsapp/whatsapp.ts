import type { Reading, Source } from "@unmask/core";
import type { Importer, ReadContext, SourceHead } from "../../importer.ts";
import { lineBreakOf } from "../../write-over.ts";
import { encodingOf, isUtf32, readLineBlocks, readLines, readStretch } from "@unmask/formats";

import { scanHeader, splitAuthor } from "./header.ts";
import { type WaitingForFile, createReader } from "./reading.ts";
import { createRecordAssembler } from "./record-assembler.ts";
import { createFileProfiler } from "./file-profile.ts";

/**
 * WhatsApp, "Export chat": a text file of headed lines, `_chat.txt` (iOS) or `WhatsApp Chat with NAME.txt` (Android), media beside it. Local
 * time without a zone, in the words of the phone's language. Grammar, flags and limits: docs/formats/sources/whatsapp.md.
 *
 * Fields of the id: kind and author as written; the numbers of the stamp in the order written; text, or the app's words; name of the file
 * without the number that iOS puts before it. Exports of one phone agree; a contact renamed between two exports does not.
 *
 * [Note: A header can be typed] The format has no escape: a message may hold a line that looks like a header, and then it is one. So every
 * act is graded `text-export`, and one whose header goes back in time, is of another style than its neighbours or names somebody new is flagged
 * `forged-header`. The absence of the flag proves nothing.
 */
export const whatsapp: Importer = {
  id: "whatsapp",
  label: "WhatsApp chat export",
  version: "7",
  recognises,
  read,
  // A line of blanks would join the message above it; one of NUL ends it.
  writeOver: (bytes, _, encoding) => ({ lead: "", fill: "\0", tail: lineBreakOf(bytes, encoding) }),
  spelling: "plain",
};

/** Lines of the head that are searched for a header. */
const linesOfHead = 40;

function recognises({ name, bytes, text }: SourceHead): boolean {
  if (isUtf32(bytes)) return false;
  const base = (name.split("/").pop() ?? "").toLowerCase();
  if (base === "_chat.txt") return true;
  const encoding = encodingOf(bytes);
  const head = encoding === "utf-8" ? text : new TextDecoder(encoding).decode(bytes);
  const lines = head.split("\n", linesOfHead);
  const headers = lines.filter((line) => scanHeader(line, 0) !== undefined);
  if (headers.length === 0) return false;
  // A name without an ending, as of standard input, says nothing against a chat; a chat can lose its own ("WhatsApp Chat with Dr. Sam").
  if (base.endsWith(".txt") || !base.includes(".") || base.startsWith("whatsapp chat "))
    return base.includes("whatsapp") || headers.some(hasAuthor);
  return !namesTable.test(base) && beginsAsChat(lines);
}

/** Rows of a table can begin with a stamp; a chat was never exported as one. */
const namesTable = /\.(?:csv|tsv)$/;

/** Under a foreign ending a chat begins with a header, and with somebody's: notes and mails only quote one, and a log has levels for names. */
function beginsAsChat(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.replace("\uFEFF", "").trim() !== "");
  return first !== undefined && scanHeader(first, 0) !== undefined && lines.some(hasAuthor) && !lines.some(isLogLine);
}

function hasAuthor(line: string): boolean {
  return authorOf(line) !== undefined;
}

function isLogLine(line: string): boolean {
  return logLevel.test(authorOf(line) ?? "");
}

const logLevel = /(?:^|[ .[])(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\]?$/;

function authorOf(line: string): string | undefined {
  const header = scanHeader(line, 0);
  const split = header && !header.unknownWord ? splitAuthor(line, header.restAt, line.length, header.spacedColon) : undefined;
  return header && split && line.slice(header.restAt, split.authorEnd);
}

async function* read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined> {
  const encoding = encodingOf(await readStretch(source, 0, 2));
  const profiler = createFileProfiler(encoding);
  for await (const block of readLineBlocks(source, encoding)) {
    if (context.signal?.aborted) return;
    profiler.see(block);
  }
  const profile = profiler.conclude(context.dateOrder);
  const reader = createReader(context, profile);
  const assembler = createRecordAssembler(encoding, profile, reader);
  for await (const lines of readLines(source, encoding)) {
    if (context.signal?.aborted) return;
    assembler.take(lines);
    await findFiles(reader.waiting(), context);
    yield reader.handOver(false);
  }
  assembler.end();
  await findFiles(reader.waiting(), context);
  yield reader.handOver(true);
}

async function findFiles(waiting: readonly WaitingForFile[], context: ReadContext): Promise<void> {
  for (const one of waiting) {
    const sibling = context.sibling(one.file);
    one.found(sibling && (await sibling));
  }
}
