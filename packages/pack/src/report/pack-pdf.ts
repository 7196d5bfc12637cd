import { zlib } from "@unmask/formats";

/**
 * Packs the objects of a printed paper. A tagged PDF has a small object for each paragraph and cell, written out, and a line of 20 bytes for each in its
 * table: more than half of a chronology. PDF 1.5 has object streams for that (ISO 32000-1, 7.5.7 and 7.5.8), which PDF/A-2 allows; every object keeps its
 * number and its bytes, so that what a reader shows and reads aloud is the same. The metadata stay as they are, as PDF/A wants.
 *
 * A file of another form than our typesetter's comes back as it is.
 */
export function packPdf(pdf: Uint8Array): Uint8Array {
  const file = readFile(pdf);
  if (file === undefined) return pdf;
  const out = createOutput();
  out.add(pdf.subarray(0, file.objects[0]?.start));
  const entries = new Map<number, Entry>();
  const loose: PdfObject[] = [];
  for (const one of file.objects) {
    if (one.isStream) {
      entries.set(one.number, [1, out.size(), 0]);
      out.add(pdf.subarray(one.start, one.end));
    } else loose.push(one);
  }
  let next = file.size;
  for (let at = 0; at < loose.length; at += objectsTogether) {
    const together = loose.slice(at, at + objectsTogether);
    for (const [i, { number }] of together.entries()) entries.set(number, [2, next, i]);
    entries.set(next, [1, out.size(), 0]);
    out.add(objectStream(next, together, pdf));
    next++;
  }
  const start = out.size();
  entries.set(next, [1, start, 0]);
  out.add(crossReferences(next, entries, file.trailer));
  out.add(bytesOf(`startxref\n${start}\n%%EOF`));
  return out.bytes();
}

/** Objects in one stream: a reader that wants one unpacks so many. */
const objectsTogether = 500;

/** A line of the table: its kind (1: at a place, 2: in a stream), the place or the stream, and which of its objects. */
type Entry = readonly [kind: number, place: number, index: number];

interface PdfObject {
  readonly number: number;
  /** From its number to behind its end. */
  readonly start: number;
  readonly end: number;
  /** Its own bytes, between `obj` and `endobj`. */
  readonly body: readonly [start: number, end: number];
  readonly isStream: boolean;
}

interface PdfFile {
  readonly objects: readonly PdfObject[];
  /** The first number that no object has. */
  readonly size: number;
  /** What the trailer says beside it. */
  readonly trailer: string;
}

/** Bytes at the end of a file that hold its trailer. */
const trailerSize = 1024;

function readFile(pdf: Uint8Array): PdfFile | undefined {
  const end = textOf(pdf, Math.max(0, pdf.length - trailerSize), pdf.length);
  const trailer = /trailer\s*<<\s*\/Size (\d+)\s([^]*)>>\s*startxref\s(\d+)\s%%EOF\s*$/.exec(end);
  if (trailer === null) return undefined;
  const [, size = "", rest = "", start = ""] = trailer;
  const starts = readTable(pdf, Number(start), Number(size));
  if (starts === undefined) return undefined;
  const sorted = [...starts].sort(([, a], [, b]) => a - b);
  const objects: PdfObject[] = [];
  for (const [i, [number, at]] of sorted.entries()) {
    const one = readObject(pdf, number, [at, sorted[i + 1]?.[1] ?? Number(start)]);
    if (one === undefined) return undefined;
    objects.push(one);
  }
  return objects.length === 0 ? undefined : { objects, size: Number(size), trailer: rest.trim() };
}

/** Bytes of a line of the table. */
const tableLine = 20;

/** Where each object begins. */
function readTable(pdf: Uint8Array, start: number, size: number): ReadonlyMap<number, number> | undefined {
  const head = `xref\n0 ${size}\n`;
  if (textOf(pdf, start, start + head.length) !== head) return undefined;
  const starts = new Map<number, number>();
  for (let number = 0; number < size; number++) {
    const at = start + head.length + number * tableLine;
    const line = /^(\d{10}) (\d{5}) ([fn])[ \r][\r\n]$/.exec(textOf(pdf, at, at + tableLine));
    if (line === null) return undefined;
    if (line[3] === "n" && line[2] !== "00000") return undefined;
    if (line[3] === "n") starts.set(number, Number(line[1]));
  }
  return starts;
}

function readObject(pdf: Uint8Array, number: number, [start, end]: readonly [number, number]): PdfObject | undefined {
  const opens = `${number} 0 obj\n`;
  const tail = /(\nendstream)?\nendobj\s*$/.exec(textOf(pdf, Math.max(start, end - 24), end));
  if (tail === null || textOf(pdf, start, start + opens.length) !== opens) return undefined;
  return { number, start, end, body: [start + opens.length, end - tail[0].length], isStream: tail[1] !== undefined };
}

function objectStream(number: number, objects: readonly PdfObject[], pdf: Uint8Array): Uint8Array {
  const bodies = createOutput();
  const places: string[] = [];
  for (const { number: own, body } of objects) {
    places.push(`${own} ${bodies.size()}`);
    bodies.add(pdf.subarray(...body)); // bounded: a start and an end
    bodies.add(bytesOf("\n"));
  }
  const index = bytesOf(`${places.join(" ")}\n`);
  const all = createOutput();
  all.add(index);
  all.add(bodies.bytes());
  return stream(number, `/Type /ObjStm /N ${objects.length} /First ${index.length}`, all.bytes());
}

function crossReferences(own: number, entries: ReadonlyMap<number, Entry>, trailer: string): Uint8Array {
  const width = 7;
  const table = new Uint8Array(width * (own + 1));
  const view = new DataView(table.buffer);
  for (let number = 0; number <= own; number++) {
    // A number that no object has is free, as the first always is.
    const [kind, place, index] = entries.get(number) ?? [0, 0, 0xffff];
    view.setUint8(number * width, kind);
    view.setUint32(number * width + 1, place);
    view.setUint16(number * width + 5, index);
  }
  return stream(own, `/Type /XRef /Size ${own + 1} /W [1 4 2] ${trailer}`, table);
}

function stream(number: number, says: string, bytes: Uint8Array): Uint8Array {
  const packed = zlib(bytes);
  const out = createOutput();
  out.add(bytesOf(`${number} 0 obj\n<<\n  ${says}\n  /Length ${packed.length}\n  /Filter /FlateDecode\n>>\nstream\n`));
  out.add(packed);
  out.add(bytesOf("\nendstream\nendobj\n\n"));
  return out.bytes();
}

interface Output {
  add(bytes: Uint8Array): void;
  size(): number;
  bytes(): Uint8Array;
}

function createOutput(): Output {
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    add(bytes) {
      pieces.push(bytes);
      size += bytes.length;
    },
    size: () => size,
    bytes() {
      const all = new Uint8Array(size);
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder("windows-1252").decode(bytes.subarray(start, end));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
