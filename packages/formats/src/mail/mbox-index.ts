import type { Source } from "@unmask/core";
import { createByteWindow } from "../scan/byte-window.ts";
import { judgeMboxLine, judgedBytes } from "./mbox-border.ts";

/**
 * Where boundaries close, where they are declared, and where mails seem to begin, from one position of a mailbox to its end. Made once, and
 * only when a line that separates mails stands inside parts that have not closed: then it tells a mail within a mail from a mail torn off.
 */
export interface MboxIndex {
  /** Whether the boundary closes after `from` in a way that a mail within a mail closes; the position, else undefined. */
  closeAfter(boundary: string, from: number): number | undefined;
}

/** Bytes looked at in one go. */
const readSize = 512 * 1024;
/** Longest line with a delimiter, and longest stretch from `boundary=` to its end. */
const longestDelimiter = 320;
/** Most entries of each kind, against a file of nothing but delimiters. What lies beyond counts as not closing. */
const mostEntries = 200_000;
/** Most mails inside one mail. More than this under one open boundary is a mailbox whose first mail was torn off. */
const mostNested = 64;

const windows1252 = new TextDecoder("windows-1252");

/** Reads from `start` to the end of the source. */
export async function indexMbox(source: Source, start: number): Promise<MboxIndex> {
  const closings = createPositions();
  const declarations = createPositions();
  const borders: number[] = [];
  const window = createByteWindow(source, readSize, start);
  let keepFrom = start;
  let until = start;
  do {
    await window.advance(keepFrom);
    const { base } = window;
    const { bytes } = window;
    const text = windows1252.decode(bytes);
    // A copy: a slice of the text would keep the whole window in memory (V8).
    const copyOf = (start: number, end: number): string => windows1252.decode(bytes.subarray(start, end));
    // What begins in the last stretch is left to the next window, which still holds it.
    const limit = window.ended ? text.length : Math.max(0, text.length - Math.max(judgedBytes, longestDelimiter));
    const from = Math.max(0, until - base);
    for (let i = text.indexOf("\n--", from); i >= 0 && i < limit; i = text.indexOf("\n--", i + 3)) {
      const line = lineAt(text, i + 1);
      if (line?.endsWith("--") && line.length > 4) closings.add(copyOf(i + 3, i - 1 + line.length), base + i);
    }
    const declaration = /boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,256})"|([^\s;"]{1,256}))/gi;
    declaration.lastIndex = from;
    for (let match = declaration.exec(text); match && match.index < limit; match = declaration.exec(text)) {
      const value = match[1] ?? match[2] ?? "";
      const end = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
      declarations.add(copyOf(end - value.length, end), base + match.index);
    }
    for (let i = text.indexOf("\nFrom ", from); i >= 0 && i < limit; i = text.indexOf("\nFrom ", i + 6)) {
      if (borders.length < mostEntries && judgeMboxLine(text, i + 1, false)?.isCertain) borders.push(base + i + 1);
    }
    until = base + limit;
    // Three bytes more, so that an empty line before the next line is seen.
    keepFrom = Math.max(base, until - 3);
  } while (!window.ended);

  return {
    closeAfter(boundary, from) {
      const close = closings.firstAfter(boundary, from);
      if (close === undefined) return undefined;
      const declared = declarations.firstAfter(boundary, from);
      // Another mail that names the same boundary closes its own.
      if (declared !== undefined && declared < close) return undefined;
      return indexAfter(borders, close) - indexAfter(borders, from) > mostNested ? undefined : close;
    },
  };
}

function lineAt(text: string, at: number): string | undefined {
  const end = text.slice(at, at + longestDelimiter).indexOf("\n");
  if (end < 0) return text.length - at < longestDelimiter ? text.slice(at).trimEnd() : undefined;
  return text.slice(at, at + end).trimEnd();
}

interface Positions {
  add(key: string, position: number): void;
  firstAfter(key: string, position: number): number | undefined;
}

function createPositions(): Positions {
  const positionsByKey = new Map<string, number[]>();
  let count = 0;
  return {
    add(key, position) {
      if (count++ >= mostEntries) return;
      const positions = positionsByKey.get(key);
      if (positions) positions.push(position);
      else positionsByKey.set(key, [position]);
    },
    firstAfter(key, position) {
      const positions = positionsByKey.get(key) ?? [];
      return positions[indexAfter(positions, position)];
    },
  };
}

/** Index of the first of the sorted positions that lies after `position`. */
function indexAfter(positions: readonly number[], position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
