import { type Sha256, parseSha256, reveal } from "@unmask/core";
import {
  type Frontier,
  type SignerKey,
  appendLeaf,
  base64ToBytes,
  bytesToBase64,
  bytesToText,
  emptyFrontier,
  isGoodSignature,
  leafHash,
  rootOf,
  signMessage,
  textToBytes,
} from "@unmask/seal";
import { isCovered, isWaitingPath, longestLog, longestLogLine } from "./layout.ts";

/**
 * The log of a vault (docs/formats/vault.md, "The log"): what stands in the folder, line by line, signed. Every line is a leaf of one Merkle tree,
 * and each signature covers all lines before it, so that the last good one speaks for the whole log.
 */

/** What a file is: its length in bytes, and the hash of them as they lie in the folder. */
export interface FileMark {
  readonly size: number;
  readonly sha256: Sha256;
}

/** One record: what stands at a path from now on, or that nothing does. */
export type LogRecord = { readonly path: string; readonly put: FileMark } | { readonly path: string; readonly gone: true };

/** What the records say of one path. */
export interface PathHistory {
  /** What stands there; absent where nothing does any more. */
  readonly now?: FileMark;
  /** What stood there before, the earliest first. */
  readonly before: readonly FileMark[];
}

/** A log as far as it is signed. Only a deed (deed.ts) makes it longer. */
export interface LogState {
  /** Bytes. */
  readonly length: number;
  /** All its lines. */
  readonly frontier: Frontier;
  readonly historyByPath: ReadonlyMap<string, PathHistory>;
  /** The records that the last signature signed: the one write that may not have come to its end. */
  readonly lastDeed: readonly LogRecord[];
}

/** A log without a line. */
export const emptyLog: LogState = { length: 0, frontier: emptyFrontier, historyByPath: new Map(), lastDeed: [] };

/** What reading a log came to. */
export interface LogReading {
  /** `holds`: signed to its end, or to where a write broke off. `altered`: something else stands behind its last good signature, or none is good. */
  readonly verdict: "holds" | "altered";
  /** Whether any of its signatures is good. */
  readonly isSigned: boolean;
  /** The log up to its last good signature: what is proved. */
  readonly state: LogState;
  /** Records behind the last good signature, of a write that broke off. */
  readonly unsigned: readonly LogRecord[];
  /** Something stands behind the last good signature, and is to be cut off. */
  readonly isCutNeeded: boolean;
}

/** Whose log it is. Without the signer's public key (32 bytes) the signature is not looked at. */
export interface LogOwner {
  readonly recipient: string;
  readonly publicKey?: Uint8Array;
}

/** Reads a log. */
export function readLog(bytes: Uint8Array, owner: LogOwner): LogReading {
  const { lines, rest } = linesOf(bytes.subarray(0, longestLog));
  const written: Signed[] = [];
  let frontier = emptyFrontier;
  let pending: LogRecord[] = [];
  let isBroken = bytes.length > longestLog;
  for (const { text, end } of lines) {
    const line = parseLine(text);
    if (line === undefined || ("signature" in line && (line.size !== frontier.size || pending.length === 0))) {
      isBroken = true;
      break;
    }
    const root = frontier;
    frontier = appendLeaf(frontier, leafHash(textToBytes(text)));
    if ("signature" in line) {
      written.push({ line, root, deed: pending, length: end, frontier });
      pending = [];
    } else pending.push(line);
  }
  const proved = written.slice(0, countGood(written, owner));
  const last = proved.at(-1);
  const isAllProved = proved.length === written.length;
  const historyByPath = new Map<string, { now?: FileMark; readonly before: FileMark[] }>();
  for (const { deed } of proved)
    for (const record of deed) {
      const { now, before } = historyByPath.get(record.path) ?? { before: [] };
      if (now !== undefined) before.push(now);
      historyByPath.set(record.path, "put" in record ? { now: record.put, before } : { before });
    }
  const state = last === undefined ? emptyLog : { length: last.length, frontier: last.frontier, historyByPath, lastDeed: last.deed };
  const tail = bytes.subarray(state.length);
  const isTorn = isBroken || !isAllProved ? hasHoles(tail) : rest === "" || isBeginningOfLine(rest) || hasHoles(tail);
  return {
    verdict: last !== undefined && isTorn ? "holds" : "altered",
    isSigned: last !== undefined,
    state,
    unsigned: isAllProved ? pending : [],
    isCutNeeded: tail.length > 0,
  };
}

