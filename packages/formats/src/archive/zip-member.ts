import type { Source } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";
import type { ZipListing } from "./zip.ts";
import { type MemberFault, type UnpackOptions, type Unpacking, noRecord, unpack } from "./unpack.ts";

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
  /** The archive's own bytes. */
  readonly archive: Source;
  /** How many bytes behind the reading position stay in memory, so that a small step back unpacks nothing. */
  readonly hold: number;
  /** Called with the number of bytes that came out for the first time. False: no more of this archive may be unpacked. */
  spend(bytes: number): boolean;
  /** Called before a read, so that the least used members can be closed. */
  touch(member: Member): void;
}

/** Opens a member; nothing is unpacked before the first read. Reads that overlap in time are answered one after the other. */
export function openMember(listing: ZipListing, options: MemberOptions): Member {
  let stream: Unpacking | undefined;
  /** Bytes [heldFrom, position) of the member, the latest unpacked. */
  let held: Uint8Array[] = [];
  let heldFrom = 0;
  let position = 0;
  let ended = false;
  let furthest = 0;
  let whole = false;
  let fault: MemberFault | undefined;
  /** Where the bytes of a member that is stored as it is stand in the archive, once that is known. */
  let storedAt: number | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function rewind(): void {
    stream?.cancel();
    stream = undefined;
    held = [];
    heldFrom = 0;
    position = 0;
    ended = false;
  }

  async function begin(): Promise<Unpacking | undefined> {
    if (listing.isEmpty && (await holdsNothing(listing, options.archive))) {
      ended = true;
      whole = true;
      return undefined;
    }
    const opened = await listing.open();
    options.throwDiskError();
    if (opened !== undefined) return unpack(opened, options);
    fault = noRecord;
    ended = true;
    return undefined;
  }

  async function unpackTo(end: number, keepFrom: number): Promise<void> {
    while (position < end && !ended) {
      stream ??= await begin();
      if (stream === undefined) return;
      const chunk = await stream.next();
      if (chunk === undefined) {
        ended = true;
        fault ??= stream.fault();
        whole = fault === undefined;
        if (listing.method === 0) storedAt = stream.dataStart();
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
    if (whole && storedAt !== undefined && start < heldFrom) {
      return options.archive.read(storedAt + start, storedAt + Math.min(end, furthest));
    }
    if (start < heldFrom) rewind();
    await unpackTo(end, start - options.hold);
    return joined(held, start - heldFrom, Math.min(end, position) - heldFrom);
  }

  const member: Member = {
    name: listing.name,
    size: listing.claimedSize,
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

/** Streams for a hundred thousand empty files would take a minute to set up. */
async function holdsNothing({ method, end }: ZipListing, archive: Source): Promise<boolean> {
  if (method === 0) return true;
  const [first, second] = await readStretch(archive, end - 2, end);
  return first === 3 && second === 0;
}

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
