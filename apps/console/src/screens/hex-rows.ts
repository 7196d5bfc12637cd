import type { ByteWindow } from "../desk/act-page.ts";

/** Bytes of one line, as every tool that shows bytes does it. */
const bytesOfRow = 16;

/** One line: where it begins, and each byte in hex and as a letter, with whether it is of the act. */
export interface HexRow {
  readonly offset: number;
  readonly bytes: readonly { readonly hex: string; readonly letter: string; readonly isOfAct: boolean }[];
}

/** A window as lines of sixteen, beginning at a multiple of sixteen; bytes that are no letter of ASCII are a dot. */
export function hexRows({ offset, hex, from, until }: ByteWindow): readonly HexRow[] {
  const bytes = (hex.match(/[0-9a-f]{2}/g) ?? []).map((one, i) => {
    const code = Number.parseInt(one, 16);
    const at = offset + i;
    return { at, hex: one, letter: code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : "·", isOfAct: at >= from && at < until };
  });
  const rows = [...new Set(bytes.map(({ at }) => Math.floor(at / bytesOfRow)))];
  return rows.map((row) => {
    const ofRow = bytes.filter(({ at }) => Math.floor(at / bytesOfRow) === row);
    return {
      offset: ofRow[0]?.at ?? 0,
      bytes: ofRow.map(({ hex: two, letter, isOfAct }) => ({ hex: two, letter, isOfAct })),
    };
  });
}
