import type { Act, ActId, DateOrder, Reading, Result, Source, SourceSpan } from "@unmask/core";
import { failed, ok, readingToJson } from "@unmask/core";
import { type Encoding, encodingOf, readStretch } from "@unmask/formats";
import type { Importer } from "./importer.ts";
import { fillerBytes } from "./write-over.ts";

/**
 * A copy of a file in which some records are written over (docs/formats/pack.md, "Left out"). It has the length of the file, so every span
 * points as before, and holds of what was left out nothing but how long it was.
 *
 * [Note: Only acts go] In a file that goes in part, lines of the app and what could not be read are written over as well: nobody chose them,
 * and they can name whoever was left out. The frame that the format needs stays.
 */
export interface Copy {
  readonly source: Source;
  /** What was written over: from (included), to (excluded), in order, none touching the next. */
  readonly leftOut: readonly Stretch[];
}

/** Bytes of a file, the second excluded. */
export type Stretch = readonly [start: number, end: number];

/** What to write over. */
export interface CopyPlan {
  readonly importer: Importer;
  /** Everything that was read of this one file, in its order. */
  readonly readings: readonly Reading[];
  leavesOut(act: Act): boolean;
  /** Spellings of somebody who is left out: they are written over wherever they stand outside an act that goes. */
  readonly names?: readonly string[];
}

/** What stands over some bytes. Made each time it is read: what is left out can be most of a large file. */
interface Patch {
  readonly start: number;
  readonly end: number;
  bytes(): Uint8Array;
}

/** Makes the copy. The error completes "The file …": it says why it goes whole or not at all. */
export async function makeCopy(source: Source, { importer, readings, leavesOut, names = [] }: CopyPlan): Promise<Result<Copy, string>> {
  const { writeOver } = importer;
  if (writeOver === undefined) return failed("is of a kind that goes whole or not at all");
  const head = await readStretch(source, 0, 4);
  const encoding = encodingOf(head);
  const patches: Patch[] = [];
  const needles = names.flatMap(spellingsOf);
  const isParted = readings.some((one) => "act" in one && leavesOut(one.act));
  let reached = 0;
  for (const reading of readings) {
    if ("kept" in reading || ("act" in reading && !leavesOut(reading.act))) continue;
    const { start, end } = spanOf(reading);
    // Inside a record that is gone already, or of no bytes.
    if (end <= reached || start === end) continue;
    const bytes = await readStretch(source, start, end);
    if (!isParted && placesOf(bytes, needles).length === 0) continue;
    const mark = head.subarray(0, start === 0 ? markLength(head, encoding) : 0);
    const body = bytes.subarray(mark.length);
    const size = body.length;
    const filler = writeOver(body, reading, encoding);
    if (filler === "stays") {
      for (const [from, to] of placesOf(bytes, needles))
        patches.push({ start: start + from, end: start + to, bytes: () => new Uint8Array(to - from).fill(crossedOut) });
      continue;
    }
    if (filler === "whole" || fillerBytes(filler, size, encoding) === undefined) return failed("has a record that cannot be written over");
    patches.push({ start, end, bytes: () => behind(mark, fillerBytes(filler, size, encoding) ?? new Uint8Array(size)) });
    reached = end;
  }
  return ok({ source: patched(source, patches), leftOut: stretchesOf(patches) });
}

/** Over a name in the frame of a file: "x". */
const crossedOut = 0x78;

/** A name as it can stand in a file, lower case, one character a byte: plain, escaped as JSON, and escaped as Meta does, byte by byte. */
function spellingsOf(name: string): readonly string[] {
  const utf8 = [...new TextEncoder().encode(name)];
  const escaped = (codes: readonly number[]): string =>
    codes.map((code) => (code < 0x80 ? String.fromCharCode(code) : `\\u${code.toString(16).padStart(4, "0")}`)).join("");
  const units = Array.from({ length: name.length }, (_, i) => name.charCodeAt(i));
  const wide = units.flatMap((code) => [code & 0xff, code >> 8]);
  const plain = oneByteEach(Uint8Array.from(utf8));
  return [...new Set([plain, escaped(units).toLowerCase(), escaped(utf8).toLowerCase(), oneByteEach(Uint8Array.from(wide))])];
}

