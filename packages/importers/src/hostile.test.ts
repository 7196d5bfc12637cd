import type { Reading, Source } from "@unmask/core";
import fc from "fast-check";
import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Fixture, listFixtures, optionsOf, sourceOf, sourcesOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { overlappingZip, rawZip } from "../../../fixtures/importers/raw-zip.ts";
import { importers } from "./index.ts";
import type { ImportStep } from "./read-sources.ts";

/** Files made to hurt: they end as readings with a reason, in bounded memory, and take nothing else with them. */

const mebibyte = 1024 * 1024;
/** Memory that an import may take beyond what the test itself holds. */
const mostGrowth = 220 * mebibyte;

const said = { folder: "/nowhere", importer: "", name: "", also: [] };

function readAll(sources: readonly Source[]): Promise<ImportStep[]> {
  return stepsOf(sources, optionsOf(said, importers));
}

function readingsIn(steps: readonly ImportStep[]): Reading[] {
  for (const step of steps) if ("fault" in step) throw new Error(`${step.fault.importer} threw`, { cause: step.fault.error });
  return steps.flatMap((step) => ("readings" in step ? [...step.readings] : []));
}

function reasonsIn(steps: readonly ImportStep[]): string[] {
  return readingsIn(steps).flatMap((reading) => ("unread" in reading ? [reading.unread.reason] : []));
}

/** Reads while the memory of the process is watched; the highest growth in bytes, with how many readings of each sort came. */
async function watched(
  sources: readonly Source[],
): Promise<{ growth: number; acts: number; unread: number; kept: number; notices: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = () => void (peak = Math.max(peak, process.memoryUsage().rss));
  const timer = setInterval(look, 5);
  const counts = { acts: 0, unread: 0, kept: 0, notices: 0 };
  const { readSources } = await import("./read-sources.ts");
  for await (const step of readSources(sources, optionsOf(said, importers))) {
    look();
    if ("fault" in step) throw new Error(`${step.fault.importer} threw`, { cause: step.fault.error });
    if (!("readings" in step)) continue;
    for (const reading of step.readings) {
      if ("act" in reading) counts.acts++;
      else if ("unread" in reading) counts.unread++;
      else if ("notice" in reading) counts.notices++;
      else counts.kept++;
    }
  }
  clearInterval(timer);
  return { growth: peak - before, ...counts };
}

