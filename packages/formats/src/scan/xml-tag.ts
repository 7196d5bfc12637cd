import type { XmlFault, XmlSink } from "./xml-piece.ts";
import {
  type Tag,
  type XmlState,
  addPiece,
  classOfByte,
  gt,
  hashFactor,
  hashStart,
  inName,
  knownNameAt,
  maxTagHeld,
  slash,
  streamedSlot,
  unwantedSlot,
  white,
} from "./xml-state.ts";
import { beginLongValue, scanLongValue, takeValue } from "./xml-value.ts";

const equals = 0x3d;
const amp = 0x26;

/** Begins the start tag of the element `name`, whose `<` stands at `state.at`. */
export function beginTag<Sink extends XmlSink>(state: XmlState<Sink>, name: string): void {
  state.tag = {
    name,
    start: state.base + state.at,
    values: new Array<string | undefined>(state.names.held.length).fill(undefined),
    doubtful: false,
    overlong: false,
    sink: undefined,
    at: state.at + 1 + name.length,
    longValue: undefined,
  };
}

/**
 * Reads attributes up to the end of the tag; false when more bytes are needed. `tag.at` moves only over whole attributes, so that it can go
 * on in the next window.
 */
export function scanTag<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>): boolean {
  if (tag.longValue && !scanLongValue(state, tag, tag.longValue)) return false;
  // Locals, because a field costs a load for each byte (measured: a third of the whole).
  const held = state.bytes;
  const stop = state.end;
  for (;;) {
    let i = tag.at;
    let byte = 0;
    while (i < stop && classOfByte[(byte = held[i] ?? 0)] === white) i++;
    if (i >= stop) return wantMore(state, tag);
    if (byte === gt) return endTag(state, tag, { after: i + 1, empty: false });
    if (byte === slash) {
      if (i + 1 >= stop) return wantMore(state, tag);
      return held[i + 1] === gt
        ? endTag(state, tag, { after: i + 2, empty: true })
        : giveUpTag(state, tag, { fault: "malformed", where: i + 1 });
    }
    if (i === tag.at) return giveUpTag(state, tag, { fault: "malformed", where: i });
    let hash = hashStart;
    const nameStart = i;
    while (i < stop && classOfByte[(byte = held[i] ?? 0)] === inName) {
      hash = Math.imul(hash ^ byte, hashFactor);
      i++;
    }
    const nameEnd = i;
    while (i < stop && classOfByte[(byte = held[i] ?? 0)] === white) i++;
    if (i >= stop) return wantMore(state, tag);
    if (byte !== equals || nameEnd === nameStart) return giveUpTag(state, tag, { fault: "malformed", where: i });
    i++;
    while (i < stop && classOfByte[(byte = held[i] ?? 0)] === white) i++;
    if (i >= stop) return wantMore(state, tag);
    if (byte !== 0x22 && byte !== 0x27) return giveUpTag(state, tag, { fault: "malformed", where: i });
    const quote = byte;
    const valueStart = ++i;
    const slot = slotOfName(state, hash, { from: nameStart, to: nameEnd });
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
    if (i >= stop) return wantMoreOfValue(state, tag, { quote, slot, from: valueStart });
    if (slot !== unwantedSlot && !takeValue(state, tag, { slot, from: valueStart, to: i, plain: seen < 0x80 && !references })) {
      return giveUpTag(state, tag, { fault: "malformed", where: i });
    }
    tag.at = i + 1;
  }
}

function slotOfName<Sink extends XmlSink>(
  { names, slotByHash, text }: XmlState<Sink>,
  hash: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const slot = slotByHash.get(hash);
  if (slot === undefined) return unwantedSlot;
  const name = slot === streamedSlot ? names.streamed : names.held[slot];
  return name !== undefined && name.length === to - from && text.startsWith(name, from) ? slot : unwantedSlot;
}

function wantMore<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>): boolean {
  if (state.ended) return false;
  // Nothing but names and white space since the last attribute, and too much of it.
  if (state.end - tag.at > maxTagHeld) return giveUpTag(state, tag, { fault: "overlong", where: state.end - 1 });
  return false;
}

/** The window ends inside a value. A long one is taken in pieces, the rest of the tag waits. */
function wantMoreOfValue<Sink extends XmlSink>(
  state: XmlState<Sink>,
  tag: Tag<Sink>,
  value: { readonly quote: number; readonly slot: number; readonly from: number },
): boolean {
  if (state.ended || state.end - tag.at <= maxTagHeld) return false;
  return beginLongValue(state, tag, value) ? false : giveUpTag(state, tag, { fault: "malformed", where: state.end - 1 });
}

function endTag<Sink extends XmlSink>(
  state: XmlState<Sink>,
  tag: Tag<Sink>,
  { after, empty }: { readonly after: number; readonly empty: boolean },
): true {
  state.tag = undefined;
  state.at = after;
  const { name, start, values, doubtful, sink } = tag;
  if (tag.overlong) addPiece(state, { kind: "junk", fault: "overlong", start });
  else addPiece(state, { kind: "open", name, start, values, doubtful, sink, empty });
  return true;
}

/** Ends a tag that is none, and goes on at the record that a missing quotation mark has made it swallow, else at the next known element. */
export function giveUpTag<Sink extends XmlSink>(
  state: XmlState<Sink>,
  tag: Tag<Sink>,
  { fault, where }: { readonly fault: XmlFault; readonly where: number },
): true {
  state.tag = undefined;
  addPiece(state, { kind: "junk", fault, start: tag.start });
  state.inJunk = true;
  state.at = swallowedRecord(state, tag.start - state.base + 1, where) ?? where;
  return true;
}

function swallowedRecord<Sink extends XmlSink>(state: XmlState<Sink>, from: number, to: number): number | undefined {
  if (from <= 0) return undefined;
  const { text, names } = state;
  for (let i = text.indexOf("<", from); i >= 0 && i < to; i = text.indexOf("<", i + 1)) {
    if (knownNameAt(state, i + 1, names.records) !== undefined) return i;
  }
  return undefined;
}
