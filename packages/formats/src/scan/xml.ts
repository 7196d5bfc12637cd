import type { Source } from "@unmask/core";
import { createByteWindow } from "./byte-window.ts";
import type { XmlFault, XmlNames, XmlPiece, XmlSink } from "./xml-piece.ts";
import {
  type Construct,
  type XmlState,
  addPiece,
  classOfByte,
  createXmlState,
  gt,
  inName,
  knownNameAt,
  lt,
  maxTagHeld,
  slash,
  white,
} from "./xml-state.ts";
import { beginTag, giveUpTag, scanTag } from "./xml-tag.ts";

/**
 * Elements and attributes of an XML document, with their positions in bytes, read as a stream.
 *
 * Not an XML parser: it knows the few elements it is told, expands no entity, and goes on after a mistake where a parser must stop. Every
 * byte belongs to one piece: a piece reaches from its `start` to the `start` of the next, white space after it included.
 *
 * [Note: One character a byte] The window is decoded as windows-1252, which gives one character for each byte, so positions in the text are
 * positions in bytes and plain values are cut out of it. Values that are not plain ASCII are decoded from their bytes as UTF-8.
 */

/** Bytes looked at in one go: what a batch makes dies young in the collector, while a megabyte at once was half as slow again (measured). */
const readSize = 32 * 1024;

/** Reads the pieces of a document, in batches. */
export async function* readXmlPieces<Sink extends XmlSink>(
  source: Source,
  names: XmlNames<Sink>,
): AsyncGenerator<readonly XmlPiece<Sink>[], void, undefined> {
  const window = createByteWindow(source, readSize);
  const state = createXmlState(names);
  let keepFrom = 0;
  do {
    await window.advance(keepFrom);
    const pieces = scanWindow(state, window.bytes, { base: window.base, ended: window.ended });
    keepFrom = state.base + keepFromInWindow(state);
    if (pieces.length > 0) yield pieces;
  } while (!window.ended);
}

const windows1252 = new TextDecoder("windows-1252");

/** The pieces that a window completes. */
function scanWindow<Sink extends XmlSink>(
  state: XmlState<Sink>,
  bytes: Uint8Array,
  { base, ended }: { readonly base: number; readonly ended: boolean },
): readonly XmlPiece<Sink>[] {
  const moved = state.base - base;
  state.at += moved;
  if (state.tag) state.tag.at += moved;
  state.bytes = bytes;
  state.base = base;
  state.end = bytes.length;
  state.ended = ended;
  state.text = windows1252.decode(bytes);
  state.pieces = [];
  scanToEnd(state);
  if (ended) finish(state);
  return state.pieces;
}

/** First place that the next window must still hold. */
function keepFromInWindow<Sink extends XmlSink>({ tag, at, base, end }: XmlState<Sink>): number {
  if (!tag) return at;
  if (tag.longValue) return tag.at;
  // The whole tag is kept while it is short, so that a missing quotation mark costs one record and not those it has swallowed.
  return tag.start >= base && end - (tag.start - base) <= maxTagHeld ? tag.start - base : tag.at;
}

function scanToEnd<Sink extends XmlSink>(state: XmlState<Sink>): void {
  while (scanNext(state)) {
    // Each turn makes or ends one piece; it stops when the window is used up.
  }
}

/** Makes progress by one step; false when more bytes are needed. */
function scanNext<Sink extends XmlSink>(state: XmlState<Sink>): boolean {
  if (state.tag) return scanTag(state, state.tag);
  if (state.construct) return scanConstruct(state, state.construct);
  if (state.inJunk) return scanJunk(state);
  state.at = skip(state, state.at, white);
  if (state.at >= state.end) return false;
  if (state.bytes[state.at] !== lt) return passByteOrderMark(state) ? true : beginJunk(state, "unknown");
  return scanMarkup(state);
}

