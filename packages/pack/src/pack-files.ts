import type { Source } from "@unmask/core";

/**
 * The files of a pack or bag, wherever they lie: in a folder, in a tar, in a browser's storage. An app hands this in; a room never opens a
 * file. A folder reader must not follow links: it lists them as `link`.
 */
export interface PackFiles {
  /** Every entry that is no folder, in any order. */
  list(): Promise<readonly PackFile[]>;
  /** The bytes of a listed file from `start` to before `end`, the whole when left out, in pieces of any length. Throws when they cannot be read. */
  read(path: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** One file as the place it lies in lists it. */
export interface PackFile {
  /** `/` between folders, relative to the top of the pack, as written there (not normalised). */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** A plain file, or something that a pack never holds: a link, a folder with nothing in it, a device. */
  readonly kind: "file" | "link" | "folder" | "other";
}

/** One file on its way into a pack. */
export interface PackEntry {
  readonly path: string;
  /** Bytes that `chunks` yields in all. */
  readonly size: number;
  /** The bytes, once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Names of the hashes that BagIt manifests are written with. */
export const hashNames = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"] as const;
export type HashName = (typeof hashNames)[number];

/** A running hash; `digest` ends it and gives lower-case hexadecimal. Call it once. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  digest(): string;
}

/** Starts a hash; undefined when the place we run in does not have it. Handed in by the app: native in Node, WebAssembly in a browser. */
export type CreateHash = (name: HashName) => RunningHash | undefined;

/** Reads a whole small file. Undefined when it is longer than `most` bytes. */
export async function readSmall(files: PackFiles, path: string, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of files.read(path)) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return joinBytes(pieces, length);
}

/** One file of a pack as a source that is read by position, under a name of one's choice. */
export function sourceInPack(files: PackFiles, { path, size }: Pick<PackFile, "path" | "size">, name: string): Source {
  return {
    name,
    size,
    async read(start, end) {
      const pieces: Uint8Array[] = [];
      let length = 0;
      for await (const piece of files.read(path, start, Math.min(end, size))) {
        pieces.push(piece);
        length += piece.length;
      }
      return joinBytes(pieces, length);
    },
  };
}

/** The pieces as one. `length` is their sum. */
export function joinBytes(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** An entry of bytes that are in memory already. */
export function entryOfBytes(path: string, bytes: Uint8Array): PackEntry {
  return {
    path,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

/** Orders paths by their UTF-8 bytes, as `LC_ALL=C sort` does. */
export function comparePaths(a: string, b: string): number {
  // Code points above U+FFFF sort after U+E000–U+FFFF in UTF-8 but before them in UTF-16.
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rankOfUnit(x) - rankOfUnit(y);
  }
  return a.length - b.length;
}

function rankOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Files that are in memory already. */
export function filesInMemory(bytesByPath: ReadonlyMap<string, Uint8Array>): PackFiles {
  return {
    list: async () => [...bytesByPath].map(([path, bytes]) => ({ path, size: bytes.length, kind: "file" })),
    async *read(path, start = 0, end) {
      const bytes = bytesByPath.get(path);
      if (!bytes) throw new Error("no such file");
      yield bytes.subarray(start, end);
    },
  };
}
