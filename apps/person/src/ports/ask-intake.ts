import { type Ask, maxAnswer, maxWaitMs } from "@unmask/corridor";

/** Asks the server that this page came from, until `stop` says that she stopped. No cookie goes with it, and nothing is followed elsewhere. */
export function createAsk(stop: AbortSignal): Ask {
  return async (url, { method, headers = {}, body }) => {
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
        redirect: "error",
        credentials: "omit",
        cache: "no-store",
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

async function readBounded({ body }: Response): Promise<Uint8Array | undefined> {
  const reader = body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    size += value.length;
    if (size > maxAnswer) return undefined;
    pieces.push(value);
  }
}

/** Waits so many milliseconds; ends early, and throws, when she stopped. */
export function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("she stopped", "AbortError"));
    });
  });
}
