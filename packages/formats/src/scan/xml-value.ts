import type { XmlSink } from "./xml-piece.ts";
import { type LongValue, type Tag, type XmlState, streamedSlot, unwantedSlot } from "./xml-state.ts";
import { type XmlText, decodeXmlText } from "./xml-text.ts";

/** Longest wanted value, in bytes. A text message has a few kilobytes; a body of a gigabyte must not be held. */
const maxHeldValue = 1024 * 1024;
/** Longest value that is looked up among those seen before, in bytes. */
const shortValue = 24;

/** A value between its quotation marks, in the window. `plain`: ASCII without `&`. */
export interface FoundValue {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly plain: boolean;
}

/** Keeps or streams one wanted value. False when the attribute stands twice. */
export function takeValue<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>, { slot, from, to, plain }: FoundValue): boolean {
  if (slot === streamedSlot) return streamValue(state, tag, from, to);
  if (tag.values[slot] !== undefined) return false;
  if (to - from > maxHeldValue) {
    tag.overlong = true;
    return true;
  }
  if (plain && to - from <= shortValue) {
    tag.values[slot] = shortText(state, from, to);
    return true;
  }
  const decoded: XmlText = decodeXmlText(state.bytes.subarray(from, to), plain);
  tag.values[slot] = decoded.text;
  if (decoded.doubtful) tag.doubtful = true;
  return true;
}

function streamValue<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>, from: number, to: number): boolean {
  if (tag.sink) return false;
  tag.sink = state.names.createSink();
  tag.sink.write(state.bytes.subarray(from, to));
  return true;
}

/** A short plain value: most are the same few again and again (a number, a name, `null`, `1`), so they are looked up before they are made. */
function shortText<Sink extends XmlSink>({ bytes, text, shortTexts }: XmlState<Sink>, from: number, to: number): string {
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

/** Begins a value that has outgrown the window: `from` there to its end. False when the attribute stands twice. */
export function beginLongValue<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>, value: LongValue & { from: number }): boolean {
  const { quote, slot, from } = value;
  if (slot === streamedSlot) {
    if (!streamValue(state, tag, from, state.end)) return false;
  } else if (slot !== unwantedSlot) tag.overlong = true;
  tag.longValue = { quote, slot };
  tag.at = state.end;
  return true;
}

/** Reads a long value on. False when it goes on behind the window. */
export function scanLongValue<Sink extends XmlSink>(state: XmlState<Sink>, tag: Tag<Sink>, value: LongValue): boolean {
  const found = state.text.indexOf(String.fromCharCode(value.quote), tag.at);
  const to = found < 0 ? state.end : found;
  if (value.slot === streamedSlot) tag.sink?.write(state.bytes.subarray(tag.at, to));
  tag.at = found < 0 ? state.end : found + 1;
  if (found < 0) return false;
  tag.longValue = undefined;
  return true;
}
