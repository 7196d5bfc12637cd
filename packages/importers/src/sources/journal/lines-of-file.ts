import { type Flag, type Source, longestJournalLine } from "@unmask/core";
import { readLines } from "@unmask/formats";

/** A line of a journal with its place. */
export interface LineOfFile {
  /** Without its line feed. Of a line that is longer than one can be only the beginning, which is longer than one can be too. */
  readonly text: string;
  readonly start: number;
  /** Behind its line feed. */
  readonly end: number;
  /** It ends with a line feed. */
  readonly isWhole: boolean;
  /** `decoding-doubtful` where bytes of it are no UTF-8. */
  readonly flags: readonly Flag[];
}

const doubtful: readonly Flag[] = ["decoding-doubtful"];
const none: readonly Flag[] = [];

/** The lines of a file, however long: `readLines` hands a long one out in pieces. */
export async function* readLinesOfFile(source: Source): AsyncGenerator<LineOfFile, void, undefined> {
  let text = "";
  let start = 0;
  let isDoubtful = false;
  for await (const { text: all, block, count, textAt, byteAt, doubtful: marks } of readLines(source, "utf-8")) {
    for (let i = 0; i < count; i++) {
      const piece = all.slice(textAt[i] ?? 0, textAt[i + 1] ?? 0);
      const end = block.start + (byteAt[i + 1] ?? 0);
      if (text.length <= longestJournalLine) text += piece;
      if (marks?.[i] === 1) isDoubtful = true;
      if (!piece.endsWith("\n")) continue;
      yield { text: text.replace(/\n$/, ""), start, end, isWhole: true, flags: isDoubtful ? doubtful : none };
      [text, start, isDoubtful] = ["", end, false];
    }
  }
  if (start < source.size) yield { text, start, end: source.size, isWhole: false, flags: isDoubtful ? doubtful : none };
}
