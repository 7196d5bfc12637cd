/** The network, for what is handed in to a force and fetched from one. Nothing is followed to another address, and no answer is read without end. */

/** Milliseconds after which an answer that has not come is none: an intake that is silent must not hold a person up for ever. */
const maxWaitMs = 60_000;
/** Bytes of the longest answer that is read: a page of a mailbox has 90,000; an endless answer would fill the memory. */
const maxAnswer = 512 * 1024;

/** What is asked. */
export interface Asked {
  readonly method: "GET" | "POST" | "HEAD" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly bytes: Uint8Array;
}

/** Asks once; undefined when no whole answer came. Throws when the person stopped. */
export type Ask = (url: string, asked: Asked) => Promise<Answer | undefined>;

/** Asks over HTTP, until `stop` says that the person stopped. */
export function createAsk(stop: AbortSignal): Ask {
  return async (url, { method, headers = {}, body }) => {
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
        redirect: "error",
        signal: AbortSignal.any([stop, AbortSignal.timeout(maxWaitMs)]),
      });
      const bytes = await readBounded(response);
      return bytes && { status: response.status, header: (name) => response.headers.get(name) ?? undefined, bytes };
    } catch {
      stop.throwIfAborted();
      return undefined;
    }
  };
}

async function readBounded(response: Response): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > maxAnswer) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Waits so many milliseconds; ends early, and throws, when the person stopped. */
export async function pause(ms: number, stop: AbortSignal): Promise<void> {
  const { setTimeout: wait } = await import("node:timers/promises");
  await wait(ms, undefined, { signal: stop });
}
