import { type Ask, maxAnswer, maxWaitMs } from "@unmask/corridor";

/** The network, for what is handed in to a force and fetched from one. Nothing is followed to another address, and no answer is read without end. */

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
