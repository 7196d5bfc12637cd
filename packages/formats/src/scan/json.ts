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

/** Where the scanner stands. One plain object of one shape, so that the engine knows each field's place. */
interface JsonScan {
  /** The brackets that are open, and what the plan says of each. */
  readonly kinds: Uint8Array;
  readonly nodes: (PlanNode | undefined)[];
  depth: number;
  /** What may come next, one of the numbers above. */
  state: number;
  /** What the plan says of the value that comes next. */
  upcoming: PlanNode | undefined;
  captured: OpenValue | undefined;
  section: OpenValue | undefined;
  /** A record that is read and waits for the border behind it. */
  pending: { readonly node: PlanNode; readonly start: number; readonly end: number } | undefined;
  damage: { readonly kind: JsonDamage; readonly start: number } | undefined;
  leads: { readonly lead: Lead; readonly depth: number }[];
  learning: { readonly node: PlanNode; readonly start: number; readonly brace: number } | undefined;
  stringStart: number;
  separatorAt: number;
  /** The next byte to look at, in the source. */
  position: number;
  /** The bytes at hand, and where in the source they begin. */
  bytes: Uint8Array;
  base: number;
  isLast: boolean;
  isFinished: boolean;
  pieces: JsonPiece[];
}

/** A value that the plan asks for and that has not ended. */
interface OpenValue {
  readonly node: PlanNode;
  readonly start: number;
  readonly depth: number;
}

function createJsonScanner(plan: JsonPlan): JsonScanner {
  const scan = startScan(planToNode(plan));
  return {
    push: (bytes, base, last) => takeBytes(scan, bytes, base, last),
    take: () => takePieces(scan),
    keepFrom: () => keepFrom(scan),
  };
}

function startScan(root: PlanNode): JsonScan {
  return {
    kinds: new Uint8Array(maxDepth),
    nodes: new Array<PlanNode | undefined>(maxDepth),
    depth: 0,
    state: awaitsValue,
    upcoming: root,
    captured: undefined,
    section: undefined,
    pending: undefined,
    damage: undefined,
    leads: [],
    learning: undefined,
    stringStart: 0,
    separatorAt: 0,
    position: 0,
    bytes: new Uint8Array(0),
    base: 0,
    isLast: false,
    isFinished: false,
    pieces: [],
  };
}

function takeBytes(scan: JsonScan, bytes: Uint8Array, base: number, isLast: boolean): void {
  scan.bytes = bytes;
  scan.base = base;
  scan.isLast = isLast;
  if (scan.position === 0) scan.position = byteOrderMarkLength(bytes);
}

function takePieces(scan: JsonScan): readonly JsonPiece[] {
  scan.pieces = [];
  if (!runs(scan) && scan.isLast && !scan.isFinished) {
    finishes(scan, scan.base + scan.bytes.length);
    scan.isFinished = true;
  }
  return scan.pieces;
}

function keepFrom({ position, pending, captured }: JsonScan): number {
  const from = position - maxLead;
  const start = pending?.start ?? captured?.start ?? from;
  return position - start > maxRecordBytes ? from : Math.min(from, start);
}

/** Runs through the bytes at hand, as far as one batch of pieces goes. False when it stopped for want of bytes. */
function runs(scan: JsonScan): boolean {
  const window = scan.bytes;
  const end = scan.base + window.length;
  while (scan.position < end) {
    if (scan.pieces.length >= mostPieces) return true;
    if (scan.state === inString || scan.state === inKey) runsThroughString(scan);
    else if (scan.state === inLiteral) {
      let i = scan.position - scan.base;
      while (i < window.length && isLiteral[window[i] ?? 0] === 1) i++;
      scan.position = scan.base + i;
      if (scan.position < end) valueEnds(scan, scan.position);
    } else if (scan.state === seeking) {
      if (!seeks(scan)) return false;
    } else if (scan.state === lost) scan.position = end;
    else {
      const byte = window[scan.position - scan.base] ?? 0;
      if (isBlank[byte] === 1) scan.position++;
      else takes(scan, byte, scan.position);
    }
  }
  return false;
}

/** Runs through a string up to its closing quote; `position` may come to lie one byte behind the window, after an escape. */
function runsThroughString(scan: JsonScan): void {
  const window = scan.bytes;
  const end = window.length;
  let i = scan.position - scan.base;
  while (i < end) {
    const byte = window[i] ?? 0;
    if (byte === quote) {
      scan.position = scan.base + i + 1;
      return scan.state === inKey ? keyEnds(scan, scan.position) : valueEnds(scan, scan.position);
    }
    i += byte === backslash ? 2 : 1;
  }
  scan.position = scan.base + i;
}

