import type { Source } from "@unmask/core";
import { createByteWindow } from "./byte-window.ts";
import { type XmlText, decodeXmlText } from "./xml-text.ts";

/**
 * Elements and attributes of an XML document, with their positions in bytes, read as a stream.
 *
 * Not an XML parser: it knows the few elements it is told, expands no entity, and goes on after a mistake where a parser must stop. Every
 * byte belongs to one piece: a piece reaches from its `start` to the `start` of the next, white space after it included.
 *
 * [Note: One character a byte] The window is decoded as windows-1252, which gives one character for each byte, so positions in the text are
 * positions in bytes and plain values are cut out of it. Values that are not plain ASCII are decoded from their bytes as UTF-8.
 */

/** What to look for. */
export interface XmlNames<Sink extends XmlSink> {
  /** Elements that may stand in the document. Anything else is `junk` up to the next of these. */
  readonly elements: readonly string[];
  /** The elements at which reading goes on when a quotation mark is missing and a value has swallowed them. */
  readonly records: readonly string[];
  /** Attributes whose values are wanted; a piece has them in this order. */
  readonly held: readonly string[];
  /** The attribute whose value is never held but handed to a sink, byte by byte (a picture). */
  readonly streamed: string;
  /** Makes the sink for one such value. */
  createSink(): Sink;
}

/** Takes the bytes of one value as they stand between its quotation marks. */
export interface XmlSink {
  write(bytes: Uint8Array): void;
}

/** Why bytes are no element. */
export type XmlFault =
  /** The document ends inside it. */
  | "torn"
  /** A tag that breaks the rules of XML. */
  | "malformed"
  /** An element or text that is none of the known. */
  | "unknown"
  /** A wanted value, or a tag, longer than any writer of the format makes. */
  | "overlong";

/** A stretch of the document, in its order. */
export type XmlPiece<Sink extends XmlSink> =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly start: number;
      /** By position in `held`; undefined when the attribute is absent. */
      readonly values: readonly (string | undefined)[];
      /** A value has bytes that are no UTF-8, or references that mean no character. */
      readonly doubtful: boolean;
      readonly sink: Sink | undefined;
      /** Closed in itself: `<sms …/>`. */
      readonly empty: boolean;
    }
  | { readonly kind: "close"; readonly name: string; readonly start: number }
  | { readonly kind: "frame"; readonly what: "declaration" | "comment" | "document type"; readonly start: number }
  | { readonly kind: "junk"; readonly fault: XmlFault; readonly start: number }
  /** The end of the document: `start` is its size. Always the last piece. */
  | { readonly kind: "end"; readonly start: number };

/** Bytes looked at in one go: what a batch makes dies young in the collector, while a megabyte at once was half as slow again (measured). */
const readSize = 32 * 1024;
/** Longest wanted value, in bytes. A text message has a few kilobytes; a body of a gigabyte must not be held. */
const maxHeldValue = 1024 * 1024;
/** Longest tag apart from its values, in bytes: stops a tag of a gigabyte of white space or attributes. */
const maxTagHeld = 1024 * 1024;

/** Reads the pieces of a document, in batches. */
export async function* readXmlPieces<Sink extends XmlSink>(
  source: Source,
  names: XmlNames<Sink>,
): AsyncGenerator<readonly XmlPiece<Sink>[], void, undefined> {
  const window = createByteWindow(source, readSize);
  const scanner = createScanner(names);
  let keepFrom = 0;
  do {
    await window.advance(keepFrom);
    const step = scanner.scan(window.bytes, window.base, window.ended);
    keepFrom = step.keepFrom;
    if (step.pieces.length > 0) yield step.pieces;
  } while (!window.ended);
}

/** A start tag on its way. */
interface Tag<Sink extends XmlSink> {
  readonly name: string;
  readonly start: number;
  readonly values: (string | undefined)[];
  doubtful: boolean;
  overlong: boolean;
  sink: Sink | undefined;
  /** Where the next attribute (or the end of the tag) is looked for. */
  at: number;
  /** The value that outgrew the window, while it is read on. */
  longValue: { readonly quote: number; readonly slot: number } | undefined;
}

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const amp = 0x26;

const windows1252 = new TextDecoder("windows-1252");

/** 1 = may stand in a name, 2 = white space, 0 = anything else. */
const classOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) return 2;
  return byte >= 0x80 || /[A-Za-z0-9_.:-]/.test(String.fromCharCode(byte)) ? 1 : 0;
});

/** Longest value that is looked up among those seen before, in bytes. */
const shortValue = 24;

/** Slot of the streamed attribute, and of one that nobody wants. */
const streamedSlot = -1;
const unwantedSlot = -2;

