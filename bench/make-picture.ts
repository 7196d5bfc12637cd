import { crc32, deflateSync } from "node:zlib";
import { createRandom } from "../test/report/sample-report.ts";

/** In dots; the same seed gives the same noise. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

/** Coefficients in a block: a photograph of 12 million dots then has about 3 MB, as a phone writes it. */
const coefficients = 12;

/** A baseline JPEG of noise, coloured as a phone's are (4:2:0), the same for the same seed: it takes the room of a photograph wherever it is unpacked. */
export function makePhotograph({ width, height, seed }: PictureSize): Uint8Array {
  const random = createRandom(seed);
  const bits = createBits(Math.ceil((width * height) / 2));
  const block = (): void => {
    putNumber(bits, 4, Math.floor(random() * 5), random);
    for (let i = 0; i < coefficients; i++) putNumber(bits, 3, 1 + Math.floor(random() * 4), random);
    bits.put(0, 3);
  };
  const [across, down] = [Math.ceil(width / 16), Math.ceil(height / 16)];
  for (let i = 0; i < across * down * 6; i++) block();
  const dots = bits.end();
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xdb, [0, ...Array.from({ length: 64 }, () => 4)]),
      // The frame: three components, of the first four blocks for each of the others'.
      segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]),
      segment(0xc4, [0x00, ...codesOfLength(4, 5), 0, 1, 2, 3, 4]),
      segment(0xc4, [0x10, ...codesOfLength(3, 5), 0, 1, 2, 3, 4]),
      segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
      dots,
      Buffer.from([0xff, 0xd9]),
    ]),
  );
}

/** A number of so many bits behind the code for how many it has. */
function putNumber(bits: Bits, codeLength: number, size: number, random: () => number): void {
  bits.put(size, codeLength);
  if (size > 0) bits.put(Math.floor(random() * 2 ** size), size);
}

/** How many codes there are of each length: all of one. */
function codesOfLength(length: number, count: number): readonly number[] {
  return Array.from({ length: 16 }, (_, i) => (i + 1 === length ? count : 0));
}

function segment(marker: number, body: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]); // bounded: a head of a hundred bytes
}

interface Bits {
  put(value: number, length: number): void;
  end(): Uint8Array;
}

function createBits(room: number): Bits {
  const bytes = new Uint8Array(room);
  let size = 0;
  let held = 0;
  let count = 0;
  const put = (value: number, length: number): void => {
    held = (held << length) | value;
    count += length;
    while (count >= 8) {
      count -= 8;
      const byte = (held >> count) & 0xff;
      bytes[size++] = byte;
      // A byte of ones would read as a mark.
      if (byte === 0xff) bytes[size++] = 0;
    }
    held &= (1 << count) - 1;
  };
  return {
    put,
    end() {
      if (count > 0) put((1 << (8 - count)) - 1, 8 - count);
      return bytes.subarray(0, size);
    },
  };
}

/** A PNG of colours with transparency, in part noise and in part even, as a phone's picture of its own screen; the same for the same seed. */
export function makeScreenshot({ width, height, seed }: PictureSize): Uint8Array {
  const random = createRandom(seed);
  const line = 1 + 4 * width;
  const dots = Buffer.alloc(height * line, 0xf0);
  for (let y = 0; y < height; y++) {
    dots[y * line] = 0;
    for (let i = 1; y % 4 === 0 && i < line; i++) dots[y * line + i] = random() * 256;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Uint8Array.from(Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(dots)), chunk("IEND", Buffer.alloc(0))]));
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