/** Takes one byte outside strings and literals. */
function takes(scan: JsonScan, byte: number, at: number): void {
  scan.position = at + 1;
  switch (scan.state) {
    case awaitsComma:
      if (byte === comma) return follows(scan, at);
      if (byte === closeObject) return closes(scan, openObject, at);
      if (byte === closeList) return closes(scan, openList, at);
      if (byte === openObject && isLenient(scan)) {
        follows(scan, at);
        return opens(scan, byte, at);
      }
      return fails(scan, "malformed", at);
    case awaitsKeyOrEnd:
    case awaitsKey:
      if (byte === closeObject && scan.state === awaitsKeyOrEnd) return closes(scan, openObject, at);
      if (byte !== quote) return fails(scan, "malformed", at);
      scan.stringStart = at;
      scan.state = inKey;
      return;
    case awaitsColon:
      if (byte !== colon) return fails(scan, "malformed", at);
      scan.state = awaitsValue;
      return;
    case afterRoot:
      return fails(scan, "malformed", at);
    default:
      return takesValue(scan, byte, at);
  }
}

function takesValue(scan: JsonScan, byte: number, at: number): void {
  if (byte === openObject || byte === openList) return opens(scan, byte, at);
  if (byte === closeList && (scan.state === awaitsValueOrEnd || isLenient(scan))) return closes(scan, openList, at);
  if (byte === comma && isLenient(scan)) return;
  if (byte !== quote && isLiteral[byte] !== 1) return fails(scan, "malformed", at);
  valueStarts(scan, at);
  scan.state = byte === quote ? inString : inLiteral;
}

/** In a list of records a comma too many or too few harms nobody. */
function isLenient(scan: JsonScan): boolean {
  return !scan.captured && scan.kinds[scan.depth - 1] === openList && scan.nodes[scan.depth - 1]?.item?.role === "record";
}

function follows(scan: JsonScan, at: number): void {
  scan.separatorAt = at;
  if (scan.kinds[scan.depth - 1] === openList) {
    if (!scan.captured) scan.upcoming = scan.nodes[scan.depth - 1]?.item;
    scan.state = awaitsValue;
  } else scan.state = awaitsKey;
}

function opens(scan: JsonScan, kind: number, at: number): void {
  const node = scan.captured ? undefined : scan.upcoming;
  valueStarts(scan, at);
  if (node && kind === openObject && scan.kinds[scan.depth - 1] === openList) learnsLead(scan, node, at);
  if (scan.depth === maxDepth) return fails(scan, "too-deep", at);
  scan.kinds[scan.depth] = kind;
  scan.nodes[scan.depth] = scan.captured ? undefined : node;
  scan.depth++;
  scan.separatorAt = at;
  if (kind === openList) scan.upcoming = scan.captured ? undefined : node?.item;
  scan.state = kind === openList ? awaitsValueOrEnd : awaitsKeyOrEnd;
}

function closes(scan: JsonScan, kind: number, at: number): void {
  if (scan.kinds[scan.depth - 1] !== kind) return fails(scan, "malformed", at);
  if (!scan.captured) flush(scan, at);
  scan.depth--;
  valueEnds(scan, at + 1);
}

function keyEnds(scan: JsonScan, after: number): void {
  scan.state = awaitsColon;
  if (scan.learning) learnsFirstKey(scan, after);
  if (scan.captured) return;
  const keys = scan.nodes[scan.depth - 1]?.keys;
  scan.upcoming =
    keys && keys.size > 0 && after - scan.stringStart <= maxLead ? keys.get(keyOf(slice(scan, scan.stringStart, after))) : undefined;
}

function valueStarts(scan: JsonScan, at: number): void {
  if (scan.captured) return;
  if (scan.pending) flush(scan, at);
  const node = scan.upcoming;
  if (!node) return;
  if (node.role === "record" || node.role === "value") scan.captured = { node, start: at, depth: scan.depth };
  else if (node.role === "section") scan.section = { node, start: at, depth: scan.depth };
  else if (node.role === "opening") scan.pieces.push({ piece: "opening", path: node.path, start: at });
}

function valueEnds(scan: JsonScan, after: number): void {
  scan.state = scan.depth === 0 ? afterRoot : awaitsComma;
  if (scan.captured) {
    if (scan.captured.depth !== scan.depth) return;
    const { node, start } = scan.captured;
    scan.captured = undefined;
    if (node.role === "record") scan.pending = { node, start, end: after };
    else if (after - start <= maxValueBytes)
      scan.pieces.push({ piece: "value", path: node.path, start, end: after, bytes: slice(scan, start, after) });
  } else if (scan.section && scan.section.depth === scan.depth) {
    scan.pieces.push({ piece: "section", path: scan.section.node.path, start: scan.section.start, end: after });
    scan.section = undefined;
  }
}

