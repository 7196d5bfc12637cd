import type { Source } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";
import { createInflate } from "./inflate.ts";

/**
 * What a gzip file of whichever make unpacks to, as a source for whoever reads on and on: it is unpacked as far as it is asked for, and again from its
 * start where somebody goes back further than is held. Up to the damage, if there is one.
 */

/** Packed bytes unpacked at a time: all that they unpack to is held at once, up to 1032 times as much. */
const inputStep = 16 * 1024;
/** Bytes held behind the reading position: a zip of this size is listed from its end without unpacking anew. */
const heldBehind = 64 * 1024 * 1024;
/** Bytes that may always be unpacked, all goes together; beyond that, times its own size. Bombs unpack to more, and so does going back over and over. */
const freeExpansion = 256 * 1024 * 1024;
const largestRatio = 200;

/** Whether a file begins like gzip (RFC 1952), packed by deflate. */
export function beginsLikeGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** Its size is what its end claims. */
export async function openGzip(packed: Source): Promise<Source> {
  const end = await readStretch(packed, Math.max(0, packed.size - 4), packed.size);
  const size = end.reduceRight((value, byte) => value * 256 + byte, 0);
  let left = Math.max(freeExpansion, packed.size * largestRatio);
  let unpacking = begin(packed);
  return {
    name: packed.name.replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar"),
    size,
    async read(start, stop) {
      if (start < unpacking.held().start) unpacking = begin(packed);
      while (unpacking.held().end < stop && left > 0) {
        const given = await unpacking.step(start - heldBehind);
        if (given === undefined) break;
        left -= given;
      }
      return unpacking.between(start, stop);
    },
  };
}

interface Unpacking {
  /** Which of the unpacked bytes are at hand. */
  held(): { readonly start: number; readonly end: number };
  /** Unpacks some more, and lets go of what lies before a place. How many bytes came; undefined at the end. */
  step(before: number): Promise<number | undefined>;
  between(start: number, stop: number): Uint8Array;
}

function begin(packed: Source): Unpacking {
  const inflate = createInflate("gzips");
  let pieces: Uint8Array[] = [];
  let [start, end, taken] = [0, 0, 0];
  return {
    held: () => ({ start, end }),
    async step(before) {
      if (inflate.state() !== "open") return undefined;
      const was = end;
      const bytes = await readStretch(packed, taken, taken + inputStep);
      if (bytes.length === 0) return undefined;
      taken += bytes.length;
      for (const piece of inflate.push(bytes)) {
        pieces.push(piece);
        end += piece.length;
      }
      const gone = pieces.findIndex((piece) => (start += piece.length) > before);
      if (gone === -1) pieces = [];
      else {
        start -= pieces[gone]?.length ?? 0;
        pieces = gone === 0 ? pieces : pieces.slice(gone);
      }
      return end - was;
    },
    between(from, to) {
      const out = new Uint8Array(Math.max(0, Math.min(to, end) - from));
      let at = start;
      for (const piece of pieces) {
        if (at >= to) break;
        if (at + piece.length > from) out.set(piece.subarray(Math.max(0, from - at), to - at), Math.max(0, at - from));
        at += piece.length;
      }
      return out;
    },
  };
}