function passByteOrderMark<Sink extends XmlSink>(state: XmlState<Sink>): boolean {
  const { base, at, bytes } = state;
  if (base + at !== 0 || bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return false;
  state.at = 3;
  return true;
}

/** At a `<` between elements. */
function scanMarkup<Sink extends XmlSink>(state: XmlState<Sink>): boolean {
  const { at, bytes, text, ended } = state;
  if (!ended && state.end - at < state.longestName + 10) return false;
  const next = bytes[at + 1];
  if (next === 0x3f) return beginConstruct(state, { what: "declaration", begins: 2, terminator: "?>" });
  if (next === 0x21 && text.startsWith("<!--", at)) return beginConstruct(state, { what: "comment", begins: 4, terminator: "-->" });
  if (next === 0x21 && text.startsWith("<!DOCTYPE", at))
    return beginConstruct(state, { what: "document type", begins: 9, terminator: ">" });
  if (next === slash) return scanCloseTag(state);
  const name = knownNameAt(state, at + 1, state.names.elements);
  if (name === undefined) return beginJunk(state, nameIsTorn(state, at + 1) ? "torn" : "unknown");
  beginTag(state, name);
  return true;
}

function scanCloseTag<Sink extends XmlSink>(state: XmlState<Sink>): boolean {
  const { at, end, ended, base } = state;
  const name = knownNameAt(state, at + 2, state.names.elements);
  if (name === undefined) return beginJunk(state, nameIsTorn(state, at + 2) ? "torn" : "unknown");
  const i = skip(state, at + 2 + name.length, white);
  if (i >= end) return ended || i - at > maxTagHeld ? beginJunk(state, ended ? "torn" : "overlong") : false;
  if (state.bytes[i] !== gt) return beginJunk(state, "malformed");
  addPiece(state, { kind: "close", name, start: base + at });
  state.at = i + 1;
  return true;
}

/** The document ends in the name that begins at `i`. */
function nameIsTorn<Sink extends XmlSink>(state: XmlState<Sink>, i: number): boolean {
  return state.ended && skip(state, i, inName) >= state.end;
}

/** The first place from `i` whose byte is not of a class. */
function skip<Sink extends XmlSink>({ bytes, end }: XmlState<Sink>, i: number, byteClass: number): number {
  let at = i;
  while (at < end && classOfByte[bytes[at] ?? 0] === byteClass) at++;
  return at;
}

function beginConstruct<Sink extends XmlSink>(
  state: XmlState<Sink>,
  { what, begins, terminator }: { readonly what: Construct["what"]; readonly begins: number; readonly terminator: string },
): true {
  state.construct = { what, start: state.base + state.at, terminator };
  state.at += begins;
  return true;
}

function scanConstruct<Sink extends XmlSink>(state: XmlState<Sink>, construct: Construct): boolean {
  if (construct.what === "document type" && construct.terminator === ">") enterSubset(state, construct);
  const { terminator } = construct;
  const found = state.text.indexOf(terminator, state.at);
  if (found < 0) {
    state.at = Math.max(state.at, state.end - terminator.length + 1);
    return false;
  }
  state.at = found + terminator.length;
  if (terminator === "]") {
    construct.terminator = ">";
    return true;
  }
  addPiece(state, { kind: "frame", what: construct.what, start: construct.start });
  state.construct = undefined;
  return true;
}

/** An internal subset of a document type: nothing in it is read, it ends at its bracket. */
function enterSubset<Sink extends XmlSink>(state: XmlState<Sink>, construct: Construct): void {
  const bracket = state.text.indexOf("[", state.at);
  const close = state.text.indexOf(">", state.at);
  if (bracket < 0 || (close >= 0 && close < bracket)) return;
  construct.terminator = "]";
  state.at = bracket + 1;
}

function beginJunk<Sink extends XmlSink>(state: XmlState<Sink>, fault: XmlFault): true {
  addPiece(state, { kind: "junk", fault, start: state.base + state.at });
  state.inJunk = true;
  state.at++;
  return true;
}

/** Looks for the next tag of a known element. */
function scanJunk<Sink extends XmlSink>(state: XmlState<Sink>): boolean {
  for (;;) {
    const found = state.text.indexOf("<", state.at);
    if (found < 0) {
      state.at = state.end;
      return false;
    }
    state.at = found;
    if (!state.ended && state.end - found < state.longestName + 3) return false;
    if (knownNameAt(state, state.bytes[found + 1] === slash ? found + 2 : found + 1, state.names.elements) !== undefined) {
      state.inJunk = false;
      return true;
    }
    state.at = found + 1;
  }
}

/** The document has ended: what is open is torn, but what it has swallowed is still read. */
function finish<Sink extends XmlSink>(state: XmlState<Sink>): void {
  while (state.tag) {
    giveUpTag(state, state.tag, { fault: "torn", where: state.end });
    scanToEnd(state);
  }
  if (state.construct) addPiece(state, { kind: "junk", fault: "torn", start: state.construct.start });
  state.construct = undefined;
  state.at = state.end;
  const size = state.base + state.end;
  if (state.first && size > 0) addPiece(state, { kind: "junk", fault: "unknown", start: 0 });
  state.pieces.push({ kind: "end", start: size });
}
