import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Act, type Reading, type Source, type SourceSpan, mergeActs, readingToJson } from "@unmask/core";
import { describe, expect, test } from "vitest";
import {
  type Fixture,
  expectedText,
  listFixtures,
  optionsOf,
  readingsOf,
  sourceOf,
  sourcesOf,
  stepsOf,
} from "../../../fixtures/importers/fixture.ts";
import { type Importer, type SourceHead, headSize } from "./importer.ts";
import { importers } from "./index.ts";
import type { ImportStep } from "./read-sources.ts";

/** The contract of the shelf (`importer.ts`), proven for every importer by its samples, with no further code. */

const fixtures = listFixtures();
const caseName = ({ importer, name }: Fixture) => `${importer}/${name}`;

test("the list, the files and the samples correspond", () => {
  const ids = importers.map((importer) => importer.id);
  expect(new Set(ids).size).toBe(ids.length);
  const sources = join(import.meta.dirname, "sources");
  expect(readdirSync(sources).sort()).toEqual([...ids].sort());
  for (const id of ids) expect(existsSync(join(sources, id, `${id}.ts`)), `sources/${id}/${id}.ts`).toBe(true);
  expect([...new Set(fixtures.map((fixture) => fixture.importer))].sort()).toEqual([...ids].sort());
});

describe.each(importers)("$id", (importer) => {
  const own = fixtures.filter((fixture) => fixture.importer === importer.id);

  test("recognises its own samples", async () => {
    for (const fixture of own) {
      const steps = await stepsOf(sourcesOf(fixture), optionsOf(fixture, importers));
      const readers = steps.flatMap((step) => ("coverage" in step ? [step.coverage.importer] : []));
      expect(readers, caseName(fixture)).toContain(importer.id);
      for (const reader of readers) expect([importer.id, ...fixture.also], caseName(fixture)).toContain(reader);
    }
  });

  test("recognises nobody else's samples", async () => {
    for (const fixture of fixtures.filter((one) => one.importer !== importer.id && !one.also.includes(importer.id))) {
      const sources = sourcesOf(fixture).filter((source) => !source.name.endsWith(".zip"));
      for (const source of sources) {
        expect(importer.recognises(await headOf(source, sources)), `${caseName(fixture)}/${source.name}`).toBe(false);
      }
    }
  });

  test("recognises no empty file, no noise and no picture", () => {
    for (const bytes of [new Uint8Array(0), noise(headSize, 1), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46)]) {
      const text = new TextDecoder().decode(bytes, { stream: true });
      for (const name of ["x", "x.jpg", "x.xml", "x.txt", "x.json"]) {
        expect(importer.recognises({ name, bytes, text, siblings: [] })).toBe(false);
      }
    }
  });

  test("ten megabytes of noise under the head of a sample end as readings, not as an exception", async () => {
    const [first] = own;
    if (!first) throw new Error("no sample");
    const sources = sourcesOf(first);
    const ownSource = await firstReadBy(importer, sources);
    const head = await ownSource.read(0, Math.min(ownSource.size, 4096));
    const bytes = new Uint8Array(10 * 1024 * 1024);
    bytes.set(head);
    bytes.set(noise(bytes.length - head.length, 7), head.length);
    const hostile = sources.map((source) => (source === ownSource ? sourceOf(source.name, bytes) : source));
    const steps = await stepsOf(hostile, optionsOf(first, importers));
    expectNoFault(steps);
    expectEveryByteTold(hostile, steps);
  });
});

describe.each(importers)("$id", (importer) => {
  const long = new TextEncoder().encode("and on it goes ".repeat(50_000)); // 750 kB
  const noText = Uint8Array.of(0xc3, 0x28, 0xff, 0x80);
  test.each([
    ["of 750 kB", long],
    ["with bytes that are no text", noText],
    ["of 750 kB with bytes that are no text", Buffer.concat([noText, long, noText])],
  ])("a record %s is one reading, and those around it stay", async (_, put) => {
    const { sources, source, options, act, at } = await roomySampleOf(importer);
    const bytes = Buffer.from(await source.read(0, source.size));
    const changed = sourceOf(source.name, Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]));
    const hostile = sources.map((one) => (one === source ? changed : one));
    const before = spansIn(await stepsOf(sources, options), source.name);
    const steps = await stepsOf(hostile, options);
    expectNoFault(steps);
    expectEveryByteTold(hostile, steps);
    const moved = (place: number) => (place >= at ? place + put.length : place);
    expect(spansIn(steps, source.name)).toEqual(before.map(([start, end]) => [moved(start), moved(end)]));
    expect(spansIn(steps, source.name)).toContainEqual([moved(act.source.start), moved(act.source.end)]);
  });
});

