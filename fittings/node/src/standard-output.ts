import { fstatSync, statSync, statfsSync, writeSync } from "node:fs";

/** Standard output as a port: what cannot be written is a value, whether its reader went away or the disk under it is full. */

/** Where results go. */
interface StandardOutput {
  /** Writes, and waits while the reader is slower than we are; false where it was not written whole. */
  write(text: string): Promise<boolean>;
  /** The machine's code of the first thing that could not be written, `EPIPE` where its reader is gone; undefined while all was written. */
  fault(): string | undefined;
  /**
   * Whether something could be written now, looked at without writing: the code that speaks against it, else undefined. A pipe whose reader is gone
   * is known only once it is written to.
   */
  prove(): string | undefined;
}

const descriptor = 1;

/** Opens it, once a process: from then on no fault of it ends the process. */
export function openStandardOutput(): StandardOutput {
  let fault: string | undefined;
  const failedWith = (error: Error): void => {
    fault ??= codeOf(error);
  };
  process.stdout.on("error", failedWith);
  return {
    async write(text) {
      if (fault !== undefined) return false;
      const error = isFile() ? writeWhole(Buffer.from(text)) : await writeStream(text);
      if (error) failedWith(error);
      return !error;
    },
    fault: () => fault,
    prove: () => fault ?? whyNot(),
  };
}

function isFile(): boolean {
  return fstatSync(descriptor).isFile();
}

function writeStream(text: string): Promise<Error | null | undefined> {
  return new Promise((resolve) => process.stdout.write(text, resolve));
}

/** A disk that becomes full takes a part, and says so only by how much it took. */
function writeWhole(bytes: Uint8Array): Error | undefined {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return error;
    throw error;
  }
}

function whyNot(): string | undefined {
  try {
    const { rdev } = fstatSync(descriptor);
    // Node opens it there as well where standard output was closed.
    if (rdev !== 0 && process.platform !== "win32" && rdev === statSync("/dev/null").rdev) return "ENXIO";
    if (!isFile()) {
      // Nothing is written by it, and a device or a socket that takes nothing more says so.
      writeSync(descriptor, new Uint8Array());
      return undefined;
    }
    if (process.platform !== "linux") return undefined;
    const { blocks, bavail } = statfsSync(`/proc/self/fd/${descriptor}`);
    return blocks > 0 && bavail === 0 ? "ENOSPC" : undefined;
  } catch (error) {
    const code = codeOf(error);
    // A reader that is slow is there.
    return code === "EAGAIN" ? undefined : code;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "EIO";
}
