import type { Container, CreateHasher, Sha256, Source, SourceSpan, Unread } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";
import type { ZipArchive, ZipListing } from "./zip.ts";
import type { Budget, Member, openMember } from "./zip-member.ts";
import { createRefusals, type Refusals, refusal } from "./refusals.ts";
import type { MemberFault } from "./unpack.ts";

/**
 * From what an app hands in to the files that can be read: zips are opened, zips in zips too, and every file in them is a source of its own.
 *
 * [Note: Loaded when a zip comes] What opens zips is a quarter of the program that reads an export, and most exports are none.
 *
 * [Note: Real bytes] Sizes in a zip are claims. Limits count the bytes that came out, each once, however often a member is unpacked again.
 */

/** Zips inside zips at most. Real exports have two (a backup of an export); a zip that contains itself never ends. */
const deepestNesting = 4;
/** Zips that are opened in one handed-in zip. Real exports have a few dozen; opening one takes milliseconds, and a few kilobytes can hold tens of thousands. */
const mostZipsInside = 1000;
/** Bytes that one handed-in zip may always unpack to. Below it no ratio is asked: a long chat of one word packs 1000:1. */
const freeExpansion = 256 * 1024 * 1024;
/** Beyond that, times its own size. Text packs 5:1 to 20:1 and a repetitive XML 50:1; deflate can do 1032:1, and bombs do. */
const largestRatio = 200;
/** Bytes that all zips together may unpack to: 1 TiB. Above it the disk of the person is the better place. */
const largestExpansion = 1024 ** 4;
/** A packed zip inside a zip is held in memory, because its list stands at its end; one stored as it is needs no memory. */
const largestHeldZip = 64 * 1024 * 1024;
/** Bytes held behind the reading position of a member: a small file is unpacked once for all passes. */
const heldBehind = 1024 * 1024;
/** Bytes that all members hold together; the least recently read lets go. Room for one held zip on each level of nesting. */
const largestHeld = 3 * largestHeldZip;
/** Members that stay half unpacked, whatever they hold. */
const mostOpenMembers = 32;
/** Bytes for each read of a hash. */
const hashStep = 1024 * 1024;

/** A file that holds no other file: what importers read or what is kept. */
export interface Leaf {
  readonly source: Source;
  /** The zips around it, outermost first; empty when it lay in none. Files of one zip have the very same array. */
  readonly within: readonly Container[];
  /** Why its bytes end too early; to be asked after it was read to its end. Undefined for a file that lies in no zip. */
  fault(): MemberFault | undefined;
  /** Where it stands in the innermost zip, for a reading when nothing of it can be read. */
  readonly place?: SourceSpan;
}

/** What the walk finds, in order: files, the zips they lay in (before them), and what could not be opened. */
export type Found =
  { readonly leaf: Leaf } | { readonly opened: { readonly source: Source; readonly whole: SourceSpan } } | { readonly unread: Unread };

/** What the walk needs. */
export interface WalkOptions {
  readonly createHasher: CreateHasher;
  /** Called with each number of bytes hashed, for progress. */
  onHashed?(bytes: number): void;
  readonly signal?: AbortSignal;
}

/** Walks the sources in the order given. Stops between two files when cancelled. */
export async function* walk(sources: readonly Source[], options: WalkOptions): AsyncGenerator<Found, void, undefined> {
  const opened = createOpenMembers();
  const total = createBudget(largestExpansion);
  for (const source of sources) {
    if (options.signal?.aborted) return;
    const own = createBudget(Math.max(freeExpansion, source.size * largestRatio));
    const budget: Budget = { spend: (bytes) => own.spend(bytes) && total.spend(bytes), isSpent: () => own.isSpent() || total.isSpent() };
    yield* walkInto({ source, within: loose, fault: () => undefined }, { options, opened, budget, zips: { left: mostZipsInside } });
  }
}

/** Whether a source that was handed in is opened by the walk, so that its files are sources of their own. */
export async function isOpened(source: Source): Promise<boolean> {
  return isArchive(source.name, await readStretch(source, 0, headOfZip));
}

/** Hashes a source to its real end, which may differ from the size that it claims. Undefined when cancelled on the way. */
export async function hashSource(source: Source, options: WalkOptions): Promise<Hashed | undefined> {
  const hasher = options.createHasher();
  let size = 0;
  // Two, because one is hashed while the other is filled.
  const step = Math.min(hashStep, Math.max(source.size, 1));
  let [room, spare] = [new Uint8Array(step), new Uint8Array(step)];
  let reading = source.read(0, step, room);
  for (;;) {
    const bytes = await reading;
    size += bytes.length;
    if (options.signal?.aborted) return undefined;
    // The next bytes come from the disk while these are hashed.
    [room, spare] = [spare, room];
    if (bytes.length > 0) reading = source.read(size, size + step, room);
    hasher.update(bytes);
    options.onHashed?.(bytes.length);
    if (bytes.length === 0) return { sha256: hasher.digest(), size };
  }
}

/** What a whole source is: its hash and its real size. */
export interface Hashed {
  readonly sha256: Sha256;
  readonly size: number;
}

/** The containers of a file that lies in none. */
const loose: readonly Container[] = [];

interface Walking {
  readonly options: WalkOptions;
  readonly opened: OpenMembers;
  readonly budget: Budget;
  /** How many zips inside the one handed in may still be opened. */
  readonly zips: { left: number };
}

