import type { Source } from "@unmask/core";
import { crc32After } from "./crc32.ts";
import { type ReadPacked, inflateToDamage } from "./inflate-to-damage.ts";
import { inflateByEngine } from "./inflate-by-engine.ts";
import { readStretch } from "../scan/read-stretch.ts";
import type { OpenedEntry } from "./zip.ts";
import type { Lock, ZipRecord } from "./zip-record.ts";

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
 * Unpacks a file and holds it against its checksum and length. The engine unpacks it, where it can; where that fails, the engine throws away an unknown
 * part of what came out, so the file is unpacked once more to the last good byte, and what was given already is left out (see `inflate-to-damage.ts`).
 */
export function unpack({ record, archive, base }: OpenedEntry, options: UnpackOptions): Unpacking {
  let start: number | undefined;
  let fault: MemberFault | undefined;
  let isOver = false;
  async function* checked(): AsyncGenerator<Uint8Array, void, undefined> {
    if (!record.lacksSizes) start = await dataStartOf(archive);
    const refusal = start === undefined ? broken + mendIt : record.lock && refusalByLock[record.lock];
    if (start === undefined || refusal !== undefined) return void (fault = { kind: "refused", reason: refusal ?? broken + mendIt });
    const packed = packedBytes(record, archive, start);
    if (start + record.packedSize > archive.size) {
      fault = damaged(broken);
      return yield* salvaged(record, packed, 0);
    }
    const isByEngine = record.method === deflated && "DecompressionStream" in globalThis;
    const why = yield* isByEngine ? unpackByEngine(record, packed) : unpackHere(record, packed);
    if (why !== undefined) fault = damaged(why);
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
      // Nobody waits for it: whatever its end throws is of a file that was given up.
      void pieces.return().catch(() => undefined);
    },
  };
}

/** Gives out the bytes, and says at the end why they are not the whole file; undefined where they are. */
type Checking = AsyncGenerator<Uint8Array, string | undefined, undefined>;

async function* unpackByEngine(record: ZipRecord, packed: ReadPacked): Checking {
  let given = 0;
  let why: string | undefined;
  try {
    for await (const piece of inflateByEngine(packed, record)) {
      if (given + piece.length > record.claimedSize) {
        why = otherLength;
        break;
      }
      given += piece.length;
      yield piece;
    }
  } catch {
    // What the disk threw is kept by `throwDiskError`. Engines say in words of their own what they found, so that only the length tells.
    why = given === record.claimedSize ? otherSum : broken;
  }
  if (why !== undefined) yield* salvaged(record, packed, given);
  return why;
}

/** Unpacks here: stored bytes, what no engine unpacks, which is how Windows packs large files, and all where an engine unpacks nothing. */
async function* unpackHere(record: ZipRecord, packed: ReadPacked): Checking {
  let [sum, given] = [0, 0];
  for await (const piece of salvaged(record, packed, 0)) {
    sum = crc32After(sum, piece);
    given += piece.length;
    yield piece;
  }
  if (record.method !== stored && given < record.claimedSize) return broken;
  if (record.method === stored && given < record.packedSize) return otherLength;
  if (sum !== record.sum) return otherSum;
  return given < record.claimedSize ? otherLength : undefined;
}

function damaged(why: string): MemberFault {
  return { kind: "damaged", reason: why + mendIt };
}

/** Where the packed bytes begin, behind the header before them (APPNOTE 4.3.7); undefined where there is none. */
async function dataStartOf(archive: Source): Promise<number | undefined> {
  const header = await readStretch(archive, 0, headerSize);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < headerSize || view.getUint32(0, true) !== 0x04034b50) return undefined;
  return headerSize + view.getUint16(26, true) + view.getUint16(28, true);
}

const headerSize = 30;

/** The packed bytes of a member, by their places among them; none behind its end. */
function packedBytes({ packedSize }: ZipRecord, archive: Source, start: number): ReadPacked {
  const end = Math.min(archive.size, start + packedSize);
  return (from, to) =>
    start + from >= end ? Promise.resolve(new Uint8Array(0)) : readStretch(archive, start + from, Math.min(end, start + to));
}

/** The bytes behind the first `given`, as far as they are good and as the archive says there are. */
async function* salvaged(
  { method, claimedSize: size }: ZipRecord,
  packed: ReadPacked,
  given: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let skip = given;
  const raw = method === stored ? storedPieces(packed, size) : inflateToDamage(packed, size, method === deflated64 ? "raw64" : "raw");
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

async function* storedPieces(read: ReadPacked, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < most;) {
    const piece = await read(at, Math.min(most, at + storedStep));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** A member whose own record makes no sense. */
export const noRecord: MemberFault = {
  kind: "refused",
  reason: `has a damaged place in the list of files of its zip. Ask for the export again, or copy it again, and hand over the new one.`,
};

const unpackIt = ". Unpack it yourself and hand over the files in it.";
const mendIt = ". Ask for the export again, or copy it again, and hand over the new one.";

const refusalByLock: Readonly<Record<Lock, string>> = {
  password: "is locked with a password. Unpack it yourself with the password and hand over the files in it.",
  "unknown-lock": `is locked in a way that we cannot open${unpackIt}`,
  "unknown-packing": `is packed in a way that we cannot unpack${unpackIt}`,
};

const broken = "is damaged or cut off";
const otherSum = "does not match its own checksum: it was damaged, cut off or changed after it was packed";
const otherLength = "is not as long as the archive says";
