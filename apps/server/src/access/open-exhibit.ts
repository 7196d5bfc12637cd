import type { Result } from "@unmask/core";

/** A file of a pack that lies sealed with the force. */
export interface SealedFile {
  /** The item that the pack came as. */
  readonly item: string;
  /** Bytes of the pack as made, before what follows it up to its bucket. */
  readonly size: number;
  /** Path in the pack, as its list has it. */
  readonly path: string;
  /** Only the bytes from `start` to before `end`. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * Takes bytes out of a sealed pack: at most `most`. The error is a sentence for the officer who asked: the pack does not open, the file is not
 * in it, it is longer than that. Nothing that was opened is left on the disk.
 */
export type OpenExhibit = (file: SealedFile, most: number) => Promise<Result<Uint8Array, string>>;