/** How many signatures are good, from the first: a good one proves every line before it, so that those before it are good as well. */
function countGood(written: readonly Signed[], owner: LogOwner): number {
  const isGood = (count: number): boolean => {
    const one = written[count - 1];
    return one === undefined || isSignedBy(one, owner);
  };
  if (isGood(written.length)) return written.length;
  let [good, bad] = [0, written.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The lines of one write, signed, and the log with them. Throws for a path that no vault has: that is a bug. */
export function signDeed(
  state: LogState,
  records: readonly LogRecord[],
  { recipient, signer }: { readonly recipient: string; readonly signer: SignerKey },
): { readonly bytes: Uint8Array; readonly state: LogState } {
  if (records.length === 0 || !records.every(isKnownRecord)) throw new Error("a write of a vault has paths of a vault");
  let frontier = state.frontier;
  const lines = records.map(writeRecord);
  for (const line of lines) frontier = appendLeaf(frontier, leafHash(textToBytes(line)));
  const root = bytesToBase64(rootOf(frontier));
  const signature = bytesToBase64(signMessage(signedText(recipient, frontier.size, root), reveal(signer.seed)));
  const last = JSON.stringify({ size: frontier.size, root, signature });
  const bytes = textToBytes([...lines, last].map((line) => `${line}\n`).join(""));
  const historyByPath = new Map(state.historyByPath);
  for (const record of records) historyByPath.set(record.path, historyAfter(historyByPath.get(record.path), record));
  return {
    bytes,
    state: {
      length: state.length + bytes.length,
      frontier: appendLeaf(frontier, leafHash(textToBytes(last))),
      historyByPath,
      lastDeed: records,
    },
  };
}

/** Whether two marks are of the same bytes. */
export function isSameMark(one: FileMark | undefined, other: FileMark | undefined): boolean {
  return one?.size === other?.size && one?.sha256 === other?.sha256;
}

/** One write, as it is signed. */
interface Signed {
  readonly line: Signature;
  /** The lines that it signs. */
  readonly root: Frontier;
  /** The same and its own line. */
  readonly frontier: Frontier;
  /** Its records. */
  readonly deed: readonly LogRecord[];
  /** Bytes up to its end. */
  readonly length: number;
}

interface Signature {
  readonly size: number;
  readonly root: string;
  readonly signature: Uint8Array;
}

function isSignedBy({ line, root }: Signed, { recipient, publicKey }: LogOwner): boolean {
  const worked = bytesToBase64(rootOf(root));
  if (line.root !== worked) return false;
  return publicKey === undefined || isGoodSignature(line.signature, signedText(recipient, line.size, worked), publicKey);
}

/** What is signed. With a recipient of 62 letters it is longer than the 64 bytes of a file's signature (docs/formats/signature.md). */
function signedText(recipient: string, size: number, root: string): Uint8Array {
  return textToBytes(`notes log ${recipient}\n${size}\n${root}\n`);
}

const mark = String.raw`"size":(0|[1-9]\d{0,15}),"sha256":"([0-9a-f]{64})"`;
const putLine = new RegExp(String.raw`^\{"put":"([a-z0-9/.]{1,60})",${mark}\}$`);
const goneLine = /^\{"gone":"([a-z0-9/.]{1,60})"\}$/;
const signatureLine = /^\{"size":([1-9]\d{0,15}),"root":"([A-Za-z0-9+/]{43}=)","signature":"([A-Za-z0-9+/]{86}==)"\}$/;

function parseLine(text: string): LogRecord | Signature | undefined {
  if (text.length > longestLogLine) return undefined;
  const [, path = "", size = "", hash = ""] = putLine.exec(text) ?? [];
  const sha256 = parseSha256(hash);
  if (sha256 !== undefined) return known({ path, put: { size: Number(size), sha256 } });
  const [, gone] = goneLine.exec(text) ?? [];
  if (gone !== undefined) return known({ path: gone, gone: true });
  const [, lines = "", root = "", letters = ""] = signatureLine.exec(text) ?? [];
  const signature = letters === "" ? undefined : base64ToBytes(letters);
  return signature === undefined ? undefined : { size: Number(lines), root, signature };
}

function known(record: LogRecord): LogRecord | undefined {
  return isKnownRecord(record) ? record : undefined;
}

/** Of what waits the log says only that it was decided. */
function isKnownRecord(record: LogRecord): boolean {
  return isCovered(record.path) || ("gone" in record && isWaitingPath(record.path));
}

function writeRecord(record: LogRecord): string {
  return "put" in record
    ? JSON.stringify({ put: record.path, size: record.put.size, sha256: record.put.sha256 })
    : JSON.stringify({ gone: record.path });
}

function historyAfter(history: PathHistory | undefined, record: LogRecord): PathHistory {
  const before = [...(history?.before ?? []), ...(history?.now === undefined ? [] : [history.now])];
  return "put" in record ? { now: record.put, before } : { before };
}

interface Line {
  readonly text: string;
  /** Bytes of the log up to the end of this line, its line feed included. */
  readonly end: number;
}

const lineFeed = 0x0a;

/** The lines that end, and the text behind the last of them. A line that is no UTF-8 is one that no vault writes. */
function linesOf(bytes: Uint8Array): { readonly lines: readonly Line[]; readonly rest: string } {
  const lines: Line[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    lines.push({ text: textOf(bytes.subarray(start, end)), end: end + 1 });
    start = end + 1;
  }
  return { lines, rest: textOf(bytes.subarray(start)) };
}

function textOf(bytes: Uint8Array): string {
  return bytesToText(bytes.subarray(0, longestLogLine + 1)) ?? "\uFFFD";
}

/** Whether a text can be the beginning of a line: the only closing bracket of a line ends it. */
function isBeginningOfLine(text: string): boolean {
  return text.length <= longestLogLine && /^(?:\{(?:"[^}\uFFFD]*\}?)?)?$/.test(text);
}

/** Whether bytes of one write did not arrive: a disk that lost power shows noughts for them, and no line has one. One write has one signature. */
function hasHoles(tail: Uint8Array): boolean {
  return tail.includes(0) && linesOf(tail).lines.filter(({ text }) => signatureLine.test(text)).length <= 1;
}