function flush(scan: JsonScan, until: number): void {
  if (!scan.pending) return;
  const { node, start, end } = scan.pending;
  scan.pending = undefined;
  if (end - start > maxRecordBytes) scan.pieces.push({ piece: "damage", damage: "too-long", start, until });
  else scan.pieces.push({ piece: "record", path: node.path, start, end, until, bytes: slice(scan, start, end) });
}

function fails(scan: JsonScan, kind: JsonDamage, at: number): void {
  const isRecord = scan.captured?.node.role === "record";
  const start = isRecord && scan.captured ? scan.captured.start : at;
  flush(scan, start);
  scan.damage = { kind, start };
  scan.leads = [];
  for (let d = scan.depth; d > 0; d--) {
    const lead = scan.kinds[d - 1] === openList ? scan.nodes[d - 1]?.item?.lead : undefined;
    if (lead) scan.leads.push({ lead, depth: d });
  }
  scan.captured = undefined;
  scan.section = undefined;
  scan.learning = undefined;
  scan.state = scan.leads.length > 0 ? seeking : lost;
  scan.position = Math.max(isRecord ? start + 1 : start, at - maxLead);
}

/** Looks for the nearest lead; true when found. Stops where a lead could be cut by the end of the window. */
function seeks(scan: JsonScan): boolean {
  const end = scan.bytes.length - (scan.isLast ? 0 : maxLead);
  for (let i = scan.bytes.indexOf(comma, scan.position - scan.base); i !== -1 && i < end; i = scan.bytes.indexOf(comma, i + 1)) {
    const found = scan.leads.find(({ lead }) => isAt(scan, lead.bytes, i));
    if (!found) continue;
    scan.depth = found.depth;
    scan.upcoming = scan.nodes[scan.depth - 1]?.item;
    scan.separatorAt = scan.base + i;
    scan.pieces.push({
      piece: "damage",
      damage: scan.damage?.kind ?? "malformed",
      start: scan.damage?.start ?? 0,
      until: scan.base + i + found.lead.brace,
    });
    scan.damage = undefined;
    scan.state = awaitsValue;
    scan.position = scan.base + i + 1;
    return true;
  }
  scan.position = Math.max(scan.position, scan.base + end);
  return false;
}

function isAt(scan: JsonScan, lead: Uint8Array, i: number): boolean {
  if (i + lead.length > scan.bytes.length) return false;
  for (let k = 1; k < lead.length; k++) if (scan.bytes[i + k] !== lead[k]) return false;
  return true;
}

/** White space with a line break is lead enough; without one the first key must help. */
function learnsLead(scan: JsonScan, node: PlanNode, brace: number): void {
  const start = scan.separatorAt;
  if (node.lead || brace + 1 - start > maxLead) return;
  if (slice(scan, start, brace).includes(0x0a)) node.lead = leadOf(scan, start, brace, brace + 1);
  else scan.learning = { node, start, brace };
}

function learnsFirstKey(scan: JsonScan, after: number): void {
  if (!scan.learning) return;
  const { node, start, brace } = scan.learning;
  scan.learning = undefined;
  if (after - start <= maxLead) node.lead = leadOf(scan, start, brace, after);
}

function leadOf(scan: JsonScan, start: number, brace: number, end: number): Lead {
  const lead = slice(scan, start, end).slice();
  lead[0] = comma; // Before the first element stands a bracket, before the others a comma.
  return { bytes: lead, brace: brace - start };
}

function slice(scan: JsonScan, start: number, end: number): Uint8Array {
  return scan.bytes.subarray(start - scan.base, end - scan.base);
}

function finishes(scan: JsonScan, at: number): void {
  if (scan.state === inLiteral && scan.depth === 0) valueEnds(scan, at);
  const complete = scan.state === afterRoot;
  if (scan.state === seeking || scan.state === lost) {
    scan.pieces.push({ piece: "damage", damage: scan.damage?.kind ?? "malformed", start: scan.damage?.start ?? at, until: at });
  } else if (scan.captured?.node.role === "record") {
    scan.pieces.push({ piece: "damage", damage: "truncated", start: scan.captured.start, until: at });
  } else if (scan.pending) flush(scan, scan.pending.end);
  scan.pieces.push({ piece: "end", at, complete });
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
