import type { Source } from "@unmask/core";
import {
  ERR_ENCRYPTED,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
} from "@zip.js/zip.js";

/**
 * A file inside a zip, read by position although it can only be unpacked from its start.
 *
 * [Note: A member ends where its bytes end] `size` is what the zip claims, and a claim is all it is. Reads return what really comes out; a
 * read that returns nothing is the end, and `fault` then says whether it came too early. So a damaged member is a value, never an exception.
 */
export interface Member extends Source {
  /** Why the bytes end before the zip says they should, known after the end was read; undefined when nothing is wrong. */
  fault(): MemberFault | undefined;
  /** Lets go of the stream and of the bytes held. A later read unpacks again. */
  close(): void;
}

/** `damaged`: the bytes are all there is and worth reading. `refused`: nothing in it can or may be read. */
export interface MemberFault {
  readonly kind: "damaged" | "refused";
  /** A sentence for the person: what is wrong and what to do. */
  readonly reason: string;
}

/** What a member needs from the archive around it. */
export interface MemberOptions {
  readonly name: string;
  /** The archive's own bytes, for members that are stored as they are. */
  readonly archive: Source;
  /** Throws when the archive's bytes could not be fetched: that is no fault of the archive. */
  throwDiskError(): void;
  /** How many bytes behind the reading position stay in memory, so that a small step back unpacks nothing. */
  readonly hold: number;
  /** Called with the number of bytes that came out for the first time. False: no more of this archive may be unpacked. */
  spend(bytes: number): boolean;
  /** Called before a read, so that the least used members can be closed. */
  touch(member: Member): void;
}

/** Opens a member; nothing is unpacked before the first read. Reads that overlap in time are answered one after the other. */
export function openMember(entry: FileEntry, options: MemberOptions): Member {
  let stream: Unpacking | undefined;
  /** Bytes [heldFrom, position) of the member, the latest unpacked. */
  let held: Uint8Array[] = [];
  let heldFrom = 0;
  let position = 0;
  let ended = false;
  let furthest = 0;
  let whole = false;
  let fault: MemberFault | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function rewind(): void {
    stream?.cancel();
    stream = undefined;
    held = [];
    heldFrom = 0;
    position = 0;
    ended = false;
  }

  async function unpackTo(end: number, keepFrom: number): Promise<void> {
    while (position < end && !ended) {
      stream ??= unpack(entry, options);
      const chunk = await stream.next();
      if (chunk === undefined) {
        ended = true;
        fault ??= stream.fault();
        whole = fault === undefined;
        stream = undefined; // It holds 25 KB of pipes, which a zip of many files would add up.
        return;
      }
      position += chunk.length;
      held.push(chunk);
      if (position > furthest) {
        const allowed = options.spend(position - furthest);
        furthest = position;
        if (!allowed) {
          ended = true;
          fault = { kind: "refused", reason: bombReason };
          stream.cancel();
          stream = undefined;
        }
      }
      while (held[0] !== undefined && heldFrom + held[0].length <= keepFrom) {
        heldFrom += held[0].length;
        held.shift();
      }
    }
  }

  async function readHeld(start: number, end: number): Promise<Uint8Array> {
    if (end <= start || fault?.kind === "refused") return new Uint8Array(0);
    const stored = whole && entry.compressionMethod === 0 ? entry.localDirectory?.dataOffset : undefined;
    if (stored !== undefined && start < heldFrom) {
      return options.archive.read(stored + start, stored + Math.min(end, furthest));
    }
    if (start < heldFrom) rewind();
    await unpackTo(end, start - options.hold);
    return joined(held, start - heldFrom, Math.min(end, position) - heldFrom);
  }

  const member: Member = {
    name: options.name,
    size: entry.uncompressedSize,
    read(start, end) {
      options.touch(member);
      const answer = queue.then(() => readHeld(start, end));
      queue = answer.catch(() => undefined);
      return answer;
    },
    fault: () => fault,
    close() {
      queue = queue.then(rewind);
    },
  };
  return member;
}

/** A bomb, told by the bytes that really came out (`walk.ts` holds the figures). */
const bombReason =
  "unpacks to far more than a real export does, and was not unpacked further. If you trust it, unpack it yourself and hand over the files in it.";

interface Unpacking {
  next(): Promise<Uint8Array | undefined>;
  fault(): MemberFault | undefined;
  cancel(): void;
}

/**
 * Runs zip.js into a sink that takes one piece at a time and waits until it is fetched. Errors of the archive become a fault; errors of the
 * disk are thrown on. A checksum that does not match throws pieces away that were not fetched yet, so the bytes are then unpacked again
 * without it: they are doubtful, and they are evidence.
 */
