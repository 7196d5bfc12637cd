import type { Source } from "@unmask/core";
import type { FileEntry } from "@zip.js/zip.js";
import { type MemberFault, type UnpackOptions, type Unpacking, unpack } from "./zip-unpack.ts";

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

/** What a member needs from the archive around it. */
export interface MemberOptions extends UnpackOptions {
  readonly name: string;
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
