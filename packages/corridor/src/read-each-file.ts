import type { Reading, Source, SourceSpan } from "@unmask/core";
import type { CopyTerms, ImportStep, Imported } from "@unmask/importers";
import { type ReadingWorld, importExports } from "./import-exports.ts";

/** One file as it was read: a file that was handed over, or a member of an archive. */
interface ReadFile {
  readonly whole: SourceSpan;
  readonly importer: string;
  readonly readings: readonly Reading[];
}

/** What was read, as a whole and of each file. */
export interface Gathered {
  readonly imported: Imported;
  /** By name, hash and archives. */
  readonly files: ReadonlyMap<string, ReadFile>;
}

/** Reads, and keeps what was read of each file. */
export async function gather(
  sources: readonly Source[],
  { terms }: Pick<Imported, "terms">,
  world: ReadingWorld,
  copies?: ReadonlyMap<Source, CopyTerms>,
): Promise<Gathered> {
  const readings = new Map<string, Reading[]>();
  const files = new Map<string, ReadFile>();
  const onStep = (step: ImportStep): void => {
    if ("coverage" in step) {
      const { source: whole, importer } = step.coverage;
      files.set(fileKey(whole), { whole, importer, readings: readings.get(fileKey(whole)) ?? [] });
    }
    if (!("readings" in step) || step.importer === null) return;
    for (const reading of step.readings) {
      const key = fileKey(spanOf(reading));
      const known = readings.get(key);
      if (known) known.push(reading);
      else readings.set(key, [reading]);
    }
  };
  const imported = await importExports(sources, terms, { ...world, ...(copies && { copies }) }, onStep);
  return { imported, files };
}

/** A file by its name, hash and archives. */
export function fileKey({ name, sha256, within = [] }: SourceSpan): string {
  return [name, sha256, ...within.map((one) => one.sha256)].join("\u0000");
}

function spanOf(reading: Reading): SourceSpan {
  if ("act" in reading) return reading.act.source;
  if ("notice" in reading) return reading.notice.source;
  return "unread" in reading ? reading.unread.source : reading.kept.source;
}
