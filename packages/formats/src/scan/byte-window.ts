import type { Source } from "@unmask/core";

/**
 * A stretch of a source held in memory while a scanner looks at it. It moves forward only, so that it also serves a source that is dear to
 * read backwards (a member of an archive), and one buffer is used again and again: views and positions are good until the next `advance`.
 */
export interface ByteWindow {
  /** The bytes held. */
  readonly bytes: Uint8Array;
  /** Position of `bytes[0]` in the source. */
  readonly base: number;
  /** The source has no byte after those held. */
  readonly ended: boolean;
  /** Forgets the bytes before `from` (a position in the source, not beyond those held) and reads on; at the end of the source sets `ended`. */
  advance(from: number): Promise<void>;
}

/** Bytes asked of a source at once: a read costs an await, so it is larger than what is looked at in one go. */
const blockSize = 256 * 1024;

/** Most bytes by which a window grows at once, so that a limit on a record is passed by little. */
const largestStep = 8 * 1024 * 1024;

/**
 * Opens a window at `start`. One `advance` reads `readSize` bytes, or as many as are held already when that is more (up to a limit): a
 * record that outgrows the window is then copied and looked at a few times, not once for each read.
 */
export function createByteWindow(source: Source, readSize: number, start = 0): ByteWindow {
  let buffer = new Uint8Array(2 * readSize);
  let held = 0;
  let base = start;
  let ended = false;
  /** Bytes that the source has given and the window has not taken yet. */
  let block: Uint8Array = new Uint8Array();
  /** The read after that, on its way while the window is looked at. */
  let coming: Promise<Uint8Array> | undefined;

  async function nextBlock(at: number): Promise<Uint8Array> {
    const given = await (coming ?? source.read(at, at + blockSize));
    coming = given.length === 0 ? undefined : source.read(at + given.length, at + given.length + blockSize);
    // Its failure is thrown where it is awaited; a scanner that stops early awaits it no more.
    coming?.catch(() => undefined);
    return given;
  }

  return {
    get bytes() {
      return buffer.subarray(0, held);
    },
    get base() {
      return base;
    },
    get ended() {
      return ended;
    },
    async advance(from) {
      if (from > base) {
        buffer.copyWithin(0, from - base, held);
        held -= from - base;
        base = from;
      }
      const wanted = held + Math.min(Math.max(readSize, held), Math.max(readSize, largestStep));
      if (buffer.length < wanted) {
        const larger = new Uint8Array(wanted);
        larger.set(buffer.subarray(0, held));
        buffer = larger;
      } else if (buffer.length > 4 * readSize && wanted <= 2 * readSize) {
        buffer = buffer.slice(0, 2 * readSize);
      }
      while (held < wanted && !ended) {
        if (block.length === 0) block = await nextBlock(base + held);
        // A source may answer with fewer bytes than asked for; what a scanner sees must not depend on it.
        if (block.length === 0) ended = true;
        const taken = block.subarray(0, wanted - held);
        buffer.set(taken, held);
        held += taken.length;
        block = block.subarray(taken.length);
      }
    },
  };
}
