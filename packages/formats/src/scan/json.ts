import type { Source } from "@unmask/core";
import { createByteWindow } from "./byte-window.ts";

/**
 * A JSON document too large to hold, read value by value: elements and values at stated paths come out with their exact byte offsets, and
 * everything else is passed over. Grammar: RFC 8259.
 *
 * [Note: Recovery by the lead] A damaged document breaks the grammar soon behind the damage: where a quote is lost, the next one is followed
 * by a letter instead of a comma. From there, and from a little before, the scanner looks for the lead of the next element: the comma, the
 * white space and the brace (in a document without line breaks also the first key) exactly as they stood before the first element of the
 * same list. Text cannot counterfeit a lead: inside a string a line break and a quotation mark are escaped. The nearest lead of any open list
 * wins, so that a damaged last message of one chat is never followed by messages of the next chat under the wrong name. Where a document
 * has no line breaks and a part of a message begins with the same key as a message, the reading may end early; the rest is then damage, said
 * as such.
 */

/** What to look for. A path names keys from the root, `[]` an element of a list: "chats.list[].messages[]"; "[]" when the root is a list. */
export interface JsonPlan {
  /** Elements handed out whole, one at a time. */
  readonly records: readonly string[];
  /** Small values handed out whole: names, ids. */
  readonly values?: readonly string[];
  /** Values of any size whose borders alone matter. */
  readonly sections?: readonly string[];
  /** Elements whose beginning alone matters. */
  readonly openings?: readonly string[];
}

/**
 * One find, in the order of the document. Offsets are absolute bytes, ends excluded. `bytes` are lent: they hold until the next piece batch is
 * asked for.
 */
export type JsonPiece =
  /** `until` is where the next element or the closing bracket stands: punctuation belongs to the record before it. */
  | {
      readonly piece: "record";
      readonly path: string;
      readonly start: number;
      readonly end: number;
      readonly until: number;
      readonly bytes: Uint8Array;
    }
  | { readonly piece: "value"; readonly path: string; readonly start: number; readonly end: number; readonly bytes: Uint8Array }
  | { readonly piece: "section"; readonly path: string; readonly start: number; readonly end: number }
  | { readonly piece: "opening"; readonly path: string; readonly start: number }
  | { readonly piece: "damage"; readonly damage: JsonDamage; readonly start: number; readonly until: number }
  /** The last piece. `complete` when the root value was closed. */
  | { readonly piece: "end"; readonly at: number; readonly complete: boolean };

/** What is wrong with a stretch of bytes. */
export type JsonDamage = "malformed" | "too-deep" | "too-long" | "truncated";

/** Bytes asked of the source at a time. */
const readSize = 1 << 18;
/** Longest record that is held: a document of one endless string must not fill the memory. The largest known message is about 100 KB. */
export const maxRecordBytes: number = 8 << 20;
/** Longest value that is held; a name or an id has no business being longer. */
const maxValueBytes = 1 << 16;
/** Most pieces handed out at a time: a list of a million noughts must not fill the memory with a million pieces. */
const mostPieces = 2048;
/** Deepest nesting: a document of brackets alone must not fill the memory, nor a parser's stack. Known exports stay below 12. */
const maxDepth = 256;
/** Longest lead of an element, and so the bytes kept behind the reading point. Longer white space is no layout that an exporter writes. */
const maxLead = 256;

/** Scans a source from its first byte to its last. Memory is bounded by the limits above, whatever the size of the source. */
export async function* scanJson(source: Source, plan: JsonPlan): AsyncGenerator<readonly JsonPiece[], void, undefined> {
  const scanner = createJsonScanner(plan);
  const window = createByteWindow(source, readSize);
  while (!window.ended) {
    await window.advance(Math.min(Math.max(scanner.keepFrom(), window.base), window.base + window.bytes.length));
    scanner.push(window.bytes, window.base, window.ended);
    for (let pieces = scanner.take(); pieces.length > 0; pieces = scanner.take()) yield pieces;
  }
}

/** Scans bytes that are in memory already, a record for instance. Offsets are from their beginning. */
export function scanJsonBytes(bytes: Uint8Array, plan: JsonPlan): readonly JsonPiece[] {
  const scanner = createJsonScanner(plan);
  scanner.push(bytes, 0, true);
  const all: JsonPiece[] = [];
  for (let pieces = scanner.take(); pieces.length > 0; pieces = scanner.take()) for (const piece of pieces) all.push(piece);
  return all;
}

