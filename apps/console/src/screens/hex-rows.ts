import type { ByteWindow } from "../desk/act-page.ts";
import { inItsDirection } from "../desk/writing-direction.ts";

/** Bytes of one line, as every tool that shows bytes does it. */
const bytesOfRow = 16;

/** One line: where it begins, and each byte in hex and as a letter, with whether it is of the act. */
export interface HexRow {
  readonly offset: number;
  readonly bytes: readonly { readonly hex: string; readonly letter: string; readonly isOfAct: boolean }[];
}

/** A window as lines of sixteen, beginning at multiples of sixteen; bytes that are no letter of ASCII are a dot. */
export function hexRows({ from, bytes, start, end }: Pick<ByteWindow, "from" | "bytes" | "start" | "end">): readonly HexRow[] {
  const all = [...bytes].map((byte, i) => {
    const at = from + i;
    const letter = byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
    return { at, hex: byte.toString(16).padStart(2, "0"), letter, isOfAct: at >= start && at < end };
  });
  const rows = [...new Set(all.map(({ at }) => Math.floor(at / bytesOfRow)))];
  return rows.map((row) => {
    const ofRow = all.slice(Math.max(0, row * bytesOfRow - from), (row + 1) * bytesOfRow - from);
    return { offset: ofRow[0]?.at ?? 0, bytes: ofRow.map(({ hex, letter, isOfAct }) => ({ hex, letter, isOfAct })) };
  });
}

/** One line of the window as text: what stands before the act's bytes, those of the act, and what stands behind them. */
export interface SourceLine {
  readonly before: string;
  readonly ofAct: string;
  readonly after: string;
}

/**
 * The window as lines of text; bytes that are no UTF-8 show as the sign for that. The first and last line may be cut. Marked is what the bytes
 * below mark and no letter more: an act that ends among the blanks of a line has nothing of the record that stands in it.
 */
export function linesOfWindow({ from, bytes, start, end }: Pick<ByteWindow, "from" | "bytes" | "start" | "end">): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const within = (place: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, place));
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(0x0a, at);
    const until = newline === -1 ? bytes.length : newline;
    const line = [at, until] as const;
    const begins = within(start - from, line);
    const ends = within(end - from, [begins, until]);
    const textOf = (low: number, high: number): string =>
      inItsDirection(new TextDecoder().decode(bytes.subarray(low, high)).replace(/\r$/, ""));
    lines.push({ before: textOf(at, begins), ofAct: textOf(begins, ends), after: textOf(ends, until) });
    at = until + 1;
  }
  return lines;
}
