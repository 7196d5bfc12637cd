import { type Act, type Coverage, type Kept, type Timeline, type Unread, mergeActs } from "@unmask/core";
import { type ImportStep, type Original, type ReadSourcesOptions, readSources } from "@unmask/importers";
import type { Source } from "@unmask/core";
import { type ImportWatch, watchImport } from "./import-watch.ts";

/** Everything that an import brought, in memory: what `pattern` and `report` work on. */
export interface TakenIn {
  readonly timeline: Timeline;
  readonly originals: readonly Original[];
  readonly unread: readonly Unread[];
  readonly kept: readonly Kept[];
  readonly watch: ImportWatch;
}

/** Reads all sources and merges their acts into one line of time. */
export async function takeIn(sources: readonly Source[], options: ReadSourcesOptions): Promise<TakenIn> {
  const acts: Act[] = [];
  const coverage: Coverage[] = [];
  const originals: Original[] = [];
  const unread: Unread[] = [];
  const kept: Kept[] = [];
  const watch = watchImport();
  for await (const step of readSources(sources, options)) {
    watch.add(step);
    gather(step);
  }
  return { timeline: mergeActs(acts, coverage), originals, unread, kept, watch };

  function gather(step: ImportStep): void {
    if ("original" in step) originals.push(step.original);
    if ("coverage" in step) coverage.push(step.coverage);
    if (!("readings" in step)) return;
    for (const reading of step.readings) {
      if ("act" in reading) acts.push(reading.act);
      else if ("unread" in reading) unread.push(reading.unread);
      else if ("kept" in reading) kept.push(reading.kept);
    }
  }
}