describe.each(fixtures.map((fixture) => [caseName(fixture), fixture] as const))("%s", (_, fixture) => {
  const sources = sourcesOf(fixture);
  const options = optionsOf(fixture, importers);
  const reading = stepsOf(sources, options);

  test("is read as expected", async () => {
    const steps = await reading;
    expectNoFault(steps);
    expect(expectedText(steps)).toBe(readFileSync(join(fixture.folder, "expected.ndjson"), "utf8"));
  });

  test("every byte lies under a reading, in order, and only a reaction inside its message", async () => {
    expectEveryByteTold(sources, await reading);
  });

  test("ids are unique in each file, and equal acts in one minute stay", async () => {
    const idsByFile = new Map<string, Set<string>>();
    for (const { id, source } of actsOf(await reading)) {
      const ids = idsByFile.get(fileKey(source)) ?? new Set();
      expect(ids.has(id), id).toBe(false);
      idsByFile.set(fileKey(source), ids.add(id));
    }
  });

  test.each([1, 7, 64 * 1024])("is read the same when reads are cut to %i bytes", async (most) => {
    const cut = sources.map((source) => ({
      ...source,
      read: (start: number, end: number) => source.read(start, Math.min(end, start + most)),
    }));
    expect(expectedText(await stepsOf(cut, options))).toBe(expectedText(await reading));
  });

  test("the order in which files are handed in changes nothing", async () => {
    const turned = readingsOf(await stepsOf(sources.toReversed(), options));
    expect(turned.map(readingToJson).sort()).toEqual(
      readingsOf(await reading)
        .map(readingToJson)
        .sort(),
    );
  });

  test("reading it twice and merging adds nothing", async () => {
    const once = mergeActs(actsOf(await reading), []);
    const twice = mergeActs([...actsOf(await reading), ...actsOf(await stepsOf(sources, options))], []);
    expect(twice.acts).toEqual(once.acts);
  });

  test("an export that goes on after this one adds only what is new", async () => {
    const whole = actsOf(await reading);
    const half = await readHalf(sources, await reading, options);
    if (half === undefined) return;
    const merged = mergeActs([...half, ...whole], []);
    const idsOfWhole = new Set(whole.map((act) => act.id));
    const onlyInHalf = half.filter((act) => !idsOfWhole.has(act.id)).map((act) => act.id);
    // The record at the cut is torn and may be another; nothing before it may be.
    expect(onlyInHalf.length, onlyInHalf.join(" ")).toBeLessThanOrEqual(1);
    expect(new Set(merged.acts.map((act) => act.id)).size).toBe(idsOfWhole.size + onlyInHalf.length);
  });

  test("a reason or notice never quotes what was written", async () => {
    const texts = actsOf(await reading).flatMap(({ text }) => (text !== null && text.length >= 12 ? [text] : []));
    for (const one of readingsOf(await reading)) {
      const said = "unread" in one ? one.unread.reason : "notice" in one ? one.notice.says : "";
      for (const text of texts) expect(said.includes(text)).toBe(false);
    }
  });
});

function expectNoFault(steps: readonly ImportStep[]): void {
  for (const step of steps) {
    if ("fault" in step) throw new Error(`${step.fault.importer} threw`, { cause: step.fault.error });
    if (!("readings" in step)) continue;
    for (const one of step.readings) if ("unread" in one) expect(one.unread.reason).not.toMatch(/^Our reader/);
  }
}

/** A sample with an act whose words stand in the file as they are; `at` is inside them. */
async function roomySampleOf(importer: Importer): Promise<{
  sources: readonly Source[];
  source: Source;
  options: Parameters<typeof stepsOf>[1];
  act: Act;
  at: number;
}> {
  for (const fixture of fixtures.filter((one) => one.importer === importer.id)) {
    const sources = sourcesOf(fixture);
    const options = optionsOf(fixture, importers);
    for (const act of actsOf(await stepsOf(sources, options))) {
      const source = sources.find((one) => one.name === act.source.name);
      const words = /[a-z]{4}[a-z ]*/.exec(act.text ?? "")?.[0];
      if (!source || !words || act.source.within !== undefined) continue;
      const found = Buffer.from(await source.read(act.source.start, act.source.end)).lastIndexOf(words);
      if (found !== -1) return { sources, source, options, act, at: act.source.start + found + 2 };
    }
  }
  throw new Error(`no sample of ${importer.id} holds words as they are`);
}