/** Walks a file that was handed in, or that lies in a zip of which `around` tells. */
async function* walkInto(leaf: Leaf, walking: Walking, around?: Refusals): AsyncGenerator<Found, void, undefined> {
  if (!isArchive(leaf.source.name, await readStretch(leaf.source, 0, headOfZip))) {
    yield { leaf };
    return;
  }
  const hashed = await hashSource(leaf.source, walking.options);
  if (hashed === undefined) return;
  const { sha256, size } = hashed;
  const { source, within } = leaf;
  const whole = spanOf({ name: source.name, sha256, within }, 0, size);
  const fault = leaf.fault();
  if (fault !== undefined && leaf.place !== undefined) {
    yield* found((around ?? createRefusals()).tell(source.name, fault.reason, leaf.place));
    return;
  }
  if (within.length >= deepestNesting) {
    yield { unread: { reason: refusal(source.name, tooDeep), source: whole } };
    return;
  }
  yield { opened: { source, whole } };
  const [{ openZip }, { openMember }] = await Promise.all([import("./zip.ts"), import("./zip-member.ts")]);
  const archive = openZip({ name: source.name, size, read: (start, end) => source.read(start, end) });
  const inside = [...within, { name: source.name, sha256 }];
  const refusals = createRefusals();
  for await (const listed of archive.list()) {
    if (walking.options.signal?.aborted) break;
    if ("fault" in listed) yield { unread: { reason: refusal(source.name, listed.fault), source: { ...whole, ...listed.at } } };
    else yield* walkMember(listed, { archive, openMember, whole, inside, walking, refusals });
  }
  for (const unread of refusals.rest()) yield { unread };
}

interface InZip {
  readonly archive: ZipArchive;
  readonly openMember: typeof openMember;
  readonly whole: SourceSpan;
  readonly inside: readonly Container[];
  readonly walking: Walking;
  readonly refusals: Refusals;
}

async function* walkMember(
  listed: ZipListing,
  { archive, openMember, whole, inside, walking, refusals }: InZip,
): AsyncGenerator<Found, void, undefined> {
  const place: SourceSpan = { ...whole, start: listed.start, end: listed.end };
  if (listed.unreadable !== undefined) {
    yield* found(refusals.tell(listed.name, listed.unreadable, place));
    return;
  }
  const nested = listed.name.toLowerCase().endsWith(".zip");
  const packed = listed.method !== 0;
  if (nested && --walking.zips.left < 0) {
    yield* found(refusals.tell(listed.name, tooManyZips, place));
    return;
  }
  if (nested && packed && listed.claimedSize > largestHeldZip) {
    yield* found(refusals.tell(listed.name, tooLargeToHold, place));
    return;
  }
  const hold = nested && packed ? largestHeldZip : heldBehind;
  const member = openMember(listed, {
    archive: archive.source,
    hold,
    budget: walking.budget,
    touch: (one) => walking.opened.touch(one, Math.min(hold, one.size)),
    throwDiskError: () => archive.throwDiskError(),
  });
  const leaf: Leaf = { source: member, within: inside, fault: () => member.fault(), place };
  if (nested) yield* walkInto(leaf, walking, refusals);
  else yield { leaf };
}

function found(unread: Unread | undefined): readonly Found[] {
  return unread === undefined ? [] : [{ unread }];
}

const tooDeep = `lies in ${deepestNesting} zips inside each other. Unpack it yourself and hand over the files in it.`;
const tooManyZips = `was not opened: more than ${mostZipsInside} zips lie in one. Unpack it yourself and hand over the files in it.`;
const tooLargeToHold = "is a large zip packed into a zip. Unpack the outer one yourself and hand over the inner one.";

/** Bytes that tell a zip from a document that is a zip inside: the first member's header and name. */
const headOfZip = 512;

/** A zip by its bytes, or by its name so that a damaged one is told as such. Documents and programs that use zip inside are files whole. */
function isArchive(name: string, head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const named = name.toLowerCase().endsWith(".zip");
  if (!beginsLikeZip(head)) return named;
  const first = new TextDecoder("latin1").decode(head.subarray(30, 30 + (head[26] ?? 0)));
  return !/^(?:\[Content_Types\]\.xml|_rels\/|mimetype$|META-INF\/|AndroidManifest\.xml|Payload\/)/.test(first);
}

/** Whether the bytes begin like a zip: a member, the end record of an empty zip, or a part of a split one (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
function beginsLikeZip(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  const mark = `${head[2]} ${head[3]}`;
  return mark === "3 4" || mark === "5 6" || mark === "7 8";
}

function spanOf(file: { name: string; sha256: Sha256; within: readonly Container[] }, start: number, end: number): SourceSpan {
  const { name, sha256, within } = file;
  return { sha256, name, start, end, ...(within.length > 0 ? { within } : {}) };
}

function createBudget(most: number): Budget {
  let left = most;
  return {
    spend(bytes) {
      left -= bytes;
      return left >= 0;
    },
    isSpent: () => left < 0,
  };
}

interface OpenMembers {
  /** Notes that a member, which holds at most `weight` bytes, is about to be read. */
  touch(member: Member, weight: number): void;
}

function createOpenMembers(): OpenMembers {
  const weightByMember = new Map<Member, number>();
  let held = 0;
  return {
    touch(member, weight) {
      held += weight - (weightByMember.get(member) ?? 0);
      weightByMember.delete(member);
      weightByMember.set(member, weight);
      for (const [oldest, itsWeight] of weightByMember) {
        if ((held <= largestHeld && weightByMember.size <= mostOpenMembers) || oldest === member) break;
        weightByMember.delete(oldest);
        held -= itsWeight;
        oldest.close();
      }
    },
  };
}
