import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type Act,
  type Instant,
  type Reading,
  type Source,
  type SourceSpan,
  type TimelineAct,
  parseZone,
  readingToJson,
  type DateOrder,
} from "@unmask/core";

import { type ImportStep, type ReadSourcesOptions, importers, readSources, importAll } from "@unmask/importers";
import { expect } from "vitest";
import { openFiles } from "../../fittings/node/src/files.ts";
import { createSha256 } from "../../fittings/node/src/hashes.ts";

/** A name and its bytes, as a test writes them down. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a person can say beside her files. */
export interface Said {
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  /** ISO 8601; default 25 November 2026. */
  readonly now?: string;
  /** Most bytes that one read of a file gives. */
  readonly cut?: number;
  /** Order of the arguments turned round. */
  readonly turned?: boolean;
}

/** What came out of one import. */
export interface Came {
  readonly readings: readonly Reading[];
  readonly acts: readonly Act[];
  readonly notices: readonly string[];
  readonly reasons: readonly string[];
  readonly kept: readonly string[];
  /** Which importer read how many files. */
  readonly readers: readonly string[];
  /** All readings as text, for comparing. */
  readonly written: string;
}

/** Writes the files to a folder of their own, reads them as the command does, and proves that every byte is told exactly once. */
export async function handIn(files: Files, said: Said = {}): Promise<Came> {
  return withSources(files, said, async (sources) => {
    const steps: ImportStep[] = [];
    for await (const step of readSources(sources, optionsOf(said))) steps.push(step);
    for (const step of steps) if ("fault" in step) throw new Error(`${step.fault.importer} broke off`, { cause: step.fault.error });
    const readings = steps.flatMap((step) => ("readings" in step ? [...step.readings] : []));
    expectEveryByteOnce(readings, files);
    return {
      readings,
      acts: readings.flatMap((one) => ("act" in one ? [one.act] : [])),
      notices: readings.flatMap((one) => ("notice" in one ? [one.notice.says] : [])),
      reasons: readings.flatMap((one) => ("unread" in one ? [one.unread.reason] : [])),
      kept: readings.flatMap((one) => ("kept" in one ? [one.kept.name] : [])),
      readers: steps.flatMap((step) => ("coverage" in step ? [step.coverage.importer] : [])),
      written: readings.map(readingToJson).join("\n"),
    };
  });
}

/** The merged timeline of the files. */
export async function timelineOf(files: Files, said: Said = {}): Promise<readonly TimelineAct[]> {
  return withSources(files, said, async (sources) => (await importAll(sources, optionsOf(said))).timeline.acts);
}

/** Proves that reads cut into small pieces give the same readings. */
export async function expectCutsChangeNothing(files: Files, said: Said = {}): Promise<void> {
  const whole = await handIn(files, said);
  for (const cut of [1, 3, 1000]) expect((await handIn(files, { ...said, cut })).written, `cut to ${cut}`).toBe(whole.written);
}

/** How the command would read. */
export function optionsOf(said: Said): ReadSourcesOptions {
  const zone = parseZone(said.zone ?? "Europe/London");
  if (!zone) throw new Error(`no zone ${said.zone}`);
  return {
    importers,
    zone,
    zoneStated: said.zone !== undefined,
    ...(said.dateOrder === undefined ? {} : { dateOrder: said.dateOrder }),
    now: Date.parse(said.now ?? "2026-11-25T12:00:00Z") as Instant,
    country: "GB",
    createHasher: createSha256,
  };
}

/** The bytes of a file a test wrote down. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** Runs with the files on disk; they are gone afterwards. */
export async function withSources<T>(files: Files, said: Said, use: (sources: readonly Source[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "unmask-acceptance-"));
  const opened = await openFiles(writeFiles(files, folder), new AbortController().signal);
  try {
    if (!opened.ok) throw new Error(opened.error);
    const { cut } = said;
    const sources = opened.value.sources.map((source) =>
      cut === undefined ? source : { ...source, read: (start: number, end: number) => source.read(start, Math.min(end, start + cut)) },
    );
    return await use(said.turned ? sources.toReversed() : sources);
  } finally {
    if (opened.ok) await opened.value.close();
    rmSync(folder, { recursive: true });
  }
}

/** Writes the files; the paths that a person would name: a folder where a name has one, else the file. */
export function writeFiles(files: Files, folder: string): string[] {
  const paths = new Set<string>();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytesOf(content));
    paths.add(join(folder, name.split("/")[0] ?? name));
  }
  return [...paths];
}

const sizeBySha256 = new Map<string, number>();

/** Makes bytes inside an archive known, so that their tiling can be proven too. */
export function known(content: string | Uint8Array): Uint8Array {
  const bytes = bytesOf(content);
  sizeBySha256.set(createHash("sha256").update(bytes).digest("hex"), bytes.length);
  return bytes;
}

/**
 * Spans in the order printed run from the first byte of each file to its last; only a reaction lies inside the span before it. What is said of
 * an archive itself (a member that is locked) stands on a part of it, and is no tiling.
 */
function expectEveryByteOnce(readings: readonly Reading[], files: Files): void {
  for (const content of Object.values(files)) known(content);
  const reached = new Map<string, { at: number; start: number; size: number | undefined }>();
  for (const reading of readings) {
    const source = sourceOf(reading);
    if (source.name.endsWith(".zip") && "unread" in reading) continue;
    const key = JSON.stringify([source.sha256, source.name, source.within ?? []]);
    const file = reached.get(key) ?? { at: 0, start: 0, size: sizeBySha256.get(source.sha256) };
    reached.set(key, file);
    if ("act" in reading && reading.act.kind === "reaction" && source.start < file.at) {
      expect(source.start, "a reaction begins inside its message").toBeGreaterThanOrEqual(file.start);
      expect(source.end, "a reaction ends inside its message").toBeLessThanOrEqual(file.at);
      continue;
    }
    expect(source.start, `${source.name}: gap or overlap`).toBe(file.at);
    expect(source.end).toBeGreaterThanOrEqual(source.start);
    file.start = source.start;
    file.at = source.end;
  }
  for (const [key, { at, size }] of reached) if (size !== undefined) expect(at, `${key}: the end is not told`).toBe(size);
}

function sourceOf(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}
