import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cleanPicture } from "./clean-picture.ts";

const mostDots = 1_000_000;
const dot = new Uint8Array(readFileSync(new URL("../../../../fixtures/cases/few/exports/diary/the doll.jpg", import.meta.url)));

const bytesOf = (...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A JPEG with something put behind its first two bytes. */
const withSegment = (marker: number, body: Uint8Array): Uint8Array =>
  bytesOf(dot.subarray(0, 2), [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body, dot.subarray(2));

/** The same JPEG with bytes of its frame changed. */
function withFrame(change: (frame: Uint8Array) => void): Uint8Array {
  const bytes = dot.slice();
  change(bytes.subarray(Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]))));
  return bytes;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = bytesOf(latin1(name), body);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return bytesOf(length, named, sum);
}

/** A PNG of grey dots with a head that says any size. */
function png({ width = 2, height = 2, rows = 2, interlace = 0, more = [] as readonly Uint8Array[] } = {}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, interlace], 8);
  const dots = deflateSync(Buffer.alloc(rows * 3));
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return bytesOf(signature, chunk("IHDR", head), ...more, chunk("IDAT", dots), chunk("IEND", new Uint8Array()));
}

function exifThatSays(upright: number, little: boolean): Uint8Array {
  const big = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, upright, 0, 0, 0, 0, 0, 0];
  const small = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, upright, 0, 0, 0, 0, 0, 0, 0];
  return bytesOf(latin1("Exif\0\0"), little ? small : big);
}

describe("a picture for the paper", () => {
  it("keeps what makes the picture, and nothing that lay beside it", () => {
    for (const bytes of [
      dot,
      bytesOf(withSegment(0xe1, latin1("Exif\0\0the place")), latin1("a film")),
      withSegment(0xfe, latin1("a word")),
    ]) {
      const read = cleanPicture(bytes, mostDots);
      if ("not" in read) throw new Error(read.not);
      expect(read).toMatchObject({ format: "jpg", width: 1, height: 1, turned: false });
      expect(Buffer.from(read.bytes).toString("latin1")).not.toMatch(/JFIF|picture 1|place|film|word/);
    }
    const read = cleanPicture(png({ more: [chunk("tEXt", latin1("Comment\0the place")), chunk("eXIf", latin1("the place"))] }), mostDots);
    if ("not" in read) throw new Error(read.not);
    expect([...read.bytes]).toEqual([...png()]);
  });

  it("keeps which side is up, in either order of bytes", () => {
    for (const little of [true, false])
      for (const [upright, turned] of [
        [3, false],
        [6, true],
        [8, true],
      ] as const)
        // prettier-ignore
        expect(cleanPicture(withSegment(0xe1, exifThatSays(upright, little)), mostDots)).toMatchObject({ turned });
  });

  it("is measured by its head before anything is unpacked", () => {
    const huge = withFrame((frame) => frame.set([0xea, 0x60, 0xea, 0x60], 5));
    for (const bytes of [huge, png({ width: 60_000, height: 60_000 }), png({ width: 0 }), withFrame((frame) => frame.set([0, 0], 5))])
      expect(cleanPicture(bytes, 1e12)).toEqual({ not: "it has too many dots, or none" });
  });

  it("is none when it is cut short anywhere", () => {
    for (const whole of [dot, png()])
      for (let length = 0; length < whole.length; length++) expect(cleanPicture(whole.subarray(0, length), mostDots)).toHaveProperty("not");
  });

  it("is none by its name alone: a drawing, a document, a page", () => {
    for (const text of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7\n", "GIF89a", "<html>", ""])
      expect(cleanPicture(latin1(text), mostDots)).toEqual({ not: "its bytes are no JPEG and no PNG" });
  });

  it("is not printed when it moves, has the colours of a press, or more scans than a phone writes", () => {
    const other = { not: "it is of a kind that is not printed here" };
    expect(cleanPicture(png({ more: [chunk("acTL", new Uint8Array(8))] }), mostDots)).toEqual(other);
    expect(
      cleanPicture(
        withFrame((frame) => frame.set([4], 9)),
        mostDots,
      ),
    ).toEqual(other);
    expect(
      cleanPicture(
        withFrame((frame) => frame.set([12], 4)),
        mostDots,
      ),
    ).toEqual(other);
    const scan = dot.subarray(Buffer.from(dot).indexOf(Buffer.from([0xff, 0xda])), -2);
    expect(cleanPicture(bytesOf(dot.subarray(0, -2), ...Array.from({ length: 200 }, () => scan), [0xff, 0xd9]), mostDots)).toEqual(other);
  });

  it("is not printed when it is made of more pieces than any phone writes, however small they are", () => {
    const empty = Buffer.alloc(4 * 60_000, Buffer.from([0xff, 0xdd, 0, 2]));
    expect(cleanPicture(Buffer.concat([dot.subarray(0, 2), empty, dot.subarray(2)]), mostDots)).toHaveProperty("not");
    const none = Buffer.from(chunk("IDAT", new Uint8Array()));
    const many = Buffer.alloc(none.length * 60_000, none);
    const [head, rest] = [png().subarray(0, 33), png().subarray(33)];
    expect(cleanPicture(Buffer.concat([head, none, rest]), mostDots)).toHaveProperty("format", "png");
    expect(cleanPicture(Buffer.concat([head, many, rest]), mostDots)).toEqual({ not: "it is of a kind that is not printed here" });
  });

  it("is damaged when its dots are more or fewer than its head says, or a sum is wrong", () => {
    const damaged = { not: "its bytes are damaged" };
    const wrongSum = png();
    wrongSum[wrongSum.length - 20] = (wrongSum[wrongSum.length - 20] ?? 0) ^ 1;
    for (const bytes of [png({ rows: 1 }), png({ rows: 500_000 }), png({ width: 9, interlace: 1 }), wrongSum])
      expect(cleanPicture(bytes, mostDots)).toEqual(damaged);
    // Interlaced, two by two: one dot in the first pass, one in the sixth, two in the seventh.
    expect(cleanPicture(png({ interlace: 1, rows: 7 / 3 }), mostDots)).toHaveProperty("format", "png");
  });

  it("throws for no bytes, whatever is changed in them", () => {
    for (const whole of [dot, png(), withSegment(0xe1, exifThatSays(6, true))])
      for (let at = 0; at < whole.length; at++)
        for (const value of [0, 1, 0x7f, 0xff]) {
          const changed = whole.slice();
          changed[at] = value;
          expect(() => cleanPicture(changed, mostDots)).not.toThrow();
        }
  });
});
