import type { PackInput } from "@unmask/corridor";
import { sourceOfBlob } from "@unmask/fittings-browser";
import type { Source } from "@unmask/core";
import type { PackFiles } from "@unmask/pack";

/** What was handed over, before anything is read of it. */
export interface Handed {
  readonly name: string;
  /** Bytes in all. */
  readonly size: number;
  /** How many files a folder has; undefined of a single file. */
  readonly files?: number;
  /** Opens it for one check: each read is told, and fails once the check was stopped. */
  input(watch: Watch): PackInput;
}

/** Sees what a check reads. */
export interface Watch {
  readonly signal: AbortSignal;
  onRead(bytes: number): void;
}

/** Read at a time, so that the page answers in between. Bytes. */
const pieceSize = 1 << 20;

/** The one file that was chosen. */
export function handedFile(file: File): Handed {
  return {
    name: file.name,
    size: file.size,
    input: (watch) => {
      const source = watched(sourceOfBlob(file.name, file), watch);
      return { file: source, stream: () => piecesOf(source, 0, source.size) };
    },
  };
}

/** The folder that was chosen, as the pack's own paths: without the name of the folder itself. Undefined when nothing is in it. */
export function handedFolder(list: FileList): Handed | undefined {
  const [first] = list;
  if (first === undefined) return undefined;
  const name = first.webkitRelativePath.split("/")[0] ?? "";
  const files = Array.from(list, (file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file }));
  return {
    name,
    size: files.reduce((sum, { file }) => sum + file.size, 0),
    files: files.length,
    input: (watch) => ({ folder: filesOf(files, watch) }),
  };
}

function filesOf(files: readonly { readonly path: string; readonly file: File }[], watch: Watch): PackFiles {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  return {
    // A browser leaves out links, so that only plain files are here: the page says so.
    list: async () => files.map(({ path, file }) => ({ path, size: file.size, kind: "file" })),
    read: (path, start = 0, end = Infinity) => {
      const file = byPath.get(path);
      if (file === undefined) throw new Error("no such file in the folder");
      return piecesOf(watched(sourceOfBlob(path, file), watch), start, Math.min(end, file.size));
    },
  };
}

async function* piecesOf(source: Source, start: number, end: number): AsyncGenerator<Uint8Array, void> {
  for (let at = start; at < end;) {
    const piece = await source.read(at, Math.min(end, at + pieceSize));
    if (piece.length === 0) throw new Error("the file ended early");
    at += piece.length;
    yield piece;
  }
}

function watched(source: Source, { signal, onRead }: Watch): Source {
  return {
    ...source,
    async read(start, end) {
      signal.throwIfAborted();
      const bytes = await source.read(start, end);
      onRead(bytes.length);
      return bytes;
    },
  };
}
