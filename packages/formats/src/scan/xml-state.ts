import type { XmlNames, XmlPiece, XmlSink } from "./xml-piece.ts";

/** Longest tag apart from its values, in bytes: stops a tag of a gigabyte of white space or attributes. */
export const maxTagHeld: number = 1024 * 1024;

/** A start tag on its way. */
export interface Tag<Sink extends XmlSink> {
  readonly name: string;
  readonly start: number;
  readonly values: (string | undefined)[];
  doubtful: boolean;
  overlong: boolean;
  sink: Sink | undefined;
  /** Where the next attribute (or the end of the tag) is looked for, in the window. */
  at: number;
  /** The value that outgrew the window, while it is read on. */
  longValue: LongValue | undefined;
}

/** A value that is read across windows. `slot`: the place of its attribute, as `slotByHash` tells it. */
export interface LongValue {
  readonly quote: number;
  readonly slot: number;
}

/** A declaration, comment or document type on its way to its terminator. */
export interface Construct {
  readonly what: "declaration" | "comment" | "document type";
  readonly start: number;
  terminator: string;
}

/** Where the scanner stands in a document: one plain object, made once, whose shape never changes (measured: closures were no faster). */
export interface XmlState<Sink extends XmlSink> {
  readonly names: XmlNames<Sink>;
  /** From the hash of an attribute's name to its place in `held`, or `streamedSlot`. */
  readonly slotByHash: ReadonlyMap<number, number>;
  readonly longestName: number;
  /** Short values seen before, by a hash of a few of their bytes. */
  readonly shortTexts: (string | undefined)[];
  /** The window: its bytes, the same as one character a byte, its place in the document, its length. */
  bytes: Uint8Array;
  text: string;
  base: number;
  end: number;
  /** No window follows. */
  ended: boolean;
  /** What the window at hand has given so far. */
  pieces: XmlPiece<Sink>[];
  /** What is being read across windows: a tag, a construct up to its terminator, junk up to the next known element, or nothing. */
  tag: Tag<Sink> | undefined;
  construct: Construct | undefined;
  inJunk: boolean;
  /** Where scanning goes on, in the window. */
  at: number;
  /** Nothing has been told yet. */
  first: boolean;
}

/** Slot of the streamed attribute, whose value goes to a sink. */
export const streamedSlot: number = -1;
/** Slot of an attribute that nobody wants. */
export const unwantedSlot: number = -2;

/** The state before the first byte. */
export function createXmlState<Sink extends XmlSink>(names: XmlNames<Sink>): XmlState<Sink> {
  const slotByHash = new Map<number, number>(names.held.map((name, slot) => [hashOfName(name), slot]));
  slotByHash.set(hashOfName(names.streamed), streamedSlot);
  return {
    names,
    slotByHash,
    // bounded: the few elements that the caller reads.
    longestName: Math.max(...names.elements.map((name) => name.length)),
    shortTexts: new Array<string | undefined>(1024).fill(undefined),
    bytes: new Uint8Array(),
    text: "",
    base: 0,
    end: 0,
    ended: false,
    pieces: [],
    tag: undefined,
    construct: undefined,
    inJunk: false,
    at: 0,
    first: true,
  };
}

/** Tells a piece. Bytes before the first (a byte-order mark, white space) belong to it. */
export function addPiece<Sink extends XmlSink>(state: XmlState<Sink>, piece: XmlPiece<Sink>): void {
  state.pieces.push(state.first ? { ...piece, start: 0 } : piece);
  state.first = false;
}

/** The name among `among` that stands at `i` of the window, followed by white space, `/` or `>`. */
export function knownNameAt<Sink extends XmlSink>(
  { bytes, text }: XmlState<Sink>,
  i: number,
  among: readonly string[],
): string | undefined {
  for (const name of among) {
    if (bytes[i] !== name.charCodeAt(0) || !text.startsWith(name, i)) continue;
    const after = bytes[i + name.length];
    if (after === gt || after === slash || (after !== undefined && classOfByte[after] === white)) return name;
  }
  return undefined;
}

/** `<` */
export const lt: number = 0x3c;
/** `>` */
export const gt: number = 0x3e;
/** `/` */
export const slash: number = 0x2f;

/** Class of a byte that may stand in a name. */
export const inName: number = 1;
/** Class of white space. */
export const white: number = 2;

/** The class of each byte: `inName`, `white`, or 0 for anything else. */
export const classOfByte: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) return white;
  return byte >= 0x80 || /[A-Za-z0-9_.:-]/.test(String.fromCharCode(byte)) ? inName : 0;
});

/** FNV-1a before the first byte of a name. */
export const hashStart: number = 0x811c9dc5 | 0;
/** FNV-1a's factor for each byte. */
export const hashFactor: number = 0x01000193;

/** FNV-1a over the bytes of a name; slots compare the name as well. */
function hashOfName(name: string): number {
  let hash = hashStart;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), hashFactor);
  return hash;
}
