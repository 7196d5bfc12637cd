import type { Source } from "@unmask/core";

/**
 * The folder that a vault lies in: a folder on a disk, or the private folder of a browser. An app hands it in, and only one of its programs or
 * windows holds it at a time. Paths are ours (layout.ts), with `/` between folders; folders come and go with their files.
 *
 * [Note: What must be on the disk, and when] A vault says "saved" after `append` has answered, and rests on three promises. What `write`, `append`,
 * `move` and `remove` were asked to do outlives a power cut from the moment that they answer. `move` is one step: whoever looks finds either file
 * whole under the name, before, after, and when the power fails in it. Of a `write` or an `append` that did not answer any part may be there, with
 * noughts where bytes did not arrive. A place that has no move over something that is there (some browsers) must bring it about.
 */
export interface Folder {
  /** Every file in it and in the folders in it, in any order; of links, devices and folders that no vault has that they are none. Nothing where the folder is not there. */
  list(): Promise<readonly FolderFile[]>;
  /** A file to be read by position, as long as it is now; undefined where there is none, or where it is no plain file, or may not be read. Never follows a link. */
  open(path: string): Promise<Source | undefined>;
  /** What stands at a path: a plain file, or something that a vault never holds there; undefined: nothing, or a folder of the vault in its place. */
  kindAt(path: string): Promise<FolderFile["kind"] | undefined>;
  /** Makes a file of these bytes, or makes it anew. Throws `noRoom()` where they do not fit, and whatever the pieces throw. */
  write(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Puts bytes at the end of a file, in one go; makes it where it is not there. Throws `noRoom()` where they do not fit. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file another name, over whatever file has it; or what is no file, with all that is in it, a name that nothing has. */
  move(from: string, to: string): Promise<void>;
  /** Takes a file away, or what is no file and holds nothing. Well where there is none, and where something stands that holds something: that stays. */
  remove(path: string): Promise<void>;
}

/** One file as the folder lists it. */
export interface FolderFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** A plain file, or something that a vault never holds: a link, a device, a folder of another name. */
  readonly kind: "file" | "other";
}

const noRoomErrors = new WeakSet<Error>();

/** What a folder throws when there is no room left. */
export function noRoom(): Error {
  const error = new Error("there is no room left");
  noRoomErrors.add(error);
  return error;
}

/** Whether something that was thrown says that there is no room left. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && noRoomErrors.has(error);
}

/** Whether something that was thrown says that the disk takes nothing now: no room, or a refusal of the system's own, whose errors carry a code in letters. */
export function isRefusedByDisk(error: unknown): boolean {
  return isNoRoom(error) || (error instanceof Error && "code" in error && typeof error.code === "string");
}

/** All bytes of a small file; undefined where there is none. Throws where it is longer than `most`. */
export async function readSmall(folder: Folder, path: string, most: number): Promise<Uint8Array | undefined> {
  const source = await folder.open(path);
  if (source === undefined) return undefined;
  if (source.size > most) throw new Error("a file is longer than it may be");
  return readAll(source);
}

/** All bytes of a source that fits into memory. Throws where it ends early. */
export async function readAll(source: Source): Promise<Uint8Array> {
  const whole = new Uint8Array(source.size);
  let filled = 0;
  while (filled < whole.length) {
    const piece = await source.read(filled, whole.length);
    if (piece.length === 0) throw new Error("a file ended early");
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}

/** Bytes in memory as the one piece of a stream. */
export async function* piece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
