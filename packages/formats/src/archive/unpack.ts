import type { Source } from "@unmask/core";
import {
  ERR_ENCRYPTED,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type FileEntry,
} from "@zip.js/zip.js/lib/zip-core-native.js";
import { crc32After } from "./crc32.ts";
import { inflateToDamage } from "./inflate-to-damage.ts";
import { readStretch } from "../scan/read-stretch.ts";
import type { OpenedEntry } from "./zip.ts";

/** The bytes of one file of a zip, from its first to its last, fetched piece by piece. */
export interface Unpacking {
  /** The next piece; undefined at the end. Throws what the disk threw. */
  next(): Promise<Uint8Array | undefined>;
  /** Known after the end. */
  fault(): MemberFault | undefined;
  /** Where the packed bytes stand in the real archive; undefined when that is not known. */
  dataStart(): number | undefined;
  /** Ends it early. */
  cancel(): void;
}

/** `damaged`: the bytes are all there is and worth reading. `refused`: nothing in it can or may be read. */
export interface MemberFault {
  readonly kind: "damaged" | "refused";
  /** A sentence for the person: what is wrong and what to do. */
  readonly reason: string;
}

/** The archive around a file. */
export interface UnpackOptions {
  /** Throws when the archive's bytes could not be fetched: that is no fault of the archive. */
  throwDiskError(): void;
}

/**
 * Unpacks a file with zip.js, which checks its checksum and length. Where these do not hold, or the packed bytes break off, it throws away an
 * unknown part of what came out; so the file is then unpacked once more from its raw bytes to the last good one, and what was fetched already
 * is left out (see `inflate-to-damage.ts`).
 */
export function unpack({ entry, archive, base }: OpenedEntry, options: UnpackOptions): Unpacking {
  if (!entry.encrypted && isUnpackedHere(entry.compressionMethod)) return unpackHere({ entry, archive, base }, options);
  const sink = createSink();
  let failure: unknown;
  let cancelled = false;
  let given = 0;
  let salvage: AsyncGenerator<Uint8Array, void, undefined> | undefined;
  const finished = entry.getData(sink.writable, { checkCrc32: true, useWebWorkers: false, strictness: "tolerant" }).then(
    () => sink.end(),
    (error: unknown) => {
      failure = error;
      sink.end();
    },
  );

  async function nextSalvaged(): Promise<Uint8Array | undefined> {
    const start = entry.localDirectory?.dataOffset;
    if (start === undefined || faultOf(failure, entry).kind === "refused") return undefined;
    salvage ??= salvaged(entry, { archive, start, given });
    const piece = await salvage.next();
    return piece.done ? undefined : piece.value;
  }

  return {
    async next() {
      if (cancelled) return undefined;
      const piece = await sink.next();
      if (piece) {
        given += piece.length;
        return piece;
      }
      await finished;
      options.throwDiskError();
      return failure === undefined || cancelled ? undefined : nextSalvaged();
    },
    fault: () => (failure === undefined || cancelled ? undefined : faultOf(failure, entry)),
    dataStart() {
      const start = entry.localDirectory?.dataOffset;
      return start === undefined ? undefined : base + start;
    },
    cancel() {
      cancelled = true;
      sink.cancel();
    },
  };
}

/** What no engine unpacks, which is how Windows packs large files; and where an engine unpacks nothing, the usual way too. */
function isUnpackedHere(method: number): boolean {
  return method === deflated64 || (method === deflated && !("DecompressionStream" in globalThis));
}

