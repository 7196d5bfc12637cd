import { crc32, deflateSync } from "node:zlib";

/** What a PNG of this folder is made of. */
export interface PngParts {
  readonly width: number;
  readonly height: number;
  /** Of each dot. */
  readonly bits: 4 | 8;
  /** Red, green and blue of each colour; greys without it. */
  readonly palette?: Uint8Array;
  /** Each line behind a byte 0: no filter. */
  readonly lines: Uint8Array;
}

/** The bytes of the file. */
export function writePng({ width, height, bits, palette, lines }: PngParts): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, palette === undefined ? 0 : 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    ...(palette === undefined ? [] : [chunk("PLTE", Buffer.from(palette))]),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
