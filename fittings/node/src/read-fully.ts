/** An open file. */
interface Readable {
  read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
}

/**
 * Fills `bytes` from `start` of a file and gives what there is: fewer only where the file ends. One read of the system may give less than was
 * asked for (a shared folder, two gigabytes at once), and what is missing would look like a file that was cut.
 */
export async function readFully(handle: Readable, bytes: Uint8Array, start: number): Promise<Uint8Array> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === bytes.length ? bytes : bytes.subarray(0, filled);
}