function createScanner<Sink extends XmlSink>(names: XmlNames<Sink>) {
  const slotByHash = new Map<number, number>(names.held.map((name, slot) => [hashOfName(name), slot]));
  slotByHash.set(hashOfName(names.streamed), streamedSlot);
  // bounded: the few elements that the caller reads.
  const longestName = Math.max(...names.elements.map((name) => name.length));

  let bytes: Uint8Array = new Uint8Array();
  let text = "";
  let base = 0;
  let end = 0;
  let ended = false;
  let pieces: XmlPiece<Sink>[] = [];
  /** What is being read across windows: a tag, a construct up to its terminator, junk up to the next known element, or nothing. */
  let tag: Tag<Sink> | undefined;
  let construct: { readonly what: "declaration" | "comment" | "document type"; readonly start: number; terminator: string } | undefined;
  let inJunk = false;
  const shortTexts = new Array<string | undefined>(1024).fill(undefined);
  /** Where scanning goes on, in the window. */
  let at = 0;
  let first = true;

  return {
    /** Scans a window; `keepFrom` is the first position (in the source) that the next window must still hold. */
    scan(windowBytes: Uint8Array, windowBase: number, windowEnded: boolean) {
      at += base - windowBase;
      if (tag) tag.at += base - windowBase;
      bytes = windowBytes;
      base = windowBase;
      end = bytes.length;
      ended = windowEnded;
      text = windows1252.decode(bytes);
      pieces = [];
      while (scanNext()) {
        // Each turn makes or ends one piece; it stops when the window is used up.
      }
      if (ended) finish();
      return { pieces, keepFrom: base + keepFromInWindow() };
    },
  };

  function keepFromInWindow(): number {
    if (!tag) return at;
    if (tag.longValue) return tag.at;
    // The whole tag is kept while it is short, so that a missing quotation mark costs one record and not those it has swallowed.
    return tag.start >= base && end - (tag.start - base) <= maxTagHeld ? tag.start - base : tag.at;
  }

  /** Makes progress by one step; false when more bytes are needed. */
  function scanNext(): boolean {
    if (tag) return scanTag(tag);
    if (construct) return scanConstruct(construct);
    if (inJunk) return scanJunk();
    while (at < end && classOfByte[bytes[at] ?? 0] === 2) at++;
    if (at >= end) return false;
    if (bytes[at] !== lt) return isByteOrderMark() ? true : beginJunk("unknown", at);
    return scanMarkup();
  }

  function isByteOrderMark(): boolean {
    if (base + at !== 0 || bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return false;
    at = 3;
    return true;
  }

  /** At a `<` between elements. */
  function scanMarkup(): boolean {
    if (!ended && end - at < longestName + 10) return false;
    const next = bytes[at + 1];
    if (next === 0x3f) return beginConstruct("declaration", "?>");
    if (next === 0x21 && text.startsWith("<!--", at)) return beginConstruct("comment", "-->");
    if (next === 0x21 && text.startsWith("<!DOCTYPE", at)) return beginConstruct("document type", ">");
    if (next === slash) return scanCloseTag();
    const name = knownNameAt(at + 1);
    if (name === undefined) return beginJunk(ended && reachesEnd(at + 1) ? "torn" : "unknown", at);
    tag = {
      name,
      start: base + at,
      values: new Array<string | undefined>(names.held.length).fill(undefined),
      doubtful: false,
      overlong: false,
      sink: undefined,
      at: at + 1 + name.length,
      longValue: undefined,
    };
    return true;
  }

  function scanCloseTag(): boolean {
    const name = knownNameAt(at + 2);
    if (name === undefined) return beginJunk(ended && reachesEnd(at + 2) ? "torn" : "unknown", at);
    let i = at + 2 + name.length;
    while (i < end && classOfByte[bytes[i] ?? 0] === 2) i++;
    if (i >= end) return ended || i - at > maxTagHeld ? beginJunk(ended ? "torn" : "overlong", at) : false;
    if (bytes[i] !== gt) return beginJunk("malformed", at);
    add({ kind: "close", name, start: base + at });
    at = i + 1;
    return true;
  }

  /** The known element whose name stands at `i`, followed by white space, `/` or `>`. */
  function knownNameAt(i: number, among: readonly string[] = names.elements): string | undefined {
    for (const name of among) {
      if (bytes[i] !== name.charCodeAt(0) || !text.startsWith(name, i)) continue;
      const after = bytes[i + name.length];
      if (after === gt || after === slash || (after !== undefined && classOfByte[after] === 2)) return name;
    }
    return undefined;
  }

  function reachesEnd(i: number): boolean {
    while (i < end && classOfByte[bytes[i] ?? 0] === 1) i++;
    return i >= end;
  }

  function beginConstruct(what: "declaration" | "comment" | "document type", terminator: string): true {
    construct = { what, start: base + at, terminator };
    at += what === "declaration" ? 2 : what === "comment" ? 4 : 9;
    return true;
  }

  function scanConstruct(current: NonNullable<typeof construct>): boolean {
    if (current.what === "document type" && current.terminator === ">") {
      const bracket = text.indexOf("[", at);
      const close = text.indexOf(">", at);
      // An internal subset: nothing in it is read, it ends at its bracket.
      if (bracket >= 0 && (close < 0 || bracket < close)) {
        current.terminator = "]";
        at = bracket + 1;
      }
    }
    const found = text.indexOf(current.terminator, at);
    if (found < 0) {
      at = Math.max(at, end - current.terminator.length + 1);
      return false;
    }
    at = found + current.terminator.length;
    if (current.terminator === "]") {
      current.terminator = ">";
      return true;
    }
    add({ kind: "frame", what: current.what, start: current.start });
    construct = undefined;
    return true;
  }

  function beginJunk(fault: XmlFault, from: number): true {
    add({ kind: "junk", fault, start: base + from });
    inJunk = true;
    at = from + 1;
    return true;
  }

  /** Looks for the next tag of a known element. */
  function scanJunk(): boolean {
    for (;;) {
      const found = text.indexOf("<", at);
      if (found < 0) {
        at = end;
        return false;
      }
      if (!ended && end - found < longestName + 3) {
        at = found;
        return false;
      }
      if (knownNameAt(bytes[found + 1] === slash ? found + 2 : found + 1) !== undefined) {
        at = found;
        inJunk = false;
        return true;
      }
      at = found + 1;
    }
  }

  /** Reads attributes up to the end of the tag. `current.at` moves only over whole attributes, so that it can go on in the next window. */
  function scanTag(current: Tag<Sink>): boolean {
    if (current.longValue && !scanLongValue(current, current.longValue)) return false;
    // Locals, because the collector's view of a closure costs a load for each byte (measured: a third of the whole).
    const held = bytes;
    const stop = end;
    for (;;) {
      let i = current.at;
      let byte = 0;
      while (i < stop && classOfByte[(byte = held[i] ?? 0)] === 2) i++;
      if (i >= stop) return wantMore(current);
      if (byte === gt) return endTag(current, i + 1, false);
      if (byte === slash) {
        if (i + 1 >= stop) return wantMore(current);
        return held[i + 1] === gt ? endTag(current, i + 2, true) : giveUp(current, "malformed", i + 1);
      }
      if (i === current.at) return giveUp(current, "malformed", i);
      let hash = hashStart;
      const nameStart = i;
      while (i < stop && classOfByte[(byte = held[i] ?? 0)] === 1) {
        hash = Math.imul(hash ^ byte, hashFactor);
        i++;
      }
      const nameEnd = i;
      while (i < stop && classOfByte[(byte = held[i] ?? 0)] === 2) i++;
      if (i >= stop) return wantMore(current);
      if (byte !== equals || nameEnd === nameStart) return giveUp(current, "malformed", i);
      i++;
      while (i < stop && classOfByte[(byte = held[i] ?? 0)] === 2) i++;
      if (i >= stop) return wantMore(current);
      if (byte !== 0x22 && byte !== 0x27) return giveUp(current, "malformed", i);
      const quote = byte;
      const valueStart = ++i;
      const slot = slotOfName(hash, nameStart, nameEnd);
      let seen = 0;
      let references = false;
      if (slot === unwantedSlot) while (i < stop && held[i] !== quote) i++;
      else {
        while (i < stop && (byte = held[i] ?? 0) !== quote) {
          seen |= byte;
          if (byte === amp) references = true;
          i++;
        }
      }
      if (i >= stop) return wantMoreOfValue(current, { quote, slot, valueStart });
      if (slot !== unwantedSlot && !takeValue(current, { slot, from: valueStart, to: i, plain: seen < 0x80 && !references })) {
        return giveUp(current, "malformed", i);
      }
      current.at = i + 1;
    }
  }

  function slotOfName(hash: number, from: number, to: number): number {
    const slot = slotByHash.get(hash);
    if (slot === undefined) return unwantedSlot;
    const name = slot === streamedSlot ? names.streamed : names.held[slot];
    return name !== undefined && name.length === to - from && text.startsWith(name, from) ? slot : unwantedSlot;
  }

  /** Keeps, streams or passes over one value. False when the attribute stands twice. */
  function takeValue(current: Tag<Sink>, value: { slot: number; from: number; to: number; plain: boolean }): boolean {
    const { slot, from, to, plain } = value;
    if (slot === streamedSlot) {
      if (current.sink) return false;
      current.sink = names.createSink();
      current.sink.write(bytes.subarray(from, to));
      return true;
    }
    if (current.values[slot] !== undefined) return false;
    if (to - from > maxHeldValue) {
      current.overlong = true;
      return true;
    }
    if (plain && to - from <= shortValue) {
      current.values[slot] = shortText(from, to);
      return true;
    }
    const decoded: XmlText = decodeXmlText(bytes.subarray(from, to), plain);
    current.values[slot] = decoded.text;
    if (decoded.doubtful) current.doubtful = true;
    return true;
  }

  /** A short plain value: most are the same few again and again (a number, a name, `null`, `1`), so they are looked up before they are made. */
  function shortText(from: number, to: number): string {
    const length = to - from;
    const place = ((bytes[from] ?? 0) + 31 * (bytes[to - 1] ?? 0) + 131 * (bytes[to - 2] ?? 0) + 7 * length) & (shortTexts.length - 1);
    const known = shortTexts[place];
    if (known?.length === length) {
      let i = 0;
      while (i < length && known.charCodeAt(i) === bytes[from + i]) i++;
      if (i === length) return known;
    }
    // Halves of at most 12 characters are copies; a longer slice would keep the whole window in memory with it (V8).
    const made = length <= 12 ? text.slice(from, to) : text.slice(from, from + 12) + text.slice(from + 12, to);
    shortTexts[place] = made;
    return made;
  }

  function wantMore(current: Tag<Sink>): boolean {
    if (ended) return false;
    // Nothing but names and white space since the last attribute, and too much of it.
    if (end - current.at > maxTagHeld) return giveUp(current, "overlong", end - 1);
    return false;
  }

  /** The window ends inside a value. A long one is taken in pieces, the rest of the tag waits. */
  function wantMoreOfValue(current: Tag<Sink>, value: { quote: number; slot: number; valueStart: number }): boolean {
    if (ended || end - current.at <= maxTagHeld) return false;
    const { quote, slot, valueStart } = value;
    if (slot === streamedSlot) {
      if (current.sink) return giveUp(current, "malformed", end - 1);
      current.sink = names.createSink();
      current.sink.write(bytes.subarray(valueStart, end));
    } else if (slot !== unwantedSlot) current.overlong = true;
    current.longValue = { quote, slot };
    current.at = end;
    return false;
  }

  function scanLongValue(current: Tag<Sink>, value: { readonly quote: number; readonly slot: number }): boolean {
    const found = text.indexOf(String.fromCharCode(value.quote), current.at);
    const to = found < 0 ? end : found;
    if (value.slot === streamedSlot) current.sink?.write(bytes.subarray(current.at, to));
    current.at = found < 0 ? end : found + 1;
    if (found < 0) return false;
    current.longValue = undefined;
    return true;
  }

  function endTag(current: Tag<Sink>, after: number, empty: boolean): true {
    tag = undefined;
    at = after;
    if (current.overlong) add({ kind: "junk", fault: "overlong", start: current.start });
    else {
      const { name, start, values, doubtful, sink } = current;
      add({ kind: "open", name, start, values, doubtful, sink, empty });
    }
    return true;
  }

  /** Ends a tag that is none, and goes on at the record that a missing quotation mark has made it swallow, else at the next known element. */
  function giveUp(current: Tag<Sink>, fault: XmlFault, where: number): true {
    tag = undefined;
    add({ kind: "junk", fault, start: current.start });
    inJunk = true;
    at = swallowedRecord(current.start - base + 1, where) ?? where;
    return true;
  }

  function swallowedRecord(from: number, to: number): number | undefined {
    if (from <= 0) return undefined;
    for (let i = text.indexOf("<", from); i >= 0 && i < to; i = text.indexOf("<", i + 1)) {
      if (knownNameAt(i + 1, names.records) !== undefined) return i;
    }
    return undefined;
  }

  /** The document has ended: what is open is torn, but what it has swallowed is still read. */
  function finish(): void {
    while (tag) {
      const torn = tag;
      giveUp(torn, "torn", end);
      while (scanNext()) {
        // Reads on inside what the torn tag had swallowed.
      }
    }
    if (construct) add({ kind: "junk", fault: "torn", start: construct.start });
    construct = undefined;
    at = end;
    if (first && base + end > 0) add({ kind: "junk", fault: "unknown", start: 0 });
    pieces.push({ kind: "end", start: base + end });
  }

  /** Bytes before the first piece (a byte-order mark, white space) belong to it. */
  function add(piece: XmlPiece<Sink>): void {
    pieces.push(first ? { ...piece, start: 0 } : piece);
    first = false;
  }
}

const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/** FNV-1a over the bytes of a name; slots compare the name as well. */
function hashOfName(name: string): number {
  let hash = hashStart;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), hashFactor);
  return hash;
}
