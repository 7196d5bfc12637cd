import { addAbortSignal } from "node:stream";

/** Bytes of standard input that are read as a line: seven words have a hundred. */
const longestInput = 64 * 1024;

/** What stands on standard input, up to its end; cut where nobody types on. Throws when the person stops. */
export async function readStandardInput(signal: AbortSignal): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of addAbortSignal(signal, process.stdin)) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    size += bytes.length;
    if (size > longestInput) break;
  }
  return Buffer.concat(pieces).subarray(0, longestInput).toString("utf8");
}

/** Whether a person types it, and must be told what to type and how to end. */
export function isTypedIn(): boolean {
  return process.stdin.isTTY;
}