function unpackHere({ entry, archive, base }: OpenedEntry, options: UnpackOptions): Unpacking {
  let start: number | undefined;
  let fault: MemberFault | undefined;
  let isOver = false;
  async function* checked(): AsyncGenerator<Uint8Array, void, undefined> {
    start = await dataStartOf(entry, archive);
    if (start === undefined) return void (fault = { kind: "refused", reason: broken + mendIt });
    let [sum, size] = [0, 0];
    for await (const piece of salvaged(entry, { archive, start, given: 0 })) {
      sum = crc32After(sum, piece);
      size += piece.length;
      yield piece;
    }
    if (size < entry.uncompressedSize) fault = { kind: "damaged", reason: broken + mendIt };
    else if (sum !== entry.signature) fault = { kind: "damaged", reason: otherSum + mendIt };
  }
  const pieces = checked();
  return {
    async next() {
      if (isOver) return undefined;
      const piece = await pieces.next();
      options.throwDiskError();
      isOver ||= piece.done === true;
      return isOver ? undefined : (piece.value ?? undefined);
    },
    fault: () => fault,
    dataStart: () => (start === undefined ? undefined : base + start),
    cancel() {
      isOver = true;
      fault = undefined;
    },
  };
}

/** Where the packed bytes begin, behind the header before them (APPNOTE 4.3.7); undefined where there is none. */
async function dataStartOf({ offset }: FileEntry, archive: Source): Promise<number | undefined> {
  const header = await readStretch(archive, offset, offset + 30);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) return undefined;
  return offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Packed bytes of a member: where they begin in the archive, and how many of those that come out were given already. */
interface Packed {
  readonly archive: Source;
  readonly start: number;
  readonly given: number;
}

/** The bytes behind the first `given`, as far as they are good and as the archive says there are. */
async function* salvaged(entry: FileEntry, { archive, start, given }: Packed): AsyncGenerator<Uint8Array, void, undefined> {
  const end = Math.min(archive.size, start + entry.compressedSize);
  const read = (from: number, to: number): Promise<Uint8Array> =>
    start + from >= end ? Promise.resolve(new Uint8Array(0)) : readStretch(archive, start + from, Math.min(end, start + to));
  let skip = given;
  const { compressionMethod: method, uncompressedSize: size } = entry;
  const raw = method === stored ? storedPieces(read, size) : inflateToDamage(read, size, method === deflated64 ? "raw64" : "raw");
  for await (const piece of raw) {
    if (skip < piece.length) yield piece.subarray(skip);
    skip = Math.max(0, skip - piece.length);
  }
}

/** Compression methods (APPNOTE 4.4.5). */
const stored = 0;
const deflated = 8;
const deflated64 = 9;

/** Stored bytes read at a time. */
const storedStep = 256 * 1024;

async function* storedPieces(
  read: (start: number, end: number) => Promise<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < most;) {
    const piece = await read(at, Math.min(most, at + storedStep));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
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

/** What a person can do about an error of zip.js. */
function faultOf(error: unknown, { compressionMethod, encrypted, localDirectory }: FileEntry): MemberFault {
  const message = error instanceof Error ? error.message : "";
  const refusal = refusalByMessage.get(message);
  if (refusal !== undefined) return { kind: "refused", reason: refusal };
  const canSalvage = compressionMethod === stored || compressionMethod === deflated;
  const readable = canSalvage && !encrypted && localDirectory?.dataOffset !== undefined;
  return { kind: readable ? "damaged" : "refused", reason: `${damageByMessage.get(message) ?? broken}${mendIt}` };
}

/** A member whose own record makes no sense. */
export const noRecord: MemberFault = {
  kind: "refused",
  reason: `has a damaged place in the list of files of its zip. Ask for the export again, or copy it again, and hand over the new one.`,
};

const unpackIt = ". Unpack it yourself and hand over the files in it.";
const mendIt = ". Ask for the export again, or copy it again, and hand over the new one.";

const refusalByMessage = new Map<string, string>([
  [ERR_ENCRYPTED, "is locked with a password. Unpack it yourself with the password and hand over the files in it."],
  [ERR_UNSUPPORTED_ENCRYPTION, `is locked in a way that we cannot open${unpackIt}`],
  [ERR_UNSUPPORTED_COMPRESSION, `is packed in a way that we cannot unpack${unpackIt}`],
]);

const broken = "is damaged or cut off";
const otherSum = "does not match its own checksum: it was damaged, cut off or changed after it was packed";

const damageByMessage = new Map<string, string>([
  [ERR_INVALID_UNCOMPRESSED_SIZE, "is not as long as the archive says"],
  [ERR_INVALID_CRC32, otherSum],
]);
