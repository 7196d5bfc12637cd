/**
 * Bytes that somebody handed over, read by position. A room never opens a file: an app wraps a file handle or a Blob into this.
 *
 * `name` is the path as handed in, with `/` between folders; it is a label, never a path to open.
 */
export interface Source {
  readonly name: string;
  /** Bytes. For a member of an archive: of the decompressed bytes, as its directory declares them (may lie; reading is bounded). */
  readonly size: number;
  /**
   * Bytes from `start` (included) to at most `end` (excluded); possibly fewer, none only at the end of the source. Never more. Memory that is
   * asked of the system for each read costs more than the reading: who goes through a file may lend `room`, at least as long, and the answer
   * may then be a view of it, valid until it is lent again.
   */
  read(start: number, end: number, room?: Uint8Array): Promise<Uint8Array>;
}
