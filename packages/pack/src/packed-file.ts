import { type GzipWay, gunzip, gzip } from "@unmask/formats";
import { type PackEntry, type PackFiles, joinBytes } from "./pack-files.ts";
import { encodePieces } from "./text-entry.ts";

/**
 * The files of a pack that are packed with gzip (docs/formats/pack.md, "Packed files"): the acts, the case and the report's data, which say
 * the same words thousands of times.
 */

/** So many times its packed size a file may unpack to. Whoever opens a pack must not be made to unpack a terabyte out of a gigabyte. */
const mostRatio = 100;
/** What every packed file may unpack to, however small it is: bytes. */
const leastRoom = 64 * 1024 * 1024;

/** What packing keeps to, in bytes. */
interface PackingLimits {
  /** Packed bytes that are kept between counting and writing. A longer file is packed a second time: memory does not grow with the acts. */
  readonly kept: number;
  /** What the file may unpack to, however small it is. */
  readonly room: number;
}

const limits: PackingLimits = { kept: 32 * 1024 * 1024, room: leastRoom };

/**
 * An entry of generated text, packed. The text is made once to count its bytes, and once more where that is too much to keep. Text that
 * packs better than a reader takes is stored as it is.
 */
export function packedEntry(
  path: string,
  lines: () => Iterable<string>,
  way: Exclude<GzipWay, "stored">,
  { kept, room }: PackingLimits = limits,
): PackEntry {
  const packed = packOnce(lines, { way, most: kept });
  const once = packed.unpacked > mostUnpacked(packed.size, room) ? packOnce(lines, { way: "stored", most: kept }) : packed;
  return {
    path,
    size: once.size,
    async *chunks() {
      yield* once.kept ?? gzip(encodePieces(lines()), once.way);
    },
  };
}

interface PackedOnce {
  readonly way: GzipWay;
  readonly size: number;
  readonly unpacked: number;
  /** The packed bytes, unless they were too many. */
  readonly kept: readonly Uint8Array[] | undefined;
}

function packOnce(lines: () => Iterable<string>, { way, most }: { readonly way: GzipWay; readonly most: number }): PackedOnce {
  let unpacked = 0;
  let size = 0;
  let kept: Uint8Array[] | undefined = [];
  function* counted(): Generator<Uint8Array, void, undefined> {
    for (const piece of encodePieces(lines())) {
      unpacked += piece.length;
      yield piece;
    }
  }
  for (const piece of gzip(counted(), way)) {
    size += piece.length;
    if (size > most) kept = undefined;
    kept?.push(piece);
  }
  return { way, size, unpacked, kept };
}

/** How many bytes a packed file of this size may unpack to. */
function mostUnpacked(size: number, room: number = leastRoom): number {
  return Math.max(room, size * mostRatio);
}

/** The unpacked bytes of a packed file of this size. Throws what `gunzipFailureOf` reads, and what reading the file throws. */
export function readPacked(files: PackFiles, path: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  return gunzip(files.read(path), mostUnpacked(size));
}

/** A packed file as text. Throws as `readPacked`; undefined when it is longer than `most` bytes. */
export async function readPackedText(
  files: PackFiles,
  path: string,
  { size, most }: { readonly size: number; readonly most: number },
): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of readPacked(files, path, size)) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return new TextDecoder("utf-8").decode(joinBytes(pieces, length));
}
