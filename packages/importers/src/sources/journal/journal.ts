import {
  type BelievedTime,
  type Instant,
  type JournalLine,
  type LeftOutLine,
  type Reading,
  type Source,
  type StandingEntry,
  type WrittenHour,
  believedTimes,
  contradictsItself,
  createJournalReader,
  cutLine,
  foldJournal,
  hourOf,
  leftOutLineToJson,
  parseJournalLine,
  parseLeftOutLine,
} from "@unmask/core";
import { type Importer, type ReadContext, act, notice, unread, withdrawnNotice } from "../../importer.ts";
import { type Filler, type WriteOver, lineBreakOf } from "../../write-over.ts";
import { actOfEntry } from "./act-of-entry.ts";
import { type LineOfFile, readLinesOfFile } from "./lines-of-file.ts";

/** Bytes of a journal: all of its entries are held while it is read, and a larger file is an attack on memory. */
const longestJournal = 256 * 1024 * 1024;
/** Lines that are handed on at once. */
const linesInBatch = 256;

/**
 * Her own journal, `journal.jsonl`: what she wrote, one entry a line, in which nothing is ever changed; more is added in lines of its own, which
 * are laid over the entry that they name. Lines, times and fields of the id: docs/formats/entry.md
 */
export const journal: Importer = {
  id: "journal",
  label: "Journal (what she wrote herself)",
  version: "5",
  recognises: ({ text }) => firstLine.test(text),
  writeOver: blanksOver,
  writeOverIn: (readings) => (readings.some(isHourInDoubt) ? hourOver : blanksOver),
  beside: "names",
  belongsTo: ({ wrote = "" }) => {
    const read = parseJournalLine(wrote.trimEnd());
    return read.ok && read.value.line === "added" ? String(read.value.to) : undefined;
  },
  spelling: "json",
  async *read(source, context) {
    if (source.size > longestJournal) {
      yield [unread("larger than a journal can be", context.spanOf(0, source.size))];
      return;
    }
    const known = await gather(source, context.now);
    const read = createLineReader();
    let batch: Reading[] = [];
    for await (const line of readLinesOfFile(source)) {
      if (context.signal?.aborted) return;
      batch.push(await readLine(line, read, { known, context }));
      if (batch.length === linesInBatch) {
        yield batch;
        batch = [];
      }
    }
    yield batch;
  },
};

/** Blanks, and not an empty object: a line can be shorter than two characters. Its number stays, because its line break does. */
function blanksOver(...[bytes, , encoding]: Parameters<WriteOver>): Filler {
  return { lead: "", fill: " ", tail: lineBreakOf(bytes, encoding) };
}

/** Number and hour of the line stay: those of others are in doubt by it, or lie between it and the next. */
function hourOver(...[bytes, reading, encoding]: Parameters<WriteOver>): Filler {
  const text = new TextDecoder(encoding).decode(bytes).trimEnd();
  const hour = hourThatDoubts(text, "unread" in reading);
  return { ...blanksOver(bytes, reading, encoding), ...(hour && { lead: leftOutLineToJson(hour) }) };
}

/** What is unread puts no doubt on another, though alone it may be a line; nor does what contradicts itself, and in a copy no `happened` says so. */
function hourThatDoubts(text: string, isUnread: boolean): LeftOutLine | undefined {
  const leftOut = parseLeftOutLine(text);
  if (leftOut) return leftOut;
  const line = parseJournalLine(text);
  if (isUnread || !line.ok || contradictsItself(hourOf(line.value))) return undefined;
  return { counter: line.value.counter, at: line.value.written.at };
}

/** Whether the hour of an entry, or of what was added to one, is not believed. */
function isHourInDoubt(reading: Reading): boolean {
  if (!("act" in reading) || reading.act.entry === undefined) return false;
  const { written, added = [] } = reading.act.entry;
  return [written, ...added].some(({ between }) => between !== undefined);
}

/** The first line of a journal is an entry, or tells of a note that was thrown away. */
const firstLine = /^\s*\{\s*"counter"\s*:\s*1\s*,\s*"line"\s*:\s*"(?:entry|thrown-away)"\s*,\s*"written"\s*:\s*\{\s*"at"/;

/** No line is shorter than its number, so where not one character stands none was written over. */
const lineLost =
  "nothing stands under this number, as of a line that is missing, or was changed, where the journal is kept; one that is left out of a pack leaves blanks";
const writtenOver = "nothing of this line stands here: it was left out of a pack";

/** What the whole of the file says of its lines, by their counters. */
interface Known {
  readonly standing: ReadonlyMap<number, StandingEntry>;
  readonly times: ReadonlyMap<number, BelievedTime>;
}

async function gather(source: Source, now: Instant): Promise<Known> {
  const read = createLineReader();
  const lines: JournalLine[] = [];
  const hours: WrittenHour[] = [];
  const counters: number[] = [];
  for await (const { text, isWhole } of readLinesOfFile(source)) {
    const found = read(text);
    if (!isWhole || "why" in found) continue;
    if ("line" in found) lines.push(found.line);
    hours.push("line" in found ? hourOf(found.line) : found.leftOut);
    counters.push("line" in found ? found.line.counter : found.leftOut.counter);
  }
  const times = believedTimes(hours, now);
  return {
    standing: new Map(foldJournal(lines).map((one) => [one.entry.counter, one])),
    times: new Map(counters.flatMap((counter, i) => (times[i] === undefined ? [] : [[counter, times[i]]]))),
  };
}

/** A line of hers; what stands over one that is left out; or neither, and why. */
type FoundLine = { readonly line: JournalLine } | { readonly leftOut: LeftOutLine } | { readonly why: string };

/** Reads the lines in their order. */
function createLineReader(): (text: string) => FoundLine {
  const { read } = createJournalReader();
  let place = 0;
  return (text) => {
    place++;
    const line = read(text);
    if (line.ok) return { line: line.value };
    const leftOut = parseLeftOutLine(text);
    return leftOut?.counter === place ? { leftOut } : { why: line.error };
  };
}

/** One line as one reading. */
async function readLine(
  { text, start, end, isWhole, flags }: LineOfFile,
  read: ReturnType<typeof createLineReader>,
  { known, context }: { readonly known: Known; readonly context: ReadContext },
): Promise<Reading> {
  const span = context.spanOf(start, end);
  const found = read(text);
  if (text === "") return unread(lineLost, span);
  if (text.trim() === "" || "leftOut" in found) return unread(writtenOver, span);
  if (!isWhole) return unread(`${cutLine}. The lines before it are read`, span);
  if ("why" in found) return unread(`not as a journal writes it: ${found.why}`, span);
  switch (found.line.line) {
    case "entry": {
      const standing = known.standing.get(found.line.counter);
      if (standing === undefined) throw new Error("an entry that the first reading did not know");
      if (standing.withdrawn) return notice(withdrawnNotice, span, text);
      const entry = await actOfEntry(standing, known.times, context);
      return act({ ...entry, flags: [...entry.flags, ...flags], source: span });
    }
    case "added":
      return notice("added to an entry", span, text);
    case "withdrawn":
      return notice("says that an entry was withdrawn", span, text);
    case "thrown-away":
      return notice("says that a note was thrown away", span, text);
  }
}
