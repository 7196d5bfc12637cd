import type { Source } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";
import { blockSize, checksumOf, ustar } from "../tar/write.ts";

/**
 * What lies in a tar of whichever make: ustar, pax, GNU's, and the old one without a mark. A look and no proof: what is no header is passed over a block
 * at a time, so that a damaged place, a file with holes or a second tar behind the first hides nothing behind it.
 */

/** Bytes of headers read at once. */
const pageSize = 64 * 1024;
/** Bytes of a long name, or of the records of pax, that are looked at: a name is never longer. */
const largestExtra = 64 * 1024;

/** Whether a file begins with the header of a tar. `head`: its first 512 bytes at least. */
export function beginsLikeTar(head: Uint8Array): boolean {
  return readHeader(head.subarray(0, blockSize)) !== undefined;
}

/** Each file in it, in order, as a source. Its size is what the tar claims. */
export async function* tarMembers(tar: Source): AsyncGenerator<Source, void, undefined> {
  let page = { start: 0, bytes: new Uint8Array() };
  let extra: { readonly name?: string; readonly size?: number } = {};
  for (let at = 0; ;) {
    if (at < page.start || at + blockSize > page.start + page.bytes.length)
      page = { start: at, bytes: Uint8Array.from(await readStretch(tar, at, at + pageSize)) };
    const header = readHeader(page.bytes.subarray(at - page.start, at - page.start + blockSize));
    const start = at + blockSize;
    if (page.bytes.length < blockSize) return;
    if (header === undefined) {
      at = start;
      continue;
    }
    const { name, kind } = header;
    const size = "123456".includes(kind) ? 0 : (extra.size ?? header.size);
    if (kind === "L" || kind === "x")
      extra = { ...extra, ...readExtra(kind, await readStretch(tar, start, start + Math.min(size, largestExtra))) };
    else if (kind !== "K" && kind !== "g") {
      const end = start + size;
      yield {
        name: (extra.name ?? name).replace(/^(?:\.\/)+/, ""),
        size,
        read: (from, to) => tar.read(Math.min(start + from, end), Math.min(start + to, end)),
      };
      extra = {};
    }
    at = start + Math.ceil(size / blockSize) * blockSize;
  }
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly kind: string;
}

/** Undefined where its checksum is not right: this block is no header. */
function readHeader(block: Uint8Array): Header | undefined {
  if (block.length < blockSize || !isSummed(block)) return undefined;
  const text = new TextDecoder("latin1").decode(block);
  const utf8 = (from: number, to: number): string => new TextDecoder().decode(block.subarray(from, to)).replace(/\0.*$/s, "");
  const prefix = text.startsWith("ustar\0", 257) ? utf8(345, 500) : "";
  return { name: (prefix === "" ? "" : `${prefix}/`) + utf8(0, 100), size: sizeOf(block.subarray(124, 136)), kind: text.charAt(156) };
}

/** Whether a block has its checksum. Of a file without a header every block is asked: that none of them is one is told by its first byte or two. */
function isSummed(block: Uint8Array): boolean {
  let at = ustar.checksum[0];
  const end = at + ustar.checksum[1];
  while (at < end && (block[at] === 0x20 || block[at] === 0)) at += 1;
  const digits = String.fromCharCode(...block.subarray(at, end)); // bounded: eight bytes.
  const written = /^[0-7]{1,7}/.exec(digits)?.[0];
  return written !== undefined && checksumOf(block) === Number.parseInt(written, 8);
}

/** In octal digits, or where these do not suffice in base 256. */
function sizeOf(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(4).reduce((size, byte) => size * 256 + byte, 0);
  return Number.parseInt(/[0-7]+/.exec(new TextDecoder("latin1").decode(field))?.[0] ?? "0", 8);
}

/** What a long name of GNU's or the records of pax say of the next file. */
function readExtra(kind: string, bytes: Uint8Array): { readonly name?: string; readonly size?: number } {
  const text = new TextDecoder().decode(bytes);
  if (kind === "L") return { name: text.replace(/\0.*$/s, "") };
  const name = /(?:^|\n)\d+ path=([^\n]*)/.exec(text)?.[1];
  const size = /(?:^|\n)\d+ size=(\d{1,15})\n/.exec(text)?.[1];
  return { ...(name !== undefined && { name }), ...(size !== undefined && { size: Number(size) }) };
}
