import {
  type BelievedTime,
  type Instant,
  type JournalLine,
  type Reading,
  type Source,
  type StandingEntry,
  believedTimes,
  createJournalReader,
  cutLine,
  foldJournal,
  parseJournalLine,
} from "@unmask/core";
import { type Importer, type ReadContext, act, notice, unread, withdrawnNotice } from "../../importer.ts";
import { hereStandsNothing, lineBreakOf } from "../../write-over.ts";
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
  version: "3",
  recognises: ({ text }) => firstLine.test(text),
  // Blanks, and not an empty object: a line can be shorter than two characters. Its number stays, because its line break does.
  writeOver: (bytes, _, encoding) => ({ lead: "", fill: " ", tail: lineBreakOf(bytes, encoding) }),
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
    const { read } = createJournalReader();
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

/** The first line of a journal is an entry, or tells of a note that was thrown away. */
const firstLine = /^\s*\{\s*"counter"\s*:\s*1\s*,\s*"line"\s*:\s*"(?:entry|thrown-away)"\s*,\s*"written"\s*:\s*\{\s*"at"/;

/** What the whole of the file says of its lines, by their counters. */
interface Known {
  readonly standing: ReadonlyMap<number, StandingEntry>;
  readonly times: ReadonlyMap<number, BelievedTime>;
}

async function gather(source: Source, now: Instant): Promise<Known> {
  const { read } = createJournalReader();
  const lines: JournalLine[] = [];
  for await (const { text, isWhole } of readLinesOfFile(source)) {
    const line = read(text);
    if (line.ok && isWhole) lines.push(line.value);
  }
  const written: readonly Instant[] = lines.map(({ written: { at } }) => at);
  const times = believedTimes(written, now);
  return {
    standing: new Map(foldJournal(lines).map((one) => [one.entry.counter, one])),
    times: new Map(lines.flatMap(({ counter }, i) => (times[i] === undefined ? [] : [[counter, times[i]]]))),
  };
}

/** One line as one reading. */
async function readLine(
  { text, start, end, isWhole, flags }: LineOfFile,
  read: ReturnType<typeof createJournalReader>["read"],
  { known, context }: { readonly known: Known; readonly context: ReadContext },
): Promise<Reading> {
  const span = context.spanOf(start, end);
  const line = read(text);
  if (text.trim() === "") return unread(hereStandsNothing, span);
  if (!isWhole) return unread(`${cutLine}. The lines before it are read`, span);
  if (!line.ok) return unread(`not as a journal writes it: ${line.error}`, span);
  switch (line.value.line) {
    case "entry": {
      const standing = known.standing.get(line.value.counter);
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
