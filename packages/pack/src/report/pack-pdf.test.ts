import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packPdf } from "./pack-pdf.ts";

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** A file as our typesetter writes it, of these objects. */
function pdfOf(bodies: readonly string[], trailer = "/Root 1 0 R\n  /ID [(a) (a)]"): Uint8Array {
  let text = "%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n";
  const starts: number[] = [];
  for (const [i, body] of bodies.entries()) {
    starts.push(text.length);
    text += `${i + 1} 0 obj\n${body}\nendobj\n\n`;
  }
  const lines = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n\r\n`).join("");
  const size = bodies.length + 1;
  return latin1(
    `${text}xref\n0 ${size}\n0000000000 65535 f\r\n${lines}trailer\n<<\n  /Size ${size}\n  ${trailer}\n>>\nstartxref\n${text.length}\n%%EOF`,
  );
}

/** Reads a packed file as its standard says, from its last line on: every object by its number. */
function objectsOf(pdf: Uint8Array): ReadonlyMap<number, string> {
  const text = textOf(pdf);
  const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
  const streamAt = (at: number): { head: string; bytes: Buffer } => {
    const from = text.indexOf("stream\n", at) + 7;
    const head = text.slice(at, from);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    expect(text.slice(from + length, from + length + 18)).toBe("\nendstream\nendobj\n");
    return { head, bytes: inflateSync(pdf.subarray(from, from + length)) };
  };
  const table = streamAt(start);
  expect(table.head).toMatch(/\/Type \/XRef[^]*\/W \[1 4 2\][^]*\/Root 1 0 R[^]*\/ID \[\(a\) \(a\)\]/);
  const objects = new Map<number, string>();
  for (let number = 0; number < table.bytes.length / 7; number++) {
    const [kind, place, index] = [
      table.bytes.readUInt8(number * 7),
      table.bytes.readUInt32BE(number * 7 + 1),
      table.bytes.readUInt16BE(number * 7 + 5),
    ];
    if (kind === 1) {
      expect(text.startsWith(`${number} 0 obj\n`, place)).toBe(true);
      objects.set(number, text.slice(place + `${number} 0 obj\n`.length, text.indexOf("\nendobj", place)));
    } else if (kind === 2) {
      const { head, bytes } = streamAt(table.bytes.length / 7 - 1 === place ? start : table.bytes.readUInt32BE(place * 7 + 1));
      const first = Number(/\/First (\d+)/.exec(head)?.[1]);
      const places = bytes.toString("latin1", 0, first).trim().split(" ").map(Number);
      expect(places[index * 2]).toBe(number);
      const from = first + (places[index * 2 + 1] ?? 0);
      const until = places[index * 2 + 3];
      objects.set(number, bytes.toString("latin1", from, until === undefined ? bytes.length : first + until).trimEnd());
    } else expect(number).toBe(0);
  }
  return objects;
}

const page = "<<\n  /Type /Catalog\n  /Kids [2 0 R]\n>>";
const drawn = "<<\n  /Length 12\n>>\nstream\nq 1 endobj Q\nendstream";

describe("a printed paper, packed", () => {
  it("keeps every object under its number, byte for byte, streams where a reader finds them", () => {
    const bodies = [page, drawn, "[3 0 R]", ...Array.from({ length: 1_200 }, (_, i) => `<<\n  /Type /StructElem\n  /S /P\n  /K ${i}\n>>`)];
    const pdf = pdfOf(bodies);
    const packed = packPdf(pdf);
    expect(packed.length).toBeLessThan(pdf.length / 5);
    const objects = objectsOf(packed);
    for (const [i, body] of bodies.entries()) if (body !== drawn) expect(objects.get(i + 1)).toBe(body);
    expect(textOf(packed)).toContain(`2 0 obj\n${drawn}\nendobj`);
    expect(packPdf(pdf)).toEqual(packed);
  });

  it("is given back as it was where it is of another form, or packed already", () => {
    const pdf = textOf(pdfOf([page, drawn]));
    const others = [
      "",
      "%PDF-1.7",
      pdf.replace("%%EOF", ""),
      pdf.replace("xref\n0 3", "xref\n0 4"),
      pdf.replace("2 0 obj", "9 0 obj"),
      pdf.replace(" 00000 n", " 00001 n"),
      pdf.replace("endobj", "endbjo"),
      pdf.replace(/startxref\n\d+/, "startxref\n99999999"),
      textOf(packPdf(latin1(pdf))),
    ];
    for (const other of others) expect(textOf(packPdf(latin1(other)))).toBe(other);
  });
});
