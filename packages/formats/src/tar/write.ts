import { isPlainPath } from "./plain-path.ts";

/**
 * A tar as every tar reads it (POSIX.1-2008, ustar headers), made so that two runs give the same bytes: owner 0, mode 0644, time 0, and the
 * entries in the order they come. Names are plain (`isPlainPath`), so there is one spelling for each entry: the reader takes no other.
 */

/** One file on its way into a tar. */
export interface TarEntry {
  readonly path: string;
  /** Bytes that `chunks` yields in all. */
  readonly size: number;
  /** The bytes, once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Fields of a ustar header: where each starts and how long it is. */
export const ustar = {
  name: [0, 100],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  size: [124, 12],
  time: [136, 12],
  checksum: [148, 8],
  kind: [156, 1],
  magic: [257, 8],
} as const;

/** Everything in a tar is padded to this many bytes. */
export const blockSize: number = 512;

/** Largest size that eleven octal digits hold; beyond it a pax record carries the size. */
const maxUstarSize = 8 ** 11 - 1;

/** Writes the entries as one tar. Throws when an entry yields another number of bytes than it said: that is a bug. */
export async function* tarOf(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const entry of entries) {
    yield tarHeader(entry.path, entry.size);
    let written = 0;
    for await (const piece of entry.chunks()) {
      written += piece.length;
      yield piece;
    }
    if (written !== entry.size) throw new Error(`an entry of ${entry.size} bytes yielded ${written}`);
    if (padding(written) > 0) yield new Uint8Array(padding(written));
  }
  yield new Uint8Array(2 * blockSize);
}

/** Bytes from `size` up to the next whole block. */
export function padding(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

/** What stands before the bytes of a file: one block, or three where a pax record carries the size. Throws for a path that is not plain. */
export function tarHeader(path: string, size: number): Uint8Array {
  if (!isPlainPath(path)) throw new Error("a tar of ours holds plain names alone");
  const own = headerOf({ name: path, size: Math.min(size, maxUstarSize), kind: "0" });
  if (size <= maxUstarSize) return own;
  const body = new TextEncoder().encode(paxRecord("size", String(size)));
  const all = new Uint8Array(blockSize + body.length + padding(body.length) + blockSize);
  all.set(headerOf({ name: "pax", size: body.length, kind: "x" }));
  all.set(body, blockSize);
  all.set(own, all.length - blockSize);
  return all;
}

/** "LENGTH KEY=VALUE\n", where LENGTH counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = new TextEncoder().encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (length !== rest + String(length).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function headerOf({ name, size, kind }: { readonly name: string; readonly size: number; readonly kind: "0" | "x" }): Uint8Array {
  const header = new Uint8Array(blockSize);
  put(header, ustar.name[0], name);
  put(header, ustar.mode[0], "0000644\0");
  put(header, ustar.owner[0], "0000000\0");
  put(header, ustar.group[0], "0000000\0");
  put(header, ustar.size[0], `${size.toString(8).padStart(11, "0")}\0`);
  put(header, ustar.time[0], "00000000000\0");
  put(header, ustar.kind[0], kind);
  put(header, ustar.magic[0], "ustar\0" + "00");
  put(header, ustar.checksum[0], `${checksumOf(header).toString(8).padStart(6, "0")}\0 `);
  return header;
}

/** Sum of all bytes of a header, its own field read as blanks. */
export function checksumOf(header: Uint8Array): number {
  const [start, size] = ustar.checksum;
  let sum = 0x20 * size;
  // An iterator over each of 200,000 headers would take seconds.
  for (let at = 0; at < header.length; at++) if (at < start || at >= start + size) sum += header[at] ?? 0;
  return sum;
}

function put(header: Uint8Array, at: number, text: string): void {
  header.set(new TextEncoder().encode(text), at);
}
