/** Asking another server, whose answer is read no further than a limit: a provider that sends without end would fill the memory of a desk. */

/** Bytes of one answer: a provider's document, its keys and a token are a few kilobytes each. */
const mostBytes = 1_048_576;

/** The status of an answer that has no body, which may not be given an empty one. */
const bodiless: readonly number[] = [204, 205, 304];

/** How something is asked; Node's own `fetch` is one. */
type Ask<Options> = (address: string, options: Options) => Promise<Response>;

/** Asks as `ask` does, and reads the answer as it comes; throws when it is longer than 1 MiB, and hangs up. */
export function boundedFetch<Options>(ask: Ask<Options>): Ask<Options> {
  return async (address, options) => {
    const response = await ask(address, options);
    const { status, statusText, headers } = response;
    const body = await readUpTo(response);
    return new Response(bodiless.includes(status) ? null : body, { status, statusText, headers });
  };
}

async function readUpTo({ body }: Response): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving the loop early hangs up.
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > mostBytes) throw new Error("the provider's answer is longer than one that is read");
    pieces.push(piece);
  }
  return new Blob(pieces);
}