function spansIn(steps: readonly ImportStep[], name: string): [start: number, end: number][] {
  const spans = readingsOf(steps).map(spanOfReading);
  return spans.filter((span) => span.name === name).map(({ start, end }) => [start, end]);
}

/** The coverage rule of docs/formats/act.md over the files that lay in no zip: spans from the first byte to the last, in order. */
function expectEveryByteTold(sources: readonly Source[], steps: readonly ImportStep[]): void {
  const spansByFile = new Map<string, { span: SourceSpan; kind: string }[]>();
  for (const reading of readingsOf(steps)) {
    const span = spanOfReading(reading);
    const spans = spansByFile.get(fileKey(span)) ?? [];
    spans.push({ span, kind: "act" in reading ? reading.act.kind : "" });
    spansByFile.set(fileKey(span), spans);
  }
  for (const spans of spansByFile.values()) {
    let reached = 0;
    let previous = { start: 0, end: 0 };
    for (const { span, kind } of spans) {
      const nested = span.start >= previous.start && span.end <= previous.end && previous.end === reached && span.start < reached;
      if (nested) {
        expect(kind).toBe("reaction");
        continue;
      }
      expect(span.start, `${span.name} at ${reached}`).toBe(reached);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      reached = span.end;
      previous = span;
    }
    const size = sources.find((source) => source.name === spans[0]?.span.name)?.size;
    if (size !== undefined && spans[0]?.span.within === undefined) expect(reached, spans[0]?.span.name).toBe(size);
  }
  const attached = new Set(actsOf(steps).flatMap((act) => act.attachments.map((attachment) => attachment.sha256)));
  const told = new Set([...spansByFile.values()].map((spans) => spans[0]?.span.name));
  for (const source of sources) {
    if (told.has(source.name) || source.name.endsWith(".zip") || source.name.endsWith(".columns.json")) continue;
    const original = steps.find((step) => "original" in step && step.original.source === source);
    expect(original !== undefined && "original" in original && attached.has(original.original.sha256), source.name).toBe(true);
  }
}

/** The acts of an export that was made in the middle of this one: the largest file cut where a record in its middle ends. */
async function readHalf(
  sources: readonly Source[],
  steps: readonly ImportStep[],
  options: Parameters<typeof stepsOf>[1],
): Promise<Act[] | undefined> {
  const acts = actsOf(steps).filter((act) => act.source.within === undefined);
  const middle = acts[Math.floor(acts.length / 2)];
  const source = sources.find((one) => one.name === middle?.source.name);
  if (!middle || !source || middle.source.end === source.size) return undefined;
  const half = sourceOf(source.name, await source.read(0, middle.source.end));
  return actsOf(
    await stepsOf(
      sources.map((one) => (one === source ? half : one)),
      options,
    ),
  );
}

async function firstReadBy(importer: Importer, sources: readonly Source[]): Promise<Source> {
  for (const source of sources) if (importer.recognises(await headOf(source, sources))) return source;
  throw new Error("the first sample of an importer must hold a file of its own outside a zip");
}

async function headOf(source: Source, beside: readonly Source[]): Promise<SourceHead> {
  const bytes = await source.read(0, headSize);
  const siblings = beside.filter((other) => other !== source).map((other) => other.name);
  return { name: source.name, bytes, text: new TextDecoder().decode(bytes, { stream: true }), siblings };
}

function actsOf(steps: readonly ImportStep[]): Act[] {
  return readingsOf(steps).flatMap((reading) => ("act" in reading ? [reading.act] : []));
}

function spanOfReading(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}

function fileKey({ sha256, name, within }: SourceSpan): string {
  return JSON.stringify([sha256, name, within]);
}

/** The same noise every time: xorshift32. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let x = seed;
  for (let i = 0; i < length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    bytes[i] = x;
  }
  return bytes;
}