/** Where one of them stands, in order, none touching the next. */
function placesOf(bytes: Uint8Array, needles: readonly string[]): readonly Stretch[] {
  if (needles.length === 0) return [];
  const text = oneByteEach(bytes);
  const found = needles.flatMap((needle) => {
    const places: Stretch[] = [];
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) places.push([at, at + needle.length]);
    return places;
  });
  const joined: [number, number][] = [];
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] >= from) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function oneByteEach(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes).toLowerCase();
}

/** The byte-order mark stays: the rest is read by it. */
function markLength(head: Uint8Array, encoding: Encoding): number {
  if (encoding !== "utf-8") return 2;
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

function behind(mark: Uint8Array, bytes: Uint8Array): Uint8Array {
  const both = new Uint8Array(mark.length + bytes.length);
  both.set(mark);
  both.set(bytes, mark.length);
  return both;
}

function spanOf(reading: Exclude<Reading, { readonly kept: unknown }>): SourceSpan {
  if ("act" in reading) return reading.act.source;
  return "notice" in reading ? reading.notice.source : reading.unread.source;
}

function stretchesOf(patches: readonly Patch[]): readonly Stretch[] {
  const joined: [number, number][] = [];
  for (const { start, end } of patches) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}

/** The source with other bytes in places, which are in order and do not overlap. */
function patched(source: Source, patches: readonly Patch[]): Source {
  return {
    name: source.name,
    size: source.size,
    async read(start, end) {
      const bytes = Uint8Array.from(await source.read(start, end));
      for (let i = firstEndingBehind(patches, start); i < patches.length; i++) {
        const patch = patches[i];
        if (patch === undefined || patch.start >= start + bytes.length) break;
        const from = Math.max(0, start - patch.start);
        const part = patch.bytes().subarray(from, start + bytes.length - patch.start);
        bytes.set(part, patch.start + from - start);
      }
      return bytes;
    },
  };
}

function firstEndingBehind(patches: readonly Patch[], place: number): number {
  let low = 0;
  let high = patches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const patch = patches[middle];
    if (patch !== undefined && patch.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders of dates that a copy is tried with: what is said of the import, then each that the whole of the file may have shown. */
export const ordersToTry: readonly (DateOrder | undefined)[] = [undefined, "dmy", "mdy", "ymd"];

/**
 * Gives acts that were read from a copy the ids of the original: of three equal lines the second may be gone, and the third counts as the
 * third all the same. `idOf` knows the ids by place; only the count is taken from it, and only where everything else of the id agrees.
 */
export function withIdsOf(acts: readonly Act[], idOf: (source: SourceSpan) => readonly ActId[]): readonly Act[] {
  return acts.map((act) => {
    const id = idOf(act.source).find((one) => uncounted(one) === uncounted(act.id));
    return id === undefined || id === act.id ? act : { ...act, id };
  });
}

function uncounted(id: ActId): string {
  return id.slice(0, id.lastIndexOf("-"));
}

/** A place in a file, as text. */
export function placeOf({ sha256, start, end, within = [] }: SourceSpan): string {
  return [sha256, start, end, ...within.map((one) => one.sha256)].join(" ");
}

/**
 * Whether a copy gives exactly the acts that were to go: at the same places and times, by the same hand, with the same words. To whom a message
 * went can hang on who else writes in the file, and whether it stands out of order on what stands above it: that may be told otherwise. A doubt
 * may not get lost.
 */
export function readsAsBefore(before: readonly Act[], after: readonly Act[]): boolean {
  if (before.length !== after.length) return false;
  const byPlace = new Map(before.map((act) => [placeOf(act.source), act]));
  return (
    byPlace.size === before.length &&
    after.every((act) => {
      const was = byPlace.get(placeOf(act.source));
      return (
        was !== undefined && formOf(was) === formOf(act) && was.flags.every((one) => one === "out-of-order" || act.flags.includes(one))
      );
    })
  );
}

function formOf(act: Act): string {
  return readingToJson({ act: { ...act, flags: [], to: [], from: { kind: act.from.kind, wrote: "", normal: act.from.normal } } });
}
