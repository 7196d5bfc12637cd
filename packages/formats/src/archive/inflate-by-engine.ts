import type { ReadPacked } from "./inflate-to-damage.ts";

/** Packed bytes handed to the engine at a time. It gives out all of them at once, and deflate makes a thousand of one: a member of 48 kB was 50 MB. */
const packedStep = 16 * 1024;

/** What a whole member has: its CRC-32 and its length. */
interface Whole {
  readonly sum: number;
  readonly claimedSize: number;
}

/**
 * Unpacks deflated bytes with the engine's own code, which also holds them against checksum and length: they are handed to it in the frame of gzip
 * (RFC 1952), whose end says both. Throws where they do not hold or the bytes break off, and then an unknown part of what came out is lost. Nothing is
 * read before it is wanted.
 */
export async function* inflateByEngine(packed: ReadPacked, whole: Whole): AsyncGenerator<Uint8Array, void, undefined> {
  const engine = new DecompressionStream("gzip");
  const [writer, reader] = [engine.writable.getWriter(), engine.readable.getReader()];
  let [isWanted, isOver] = [false, false];
  let wake = (): void => undefined;
  const untilWanted = async (): Promise<void> => {
    await writer.ready;
    while (!isWanted && !isOver) await new Promise<void>((resolve) => void (wake = resolve));
  };
  async function feed(): Promise<void> {
    await writer.write(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff));
    for (let at = 0; ;) {
      await untilWanted();
      if (isOver) return;
      const piece = await packed(at, at + packedStep);
      if (piece.length === 0) break;
      at += piece.length;
      // A copy: the engine may still be reading when a source uses its bytes again.
      await writer.write(piece.slice());
    }
    const end = new DataView(new ArrayBuffer(8));
    end.setUint32(0, whole.sum, true);
    end.setUint32(4, whole.claimedSize % 2 ** 32, true);
    await writer.write(new Uint8Array(end.buffer));
    await writer.close();
  }
  // Where it fails, reading does.
  feed().catch((error: unknown) => writer.abort(error).catch(() => undefined));
  try {
    for (;;) {
      isWanted = true;
      wake();
      const { value } = await reader.read();
      isWanted = false;
      if (value === undefined) return;
      yield value;
    }
  } finally {
    isOver = true;
    wake();
    // Where it ends early: Node 20 goes on giving out to a reader that was cancelled, and fails at it. Nobody waits for it: what the engine has in hand
    // can be a bomb, of which it gives out no more until somebody reads.
    void writer.abort().catch(() => undefined);
  }
}
