import fc from "fast-check";
import type { Source } from "@unmask/core";
import { expect, test } from "vitest";
import { type Encoding, encodingOf, maxLineBytes, readLines } from "./lines.ts";

const seed = 20_260_301;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly continues: boolean;
  readonly doubtful: boolean;
}

async function linesOf(bytes: Uint8Array, encoding: Encoding, most = Number.MAX_SAFE_INTEGER): Promise<Line[]> {
  const source: Source = { name: "x.txt", size: bytes.length, read: async (start, end) => bytes.slice(start, Math.min(end, start + most)) };
  const lines: Line[] = [];
  for await (const { text, count, textAt, block, byteAt, doubtful } of readLines(source, encoding)) {
    const { start, continues } = block;
    for (let i = 0; i < count; i++) {
      lines.push({
        text: text.slice(textAt[i], textAt[i + 1]),
        start: start + (byteAt[i] ?? -1),
        end: start + (byteAt[i + 1] ?? -1),
        continues: i === 0 && continues,
        doubtful: doubtful?.[i] === 1,
      });
    }
  }
  return lines;
}

test("whatever the bytes, lines follow each other without a gap and each is the text of its own bytes", async () => {
  const letters = fc.constantFrom(0x0a, 0x0d, 0x41, 0xc3, 0xa9, 0xe2, 0x80, 0x8e, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x00);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.array(letters, { maxLength: 200 }), async (noise, mixed) => {
      for (const bytes of [noise, Uint8Array.from(mixed)]) {
        const lines = await linesOf(bytes, "utf-8");
        expect(lines.map((line) => line.start)).toEqual([0, ...lines.map((line) => line.end)].slice(0, lines.length));
        expect(lines.at(-1)?.end ?? 0).toBe(bytes.length);
        for (const { text, start, end, doubtful } of lines) {
          const own = bytes.subarray(start, end);
          expect(text).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(own));
          expect(doubtful).toBe(!isUtf8(own));
          expect(own.indexOf(0x0a)).toBe(own.includes(0x0a) ? own.length - 1 : -1);
        }
      }
    }),
    { seed, numRuns: 300 },
  );
});

test("a line longer than the limit comes in pieces that cut no character in two, the same however reads are cut", async () => {
  const text = `short\n${"x"}${"😀".repeat(maxLineBytes / 2)}\nlast`;
  const bytes = new TextEncoder().encode(text);
  const whole = await linesOf(bytes, "utf-8");
  expect(whole.map((line) => line.text).join("")).toBe(text);
  expect(whole.filter((line) => line.continues).length).toBeGreaterThan(1);
  expect(whole.every((line) => !line.doubtful)).toBe(true);
  expect(await linesOf(bytes, "utf-8", 4099)).toEqual(whole);
});

test("a line break just behind the limit starts a line, not a piece", async () => {
  const text = `${"x".repeat(maxLineBytes - 1)}\n${"y".repeat(maxLineBytes)}\nz`;
  const lines = await linesOf(new TextEncoder().encode(text), "utf-8");
  expect(lines.map(({ text: line, continues }) => [line.length, continues])).toEqual([
    [maxLineBytes, false],
    [maxLineBytes, false],
    [1, true],
    [1, false],
  ]);
});

test.each(["utf-16le", "utf-16be"] as const)(
  "%s is read with the places of its bytes, also where its line feed spans no unit",
  async (encoding) => {
    const text = `\uFEFFone\r\n${"ਊ"} \u0a00 two 😀\n${"z".repeat(maxLineBytes)}\nlast`;
    const bytes = new Uint8Array(Buffer.from(text, "utf16le"));
    if (encoding === "utf-16be") Buffer.from(bytes.buffer).swap16();
    expect(encodingOf(bytes)).toBe(encoding);
    const lines = await linesOf(bytes, encoding, 1001);
    expect(lines.map((line) => line.text).join("")).toBe(text);
    let place = 0;
    for (const line of lines) {
      expect(line.start).toBe(place);
      place += line.text.length * 2;
      expect(line.end).toBe(place);
    }
  },
);

test("a U+FFFD that somebody wrote is no damage, a broken byte beside it is", async () => {
  const bytes = Uint8Array.from([0xef, 0xbf, 0xbd, 0x0a, 0xef, 0xbf, 0xbd, 0xff, 0x0a, 0x41]);
  expect((await linesOf(bytes, "utf-8")).map((line) => line.doubtful)).toEqual([false, true, false]);
  const wide = new Uint8Array(Buffer.from("\uFEFF\uFFFD\n\ud800\n", "utf16le"));
  expect((await linesOf(wide, "utf-16le")).map((line) => line.doubtful)).toEqual([false, true]);
});

test("a source that is shorter than it said ends where its bytes end", async () => {
  const source: Source = {
    name: "x",
    size: 100,
    read: async (start) => (start === 0 ? Uint8Array.from([0x61, 0x0a, 0x62]) : new Uint8Array(0)),
  };
  const ends: number[] = [];
  for await (const { block, byteAt, count } of readLines(source, "utf-8")) ends.push(block.start + (byteAt[count] ?? 0));
  expect(ends).toEqual([3]);
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
