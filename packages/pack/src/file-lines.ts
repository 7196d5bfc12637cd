/**
 * The lines of a stream of UTF-8 that was written by us: each ended by one LF. Throws on other UTF-8 errors, on a last line without its end,
 * and on a line longer than `most` bytes.
 */
export async function* linesOfStream(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    let at = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, at)) {
      held.push(piece.subarray(at, end));
      yield decoder.decode(held.length === 1 ? held[0] : joined(held));
      held = [];
      length = 0;
      at = end + 1;
    }
    if (at === piece.length) continue;
    held.push(piece.slice(at));
    length += piece.length - at;
    if (length > most) throw new Error("a line is too long");
  }
  if (held.length > 0) throw new Error("the last line has no end");
}

const lineFeed = 0x0a;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