function unpack(entry: FileEntry, options: MemberOptions, checkCrc32 = true): Unpacking {
  const sink = createSink();
  let failure: unknown;
  let cancelled = false;
  let given = 0;
  let unchecked: Unpacking | undefined;
  const finished = entry.getData(sink.writable, { checkCrc32, useWebWorkers: false, strictness: "tolerant" }).then(
    () => sink.end(),
    (error: unknown) => {
      failure ??= error;
      sink.end();
    },
  );

  async function nextUnchecked(): Promise<Uint8Array | undefined> {
    unchecked ??= unpack(entry, options, false);
    let skip = given;
    for (;;) {
      const piece = await unchecked.next();
      if (piece === undefined) return undefined;
      if (piece.length <= skip) {
        skip -= piece.length;
        continue;
      }
      return piece.subarray(skip);
    }
  }

  return {
    async next() {
      if (cancelled) return undefined;
      if (unchecked) return unchecked.next();
      const piece = await sink.next();
      if (piece) {
        given += piece.length;
        return piece;
      }
      await finished;
      options.throwDiskError();
      return checkCrc32 && messageOf(failure) === ERR_INVALID_CRC32 ? nextUnchecked() : undefined;
    },
    fault: () => (failure === undefined || cancelled ? undefined : faultOf(failure)),
    cancel() {
      cancelled = true;
      sink.cancel();
      unchecked?.cancel();
    },
  };
}

interface Sink {
  readonly writable: WritableStream<Uint8Array>;
  /** The next piece; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  end(): void;
  /** Refuses further pieces, which ends the unpacking. */
  cancel(): void;
}

/** Keeps one piece until it is fetched; a failing stream cannot take it back. */
function createSink(): Sink {
  let piece: Uint8Array | undefined;
  let ended = false;
  let cancelled = false;
  let wakeReader: (() => void) | undefined;
  let wakeWriter: (() => void) | undefined;
  function wake(): void {
    wakeReader?.();
    wakeWriter?.();
  }
  return {
    writable: new WritableStream<Uint8Array>(
      {
        async write(chunk) {
          if (cancelled) throw new Error("cancelled");
          piece = chunk;
          wakeReader?.();
          await new Promise<void>((resolve) => {
            wakeWriter = resolve;
          });
          if (cancelled) throw new Error("cancelled");
        },
      },
      { highWaterMark: 1 },
    ),
    async next() {
      while (piece === undefined && !ended && !cancelled) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      }
      const taken = piece;
      piece = undefined;
      wakeWriter?.();
      return taken;
    },
    end() {
      ended = true;
      wake();
    },
    cancel() {
      cancelled = true;
      wake();
    },
  };
}

/**
 * What a person can do about an error of zip.js. Where a stream broke off, pieces on their way were thrown away, and how many depends on
 * the moment: such bytes are not read, because the same file must give the same readings.
 */
function faultOf(error: unknown): MemberFault {
  return faultByMessage.get(messageOf(error)) ?? refused(`is damaged${mendIt}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

const unpackIt = ". Unpack it yourself and hand over the files in it.";
const mendIt = ". Ask for the export again, or copy it again, and hand over the new one.";

function damaged(what: string): MemberFault {
  return { kind: "damaged", reason: `${what}${mendIt}` };
}

function refused(reason: string): MemberFault {
  return { kind: "refused", reason };
}

const faultByMessage = new Map<string, MemberFault>([
  [ERR_ENCRYPTED, refused("is locked with a password. Unpack it yourself with the password and hand over the files in it.")],
  [ERR_UNSUPPORTED_ENCRYPTION, refused(`is locked in a way that we cannot open${unpackIt}`)],
  [ERR_UNSUPPORTED_COMPRESSION, refused(`is packed in a way that we cannot unpack${unpackIt}`)],
  [ERR_INVALID_UNCOMPRESSED_SIZE, refused(`is not as long as the archive says${unpackIt}`)],
  [ERR_INVALID_CRC32, damaged("does not match its own checksum: it was damaged or changed after it was packed")],
]);

function joined(chunks: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const out = new Uint8Array(Math.max(0, to - from));
  let at = 0;
  for (const chunk of chunks) {
    const begin = Math.max(from, at);
    const end = Math.min(to, at + chunk.length);
    if (end > begin) out.set(chunk.subarray(begin - at, end - at), begin - from);
    at += chunk.length;
  }
  return out;
}
