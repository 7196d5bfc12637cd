import type { Source } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";

/** What the directory says of a member: short, because there may be tens of thousands. */
export interface Listed {
  readonly name: string;
  /** Where its own header stands in the archive. */
  readonly start: number;
  readonly packedSize: number;
  readonly claimedSize: number;
  readonly method: number;
  /** Says that nothing is in it, in a form that can be believed after a look at its packed bytes. */
  readonly isEmpty: boolean;
  /** A folder without bytes: nothing to read, yet its header is there. */
  readonly isFolder: boolean;
  readonly unreadable?: string;
  /** Where its record in the directory stands. */
  readonly record: { readonly source: Source; readonly start: number; readonly end: number };
}

/** Who has which bytes of a zip. */
export interface ZipLayout {
  /** Where each member ends, in the order given. No two members that are read have a byte in common. */
  readonly endOf: ArrayLike<number>;
  /** 1 where a member lies over another one, or over the directory. */
  readonly isShared: Uint8Array;
  /** Stretches that belong to no member and to no frame, in order. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
}

/** Bytes read at a time for the headers of members: many small ones come at once. */
const headerStep = 64 * 1024;
const localSize = 30;
const localMark = 0x04034b50;
const descriptorMark = 0x08074b50;

/**
 * Lays the members of a zip side by side. A member that claims to reach into the directory or beyond the end lies about its size: it is given
 * the bytes up to the next one. Of members that share bytes the first keeps them; all others would be unpacked from the same bytes again and
 * again, which is how a small zip makes endless work.
 */
export async function layOut(
  source: Source,
  members: readonly Listed[],
  directory: { readonly start: number; readonly end: number } | undefined,
): Promise<ZipLayout> {
  const { size } = source;
  const window = createWindow(source);
  const frame = directory && { start: directory.start, end: await endOfFrames(window, directory.end, size) };
  const order = Uint32Array.from(members.keys()).sort((a, b) => (members[a]?.start ?? 0) - (members[b]?.start ?? 0) || a - b);
  const endOf = new Float64Array(members.length);
  const isShared = new Uint8Array(members.length);
  const gaps: { start: number; end: number }[] = [];
  let reached = await sizeOfSplitMark(window);
  let isPastFrame = frame === undefined;
  function take(start: number, end: number): void {
    if (start > reached) gaps.push({ start: reached, end: start });
    reached = Math.max(reached, end);
  }
  for (const [place, i] of order.entries()) {
    const member = members[i];
    if (!member) continue;
    const start = Math.min(member.start, size);
    if (frame && !isPastFrame && start >= frame.start) {
      take(frame.start, frame.end);
      isPastFrame = true;
    }
    const limit = frame && !isPastFrame ? frame.start : size;
    const next = members[order[place + 1] ?? -1]?.start ?? limit;
    const claimed = await endOfMember(window, member);
    const end = claimed <= limit ? claimed : Math.max(start, Math.min(next, limit));
    endOf[i] = end;
    if (start < reached) isShared[i] = 1;
    else take(start, end);
  }
  if (frame && !isPastFrame) take(frame.start, frame.end);
  take(size, size);
  return { endOf, isShared, gaps };
}

/** Behind the data of a member and the sizes that may follow it (APPNOTE 4.3.9), which count only if they repeat what the directory says. */
async function endOfMember(window: Window, { start, packedSize, claimedSize }: Listed): Promise<number> {
  const header = await window.at(start, localSize);
  if (header === undefined || header.getUint32(0, true) !== localMark) return start; // Whatever stands there is no member.
  const dataEnd = start + localSize + header.getUint16(26, true) + header.getUint16(28, true) + packedSize;
  if ((header.getUint16(6, true) & 8) === 0) return dataEnd;
  const behind = await window.at(dataEnd, 24);
  if (behind === undefined) return dataEnd;
  const at = behind.getUint32(0, true) === descriptorMark ? 8 : 4;
  if (u64(behind, at) === packedSize && u64(behind, at + 8) === claimedSize) return dataEnd + at + 16;
  return behind.getUint32(at, true) === packedSize && behind.getUint32(at + 4, true) === claimedSize ? dataEnd + at + 8 : dataEnd;
}

/** Behind the records that may follow the directory (APPNOTE 4.3.13 to 4.3.16), the end record among them; its comment is no frame. */
async function endOfFrames(window: Window, start: number, size: number): Promise<number> {
  let at = start;
  for (;;) {
    const view = await window.at(at, 22);
    const mark = view?.getUint32(0, true);
    if (view === undefined) return at;
    if (mark === 0x06054b50) return at + 22;
    if (mark === 0x06064b50) at += 12 + u64(view, 4);
    else if (mark === 0x07064b50) at += 20;
    else if (mark === 0x05054b50) at += 6 + view.getUint16(4, true);
    else return at;
    if (at > size) return start;
  }
}

/** A zip that was meant for several disks begins with a mark of its own (APPNOTE 8.5.3, 8.5.4). */
async function sizeOfSplitMark(window: Window): Promise<number> {
  const mark = (await window.at(0, 22))?.getUint32(0, true);
  return mark === descriptorMark || mark === 0x30304b50 ? 4 : 0;
}

function u64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

interface Window {
  /** The bytes [position, position + length), as far as the archive has them (the rest is 0); undefined beyond its end. */
  at(position: number, length: number): Promise<DataView | undefined>;
}

function createWindow(source: Source): Window {
  let bytes: Uint8Array = new Uint8Array(0);
  let base = 0;
  return {
    async at(position, length) {
      if (position >= source.size) return undefined;
      const end = Math.min(position + length, source.size);
      if (position < base || end > base + bytes.length) {
        bytes = await readStretch(source, position, position + headerStep);
        base = position;
      }
      const from = position - base;
      const held = bytes.subarray(from, from + length);
      if (held.length === length) return new DataView(held.buffer, held.byteOffset, length);
      const padded = new Uint8Array(length);
      padded.set(held);
      return new DataView(padded.buffer);
    },
  };
}