interface PlanNode {
  readonly path: string;
  readonly keys: Map<string, PlanNode>;
  item: PlanNode | undefined;
  role: "record" | "value" | "section" | "opening" | undefined;
  /** Learned from the first element: see [Note: Recovery by the lead]. */
  lead: Lead | undefined;
}

interface Lead {
  readonly bytes: Uint8Array;
  /** Where in it the brace stands. */
  readonly brace: number;
}

interface JsonScanner {
  /** Hands in the next bytes; `base` is the absolute offset of the first. Bytes from `keepFrom()` on must be handed in again, in front. */
  push(bytes: Uint8Array, base: number, last: boolean): void;
  /** The next pieces in the bytes at hand, at most `mostPieces`; none when they are used up. */
  take(): readonly JsonPiece[];
  keepFrom(): number;
}

// What may come next.
const awaitsValue = 0;
const awaitsValueOrEnd = 1;
const awaitsKey = 2;
const awaitsKeyOrEnd = 3;
const awaitsColon = 4;
const awaitsComma = 5;
const inString = 6;
const inKey = 7;
const inLiteral = 8;
const afterRoot = 9;
const seeking = 10;
const lost = 11;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Letters, digits and signs that numbers and `true false null` are made of. What they spell is checked when a record is parsed. */
const isLiteral = new Uint8Array(256);
for (const letter of "+-.0123456789Eaeflnrstu") isLiteral[letter.charCodeAt(0)] = 1;
const isBlank = new Uint8Array(256);
for (const blank of " \t\n\r") isBlank[blank.charCodeAt(0)] = 1;

