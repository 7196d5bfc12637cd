/** Longest answer of a time-stamp authority that is read: a token with its chain is some kilobytes; an endless answer would fill the memory. */
const maxReplySize = 256 * 1024;
/** An authority that does not answer must not hold up the pack. */
const maxWaitMs = 20_000;

/** Sends a query to a time-stamp authority (RFC 3161 §3.4) and gives the reply; undefined when none came, or `signal` ended the wait. Only a hash leaves this machine. */
export async function askTimestampAuthority(url: string, query: Uint8Array, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: new Uint8Array(query),
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(maxWaitMs)]),
    });
    if (!response.ok || !response.body) return undefined;
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of response.body) {
      size += piece.length;
      if (size > maxReplySize) return undefined;
      pieces.push(piece);
    }
    return new Uint8Array(Buffer.concat(pieces));
  } catch {
    return undefined;
  }
}