/** Deflated zeros, `size` bytes of them, without ever holding them: one packed stretch, written again and again. */
function packedZeros(size: number): Uint8Array {
  const stretch = deflateRawSync(new Uint8Array(16 * mebibyte), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(new Uint8Array(0));
  return Buffer.concat([...Array.from({ length: size / (16 * mebibyte) }, () => stretch), end]);
}

test("a zip bomb is stopped by what comes out of it, and the file beside it is read", async () => {
  const bomb = { name: "bomb.txt", packed: packedZeros(2048 * mebibyte), claims: { size: 2048 * mebibyte, crc: 0 } };
  const bytes = rawZip([bomb, { name: "beside.txt", data: "" }]);
  const { growth, unread, kept } = await watched([sourceOf("export.zip", bytes), sourceOf("loose.bin", Uint8Array.of(1))]);
  expect({ unread, kept }).toEqual({ unread: 1, kept: 2 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a bomb that claims to be small is stopped at its claim", async () => {
  const bytes = rawZip([{ name: "bomb.txt", packed: packedZeros(512 * mebibyte), claims: { size: 10, crc: 0 } }]);
  expect(reasonsIn(await readAll([sourceOf("e.zip", bytes)]))).toEqual([
    expect.stringMatching(/“bomb.txt” is not as long as the archive says/),
  ]);
});

test("a bomb in many small members is stopped as one", async () => {
  const packed = packedZeros(32 * mebibyte);
  const members = Array.from({ length: 30 }, (_, i) => ({ name: `${i}.bin`, packed, claims: { size: 32 * mebibyte, crc: 0 } }));
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", rawZip(members))]));
  expect(reasons.filter((reason) => reason.includes("unpacks to far more")).length).toBeGreaterThan(15);
});

test("a zip of five thousand files and folders is walked", async () => {
  const members = Array.from({ length: 5000 }, (_, i) => ({ name: `folder ${i}/note.txt`, data: "x", method: 0 }));
  const { growth, kept } = await watched([sourceOf("e.zip", rawZip(members))]);
  expect(kept).toBe(5000);
  expect(growth).toBeLessThan(2 * mostGrowth);
});

test("a zip whose 25,000 files lie over each other is not unpacked again and again, and each is named", async () => {
  const reasons = reasonsIn(await readAll([sourceOf("e.zip", overlappingZip(25_000))]));
  expect(reasons.filter((reason) => reason.includes("lies over the bytes of another file"))).toHaveLength(24_999);
});

test.each([0, 8])("a zip of 200,000 empty files takes little memory, and what is over the limit is told (method %i)", async (method) => {
  const packed = method === 0 ? Buffer.alloc(0) : deflateRawSync("");
  const bytes = rawZip(Array.from({ length: 200_000 }, (_, i) => ({ name: `${i}.txt`, packed, method })));
  const { growth, kept, unread } = await watched([sourceOf("e.zip", bytes)]);
  expect({ kept, unread }).toEqual({ kept: 50_000, unread: 1 });
  expect(growth).toBeLessThan(mostGrowth);
});

test("a file that claims ten gigabytes and holds nothing ends at once", async () => {
  const empty: Source = { name: "x.txt", size: 10 * 1024 ** 3, read: async () => new Uint8Array(0) };
  expect(readingsIn(await readAll([empty, { ...empty, name: "x.zip" }]))).toMatchObject([{ kept: { size: 0 } }, { kept: { size: 0 } }]);
});

test("thousands of long names in one chat keep none of the text around them", async () => {
  const filler = Buffer.from(`[14/06/2025, 20:01:00] Sam: ${"x".repeat(4096)} 😀\r\n`.repeat(4));
  const long = "y".repeat(20_000);
  const names = Array.from({ length: 5000 }, (_, i) => `[14/06/2025, 20:01:00] A name longer than most ${i}: ${long} 😀\r\n`);
  const chat = Buffer.concat(names.flatMap((line) => [Buffer.from(line), filler]));
  const { growth, acts } = await watched([sourceOf("_chat.txt", chat)]);
  expect(acts).toBe(25_000);
  expect(growth).toBeLessThan(mostGrowth);
});

test("names with scripts, line breaks and climbing paths come out as one label in one line", async () => {
  const names = ["<script>alert(1)</script>.txt", "../../../x", "a\nb", "=cmd|' /C calc'!A0", "\u202Egpj.exe"];
  const bytes = rawZip(names.map((name) => ({ name, data: "x" })));
  const readings = readingsIn(await readAll([sourceOf("e.zip", bytes)]));
  expect(readings).toHaveLength(names.length);
  for (const reading of readings) expect(JSON.stringify(reading)).not.toMatch(/[\n\u202E]/);
});

/** The first part of a file of each kind that a giant line can grow from, and how it goes on for ever. */
const giants: readonly { readonly name: string; readonly head: string; readonly fill: string; readonly beside?: readonly Source[]; readonly most?: number }[] = [
  { name: "_chat.txt", head: "[14/02/2026, 21:15:09] Sam: hello\n[14/02/2026, 21:16:09] Sam: ", fill: "a" },
  { name: "sms.xml", head: `<?xml version='1.0' encoding='UTF-8'?>\n<smses count="1">\n<sms protocol="0" address="07700900123" date="1771103709000" type="1" body="`, fill: "a" },
  { name: "result.json", head: `{"name":"Sam","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2026-02-14T21:15:09","date_unixtime":"1771103709","from":"Sam","from_id":"user1","text":"`, fill: "a" },
  { name: "inbox.mbox", head: "From - Sat Feb 14 21:15:09 2026\nFrom: sam@example.org\nTo: me@example.com\nDate: Sat, 14 Feb 2026 21:15:09 +0000\nSubject: x\n\n", fill: "a", most: 3 * mostGrowth }, // A mail is read whole up to 48 MiB, and its parser holds it several times.
  {
    name: "list.csv",
    head: "when,who,what\n2026-02-14,Sam,",
    fill: "a",
    beside: [sourceOf("list.csv.columns.json", new TextEncoder().encode(JSON.stringify({ zone: "UTC", columns: { when: "when", who: "who", what: "what" }, fixed: { kind: "message", channel: "other" } })))],
  },
  { name: "nothing.txt", head: "", fill: "\0" },
]; // prettier-ignore

describe.each(giants)("one line of 256 MiB in $name", ({ name, head, fill, beside = [], most = mostGrowth }) => {
  test("takes bounded memory and every byte is told", async () => {
    const { growth, ...counts } = await watched([endless(name, head, fill, 256 * mebibyte), ...beside]);
    expect(growth).toBeLessThan(most);
    expect(counts.acts + counts.unread + counts.notices + counts.kept).toBeGreaterThan(0);
  });
});

test("one line of a gigabyte in a table is unread in bounded memory", async () => {
  const giant = giants.find(({ name }) => name === "list.csv");
  if (!giant) throw new Error("no table");
  const { growth, unread } = await watched([endless(giant.name, `${giant.head}"`, "a", 1024 * mebibyte), ...(giant.beside ?? [])]);
  expect(unread).toBeGreaterThan(0);
  expect(growth).toBeLessThan(mostGrowth);
});

const fixtures = listFixtures();

/** Samples small enough to be broken a few hundred times. */
const small = fixtures.filter((fixture) => sourcesOf(fixture).reduce((sum, source) => sum + source.size, 0) < 100_000);

test("samples with bytes changed, cut out, doubled or put in never make an importer throw or lose a byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...small), fc.array(damage, { minLength: 1, maxLength: 6 }), async (fixture, damages) => {
      const sources = await Promise.all(sourcesOf(fixture).map((source) => damagedBy(source, damages)));
      const steps = await stepsOf(sources, optionsOf(fixture, importers));
      for (const reading of readingsIn(steps)) {
        if ("unread" in reading) expect(reading.unread.reason, nameOf(fixture)).not.toMatch(/^Our reader/);
      }
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

test("bytes that begin like a sample and go on in any way never make an importer throw", async () => {
  const heads = await Promise.all(
    small.flatMap(sourcesOf).map(async (source) => ({ name: source.name, bytes: await source.read(0, 600) })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.nat(600), fc.uint8Array({ maxLength: 2000 }), async ({ name, bytes }, keep, rest) => {
      const source = sourceOf(name, Uint8Array.of(...bytes.subarray(0, keep), ...rest));
      for (const reason of reasonsIn(await readAll([source]))) expect(reason).not.toMatch(/^Our reader/);
    }),
    { seed: 20261126, numRuns: 300 },
  );
});

test("a zip with bytes changed, cut out, doubled or put in ends as readings", async () => {
  const inner = rawZip([{ name: "deep.txt", data: "deep" }]);
  const files = small.slice(0, 6).flatMap(sourcesOf);
  const members = await Promise.all(files.map(async ({ name, size, read }) => ({ name, data: await read(0, size) })));
  const whole = rawZip([...members, { name: "stored.txt", data: "stored ".repeat(50), method: 0 }, { name: "in/inner.zip", data: inner }]);
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const source = await damagedBy(sourceOf("export.zip", whole), damages);
      const readings = readingsIn(await readAll([source]));
      expect(readings.length).toBeGreaterThan(0);
    }),
    { seed: 20261127, numRuns: 150 },
  );
});

/** One thing done to a file; places are parts of its length. */
const damage = fc.record({
  kind: fc.constantFrom("flip", "cut", "double", "insert", "end"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 300 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 20 }),
    fc.constantFrom("\n", "\r\n", "\0", '"', "<", "]]>", "&#0;", "\ufeff", "From x\n", "\u2028", "{", "\\ud800", "99999999999999999999").map((text) => new TextEncoder().encode(text)),
  ),
}); // prettier-ignore

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