function createJsonScanner(plan: JsonPlan): JsonScanner {
  const root = planToNode(plan);
  const kinds = new Uint8Array(maxDepth);
  const nodes = new Array<PlanNode | undefined>(maxDepth);
  let depth = 0;
  let state = awaitsValue;
  let upcoming: PlanNode | undefined = root;
  let captured: { readonly node: PlanNode; readonly start: number; readonly depth: number } | undefined;
  let section: { readonly node: PlanNode; readonly start: number; readonly depth: number } | undefined;
  /** A record that is read and waits for the border behind it. */
  let pending: { readonly node: PlanNode; readonly start: number; readonly end: number } | undefined;
  let damage: { readonly kind: JsonDamage; readonly start: number } | undefined;
  let leads: { readonly lead: Lead; readonly depth: number }[] = [];
  let learning: { readonly node: PlanNode; readonly start: number; readonly brace: number } | undefined;
  let stringStart = 0;
  let separatorAt = 0;
  let position = 0;
  let bytes: Uint8Array = new Uint8Array(0);
  let base = 0;
  let isLast = false;
  let isFinished = false;
  let pieces: JsonPiece[] = [];

  function valueStarts(at: number): void {
    if (captured) return;
    if (pending) flush(at);
    const node = upcoming;
    if (!node) return;
    if (node.role === "record" || node.role === "value") captured = { node, start: at, depth };
    else if (node.role === "section") section = { node, start: at, depth };
    else if (node.role === "opening") pieces.push({ piece: "opening", path: node.path, start: at });
  }

  function valueEnds(after: number): void {
    state = depth === 0 ? afterRoot : awaitsComma;
    if (captured) {
      if (captured.depth !== depth) return;
      const { node, start } = captured;
      captured = undefined;
      if (node.role === "record") pending = { node, start, end: after };
      else if (after - start <= maxValueBytes)
        pieces.push({ piece: "value", path: node.path, start, end: after, bytes: slice(start, after) });
    } else if (section && section.depth === depth) {
      pieces.push({ piece: "section", path: section.node.path, start: section.start, end: after });
      section = undefined;
    }
  }

  function flush(until: number): void {
    if (!pending) return;
    const { node, start, end } = pending;
    pending = undefined;
    if (end - start > maxRecordBytes) pieces.push({ piece: "damage", damage: "too-long", start, until });
    else pieces.push({ piece: "record", path: node.path, start, end, until, bytes: slice(start, end) });
  }

  function opens(kind: number, at: number): void {
    const node = captured ? undefined : upcoming;
    valueStarts(at);
    if (node && kind === openObject && kinds[depth - 1] === openList) learnsLead(node, at);
    if (depth === maxDepth) return fails("too-deep", at);
    kinds[depth] = kind;
    nodes[depth] = captured ? undefined : node;
    depth++;
    separatorAt = at;
    if (kind === openList) upcoming = captured ? undefined : node?.item;
    state = kind === openList ? awaitsValueOrEnd : awaitsKeyOrEnd;
  }

  function closes(kind: number, at: number): void {
    if (kinds[depth - 1] !== kind) return fails("malformed", at);
    if (!captured) flush(at);
    depth--;
    valueEnds(at + 1);
  }

  /** In a list of records a comma too many or too few harms nobody. */
  function isLenient(): boolean {
    return !captured && kinds[depth - 1] === openList && nodes[depth - 1]?.item?.role === "record";
  }

  function follows(at: number): void {
    separatorAt = at;
    if (kinds[depth - 1] === openList) {
      if (!captured) upcoming = nodes[depth - 1]?.item;
      state = awaitsValue;
    } else state = awaitsKey;
  }

  function keyEnds(after: number): void {
    state = awaitsColon;
    if (learning) learnsFirstKey(after);
    if (captured) return;
    const keys = nodes[depth - 1]?.keys;
    upcoming = keys && keys.size > 0 && after - stringStart <= maxLead ? keys.get(keyOf(slice(stringStart, after))) : undefined;
  }

  /** White space with a line break is lead enough; without one the first key must help. */
  function learnsLead(node: PlanNode, brace: number): void {
    const start = separatorAt;
    if (node.lead || brace + 1 - start > maxLead) return;
    if (slice(start, brace).includes(0x0a)) node.lead = leadOf(start, brace, brace + 1);
    else learning = { node, start, brace };
  }

  function learnsFirstKey(after: number): void {
    if (!learning) return;
    const { node, start, brace } = learning;
    learning = undefined;
    if (after - start <= maxLead) node.lead = leadOf(start, brace, after);
  }

  function leadOf(start: number, brace: number, end: number): Lead {
    const lead = slice(start, end).slice();
    lead[0] = comma; // Before the first element stands a bracket, before the others a comma.
    return { bytes: lead, brace: brace - start };
  }

  function fails(kind: JsonDamage, at: number): void {
    const isRecord = captured?.node.role === "record";
    const start = isRecord && captured ? captured.start : at;
    flush(start);
    damage = { kind, start };
    leads = [];
    for (let d = depth; d > 0; d--) {
      const lead = kinds[d - 1] === openList ? nodes[d - 1]?.item?.lead : undefined;
      if (lead) leads.push({ lead, depth: d });
    }
    captured = undefined;
    section = undefined;
    learning = undefined;
    state = leads.length > 0 ? seeking : lost;
    position = Math.max(isRecord ? start + 1 : start, at - maxLead);
  }

  /** Looks for the nearest lead; true when found. Stops where a lead could be cut by the end of the window. */
  function seeks(): boolean {
    const end = bytes.length - (isLast ? 0 : maxLead);
    for (let i = bytes.indexOf(comma, position - base); i !== -1 && i < end; i = bytes.indexOf(comma, i + 1)) {
      const found = leads.find(({ lead }) => isAt(lead.bytes, i));
      if (!found) continue;
      depth = found.depth;
      upcoming = nodes[depth - 1]?.item;
      separatorAt = base + i;
      pieces.push({ piece: "damage", damage: damage?.kind ?? "malformed", start: damage?.start ?? 0, until: base + i + found.lead.brace });
      damage = undefined;
      state = awaitsValue;
      position = base + i + 1;
      return true;
    }
    position = Math.max(position, base + end);
    return false;
  }

  function isAt(lead: Uint8Array, i: number): boolean {
    if (i + lead.length > bytes.length) return false;
    for (let k = 1; k < lead.length; k++) if (bytes[i + k] !== lead[k]) return false;
    return true;
  }

  function slice(start: number, end: number): Uint8Array {
    return bytes.subarray(start - base, end - base);
  }

  function finishes(at: number): void {
    if (state === inLiteral && depth === 0) valueEnds(at);
    const complete = state === afterRoot;
    if (state === seeking || state === lost) {
      pieces.push({ piece: "damage", damage: damage?.kind ?? "malformed", start: damage?.start ?? at, until: at });
    } else if (captured?.node.role === "record") {
      pieces.push({ piece: "damage", damage: "truncated", start: captured.start, until: at });
    } else if (pending) flush(pending.end);
    pieces.push({ piece: "end", at, complete });
  }

  /** Takes one byte outside strings and literals. */
  function takes(byte: number, at: number): void {
    position = at + 1;
    switch (state) {
      case awaitsComma:
        if (byte === comma) return follows(at);
        if (byte === closeObject) return closes(openObject, at);
        if (byte === closeList) return closes(openList, at);
        if (byte === openObject && isLenient()) {
          follows(at);
          return opens(byte, at);
        }
        return fails("malformed", at);
      case awaitsKeyOrEnd:
      case awaitsKey:
        if (byte === closeObject && state === awaitsKeyOrEnd) return closes(openObject, at);
        if (byte !== quote) return fails("malformed", at);
        stringStart = at;
        state = inKey;
        return;
      case awaitsColon:
        if (byte !== colon) return fails("malformed", at);
        state = awaitsValue;
        return;
      case afterRoot:
        return fails("malformed", at);
      default:
        return takesValue(byte, at);
    }
  }

  function takesValue(byte: number, at: number): void {
    if (byte === openObject || byte === openList) return opens(byte, at);
    if (byte === closeList && (state === awaitsValueOrEnd || isLenient())) return closes(openList, at);
    if (byte === comma && isLenient()) return;
    if (byte !== quote && isLiteral[byte] !== 1) return fails("malformed", at);
    valueStarts(at);
    state = byte === quote ? inString : inLiteral;
  }

  /** Runs through a string up to its closing quote; `position` may come to lie one byte behind the window, after an escape. */
  function runsThroughString(): void {
    const window = bytes;
    const end = window.length;
    let i = position - base;
    while (i < end) {
      const byte = window[i] ?? 0;
      if (byte === quote) {
        position = base + i + 1;
        return state === inKey ? keyEnds(position) : valueEnds(position);
      }
      i += byte === backslash ? 2 : 1;
    }
    position = base + i;
  }

  /** Runs through the bytes at hand, as far as one batch of pieces goes. False when it stopped for want of bytes. */
  function runs(): boolean {
    const window = bytes;
    const end = base + window.length;
    while (position < end) {
      if (pieces.length >= mostPieces) return true;
      if (state === inString || state === inKey) runsThroughString();
      else if (state === inLiteral) {
        while (position < end && isLiteral[window[position - base] ?? 0] === 1) position++;
        if (position < end) valueEnds(position);
      } else if (state === seeking) {
        if (!seeks()) return false;
      } else if (state === lost) position = end;
      else {
        const byte = window[position - base] ?? 0;
        if (isBlank[byte] === 1) position++;
        else takes(byte, position);
      }
    }
    return false;
  }

  return {
    push(next, nextBase, last) {
      bytes = next;
      base = nextBase;
      isLast = last;
      if (position === 0) position = byteOrderMarkLength(bytes);
    },
    take() {
      pieces = [];
      if (!runs() && isLast && !isFinished) {
        finishes(base + bytes.length);
        isFinished = true;
      }
      return pieces;
    },
    keepFrom() {
      const from = position - maxLead;
      const start = pending?.start ?? captured?.start ?? from;
      return position - start > maxRecordBytes ? from : Math.min(from, start);
    },
  };
}

function byteOrderMarkLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function planToNode({ records, values = [], sections = [], openings = [] }: JsonPlan): PlanNode {
  const root = createNode("");
  for (const path of records) nodeAt(root, path).role = "record";
  for (const path of values) nodeAt(root, path).role = "value";
  for (const path of sections) nodeAt(root, path).role = "section";
  for (const path of openings) nodeAt(root, path).role = "opening";
  return root;
}

function createNode(path: string): PlanNode {
  return { path, keys: new Map(), item: undefined, role: undefined, lead: undefined };
}

function nodeAt(root: PlanNode, path: string): PlanNode {
  let node = root;
  for (const step of path.split(/\.|(?=\[\])/)) {
    if (step === "") continue;
    const below = node.path === "" || step === "[]" ? `${node.path}${step}` : `${node.path}.${step}`;
    let next = step === "[]" ? node.item : node.keys.get(step);
    if (!next) {
      next = createNode(below);
      if (step === "[]") node.item = next;
      else node.keys.set(step, next);
    }
    node = next;
  }
  return node;
}

const decoder = new TextDecoder();

/** A key with its quotes, escapes undone; one that is no JSON string matches no path. */
function keyOf(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (!text.includes("\\")) return text.slice(1, -1);
  try {
    return String(JSON.parse(text));
  } catch {
    return ""; // An escape that JSON does not know.
  }
}
