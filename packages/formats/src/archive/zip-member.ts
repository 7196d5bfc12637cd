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
  readonly budget: Budget;
  /** Called before a read, so that the least used members can be closed. */
  touch(member: Member): void;
}

/** How much may still be unpacked of all that was handed in together. */
export interface Budget {
  /** Counts bytes that came out for the first time. False: no more may. */
  spend(bytes: number): boolean;
  /** Whether more came out than may. */
  isSpent(): boolean;
}

/** Opens a member; nothing is unpacked before the first read. Reads that overlap in time are answered one after the other. */
export function openMember(listing: ZipListing, options: MemberOptions): Member {
  const state = createMemberState(listing, options);
  let queue: Promise<unknown> = Promise.resolve();
  const member: Member = {
    name: listing.name,
    size: listing.claimedSize,
    read(start, end) {
      options.touch(member);
      const answer = queue.then(() => readHeld(state, start, end));
      queue = answer.catch(() => undefined);
      return answer;
    },
    fault: () => state.fault,
    close() {
      queue = queue.then(() => rewind(state));
    },
  };
  return member;
}

/** How far a member is unpacked. */
interface MemberState {
  readonly listing: ZipListing;
  readonly options: MemberOptions;
  stream: Unpacking | undefined;
  /** Bytes [heldFrom, position) of the member, the latest unpacked. */
  held: Uint8Array[];
  heldFrom: number;
  position: number;
  ended: boolean;
  /** The furthest place that was ever reached. */
  furthest: number;
  /** It was unpacked to its end, and nothing is wrong with it. */
  whole: boolean;
  fault: MemberFault | undefined;
  /** Where the bytes of a member that is stored as it is stand in the archive, once that is known. */
  storedAt: number | undefined;
}

function createMemberState(listing: ZipListing, options: MemberOptions): MemberState {
  return {
    listing,
    options,
    stream: undefined,
    held: [],
    heldFrom: 0,
    position: 0,
    ended: false,
    furthest: 0,
    whole: false,
    fault: undefined,
    storedAt: undefined,
  };
}

async function readHeld(state: MemberState, start: number, end: number): Promise<Uint8Array> {
  const { options, whole, storedAt } = state;
  if (end <= start || state.fault?.kind === "refused") return new Uint8Array(0);
  if (whole && storedAt !== undefined && start < state.heldFrom) {
    return options.archive.read(storedAt + start, storedAt + Math.min(end, state.furthest));
  }
  if (start < state.heldFrom) rewind(state);
  await unpackTo(state, end, start - options.hold);
  return joined(state.held, start - state.heldFrom, Math.min(end, state.position) - state.heldFrom);
}

function rewind(state: MemberState): void {
  state.stream?.cancel();
  state.stream = undefined;
  state.held = [];
  state.heldFrom = 0;
  state.position = 0;
  state.ended = false;
}

async function unpackTo(state: MemberState, end: number, keepFrom: number): Promise<void> {
  while (state.position < end && !state.ended) {
    state.stream ??= await begin(state);
    if (state.stream === undefined) return;
    const chunk = await state.stream.next();
    if (chunk === undefined) return endStream(state, state.stream);
    state.position += chunk.length;
    state.held.push(chunk);
    spendOn(state, state.stream);
    letGoBefore(state, keepFrom);
  }
}

/** The stream of a member; undefined when it has ended before its first byte. */
async function begin(state: MemberState): Promise<Unpacking | undefined> {
  const { listing, options } = state;
  if (listing.isEmpty && (await holdsNothing(listing, options.archive))) {
    state.ended = true;
    state.whole = true;
    return undefined;
  }
  const wasRead = state.whole || state.fault !== undefined;
  if (!wasRead && options.budget.isSpent()) {
    // An engine gives out megabytes before it can be stopped: ten thousand members of a zip of 40 kB took half an hour.
    state.fault = { kind: "refused", reason: besideBomb };
    state.ended = true;
    return undefined;
  }
  const opened = await listing.open();
  options.throwDiskError();
  if (opened !== undefined) return unpack(opened, options);
  state.fault = noRecord;
  state.ended = true;
  return undefined;
}

function endStream(state: MemberState, stream: Unpacking): void {
  state.ended = true;
  state.fault ??= stream.fault();
  state.whole = state.fault === undefined;
  if (state.listing.method === 0) state.storedAt = stream.dataStart();
  state.stream = undefined; // It holds 25 KB of pipes, which a zip of many files would add up.
}

/** Counts bytes that came out for the first time, and stops where no more may. */
function spendOn(state: MemberState, stream: Unpacking): void {
  if (state.position <= state.furthest) return;
  const allowed = state.options.budget.spend(state.position - state.furthest);
  state.furthest = state.position;
  if (allowed) return;
  state.ended = true;
  state.fault = { kind: "refused", reason: bombReason };
  stream.cancel();
  state.stream = undefined;
}

function letGoBefore(state: MemberState, keepFrom: number): void {
  while (state.held[0] !== undefined && state.heldFrom + state.held[0].length <= keepFrom) {
    state.heldFrom += state.held[0].length;
    state.held.shift();
  }
}

/** A bomb, told by the bytes that really came out (`walk.ts` holds the figures). */
const bombReason =
  "unpacks to far more than a real export does, and was not unpacked further. If you trust it, unpack it yourself and hand over the files in it.";

const besideBomb =
  "was not unpacked, because what stands before it unpacks to far more than a real export does. If you trust it, unpack it yourself and hand over the files in it.";

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
