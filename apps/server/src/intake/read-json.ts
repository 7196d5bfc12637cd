/** Bytes of a JSON body: the largest letter in base64 with its proof, and no more is ever read. */
const maxBody = 400_000;
/** So long may a body take, in milliseconds: a sender that drips it holds a connection for nothing. The largest letter passes a line of 2 KB/s. */
const bodyMs = 200_000;

/** What a body is read from. */
export interface BodyStream extends AsyncIterable<unknown> {
  destroy(): unknown;
}

/** Reads a body whole, as JSON; fails where it is longer, slower (200 s without another limit, ms) or anything else. */
export async function readJson(body: BodyStream, withinMs: number = bodyMs): Promise<unknown> {
  const late = setTimeout(() => body.destroy(), withinMs);
  try {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of withoutEnd(body)) {
      if (!(chunk instanceof Uint8Array)) throw notTaken();
      size += chunk.length;
      if (size > maxBody) throw notTaken();
      pieces.push(chunk);
    }
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(wholeOf(pieces, size)));
    return value;
  } catch {
    throw notTaken();
  } finally {
    clearTimeout(late);
  }
}

function wholeOf(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Leaving early does not cut the line: the refusal still goes out on it. */
function withoutEnd(body: BodyStream): AsyncIterable<unknown> {
  const chunks = body[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}

function notTaken(): Error {
  return Object.assign(new Error("a body that is not taken"), { statusCode: 400 });
}