async function damagedBy(source: Source, damages: readonly Damage[]): Promise<Source> {
  if (source.name.endsWith(".columns.json")) return source;
  let bytes = Buffer.from(await source.read(0, source.size));
  for (const { kind, at, length, bytes: inserted } of damages) {
    const from = Math.floor(at * bytes.length);
    const [before, middle, after] = [bytes.subarray(0, from), bytes.subarray(from, from + length), bytes.subarray(from + length)];
    if (kind === "flip") bytes = Buffer.concat([before, middle.map((byte) => byte ^ 0x15), after]);
    if (kind === "cut") bytes = Buffer.concat([before, after]);
    if (kind === "double") bytes = Buffer.concat([before, middle, middle, after]);
    if (kind === "insert") bytes = Buffer.concat([before, inserted, middle, after]);
    if (kind === "end") bytes = before;
  }
  return sourceOf(source.name, bytes);
}

function nameOf({ importer, name }: Fixture): string {
  return `${importer}/${name}`;
}

/** A source that is made while it is read: `head`, then `fill` up to `size` bytes. */
function endless(name: string, head: string, fill: string, size: number): Source {
  const first = new TextEncoder().encode(head);
  const byte = fill.charCodeAt(0);
  return {
    name,
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start)).fill(byte);
      if (start < first.length) bytes.set(first.subarray(start, start + bytes.length));
      return bytes;
    },
  };
}
