import type { Source } from "@unmask/core";
import { type CsvEncoding, type CsvForm, type CsvRow, createByteWindow, readStretch, scanCsv, splitRow } from "@unmask/formats";

/** How the text of a table is written, and where it begins: behind a byte-order mark, if there is one. */
export interface TableForm extends CsvForm {
  readonly start: number;
}

/** The marks between columns that tables are written with. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** The delimiters by how often they part a row, most often first. */
export function likelyDelimiters(row: string): string[] {
  return [...delimiters].sort((a, b) => splitRow(row, b).fields.length - splitRow(row, a).fields.length);
}

/** Encoding and beginning of a table. `stated` outranks a byte-order mark, which outranks what the bytes look like. */
export async function encodingOfTable(
  source: Source,
  stated?: CsvEncoding,
): Promise<{ readonly encoding: CsvEncoding; readonly start: number }> {
  const mark = byteOrderMarkOf(await readStretch(source, 0, 4));
  const encoding = stated ?? mark?.encoding ?? (await guessEncoding(source));
  return { encoding, start: mark?.encoding === encoding ? mark.length : 0 };
}

/** The rows of a table with their numbers, from 0, in batches. */
export async function* numberedRows(
  source: Source,
  form: TableForm,
): AsyncGenerator<readonly { readonly row: CsvRow; readonly number: number }[], void, undefined> {
  let number = 0;
  for await (const batch of scanCsv(source, form, form.start)) yield batch.map((row) => ({ row, number: number++ }));
}

/** The encoding that the first bytes declare. */
export function byteOrderMarkOf(head: Uint8Array): { readonly encoding: CsvEncoding; readonly length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

/** Bytes looked at together when guessing. */
const guessStep = 256 * 1024;

/**
 * UTF-8 when every byte of the file is UTF-8 (text in another encoding is not, by accident, beyond a few words), UTF-16 when every second
 * byte of the head is zero, else Windows-1252, in which every byte means something.
 */
async function guessEncoding(source: Source): Promise<CsvEncoding> {
  const head = await readStretch(source, 0, 1024);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  if ((zeros[1] ?? 0) * 4 > head.length) return "utf-16le";
  if ((zeros[0] ?? 0) * 4 > head.length) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const window = createByteWindow(source, guessStep);
  for (let at = 0; ; at = window.base + window.bytes.length) {
    await window.advance(at);
    if (!isText(decoder, window.bytes, !window.ended)) return "windows-1252";
    if (window.ended) return "utf-8";
  }
}

function isText(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false; // TypeError: no text in this encoding.
  }
}
